package link

import (
	"bytes"

	"annals/engine/doc"
	"annals/kb"
)

// sameName links a single name to the person or body whose full name holds it,
// if the report has one: the last word, or the first where families come first.
func (l *linker) sameName(k int32) bool {
	m := &l.d.Mentions[k]
	for pass := 0; pass < 2; pass++ {
		best := int32(-1)
		for i := len(l.known) - 1; i >= 0; i-- {
			x := l.known[i].mention
			if x != k && l.d.Mentions[x].Kind == doc.Person && l.ends(x, pass == 0) && (best < 0 || x < k && (best > k || x > best)) {
				best = x
			}
		}
		for i := len(l.fresh) - 1; i >= 0; i-- {
			x := l.fresh[i]
			if x != k && l.ends(x, pass == 0) && (best < 0 || x < k && (best > k || x > best)) {
				best = x
			}
		}
		if best < 0 {
			continue
		}
		a := &l.d.Mentions[best]
		if m.Gender != 0 && a.Gender != 0 && m.Gender != a.Gender {
			continue
		}
		told := m.Sector
		m.Kind, m.Name, m.Entity, m.ID, m.Country, m.Sector, m.Sectors, m.Gender = a.Kind, a.Name, a.Entity, a.ID, a.Country, a.Sector, a.Sectors, a.Gender
		if m.Sector == "" {
			m.Sector = told
		}
		if m.Office == "" {
			m.Office, m.Class = a.Office, a.Class
		}
		m.Noun = a.Noun
		l.full[k] = best
		m.Why = append(m.Why, "the “"+l.d.Word(a.Span)+"” of this text")
		return true
	}
	return false
}

// ends reports whether the last (or first) word of a longer name equals l.buf.
func (l *linker) ends(x int32, last bool) bool {
	a := &l.d.Mentions[x]
	if a.Last-a.First < 2 {
		return false
	}
	var buf [96]byte
	folded := kb.AppendFold(buf[:0], l.d.Word(a.Span))
	if last {
		if bytes.HasSuffix(folded, l.buf) && len(folded) > len(l.buf) && folded[len(folded)-len(l.buf)-1] == ' ' {
			return true
		}
		return false
	}
	if !bytes.HasPrefix(folded, l.buf) || len(folded) == len(l.buf) || folded[len(l.buf)] != ' ' {
		return false
	}
	_, given := l.base.GivenName(string(l.buf))
	return !given || a.Country == "CHN" || a.Country == "KOR" || a.Country == "PRK" || a.Country == "VNM" || a.Country == "TWN" || a.Country == "ETH"
}

// unknown keeps the words of a name that no entity bears.
func (l *linker) unknown(k int32) {
	m := &l.d.Mentions[k]
	if m.Name == "" {
		m.Name = l.d.Word(m.Span)
	}
	if m.Kind == doc.Organisation && m.Form == doc.Named && m.Noun == "" {
		if r := l.roleOf(m); r != nil && r.Body {
			m.Sector, m.Noun = r.Sector, r.Noun
			if m.Of >= 0 {
				if o := &l.d.Mentions[m.Of]; o.Form == doc.Adjectival && o.Last == m.First {
					m.Name = l.d.Word(o.Span.Join(m.Span))
				}
			}
		}
	}
	if m.Kind == doc.Person && m.Last-m.First > 1 {
		for _, x := range l.fresh {
			if kb.Fold(l.d.Word(l.d.Mentions[x].Span)) == kb.Fold(l.d.Word(m.Span)) {
				l.full[k] = x
				return
			}
		}
		l.fresh = append(l.fresh, k)
	}
}
