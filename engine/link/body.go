package link

import (
	"annals/engine/doc"
	"annals/kb"
)

// bodyName is the name of a body: the knowledge base's, but the words of the
// report where that one has no more than "Parliament" or "Ground Forces".
func (l *linker) bodyName(m *doc.Mention, e kb.Entity, hit kb.AliasKind) string {
	if hit == kb.Native || hit == kb.Metonym {
		return l.d.Word(m.Span)
	}
	if (e.Kind == kb.Body || e.Kind == kb.Force) && m.Of >= 0 {
		if o := &l.d.Mentions[m.Of]; o.Form == doc.Adjectival && o.Country == e.Country && o.Last == m.First {
			return l.d.Word(o.Span.Join(m.Span))
		}
	}
	return e.Name
}

// body writes country and sector of a body, group, company or the like.
func (l *linker) body(m *doc.Mention, e kb.Entity, hit kb.AliasKind) {
	m.Kind, m.Name = doc.Organisation, l.bodyName(m, e, hit)
	country, sectors := l.base.SectorsOn(e.ID, l.day)
	m.Country = country
	l.sectors(m, sectors)
	if e.Kind == kb.Group && m.Noun == "" {
		m.Noun = "rebel group"
	}
	if m.Noun == "" {
		m.Noun = nounOf(e, m.Sector)
	}
}

// nounOf gives the class of a body by its kind, as a description would have it.
func nounOf(e kb.Entity, sector string) string {
	switch e.Kind {
	case kb.Force:
		if sector == "COP" {
			return "police"
		}
		return "army"
	case kb.Party:
		return "party"
	case kb.Company:
		return "company"
	case kb.Media:
		return "media"
	case kb.School:
		return "school"
	}
	switch sector {
	case "LEG":
		return "parliament"
	case "JUD":
		return "court"
	case "SPY":
		return "intelligence"
	case "GOV":
		return "agency"
	case "SOC":
		return "ngo"
	case "REL":
		return "church"
	case "":
		return "igo"
	}
	return "group"
}

// sectors writes the sectors of a knowledge base entry as the record wants
// them: one, with a party's place in or out of government first.
func (l *linker) sectors(m *doc.Mention, sectors []string) {
	m.Sector, m.Sectors = "", nil
	if len(sectors) > 0 {
		m.Sector = sectors[0]
		m.Sectors = sectors[1:]
	}
	if m.Sector == "PTY" && len(sectors) > 1 && (sectors[1] == "GOV" || sectors[1] == "OPP") {
		m.Sector = sectors[1]
	}
	switch {
	case m.Country == "IMG":
		m.Sector = "REB"
	case international(m.Country):
		m.Sector = ""
	case m.Country == "VAT" && m.Sector == "REL":
		m.Sector = "GOV"
	}
}
