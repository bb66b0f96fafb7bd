package timex

import (
	"annals/engine/doc"
)

// dayNames names the days in reckonings that people read.
var dayNames = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// hit is what a rule makes of the items [i, j).
type hit struct {
	i, j         int
	rule         string
	kind         doc.TimeKind
	iv           interval
	grain        doc.Grain
	relative     bool
	since, until bool
	side         int8     // for vague times: -1 before the report, +1 after it
	how          string   // the reckoning
	part         *partial // what the words say, where a second date may complete it
}

// rule is one way of saying a time. A point may stand at either end of a range.
type rule struct {
	name  string
	point bool
	try   func(*reader, int) (hit, bool)
}

// reader reads one document; it holds the items of the sentence at work.
type reader struct {
	words *words
	rules []rule
	d     *doc.Document
	ref   doc.Day // day that relative expressions count from, 0 if unknown
	items []item
	sent  int32
	trees bool // whether sentence has a parse

	// the story so far: the last time told, and the last told to the day
	last, lastDay told
}

// told is a time that the story has reached.
type told struct {
	iv   interval
	sent int32
}

// class finds the longest entry of a class at item i; j is the item after it.
func (r *reader) class(i int, class string) (e entry, j int, ok bool) {
	if i < 0 || i >= len(r.items) {
		return entry{}, i, false
	}
	for _, e := range r.words.first[r.items[i].low] {
		if e.class == class && r.phrase(i, e.items) {
			return e, i + len(e.items), true
		}
	}
	return entry{}, i, false
}

// has reports whether an entry of a class stands at item i.
func (r *reader) has(i int, class string) bool {
	_, _, ok := r.class(i, class)
	return ok
}

// phrase reports whether the items stand at i one after another.
func (r *reader) phrase(i int, items []string) bool {
	if i+len(items) > len(r.items) {
		return false
	}
	for k, w := range items {
		if r.items[i+k].low != w {
			return false
		}
	}
	return true
}

// is reports whether item i is one of the words.
func (r *reader) is(i int, words ...string) bool {
	if i < 0 || i >= len(r.items) {
		return false
	}
	for _, w := range words {
		if r.items[i].low == w {
			return true
		}
	}
	return false
}

// at is item i, or an empty one outside the sentence.
func (r *reader) at(i int) item {
	if i < 0 || i >= len(r.items) {
		return item{}
	}
	return r.items[i]
}

// skip is i moved over one item if it is one of the words.
func (r *reader) skip(i int, words ...string) int {
	if r.is(i, words...) {
		return i + 1
	}
	return i
}

// dash reports whether item i is a hyphen or dash.
func (r *reader) dash(i int) bool { return r.is(i, "-", "–", "—", "‑") }

// point is the longest time at item i that may be an end of a range.
func (r *reader) point(i int) (hit, bool) {
	var best hit
	for k := range r.rules {
		if !r.rules[k].point {
			continue
		}
		if h, ok := r.rules[k].try(r, i); ok && h.j > best.j {
			h.rule = r.rules[k].name
			best = h
		}
	}
	return best, best.j > i
}

// number reads a count at item i: digits, words, "a", "several". n is 0 where
// the words give none; loose tells that the count is not exact.
func (r *reader) number(i int) (n, j int, loose, ok bool) {
	if e, k, found := r.class(i, "some"); found {
		return e.n, k, true, true
	}
	j = i
	for r.has(j, "about") && !r.is(j, "some") {
		_, j, _ = r.class(j, "about")
		loose = true
	}
	it := r.at(j)
	switch {
	case it.num && it.val > 0 && it.val < 10000:
		n, j = it.val, j+1
	case it.word && r.has(j, "number"):
		e, k, _ := r.class(j, "number")
		n, j = e.n, k
		if n >= 20 && n%10 == 0 && n < 100 {
			m := r.skip(j, "-")
			if e, k, found := r.class(m, "number"); found && e.n < 10 {
				n, j = n+e.n, k
			}
		}
		if r.is(j, "dozen") && n < 20 {
			n, j = n*12, j+1
		}
	case r.is(j, "a", "an", "one"):
		n, j = 1, j+1
	default:
		return 0, i, false, false
	}
	// "two or three", "10 to 15", "two-and-a-half": the larger, not exact.
	if r.is(j, "or", "to") || r.dash(j) {
		if e, k, found := r.class(j+1, "number"); found && it.word {
			return e.n, k, true, true
		}
		if next := r.at(j + 1); next.num && it.num && next.val > n && next.val < 1000 {
			return next.val, j + 2, true, true
		}
	}
	return n, j, loose, true
}

// ordinal reads "second", "17th", "twenty-first" at item i.
func (r *reader) ordinal(i int) (n, j int, ok bool) {
	if it := r.at(i); it.ord {
		return it.val, i + 1, true
	}
	if e, k, found := r.class(i, "ordinal"); found {
		return e.n, k, true
	}
	if e, k, found := r.class(i, "number"); found && e.n >= 20 && e.n < 100 {
		if o, m, found := r.class(r.skip(k, "-"), "ordinal"); found && o.n < 10 {
			return e.n + o.n, m, true
		}
	}
	return 0, i, false
}

// unit reads a unit in the singular or plural at item i.
func (r *reader) unit(i int) (u unit, plural bool, j int, ok bool) {
	if e, k, found := r.class(i, "unit"); found {
		u, _ = unitNamed(e.value)
		return u, false, k, true
	}
	if e, k, found := r.class(i, "units"); found {
		u, _ = unitNamed(e.value)
		return u, true, k, true
	}
	return 0, false, i, false
}

// finish makes a hit of a partial date, on the side that the sentence tells.
func (r *reader) finish(i, j int, p partial) (hit, bool) {
	h := hit{i: i, j: j, grain: p.grain(), part: &p, relative: p.year == 0}
	side, ground := int8(0), ""
	if next := r.at(j); p.weekday == 0 && next.word && !next.upper && !next.num && r.is(i-1, "a", "an", "the", "its", "their", "his") && p.year == 0 && (p.month != 0 || p.season != 0) && !r.function(j) {
		// "a June agreement": no verb governs it
		iv, how, ok := p.pick(r.ref, 0)
		h.iv, h.how = iv, how
		return h, ok
	}
	if p.year == 0 && r.ref != 0 {
		if y, ok := r.yearOfSentence(); ok && p.weekday == 0 {
			if iv, ok := p.in(y); ok {
				h.iv, h.how = iv, "year of the time before it"
				return h, true
			}
		}
		side, ground = r.side(i, j)
	}
	iv, how, ok := p.pick(r.ref, side)
	if !ok {
		return hit{}, false
	}
	h.iv, h.how = iv, how
	if ground != "" {
		h.how += ", " + ground
	}
	return h, true
}

// function reports whether item i is a short word that ends a noun phrase.
func (r *reader) function(i int) bool {
	return r.is(i, "in", "on", "at", "of", "and", "or", "but", "to", "for", "from", "by", "with", "when", "as", "that", "which", "who", "after", "before", "he", "she", "it", "they", "was", "were", "is", "are", "has", "had", "have", "will", "would", "the", "a", "an", "if", "said", "because", "while", "where", "until", "since", "during", "over")
}

// prose reports whether the sentence at work is no headline.
func (r *reader) prose() bool { return r.d.Sentences[r.sent].Kind == doc.Prose }

// yearOfSentence is the year of an earlier time of the same sentence that names
// a year of its own other than the report's.
func (r *reader) yearOfSentence() (int, bool) {
	if r.last.iv.from == 0 || r.last.sent != r.sent || r.ref == 0 {
		return 0, false
	}
	y, _, _ := r.last.iv.from.Date()
	z, _, _ := r.last.iv.to.Date()
	now, _, _ := r.ref.Date()
	return y, y == z && y < now-1
}

// anchor is the time that "the next day" counts from: the last one told, if it
// stands near enough, else the day of the report.
func (r *reader) anchor(u unit) (interval, string) {
	t := r.last
	if u <= unitWeek {
		t = r.lastDay
	}
	if !t.iv.empty() && r.sent-t.sent <= 3 {
		day := t.iv.from
		if day == 0 {
			day = t.iv.to
		}
		return t.iv, "counted from " + day.String() + ", the time told before"
	}
	if r.ref == 0 {
		return interval{}, "no day to count from: left open"
	}
	return interval{r.ref, r.ref}, "counted from the report's day " + r.ref.String()
}
