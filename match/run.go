package match

import (
	"slices"
	"strings"
)

// MaxMatches is the most matches of one rule at one anchor.
const MaxMatches = 64

// MaxWork is the most words that one find looks at for one anchor, so that a
// rule of many >> in a long sentence ends in time.
const MaxWork = 20_000

// Scratch is the working memory of one goroutine; its zero value is ready. A
// yield function may not run a program with the Scratch that called it.
type Scratch struct{ m matcher }

// Truncated reports whether the last run met MaxMatches or MaxWork, so that
// matches may be missing.
func (s *Scratch) Truncated() bool { return s.m.truncated }

// Match is one way in which a rule matches.
type Match struct {
	Rule   *Rule
	Find   int     // which find of the rule, from 0
	Anchor int32   // the word at which the rule was tried
	Caps   []int32 // by the index of Rule.Names, -1 unset; valid until yield returns
}

// Get is the word that a capture holds, -1 if it is unset or unknown.
func (m Match) Get(name string) int32 {
	if i := m.Rule.index(name); i >= 0 {
		return m.Caps[i]
	}
	return -1
}

// Value is the word that a give points at, -1 for literals and unset captures.
func (m Match) Value(g Give) int32 {
	if g.Cap >= 0 {
		return m.Caps[g.Cap]
	}
	return -1
}

// Clone is a match that may be kept.
func (m Match) Clone() Match {
	m.Caps = slices.Clone(m.Caps)
	return m
}

// matcher runs one plan after another at one anchor.
type matcher struct {
	tree        Tree
	first, last int32
	anchor      int32
	yield       func(Match) bool

	plan      *plan
	slots     []int32
	hit       []bool  // by optional clause: did it match
	work      int     // words looked at for this plan
	seen      []int32 // captures that were yielded for this rule
	found     int     // how many they are
	spent     bool    // MaxWork was met
	truncated bool
	stopped   bool // yield wants no more

	lower []byte
	trace *trace // nil unless explaining
	quiet int    // in a clause whose failing isn't a failure
}

// At calls yield for each match of each rule at the anchor: rules in the order
// of their files, finds in the order of the rule, children and words from left
// to right. Two matches of a rule never have the same captures. It stops when
// yield returns false. An anchor outside the sentence has no matches. At doesn't
// allocate once the Scratch has grown.
func (p *Program) At(t Tree, anchor int32, s *Scratch, yield func(Match) bool) {
	m := &s.m
	if !m.begin(p, t, anchor, yield) {
		return
	}
	var have uint64
	for c := t.FirstChild(anchor); c >= 0; c = t.NextSibling(c) {
		have |= relBit(t.Rel(c))
	}
	own := relBit(t.Rel(anchor))
	lemma, upos, rest := m.byLemma(p, t.Lemma(anchor)), p.byUPOS[t.UPOS(anchor)], p.rest
	for !m.stopped {
		list := &rest
		if len(upos) > 0 && (len(*list) == 0 || upos[0] < (*list)[0]) {
			list = &upos
		}
		if len(lemma) > 0 && (len(*list) == 0 || lemma[0] < (*list)[0]) {
			list = &lemma
		}
		if len(*list) == 0 {
			break
		}
		pl := &p.plans[(*list)[0]]
		*list = (*list)[1:]
		if pl.own&own != 0 && pl.possible(have) {
			m.try(pl)
		}
	}
	m.tree, m.yield = nil, nil
}

// possible reports whether an anchor with children by these relations can match.
func (pl *plan) possible(have uint64) bool {
	for _, need := range pl.need {
		if have&need == 0 {
			return false
		}
	}
	return true
}

// begin makes ready for an anchor; it is false if the anchor lies outside the sentence.
func (m *matcher) begin(p *Program, t Tree, anchor int32, yield func(Match) bool) bool {
	m.tree, m.anchor, m.yield = t, anchor, yield
	m.first, m.last = t.Bounds()
	m.plan, m.truncated, m.stopped = nil, false, false
	if len(m.slots) < p.slots {
		m.slots = make([]int32, p.slots)
	}
	if len(m.hit) < p.opts {
		m.hit = make([]bool, p.opts)
	}
	return m.first <= anchor && anchor < m.last
}

// byLemma looks a lemma up in lower case.
func (m *matcher) byLemma(p *Program, lemma string) []int32 {
	for i := range len(lemma) {
		switch c := lemma[i]; {
		case c >= 0x80:
			return p.byLemma[strings.ToLower(lemma)]
		case c >= 'A' && c <= 'Z':
			m.lower = m.lower[:0]
			for j := range len(lemma) {
				c := lemma[j]
				if c >= 0x80 {
					return p.byLemma[strings.ToLower(lemma)]
				}
				if c >= 'A' && c <= 'Z' {
					c += 'a' - 'A'
				}
				m.lower = append(m.lower, c)
			}
			return p.byLemma[string(m.lower)]
		}
	}
	return p.byLemma[lemma]
}

// try runs one plan at the anchor.
func (m *matcher) try(pl *plan) {
	if m.plan == nil || m.plan.rule != pl.rule {
		m.seen, m.found = m.seen[:0], 0
	}
	m.plan, m.work, m.spent, m.quiet = pl, 0, false, 0
	head := &pl.steps[0]
	if !m.accept(0, head, m.anchor) {
		return
	}
	for i := range pl.slots {
		m.slots[i] = -1
	}
	m.slots[head.from] = m.anchor
	m.run(1)
	m.truncated = m.truncated || m.spent
}

// run goes on from step pc; it returns true to end the search: at the end of a
// forbidden clause, when yield wants no more, and when the work is spent.
func (m *matcher) run(pc int32) bool {
	st := &m.plan.steps[pc]
	switch st.op {
	case opYield:
		return m.emit()
	case opHead:
		i := m.slots[st.from]
		if i < 0 { // an optional clause has left it unset
			m.missed(pc, -1, -1)
			return false
		}
		return m.accept(pc, st, i) && m.run(pc+1)
	case opNot:
		m.quiet++
		found := m.run(pc + 1)
		m.quiet--
		if found {
			m.missed(pc, -1, -1)
			return m.spent
		}
		return m.run(st.end)
	case opNotEnd:
		return true
	case opOpt:
		before := m.hit[st.opt]
		m.hit[st.opt] = false
		m.quiet++
		stop := m.run(pc + 1)
		m.quiet--
		hit := m.hit[st.opt]
		m.hit[st.opt] = before
		if stop || hit {
			return stop
		}
		return m.run(st.end)
	case opOptEnd:
		m.hit[st.opt] = true
		m.quiet--
		stop := m.run(pc + 1)
		m.quiet++
		return stop
	}
	return m.follow(pc, st)
}

// follow goes along an edge to each word that it leads to, or tests it where
// the word is bound already.
func (m *matcher) follow(pc int32, st *step) bool {
	from, e, t := m.slots[st.from], st.edge, m.tree
	any := false // did the edge lead to a word
	switch e.op {
	case toChild:
		for c := t.FirstChild(from); c >= 0; c = t.NextSibling(c) {
			if e.takes(t.Rel(c)) {
				any = true
				if m.reach(pc, st, c) {
					return true
				}
			}
		}
	case toParent:
		if h := t.Head(from); h >= 0 && e.takes(t.Rel(from)) {
			any = true
			if m.reach(pc, st, h) {
				return true
			}
		}
	case toBelow:
		if e.zero && m.reach(pc, st, from) {
			return true
		}
		if m.descend(pc, st, from, &any) {
			return true
		}
	case toAbove:
		if e.zero && m.reach(pc, st, from) {
			return true
		}
		for i := from; e.takes(t.Rel(i)) && !m.spent; {
			i = t.Head(i)
			if i < 0 {
				break
			}
			any = true
			if m.reach(pc, st, i) {
				return true
			}
		}
	case toNext:
		for i := from + 1; i < m.last && i-from <= e.within; i++ {
			any = true
			if m.reach(pc, st, i) {
				return true
			}
		}
	case toPrevious:
		for i := from - 1; i >= m.first && from-i <= e.within; i-- {
			any = true
			if m.reach(pc, st, i) {
				return true
			}
		}
	}
	if !any && !e.zero {
		m.missed(pc, -1, -1)
	}
	return m.spent
}

// descend visits the words below i by relations that the edge takes, each
// before the words below it.
func (m *matcher) descend(pc int32, st *step, i int32, any *bool) bool {
	t := m.tree
	for c := t.FirstChild(i); c >= 0; c = t.NextSibling(c) {
		if !st.edge.takes(t.Rel(c)) {
			continue
		}
		*any = true
		if m.reach(pc, st, c) || m.descend(pc, st, c, any) {
			return true
		}
	}
	return m.spent
}

// reach tests a word that an edge leads to and goes on from there.
func (m *matcher) reach(pc int32, st *step, i int32) bool {
	if m.work++; m.work > MaxWork {
		m.spent = true
		return true
	}
	if bound := m.slots[st.to]; bound >= 0 {
		if bound != i {
			m.missed(pc, i, -1)
			return false
		}
		return m.accept(pc, st, i) && m.run(pc+1)
	}
	if int(st.to) < m.plan.named && !(st.edge.zero && i == m.slots[st.from]) && slices.Contains(m.slots[:m.plan.named], i) {
		m.missed(pc, i, -1)
		return false
	}
	if !m.accept(pc, st, i) {
		return false
	}
	m.slots[st.to] = i
	stop := m.run(pc + 1)
	m.slots[st.to] = -1
	return stop
}

// accept tests the constraints of a step.
func (m *matcher) accept(pc int32, st *step, i int32) bool {
	for n := range st.terms {
		if st.terms[n].holds(m.tree, i, m.first, m.last) == st.terms[n].not {
			m.missed(pc, i, n)
			return false
		}
	}
	return true
}

// emit hands a match over unless one with the same captures was.
func (m *matcher) emit() bool {
	if m.trace != nil {
		m.trace.matched, m.stopped = true, true
		return true
	}
	n := m.plan.caps
	caps := m.slots[:n]
	for i := range m.found {
		if slices.Equal(m.seen[i*n:(i+1)*n], caps) {
			return false
		}
	}
	if m.found == MaxMatches {
		m.truncated = true
		return true
	}
	m.seen = append(m.seen, caps...)
	m.found++
	if !m.yield(Match{Rule: m.plan.rule, Find: m.plan.find, Anchor: m.anchor, Caps: m.seen[len(m.seen)-n:]}) {
		m.stopped = true
	}
	return m.stopped
}

// takes reports whether the edge goes along a relation.
func (e *edge) takes(rel string) bool {
	if len(e.rels) == 0 {
		return true
	}
	for i := range e.rels {
		if relIs(rel, e.rels[i].name, e.rels[i].exact) {
			return !e.not
		}
	}
	return e.not
}

// relIs reports whether a relation is the named one or, unless exact, a subtype of it.
func relIs(rel, name string, exact bool) bool {
	return rel == name || !exact && len(rel) > len(name) && rel[len(name)] == ':' && rel[:len(name)] == name
}

// holds reports whether one of the alternatives is true of a word.
func (t *term) holds(tree Tree, i, first, last int32) bool {
	for n := range t.alts {
		if t.alts[n].holds(tree, i, first, last) {
			return true
		}
	}
	return false
}

func (a *alt) holds(tree Tree, i, first, last int32) bool {
	switch a.kind {
	case altUPOS:
		return tree.UPOS(i) == a.val
	case altFirst:
		return i == first
	case altLast:
		return i == last-1
	case altRel:
		return relIs(tree.Rel(i), a.val, a.exact)
	case altXPOS:
		x := tree.XPOS(i)
		return x == a.val || a.prefix && strings.HasPrefix(x, a.val)
	case altLemma:
		return a.folded(tree.Lemma(i))
	case altForm:
		return a.folded(tree.Form(i))
	case altFeat:
		return a.feature(tree.Feat(i, a.key))
	case altKindOf:
		return tree.Kind(a.val, i)
	case altClass:
		return tree.Class(a.val, i)
	}
	return false
}

func (a *alt) folded(s string) bool {
	if a.prefix {
		return len(s) >= len(a.val) && strings.EqualFold(s[:len(a.val)], a.val)
	}
	return s == a.val || strings.EqualFold(s, a.val)
}

// feature compares with each of the values that commas divide.
func (a *alt) feature(values string) bool {
	for values != "" {
		v, rest, _ := strings.Cut(values, ",")
		if v == a.val || a.prefix && strings.HasPrefix(v, a.val) {
			return true
		}
		values = rest
	}
	return false
}
