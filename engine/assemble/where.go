package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// locative are the prepositions behind which a place is where something happens.
var locative = set("in", "at", "near", "on", "outside", "inside", "across", "around", "off", "over", "along", "throughout", "within", "into", "to", "of", "between")

// placeOf finds where a frame took place: the place that hangs on its words or on
// one of its participants, the host of a visit, else the only place of the clause.
func (m *maker) placeOf(w *draft, fr *doc.Frame) (place int32, basis string) {
	best, rank := int32(-1), 9
	for i := range m.d.Places {
		p := &m.d.Places[i]
		if p.Sent != m.d.Tokens[fr.Head].Sent {
			continue
		}
		if r := m.placeRank(w, fr, p); r < rank || r == rank && r < 9 && best >= 0 && finer(p, &m.d.Places[best]) {
			best, rank = int32(i), r
		}
	}
	switch {
	case best < 0 || rank >= 9:
		return -1, ""
	case rank <= 2:
		return best, record.BasisSaid
	}
	return best, record.BasisSentence
}

var fineness = map[string]int{"point": 4, "city": 3, "region": 2, "sea": 1, "country": 0}

// finer reports whether a is the more exact place, of two told side by side.
func finer(a, b *doc.Place) bool { return fineness[a.Grain] > fineness[b.Grain] }

func (m *maker) placeRank(w *draft, fr *doc.Frame, p *doc.Place) int {
	prep := ""
	if c := m.d.Child(p.Head, "case"); c >= 0 {
		prep = m.d.Tokens[c].Lemma
	}
	for _, a := range fr.Args {
		if a.Head == p.Head && (a.Role == "place" || a.Role == "at" || a.Role == "host" && fr.Name == "Visit") {
			return 1
		}
		if a.Head == p.Head && a.Role == w.kind.Target && hits[fr.Name] {
			return 2
		}
	}
	if !locative[prep] {
		return 9
	}
	up := m.d.Tokens[p.Head].Head
	for n := 0; n < 3 && up >= 0; n++ {
		if up == fr.Head || up == fr.Light {
			if prep == "of" || prep == "between" || prep == "to" && fr.Name != "Visit" {
				return 9
			}
			return 1
		}
		for _, a := range fr.Args {
			if a.Head == up && prep != "of" && prep != "to" && a.Slot != "ccomp" && a.Slot != "xcomp" {
				return 2
			}
		}
		if _, ok := m.frameAt[up]; ok {
			break
		}
		if !m.d.HasRel(up, "nmod", "obl", "obj", "nsubj", "appos", "flat", "compound", "conj") {
			break
		}
		up = m.d.Tokens[up].Head
	}
	if prep == "of" || prep == "to" || prep == "between" || prep == "into" {
		return 9
	}
	top := m.d.Tokens[p.Head].Head
	node := fr.Head
	for n := 0; n < 4 && node >= 0; n++ {
		if node == top {
			return 3 + n
		}
		if m.d.HasRel(node, "ccomp", "parataxis", "acl:relcl") {
			return 9
		}
		node = m.d.Tokens[node].Head
	}
	return 9
}

// place writes a place as the record has it; a country never becomes a point.
func (m *maker) place(i int32, basis string) *record.Place {
	p := &m.d.Places[i]
	out := &record.Place{Name: p.Name, ID: p.ID, Country: p.Country, Admin1: p.Admin1, Grain: p.Grain, Basis: basis, Span: m.pts.span(p.Span), Text: m.d.Word(p.Span)}
	if p.HasPoint && p.Grain != "country" {
		lat, lon := round(p.Lat), round(p.Lon)
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}
