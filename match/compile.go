package match

import (
	"errors"
	"math"
	"slices"
	"strings"
)

// Program is a set of rules made ready to run. It is immutable and safe for
// concurrent use.
type Program struct {
	rules []*Rule
	plans []plan // one a find, in the order of files, rules and finds

	// Plans by what their anchor must be; each plan stands in one list, and the
	// numbers in a list ascend.
	byLemma map[string][]int32
	byUPOS  map[string][]int32
	rest    []int32

	slots, opts int // the most that a plan has
}

// Rules are the rules of the program in the order in which they are tried.
func (p *Program) Rules() []*Rule { return p.rules }

// plan is a find as a row of steps.
type plan struct {
	rule  *Rule
	find  int
	steps []step
	caps  int      // slots below it are captures
	named int      // slots below it have a name; the rest are anonymous words
	slots int      // all slots
	opts  int      // optional clauses
	need  []uint64 // for each child the anchor must have: the bits of its relations
	own   uint64   // the bits of the relations by which the anchor may hang
}

type stepOp uint8

const (
	opHead stepOp = iota // test the first word of a clause
	opEdge               // go along an edge
	opNot                // a clause that must not match, up to opNotEnd
	opNotEnd
	opOpt // a clause that may match, up to opOptEnd
	opOptEnd
	opYield
)

type step struct {
	op       stepOp
	from, to int32  // slots
	edge     *edge  // of opEdge
	terms    []term // what the word reached must be, cheapest first
	end      int32  // of opNot and opOpt: the step behind the clause
	opt      int32  // of opOpt and opOptEnd: number of the optional clause
	clause   *clause
}

// Compile makes rules ready to run. Rules that cannot be run are left out and
// told in the error; the program holds all the others.
func Compile(files ...*File) (*Program, error) {
	p := &Program{byLemma: map[string][]int32{}, byUPOS: map[string][]int32{}}
	var errs []error
	for _, f := range files {
		for _, r := range f.Rules {
			if problems := r.checkNames(); len(problems) > 0 {
				for _, x := range problems {
					errs = append(errs, x)
				}
				continue
			}
			p.rules = append(p.rules, r)
			for i := range r.finds {
				p.add(newPlan(r, i))
			}
		}
	}
	return p, errors.Join(errs...)
}

func (p *Program) add(pl plan) {
	n := int32(len(p.plans))
	p.plans = append(p.plans, pl)
	p.slots, p.opts = max(p.slots, pl.slots), max(p.opts, pl.opts)
	terms := pl.steps[0].terms
	if keys := keysOf(terms, altLemma); keys != nil {
		for _, k := range keys {
			p.byLemma[k] = append(p.byLemma[k], n)
		}
	} else if keys := keysOf(terms, altUPOS); keys != nil {
		for _, k := range keys {
			p.byUPOS[k] = append(p.byUPOS[k], n)
		}
	} else {
		p.rest = append(p.rest, n)
	}
}

// keysOf is the words of the first constraint that is made of one kind of
// alternatives only, or nil.
func keysOf(terms []term, kind altKind) []string {
	for _, t := range terms {
		var keys []string
		if t.not {
			continue
		}
		for _, a := range t.alts {
			if a.kind != kind || a.prefix {
				keys = nil
				break
			}
			if !slices.Contains(keys, a.val) {
				keys = append(keys, a.val)
			}
		}
		if keys != nil {
			return keys
		}
	}
	return nil
}

func newPlan(r *Rule, n int) plan {
	f := &r.finds[n]
	pl := plan{rule: r, find: n, caps: len(r.names), named: len(r.names), own: math.MaxUint64}
	for _, c := range f.clauses {
		if c.mode == mustNot {
			pl.named += len(c.nodes) // room for names of their own
		}
	}
	pl.slots = pl.named
	local := int32(pl.caps)
	bound := map[string]bool{}
	for ci := range f.clauses {
		c := &f.clauses[ci]
		own := map[string]int32{} // names that only this clause knows
		slot := func(nd node) int32 {
			switch {
			case nd.name == "":
				pl.slots++
				return int32(pl.slots - 1)
			case c.mode != mustNot || bound[nd.name]:
				bound[nd.name] = true
				return int32(r.index(nd.name))
			}
			if _, ok := own[nd.name]; !ok {
				own[nd.name] = local
				local++
			}
			return own[nd.name]
		}
		opens := len(pl.steps)
		switch c.mode {
		case mustNot:
			pl.steps = append(pl.steps, step{op: opNot, clause: c})
		case mayBe:
			pl.steps = append(pl.steps, step{op: opOpt, clause: c, opt: int32(pl.opts)})
		}
		at := slot(c.nodes[0])
		pl.steps = append(pl.steps, step{op: opHead, from: at, to: at, terms: cheapest(c.nodes[0].terms), clause: c})
		if c.mode == must && len(c.edges) > 0 && at == pl.steps[0].from {
			switch e := &c.edges[0]; {
			case e.zero:
			case e.op == toChild || e.op == toBelow:
				pl.need = append(pl.need, e.mask())
			case e.op == toParent || e.op == toAbove:
				pl.own &= e.mask()
			}
		}
		for i := range c.edges {
			to := slot(c.nodes[i+1])
			pl.steps = append(pl.steps, step{op: opEdge, from: at, to: to, edge: &c.edges[i], terms: cheapest(c.nodes[i+1].terms), clause: c})
			at = to
		}
		switch c.mode {
		case mustNot:
			pl.steps = append(pl.steps, step{op: opNotEnd, clause: c})
			pl.steps[opens].end = int32(len(pl.steps))
		case mayBe:
			pl.steps = append(pl.steps, step{op: opOptEnd, clause: c, opt: int32(pl.opts)})
			pl.steps[opens].end = int32(len(pl.steps))
			pl.opts++
		}
	}
	pl.steps = append(pl.steps, step{op: opYield})
	return pl
}

// cheapest orders constraints by what it costs to ask them.
func cheapest(terms []term) []term {
	out := slices.Clone(terms)
	slices.SortStableFunc(out, func(a, b term) int { return a.cost() - b.cost() })
	return out
}

func (t term) cost() int {
	worst := 0
	for _, a := range t.alts {
		worst = max(worst, int(a.kind))
	}
	return worst
}

// mask is the bits of the relations that an edge takes.
func (e *edge) mask() uint64 {
	if e.not || len(e.rels) == 0 {
		return math.MaxUint64
	}
	var m uint64
	for _, r := range e.rels {
		m |= relBit(r.name)
	}
	return m
}

// relBit is the bit of a relation without its subtype; a few relations may share one.
func relBit(rel string) uint64 {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		rel = rel[:i]
	}
	h := uint32(2166136261)
	for i := range len(rel) {
		h = (h ^ uint32(rel[i])) * 16777619
	}
	return 1 << ((h >> 16) & 63)
}
