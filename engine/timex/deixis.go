package timex

import (
	"fmt"

	"annals/engine/doc"
)

// readWeekday reads a day of the week with the words around it that move it:
// "Tuesday", "last Friday", "this coming Monday", "Tuesday of last week".
func readWeekday(r *reader, i int) (hit, bool) {
	k, way := i, 9
	if e, j, ok := r.class(i, "deixis"); ok {
		way, k = e.n, j
		if r.is(i, "this") && r.is(i+1, "past", "coming") { // kept as the table says
			way = e.n
		}
	}
	w, j, ok := r.weekday(k)
	if !ok {
		return hit{}, false
	}
	p := partial{weekday: w}
	wd := doc.Day(w - 1)
	// "Tuesday of last week", "Tuesday last week", "Monday next week"
	if way == 9 {
		n := r.skip(j, "of", ",")
		if e, f, ok := r.class(n, "deixis"); ok && r.is(f, "week", "weekend") && e.n != 3 {
			h := hit{i: i, j: f + 1, grain: doc.GrainDay, relative: true, how: "no day to count from: left open"}
			if r.ref != 0 {
				monday := containing(unitWeek, r.ref, sign(e.n)).from
				h.iv = interval{monday + wd, monday + wd}
				h.how = fmt.Sprintf("that day in the week of %s", monday)
			}
			return h, true
		}
		if r.is(j, "week") && r.is(j-2, "a") { // "Tuesday week"
			return hit{}, false
		}
		return r.finish(i, j, p)
	}
	h := hit{i: i, j: j, grain: doc.GrainDay, relative: true, how: "no day to count from: left open"}
	if way == 2 || way == -2 || way == 3 {
		a, how := r.anchor(unitDay)
		if a.from == 0 {
			return h, true
		}
		day := a.from
		switch way {
		case 3:
			day -= doc.Day((day.Weekday() - int(wd) + 7) % 7)
		case 2:
			day = a.to + 1
			day += doc.Day((int(wd) - day.Weekday() + 7) % 7)
		default:
			day--
			day -= doc.Day((day.Weekday() - int(wd) + 7) % 7)
		}
		h.iv, h.how = interval{day, day}, how
		return h, true
	}
	if r.ref == 0 {
		return h, true
	}
	monday := containing(unitWeek, r.ref, 0).from
	day := monday + wd
	switch {
	case way < 0:
		day = r.ref - 1
		day -= doc.Day((day.Weekday() - int(wd) + 7) % 7)
		h.how = "last such day before " + r.ref.String()
	case way == 0:
		h.how = "that day of the week of " + monday.String()
		if s, _ := r.side(i, j); s < 0 && day > r.ref {
			day -= 7
		} else if s > 0 && day < r.ref {
			day += 7
		}
	case r.is(i, "next", "the") && day > r.ref && r.is(k-1, "next"):
		day += 7
		h.how = "that day of the week after " + r.ref.String()
	default:
		day = r.ref + 1
		day += doc.Day((int(wd) - day.Weekday() + 7) % 7)
		h.how = "first such day after " + r.ref.String()
	}
	h.iv = interval{day, day}
	return h, true
}

// readDayWord reads today, yesterday, tonight, "the day before yesterday".
func readDayWord(r *reader, i int) (hit, bool) {
	e, j, ok := r.class(i, "dayword")
	grain := doc.GrainDay
	if !ok {
		if e, j, ok = r.class(i, "nightword"); !ok {
			return hit{}, false
		}
		grain = doc.GrainDaypart
	}
	if r.is(i, "today") && (r.at(i-1).upper && r.at(i-1).word && r.prose() || r.is(j, "show")) && r.at(i).upper && i > 0 {
		return hit{}, false
	}
	h := hit{i: i, j: j, grain: grain, relative: true, how: "no day to count from: left open"}
	if r.ref != 0 {
		day := r.ref + doc.Day(e.n)
		h.iv, h.how = interval{day, day}, counted(e.n, "day", r.ref)
	}
	return h, true
}

// counted tells a reckoning of n units from a day.
func counted(n int, u string, from doc.Day) string {
	switch {
	case n == 0:
		return "the report's " + u + ", " + from.String()
	case n < 0:
		return fmt.Sprintf("%d %s(s) before %s", -n, u, from)
	}
	return fmt.Sprintf("%d %s(s) after %s", n, u, from)
}

// readOvernight reads "overnight": the night before the report.
func readOvernight(r *reader, i int) (hit, bool) {
	if !r.is(i, "overnight") || r.is(i-1, "the", "an", "stayed", "stay", "become", "became") && !r.is(i+1, "raid", "attack", "strike", "strikes", "raids", "attacks", "shelling", "bombardment") {
		return hit{}, false
	}
	h := hit{i: i, j: i + 1, grain: doc.GrainDaypart, relative: true, how: "no day to count from: left open"}
	if r.ref != 0 {
		h.iv, h.how = interval{r.ref - 1, r.ref}, "the night before "+r.ref.String()
	}
	return h, true
}

// readUnit reads "last week", "this year", "the following month", "that day".
func readUnit(r *reader, i int) (hit, bool) {
	e, k, ok := r.class(i, "deixis")
	if !ok {
		return hit{}, false
	}
	if e.n == 0 && r.has(k, "daypart") { // "this morning"
		h := hit{i: i, j: k + 1, grain: doc.GrainDaypart, relative: true, how: "no day to count from: left open"}
		if r.ref != 0 {
			h.iv, h.how = interval{r.ref, r.ref}, counted(0, "day", r.ref)
		}
		return h, true
	}
	u, plural, j, ok := r.unit(k)
	if !ok || plural || u <= unitHour {
		return hit{}, false
	}
	if i > 0 && r.at(i).upper && r.at(k).upper && r.prose() {
		return hit{}, false // a programme: "This Week"
	}
	if u == unitWeek && r.is(j, "-") { // "last week-end"
		if r.is(j+1, "end") {
			u, j = unitWeekend, j+2
		}
	}
	if r.dash(j) && !r.at(j).space { // "last-minute", "this year-old"
		return hit{}, false
	}
	h := hit{i: i, j: j, grain: u.grain(), relative: true}
	if e.n == 2 || e.n == -2 || e.n == 3 {
		a, how := r.anchor(u)
		h.how = how
		if a.from == 0 {
			return h, true
		}
		n := sign(e.n)
		if e.n == 3 {
			n = 0
		} else if u == unitDay || u == unitNight {
			if n > 0 {
				h.iv = interval{a.to + 1, a.to + 1}
			} else {
				h.iv = interval{a.from - 1, a.from - 1}
			}
			return h, true
		}
		h.iv = containing(u, a.from, n)
		return h, true
	}
	if r.ref == 0 {
		h.how = "no day to count from: left open"
		return h, true
	}
	// "the past week" runs up to the report; "last week" is the whole one before.
	if e.items[len(e.items)-1] == "past" && u != unitWeekend && u != unitDay && u != unitNight && !r.is(i, "this") {
		h.iv = interval{moved(r.ref, -1, u), r.ref}
		h.how = "the " + u.grain().String() + " up to " + r.ref.String()
		return h, true
	}
	h.iv = containing(u, r.ref, sign(e.n))
	if u == unitWeekend {
		h.iv = r.weekend(e.n, i, j)
	}
	h.how = counted(sign(e.n), u.grain().String(), r.ref)
	return h, true
}

// weekend is the weekend told by last, this, next from the day of the report.
func (r *reader) weekend(way, i, j int) interval {
	w := containing(unitWeekend, r.ref, 0)
	inside := r.ref >= w.from
	switch {
	case way < 0:
		return interval{w.from - 7, w.to - 7}
	case way == 1:
		if !inside && r.is(i, "the", "this", "coming", "upcoming") {
			return w
		}
		return interval{w.from + 7, w.to + 7}
	}
	if s, _ := r.side(i, j); s < 0 && !inside {
		return interval{w.from - 7, w.to - 7}
	}
	return w
}

// readWeekend reads "the weekend" and "at the weekend".
func readWeekend(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	if !r.is(k, "weekend") || k == i && !r.is(i-1, "over", "at", "during") || r.is(k+1, "of") {
		return hit{}, false
	}
	h := hit{i: i, j: k + 1, grain: doc.GrainDay, relative: true, how: "no day to count from: left open"}
	if r.ref != 0 {
		s, ground := r.side(i, k+1)
		w := r.weekend(0, i, k+1)
		if s == 0 && w.from > r.ref {
			w = interval{w.from - 7, w.to - 7}
		}
		h.iv, h.how = w, "weekend nearest to "+r.ref.String()+", "+ground
	}
	return h, true
}

// readPortion reads "earlier this week", "later this year": up to, or from, the day of the report.
func readPortion(r *reader, i int) (hit, bool) {
	e, k, ok := r.class(i, "portion")
	if !ok {
		return hit{}, false
	}
	k = r.skip(k, "in", "on")
	if d, j, ok := r.class(k, "dayword"); ok && d.n == 0 {
		h, ok := readDayWord(r, k)
		h.i, h.j, h.grain = i, j, doc.GrainDaypart
		return h, ok
	}
	if r.is(k, "the") && r.is(k+1, "day") && r.ref != 0 {
		a, how := r.anchor(unitDay)
		return hit{i: i, j: k + 2, iv: a, grain: doc.GrainDaypart, relative: true, how: how}, true
	}
	if r.is(k, "the") && r.is(k+1, "week", "month", "year") {
		k++
	}
	h, ok := readUnit(r, k)
	if u, _, j, found := r.unit(k); !ok && found && r.is(k-1, "the") && r.ref != 0 {
		h, ok = hit{j: j, grain: u.grain(), iv: containing(u, r.ref, 0), relative: true}, true
	}
	if !ok {
		return hit{}, false
	}
	h.i = i
	if h.iv.from != 0 && r.ref >= h.iv.from && r.ref <= h.iv.to {
		if e.n < 0 {
			h.iv.to = r.ref
			h.how = "from its first day to the report's, " + r.ref.String()
		} else {
			h.iv.from = r.ref
			h.how = "from the report's day, " + r.ref.String() + ", to its last"
		}
	}
	return h, true
}

// readNamed reads "last March", "next spring", "this Christmas", "the following May".
func readNamed(r *reader, i int) (hit, bool) {
	e, k, ok := r.class(i, "deixis")
	if !ok {
		return hit{}, false
	}
	var p partial
	j := k
	switch s, f, season := r.class(k, "season"); {
	case season:
		p.season, j = s.n, f
		if r.is(i, "the") || e.n == 3 && s.items[0] == "fall" {
			return hit{}, false
		}
	default:
		m, f, ok := r.month(k)
		if ok {
			p.month, j = m, f
			if d, g, ok := r.dayNumber(f); ok {
				p.day, j = d, g
			}
			break
		}
		h, f, ok := r.class(k, "holiday")
		if !ok {
			return hit{}, false
		}
		fe, _ := parseFeast(h.value)
		p.feast, j = &fe, f
	}
	if y, f, ok := r.year(r.skip(j, ",", "of")); ok {
		p.year = y
		return r.finish(i, f, p)
	}
	h := hit{i: i, j: j, grain: p.grain(), relative: true, how: "no day to count from: left open"}
	ref := r.ref
	if e.n == 2 || e.n == -2 || e.n == 3 {
		a, _ := r.anchor(unitMonth)
		ref = a.from
	}
	if ref == 0 {
		return h, true
	}
	y, _, _ := ref.Date()
	if e.n == 0 {
		h.iv, _ = p.in(y)
		h.how = "that of the year " + fmt.Sprint(y)
		return h, true
	}
	for d := -2; d <= 2; d++ {
		iv, ok := p.in(y + d)
		switch {
		case !ok:
		case e.n < 0 && iv.to < ref:
			h.iv = iv
		case (e.n == 1 || e.n == 2) && iv.from > ref && h.iv.from == 0:
			h.iv = iv
		case e.n == 3 && iv.from <= ref:
			h.iv = iv
		}
	}
	h.how = "nearest before " + ref.String()
	if e.n > 0 {
		h.how = "nearest after " + ref.String()
	}
	return h, true
}

// readPosition reads "early 2018", "late last month", "mid-March", "the end of June", "year-end".
func readPosition(r *reader, i int) (hit, bool) {
	e, k, ok := r.class(i, "position")
	if !ok && r.is(i, "the") {
		e, k, ok = r.class(i+1, "position")
	}
	if !ok {
		if r.is(i, "year", "month") && r.dash(i+1) && r.is(i+2, "end") {
			u, _, _, _ := r.unit(i)
			h := hit{i: i, j: i + 3, grain: u.grain(), relative: true, how: "no day to count from: left open"}
			if r.ref != 0 {
				h.iv, h.grain = narrow(containing(u, r.ref, 0), u.grain(), "end")
				h.how = "end of the report's " + u.grain().String()
			}
			return h, true
		}
		return hit{}, false
	}
	if e.value == "end-bare" {
		return hit{}, false
	}
	k = r.skip(k, "-", "–")
	k = r.skip(k, "on", "in")
	h, ok := r.point(k)
	if !ok && k > i {
		n := r.skip(k, "the")
		if u, plural, j, found := r.unit(n); found && !plural && u >= unitWeek && n > k && (e.value == "start" || e.value == "end" || e.value == "mid") {
			h, ok = hit{j: j, grain: u.grain(), relative: true, how: "no day to count from: left open"}, true
			if r.ref != 0 {
				h.iv, h.how = containing(u, r.ref, 0), "the report's "+u.grain().String()
			}
		}
		if s, j, found := r.class(n, "season"); found && !ok {
			h, ok = r.finish(i, j, partial{season: s.n})
		}
		if m, j, found := r.month(n); found && !ok && r.at(n).upper {
			h, ok = r.finish(i, j, partial{month: m})
		}
	}
	if !ok || h.kind != doc.TimeDate {
		return hit{}, false
	}
	h.i = i
	h.iv, h.grain = narrow(h.iv, h.grain, e.value)
	h.how = e.value + " part; " + h.how
	h.part = nil
	return h, true
}

// readDaypart reads a part of a day told with the day: "Tuesday morning", "the
// night of 3 May", "yesterday at dawn".
func readDaypart(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	if k == i || r.has(k, "daypart") || r.is(k, "early") {
		n := r.skip(k, "early")
		if n > k {
			n = r.skip(n, "hours")
		}
		if _, j, ok := r.class(n, "daypart"); ok || n > k+1 {
			if !ok {
				j = n
			}
			if f := r.skip(j, "of", "on", ","); f > j || k == i {
				if h, ok := r.dayPoint(f); ok {
					h.i, h.grain = i, doc.GrainDaypart
					return h, true
				}
			}
			return hit{}, false
		}
	}
	h, ok := r.dayPoint(i)
	if !ok {
		return hit{}, false
	}
	n := r.skip(h.j, "at", "in", ",")
	n = r.skip(n, "the")
	n = r.skip(n, "early", "late", "mid", "-")
	n = r.skip(n, "-")
	if _, j, ok := r.class(n, "daypart"); ok {
		h.j, h.grain, h.part = j, doc.GrainDaypart, nil
		return h, true
	}
	return hit{}, false
}

// dayPoint is a point told to the day.
func (r *reader) dayPoint(i int) (hit, bool) {
	var best hit
	for _, try := range [...]func(*reader, int) (hit, bool){readDate, readWeekday, readDayWord, readISO, readSlash, readFeast} {
		if h, ok := try(r, i); ok && h.j > best.j && h.grain <= doc.GrainDay && h.kind == doc.TimeDate {
			best = h
		}
	}
	if best.j == 0 {
		if h, ok := readUnit(r, i); ok && h.grain == doc.GrainDay && h.iv.from == h.iv.to {
			return h, true
		}
	}
	return best, best.j > i
}
