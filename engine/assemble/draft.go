package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// side is one party of a draft: a mention and the words it stands on here.
type side struct {
	mention int32
	sector  string     // in place of the mention's own, "" for none
	country string     // in place of the mention's own, "" for none
	state   bool       // the state of the mention's country, not the mention itself
	via     record.Via // in place of the mention's own
	asPlace bool       // acted on as a place
}

// draft is an event on its way.
type draft struct {
	frames     []int32 // first the one that the record is named after
	kind       *ontology.Frame
	coding     ontology.Coding
	actors     []side
	targets    []side
	thirds     []side
	reciprocal bool
	status     record.Status
	polarity   record.Polarity
	date       when
	place      int32 // index into Places, -1
	placeBasis string
	background bool
	nominal    bool  // told by a noun without a verb that carries it
	refusal    bool  // told as what the doer will not do
	spares     bool  // told as force that the doer vows not to use
	menace     bool  // force told as to come by who will use it
	deniedBy   int32 // who denies it in words of its own, -1
	dropped    string
}

// maker holds what one report needs.
type maker struct {
	d          *doc.Document
	onto       *ontology.Ontology
	classes    classes
	entries    entryFrames
	pts        *points
	byTok      []int32
	frameAt    map[int32]int32   // head or light verb to frame
	framesIn   map[int32][]int32 // sentence to its frames
	mentionsIn map[int32][]int32 // sentence to its mentions
	drafts     []*draft
	places     []doc.Place                 // those named, then those told by a description: "in the city"
	names      func(country string) string // name of a country
	fields     map[string][]string         // lemma to PLOVER contexts
	tells      map[string][]string         // noun to the types of act that it may speak of
}

// classes answers whether a lemma belongs to a class of words.
type classes interface {
	Has(class, lemma string) bool
}

// entryFrames gives the kind of frame of a lexicon entry.
type entryFrames func(entry int32) *ontology.Frame

func (m *maker) index() {
	d := m.d
	m.byTok = make([]int32, len(d.Tokens))
	for i := range m.byTok {
		m.byTok[i] = -1
	}
	for i := range d.Mentions {
		x := &d.Mentions[i]
		if x.Form == doc.Conjunction {
			continue
		}
		for t := x.First; t < x.Last; t++ {
			if m.byTok[t] < 0 {
				m.byTok[t] = int32(i)
			}
		}
	}
	for i := range d.Mentions {
		if x := &d.Mentions[i]; x.Form != doc.Conjunction && x.Head >= 0 {
			m.byTok[x.Head] = int32(i)
		}
	}
	m.places = m.described(d.Places)
	m.mentionsIn = map[int32][]int32{}
	for i := range d.Mentions {
		m.mentionsIn[d.Mentions[i].Sent] = append(m.mentionsIn[d.Mentions[i].Sent], int32(i))
	}
	m.frameAt, m.framesIn = map[int32]int32{}, map[int32][]int32{}
	for i := range d.Frames {
		sent := d.Tokens[d.Frames[i].Head].Sent
		m.framesIn[sent] = append(m.framesIn[sent], int32(i))
		if l := d.Frames[i].Light; l >= 0 {
			m.frameAt[l] = int32(i)
		}
	}
	for i := range d.Frames {
		m.frameAt[d.Frames[i].Head] = int32(i)
	}
}

// announced are the measures that are still to come when somebody announces them.
var announced = set("Withdraw", "Sanction", "SuspendAid", "Deploy", "Mobilise", "Visit", "Release", "Ease", "EaseCurbs", "GiveAid", "GiveMoney", "Exercise", "JointExercise")

// draftOf makes a draft of frame i; dropped says why nothing comes of it.
func (m *maker) draftOf(i int32) *draft {
	fr, c := &m.d.Frames[i], &m.d.Contexts[i]
	kind := m.entries(fr.Entry)
	w := &draft{frames: []int32{i}, kind: kind, status: c.Status, polarity: c.Polarity, place: -1, deniedBy: c.DeniedBy}
	w.nominal = m.d.Tokens[fr.Head].UPOS == "NOUN" && fr.Light < 0 && m.d.Child(fr.Head, "cop") < 0
	w.background = c.Background || w.nominal
	switch {
	case fr.Near != "":
		w.dropped = fr.Near
		return w
	case c.Dropped != "":
		w.dropped = c.Dropped
		return w
	}
	if w.polarity == record.Denied && m.stillSaid(fr) {
		w.polarity, w.deniedBy = record.Affirmed, -1
	}
	if w.status == record.Planned && m.plannedThing(fr, c) {
		w.status = record.Occurred
	}
	if w.status == record.Occurred && (announced[fr.Name] || fr.Name == "Promise") && (m.d.Tokens[fr.Head].Lemma == "announce" || fr.Light >= 0 && m.d.Tokens[fr.Light].Lemma == "announce") {
		w.status = record.Planned
	}
	m.sides(w, fr)
	if kind.Kind == ontology.State {
		return w
	}
	m.derive(w, fr)
	m.gathered(w, fr)
	fr = m.jointly(w, m.brokered(w, fr))
	if fr.Name == "Retaliate" {
		// "will retaliate" is a threat made; what was done in return is told by its deed.
		if w.status != record.Planned || w.polarity != record.Affirmed {
			w.dropped = "told by its deed"
			return w
		}
		w.status = record.Occurred
	}
	m.code(w, fr)
	if w.dropped == "" {
		w.dropped = m.unpolitical(w, fr)
	}
	if (w.dropped == "" || w.dropped == onlyPrivate && !m.business(w)) && m.otherSide(w, fr) {
		w.dropped = ""
		if m.code(w, fr); w.dropped == "" {
			w.dropped = m.unpolitical(w, fr)
		}
	}
	return w
}

// code asks the ontology for type, mode and code.
func (m *maker) code(w *draft, fr *doc.Frame) {
	told := ontology.Told{Status: string(w.status), Polarity: string(w.polarity), Topic: m.topic(fr), Means: m.means(fr)}
	if m.brokenOff(w, fr) {
		told.Status = string(record.Occurred)
	}
	for _, s := range w.actors {
		told.Doer = append(told.Doer, m.sector(s))
	}
	for _, s := range w.targets {
		told.Other = append(told.Other, m.sector(s))
	}
	told.Sides = m.countSides(w)
	told.Has = func(role string) bool {
		for _, a := range fr.Args {
			if a.Role == role {
				return true
			}
		}
		return false
	}
	name := w.kind.Name
	if m.vowsNot(w, fr) {
		name = "Refuse"
	} else if m.sparing(w, fr) {
		name, w.status, w.polarity, w.spares = "Promise", record.Occurred, record.Affirmed, true
		told.Status, told.Polarity = string(w.status), string(w.polarity)
	}
	coding, ok := m.onto.Map(name, told)
	if ok && m.declines(w, fr) {
		// "will not attend", "will not recognise": told of oneself, that is a refusal.
		told.Status, told.Topic = string(record.Occurred), w.kind.Topic
		coding, ok = m.onto.Map("Refuse", told)
		if m.futures(w) < 2 { // "will declare that it will not attend" is still to come
			w.status = record.Occurred
		}
		w.polarity, w.refusal = record.Affirmed, true
		m.partSides(w, fr)
	}
	if ok && coding.Type == "ASSAULT" && m.menaces(w) {
		// "said it would attack": told by the doer, that is a threat.
		told.Status, told.Topic = string(record.Occurred), "violence"
		coding, ok = m.onto.Map("Threaten", told)
		w.status, w.menace = record.Occurred, true
	}
	if ok && coding.Type == "REQUEST" && m.onlyProtest(w) {
		coding, ok = m.onto.Map("Demonstrate", told) // "protesters demanded the resignation of the mayor"
	}
	if ok && oneOf(coding.Type, "SANCTION", "COERCE") && m.onCondition(w, fr) {
		told.Status, told.Topic = string(record.Occurred), w.kind.Topic
		coding, ok = m.onto.Map("Threaten", told)
		w.status, w.menace = record.Occurred, true
		if ok && len(w.targets) == 0 {
			w.coding = coding
			w.targets = m.conditioned(w, fr)
		}
	}
	if ok && coding.Type == "REJECT" && m.unwilling(w, fr) {
		w.status = record.Occurred
	}
	if !ok {
		w.dropped = "no code for " + fr.Name
		return
	}
	w.coding = coding
}

// menaces reports whether the doer itself is told to say that it will use force.
func (m *maker) menaces(w *draft) bool {
	if w.menace {
		return true
	}
	return w.status == record.Planned && w.polarity == record.Affirmed && m.futures(w) > 0 && m.ownWord(w)
}

// cooperative are the topics whose refusal is an act of its own; not attacking is none.
var cooperative = []string{"meet", "support", "assist", "yield", "change", "settle"}

// declines reports whether the doer is told to be unwilling: a future negated.
func (m *maker) declines(w *draft, fr *doc.Frame) bool {
	if w.refusal {
		return true
	}
	if w.status != record.Planned || w.polarity != record.Negated || len(w.actors) == 0 {
		return false
	}
	future := m.futures(w) > 0
	for _, o := range m.d.Contexts[w.frames[0]].Operators {
		future = future || o.Class == "intention" // "opts not to meet"
	}
	for _, c := range cooperative {
		if future && (w.kind.Topic == c || strings.HasPrefix(w.kind.Topic, c+"-")) {
			return true
		}
	}
	return false
}

// partSides makes the subject of what all sides do together its doer, and the
// others those to whom it is done.
func (m *maker) partSides(w *draft, fr *doc.Frame) {
	if w.kind.Kind != ontology.Mutual || len(w.targets) > 0 {
		return
	}
	var doers, others []side
	for _, a := range fr.Args {
		switch {
		case a.Role != w.kind.Actor:
		case a.Slot == "subj" || a.Slot == "poss":
			doers = m.addArg(doers, a)
		default:
			others = m.addArg(others, a)
		}
	}
	if len(doers) > 0 && len(others) == 0 {
		for _, head := range thingHeads(fr) {
			others = append(others, m.partnersOf(w, head)...) // "will not attend the talks with Norway"
			for c := range m.d.Children(head) {
				if x := m.byTok[c]; m.d.HasRel(c, "nmod") && m.hasCase(c, "with") && x >= 0 && m.acts(x) {
					others = append(others, m.expandSides(x)...)
				}
			}
		}
	}
	if len(doers) > 0 {
		w.actors, w.targets, w.reciprocal = doers, m.without(others, doers), false
	}
}

// countSides counts countries where all are told, else parties.
func (m *maker) countSides(w *draft) int {
	countries := map[string]bool{}
	n := 0
	for _, s := range append(append([]side(nil), w.actors...), w.targets...) {
		x := m.final(s.mention)
		if x.Count.Has && x.Count.Min > 2 || x.Plural && x.Country == "" && len(x.Members) == 0 {
			n += 2
			continue
		}
		key := x.Country
		if key == "" {
			key = m.d.Word(x.Span)
		}
		if !countries[key] {
			countries[key] = true
			n++
		}
	}
	return n
}
