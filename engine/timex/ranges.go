package timex

import "annals/engine/doc"

// readRange reads a span told by its two ends: "from Monday to Wednesday",
// "between April 3 and May 6", "2014–2016", "March through June".
func readRange(r *reader, i int) (hit, bool) {
	from, between := r.is(i-1, "from"), r.is(i-1, "between")
	a, ok := r.point(i)
	if !ok || a.kind != doc.TimeDate {
		return hit{}, false
	}
	k := r.skip(a.j, ",")
	tight := r.dash(k)
	n := k + 1
	if !tight {
		_, n, ok = r.class(k, "to")
	}
	k = n
	if !ok {
		if !between || !r.is(a.j, "and") {
			return hit{}, false
		}
		k = a.j + 1
	}
	if tight && !from && !between && a.grain == doc.GrainDay && a.part != nil && a.part.weekday != 0 && a.part.month == 0 && r.at(k-1).space {
		return hit{}, false // "on Tuesday - Monday's vote"
	}
	k = r.skip(k, "and")
	b, ok := r.point(k)
	if !ok && a.part != nil {
		b, ok = r.shortEnd(a, k)
	}
	if !ok || b.kind != doc.TimeDate || b.iv.to == 0 && b.iv.from == 0 && a.iv.from != 0 {
		return hit{}, false
	}
	if !from && !between && !tight && a.grain == doc.GrainYear && r.is(k-1, "to") && !r.at(i-1).word {
		return hit{}, false
	}
	if !from && r.is(k-1, "until", "till") {
		return hit{}, false // "put off on Monday until Friday"
	}
	if !from && !between && (a.grain <= doc.GrainDay) != (b.grain <= doc.GrainDay) {
		return hit{}, false // "revised Friday to December"
	}
	h := hit{i: i, j: b.j, grain: a.grain, relative: a.relative || b.relative}
	// A year said once counts for both ends.
	if a.part != nil && b.part != nil {
		switch {
		case a.part.year == 0 && b.part.year != 0 && a.part.weekday == 0:
			p := *a.part
			p.year = b.part.year
			if iv, ok := p.in(p.year); ok {
				if iv.from > b.iv.from {
					iv, _ = p.in(p.year - 1)
				}
				a.iv = iv
			}
		case b.part.year == 0 && b.part.weekday == 0 && a.iv.from != 0:
			y, _, _ := a.iv.from.Date()
			if iv, ok := b.part.in(y); ok {
				if iv.to < a.iv.from {
					iv, _ = b.part.in(y + 1)
				}
				b.iv = iv
			}
		case b.part.weekday != 0 && b.part.month == 0 && a.iv.from != 0:
			day := a.iv.from
			day += doc.Day((b.part.weekday - 1 - day.Weekday() + 7) % 7)
			b.iv = interval{day, day}
		}
	}
	h.iv = interval{a.iv.from, b.iv.to}
	if h.iv.from != 0 && h.iv.to != 0 && h.iv.to < h.iv.from {
		return hit{}, false
	}
	h.how = "first: " + a.how + "; last: " + b.how
	return h, true
}

// shortEnd reads the end of a range that leaves out what its start says: the
// "16" of "2014-16", the "6" of "between April 3 and 6".
func (r *reader) shortEnd(a hit, k int) (hit, bool) {
	it := r.at(k)
	if !it.num || it.space && r.dash(k-1) || it.end-it.start != 2 || a.part.year == 0 || a.part.month != 0 || a.part.quarter != 0 {
		return hit{}, false
	}
	y := a.part.year/100*100 + it.val
	if y <= a.part.year || y > a.part.year+20 || r.is(k+1, "%", "percent", "-") {
		return hit{}, false
	}
	p := *a.part
	p.year = y
	iv, ok := p.in(y)
	return hit{i: k, j: k + 1, iv: iv, grain: a.grain, part: &p, how: "as said"}, ok
}
