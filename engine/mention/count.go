package mention

import (
	"strconv"
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// count reads the number before the words at token i of a block that begins at
// a, with "some", "at least" and the like before it.
func (f *finder) count(a, i int32, m *doc.Mention) {
	at := int32(-1)
	var value int64
	times := false
	for k := a; k < i; k++ {
		if f.tok(k).UPOS != "NUM" && f.tok(k).UPOS != "ADJ" && f.tok(k).UPOS != "NOUN" {
			continue
		}
		if v, ok := f.number(k); ok && (k+1 >= i || f.words[k+1] > 0) {
			if c := f.lex.counts[string(f.folded(k, k+1))]; c.role == countTimes {
				if at < 0 {
					value = 1
				}
				value *= c.value
				times = true
			} else if at >= 0 && (times || f.hyphenBefore(k)) {
				value += v
			} else {
				value = v
			}
			if at < 0 {
				at = k
			}
		} else if f.tok(k).UPOS != "NUM" && at < 0 {
			if c := f.lex.counts[string(f.folded(k, k+1))]; c.role == countVague {
				m.Count = doc.Range{Span: f.span(k, k+1), Has: true, Min: c.value, Max: -1}
				m.Plural = true
				return
			}
		}
	}
	if at < 0 {
		return
	}
	m.Count = doc.Range{Span: f.span(at, i), Has: true, Min: value, Max: value}
	f.bound(at, &m.Count)
	m.Plural = m.Plural || value != 1
}

func (f *finder) hyphenBefore(k int32) bool { return k > 0 && f.words[k-1] == 0 && f.hyphen(k-1) }

// bound widens the count by the words before it: "at least 12", "up to 300".
func (f *finder) bound(at int32, r *doc.Range) {
	for k := at - 1; k >= 0 && k >= at-3; k-- {
		c := f.lex.counts[strings.ToLower(f.form(k))]
		switch c.role {
		case countLeast:
			r.Max = -1
		case countMore:
			r.Min, r.Max = r.Min+1, -1
		case countMost:
			r.Max, r.Min = r.Min, 0
		case countLess:
			r.Max, r.Min = max(r.Min-1, 0), 0
		case countAbout:
		default:
			if f.form(k) != "than" && f.form(k) != "to" && f.form(k) != "at" && f.form(k) != "an" {
				return
			}
			continue
		}
		r.Start = f.tok(k).Start
		if k > 0 && (strings.EqualFold(f.form(k-1), "at") || strings.EqualFold(f.form(k-1), "up")) {
			r.Start = f.tok(k - 1).Start
		}
		if strings.EqualFold(f.form(k), "up") {
			r.Max, r.Min = max(r.Max, r.Min), 0
		}
		return
	}
}

// pluralCount reads "dozens of", "tens of thousands of".
func (f *finder) pluralCount(g int32, c countWord, m *doc.Mention) {
	value := c.value
	start := g
	if g >= 2 && f.form(g-1) == "of" {
		if d := f.lex.counts[string(f.folded(g-2, g-1))]; d.role == countPlural {
			value, start = value/2*d.value, g-2
		}
	}
	m.Count = doc.Range{Span: f.span(start, g+1), Has: true, Min: value, Max: -1}
	m.Plural = true
}

// number reads token k as a number in figures or words.
func (f *finder) number(k int32) (int64, bool) {
	s := f.form(k)
	if s == "" {
		return 0, false
	}
	if s[0] >= '0' && s[0] <= '9' {
		v, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
		return v, err == nil
	}
	c, ok := f.lex.counts[string(f.folded(k, k+1))]
	if !ok || c.role != countNumber && c.role != countTimes {
		return 0, false
	}
	return c.value, true
}

// dateOf reports whether a name hangs on the number: "18" of "April 18".
func (f *finder) dateOf(h int32) bool {
	for c := range f.d.Children(f.first + h) {
		if f.d.HasRel(c, "compound", "flat", "nmod") && (f.d.Tokens[c].UPOS == "PROPN" || f.d.Tokens[c].UPOS == "NOUN") {
			return true
		}
	}
	return false
}

// bareNumber makes the mention of a number that stands alone for people or
// sides: "the two", "three were killed".
func (f *finder) bareNumber(a, b, h int32) {
	v, ok := f.number(h)
	if !ok || !argument(f.tok(h).Rel) || f.tok(h).Rel == "conj" || f.ofChild(h) >= 0 {
		return
	}
	det := f.d.Child(f.first+h, "det") >= 0
	switch f.tok(h).Rel {
	case "nsubj", "nsubj:pass", "obj":
	default:
		if !det {
			return
		}
	}
	if v > 1900 && v < 2100 || f.dateOf(h) && !det || h+1 < f.len() && f.words[h+1] == 0 && f.hyphen(h+1) || f.hyphenBefore(h) {
		return // a year, a date, a score
	}
	m := f.blank(h, h+1, h)
	m.Form, m.Kind, m.Noun, m.Plural = doc.Nominal, doc.Person, "person", v != 1
	m.Full = f.span(a, h+1)
	m.Via = string(record.ViaDescription)
	if det {
		m.Noun = "set"
		m.Why = append(m.Why, "stands for "+f.form(h)+" named before")
	} else {
		m.Kind, m.Sector = doc.Group, "CVL"
		f.sameAs(&m)
	}
	m.Count = doc.Range{Span: m.Span, Has: true, Min: v, Max: v}
	f.bound(h, &m.Count)
	f.add(m)
}

// sameAs gives a bare number the class of the people counted by the subject of the
// verb joined before: "two soldiers were killed and three were hurt".
func (f *finder) sameAs(m *doc.Mention) {
	verb := f.d.Tokens[m.Head].Head
	if verb < 0 || !f.d.HasRel(verb, "conj") || f.d.Tokens[verb].Head < f.first {
		return
	}
	who := f.d.Child(f.d.Tokens[verb].Head, "nsubj:pass", "nsubj", "obj")
	for k := range f.out {
		if x := &f.out[k]; who >= 0 && x.Head == who && x.Kind == doc.Group && x.Sector != "" {
			m.Sector, m.Country, m.Of = x.Sector, x.Country, x.Of
			if x.Noun != "" {
				m.Noun = x.Noun
			}
			m.Why = append(m.Why, "of the “"+f.d.Word(x.Span)+"” counted before")
		}
	}
}
