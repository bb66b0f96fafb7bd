package coref

import (
	"strings"

	"annals/engine/doc"
	"annals/engine/link"
	"annals/kb"
)

// far is how many sentences back a description looks.
const far = 12

// description finds what "the minister", "the group" or "the country" stands for.
func (s *solver) description(k int32) {
	m := &s.d.Mentions[k]
	if m.Count.Has && m.Plural && !s.definite(m) {
		return
	}
	if strings.Contains(m.Office+s.d.Tokens[m.Head].Lemma, "counterpart") {
		s.counterpart(k)
		return
	}
	if !s.definite(m) && !s.bareTitle(m) {
		return
	}
	if m.Plural && (s.pair(k) || s.several(k)) {
		return
	}
	best, bestScore := int32(-1), 0.0
	for x := k - 1; x >= 0 && m.Sent-s.d.Mentions[x].Sent <= far; x-- {
		a := &s.d.Mentions[x]
		if a.Form == doc.Pronominal || s.of[x] < 0 || a.Head == m.Head || s.inside(m, a) {
			continue
		}
		score := s.likeness(k, x)
		if score <= 0 {
			continue
		}
		score -= 2 * float64(m.Sent-a.Sent)
		if subject(s.role(a.Head)) {
			score += 2
		}
		score += float64(min(s.clusters[s.of[x]].count, 4)) / 2
		if m.Kind == doc.State {
			score += float64(min(s.clusters[s.of[x]].count, 8)) / 2
		}
		if best < 0 || score > bestScore {
			best, bestScore = x, score
		}
	}
	if best >= 0 && bestScore > 0 {
		s.identify(k, best)
		return
	}
	if m.Kind == doc.State && !m.Plural && m.Entity == 0 && m.Noun == "state" && m.Of < 0 {
		s.homeland(k)
	}
}

// homeland reads "the country" where no state was named: that of the person or
// body last told of.
func (s *solver) homeland(k int32) {
	m := &s.d.Mentions[k]
	for x := k - 1; x >= 0 && m.Sent-s.d.Mentions[x].Sent <= 3; x-- {
		a := &s.d.Mentions[x]
		if a.Entity == 0 || a.Country == "" {
			continue
		}
		id, ok := s.base.Country(a.Country)
		if !ok {
			continue
		}
		e := s.base.Entity(id)
		m.Entity, m.ID, m.Name, m.Country, m.Sector = uint32(e.ID), e.QID, e.Name, e.Country, "GOV"
		m.Why = append(m.Why, "the country of “"+s.d.Word(a.Span)+"”")
		return
	}
}

// inside reports whether mention a stands in the phrase of m or owns it.
func (s *solver) inside(m, a *doc.Mention) bool {
	return m.Full.Contains(a.Span) || a.Full.Contains(m.Span) || m.Of >= 0 && &s.d.Mentions[m.Of] == a
}

// definite reports whether a description begins with "the", "this" or "that".
func (s *solver) definite(m *doc.Mention) bool {
	w := s.d.Word(doc.Span{Start: m.Full.Start, End: max(m.Full.Start, m.Span.Start)})
	w, _, _ = strings.Cut(strings.TrimSpace(w), " ")
	return s.lex.Is("definite", strings.ToLower(w))
}

// bareTitle reports whether a title in capitals stands without an article.
func (s *solver) bareTitle(m *doc.Mention) bool {
	return m.Class != "" && m.Kind == doc.Person && !m.Plural && m.Full == m.Span && m.Of < 0 && s.d.Tokens[m.Head].UPOS == "PROPN"
}

// likeness is how well the noun of description k fits mention x; 0 or less: not.
func (s *solver) likeness(k, x int32) float64 {
	m, a := &s.d.Mentions[k], &s.d.Mentions[x]
	c := &s.clusters[s.of[x]]
	b := &s.d.Mentions[c.best]
	if m.Country != "" && b.Country != "" && m.Country != b.Country && s.told(k) {
		return -1
	}
	if m.Former != b.Former && m.Former || s.opposed(m, a) {
		return -1
	}
	named := b.Form == doc.Named || b.Form == doc.Adjectival && b.Entity != 0
	switch m.Kind {
	case doc.Person:
		if c.kind != doc.Person || c.plural != m.Plural || m.Gender != 0 && c.gender != 0 && m.Gender != c.gender {
			return -1
		}
		switch {
		case m.Class != "" && m.Class != "leader" && m.Class != "official" && (m.Class == c.class || m.Class == b.Class):
			return 34
		case m.Class != "" && m.Class != "leader" && m.Class != "official" && c.class != "" && c.class != "leader" && c.class != "official" && !strings.HasSuffix(c.class, m.Class):
			return -1 // the ambassador is no minister
		case m.Class == "head-of-state" || m.Class == "head-of-government" || m.Class == "foreign-minister":
			return -1
		case s.head(m) == s.head(a) && a.Form == doc.Nominal:
			return 24
		case m.Of >= 0 && s.d.Mentions[m.Of].Form != doc.Pronominal && s.d.Mentions[m.Of].Form != doc.Adjectival:
			return -1 // "the head of the bank" is no other leader
		case m.Noun == b.Noun || m.Noun == c.noun || m.Sector != "" && m.Sector == b.Sector && m.Noun != "civilian":
			return 14
		case s.lex.Is("any-person", s.head(m)):
			return 10
		}
	case doc.State:
		switch {
		case m.Noun == "government":
			return -1 // a government is told with its state
		case s.head(m) == "state" && c.kind == doc.PlaceKind && a.Form == doc.Named && federal(a.Country) && !m.Plural:
			return 18
		case c.kind != doc.State || m.Plural:
			return -1
		case a.Form == doc.Named:
			return 16
		default:
			return 10
		}
	case doc.PlaceKind:
		switch {
		case c.kind != doc.PlaceKind || m.Plural:
			return -1
		case s.head(m) == s.head(a):
			return 24
		case a.Form != doc.Named:
			return -1
		case s.endsIn(b, s.head(m)):
			return 20
		case (s.base.Entity(kb.EntityID(b.Entity)).Kind == kb.City) == (m.Noun == "town"):
			return 14
		}
	case doc.Organisation, doc.Group:
		if c.kind != m.Kind && !(m.Kind == doc.Group && c.kind == doc.Organisation) && !(a.Form == doc.Named && c.kind == doc.OtherKind) {
			return -1
		}
		switch {
		case s.head(m) == s.head(a):
			if m.Of >= 0 && a.Of >= 0 && s.of[m.Of] != s.of[a.Of] && s.of[m.Of] >= 0 && s.of[a.Of] >= 0 {
				return -1
			}
			return 24
		case named && (m.Noun == b.Noun || m.Noun == c.noun) && !m.Plural:
			return 18
		case named && s.endsIn(b, s.head(m)):
			return 20
		case m.Noun == "group" && named && c.kind == doc.Organisation && !m.Plural && b.Noun != "ministry" && b.Noun != "media" && b.Noun != "parliament":
			return 10
		case named && m.Sector != "" && m.Sector == b.Sector && !m.Plural && m.Noun != "agency":
			return 8
		}
	default:
		if c.kind == doc.OtherKind && s.head(m) == s.head(a) && c.plural == m.Plural {
			return 12
		}
	}
	return -1
}

// federal lists countries whose parts are called states.
func federal(country string) bool {
	switch country {
	case "USA", "IND", "AUS", "MEX", "BRA", "NGA", "DEU", "MYS", "VEN":
		return true
	}
	return false
}

func (s *solver) head(m *doc.Mention) string { return s.d.Tokens[m.Head].Lemma }

// endsIn reports whether a name ends in the noun: "Ministry" of the "Foreign Ministry".
func (s *solver) endsIn(b *doc.Mention, noun string) bool {
	for i := b.First; i < b.Last; i++ {
		if strings.EqualFold(s.d.Form(i), noun) {
			return true
		}
	}
	return false
}

// identify lets description k stand for mention x: it takes the name where the
// words only point, and keeps its own where they describe.
func (s *solver) identify(k, x int32) {
	m := &s.d.Mentions[k]
	best := s.antecedent(k, x)
	a := &s.d.Mentions[best]
	named := a.Form == doc.Named || a.Entity != 0 || a.Form == doc.Adjectival
	if named && (m.Entity == 0 || !s.told(k)) {
		s.take(k, x, "“"+s.d.Word(m.Full)+"” stands")
		return
	}
	if m.Entity != 0 && m.Entity != a.Entity {
		return
	}
	s.put(k, s.of[x])
	m.Antecedent = best
	m.Why = append(m.Why, "the “"+s.d.Word(a.Span)+"” told of before")
	if a.Country != "" && !s.told(k) {
		m.Country = a.Country
	}
}

// counterpart reads "his Chinese counterpart": the same office, held for the
// country told.
func (s *solver) counterpart(k int32) {
	m := &s.d.Mentions[k]
	if m.Of < 0 {
		return
	}
	owner := int32(-1)
	for c := range s.d.Children(m.Head) {
		if !s.d.HasRel(c, "nmod:poss", "nmod") {
			continue
		}
		for x := k - 1; x >= 0 && s.d.Mentions[x].Sent == m.Sent; x-- {
			if a := &s.d.Mentions[x]; a.Head == c && s.of[x] >= 0 && a.Kind == doc.Person {
				owner = x
			}
		}
	}
	if owner < 0 { // "met with Ukrainian counterpart": the subject's
		for x := k - 1; x >= 0 && s.d.Mentions[x].Sent == m.Sent; x-- {
			if a := &s.d.Mentions[x]; a.Kind == doc.Person && !a.Plural && subject(s.role(a.Head)) && s.of[x] >= 0 {
				owner = x
				break
			}
		}
	}
	if owner < 0 {
		return
	}
	o := &s.d.Mentions[s.clusters[s.of[owner]].best]
	if o.Class == "" || m.Country == o.Country {
		return
	}
	m.Kind, m.Office, m.Class, m.Noun, m.Sector = doc.Person, o.Office, o.Class, o.Noun, o.Sector
	m.Why = append(m.Why, "holds the office of “"+s.d.Word(o.Span)+"”")
	if m.Country == "" || s.day == 0 || m.Plural {
		return
	}
	if e, office, ok := link.Holder(s.base, m.Class, m.Country, s.day); ok {
		m.Entity, m.ID, m.Name, m.Gender = uint32(e.ID), e.QID, e.Name, e.Gender
		m.Why = append(m.Why, e.Name+" held the office on that day ("+office.Title+")")
	}
}

// share gives the name beside a description the office and sector of it.
func (s *solver) share(m, name *doc.Mention) {
	if m.Sector == "" || name.Sector != "" || name.Entity != 0 && name.Entity != m.Entity {
		return
	}
	name.Office, name.Class, name.Noun, name.Sector = m.Office, m.Class, m.Noun, m.Sector
	name.Why = append(name.Why, "holds the office of “"+s.d.Word(m.Span)+"”")
	if name.Entity == 0 && m.Entity != 0 && strings.HasSuffix(m.Name, s.d.Form(name.Last-1)) {
		name.Entity, name.ID, name.Name = m.Entity, m.ID, m.Name
	}
	m.Entity, m.ID, m.Name = name.Entity, name.ID, name.Name // the text knows better than the list of offices
}

// opposed reports whether two stand on both sides of one verb, as subject and object: in
// "the minister asked the king" they are two.
func (s *solver) opposed(m, a *doc.Mention) bool {
	verb := s.d.Tokens[m.Head].Head
	return verb >= 0 && s.d.Tokens[verb].UPOS == "VERB" && s.d.Tokens[a.Head].Head == verb &&
		s.d.HasRel(m.Head, "obj", "iobj", "obl", "obl:agent") && s.d.HasRel(a.Head, "nsubj")
}
