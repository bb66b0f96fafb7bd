package assemble

import "annals/engine/doc"

// upperSubject gives an active verb without a subject of its own that of the nearest
// clause above that has one which can act: "which are being counted, and accuses
// the mayor", "said nothing, while praising the army".
func (m *maker) upperSubject(w *draft, fr *doc.Frame) {
	h := fr.Head
	if fr.Light >= 0 {
		h = fr.Light
	}
	t := &m.d.Tokens[h]
	if t.Lemma == "serve" || t.Lemma == "face" { // who serves a sentence does not pass it
		return
	}
	if len(w.actors) > 0 || t.UPOS != "VERB" || m.d.Child(h, "nsubj", "nsubj:pass", "aux:pass", "csubj", "obl:agent") >= 0 {
		return
	}
	switch {
	case t.XPOS == "VBG" && m.d.HasRel(h, "advcl", "conj"), m.d.HasRel(h, "conj") && oneOf(t.XPOS, "VBZ", "VBP", "VBD"):
	default:
		return
	}
	for n := 0; n < 6; n++ {
		if !m.d.HasRel(h, "conj", "advcl", "acl:relcl", "acl", "xcomp", "ccomp", "parataxis") && !(n > 0 && m.d.HasRel(h, "obj", "obl", "nmod")) {
			return
		}
		up := m.d.Tokens[h].Head
		if up < 0 {
			return
		}
		h = up
		s := m.d.Child(h, "nsubj", "nsubj:pass")
		if s < 0 {
			continue
		}
		x := m.byTok[s]
		if x < 0 || !m.acts(x) || t.XPOS == "VBZ" && m.d.Mentions[x].Plural {
			continue
		}
		if got := m.without(m.expandSides(x), w.targets); len(got) > 0 {
			w.actors = got
			return
		}
	}
}
