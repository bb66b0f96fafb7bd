package dense

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(rng.NormFloat64())
	}
	return v
}

func near(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range got {
		if math.Abs(float64(got[i]-want[i])) > 1e-3*(1+math.Abs(float64(want[i]))) {
			t.Fatalf("%s: place %d is %g, want %g", what, i, got[i], want[i])
		}
	}
}

func TestMulAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, k := range []int{1, 5, 160, 300} {
		for _, rows := range []int{0, 1, 3, 4, 7, 8, 13, 29} {
			const n = 64
			b := random(rng, k*n)
			a, c := random(rng, (k+2)*max(rows, 1)), random(rng, (n+3)*max(rows, 1))
			want := append([]float32(nil), c...)
			for r := 0; r < rows; r++ {
				for j := 0; j < n; j++ {
					for i := 0; i < k; i++ {
						want[r*(n+3)+j] += a[r*(k+2)+i] * b[i*n+j]
					}
				}
			}
			var p, q Panels
			p.Pack(b, k, n, n)
			got := append([]float32(nil), c...)
			p.MulAdd(got, n+3, a, k+2, rows)
			near(t, "packed", got, want)
			bt := make([]float32, k*n)
			for i := range k {
				for j := range n {
					bt[j*k+i] = b[i*n+j]
				}
			}
			q.PackTransposed(bt, k, n, k)
			q.MulAdd(c, n+3, a, k+2, rows)
			near(t, "transposed", c, want)
		}
	}
}

func TestAddOuter(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, rows := range []int{0, 1, 9, 255, 256, 600} {
		const m, n = 24, 64
		a, b := random(rng, max(rows, 1)*(m+1)), random(rng, max(rows, 1)*(n+1))
		c := random(rng, m*n)
		want := append([]float32(nil), c...)
		for r := 0; r < rows; r++ {
			for i := range m {
				for j := range n {
					want[i*n+j] += a[r*(m+1)+i] * b[r*(n+1)+j]
				}
			}
		}
		var w Workspace
		w.AddOuter(c, n, a, m+1, m, b, n+1, n, rows)
		near(t, "outer", c, want)
	}
}

func BenchmarkMulAdd(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	var p Panels
	p.Pack(random(rng, 320*640), 320, 640, 640)
	a, c := random(rng, 500*320), make([]float32, 500*640)
	b.SetBytes(500 * 320 * 640)
	for b.Loop() {
		p.MulAdd(c, 640, a, 320, 500)
	}
}

func BenchmarkRecurrent(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	var p Panels
	p.Pack(random(rng, 160*640), 160, 640, 640)
	a, c := random(rng, 20*160), make([]float32, 20*640)
	b.SetBytes(20 * 160 * 640)
	for b.Loop() {
		p.MulAdd(c, 640, a, 160, 20)
	}
}

func BenchmarkAddOuter(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	a, d, c := random(rng, 500*320), random(rng, 500*640), make([]float32, 320*640)
	var w Workspace
	b.SetBytes(500 * 320 * 640)
	for b.Loop() {
		w.AddOuter(c, 640, a, 320, 320, d, 640, 640, 500)
	}
}
