package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// otherwise reports whether a word in the place of who is addressed is somebody else:
// the one who acts ("was rejected by Peru"), what is left or entered in the deed that
// is asked for ("demanded the withdrawal of the troops from Chad"), or the speaker's
// own land.
func (m *maker) otherwise(w *draft, fr *doc.Frame, a doc.Arg) bool {
	for _, b := range fr.Args {
		if b.Role == w.kind.Actor && b.Head == a.Head {
			return true
		}
	}
	if !isPrepositional(a.Slot) || a.Mention < 0 {
		return false
	}
	for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Frames[i]
		if x.Outer < 0 || &m.d.Frames[x.Outer] != fr {
			continue
		}
		for _, b := range x.Args {
			if b.Head == a.Head && b.Role != "" && b.Role != m.entries(x.Entry).Actor && b.Role != m.entries(x.Entry).Target {
				return true
			}
		}
	}
	return false
}

// isPrepositional reports a slot named by its preposition.
func isPrepositional(slot string) bool {
	return !oneOf(slot, "subj", "obj", "iobj", "poss", "adj", "comp", "pred", "appos", "xcomp", "ccomp", "acl", "advcl")
}

// ownLand takes out of those addressed the state, land or nation for which the speaker
// himself acts: a minister asks nothing of his own country.
func (m *maker) ownLand(w *draft) {
	if !askers[w.kind.Name] || len(w.actors) == 0 {
		return
	}
	var out []side
	for _, t := range w.targets {
		x := m.final(t.mention)
		own := false
		if t.state || x.Kind == doc.State || x.Kind == doc.PlaceKind {
			for _, s := range w.actors {
				own = own || x.Country != "" && m.country(s) == x.Country && oneOf(m.sector(s), "GOV", "MIL")
			}
		}
		if !own {
			out = append(out, t)
		}
	}
	w.targets = out
}

// requests are the frames whose nouns may tell why somebody does what the clause tells.
var requests = set("Ask", "Demand", "CallFor", "Urge", "Propose", "Order")

// movedBy is who acts on a request that is told as the ground of the act: "recalled its
// ship after a request from Chad", "at the request of Chad, a judge froze the account".
func (m *maker) movedBy(w *draft, fr *doc.Frame) []side {
	if m.asAsked(fr) {
		return m.political(m.foreign(m.without(m.subjects(m.d.Tokens[fr.Head].Head), w.actors), w.actors))
	}
	if !requests[fr.Name] && !oneOf(fr.Name, "Threaten", "Warn", "Ultimatum", "Criticise", "Condemn") || m.d.Tokens[fr.Head].UPOS != "NOUN" || !m.d.HasRel(fr.Head, "obl", "nmod") || !m.hasCase(fr.Head, "at", "on", "upon", "follow", "after", "despite", "over", "amid", "under") {
		return nil
	}
	up := m.d.Tokens[fr.Head].Head
	for n := 0; n < 3 && up >= 0 && m.d.Tokens[up].UPOS == "NOUN" && m.d.HasRel(up, "obj", "obl", "nmod"); n++ {
		up = m.d.Tokens[up].Head
	}
	if up < 0 || m.d.Tokens[up].UPOS != "VERB" {
		return nil
	}
	if by := m.d.Child(up, "obl:agent"); by >= 0 {
		if x := m.byTok[by]; x >= 0 && m.acts(x) {
			return m.without(m.expandSides(x), w.actors)
		}
	}
	if m.d.Child(up, "aux:pass") >= 0 {
		return nil
	}
	return m.political(m.foreign(m.without(m.subjects(up), w.actors), w.actors))
}

// conditioned is who could still turn a threat away: the doer in its condition, "warned
// of war if Chad joins the pact", "will leave unless Chad yields".
func (m *maker) conditioned(w *draft, fr *doc.Frame) []side {
	if w.coding.Type != "THREATEN" {
		return nil
	}
	heads := append([]int32{fr.Head}, thingHeads(fr)...)
	for _, a := range fr.Args {
		if a.Role == "case" {
			heads = append(heads, a.Head)
		}
	}
	for _, h := range thingHeads(fr) { // "threatened to resign and force a vote if …"
		for c := range m.d.Children(h) {
			if m.d.HasRel(c, "conj") && m.d.Tokens[c].UPOS == "VERB" {
				heads = append(heads, c)
			}
		}
	}
	if fr.Light >= 0 {
		heads = append(heads, fr.Light)
	}
	for _, h := range heads {
		if c := m.condition(h); c >= 0 {
			s := m.d.Child(c, "nsubj")
			if s < 0 || m.d.HasRel(s, "nsubj:pass") {
				continue
			}
			if x := m.byTok[s]; x >= 0 && m.acts(x) {
				if out := m.political(m.foreign(m.without(m.expandSides(x), w.actors), w.actors)); len(out) > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// punishedBy is who accuses where only the punishment tells it: "shot by the rebels
// after being accused of spying".
func (m *maker) punishedBy(w *draft, fr *doc.Frame) []side {
	up := m.d.Tokens[fr.Head].Head
	if up < 0 || !m.d.HasRel(fr.Head, "advcl") || m.d.Child(fr.Head, "aux:pass") < 0 || m.d.Child(fr.Head, "obl:agent") >= 0 || m.d.Child(up, "nsubj:pass") < 0 {
		return nil
	}
	by := m.d.Child(up, "obl:agent")
	if by < 0 || m.byTok[by] < 0 || !m.acts(m.byTok[by]) {
		return nil
	}
	return m.political(m.without(m.expandSides(m.byTok[by]), w.targets))
}

// ofScene reports a name inside a phrase that tells where: "a hospital in Lagos, Nigeria".
func (m *maker) ofScene(tok int32) bool {
	for n := 0; n < 4 && tok >= 0 && m.d.HasRel(tok, "appos", "nmod:desc", "nmod", "compound", "flat"); n++ {
		if tok = m.d.Tokens[tok].Head; tok >= 0 && m.d.HasRel(tok, "obl", "nmod", "appos") && m.hasCase(tok, "in", "at", "near") {
			return true
		}
	}
	return false
}

// condition is the verb of the clause with "if" or "unless" at a verb, or -1.
func (m *maker) condition(verb int32) int32 {
	for c := range m.d.Children(verb) {
		if !m.d.HasRel(c, "advcl") {
			continue
		}
		if k := m.d.Child(c, "mark"); k >= 0 && oneOf(m.d.Tokens[k].Lemma, "if", "unless") {
			return c
		}
	}
	return -1
}

// foreign is those of a list that belong to another land than all of those who act, or
// to another part of the same state.
func (m *maker) foreign(list, actors []side) []side {
	var out []side
	for _, s := range list {
		same := false
		for _, a := range actors {
			same = same || m.country(s) != "" && m.country(s) == m.country(a) && m.sector(s) == m.sector(a)
		}
		if !same {
			out = append(out, s)
		}
	}
	return out
}

// authors is whose paper a participle before it tells: "a Norwegian-drafted resolution".
func (m *maker) authors(paper int32) []side {
	for c := range m.d.Children(paper) {
		if !m.d.HasRel(c, "amod", "acl") || c > paper || !m.classes.Has("authoring", m.d.Tokens[c].Lemma) {
			continue
		}
		for x := range m.d.Children(c) {
			if y := m.byTok[x]; x < c && y >= 0 && m.acts(y) && m.d.HasRel(x, "compound", "obl", "obl:npmod", "amod", "advmod", "nsubj", "nmod") {
				return m.expandSides(y)
			}
		}
	}
	return nil
}

// fighters is the sides of the fight told before, where somebody calls for its end
// and tells nobody: "Chad and Libya exchanged fire. Norway urged restraint."
func (m *maker) fighters(w *draft, fr *doc.Frame) []side {
	if w.coding.Type != "REQUEST" {
		return nil
	}
	calm := false
	for _, head := range thingHeads(fr) {
		calm = calm || m.topicAt(head) == "yield-ceasefire" || m.classes.Has("truce-noun", m.d.Tokens[head].Lemma)
	}
	if !calm {
		return nil
	}
	return m.fightersBefore(w, fr)
}

// fightersBefore is the sides of the nearest fight told before, of which none is the doer.
func (m *maker) fightersBefore(w *draft, fr *doc.Frame) []side {
	at := m.d.Tokens[fr.Head].Sent
	for back := int32(0); back < reach; back++ {
		for i := len(m.drafts) - 1; i >= 0; i-- {
			v := m.drafts[i]
			if v.coding.Type != "ASSAULT" || !v.reciprocal || len(v.actors) < 2 || !m.toldAt(v, at-back, fr.Head) {
				continue
			}
			if out := m.without(v.actors, w.actors); len(out) == len(v.actors) {
				return out
			}
		}
	}
	return nil
}

// onCondition reports an act of power that its doer announces in case somebody else does, or does
// not do, something, which is a threat: "will leave the pact unless Chad yields".
func (m *maker) onCondition(w *draft, fr *doc.Frame) bool {
	if w.menace {
		return true
	}
	if w.status != record.Planned || w.polarity != record.Affirmed || len(w.actors) == 0 {
		return false
	}
	verb := fr.Head
	if m.d.Tokens[verb].UPOS != "VERB" {
		verb = fr.Light
	}
	if verb < 0 || m.d.Child(verb, "aux") < 0 {
		return false
	}
	future := false
	for _, o := range m.d.Contexts[w.frames[0]].Operators {
		future = future || o.Class == "future" || o.Class == "conditional"
	}
	c := m.condition(verb)
	if !future || c < 0 {
		return false
	}
	s := m.d.Child(c, "nsubj")
	if s < 0 || m.d.HasRel(s, "nsubj:pass") || m.byTok[s] < 0 {
		return false
	}
	x := m.byTok[s]
	if m.d.Mentions[x].Form == doc.Pronominal {
		return len(w.targets) > 0
	}
	return m.acts(x) && len(m.foreign(m.without(m.expandSides(x), w.actors), w.actors)) > 0
}

// broughtBy is whose paper or deed a participle behind it tells: "the budget proposed by
// Chad", "a case brought by the miners", not "a budget criticised by Chad".
func (m *maker) broughtBy(thing int32) []side {
	for c := range m.d.Children(thing) {
		if !m.d.HasRel(c, "acl") || m.d.Tokens[c].XPOS != "VBN" || c < thing {
			continue
		}
		if i, ok := m.frameAt[c]; ok && (judgements[m.d.Frames[i].Name] || answers[m.d.Frames[i].Name] || m.d.Frames[i].Name == "Defy") {
			continue
		}
		by := m.d.Child(c, "obl:agent")
		if by < 0 || m.byTok[by] < 0 || !m.acts(m.byTok[by]) {
			continue
		}
		return m.expandSides(m.byTok[by])
	}
	return nil
}

// powerThere is the state in which an act of power was done that somebody judges, or
// wants undone, and whose doer is not told: "concern over the arrest of reporters in Chad".
func (m *maker) powerThere(w *draft, fr *doc.Frame, roots []int32) []side {
	if !judgements[fr.Name] && !requests[fr.Name] && fr.Name != "Complain" {
		return nil
	}
	for _, root := range roots {
		i := m.frameOf(root)
		misrule := m.classes.Has("misrule", m.d.Tokens[root].Lemma)
		if misrule {
			i = -1
		} else if i < 0 || !oneOf(m.entries(m.d.Frames[i].Entry).Topic, "arrest", "restrict", "yield-release", "release") && !official[m.d.Frames[i].Name] || oneOf(m.d.Frames[i].Name, "Investigate", "Try") {
			continue
		}
		_, last := m.d.Subtree(root)
		for t := root + 1; t <= last; t++ {
			x := m.byTok[t]
			if x < 0 || !m.hasCase(t, "in") || !m.d.HasRel(t, "nmod", "obl") || m.d.Mentions[x].Head != t {
				continue
			}
			if of := m.final(x); (of.Kind == doc.State || of.Kind == doc.PlaceKind && of.Form == doc.Named && !misrule) && of.Country != "" {
				return m.foreign(m.without([]side{{mention: x, state: true, via: record.ViaMetonym}}, w.actors), w.actors)
			}
		}
	}
	return nil
}

// doersAt is who did the deed told at a word: "revenge for the killing of its general by
// Chad" is on Chad.
func (m *maker) doersAt(w *draft, tok int32) []side {
	i := m.frameOf(tok)
	if i < 0 {
		return nil
	}
	var out []side
	for _, a := range m.d.Frames[i].Args {
		if a.Role != "" && a.Role == m.entries(m.d.Frames[i].Entry).Actor {
			out = m.addArg(out, a)
		}
	}
	return m.without(out, w.actors)
}

// plannedThing reports that only what is called off, refused or judged is told as planned, and
// not the act: "cancelled a planned visit".
func (m *maker) plannedThing(fr *doc.Frame, c *doc.Context) bool {
	if m.d.Tokens[fr.Head].UPOS != "VERB" {
		return false
	}
	some := false
	for _, o := range c.Operators {
		if o.Token < 0 || !m.d.HasRel(o.Token, "amod") {
			return false
		}
		some = true
	}
	return some
}

// askedThere reports a request told as what somebody went, wrote or spoke for: he made it.
func (m *maker) askedThere(fr *doc.Frame) bool {
	up := m.d.Tokens[fr.Head].Head
	if !requests[fr.Name] || up < 0 || !m.d.HasRel(fr.Head, "advcl", "xcomp") || m.d.Tokens[up].XPOS == "VB" || m.d.Child(up, "aux") >= 0 {
		return false
	}
	i, ok := m.frameAt[up]
	return ok && oneOf(m.d.Frames[i].Name, "Visit", "Meet", "Talk", "Phone") || m.classes.Has("addresses", m.d.Tokens[up].Lemma)
}

// asAsked reports "as requested by the union": what the clause above tells is done, or not
// done, by who was asked.
func (m *maker) asAsked(fr *doc.Frame) bool {
	if !requests[fr.Name] || m.d.Tokens[fr.Head].XPOS != "VBN" || !m.d.HasRel(fr.Head, "advcl", "acl") || m.d.Tokens[fr.Head].Head < 0 {
		return false
	}
	mark := m.d.Child(fr.Head, "mark")
	return mark >= 0 && m.d.Tokens[mark].Lemma == "as"
}

// nobody reports a pronoun of which it is not known for whom it stands.
func (m *maker) nobody(i int32) bool {
	x := m.final(i)
	return m.d.Mentions[i].Form == doc.Pronominal && x.Form == doc.Pronominal && x.Country == "" && x.Sector == ""
}

// stillSaid reports words that were said though somebody turns down what they say: "denied the
// request", "rejected a report that accuses the army".
func (m *maker) stillSaid(fr *doc.Frame) bool {
	h := fr.Head
	if m.d.HasRel(h, "acl", "acl:relcl") {
		h = m.d.Tokens[h].Head
	} else if m.d.Tokens[h].UPOS != "NOUN" {
		return false
	}
	return (requests[fr.Name] || judgements[fr.Name] || oneOf(fr.Name, "Accuse", "Offer", "Complain")) && m.d.HasRel(h, "obj", "nsubj:pass")
}

// lookedInto is whom an inquiry is about where its object is what is said of him: "claims that
// the mayor took bribes", "allegations against the mayor", "whether the firm lied".
func (m *maker) lookedInto(w *draft, thing int32) []side {
	for c := range m.d.Children(thing) {
		if x := m.byTok[c]; m.d.HasRel(c, "nmod") && m.hasCase(c, "against") && x >= 0 && m.acts(x) {
			return m.without(m.expandSides(x), w.actors)
		}
		if m.d.HasRel(c, "acl", "ccomp") && m.classes.Has("contested", m.d.Tokens[thing].Lemma) {
			if out := m.askedOf(w, c); len(out) > 0 {
				return out
			}
		}
	}
	return m.askedOf(w, thing) // "whether the firm lied"
}

// onlyWarned reports a warning of what may come that is no threat: one of which the clause
// makes it depend on nobody else's deed, or that comes from who has no power of his own.
func (m *maker) onlyWarned(w *draft, fr *doc.Frame) bool {
	for _, a := range fr.Args {
		if a.Role != "case" {
			continue
		}
		c := m.condition(a.Head)
		if c < 0 || len(w.actors) == 0 || !oneOf(m.sector(w.actors[0]), "GOV", "MIL", "REB") {
			return true
		}
		s := m.d.Child(c, "nsubj")
		return s < 0 || m.byTok[s] < 0 || !m.acts(m.byTok[s]) || len(m.foreign(m.without(m.expandSides(m.byTok[s]), w.actors), w.actors)) == 0
	}
	return false
}
