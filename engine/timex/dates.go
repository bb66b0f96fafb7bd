package timex

import "annals/engine/doc"

// month reads a month at item i; sure tells that it can be nothing else.
func (r *reader) month(i int) (m, j int, ok bool) {
	if e, k, found := r.class(i, "month"); found {
		it := r.at(i)
		if !it.upper && (it.low == "may" || it.low == "march" || it.low == "august") {
			return 0, i, false
		}
		return e.n, k, true
	}
	if e, k, found := r.class(i, "month-abbr"); found {
		if r.is(k, ".") && !r.at(k).space {
			return e.n, k + 1, true
		}
		if it := r.at(k); it.num || it.ord || r.at(i-1).num || r.at(i-1).ord || r.dash(k) && r.at(k+1).num || r.is(k, "'", "’") {
			return e.n, k, true
		}
	}
	return 0, i, false
}

// weekday reads a day of the week at item i, 1 for Monday.
func (r *reader) weekday(i int) (w, j int, ok bool) {
	if e, k, found := r.class(i, "weekday"); found {
		if r.has(k, "paper") && r.at(k).upper && r.at(i).upper {
			return 0, i, false
		}
		return e.n + 1, k, true
	}
	if e, k, found := r.class(i, "weekday-abbr"); found && r.at(i).upper {
		dot := r.is(k, ".") && !r.at(k).space
		if dot {
			k++
		}
		next := k
		next = r.skip(next, ",")
		_, _, month := r.month(next)
		if month || r.at(next).num && r.at(next).val <= 31 || dot && e.items[0] != "sun" && e.items[0] != "sat" && e.items[0] != "mon" {
			return e.n + 1, k, true
		}
	}
	return 0, i, false
}

// year reads the year of a date at item i: four digits, or two after an apostrophe.
func (r *reader) year(i int) (y, j int, ok bool) {
	it := r.at(i)
	if it.num && it.end-it.start == 4 && it.val >= 1000 && it.val <= 2100 && !r.is(i+1, ":", "%") {
		return it.val, i + 1, true
	}
	if r.is(i, "'", "’") {
		if n := r.at(i + 1); n.num && !n.space && n.end-n.start == 2 {
			return shortYear(n.val), i + 2, true
		}
	}
	if r.is(i, "nineteen", "twenty") { // as spoken: "nineteen ninety-six"
		if n, k, _, ok := r.number(i + 1); ok && n >= 10 && n < 100 && r.has(i+1, "number") {
			return map[bool]int{true: 1900, false: 2000}[r.is(i, "nineteen")] + n, k, true
		}
	}
	return 0, i, false
}

// shortYear is the year of two digits, in the century that news lives in.
func shortYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// dayNumber reads the day of a month at item i.
func (r *reader) dayNumber(i int) (n, j int, ok bool) {
	it := r.at(i)
	if (it.num && it.end-it.start <= 2 || it.ord) && it.val >= 1 && it.val <= 31 {
		if r.is(i+1, "%", "°") || r.is(i+1, ":") && r.at(i+2).num && !r.at(i+2).space || r.dash(i+1) && r.at(i+2).word && !r.at(i+2).upper {
			return 0, i, false // "March 20-year-old"
		}
		return it.val, i + 1, true
	}
	return 0, i, false
}

// readISO reads 2023-10-17 and 2023/10/17.
func readISO(r *reader, i int) (hit, bool) {
	y, m, d := r.at(i), r.at(i+2), r.at(i+4)
	sep := r.at(i + 1).low
	if !y.num || y.end-y.start != 4 || y.val < 1000 || y.val > 2100 || !m.num || !d.num || (sep != "-" && sep != "/") || r.at(i+3).low != sep ||
		m.val < 1 || m.val > 12 || d.val < 1 || d.val > 31 || m.end-m.start != 2 || d.end-d.start != 2 || r.at(i+1).space || m.space {
		return hit{}, false
	}
	j := i + 5
	if next := r.at(j); next.word && !next.space && len(next.low) > 2 && next.low[0] == 't' { // 2023-10-17T04:30:00
		j++
	}
	return r.finish(i, j, partial{year: y.val, month: m.val, day: d.val})
}

// readSlash reads 10/17/2023 (month first, day first where it cannot be a month) and 17.10.2023 (day first).
func readSlash(r *reader, i int) (hit, bool) {
	a, b, y := r.at(i), r.at(i+2), r.at(i+4)
	sep := r.at(i + 1).low
	if !a.num || !b.num || !y.num || r.at(i+3).low != sep || sep != "/" && sep != "." && sep != "-" || b.space || y.space || r.at(i+1).space || r.at(i+3).space {
		return hit{}, false
	}
	year := y.val
	switch y.end - y.start {
	case 2:
		if sep != "/" {
			return hit{}, false
		}
		year = shortYear(year)
	case 4:
		if year < 1000 || year > 2100 {
			return hit{}, false
		}
	default:
		return hit{}, false
	}
	month, day := a.val, b.val
	if sep == "." || month > 12 {
		month, day = day, month
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return hit{}, false
	}
	return r.finish(i, i+5, partial{year: year, month: month, day: day})
}

// readDate reads dates with a month's name in all usual orders, days of one month, and a month alone.
func readDate(r *reader, i int) (hit, bool) {
	var p partial
	k := i
	if w, j, ok := r.weekday(i); ok {
		p.weekday = w
		k = r.skip(j, ",")
		k = r.skip(k, "the")
	}
	if m, j, ok := r.month(k); ok {
		return r.monthFirst(i, k, j, m, p)
	}
	if p.weekday == 0 {
		k = r.skip(k, "the")
	}
	return r.dayFirst(i, k, p)
}

// monthFirst reads what follows a month: "17, 2023", "16-18", "2023", nothing.
func (r *reader) monthFirst(i, at, j, m int, p partial) (hit, bool) {
	p.month = m
	j0 := j
	j = r.skip(j, ",", "the")
	if d, k, ok := r.dayNumber(j); ok {
		p.day = d
		d2, k2 := r.lastDayOf(k, d)
		if d2 != 0 {
			k = k2
		}
		n := r.skip(k, ",")
		n = r.skip(n, "of")
		if y, e, ok := r.year(n); ok && !r.countedAfter(e) {
			p.year, k = y, e
		} else if h, ok := r.deicticYear(i, k, p); ok && d2 == 0 {
			return h, true
		}
		return r.days(i, k, p, d2)
	}
	if d, k, ok := r.ordinal(j); ok && d <= 31 && !r.at(j).ord { // as spoken: "March the eighth"
		if _, _, _, unit := r.unit(r.skip(k, "-")); !unit && !r.is(k, "half") {
			p.day = d
			if y, e, ok := r.year(r.skip(k, ",")); ok {
				p.year, k = y, e
			}
			return r.finish(i, k, p)
		}
	}
	n := r.skip(j0, ",")
	if r.dash(n) && !r.at(n).space && !r.at(n+1).space {
		n++ // "Dec-2018"
	}
	n = r.skip(n, "of")
	n = r.skip(n, "the")
	n = r.skip(n, "year")
	if y, e, ok := r.year(n); ok && p.weekday == 0 {
		p.year = y
		return r.finish(i, e, p)
	}
	if h, ok := r.deicticYear(i, j0, p); ok && p.weekday == 0 {
		return h, true // "July last year"
	}
	if p.weekday != 0 || !r.monthAlone(at, j0) {
		return hit{}, false
	}
	return r.finish(i, j0, p)
}

// dayFirst reads "17 October 2023", "the 17th of October", "23–26 February 1981".
func (r *reader) dayFirst(i, k int, p partial) (hit, bool) {
	d, j, ok := r.dayNumber(k)
	if !ok {
		if n, e, found := r.ordinal(k); found && n <= 31 && r.is(e, "of") { // "the first of May"
			d, j = n, e
		} else {
			return hit{}, false
		}
	}
	p.day = d
	d2, e := r.lastDayOf(j, d)
	if d2 != 0 {
		j = e
	}
	j = r.skip(j, "of", "-", "/")
	if h, ok := r.dayOfUnit(i, j, p); ok && d2 == 0 && p.weekday == 0 {
		return h, true
	}
	m, e, ok := r.month(j)
	if !ok {
		return hit{}, false
	}
	p.month = m
	n := r.skip(e, ",", "-", "/")
	n = r.skip(n, "of")
	if y, f, ok := r.year(n); ok && !r.countedAfter(f) {
		p.year, e = y, f
	}
	return r.days(i, e, p, d2)
}

// dayOfUnit reads the "next month" of "the 20th of next month".
func (r *reader) dayOfUnit(i, j int, p partial) (hit, bool) {
	e, k, ok := r.class(j, "deixis")
	if !ok || !r.is(k, "month") || !r.is(j-1, "of") || r.ref == 0 || e.n == 3 {
		return hit{}, false
	}
	month := containing(unitMonth, r.ref, sign(e.n))
	day := month.from + doc.Day(p.day-1)
	if day > month.to {
		return hit{}, false
	}
	return hit{i: i, j: k + 1, iv: interval{day, day}, grain: doc.GrainDay, relative: true, how: "day of the month of " + month.from.String()}, true
}

// countedAfter reports whether item i is a noun that makes the number before it a count.
func (r *reader) countedAfter(i int) bool { return r.has(i, "counted") && !r.at(i).upper }

// lastDayOf reads the second day of "16-18", "3 and 5", "23 to 26", after the day d.
func (r *reader) lastDayOf(i, d int) (last, j int) {
	and := r.is(i, "and", "&")
	if !and && !r.dash(i) && !r.is(i, "to", "through", "until", "till") {
		return 0, i
	}
	n, j, ok := r.dayNumber(r.skip(i+1, "the"))
	if !ok || n <= d || n > 31 {
		return 0, i
	}
	if next := r.at(j); and && next.word && !next.upper && !r.is(j, "of", "in", "at", "on", "by", "for", "to", "with", "when", "as") {
		return 0, i // "on May 3 and 5 people died"
	}
	return n, j
}

// days is a day of a date, or the days up to last where that is not 0.
func (r *reader) days(i, j int, p partial, last int) (hit, bool) {
	h, ok := r.finish(i, j, p)
	if ok && last != 0 && h.iv.from != 0 {
		h.iv.to = h.iv.from + doc.Day(last-p.day)
		h.part = nil
	}
	return h, ok
}

// monthAlone reports whether the month at items [i, j) is a time without day or year.
func (r *reader) monthAlone(i, j int) bool {
	it := r.at(i)
	// A name: "April Smith", "Theresa May", "June Carter".
	next, prev := r.at(j), r.at(i-1)
	switch it.low {
	case "may", "march", "april", "june", "august", "mar", "jan", "jun":
		if next.upper && next.word && !r.has(j, "weekday") && it.low != "march" {
			return false
		}
		led := r.is(i-1, "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "through", "during", "before", "after", "past", "previous", "following", "between", "coming") ||
			r.dash(i-1) && r.is(i-2, "mid") || r.is(i-1, "to", "and", "or", ",", "–", "-") && r.nearMonth(i-2)
		if it.low == "may" || it.low == "march" {
			if !led || next.word && !next.upper && it.low == "may" && r.is(j, "be", "have", "not", "also", "well", "never", "still") {
				return false
			}
			return true
		}
		if prev.upper && prev.word && !led && i > 1 {
			return false
		}
	}
	return it.upper || it.low == "september" || it.low != "dec"
}

// nearMonth reports whether a month's name ends at item i.
func (r *reader) nearMonth(i int) bool {
	return r.has(i, "month") || r.at(i).num || r.is(i, ".") && r.has(i-1, "month-abbr")
}

// deicticYear completes a date by "this year" or "last year" at item j.
func (r *reader) deicticYear(i, j int, p partial) (hit, bool) {
	n := r.skip(j, ",", "of")
	e, k, ok := r.class(n, "deixis")
	if !ok || !r.is(k, "year") || e.n != -1 && e.n != 0 && e.n != 1 || r.ref == 0 {
		return hit{}, false
	}
	y, _, _ := r.ref.Date()
	p.year = y + e.n
	h, ok := r.finish(i, k+1, p)
	h.relative = true
	h.how = "of the year " + containing(unitYear, r.ref, e.n).from.String()[:4]
	return h, ok
}

// readMonthDay reads "the 17th" of a month just told, or the nearest one.
func readMonthDay(r *reader, i int) (hit, bool) {
	if w, j, ok := r.weekday(i); ok { // "Tuesday the 11th"
		n, k, ok := r.ordinal(r.skip(j, "the", ","))
		if !ok || n > 31 || r.ref == 0 || r.is(k, "of") || r.has(k, "unit") {
			return hit{}, false
		}
		for d := doc.Day(0); d < 200; d++ {
			for _, day := range [...]doc.Day{r.ref - d, r.ref + d} {
				if _, _, m := day.Date(); m == n && day.Weekday() == w-1 {
					return hit{i: i, j: k, iv: interval{day, day}, grain: doc.GrainDay, relative: true, how: "nearest day of that name and number"}, true
				}
			}
		}
		return hit{}, false
	}
	if !r.is(i, "the") || !r.at(i+1).ord || !r.is(i-1, "on", "until", "by", "since", "of") || r.at(i+2).word && !r.is(i+2, "of", "and", "in", "at", "when", "he", "she", "they", "it") {
		return hit{}, false
	}
	j := i + 2
	if r.is(j, "of") && !r.is(j+1, "this", "the") {
		return hit{}, false
	}
	a, how := r.anchor(unitDay)
	if a.from == 0 || r.at(i+1).val > 31 {
		return hit{}, false
	}
	y, m, _ := a.from.Date()
	day := doc.MakeDay(y, m, r.at(i+1).val)
	return hit{i: i, j: j, iv: interval{day, day}, grain: doc.GrainDay, relative: true, how: "day of the month, " + how}, true
}
