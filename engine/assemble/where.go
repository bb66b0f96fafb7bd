package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// placeOf finds where a frame took place: the place that hangs on its words or on
// one of its participants, the host of a visit, else the only place of the clause.
func (m *maker) placeOf(w *draft, fr *doc.Frame) (place int32, basis string) {
	best, rank := int32(-1), 9
	for i := range m.places {
		p := &m.places[i]
		if p.Sent != m.d.Tokens[fr.Head].Sent {
			continue
		}
		if r := m.placeRankOfAll(w, fr, p); r < rank || r == rank && r < 9 && best >= 0 && finer(p, &m.places[best]) {
			best, rank = int32(i), r
		}
	}
	if best >= 0 && rank < 9 {
		if p := &m.places[best]; p.Grain == "point" && p.Within >= 0 && m.classes.Has("mission-noun", strings.ToLower(m.d.Tokens[p.Head].Lemma)) {
			best = p.Within // "the Norvian embassy in Port Mara": the town tells more
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

// taken are the frames whose other side, where it is a place, is where they happen.
var taken = set("SeizeLand", "SeizeThing", "Invade", "Blockade", "Deploy")

// left are the frames that happen where somebody or something goes away from.
var left = set("Withdraw", "Evacuate", "Deport", "Expel")

// placeRankOfAll is the rank by the frame or by a telling that it took in ("clashes
// left ten dead in Goma": what the verb tells belongs to the clashes).
func (m *maker) placeRankOfAll(w *draft, fr *doc.Frame, p *doc.Place) int {
	best := m.placeRank(w, fr, p)
	at, ok := m.frameAt[fr.Head]
	if !ok {
		return best
	}
	for i := range m.d.Frames {
		x := &m.d.Frames[i]
		if x.Outer == at && strings.HasPrefix(x.Near, "told by") && m.d.Tokens[x.Head].Sent == p.Sent {
			best = min(best, m.placeRank(w, x, p))
		}
	}
	return best
}

// placeHead is the word by which a place hangs in the sentence, with its
// preposition: of "in the city of Goma" the city.
func (m *maker) placeHead(p *doc.Place) (head int32, prep string) {
	head = p.Head
	for n := 0; ; n++ {
		prep = ""
		if c := m.d.Child(head, "case"); c >= 0 && m.d.Tokens[c].UPOS != "PART" {
			prep = m.d.Tokens[c].Lemma
		}
		up := m.d.Tokens[head].Head
		if up < 0 || n > 1 {
			return head, prep
		}
		lemma := strings.ToLower(m.d.Tokens[up].Lemma)
		switch {
		case prep == "of" && m.d.HasRel(head, "nmod") && m.classes.Has("battle", lemma):
			return up, "in" // "killed during the Battle of Port Mara"
		case n == 0 && prep == "of" && m.d.HasRel(head, "nmod") && m.classes.Has("side-noun", lemma):
			// "off the coast of Norvia", "in the south of the country"
		case n == 0 && (prep == "of" && m.d.HasRel(head, "nmod") || prep == "" && m.d.HasRel(head, "appos")) && m.classes.Has("place-noun", lemma):
			if prep == "of" && p.Grain == "country" && lemma == "capital" {
				return head, prep // the capital is another place
			}
		case prep == "" && m.d.HasRel(head, "compound", "nmod:poss") && m.locative(up):
			// "in Kivu province", "at Kabul airport", "near Tel Aviv's synagogue"
		default:
			return head, prep
		}
		head = up
	}
}

// argFrom reports a word that fills the role of what somebody goes away from.
func (m *maker) argFrom(fr *doc.Frame, tok int32) bool {
	for _, a := range fr.Args {
		if a.Head == tok && a.Role == "from" {
			return true
		}
	}
	return false
}

// locative reports a noun with a preposition of place, or which such a noun leads to.
func (m *maker) locative(noun int32) bool {
	if m.classes.Has("place-noun", strings.ToLower(m.d.Tokens[noun].Lemma)) {
		return true
	}
	c := m.d.Child(noun, "case")
	if c < 0 {
		return false
	}
	return m.classes.Has(scenePreps, m.d.Tokens[c].Lemma) && m.classes.Has("site-noun", m.d.Tokens[noun].Lemma)
}

func (m *maker) placeRank(w *draft, fr *doc.Frame, p *doc.Place) int {
	head, prep := m.placeHead(p)
	for _, a := range fr.Args {
		if a.Head != p.Head && a.Head != head {
			continue
		}
		if a.Role == "place" || a.Role == "at" || a.Role == "host" && fr.Name == "Visit" {
			return 1
		}
		if (a.Role == w.kind.Target || a.Role == "thing") && (hits[fr.Name] || taken[fr.Name]) {
			return 2
		}
		if a.Role == w.kind.Target && !left[fr.Name] && prep != "in" && prep != "at" {
			return 9 // sanctions on a state are not imposed there
		}
	}
	if left[fr.Name] && (prep == "from" && (m.d.Tokens[head].Head == fr.Head || m.d.Tokens[head].Head == fr.Light) || m.argFrom(fr, p.Head)) {
		return 2
	}
	if !m.classes.Has("place-preposition", prep) {
		return 9
	}
	up := m.d.Tokens[head].Head
	for n := 0; n < 3 && up >= 0; n++ {
		if up == fr.Head || up == fr.Light {
			if prep == "of" || prep == "between" || prep == "to" && fr.Name != "Visit" {
				return 9
			}
			return 1
		}
		for _, a := range fr.Args {
			if a.Head == up && prep != "of" && prep != "to" && a.Slot != "ccomp" && a.Slot != "xcomp" {
				if w.kind.Kind == ontology.Speech && (a.Role == "thing" || a.Role == "topic" || a.Mention >= 0 && m.final(a.Mention).Kind == doc.Person) && !m.occasion(fr, up) {
					return 9 // where a speaker or his hearer lives, or where the deed was done that is blamed
				}
				if hits[fr.Name] && a.Role == w.kind.Actor {
					return 3 // it fell where they are who were hit
				}
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
	top := m.d.Tokens[head].Head
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
	if w.kind.Kind == ontology.Speech {
		return 9 // what is said of a place did not happen where it was said
	}
	return m.placeOfClause(fr, head)
}

// placeOfClause is the rank of a place that hangs deeper in the clause of the act,
// where no other act stands in between.
func (m *maker) placeOfClause(fr *doc.Frame, head int32) int {
	node := m.d.Tokens[head].Head
	for n := 0; n < 4 && node >= 0; n++ {
		if node == fr.Head || node == fr.Light {
			return 7
		}
		if i, ok := m.frameAt[node]; ok && m.d.Frames[i].Near == "" {
			return 9
		}
		if m.d.Tokens[node].Head == m.d.Tokens[fr.Head].Head && m.d.HasRel(fr.Head, "nsubj", "obj", "obl") && m.d.Tokens[node].Head >= 0 {
			return 7
		}
		if !m.d.HasRel(node, "nmod", "obl", "obj", "nsubj", "appos", "amod") {
			return 9
		}
		node = m.d.Tokens[node].Head
	}
	return 9
}

// place writes a place as the record has it; a country never becomes a point.
func (m *maker) place(i int32, basis string) *record.Place {
	p := &m.places[i]
	out := &record.Place{Name: p.Name, ID: p.ID, Country: p.Country, Admin1: p.Admin1, Grain: p.Grain, Basis: basis, Span: m.pts.span(p.Span), Text: m.d.Word(p.Span)}
	if p.HasPoint && p.Grain != "country" {
		lat, lon := round(p.Lat), round(p.Lon)
		out.Lat, out.Lon = &lat, &lon
	}
	return out
}
