package assemble

import (
	"slices"

	"annals/engine/doc"
	"annals/ontology"
)

// addressed are the frames of acts with words, or against somebody, whose other
// side, where no role gives it, stands somewhere in what they are about.
var addressed = set("Ask", "Demand", "Urge", "CallFor", "Propose", "Order", "Reject", "Refuse", "Veto", "Sanction", "Promise", "Offer",
	"Accept", "Approve", "Intend", "Threaten", "Warn", "Condemn", "Criticise", "Complain", "Praise", "Endorse", "Defend", "Defy", "Overturn", "Agree")

// inward are those of them that concern whoever the deed in question is done to: a
// promise to help Chad is made to Chad, but who asks for or praises help to Chad
// addresses the helper.
var inward = set("Reject", "Refuse", "Veto", "Sanction", "Promise", "Offer", "Accept", "Approve", "Intend", "Threaten", "Warn", "Agree")

// otherSide looks for the other side of an act in what it is about: the doer of
// the deed asked for or refused, else the first state, body or person in politics
// that the words of the thing name. It reports whether it has found one.
func (m *maker) otherSide(w *draft, fr *doc.Frame) bool {
	mutual := w.kind.Kind == ontology.Mutual
	if !addressed[fr.Name] || len(w.actors) == 0 || len(w.targets) > 0 || w.reciprocal || mutual && len(w.actors) != 1 {
		return false
	}
	roots := thingHeads(fr)
	if fr.Name == "Threaten" { // what is avenged was done by the other side, if by anybody told
		roots = slices.DeleteFunc(roots, func(t int32) bool { return m.hasCase(t, "for") })
	}
	roots = append(roots, fr.Parts...)
	if fr.Light >= 0 || m.d.Tokens[fr.Head].UPOS == "NOUN" {
		roots = append(roots, fr.Head)
	}
	if !mutual {
		for _, root := range roots {
			if x := m.byTok[root]; x >= 0 && m.d.Mentions[x].Head == root && m.addressee(x) && root != fr.Head {
				if w.targets = m.without(m.expandSides(x), w.actors); len(w.targets) > 0 {
					return true
				}
			}
		}
	}
	for _, root := range roots {
		if w.targets = m.told(w, fr, root); len(w.targets) > 0 {
			return true
		}
	}
	if w.targets = m.conditioned(w, fr); len(w.targets) > 0 {
		return true
	}
	if w.targets = m.powerThere(w, fr, roots); len(w.targets) > 0 {
		return true
	}
	if concerned[fr.Name] && m.d.Tokens[fr.Head].UPOS == "VERB" {
		w.targets = m.onlyOther(w, fr)
	}
	return len(w.targets) > 0
}

// concerned are the frames whose other side may stand anywhere in the sentence.
var concerned = set("Reject", "Refuse", "Veto", "Ask", "Demand", "Urge", "CallFor", "Threaten", "Condemn", "Criticise")

// told is the first parties found from the top of a phrase downwards.
func (m *maker) told(w *draft, fr *doc.Frame, root int32) []side {
	queue := []int32{root}
	for n := 0; n < len(queue) && n < 40; n++ {
		at := queue[n]
		var inner *doc.Frame
		if i := m.frameOf(at); i >= 0 && at != fr.Head {
			inner = &m.d.Frames[i]
			var doers []side
			for _, a := range inner.Args {
				if a.Role != "" && (a.Role == m.entries(inner.Entry).Actor || a.Role == m.entries(inner.Entry).Target && inward[fr.Name]) {
					doers = m.addArg(doers, a)
				}
			}
			if doers = m.political(m.without(doers, w.actors)); len(doers) > 0 {
				return doers
			}
		}
		var here []side
		for c := range m.d.Children(at) {
			switch {
			case !m.d.HasRel(c, "obj", "iobj", "nmod", "nmod:poss", "compound", "amod", "obl", "obl:agent", "xcomp", "acl", "ccomp", "nsubj", "conj", "nmod:desc"):
				continue
			case m.hasCase(c, "in", "at", "during", "since", "near", "after", "before", "until", "under", "within", "inside", "outside", "than", "like", "as", "including", "following", "amid", "through", "via"):
				continue
			case m.d.HasRel(c, "acl") && m.d.Tokens[c].XPOS == "VBN", slices.Contains(queue, c):
				continue
			case fr.Name == "Threaten" && m.hasCase(c, "for"):
				continue // what is avenged
			case requests[fr.Name] && m.classes.Has("freedom-noun", m.d.Tokens[at].Lemma) && m.d.HasRel(c, "nmod:poss", "nmod") && m.byTok[c] >= 0 && m.final(m.byTok[c]).Kind != doc.State && !m.hasCase(c, "by", "from"):
				continue // "asked for his return"
			case !inward[fr.Name] && m.classes.Has("killing-noun", m.d.Tokens[at].Lemma) && m.d.HasRel(c, "nmod", "nmod:poss") && !m.hasCase(c, "by"):
				continue // "an inquiry into the death of the envoy"
			case m.classes.Has("court-plea", m.d.Tokens[at].Lemma) && m.hasCase(c, "against"):
				continue // whoever brought it is refused
			case inner != nil && !inward[fr.Name] && m.suffers(inner, c):
				continue // "asked for the release of the envoy" asks nothing of the envoy
			case at == fr.Head && m.d.HasRel(c, "conj", "nsubj", "ccomp", "amod", "compound", "nmod:poss", "obl:agent"):
				continue // who acts, and the next act
			}
			queue = append(queue, c)
			x := m.byTok[c]
			if x < 0 || m.d.Mentions[x].Head != c || !m.addressee(x) || m.within(x, w.actors) {
				continue
			}
			if m.classes.Has("quantity", m.d.Tokens[c].Lemma) {
				continue // "allocates 250 million to …"
			}
			if y := m.final(x); y.Noun == "soldier" && m.d.HasRel(c, "obj") && y.Country == "" {
				continue // "ready to send troops to Chad"
			}
			if m.d.Mentions[x].Form == doc.Adjectival && m.classes.Has("own-quality", m.d.Tokens[m.d.Tokens[c].Head].Lemma) {
				continue // "Norvian time"
			}
			for _, s := range m.joinedSides(c) {
				here = m.addSide(here, s)
			}
		}
		if here = m.political(m.without(here, w.actors)); len(here) > 0 {
			return here
		}
	}
	return nil
}

// patient reports whether a word fills the other side of what frame fr is about or,
// for judgements, of any deed: the one killed is not blamed for it.
func (m *maker) patient(fr *doc.Frame, tok int32) bool {
	for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Frames[i]
		if (judgements[fr.Name] || m.avenges(fr)) && x != fr && m.entries(x.Entry).Kind != ontology.Speech && m.suffers(x, tok) {
			return true
		}
		if x.Outer >= 0 && &m.d.Frames[x.Outer] == fr && m.suffers(x, tok) {
			return true
		}
	}
	return false
}

// suffers reports whether a word fills the other side of a frame.
func (m *maker) suffers(fr *doc.Frame, tok int32) bool {
	for _, a := range fr.Args {
		if a.Head == tok && a.Role == m.entries(fr.Entry).Target {
			return true
		}
	}
	return false
}

// within reports whether a mention is part of the words of a party of the list, or
// the state that such a party acts for.
func (m *maker) within(i int32, list []side) bool {
	x := m.final(i)
	for _, s := range list {
		y := &m.d.Mentions[s.mention]
		if y.Of >= 0 && y.Of != i && y.Kind == doc.Group && m.sameParty(y.Of, i) && x.Kind == doc.Organisation {
			return true // the body of which they are members
		}
		if in := m.d.Mentions[i].Span; in.Start >= y.Full.Start && in.End <= y.Full.End {
			return true
		}
		if x.Kind == doc.State && m.country(s) == x.Country && m.sector(s) == "GOV" {
			return true
		}
		if (x.Kind == doc.Organisation || x.Kind == doc.Group) && oneOf(x.Sector, "GOV", "MIL") && x.Country != "" && m.country(s) == x.Country && y.Kind == doc.State {
			return true // a state's own forces and offices
		}
		if x.Form == doc.Nominal && x.Country == "" && y.Kind == doc.State && oneOf(m.d.Tokens[x.Head].Lemma, "cabinet", "government", "coalition") {
			return true // "agreed to form a new cabinet"
		}
	}
	return false
}

// addressee reports whether a mention stands for somebody of whom something can be
// asked: a state, a body, or people of a known state or calling.
func (m *maker) addressee(i int32) bool {
	x := m.final(i)
	return m.acts(i) && x.Noun != "weapon" && (x.Country != "" || x.Form == doc.Named || !plainSectors[x.Sector])
}

// expandSides is the parties that a mention stands for; a nationality before a noun
// is its state.
func (m *maker) expandSides(i int32) []side {
	var out []side
	for _, e := range m.expand(i, 0) {
		s := side{mention: e}
		if x := &m.d.Mentions[e]; x.Form == doc.Adjectival && (x.Via == "nationality" || x.Kind == doc.State) {
			s.state, s.via = m.country(s) != "", "nationality"
		}
		out = append(out, s)
	}
	return out
}

// joinedSides is the parties at a word and at those joined to it by "and".
func (m *maker) joinedSides(tok int32) []side {
	out := m.expandSides(m.byTok[tok])
	for c := range m.d.Children(tok) {
		if y := m.byTok[c]; m.d.HasRel(c, "conj") && y >= 0 && m.d.Mentions[y].Head == c && m.addressee(y) {
			for _, s := range m.expandSides(y) {
				out = m.addSide(out, s)
			}
		}
	}
	return out
}

// political keeps the parties that have a part in politics, if there are any among them.
func (m *maker) political(list []side) []side {
	var out []side
	for _, s := range list {
		x := m.final(s.mention)
		if s.state || x.Kind == doc.State || !plainSectors[m.sector(s)] || oneOf(x.Country, "UNO", "EUR", "IGO", "NGO", "IMG") || x.Via == "nationality" ||
			x.Form == doc.Named && x.Kind != doc.PlaceKind && (x.Entity != 0 || x.Office != "") {
			out = append(out, s)
		}
	}
	return out
}

// onlyOther is the one other party in politics that the sentence names, if it names
// but one, as who is concerned.
func (m *maker) onlyOther(w *draft, fr *doc.Frame) []side {
	var out []side
	for _, i := range m.mentionsIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Mentions[i]
		if x.Form == doc.Conjunction || x.Form == doc.Pronominal || !m.addressee(i) || m.within(i, w.actors) {
			continue
		}
		if m.patient(fr, x.Head) || m.ofScene(x.Head) || m.hasCase(x.Head, "in", "at", "near", "during", "since", "after", "before", "under", "than", "like", "as", "including", "through") {
			continue
		}
		for _, s := range m.political(m.without(m.expandSides(i), w.actors)) {
			out = m.addSide(out, s)
		}
	}
	if len(out) == 1 {
		return out
	}
	return nil
}
