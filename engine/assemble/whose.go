package assemble

import (
	"slices"

	"annals/engine/doc"
	"annals/record"
)

// takenFrom makes those from whom something is taken the other side, before the
// place that is taken.
func (m *maker) takenFrom(w *draft, fr *doc.Frame) {
	var out []side
	heads := []int32{fr.Head}
	if fr.Name == "SeizeLand" {
		for _, a := range fr.Args {
			if a.Role == w.kind.Target || a.Slot == "obj" {
				heads = append(heads, a.Head)
			}
		}
		if o := m.d.Child(fr.Head, "obj"); o >= 0 {
			heads = append(heads, o)
		}
	}
	for _, h := range heads {
		for c := range m.d.Children(h) {
			if x := m.byTok[c]; m.d.HasRel(c, "obl", "nmod") && m.hasCase(c, "from") && x >= 0 && m.acts(x) && m.d.Mentions[x].Head == c {
				for _, s := range m.expandSides(x) {
					out = m.addSide(out, s)
				}
				for y := range m.d.Children(c) {
					if z := m.byTok[y]; m.d.HasRel(y, "conj") && z >= 0 && m.acts(z) {
						out = m.addSide(out, side{mention: z})
					}
				}
			}
		}
	}
	if len(out) == 0 && fr.Name == "SeizeLand" {
		for _, h := range heads {
			for _, s := range m.heldBy(h) {
				out = m.addSide(out, s)
			}
		}
	}
	if out = m.without(out, w.actors); len(out) > 0 {
		w.targets = out
	}
}

// heldBy is who holds a place: "a town held by rebels", "the rebel-held town".
func (m *maker) heldBy(place int32) []side {
	for c := range m.d.Children(place) {
		if !m.d.HasRel(c, "acl", "acl:relcl", "amod") && !(m.d.HasRel(c, "xcomp") && m.d.Tokens[c].XPOS == "VBN") || !oneOf(m.d.Tokens[c].Lemma, "hold", "control", "occupy", "rule", "seize", "capture", "held") {
			continue
		}
		for x := range m.d.Children(c) {
			y := m.byTok[x]
			if y >= 0 && m.acts(y) && (m.d.HasRel(x, "obl:agent") || m.d.HasRel(x, "obl") && m.hasCase(x, "by") || m.d.HasRel(x, "compound") && m.d.HasRel(c, "amod")) {
				return m.expandSides(y)
			}
		}
	}
	return nil
}

// between finds the second of "between A, who …, and B" where the parse hangs it on
// a word of what is told of A.
func (m *maker) between(w *draft, fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Slot != "between" {
			continue
		}
		_, last := m.d.Subtree(a.Head)
		for t := a.Head + 1; t <= last; t++ {
			cc := m.d.Child(t, "cc")
			x := m.byTok[t]
			if !m.d.HasRel(t, "conj") || cc < 0 || m.d.Tokens[cc].Lemma != "and" || x < 0 || !m.acts(x) || m.d.Mentions[x].Head != t {
				continue
			}
			if w.actors = m.addSide(w.actors, side{mention: x}); len(w.actors) > 1 {
				w.reciprocal = true
				return
			}
		}
	}
}

// territories makes a place that something is done to, other than struck, stand for
// the state it belongs to: "sanctions on Crimea". A government has no other side in
// a province of its own.
func (m *maker) territories(w *draft) {
	w.targets = slices.DeleteFunc(w.targets, func(t side) bool {
		x := m.final(t.mention)
		return x.Kind == doc.PlaceKind && x.Sector == "" && len(w.actors) == 1 && m.sector(w.actors[0]) == "GOV" && m.country(w.actors[0]) == x.Country
	})
	for i := range w.targets {
		if x := m.final(w.targets[i].mention); x.Kind == doc.PlaceKind && x.Form == doc.Named && x.Sector == "" && x.Country != "" && w.targets[i].sector == "" {
			w.targets[i].state, w.targets[i].via = true, record.ViaMetonym
		}
	}
}

// civilians turns a place or country that is struck into its people.
func (m *maker) civilians(s *side) {
	x := m.final(s.mention)
	if x.Of >= 0 && x.Form == doc.Nominal && (x.Kind == doc.PlaceKind || x.Kind == doc.OtherKind || x.Noun == "weapon") {
		// "a depot of the rebels"
		if o := m.final(x.Of); (o.Kind == doc.Organisation || o.Kind == doc.Group) && oneOf(o.Sector, "MIL", "REB", "PRM", "UAF", "COP") {
			s.sector, s.country = o.Sector, o.Country
			return
		}
	}
	if (x.Kind == doc.PlaceKind || x.Kind == doc.State) && s.sector == "" {
		s.sector, s.asPlace = "CVL", true
	}
}

// visited makes the host of a visit a state where only a place is named.
func (m *maker) visited(w *draft) {
	var out []side
	for _, t := range w.targets {
		x := m.final(t.mention)
		if x.Kind == doc.PlaceKind {
			if x.Country == "" {
				continue
			}
			t.state, t.via = true, record.ViaMetonym
		}
		out = append(out, t)
	}
	// A host told by name acts for the country: the country besides is no second party.
	var people []side
	for _, t := range out {
		if !t.state && m.final(t.mention).Kind != doc.State {
			people = append(people, t)
		}
	}
	if len(people) > 0 {
		out = people
	}
	// What has no country gives way to what has one: "a trip to a major power", "to China".
	var placed []side
	for _, t := range out {
		if m.country(t) != "" {
			placed = append(placed, t)
		}
	}
	if len(placed) > 0 {
		out = placed
	}
	w.targets = m.oneHost(m.without(out, w.actors))
}

// leftAs is the sector of the office that the words say is left, or "".
func (m *maker) leftAs(frame int32) string {
	for c := range m.d.Children(m.d.Frames[frame].Head) {
		if x := m.byTok[c]; m.d.HasRel(c, "obl") && m.hasCase(c, "as", "from") && x >= 0 && m.d.Mentions[x].Office != "" {
			return m.final(x).Sector
		}
	}
	return ""
}

// bodyOfOffice is the body whose office the words say is left: "resigned as deputy
// chair of the Labour Party".
func (m *maker) bodyOfOffice(frame int32) []side {
	for c := range m.d.Children(m.d.Frames[frame].Head) {
		if !m.d.HasRel(c, "obl") || !m.hasCase(c, "as") {
			continue
		}
		for o := range m.d.Children(c) {
			x := m.byTok[o]
			if x < 0 || !m.d.HasRel(o, "nmod", "nmod:poss") || m.d.HasRel(o, "nmod") && !m.hasCase(o, "of") {
				continue
			}
			if f := m.final(x); f.Kind == doc.Organisation && f.Form == doc.Named {
				return []side{{mention: x}}
			}
		}
	}
	return nil
}

// officeLeft gives a resignation its other side: the state or body left.
func (m *maker) officeLeft(w *draft) {
	var out []side
	for _, t := range w.targets {
		if x := m.final(t.mention); x.Kind == doc.Organisation || x.Kind == doc.State {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		out = m.bodyOfOffice(w.frames[0])
	}
	if len(out) == 0 && len(w.actors) > 0 && m.country(w.actors[0]) != "" {
		out = append(out, side{mention: w.actors[0].mention, state: true, via: record.ViaNationality})
	}
	w.targets = out
	for i := range w.actors {
		if m.sector(w.actors[i]) == "ELI" && m.final(w.actors[i].mention).Kind == doc.Person {
			w.actors[i].sector = "GOV" // who leaves an office still holds it
		}
		if s := m.leftAs(w.frames[0]); s != "" && private(m.final(w.actors[i].mention)) {
			w.actors[i].sector = s // "resigned as minister"
		}
	}
}
