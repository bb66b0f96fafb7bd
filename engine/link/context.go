package link

import (
	"annals/engine/doc"
	"annals/kb"
)

// weigh counts the countries that the report names, the headline and the first
// sentence twice, the dateline three times.
func (l *linker) weigh() {
	for k := range l.d.Mentions {
		m := &l.d.Mentions[k]
		if m.Country == "" || m.Kind != doc.State && m.Kind != doc.PlaceKind && m.Via != "nationality" {
			continue
		}
		w := 1.0
		if m.Sent < 2 {
			w = 2
		}
		l.about(m.Country, w)
	}
	if p := l.dateline(); p != "" {
		l.about(p, 2)
	}
	l.rank()
}

func (l *linker) rank() {
	l.main, l.share = "", 0
	sum, best := 0.0, 0.0
	for _, x := range l.weights {
		sum += x.w
		if x.w > best {
			l.main, best = x.country, x.w
		}
	}
	if sum > 0 {
		l.share = best / sum
	}
}

func (l *linker) about(country string, w float64) {
	for i := range l.weights {
		if l.weights[i].country == country {
			l.weights[i].w += w
			return
		}
	}
	l.weights = append(l.weights, weight{country, w})
}

func (l *linker) weightOf(country string) float64 {
	for i := range l.weights {
		if l.weights[i].country == country {
			return l.weights[i].w
		}
	}
	return 0
}

// dateline is the country of the place in the dateline, or "".
func (l *linker) dateline() string {
	s := l.d.Front.DatelinePlace
	if s.Empty() || int(s.End) > len(l.d.Text) {
		return ""
	}
	l.buf = kb.AppendFold(l.buf[:0], l.d.Word(s))
	l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
	for i := range l.hits {
		if e := l.base.Entity(l.hits[i].Entity); e.Kind.IsPlace() {
			return e.Country
		}
	}
	return ""
}
