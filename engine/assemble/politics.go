package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// ordinary are the frames of violence that are plain crime where no side has a
// part in politics.
var ordinary = set("Kill", "Wound", "Shoot", "Stab", "Beat", "Rape", "Abduct", "Arson", "Attack", "Fight", "Destroy", "Torture", "Execute", "Vandalise", "Riot")

// official are the frames that only police, courts and states can do, so that
// even without a doer they have a political side.
var official = set("Arrest", "Convict", "Charge", "Try", "Acquit", "Deport", "Pardon", "Extradite", "Curfew", "Emergency",
	"Release", "Raid", "Investigate")

// accident reports whether the sentence tells of a misfortune that nobody willed.
func (m *maker) accident(fr *doc.Frame) bool {
	if m.warlike(fr) {
		return false
	}
	s := &m.d.Sentences[m.d.Tokens[fr.Head].Sent]
	misfortune := false
	for t := s.First; t < s.Last; t++ {
		lemma := m.d.Tokens[t].Lemma
		if m.d.Tokens[t].UPOS == "NOUN" && m.classes.Has("killing-noun", lemma) && lemma != "death" {
			return false
		}
		misfortune = misfortune || m.classes.Has("accident", lemma)
	}
	return misfortune
}

// natural reports force or a threat told of a storm, a fire or a disease.
func (m *maker) natural(w *draft, fr *doc.Frame) bool {
	if w.kind.Topic != "violence" && w.coding.Type != "THREATEN" {
		return false
	}
	verb := fr.Head
	for n := 0; n < 3 && verb >= 0; n++ {
		s := m.d.Child(verb, "nsubj")
		if s < 0 && m.d.HasRel(verb, "xcomp", "conj", "advcl", "parataxis") {
			verb = m.d.Tokens[verb].Head
			continue
		}
		return s >= 0 && !(m.d.HasRel(s, "nsubj:pass") && verb == fr.Head) && m.nature(s)
	}
	return false
}

// nature reports a word for a storm, fire or disease, or a name with one: "Typhoon Mara".
func (m *maker) nature(tok int32) bool {
	if m.classes.Has("nature", strings.ToLower(m.d.Tokens[tok].Lemma)) {
		return true
	}
	for c := range m.d.Children(tok) {
		if m.d.HasRel(c, "compound", "flat") && m.classes.Has("nature", strings.ToLower(m.d.Tokens[c].Lemma)) {
			return true
		}
	}
	return false
}

// warMeans are the means that make violence more than plain crime.
var warMeans = set("suicide", "drone", "chemical", "missile", "artillery", "aircraft", "explosive")

// warlike reports whether a deed was done with means of war or terror; leaking gas
// is none.
func (m *maker) warlike(fr *doc.Frame) bool {
	for _, x := range m.meansBut(fr, "gas") {
		if warMeans[x] {
			return true
		}
	}
	return false
}

// plainSectors have no part in politics by themselves.
var plainSectors = set("", "CVL", "CRM", "UNK", "BUS", "EDU", "MED", "AGR")

// onlyPrivate is why most drafts that are no events are dropped.
const onlyPrivate = "no side has a part in politics"

// business reports whether a company is among the doers.
func (m *maker) business(w *draft) bool {
	for _, s := range w.actors {
		if x := m.final(s.mention); x.Sector == "BUS" || x.Country == "MNC" {
			return true
		}
	}
	return false
}

// unpolitical says why a draft is no event between political actors, or "".
func (m *maker) unpolitical(w *draft, fr *doc.Frame) string {
	if w.kind.Kind == ontology.State {
		return ""
	}
	known := 0
	for _, s := range append(append([]side(nil), w.actors...), w.targets...) {
		x := m.final(s.mention)
		if x.Kind != doc.OtherKind && (x.Country != "" || x.Sector != "" || x.Name != "") {
			known++
		}
	}
	if known == 0 && !(w.kind.Topic == "restrict" && m.placed(w, fr) && oneOf(fr.Name, "Emergency", "Curfew")) {
		return "no party is told"
	}
	if fr.Name == "Mediate" && len(w.actors) == 0 && !w.reciprocal {
		return "nobody mediates" // "a ceasefire has been brokered between them"
	}
	if w.kind.Kind == ontology.Mutual && w.coding.Type == "CONSULT" && len(w.actors) < 2 && w.nominal && !m.several(w) {
		return "only one side of the talks is told"
	}
	switch {
	case fr.Name == "Warn" && m.onlyWarned(w, fr):
		return "a warning of what nobody does"
	case fr.Name == "Visit" && m.atHome(w):
		return "a visit at home"
	case m.lonePact(w, fr):
		return "only one side of the agreement is told"
	case m.labels(fr):
		return "a name given"
	case m.onlyIf(w, fr):
		return "only a condition"
	case m.interview(w, fr):
		return "plain telling"
	case m.banned(fr):
		return "what somebody is kept from"
	case m.natural(w, fr):
		return "done by nobody"
	case m.stopped(w, fr):
		return "what is stopped"
	case m.plea(w, fr):
		return "a plea"
	case m.agenda(fr), m.topicOf(fr):
		return "what the meeting is for"
	}
	if (fr.Name == "Kill" || fr.Name == "Wound") && len(w.actors) == 0 && m.accident(fr) {
		return "an accident or disaster"
	}
	if w.coding.Type == "REQUEST" && len(w.actors) > 0 && !m.asAsked(fr) && (m.classes.Has("protesters", m.final(w.actors[0].mention).Noun) && m.final(w.actors[0].mention).Plural || m.inProtest(fr)) {
		return "what a protest demands"
	}
	if official[fr.Name] {
		return ""
	}
	if ordinary[fr.Name] && !m.anyPolitical(w) && !m.warlike(fr) && !m.inConflict(fr) {
		return onlyPrivate
	}
	switch w.coding.Type {
	case "CONSULT", "AGREE", "SUPPORT", "REQUEST", "REJECT", "CONCEDE", "COOPERATE", "THREATEN", "ACCUSE", "AID", "SANCTION", "COERCE", "RETREAT", "MOBILIZE":
		if !m.anyPolitical(w) && !m.aboutPolicy(w, fr) {
			return onlyPrivate
		}
	}
	switch w.coding.Type {
	case "AID":
		if len(w.targets) == 0 {
			return "no one is told to whom aid is given"
		}
	case "CONSULT":
		if !w.reciprocal && len(w.targets) == 0 && !m.several(w) && !m.bodyMeets(w) && fr.Name != "Visit" && fr.Name != "Summit" && (fr.Name != "Mediate" || w.nominal || oneOf(m.d.Tokens[fr.Head].Lemma, "sponsor", "broker", "facilitate")) {
			return "only one side of the talks is told"
		}
	}
	if w.nominal && len(w.actors) == 0 && (fr.Name == "Visit" && w.status == record.Occurred || !m.targetIsPeople(w)) {
		return "a bare noun without a doer"
	}
	return ""
}

// placed reports whether the words tell where it happened.
func (m *maker) placed(w *draft, fr *doc.Frame) bool {
	place, basis := m.placeOf(w, fr)
	return place >= 0 && basis == record.BasisSaid
}

// conflicts are the frames of fighting between sides that make a death in them more
// than plain crime.
var conflicts = set("AirStrike", "Shell", "Drone", "Clash", "War", "Invade", "Bomb", "SuicideBomb", "Fight", "Coerce")

// warfare are those of them that nobody wages without a part in politics.
var warfare = set("AirStrike", "Shell", "Drone", "War", "Invade", "SuicideBomb")

// inConflict reports a death or wound told to have come about in fighting, in an
// air raid, or in an attack on somebody who has a part in politics.
func (m *maker) inConflict(fr *doc.Frame) bool {
	for i := range m.d.Frames {
		x := &m.d.Frames[i]
		up := m.d.Tokens[x.Head].Head
		if up != fr.Head || x == fr || !m.d.HasRel(x.Head, "nsubj") &&
			!(m.d.HasRel(x.Head, "obl") && m.hasCase(x.Head, "in", "by", "during", "after", "from", "amid")) {
			continue
		}
		probe := &draft{frames: []int32{int32(i)}, kind: m.entries(x.Entry)}
		m.sides(probe, x)
		return m.anyPolitical(probe) || warfare[x.Name] || conflicts[x.Name] && len(probe.actors)+len(probe.targets) == 0
	}
	return m.conflictNoun(fr)
}

// conflictNoun reports a noun of fighting in the place of the scene: "killed in
// clashes", "died in a crackdown".
func (m *maker) conflictNoun(fr *doc.Frame) bool {
	for c := range m.d.Children(fr.Head) {
		if m.d.HasRel(c, "obl") && m.hasCase(c, "in", "during", "after", "amid", "from") && m.classes.Has("scene-noun", m.d.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// aboutPolicy reports a judgement, demand or refusal of laws and decrees, which is
// political whoever makes it.
func (m *maker) aboutPolicy(w *draft, fr *doc.Frame) bool {
	for _, a := range fr.Args {
		if w.coding.Type == "AGREE" && a.Role == "thing" && m.classes.Has("truce-noun", m.d.Tokens[a.Head].Lemma) {
			return true // whoever makes a truce has fought
		}
	}
	if !oneOf(w.coding.Type, "ACCUSE", "REQUEST", "REJECT", "SUPPORT") {
		return false
	}
	for _, a := range fr.Args {
		if a.Role == "thing" && m.classes.Has("state-paper", m.d.Tokens[a.Head].Lemma) {
			return true
		}
	}
	return false
}

// several reports officials told as one side of talks who are more than one: "the two
// presidents met".
func (m *maker) several(w *draft) bool {
	for _, s := range w.actors {
		if x := m.final(s.mention); (x.Plural || len(x.Members) > 1) && (!plainSectors[x.Sector] || oneOf(x.Country, "EUR", "IGO", "UNO")) {
			return true
		}
	}
	return false
}

// bodyMeets reports a meeting of a body of states: "the Arab League meets in Cairo".
func (m *maker) bodyMeets(w *draft) bool {
	if len(w.actors) != 1 || w.nominal {
		return false
	}
	x := m.final(w.actors[0].mention)
	return x.Kind == doc.Organisation && oneOf(x.Country, "EUR", "IGO", "UNO")
}

func (m *maker) targetIsPeople(w *draft) bool {
	for _, t := range w.targets {
		x := m.final(t.mention)
		if x.Kind == doc.Person || x.Kind == doc.Group || x.Kind == doc.Organisation || t.asPlace || x.Kind == doc.State {
			return true
		}
	}
	return false
}

// anyPolitical reports whether a side is a state, a body or person in politics,
// an armed group, or people in a political matter.
func (m *maker) anyPolitical(w *draft) bool {
	for _, s := range append(append([]side(nil), w.actors...), w.targets...) {
		x := m.final(s.mention)
		sector := x.Sector
		switch {
		case s.state, x.Kind == doc.State && !s.asPlace:
			return true
		case !plainSectors[sector]:
			return true
		case oneOf(x.Country, "UNO", "EUR", "IGO", "NGO", "IMG"):
			return true
		case m.classes.Has("political-people", x.Noun), m.classes.Has("war-people", m.d.Tokens[x.Head].Lemma):
			return true
		case x.Office != "":
			return true
		}
	}
	return false
}

func oneOf(x string, list ...string) bool { return contains(list, x) }

// inProtest reports a demand told as what those who protest or strike ask for: "protests
// by farmers demanding that the tax be dropped", "marched to demand his release".
func (m *maker) inProtest(fr *doc.Frame) bool {
	h := fr.Head
	for n := 0; n < 3 && h >= 0 && m.d.HasRel(h, "acl", "advcl", "xcomp", "nmod"); n++ {
		h = m.d.Tokens[h].Head
		if i, ok := m.frameAt[h]; ok && m.entries(m.d.Frames[i].Entry).Topic == "protest" {
			return true
		}
	}
	return false
}

// onlyProtest reports a demand of protesters in a report that tells their protest by nothing else.
func (m *maker) onlyProtest(w *draft) bool {
	if len(w.actors) == 0 || w.status != record.Occurred || m.d.HasRel(m.d.Frames[w.frames[0]].Head, "advcl", "acl", "acl:relcl") {
		return false
	}
	if x := m.final(w.actors[0].mention); !x.Plural || !m.classes.Has("demonstrators", x.Noun) && !m.classes.Has("demonstrators", m.d.Tokens[x.Head].Lemma) {
		return false
	}
	for i := range m.d.Frames {
		if m.entries(m.d.Frames[i].Entry).Topic == "protest" && m.d.Frames[i].Near == "" {
			return false
		}
	}
	return true
}
