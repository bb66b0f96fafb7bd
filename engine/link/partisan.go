package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// partisan gives people called by their party ("Republicans") its sector on
// the day: that of the government or of the opposition.
func (l *linker) partisan(m *doc.Mention) {
	if m.Form != doc.Nominal || m.Kind != doc.Person && m.Kind != doc.Group || m.Noun != "partisan" {
		return
	}
	r := l.roleOf(m)
	if r == nil {
		return
	}
	p, ok := l.partisans[r.Word]
	if ok && m.Country != p.country && m.Of < 0 && l.weightOf(p.country) > 0 {
		m.Country = p.country // guessed from the place only
	}
	if !ok || m.Country != p.country {
		return
	}
	l.hits = l.base.AppendLookup(l.hits[:0], p.party)
	for i := range l.hits {
		e := l.base.Entity(l.hits[i].Entity)
		if e.Kind != kb.Party || e.Country != p.country {
			continue
		}
		_, sectors := l.base.SectorsOn(e.ID, l.day)
		l.sectors(m, sectors)
		m.Why = append(m.Why, "people of the "+e.Name)
		for t := m.First; t < m.Last-1; t++ {
			if l.lex.Is("chamber", strings.ToLower(l.d.Form(t))) {
				m.Sector = "LEG" // "Senate Democrats"
			}
		}
		return
	}
}
