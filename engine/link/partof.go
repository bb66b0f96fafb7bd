package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// longest is how many words of a name are tried as the name of another.
const longest = 5

// partOf gives an unknown body the country of the known body, state or city
// whose name stands at the head of its own or behind "of": "the Verkhovna Rada
// Committee on Health", "the Bar Association of Kenya".
func (l *linker) partOf(m *doc.Mention) {
	if m.Country != "" || m.Kind != doc.Organisation || m.Form != doc.Named || m.Last-m.First < 2 {
		return
	}
	for n := min(m.Last-m.First-1, longest); n > 0; n-- {
		if l.inName(m, m.First, m.First+n) {
			return
		}
	}
	for t := m.First + 1; t < m.Last-1; t++ {
		if f := l.d.Form(t); f == "of" || f == "for" || f == "in" {
			from := t + 1
			if strings.EqualFold(l.d.Form(from), "the") {
				from++
			}
			if from < m.Last && l.inName(m, from, m.Last) {
				return
			}
		}
	}
	l.adjectiveIn(m)
}

// inName takes the country of what the words [from, to) name, where they name
// something in one country only.
func (l *linker) inName(m *doc.Mention, from, to int32) bool {
	span := l.d.Tokens[from].Span.Join(l.d.Tokens[to-1].Span)
	l.buf = kb.AppendFold(l.buf[:0], l.d.Word(span))
	l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
	country, sector := "", ""
	upper := l.d.Word(span) == strings.ToUpper(l.d.Word(span))
	for i, h := range l.hits {
		e := l.base.Entity(h.Entity)
		if i >= most || h.UpperOnly && !upper || h.Common || !h.Valid(l.day) || town(e.Kind) && l.lex.Vague(string(l.buf)) {
			continue
		}
		c, sectors := e.Country, []string(nil)
		switch {
		case h.Kind == kb.DemonymAdj || e.Kind == kb.Country || town(e.Kind):
		case corporate(e.Kind) && to-from > 1:
			c, sectors = l.base.SectorsOn(e.ID, l.day)
		case e.Kind == kb.Feature || e.Kind == kb.Region:
			return false // "the Red Sea Front": the sea, not the governorate
		default:
			continue
		}
		if c == "" || international(c) && e.Kind != kb.Country && to == m.Last {
			continue
		}
		if country != "" {
			if c != country && !town(e.Kind) {
				return false
			}
			continue
		}
		country = c
		if len(sectors) > 0 {
			sector = sectors[0]
		}
	}
	if country == "" {
		return false
	}
	m.Country = country
	m.Why = append(m.Why, "country of “"+l.d.Word(span)+"” in its name")
	if m.Sector == "" && m.Noun == "" && sector != "" && !international(country) {
		m.Sector = sector
	}
	return true
}

// town reports whether a kind lies in one country.
func town(k kb.Kind) bool { return k == kb.City || k == kb.Admin1 || k == kb.Territory }
