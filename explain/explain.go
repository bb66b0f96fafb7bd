// Package explain tells in words how a report was read: for each event and relation
// the sense, the rules, how each party, date, place, status and source was found and
// what came second; for each sentence without an event what came nearest and why it
// failed. It reads what the stages kept and decides nothing.
package explain

import (
	"fmt"
	"unicode/utf8"

	"annals"
	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// Line is the ground of one field.
type Line struct {
	Field string `json:"field"` // one of Fields
	Text  string `json:"text"`
}

// Item is what is told of one event, relation or sentence.
type Item struct {
	Report   string `json:"report"`
	Kind     string `json:"kind"` // event, relation, sentence
	N        int    `json:"n"`    // number among those of its kind, from 1
	ID       string `json:"id,omitempty"`
	Head     string `json:"head"`     // what it is, in few words
	Sentence string `json:"sentence"` // the sentence with the trigger in brackets
	Why      []Line `json:"why"`
}

// The kinds of items.
const (
	KindEvent    = "event"
	KindRelation = "relation"
	KindSentence = "sentence" // one without an event
)

// Options choose what is told.
type Options struct {
	Event    int    // only this event, from 1; 0: all
	Sentence int    // only this sentence, from 1; 0: all
	Field    string // only this field, a name of Fields or Aliases; "" all
}

// Fields lists the fields in the order in which they are told.
func Fields() []string {
	return []string{"event", "who", "whom", "third", "when", "where", "status", "says", "amount", "score", "nearest"}
}

// field is the name of Fields that a name of the record stands for.
func field(name string) string {
	switch name {
	case "type", "mode", "cameo", "trigger", "triggers":
		return "event"
	case "actor", "actors", "from":
		return "who"
	case "target", "targets", "to":
		return "whom"
	case "thirds":
		return "third"
	case "date":
		return "when"
	case "place":
		return "where"
	case "polarity":
		return "status"
	case "attribution", "source":
		return "says"
	case "amounts":
		return "amount"
	}
	for _, f := range Fields() {
		if f == name {
			return f
		}
	}
	return ""
}

// Known lists the names that Options.Field takes: Fields and the record's own.
func Known() []string {
	return append(Fields(), "type", "mode", "cameo", "triggers", "actors", "targets", "thirds", "date", "place", "polarity", "attribution", "amounts")
}

// Explain lists why a report was read so. A number that the report does not have,
// or a field that is not known, is an error.
func Explain(c *annals.Coder, r *annals.Reading, o Options) ([]Item, error) {
	if o.Field != "" && field(o.Field) == "" {
		return nil, fmt.Errorf("no field %q", o.Field)
	}
	if o.Event < 0 || o.Event > len(r.Record.Events) {
		return nil, fmt.Errorf("no event %d: the report %s has %s", o.Event, r.Record.ID, counted(len(r.Record.Events), "event"))
	}
	if o.Sentence < 0 || o.Sentence > len(r.Document.Sentences) {
		return nil, fmt.Errorf("no sentence %d: the report %s has %s", o.Sentence, r.Record.ID, counted(len(r.Document.Sentences), "sentence"))
	}
	t := &teller{c: c, r: r, d: r.Document, base: c.Base()}
	var items []Item
	for i := range r.Record.Events {
		if o.Event > 0 && i != o.Event-1 || o.Sentence > 0 && !t.inSentence(i, int32(o.Sentence-1)) {
			continue
		}
		items = append(items, t.event(i))
	}
	if o.Event == 0 {
		items = append(items, t.relations(o.Sentence)...)
		items = append(items, t.sentences(o.Sentence)...)
	}
	return only(items, field(o.Field)), nil
}

// only keeps the lines of one field and the items that have one.
func only(items []Item, name string) []Item {
	if name == "" {
		return items
	}
	var out []Item
	for _, it := range items {
		var kept []Line
		for _, l := range it.Why {
			if l.Field == name {
				kept = append(kept, l)
			}
		}
		if it.Why = kept; len(kept) > 0 {
			out = append(out, it)
		}
	}
	return out
}

// teller tells one report.
type teller struct {
	c    *annals.Coder
	r    *annals.Reading
	d    *doc.Document
	base *kb.Base
}

// bytes turns code points back into bytes.
func (t *teller) bytes(s record.Span) (from, to int32) {
	b, n := 0, 0
	for b < len(t.d.Text) && n < s[1] {
		if n == s[0] {
			from = int32(b)
		}
		_, size := utf8.DecodeRuneInString(t.d.Text[b:])
		b += size
		n++
	}
	return from, int32(b)
}

// text is the words at a span.
func (t *teller) text(s record.Span) string {
	from, to := t.bytes(s)
	return flat(t.d.Text[from:to])
}

// marked is the sentence around a span with the span in brackets.
func (t *teller) marked(s record.Span) string {
	from, to := t.bytes(s)
	i := t.d.SentenceAt(from)
	if i < 0 {
		return flat("[" + t.d.Text[from:to] + "]")
	}
	sent := t.d.Sentences[i].Span
	return flat(t.d.Text[sent.Start:from] + "[" + t.d.Text[from:to] + "]" + t.d.Text[to:max(to, sent.End)])
}

// frames lists the frames that an event was made of.
func (t *teller) frames(event int) []int {
	var out []int
	for i, e := range t.r.Trace.Event {
		if e == event {
			out = append(out, i)
		}
	}
	return out
}

func (t *teller) inSentence(event int, sent int32) bool {
	for _, i := range t.frames(event) {
		if t.d.Tokens[t.d.Frames[i].Head].Sent == sent {
			return true
		}
	}
	return false
}
