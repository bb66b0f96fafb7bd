package matrix

import (
	"math"
	"math/rand/v2"
	"testing"
)

// values gives n numbers, among them zeros of both signs, denormals, infinities and the largest ones.
func values(rng *rand.Rand, n int, extreme bool) []float32 {
	odd := []float32{0, float32(math.Copysign(0, -1)), 1e-42, -1e-40, math.MaxFloat32, -math.MaxFloat32,
		float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN()), 4.97, -4.97, 1e-20}
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(rng.NormFloat64())
		if extreme && rng.IntN(10) == 0 {
			v[i] = odd[rng.IntN(len(odd))]
		}
	}
	return v
}

func same(a, b []float32) int {
	for i := range a {
		if math.Float32bits(a[i]) != math.Float32bits(b[i]) && (a[i] == a[i] || b[i] == b[i]) {
			return i
		}
	}
	return -1
}

func TestProductTwins(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, extreme := range []bool{false, true} {
		for _, k := range []int{1, 2, 7, 160, 288} {
			for _, n := range []int{1, 64, 70, 640} {
				for rows := 0; rows <= 5; rows++ {
					p := Pack(values(rng, k*n, extreme), k, n)
					lda, ldc := k+3, p.N+5
					a := values(rng, lda*max(rows, 1), extreme)
					c := values(rng, ldc*max(rows, 1), extreme)
					want := append([]float32(nil), c...)
					mulAddPlain(p, want, ldc, a, lda, rows)
					for _, kernel := range Usable() {
						got := append([]float32(nil), c...)
						p.MulAdd(kernel, got, ldc, a, lda, rows)
						if i := same(got, want); i >= 0 {
							t.Fatalf("%v: extreme %v k %d n %d rows %d: place %d is %g, want %g", kernel, extreme, k, n, rows, i, got[i], want[i])
						}
					}
				}
			}
		}
	}
}

func TestProductOrder(t *testing.T) {
	// 1e8 + 1 - 1e8 in this order is 0 in float32; another order or a wider sum would give 1.
	p := Pack([]float32{1e8, 1, -1e8}, 3, 1)
	for _, kernel := range Usable() {
		c := make([]float32, 2*p.N)
		p.MulAdd(kernel, c, p.N, []float32{1, 1, 1, 1, 1, 1}, 3, 2)
		if c[0] != 0 || c[p.N] != 0 {
			t.Errorf("%v: got %g and %g, want 0", kernel, c[0], c[p.N])
		}
	}
}

func TestActivationTwins(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 7, 8, 9, 1000, 4099} {
		x := values(rng, n, true)
		for i := range x {
			x[i] *= 4
		}
		th, sg := append([]float32(nil), x...), append([]float32(nil), x...)
		Tanh(th)
		Sigmoid(sg)
		for i, v := range x {
			if math.Float32bits(th[i]) != math.Float32bits(tanh(v)) || math.Float32bits(sg[i]) != math.Float32bits(sigmoid(v)) {
				t.Fatalf("of %g: tanh %g and %g, sigmoid %g and %g", v, th[i], tanh(v), sg[i], sigmoid(v))
			}
		}
	}
}

func TestActivationValues(t *testing.T) {
	for x := -20.0; x <= 20; x += 0.01 {
		if d := math.Abs(float64(tanh(float32(x))) - math.Tanh(x)); d > 2e-4 {
			t.Errorf("tanh(%g) is off by %g", x, d)
		}
		if d := math.Abs(float64(sigmoid(float32(x))) - 1/(1+math.Exp(-x))); d > 1e-4 {
			t.Errorf("sigmoid(%g) is off by %g", x, d)
		}
	}
}

func TestExp(t *testing.T) {
	for x := -79.0; x <= 79; x += 0.037 {
		got, want := float64(Exp(float32(x))), math.Exp(float64(float32(x)))
		if math.Abs(got-want) > 2e-6*want {
			t.Errorf("exp(%g) is %g, want %g", x, got, want)
		}
	}
	if Exp(-1000) != 0 || Exp(float32(math.NaN())) != 0 || math.IsInf(float64(Exp(1000)), 0) {
		t.Error("extremes are not held")
	}
}
