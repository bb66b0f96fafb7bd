package coref

import (
	"annals/engine/doc"
	"annals/engine/link"
)

// take lets mention k stand for mention x.
func (s *solver) take(k, x int32, how string) {
	c := s.of[x]
	s.put(k, c)
	m := &s.d.Mentions[k]
	best := s.antecedent(k, x)
	a := &s.d.Mentions[best]
	m.Antecedent = best
	m.Why = append(m.Why, how+" for “"+s.d.Word(a.Span)+"”")
	s.copy(m, a)
}

// antecedent is the mention whose words say best what k stands for: x itself
// where it has words, else the best of its cluster.
func (s *solver) antecedent(k, x int32) int32 {
	a := &s.d.Mentions[x]
	if a.Form == doc.Named {
		return x
	}
	best := s.clusters[s.of[x]].best
	if b := &s.d.Mentions[best]; b.Form == doc.Named || a.Form == doc.Pronominal {
		return best
	}
	return x
}

// copy writes what is known of a into m.
func (s *solver) copy(m, a *doc.Mention) {
	m.Entity, m.ID, m.Name = a.Entity, a.ID, a.Name
	m.Open, m.OpenIDs = a.Open, a.OpenIDs
	if m.Name == "" {
		m.Name = s.d.Word(a.Span)
	}
	m.Country, m.Sector, m.Sectors, m.More = a.Country, a.Sector, a.Sectors, a.More
	if m.Noun == "state" && a.Kind == doc.PlaceKind {
		m.Sector = "GOV" // "the state" acts
	}
	m.Kind = a.Kind
	if m.Office == "" {
		m.Office, m.Class = a.Office, a.Class
	}
	if m.Form == doc.Pronominal {
		m.Noun = a.Noun
		if !a.Former {
			m.Former = false
		}
		if m.Gender == 0 {
			m.Gender = a.Gender
		}
		if len(m.Members) == 0 {
			m.Members = a.Members
		}
	}
}

// members lets mention k stand for several others.
func (s *solver) members(k int32, members []int32, why string) {
	m := &s.d.Mentions[k]
	list := make([]int32, 0, len(members))
	for _, x := range members {
		if b := s.standFor(x); b >= 0 {
			list = append(list, b)
		}
	}
	if len(list) == 0 {
		return
	}
	m.Members = list
	m.Antecedent = list[0]
	first := &s.d.Mentions[list[0]]
	if m.Kind == doc.OtherKind || m.Form == doc.Pronominal || m.Noun == "set" {
		m.Kind = first.Kind
	}
	m.Country, m.Sector, m.More = first.Country, first.Sector, nil
	for _, x := range list[1:] {
		if c := s.d.Mentions[x].Country; c != "" && c != m.Country {
			m.More = append(m.More, c)
		}
	}
	m.Plural = true
	m.Why = append(m.Why, "stands for "+why+": “"+s.d.Word(first.Span)+"” …")
}

// standFor is the mention with words for x.
func (s *solver) standFor(x int32) int32 {
	if s.of[x] < 0 || s.d.Mentions[x].Form != doc.Pronominal {
		return x
	}
	return s.clusters[s.of[x]].best
}

// inherit gives a description whose owner is a pronoun the country and, where
// the noun takes one, the sector of what the pronoun stands for.
func (s *solver) inherit(k int32) {
	m := &s.d.Mentions[k]
	if m.Of < 0 || m.Form == doc.Pronominal || m.Kind == doc.OtherKind && m.Noun != "counterpart" {
		return
	}
	o := &s.d.Mentions[m.Of]
	if o.Form != doc.Pronominal && !(o.Form == doc.Nominal && o.Antecedent >= 0) || o.Antecedent < 0 || m.Entity != 0 || m.Former {
		return
	}
	if o.Country != "" && m.Country != o.Country && !s.told(k) {
		m.Country = o.Country
		m.Why = append(m.Why, "country of “"+s.d.Word(o.Span)+"”")
	}
	if m.Noun == "government" && o.Kind == doc.State {
		m.Name, m.Entity, m.ID, m.Sector = o.Name, o.Entity, o.ID, "GOV"
	}
	s.buf = append(s.buf[:0], s.d.Word(m.Span)...)
	if r, _, ok := s.lex.Role(string(s.buf)); ok && r.Takes && o.Sector != "" && o.Kind != doc.State && m.Sector != "ELI" && !(o.Kind == doc.Person && r.Sector == "CVL") {
		m.Sector = r.SectorOf(o.Sector)
	}
	if m.Sector == "MIL" && (o.Sector == "REB" || o.Sector == "PRM") {
		m.Sector = o.Sector // "his troops" of a rebel
	}
	if m.Noun == "state" && s.head(m) == "country" && o.Kind != doc.State && m.Country != "" {
		if id, ok := s.base.Country(m.Country); ok {
			e := s.base.Entity(id)
			m.Name, m.Entity, m.ID = e.Name, uint32(e.ID), e.QID
		}
	}
	switch m.Country {
	case "UNO", "EUR", "IGO", "NGO", "MNC", "ISM":
		m.Sector = ""
	}
	if m.Kind == doc.Person && !m.Plural && m.Sector == "GOV" && m.Country != "" && s.day != 0 {
		if e, office, ok := link.Holder(s.base, m.Class, m.Country, s.day); ok {
			m.Entity, m.ID, m.Name = uint32(e.ID), e.QID, e.Name
			m.Why = append(m.Why, e.Name+" held the office on that day ("+office.Title+")")
		}
	}
}

// told reports whether the words themselves tell the country of mention k: an
// owner that is no pronoun, or a nationality.
func (s *solver) told(k int32) bool {
	m := &s.d.Mentions[k]
	if m.Country == "" {
		return false
	}
	for x := k - 1; x >= 0 && s.d.Mentions[x].Sent == m.Sent; x-- {
		a := &s.d.Mentions[x]
		if a.Form == doc.Adjectival && m.Full.Contains(a.Span) && a.Country == m.Country {
			return true
		}
	}
	return m.Of >= 0 && s.d.Mentions[m.Of].Form != doc.Pronominal && s.d.Mentions[m.Of].Country == m.Country
}
