package timex

import "annals/engine/doc"

// readVague reads words that place a time before, at or after the report and no more.
func readVague(r *reader, i int) (hit, bool) {
	if e, k, ok := r.class(i, "vague-units"); ok {
		if u, plural, j, ok := r.unit(k); ok && plural && u >= unitDay {
			return hit{i: i, j: j, kind: doc.TimeVague, grain: u.grain(), side: int8(e.n), relative: true, how: "no number is told: left open"}, true
		}
		return hit{}, false
	}
	e, j, ok := r.class(i, "vague")
	if !ok || r.is(i, "now") && r.is(j, "that") || r.is(i, "soon", "earlier", "later") && r.is(j, "as", "than", "after") || r.is(i-1, "as") && r.is(i, "soon") {
		return hit{}, false
	}
	if _, _, _, ok := r.number(j); ok && r.is(j-1, "past", "future") || r.is(j-1, "past", "future") && r.has(j, "units") {
		return hit{}, false // "in the past two days"
	}
	if r.is(i, "earlier") && r.at(j).word && !r.is(j, "he", "she", "they", "it", "that", "and", "but", "in", "by", "officials", "police", "the") {
		return hit{}, false // "earlier reports"
	}
	return hit{i: i, j: j, kind: doc.TimeVague, grain: doc.GrainDay, side: int8(e.n), relative: true, how: "no day is told: left open"}, true
}

// readSet reads what comes again: "every Friday", "daily", "on Mondays", "twice a week".
func readSet(r *reader, i int) (hit, bool) {
	h := hit{i: i, kind: doc.TimeSet, grain: doc.GrainDay, how: "comes again and again: left open"}
	if _, k, ok := r.class(i, "each"); ok {
		n, m, _, counted := r.number(k)
		_ = n
		if counted && !r.is(k, "a", "an") {
			k = m
		} else if _, m, ok := r.ordinal(k); ok {
			k = m
		}
		if u, _, j, ok := r.unit(k); ok {
			h.j, h.grain = j, u.grain()
			return h, true
		}
		if _, j, ok := r.weekday(k); ok {
			h.j = j
			return h, true
		}
		for _, c := range [...]string{"daypart", "season", "month"} {
			if _, j, ok := r.class(k, c); ok {
				h.j = j
				return h, true
			}
		}
		return hit{}, false
	}
	if _, j, ok := r.class(i, "weekdays"); ok && r.at(i).upper {
		h.j = j
		return h, true
	}
	if e, j, ok := r.class(i, "set"); ok && !(r.at(i).upper && i > 0) {
		u, _ := unitNamed(e.value)
		h.j, h.grain = j, u.grain()
		return h, true
	}
	if _, k, ok := r.class(i, "often"); ok && r.is(k, "a", "per", "each", "every") {
		if u, plural, j, ok := r.unit(k + 1); ok && !plural {
			h.j, h.grain = j, u.grain()
			return h, true
		}
	}
	return hit{}, false
}

// readAge reads ages and counts that look like times; nothing is made of them.
func readAge(r *reader, i int) (hit, bool) {
	_, k, _, ok := r.number(i)
	if !ok || r.is(i, "a", "an") && !r.dash(k) {
		return hit{}, false
	}
	k = r.skip(k, "-")
	_, _, j, ok := r.unit(k)
	if !ok {
		return hit{}, false
	}
	switch {
	case r.dash(j) && r.is(j+1, "old", "olds"):
		return hit{i: i, j: j + 2, rule: noTime}, true
	case r.is(j, "old"):
		return hit{i: i, j: j + 1, rule: noTime}, true
	case r.is(j, "of") && r.is(j+1, "age"):
		return hit{i: i, j: j + 2, rule: noTime}, true
	}
	return hit{}, false
}

// noTime is the rule of a find that is passed over.
const noTime = "-"
