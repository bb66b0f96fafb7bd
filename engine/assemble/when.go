package assemble

import (
	"annals/engine/doc"
	"annals/ontology"
	"annals/record"
)

// when is the day or interval of a draft.
type when struct {
	from, to doc.Day
	grain    doc.Grain
	basis    string
	time     int32 // index into Times, -1
}

// dateOf finds the time of a frame: the expression that hangs on its words, else
// one on the verb that carries the sentence, else nothing.
func (m *maker) dateOf(w *draft, fr *doc.Frame) when {
	none := when{basis: record.BasisOpen, time: -1}
	best, rank := int32(-1), 9
	for i := range m.d.Times {
		t := &m.d.Times[i]
		if t.Sent != m.d.Tokens[fr.Head].Sent || t.Kind != doc.TimeDate && t.Kind != doc.TimeDuration || t.From == 0 && t.To == 0 {
			continue
		}
		r := m.timeRank(fr, t)
		if best >= 0 && r <= 2 && rank <= 2 {
			if old := &m.d.Times[best]; sharper(t, old) {
				rank = 9
			} else if sharper(old, t) {
				continue
			}
		}
		if r < rank {
			best, rank = int32(i), r
		}
	}
	if best >= 0 {
		t := &m.d.Times[best]
		out := when{from: t.From, to: t.To, grain: t.Grain, basis: record.BasisSaid, time: best}
		if rank > 2 {
			out.basis = record.BasisSentence
		}
		m.turn(w, fr, t, &out)
		for i := range m.d.Times { // "on Saturday and Sunday"
			if x := &m.d.Times[i]; x.From > out.from && x.From <= out.to+2 && t.Grain <= doc.GrainDay && x.Grain <= doc.GrainDay && m.d.HasRel(x.Head, "conj") && m.d.Tokens[x.Head].Head == t.Head && m.joinedByAnd(x.Head) {
				out.to = max(out.to, x.To)
			}
		}
		if (t.Since || m.sinceNoun(fr, t)) && (out.to == 0 || !t.Since) && w.status != record.Planned {
			out.to = m.d.Published
		}
		if t.Since && out.to == 0 && out.from > m.d.Published {
			out.to = out.from // of what begins on a day to come, that day
		}
		if pub := m.d.Published; t.Until && w.coding.Type == "COERCE" && out.from == 0 && out.to > pub {
			out.from = pub // a measure told with its end begins now
		}
		return out
	}
	return none
}

// sharper prefers a day told of the act to a year told of something beside it, as in
// "on Tuesday sentenced the men over violence in 2013": trees hang both on the verb.
func sharper(t, than *doc.Time) bool {
	return t.Grain <= doc.GrainDay && than.Grain >= doc.GrainMonth
}

// sinceNoun reports a time on a noun that "since" leads to the act: "since the
// coup in February".
func (m *maker) sinceNoun(fr *doc.Frame, t *doc.Time) bool {
	for n, up := 0, m.d.Tokens[t.Head].Head; n < 3 && up >= 0 && up != fr.Head && up != fr.Light; n++ {
		if m.ledBy(up, "since") {
			return true
		}
		up = m.d.Tokens[up].Head
	}
	return false
}

// ledBy reports a preposition or conjunction of a word.
func (m *maker) ledBy(tok int32, lemmas ...string) bool {
	for c := range m.d.Children(tok) {
		if m.d.HasRel(c, "case", "mark") && oneOf(m.d.Tokens[c].Lemma, lemmas...) {
			return true
		}
	}
	return false
}

// timeRank is how a time stands to a frame: 1 on its words, 2 on one of its
// participants, 3 on a verb above in the same clause chain, 9 not at all.
func (m *maker) timeRank(fr *doc.Frame, t *doc.Time) int {
	up := m.d.Tokens[t.Head].Head
	if t.Head == fr.Head || m.whenClause(fr, t) || m.atWhich(fr, t) {
		return 1
	}
	if m.ofDeedBefore(fr, t) || m.compared(t) || m.bySince(t) && m.punctual(fr) {
		return 9
	}
	speech := m.entries(fr.Entry).Kind == ontology.Speech
	for n := 0; n < 3 && up >= 0; n++ {
		if up == fr.Head || up == fr.Light {
			return 1
		}
		if m.occasion(fr, up) {
			return 3
		}
		if m.classes.Has("beginning", m.d.Tokens[up].Lemma) && m.d.Tokens[up].XPOS == "VBG" {
			up = m.d.Tokens[up].Head // "a curfew beginning on Monday"
			continue
		}
		if m.d.HasRel(up, "advcl") && m.ledBy(up, "since") && (m.d.Tokens[up].Head == fr.Head || m.d.Tokens[up].Head == fr.Light) {
			return 1
		}
		if i, ok := m.frameAt[up]; ok && &m.d.Frames[i] != fr && m.d.Frames[i].Near == "" && m.d.Frames[i].Light != up {
			break
		}
		for _, a := range fr.Args {
			if a.Head == up && a.Slot != "xcomp" && a.Slot != "ccomp" && a.Slot != "advcl" {
				if speech && m.d.HasRel(up, "obj") && m.d.Tokens[up].UPOS == "NOUN" {
					return 9 // the day of the deed that is blamed, praised, asked for
				}
				return 2
			}
		}
		if m.ledBy(up, "before", "after", "ahead", "until", "prior", "following") {
			return 9 // the time of what came before or after the act
		}
		// Only from noun to noun: "the invasion of Ukraine in February"; and "earlier on Tuesday".
		if m.d.Tokens[up].UPOS == "ADV" && m.d.HasRel(up, "advmod") {
			up = m.d.Tokens[up].Head
			continue
		}
		if !m.d.HasRel(up, "nmod", "obl", "obj", "nsubj", "compound", "appos", "flat", "nsubj:pass") {
			break
		}
		up = m.d.Tokens[up].Head
	}
	// The verb of the sentence that carries the act.
	top := m.d.Tokens[t.Head].Head
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	for n := 0; n < 6 && node >= 0; n++ {
		if node == top {
			return 3 + n
		}
		if m.d.HasRel(node, "ccomp", "parataxis", "acl:relcl", "appos") || m.d.HasRel(node, "nmod") {
			return 9
		}
		if n > 0 && m.d.HasRel(node, "conj") && m.d.Child(node, "nsubj") >= 0 {
			return 9
		}
		node = m.d.Tokens[node].Head
	}
	return 9
}

// settleDate gives a draft without a told time the day of the report, where it is
// news of that day, and lets the calendar say what is still to come.
func (m *maker) settleDate(w *draft) {
	pub := m.d.Published
	if w.date.time >= 0 {
		if pub != 0 && w.date.from > pub && (w.status == record.Occurred || w.status == record.Ongoing) && !m.toldAsPast(w) {
			w.status = record.Planned
		}
		return
	}
	if pub == 0 || w.date.from != 0 || w.date.to != 0 {
		return
	}
	switch w.status {
	case record.Hypothetical, record.Postponed:
		return
	case record.Planned:
		if fr := &m.d.Frames[w.frames[0]]; !m.classes.Has("announcing", m.d.Tokens[fr.Head].Lemma) && (fr.Light < 0 || !m.classes.Has("announcing", m.d.Tokens[fr.Light].Lemma)) {
			return // what is announced here and now is of the day
		}
	}
	if w.nominal && w.background && !m.fresh(w) || m.pastPerfect(w) {
		return
	}
	w.date = when{from: pub, to: pub, grain: doc.GrainDay, basis: record.BasisPublication, time: -1}
}

// toldAsPast reports an act that a verb in the past tells: no date makes it one to come.
func (m *maker) toldAsPast(w *draft) bool {
	fr := &m.d.Frames[w.frames[0]]
	for _, t := range []int32{fr.Head, fr.Light} {
		if t >= 0 && m.d.Tokens[t].XPOS == "VBD" {
			return true
		}
	}
	return false
}

// fresh reports an act told by a noun as new to the reader: "after a rare meeting",
// "at the request of the ministry".
func (m *maker) fresh(w *draft) bool {
	fr := &m.d.Frames[w.frames[0]]
	det := m.d.Child(fr.Head, "det")
	if det < 0 {
		up := m.d.Tokens[fr.Head].Head
		if up >= 0 && m.d.HasRel(fr.Head, "obj") && m.classes.Has("draws", m.d.Tokens[up].Lemma) {
			return true // "drawing criticism from"
		}
		return up >= 0 && m.d.Tokens[fr.Head].XPOS == "NNS" && m.d.HasRel(fr.Head, "nsubj") && m.d.Child(fr.Head, "nmod:poss") < 0 &&
			oneOf(m.d.Tokens[up].XPOS, "VBZ", "VBP", "VBD") && !m.d.HasRel(up, "acl:relcl", "ccomp") // "protests turn violent"
	}
	if m.d.Tokens[det].Lemma == "a" {
		return true
	}
	return m.d.Tokens[fr.Head].Lemma == "request" && m.hasCase(fr.Head, "at", "on")

}

// pastPerfect reports an act told as earlier than the story: "had asked".
func (m *maker) pastPerfect(w *draft) bool {
	fr := &m.d.Frames[w.frames[0]]
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	if up := m.d.Tokens[node].Head; up >= 0 && m.d.HasRel(node, "ccomp") && m.d.Tokens[up].XPOS == "VBD" {
		return false // "said that they had attacked" is the news told at second hand
	}
	for c := range m.d.Children(node) {
		if m.d.HasRel(c, "aux") && m.d.Tokens[c].XPOS == "VBD" && m.d.Tokens[c].Lemma == "have" {
			return true
		}
	}
	return false
}

// date writes the interval as the record has it.
func (m *maker) date(w when) record.Date {
	d := record.Date{Basis: w.basis}
	if w.from != 0 {
		s := w.from.String()
		d.From = &s
	}
	if w.to != 0 {
		s := w.to.String()
		d.To = &s
	}
	if w.from != 0 || w.to != 0 {
		d.Grain = w.grain.String()
	}
	if w.time >= 0 {
		t := &m.d.Times[w.time]
		s := m.pts.span(t.Span)
		d.Span, d.Text = &s, m.d.Word(t.Span)
	}
	return d
}
