package record

import (
	"errors"
	"fmt"
	"slices"
)

// validator collects what is wrong with a report; text is its code points.
type validator struct {
	text []rune
	errs []error
}

// Validate reports every breach of the record's invariants: spans outside the
// text, words that are not those at their span, fields that the contract always
// wants, values that it does not know. The report must carry its text.
func (r *Report) Validate() error {
	v := &validator{text: []rune(r.Text)}
	v.must(r.Schema == Schema, "report %s: schema is %q", r.ID, r.Schema)
	v.must(r.ID != "", "report without id")
	for i := range r.Agencies {
		v.inside("agency "+r.Agencies[i].Name, r.Agencies[i].Span)
	}
	if r.Dateline != nil {
		v.inside("dateline", r.Dateline.Span)
	}
	for i := range r.Events {
		v.event(&r.Events[i])
	}
	for i := range r.Relations {
		v.relation(&r.Relations[i])
	}
	for i := range r.Quotations {
		v.quotation(&r.Quotations[i])
	}
	return errors.Join(v.errs...)
}

func (v *validator) must(ok bool, format string, args ...any) {
	if !ok {
		v.errs = append(v.errs, fmt.Errorf(format, args...))
	}
}

func (v *validator) inside(what string, s Span) bool {
	ok := 0 <= s[0] && s[0] < s[1] && s[1] <= len(v.text)
	v.must(ok, "%s: span %s does not lie in the text of %d code points", what, s, len(v.text))
	return ok
}

func (v *validator) words(what string, s Span, text string) {
	if v.inside(what, s) {
		got := string(v.text[s[0]:s[1]])
		v.must(got == text, "%s: the text at %s is %q, not %q", what, s, got, text)
	}
}

func (v *validator) event(e *Event) {
	name := "event " + e.ID
	v.must(e.Schema == Schema, "%s: schema is %q", name, e.Schema)
	v.must(len(e.ID) == 19 && e.ID[:3] == "ev_", "%s: the id is not ev_ and 16 letters", name)
	v.must(e.Type != "" && e.CAMEO != "", "%s: type %q, CAMEO %q", name, e.Type, e.CAMEO)
	v.must(1 <= e.Quad && e.Quad <= 4, "%s: quad class %d", name, e.Quad)
	v.must(slices.Contains([]Status{Occurred, Ongoing, Planned, Hypothetical, Postponed, Cancelled}, e.Status), "%s: status %q", name, e.Status)
	v.must(slices.Contains([]Polarity{Affirmed, Negated, Denied}, e.Polarity), "%s: polarity %q", name, e.Polarity)
	v.must(len(e.Triggers) > 0, "%s: no trigger", name)
	v.must(len(e.By) > 0, "%s: made by nothing", name)
	v.must(e.Attribution != nil, "%s: attribution is absent", name)
	v.must(0 <= e.Score && e.Score <= 1, "%s: score %g", name, e.Score)
	v.must(!e.Reciprocal || len(e.Targets) == 0 && len(e.Actors) > 1, "%s: reciprocal with %d actors and %d targets", name, len(e.Actors), len(e.Targets))
	for _, t := range e.Triggers {
		v.words(name+": trigger", t.Span, t.Text)
	}
	for _, side := range [][]Party{e.Actors, e.Targets, e.Thirds} {
		for i := range side {
			v.party(name, &side[i])
		}
	}
	if e.DeniedBy != nil {
		v.party(name+": denied_by", e.DeniedBy)
	}
	v.date(name, &e.Date)
	if p := e.Place; p != nil {
		v.words(name+": place", p.Span, p.Text)
		v.must(p.Grain != "country" || p.Lat == nil && p.Lon == nil, "%s: a country became a point", name)
	}
	for _, a := range e.Amounts {
		v.words(name+": amount", a.Span, a.Text)
		v.must(a.Min == nil || a.Max == nil || *a.Min <= *a.Max, "%s: amount %s runs backwards", name, a.What)
	}
	v.chains(name, e.Attribution)
}

func (v *validator) chains(name string, chains []Chain) {
	for _, c := range chains {
		for i := range c {
			v.party(name+": source", &c[i].Party)
			if c[i].Cue != "" {
				v.words(name+": cue", c[i].Span, c[i].Cue)
			}
		}
	}
}

func (v *validator) party(name string, p *Party) {
	v.words(name+": party", p.Span, p.Text)
	v.must(p.Name != "" && p.Kind != "" && p.Via != "", "%s: party %q of kind %q found via %q", name, p.Name, p.Kind, p.Via)
	v.must(p.Antecedent == nil || v.inside(name+": antecedent", *p.Antecedent), "%s: antecedent of %q", name, p.Text)
	for i := range p.Members {
		v.party(name, &p.Members[i])
	}
}

var bases = []string{BasisSaid, BasisSentence, BasisNarrative, BasisPublication, BasisOpen}

func (v *validator) date(name string, d *Date) {
	v.must(slices.Contains(bases, d.Basis), "%s: date basis %q", name, d.Basis)
	v.must(d.From == nil || d.To == nil || *d.From <= *d.To, "%s: the date runs backwards", name)
	if d.Span != nil {
		v.words(name+": date", *d.Span, d.Text)
	}
	v.must(d.Span != nil || d.Basis == BasisPublication || d.Basis == BasisNarrative || d.Basis == BasisOpen, "%s: a date without words", name)
}

func (v *validator) relation(r *Relation) {
	name := "relation " + r.ID
	v.must(r.Type != "" && len(r.Triggers) > 0, "%s: type %q, %d triggers", name, r.Type, len(r.Triggers))
	v.must(slices.Contains([]string{"holds", "ended", "expected", "hypothetical"}, r.Status), "%s: status %q", name, r.Status)
	v.party(name, &r.From)
	v.party(name, &r.To)
	for _, t := range r.Triggers {
		v.words(name+": trigger", t.Span, t.Text)
	}
	v.chains(name, r.Attribution)
}

func (v *validator) quotation(q *Quotation) {
	name := "quotation " + q.ID
	v.must(slices.Contains([]string{"direct", "indirect", "mixed"}, q.Kind), "%s: kind %q", name, q.Kind)
	v.must(len(q.Content) > 0, "%s: no content", name)
	for _, s := range q.Content {
		v.inside(name+": content", s)
	}
	if q.Speaker != nil {
		v.party(name+": speaker", q.Speaker)
	}
	if q.Cue != nil {
		v.words(name+": cue", q.Cue.Span, q.Cue.Text)
	}
}
