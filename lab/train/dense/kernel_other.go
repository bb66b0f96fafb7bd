//go:build !amd64 || purego

package dense

func block8(k int, a []float32, rs, cs int, panel, c []float32, ldc int) {
	blockGeneric(8, k, a, rs, cs, panel, c, ldc)
}

func block4(k int, a []float32, rs, cs int, panel, c []float32, ldc int) {
	blockGeneric(4, k, a, rs, cs, panel, c, ldc)
}

func block1(k int, a []float32, cs int, panel, c []float32) {
	blockGeneric(1, k, a, 0, cs, panel, c, 0)
}
