//go:build amd64 && !purego

package matrix

import "golang.org/x/sys/cpu"

func usable(k Kernel) bool {
	switch k {
	case AVX2:
		return cpu.X86.HasAVX2
	case AVX512:
		return cpu.X86.HasAVX2 && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI
	}
	return false
}

//go:noescape
func vnni6(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func vnni4(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func vnni2(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func vnni1(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func avx4(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func avx2(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

//go:noescape
func avx1(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)

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

//go:noescape
func cellBlocks(n int, z *int32, scale, bias, c *float32, h *uint8)

//go:noescape
func affineBlocks(n int, out *float32, z *int32, scale, bias *float32, slope float32)

//go:noescape
func quantiseBlocks(n int, q *uint8, x *float32, inverse, zero float32)

func int8Fast(k Kernel, p *Int8, c []int32, ldc int, a []uint8, lda, rows int, add bool) bool {
	more := 0
	if add {
		more = 1
	}
	switch k {
	case AVX512:
		int8VNNI(p, c, ldc, a, lda, rows, more)
	case AVX2:
		int8AVX2(p, c, ldc, a, lda, rows, more)
	default:
		return false
	}
	return true
}

func int8VNNI(p *Int8, c []int32, ldc int, a []uint8, lda, rows, add int) {
	for j := 0; j < p.N; j += Lane {
		w, start := &p.data[j*p.K], &p.start[j]
		r := 0
		for ; r+6 <= rows; r += 6 {
			vnni6(p.K/depth, &a[r*lda], lda, w, start, &c[r*ldc+j], 4*ldc, add)
		}
		if r+4 <= rows {
			vnni4(p.K/depth, &a[r*lda], lda, w, start, &c[r*ldc+j], 4*ldc, add)
			r += 4
		}
		if r+2 <= rows {
			vnni2(p.K/depth, &a[r*lda], lda, w, start, &c[r*ldc+j], 4*ldc, add)
			r += 2
		}
		if r < rows {
			vnni1(p.K/depth, &a[r*lda], lda, w, start, &c[r*ldc+j], 4*ldc, add)
		}
	}
}

func int8AVX2(p *Int8, c []int32, ldc int, a []uint8, lda, rows, add int) {
	for j := 0; j < p.N; j += Lane {
		r := 0
		for ; r+4 <= rows; r += 4 {
			for i := 0; i < Lane; i += 16 {
				avx4(p.K/depth, &a[r*lda], lda, &p.data[j*p.K+i*depth], &p.start[j+i], &c[r*ldc+j+i], 4*ldc, add)
			}
		}
		if r+2 <= rows {
			for i := 0; i < Lane; i += 32 {
				avx2(p.K/depth, &a[r*lda], lda, &p.data[j*p.K+i*depth], &p.start[j+i], &c[r*ldc+j+i], 4*ldc, add)
			}
			r += 2
		}
		if r < rows {
			avx1(p.K/depth, &a[r*lda], lda, &p.data[j*p.K], &p.start[j], &c[r*ldc+j], 4*ldc, add)
		}
	}
}

func mulAddFast(k Kernel, p *Packed, c []float32, ldc int, a []float32, lda, rows int) bool {
	if k != AVX2 && k != AVX512 {
		return false
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
	return true
}

func tanhFast(x []float32) int {
	n := len(x) / 8
	if !cpu.X86.HasAVX2 || n == 0 {
		return 0
	}
	tanhBlocks(&x[0], n)
	return 8 * n
}

func sigmoidFast(x []float32) int {
	n := len(x) / 8
	if !cpu.X86.HasAVX2 || n == 0 {
		return 0
	}
	sigmoidBlocks(&x[0], n)
	return 8 * n
}

func cellFast(k Kernel, z []int32, scale, bias, c []float32, h []uint8) bool {
	if k != AVX2 && k != AVX512 || len(c)%8 != 0 {
		return false
	}
	cellBlocks(len(c), &z[0], &scale[0], &bias[0], &c[0], &h[0])
	return true
}

func affineFast(k Kernel, out []float32, z []int32, scale, bias []float32, slope float32) bool {
	if k != AVX2 && k != AVX512 || len(out)%8 != 0 {
		return false
	}
	affineBlocks(len(out), &out[0], &z[0], &scale[0], &bias[0], slope)
	return true
}

func quantiseFast(k Kernel, q []uint8, x []float32, inverse, zero float32) bool {
	if k != AVX2 && k != AVX512 || len(x)%8 != 0 {
		return false
	}
	quantiseBlocks(len(x), &q[0], &x[0], inverse, zero)
	return true
}
