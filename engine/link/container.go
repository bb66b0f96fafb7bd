package link

import (
	"annals/engine/doc"
	"annals/kb"
)

// container is the country of the place told right after another as that which it
// lies in ("Norport, Norvale Province"), and the words that tell it; "" for none.
func (l *linker) container(k int32) (country, words string) {
	m := &l.d.Mentions[k]
	if m.Form != doc.Named || m.Kind == doc.Person {
		return "", ""
	}
	for c := range l.d.Children(m.Head) {
		if c <= m.Head || !l.d.HasRel(c, "nmod:unmarked", "appos", "flat", "nmod:desc", "obl:unmarked") && !(l.d.HasRel(c, "conj") && l.d.Child(c, "cc") < 0 && l.alone(m.Head)) {
			continue
		}
		for x := k + 1; x < int32(len(l.d.Mentions)) && l.d.Mentions[x].Sent == m.Sent && x < k+4; x++ {
			y := &l.d.Mentions[x]
			if y.Head != c || y.Form != doc.Named || y.First != m.Last+1 || l.d.Form(m.Last) != "," {
				continue
			}
			within := l.provinceOf(y)
			if within == "" && (m.Kind == doc.State || l.d.HasRel(c, "conj")) {
				continue // a capital that stands for its state bears the name of many a small town
			}
			if y.Kind == doc.State || y.Kind == doc.PlaceKind && y.Country != "" && !l.lex.Vague(kb.Fold(l.d.Word(y.Span))) {
				return y.Country, l.d.Word(y.Span)
			}
			// "Norport, Norvale Province, Norland": the outermost tells most surely
			if y.Kind == doc.PlaceKind {
				if country, words = l.container(x); country == "" && within != "" {
					country, words = within, l.d.Word(y.Span)
				}
				return country, words
			}
		}
	}
	return "", ""
}

// alone reports whether only one word is joined to token h, so that no list is told.
func (l *linker) alone(h int32) bool {
	n := 0
	for c := range l.d.Children(h) {
		if l.d.HasRel(c, "conj") {
			n++
		}
	}
	return n == 1
}

// provinceOf is the country of the province of some weight that a name is that of, or "".
func (l *linker) provinceOf(m *doc.Mention) string {
	var buf [most]kb.Hit
	country := ""
	hits := l.base.AppendLookup(buf[:0], kb.FoldKey(l.d.Word(m.Span)))
	for i := range hits {
		if i >= most {
			break
		}
		switch e := l.base.Entity(hits[i].Entity); {
		case e.Kind != kb.Admin1 || e.Importance < 95:
		case country != "" && country != e.Country:
			return ""
		default:
			country = e.Country
		}
	}
	return country
}

// adjectiveIn takes the country of the nationality within the name of an unknown
// body: "Royal Norvian Air Force".
func (l *linker) adjectiveIn(m *doc.Mention) {
	for t := m.First; t < m.Last; t++ {
		l.buf = kb.AppendFold(l.buf[:0], l.d.Form(t))
		l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
		for i := range l.hits {
			if h := l.hits[i]; h.Kind == kb.DemonymAdj && h.Valid(l.day) {
				if e := l.base.Entity(h.Entity); e.Kind == kb.Country || e.Kind == kb.Territory {
					m.Country = e.Country
					m.Why = append(m.Why, "country of “"+l.d.Form(t)+"” in its name")
					return
				}
			}
		}
	}
}
