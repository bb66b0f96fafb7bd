package assemble

import (
	"slices"

	"annals/engine/doc"
)

// claims gives deeds of force without a known doer the one who claims them: "The
// rebels claimed responsibility", "a bombing claimed by the rebels". The claim may
// stand in one of the sentences behind.
func (m *maker) claims() {
	for t := range m.d.Tokens {
		tok := int32(t)
		if m.d.Tokens[t].Lemma != "claim" || m.d.Tokens[t].UPOS != "VERB" {
			continue
		}
		who := m.claimant(tok)
		if len(who) == 0 {
			continue
		}
		if w := m.unclaimed(tok); w != nil {
			if who = m.without(who, w.targets); len(who) > 0 {
				w.actors = who
			}
		}
	}
}

// claimant is who claims a deed with the verb at tok, or nobody.
func (m *maker) claimant(tok int32) []side {
	for c := range m.d.Children(tok) {
		if oneOf(m.d.Tokens[c].Lemma, "not", "no", "never", "n't") || m.d.HasRel(c, "nsubj") && m.negative(c) {
			return nil
		}
	}
	if by := m.d.Child(tok, "obl:agent", "obl"); by >= 0 && m.d.Tokens[tok].XPOS == "VBN" && m.hasCase(by, "by") {
		if x := m.byTok[by]; x >= 0 && m.acts(x) && (m.d.HasRel(tok, "acl") || m.d.Child(tok, "aux:pass") >= 0) {
			return m.expandSides(x)
		}
		return nil
	}
	o := m.d.Child(tok, "obj")
	if o < 0 || m.d.Tokens[o].Lemma != "responsibility" || m.negative(o) {
		return nil
	}
	if m.d.HasRel(tok, "acl") { // "with the rebels claiming responsibility"
		if x := m.byTok[m.d.Tokens[tok].Head]; x >= 0 && m.acts(x) && m.d.Tokens[tok].XPOS == "VBG" {
			return m.expandSides(x)
		}
		return nil
	}
	return m.subjects(tok)
}

// negative reports a noun with "no", or a word that stands for nobody.
func (m *maker) negative(tok int32) bool {
	if oneOf(m.d.Tokens[tok].Lemma, "nobody", "none", "one") {
		return true
	}
	det := m.d.Child(tok, "det")
	return det >= 0 && m.d.Tokens[det].Lemma == "no"
}

// unclaimed is the deed of force nearest to the claim whose doer is not told, or only
// as somebody unknown.
func (m *maker) unclaimed(tok int32) *draft {
	at := m.d.Tokens[tok].Sent
	for back := int32(0); back <= reach; back++ {
		for _, w := range slices.Backward(m.drafts) {
			if w.coding.Type != "ASSAULT" || w.reciprocal || slices.ContainsFunc(w.actors, m.identified) {
				continue
			}
			before := tok
			if back == 0 {
				before = m.d.Sentences[at].Last
			}
			if m.toldAt(w, at-back, before) {
				return w
			}
		}
	}
	return nil
}

// identified reports whether a doer is more than somebody with a weapon.
func (m *maker) identified(s side) bool {
	x := m.final(s.mention)
	return x.Form == doc.Named || !oneOf(m.sector(s), "UAF", "UNK", "")
}
