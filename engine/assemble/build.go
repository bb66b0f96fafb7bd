package assemble

import (
	"crypto/sha256"
	"encoding/base32"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"annals/engine/doc"
	"annals/engine/frame"
	"annals/ontology"
	"annals/record"
)

// Assembler makes records; it is immutable and may be used from several goroutines.
type Assembler struct {
	onto    *ontology.Ontology
	lex     *frame.Lexicon
	country func(iso3 string) string
	fields  map[string][]string // lemma to PLOVER contexts
	tells   map[string][]string // noun to the types of act that it may speak of
}

// New makes an Assembler; country names states by their code.
func New(onto *ontology.Ontology, lex *frame.Lexicon, country func(iso3 string) string) *Assembler {
	typed := func(code string) bool { _, ok := onto.Type(code); return ok }
	return &Assembler{
		onto: onto, lex: lex, country: country,
		fields: wordsOf(lex.Classes(), "context-", onto.HasContext), tells: wordsOf(lex.Classes(), "tells-", typed),
	}
}

// Trace is what became of each frame, for `annals why`.
type Trace struct {
	Event   []int    // frame to index of the event made of it, -1
	Dropped []string // frame to the reason why none came of it
}

// Report writes what the document tells into r.
func (a *Assembler) Report(d *doc.Document, r *record.Report) *Trace {
	m := &maker{d: d, onto: a.onto, classes: a.lex.Classes(), pts: newPoints(d.Text), names: a.country, fields: a.fields, tells: a.tells,
		entries: func(e int32) *ontology.Frame { return a.lex.Entries[e].Frame }}
	m.index()
	tr := &Trace{Event: make([]int, len(d.Frames)), Dropped: make([]string, len(d.Frames))}
	var states []*draft
	for i := range d.Frames {
		tr.Event[i] = -1
		w := m.draftFor(int32(i))
		tr.Dropped[i] = w.dropped
		if w.dropped != "" {
			continue
		}
		if w.kind.Kind == ontology.State {
			states = append(states, w)
			continue
		}
		m.drafts = append(m.drafts, w)
	}
	m.merge()
	m.claims()
	m.denials()
	m.toldBefore()
	m.bodyStruck()
	content := sha256.Sum256([]byte(d.Text + "\x00" + d.Published.String()))
	for n, w := range m.drafts {
		if w.date.time < 0 && w.date.from == 0 && w.date.to == 0 && m.carry(n) {
			continue
		}
		m.settleDate(w)
	}
	for _, w := range m.drafts {
		m.settlePlace(w)
	}
	m.recode()
	for n, w := range m.drafts {
		for _, i := range w.frames {
			tr.Event[i] = n
		}
		r.Events = append(r.Events, m.event(w, content[:], r.ID))
	}
	for _, w := range states {
		if rel, ok := m.relation(w, content[:], r.ID); ok && !slices.ContainsFunc(r.Relations, func(x record.Relation) bool { return sameRelation(&x, &rel) }) {
			r.Relations = append(r.Relations, rel)
		}
	}
	for _, rel := range m.stances(content[:], r.ID) {
		if !slices.ContainsFunc(r.Relations, func(x record.Relation) bool { return sameRelation(&x, &rel) }) {
			r.Relations = append(r.Relations, rel)
		}
	}
	m.quotations(content[:], r)
	return tr
}

// draftFor makes a draft with its date and place.
func (m *maker) draftFor(i int32) *draft {
	w := m.draftOf(i)
	if w.dropped != "" {
		return w
	}
	fr := &m.d.Frames[i]
	w.date = m.dateOf(w, fr)
	w.place, w.placeBasis = m.placeOf(w, fr)
	if pub := m.d.Published; w.date.time >= 0 && pub != 0 && w.date.from > pub && w.status == record.Occurred && !m.toldAsPast(w) {
		w.status = record.Planned
		m.code(w, fr)
	}
	if w.status == record.Planned && resolvedDeeds[fr.Name] && m.resolved(fr) {
		w.status = record.Occurred
		m.code(w, fr)
	}
	if m.gathering(i) {
		w.status = record.Occurred
		m.code(w, fr)
	} else if w.kind.Kind != ontology.State && (w.status == record.Planned || w.status == record.Hypothetical) && m.purpose(i) && w.kind.Topic != "meet" {
		w.dropped = "only a purpose"
		if m.askedThere(fr) { // "toured the region to seek support from Chad"
			w.dropped, w.status = "", record.Occurred
			m.code(w, fr)
		}
	}
	return w
}

// gathering reports a protest told as what people came together for: they did so.
func (m *maker) gathering(i int32) bool {
	fr := &m.d.Frames[i]
	up := m.d.Tokens[fr.Head].Head
	if fr.Name != "Demonstrate" || up < 0 || !m.purpose(i) || !m.d.HasRel(fr.Head, "advcl", "xcomp") || m.d.Child(up, "aux") >= 0 {
		return false
	}
	return m.classes.Has("gathering", m.d.Tokens[up].Lemma)
}

// resolvedDeeds are the frames that a vote or decision itself carries out.
var resolvedDeeds = set("Dismiss", "Expel", "Ban")

// resolved reports whether a frame tells what somebody voted or decided to do, as done.
func (m *maker) resolved(fr *doc.Frame) bool {
	up := m.d.Tokens[fr.Head].Head
	if up < 0 || !m.d.HasRel(fr.Head, "advcl", "xcomp") || !m.classes.Has("resolves", m.d.Tokens[up].Lemma) || m.d.Tokens[up].XPOS == "VB" {
		return false
	}
	for c := range m.d.Children(up) {
		if m.d.Tokens[c].XPOS == "MD" {
			return false // "may vote to remove"
		}
	}
	return true
}

// purpose reports whether the frame is told only as what another act is for.
func (m *maker) purpose(i int32) bool {
	h := m.d.Frames[i].Head
	if up := m.d.Tokens[h].Head; up >= 0 && m.d.HasRel(h, "advcl", "xcomp") && m.classes.Has("resolves", m.d.Tokens[up].Lemma) {
		return false // "voted to send troops" tells what was decided
	}
	for _, o := range m.d.Contexts[i].Operators {
		if o.Class == "purpose" {
			return true
		}
	}
	return false
}

// recode asks for the code again where merging or the calendar changed what is known.
func (m *maker) recode() {
	for _, w := range m.drafts {
		kind, mode := w.coding.Type, w.coding.Mode
		m.code(w, &m.d.Frames[w.frames[0]])
		w.dropped = ""
		if w.coding.Type == kind && w.coding.Mode == "" {
			w.coding.Mode = mode
		}
	}
}

func (m *maker) event(w *draft, content []byte, report string) record.Event {
	e := record.Event{
		Schema: record.Schema, Report: report, Type: w.coding.Type, Mode: w.coding.Mode, Expects: w.coding.Expects, CAMEO: w.coding.CAMEO,
		Status: w.status, Polarity: w.polarity, Reciprocal: w.reciprocal, Background: w.background,
		Date: m.date(w.date), Attribution: []record.Chain{}, Score: m.score(w),
	}
	if t, ok := m.onto.Type(e.Type); ok {
		e.Quad = t.Quad
	}
	if c, ok := m.onto.Code(e.CAMEO); ok {
		e.Goldstein = c.Goldstein
	}
	for _, s := range w.actors {
		e.Actors = append(e.Actors, m.party(s))
	}
	for _, s := range w.targets {
		e.Targets = append(e.Targets, m.party(s))
	}
	for _, s := range w.thirds {
		e.Thirds = append(e.Thirds, m.party(s))
	}
	for _, i := range w.frames {
		fr := &m.d.Frames[i]
		for _, t := range m.triggers(fr) {
			if !slices.Contains(e.Triggers, t) { // two senses may stand on one word
				e.Triggers = append(e.Triggers, t)
			}
		}
		e.By = addOnce(e.By, fr.Sense)
		for _, a := range fr.Args {
			e.By = addOnce(e.By, a.Rule)
		}
	}
	sortTail(e.Triggers)
	if w.place >= 0 {
		e.Place = m.place(w.place, w.placeBasis)
	}
	c := &m.d.Contexts[w.frames[0]]
	if m.headline(&m.d.Frames[w.frames[0]]) && len(w.frames) > 1 && len(m.chain(c.Chain, w)) == 0 {
		c = &m.d.Contexts[w.frames[1]] // a title leaves out who says so
	}
	if chain := m.chain(c.Chain, w); len(chain) > 0 {
		e.Attribution = append(e.Attribution, chain)
	} else if chain := m.accuser(w); len(chain) > 0 {
		e.Attribution = append(e.Attribution, chain)
	}
	if w.polarity == record.Denied && w.deniedBy >= 0 {
		p := m.party(side{mention: w.deniedBy})
		e.DeniedBy = &p
	}
	e.Amounts = m.amounts(w)
	e.Contexts = m.contexts(w)
	e.ID = identity("ev_", content, e.Type, e.Triggers[0].Span)
	return e
}

// triggers is the words of a frame as the record has them.
func (m *maker) triggers(fr *doc.Frame) []record.Words {
	var out []record.Words
	for _, s := range fr.Words {
		out = append(out, m.pts.words(s))
	}
	return out
}

// sortTail puts the triggers after the first into text order.
func sortTail(t []record.Words) {
	if len(t) > 2 {
		tail := t[1:]
		sort.SliceStable(tail, func(i, j int) bool { return tail[i].Span[0] < tail[j].Span[0] })
	}
}

func addOnce(list []string, x string) []string {
	if x == "" || contains(list, x) {
		return list
	}
	return append(list, x)
}

var letters = base32.StdEncoding.WithPadding(base32.NoPadding)

// identity is a prefix and 16 letters: a hash over the report's content, the type
// and the first words; the same on every machine.
func identity(prefix string, content []byte, kind string, at record.Span) string {
	h := sha256.New()
	h.Write(content)
	h.Write([]byte(kind + "\x00" + strconv.Itoa(at[0]) + "\x00" + strconv.Itoa(at[1])))
	return prefix + strings.ToLower(letters.EncodeToString(h.Sum(nil)))[:16]
}

// round keeps three decimals, as all numbers of the record.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
