package link

import (
	"annals/engine/doc"
	"annals/kb"
)

// province reads the name of a state that is also that of a province of another
// ("Georgia") as the province, where the report names that province's towns, its
// sister provinces or its officers and nothing of the state besides.
func (l *linker) province(k int32) bool {
	m := &l.d.Mentions[k]
	if m.Kind != doc.State || m.Form == doc.Nominal {
		return false
	}
	var state, part *candidate
	for i := range l.hits {
		e := l.base.Entity(l.hits[i].Entity)
		switch {
		case e.Kind == kb.Country && state == nil && l.hits[i].Kind != kb.DemonymAdj && l.hits[i].Kind != kb.DemonymNoun && l.hits[i].Kind != kb.Metonym:
			state = &candidate{Entity: e, hit: l.hits[i]}
		case e.Kind == kb.Admin1 && part == nil && e.Importance >= 95:
			part = &candidate{Entity: e, hit: l.hits[i]}
		}
	}
	if state == nil || part == nil || state.Country == part.Country || state.Name != part.Name {
		return false
	}
	why := ""
	name := string(append([]byte(nil), l.buf...))
	for x := range l.d.Mentions {
		o := &l.d.Mentions[x]
		if o.Kind == doc.State || o.Kind == doc.PlaceKind {
			l.buf = kb.AppendFold(l.buf[:0], l.d.Word(o.Span))
			if string(l.buf) == name {
				continue
			}
			if o.Country == state.Country && !(o.Entity == 0 && o.Last == m.First-1) {
				why = ""
				break
			}
			if l.sister(part) {
				why = l.d.Word(o.Span)
			}
			continue
		}
		if o.Of == k && (o.Class == kb.Governor || o.Noun == "partisan" || o.Office == "secretary of state" || o.Office == "senator") {
			why = l.d.Word(o.Span)
		}
	}
	l.buf = append(l.buf[:0], name...)
	if why == "" {
		return false
	}
	for x := range l.d.Mentions {
		if o := &l.d.Mentions[x]; o.Of == k && o.Country == state.Country {
			o.Country = part.Country
		}
	}
	for x := range l.d.Mentions {
		// a town told to be in what was taken for the state: "Norport, Georgia"
		if o := &l.d.Mentions[x]; o.Entity == 0 && o.Form == doc.Named && o.Kind == doc.PlaceKind && o.Country == state.Country && o.Last == m.First-1 {
			o.Country = part.Country
			defer l.name(int32(x))
		}
	}
	part.why = "the province, by “" + why + "”"
	l.take(k, part)
	return true
}

// sister reports whether the name in l.buf is that of a town in a province, or of
// another province of its state, and of no state.
func (l *linker) sister(part *candidate) bool {
	var buf [most]kb.Hit
	hits := l.base.AppendLookupBytes(buf[:0], l.buf)
	for i := range hits {
		if i >= most {
			break
		}
		e := l.base.Entity(hits[i].Entity)
		if e.Kind == kb.Country {
			return false
		}
		if e.Country == part.Country && (e.Kind == kb.City && e.Admin1 == part.Name && e.Importance >= 95 || e.Kind == kb.Admin1 && e.Importance >= 95) {
			return true
		}
	}
	return false
}
