package times

import (
	"encoding/json"
	"sort"
	"strings"

	"annals/engine/doc"
)

// cases counts single expressions: those with days, those found, those right,
// and sentences without a time in which one was found.
type cases struct{ gold, found, right, empty, invented int }

func (c *cases) metrics() map[string]float64 {
	m := map[string]float64{"cases": float64(c.gold), "found": share(c.found, c.gold), "right": share(c.right, c.gold)}
	if c.empty > 0 {
		m["invented"] = share(c.invented, c.empty)
	}
	return m
}

// duckling measures an expression whose start and grain are given. Where the
// file takes the next such day by default, a report would not: there the same
// weekday, or the same day of the year, is right.
func (m *measure) duckling(b []byte, c *cases) error {
	var it struct {
		ID, Input, Reference, Locale string
		Expected                     struct {
			Start, Grain, Open string
			End                string `json:"end_exclusive"`
			Holiday            string
		}
		Forward bool `json:"forward_default"`
	}
	if err := json.Unmarshal(b, &it); err != nil {
		return err
	}
	switch it.Expected.Grain {
	case "minute", "hour":
		return nil
	}
	if it.Locale == "en-GB" {
		return nil // day before month: a report is read month first
	}
	if it.Expected.Holiday != "" {
		return nil // feasts of many calendars; the engine knows those of political news
	}
	want, ok := parseValue(it.Expected.Start)
	if !ok {
		return nil
	}
	if it.Expected.Grain == "week" {
		want.to = want.from + 6
	} else if it.Expected.Grain == "quarter" {
		y, mo, _ := want.from.Date()
		want.to = doc.MakeDay(y, mo+3, 1) - 1
	}
	if it.Expected.End != "" {
		if e, ok := parseValue(it.Expected.End); ok {
			want.to = e.from - 1
		}
	}
	c.gold++
	d := m.read(it.Input, it.Reference)
	var best *doc.Time
	for i := range d.Times {
		if x := &d.Times[i]; x.Kind == doc.TimeDate && (best == nil || x.Len() > best.Len()) {
			best = x
		}
	}
	if best == nil {
		m.miss("%s not found: %q", it.ID, it.Input)
		return nil
	}
	c.found++
	right := sameDays(best, want)
	switch it.Expected.Open {
	case "after":
		right = best.From == want.from || best.From == want.to+1
	case "before":
		right = best.To == want.to || best.To == want.from-1
	}
	if it.Forward && best.From != 0 && !right {
		_, m1, d1 := best.From.Date()
		_, m2, d2 := want.from.Date()
		right = best.To-best.From == want.to-want.from && (m1 == m2 && d1 == d2 || (want.from-best.From)%7 == 0 && want.from-best.From <= 14 && want.from-best.From >= -14)
	}
	if right {
		c.right++
	} else {
		m.miss("%s %q: want %s..%s, got %q %s..%s [%s]", it.ID, it.Input, want.from, want.to, d.Word(best.Span), best.From, best.To, best.Rule)
	}
	return nil
}

// recognizer measures a sentence with its expected spans; of several readings
// any one is right. Clock times count by their day.
func (m *measure) recognizer(b []byte, c *cases) error {
	var it struct {
		ID, Input, Reference string
		Expected             []map[string]any
	}
	if err := json.Unmarshal(b, &it); err != nil {
		return err
	}
	d := m.read(it.Input, it.Reference)
	if len(it.Expected) == 0 {
		c.empty++
		for i := range d.Times {
			if d.Times[i].Kind == doc.TimeDate && d.Times[i].Grain >= doc.GrainDaypart {
				c.invented++
				m.miss("%s invented %q [%s]: %s", it.ID, d.Word(d.Times[i].Span), d.Times[i].Rule, it.Input)
				break
			}
		}
		return nil
	}
	at := bytesOf(it.Input)
	for _, e := range it.Expected {
		kind, _ := e["type"].(string)
		if kind == "set" || kind == "duration" || it.Reference == "" {
			continue
		}
		readings := readingsOf(e)
		if len(readings) == 0 {
			continue
		}
		c.gold++
		span := doc.Span{Start: at[int(e["start"].(float64))], End: at[int(e["end"].(float64))]}
		var best *doc.Time
		for i := range d.Times {
			if x := &d.Times[i]; x.Overlaps(span) && (best == nil || overlap(x.Span, span) > overlap(best.Span, span)) {
				best = x
			}
		}
		if best == nil {
			m.miss("%s not found %q: %s", it.ID, e["text"], it.Input)
			continue
		}
		c.found++
		right := false
		for _, g := range readings {
			right = right || sameDays(best, g)
		}
		if right {
			c.right++
		} else {
			m.miss("%s %q in %q (%s): want %s..%s, got %q %s..%s [%s]", it.ID, e["text"], it.Input, it.Reference, readings[0].from, readings[0].to, d.Word(best.Span), best.From, best.To, best.Rule)
		}
	}
	return nil
}

// sameDays allows for two habits of the cases: some count the end of a range as
// outside of it, and "two months ago" is the day there and the month here.
func sameDays(t *doc.Time, g days) bool {
	if t.Grain > doc.GrainDay && g.from == g.to && g.from != 0 && strings.HasPrefix(t.Rule, "away:") {
		return t.From <= g.from && g.from <= t.To
	}
	from := g.from == 0 || t.From == g.from || t.From == g.from-1 && g.to > g.from
	to := g.to == 0 || t.To == g.to || t.To == g.to+1 && g.to > g.from
	return from && to && !(t.From == 0 && t.To == 0)
}

// readingsOf collects the intervals that a case accepts.
func readingsOf(e map[string]any) []days {
	var out []days
	add := func(m map[string]any) {
		var g days
		keys := make([]string, 0, len(m))
		for k := range m {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			s, ok := m[k].(string)
			if !ok {
				continue
			}
			day, err := doc.ParseDay(s)
			if err != nil {
				continue
			}
			k = strings.ToLower(k)
			switch {
			case strings.HasPrefix(k, "start"):
				g.from = day
			case strings.HasPrefix(k, "end"):
				if len(s) <= 10 || strings.Contains(s, "00:00:00") {
					day--
				}
				g.to = day
			case k == "date" || k == "datetime" || k == "value":
				g = days{day, day}
			}
		}
		if g != (days{}) {
			out = append(out, g)
		}
	}
	if list, ok := e["values"].([]any); ok {
		for _, v := range list {
			if m, ok := v.(map[string]any); ok {
				add(m)
			}
		}
	}
	for _, k := range [...]string{"resolution", "past", "future"} {
		if m, ok := e[k].(map[string]any); ok {
			add(m)
		}
	}
	return out
}
