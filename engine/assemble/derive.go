package assemble

import (
	"slices"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// owners are the frames whose other side may stand in what they are about:
// "condemned Pompeo's decision" is against Pompeo.
var owners = set("Condemn", "Criticise", "Praise", "Endorse", "Reject", "Veto", "Accept", "Approve", "Defend", "Overturn",
	"Defy", "Complain", "Investigate", "Accuse", "Block", "Ban", "SeizeThing", "Raid", "Destroy", "Arson", "Vandalise", "Riot", "Cyber",
	"Attack", "Bomb", "Shell", "AirStrike", "Drone", "Explode", "SuicideBomb", "SeizeLand", "Expel", "Boycott", "Disinform", "Censor")

// answers are those of them whose other side may also take part in what is refused
// or approved: "rejected talks with the rebels".
var answers = set("Reject", "Veto", "Accept", "Approve")

// partners are the frames whose other side may stand inside what they promise or
// refuse: "refused to meet the envoy" is against the envoy.
var partners = set("Refuse", "Promise", "Threaten", "Offer", "Agree", "Accept", "Warn", "Intend")

// askers are the frames whose other side is the subject of what is asked:
// "demanded that Mali free the envoy".
var askers = set("Demand", "CallFor", "Propose", "Order", "Ask", "Urge")

// hits are the frames that strike a place through the people in it.
var hits = set("Attack", "Bomb", "Shell", "AirStrike", "Drone", "Explode", "SuicideBomb", "Arson", "ChemicalAttack", "NuclearAttack", "Destroy", "Kill", "Wound", "Shoot", "Massacre", "TearGas")

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// derive fills a side that no role gives but the words do.
func (m *maker) derive(w *draft, fr *doc.Frame) {
	m.upperSubject(w, fr)
	if len(w.targets) == 0 && w.kind.Target != "" && !w.reciprocal {
		for _, a := range fr.Args {
			if a.Role != "thing" {
				continue
			}
			switch {
			case owners[fr.Name]:
				if w.targets = m.ownersOf(w, a.Head); len(w.targets) == 0 && answers[fr.Name] {
					w.targets = m.partnersOf(w, a.Head)
				}
			case partners[fr.Name]:
				w.targets = m.partnersOf(w, a.Head)
			case askers[fr.Name] && a.Slot == "ccomp":
				w.targets = m.askedOf(w, a.Head)
			}
			if len(w.targets) > 0 {
				break
			}
		}
	}
	if len(w.actors) == 0 {
		m.throughThing(w, fr)
	}
	if w.kind.Kind == ontology.Mutual && w.polarity == record.Denied && len(w.actors) == 1 {
		m.denierTakesPart(w)
	}
	if len(w.targets) == 0 && aid[fr.Name] {
		w.targets = m.aidFor(w, fr)
	}
	if len(w.targets) == 0 && w.kind.Kind == ontology.Speech && fr.Outer < 0 {
		w.targets = m.answeredBy(w, fr)
	}
	if fr.Name == "Mediate" && len(w.targets) == 0 {
		m.mediated(w, fr)
	}
	if fr.Name == "Agree" && len(w.actors) == 0 {
		for _, head := range thingHeads(fr) {
			w.actors = m.partnersOf(w, head)
		}
		w.reciprocal = len(w.actors) > 1
	}
	if fr.Name == "Resign" {
		m.officeLeft(w)
	}
	if hits[fr.Name] {
		if w.actors = m.unmanned(w.actors); len(w.actors) == 0 {
			w.actors = m.wielder(fr)
		}
		m.blow(w, fr)
		if len(w.actors) == 0 {
			w.actors = m.without(m.foughtWith(fr), w.targets)
		}
		if len(w.targets) > 1 {
			w.targets = m.without(w.targets, w.actors)
		}
		for i := range w.targets {
			m.civilians(&w.targets[i])
		}
		if len(w.targets) == 0 {
			m.struckPlace(w, fr)
		}
		m.situate(w, fr)
	}
	if heldSector[fr.Name] != "" {
		m.detained(w, fr)
	}
	if fr.Name == "SeizeLand" || fr.Name == "SeizeThing" {
		m.takenFrom(w, fr)
	}
	if !hits[fr.Name] && fr.Name != "Visit" {
		m.territories(w)
	}
	if w.kind.Kind == ontology.Mutual && len(w.actors) == 1 {
		m.between(w, fr)
		m.jointSubject(w, fr)
	}
	if fr.Name == "Visit" {
		m.visited(w)
	}
	if len(w.actors) == 0 {
		switch {
		case w.kind.Topic == "protest":
			if m.localPeople(w, fr); len(w.actors) == 0 {
				m.ownPeople(w)
			}
		case w.kind.Topic == "military":
			m.forcesMoved(w, fr)
		}
	}
	if w.kind.Topic == "protest" {
		m.againstGovernment(w, fr)
	}
}

// ownersOf is whose the thing is: the doer of an act told there, else its
// possessor, the noun before it, or a nationality.
func (m *maker) ownersOf(w *draft, tok int32) []side {
	var inner *doc.Frame
	if i := m.frameOf(tok); i >= 0 {
		inner = &m.d.Frames[i]
		role := m.entries(inner.Entry).Actor
		var out []side
		for _, a := range inner.Args {
			if a.Role == role {
				out = m.addArg(out, a)
			}
		}
		if out = m.without(out, w.actors); len(out) > 0 {
			return out
		}
	}
	var out, nations []side
	for c := range m.d.Children(tok) {
		if !m.d.HasRel(c, "nmod:poss", "nmod", "compound", "amod") {
			continue
		}
		if m.d.HasRel(c, "nmod") && !m.d.HasRel(c, "nmod:poss") && !m.hasCase(c, "of", "by", "from") || inner != nil && m.suffers(inner, c) && w.kind.Kind == ontology.Speech {
			continue // "endorsed the invasion of Iraq" is nothing done to Iraq
		}
		if x := m.byTok[c]; x >= 0 && m.acts(x) {
			for _, e := range m.expand(x, 0) {
				s := side{mention: e}
				of := &m.d.Mentions[x]
				if people := of.Via == "nationality" || of.Kind == doc.State; of.Form == doc.Adjectival && people {
					s.state = m.country(s) != "" // "Kurdish" names a people without a state
					s.via = record.ViaNationality
					nations = m.addSide(nations, s)
					continue
				}
				out = m.addSide(out, s)
			}
		}
	}
	// A nationality only says whose the owner is where an owner is named:
	// "three Iranian PJAK camps".
	if len(out) == 0 {
		out = nations
	}
	return m.without(out, w.actors)
}

func (m *maker) hasCase(tok int32, words ...string) bool {
	c := m.d.Child(tok, "case")
	if c < 0 {
		return false
	}
	for _, w := range words {
		if m.d.Tokens[c].Lemma == w {
			return true
		}
	}
	return false
}

// acts reports whether a mention stands for somebody who can act.
func (m *maker) acts(i int32) bool {
	x := m.final(i)
	return x.Kind == doc.Person || x.Kind == doc.State || x.Kind == doc.Organisation || x.Kind == doc.Group
}

// partnersOf is the parties of the act told at tok, save the draft's own actors.
func (m *maker) partnersOf(w *draft, tok int32) []side {
	i := m.frameOf(tok)
	if i < 0 {
		return m.without(m.below(tok), w.actors)
	}
	var out []side
	for _, a := range m.d.Frames[i].Args {
		if a.Mention >= 0 && a.Role != "means" && a.Role != "thing" && a.Role != "place" && a.Role != "topic" && m.acts(a.Mention) {
			out = m.addArg(out, a)
		}
	}
	return m.without(out, w.actors)
}

// below is the states, bodies and people that stand as object or with "with" and
// "to" under a verb that tells no act by itself: "promised to help Haiti".
func (m *maker) below(tok int32) []side {
	var out []side
	for c := range m.d.Children(tok) {
		if !m.d.HasRel(c, "obj", "iobj") && !(m.d.HasRel(c, "obl") && m.hasCase(c, "with", "to")) {
			continue
		}
		if x := m.byTok[c]; x >= 0 && m.acts(x) {
			for _, e := range m.expand(x, 0) {
				out = m.addSide(out, side{mention: e})
			}
		}
	}
	return out
}

// askedOf is the subject of the clause that tells what is asked.
func (m *maker) askedOf(w *draft, tok int32) []side {
	s := m.d.Child(tok, "nsubj")
	if s < 0 || m.d.HasRel(s, "nsubj:pass") {
		return nil
	}
	x := m.byTok[s]
	if x < 0 || !m.acts(x) {
		return nil
	}
	var out []side
	for _, e := range m.expand(x, 0) {
		out = m.addSide(out, side{mention: e})
	}
	return m.without(out, w.actors)
}

func (m *maker) without(list, not []side) []side {
	var out []side
next:
	for _, s := range list {
		for _, n := range not {
			if m.sameParty(s.mention, n.mention) && s.state == n.state {
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}

// answeredBy is who answers an act of speech that names no other side: the one
// who "declined Japan's request" is asked by Japan.
func (m *maker) answeredBy(w *draft, fr *doc.Frame) []side {
	for i := range m.d.Frames {
		outer := &m.d.Frames[i]
		if outer == fr || !partners[outer.Name] && !owners[outer.Name] {
			continue
		}
		kind := m.entries(outer.Entry)
		for _, head := range append(thingHeads(outer), outer.Parts...) {
			if head != fr.Head {
				continue
			}
			var out []side
			for _, b := range outer.Args {
				if b.Role == kind.Actor {
					out = m.addArg(out, b)
				}
			}
			return m.without(out, w.actors)
		}
	}
	return nil
}

// thingHeads is the words that tell what a frame is about.
func thingHeads(fr *doc.Frame) []int32 {
	var out []int32
	for _, a := range fr.Args {
		if a.Role == "thing" {
			out = append(out, a.Head)
		}
	}
	return out
}

// localPeople makes the people of the place the doers of a protest that is told
// with its place alone: "protests broke out in Tunis".
func (m *maker) localPeople(w *draft, fr *doc.Frame) {
	place, basis := m.placeOf(w, fr)
	if place < 0 || basis != record.BasisSaid || m.d.Places[place].Country == "" {
		return
	}
	if x := m.byTok[m.d.Places[place].Head]; x >= 0 && m.final(x).Country != "" {
		w.actors = append(w.actors, side{mention: x, sector: "CVL", asPlace: true, via: record.ViaDescription})
	}
}

// ownPeople makes the people of a state the doers of a protest against its government
// that is told without them.
func (m *maker) ownPeople(w *draft) {
	for _, t := range w.targets {
		if m.country(t) != "" && m.sector(t) == "GOV" && !oneOf(m.country(t), "UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM") {
			w.actors = append(w.actors, side{mention: t.mention, state: true, sector: "CVL", via: record.ViaDescription})
			return
		}
	}
}

// takenFrom makes those from whom something is taken the other side, before the
// place that is taken.
func (m *maker) takenFrom(w *draft, fr *doc.Frame) {
	var out []side
	heads := []int32{fr.Head}
	for _, a := range fr.Args {
		if a.Role == w.kind.Target && fr.Name == "SeizeLand" {
			heads = append(heads, a.Head)
		}
	}
	for _, h := range heads {
		for c := range m.d.Children(h) {
			if x := m.byTok[c]; m.d.HasRel(c, "obl", "nmod") && m.hasCase(c, "from") && x >= 0 && m.acts(x) && m.d.Mentions[x].Head == c {
				for _, s := range m.expandSides(x) {
					out = m.addSide(out, s)
				}
				for y := range m.d.Children(c) {
					if z := m.byTok[y]; m.d.HasRel(y, "conj") && z >= 0 && m.acts(z) {
						out = m.addSide(out, side{mention: z})
					}
				}
			}
		}
	}
	if out = m.without(out, w.actors); len(out) > 0 {
		w.targets = out
	}
}

// between finds the second of "between A, who …, and B" where the parse hangs it on
// a word of what is told of A.
func (m *maker) between(w *draft, fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Slot != "between" {
			continue
		}
		_, last := m.d.Subtree(a.Head)
		for t := a.Head + 1; t <= last; t++ {
			cc := m.d.Child(t, "cc")
			x := m.byTok[t]
			if !m.d.HasRel(t, "conj") || cc < 0 || m.d.Tokens[cc].Lemma != "and" || x < 0 || !m.acts(x) || m.d.Mentions[x].Head != t {
				continue
			}
			if w.actors = m.addSide(w.actors, side{mention: x}); len(w.actors) > 1 {
				w.reciprocal = true
				return
			}
		}
	}
}

// territories makes a place that something is done to, other than struck, stand for
// the state it belongs to: "sanctions on Crimea". A government has no other side in
// a province of its own.
func (m *maker) territories(w *draft) {
	w.targets = slices.DeleteFunc(w.targets, func(t side) bool {
		x := m.final(t.mention)
		return x.Kind == doc.PlaceKind && x.Sector == "" && len(w.actors) == 1 && m.sector(w.actors[0]) == "GOV" && m.country(w.actors[0]) == x.Country
	})
	for i := range w.targets {
		if x := m.final(w.targets[i].mention); x.Kind == doc.PlaceKind && x.Form == doc.Named && x.Sector == "" && x.Country != "" && w.targets[i].sector == "" {
			w.targets[i].state, w.targets[i].via = true, record.ViaMetonym
		}
	}
}

// forcesMoved makes the forces themselves the doers where nobody is told to have
// moved them: "the navy was put on alert".
func (m *maker) forcesMoved(w *draft, fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Role == "means" && a.Mention >= 0 && m.acts(a.Mention) {
			w.actors = m.addArg(w.actors, a)
		}
	}
}

// mediated finds the sides of what was brokered: "sponsored the agreement to
// restore relations between X and Y".
func (m *maker) mediated(w *draft, fr *doc.Frame) {
	for _, head := range thingHeads(fr) {
		w.targets = m.partnersOf(w, head)
		if i := m.frameOf(head); i >= 0 && len(w.targets) == 0 {
			for _, inner := range thingHeads(&m.d.Frames[i]) {
				w.targets = m.partnersOf(w, inner)
			}
		}
	}
}

// officeLeft gives a resignation its other side: the state or body left.
func (m *maker) officeLeft(w *draft) {
	var out []side
	for _, t := range w.targets {
		if x := m.final(t.mention); x.Kind == doc.Organisation || x.Kind == doc.State {
			out = append(out, t)
		}
	}
	if len(out) == 0 && len(w.actors) > 0 && m.country(w.actors[0]) != "" {
		out = append(out, side{mention: w.actors[0].mention, state: true, via: record.ViaNationality})
	}
	w.targets = out
	for i := range w.actors {
		if m.sector(w.actors[i]) == "ELI" && m.final(w.actors[i].mention).Kind == doc.Person {
			w.actors[i].sector = "GOV" // who leaves an office still holds it
		}
	}
}

// civilians turns a place or country that is struck into its people.
func (m *maker) civilians(s *side) {
	x := m.final(s.mention)
	if x.Of >= 0 && x.Form == doc.Nominal && (x.Kind == doc.PlaceKind || x.Kind == doc.OtherKind || x.Noun == "weapon") {
		// "a depot of the rebels"
		if o := m.final(x.Of); (o.Kind == doc.Organisation || o.Kind == doc.Group) && oneOf(o.Sector, "MIL", "REB", "PRM", "UAF", "COP") {
			s.sector, s.country = o.Sector, o.Country
			return
		}
	}
	if (x.Kind == doc.PlaceKind || x.Kind == doc.State) && s.sector == "" {
		s.sector, s.asPlace = "CVL", true
	}
}

// visited makes the host of a visit a state where only a place is named.
func (m *maker) visited(w *draft) {
	var out []side
	for _, t := range w.targets {
		x := m.final(t.mention)
		if x.Kind == doc.PlaceKind {
			if x.Country == "" {
				continue
			}
			t.state, t.via = true, record.ViaMetonym
		}
		out = append(out, t)
	}
	// A host told by name acts for the country: the country besides is no second party.
	var people []side
	for _, t := range out {
		if !t.state && m.final(t.mention).Kind != doc.State {
			people = append(people, t)
		}
	}
	if len(people) > 0 {
		out = people
	}
	// What has no country gives way to what has one: "a trip to a major power", "to China".
	var placed []side
	for _, t := range out {
		if m.country(t) != "" {
			placed = append(placed, t)
		}
	}
	if len(placed) > 0 {
		out = placed
	}
	w.targets = m.without(out, w.actors)
}

// stateName is the name of the state that a mention belongs to.
func (m *maker) stateName(x *doc.Mention) string {
	for i := range m.d.Mentions {
		if y := &m.d.Mentions[i]; y.Kind == doc.State && y.Country == x.Country && y.Name != "" {
			return y.Name
		}
	}
	if m.names != nil {
		if n := m.names(x.Country); n != "" {
			return n
		}
	}
	return x.Country
}
