package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// score is the share of events like this one that are right. The features and
// their weights were fitted by hand to the development items that may be read
// (docs/decisions); they are few so that `annals why` can tell them.
func (m *maker) score(w *draft) float64 {
	s := 0.62
	if len(w.actors) > 0 && (len(w.targets) > 0 || w.reciprocal) {
		s += 0.12
	}
	if w.nominal {
		s -= 0.12
	}
	if len(w.frames) > 1 {
		s += 0.08
	}
	if w.status == record.Hypothetical {
		s -= 0.1
	}
	for _, x := range append(append([]side(nil), w.actors...), w.targets...) {
		if f := m.final(x.mention); f.Entity != 0 || f.Kind == doc.State {
			s += 0.05
			break
		}
	}
	return round(min(max(s, 0.05), 0.95))
}
