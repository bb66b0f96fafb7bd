package assemble

import "annals/engine/doc"

// heldSector is what people become of whom nothing else is told, by what is done to
// them: nobody knows yet what the arrested are, and a court has found the others out.
var heldSector = map[string]string{"Arrest": "UNK", "Convict": "CRM", "Charge": "CRM", "Try": "CRM"}

// detained gives people in the hands of police and courts the sector of their case,
// and the country where it happened, where the words tell neither.
func (m *maker) detained(w *draft, fr *doc.Frame) {
	sector := heldSector[fr.Name]
	for i := range w.targets {
		t := &w.targets[i]
		x := m.final(t.mention)
		if x.Country == "" && x.Form == doc.Nominal {
			t.country = m.scene(w, fr)
		}
		if (x.Kind == doc.Person || x.Kind == doc.Group) && x.Form == doc.Nominal && x.Noun == "civilian" && m.classes.Has("anybody", m.d.Tokens[m.d.Mentions[t.mention].Last-1].Lemma) {
			t.sector = sector
		}
		if (private(x) || x.Form == doc.Named && x.Kind == doc.Person && x.Entity == 0 && x.Noun == "civilian" && x.Sector == "CVL") && m.crimeTold(fr) {
			t.sector = "CRM"
		} else if private(x) && fr.Name == "Arrest" {
			t.sector = sector
		}
	}
}

// crimeTold reports whether the sentence of a frame names an ordinary crime: of a
// person by name of whom nothing else is known it then tells what he is held to be.
func (m *maker) crimeTold(fr *doc.Frame) bool {
	s := &m.d.Sentences[m.d.Tokens[fr.Head].Sent]
	for t := s.First; t < s.Last; t++ {
		if m.classes.Has("ordinary-crime", m.d.Tokens[t].Lemma) {
			return true
		}
	}
	return false
}

// scene is the country where a deed is told to have happened, else that of a sole doer.
func (m *maker) scene(w *draft, fr *doc.Frame) string {
	if place, _ := m.placeOf(w, fr); place >= 0 && m.places[place].Country != "" {
		return m.places[place].Country
	}
	if len(w.actors) == 1 && !oneOf(m.country(w.actors[0]), "UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM") {
		return m.country(w.actors[0])
	}
	return ""
}

// triedBy is the court before which somebody stands: "appeared before a court", "a
// court opened the trial".
func (m *maker) triedBy(fr *doc.Frame) []side {
	heads := []int32{fr.Head}
	if fr.Light >= 0 {
		heads = append(heads, fr.Light)
	} else if m.d.HasRel(fr.Head, "nsubj", "nsubj:pass", "obj") {
		heads = append(heads, m.d.Tokens[fr.Head].Head)
	}
	for _, h := range heads {
		for c := range m.d.Children(h) {
			x := m.byTok[c]
			if x < 0 || m.d.Mentions[x].Head != c || m.final(x).Sector != "JUD" || m.final(x).Kind != doc.Organisation {
				continue
			}
			if m.d.HasRel(c, "nsubj") && c != fr.Head || m.d.HasRel(c, "obl", "nmod") && m.hasCase(c, "in", "before", "at", "by") {
				return m.expandSides(x)
			}
		}
	}
	return nil
}
