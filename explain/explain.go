// Package explain tells in words how a record was read: for each event the sense,
// the rules, how each party, date, place, status and source was found and what came
// second; for each sentence without an event what came nearest and why it failed.
package explain

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"annals"
	"annals/engine/doc"
	"annals/record"
)

// Options choose what is told.
type Options struct {
	Event    int    // only this event, from 1; 0: all
	Sentence int    // only this sentence, from 1; 0: all
	Field    string // only this field: event, who, whom, when, where, status, says; "" all
}

// Fields lists the names that Options.Field takes.
var Fields = []string{"event", "who", "whom", "when", "where", "status", "says", "score"}

type writer struct {
	w io.Writer
	c *annals.Coder
	r *annals.Reading
	d *doc.Document
	o Options
}

// Write tells how a report was read.
func Write(out io.Writer, c *annals.Coder, r *annals.Reading, o Options) error {
	w := &writer{w: out, c: c, r: r, d: r.Document, o: o}
	if r.Record.SetAside != "" {
		_, err := fmt.Fprintf(out, "The report was set aside: %s.\n", r.Record.SetAside)
		return err
	}
	if o.Event > len(r.Record.Events) {
		return fmt.Errorf("there are %d events", len(r.Record.Events))
	}
	if o.Sentence > len(w.d.Sentences) {
		return fmt.Errorf("there are %d sentences", len(w.d.Sentences))
	}
	for i := range r.Record.Events {
		if o.Event > 0 && i != o.Event-1 || o.Sentence > 0 && !w.inSentence(i, int32(o.Sentence-1)) {
			continue
		}
		w.event(i)
	}
	if o.Event == 0 {
		w.relations()
		w.sentences()
	}
	return nil
}

func (w *writer) line(name, format string, args ...any) {
	if w.o.Field != "" && w.o.Field != name && name != "" {
		return
	}
	fmt.Fprintf(w.w, "   %-7s %s\n", name, fmt.Sprintf(format, args...))
}

// frames lists the frames that an event was made of.
func (w *writer) frames(event int) []int {
	var out []int
	for i, e := range w.r.Trace.Event {
		if e == event {
			out = append(out, i)
		}
	}
	return out
}

func (w *writer) inSentence(event int, sent int32) bool {
	for _, i := range w.frames(event) {
		if w.d.Tokens[w.d.Frames[i].Head].Sent == sent {
			return true
		}
	}
	return false
}

func (w *writer) event(n int) {
	e := &w.r.Record.Events[n]
	head := strings.TrimSpace(e.Type + " " + e.Mode)
	status := string(e.Status)
	if e.Polarity != record.Affirmed {
		status += ", " + string(e.Polarity)
	}
	frames := w.frames(n)
	fmt.Fprintf(w.w, "%d  %s (CAMEO %s), %s, score %g: %s\n", n+1, head, e.CAMEO, status, e.Score, w.marked(e.Triggers[0].Span))
	for _, i := range frames {
		w.sense(i)
	}
	if e.Expects != "" {
		w.line("event", "still to come, so %s; expected is %s", e.Type, e.Expects)
	}
	w.parties("who", e.Actors)
	w.parties("whom", e.Targets)
	w.parties("third", e.Thirds)
	w.when(e)
	w.where(e)
	w.status(frames)
	w.says(e)
	fmt.Fprintln(w.w)
}

// sense tells the lexicon line and the constructions of a frame.
func (w *writer) sense(i int) {
	fr := &w.d.Frames[i]
	entry := w.c.Entry(fr.Entry)
	var parts []string
	for _, a := range fr.Args {
		parts = append(parts, fmt.Sprintf("%s “%s” (%s: rule %s)", a.Role, w.d.Form(a.Head), a.Slot, a.Rule))
	}
	second := ""
	if fr.Second != "" {
		second = ". Second: " + fr.Second
	}
	told := "nothing else is told"
	if len(parts) > 0 {
		told = strings.Join(parts, "; ")
	}
	w.line("event", "“%s” tells %s: sense “%s”, %s; %s%s", w.trigger(fr), fr.Name, entry.Word, fr.Sense, told, second)
}

func (w *writer) trigger(fr *doc.Frame) string {
	var out []string
	for _, s := range fr.Words {
		out = append(out, flat(w.d.Word(s)))
	}
	return strings.Join(out, " … ")
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// marked is the sentence around a span with the span in brackets.
func (w *writer) marked(s record.Span) string {
	from, to := w.bytes(s)
	i := w.d.SentenceAt(from)
	if i < 0 {
		return "“" + w.d.Text[from:to] + "”"
	}
	sent := w.d.Sentences[i].Span
	return "“" + flat(w.d.Text[sent.Start:from]+"["+w.d.Text[from:to]+"]"+w.d.Text[to:max(to, sent.End)]) + "”"
}

// bytes turns code points back into bytes.
func (w *writer) bytes(s record.Span) (from, to int32) {
	b, n := 0, 0
	for b < len(w.d.Text) && n < s[1] {
		if n == s[0] {
			from = int32(b)
		}
		_, size := utf8.DecodeRuneInString(w.d.Text[b:])
		b += size
		n++
	}
	return from, int32(b)
}

// mention is the mention at a span, or nil.
func (w *writer) mention(s record.Span) *doc.Mention {
	from, to := w.bytes(s)
	for i := range w.d.Mentions {
		if m := &w.d.Mentions[i]; m.Start == from && m.End == to {
			return m
		}
	}
	return nil
}

func (w *writer) parties(name string, side []record.Party) {
	for i := range side {
		p := &side[i]
		s := fmt.Sprintf("“%s” (%s)", flat(p.Text), p.Span)
		if p.Antecedent != nil {
			from, to := w.bytes(*p.Antecedent)
			s += fmt.Sprintf(" → “%s” (%s)", flat(w.d.Text[from:to]), *p.Antecedent)
		}
		code := strings.TrimSpace(p.Country + " " + p.Sector)
		s += fmt.Sprintf(" → %s (%s), via %s", p.Name, code, p.Via)
		if p.ID != "" {
			s += ", " + p.ID
		}
		if p.Office != "" {
			s += ", " + p.Office
		}
		if m := w.mention(p.Span); m != nil {
			if len(m.Why) > 0 {
				s += ": " + strings.Join(m.Why, "; ")
			}
			if len(m.Open) > 0 {
				s += fmt.Sprintf("; %d others stay possible", len(m.Open))
			}
		}
		w.line(name, "%s", s)
	}
}

func (w *writer) when(e *record.Event) {
	day := func(s *string) string {
		if s == nil {
			return "open"
		}
		return *s
	}
	s := day(e.Date.From)
	if to := day(e.Date.To); to != s {
		s += " to " + to
	}
	switch e.Date.Basis {
	case record.BasisSaid, record.BasisSentence:
		s += fmt.Sprintf(": “%s” (%s)", flat(e.Date.Text), *e.Date.Span)
		if e.Date.Basis == record.BasisSentence {
			s += " stands in the sentence"
		}
		for i := range w.d.Times {
			if w.d.Word(w.d.Times[i].Span) == e.Date.Text {
				s += "; " + w.d.Times[i].Rule
				break
			}
		}
	case record.BasisPublication:
		s += ": no time is told with the event; the day of the report"
	default:
		s += ": no time is told with the event"
	}
	w.line("when", "%s", s)
}

func (w *writer) where(e *record.Event) {
	if e.Place == nil {
		w.line("where", "open: no place is told with the event")
		return
	}
	s := fmt.Sprintf("%s (%s), %s: “%s” (%s)", e.Place.Name, e.Place.Country, e.Place.Grain, flat(e.Place.Text), e.Place.Span)
	from, _ := w.bytes(e.Place.Span)
	for i := range w.d.Places {
		if p := &w.d.Places[i]; p.Start == from && p.Why != "" {
			s += "; " + p.Why
			break
		}
	}
	w.line("where", "%s", s)
}

func (w *writer) status(frames []int) {
	for _, i := range frames {
		for _, o := range w.d.Contexts[i].Operators {
			w.line("status", "“%s” is %s (%s): %s", w.d.Form(o.Token), o.Class, o.Line, o.Effect)
		}
	}
}

func (w *writer) says(e *record.Event) {
	if len(e.Attribution) == 0 {
		w.line("says", "the report itself")
		return
	}
	for _, chain := range e.Attribution {
		var out []string
		for _, s := range chain {
			out = append(out, fmt.Sprintf("%s (“%s” %s, %s)", s.Party.Name, flat(s.Cue), s.Span, s.Kind))
		}
		w.line("says", "%s", strings.Join(out, ", according to "))
	}
	w.line("score", "%g, a sum of few terms: type, length of the report, tellings, known parties", e.Score)
}
