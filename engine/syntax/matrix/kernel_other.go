//go:build !amd64 || purego

package matrix

// Name tells which kernels are in use.
func Name() string { return "plain" }

func mulAdd(p *Packed, c []float32, ldc int, a []float32, lda, rows int) {
	mulAddGeneric(p, c, ldc, a, lda, rows)
}

func tanhFast([]float32) int    { return 0 }
func sigmoidFast([]float32) int { return 0 }
