package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// joins says by definition whether an edge leads from word i to word j.
func (e *edge) joins(t *Parsed, i, j int32) bool {
	climbs := func(from, to int32) bool { // one or more steps up
		for from != to {
			if !e.takes(t.Rel(from)) || t.Head(from) < 0 {
				return false
			}
			if from = t.Head(from); from == to {
				return true
			}
		}
		return false
	}
	switch e.op {
	case toChild:
		return t.Head(j) == i && e.takes(t.Rel(j))
	case toParent:
		return t.Head(i) == j && e.takes(t.Rel(i))
	case toBelow:
		return e.zero && i == j || climbs(j, i)
	case toAbove:
		return e.zero && i == j || climbs(i, j)
	case toNext:
		return j > i && j-i <= e.within
	}
	return j < i && i-j <= e.within
}

// solve calls yield with each way in which the clauses hold, trying every word
// of the sentence for every word of every clause.
func solve(t *Parsed, clauses []clause, env map[string]int32, anchor int32, yield func(map[string]int32)) {
	if len(clauses) == 0 {
		yield(env)
		return
	}
	c := clauses[0]
	var ways []map[string]int32
	chain(t, c, 0, -1, env, anchor, func(e map[string]int32) { ways = append(ways, e) })
	switch {
	case c.mode == mustNot && len(ways) == 0, c.mode == mayBe && len(ways) == 0:
		solve(t, clauses[1:], env, -1, yield)
	case c.mode != mustNot:
		for _, w := range ways {
			solve(t, clauses[1:], w, -1, yield)
		}
	}
}

func chain(t *Parsed, c clause, k int, prev int32, env map[string]int32, anchor int32, yield func(map[string]int32)) {
	if k == len(c.nodes) {
		yield(env)
		return
	}
	first, last := t.Bounds()
	for j := first; j < last; j++ {
		n := c.nodes[k]
		at, bound := env[n.name]
		switch {
		case k == 0 && anchor >= 0 && j != anchor, k == 0 && anchor < 0 && !bound:
			continue
		case k > 0 && !c.edges[k-1].joins(t, prev, j), bound && n.name != "" && at != j:
			continue
		case slices.ContainsFunc(n.terms, func(x term) bool { return x.holds(t, j, first, last) == x.not }):
			continue
		}
		next := map[string]int32{}
		clash := false
		for name, i := range env {
			next[name] = i
			clash = clash || n.name != "" && !bound && i == j
		}
		if clash && !(k > 0 && c.edges[k-1].zero && prev == j) {
			continue
		}
		if n.name != "" {
			next[n.name] = j
		}
		chain(t, c, k+1, j, next, -1, yield)
	}
}

// The matcher finds what the definition says, on random rules and trees.
func TestMatcherAgreesWithDefinition(t *testing.T) {
	matched := 0
	rapid.Check(t, func(t *rapid.T) {
		pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
		var words []ParsedWord
		for i := range rapid.IntRange(3, 7).Draw(t, "words") {
			head := int32(-1)
			if i > 0 {
				head = int32(rapid.IntRange(0, i-1).Draw(t, "head"))
			}
			words = append(words, ParsedWord{Form: fmt.Sprint("w", i), Lemma: pick("lemma", "go", "come"), UPOS: pick("upos", "VERB", "NOUN"), Head: head, Rel: pick("rel", "nsubj", "nsubj:pass", "obj", "conj")})
		}
		// Turn the order of some sentences about, so that heads stand behind.
		if rapid.Bool().Draw(t, "reversed") {
			slices.Reverse(words)
			for i := range words {
				if words[i].Head >= 0 {
					words[i].Head = int32(len(words)-1) - words[i].Head
				}
			}
		}
		tr, err := NewParsed(words)
		if err != nil {
			t.Fatal(err)
		}

		known := []string{"h"}
		node := func(names ...string) string {
			name := pick("name", append(names, "", "", "a", "b")...)
			cons := "[" + pick("constraint", "", "", "", "", "", "", "", "", "VERB", "!VERB", "go", "rel=obj|conj", "!^", "VERB|come") + "]"
			switch {
			case name == "":
				return cons
			case cons == "[]":
				return name
			}
			return name + ":" + cons
		}
		find := "h"
		for c := range rapid.IntRange(1, 4).Draw(t, "clauses") {
			mode := ""
			if c > 0 {
				mode = pick("mode", "", "no ", "opt ", "opt ")
				find += ", " + mode + pick("head", known...)
			}
			for range rapid.IntRange(1, 2).Draw(t, "edges") {
				n := node(known...)
				find += " " + pick("edge", ">", "<", ">>", "<<", ">nsubj", ">nsubj=", ">!obj", "<obj|conj", ">>conj|obj", ">conj*", "<conj*", ".", "..2", "<.", "<..2", "..") + " " + n
				if name, _, _ := strings.Cut(n, ":"); mode != "no " && name[0] != '[' && !slices.Contains(known, name) {
					known = append(known, name)
				}
			}
		}
		f, problems := Parse("f", []byte("rule r\nfind "+find))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", find, problems)
		}
		p, err := Compile(f)
		if err != nil {
			t.Fatalf("%s: %v", find, err)
		}
		r := f.Rules[0]
		var s Scratch
		for anchor := range words {
			var got, want []string
			p.At(tr, int32(anchor), &s, func(m Match) bool {
				got = append(got, fmt.Sprint(m.Caps))
				return true
			})
			if s.Truncated() {
				return
			}
			solve(tr, r.finds[0].clauses, map[string]int32{}, int32(anchor), func(env map[string]int32) {
				caps := make([]int32, len(r.names))
				for i, n := range r.names {
					caps[i] = -1
					if j, ok := env[n]; ok {
						caps[i] = j
					}
				}
				want = append(want, fmt.Sprint(caps))
			})
			matched += len(got)
			slices.Sort(got)
			slices.Sort(want)
			if d := cmp.Diff(slices.Compact(want), got); d != "" && len(want)+len(got) > 0 {
				t.Fatalf("find %s at %d of\n%s-definition +matcher\n%s", find, anchor, WriteParses(parsesOf(tr), nil), d)
			}
			for _, a := range p.Explain(tr, int32(anchor)) {
				if a.Matched != (len(got) > 0) || !a.Matched && a.Why == "" {
					t.Fatalf("find %s at %d: %d matches, but Explain says %+v", find, anchor, len(got), a)
				}
			}
		}
	})
	if matched == 0 {
		t.Error("no rule ever matched: the test proves nothing")
	}
}

func parsesOf(t *Parsed) *Parses {
	p := &Parses{}
	p.Add(t)
	return p
}
