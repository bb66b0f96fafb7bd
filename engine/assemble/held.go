package assemble

import "annals/engine/doc"

// detained marks people who are taken into custody and of whom nothing else is
// told: nobody knows yet what they are.
func (m *maker) detained(w *draft, fr *doc.Frame) {
	for i := range w.targets {
		t := &w.targets[i]
		if x := m.final(t.mention); x.Country == "" && x.Form == doc.Nominal {
			t.country = m.scene(w, fr)
		}
		if x := m.final(t.mention); (x.Kind == doc.Person || x.Kind == doc.Group) && x.Form == doc.Nominal && x.Noun == "civilian" && m.classes.Has("anybody", m.d.Tokens[m.d.Mentions[t.mention].Last-1].Lemma) {
			t.sector = "UNK"
		}
	}
}

// scene is the country where a deed is told to have happened, else that of a sole doer.
func (m *maker) scene(w *draft, fr *doc.Frame) string {
	if place, _ := m.placeOf(w, fr); place >= 0 && m.d.Places[place].Country != "" {
		return m.d.Places[place].Country
	}
	if len(w.actors) == 1 && !oneOf(m.country(w.actors[0]), "UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM") {
		return m.country(w.actors[0])
	}
	return ""
}
