package syntax

import (
	"math/rand/v2"
	"testing"
)

// bruteForce finds the best score of a tree with one root by trying all head assignments.
func bruteForce(score []float32, n, ld int) float64 {
	head := make([]int32, n)
	best := -1e18
	var try func(i int)
	try = func(i int) {
		if i == n {
			roots, sum := 0, 0.0
			for k, h := range head {
				if h < 0 {
					roots++
					sum += float64(score[k*ld+n])
				} else {
					sum += float64(score[k*ld+int(h)])
				}
			}
			var s treeScratch
			if roots == 1 && !s.cyclic(head) && sum > best {
				best = sum
			}
			return
		}
		for h := int32(-1); h < int32(n); h++ {
			if h != int32(i) {
				head[i] = h
				try(i + 1)
			}
		}
	}
	try(0)
	return best
}

func TestBestTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	var s treeScratch
	for round := range 400 {
		n := 1 + rng.IntN(5)
		ld := n + 1 + rng.IntN(3)
		score := make([]float32, n*ld)
		for i := range score {
			score[i] = float32(rng.IntN(12) - 4)
			if round%2 == 0 {
				score[i] = float32(rng.NormFloat64() * 3)
			}
		}
		head := make([]int32, n)
		s.bestTree(head, score, ld)
		got, roots := 0.0, 0
		for i, h := range head {
			if h < 0 {
				roots++
				got += float64(score[i*ld+n])
			} else {
				got += float64(score[i*ld+int(h)])
			}
		}
		if roots != 1 || s.cyclic(head) {
			t.Fatalf("round %d: %v is no tree", round, head)
		}
		if want := bruteForce(score, n, ld); got < want-1e-4 {
			t.Fatalf("round %d: %v scores %g, the best tree %g", round, head, got, want)
		}
	}
}

func TestDistClass(t *testing.T) {
	for _, tt := range []struct{ dep, head, want int }{{3, 2, 0}, {3, 4, 10}, {0, 6, 15}, {0, 400, 19}, {400, 0, 9}, {5, -1, 20}} {
		if got := DistClass(tt.dep, tt.head); got != tt.want {
			t.Errorf("DistClass(%d, %d) is %d, want %d", tt.dep, tt.head, got, tt.want)
		}
	}
}

// One subject and one object a head. "which Beijing called a provocation": two subjects at first, then two objects; the
// words with least to lose give way.
func TestRelations(t *testing.T) {
	m := &Model{rootRel: 0, relGroup: []uint8{groupNone, groupSubject, groupObject, groupNone}}
	head := []int32{2, 2, -1, 2}
	score := []float32{
		0, 5, 4, -9, // which: subject, or object
		0, 9, 1, 0, // Beijing: subject
		9, 0, 0, 0, // called: root
		0, 1, 7, 6, // provocation: object, or the fourth relation
	}
	rel := make([]int32, 4)
	m.relations(new(Scratch), rel, head, score, 4)
	want := []int32{2, 1, 0, 3}
	for i := range rel {
		if rel[i] != want[i] {
			t.Fatalf("relations are %v, want %v", rel, want)
		}
	}
}
