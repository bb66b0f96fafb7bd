//go:build amd64 && !purego

package matrix

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

// Name tells which kernels are in use.
func Name() string {
	if hasAVX2 {
		return "AVX2"
	}
	return "plain"
}

// mulRow adds to 64 values of c the product of k values of a and a panel b.
//
//go:noescape
func mulRow(k int, a, b, c *float32)

// mulRows2 does two rows of 32 columns of a panel; lda and ldc are distances in bytes.
//
//go:noescape
func mulRows2(k int, a *float32, lda int, b, c *float32, ldc int)

//go:noescape
func tanhBlocks(x *float32, blocks int)

//go:noescape
func sigmoidBlocks(x *float32, blocks int)

func mulAdd(p *Packed, c []float32, ldc int, a []float32, lda, rows int) {
	if !hasAVX2 {
		mulAddGeneric(p, c, ldc, a, lda, rows)
		return
	}
	for j := 0; j < p.N; j += Lane {
		panel := &p.data[j*p.K]
		half := &p.data[j*p.K+Lane/2]
		r := 0
		for ; r+2 <= rows; r += 2 {
			mulRows2(p.K, &a[r*lda], 4*lda, panel, &c[r*ldc+j], 4*ldc)
			mulRows2(p.K, &a[r*lda], 4*lda, half, &c[r*ldc+j+Lane/2], 4*ldc)
		}
		if r < rows {
			mulRow(p.K, &a[r*lda], panel, &c[r*ldc+j])
		}
	}
}

func tanhFast(x []float32) int {
	n := len(x) / 8
	if !hasAVX2 || n == 0 {
		return 0
	}
	tanhBlocks(&x[0], n)
	return 8 * n
}

func sigmoidFast(x []float32) int {
	n := len(x) / 8
	if !hasAVX2 || n == 0 {
		return 0
	}
	sigmoidBlocks(&x[0], n)
	return 8 * n
}
