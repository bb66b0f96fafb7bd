package assemble

import (
	"strings"

	"annals/engine/doc"
)

// reach is how many sentences back an act may have been told that "the attack" or
// "the proposal" speaks of.
const reach = 3

// hostile are the types of deeds that "this" may stand for where somebody judges it.
var hostile = []string{"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE", "REJECT"}

// toldBefore gives acts of words that speak of another act of the report their other
// side: who did it. "Rebels attacked a base. Chad condemned the attack." It runs after
// acts told twice have become one.
func (m *maker) toldBefore() {
	for _, w := range m.drafts {
		fr := &m.d.Frames[w.frames[0]]
		if askers[fr.Name] {
			m.captors(w, fr)
			m.bothSides(w, fr)
		}
		if fr.Name == "Complain" && len(w.targets) == 0 && len(w.actors) > 0 && len(thingHeads(fr)) == 0 {
			w.targets = m.doersBefore(w, fr, hostile) // "Chad closed its border. Niger protested."
		}
		if len(w.targets) == 0 && len(w.actors) > 0 && m.avenges(fr) {
			w.targets = m.doersBefore(w, fr, []string{"ASSAULT", "SANCTION", "COERCE"})
		}
		if len(w.targets) > 0 || len(w.actors) == 0 || w.reciprocal || !owners[fr.Name] && !addressed[fr.Name] {
			continue
		}
		if w.targets = m.fighters(w, fr); len(w.targets) > 0 {
			continue
		}
		for _, head := range m.spokenOf(fr) {
			types := m.tells[m.d.Tokens[head].Lemma]
			if owners[fr.Name] && m.d.Tokens[head].UPOS == "PRON" && oneOf(m.d.Tokens[head].Lemma, "this", "that") {
				if w.targets = m.doersBefore(w, fr, hostile); len(w.targets) > 0 {
					break // "condemned this as interference"
				}
			}
			if m.d.Tokens[head].UPOS != "NOUN" || len(types) == 0 || !m.known(head) {
				continue
			}
			if w.targets = m.doersBefore(w, fr, types); len(w.targets) > 0 {
				break
			}
		}
	}
}

// avenges reports a threat to pay back what was done: "vowed revenge", "said it would
// retaliate".
func (m *maker) avenges(fr *doc.Frame) bool {
	if fr.Name != "Threaten" && fr.Name != "Retaliate" {
		return false
	}
	for _, t := range append([]int32{fr.Head}, fr.Parts...) {
		if m.classes.Has("reprisal", m.d.Tokens[t].Lemma) {
			return true
		}
	}
	return false
}

// known reports whether a noun speaks of something told before, and tells no more of
// it than that: "the attack", "this move".
func (m *maker) known(noun int32) bool {
	points := false
	for c := range m.d.Children(noun) {
		points = points || m.d.HasRel(c, "det", "det:predet") && m.classes.Has("pointing", strings.ToLower(m.d.Form(c))) || m.d.HasRel(c, "amod") && m.d.Tokens[c].Lemma == "such" // "such a move"
	}
	return points && m.d.Child(noun, "nmod", "nmod:poss", "acl", "acl:relcl") < 0
}

// doersBefore is the doers of the nearest act of one of the types told before frame fr.
func (m *maker) doersBefore(w *draft, fr *doc.Frame, types []string) []side {
	at := m.d.Tokens[fr.Head].Sent
	for back := int32(0); back <= reach; back++ {
		for i := len(m.drafts) - 1; i >= 0; i-- {
			v := m.drafts[i]
			if v == w || v.reciprocal || len(v.actors) == 0 || !oneOf(v.coding.Type, types...) || !m.toldAt(v, at-back, fr.Head) {
				continue
			}
			if out := m.without(v.actors, w.actors); len(out) == len(v.actors) {
				return out
			}
		}
	}
	return nil
}

// toldAt reports whether words of the draft stand in a sentence, before a word.
func (m *maker) toldAt(v *draft, sent, before int32) bool {
	for _, i := range v.frames {
		if h := m.d.Frames[i].Head; m.d.Tokens[h].Sent == sent && h < before {
			return true
		}
	}
	return false
}

// captors makes those who hold somebody the ones of whom the release is asked, where
// the report told before who took them: "Chad arrested the envoy. Norway demanded his
// release."
func (m *maker) captors(w *draft, fr *doc.Frame) {
	for _, head := range thingHeads(fr) {
		if !m.classes.Has("freedom-noun", m.d.Tokens[head].Lemma) {
			continue
		}
		for c := range m.d.Children(head) {
			x := m.byTok[c]
			if x < 0 || !m.d.HasRel(c, "nmod", "nmod:poss", "obj", "compound", "nsubj:pass") || m.d.HasRel(c, "nmod") && !m.d.HasRel(c, "nmod:poss") && !m.hasCase(c, "of") {
				continue
			}
			for i := len(m.drafts) - 1; i >= 0; i-- {
				v := m.drafts[i]
				if v == w || v.reciprocal || !oneOf(v.coding.Type, "COERCE", "ASSAULT", "SANCTION") || m.d.Frames[v.frames[0]].Head > fr.Head || !m.among(x, v.targets) {
					continue
				}
				if out := m.without(v.actors, w.actors); len(out) > 0 {
					w.targets = out
					return
				}
			}
		}
	}
	if len(w.targets) == 0 {
		w.targets = m.heldOurs(w, fr)
	}
}

// heldOurs is who took people or things of the land that asks for their release in the
// sentence before: "Chad detained two Canadians. Canada called for their release."
func (m *maker) heldOurs(w *draft, fr *doc.Frame) []side {
	free := false
	for _, head := range thingHeads(fr) {
		free = free || m.classes.Has("freedom-noun", m.d.Tokens[head].Lemma)
	}
	if !free || len(w.actors) == 0 {
		return nil
	}
	at := m.d.Tokens[fr.Head].Sent
	for back := int32(0); back < reach; back++ {
		for i := len(m.drafts) - 1; i >= 0; i-- {
			v := m.drafts[i]
			if v == w || v.reciprocal || len(v.actors) == 0 || !oneOf(v.coding.Type, "COERCE", "ASSAULT", "SANCTION") || !m.toldAt(v, at-back, fr.Head) {
				continue
			}
			for _, t := range v.targets {
				if m.country(t) != "" && m.country(t) == m.country(w.actors[0]) {
					return m.without(v.actors, w.actors)
				}
			}
		}
	}
	return nil
}

// among reports whether a mention is one of the parties.
func (m *maker) among(x int32, list []side) bool {
	for _, e := range m.expand(x, 0) {
		for _, s := range list {
			if !s.state && m.sameParty(e, s.mention) {
				return true
			}
		}
	}
	return false
}

// spokenOf is the words that tell what a frame is about, and what stands as subject where that
// is a clause: "demanded that the attacks stop".
func (m *maker) spokenOf(fr *doc.Frame) []int32 {
	out := append(thingHeads(fr), fr.Parts...)
	for _, head := range thingHeads(fr) {
		if s := m.d.Child(head, "nsubj", "nsubj:pass"); s >= 0 && m.d.Tokens[head].UPOS == "VERB" {
			out = append(out, s)
		}
	}
	return out
}

// bothSides makes "both sides", of whom it is not told who they are, those who fight each
// other in what was told before.
func (m *maker) bothSides(w *draft, fr *doc.Frame) {
	if len(w.targets) != 1 {
		return
	}
	t := w.targets[0]
	x := m.final(t.mention)
	if x.Country != "" || len(x.Members) > 0 || !m.d.Mentions[t.mention].Plural || !oneOf(m.d.Tokens[m.d.Mentions[t.mention].Head].Lemma, "side", "party", "belligerent") {
		return
	}
	if out := m.fightersBefore(w, fr); len(out) > 0 {
		w.targets = out
	}
}
