package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// carried are the types of deeds whose telling goes on from sentence to sentence on
// one day. Words (blame, thanks, demands) mostly come later than what they are about.
var carried = set("ASSAULT", "COERCE", "PROTEST", "CONSULT", "MOBILIZE", "COOPERATE", "RETREAT", "AID")

// carry gives a deed told in the past without a time the day of the deed just told:
// "Thousands marched on Saturday. Police fired tear gas." It must stand in the same
// paragraph, at most one sentence on, in a sentence without a time of its own.
func (m *maker) carry(n int) bool {
	w := m.drafts[n]
	fr := &m.d.Frames[w.frames[0]]
	if w.status != record.Occurred || w.nominal || w.background || !carried[w.coding.Type] || !m.simplePast(fr) || m.timed(m.d.Tokens[fr.Head].Sent) {
		return false
	}
	sent := m.d.Tokens[fr.Head].Sent
	for k := n - 1; k >= 0; k-- {
		x := m.drafts[k]
		at := m.d.Tokens[m.d.Frames[x.frames[0]].Head].Sent
		if at >= sent && k > 0 {
			continue
		}
		if at != sent-1 || m.d.Sentences[at].Paragraph != m.d.Sentences[sent].Paragraph || m.d.Sentences[at].Kind != doc.Prose {
			return false
		}
		if x.status != record.Occurred || x.background || !carried[x.coding.Type] || x.date.from == 0 || x.date.to == 0 || x.date.grain > doc.GrainDay ||
			x.date.basis != record.BasisSaid && x.date.basis != record.BasisNarrative && x.date.basis != record.BasisSentence {
			continue
		}
		w.date = when{from: x.date.from, to: x.date.to, grain: x.date.grain, basis: record.BasisNarrative, time: -1}
		return true
	}
	return false
}

// timed reports whether a sentence has a day or time of its own.
func (m *maker) timed(sent int32) bool {
	for i := range m.d.Times {
		if t := &m.d.Times[i]; t.Sent == sent && (t.Kind == doc.TimeDate || t.Kind == doc.TimeDuration) {
			return true
		}
	}
	return false
}

// simplePast reports an act told by a verb in the past without an auxiliary, or in
// the passive of the past.
func (m *maker) simplePast(fr *doc.Frame) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	aux := m.d.Child(node, "aux", "aux:pass")
	if aux < 0 {
		t := &m.d.Tokens[node]
		return t.XPOS == "VBD" || strings.Contains(t.Feats, "Tense=Past") && strings.Contains(t.Feats, "VerbForm=Fin")
	}
	return m.d.HasRel(aux, "aux:pass") && m.d.Tokens[aux].XPOS == "VBD"
}
