// Package matrix has the kernels of the parser: products of bytes (Int8) and of float32 matrices (Packed), one step of
// an LSTM (Cell), and what turns sums into values and values into bytes (Affine, Quantise).
//
// Every kernel gives the same bits on every machine. Products of bytes are exact sums of integers. Where float32 is
// used, each product and each sum is rounded apart, in one order: an output of a float product is the start value plus
// the terms in the order of the inner index; nothing is fused. The plain kernels in Go are the reference; build with
// the tag purego to have only them.
package matrix

import "math"

// Lane is the number of columns that matrices are padded to.
const Lane = 64

// Pad rounds n up to a multiple of Lane.
func Pad(n int) int { return (n + Lane - 1) / Lane * Lane }

// Packed is a matrix of K rows and N columns (N a multiple of Lane), stored in panels of Lane columns so that a
// kernel reads it from front to back.
type Packed struct {
	K, N int
	data []float32 // panel, row, column in panel
}

// Pack copies a row-major matrix of k rows and n columns; missing columns up to the next multiple of Lane are zero.
func Pack(b []float32, k, n int) *Packed {
	p := &Packed{K: k, N: Pad(n)}
	p.data = make([]float32, p.K*p.N)
	p.Refill(b, n)
	return p
}

// Refill overwrites the content from a row-major matrix of K rows and n columns.
func (p *Packed) Refill(b []float32, n int) {
	for j := 0; j < n; j += Lane {
		w := min(Lane, n-j)
		panel := p.data[j*p.K:]
		for r := 0; r < p.K; r++ {
			copy(panel[r*Lane:r*Lane+w], b[r*n+j:r*n+j+w])
		}
	}
}

// MulAdd adds to c the product of a and p: c[r] += a[r] p for each of the rows. Row r of a begins at r*lda and has K
// values, row r of c begins at r*ldc and has N.
func (p *Packed) MulAdd(k Kernel, c []float32, ldc int, a []float32, lda, rows int) {
	if rows <= 0 || p.K == 0 {
		return
	}
	_ = a[(rows-1)*lda+p.K-1]
	_ = c[(rows-1)*ldc+p.N-1]
	if !mulAddFast(k, p, c, ldc, a, lda, rows) {
		mulAddPlain(p, c, ldc, a, lda, rows)
	}
}

// mulAddPlain is the reference of MulAdd.
func mulAddPlain(p *Packed, c []float32, ldc int, a []float32, lda, rows int) {
	for r := 0; r < rows; r++ {
		x := a[r*lda : r*lda+p.K]
		for j := 0; j < p.N; j += Lane {
			out := (*[Lane]float32)(c[r*ldc+j:])
			panel := p.data[j*p.K : (j+Lane)*p.K]
			for k, v := range x {
				w := (*[Lane]float32)(panel[k*Lane:])
				for i := range out {
					out[i] += float32(v * w[i])
				}
			}
		}
	}
}

// Constants of the [7/6] Padé approximant of tanh (from its continued fraction), which leaves [-1, 1] beyond limit.
const (
	limit = 4.97
	num0  = 135135
	num1  = 17325
	num2  = 378
	den1  = 62370
	den2  = 3150
	den3  = 28
)

// tanh is the reference: within 2e-4 of the hyperbolic tangent everywhere; a NaN gives the value of the limit.
func tanh(x float32) float32 {
	if !(x < limit) {
		x = limit
	}
	if !(x > -limit) {
		x = -limit
	}
	q := float32(x * x)
	n := float32(x * (num0 + float32(q*(num1+float32(q*(num2+q))))))
	d := num0 + float32(q*(den1+float32(q*(den2+float32(q*den3)))))
	return n / d
}

func sigmoid(x float32) float32 { return 0.5 + float32(0.5*tanh(float32(0.5*x))) }

// Tanh replaces each value by its hyperbolic tangent, to 2e-4.
func Tanh(x []float32) {
	n := tanhFast(x)
	for i := n; i < len(x); i++ {
		x[i] = tanh(x[i])
	}
}

// Sigmoid replaces each value by its logistic function, to 1e-4.
func Sigmoid(x []float32) {
	n := sigmoidFast(x)
	for i := n; i < len(x); i++ {
		x[i] = sigmoid(x[i])
	}
}

// RefillTransposed sets p to the transpose of a matrix of n rows of k values, ldb apart: K is k, N is n padded.
func (p *Packed) RefillTransposed(b []float32, k, n, ldb int) {
	p.K, p.N = k, Pad(n)
	if cap(p.data) < p.K*p.N {
		p.data = make([]float32, p.K*p.N)
	}
	p.data = p.data[:p.K*p.N]
	clear(p.data)
	for j := 0; j < n; j++ {
		panel := p.data[j/Lane*Lane*k+j%Lane:]
		for r, v := range b[j*ldb : j*ldb+k] {
			panel[r*Lane] = v
		}
	}
}

// Exp is the exponential function for arguments up to 80; below -80 it is 0. Off by less than 1e-6 of the value.
func Exp(x float32) float32 {
	if !(x > -80) {
		return 0
	}
	if x > 80 {
		x = 80
	}
	// x = n ln 2 + r with |r| <= ln 2 / 2; e^r by its Taylor series.
	n := float32(x * 1.44269504)
	k := int32(n+128.5) - 128
	f := float32(k)
	r := x - float32(f*0.693145752) - float32(f*1.42860677e-6)
	p := 1 + float32(r*(1+float32(r*(0.5+float32(r*(1.0/6+float32(r*(1.0/24+float32(r*(1.0/120+float32(r*(1.0/720))))))))))))
	return float32(p * math.Float32frombits(uint32(k+127)<<23))
}
