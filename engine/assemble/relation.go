package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// relation writes a state frame; ok is false where a side is missing.
func (m *maker) relation(w *draft, content []byte, report string) (record.Relation, bool) {
	fr := &m.d.Frames[w.frames[0]]
	code := m.onto.Relation(fr.Name)
	if code == "" || len(w.actors) == 0 || len(w.targets) == 0 {
		return record.Relation{}, false
	}
	r := record.Relation{
		Schema: record.Schema, Report: report, Type: code, From: m.party(w.actors[0]), To: m.party(w.targets[0]),
		Status: "holds", Polarity: w.polarity, Attribution: []record.Chain{}, Triggers: m.triggers(fr), By: []string{fr.Sense}, Score: 0.6,
	}
	switch w.status {
	case record.Planned:
		r.Status = "expected"
	case record.Hypothetical:
		r.Status = "hypothetical"
	case record.Cancelled, record.Postponed:
		r.Status = "ended"
	}
	for _, i := range append([]int32{fr.Head}, heads(fr)...) {
		for c := range m.d.Children(i) {
			if m.d.HasRel(c, "amod") && m.classes.Has("degree", m.d.Tokens[c].Lemma) {
				words := m.pts.words(m.d.Tokens[c].Span)
				r.Degree = &words
			}
		}
	}
	if w.date.time >= 0 && m.d.Times[w.date.time].Since {
		d := m.date(w.date)
		r.Since = &d
	}
	if chain := m.chain(m.d.Contexts[w.frames[0]].Chain, w); len(chain) > 0 {
		r.Attribution = append(r.Attribution, chain)
	}
	r.ID = identity("re_", content, r.Type+strings.ToLower(r.To.Text), r.Triggers[0].Span)
	return r, true
}

// stances writes the relations that a prefix before a name tells: "the pro-Norvian bloc"
// is on the side of Norvia, "anti-Norvian militias" are against it.
func (m *maker) stances(content []byte, report string) []record.Relation {
	var out []record.Relation
	for i := range m.d.Mentions {
		x := &m.d.Mentions[i]
		if x.Form != doc.Adjectival || !m.acts(int32(i)) || x.Head < 0 {
			continue
		}
		code := ""
		switch low := strings.ToLower(m.d.Text[max(0, x.Start-5):x.Start]); {
		case strings.HasSuffix(low, "pro-"):
			code = m.onto.Relation("Supports")
		case strings.HasSuffix(low, "anti-"):
			code = m.onto.Relation("Opposes")
		}
		up := m.d.Tokens[x.Head].Head
		if code == "" || up < 0 || m.byTok[up] < 0 || m.byTok[up] == int32(i) || !m.acts(m.byTok[up]) || m.d.Mentions[m.byTok[up]].Head != up {
			continue
		}
		r := record.Relation{
			Schema: record.Schema, Report: report, Type: code, From: m.party(side{mention: m.byTok[up]}), To: m.party(side{mention: int32(i)}),
			Status: "holds", Polarity: record.Affirmed, Attribution: []record.Chain{}, Triggers: []record.Words{m.pts.words(m.d.Tokens[x.Head].Span)}, By: []string{"stance"}, Score: 0.6,
		}
		r.ID = identity("re_", content, r.Type+strings.ToLower(r.To.Text), r.Triggers[0].Span)
		out = append(out, r)
	}
	return out
}

// sameRelation reports whether b holds what a does: told again, it is no second one.
func sameRelation(a, b *record.Relation) bool {
	return a.Type == b.Type && a.Polarity == b.Polarity && a.Status == b.Status && a.From.Name == b.From.Name && a.To.Name == b.To.Name
}

func heads(fr *doc.Frame) []int32 {
	var out []int32
	for _, a := range fr.Args {
		out = append(out, a.Head)
	}
	return out
}
