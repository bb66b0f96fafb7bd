package assemble

import (
	"slices"
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// quotations writes the layer of quotes.
func (m *maker) quotations(content []byte, r *record.Report) {
	for i := range m.d.Quotes {
		q := &m.d.Quotes[i]
		if len(q.Content) == 0 || m.passesOn(int32(i)) || m.mute(q) {
			continue
		}
		out := record.Quotation{Schema: record.Schema, Report: r.ID, Kind: q.Kind}
		var text []string
		for _, s := range q.Content {
			out.Content = append(out.Content, m.pts.span(s))
			text = append(text, m.d.Word(s))
		}
		out.Text = strings.Join(text, " … ")
		if q.Speaker >= 0 {
			p := m.speaker(q)
			out.Speaker = &p
		}
		if !q.Cue.Empty() {
			out.Cue = &record.Cue{Span: m.pts.span(q.Cue), Text: m.d.Word(q.Cue), Kind: q.CueKind}
		}
		if q.Outer >= 0 && int(q.Outer) < len(m.d.Quotes) {
			if o := &m.d.Quotes[q.Outer]; o.Speaker >= 0 {
				out.Attribution = []record.Chain{{record.Speaker{Party: m.speaker(o), Cue: m.d.Word(o.Cue), Kind: o.CueKind, Span: m.pts.span(o.Cue)}}}
			}
		}
		for _, e := range r.Events {
			for _, s := range out.Content {
				if s[0] <= e.Triggers[0].Span[0] && e.Triggers[0].Span[1] <= s[1] {
					out.About = append(out.About, e.ID)
					break
				}
			}
		}
		out.ID = identity("qu_", content, q.Kind, out.Content[0])
		r.Quotations = append(r.Quotations, out)
	}
}

// mute reports a quotation whose speaker is none: results and figures show, but say nothing.
func (m *maker) mute(q *doc.Quote) bool {
	if q.Speaker < 0 || q.Kind == "direct" || !m.classes.Has("finding-noun", m.d.Tokens[q.Speaker].Lemma) {
		return false
	}
	i := m.byTok[q.Speaker]
	return i < 0 || !m.acts(i) && m.author(i) == i
}

// passesOn reports whether a quotation only passes on the words of another one,
// whose attribution names its speaker.
func (m *maker) passesOn(i int32) bool {
	for k := range m.d.Quotes {
		if q := &m.d.Quotes[k]; q.Outer == i && slices.Equal(q.Content, m.d.Quotes[i].Content) {
			return true
		}
	}
	return false
}

// speaker is the party that speaks: the mention at the speaker's words, or the words themselves.
func (m *maker) speaker(q *doc.Quote) record.Party {
	if i := m.byTok[q.Speaker]; i >= 0 {
		return m.voice(i)
	}
	span := q.Words
	if span.Empty() {
		span = m.d.Tokens[q.Speaker].Span
	}
	return record.Party{Name: m.d.Word(span), Text: m.d.Word(span), Span: m.pts.span(span), Kind: record.KindUnknown, Via: record.ViaDescription}
}

// voice is a mention as one who speaks. A building that stands for a state keeps its
// own name, since it tells who in the state spoke: "the Kremlin".
func (m *maker) voice(mention int32) record.Party {
	p := m.party(side{mention: mention})
	here := &m.d.Mentions[mention]
	if here.Seat && p.Kind == record.KindState {
		first := here.First
		if first+1 < here.Last && m.d.HasRel(first, "det") {
			first++
		}
		p.Name = m.d.Word(m.d.TokenSpan(first, here.Last-1))
	}
	return p
}
