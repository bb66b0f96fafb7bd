package times

import (
	"strconv"
	"strings"

	"annals/engine/doc"
)

// days is an interval of days, to inclusive.
type days struct{ from, to doc.Day }

// parseValue turns a TIMEX3 value of a date or time into days; ok is false for
// values without a place on the calendar.
func parseValue(v string) (days, bool) {
	v, _, _ = strings.Cut(v, "T")
	part := strings.Split(v, "-")
	switch len(part[0]) {
	case 2:
		if c, err := strconv.Atoi(part[0]); err == nil {
			return days{doc.MakeDay(100*c, 1, 1), doc.MakeDay(100*c+100, 1, 1) - 1}, true
		}
		return days{}, false
	case 3:
		if d, err := strconv.Atoi(part[0]); err == nil {
			return days{doc.MakeDay(10*d, 1, 1), doc.MakeDay(10*d+10, 1, 1) - 1}, true
		}
		return days{}, false
	}
	if len(part[0]) == 4 && part[0][3] == 'X' {
		return parseValue(part[0][:3])
	}
	y, err := strconv.Atoi(part[0])
	if err != nil {
		return days{}, false
	}
	months := func(m, n int) (days, bool) {
		return days{doc.MakeDay(y, m, 1), doc.MakeDay(y, m+n, 1) - 1}, true
	}
	if len(part) == 1 {
		return months(1, 12)
	}
	if strings.Contains(v, "X") {
		return days{}, false
	}
	switch p := part[1]; {
	case p[0] == 'Q':
		if q, err := strconv.Atoi(p[1:]); err == nil {
			return months(3*q-2, 3)
		}
	case p[0] == 'H':
		if h, err := strconv.Atoi(p[1:]); err == nil {
			return months(6*h-5, 6)
		}
	case p == "SP":
		return months(3, 3)
	case p == "SU":
		return months(6, 3)
	case p == "FA":
		return months(9, 3)
	case p == "WI":
		return months(12, 3)
	case p[0] == 'W':
		if w, err := strconv.Atoi(p[1:]); err == nil {
			fourth := doc.MakeDay(y, 1, 4)
			monday := fourth - doc.Day(fourth.Weekday()) + doc.Day(7*(w-1))
			if len(part) > 2 { // a weekend
				return days{monday + 5, monday + 6}, true
			}
			return days{monday, monday + 6}, true
		}
	default:
		m, err := strconv.Atoi(p)
		if err != nil || m < 1 || m > 12 {
			return days{}, false
		}
		if len(part) == 2 {
			return months(m, 1)
		}
		d, err := strconv.Atoi(part[2])
		if err != nil {
			return days{}, false
		}
		day := doc.MakeDay(y, m, d)
		return days{day, day}, true
	}
	return days{}, false
}

// agrees reports whether a time found stands for the gold interval; mod is the
// TIMEX3 modifier.
func agrees(t *doc.Time, g days, mod string) bool {
	switch {
	case t.From == 0 && t.To == 0:
		return false
	case t.Since:
		return t.From == g.from || t.From == g.to+1
	case t.Until:
		return t.To == g.to || t.To == g.from-1
	case t.From == g.from && t.To == g.to:
		return true
	case strings.HasPrefix(t.Rule, "range:"):
		return t.From == g.from || t.To == g.to
	case strings.HasPrefix(t.Rule, "portion:") || mod == "START" || mod == "MID" || mod == "END" || mod == "BEFORE" || mod == "AFTER":
		return t.From >= g.from && t.To <= g.to
	}
	return false
}
