package link

import (
	"annals/engine/doc"
	"annals/kb"
)

// hair is how close two persons of one country and one full name must be for
// neither to be taken: closer than any ground of this report brings them apart.
const hair = 0.25

// namesakes reports whether a second person fits a name as well as the best, so
// that neither may be taken. Two of one country must bear the whole name and
// have identifiers of their own: the base may hold one person twice.
func namesakes(a, b *candidate) bool {
	if a.Kind != kb.Person || b.Kind != kb.Person {
		return false
	}
	if a.Country != b.Country {
		return a.score-b.score < margin
	}
	return a.score-b.score < hair && a.QID != "" && b.QID != "" && a.hit.Kind != kb.Surname && b.hit.Kind != kb.Surname && kb.FoldKey(a.Name) == kb.FoldKey(b.Name)
}

// leaveOpen keeps the persons of whom mention k may be one, and what is true of
// all of them: their country, if they share it.
func (l *linker) leaveOpen(k int32, best *candidate) {
	m := &l.d.Mentions[k]
	country := best.Country
	near := margin
	for i := range l.cands {
		if x := &l.cands[i]; x.Country != best.Country && best.score-x.score < margin {
			country = ""
		}
	}
	if country != "" {
		near = hair
	}
	for i := range l.cands {
		x := &l.cands[i]
		if best.score-x.score >= near {
			continue
		}
		m.Open = append(m.Open, uint32(x.ID))
		if x.QID != "" {
			m.OpenIDs = append(m.OpenIDs, x.QID)
		}
	}
	m.Why = append(m.Why, "several persons of this name fit as well")
	l.unknown(k)
	if m.Country == "" {
		m.Country = country
	}
}

// eminent is the importance from which a person is called by the family name
// alone anywhere in the world.
const eminent = 170

// stranger reports whether a family name alone would stand for a person of no
// great renown of whose country and office the report tells nothing.
func (l *linker) stranger(m *doc.Mention, c *candidate) bool {
	return m.Class == "" && m.Country == "" && c.Importance < eminent && !l.named(c.ID) && l.weightOf(c.Country) == 0 && !l.highOffice(c.ID)
}

// leads reports whether a person is at the head of a state or of an international body
// on the day of the report: of several people of a family name it is the one meant.
func (l *linker) leads(id kb.EntityID) bool {
	if l.day == 0 {
		return false
	}
	l.offices = l.base.Offices(id, l.offices[:0])
	for i := range l.offices {
		switch o := &l.offices[i]; o.Class {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.IGOHead:
			if o.Fit(l.day) > 0 && !assistant(o.Title) {
				return true
			}
		}
	}
	return false
}

// highOffice reports whether a person leads a state, its diplomacy, an armed group or
// an international body on the day of the report: such people are called by the
// family name alone.
func (l *linker) highOffice(id kb.EntityID) bool {
	if l.day == 0 {
		return false
	}
	l.offices = l.base.Offices(id, l.offices[:0])
	for i := range l.offices {
		o := &l.offices[i]
		if o.Fit(l.day) <= 0 {
			continue
		}
		switch o.Class {
		case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.IGOHead, kb.ForeignMinister, kb.RebelLeader:
			return true
		}
		if international(o.Country) && kb.Rank(o.Class) >= kb.Rank(kb.Minister) {
			return true
		}
	}
	return false
}
