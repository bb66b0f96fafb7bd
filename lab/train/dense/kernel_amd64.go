//go:build amd64 && !purego

package dense

import "golang.org/x/sys/cpu"

var hasAVX512 = cpu.X86.HasAVX512F

//go:noescape
func fma8(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func fma4(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func fma1(k int, a *float32, cs int, b, c *float32)

func block8(k int, a []float32, rs, cs int, panel, c []float32, ldc int) {
	if !hasAVX512 {
		blockGeneric(8, k, a, rs, cs, panel, c, ldc)
		return
	}
	fma8(k, &a[0], 4*rs, 4*cs, &panel[0], &c[0], 4*ldc)
}

func block4(k int, a []float32, rs, cs int, panel, c []float32, ldc int) {
	if !hasAVX512 {
		blockGeneric(4, k, a, rs, cs, panel, c, ldc)
		return
	}
	fma4(k, &a[0], 4*rs, 4*cs, &panel[0], &c[0], 4*ldc)
}

func block1(k int, a []float32, cs int, panel, c []float32) {
	if !hasAVX512 {
		blockGeneric(1, k, a, 0, cs, panel, c, 0)
		return
	}
	fma1(k, &a[0], 4*cs, &panel[0], &c[0])
}
