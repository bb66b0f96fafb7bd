package match

import (
	"fmt"
	"strings"
	"testing"
)

// manyRules is n rules of constructions, anchored at any verb or at one of many verbs.
func manyRules(t testing.TB, n int, lemmas bool) *Program {
	t.Helper()
	shapes := []string{
		"h:[%s] >nsubj:pass p, h >obl a, a >case [by]",
		"h:[%s Voice=Pass] >nsubj:pass p, no h >obl [] >case [by]",
		"h:[%s] >nsubj s, h >obj o, opt h >obl w, w >case [with|against]",
		"h:[%s] >xcomp x >obj o, h >nsubj s",
		"h:[%s] <acl:relcl n, h >obj o",
		"h:[%s] >>conj c >nsubj s, no h >nsubj",
		"h:[%s] >ccomp c:[VERB] >nsubj s, h >nsubj:pass d",
		"h:[%s] >obl|advcl p >case [#place], h >advmod [not]",
	}
	var src strings.Builder
	for i := range n {
		anchor := "VERB"
		if lemmas {
			anchor = fmt.Sprintf("VERB verb%d|other%d", i, i)
			if i%60 == 0 {
				anchor = "VERB expel"
			}
		}
		fmt.Fprintf(&src, "rule r%d\nfind "+shapes[i%len(shapes)]+"\n", i, anchor)
	}
	f, problems := Parse("f", []byte(src.String()))
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	p, err := Compile(f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// How long do 300 rules take at a verb that some of them match?
func BenchmarkAtVerb(b *testing.B) {
	for _, lemmas := range []bool{false, true} {
		b.Run(fmt.Sprintf("lemmas=%v", lemmas), func(b *testing.B) {
			p, tr := manyRules(b, 300, lemmas), tree(b, expelled)
			var s Scratch
			n := 0
			count := func(Match) bool { n++; return true }
			b.ReportAllocs()
			for b.Loop() {
				p.At(tr, 3, &s, count)
			}
			b.ReportMetric(float64(n)/float64(b.N), "matches/op")
		})
	}
}

func TestAtDoesNotAllocate(t *testing.T) {
	p, tr := manyRules(t, 300, false), tree(t, expelled)
	var s Scratch
	n := 0
	count := func(Match) bool { n++; return true }
	p.At(tr, 3, &s, count)
	if n == 0 {
		t.Fatal("nothing matches")
	}
	if a := testing.AllocsPerRun(20, func() { p.At(tr, 3, &s, count); p.At(tr, 5, &s, count) }); a > 0 {
		t.Errorf("%v allocations", a)
	}
}

// One program serves many goroutines; each finds the same.
func TestConcurrent(t *testing.T) {
	p, tr := manyRules(t, 40, false), tree(t, expelled)
	run := func() string {
		var s Scratch
		out := ""
		p.At(tr, 3, &s, func(m Match) bool { out += m.Rule.Name + m.tell(tr); return true })
		return out
	}
	want := run()
	got := make(chan string)
	for range 4 {
		go func() { got <- run() }()
	}
	for range 4 {
		if g := <-got; g != want {
			t.Errorf("got %s, want %s", g, want)
		}
	}
}
