package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// described are the named places and those told by a description that stands for one:
// "in the city", "in the south of the country".
func (m *maker) described(named []doc.Place) []doc.Place {
	out := append([]doc.Place(nil), named...)
	for i := range m.d.Mentions {
		x := &m.d.Mentions[i]
		if x.Form != doc.Nominal || x.Plural || x.Head < 0 || x.Kind != doc.PlaceKind && x.Kind != doc.State {
			continue
		}
		p := m.placeOfChain(x, named)
		if p == nil {
			p = m.regionBefore(x, named)
		}
		if p != nil {
			out = append(out, m.toldAgain(x, p))
			continue
		}
		if name := m.names(x.Country); x.Kind == doc.State && m.classes.Has("country-word", m.d.Tokens[x.Head].Lemma) && name != "" {
			out = append(out, m.toldAgain(x, &doc.Place{Name: name, Country: x.Country, Grain: "country"}))
		}
	}
	return out
}

// placeOfChain is the named place that a description stands for, or nil.
func (m *maker) placeOfChain(x *doc.Mention, named []doc.Place) *doc.Place {
	if x.Chain < 0 || x.Antecedent < 0 {
		return nil
	}
	for i := range named {
		p := &named[i]
		if at := m.headMention(p.Head); at != nil && at.Chain == x.Chain && at.Kind == x.Kind {
			return p
		}
	}
	return nil
}

// regionBefore is the region named last before "the province", or nil.
func (m *maker) regionBefore(x *doc.Mention, named []doc.Place) *doc.Place {
	if !m.classes.Has("region-noun", m.d.Tokens[x.Head].Lemma) || !m.definite(x.Head) {
		return nil
	}
	for i := len(named) - 1; i >= 0; i-- {
		if p := &named[i]; p.Start < x.Start && p.Grain == "region" && x.Sent-p.Sent <= 2 {
			return p
		}
	}
	return nil
}

// definite reports a noun with "the", "this" or "that" and nothing after it that tells which.
func (m *maker) definite(tok int32) bool {
	det := m.d.Child(tok, "det")
	return det >= 0 && m.classes.Has("pointing", m.d.Tokens[det].Lemma) && m.d.Child(tok, "nmod") < 0 && m.d.Child(tok, "acl:relcl") < 0 && m.d.Child(tok, "amod") < 0
}

// headMention is the mention whose head is a token, or nil.
func (m *maker) headMention(tok int32) *doc.Mention {
	if i := m.byTok[tok]; i >= 0 && m.d.Mentions[i].Head == tok {
		return &m.d.Mentions[i]
	}
	return nil
}

// toldAgain is place p at the words of mention x.
func (m *maker) toldAgain(x *doc.Mention, p *doc.Place) doc.Place {
	q := *p
	q.Span, q.First, q.Last, q.Head, q.Sent, q.Within = x.Span, x.First, x.Last, x.Head, x.Sent, -1
	return q
}

// scenic are the types of acts that have a scene: a report that tells one names its
// place, though seldom in the words of the act itself.
var scenic = set("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "CONSULT", "RETREAT")

// settlePlace gives a draft without a told place the place that its sentence tells.
func (m *maker) settlePlace(w *draft) {
	if w.place >= 0 {
		m.finerPlace(w)
		return
	}
	for _, i := range w.frames {
		fr := &m.d.Frames[i]
		at := int32(-1)
		if scenic[w.coding.Type] || w.coding.Type == "COOPERATE" || w.coding.Type == "AGREE" && w.kind.Topic == "meet" {
			at = m.sceneOfSentence(fr, scenePreps)
		}
		if at < 0 && w.coding.Type == "ASSAULT" {
			at = m.aimOf(fr)
		}
		if at < 0 && w.coding.Type == "MOBILIZE" {
			at = m.sceneOfSentence(fr, bound)
		}
		if at < 0 && (scenic[w.coding.Type] || w.coding.Type == "ACCUSE" || w.coding.Type == "SANCTION") {
			at = m.seatOfParty(fr)
		}
		if at < 0 && len(w.actors) == 1 && (w.coding.Type == "PROTEST" || ownLand[fr.Name] || fr.Name == "Arrest" && m.sector(w.actors[0]) == "COP") {
			at = m.landOf(w)
		}
		if at >= 0 {
			w.place, w.placeBasis = at, record.BasisSentence
			return
		}
	}
	if fr := &m.d.Frames[w.frames[0]]; w.coding.Type == "ASSAULT" && !w.background {
		if at := m.sceneBefore(fr); at >= 0 {
			w.place, w.placeBasis = at, record.BasisSentence
		}
	}
}

// aimOf is the place of what force is used for ("an operation to recapture Port Mara"), or -1.
func (m *maker) aimOf(fr *doc.Frame) int32 {
	for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Frames[i]
		up := m.d.Tokens[x.Head].Head
		if x == fr || up < 0 || up != fr.Head && up != fr.Light || !taken[x.Name] || !m.d.HasRel(x.Head, "acl", "advcl", "xcomp") {
			continue
		}
		if at, _ := m.placeOf(&draft{frames: []int32{i}, kind: m.entries(x.Entry), place: -1}, x); at >= 0 {
			return at
		}
	}
	return -1
}

// finerPlace takes for a country the place in it that the same sentence tells as its scene.
func (m *maker) finerPlace(w *draft) {
	p := &m.places[w.place]
	if p.Grain != "country" || !scenic[w.coding.Type] {
		return
	}
	for _, i := range w.frames {
		if m.d.Tokens[m.d.Frames[i].Head].Sent != p.Sent {
			continue
		}
		if at := m.sceneOfSentence(&m.d.Frames[i], scenePreps); at >= 0 && m.places[at].Country == p.Country && m.places[at].Grain != "country" {
			w.place, w.placeBasis = at, record.BasisSentence
			return
		}
	}
}

// ownLand are the frames of measures that a state takes, or lifts, on its own land; so
// do the police of a state when they arrest.
var ownLand = set("Emergency", "Curfew", "MartialLaw", "EaseCurbs", "Ban", "Limit", "Withhold", "Censor")

// landOf is the place of the country whose government takes a measure on its own land
// against nobody abroad, or -1.
func (m *maker) landOf(w *draft) int32 {
	country := m.country(w.actors[0])
	protest := w.coding.Type == "PROTEST"
	if s := m.sector(w.actors[0]); s != "GOV" && s != "COP" && !protest || country == "" {
		return -1
	}
	for _, t := range w.targets {
		if c := m.country(t); c != "" && c != country {
			return -1
		}
	}
	x := m.final(w.actors[0].mention)
	if protest {
		if len(w.targets) == 0 {
			return -1
		}
	} else if m.sector(w.actors[0]) == "COP" {
		if x.Of < 0 || m.final(x.Of).Kind != doc.State {
			return -1 // the police of a town
		}
	} else if x.Kind != doc.State && x.Class != "president" && x.Class != "prime-minister" && x.Class != "monarch" {
		return -1 // a governor, a mayor
	}
	for i := range m.places {
		if p := &m.places[i]; p.Grain == "country" && p.Country == country {
			return int32(i)
		}
	}
	name := m.names(country)
	if name == "" {
		return -1
	}
	m.places = append(m.places, m.toldAgain(&m.d.Mentions[w.actors[0].mention], &doc.Place{Name: name, Country: country, Grain: "country", Within: -1}))
	return int32(len(m.places) - 1)
}

// The classes of prepositions that lead to the place where all of a sentence happens,
// and to where somebody goes.
const (
	scenePreps = "scene-preposition"
	bound      = "goal-preposition"
)

// sceneOfSentence is the finest place that the sentence of a frame tells as a scene,
// where all such places are in one country, or -1.
func (m *maker) sceneOfSentence(fr *doc.Frame, preps string) int32 {
	return m.sceneIn(m.d.Tokens[fr.Head].Sent, preps)
}

func (m *maker) sceneIn(sent int32, preps string) int32 {
	best := int32(-1)
	for i := range m.places {
		p := &m.places[i]
		if p.Sent != sent || p.Country == "" {
			continue
		}
		if _, prep := m.placeHead(p); !m.classes.Has(preps, prep) {
			continue
		}
		if best >= 0 && m.places[best].Country != p.Country {
			return -1
		}
		if best < 0 || finer(p, &m.places[best]) {
			best = int32(i)
		}
	}
	return best
}

// sceneBefore is the scene told in the sentence before that of a frame, or -1.
func (m *maker) sceneBefore(fr *doc.Frame) int32 {
	if sent := m.d.Tokens[fr.Head].Sent; sent > 0 {
		return m.sceneIn(sent-1, scenePreps)
	}
	return -1
}

// seatOfParty is the place by which a police, a court or the like that has a part in
// a frame is named: "Danbury police", "a Durban court"; or -1.
func (m *maker) seatOfParty(fr *doc.Frame) int32 {
	for _, a := range fr.Args {
		x := m.headMention(a.Head)
		if x == nil || x.Sector != "COP" && x.Sector != "JUD" {
			continue
		}
		for i := range m.places {
			if p := &m.places[i]; m.d.Tokens[p.Head].Head == a.Head && m.d.HasRel(p.Head, "compound", "nmod:poss", "amod") && p.Grain != "country" {
				return int32(i)
			}
		}
	}
	return -1
}
