package match

import (
	"fmt"
	"slices"
	"strings"
)

// Attempt tells how far one find of a rule got at an anchor.
type Attempt struct {
	Rule    *Rule
	Find    int
	Matched bool
	Passed  float64 // share of the find that held, 0 to 1
	Clause  string  // the clause that failed, as written
	Word    int32   // the word at which it failed, -1 if there is none
	Why     string  // what failed, in words; "" if the find matched
}

// String is the attempt on one line.
func (a Attempt) String() string {
	name := a.Rule.Name
	if len(a.Rule.finds) > 1 {
		name += fmt.Sprintf(" (find %d)", a.Find+1)
	}
	switch {
	case a.Matched:
		return name + ": matches"
	case a.Clause == "":
		return name + ": " + a.Why
	}
	return fmt.Sprintf("%s: %.0f%%, then in %q: %s", name, 100*a.Passed, a.Clause, a.Why)
}

// trace remembers the failure that came farthest.
type trace struct {
	matched bool
	any     bool
	pc      int32
	word    int32
	term    int // number of the constraint that failed, -1: the edge or clause did
	from    int32
	bound   int32 // the word that the target was bound to, -1 if none
}

// missed notes a failure: a constraint of a word, a word that the edge led to
// but that may not stand here (term -1), or no word at all (word -1).
func (m *matcher) missed(pc, word int32, term int) {
	t := m.trace
	if t == nil || m.quiet > 0 || m.spent {
		return
	}
	if t.any && (pc < t.pc || pc == t.pc && term <= t.term) {
		return
	}
	st := &m.plan.steps[pc]
	*t = trace{matched: t.matched, any: true, pc: pc, word: word, term: term, from: m.anchor, bound: -1}
	if st.op == opEdge {
		t.from, t.bound = m.slots[st.from], m.slots[st.to]
	}
}

// Explain tries all finds of all rules at an anchor and tells how far each got,
// those that got farthest first. It is meant for people who write rules, and
// slower than At.
func (p *Program) Explain(t Tree, anchor int32) []Attempt {
	var s Scratch
	m := &s.m
	if !m.begin(p, t, anchor, nil) {
		return nil
	}
	out := make([]Attempt, 0, len(p.plans))
	for i := range p.plans {
		pl := &p.plans[i]
		m.trace = &trace{word: -1}
		m.try(pl)
		out = append(out, m.attempt(pl))
	}
	slices.SortStableFunc(out, func(a, b Attempt) int {
		switch {
		case a.Passed > b.Passed:
			return -1
		case a.Passed < b.Passed:
			return 1
		}
		return 0
	})
	return out
}

func (m *matcher) attempt(pl *plan) Attempt {
	t := m.trace
	a := Attempt{Rule: pl.rule, Find: pl.find, Matched: t.matched, Word: -1}
	switch {
	case t.matched:
		a.Passed = 1
		return a
	case m.spent || !t.any:
		a.Why = fmt.Sprintf("the search was given up after %d words", MaxWork)
		return a
	}
	st := &pl.steps[t.pc]
	passed := float64(t.pc)
	if t.term > 0 {
		passed += float64(t.term) / float64(len(st.terms))
	}
	a.Passed = passed / float64(len(pl.steps))
	a.Clause, a.Word, a.Why = st.clause.text, t.word, m.why(st)
	return a
}

// why puts the noted failure into words.
func (m *matcher) why(st *step) string {
	t := m.trace
	switch {
	case st.op == opNot:
		return fmt.Sprintf("%q is forbidden, but is there", strings.TrimPrefix(st.clause.text, "no "))
	case t.term >= 0:
		return fmt.Sprintf("%s is not [%s]: %s", m.word(t.word), st.terms[t.term].text, m.tell(t.word, &st.terms[t.term]))
	case st.op != opEdge:
		return "the word at which the clause begins is unset"
	case t.word < 0:
		return fmt.Sprintf("%s has no %s", m.word(t.from), st.edge.describe())
	case t.bound >= 0:
		return fmt.Sprintf("%s leads to %s, not to %s", st.edge.text, m.word(t.word), m.word(t.bound))
	}
	return fmt.Sprintf("%s has another name already", m.word(t.word))
}

func (m *matcher) word(i int32) string { return fmt.Sprintf("%q", m.tree.Form(i)) }

// tell is what a word is in the respects in which a constraint asks.
func (m *matcher) tell(i int32, t *term) string {
	var parts []string
	for _, a := range t.alts {
		var s string
		switch a.kind {
		case altUPOS:
			s = "it is " + orNone(m.tree.UPOS(i))
		case altFirst:
			s = fmt.Sprintf("it is word %d", i-m.first+1)
		case altLast:
			s = fmt.Sprintf("it is word %d of %d", i-m.first+1, m.last-m.first)
		case altRel:
			s = "its relation is " + orNone(m.tree.Rel(i))
		case altXPOS:
			s = "its xpos is " + orNone(m.tree.XPOS(i))
		case altLemma:
			s = "its lemma is " + orNone(m.tree.Lemma(i))
		case altForm:
			s = "its form is " + orNone(m.tree.Form(i))
		case altFeat:
			s = "its " + a.key + " is " + orNone(m.tree.Feat(i, a.key))
		case altKindOf:
			s = "it belongs to " + negated(t.not) + "name of the kind " + a.val
		case altClass:
			s = "it belongs " + map[bool]string{true: "to", false: "not to"}[t.not] + " the class " + a.val
		}
		if !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func negated(not bool) string {
	if not {
		return "a "
	}
	return "no "
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// describe is what an edge leads to, in words.
func (e *edge) describe() string {
	rels := ""
	if len(e.rels) > 0 {
		var names []string
		for _, r := range e.rels {
			names = append(names, r.name)
		}
		rels = " by " + strings.Join(names, " or ")
		if e.not {
			rels = " by another relation than " + strings.Join(names, " or ")
		}
	}
	switch e.op {
	case toChild:
		return "child" + rels
	case toParent:
		return "parent" + rels
	case toBelow:
		return "word below it" + rels
	case toAbove:
		return "word above it" + rels
	case toNext:
		return "word after it"
	}
	return "word before it"
}
