package assemble

import (
	"annals/engine/doc"
	"annals/ontology"
)

// jointSubject adds the subject of the verb that makes a pact or holds talks, where
// only the other side stands with the noun: "had signed an arms agreement with Norland".
func (m *maker) jointSubject(w *draft, fr *doc.Frame) {
	if w.kind.Kind != ontology.Mutual || len(w.actors) != 1 {
		return
	}
	if m.d.Tokens[fr.Head].UPOS == "VERB" {
		m.gerundSubject(w, fr)
		return
	}
	if m.d.Tokens[fr.Head].UPOS != "NOUN" || !m.d.HasRel(fr.Head, "obj") {
		return
	}
	verb := m.d.Tokens[fr.Head].Head
	if verb < 0 || !m.classes.Has("makes-pact", m.d.Tokens[verb].Lemma) {
		return
	}
	for _, s := range m.subjects(verb) {
		w.actors = m.addSide(w.actors, s)
	}
	w.reciprocal = len(w.actors) > 1
}

// gerundSubject adds who does together with others what a form in -ing tells, where only
// the others are told with it: "expelled the envoy after cooperating with Chad".
func (m *maker) gerundSubject(w *draft, fr *doc.Frame) {
	if m.d.Tokens[fr.Head].XPOS != "VBG" || !m.withWhom(fr) || !m.d.HasRel(fr.Head, "advcl", "acl") || m.d.Child(fr.Head, "nsubj", "csubj") >= 0 {
		return
	}
	up := m.d.Tokens[fr.Head].Head
	for n := 0; n < 3 && up >= 0; n++ {
		if m.d.HasRel(fr.Head, "acl") && n == 0 {
			if x := m.byTok[up]; x >= 0 && m.acts(x) {
				w.actors = m.addSide(w.actors, side{mention: x})
			}
			break
		}
		if list := m.subjects(up); len(list) > 0 {
			for _, s := range list {
				w.actors = m.addSide(w.actors, s)
			}
			break
		}
		up = m.d.Tokens[up].Head
	}
	w.reciprocal = len(w.actors) > 1
}

// subjects is who stands as the subject of a verb, or of the verb it is joined to.
func (m *maker) subjects(verb int32) []side {
	for n := 0; n < 3 && verb >= 0; n++ {
		if s := m.d.Child(verb, "nsubj"); s >= 0 {
			x := m.byTok[s]
			if x < 0 || !m.acts(x) {
				return nil
			}
			var out []side
			for _, e := range m.expandSides(x) {
				out = m.addSide(out, e)
			}
			for c := range m.d.Children(s) {
				if y := m.byTok[c]; m.d.HasRel(c, "conj") && y >= 0 && m.acts(y) {
					out = m.addSide(out, side{mention: y})
				}
			}
			return out
		}
		if !m.d.HasRel(verb, "conj", "xcomp") {
			return nil
		}
		verb = m.d.Tokens[verb].Head
	}
	return nil
}

// againstGovernment gives protests called "anti-government" their other side: the
// government where they are.
func (m *maker) againstGovernment(w *draft, fr *doc.Frame) {
	if len(w.targets) > 0 || len(w.actors) == 0 || m.country(w.actors[0]) == "" {
		return
	}
	told := func(tok int32) bool {
		for c := range m.d.Children(tok) {
			if m.d.HasRel(c, "amod", "compound") && m.classes.Has("anti-government", m.d.Tokens[c].Lemma) {
				return true
			}
		}
		return false
	}
	if told(fr.Head) || told(m.d.Mentions[w.actors[0].mention].Head) {
		w.targets = append(w.targets, side{mention: w.actors[0].mention, state: true, via: "description"})
	}
}
