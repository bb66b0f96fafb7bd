package timex

import "annals/engine/doc"

// readYear reads a year that stands alone.
func readYear(r *reader, i int) (hit, bool) {
	k := i
	if r.is(i, "the") && r.is(i+1, "year") {
		k = i + 2
	} else if r.is(i, "fiscal", "fy") {
		k = r.skip(i+1, "year")
	}
	y, j, ok := r.year(k)
	if !ok || y < 1400 {
		return hit{}, false
	}
	prev, next := r.at(i-1), r.at(j)
	switch {
	case r.is(i-1, "$", "£", "€", "#", "no", "¥", ":", "/", "©", "copyright") || r.is(i-1, ")") && r.is(i-2, "c") || prev.num && !r.is(i-1, "and") && prev.val > 31 || r.is(i-1, ".") && r.is(i-2, "no"),
		r.has(j, "counted") && !next.upper, r.has(j, "unit") && !r.is(j, "season") || r.has(j, "units"), r.is(j, "%", "percent", "per", "°", "km", "mw", "/", "m"),
		r.is(j, ".") && r.at(j+1).num && !r.at(j+1).space, r.dash(j) && r.at(j+1).word && !next.space && !r.is(j+1, "present", "era", "style") && !r.at(j+1).space,
		r.streetAfter(j):
		return hit{}, false
	}
	if k > i {
		return r.finish(i, j, partial{year: y})
	}
	sure := r.is(i-1, "in", "since", "of", "by", "until", "till", "from", "before", "after", "during", "early", "late", "mid", "(", "between", "through", "circa", "year", "to", "and", "’s", "'s", "–", "-", "the", "for", "around", "about", "into", "a", "its", "his", "their", "past", "next", ",", "as", "last") || i == 0
	if r.is(i-1, "about", "around", "some", "nearly", "than", "least", "over", "to", "and", "a", "for", "by", "of", ",") && next.word && !next.upper && plural(next.low) {
		return hit{}, false
	}
	if prev.word && prev.upper && !sure && i > 1 {
		return hit{}, false // "Agenda 2030"
	}
	if !sure && (y < 1900 || y > 2060 || next.word && !next.upper && plural(next.low)) || sure && y > 2100 {
		return hit{}, false
	}
	h, ok := r.finish(i, j, partial{year: y})
	return h, ok
}

// plural reports whether a lower-case word looks like a plural noun.
func plural(w string) bool {
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w != "was" && w != "has" && w != "his" && w != "this" && w != "its"
}

// streetAfter reports whether the number before item i is a house number.
func (r *reader) streetAfter(i int) bool {
	for k := i; k < i+3; k++ {
		it := r.at(k)
		if !it.upper {
			return false
		}
		if r.is(k, "street", "avenue", "road", "boulevard", "drive", "lane", "st", "ave", "rd", "blvd") {
			return true
		}
	}
	return false
}

// readDecade reads "the 1990s", "1990s", "the '90s", "the nineties".
func readDecade(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	apostrophe := r.is(k, "'", "’", "‘")
	if apostrophe {
		k++
	}
	it := r.at(k)
	y := 0
	switch {
	case it.decade && it.val >= 1000:
		y = it.val
	case it.decade && (apostrophe || k > i):
		y = shortYear(it.val)
		if it.val < 30 && it.val > 0 {
			y = 1900 + it.val
		}
	case k > i:
		for n, name := range [...]string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
			if it.low == name && !r.is(k-2, "his", "her", "their") {
				y = 1920 + 10*n
			}
		}
	}
	if y == 0 || r.is(i-1, "his", "her", "their", "in") && !apostrophe && it.val < 1000 && it.decade && k == i {
		return hit{}, false
	}
	return hit{i: i, j: k + 1, iv: interval{doc.MakeDay(y, 1, 1), doc.MakeDay(y+10, 1, 1) - 1}, grain: doc.GrainDecade, how: "as said"}, true
}

// readCentury reads "the 19th century", "20th-century".
func readCentury(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	n, j, ok := r.ordinal(k)
	j = r.skip(j, "-")
	if !ok || !r.is(j, "century", "centuries") || n > 21 || n < 5 {
		return hit{}, false
	}
	return hit{i: i, j: j + 1, iv: interval{doc.MakeDay(100*n-99, 1, 1), doc.MakeDay(100*n+1, 1, 1) - 1}, grain: doc.GrainCentury, how: "as said"}, true
}

// readQuarter reads "the first quarter of 2023", "Q1 2023", "second half of the year".
func readQuarter(r *reader, i int) (hit, bool) {
	var p partial
	k := r.skip(i, "the", "this", "its")
	j := k
	if it := r.at(k); len(it.low) == 2 && (it.low[0] == 'q' && it.low[1] >= '1' && it.low[1] <= '4' || it.low[0] == 'h' && (it.low[1] == '1' || it.low[1] == '2')) && it.upper {
		if it.low[0] == 'q' {
			p.quarter = int(it.low[1] - '0')
		} else {
			p.half = int(it.low[1] - '0')
		}
		j = k + 1
	} else {
		n, e, ok := r.ordinal(k)
		if !ok {
			return hit{}, false
		}
		e = r.skip(e, "-")
		e = r.skip(e, "fiscal", "calendar")
		switch {
		case r.is(e, "quarter") && n <= 4:
			p.quarter = n
		case r.is(e, "half") && n <= 2:
			p.half = n
		default:
			return hit{}, false
		}
		j = e + 1
	}
	if y := r.at(i - 1); y.num && y.end-y.start == 4 && y.val > 1900 && y.val < 2100 && k == i {
		p.year = y.val // "the 2022 third quarter"
		return r.finish(i, j, p)
	}
	n := r.skip(j, "of", "in", ",")
	if u := r.skip(r.skip(n, "the", "this"), "fiscal"); u > n && r.is(u, "year") {
		p.year, _, _ = r.ref.Date()
		if r.ref == 0 {
			p.year = 0
		}
		h, ok := r.finish(i, u+1, p)
		h.relative = true
		return h, ok
	}
	if d, e, ok := r.class(n, "deixis"); ok && r.is(e, "year") && r.ref != 0 {
		y, _, _ := r.ref.Date()
		p.year = y + sign(d.n)
		h, ok := r.finish(i, e+1, p)
		h.relative = true
		return h, ok
	}
	if r.is(n, "fiscal") {
		n++
	}
	if y, e, ok := r.year(n); ok {
		p.year, j = y, e
	} else if p.half != 0 && n > j {
		return hit{}, false // "the first half of the match"
	} else if n > j && r.is(j, "of") {
		return hit{}, false // "a quarter of the town"
	} else if p.half != 0 && !r.is(k-1, "in", "for", "during") && !r.is(i-1, "in", "for", "during") {
		return hit{}, false
	}
	return r.finish(i, j, p)
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n == 1 || n == 2:
		return 1
	}
	return 0
}

// readSeason reads "spring 2020", "the summer of 2019", "in winter".
func readSeason(r *reader, i int) (hit, bool) {
	k := r.skip(i, "the")
	e, j, ok := r.class(k, "season")
	if !ok || r.has(j, "paper") && r.at(j).upper || r.is(i-1, "arab", "prague") || r.is(j, "olympics", "games") {
		return hit{}, false
	}
	p := partial{season: e.n}
	n := r.skip(j, "of", ",")
	n = r.skip(n, "the")
	if y, f, ok := r.year(n); ok {
		p.year = y
		return r.finish(i, f, p)
	}
	if !r.is(i-1, "in", "during", "since", "until", "by", "for", "over", "through", "of", "mid", "early", "late") && !(r.dash(i-1) && r.is(i-2, "mid")) || r.is(i-1, "for", "of", "over", "by", "in") && k == i && e.items[0] == "fall" || r.is(j, "of", "in") && e.items[0] == "fall" {
		return hit{}, false
	}
	return r.finish(i, j, p)
}
