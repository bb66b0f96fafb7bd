//go:build arm64 && !purego

package matrix

import (
	"slices"

	"golang.org/x/sys/cpu"
)

// usable asks for the dot product instructions, and for a trial product that comes out right: an instruction written
// as a number deserves a check on the processor that runs it.
func usable(k Kernel) bool { return k == NEON && cpu.ARM64.HasASIMDDP && neonAgrees() }

// neonAgrees multiplies a small matrix with extreme and ordinary values by both kernels.
func neonAgrees() bool {
	const k, n, rows = 8, Lane, 3
	w, zero, a := make([]int8, k*n), make([]uint8, k), make([]uint8, rows*k)
	for i := range w {
		w[i] = int8(i*37%(2*MaxWeight+1) - MaxWeight)
	}
	for i := range a {
		a[i] = uint8(i * 85)
	}
	for i := range zero {
		zero[i] = uint8(i * 36)
	}
	p := PackInt8(w, k, n, zero)
	for _, add := range []bool{false, true} {
		got, want := make([]int32, rows*n), make([]int32, rows*n)
		for i := range got {
			got[i], want[i] = int32(i), int32(i)
		}
		int8Fast(NEON, p, got, n, a, k, rows, add)
		int8Plain(p, want, n, a, k, rows, add)
		if !slices.Equal(got, want) {
			return false
		}
	}
	return true
}

//go:noescape
func sdotRow(k4 int, a *uint8, w *int8, start, c *int32, add int)

func int8Fast(k Kernel, p *Int8, c []int32, ldc int, a []uint8, lda, rows int, add bool) bool {
	if k != NEON {
		return false
	}
	more := 0
	if add {
		more = 1
	}
	for j := 0; j < p.N; j += Lane {
		for r := range rows {
			sdotRow(p.K/depth, &a[r*lda], &p.data[j*p.K], &p.signed[j], &c[r*ldc+j], more)
		}
	}
	return true
}

// What is not a product of bytes is left to Go on this processor.

func mulAddFast(Kernel, *Packed, []float32, int, []float32, int, int) bool      { return false }
func cellFast(Kernel, []int32, []float32, []float32, []float32, []uint8) bool   { return false }
func affineFast(Kernel, []float32, []int32, []float32, []float32, float32) bool { return false }
func quantiseFast(Kernel, []uint8, []float32, float32, float32) bool            { return false }
func tanhFast([]float32) int                                                    { return 0 }
func sigmoidFast([]float32) int                                                 { return 0 }
