package context

import (
	"annals/engine/doc"
	"annals/record"
)

// finish turns the state into a context and adds who tells it.
func (w *walker) finish(fr *doc.Frame, c *doc.Context) {
	if w.question(fr.Head) {
		w.apply(&operator{class: "question"}, fr.Head, Effect{Status: record.Hypothetical})
	}
	if w.comesOff(fr) && w.state.Polarity == record.Negated && w.state.Status == record.Planned {
		w.apply(&operator{class: "cancelling"}, fr.Light, Effect{Status: record.Cancelled, Polarity: record.Negated})
	}
	c.Status, c.Polarity = w.state.Status, w.state.Polarity
	if c.Status == "" {
		c.Status = record.Occurred
		if w.progressive(fr) {
			c.Status = record.Ongoing
		}
	}
	c.Operators = w.used
	if w.state.Drop {
		c.Dropped = "not told as an act"
	}
	if w.deniedBy >= 0 {
		c.DeniedBy = w.mentionAt(w.deniedBy)
	}
	w.sources(fr, c)
}

// comesOff reports an act that is itself the subject of the verb by which it happens:
// of "the summit will not take place" nobody is told to be unwilling.
func (w *walker) comesOff(fr *doc.Frame) bool {
	return fr.Light >= 0 && w.d.Tokens[fr.Head].Head == fr.Light && w.d.HasRel(fr.Head, "nsubj")
}

// question reports whether the word stands in a question of the report's own.
func (w *walker) question(tok int32) bool {
	s := &w.d.Sentences[w.d.Tokens[tok].Sent]
	if s.Last <= s.First || w.d.Form(s.Last-1) != "?" {
		return false
	}
	return true
}

// progressive reports whether the act goes on: "is fighting", "has been seeking".
func (w *walker) progressive(fr *doc.Frame) bool {
	node := fr.Head
	if fr.Light >= 0 {
		node = fr.Light
	}
	t := &w.d.Tokens[node]
	if t.XPOS != "VBG" {
		return false
	}
	for c := range w.d.Children(node) {
		if w.d.HasRel(c, "aux") && w.d.Tokens[c].Lemma == "be" && (w.d.Tokens[c].XPOS == "VBZ" || w.d.Tokens[c].XPOS == "VBP" || w.d.Tokens[c].XPOS == "VBN") {
			return true
		}
	}
	return false
}

// sources lists who tells the frame: the speakers of the quotations that hold
// its trigger, nearest first.
func (w *walker) sources(fr *doc.Frame, c *doc.Context) {
	at := w.d.Tokens[fr.Head].Span
	var held []int32
	for q := range w.d.Quotes {
		for _, s := range w.d.Quotes[q].Content {
			if s.Contains(at) {
				held = append(held, int32(q))
				break
			}
		}
	}
	// Inner quotations are shorter: the nearest speaker comes first.
	for len(held) > 0 {
		best := 0
		for i := range held {
			a, b := &w.d.Quotes[held[i]], &w.d.Quotes[held[best]]
			if size(a.Content) < size(b.Content) || a.Outer == held[best] && size(a.Content) == size(b.Content) {
				best = i
			}
		}
		q := &w.d.Quotes[held[best]]
		if q.Speaker >= 0 && !w.isSource(c, q.Speaker) {
			c.Chain = append(c.Chain, doc.Source{Token: q.Speaker, Mention: w.mentionAt(q.Speaker), Cue: q.Cue, Kind: q.CueKind, Quote: held[best]})
		}
		held = append(held[:best], held[best+1:]...)
	}
}

func (w *walker) isSource(c *doc.Context, tok int32) bool {
	for _, s := range c.Chain {
		if s.Token == tok {
			return true
		}
	}
	return false
}

func size(spans []doc.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// mentionAt is the mention headed by the token, or else one that covers it, or -1.
func (w *walker) mentionAt(tok int32) int32 {
	cover := int32(-1)
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Form == doc.Conjunction {
			continue
		}
		if m.Head == tok {
			return int32(i)
		}
		if cover < 0 && m.First <= tok && tok < m.Last {
			cover = int32(i)
		}
	}
	return cover
}
