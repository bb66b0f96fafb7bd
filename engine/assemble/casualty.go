package assemble

import (
	"slices"

	"annals/engine/doc"
	"annals/ontology"
)

// bodyStruck makes a body that was attacked the other side in place of people of whom
// only the number is told: "two people were killed in an attack on the consulate". It
// runs after acts told twice have become one.
func (m *maker) bodyStruck() {
	for _, w := range m.drafts {
		if w.coding.Type != "ASSAULT" || w.reciprocal || !slices.ContainsFunc(w.targets, m.justPeople) {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(w.targets), m.justPeople)
		if len(kept) == 0 {
			kept = m.without(m.bodiesIn(w), w.actors)
		}
		if slices.ContainsFunc(kept, m.body) {
			w.targets = kept
		}
	}
}

// bodiesIn lists the bodies on which the words of force of a draft fell, or whose seat
// they fell on: "attacked a compound of the defence ministry, killing nine".
func (m *maker) bodiesIn(w *draft) []side {
	var out []side
	for _, i := range w.frames {
		for _, x := range append(m.sameBlow(&m.d.Frames[i]), &m.d.Frames[i]) {
			kind := m.entries(x.Entry)
			if kind.Kind == ontology.Mutual {
				continue
			}
			for _, a := range x.Args {
				if a.Mention < 0 || a.Role != kind.Target && a.Role != "thing" || a.Slot == "at" || a.Slot == "in" {
					continue
				}
				at := a.Mention
				if y := &m.d.Mentions[at]; y.Of >= 0 && y.Form == doc.Nominal && y.Kind != doc.Person && y.Kind != doc.Group && !m.body(side{mention: at}) {
					at = y.Of
				}
				if m.body(side{mention: at}) {
					out = m.addSide(out, side{mention: at})
				}
			}
		}
	}
	return out
}

// body reports whether a side is a body of state or of force, or its seat.
func (m *maker) body(s side) bool {
	x := m.final(s.mention)
	if x.Kind == doc.Person || x.Kind == doc.Group || x.Kind == doc.State || s.asPlace {
		return false
	}
	return oneOf(m.sector(s), "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB")
}

// justPeople reports whether a side is people of whom no more than a number is told.
func (m *maker) justPeople(s side) bool {
	x := m.final(s.mention)
	if x.Form != doc.Nominal || x.Of >= 0 || x.Kind != doc.Group && x.Kind != doc.OtherKind && x.Kind != doc.Person {
		return false
	}
	t := &m.d.Tokens[x.Head]
	return t.UPOS == "NUM" || x.Count.Has && m.classes.Has("just-people", t.Lemma)
}
