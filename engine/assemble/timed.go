package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// scheduled are the types of acts that a plain present may tell as to come: "the
// president meets the pope on Friday".
var scheduled = set("CONSULT", "AGREE", "PROTEST", "COOPERATE", "AID")

// whenClause reports a frame told in a clause that says what happened at a time: "in
// 2014, when Russia annexed the land".
func (m *maker) whenClause(fr *doc.Frame, t *doc.Time) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	when := false
	for c := range m.d.Children(node) {
		if m.d.Tokens[c].Lemma == "when" && m.d.HasRel(c, "advmod", "mark") {
			if when = true; t.Last == c || t.Last == c-1 && m.d.Form(t.Last) == "," {
				return true // wherever the clause hangs
			}
		}
	}
	if !when || t.Start >= m.d.Tokens[node].Start {
		return false
	}
	up := m.d.Tokens[node].Head
	for n := 0; n < 2 && up >= 0; n++ {
		if up == t.Head || m.d.Tokens[t.Head].Head == up && m.d.HasRel(node, "acl:relcl") {
			return true
		}
		up = m.d.Tokens[up].Head
	}
	return false
}

// atWhich reports a frame told in a clause that says what was done at an occasion whose
// time is told: "a meeting in March at which they agreed".
func (m *maker) atWhich(fr *doc.Frame, t *doc.Time) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	noun := m.d.Tokens[node].Head
	if noun < 0 || !m.d.HasRel(node, "acl:relcl") || !m.classes.Has("occasion", m.d.Tokens[noun].Lemma) {
		return false
	}
	led := false
	for c := range m.d.Children(node) {
		led = led || m.classes.Has("relative-word", m.d.Tokens[c].Lemma) && (m.ledIn(c) || m.d.HasRel(c, "advmod"))
	}
	for n, up := 0, m.d.Tokens[t.Head].Head; led && n < 3 && up >= 0; n, up = n+1, m.d.Tokens[up].Head {
		if up == noun {
			return true
		}
		if m.d.Tokens[up].UPOS == "VERB" {
			return t.End <= m.d.Tokens[node].Start && t.Start > m.d.Tokens[noun].Start // hung at the verb above
		}
	}
	return false
}

// occasion reports a noun for what people came together for, at which the act of a
// frame took place: "at a meeting on Monday they agreed".
func (m *maker) occasion(fr *doc.Frame, noun int32) bool {
	up := m.d.Tokens[noun].Head
	return up >= 0 && (up == fr.Head || up == fr.Light) && m.d.HasRel(noun, "obl") && m.ledIn(noun) && m.classes.Has("occasion", m.d.Tokens[noun].Lemma)
}

// ofDeedBefore reports a time right behind the noun of another deed that only gives the
// ground: "imposes sanctions following the attack on March 30", wherever it hangs.
func (m *maker) ofDeedBefore(fr *doc.Frame, t *doc.Time) bool {
	at := t.First - 1
	if at > 0 && m.d.HasRel(at, "case") {
		at--
	}
	if at < 0 || m.d.Tokens[at].UPOS != "NOUN" || m.d.Tokens[at].Sent != t.Sent {
		return false
	}
	i, ok := m.frameAt[at]
	if !ok || &m.d.Frames[i] == fr || m.d.Frames[i].Light >= 0 {
		return false
	}
	c := m.d.Child(at, "case")
	return c >= 0 && m.classes.Has("ground-preposition", m.d.Tokens[c].Lemma) && (m.d.Tokens[at].Head == fr.Head || m.d.Tokens[at].Head == fr.Light)
}

// bySince reports a time that the word "since" leads to, not "beginning" or "from".
func (m *maker) bySince(t *doc.Time) bool {
	return t.Since && t.First > 0 && (m.d.Tokens[t.First-1].Lemma == "since" || m.d.Tokens[t.First].Lemma == "since" || m.d.HasRel(t.First-1, "det") && t.First > 1 && m.d.Tokens[t.First-2].Lemma == "since")
}

// compared reports a time that only tells what an act is measured by: "the first
// attack since November".
func (m *maker) compared(t *doc.Time) bool {
	since := t.First
	for n := 0; n < 8 && since > 0 && m.d.Tokens[since].Sent == t.Sent && m.d.Tokens[since].Lemma != "since"; n++ {
		since--
	}
	if m.d.Tokens[since].Lemma != "since" {
		return false
	}
	for n, i := 0, since-1; n < 6 && i >= 0 && m.d.Tokens[i].Sent == t.Sent; n, i = n+1, i-1 {
		if x := &m.d.Tokens[i]; x.XPOS == "JJS" || x.XPOS == "RBS" || m.classes.Has("comparing", x.Lemma) {
			return true
		}
	}
	return false
}

// joinedByAnd reports a conjunct with "and".
func (m *maker) joinedByAnd(tok int32) bool {
	cc := m.d.Child(tok, "cc")
	return cc >= 0 && m.d.Tokens[cc].Lemma == "and"
}

// punctual reports a deed told in the bare present of news, which has no since: in
// "declares an emergency after 60 murders since May" the murders have.
func (m *maker) punctual(fr *doc.Frame) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	return m.d.Tokens[node].UPOS == "VERB" && m.plainPresent(fr)
}

// plainPresent reports a frame told by a verb in the present without an auxiliary, or by
// a participle of one.
func (m *maker) plainPresent(fr *doc.Frame) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	if m.d.HasRel(node, "advcl") && m.d.Tokens[node].XPOS == "VBG" && m.d.Tokens[node].Head >= 0 {
		node = m.d.Tokens[node].Head
	}
	x := &m.d.Tokens[node]
	if x.XPOS == "VBN" {
		be := m.d.Child(node, "aux:pass")
		return be >= 0 && (m.d.Tokens[be].XPOS == "VBZ" || m.d.Tokens[be].XPOS == "VBP") && m.d.Child(node, "aux") < 0
	}
	return (x.XPOS == "VBZ" || x.XPOS == "VBP") && m.d.Child(node, "aux") < 0
}

// turn mends the side of a bare weekday. News is told in the present: "police arrest ten
// on Monday" looks back, though for a verb of plans "on Monday" is to come.
func (m *maker) turn(w *draft, fr *doc.Frame, t *doc.Time, out *when) {
	pub := m.d.Published
	switch {
	case pub == 0 || t.From == 0 || t.To != t.From:
	case t.From > pub && strings.Contains(t.Rule, ": next ") && w.status == record.Occurred && !scheduled[w.coding.Type] && m.plainPresent(fr):
		out.from, out.to = t.From-7, t.To-7
	case t.From < pub && strings.Contains(t.Rule, ": last ") && w.status == record.Planned && t.From > pub-7:
		out.from, out.to = t.From+7, t.To+7
	}
}

// ledIn reports a noun behind a preposition that leads to an occasion.
func (m *maker) ledIn(tok int32) bool {
	c := m.d.Child(tok, "case")
	return c >= 0 && m.classes.Has("occasion-preposition", m.d.Tokens[c].Lemma)
}
