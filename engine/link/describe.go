package link

import (
	"strings"

	"annals/engine/doc"
	"annals/engine/mention"
	"annals/kb"
	"annals/record"
)

// settle recounts the countries after names are known, so that the report's
// main country is that of its actors too.
func (l *linker) settle() {
	for k := range l.d.Mentions {
		m := &l.d.Mentions[k]
		if m.Entity != 0 && (m.Kind == doc.Person || m.Kind == doc.Organisation) && m.Country != "" && !international(m.Country) {
			l.about(m.Country, 0.5)
		}
		if m.Kind == doc.PlaceKind && m.Entity != 0 && m.Country != "" && (m.Last-m.First > 1 || l.locative(m)) {
			if e := l.base.Entity(kb.EntityID(m.Entity)); e.Kind == kb.City && e.Importance < 95 {
				l.about(m.Country, 1) // not counted before it was linked
			}
		}
	}
	l.rank()
}

// describe gives a description, or a name that no entity bears, the country
// and sector of its owner.
func (l *linker) describe(k int32) {
	m := &l.d.Mentions[k]
	if m.Form == doc.Pronominal || m.Form == doc.Conjunction || m.Kind == doc.OtherKind && m.Form != doc.Named || m.Of < 0 {
		return
	}
	if m.Entity != 0 && m.Form != doc.Nominal {
		return
	}
	o := &l.d.Mentions[m.Of]
	role := l.roleOf(m)
	if m.Form == doc.Named && m.Office != "" {
		role, _, _ = l.lex.Role(m.Office)
	}
	if stance := l.stance(o); stance != 0 && o.Form == doc.Adjectival {
		if m.Country == "" && !international(o.Country) && o.Kind != doc.State {
			m.Country = o.Country
		}
		if stance > 0 && o.Kind != doc.State && o.Sector != "" && o.Sector != "GOV" && m.Sector != "CVL" {
			m.Sector = o.Sector
			m.Why = append(m.Why, "on the side of “"+l.d.Word(o.Span)+"”")
		}
		return
	}
	if m.Country == "" && o.Country != "" && (l.vouched(o) || l.townsOwn(m, o)) || international(o.Country) && o.Kind == doc.Organisation {
		if m.Country != o.Country {
			m.Country = o.Country
			m.Why = append(m.Why, "country from “"+l.d.Word(o.Span)+"”")
		}
	}
	if international(o.Country) && o.Kind == doc.Organisation && o.Country != "IMG" && m.Country == o.Country {
		m.Sector = ""
		return
	}
	if m.Sector == "ELI" {
		return
	}
	if o.Kind == doc.State && m.Sector == "PTY" && l.lex.Is("joint-force", l.d.Tokens[m.Head].Lemma) && l.hyphened(o, m.Head) {
		m.Sector = "MIL" // "the Norwegian-led coalition" is no party
		m.Why = append(m.Why, "forces led by a state")
	}
	if o.Kind == doc.Organisation && o.Sector == "" && o.Entity == 0 && o.Form != doc.Pronominal && role != nil && role.Takes && m.Noun == "leader" && m.Class == "leader" {
		m.Sector = "" // the leader of a body of which nothing is known
	}
	if o.Kind == doc.Person && o.Sector != "" && m.Kind == doc.Organisation && m.Noun == "group" {
		m.Sector = o.Sector // somebody's office
	}
	if o.Kind == doc.Person && role != nil && role.Takes && role.Sector == "GOV" && apart(o.Sector) && m.Kind == doc.Person && m.Entity == 0 {
		m.Sector = o.Sector // "Anna Berg's spokesman"
		m.Why = append(m.Why, "sector of “"+l.d.Word(o.Span)+"”")
	}
	if m.Sector == "MIL" && o.Form != doc.Adjectival && (o.Sector == "REB" || o.Sector == "PRM") && o.Kind != doc.PlaceKind {
		m.Sector = o.Sector // the troops of rebels
	}
	if o.Kind == doc.Group && o.Form == doc.Nominal && o.Start > m.End && role != nil && role.Takes && apart(o.Sector) {
		if s := role.SectorOf(o.Sector); m.Sector != s { // "leader of the rebels"
			m.Sector = s
			m.Why = append(m.Why, "sector of its owner “"+l.d.Word(o.Span)+"”")
		}
	}
	if o.Kind == doc.Organisation && o.Sector != "" && (o.Entity != 0 || o.Form == doc.Nominal || o.Noun != "") {
		fighters := m.Noun == "rebel" || m.Noun == "gunman" || m.Noun == "militia" || m.Noun == "militia leader" || m.Noun == "rebel group"
		if fighters && (o.Sector == "CVL" || o.Sector == "REL") {
			return // "Kurdish militants" are not the Kurds, "Shiite militias" not the Shiites
		}
		if o.Form == doc.Adjectival && m.Plural && fighters && l.base.Entity(kb.EntityID(o.Entity)).Kind == kb.Group {
			m.Entity, m.ID, m.Name, m.Sector, m.Country = o.Entity, o.ID, o.Name, o.Sector, o.Country
			m.Why = append(m.Why, "fighters of "+o.Name+" stand for it")
			return
		}
		if fighters && official(o.Sector) && l.d.Tokens[m.Head].Lemma != "fighter" {
			return // militants serve no state, whatever their body is called
		}
		if role != nil && role.Takes || fighters {
			sector := o.Sector
			if !fighters {
				sector = role.SectorOf(o.Sector)
			}
			if m.Sector != sector {
				m.Sector = sector
				m.Why = append(m.Why, "sector of its owner “"+l.d.Word(o.Span)+"”")
			}
		}
	}
	if m.Noun == "government" && m.Country != "" && !international(m.Country) && m.Kind == doc.State && m.Name != "" {
		if id, ok := l.base.Country(m.Country); ok && (o.Kind == doc.State || o.Kind == doc.Person || o.Kind == doc.PlaceKind && o.Form == doc.Adjectival) {
			e := l.base.Entity(id)
			m.Name, m.Entity, m.ID, m.Sector = e.Name, uint32(e.ID), e.QID, "GOV"
		}
	}
}

// apart reports whether people of a sector have leaders, spokesmen and followers of
// their own sector, not of the state's.
func apart(sector string) bool {
	switch sector {
	case "REB", "PRM", "PTY", "OPP", "LAB", "AGR", "REL", "SOC", "JRN", "REF":
		return true
	}
	return false
}

// vouched reports whether the country of a place may be that of others: the
// place is no small town, or the report names its country elsewhere too.
func (l *linker) vouched(o *doc.Mention) bool {
	if o.Kind != doc.PlaceKind || o.Entity == 0 {
		return true
	}
	e := l.base.Entity(kb.EntityID(o.Entity))
	return e.Kind != kb.City || e.Importance >= 95 || l.weightOf(o.Country) > 0
}

// townsOwn reports whether a body is told as that of the town right before it, which
// then has its own state: "Norport police" in a report about somebody from abroad.
func (l *linker) townsOwn(m, o *doc.Mention) bool {
	if o.Form != doc.Adjectival || m.Form != doc.Nominal || m.Kind != doc.Organisation || m.Sector != "COP" && m.Sector != "JUD" && m.Sector != "LEG" {
		return false
	}
	return l.base.Entity(kb.EntityID(o.Entity)).Importance >= 85
}

// stance is +1 after "pro-", -1 after "anti-", else 0.
func (l *linker) stance(o *doc.Mention) int {
	before := l.d.Text[max(0, o.Start-5):o.Start]
	switch {
	case hasSuffixFold(before, "pro-"), hasSuffixFold(before, "pro "):
		return 1
	case hasSuffixFold(before, "anti-"):
		return -1
	}
	return 0
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// roleOf is the entry of the lexicon that a description ends in, or nil.
func (l *linker) roleOf(m *doc.Mention) *mention.Role {
	words := m.Span
	if m.Of >= 0 {
		if o := &l.d.Mentions[m.Of]; o.Form == doc.Adjectival && o.Start >= words.Start && o.End < words.End {
			words.Start = o.End
		}
	}
	l.buf = kb.AppendFold(l.buf[:0], l.d.Word(words))
	r, _, ok := l.lex.Role(string(l.buf))
	if !ok {
		return nil
	}
	return r
}

// sole lists the offices with one holder in a state.
func sole(class string) bool {
	switch class {
	case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch, kb.ForeignMinister, kb.DefenceMinister, kb.InteriorMinister, kb.FinanceMinister, kb.VicePresident, kb.JusticeMinister:
		return true
	}
	return false
}

// holder names the holder of an office told with its country: "China's foreign
// minister" on that day.
func (l *linker) holder(k int32) {
	m := &l.d.Mentions[k]
	if m.Entity == 0 && m.Form == doc.Named && m.Kind == doc.Person && m.Class != "" && m.Country != "" && !m.Former && l.full[k] < 0 && l.day != 0 {
		l.spelling(m)
		return
	}
	if m.Entity != 0 || m.Former || m.Plural || m.Kind != doc.Person || m.Form != doc.Nominal && m.Form != doc.Adjectival || !sole(m.Class) || m.Country == "" || l.day == 0 || l.full[k] >= 0 {
		return
	}
	if m.Sector != "GOV" || international(m.Country) {
		return
	}
	if m.Of >= 0 && l.d.Mentions[m.Of].Kind == doc.Organisation && l.d.Mentions[m.Of].Noun != "government" {
		return // president of a bank, a club, a court
	}
	if m.Of >= 0 && l.subordinate(&l.d.Mentions[m.Of]) {
		return // the secretary of state of a province
	}
	if m.Class == kb.ForeignMinister && strings.HasPrefix(m.Office, "secretar") && m.Country != "USA" && m.Country != "VAT" {
		return
	}
	if m.Class == kb.FinanceMinister && (m.Office == "economy minister" || m.Office == "treasurer") {
		return
	}
	e, o, ok := Holder(l.base, m.Class, m.Country, l.day)
	if !ok {
		return
	}
	m.Entity, m.ID, m.Name, m.Via = uint32(e.ID), e.QID, e.Name, string(record.ViaTitle)
	if e.Gender != 0 {
		m.Gender = e.Gender
	}
	m.Why = append(m.Why, e.Name+" held the office on that day ("+o.Title+", "+l.base.SourceInfo(o.Source).Table+")")
}

// subordinate reports whether a place is a province, or a city that is no seat of a
// government: who holds an office there holds none of the state.
func (l *linker) subordinate(o *doc.Mention) bool {
	if o.Kind != doc.PlaceKind || o.Entity == 0 {
		return false
	}
	e := l.base.Entity(kb.EntityID(o.Entity))
	return e.Kind == kb.Admin1 || e.Kind == kb.City && e.FeatureCode != "PPLC" && e.FeatureCode != "PPLG"
}

// Holder is the person who held an office with one holder in a state on a day,
// and the office as the knowledge base has it; ok is false where the class has
// several holders or none is known.
func Holder(base *kb.Base, class, country string, day kb.Day) (e kb.Entity, o kb.Office, ok bool) {
	if !sole(class) {
		return e, o, false
	}
	var buf [16]kb.Office
	for _, x := range base.Holders(class, country, day, buf[:0]) {
		if assistant(x.Title) || ok && (x.Person == o.Person || x.Fit(day) < o.Fit(day)) {
			continue
		}
		y := base.Entity(x.Person)
		if !ok || y.Importance > e.Importance+15 {
			e, o, ok = y, x, true
		}
	}
	return e, o, ok
}

// assistant reports whether a title is that of somebody near the office.
func assistant(title string) bool {
	for _, s := range []string{"dvisor", "dviser", "Aide", "Assistant", " to the ", "Spouse", "Deputy", "Vice", "Office of", "Chief of Staff", "Spoke"} {
		if strings.Contains(title, s) && !strings.HasPrefix(title, "Vice President") {
			return true
		}
	}
	return false
}

// hyphened reports whether a hyphen ties o to "led" before a noun: "the Norwegian-led
// coalition".
func (l *linker) hyphened(o *doc.Mention, noun int32) bool {
	up := o.Head
	if l.d.Tokens[up].Lemma != "lead" { // else the mention takes "led" in
		up = l.d.Tokens[up].Head
	}
	return up >= 0 && up < noun && l.d.Tokens[up].Lemma == "lead" && l.d.Tokens[up].Head == noun
}
