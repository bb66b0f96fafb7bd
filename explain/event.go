package explain

import (
	"fmt"
	"strings"

	"annals/engine/doc"
	"annals/record"
)

func (t *teller) event(n int) Item {
	e := &t.r.Record.Events[n]
	frames := t.frames(n)
	it := Item{Report: t.r.Record.ID, Kind: KindEvent, N: n + 1, ID: e.ID, Sentence: t.marked(e.Triggers[0].Span)}
	status := string(e.Status)
	if e.Polarity != record.Affirmed {
		status += ", " + string(e.Polarity)
	}
	it.Head = fmt.Sprintf("%s (CAMEO %s), %s, score %g", strings.TrimSpace(e.Type+" "+e.Mode), e.CAMEO, status, e.Score)
	for k, i := range frames {
		it.Why = append(it.Why, Line{"event", t.sense(i, k > 0)})
	}
	if e.Expects != "" {
		it.Why = append(it.Why, Line{"event", "still to come, so " + e.Type + "; expected is " + e.Expects})
	}
	for _, c := range e.Contexts {
		it.Why = append(it.Why, Line{"event", "context " + c.Name + ": " + quoted(t.text(c.Span))})
	}
	day := t.day(e)
	for _, side := range []struct {
		field   string
		parties []record.Party
	}{{"who", e.Actors}, {"whom", e.Targets}, {"third", e.Thirds}} {
		for i := range side.parties {
			it.Why = append(it.Why, Line{side.field, t.party(&side.parties[i], day)})
		}
	}
	if len(e.Actors) == 0 {
		it.Why = append(it.Why, Line{"who", "open: nobody is told to have done it"})
	}
	if e.Reciprocal {
		it.Why = append(it.Why, Line{"who", "with each other, so all sides are actors"})
	}
	it.Why = append(it.Why, Line{"when", t.when(e, frames)}, Line{"where", t.where(e, frames)})
	it.Why = append(it.Why, t.status(e, frames, day)...)
	it.Why = append(it.Why, t.says(e.Attribution)...)
	for _, a := range e.Amounts {
		it.Why = append(it.Why, Line{"amount", fmt.Sprintf("%s %s: %s (%s)", a.What, bounds(a.Min, a.Max), quoted(a.Text), a.Span)})
	}
	return append1(it, Line{"score", score(e, len(frames), len(t.d.Sentences))})
}

func append1(it Item, l Line) Item {
	it.Why = append(it.Why, l)
	return it
}

// sense tells the lexicon line and the constructions of a frame.
func (t *teller) sense(i int, again bool) string {
	fr := &t.d.Frames[i]
	entry := t.c.Entry(fr.Entry)
	s := fmt.Sprintf("%s tells %s: sense %s of %s", quoted(t.trigger(fr)), fr.Name, quoted(t.pattern(entry.Word)), fr.Sense)
	if again {
		s = "told again: " + s
	}
	var parts []string
	for _, a := range fr.Args {
		parts = append(parts, fmt.Sprintf("%s is %s (%s, rule %s)", a.Role, quoted(t.d.Form(a.Head)), slot(a.Slot), a.Rule))
	}
	if len(parts) > 0 {
		s += "; " + strings.Join(parts, "; ")
	}
	if fr.Second != "" {
		s += ". Second: " + fr.Second
	}
	return s
}

// pattern shortens a line of many words to those that a reader needs.
func (t *teller) pattern(word string) string {
	var out []string
	for _, w := range strings.Fields(word) {
		if alts := strings.Split(w, "/"); len(alts) > 4 {
			w = strings.Join(alts[:3], "/") + "/…"
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func (t *teller) trigger(fr *doc.Frame) string {
	var out []string
	for _, s := range fr.Words {
		out = append(out, flat(t.d.Word(s)))
	}
	return strings.Join(out, " … ")
}

// status tells the words that act on the event's reality, and what they come to.
func (t *teller) status(e *record.Event, frames []int, day doc.Day) []Line {
	var out []Line
	for _, i := range frames {
		if i >= len(t.d.Contexts) {
			continue
		}
		for _, o := range t.d.Contexts[i].Operators {
			word := ""
			if o.Token >= 0 && int(o.Token) < len(t.d.Tokens) {
				word = quoted(t.d.Form(o.Token)) + " is "
			}
			line := ""
			if o.Line != "" && !strings.HasSuffix(o.Line, ":0") {
				line = " (" + o.Line + ")"
			}
			out = append(out, Line{"status", word + o.Class + line + ": " + o.Effect})
		}
	}
	if len(out) == 0 {
		out = append(out, Line{"status", "no word denies, plans or doubts it: " + string(e.Status) + ", " + string(e.Polarity)})
	}
	if e.DeniedBy != nil {
		out = append(out, Line{"status", "denied by " + t.party(e.DeniedBy, day)})
	}
	if e.Background {
		out = append(out, Line{"status", "told as background, not as the news"})
	}
	return out
}

// says tells the chains of those who say so.
func (t *teller) says(chains []record.Chain) []Line {
	if len(chains) == 0 {
		return []Line{{"says", "the report itself"}}
	}
	var lines []Line
	for _, chain := range chains {
		var out []string
		for _, s := range chain {
			cue := ""
			if s.Cue != "" {
				cue = fmt.Sprintf(" (%s %s, %s)", quoted(s.Cue), s.Span, s.Kind)
			}
			out = append(out, s.Party.Name+cue)
		}
		lines = append(lines, Line{"says", strings.Join(out, ", according to ")})
	}
	return lines
}

func bounds(lo, hi *int64) string {
	switch {
	case lo != nil && hi != nil && *lo == *hi:
		return fmt.Sprint(*lo)
	case lo != nil && hi != nil:
		return fmt.Sprintf("%d to %d", *lo, *hi)
	case lo != nil:
		return fmt.Sprintf("at least %d", *lo)
	case hi != nil:
		return fmt.Sprintf("at most %d", *hi)
	}
	return "open"
}

// score names the terms that go into the score; their weights are those of
// engine/assemble.
func score(e *record.Event, tellings, sentences int) string {
	party := "no party known to the knowledge base"
	for _, side := range [][]record.Party{e.Actors, e.Targets} {
		for i := range side {
			if side[i].ID != "" {
				party = "a party known to the knowledge base"
			}
		}
	}
	return fmt.Sprintf("%g, an estimate from type %s, a report of %s, told %s, %s, %s: of such events about %.0f in 100 are right",
		e.Score, e.Type, counted(sentences, "sentence"), times(tellings), party, e.Status, 100*e.Score)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
