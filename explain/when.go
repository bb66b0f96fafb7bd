package explain

import (
	"fmt"

	"annals/engine/doc"
	"annals/record"
)

// when tells how the date was reckoned.
func (t *teller) when(e *record.Event, frames []int) string {
	s := interval(&e.Date)
	switch e.Date.Basis {
	case record.BasisSaid, record.BasisSentence:
		if e.Date.Span == nil {
			return s
		}
		s += fmt.Sprintf(": %s (%s)", quoted(e.Date.Text), *e.Date.Span)
		if e.Date.Basis == record.BasisSentence {
			s += " stands in the sentence, not at the words of the event"
		}
		from, to := t.bytes(*e.Date.Span)
		for i := range t.d.Times {
			if x := &t.d.Times[i]; x.Start == from && x.End == to {
				return s + "; " + x.Rule
			}
		}
		return s
	case record.BasisNarrative:
		return s + ": no time is told with the event; it goes on with the day told before"
	case record.BasisPublication:
		return s + ": no time is told with the event, so the day of the report"
	}
	if x := t.unreckoned(frames); x != nil {
		return fmt.Sprintf("open: %s needs a day of publication to count from (--published)", quoted(t.d.Word(x.Span)))
	}
	return "open: no time is told with the event"
}

func interval(d *record.Date) string {
	switch {
	case d.From == nil && d.To == nil:
		return "open"
	case d.To == nil:
		return "from " + *d.From
	case d.From == nil:
		return "up to " + *d.To
	case *d.From == *d.To:
		return *d.From
	}
	return *d.From + " to " + *d.To
}

// unreckoned is a time in the sentence of the event that hangs on an unknown day of
// publication, or nil.
func (t *teller) unreckoned(frames []int) *doc.Time {
	if t.d.Published != 0 {
		return nil
	}
	for _, f := range frames {
		for i := range t.d.Times {
			x := &t.d.Times[i]
			if x.Sent == t.d.Tokens[t.d.Frames[f].Head].Sent && x.Kind == doc.TimeDate && x.From == 0 && x.To == 0 {
				return x
			}
		}
	}
	return nil
}

// where tells how the place was found.
func (t *teller) where(e *record.Event, frames []int) string {
	if e.Place == nil {
		for _, f := range frames {
			for i := range t.d.Places {
				if x := &t.d.Places[i]; x.Sent == t.d.Tokens[t.d.Frames[f].Head].Sent {
					return fmt.Sprintf("open: %s stands in the sentence, but nothing ties it to the event as its place", quoted(t.d.Word(x.Span)))
				}
			}
		}
		return "open: the sentence names no place"
	}
	p := e.Place
	s := p.Name
	if p.Country != "" {
		s += " (" + p.Country + ")"
	}
	s += fmt.Sprintf(", %s: %s (%s)", p.Grain, quoted(p.Text), p.Span)
	switch p.Basis {
	case record.BasisSentence:
		s += " stands in the sentence, not at the words of the event"
	case record.BasisDateline:
		s += " is the dateline; the sentence names no place"
	}
	from, to := t.bytes(p.Span)
	for i := range t.d.Places {
		if x := &t.d.Places[i]; x.Start == from && x.End == to && x.Why != "" {
			return s + "; " + x.Why
		}
	}
	return s
}
