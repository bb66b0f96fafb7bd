package timex

import "annals/engine/doc"

// clock reads a time of day at item i: "3 p.m.", "10:35 a.m.", "14:00 GMT", "noon".
func (r *reader) clock(i int) (j int, grain doc.Grain, ok bool) {
	k := i
	it := r.at(k)
	grain = doc.GrainHour
	switch {
	case r.is(k, "noon", "midnight", "midday"):
		return k + 1, doc.GrainHour, true
	case it.num && it.val <= 24 && it.end-it.start <= 2:
		k++
		minutes := false
		if (r.is(k, ":") || r.is(k, ".") && !r.at(k).space && !r.at(k+1).space) && r.at(k+1).num && r.at(k+1).end-r.at(k+1).start == 2 && r.at(k+1).val < 60 {
			k, grain, minutes = k+2, doc.GrainMinute, true
		} else if r.is(k, ":") {
			return i, 0, false
		}
		_, e, half := r.class(k, "clock")
		if half {
			k = e
			if r.is(k, ".") && !r.at(k).space {
				k++
			}
		} else if r.is(k, "a", "p") && r.is(k+1, ".") && r.is(k+2, "m") {
			k += 3
			k = r.skip(k, ".")
			half = true
		}
		if _, e, zone := r.class(k, "zone"); zone && (half || minutes) {
			k = e
		} else if !half && (!minutes || r.is(i-1, "-", "/") || r.is(i+1, ".")) {
			return i, 0, false
		}
		return k, grain, true
	case it.num && it.end-it.start == 4 && it.val <= 2400 && it.val%100 < 60 && r.has(k+1, "zone") && !r.is(k+1, "est", "et"):
		_, e, _ := r.class(k+1, "zone")
		return e, doc.GrainMinute, true
	}
	return i, 0, false
}

// readClock reads a time of day, with the day told beside it or before it.
func readClock(r *reader, i int) (hit, bool) {
	if j, grain, ok := r.clock(i); ok {
		k := r.skip(j, "(")
		if k > j { // "10:35 a.m. (0735 GMT) Friday"
			if n, _, ok := r.clock(k); ok && r.is(n, ")") {
				j = n + 1
			}
		}
		k = r.skip(j, "on", ",")
		if h, ok := r.dayPoint(k); ok {
			h.i, h.grain, h.part = i, grain, nil
			return h, true
		}
		if r.is(i, "noon", "midnight", "midday") && !r.is(i-1, "at", "around", "about", "by", "until", "after", "before", "since") {
			return hit{}, false
		}
		a, how := r.anchor(unitDay)
		if a.from != a.to {
			a, how = interval{}, "the day is not told: left open"
		}
		return hit{i: i, j: j, iv: a, grain: grain, relative: true, how: "time of day, " + how}, true
	}
	h, ok := r.dayPoint(i)
	if !ok {
		return hit{}, false
	}
	k := r.skip(h.j, ",")
	k = r.skip(k, "at")
	for r.has(k, "about") || r.is(k, "shortly", "just", "after", "before", "by") {
		k++
	}
	if j, grain, ok := r.clock(k); ok {
		h.j, h.grain, h.part = j, grain, nil
		return h, true
	}
	return hit{}, false
}
