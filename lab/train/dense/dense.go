// Package dense has the matrix products of training. Speed comes first here: multiply-add may be fused and the order
// of sums depends on the kernel, so two kinds of machine train models that differ in the last digits.
package dense

const (
	panelWidth = 32
	blockRows  = 8
	blockDepth = 256 // inner indexes worked on at a time, so that a panel stays in the first cache
)

// Panels is a right-hand matrix of K rows and N columns (a multiple of 32) in panels of 32 columns.
type Panels struct {
	K, N int
	data []float32
}

// Pack fills p from the row-major matrix b with k rows, n columns and ldb values from row to row.
func (p *Panels) Pack(b []float32, k, n, ldb int) {
	p.size(k, n)
	for j := 0; j < n; j += panelWidth {
		panel := p.data[j*k:]
		for r := 0; r < k; r++ {
			copy(panel[r*panelWidth:(r+1)*panelWidth], b[r*ldb+j:r*ldb+j+panelWidth])
		}
	}
}

// PackTransposed fills p with the transpose of the row-major matrix b that has n rows and k columns.
func (p *Panels) PackTransposed(b []float32, k, n, ldb int) {
	p.size(k, n)
	for j := 0; j < n; j += panelWidth {
		panel := p.data[j*k:]
		for c := 0; c < panelWidth; c++ {
			row := b[(j+c)*ldb : (j+c)*ldb+k]
			for r, v := range row {
				panel[r*panelWidth+c] = v
			}
		}
	}
}

func (p *Panels) size(k, n int) {
	if n%panelWidth != 0 {
		panic("dense: columns are not a multiple of 32")
	}
	p.K, p.N = k, n
	if cap(p.data) < k*n {
		p.data = make([]float32, k*n)
	}
	p.data = p.data[:k*n]
}

// MulAdd adds a p to c; a has rows of K values, lda apart.
func (p *Panels) MulAdd(c []float32, ldc int, a []float32, lda, rows int) {
	if rows == 0 || p.K == 0 {
		return
	}
	_ = a[(rows-1)*lda+p.K-1]
	_ = c[(rows-1)*ldc+p.N-1]
	for j := 0; j < p.N; j += panelWidth {
		for k0 := 0; k0 < p.K; k0 += blockDepth {
			k := min(blockDepth, p.K-k0)
			panel := p.data[j*p.K+k0*panelWidth:]
			r := 0
			for ; r+blockRows <= rows; r += blockRows {
				block8(k, a[r*lda+k0:], lda, 1, panel, c[r*ldc+j:], ldc)
			}
			for ; r+4 <= rows; r += 4 {
				block4(k, a[r*lda+k0:], lda, 1, panel, c[r*ldc+j:], ldc)
			}
			for ; r < rows; r++ {
				block1(k, a[r*lda+k0:], 1, panel, c[r*ldc+j:])
			}
		}
	}
}

// Workspace keeps packed operands between calls of AddOuter.
type Workspace struct {
	b Panels
	a []float32
}

// AddOuter adds the product of the transpose of a (rows x m) and b (rows x n) to c (m x n): the gradient of a weight.
// m must be a multiple of 8 and n of 32.
func (w *Workspace) AddOuter(c []float32, ldc int, a []float32, lda, m int, b []float32, ldb, n, rows int) {
	if rows == 0 {
		return
	}
	if m%blockRows != 0 {
		panic("dense: rows of the outer product are not a multiple of 8")
	}
	_ = c[(m-1)*ldc+n-1]
	if cap(w.a) < m*blockDepth {
		w.a = make([]float32, m*blockDepth)
	}
	for k0 := 0; k0 < rows; k0 += blockDepth {
		k := min(blockDepth, rows-k0)
		w.b.Pack(b[k0*ldb:], k, n, ldb)
		pa := w.a[:m*k]
		for r := 0; r < k; r++ {
			row := a[(k0+r)*lda : (k0+r)*lda+m]
			for i := 0; i < m; i += blockRows {
				*(*[blockRows]float32)(pa[i*k+r*blockRows:]) = *(*[blockRows]float32)(row[i:])
			}
		}
		for j := 0; j < n; j += panelWidth {
			for i := 0; i < m; i += blockRows {
				block8(k, pa[i*k:], 1, blockRows, w.b.data[j*k:], c[i*ldc+j:], ldc)
			}
		}
	}
}

// blockGeneric adds the product of `rows` rows of a (element (r, k) at r*rs + k*cs) and a panel to c.
func blockGeneric(rows, k int, a []float32, rs, cs int, panel, c []float32, ldc int) {
	for r := 0; r < rows; r++ {
		out := (*[panelWidth]float32)(c[r*ldc:])
		for i := 0; i < k; i++ {
			v := a[r*rs+i*cs]
			w := (*[panelWidth]float32)(panel[i*panelWidth:])
			for x := range out {
				out[x] += v * w[x]
			}
		}
	}
}
