package timex

import (
	"fmt"

	"annals/engine/doc"
)

// readAway reads "three days ago", "two weeks later", "a day earlier", "a month from now".
func readAway(r *reader, i int) (hit, bool) {
	n, k, loose, ok := r.number(i)
	if !ok {
		return hit{}, false
	}
	k = r.skip(k, "full", "whole", "more", "short")
	k = r.skip(k, "-")
	u, _, j, ok := r.unit(k)
	if !ok {
		return hit{}, false
	}
	if r.is(j, "-") && r.is(j+1, "ago", "earlier") {
		j++
	}
	e, f, ok := r.class(j, "away")
	if !ok && r.is(j, "from") {
		if p, found := r.point(j + 1); found && p.kind == doc.TimeDate && p.grain <= doc.GrainDay && p.iv.from != 0 && n > 0 && u >= unitDay {
			at := moved(p.iv.from, n, u)
			return hit{i: i, j: p.j, iv: interval{at, at}, grain: doc.GrainDay, relative: true, how: fmt.Sprintf("%+d %s(s), counted from %s", n, u.grain(), p.iv.from)}, true
		}
	}
	if !ok {
		return hit{}, false
	}
	h := hit{i: i, j: f, grain: u.grain(), relative: true, side: int8(sign(e.n))}
	if e.n == -2 {
		h.side = -1
	}
	base, how := interval{r.ref, r.ref}, "the report's day"
	switch {
	case r.is(j, "on") || r.is(j, "back") && !r.closed(f):
		if !r.closed(f) {
			return hit{}, false
		}
		fallthrough
	case e.n == 2 || e.n == -2:
		base, how = r.anchor(u)
		if r.is(j, "after", "before", "prior") && (!r.closed(f) || r.is(f, "he", "she", "it", "they", "the", "a", "an")) {
			f = r.skip(f, "to")
			p, ok := r.point(f)
			if !ok || p.kind != doc.TimeDate || r.is(p.j, "'s", "’s") || r.at(p.j).word && !r.at(p.j).upper && !r.is(p.j, "in", "on", "at", "when", "as", "and", "but", "with") {
				h.kind, h.how = doc.TimeVague, "counted from something else that is told: left open"
				h.j, h.side = j+1, 0
				return h, true
			}
			base, how, h.j = p.iv, "counted from "+p.iv.from.String(), p.j
		}
	}
	if n == 0 || loose && u > unitHour && n != 2 && !r.exactly(i) {
		h.kind, h.how = doc.TimeVague, "the number is not told: left open"
		return h, true
	}
	if base.from == 0 {
		h.how = "no day to count from: left open"
		return h, true
	}
	if sign(e.n) < 0 {
		n = -n
	}
	if u == unitHour { // 24 hours are a day; a few hours are the same day
		n, u = n/24, unitDay
		h.grain = doc.GrainHour
	}
	day := base.from
	if n > 0 && base.to != 0 {
		day = base.to
	}
	at := moved(day, n, u)
	h.iv = interval{at, at}
	if u >= unitWeek {
		h.iv = containing(u, at, 0)
		if u == unitFortnight {
			h.iv = containing(unitWeek, at, 0)
		}
		if u == unitDecade || u == unitCentury {
			h.iv = containing(unitYear, at, 0)
		}
	}
	h.how = fmt.Sprintf("%+d %s(s), %s", n, u.grain(), how)
	return h, true
}

// exactly reports whether the loose number at i is one whose looseness does not
// matter ("nearly two weeks ago"): the count is the best reckoning there is.
func (r *reader) exactly(i int) bool { return r.has(i, "about") && !r.has(i, "some") }

// closed reports whether nothing follows at item i that a preposition before it could govern.
func (r *reader) closed(i int) bool {
	return i >= len(r.items) || !r.at(i).word && !r.at(i).num && !r.at(i).ord || r.is(i, "and", "but", "when", "in", "at", "was", "were", "had", "he", "she", "they", "it")
}

// readSpanToNow reads "in the past two days", "over the last few weeks", "the next three months".
func readSpanToNow(r *reader, i int) (hit, bool) {
	e, k, ok := r.class(i, "deixis")
	if !ok || e.n == 3 {
		return hit{}, false
	}
	n, j, loose, ok := r.number(k)
	if !ok {
		n, j = 0, k
	}
	u, plural, f, ok := r.unit(j)
	if !ok || !plural || j == k && e.n == 0 {
		return hit{}, false
	}
	if u >= unitMonth && e.n == -2 {
		return hit{}, false
	}
	h := hit{i: i, j: f, grain: u.grain(), relative: true, side: int8(sign(e.n))}
	if n == 0 || r.ref == 0 || loose && !r.is(k, "couple", "few", "a") && !r.has(k, "about") {
		h.kind, h.how = doc.TimeVague, "the number is not told: left open"
		if r.ref == 0 {
			h.how = "no day to count from: left open"
		}
		return h, true
	}
	if u == unitHour {
		n, u = (n+23)/24, unitDay
		h.grain = doc.GrainHour
	}
	if sign(e.n) < 0 {
		h.iv = interval{moved(r.ref, -n, u), r.ref}
		if e.n == 0 {
			return hit{}, false
		}
		h.how = fmt.Sprintf("the %d %s(s) up to %s", n, u.grain(), r.ref)
	} else if e.n == 0 {
		return hit{}, false
	} else {
		h.iv = interval{r.ref, moved(r.ref, n, u)}
		h.how = fmt.Sprintf("the %d %s(s) from %s", n, u.grain(), r.ref)
	}
	return h, true
}

// readWithin reads "in three days" to come, and "in three years" up to now.
func readWithin(r *reader, i int) (hit, bool) {
	if !r.is(i, "in", "within") {
		return hit{}, false
	}
	k := i + 1
	if r.is(k, "just", "only") {
		k++
	}
	n, j, loose, ok := r.number(k)
	if !ok {
		return hit{}, false
	}
	u, _, f, ok := r.unit(j)
	if !ok || r.is(f, "'", "’", "of") || r.dash(f) || r.is(f, "'s", "’s", "ago", "later", "earlier") {
		return hit{}, false
	}
	h := hit{i: k, j: f, grain: u.grain(), relative: true, kind: doc.TimeDuration, how: "a length of time"}
	side, ground := r.side(k, f)
	if u <= unitHour || n == 0 || r.ref == 0 || loose && !r.has(k, "about") {
		return h, true
	}
	switch {
	case side > 0 && r.is(i, "within"):
		h.iv = interval{r.ref, moved(r.ref, n, u)}
	case side > 0:
		at := moved(r.ref, n, u)
		h.kind, h.iv = doc.TimeDate, interval{at, at}
		if u >= unitWeek {
			h.iv = containing(u, at, 0)
		}
	case side < 0 && r.is(i, "in"):
		h.iv = interval{moved(r.ref, -n, u), r.ref}
	default:
		return h, true
	}
	h.how = fmt.Sprintf("%d %s(s) counted from %s, %s", n, u.grain(), r.ref, ground)
	return h, true
}

// readDuration reads "for three days", "a two-week visit", "several months"; ages are no times.
func readDuration(r *reader, i int) (hit, bool) {
	n, k, loose, ok := r.number(i)
	if !ok {
		return hit{}, false
	}
	if r.is(k, "and") && r.is(k+1, "a") && r.is(k+2, "half") {
		k += 3
	} else if r.dash(k) && r.is(k+1, "and") && r.is(k+2, "-") && r.is(k+3, "a") && r.is(k+5, "half") {
		k += 6
	}
	m := r.skip(k, "more", "full", "whole", "consecutive", "straight", "long", "additional", "successive")
	m = r.skip(m, "-", "–")
	u, plural, j, ok := r.unit(m)
	if !ok {
		return hit{}, false
	}
	if r.is(j, "-") && r.is(j+1, "old", "olds") || r.is(j, "old", "of") && r.is(j, "old") || r.is(j, "of") && r.is(j+1, "age") || r.is(i-1, "aged", "age") {
		return hit{}, false
	}
	if u == unitQuarter && r.dash(m-1) {
		return hit{}, false // "three-quarters"
	}
	article := r.is(i, "a", "an")
	if article && (plural || r.dash(m-1) || !r.is(i-1, "for", "in", "within", "after", "about", "nearly", "almost", "than", "over", "during", "half", "once", "twice", "times", "lasted", "over", "least", "spent", "took", "of", "every") || r.is(j, "of") || u == unitNight || r.is(j, "for", "when", "that", "in") && u == unitDay) {
		return hit{}, false
	}
	if r.is(j, "-") && r.at(j+1).word && !r.is(j+1, "long") {
		return hit{}, false
	}
	j0 := j
	if r.is(j, "-") && r.is(j+1, "long") {
		j = j0 + 2
	}
	h := hit{i: i, j: j, kind: doc.TimeDuration, grain: u.grain(), how: "a length of time"}
	if loose || n == 0 {
		h.how = "a length of time, not told exactly"
	}
	return h, true
}

// readNth reads "the second day of protests": the first one lies a day before the report.
func readNth(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the", "a", "its", "their", "his", "her")
	n, j, ok := r.ordinal(k)
	if !ok {
		return hit{}, false
	}
	m := r.skip(j, "-")
	m = r.skip(m, "straight", "consecutive", "successive", "full")
	u, plural, f, ok := r.unit(m)
	if !ok || plural || u < unitDay || u > unitYear || u == unitQuarter || u == unitHalf || u == unitWeekend {
		return hit{}, false
	}
	row := m > j
	if r.is(f, "running") || r.is(f, "in") && r.is(f+1, "a") && r.is(f+2, "row") {
		row = true
		f += map[bool]int{true: 1, false: 3}[r.is(f, "running")]
	}
	h := hit{i: i, j: f, kind: doc.TimeDuration, grain: u.grain(), relative: true, how: "a place in a row of " + u.grain().String() + "s: left open"}
	if r.is(f, "of") {
		if _, _, ok := r.month(f + 1); ok {
			return hit{}, false
		}
	}
	if !row && !r.is(f, "of") && !r.is(i-1, "for", "into", "in", "on", "entered") {
		return hit{}, false
	}
	if n < 2 || r.ref == 0 {
		return h, n > 1 || row
	}
	h.iv = interval{moved(r.ref, -(n - 1), u), r.ref}
	h.how = fmt.Sprintf("began %d %s(s) before %s", n-1, u.grain(), r.ref)
	return h, true
}
