package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/ontology"
)

// blow completes a deed of force by what another word of the sentence tells of the
// same deed: whoever carried out the strike killed those who died in it.
func (m *maker) blow(w *draft, fr *doc.Frame) {
	if len(w.actors) > 0 && len(w.targets) > 0 {
		return
	}
	for _, other := range m.sameBlow(fr) {
		kind := m.entries(other.Entry)
		var doers, hurt []side
		for _, a := range other.Args {
			switch a.Role {
			case "":
			case kind.Actor:
				doers = m.addArg(doers, a)
			case kind.Target:
				hurt = m.addArg(hurt, a)
			}
		}
		if kind.Kind == ontology.Mutual {
			hurt = nil
		}
		if len(doers) == 0 {
			doers = m.wielder(other)
		}
		if len(doers) == 0 {
			doers = m.ownersOf(w, other.Head)
		}
		if len(w.actors) == 0 {
			w.actors = m.without(doers, w.targets)
		}
		if len(w.targets) == 0 {
			w.targets = m.without(hurt, w.actors)
		}
	}
}

// striker is the state whose nationality stands before a blow, over the weapons that
// the parse may have set apart: "a Norvian missile and drone attack".
func (m *maker) striker(noun int32) []side {
	if m.d.Tokens[noun].UPOS != "NOUN" {
		return nil
	}
	for t := noun - 1; t >= m.d.Sentences[m.d.Tokens[noun].Sent].First && t > noun-9; t-- {
		tok := &m.d.Tokens[t]
		if x := m.byTok[t]; x >= 0 && m.d.Mentions[x].Form == doc.Adjectival && m.acts(x) && m.d.Mentions[x].First <= t {
			return m.expandSides(x)
		}
		switch tok.UPOS {
		case "ADJ", "ADV", "NUM", "CCONJ":
		case "PUNCT":
			if m.d.Form(t) != "," && m.d.Form(t) != "-" {
				return nil
			}
		case "NOUN":
			if !m.classes.Has("weapon", tok.Lemma) && !m.classes.Has("aerial", tok.Lemma) && !m.classes.Has("artillery", tok.Lemma) && !m.classes.Has("explosive", tok.Lemma) && !oneOf(tok.Lemma, "cruise", "guide", "glide") {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// wielder is who struck where no doer is told: the state whose blow the noun tells,
// or whose weapon is the subject ("a Norvian drone hit a bus").
func (m *maker) wielder(fr *doc.Frame) []side {
	if m.d.Tokens[fr.Head].UPOS == "NOUN" {
		if m.classes.Has("weapon", m.d.Tokens[fr.Head].Lemma) {
			return nil
		}
		if out := m.striker(fr.Head); len(out) > 0 {
			return out
		}
		return m.byWhom(fr.Head, "by")
	}
	for _, a := range fr.Args {
		if a.Role == "means" && (a.Slot == "subj" || a.Slot == "by") {
			if out := m.striker(a.Head); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// byWhom is the party behind a preposition somewhere below a noun: "an attack on a
// post in the north by rebels".
func (m *maker) byWhom(noun int32, preps ...string) []side {
	_, last := m.d.Subtree(noun)
	for t := noun + 1; t <= last; t++ {
		if m.d.HasRel(t, "acl", "acl:relcl", "advcl") {
			return nil
		}
		x := m.byTok[t]
		if !m.d.HasRel(t, "nmod", "obl") || !m.hasCase(t, preps...) || x < 0 || !m.acts(x) || m.d.Mentions[x].Head != t || m.final(x).Noun == "weapon" {
			continue
		}
		if up := m.d.Tokens[t].Head; up != noun {
			if _, act := m.frameAt[up]; act {
				continue // the doer of another act
			}
		}
		return m.expandSides(x)
	}
	return nil
}

// foughtWith is the other side of a fight in which somebody was hit.
func (m *maker) foughtWith(fr *doc.Frame) []side {
	verbs := []int32{fr.Head}
	if m.d.HasRel(fr.Head, "conj") {
		verbs = append(verbs, m.d.Tokens[fr.Head].Head)
	}
	for c := range m.d.Children(fr.Head) {
		if m.d.HasRel(c, "conj") {
			verbs = append(verbs, c)
		}
	}
	for _, v := range verbs {
		for c := range m.d.Children(v) {
			if m.d.HasRel(c, "obl") && m.classes.Has("fight-noun", m.d.Tokens[c].Lemma) && m.hasCase(c, "in", "during", "after", "following", "amid") {
				if out := m.byWhom(c, "with", "against"); len(out) > 0 {
					return out
				}
				for x := range m.d.Children(v) { // hung on the verb
					if y := m.byTok[x]; m.d.HasRel(x, "obl") && m.hasCase(x, "with", "against") && m.d.Child(x, "case") == c+1 && y >= 0 && m.acts(y) {
						return m.expandSides(y)
					}
				}
			}
		}
	}
	return nil
}

// unmanned drops weapons of which nobody's hand is told, for a drone is no party,
// and takes what a state's drone or missile did for a deed of the state.
func (m *maker) unmanned(list []side) []side {
	var out []side
	for _, s := range list {
		if x := &m.d.Mentions[s.mention]; x.Noun == "weapon" && oneOf(m.d.Tokens[x.Head].Lemma, "drone", "missile", "rocket", "bomb", "shell", "projectile", "munition") && m.country(s) != "" && m.sector(s) == "MIL" {
			s.state, s.via = true, "nationality"
		}
		if x := m.final(s.mention); x.Noun != "weapon" || m.country(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

// sameBlow lists the frames of force in the sentence that tell the deed of fr in
// other words: those that gave way to it, and those of the nouns it hangs together
// with ("shot and killed in an ambush by gunmen").
func (m *maker) sameBlow(fr *doc.Frame) []*doc.Frame {
	var out []*doc.Frame
	for _, i := range m.framesIn[m.d.Tokens[fr.Head].Sent] {
		x := &m.d.Frames[i]
		if x == fr || !m.force(x) || m.d.Tokens[x.Head].UPOS != "NOUN" {
			continue
		}
		if x.Outer >= 0 && &m.d.Frames[x.Outer] == fr && strings.HasPrefix(x.Near, "told by") || m.blowOf(fr.Head, x.Head) {
			out = append(out, x)
		}
	}
	return out
}

// force reports whether a frame tells force used: its words may have been left to
// another frame, but no rule has ruled it out.
func (m *maker) force(x *doc.Frame) bool {
	if x.Near != "" && x.Outer < 0 {
		return false
	}
	return hits[x.Name] || x.Name == "Clash" || x.Name == "Fight"
}

// blowOf reports whether the noun hangs on the verb, or on a verb joined with it,
// as what those hit were hit in.
func (m *maker) blowOf(verb, noun int32) bool {
	if m.d.HasRel(noun, "conj") && m.d.Tokens[noun].Head < noun && m.classes.Has("weapon", m.d.Tokens[m.d.Tokens[noun].Head].Lemma) {
		noun = m.d.Tokens[noun].Head // "in missile and drone strikes"
	}
	if !m.d.HasRel(noun, "obl", "obl:agent", "nmod", "advcl") {
		return false
	}
	c := m.d.Child(noun, "case")
	if c < 0 || !m.classes.Has("blow-preposition", strings.ToLower(m.d.Form(c))) {
		return false
	}
	if m.apart(noun) {
		return false
	}
	up := m.d.Tokens[noun].Head
	if up == verb || up < 0 {
		return up == verb
	}
	return m.d.HasRel(up, "conj") && m.d.Tokens[up].Head == verb || m.d.HasRel(verb, "conj") && m.d.Tokens[verb].Head == up ||
		m.d.HasRel(up, "conj") && m.d.HasRel(verb, "conj") && m.d.Tokens[up].Head == m.d.Tokens[verb].Head
}

// apart reports whether a measure of time stands before the preposition, so that
// the blow was another one: "shot two days after the raid".
func (m *maker) apart(noun int32) bool {
	c := m.d.Child(noun, "case")
	if c <= m.d.Sentences[m.d.Tokens[noun].Sent].First {
		return false
	}
	return m.classes.Has("time-measure", m.d.Tokens[c-1].Lemma)
}

// struckPlace is the other side of a blow whose words name only where it fell: the
// people there.
func (m *maker) struckPlace(w *draft, fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Slot == "obj" && a.Mention >= 0 && m.acts(a.Mention) && m.final(a.Mention).Country != "" && a.Role != w.kind.Actor {
			w.targets = m.without(m.addArg(nil, a), w.actors) // "shot down a Norvian jet"
			return
		}
	}
	for _, a := range fr.Args {
		if a.Role != "thing" && a.Role != "at" {
			continue
		}
		for c := range m.d.Children(a.Head) {
			if m.d.HasRel(c, "nmod") && m.hasCase(c, "in", "at", "near", "of", "across", "inside", "outside", "on") && m.peopleOf(w, m.byTok[c]) {
				return
			}
		}
	}
	if len(w.actors) == 0 && (!bombs[fr.Name] || m.mishap(fr)) {
		return // it may have been nobody's deed
	}
	if place, _ := m.placeOf(w, fr); place >= 0 && m.places[place].Grain != "sea" {
		m.peopleOf(w, m.byTok[m.places[place].Head])
	} else if place < 0 && !w.nominal && len(w.actors) > 0 {
		m.peopleOf(w, m.onlyScene(w, fr))
	}
}

// onlyScene is the mention of a place of the sentence, where all its places are in
// one country that is not a doer's, or -1.
func (m *maker) onlyScene(w *draft, fr *doc.Frame) int32 {
	at, country := int32(-1), ""
	for i := range m.places {
		p := &m.places[i]
		if p.Sent != m.d.Tokens[fr.Head].Sent || p.Country == "" || !m.hasCase(p.Head, "in", "at", "near", "across", "on", "over", "inside", "throughout", "around") {
			continue
		}
		doers := false
		for _, a := range w.actors {
			doers = doers || m.country(a) == p.Country
		}
		if doers {
			continue
		}
		if country != "" && country != p.Country {
			return -1
		}
		at, country = m.byTok[p.Head], p.Country
	}
	return at
}

// bombs are the frames of force that name a weapon of war or terror.
var bombs = set("Bomb", "Shell", "AirStrike", "Drone", "Explode", "SuicideBomb", "ChemicalAttack", "NuclearAttack")

// mishap reports whether the words leave open that the blow was an accident.
func (m *maker) mishap(fr *doc.Frame) bool {
	if m.accident(fr) || fr.Light < 0 && m.d.Tokens[fr.Head].UPOS == "NOUN" && m.classes.Has("weapon", m.d.Tokens[fr.Head].Lemma) {
		return true // a weapon alone tells no blow
	}
	for _, s := range fr.Words {
		switch strings.ToLower(m.d.Word(s)) {
		case "explosion", "explosions", "blast", "blasts", "killed in an explosion":
			return true
		}
	}
	return false
}

// peopleOf makes the people of the place at mention x those who are hit, if it is
// a place in a known country.
func (m *maker) peopleOf(w *draft, x int32) bool {
	if x < 0 {
		return false
	}
	f := m.final(x)
	if f.Kind != doc.PlaceKind && f.Kind != doc.State || f.Country == "" {
		return false
	}
	for _, a := range w.actors {
		if s := m.sector(a); m.country(a) == f.Country && (s == "GOV" || s == "MIL") && w.kind.Name != "Shoot" && w.kind.Name != "TearGas" {
			return false // an army on its own ground fights somebody else
		}
	}
	w.targets = append(w.targets, side{mention: x, sector: "CVL", asPlace: true})
	return true
}

// situate gives those who are hit and of whom no country is told, people or things,
// the country of the place where it happened.
func (m *maker) situate(w *draft, fr *doc.Frame) {
	country := ""
	for i := range w.targets {
		t := &w.targets[i]
		x := m.final(t.mention)
		if x.Country != "" || x.Form == doc.Pronominal || x.Kind == doc.Person && x.Form == doc.Named || x.Sector == "UAF" || x.Sector == "UNK" {
			continue
		}
		if country == "" {
			if place, _ := m.placeOf(w, fr); place >= 0 {
				country = m.places[place].Country
			}
		}
		t.country = country
		if x.Sector == "" && t.sector == "" && (x.Noun == "weapon" || x.Kind == doc.OtherKind) {
			t.sector = "CVL" // a vehicle, a boat, a house
		}
	}
}
