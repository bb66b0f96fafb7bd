package events

import (
	"encoding/json"

	"annals/record"
)

// Item is a gold report with what two annotators agreed on.
type Item struct {
	ID         string        `json:"id"`
	Title      string        `json:"title"`
	Text       string        `json:"text"`
	Published  string        `json:"published"` // YYYY-MM-DD
	Outlet     string        `json:"outlet"`
	Sentences  []record.Span `json:"sentences"`
	Events     []Event       `json:"events"`
	Quotations []Quotation   `json:"quotations"`
	Relations  []Relation    `json:"relations"`
}

// sentence is the index of the sentence in which a code point stands, or -1.
func (it *Item) sentence(pos int) int {
	for k, s := range it.Sentences {
		if s[0] <= pos && pos < s[1] {
			return k
		}
	}
	return -1
}

// Line is what a system says of one report, gathered from however many lines.
type Line struct {
	Report     string
	Events     []Event
	Quotations []Quotation
	Relations  []Relation
}

// Event holds the scored fields of an event: of a gold one (Mentions, Optional,
// Sources) or of a system's (Triggers, Attribution).
type Event struct {
	Type        string     `json:"type"`
	Mode        string     `json:"mode"`
	Status      string     `json:"status"`
	Polarity    string     `json:"polarity"`
	Mentions    []Mention  `json:"mentions"`
	Triggers    []Mention  `json:"triggers"`
	Reciprocal  bool       `json:"reciprocal"`
	Optional    bool       `json:"optional"`
	Actors      []Party    `json:"actors"`
	Targets     []Party    `json:"targets"`
	Date        *Date      `json:"date"`
	Place       *Place     `json:"place"`
	Sources     sources    `json:"sources"`
	Attribution [][]source `json:"attribution"`
}

// Mention is words that tell an event; Sent is set in gold only.
type Mention struct {
	Sent int         `json:"sent"`
	Span record.Span `json:"span"`
	Text string      `json:"text"`
}

// Party is the scored part of a party.
type Party struct {
	Name    string       `json:"name"`
	Country string       `json:"country"`
	Sector  string       `json:"sector"`
	Span    *record.Span `json:"span"`
}

// Date is an interval of days; an open end is nil.
type Date struct {
	From *string `json:"from"`
	To   *string `json:"to"`
}

// Place is the scored part of a place.
type Place struct {
	Name    string `json:"name"`
	Country string `json:"country"`
	Basis   string `json:"basis"`
}

// Quotation is a gold quotation (Span, and Speaker a name) or a system's
// (Content, and Speaker a party).
type Quotation struct {
	Span    record.Span   `json:"span"`
	Content []record.Span `json:"content"`
	Speaker speaker       `json:"speaker"`
}

// pieces are the spans of what is quoted.
func (q *Quotation) pieces() []record.Span {
	if q.Content != nil {
		return q.Content
	}
	return []record.Span{q.Span}
}

// Relation is the scored part of a relation.
type Relation struct {
	Type string `json:"type"`
	From Party  `json:"from"`
	To   Party  `json:"to"`
}

// sources is the list of names that gold gives; Told is whether there was one,
// since an empty list means the report's own voice.
type sources struct {
	Told  bool
	Names []string
}

func (s *sources) UnmarshalJSON(b []byte) error {
	s.Told = true
	return json.Unmarshal(b, &s.Names)
}

// source is one link of a system's chain.
type source struct {
	Party Party `json:"party"`
}

// speaker is a name in gold and a party in a system's output.
type speaker struct {
	Told bool
	Name string
}

func (s *speaker) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	if b[0] == '"' {
		err := json.Unmarshal(b, &s.Name)
		s.Told = s.Name != ""
		return err
	}
	var p Party
	err := json.Unmarshal(b, &p)
	s.Told, s.Name = true, p.Name
	return err
}

// teller is the name of the nearest source, "" for the report's own voice.
func (e *Event) teller() string {
	if e.Sources.Told {
		if len(e.Sources.Names) > 0 {
			return e.Sources.Names[0]
		}
		return ""
	}
	for _, chain := range e.Attribution {
		if len(chain) > 0 {
			return chain[0].Party.Name
		}
	}
	return ""
}

// label is the status as rule 5 counts it.
func (e *Event) label() string {
	switch {
	case e.Polarity == "negated" || e.Polarity == "denied":
		return e.Polarity
	case e.Status == "ongoing" || e.Status == "":
		return "occurred"
	case e.Status == "postponed":
		return "cancelled"
	}
	return e.Status
}
