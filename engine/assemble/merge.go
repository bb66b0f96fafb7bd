package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// merge makes one draft of those that tell the same happening. Drafts are looked
// at in text order; each joins the nearest earlier one that it agrees with.
func (m *maker) merge() {
	var out []*draft
	for _, w := range m.drafts {
		if w.dropped != "" {
			continue
		}
		joined := false
		for i := len(out) - 1; i >= 0 && !joined; i-- {
			if m.agree(out[i], w) {
				m.join(out[i], w)
				joined = true
			}
		}
		if !joined {
			out = append(out, w)
		}
	}
	m.drafts = out
}

// groups are the frames that may tell one happening under several names.
var groups = map[string]string{
	"Meet": "meeting", "Talk": "meeting", "Negotiate": "meeting", "Summit": "meeting", "Convene": "meeting", "Phone": "meeting",
	"Condemn": "blame", "Criticise": "blame", "Complain": "blame",
	"Ask": "ask", "Demand": "ask", "Urge": "ask", "CallFor": "ask", "Propose": "ask", "Order": "order",
	"Accuse": "accuse", "Charge": "charge", "Try": "charge", "Sue": "sue",
	"Agree": "agree", "Sign": "sign", "Promise": "promise", "Offer": "promise",
	"Reject": "refuse", "Refuse": "refuse", "Veto": "refuse",
	"Demonstrate": "protest", "Riot": "protest", "Obstruct": "protest", "Boycott": "boycott",
	"Withdraw": "withdraw", "GiveAid": "aid", "GiveMoney": "aid", "Arm": "arm",
	"Sanction": "sanction", "Dismiss": "dismiss", "Expel": "expel",
	"Deploy": "deploy", "Mobilise": "deploy", "Alert": "deploy",
	"SeizeLand": "take", "Threaten": "threat", "Warn": "threat",
}

func group(w *draft) string {
	if w.coding.Type == "ASSAULT" {
		return "force"
	}
	if g, ok := groups[w.kind.Name]; ok {
		return g
	}
	return w.kind.Name
}

// agree reports whether b may tell the happening of a.
func (m *maker) agree(a, b *draft) bool {
	if group(a) != group(b) || a.coding.Type != b.coding.Type && !(m.fulfils(a, b) || m.fulfils(b, a)) {
		return false
	}
	if (a.kind.Name == "War") != (b.kind.Name == "War") {
		return false // a war is told beside its invasions and attacks
	}
	if a.polarity != b.polarity || !a.sameReality(b) && !b.nominal {
		return false
	}
	fa, fb := &m.d.Frames[a.frames[0]], &m.d.Frames[b.frames[0]]
	near := m.d.Tokens[fb.Head].Sent - m.d.Tokens[m.d.Frames[a.frames[len(a.frames)-1]].Head].Sent
	title := near <= lead && m.headline(fa)
	if title && near > 0 {
		near = 1 // a title stands before the sentence that it sums up, whatever comes between
	}
	if a.date.time >= 0 && b.date.time >= 0 && !overlap(a.date, b.date) {
		return false
	}
	if m.anaphor(a, b, near) {
		return true
	}
	if m.samePaper(a, b, near) {
		return true
	}
	if a.reciprocal && b.reciprocal {
		return m.allAgree(a.actors, b.actors, near)
	}
	if a.reciprocal || b.reciprocal {
		return m.sidesAgree(append(append([]side(nil), a.actors...), a.targets...), append(append([]side(nil), b.actors...), b.targets...), near)
	}
	if !m.sidesAgree(a.actors, b.actors, near) {
		return false
	}
	if m.outcome(fa, fb) || m.outcome(fb, fa) {
		return true
	}
	if !m.sidesAgree(a.targets, b.targets, near) && !(title && fa.Name == fb.Name && m.plainAlike(a.targets, b.targets)) {
		return false
	}
	// With one side empty in either telling there must be something that ties them.
	if len(b.actors) == 0 && len(b.targets) == 0 {
		return near <= 2
	}
	if title && len(a.actors)+len(a.targets) > 0 {
		return true // the first sentences tell in full what the title tells in short
	}
	if group(a) == "force" {
		if near == 0 && (m.apart(fa.Head) || m.apart(fb.Head)) {
			return false
		}
		return near <= 1 || m.tied(a, b)
	}
	return m.tied(a, b) || near == 0 && fa.Name == fb.Name
}

// lead is how many sentences, the dateline among them, follow up the title.
const lead = 3

// headline reports whether a frame stands in the title.
func (m *maker) headline(f *doc.Frame) bool {
	return m.d.Sentences[m.d.Tokens[f.Head].Sent].Kind == doc.Headline
}

// plainAlike reports whether both lists may be the same people without a part in politics,
// whom a title calls by a number and the report by what they are: "two", "two suspects".
func (m *maker) plainAlike(a, b []side) bool {
	for _, x := range a {
		for _, y := range b {
			cx, cy := m.country(x), m.country(y)
			if plainSectors[m.sector(x)] && plainSectors[m.sector(y)] && (cx == cy || cx == "" || cy == "") && m.final(x.mention).Form != doc.Named {
				return true
			}
		}
	}
	return false
}

// tied reports whether a side of both is the same party.
func (m *maker) tied(a, b *draft) bool {
	for _, pair := range [][2][]side{{a.actors, b.actors}, {a.targets, b.targets}} {
		for _, x := range pair[0] {
			for _, y := range pair[1] {
				if m.sameParty(x.mention, y.mention) {
					return true
				}
			}
		}
	}
	return false
}

// fulfils reports whether b tells as held what a tells as announced.
func (m *maker) fulfils(a, b *draft) bool {
	return a.coding.Type == "AGREE" && a.coding.Expects != "" && a.coding.Expects == join(b.coding.Type, b.coding.Mode) &&
		(b.status == record.Occurred || b.status == record.Ongoing) && (a.date.time < 0 || b.date.time < 0 || overlap(a.date, b.date)) && a.date.time >= 0
}

func join(kind, mode string) string {
	if mode == "" {
		return kind
	}
	return kind + " " + mode
}

func (w *draft) sameReality(v *draft) bool {
	real := func(s record.Status) bool { return s == record.Occurred || s == record.Ongoing }
	return w.status == v.status || real(w.status) && real(v.status) ||
		(w.coding.Expects != "") != (v.coding.Expects != "") && (real(w.status) || real(v.status))
}

func overlap(a, b when) bool {
	lo := func(w when) doc.Day { return w.from }
	hi := func(w when) doc.Day {
		if w.to == 0 {
			return 1 << 30
		}
		return w.to
	}
	return lo(a) <= hi(b) && lo(b) <= hi(a)
}

// sidesAgree reports whether two lists may stand for the same parties: one is
// empty, or some party of one can be a party of the other.
func (m *maker) sidesAgree(a, b []side, near int32) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, y := range b {
			if m.mayBe(x, y, near) {
				return true
			}
		}
	}
	return false
}

// allAgree reports whether every side of the shorter list may be one of the longer:
// a meeting of Lavrov and Wang is not that of Wang and Blinken.
func (m *maker) allAgree(a, b []side, near int32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || m.mayBe(x, y, near)
		}
		if !found {
			return false
		}
	}
	return true
}

// mayBe reports whether two mentions may be one party: the same, or near each
// other and alike as far as the words go.
func (m *maker) mayBe(x, y side, near int32) bool {
	if m.sameParty(x.mention, y.mention) {
		return true
	}
	fx, fy := m.final(x.mention), m.final(y.mention)
	if fx.Form == doc.Named && fy.Form == doc.Named && fx.Kind == doc.Person && fy.Kind == doc.Person {
		return false
	}
	if near > 2 {
		return false
	}
	if fx.Country != "" && fy.Country != "" && fx.Country != fy.Country {
		return false
	}
	if x.asPlace || y.asPlace {
		return true
	}
	if fx.Kind == doc.State && fy.Kind == doc.State && (fx.Country == "") != (fy.Country == "") && fx.Plural != fy.Plural {
		return false // "Western nations" are no one of them
	}
	if fx.Country != "" && (fx.Kind == doc.State || fy.Kind == doc.State) {
		return true // a state acts through its courts, police, forces
	}
	sx, sy := m.sector(x), m.sector(y)
	return sx == sy || sx == "" || sy == ""
}

// anaphor reports whether b only adds to the blow that a tells: "seven militants
// also died in the attack".
func (m *maker) anaphor(a, b *draft, near int32) bool {
	fb := &m.d.Frames[b.frames[0]]
	if group(a) != "force" || fb.Name != "Kill" && fb.Name != "Wound" || near > 3 || len(b.actors) > 0 {
		return false
	}
	for _, arg := range fb.Args {
		if arg.Role != "thing" {
			continue
		}
		det := m.d.Child(arg.Head, "det")
		if det >= 0 && (m.d.Tokens[det].Lemma == "the" || m.d.Tokens[det].Lemma == "that" || m.d.Tokens[det].Lemma == "this") && m.classes.Has("killing-noun", m.d.Tokens[arg.Head].Lemma) {
			return true
		}
	}
	return false
}

// samePaper reports whether b signs what a signed: "the agreement was signed by".
func (m *maker) samePaper(a, b *draft, near int32) bool {
	fb := &m.d.Frames[b.frames[0]]
	if a.kind.Name != "Sign" || fb.Name != "Sign" || near < 1 || near > 3 {
		return false
	}
	for _, arg := range fb.Args {
		if arg.Role == "thing" && m.known(arg.Head) {
			return true
		}
	}
	return false
}

// join adds telling b to draft a: sides that a lacks, a told date, a place.
func (m *maker) join(a, b *draft) {
	fb := &m.d.Frames[b.frames[0]]
	if len(a.targets)+len(a.actors) > 0 && m.anaphor(a, b, m.d.Tokens[fb.Head].Sent-m.d.Tokens[m.d.Frames[a.frames[len(a.frames)-1]].Head].Sent) {
		a.frames = append(a.frames, b.frames...)
		return
	}
	if m.fulfils(a, b) || a.nominal && !b.nominal {
		b.frames = append(b.frames, a.frames...)
		tmp := *a
		*a, *b = *b, tmp
		a.frames = append([]int32{a.frames[0]}, a.frames[1:]...)
	} else {
		a.frames = append(a.frames, b.frames...)
	}
	a.actors = m.union(a.actors, b.actors)
	if fa := &m.d.Frames[a.frames[0]]; m.outcome(fa, fb) || m.outcome(fb, fa) {
		a.targets = m.victims(m.union(a.targets, b.targets))
	} else {
		a.targets = m.union(a.targets, b.targets)
	}
	if a.reciprocal = a.reciprocal || b.reciprocal; a.reciprocal {
		a.actors, a.targets = m.union(a.actors, a.targets), nil
	}
	for _, t := range b.thirds {
		a.thirds = m.addSide(a.thirds, t)
	}
	if a.date.time < 0 && b.date.time >= 0 {
		a.date = b.date
	}
	if b.place >= 0 && (a.place < 0 || m.places[a.place].Grain == "country" && m.places[b.place].Grain != "country" && m.places[a.place].Country == m.places[b.place].Country) {
		a.place, a.placeBasis = b.place, b.placeBasis
	}
	if a.coding.Mode == "" && b.coding.Mode != "" && a.coding.Type == b.coding.Type {
		a.coding.Mode, a.coding.CAMEO = b.coding.Mode, b.coding.CAMEO
	}
	a.background = a.background && b.background
}

// union adds what is new among parties: those that differ in country or sector
// from all that are there, or are other people by name. A place that stood for
// its people gives way to people told.
func (m *maker) union(a, b []side) []side {
	if len(a) == 0 {
		return b
	}
	for _, y := range b {
		known := false
		for i, x := range a {
			fx, fy := m.final(x.mention), m.final(y.mention)
			switch {
			case m.d.Tokens[m.d.Mentions[x.mention].Head].UPOS == "NUM" && plainSectors[m.sector(x)] && plainSectors[m.sector(y)] && (fx.Country == fy.Country || fx.Country == ""):
				a[i], known = y, true // "two" says less than "two people"
			case m.sameParty(x.mention, y.mention):
				known = true
				if fx.Form != doc.Named && fy.Form == doc.Named && !x.state && fx.Name != fy.Name {
					a[i] = y
				}
			case fx.Form != doc.Named && fx.Kind != doc.Person && fx.Kind != doc.Group && fx.Kind != doc.State && (fy.Kind == doc.Group || fy.Kind == doc.Person) && fx.Country == fy.Country && m.sector(x) == m.sector(y) && !x.state:
				a[i], known = y, true // the soldiers in it are the better word for the base
			case x.asPlace && !y.asPlace && (fx.Country == fy.Country || fy.Country == ""):
				a[i], known = y, true
			case y.asPlace:
				known = true
			case fx.Kind == doc.State && fy.Kind != doc.State && fx.Country == fy.Country && fx.Country != "" && !x.state:
				a[i], known = y, true // the organ is the better word for the state
			case fy.Kind == doc.State && fx.Kind != doc.State && fx.Country == fy.Country && fx.Country != "" && !y.state:
				known = true
			case fx.Form != doc.Named && fy.Form == doc.Named && fy.Kind == doc.Person && !x.state && fx.Country == fy.Country && m.sector(x) == m.sector(y) && !m.d.Mentions[x.mention].Plural:
				a[i], known = y, true // the name is the better word for the office
			case fx.Country == fy.Country && m.sector(x) == m.sector(y) && !(fx.Form == doc.Named && fy.Form == doc.Named):
				known = true
			}
			if known {
				break
			}
		}
		if !known {
			a = append(a, y)
		}
	}
	return a
}
