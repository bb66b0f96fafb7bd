package explain

import (
	"fmt"
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// mention is the mention at a span, or nil.
func (t *teller) mention(s record.Span) *doc.Mention {
	from, to := t.bytes(s)
	for i := range t.d.Mentions {
		if m := &t.d.Mentions[i]; m.Start == from && m.End == to {
			return m
		}
	}
	return nil
}

// party tells how one party was found, what else it could be, and what the
// knowledge base states of it.
func (t *teller) party(p *record.Party, day doc.Day) string {
	s := fmt.Sprintf("%s (%s)", quoted(p.Text), p.Span)
	if p.Antecedent != nil {
		s += fmt.Sprintf(" stands for %s (%s)", quoted(t.text(*p.Antecedent)), *p.Antecedent)
	}
	tags := strings.Fields(p.Country + " " + p.Sector)
	if p.ID != "" {
		tags = append(tags, p.ID)
	}
	if len(tags) == 0 {
		tags = []string{"country and sector open"}
	}
	s += fmt.Sprintf(" → %s (%s), %s", flat(p.Name), strings.Join(tags, " "), via(string(p.Via)))
	m := t.mention(p.Span)
	if m == nil {
		return s
	}
	if len(m.Why) > 0 {
		s += ": " + strings.Join(m.Why, "; ")
	}
	best := t.best(m)
	if fact := t.fact(p, best, day); fact != "" {
		s += ". Known: " + fact
	}
	if open := t.open(m, best); len(open) > 0 {
		s += ". Also possible: " + list(open)
	}
	return s
}

// best is the mention that names what m stands for.
func (t *teller) best(m *doc.Mention) *doc.Mention {
	const deep = 4
	for n := 0; n < deep && m.Entity == 0 && m.Antecedent >= 0; n++ {
		m = &t.d.Mentions[m.Antecedent]
	}
	if m.Entity == 0 && m.Chain >= 0 && int(m.Chain) < len(t.d.Chains) {
		if b := t.d.Chains[m.Chain].Best; b >= 0 {
			return &t.d.Mentions[b]
		}
	}
	return m
}

// fact is the statement of the knowledge base that the party's fields rest on: the
// office on the day, else what the entity is.
func (t *teller) fact(p *record.Party, m *doc.Mention, day doc.Day) string {
	if m.Entity == 0 || p.ID == "" || m.ID != p.ID {
		return ""
	}
	id := kb.EntityID(m.Entity)
	if o, ok := t.base.OfficeOn(id, kb.Day(day)); ok && p.Office != "" && day != 0 {
		held := ""
		if o.From != 0 {
			held = " from " + o.From.String()
		}
		if o.To != 0 {
			held += " to " + o.To.String()
		} else if o.Seen != 0 {
			held += ", still on " + o.Seen.String()
		}
		return fmt.Sprintf("%s, %s%s (knowledge base, %s)", t.base.Entity(id).Name, o.Title, held, t.base.SourceInfo(o.Source).Table)
	}
	e := t.base.Entity(id)
	return fmt.Sprintf("%s, %s (knowledge base, %s)", e.Name, e.Kind, t.base.SourceInfo(e.Source).Table)
}

// open names what else the mention, or what it stands for, could be.
func (t *teller) open(m, best *doc.Mention) []string {
	ids := m.Open
	if len(ids) == 0 {
		ids = best.Open
	}
	var out []string
	for _, id := range ids {
		e := t.base.Entity(kb.EntityID(id))
		name := e.Name
		if e.QID != "" {
			name += " (" + e.QID + ")"
		}
		out = append(out, name)
	}
	return out
}

// day is the day on which offices are asked for: that of the event, else of the report.
func (t *teller) day(e *record.Event) doc.Day {
	if e.Date.From != nil {
		if day, err := doc.ParseDay(*e.Date.From); err == nil {
			return day
		}
	}
	return t.d.Published
}
