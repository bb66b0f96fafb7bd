package syntax

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals/engine/syntax/matrix"
)

// made gives n sentences of up to most words, drawn from a list of words of all sorts.
func made(n, most int) [][]string {
	words := strings.Fields(`The the a its two 14 2,500 Norvia Ostland Mara Iven Orlo Geneva Kyiv U.N. EU NATO army minister foreign prime
		president rebels protesters police talks truce border village embassy sanctions missile convoy killed met said says visited
		condemned has been was will would not n't to of in on at by with after before because that which who and or but , . ; : “ ” " ( )
		- -- ’s 's On Monday last week northern former ARMY TALKS FAIL 👍 Президент 习近平 café naïve e-mail http://example.org $5m 10% Oct. 7`)
	rng := rand.New(rand.NewPCG(13, 14))
	out := make([][]string, n)
	for i := range out {
		s := make([]string, 1+rng.IntN(most))
		for k := range s {
			s[k] = words[rng.IntN(len(words))]
		}
		out[i] = s
	}
	return out
}

func forest(n int) []*Tree {
	ts := make([]*Tree, n)
	for i := range ts {
		ts[i] = new(Tree)
	}
	return ts
}

// Every kernel of the machine gives the trees of plain Go, whether sentences come together or one by one.
func TestKernelsAgree(t *testing.T) {
	n := 1000
	if testing.Short() {
		n = 100
	}
	sents := append(made(n, 9), made(3, 120)...)
	m := load(t)
	parse := func(k matrix.Kernel, group int) []*Tree {
		own, err := m.WithKernel(k)
		if err != nil {
			t.Fatal(err)
		}
		var s Scratch
		ts := forest(len(sents))
		for i := 0; i < len(sents); i += group {
			last := min(len(sents), i+group)
			own.ParseBatch(&s, sents[i:last], ts[i:last])
		}
		return ts
	}
	want := parse(matrix.Plain, len(sents))
	for _, k := range matrix.Usable() {
		for _, group := range []int{1, 7, len(sents)} {
			if k == matrix.Plain && group != 7 {
				continue // slow
			}
			got := parse(k, group)
			for i := range want {
				if d := cmp.Diff(want[i], got[i]); d != "" {
					t.Fatalf("%v, %d together: sentence %q: %s", k, group, sents[i], d)
				}
			}
		}
	}
	if _, err := m.WithKernel(matrix.Kernel(200)); err == nil {
		t.Error("a kernel that there is not was taken")
	}
}

// With a warm scratch nothing is allocated for a word; what remains is for the rare sentence whose best heads form
// no tree.
func TestNoAllocation(t *testing.T) {
	m := load(t)
	text, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var sents [][]string
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		sents = append(sents, strings.Fields(line))
	}
	var s Scratch
	allocs := func(batch [][]string) float64 {
		ts := forest(len(batch))
		m.ParseBatch(&s, batch, ts)
		return testing.AllocsPerRun(5, func() { m.ParseBatch(&s, batch, ts) })
	}
	var quiet [][]string
	for _, one := range sents {
		if allocs([][]string{one}) < 1 {
			quiet = append(quiet, one)
		}
	}
	if 4*len(quiet) < 3*len(sents) {
		t.Errorf("only %d of %d sentences allocate nothing", len(quiet), len(sents))
	}
	if n := allocs(quiet); n >= 1 {
		t.Errorf("%v allocations for %d sentences in step", n, len(quiet))
	}
}
