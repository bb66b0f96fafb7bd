package match

import (
	"fmt"
	"strings"

	"annals/table"
)

// Examples are the sentences of the file's examples, each once, in the order of
// the file: those whose parses must be stored.
func (f *File) Examples() []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range f.Rules {
		for _, e := range r.Examples {
			if t := e.Text(); !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	return out
}

// Test runs the examples of the file on stored parses. A yes sentence must have
// a match of its own rule at the marked word (at any word, where none is
// marked) with the captures told; a no sentence must have none there.
func (f *File) Test(p *Parses, w Words) []table.Problem {
	var out []table.Problem
	var s Scratch
	for _, r := range f.Rules {
		prog, err := Compile(&File{Name: f.Name, Rules: []*Rule{r}})
		if err != nil {
			continue // Check tells it
		}
		for _, e := range r.Examples {
			stored := p.Get(e.Text())
			if stored == nil {
				out = append(out, fault(e.Pos, "store the parses of the examples again", "no parse is stored of %q", e.Text()))
				continue
			}
			t := *stored
			t.Known = w
			if x, ok := prog.test(&t, e, &s); !ok {
				x.Pos = e.Pos
				out = append(out, x)
			}
		}
	}
	return out
}

// test runs one example of a program's only rule.
func (p *Program) test(t *Parsed, e Example, s *Scratch) (table.Problem, bool) {
	first, last := t.Bounds()
	if e.Anchor >= 0 {
		first, last = int32(e.Anchor), int32(e.Anchor)+1
	}
	fits, other := false, ""
	var unwanted string
	for i := first; i < last && !fits; i++ {
		p.At(t, i, s, func(m Match) bool {
			unwanted = m.tell(t)
			miss := m.misses(t, e)
			if miss == "" {
				fits = true
			} else if other == "" {
				other = miss
			}
			return !fits && e.Want
		})
	}
	rule := p.rules[0].Name
	switch {
	case e.Want && !fits && other != "":
		return table.Problem{Msg: fmt.Sprintf("rule %s matches, but %s", rule, other)}, false
	case e.Want && !fits:
		return table.Problem{Msg: fmt.Sprintf("rule %s doesn't match", rule), Hint: p.nearest(t, first, last)}, false
	case !e.Want && unwanted != "":
		return table.Problem{Msg: fmt.Sprintf("rule %s matches a sentence that it must not: %s", rule, unwanted)}, false
	}
	return table.Problem{}, true
}

// nearest is why the best attempt at one of the words failed.
func (p *Program) nearest(t Tree, first, last int32) string {
	best := Attempt{Passed: -1}
	for i := first; i < last; i++ {
		if a := p.Explain(t, i); len(a) > 0 && a[0].Passed > best.Passed {
			best = a[0]
		}
	}
	if best.Clause != "" {
		return fmt.Sprintf("in %q: %s", best.Clause, best.Why)
	}
	return best.Why
}

// misses is what an example expects and the match hasn't, or "".
func (m Match) misses(t *Parsed, e Example) string {
	var parts []string
	for _, x := range e.Caps {
		i := m.Get(x.Name)
		switch {
		case i < 0 && x.Form != "-":
			parts = append(parts, fmt.Sprintf("%s is unset, not %s", x.Name, x.Form))
		case i >= 0 && (t.Form(i) != x.Form || x.Nth > 0 && t.nth(i) != x.Nth):
			parts = append(parts, fmt.Sprintf("%s=%s", x.Name, Expect{Form: t.Form(i), Nth: t.nth(i)}.form()))
		}
	}
	return strings.Join(parts, ", ")
}

// nth is which of the words of its form word i is, from 1.
func (t *Parsed) nth(i int32) int {
	n := 0
	for j := int32(0); j <= i; j++ {
		if t.Form(j) == t.Form(i) {
			n++
		}
	}
	return n
}

// tell is the anchor and captures of a match as an example would write them.
func (m Match) tell(t *Parsed) string {
	s := "at " + t.Form(m.Anchor)
	for n, i := range m.Caps {
		if i >= 0 {
			s += fmt.Sprintf(" %s=%s", m.Rule.names[n], t.Form(i))
		}
	}
	return s
}
