package assemble

import (
	"annals/engine/doc"
)

// throughThing finds the doer behind a thing that stands in the doer's place: whose
// aircraft, report or bulldozers the words say they are.
func (m *maker) throughThing(w *draft, fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Slot != "subj" || a.Role != "means" && a.Role != "by" {
			continue
		}
		if w.actors = m.ownersOf(w, a.Head); len(w.actors) > 0 {
			return
		}
	}
}

// saidBy makes the speaker of what is said the doer: "Kyiv says Moscow is responsible
// for the attack".
func (m *maker) saidBy(w *draft) {
	for _, s := range m.d.Contexts[w.frames[0]].Chain {
		if s.Mention >= 0 && m.acts(s.Mention) {
			w.actors = m.without([]side{{mention: s.Mention}}, w.targets)
			return
		}
	}
}

// measures are the frames of rules that only who has public power can make.
var measures = set("Ban", "Curfew", "Emergency")

// declaredBy makes the authority that tells of a rule, of which no maker is told, its
// maker: "Norway announced that gatherings would be limited to ten people".
func (m *maker) declaredBy(w *draft) {
	for _, s := range m.d.Contexts[w.frames[0]].Chain {
		if s.Mention < 0 || !m.acts(s.Mention) {
			continue
		}
		if x := m.final(s.Mention); x.Kind == doc.State || oneOf(x.Sector, "GOV", "LEG", "JUD", "COP") {
			w.actors = m.without([]side{{mention: s.Mention}}, w.targets)
		}
		return
	}
}

// denierTakesPart makes who denies a meeting or deal one of its sides: "denied
// reports of talks with the rebels".
func (m *maker) denierTakesPart(w *draft) {
	i := m.d.Contexts[w.frames[0]].DeniedBy
	if i < 0 || !m.acts(i) {
		return
	}
	if others := m.without([]side{{mention: i}}, w.actors); len(others) > 0 {
		w.actors, w.reciprocal = append(others, w.actors...), true
	}
}

// aid are the frames that give something to somebody.
var aid = set("GiveAid", "GiveMoney", "Arm", "Train", "SendPeacekeepers", "Asylum")

// aidFor finds to whom aid goes where only its purpose or place is told: "gave two
// million dollars to rebuild schools in Chad".
func (m *maker) aidFor(w *draft, fr *doc.Frame) []side {
	var tops []int32
	for _, a := range fr.Args {
		if a.Role == "thing" || a.Role == "means" {
			tops = append(tops, a.Head)
		}
	}
	tops = append(tops, fr.Parts...)
	for c := range m.d.Children(fr.Head) {
		if m.d.HasRel(c, "advcl", "xcomp") && fr.Name != "Arm" && fr.Name != "SendPeacekeepers" || m.d.HasRel(c, "obl") && m.hasCase(c, "for", "to", "in", "into") {
			tops = append(tops, c)
		}
	}
	s := &m.d.Sentences[m.d.Tokens[fr.Head].Sent]
	for _, top := range tops {
		for t := fr.Head + 1; t < s.Last; t++ {
			x := m.byTok[t]
			if x < 0 || m.d.Mentions[x].Head != t || m.d.Mentions[x].Form == doc.Adjectival || !m.under(t, top) {
				continue
			}
			of := m.final(x)
			if of.Country == "" || len(w.actors) > 0 && of.Country == m.country(w.actors[0]) || of.Kind != doc.State && of.Kind != doc.Group && of.Kind != doc.Organisation && of.Kind != doc.PlaceKind {
				continue
			}
			got := side{mention: x}
			if of.Kind == doc.PlaceKind {
				got.sector, got.asPlace = "CVL", true
			}
			if out := m.without([]side{got}, w.actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// under reports whether a word hangs below another one, not inside a relative clause.
func (m *maker) under(t, top int32) bool {
	for n := 0; n < 8 && t >= 0; n++ {
		if t == top {
			return true
		}
		if m.d.HasRel(t, "acl:relcl", "parataxis", "conj") {
			return false
		}
		t = m.d.Tokens[t].Head
	}
	return false
}
