package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// sides puts the fillers of the frame's roles on the sides of the draft.
func (m *maker) sides(w *draft, fr *doc.Frame) {
	eachOther := false
	for _, a := range fr.Args {
		switch a.Role {
		case "":
		case w.kind.Actor:
			if a.Rule == "carry-over" && requests[fr.Name] {
				continue // "halted all requests": those of others
			}
			w.actors = m.addArg(w.actors, a)
		case w.kind.Target:
			if w.kind.Kind == ontology.Speech && m.otherwise(w, fr, a) {
				continue
			}
			if m.d.EachOther(a.Head) {
				eachOther = true
				continue
			}
			w.targets = m.addArg(w.targets, a)
		case w.kind.Third:
			w.thirds = m.addArg(w.thirds, a)
		}
	}
	if w.kind.Kind == ontology.Speech {
		w.targets = m.without(w.targets, w.actors)
	}
	if eachOther && len(w.actors) > 1 {
		w.reciprocal, w.targets = true, nil
	}
	if w.kind.Kind == ontology.Mutual {
		w.actors = m.placesAct(w.actors)
		w.reciprocal = len(w.actors) > 1 || len(w.actors) == 1 && m.many(w.actors[0])
		w.reciprocal = w.reciprocal && len(w.actors) > 1
	}
}

// placesAct makes places that do something with others their states: "opened a consulate
// in Shusha" is with Azerbaijan.
func (m *maker) placesAct(list []side) []side {
	var out []side
	for _, s := range list {
		if x := m.final(s.mention); x.Kind == doc.PlaceKind && x.Form == doc.Named && s.sector == "" {
			if x.Country == "" {
				continue
			}
			s.state, s.via = true, record.ViaMetonym
		}
		out = m.addSide(out, s)
	}
	return out
}

func (m *maker) many(s side) bool { return m.final(s.mention).Count.Has }

// addArg adds the parties of an argument: the members of a list or of "the two".
func (m *maker) addArg(list []side, a doc.Arg) []side {
	if a.Mention < 0 {
		return list
	}
	if k := m.wholeOf(a.Mention); k >= 0 {
		a.Mention = k
	}
	whole := &m.d.Mentions[a.Mention]
	if x := m.stateBeside(whole); x >= 0 {
		list = m.addSide(list, side{mention: x})
	}
	for _, x := range m.expand(a.Mention, 0) {
		y := &m.d.Mentions[x]
		if y.Form == doc.Adjectival && whole.Form == doc.Nominal && len(whole.Members) > 1 && whole.Office == "" && whole.Sector != "" {
			list = m.addSide(list, side{mention: x, sector: whole.Sector}) // "the British and German embassies"
			continue
		}
		if x != a.Mention && (whole.Form == doc.Nominal && whole.Kind == doc.Group || whole.Form == doc.Named && whole.Kind == doc.Person) && len(whole.Members) == 0 && (private(m.final(x)) || !plainSectors[whole.Sector] && m.final(x).Kind == doc.Person) {
			list = m.addSide(list, side{mention: x, sector: whole.Sector}) // "two ministers, A and B"
			continue
		}
		if len(y.More) > 0 && len(y.Members) == 0 && y.Country != "" {
			// "soldiers from Chad and Niger": those of each state
			if states := m.statesOf(y); len(states) > 0 {
				for _, k := range states {
					list = m.addSide(list, side{mention: k}) // "the governments of Chad and Niger"
				}
				continue
			}
			for _, c := range append([]string{y.Country}, y.More...) {
				list = m.addSide(list, side{mention: x, country: c})
			}
			continue
		}
		list = m.particular(m.addSide(list, side{mention: x}), x)
	}
	return list
}

// stateBeside is the state joined by name to a description of other people, which the
// tree hangs on them: "Israel and Palestinian factions"; or -1.
func (m *maker) stateBeside(whole *doc.Mention) int32 {
	if whole.Form != doc.Nominal || !whole.Plural || whole.Head < 0 || whole.Of < 0 || m.d.Mentions[whole.Of].Form != doc.Adjectival {
		return -1
	}
	up := m.d.Tokens[m.d.Mentions[whole.Of].Head].Head
	if up < 0 || m.d.Tokens[up].Head != whole.Head || !m.d.HasRel(m.d.Mentions[whole.Of].Head, "conj") || !m.d.HasRel(up, "compound") {
		return -1
	}
	if x := m.byTok[up]; x >= 0 && m.d.Mentions[x].Form == doc.Named && m.d.Mentions[x].Kind == doc.State {
		return x
	}
	return -1
}

// expand is the members of a mention where it stands for several known ones.
func (m *maker) expand(i int32, depth int) []int32 {
	x := &m.d.Mentions[i]
	if depth > 3 {
		return []int32{i}
	}
	if out := m.namesBeside(x); len(out) > 0 {
		return out
	}
	if out := m.namesBehind(x); len(out) > 0 {
		return out
	}
	if len(x.Members) > 0 {
		var out []int32
		for _, k := range x.Members {
			out = append(out, m.expand(k, depth+1)...)
		}
		return out
	}
	if x.Antecedent >= 0 && x.Antecedent != i && len(m.d.Mentions[x.Antecedent].Members) > 0 {
		return m.expand(x.Antecedent, depth+1)
	}
	return []int32{i}
}

// addSide adds a party once.
func (m *maker) addSide(list []side, s side) []side {
	for _, x := range list {
		if m.sameParty(x.mention, s.mention) && x.state == s.state && x.country == s.country {
			return list
		}
	}
	return append(list, s)
}

// final is the mention that knows best what mention i stands for.
func (m *maker) final(i int32) *doc.Mention {
	x := &m.d.Mentions[i]
	if x.Name != "" || x.Country != "" && x.Form != doc.Pronominal {
		return x
	}
	for n := 0; n < 4 && x.Antecedent >= 0; n++ {
		x = &m.d.Mentions[x.Antecedent]
		if x.Name != "" || x.Country != "" {
			return x
		}
	}
	if c := m.d.Mentions[i].Chain; c >= 0 {
		if b := m.d.Chains[c].Best; b >= 0 {
			return &m.d.Mentions[b]
		}
	}
	return x
}

// sameParty reports whether two mentions stand for one party.
func (m *maker) sameParty(a, b int32) bool {
	if a == b {
		return true
	}
	x, y := &m.d.Mentions[a], &m.d.Mentions[b]
	if x.Chain >= 0 && x.Chain == y.Chain {
		return true
	}
	fx, fy := m.final(a), m.final(b)
	if fx == fy || fx.Entity != 0 && fx.Entity == fy.Entity {
		return true
	}
	if fx.Form == doc.Named && fy.Form == doc.Named && fx.Kind == fy.Kind && fx.Name != "" && strings.EqualFold(fx.Name, fy.Name) {
		return true
	}
	return fx.Kind == doc.State && fy.Kind == doc.State && fx.Country != "" && fx.Country == fy.Country
}

// sector is the sector of a side as the record will have it.
func (m *maker) sector(s side) string {
	if s.sector != "" {
		return s.sector
	}
	if s.state {
		return "GOV"
	}
	x := m.final(s.mention)
	if private(x) {
		return "CVL"
	}
	return x.Sector
}

// private reports whether a mention is a person by name of whom no calling is told:
// somebody without an office in anything.
func private(x *doc.Mention) bool {
	return x.Sector == "" && x.Kind == doc.Person && (x.Form == doc.Named || x.Form == doc.Pronominal && x.Name != "" && !x.Plural && x.Noun == "") && x.Office == "" && x.Entity == 0 && !oneOf(x.Country, "UNO", "EUR", "IGO", "NGO", "MNC", "ISM", "IMG")
}

// country is the country of a side.
func (m *maker) country(s side) string {
	if s.country != "" {
		return s.country
	}
	return m.final(s.mention).Country
}

// frameOf is the frame told at a word, through a light verb if need be, or -1.
func (m *maker) frameOf(tok int32) int32 {
	if i, ok := m.frameAt[tok]; ok {
		return i
	}
	for c := range m.d.Children(tok) {
		if m.d.HasRel(c, "obj", "xcomp") {
			if i, ok := m.frameAt[c]; ok {
				return i
			}
		}
	}
	return -1
}

// party writes a side as a party of the record.
func (m *maker) party(s side) record.Party {
	here, best := &m.d.Mentions[s.mention], m.final(s.mention)
	p := record.Party{
		Name: best.Name, Text: m.d.Word(here.Span), Span: m.pts.span(here.Span), ID: best.ID,
		Kind: kindOf(best), Country: best.Country, Sector: best.Sector, Sectors: best.Sectors, Office: best.Office, Via: record.Via(here.Via),
	}
	if best.Entity == 0 {
		p.Open = best.OpenIDs
	}
	if s.country != "" {
		p.Country = s.country
	} else if len(best.More) > 0 {
		p.Countries = append([]string{best.Country}, best.More...)
	}
	if p.Name == "" {
		p.Name = m.d.Word(best.Span)
	}
	if best != here {
		a := m.pts.span(best.Span)
		p.Antecedent = &a
		if p.Via == "" || p.Via == record.ViaName {
			p.Via = record.ViaDescription
		}
		if here.Form == doc.Pronominal {
			p.Via = record.ViaPronoun
		}
	}
	if p.Via == "" {
		p.Via = record.ViaDescription
		if here.Form == doc.Named {
			p.Via = record.ViaName
		}
	}
	if here.Antecedent >= 0 && p.Antecedent == nil && here.Form != doc.Named {
		a := m.pts.span(m.d.Mentions[here.Antecedent].Span)
		p.Antecedent = &a
	}
	if here.Count.Has {
		p.Count = countOf(here.Count, m.d)
	}
	if s.via != "" {
		p.Via = s.via
	}
	if s.state {
		p.Name, p.Kind, p.ID, p.Office, p.Sectors = m.stateName(best), record.KindState, "", "", nil
		p.Sector = "GOV"
	}
	if s.sector != "" {
		p.Sector = s.sector
		if s.sector == "CVL" && s.asPlace {
			p.Kind = record.KindPlace
		}
	}
	if p.Sector == "" && private(best) {
		p.Sector = "CVL"
	}
	switch p.Country {
	case "UNO", "EUR", "IGO", "NGO", "MNC", "ISM":
		p.Sector = ""
	}
	return p
}

func countOf(r doc.Range, d *doc.Document) *record.Count {
	lo, hi := r.Min, r.Max
	c := &record.Count{Min: &lo, Text: d.Word(r.Span)}
	if hi >= 0 {
		c.Max = &hi
	}
	return c
}

func kindOf(x *doc.Mention) record.Kind {
	switch x.Kind {
	case doc.Person:
		return record.KindPerson
	case doc.State:
		return record.KindState
	case doc.Organisation:
		return record.KindOrganisation
	case doc.Group:
		return record.KindGroup
	case doc.PlaceKind:
		return record.KindPlace
	}
	return record.KindUnknown
}
