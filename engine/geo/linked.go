package geo

import (
	"slices"

	"annals/engine/doc"
	"annals/kb"
)

// linked adds the places that the linking of names has found and the look-up of this
// stage has not, or only in part: names of several words read there with their spellings.
func (r *run) linked() {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Form != doc.Named || m.Kind != doc.PlaceKind || m.Entity == 0 || m.Last-m.First < 2 {
			continue
		}
		e := r.base.Entity(kb.EntityID(m.Entity))
		if !e.Kind.IsPlace() || r.covered(m) {
			continue
		}
		r.finds = slices.DeleteFunc(r.finds, func(f find) bool { return f.first >= m.First && f.last <= m.Last })
		f := r.newFind(m.First, m.Last, m.Sent)
		f.cands = []cand{{Entity: e, alias: kb.Common}}
		f.score = 3
		r.finds = append(r.finds, f)
	}
	slices.SortStableFunc(r.finds, func(a, b find) int { return int(a.first - b.first) })
}

// covered reports whether a find takes in all words of a mention.
func (r *run) covered(m *doc.Mention) bool {
	return slices.ContainsFunc(r.finds, func(f find) bool { return f.first <= m.First && f.last >= m.Last })
}
