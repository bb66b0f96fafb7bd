package explain

import (
	"fmt"

	"annals/engine/doc"
)

// relations tells the relations in a line each.
func (w *writer) relations() {
	for i := range w.r.Record.Relations {
		r := &w.r.Record.Relations[i]
		if w.o.Sentence > 0 {
			from, _ := w.bytes(r.Triggers[0].Span)
			if w.d.SentenceAt(from) != int32(w.o.Sentence-1) {
				continue
			}
		}
		fmt.Fprintf(w.w, "relation  %s %s %s, %s: %s; sense %s\n\n", r.From.Name, r.Type, r.To.Name, r.Status, w.marked(r.Triggers[0].Span), r.By[0])
	}
}

// sentences tells for each sentence without an event what came nearest.
func (w *writer) sentences() {
	told := map[int32]bool{}
	for i, e := range w.r.Trace.Event {
		if e >= 0 {
			told[w.d.Tokens[w.d.Frames[i].Head].Sent] = true
		}
	}
	for s := range w.d.Sentences {
		if told[int32(s)] || w.o.Sentence > 0 && s != w.o.Sentence-1 {
			continue
		}
		sent := &w.d.Sentences[s]
		fmt.Fprintf(w.w, "no event in sentence %d: “%s”\n", s+1, flat(w.d.Word(sent.Span)))
		if sent.Kind == doc.Colophon {
			fmt.Fprintf(w.w, "   nearest  none: a dateline, credit or note, which is not coded\n")
			continue
		}
		w.nearest(int32(s), sent)
	}
}

func (w *writer) nearest(s int32, sent *doc.Sentence) {
	found := false
	for i := range w.d.Frames {
		fr := &w.d.Frames[i]
		if w.d.Tokens[fr.Head].Sent != s || w.r.Trace.Dropped[i] == "" {
			continue
		}
		found = true
		fmt.Fprintf(w.w, "   nearest  “%s” tells %s (%s), but: %s\n", w.trigger(fr), fr.Name, fr.Sense, w.r.Trace.Dropped[i])
	}
	if found {
		return
	}
	for t := sent.First; t < sent.Last; t++ {
		if why := w.c.Near(w.d, t); why != "" {
			found = true
			fmt.Fprintf(w.w, "   nearest  “%s”: %s\n", w.d.Form(t), why)
		}
	}
	if !found {
		fmt.Fprintf(w.w, "   nearest  none: no word here tells an act that the lexicon knows\n")
	}
}
