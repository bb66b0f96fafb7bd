package assemble

import (
	"strings"

	"annals/ontology"
	"annals/record"
)

// denials marks deeds that one side tells and another denies in words that only point
// to them: "Norland said the army had shelled a village, which the army denied", "Chad
// claims that both have agreed. Mali denies these claims."
func (m *maker) denials() {
	for t := range m.d.Tokens {
		tok := int32(t)
		if m.d.Tokens[t].UPOS != "VERB" || !m.classes.Has("denying", m.d.Tokens[t].Lemma) || !m.deniesTold(tok) {
			continue
		}
		who := m.denier(tok)
		if len(who) == 0 {
			continue
		}
		if w := m.toldDeed(tok, who); w != nil {
			w.polarity, w.deniedBy = record.Denied, who[0].mention
		}
	}
}

// denier is who denies: the subject, or the one behind "by".
func (m *maker) denier(tok int32) []side {
	if m.d.Tokens[tok].XPOS != "VBN" || m.d.Child(tok, "aux:pass") < 0 && !m.d.HasRel(tok, "acl") {
		return m.subjects(tok)
	}
	by := m.d.Child(tok, "obl:agent", "obl")
	if by < 0 || !m.hasCase(by, "by") {
		return m.subjects(tok)
	}
	if x := m.byTok[by]; x >= 0 && m.acts(x) {
		return m.expandSides(x)
	}
	return nil
}

// deniesTold reports whether what is denied is only pointed to: a pronoun, "the claims",
// "any such attack", or nothing at all behind "deny" itself.
func (m *maker) deniesTold(tok int32) bool {
	for c := range m.d.Children(tok) {
		if oneOf(m.d.Tokens[c].Lemma, "not", "never", "n't", "no") || m.d.HasRel(c, "xcomp", "ccomp", "advcl") {
			return false
		}
	}
	o := m.d.Child(tok, "obj", "nsubj:pass")
	if o < 0 && m.d.HasRel(tok, "acl") {
		return m.classes.Has("claim-noun", m.d.Tokens[m.d.Tokens[tok].Head].Lemma) // "a charge Norland denies"
	}
	if o < 0 {
		return m.d.Tokens[tok].Lemma == "deny" && m.d.Child(tok, "obl") < 0
	}
	if m.d.Tokens[o].UPOS == "PRON" {
		return m.d.Tokens[tok].Lemma == "deny" && oneOf(strings.ToLower(m.d.Form(o)), "it", "this", "that", "which")
	}
	if !m.classes.Has("claim-noun", m.d.Tokens[o].Lemma) || m.d.Child(o, "acl", "ccomp", "nmod", "nmod:poss") >= 0 {
		return false
	}
	det := m.d.Child(o, "det")
	return det >= 0 && m.classes.Has("pointing", strings.ToLower(m.d.Form(det))) || m.d.Child(o, "det", "amod", "compound") < 0
}

// toldDeed is the deed nearest before a denial that somebody else tells: one of the same
// sentence, else one in which the denier, or one of its state, is told to have a part.
func (m *maker) toldDeed(tok int32, who []side) *draft {
	at := m.d.Tokens[tok].Sent
	for back := int32(0); back <= 1; back++ {
		for i := len(m.drafts) - 1; i >= 0; i-- {
			w := m.drafts[i]
			if w.kind.Kind == ontology.Speech || w.status != record.Occurred && w.status != record.Ongoing || w.polarity != record.Affirmed || !m.toldAt(w, at-back, tok) {
				continue
			}
			c := &m.d.Contexts[w.frames[0]]
			if len(c.Chain) == 0 || c.Chain[0].Mention >= 0 && m.sameParty(c.Chain[0].Mention, who[0].mention) {
				continue
			}
			if back == 0 {
				return w
			}
			for _, a := range append(append([]side(nil), w.actors...), w.targets...) {
				if m.sameParty(a.mention, who[0].mention) || m.country(a) != "" && m.country(a) == m.country(who[0]) {
					return w
				}
			}
		}
	}
	return nil
}
