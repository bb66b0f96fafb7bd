package matrix

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// naive multiplies without packing, in 64 bits.
func naive(w []int8, k, n int, zero []uint8, a []uint8, lda, rows int) []int64 {
	out := make([]int64, rows*n)
	for r := range rows {
		for j := range n {
			for i := range k {
				out[r*n+j] += (int64(a[r*lda+i]) - int64(zero[i])) * int64(w[i*n+j])
			}
		}
	}
	return out
}

func TestInt8Twins(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, mode := range []string{"random", "largest", "smallest", "mixed"} {
		for _, k := range []int{1, 3, 4, 8, 12, 20, 224, 448} {
			for _, n := range []int{1, 64, 70, 192} {
				w := make([]int8, k*n)
				zero := make([]uint8, k)
				for i := range w {
					switch mode {
					case "random":
						w[i] = int8(rng.IntN(2*MaxWeight+1) - MaxWeight)
					case "largest":
						w[i] = MaxWeight
					case "smallest":
						w[i] = -MaxWeight
					default:
						w[i] = int8(MaxWeight * (1 - 2*rng.IntN(2)))
					}
				}
				for i := range zero {
					zero[i] = uint8(rng.IntN(256))
				}
				p := PackInt8(w, k, n, zero)
				for rows := range 14 {
					lda, ldc := p.K+5, p.N+16
					a := make([]uint8, lda*max(rows, 1))
					c := make([]int32, ldc*max(rows, 1))
					for i := range a {
						a[i] = 255
						if mode == "random" || mode == "mixed" && rng.IntN(2) == 0 {
							a[i] = uint8(rng.IntN(256))
						}
					}
					for i := range c {
						c[i] = int32(rng.Uint32() >> 8)
					}
					exact := naive(w, k, n, zero, a, lda, rows)
					for _, kernel := range Usable() {
						set, sum := slices.Clone(c), slices.Clone(c)
						p.Mul(kernel, set, ldc, a, lda, rows)
						p.MulAdd(kernel, sum, ldc, a, lda, rows)
						for r := range rows {
							for j := range ldc {
								at := r*ldc + j
								want := int64(0)
								if j < n {
									want = exact[r*n+j]
								}
								was := int64(c[at])
								if j >= p.N { // between the rows
									if set[at] != c[at] || sum[at] != c[at] {
										t.Fatalf("%v %s k %d n %d rows %d: wrote beyond row %d", kernel, mode, k, n, rows, r)
									}
									continue
								}
								if int64(set[at]) != want || int64(sum[at]) != want+was {
									t.Fatalf("%v %s k %d n %d rows %d: row %d column %d is %d and %d, want %d and %d", kernel, mode, k, n, rows, r, j,
										set[at], sum[at], want, want+was)
								}
							}
						}
					}
				}
			}
		}
	}
}

func TestCellTwins(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{16, 48, 224} {
		for _, extreme := range []bool{false, true} {
			z := make([]int32, 4*n)
			scale, bias, c := values(rng, 4*n, false), values(rng, 4*n, extreme), values(rng, n, extreme)
			for i := range z {
				z[i] = int32(rng.IntN(4001) - 2000)
				scale[i] /= 500
				if extreme && rng.IntN(4) == 0 {
					z[i] = []int32{math.MaxInt32, math.MinInt32, 1<<24 + 1, 0}[rng.IntN(4)]
				}
			}
			wantC, wantH := slices.Clone(c), make([]uint8, n)
			Cell(Plain, z, scale, bias, wantC, wantH)
			for _, kernel := range Usable() {
				gotC, gotH := slices.Clone(c), make([]uint8, n)
				Cell(kernel, z, scale, bias, gotC, gotH)
				if i := same(gotC, wantC); i >= 0 {
					t.Errorf("%v: cell %d of %d is %g, want %g", kernel, i, n, gotC[i], wantC[i])
				}
				if !slices.Equal(gotH, wantH) {
					t.Errorf("%v: outputs %v, want %v", kernel, gotH, wantH)
				}
			}
		}
	}
}

func TestAffineTwins(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{0, 16, 64, 640} {
		for _, slope := range []float32{1, 0.125} {
			z := make([]int32, n)
			scale, bias := values(rng, n, true), values(rng, n, true)
			for i := range z {
				z[i] = int32(rng.Uint32())
			}
			want := make([]float32, n)
			Affine(Plain, want, z, scale, bias, slope)
			for _, kernel := range Usable() {
				got := make([]float32, n)
				Affine(kernel, got, z, scale, bias, slope)
				if i := same(got, want); i >= 0 {
					t.Errorf("%v: place %d is %g, want %g", kernel, i, got[i], want[i])
				}
			}
		}
	}
}

func TestQuantise(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	x := append(values(rng, 1000, true), 0.5, 1.5, 2.5, -0.5, 254.5, 253.5, 255.5, 1e30)
	for _, tt := range []struct{ inverse, zero float32 }{{1, 0}, {40, 128}, {1e-3, 255}, {-7, 3}} {
		want := make([]uint8, len(x))
		Quantise(Plain, want, x, tt.inverse, tt.zero)
		for i, v := range x {
			exact := math.RoundToEven(float64(float32(v*tt.inverse) + tt.zero))
			if v != v {
				exact = 255
			}
			if float64(want[i]) != min(255, max(0, exact)) {
				t.Fatalf("%g becomes %d with %v", v, want[i], tt)
			}
		}
		for _, kernel := range Usable() {
			got := make([]uint8, len(x))
			Quantise(kernel, got, x, tt.inverse, tt.zero)
			if !slices.Equal(got, want) {
				t.Errorf("%v differs with %v", kernel, tt)
			}
		}
	}
}

func TestKernelNames(t *testing.T) {
	list := Usable()
	if list[len(list)-1] != Plain || Best() != list[0] {
		t.Errorf("kernels %v, best %v", list, Best())
	}
	t.Logf("kernels here: %v", list)
	for _, k := range list {
		if k.String() == "" || !k.Usable() {
			t.Errorf("kernel %d", k)
		}
	}
}

// How fast are the products of one step of a layer, for few and for many sentences? MB/s are millions of
// multiplications a second.
func BenchmarkInt8(b *testing.B) {
	const k, n = 448, 896
	rng := rand.New(rand.NewPCG(1, 1))
	w := make([]int8, k*n)
	for i := range w {
		w[i] = int8(rng.IntN(2*MaxWeight+1) - MaxWeight)
	}
	p := PackInt8(w, k, n, make([]uint8, k))
	for _, kernel := range Usable() {
		for _, rows := range []int{1, 2, 4, 6, 24} {
			b.Run(fmt.Sprintf("%v/%d rows", kernel, rows), func(b *testing.B) {
				a, c := make([]uint8, rows*k), make([]int32, rows*p.N)
				b.SetBytes(int64(rows * k * n))
				for b.Loop() {
					p.Mul(kernel, c, p.N, a, k, rows)
				}
			})
		}
	}
}

func BenchmarkCell(b *testing.B) {
	const n = 224
	z, scale, bias, c, h := make([]int32, 4*n), make([]float32, 4*n), make([]float32, 4*n), make([]float32, n), make([]uint8, n)
	for _, kernel := range Usable() {
		b.Run(kernel.String(), func(b *testing.B) {
			for b.Loop() {
				Cell(kernel, z, scale, bias, c, h)
			}
		})
	}
}
