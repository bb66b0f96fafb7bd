package timex

import (
	"fmt"

	"annals/engine/doc"
)

// partial is what the words of a date say, before the rest is reckoned.
// Zero means not said; weekday counts from 1 for Monday.
type partial struct {
	year, month, day int
	weekday          int
	season           int // first month
	quarter, half    int
	feast            *feast
	feastName        string
}

// grain is the grain of what was said.
func (p *partial) grain() doc.Grain {
	switch {
	case p.day != 0 || p.weekday != 0 || p.feast != nil:
		return doc.GrainDay
	case p.month != 0:
		return doc.GrainMonth
	case p.season != 0:
		return doc.GrainSeason
	case p.quarter != 0 || p.half != 0:
		return doc.GrainQuarter
	}
	return doc.GrainYear
}

// in is the interval of the partial date in a year; ok is false where the year has none (29 February).
func (p *partial) in(year int) (interval, bool) {
	switch {
	case p.feast != nil:
		day := p.feast.in(year)
		return interval{day, day}, true
	case p.month != 0 && p.day != 0:
		day := doc.MakeDay(year, p.month, p.day)
		_, m, _ := day.Date()
		return interval{day, day}, m == p.month
	case p.month != 0:
		return months(year, p.month, 1), true
	case p.season != 0:
		return months(year, p.season, 3), true
	case p.quarter != 0:
		return months(year, 3*p.quarter-2, 3), true
	case p.half != 0:
		return months(year, 6*p.half-5, 6), true
	}
	return months(year, 1, 12), true
}

// nearDays and farDays bound the choice of a year against the verb: a day less
// than nearDays off on the other side wins over one more than farDays off.
const (
	nearDays = 45
	farDays  = 300
)

// pick is the interval that the partial date means, seen from the day ref.
// direction is -1 for the past, +1 for what is to come, 0 where the words do
// not tell. how tells the choice.
func (p *partial) pick(ref doc.Day, direction int8) (iv interval, how string, ok bool) {
	if p.year != 0 {
		iv, ok = p.in(p.year)
		return iv, "as said", ok
	}
	if ref == 0 {
		return interval{}, "no day to count from: left open", true
	}
	if p.weekday != 0 && p.month == 0 {
		return p.pickWeekday(ref, direction)
	}
	y, _, _ := ref.Date()
	var before, after interval
	for k := y - 9; k <= y+9; k++ {
		c, ok := p.in(k)
		if !ok {
			continue
		}
		// A day of the week said beside the date decides the year.
		if p.weekday != 0 && c.from.Weekday() != p.weekday-1 {
			continue
		}
		if c.from <= ref {
			before = c
		}
		if c.to >= ref && after.empty() {
			after = c
		}
	}
	switch {
	case before.empty() && after.empty():
		q := *p
		if q.weekday != 0 { // the day of the week does not fit any near year: trust the date
			q.weekday = 0
			return q.pick(ref, direction)
		}
		return interval{}, "", false
	case before.empty():
		return after, "next not before " + ref.String(), true
	case after.empty(), before == after:
		return before, "the one at " + ref.String(), true
	case p.weekday != 0:
		if ref-before.to <= after.from-ref {
			return before, "nearest on that day of the week", true
		}
		return after, "nearest on that day of the week", true
	case p.quarter != 0:
		if ref-before.to <= after.from-ref {
			return before, "nearest to " + ref.String(), true
		}
		return after, "nearest to " + ref.String(), true
	case direction > 0:
		if p.grain() == doc.GrainDay && ref-before.to <= nearDays && after.from-ref > farDays {
			return before, "nearest to " + ref.String(), true
		}
		return after, "next not before " + ref.String(), true
	case direction < 0:
		// A day of last year is told with its year; one of the coming weeks is not.
		if p.grain() == doc.GrainDay && after.from-ref <= nearDays && ref-before.to > farDays {
			return after, "nearest to " + ref.String(), true
		}
		return before, "last not after " + ref.String(), true
	case 3*(after.from-ref) < ref-before.to:
		return after, "nearest to " + ref.String(), true
	}
	return before, "last not after " + ref.String(), true
}

// pickWeekday is the day of the week nearest to ref on the side of direction;
// ref itself counts on both sides.
func (p *partial) pickWeekday(ref doc.Day, direction int8) (interval, string, bool) {
	back := (ref.Weekday() - (p.weekday - 1) + 7) % 7
	if direction > 0 {
		day := ref + doc.Day((7-back)%7)
		return interval{day, day}, fmt.Sprintf("next %s not before %s", dayNames[p.weekday-1], ref), true
	}
	day := ref - doc.Day(back)
	return interval{day, day}, fmt.Sprintf("last %s not after %s", dayNames[p.weekday-1], ref), true
}

// narrow cuts a part out of an interval: early, mid, late, start, end.
func narrow(iv interval, grain doc.Grain, part string) (interval, doc.Grain) {
	if iv.from == 0 || iv.to == 0 {
		return iv, grain
	}
	y, m, _ := iv.from.Date()
	switch grain {
	case doc.GrainYear:
		switch part {
		case "early":
			return months(y, m, 4), doc.GrainMonth
		case "mid":
			return months(y, m+4, 4), doc.GrainMonth
		case "late":
			return months(y, m+8, 4), doc.GrainMonth
		case "start":
			return months(y, m, 3), doc.GrainMonth
		}
		return months(y, m+9, 3), doc.GrainMonth
	case doc.GrainMonth:
		switch part {
		case "early", "start":
			return interval{iv.from, iv.from + 9}, doc.GrainDay
		case "mid":
			return interval{iv.from + 10, iv.from + 19}, doc.GrainDay
		}
		return interval{iv.from + 20, iv.to}, doc.GrainDay
	case doc.GrainDecade:
		switch part {
		case "early", "start":
			return months(y, 1, 48), doc.GrainYear
		case "mid":
			return months(y+4, 1, 36), doc.GrainYear
		}
		return months(y+7, 1, 36), doc.GrainYear
	case doc.GrainMinute, doc.GrainHour, doc.GrainDaypart, doc.GrainDay:
		if iv.from == iv.to {
			return iv, doc.GrainDaypart
		}
	}
	n := iv.to - iv.from + 1
	switch part {
	case "early", "start":
		return interval{iv.from, iv.from + n/3 - 1}, grain
	case "mid":
		return interval{iv.from + n/3, iv.to - n/3}, grain
	}
	return interval{iv.to - n/3 + 1, iv.to}, grain
}
