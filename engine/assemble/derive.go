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

// judgements are the frames of words about what others do.
var judgements = set("Condemn", "Criticise", "Praise", "Endorse", "Defend")

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
	m.ownLand(w)
	if len(w.targets) == 0 && answers[fr.Name] && !w.reciprocal {
		for _, part := range fr.Parts { // "refused a Turkish request to extradite the soldiers"
			if m.d.Tokens[part].UPOS == "NOUN" && len(w.targets) == 0 && !(len(w.actors) == 0 && m.classes.Has("contested", m.d.Tokens[part].Lemma)) {
				w.targets = m.ownersOf(w, part)
			}
		}
		if len(w.targets) > 0 && len(w.actors) == 0 && m.d.Tokens[fr.Head].UPOS == "VERB" && m.d.Child(fr.Head, "aux:pass") < 0 {
			w.actors = m.without(m.subjects(fr.Head), w.targets) // "rejected a UN report"
		}
	}
	if len(w.targets) == 0 && w.kind.Target != "" && !w.reciprocal {
		for _, a := range fr.Args {
			if a.Role == "why" || fr.Name == "Retaliate" && a.Slot == "for" {
				w.targets = m.doersAt(w, a.Head)
			}
			if a.Role != "thing" {
				continue
			}
			switch {
			case owners[fr.Name]:
				if fr.Name == "Accuse" && a.Slot == "ccomp" {
					w.targets = m.askedOf(w, a.Head) // "alleges that Norway broke the pact"
				}
				if fr.Name == "Investigate" {
					w.targets = m.lookedInto(w, a.Head)
				}
				if len(w.targets) == 0 {
					w.targets = m.ownersOf(w, a.Head)
				}
				if len(w.targets) == 0 && answers[fr.Name] && !m.classes.Has("court-plea", m.d.Tokens[a.Head].Lemma) {
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
	if len(w.actors) == 0 {
		w.actors = m.behindPaper(w, fr)
	}
	if len(w.actors) == 0 && fr.Name == "Accuse" {
		if m.saidBy(w); len(w.actors) == 0 {
			w.actors = m.punishedBy(w, fr)
		}
	}
	if len(w.actors) == 0 && fr.Name == "Retaliate" {
		m.saidBy(w) // "the rebels will pay a heavy price, the army said"
	}
	if len(w.actors) == 0 && measures[fr.Name] {
		m.declaredBy(w)
	}
	if w.kind.Kind == ontology.Mutual && w.polarity == record.Denied && len(w.actors) == 1 {
		m.denierTakesPart(w)
	}
	if len(w.targets) == 0 && aid[fr.Name] {
		w.targets = m.aidFor(w, fr)
	}
	if len(w.targets) == 0 && w.kind.Kind == ontology.Speech && fr.Outer < 0 {
		if w.targets = m.answeredBy(w, fr); len(w.targets) == 0 {
			w.targets = m.movedBy(w, fr)
		}
	}
	if fr.Name == "Mediate" {
		if len(w.targets) == 0 {
			m.mediated(w, fr)
		}
		m.mediatedAround(w, fr)
	}
	if fr.Name == "Agree" && len(w.actors) == 0 {
		for _, head := range thingHeads(fr) {
			w.actors = m.partnersOf(w, head)
		}
		w.reciprocal = len(w.actors) > 1
	}
	if w.kind.Topic == "military" {
		w.targets = slices.DeleteFunc(w.targets, func(t side) bool { return m.homeGround(w, t) })
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
		if len(w.actors) == 0 {
			w.actors = m.without(m.strikeTold(fr), w.targets)
		}
		if len(w.targets) == 0 {
			w.targets = m.aimedAt(w, fr)
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
	if fr.Name == "Try" && len(w.actors) == 0 {
		w.actors = m.without(m.triedBy(fr), w.targets)
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
	m.subjectMeets(w, fr)
	m.alongside(w, fr)
	if fr.Name == "Visit" {
		m.visited(w)
		m.hostedAt(w, fr)
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
	if out := m.without(m.authors(tok), w.actors); len(out) > 0 {
		return out
	}
	if w.kind.Kind == ontology.Speech {
		if out := m.without(m.broughtBy(tok), w.actors); len(out) > 0 {
			return out
		}
	}
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
	if by := m.byWhom(tok, "by"); inner == nil && w.kind.Kind == ontology.Speech && len(m.without(by, w.actors)) > 0 {
		return m.without(by, w.actors) // "the treatment of migrants by Chad"
	}
	var out, nations []side
	for c := range m.d.Children(tok) {
		if !m.d.HasRel(c, "nmod:poss", "nmod", "compound", "amod") {
			continue
		}
		if m.d.HasRel(c, "nmod") && !m.d.HasRel(c, "nmod:poss") && !m.hasCase(c, "of", "by", "from") || inner != nil && m.suffers(inner, c) && w.kind.Kind == ontology.Speech {
			continue // "endorsed the invasion of Iraq" is nothing done to Iraq
		}
		if x := m.byTok[c]; x >= 0 && m.acts(x) && !m.nobody(x) {
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
			for k := range m.d.Children(c) { // "the resignations of A and B"
				if y := m.byTok[k]; len(out) > 0 && m.d.HasRel(k, "conj") && m.d.HasRel(c, "nmod") && y >= 0 && m.acts(y) && m.d.Mentions[y].Head == k {
					out = m.addSide(out, side{mention: y})
				}
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
	for _, a := range m.d.Frames[i].Args { // "refused to let inspectors into the plant"
		if a.Role == "means" && m.d.Frames[i].Name == "Admit" && a.Mention >= 0 && m.acts(a.Mention) {
			out = m.addArg(out, a)
		}
	}
	if len(out) > 0 {
		return m.without(out, w.actors)
	}
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
		if outer == fr || !partners[outer.Name] && !owners[outer.Name] || judgements[outer.Name] && (requests[fr.Name] || oneOf(fr.Name, "Threaten", "Warn")) {
			continue // who praises or condemns a demand need not be its other side
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
// with its place alone: "protests broke out in Tunis", "the Tunisian protests"; where
// its own words tell none, the protesters or else the place of the sentence do.
func (m *maker) localPeople(w *draft, fr *doc.Frame) {
	if m.hasCase(fr.Head, "amid", "amidst") {
		return // only what goes on around another act
	}
	for c := range m.d.Children(fr.Head) {
		x := m.byTok[c]
		if x >= 0 && m.d.Tokens[c].UPOS == "ADJ" && m.d.HasRel(c, "amod", "compound") && m.d.Mentions[x].Form == doc.Adjectival && m.final(x).Kind == doc.State && !m.inWord(x) {
			w.actors = append(w.actors, side{mention: x, sector: "CVL", asPlace: true, via: record.ViaDescription})
			return
		}
	}
	place, basis := m.placeOf(w, fr)
	if (place < 0 || basis != record.BasisSaid) && m.d.Tokens[fr.Head].UPOS == "NOUN" {
		for _, x := range m.mentionsIn[m.d.Tokens[fr.Head].Sent] {
			if n := &m.d.Mentions[x]; n.Kind == doc.Group && n.Form == doc.Nominal && m.classes.Has("demonstrators", m.d.Tokens[n.Head].Lemma) {
				w.actors = append(w.actors, side{mention: x})
				return
			}
		}
		place = m.sceneOfSentence(fr, scenePreps)
	}
	if place < 0 || m.places[place].Country == "" {
		return
	}
	if x := m.byTok[m.places[place].Head]; x >= 0 && m.final(x).Country != "" {
		w.actors = append(w.actors, side{mention: x, sector: "CVL", asPlace: true, via: record.ViaDescription})
	}
}

// inWord reports a mention that is a part of a longer word: "pro-Norwegian".
func (m *maker) inWord(x int32) bool {
	t := m.d.Mentions[x].First
	return t > 0 && m.d.Tokens[t-1].End == m.d.Tokens[t].Start || m.d.Mentions[x].Span.Start > m.d.Tokens[t].Start
}

// homeGround reports a place in the land of those who move their forces: they move
// them against nobody told.
func (m *maker) homeGround(w *draft, t side) bool {
	x := m.final(t.mention)
	if x.Kind != doc.PlaceKind && x.Kind != doc.State || x.Country == "" {
		return false
	}
	return slices.ContainsFunc(w.actors, func(a side) bool { return m.country(a) == x.Country })
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
