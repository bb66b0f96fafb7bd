package matrix

import "unsafe"

// MaxWeight is the largest absolute value of a weight of an Int8 matrix: two products with unsigned bytes then fit
// into a signed 16-bit number, so that the kernels without 32-bit dot products are exact, too.
const MaxWeight = 63

// depth is the number of rows of an Int8 matrix that a kernel takes at a time.
const depth = 4

// Int8 is a matrix of K rows and N columns (multiples of 4 and of Lane) of small integers, for products with rows of
// unsigned bytes. It is stored in panels of Lane columns; in a panel, four values of a column stand together.
//
// Sums are exact, so they don't depend on the order and no kernel can differ from another.
type Int8 struct {
	K, N  int
	data  []int8
	start []int32 // by column: what the zero points of the inputs add up to, taken off
	// The same for kernels that read the bytes as signed ones, 128 less.
	signed []int32
}

// PackInt8 copies a row-major matrix of k rows and n columns, values within MaxWeight. zero has the input byte that
// means zero, for each row. Missing rows up to a multiple of 4 and columns up to a multiple of Lane are zero.
func PackInt8(w []int8, k, n int, zero []uint8) *Int8 {
	p := &Int8{K: (k + depth - 1) / depth * depth, N: Pad(n)}
	p.data = aligned(p.K * p.N)
	p.start, p.signed = make([]int32, p.N), make([]int32, p.N)
	for r := 0; r < k; r++ {
		row := w[r*n : (r+1)*n]
		z := int32(zero[r])
		for j := 0; j < n; j += Lane {
			out := p.data[j*p.K+r/depth*depth*Lane+r%depth:]
			start, signed := p.start[j:], p.signed[j:]
			for i, v := range row[j:min(n, j+Lane)] {
				out[i*depth] = v
				start[i] -= z * int32(v)
				signed[i] -= (z - 128) * int32(v)
			}
		}
	}
	return p
}

// aligned gives n bytes that begin at a multiple of 64.
func aligned(n int) []int8 {
	buf := make([]int8, n+63)
	skip := -int(uintptr(unsafe.Pointer(unsafe.SliceData(buf)))) & 63
	return buf[skip : skip+n : skip+n]
}

// Mul sets c to the product of a and p. Row r of a begins at r*lda and has K values, row r of c begins at r*ldc and
// has N.
func (p *Int8) Mul(k Kernel, c []int32, ldc int, a []uint8, lda, rows int) {
	p.product(k, c, ldc, a, lda, rows, false)
}

// MulAdd adds the product of a and p to c.
func (p *Int8) MulAdd(k Kernel, c []int32, ldc int, a []uint8, lda, rows int) {
	p.product(k, c, ldc, a, lda, rows, true)
}

func (p *Int8) product(k Kernel, c []int32, ldc int, a []uint8, lda, rows int, add bool) {
	if rows <= 0 || p.K == 0 {
		return
	}
	_ = a[(rows-1)*lda+p.K-1]
	_ = c[(rows-1)*ldc+p.N-1]
	if !int8Fast(k, p, c, ldc, a, lda, rows, add) {
		int8Plain(p, c, ldc, a, lda, rows, add)
	}
}

// int8Plain is the reference of the products.
func int8Plain(p *Int8, c []int32, ldc int, a []uint8, lda, rows int, add bool) {
	for j := 0; j < p.N; j += Lane {
		panel := p.data[j*p.K : (j+Lane)*p.K]
		start := (*[Lane]int32)(p.start[j:])
		for r := 0; r < rows; r++ {
			out := (*[Lane]int32)(c[r*ldc+j:])
			sum := *start
			if add {
				for i, v := range out {
					sum[i] += v
				}
			}
			x := a[r*lda : r*lda+p.K]
			for k := 0; k < len(x); k += depth {
				x0, x1, x2, x3 := int32(x[k]), int32(x[k+1]), int32(x[k+2]), int32(x[k+3])
				w := (*[Lane * depth]int8)(panel[k*Lane:])
				for i := range sum {
					q := w[i*depth : i*depth+depth : i*depth+depth]
					sum[i] += x0*int32(q[0]) + x1*int32(q[1]) + x2*int32(q[2]) + x3*int32(q[3])
				}
			}
			*out = sum
		}
	}
}
