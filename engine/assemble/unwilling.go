package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// negation reports "not" or "never" at a word, on the same clause.
func (m *maker) negation(tok int32) bool {
	for c := range m.d.Children(tok) {
		if m.d.HasRel(c, "advmod") && oneOf(m.d.Tokens[c].Lemma, "not", "never", "n't") {
			return true
		}
	}
	return false
}

// vowsNot reports a promise not to do what the other side wants, which is a refusal:
// "vowed not to surrender". Not to attack is a promise.
func (m *maker) vowsNot(w *draft, fr *doc.Frame) bool {
	if fr.Name != "Promise" {
		return false
	}
	for _, a := range fr.Args {
		if a.Role != "thing" || a.Slot != "xcomp" && a.Slot != "acl" || !m.negation(a.Head) {
			continue
		}
		topic := m.topicAt(a.Head)
		for _, c := range cooperative {
			if topic == c || strings.HasPrefix(topic, c+"-") {
				return true
			}
		}
	}
	return false
}

// sparing reports a vow not to use force, which is a promise: "pledged not to attack",
// "said it would not attack".
func (m *maker) sparing(w *draft, fr *doc.Frame) bool {
	if w.spares {
		return true
	}
	if w.kind.Topic == "violence" && w.status == record.Planned && w.polarity == record.Negated && m.futures(w) == 1 && m.ownWord(w) {
		return true
	}
	return fr.Name == "Threaten" && w.polarity == record.Negated && m.classes.Has("vow", m.d.Tokens[fr.Head].Lemma) && !m.negation(fr.Head)
}

// ownWord reports whether the doer, or one of its state, is told to say what it will do.
func (m *maker) ownWord(w *draft) bool {
	c := &m.d.Contexts[w.frames[0]]
	if len(w.actors) == 0 || len(c.Chain) == 0 || c.Chain[0].Mention < 0 {
		return false
	}
	speaker, doer := m.final(c.Chain[0].Mention), m.final(w.actors[0].mention)
	return m.sameParty(c.Chain[0].Mention, w.actors[0].mention) || speaker.Country != "" && speaker.Country == doer.Country
}

// plea reports the accused's own word on the guilt, which no court has found.
func (m *maker) plea(w *draft, fr *doc.Frame) bool {
	return fr.Name == "Convict" && w.polarity == record.Negated && m.d.Tokens[fr.Head].Lemma == "plead"
}

// unwilling reports a refusal told by "will not" with a word of refusal made of "not":
// "will not recognise him" refuses now. What somebody is told to be about to say stays
// to come.
func (m *maker) unwilling(w *draft, fr *doc.Frame) bool {
	if w.status != record.Planned || w.polarity != record.Affirmed {
		return false
	}
	not := false
	for _, p := range fr.Parts {
		not = not || oneOf(m.d.Tokens[p].Lemma, "not", "n't")
	}
	return not && m.futures(w) == 1
}

// futures counts the words that put a draft into the future.
func (m *maker) futures(w *draft) int {
	n := 0
	for _, o := range m.d.Contexts[w.frames[0]].Operators {
		if o.Class == "future" || o.Class == "conditional" {
			n++
		}
	}
	return n
}

// stopped reports force told only as what its own doer stops: "suspended its attacks".
func (m *maker) stopped(w *draft, fr *doc.Frame) bool {
	if w.kind.Topic != "violence" || m.d.Tokens[fr.Head].UPOS != "NOUN" || !m.d.HasRel(fr.Head, "obj", "nsubj:pass") {
		return false
	}
	up := m.d.Tokens[fr.Head].Head
	if up < 0 || !m.classes.Has("stopping", m.d.Tokens[up].Lemma) && !m.classes.Has("breaking-off", m.d.Tokens[up].Lemma) {
		return false
	}
	return len(m.without(w.actors, m.subjects(up))) == 0
}
