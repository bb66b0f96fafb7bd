package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// territory writes a state or place; a capital or building stands for the
// state where it acts and for itself where things happen in it.
func (l *linker) territory(k int32, c *candidate) {
	m := &l.d.Mentions[k]
	e := c.Entity
	if c.hit.Kind != kb.Metonym {
		if e.Kind == kb.Country || e.Kind == kb.Territory {
			if m.Kind != doc.Person {
				m.Kind = doc.State
				m.Name = e.Name
				if m.Sector == "" {
					m.Sector = "GOV"
				}
			}
			m.Country = e.Country
			return
		}
		if id, ok := l.base.Country(e.Country); ok && e.Kind != kb.Region && m.Kind != doc.Person {
			if s := l.base.Entity(id); s.Name == e.Name && s.Kind == kb.Country && e.Kind != kb.City {
				m.Kind, m.Name, m.Country, m.Sector, m.Entity, m.ID = doc.State, s.Name, s.Country, "GOV", uint32(s.ID), s.QID
				return
			}
		}
		m.Kind, m.Name, m.Country, m.Sector = doc.PlaceKind, e.Name, e.Country, ""
		if m.Form == doc.Named && (e.Kind == kb.Admin1 || e.Kind == kb.City) && l.position(m) == actor {
			m.Sector = "GOV"
		}
		return
	}
	acts, other := l.position(m), l.placeAmong()
	if acts != actor && other != nil {
		m.Kind, m.Name, m.Country, m.Entity, m.ID = doc.PlaceKind, other.Name, other.Country, uint32(other.ID), other.QID
		m.Sector = ""
		m.Why = append(m.Why, "a place here, not the state")
		return
	}
	m.Via = string(record.ViaMetonym)
	switch {
	case e.Kind == kb.Country:
		m.Kind, m.Name, m.Country, m.Sector = doc.State, e.Name, e.Country, "GOV"
		m.Seat = other == nil || l.d.HasRel(m.First, "det") || m.First > 0 && l.d.Tokens[m.First-1].Head == m.Head && l.d.HasRel(m.First-1, "det") // no town is "the White House"
	default:
		l.body(m, e, c.hit.Kind)
	}
	m.Why = append(m.Why, "“"+l.d.Word(m.Span)+"” stands for "+e.Name)
}

// placeAmong is the best candidate that is a place, not a state.
func (l *linker) placeAmong() *candidate {
	var best *candidate
	for i := range l.cands {
		c := &l.cands[i]
		if (c.Kind == kb.City || c.Kind == kb.Region || c.Kind == kb.Feature || c.Kind == kb.Admin1) && c.hit.Kind != kb.Metonym && (best == nil || c.score > best.score) {
			best = c
		}
	}
	return best
}

type position uint8

const (
	unclear position = iota
	actor
	place
)

// position tells by grammar whether a name acts or is where things happen.
func (l *linker) position(m *doc.Mention) position {
	h := m.Head
	for step := 0; l.d.HasRel(h, "conj") && step < 4; step++ {
		h = l.d.Tokens[h].Head
	}
	t := &l.d.Tokens[h]
	switch t.Rel {
	case "nsubj", "csubj", "obl:agent", "iobj", "vocative":
		return actor
	case "nsubj:pass":
		if t.Head >= 0 && l.lex.Is("acts-on-place", l.d.Tokens[t.Head].Lemma) {
			return place
		}
		return actor
	case "nmod:poss":
		return actor
	case "obj":
		if t.Head >= 0 && l.lex.Is("acts-on-place", l.d.Tokens[t.Head].Lemma) {
			return place
		}
		return actor
	case "compound", "amod", "nmod:desc", "flat":
		if t.Head >= 0 && l.lex.Is("local-noun", l.d.Tokens[t.Head].Lemma) {
			return place
		}
		return unclear
	case "appos", "root", "nmod:unmarked", "obl:unmarked", "dep", "list", "parataxis":
		return place
	}
	if c := l.d.Child(h, "case"); c >= 0 {
		switch strings.ToLower(l.d.Form(c)) {
		case "with", "by", "between", "against", "for":
			return actor
		case "to":
			if (t.Rel == "obl" || t.Rel == "nmod") && t.Head >= 0 && l.lex.Is("gives-to", l.d.Tokens[t.Head].Lemma) {
				return actor
			}
			return place
		case "of":
			if t.Head >= 0 && (l.lex.Is("local-noun", l.d.Tokens[t.Head].Lemma) || l.lex.Is("part-of-place", l.d.Tokens[t.Head].Lemma)) {
				return place
			}
			return actor
		}
		return place
	}
	return unclear
}

// half reads "the North" and "the South" as halves of a divided country that
// the report is about.
func (l *linker) half(k int32) bool {
	pairs := [...][2]string{{"PRK", "KOR"}, {"SDN", "SSD"}}
	side := -1
	switch string(l.buf) {
	case "north":
		side = 0
	case "south":
		side = 1
	default:
		return false
	}
	for _, p := range pairs {
		if l.weightOf(p[0]) == 0 && l.weightOf(p[1]) == 0 {
			continue
		}
		id, ok := l.base.Country(p[side])
		if !ok {
			continue
		}
		e := l.base.Entity(id)
		m := &l.d.Mentions[k]
		m.Kind, m.Name, m.Country, m.Sector, m.Entity, m.ID = doc.State, e.Name, e.Country, "GOV", uint32(e.ID), e.QID
		m.Why = append(m.Why, "“"+l.d.Word(m.Full)+"” of a divided country that the report is about")
		return true
	}
	return false
}
