package link

import (
	"strings"

	"annals/engine/doc"
)

// place gives people and bodies of whom no country is told the country of the
// place told of: that of the sentence, else the last one, else the report's.
func (l *linker) place() {
	last := ""
	lastSent := int32(-1)
	if p := l.dateline(); p != "" {
		last, lastSent = p, 0
	}
	d := l.d
	k := 0
	for s := int32(0); s < int32(len(d.Sentences)); s++ {
		start := k
		for k < len(d.Mentions) && d.Mentions[k].Sent == s && d.Mentions[k].Form != doc.Conjunction {
			k++
		}
		for x := start; x < k; x++ {
			m := &d.Mentions[x]
			if l.full[x] >= 0 || !l.wants(m) {
				continue
			}
			country, why := l.near(start, k, x)
			if country == "" && last != "" && s-lastSent < 4 && l.localGroup(m) {
				country, why = last, "place told of before"
			}
			stranger := m.Form == doc.Named && m.Kind == doc.Person && m.Noun == ""
			if country == "" && l.main != "" && (!stranger || l.share > 0.75) && (l.share > 0.5 || l.localGroup(m) && l.share > 0.34) {
				country, why = l.main, "country the report is about"
			}
			if country == "" {
				continue
			}
			m.Country = country
			m.Why = append(m.Why, "country not told; "+why)
			if m.Noun == "government" && m.Form == doc.Nominal && m.Kind == doc.State {
				if id, ok := l.base.Country(country); ok {
					e := l.base.Entity(id)
					m.Name, m.Entity, m.ID = e.Name, uint32(e.ID), e.QID
				}
			}
		}
		if c := l.scene(start, k); c != "" {
			last, lastSent = c, s
		}
	}
}

// wants reports whether a mention lacks a country that its kind has.
func (l *linker) wants(m *doc.Mention) bool {
	if m.Country != "" || m.Form == doc.Pronominal || m.Form == doc.Adjectival && m.Kind != doc.Person && m.Kind != doc.Organisation || m.Entity != 0 || m.Noun == "bloc" {
		return false
	}
	switch m.Kind {
	case doc.Group, doc.Person:
		return l.localGroup(m) || m.Form == doc.Named
	case doc.Organisation:
		return m.Form != doc.Nominal || l.localGroup(m)
	case doc.PlaceKind:
		return m.Form == doc.Nominal
	case doc.State:
		return m.Noun == "government" && m.Form == doc.Nominal && !strings.HasPrefix(strings.ToLower(l.d.Word(m.Full)), "a ")
	}
	return false
}

// localGroup reports whether people or bodies of a class belong to the place
// where they are, if nothing else is told.
func (l *linker) localGroup(m *doc.Mention) bool {
	switch m.Noun {
	case "gunman", "unknown", "igo", "state", "group", "spokesman", "diplomat", "delegation", "set", "leader", "ally", "weapon", "":
		return m.Form == doc.Named && m.Noun != "igo" || m.Noun == "leader" && m.Class != "" && m.Class != "leader" && m.Sector == "GOV"
	}
	return m.Sector != "" && m.Sector != "UAF" && (m.Sector != "UNK" || m.Noun == "suspect")
}

// scene is the country where a sentence is set: a place after "in", "at" or
// the like, else its only country.
func (l *linker) scene(start, end int) string {
	only := ""
	for x := start; x < end; x++ {
		m := &l.d.Mentions[x]
		if m.Kind != doc.PlaceKind && m.Kind != doc.State || m.Country == "" || international(m.Country) || !l.vouched(m) && !l.locative(m) || m.Form == doc.Adjectival && l.stance(m) != 0 {
			continue
		}
		if l.locative(m) {
			return m.Country
		}
		switch only {
		case "":
			only = m.Country
		case m.Country:
		default:
			only = "-"
		}
	}
	if only == "-" {
		return ""
	}
	return only
}

// near is the country of the sentence that mention x most likely belongs to.
func (l *linker) near(start, end, x int) (country, why string) {
	best, bestDist := -1, int32(1<<20)
	only := ""
	for y := start; y < end; y++ {
		p := &l.d.Mentions[y]
		if y == x || p.Country == "" || international(p.Country) || p.Kind != doc.State && p.Kind != doc.PlaceKind && !(p.Kind == doc.Person && p.Sector == "GOV") {
			continue
		}
		if p.Form == doc.Adjectival && (l.nationals(start, end, p) || l.stance(p) != 0) || l.behindOther(p) {
			continue
		}
		if p.Kind == doc.State || l.weightOf(p.Country) >= 1 {
			switch only {
			case "":
				only = p.Country
			case p.Country:
			default:
				only = "-"
			}
		}
		if (p.Kind == doc.PlaceKind || p.Kind == doc.State) && p.Form == doc.Named && l.locative(p) {
			dist := p.Head - l.d.Mentions[x].Head
			if dist < 0 {
				dist = -dist
			}
			if dist < bestDist {
				best, bestDist = y, dist
			}
		}
	}
	if best >= 0 {
		return l.d.Mentions[best].Country, "told in “" + l.d.Word(l.d.Mentions[best].Span) + "”"
	}
	if only != "" && only != "-" {
		return only, "the only country of the sentence"
	}
	return "", ""
}

// behindOther reports "Iranian" in "Iranian-backed militias", who are of another land.
func (l *linker) behindOther(p *doc.Mention) bool {
	next := p.Last + 1
	return int(next) < len(l.d.Tokens) && l.d.Form(p.Last) == "-" && l.d.Tokens[next].XPOS == "VBN" && l.lex.Is("backing", l.d.Tokens[next].Lemma)
}

// nationals reports whether an adjective tells the nationality of forces, of
// their craft or their blows, of goods or of ordinary people, who may be abroad.
func (l *linker) nationals(start, end int, p *doc.Mention) bool {
	h := l.d.Tokens[p.Head].Head
	if h < 0 {
		return false
	}
	if l.lex.Abroad(l.d.Tokens[h].Lemma) {
		return true
	}
	for k := start; k < end; k++ {
		if m := &l.d.Mentions[k]; m.Head == h {
			if m.Kind == doc.Group || m.Kind == doc.Person {
				switch m.Sector {
				case "CVL", "EDU", "REF", "LAB", "CRM", "UNK":
					return true // strangers are named by their nationality
				}
			}
			return m.Sector == "MIL" || m.Noun == "weapon"
		}
	}
	return false
}

// locative reports whether a place stands after a preposition of place, or
// tells more of one that does: "in Norport, Norland".
func (l *linker) locative(m *doc.Mention) bool {
	h := m.Head
	c := l.d.Child(h, "case")
	for n := 0; c < 0 && n < 3 && l.d.HasRel(h, "nmod:unmarked", "appos", "flat", "nmod:desc") && l.d.Tokens[h].Head >= 0; n++ {
		h = l.d.Tokens[h].Head
		c = l.d.Child(h, "case")
	}
	if c < 0 || c > m.Head {
		return false
	}
	return l.lex.Is("locative", strings.ToLower(l.d.Form(c)))
}
