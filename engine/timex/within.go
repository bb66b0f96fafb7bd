package timex

import (
	"fmt"

	"annals/engine/doc"
)

// readNthIn reads a day or week told by its place in a longer span: "the first
// Monday of October 2014", "the last week of June", "the week of March 6".
func readNthIn(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	if r.is(k, "week", "month") && k > i && r.is(k+1, "of") {
		p, ok := r.point(k + 2)
		if !ok || p.kind != doc.TimeDate || p.iv.from == 0 {
			return hit{}, false
		}
		u, _, _, _ := r.unit(k)
		switch {
		case u == unitWeek && p.grain <= doc.GrainDay:
			return hit{i: i, j: p.j, iv: containing(u, p.iv.from, 0), grain: doc.GrainWeek, relative: p.relative, how: "week of " + p.iv.from.String()}, true
		case u == unitMonth && p.grain == doc.GrainMonth:
			p.i, p.part = i, nil
			return p, true
		}
		return hit{}, false
	}
	n, j, ok := r.ordinal(k)
	if !ok && r.is(k, "last", "final") {
		n, j, ok = -1, k+1, true
	}
	if !ok {
		return hit{}, false
	}
	w, m, named := r.weekday(j)
	u := unitDay
	if !named {
		var plural bool
		if u, plural, m, ok = r.unit(j); !ok || plural || u != unitDay && u != unitWeek && u != unitWeekend && u != unitMonth {
			return hit{}, false
		}
	}
	if !r.is(m, "of", "in") {
		return hit{}, false
	}
	p, ok := r.point(m + 1)
	if !ok && r.is(m+1, "the") && r.ref != 0 {
		if v, plural, e, found := r.unit(m + 2); found && !plural && v >= unitMonth {
			p, ok = hit{j: e, iv: containing(v, r.ref, 0), grain: v.grain(), relative: true, how: "the report's " + v.grain().String()}, true
		}
	}
	if !ok || p.kind != doc.TimeDate || p.grain < doc.GrainMonth || p.grain > doc.GrainYear {
		return hit{}, false
	}
	h := hit{i: i, j: p.j, grain: u.grain(), relative: p.relative, how: fmt.Sprintf("number %d in the span; %s", n, p.how)}
	if p.iv.from == 0 {
		return h, true
	}
	day := p.iv.from
	switch {
	case named && n > 0:
		day += doc.Day((w-1-day.Weekday()+7)%7 + 7*(n-1))
	case named:
		day = p.iv.to - doc.Day((p.iv.to.Weekday()-(w-1)+7)%7)
	case u == unitMonth && n > 0:
		y, mo, _ := p.iv.from.Date()
		h.iv = months(y, mo+n-1, 1)
		return h, h.iv.to <= p.iv.to
	case u == unitMonth:
		h.iv = containing(unitMonth, p.iv.to, 0)
		return h, true
	case n > 0:
		step := map[unit]int{unitDay: 1, unitWeek: 7, unitWeekend: 7}[u]
		day += doc.Day(step * (n - 1))
		if u == unitWeekend {
			h.iv = containing(unitWeekend, day, 0)
			return h, true
		}
		h.iv = interval{day, min(day+doc.Day(step)-1, p.iv.to)}
		return h, day <= p.iv.to
	case u == unitDay:
		day = p.iv.to
	default:
		h.iv = interval{p.iv.to - 6, p.iv.to}
		return h, true
	}
	if day < p.iv.from || day > p.iv.to {
		return hit{}, false
	}
	h.iv = interval{day, day}
	return h, true
}
