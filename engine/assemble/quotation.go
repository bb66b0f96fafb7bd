package assemble

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// quotations writes the layer of quotes.
func (m *maker) quotations(content []byte, r *record.Report) {
	for i := range m.d.Quotes {
		q := &m.d.Quotes[i]
		if len(q.Content) == 0 {
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

// speaker is the party that speaks: the mention at the speaker's words, or the words themselves.
func (m *maker) speaker(q *doc.Quote) record.Party {
	if i := m.byTok[q.Speaker]; i >= 0 {
		return m.party(side{mention: i})
	}
	span := q.Words
	if span.Empty() {
		span = m.d.Tokens[q.Speaker].Span
	}
	return record.Party{Name: m.d.Word(span), Text: m.d.Word(span), Span: m.pts.span(span), Kind: record.KindUnknown, Via: record.ViaDescription}
}
