package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// sameName links a single name to the person or body whose full name holds it,
// if the report has one: the last word, or the first where families come first.
func (l *linker) sameName(k int32) bool {
	m := &l.d.Mentions[k]
	word := string(l.buf)
	if text := l.d.Word(m.Span); len(text) > 1 && text == strings.ToUpper(text) && l.d.Sentences[m.Sent].Kind != doc.Headline {
		return false // an acronym
	}
	for _, article := range [...]string{"al ", "el ", "ul ", "as "} {
		word = strings.TrimPrefix(word, article)
	}
	for pass := 0; pass < 2; pass++ {
		list := l.byLast[word]
		if pass == 1 && m.Kind != doc.Organisation {
			list = l.byFirst[word]
		}
		best := int32(-1)
		for _, x := range list {
			if x != k && (pass == 0 || l.familyFirst(x)) && (best < 0 || x < k) {
				best = x // the nearest before, else the first after
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

// familyFirst reports whether the first word of a full name may stand for it:
// the family's, or that of a single name.
func (l *linker) familyFirst(x int32) bool {
	switch l.d.Mentions[x].Country {
	case "CHN", "KOR", "PRK", "VNM", "TWN", "ETH":
		return true
	}
	if strings.Contains(l.d.Word(l.d.Mentions[x].Span), "-") && oneOfCodes(l.main, "CHN", "KOR", "PRK", "VNM", "TWN") {
		return true // of an unknown person in a report about such a state: "Lee Chun-jae"
	}
	_, given := l.base.GivenName(string(l.buf))
	return !given
}

func oneOfCodes(code string, list ...string) bool {
	for _, c := range list {
		if c == code {
			return true
		}
	}
	return false
}

// index enters the full name of a person under its first and last words. Names
// are indexed in the order of the text, so the lists are sorted.
func (l *linker) index(k int32) {
	text := kb.Fold(l.d.Word(l.d.Mentions[k].Span))
	first, _, more := strings.Cut(text, " ")
	if !more {
		return
	}
	last := text[strings.LastIndexByte(text, ' ')+1:]
	l.byFirst[first] = append(l.byFirst[first], k)
	l.byLast[last] = append(l.byLast[last], k)
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
	l.partOf(m)
	if m.Kind == doc.Person && m.Last-m.First > 1 {
		text := kb.Fold(l.d.Word(m.Span))
		if x, ok := l.byText[text]; ok {
			l.full[k] = x
			return
		}
		l.byText[text] = k
		l.index(k)
	}
}

// bloc reads "the West" as the states of that name, which belong to no one state.
func (l *linker) bloc(k int32) bool {
	m := &l.d.Mentions[k]
	if string(l.buf) != "west" || m.Form != doc.Named || !strings.EqualFold(l.d.Word(m.Full), "the west") || l.d.Child(m.Head, "nmod") >= 0 {
		return false
	}
	m.Kind, m.Country, m.Sector, m.Name, m.Noun = doc.Group, "", "GOV", "the West", "bloc"
	m.Why = append(m.Why, "a bloc of states, not a part of one")
	return true
}
