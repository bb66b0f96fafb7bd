package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// candidate is an entity that a name may stand for.
type candidate struct {
	kb.Entity
	hit   kb.Hit
	score float64
	told  bool // its country is told beside the name
	why   string
}

// most is how many hits of an alias are weighed.
const most = 16

// margin is how far the best candidate must be ahead of a second one of
// another country or kind.
const margin = 1.0

// name links one name.
func (l *linker) name(k int32) {
	m := &l.d.Mentions[k]
	if m.Of >= 0 && m.Kind == doc.Organisation && l.d.Mentions[m.Of].Last == m.First && l.d.Mentions[m.Of].Form == doc.Adjectival {
		// the place before a body is part of its name: link it first
		if o := &l.d.Mentions[m.Of]; o.Entity == 0 && o.Kind == doc.PlaceKind {
			l.name(m.Of)
		}
		if m.Country == "" {
			m.Country = l.d.Mentions[m.Of].Country
		}
	}
	single := m.Last-m.First == 1
	text := l.d.Word(m.Span)
	l.buf = kb.AppendFold(l.buf[:0], text)
	if strings.HasPrefix(string(l.buf), "the ") {
		l.buf = append(l.buf[:0], l.buf[4:]...)
	}
	if len(l.buf) == 0 || strings.HasSuffix(text, "$") {
		return
	}
	if single && (m.Kind == doc.Person || m.Kind == doc.OtherKind || m.Kind == doc.Organisation) && l.sameName(k) {
		return
	}
	if single && l.half(k) || l.bloc(k) {
		return
	}
	l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
	if single && l.province(k) {
		return
	}
	firm := len(l.hits) == 0 && !single && l.bareFirm()
	l.cands = l.cands[:0]
	inside, where := l.container(k)
	if m.Kind == doc.State && inside != "" && inside != m.Country {
		l.namesake(k, inside)
	}
	upper := text == strings.ToUpper(text)
	for i := range l.hits {
		h := l.hits[i]
		if h.UpperOnly && !upper || !h.Valid(l.day) || len(l.cands) >= most {
			continue
		}
		if x := l.has(h.Entity); x >= 0 {
			if h.Kind == kb.Metonym {
				l.cands[x].hit = h
			}
			continue
		}
		c := candidate{Entity: l.base.Entity(h.Entity), hit: h}
		if firm && c.Kind != kb.Company && c.Kind != kb.Media || !firm && !l.possible(m, &c, single) {
			continue
		}
		l.score(m, &c, single)
		l.cands = append(l.cands, c)
	}
	if inside != "" {
		for i := range l.cands {
			switch c := &l.cands[i]; {
			case !c.Kind.IsPlace() || c.Kind == kb.Country || c.hit.Kind == kb.Metonym:
			case c.Country == inside:
				c.score, c.why = c.score+6, c.why+", in “"+where+"”"
			default:
				c.score -= 8
			}
		}
	}
	best, second := -1, -1
	for i := range l.cands {
		switch {
		case best < 0 || l.cands[i].score > l.cands[best].score:
			best, second = i, best
		case second < 0 || l.cands[i].score > l.cands[second].score:
			second = i
		}
	}
	if single && m.Form == doc.Adjectival && (best < 0 || l.cands[best].Kind == kb.Person && l.cands[best].hit.Kind == kb.Surname && !l.named(l.cands[best].ID)) && l.movement(k) {
		return
	}
	if best >= 0 && inside != "" && l.cands[best].Kind.IsPlace() && (l.cands[best].Kind != kb.Country || l.cands[best].hit.Kind == kb.Metonym) && l.cands[best].Country != inside && l.cands[best].Kind != kb.Feature && l.cands[best].Kind != kb.Region {
		best = -1 // another place of this name
	}
	if best < 0 {
		if l.unknown(k); inside != "" && m.Country != inside && m.Entity == 0 && m.Kind != doc.Person && !international(inside) {
			m.Country = inside
			m.Why = append(m.Why, "told to be in “"+where+"”")
		}
		return
	}
	best = l.capital(best)
	c := &l.cands[best]
	if c.Kind == kb.Person && c.hit.Kind == kb.Surname && (c.score < 8 || l.stranger(m, c)) {
		l.unknown(k)
		return
	}
	if second >= 0 && namesakes(c, &l.cands[second]) && !(single && l.leads(c.ID) && !l.leads(l.cands[second].ID)) {
		l.leaveOpen(k, c)
		return
	}
	if l.strangeInitials(m, c) {
		m.Why = append(m.Why, "initials of "+c.Name+" too, but nothing here is about "+c.Country)
		l.unknown(k)
		return
	}
	if l.generic(c) {
		m.Why = append(m.Why, "bodies of several states have this name and none of them is told of")
		l.unknown(k)
		return
	}
	l.take(k, c)
	if second >= 0 {
		m.Why = append(m.Why, "next: "+l.cands[second].Name)
	}
}

// namesake takes what was read as a capital for a state as a town of another state that
// is told right behind it ("London, Kentucky"), for itself and for what belongs to it.
func (l *linker) namesake(k int32, country string) {
	m := &l.d.Mentions[k]
	for x := range l.d.Mentions {
		if o := &l.d.Mentions[x]; o.Of == k && o.Country == m.Country {
			o.Country = country
		}
	}
	m.Kind, m.Country, m.Sector, m.Name = doc.PlaceKind, country, "", ""
	l.about(country, 1)
}

// generic reports whether the best candidate is one of several bodies of the
// same name ("Supreme Court") and nothing in the report speaks for its state.
func (l *linker) generic(c *candidate) bool {
	if !corporate(c.Kind) || international(c.Country) || l.weightOf(c.Country) > 0 || c.told || c.hit.UpperOnly {
		return false
	}
	for i := range l.cands {
		if x := &l.cands[i]; x.Country != c.Country && corporate(x.Kind) && !x.hit.UpperOnly && !(l.own(c) && !l.own(x) && c.Kind == kb.Group) {
			return true
		}
	}
	return false
}

// own reports whether the words are the very name of a candidate.
func (l *linker) own(c *candidate) bool { return kb.Fold(c.Name) == string(l.buf) }

func corporate(k kb.Kind) bool {
	return k == kb.Body || k == kb.Force || k == kb.Party || k == kb.Group
}

// movement links the single form of a group's name that is a family name too,
// as "Houthi" before "positions".
func (l *linker) movement(k int32) bool {
	l.buf = append(l.buf, 's')
	l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
	for i := range l.hits {
		e := l.base.Entity(l.hits[i].Entity)
		if e.Kind == kb.Group || e.Kind == kb.Party {
			l.take(k, &candidate{Entity: e, hit: l.hits[i]})
			return true
		}
	}
	return false
}

// capital takes the state that a city stands for as a candidate in the city's
// stead; grammar decides between them (see territory).
func (l *linker) capital(best int) int {
	if c := &l.cands[best]; c.Kind == kb.City || c.Kind == kb.Admin1 || c.Kind == kb.Region {
		for i := range l.cands {
			if x := &l.cands[i]; x.hit.Kind == kb.Metonym && x.Country == c.Country {
				return i
			}
		}
	}
	return best
}

// has is the index of the candidate with an entity, or -1.
func (l *linker) has(id kb.EntityID) int {
	for i := range l.cands {
		if l.cands[i].ID == id {
			return i
		}
	}
	return -1
}

// possible rules out candidates that the words contradict.
func (l *linker) possible(m *doc.Mention, c *candidate, single bool) bool {
	switch {
	case m.Via == string(record.ViaNationality):
		return c.hit.Kind == kb.DemonymAdj || c.hit.Kind == kb.DemonymNoun
	case m.Kind == doc.Person && (m.Office != "" || m.Noun != "") && c.Kind != kb.Person:
		return false
	case m.Country != "" && c.Country != m.Country && m.Kind == doc.Organisation && c.Kind != kb.Person && !international(c.Country) && m.Via != string(record.ViaMetonym) && m.Of >= 0 && !l.elsewhere(m):
		return false
	case m.Kind == doc.Person && single && l.bareTown(m, c):
		return true
	case m.Kind == doc.Person && c.Kind != kb.Person:
		// the parser or a given name has said that this is a person
		return len(m.Why) == 0
	case c.Kind == kb.Person && c.hit.Kind == kb.Surname && m.Kind == doc.PlaceKind:
		return l.named(c.ID)
	case c.Kind == kb.Person && c.hit.Kind == kb.Surname && single && (m.Kind != doc.Person || len(m.Why) == 0) && l.locative(m) && l.namesPlace():
		return l.named(c.ID)
	case c.Kind.IsPlace() && c.Kind != kb.Country && c.Kind != kb.Territory && c.hit.Kind != kb.Metonym && l.lex.Vague(string(l.buf)):
		return l.weightOf(c.Country) > 0
	case c.Kind == kb.City && (c.hit.Kind == kb.Variant || c.hit.Kind == kb.Former || c.hit.Kind == kb.Native) && c.Importance < 100:
		return l.weightOf(c.Country) > 0 // an odd name of a small town
	case c.Kind == kb.City && c.Importance < 85 && l.main != "" && l.weightOf(c.Country) == 0:
		return false // a small town of a state that the report does not name
	case c.Kind == kb.Party && c.hit.Common && single && c.Importance < 140 && l.main != "" && l.weightOf(c.Country) == 0:
		return false // "Conservative" is a party in Honduras, and a word
	case c.hit.Common && c.hit.Kind == kb.Surname && single:
		return m.Kind == doc.Person || l.named(c.ID)
	case c.Kind == kb.Person && c.hit.Kind == kb.Surname && m.Form == doc.Adjectival && (c.Importance < 120 || c.Importance < 160 && l.namesPlace()):
		return l.named(c.ID)
	}
	return true
}

// bareTown reports a town or division of weight whose name no person is known to bear,
// told by that name alone: a parser that has never met it takes it for a family name
// ("the army shelled Kherson").
func (l *linker) bareTown(m *doc.Mention, c *candidate) bool {
	if c.Kind != kb.City && c.Kind != kb.Admin1 || c.hit.Kind != kb.Common || c.Importance < 110 || m.Form != doc.Named || m.Gender != 0 {
		return false
	}
	name := kb.Fold(l.d.Word(m.Span))
	if _, given := l.base.GivenName(name); given {
		return false
	}
	_, family := l.base.Surname(name)
	return !family
}

// elsewhere reports whether the country told with a body's full name is only that
// where it is met: "the Norvian Workers' Front in Norland".
func (l *linker) elsewhere(m *doc.Mention) bool {
	return m.Last-m.First > 2 && m.Of >= 0 && m.Kind == doc.Organisation && l.locative(&l.d.Mentions[m.Of])
}

// namesPlace reports whether the name at hand is that of a place too.
func (l *linker) namesPlace() bool {
	for i := range l.hits {
		if i < most && l.base.Entity(l.hits[i].Entity).Kind.IsPlace() {
			return true
		}
	}
	return false
}

func (l *linker) named(id kb.EntityID) bool {
	_, ok := l.known[id]
	return ok
}

// score weighs a candidate; the parts are told in its why.
func (l *linker) score(m *doc.Mention, c *candidate, single bool) {
	c.score = float64(c.Importance) / 20
	if c.hit.Kind == kb.Metonym && c.Kind == kb.Country {
		c.score = min(c.score, 7) // the capital's weight, not the state's
	}
	add := func(x float64, why string) {
		c.score += x
		if c.why != "" {
			c.why += ", "
		}
		c.why += why
	}
	if l.named(c.ID) {
		add(8, "named before")
	}
	switch c.hit.Kind {
	case kb.Variant, kb.Former, kb.Native:
		c.score -= 1
	case kb.Surname:
		c.score -= 1
	}
	country := c.Country
	if c.Kind == kb.Person {
		l.offices = l.base.Offices(c.ID, l.offices[:0])
		fit, held := false, false
		for i := range l.offices {
			o := &l.offices[i]
			on := l.day == 0 || o.Fit(l.day) > 0
			if on {
				country = o.Country
			}
			if m.Class != "" && o.Class == m.Class {
				held = true
				fit = fit || on
			}
		}
		switch {
		case fit:
			add(5, "holds that office")
		case held:
			add(2, "has held that office")
		case m.Class != "" && m.Class != "leader" && single && kb.Rank(m.Class) > 12:
			add(-4, "holds no such office")
		}
		if c.Death != 0 && l.day != 0 && l.day > c.Death+10*366 {
			add(-3, "dead")
		}
	}
	switch {
	case m.Country != "" && (m.Country == country || m.Country == c.Country):
		c.told = true
		add(5, "country told")
	case m.Country != "" && c.Kind != kb.Country && !international(c.Country) && !(corporate(c.Kind) && l.elsewhere(m)):
		add(-5, "another country told")
	}
	if c.Kind != kb.Country && c.Kind != kb.Territory {
		w := l.weightOf(country)
		if c.Kind != kb.Person && !c.Kind.IsPlace() && country == l.main {
			c.score += 2 * l.share
		}
		switch {
		case w >= 3:
			add(3, "report is about its country")
		case w > 0:
			add(2, "report names its country")
		}
	}
	if m.Kind == doc.Person && c.Kind == kb.Person {
		c.score += 2
	}
	if l.strangeInitials(m, c) {
		add(-4, "nothing here is about its country")
	}
	if c.Kind == kb.Media && c.hit.Kind == kb.Acronym {
		c.score += 2 // agencies are credited far more often than others of their initials act
	}
	if m.Kind == doc.PlaceKind && c.Kind == kb.Person || m.Kind == doc.State && c.Kind == kb.Person {
		c.score -= 4
	}
	if m.Kind == doc.Organisation && len(m.Why) > 0 && (c.Kind == kb.Person || c.Kind.IsPlace()) && c.hit.Kind != kb.Metonym {
		c.score -= 3
	}
}

// take writes the entity into the mention.
func (l *linker) take(k int32, c *candidate) {
	m := &l.d.Mentions[k]
	e := c.Entity
	m.Entity, m.ID = uint32(e.ID), e.QID
	why := e.Name + " (" + e.Kind.String() + ")"
	if c.why != "" {
		why += ": " + c.why
	}
	m.Why = append(m.Why, why)
	l.known[e.ID] = struct{}{}
	if e.Kind == kb.Person && m.Last-m.First > 1 {
		l.index(k)
	}
	if m.Kind == doc.Person && m.Form == doc.Adjectival && e.Kind != kb.Person && m.Office != "" {
		// one of "the Russian and Chinese ministers": the adjective is only its country
		m.Entity, m.ID, m.Name = 0, "", ""
		m.Country = e.Country
		return
	}
	switch {
	case m.Via == string(record.ViaNationality) && m.Form == doc.Nominal:
		m.Entity, m.ID = 0, ""
	case e.Kind == kb.Person:
		l.person(m, e)
	case e.Kind.IsPlace() || c.hit.Kind == kb.Metonym:
		l.territory(k, c)
	default:
		l.body(m, e, c.hit.Kind)
	}
}

// person writes country, sector and office of a person on the day.
func (l *linker) person(m *doc.Mention, e kb.Entity) {
	told, toldCountry := m.Sector, m.Country
	m.Kind, m.Name = doc.Person, e.Name
	if e.Gender != 0 {
		m.Gender = e.Gender
	}
	country, sectors := l.base.SectorsOn(e.ID, l.day)
	m.Country = country
	l.sectors(m, sectors)
	o, in := l.base.OfficeOn(e.ID, l.day)
	if in && l.day != 0 {
		if m.Office == "" {
			m.Office, m.Class = o.Title, o.Class
		}
		m.Why = append(m.Why, o.Title+" of "+o.Country+" on that day")
	}
	if in && told == "GOV" && m.Sector != "GOV" && m.Class != "" && kb.Rank(m.Class) > kb.Rank(o.Class) {
		m.Sector = "GOV"
	}
	if !in && m.Sector == "ELI" && told == "GOV" && l.justLeft(e.ID, m.Class) {
		m.Sector = "GOV"
		m.Why = append(m.Why, "left the office shortly before; the report still gives the title")
	}
	switch {
	case told == "OPP" && m.Sector != "GOV":
		m.Sector = "OPP"
	case told == "ELI":
		m.Sector = "ELI"
	case (!in || l.day == 0) && told != "" && told != "GOV" && (m.Sector == "ELI" || official(told) && official(m.Sector)):
		m.Sector = told
	case (!in || l.day == 0) && told == "GOV" && (m.Sector == "ELI" || m.Sector == "") && !top(m.Class):
		// a lesser office that the tables do not know
		m.Sector = "GOV"
		if toldCountry != "" {
			m.Country = toldCountry
		}
	case m.Sector == "", l.day == 0 && told != "" && m.Sector != "REB":
		m.Sector = told
	}
	if international(m.Country) && m.Country != "IMG" {
		m.Sector = ""
	}
	if m.Country == "" {
		m.Country = toldCountry
	}
}

// official lists the sectors of those who serve a state.
func official(sector string) bool {
	switch sector {
	case "GOV", "MIL", "COP", "JUD", "LEG", "SPY":
		return true
	}
	return false
}

// justLeft reports whether a person left an office of the class within the
// month before the report: ministers stay until their successors take over.
func (l *linker) justLeft(id kb.EntityID, class string) bool {
	l.offices = l.base.Offices(id, l.offices[:0])
	for i := range l.offices {
		if o := &l.offices[i]; o.Class == class && o.To != 0 && o.To <= l.day && l.day-o.To < 31 {
			return true
		}
	}
	return false
}

// top reports whether an office is one whose holders are all known.
func top(class string) bool {
	switch class {
	case kb.HeadOfState, kb.HeadOfGovernment, kb.Monarch:
		return true
	}
	return false
}
