package timex

import (
	"strconv"
	"strings"

	"annals/engine/doc"
)

// readFeast reads the day of a feast, with a year where one follows.
func readFeast(r *reader, i int) (hit, bool) {
	e, j, ok := r.class(i, "holiday")
	if !ok || !r.at(i).upper && !r.is(i, "the", "new") || r.is(j, "island", "islands", "agreement", "rising", "accord", "tree", "trees") {
		return hit{}, false
	}
	f, _ := parseFeast(e.value)
	if f.country != "" && !r.is(i, "the", "fourth") {
		// The name belongs to many states; without the state it tells no day.
		return hit{i: i, j: j, kind: doc.TimeVague, grain: doc.GrainDay, how: "a feast of many states: left open"}, true
	}
	p := partial{feast: &f, feastName: e.items[0]}
	n := r.skip(j, ",", "of", "in")
	if y, k, ok := r.year(n); ok {
		p.year, j = y, k
	}
	return r.finish(i, j, p)
}

// readNamedDay reads days that are known by a number alone: "9/11", "the
// September 11 attacks". The value says which day, and how many words at the end
// of the entry name the deed and not the day.
func readNamedDay(r *reader, i int) (hit, bool) {
	e, j, ok := r.class(i, "named-day")
	if !ok || r.is(j, "/") {
		return hit{}, false
	}
	s, cut, _ := strings.Cut(e.value, "/")
	day, err := doc.ParseDay(s)
	n, _ := strconv.Atoi(cut)
	if err != nil || n >= j-i {
		return hit{}, false
	}
	return hit{i: i, j: j - n, iv: interval{day, day}, grain: doc.GrainDay, how: "a day known by its number"}, true
}

// readMovable reads feasts by the moon, whose day is not reckoned.
func readMovable(r *reader, i int) (hit, bool) {
	_, j, ok := r.class(i, "movable")
	if !ok || !r.at(i).upper {
		return hit{}, false
	}
	return hit{i: i, j: j, kind: doc.TimeVague, grain: doc.GrainMonth, how: "a feast by the moon: left open"}, true
}
