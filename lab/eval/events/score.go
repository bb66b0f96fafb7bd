package events

import (
	"slices"
	"strings"
	"unicode"
)

// Options of a scoring run. Set, Engine and Commit are only handed through to the result.
type Options struct {
	Set, Engine, Commit string
	Errors              bool // list misses and extras; refused for sealed sets
}

// Error is one fault of the system, for a person to look at.
type Error struct {
	Report string `json:"report"`
	What   string `json:"what"` // false, missed, parties, or "status X as Y"
	Type   string `json:"type"`
	Words  string `json:"words"`
}

// String is the line that score.py prints.
func (e Error) String() string {
	return strings.Join([]string{e.Report, e.What, e.Type, e.Words}, "\t")
}

// counts are the sums over all items.
type counts struct {
	gold, system, wrong, words int // wrong: system events without a pair
	tp, parties, dyads         int
	goldDyads, systemDyads     int
	quotes, relations          prfCount
	shares                     map[string]*share
	status, types              map[string]*prfCount
}

type prfCount struct{ tp, system, gold int }

// share counts how many of those asked for were right.
type share struct{ right, all int }

func (c *counts) share(name string, right bool) {
	s := at(c.shares, name)
	s.all++
	s.right += count(right)
}

func at[T any](m map[string]*T, key string) *T {
	if m[key] == nil {
		m[key] = new(T)
	}
	return m[key]
}

// Score compares what a system says with the gold items, by the rules of
// SCORING.md. It fails only with ErrSealed, where errors were asked for.
func Score(gold []Item, system []Line, o Options) (Result, []Error, error) {
	if o.Errors && (Sealed(o.Set) || Sealed(o.Set+".jsonl") || sealed(gold)) {
		return Result{}, nil, ErrSealed
	}
	by := map[string]*Line{}
	for i := range system {
		l := at(by, system[i].Report)
		l.Events = append(l.Events, system[i].Events...)
		l.Quotations = append(l.Quotations, system[i].Quotations...)
		l.Relations = append(l.Relations, system[i].Relations...)
	}
	c := &counts{shares: map[string]*share{}, status: map[string]*prfCount{}, types: map[string]*prfCount{}}
	var errs []Error
	for i := range gold {
		out := by[gold[i].ID]
		if out == nil {
			out = &Line{}
		}
		errs = append(errs, c.item(&gold[i], out)...)
		c.quotations(&gold[i], out.Quotations)
		c.relate(&gold[i], out.Relations)
	}
	if !o.Errors {
		errs = nil
	}
	return c.result(len(gold), o), errs, nil
}

// item counts the events of one report and lists its faults.
func (c *counts) item(it *Item, out *Line) []Error {
	var errs []Error
	fault := func(what, kind, words string) { errs = append(errs, Error{it.ID, what, kind, words}) }
	found := pairs(it, out.Events)
	pairedGold, pairedSystem, optional := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, m := range found {
		pairedGold[m.gold], pairedSystem[m.system] = true, true
		optional[m.system] = it.Events[m.gold].Optional
	}
	c.words += len(strings.FieldsFunc(it.Text, blank))
	c.wrong += len(out.Events) - len(pairedSystem)
	for i := range it.Events {
		if g := &it.Events[i]; !g.Optional {
			c.gold++
			at(c.types, g.Type).gold++
			c.goldDyads += len(dyads(g))
			at(c.status, g.label()).gold++
		}
	}
	for j := range out.Events {
		s := &out.Events[j]
		if optional[j] {
			continue
		}
		c.system++
		at(c.types, s.Type).system++
		c.systemDyads += len(dyads(s))
		at(c.status, s.label()).system++
		if !pairedSystem[j] {
			fault("false", s.Type, first(s.Triggers))
		}
	}
	for i := range it.Events {
		if g := &it.Events[i]; !pairedGold[i] && !g.Optional {
			fault("missed", g.Type, first(g.Mentions))
		}
	}
	for _, m := range found {
		g, s := &it.Events[m.gold], &out.Events[m.system]
		if g.Optional {
			continue
		}
		if !c.pair(it, g, s) {
			fault("parties", g.Type, first(g.Mentions))
		}
		if x, y := g.label(), s.label(); x == y {
			at(c.status, x).tp++
		} else {
			fault("status "+x+" as "+y, g.Type, first(g.Mentions))
		}
	}
	return errs
}

// pair counts the fields of a found event and says whether its parties are right.
func (c *counts) pair(it *Item, g, s *Event) bool {
	c.tp++
	at(c.types, g.Type).tp++
	if g.Mode != "" {
		c.share("mode", g.Mode == s.Mode)
	}
	right := sidesRight(g, s) == 2
	c.parties += count(right)
	theirs := dyads(s)
	for d := range dyads(g) {
		c.dyads += count(theirs[d])
	}
	c.side(g.Actors, pool(g, s, s.Actors))
	c.side(g.Targets, pool(g, s, s.Targets))
	c.when(it, g, s)
	c.where(g, s)
	a, b := g.teller(), s.teller()
	ok := a == "" && b == "" || a != "" && b != "" && sameName(a, b)
	c.share("source", ok)
	if a != "" {
		c.share("source_named", ok)
	}
	return right
}

// pool is the system's parties among which those of a side are looked for.
func pool(g, s *Event, side []Party) []Party {
	if g.Reciprocal || s.Reciprocal {
		return slices.Concat(s.Actors, s.Targets)
	}
	return side
}

func (c *counts) side(gold, pool []Party) {
	for i := range gold {
		gp := &gold[i]
		sp := align(gp, pool)
		c.share("found_party", sp != nil)
		if sp != nil {
			c.share("country", gp.Country == sp.Country)
			c.share("sector", gp.Sector == sp.Sector)
			c.share("name", sameName(gp.Name, sp.Name))
		}
	}
}

func (c *counts) when(it *Item, g, s *Event) {
	if g.Date == nil {
		return
	}
	day := &Date{&it.Published, &it.Published}
	ok := s.Date.equal(g.Date)
	c.share("date", ok)
	if !g.Date.equal(day) {
		c.share("date_moved", ok)
	}
}

func (d *Date) equal(e *Date) bool {
	if d == nil {
		return e.From == nil && e.To == nil
	}
	return sameDay(d.From, e.From) && sameDay(d.To, e.To)
}

func sameDay(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

func (c *counts) where(g, s *Event) {
	p, q := g.Place, s.Place
	if q != nil && q.Basis == "dateline" && p == nil {
		q = nil
	}
	ok := p == nil && q == nil || p != nil && q != nil && p.Country == q.Country && sameName(p.Name, q.Name)
	c.share("place", ok)
	if p != nil {
		c.share("place_named", ok)
	}
}

func first(words []Mention) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].Text
}

// blank is white space as the reference divides words: with the four separators of ASCII.
func blank(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }
