// Package ask answers people's questions to the knowledge base: who or what
// bears a name or an identifier, who held an office on a day, with every fact
// and its source, and which known names are near to an unknown one.
package ask

import (
	"slices"
	"strconv"
	"strings"

	"annals/engine/link"
	"annals/kb"
	"annals/kb/own"
)

// Question is what is asked. Words are a name, an identifier, a country's code
// or an office in words ("foreign minister of Russia"); with Office they may be
// empty.
type Question struct {
	Words   string
	Office  string // "foreign minister"
	Country string // code of the country to which candidates belong, "" for any
	On      kb.Day // 0: no day is asked for
}

// Answer is what the base has.
type Answer struct {
	Candidates []Candidate
	// Office tells how the words were understood where they name an office.
	Office string
	// Near are known names near to one that is not known, the nearest first.
	Near []string
}

// Desk answers questions. It is safe for concurrent use.
type Desk struct {
	base   *kb.Base
	reader *own.Reader
	names  []string // folded, sorted
}

// New makes a Desk over a base, with layers or without; the reader knows the
// words of offices and countries.
func New(base *kb.Base, reader *own.Reader) (*Desk, error) {
	names, err := kb.DefaultNames()
	if err != nil {
		return nil, err
	}
	if more := base.LayerNames(); len(more) > 0 {
		names = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(names), more...))))
	}
	return &Desk{base: base, reader: reader, names: names}, nil
}

// Ask answers a question. Candidates come in the order in which the engine
// weighs them: those of own tables first, then the more important ones; holders
// of an office the surest first.
func (d *Desk) Ask(q Question) Answer {
	a := d.ask(q)
	d.nameThem(a.Candidates)
	return a
}

func (d *Desk) ask(q Question) Answer {
	var a Answer
	if q.Office != "" {
		d.office(&a, q, q.Office, q.Country)
		return a
	}
	for _, f := range d.find(q.Words) {
		if q.Country == "" || d.belongs(f.id, q.Country) {
			a.Candidates = append(a.Candidates, d.candidate(f.id, f.by, q.On))
		}
	}
	if len(a.Candidates) > 0 {
		return a
	}
	if office, country, ok := d.officeWords(q.Words); ok {
		if country == "" {
			country = q.Country
		}
		if country != "" {
			d.office(&a, q, office, country)
			return a
		}
	}
	a.Near = d.near(q.Words)
	return a
}

// found is an entity with the kind of name by which it was found.
type found struct {
	id kb.EntityID
	by string
}

// find looks words up as identifier, code and name.
func (d *Desk) find(words string) []found {
	var out []found
	add := func(id kb.EntityID, by string) {
		if !slices.ContainsFunc(out, func(f found) bool { return f.id == id }) {
			out = append(out, found{id, by})
		}
	}
	words = strings.TrimSpace(words)
	if id, ok := d.base.ByQID(words); ok {
		add(id, "id")
	}
	if id, ok := d.base.Country(words); ok {
		add(id, "code")
	}
	if scheme, number, ok := strings.Cut(words, ":"); ok {
		if n, err := strconv.Atoi(strings.TrimSpace(number)); err == nil && n > 0 {
			for _, id := range d.numbered(strings.ToLower(scheme), n) {
				add(id, "id")
			}
		}
	}
	for _, key := range []string{kb.Fold(words), kb.FoldKey(words)} {
		for _, h := range d.base.Lookup(key) {
			if h.UpperOnly && words != strings.ToUpper(words) {
				continue
			}
			add(h.Entity, h.Kind.String())
		}
	}
	return out
}

// numbered finds entities by their number in another list: gw:365, cow:365,
// geonames:524901.
func (d *Desk) numbered(scheme string, n int) []kb.EntityID {
	var out []kb.EntityID
	for id := kb.EntityID(1); int(id) <= d.base.Len(); id++ {
		e := d.base.Entity(id)
		if scheme == "gw" && int(e.GW) == n || scheme == "cow" && int(e.COW) == n || scheme == "geonames" && int(e.GeoNames) == n {
			out = append(out, id)
		}
	}
	return out
}

// belongs reports whether an entity is of a country or held an office there.
func (d *Desk) belongs(id kb.EntityID, country string) bool {
	if e := d.base.Entity(id); e.Country == country || e.Code == country {
		return true
	}
	return slices.ContainsFunc(d.base.Offices(id, nil), func(o kb.Office) bool { return o.Country == country })
}

// officeWords divides "foreign minister of Russia", "Russian foreign minister"
// and "Russia's foreign minister" into office and country.
func (d *Desk) officeWords(words string) (office, country string, ok bool) {
	if p := d.reader.Post(words); p.Class != kb.OtherOffice && !strings.Contains(words, " of ") {
		office, ok = words, true
	}
	for i := strings.LastIndex(words, " of "); i > 0; i = strings.LastIndex(words[:i], " of ") {
		if code := d.reader.Country(words[i+4:]); code != "" && d.reader.Post(words[:i]).Class != kb.OtherOffice {
			return words[:i], code, true
		}
	}
	w := strings.Fields(words)
	for n := 1; n < len(w); n++ {
		first, rest := strings.Join(w[:n], " "), strings.Join(w[n:], " ")
		if d.reader.Post(rest).Class == kb.OtherOffice {
			continue
		}
		bare := strings.TrimSuffix(strings.TrimSuffix(first, "'s"), "’s")
		if code := d.reader.Country(bare); code != "" {
			return rest, code, true
		}
		for _, h := range d.base.Lookup(kb.FoldKey(bare)) {
			if e := d.base.Entity(h.Entity); h.Kind == kb.DemonymAdj && (e.Kind == kb.Country || e.Kind == kb.Territory) {
				return rest, e.Country, true
			}
		}
	}
	return office, "", ok
}

// office answers with those who held an office: on the day, or ever.
func (d *Desk) office(a *Answer, q Question, office, country string) {
	p := d.reader.Post(office)
	a.Office = p.Class + " " + country
	var held []kb.Office
	if q.On != 0 {
		held = d.base.Holders(p.Class, country, q.On, nil)
	} else {
		held = d.base.EverHeld(p.Class, country, nil)
	}
	if _, first, ok := link.Holder(d.base, p.Class, country, q.On); ok && q.On != 0 {
		held = append([]kb.Office{first}, held...) // the one that the engine takes
	}
	var done []kb.EntityID
	for _, o := range held {
		if !kb.OneHolder(p.Class) && !titled(o.Title, office) || slices.Contains(done, o.Person) {
			continue
		}
		done = append(done, o.Person)
		a.Candidates = append(a.Candidates, d.candidate(o.Person, "office", q.On))
	}
}

// titled reports whether a title has all words of an office, in any order.
func titled(title, office string) bool {
	have := strings.Fields(kb.Fold(title))
	for _, w := range strings.Fields(kb.Fold(office)) {
		if w != "of" && w != "the" && w != "for" && !slices.Contains(have, w) {
			return false
		}
	}
	return true
}
