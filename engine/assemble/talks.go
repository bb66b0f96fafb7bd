package assemble

import (
	"slices"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// amidTalks are the prepositions by which a clause is told to happen around a meeting
// that its subject takes part in.
var amidTalks = []string{"after", "during", "in", "at", "follow", "amid", "on", "for", "before", "since", "upon"}

// subjectMeets gives talks and visits told beside a clause, by a noun with one side at
// most, the subject of that clause: "Latvia's minister said this following a meeting
// with the allies", "during a visit to Oslo, the president announced".
func (m *maker) subjectMeets(w *draft, fr *doc.Frame) {
	visit := fr.Name == "Visit"
	if m.d.Tokens[fr.Head].UPOS != "NOUN" || fr.Light >= 0 && !m.d.HasRel(fr.Head, "nsubj", "nsubj:pass") || !visit && (w.kind.Kind != ontology.Mutual || !meetings[fr.Name] || len(w.actors) > 1) ||
		visit && (len(w.actors) > 0 || len(w.targets) == 0) {
		return
	}
	around := m.traveller(fr.Head)
	if len(around) == 0 {
		around = m.tellerOf(fr.Head)
	}
	if verb := m.clauseAround(fr.Head); verb >= 0 && len(around) == 0 {
		if around = m.subjects(verb); len(around) == 0 && m.d.HasRel(verb, "acl:relcl") {
			// "reached a deal that lowers tariffs, following talks"
			if up := m.verbAbove(verb); up >= 0 {
				around = m.subjects(up)
			}
		}
	}
	var taking []side
	for _, s := range around {
		if x := m.final(s.mention); plainSectors[m.sector(s)] && x.Office == "" && x.Kind != doc.State {
			return
		}
		taking = append(taking, s)
	}
	if visit {
		for _, s := range taking {
			if m.final(s.mention).Kind != doc.Person && !m.d.Mentions[s.mention].Plural || m.country(s) == "" || m.country(s) == m.country(w.targets[0]) && m.final(w.targets[0].mention).Kind != doc.Person {
				continue // a host, or nobody who travels
			}
			w.actors = m.addSide(w.actors, s)
		}
		return
	}
	if len(w.actors) == 0 && len(taking) < 2 && !(fr.Name == "Summit" && len(taking) == 1 && (m.d.Mentions[taking[0].mention].Plural || m.final(taking[0].mention).Country == "IGO")) || len(w.actors) == 1 && !m.withWhom(fr) {
		return // whom they met is not told; "a council meeting" is not the other side
	}
	for _, s := range taking {
		w.actors = m.addSide(w.actors, s)
	}
	w.reciprocal = len(w.actors) > 1
	if w.status == record.Occurred && m.aheadOf(fr.Head) {
		w.status = record.Planned
	}
}

// traveller is whoever the noun of a visit or meeting hangs on: "the chancellor, on a
// trip to Oslo, said".
func (m *maker) traveller(noun int32) []side {
	if !m.d.HasRel(noun, "nmod") || !m.hasCase(noun, "on", "during", "after", "in", "at", "follow") {
		return nil
	}
	x := m.byTok[m.d.Tokens[noun].Head]
	if x < 0 || m.final(x).Kind != doc.Person || noun < m.d.Tokens[noun].Head {
		return nil
	}
	return m.expandSides(x)
}

// meetings are the frames of talks between sides, and of what comes of them.
var meetings = set("Meet", "Talk", "Phone", "Summit", "Negotiate", "Agree", "JointExercise")

// pacts are the frames of what two sides have with each other; one side alone makes none.
var pacts = set("Agree", "JointExercise", "Cooperate", "Trade")

// lonePact reports an agreement or exercise that only a noun names, with one side of it:
// "the treaty with Chad", "the country's largest deal". What one side agrees to do is
// told all the same: "its agreement to leave".
func (m *maker) lonePact(w *draft, fr *doc.Frame) bool {
	if fr.Name == "Agree" && m.d.Tokens[fr.Head].UPOS == "NOUN" && fr.Light >= 0 && m.d.Tokens[fr.Light].Lemma == "have" {
		return true // "has no treaty with Chad" tells how things stand
	}
	if up := m.d.Tokens[fr.Head].Head; fr.Name == "Agree" && up >= 0 && m.d.Tokens[fr.Head].UPOS == "NOUN" && m.d.HasRel(fr.Head, "obj", "nsubj:pass", "conj") && m.classes.Has("pact-breaking", m.d.Tokens[up].Lemma) {
		return true // "suspended the trade agreement" makes none
	}
	if fr.Name == "Promise" && m.d.Tokens[fr.Head].UPOS == "NOUN" && fr.Light < 0 {
		for c := range m.d.Children(fr.Head) {
			if m.d.HasRel(c, "compound", "amod") && oneOf(m.d.Tokens[c].Lemma, "election", "campaign", "manifesto") {
				return true // what was said to win an election
			}
		}
		if up := m.d.Tokens[fr.Head].Head; up >= 0 && m.d.HasRel(fr.Head, "obj", "obl") && m.classes.Has("promise-keeping", m.d.Tokens[up].Lemma) {
			return true // "broke a promise"
		}
	}
	return pacts[fr.Name] && w.nominal && len(w.actors) == 1 && !m.several(w) && len(thingHeads(fr)) == 0
}

// onlyIf reports a consent that is told as the condition of something else: "if Chad
// agrees".
func (m *maker) onlyIf(w *draft, fr *doc.Frame) bool {
	if w.status != record.Hypothetical || w.coding.Type != "AGREE" || w.coding.Expects != "" {
		return false
	}
	for _, o := range m.d.Contexts[w.frames[0]].Operators {
		if o.Class == "condition" {
			return m.d.HasRel(fr.Head, "advcl") || fr.Light >= 0 && m.d.HasRel(fr.Light, "advcl")
		}
	}
	return false
}

// labels reports somebody called something, not called up: "called him a liar".
func (m *maker) labels(fr *doc.Frame) bool {
	if fr.Name != "Phone" || m.d.Tokens[fr.Head].Lemma != "call" {
		return false
	}
	for c := range m.d.Children(fr.Head) {
		if m.d.HasRel(c, "xcomp") && m.d.Tokens[c].UPOS != "VERB" {
			return true
		}
	}
	return false
}

// interview reports words given to journalists, which are plain telling.
func (m *maker) interview(w *draft, fr *doc.Frame) bool {
	if fr.Name != "Talk" || m.d.Tokens[fr.Head].UPOS != "VERB" {
		return false
	}
	for _, a := range w.actors {
		if m.sector(a) == "JRN" {
			return true
		}
	}
	return false
}

// agenda reports what a visit or a meeting is for, told by a verb without another side:
// "came to Oslo to discuss trade".
func (m *maker) agenda(fr *doc.Frame) bool {
	if fr.Name != "Talk" || m.d.Tokens[fr.Head].UPOS != "VERB" || !m.d.HasRel(fr.Head, "advcl", "xcomp", "acl", "conj") || m.withWhom(fr) {
		return false
	}
	at := fr.Head
	for n := 0; n < 3 && at >= 0; n++ {
		if !m.d.HasRel(at, "advcl", "xcomp", "acl", "conj", "obl") {
			return false
		}
		if at = m.d.Tokens[at].Head; at < 0 {
			return false
		}
		if i, ok := m.frameAt[at]; ok && (meetings[m.d.Frames[i].Name] || m.d.Frames[i].Name == "Visit") && m.d.Frames[i].Name != "Agree" {
			return true
		}
	}
	return false
}

// brokenOff reports talks that were under way when they stopped, other than meetings
// called off before they began: "negotiations have been suspended".
func (m *maker) brokenOff(w *draft, fr *doc.Frame) bool {
	if w.status != record.Cancelled || fr.Name != "Talk" && fr.Name != "Negotiate" || m.d.Tokens[fr.Head].UPOS != "NOUN" {
		return false
	}
	at, up := fr.Head, m.d.Tokens[fr.Head].Head
	if up >= 0 && m.d.HasRel(at, "nmod") && m.hasCase(at, "of") {
		up = m.d.Tokens[up].Head // "the third round of talks was suspended"
	}
	return up >= 0 && m.classes.Has("breaking-off", m.d.Tokens[up].Lemma)
}

// topicOf reports an agreement that talks are about: "negotiations on a trade deal with
// Chad".
func (m *maker) topicOf(fr *doc.Frame) bool {
	if fr.Name != "Agree" || m.d.Tokens[fr.Head].UPOS != "NOUN" || !m.hasCase(fr.Head, "on", "for", "about", "over", "toward", "towards") {
		return false
	}
	for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Frames[i]
		if x.Name == fr.Name || !meetings[x.Name] && x.Name != "HaltTalks" {
			continue
		}
		if x.Head == m.d.Tokens[fr.Head].Head {
			return true
		}
		for _, a := range x.Args {
			if a.Role == "topic" && a.Head == fr.Head {
				return true
			}
		}
	}
	return false
}

// banned reports a deed that somebody is kept from: "banned the team from travelling".
func (m *maker) banned(fr *doc.Frame) bool {
	verb := fr.Head
	if fr.Light >= 0 {
		verb = fr.Light
	}
	if m.d.Tokens[verb].XPOS != "VBG" || !m.d.HasRel(verb, "advcl", "acl") {
		return false
	}
	mark := m.d.Child(verb, "mark")
	if mark < 0 || m.d.Tokens[mark].Lemma != "from" && m.d.Tokens[mark].Lemma != "against" && m.d.Tokens[mark].Lemma != "on" {
		return false
	}
	up := m.d.Tokens[verb].Head
	for n := 0; n < 3 && up >= 0; n++ {
		if m.classes.Has("keeping-from", m.d.Tokens[up].Lemma) {
			return true
		}
		for c := range m.d.Children(up) {
			if m.d.HasRel(c, "obj") && m.classes.Has("keeping-from", m.d.Tokens[c].Lemma) {
				return true // "ends its ban on airlines from landing"
			}
		}
		if !m.d.HasRel(up, "nmod", "obj", "obl") {
			return false
		}
		up = m.d.Tokens[up].Head
	}
	return false
}

// brokered makes an agreement of what is told as brokered between its sides without a
// word on who did so: "a ceasefire has been brokered between the army and the rebels".
func (m *maker) brokered(w *draft, fr *doc.Frame) *doc.Frame {
	agree := m.onto.Frame("Agree")
	if fr.Name == "CeaseFire" && fr.Light >= 0 && agree != nil && oneOf(m.d.Tokens[fr.Light].Lemma, "broker", "mediate", "negotiate", "arrange") {
		made := *fr
		made.Name, w.kind = agree.Name, agree // arranged, not yet kept
		return &made
	}
	if fr.Name != "Mediate" || len(w.actors) > 0 || len(w.targets) < 2 || len(thingHeads(fr)) == 0 || agree == nil {
		return fr
	}
	made := *fr
	made.Name = agree.Name
	w.kind, w.actors, w.targets, w.reciprocal = agree, w.targets, nil, true
	return &made
}

// jointly makes a joint exercise of one that forces of two states hold together.
func (m *maker) jointly(w *draft, fr *doc.Frame) *doc.Frame {
	joint := m.onto.Frame("JointExercise")
	if fr.Name != "Exercise" || len(w.actors) < 2 || joint == nil {
		return fr
	}
	first := m.country(w.actors[0])
	for _, a := range w.actors[1:] {
		if c := m.country(a); first != "" && c != "" && c != first {
			made := *fr
			made.Name, w.kind, w.targets, w.reciprocal = joint.Name, joint, nil, true
			return &made
		}
	}
	return fr
}

// gathered makes talks of what those who came together did so for: "ministers gathered
// in Oslo to discuss a truce" is talks held, not to come.
func (m *maker) gathered(w *draft, fr *doc.Frame) {
	if w.status != record.Planned || !meetings[fr.Name] || m.d.Tokens[fr.Head].UPOS != "VERB" || !m.d.HasRel(fr.Head, "advcl", "xcomp") {
		return
	}
	up := m.d.Tokens[fr.Head].Head
	if up >= 0 && m.classes.Has("gathering-verb", m.d.Tokens[up].Lemma) && oneOf(m.d.Tokens[up].XPOS, "VBD", "VBZ", "VBP") {
		w.status = record.Occurred
	}
}

// withWhom reports whether a side of the talks is told by whom they are held with.
func (m *maker) withWhom(fr *doc.Frame) bool {
	for _, a := range fr.Args {
		if (a.Slot == "with" || a.Slot == "for") && a.Role == "sides" {
			return true
		}
	}
	return false
}

// clauseAround is the verb of the clause beside which a noun stands as a circumstance,
// or -1.
func (m *maker) clauseAround(noun int32) int32 {
	if up := m.d.Tokens[noun].Head; up >= 0 && m.d.HasRel(noun, "nmod") && m.hasCase(noun, "of") && m.classes.Has("span-noun", m.d.Tokens[up].Lemma) {
		noun = up // "after three days of talks"
		if m.d.Tokens[up].Lemma == "part" && m.hasCase(noun, "as") {
			return m.verbAbove(noun)
		}
	}
	if up := m.d.Tokens[noun].Head; up >= 0 && m.d.HasRel(noun, "obj") && m.classes.Has("owning-up", m.d.Tokens[up].Lemma) {
		return up // "confirmed a dialogue with Chad"
	}
	if !m.d.HasRel(noun, "obl", "nmod", "advcl") || !m.hasCase(noun, amidTalks...) && !m.aheadOf(noun) {
		return -1
	}
	return m.verbAbove(noun)
}

// aheadOf reports what is still to come when something happens: "ahead of talks".
func (m *maker) aheadOf(noun int32) bool {
	k := m.d.Child(noun, "case")
	if k > 0 && m.d.Tokens[k].Lemma == "of" && m.d.Tokens[k-1].Lemma == "ahead" {
		return true
	}
	return m.hasCase(noun, "ahead")
}

// verbAbove is the verb, or the predicate with a copula, that a phrase hangs on.
func (m *maker) verbAbove(noun int32) int32 {
	at := m.d.Tokens[noun].Head
	for n := 0; n < 3 && at >= 0; n++ {
		if m.d.Tokens[at].UPOS == "VERB" || m.d.Child(at, "cop") >= 0 {
			return at
		}
		if !m.d.HasRel(at, "obj", "obl", "nmod", "conj") {
			return -1
		}
		at = m.d.Tokens[at].Head
	}
	return -1
}

// tellerOf is who says what the talks come to: "the army says that talks with the rebels
// have failed".
func (m *maker) tellerOf(noun int32) []side {
	verb := m.d.Tokens[noun].Head
	if !m.d.HasRel(noun, "nsubj", "nsubj:pass") || verb < 0 || !m.d.HasRel(verb, "ccomp") {
		return nil
	}
	var out []side
	for _, s := range m.subjects(m.d.Tokens[verb].Head) {
		if m.sector(s) != "JRN" {
			out = append(out, s)
		}
	}
	return out
}

// mediatedAround finds the sides of a mediation in the words around it: those who act
// after it ("they swapped prisoners after mediation by Qatar"), those named with "between"
// further on, or those it is to help ("to help the army and the rebels make peace").
func (m *maker) mediatedAround(w *draft, fr *doc.Frame) {
	if len(w.targets) == 1 {
		for _, a := range fr.Args {
			if a.Slot != "between" {
				continue
			}
			for c := range m.d.Children(a.Head) {
				if y := m.byTok[c]; m.d.HasRel(c, "conj") && y >= 0 && m.acts(y) {
					for _, s := range m.expandSides(y) {
						w.targets = m.addSide(w.targets, s)
					}
				}
			}
		}
		return
	}
	if len(w.actors) == 0 || len(w.targets) > 0 {
		return
	}
	if verb := m.clauseAround(fr.Head); verb >= 0 && m.d.Tokens[fr.Head].UPOS == "NOUN" {
		if w.targets = m.political(m.without(m.subjects(verb), w.actors)); len(w.targets) > 0 {
			return
		}
	}
	for _, thing := range thingHeads(fr) { // "agreed to a truce, brokered by Egypt"
		for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
			x := &m.d.Frames[i]
			if x.Name != "Agree" || !slices.Contains(thingHeads(x), thing) {
				continue
			}
			for _, a := range x.Args {
				if a.Role == "sides" {
					w.targets = m.addArg(w.targets, a)
				}
			}
			if w.targets = m.without(w.targets, w.actors); len(w.targets) > 0 {
				return
			}
		}
	}
	sent := &m.d.Sentences[m.d.Tokens[fr.Head].Sent]
	for t := fr.Head + 1; t < sent.Last; t++ {
		up := m.d.Tokens[t].Head
		if up >= 0 && m.d.HasRel(t, "nsubj") && m.d.HasRel(up, "ccomp", "xcomp") {
			up = m.d.Tokens[up].Head // "help the sides reach a settlement"
		}
		helped := up >= 0 && m.d.HasRel(t, "obj", "nsubj") && m.classes.Has("bringing-together", m.d.Tokens[up].Lemma)
		x := m.byTok[t]
		if x < 0 || m.d.Mentions[x].Head != t || !m.acts(x) || !helped && !m.hasCase(t, "between") {
			continue
		}
		list := m.expandSides(x)
		for c := range m.d.Children(t) {
			if y := m.byTok[c]; m.d.HasRel(c, "conj") && y >= 0 && m.acts(y) {
				list = append(list, m.expandSides(y)...)
			}
		}
		if list = m.without(list, w.actors); len(list) > 1 {
			w.targets = list
			return
		}
	}
}

// oneHost keeps one of the words that stand for one state as a host: "in Pyongyang, North
// Korea".
func (m *maker) oneHost(list []side) []side {
	var out []side
	seen := map[string]bool{}
	for _, t := range list {
		if t.state || m.final(t.mention).Kind == doc.State {
			c := m.country(t)
			if seen[c] {
				continue
			}
			seen[c] = true
		}
		out = append(out, t)
	}
	return out
}

// atHome reports a visit to a place in the visitor's own country, which is no dealing
// between two parties. The country must be told with the visitor: that of "the
// president" alone may be a guess.
func (m *maker) atHome(w *draft) bool {
	for _, a := range w.actors {
		if m.final(a.mention).Noun == "weapon" {
			return true // a jet that lands visits nobody
		}
	}
	if len(w.actors) == 0 || len(w.targets) == 0 {
		return false
	}
	for _, t := range w.targets {
		if !t.state && m.final(t.mention).Kind != doc.State {
			return false
		}
		for _, a := range w.actors {
			x := m.final(a.mention)
			if x.Country == "" || x.Country != m.country(t) || !(x.Kind == doc.Person && (x.Form == doc.Named || x.Form == doc.Pronominal && x.Entity != 0)) && !m.countryWithin(a.mention) {
				return false
			}
		}
	}
	return true
}

// countryWithin reports whether the words of a mention tell its country.
func (m *maker) countryWithin(i int32) bool {
	x := &m.d.Mentions[i]
	if x.Form == doc.Named || x.Form == doc.Pronominal {
		return false
	}
	for _, j := range m.mentionsIn[x.Sent] {
		y := &m.d.Mentions[j]
		if y.Form == doc.Conjunction || m.d.Tokens[y.Head].Head != x.Head || !m.d.HasRel(y.Head, "nmod:poss", "amod", "compound", "nmod") {
			continue
		}
		if m.final(j).Country == m.final(i).Country {
			return true
		}
	}
	return false
}

// hostedAt makes the state of the place a visit is told with its host, where no host is
// told: "a reception for the visiting minister in Hanoi".
func (m *maker) hostedAt(w *draft, fr *doc.Frame) {
	if len(w.targets) > 0 || len(w.actors) == 0 {
		return
	}
	place, _ := m.placeOf(w, fr)
	if place < 0 || m.places[place].Country == "" {
		return
	}
	x := m.byTok[m.places[place].Head]
	if x < 0 || m.final(x).Country == "" {
		return
	}
	for _, a := range w.actors {
		if c := m.country(a); c == "" || c == m.places[place].Country {
			return
		}
	}
	w.targets = append(w.targets, side{mention: x, state: true, via: record.ViaMetonym})
}
