package train

import (
	"math/rand/v2"
	"strings"
	"testing"

	"annals/lab/eval/conll"
	"github.com/google/go-cmp/cmp"
)

func words(rows ...string) []conll.Word {
	var out []conll.Word
	for _, r := range rows {
		f := strings.Fields(r)
		w := conll.Word{Form: f[0], UPOS: f[1], Rel: f[3]}
		for _, c := range f[2] {
			w.Head = w.Head*10 + int(c-'0')
		}
		w.Head--
		out = append(out, w)
	}
	return out
}

func TestNameCore(t *testing.T) {
	s := words("the DET 3 det", "national ADJ 3 amod", "Bank PROPN 0 root", "of ADP 5 case", "Norway PROPN 3 nmod",
		", PUNCT 8 punct", "which PRON 8 nsubj", "failed VERB 3 acl:relcl")
	if a, b := core(s, 0, 8, 2); a != 1 || b != 5 {
		t.Errorf("core is %d to %d, want 1 to 5", a, b)
	}
	got := make([]string, 6)
	label(got, []span{{1, 2, "place"}, {0, 3, "organization"}, {4, 5, "person"}})
	want := strings.Fields("B-organization I-organization I-organization O B-person O")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestCrudeSentences(t *testing.T) {
	got := crudeSentences(`Mr. Adeyemi didn't resign on Monday. "It's a well-known U.S. demand," he said (again).`)
	want := [][]string{strings.Fields(`Mr. Adeyemi did n't resign on Monday .`),
		strings.Fields(`" It 's a well - known U.S. demand , " he said ( again ) .`)}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestBatches(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	var all []*example
	for i := range 300 {
		all = append(all, &example{types: make([]int32, 1+i%40)})
	}
	seen := map[*example]bool{}
	for _, b := range batches(all, 200, rng) {
		words := 0
		for i, e := range b {
			if seen[e] {
				t.Fatal("an example comes twice")
			}
			seen[e] = true
			words += len(e.types)
			if i > 0 && len(e.types) > len(b[i-1].types) {
				t.Error("a batch is not sorted by falling length")
			}
		}
		if words > 200 {
			t.Errorf("batch of %d words", words)
		}
	}
	if len(seen) != 300 {
		t.Errorf("%d of 300 examples seen", len(seen))
	}
}

func TestLayout(t *testing.T) {
	var l layout
	l.build([]int{3, 2, 2, 1})
	if l.rows() != 8 || l.steps() != 3 || l.at(2, 1) != 6 || l.width(1) != 3 {
		t.Errorf("layout %+v", l)
	}
	if p, w := l.neighbour(1, false); p != 0 || w != 3 {
		t.Errorf("before step 1: %d, %d", p, w)
	}
	if p, w := l.neighbour(0, true); p != 1 || w != 3 {
		t.Errorf("after step 0: %d, %d", p, w)
	}
}
