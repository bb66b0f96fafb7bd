package timex

import (
	"io/fs"

	"annals/engine/doc"
)

// Stage is the stage of times. It is safe for use by many goroutines.
type Stage struct {
	words  *words
	rules  []rule
	starts map[string]bool // first words of table entries, and the words that rules name themselves
}

// New makes the stage from the tables of a language: a file system whose root is lang/en.
func New(tables fs.FS) (*Stage, error) {
	w, err := readWords(tables)
	if err != nil {
		return nil, err
	}
	s := &Stage{words: w, starts: map[string]bool{}}
	for first, list := range w.first {
		for _, e := range list {
			switch e.class {
			case "past", "plan", "defer", "achieve", "paper", "counted", "to", "zone", "future", "since", "until", "before", "after", "away", "clock":
			default:
				s.starts[first] = true
			}
		}
	}
	for _, first := range [...]string{"the", "a", "an", "in", "within", "its", "their", "his", "her", "fiscal", "fy", "overnight", "weekend", "year", "month", "'", "’", "‘",
		"q1", "q2", "q3", "q4", "h1", "h2", "nineteen", "twenty"} {
		s.starts[first] = true
	}
	// Order matters among finds of equal length only.
	s.rules = []rule{
		{"age", false, readAge},
		{"named-day", true, readNamedDay},
		{"iso-date", true, readISO},
		{"slash-date", true, readSlash},
		{"date", true, readDate},
		{"day-of-month", true, readMonthDay},
		{"weekday", true, readWeekday},
		{"day-word", true, readDayWord},
		{"overnight", false, readOvernight},
		{"named-relative", true, readNamed},
		{"unit-relative", true, readUnit},
		{"weekend", true, readWeekend},
		{"portion", true, readPortion},
		{"position", true, readPosition},
		{"daypart", true, readDaypart},
		{"clock", false, readClock},
		{"away", true, readAway},
		{"span-to-now", false, readSpanToNow},
		{"within", false, readWithin},
		{"nth", false, readNth},
		{"nth-in", true, readNthIn},
		{"century", true, readCentury},
		{"quarter", true, readQuarter},
		{"season", true, readSeason},
		{"feast", true, readFeast},
		{"movable-feast", false, readMovable},
		{"decade", true, readDecade},
		{"year", true, readYear},
		{"range", false, readRange},
		{"set", false, readSet},
		{"duration", false, readDuration},
		{"vague", false, readVague},
	}
	return s, nil
}

// Rules are the names of the rules in the order in which they are tried.
func (s *Stage) Rules() []string {
	out := make([]string, len(s.rules))
	for i := range s.rules {
		out[i] = s.rules[i].name
	}
	return out
}

// Name is "timex".
func (s *Stage) Name() string { return "timex" }

// Reads are the layers read; trees are used where they are filled.
func (s *Stage) Reads() []doc.Layer { return []doc.Layer{doc.LayerTokens, doc.LayerTrees} }

// Writes is the layer of times.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerTimes} }

// Run fills d.Times in the order of the text.
func (s *Stage) Run(d *doc.Document) {
	d.Times = d.Times[:0]
	ref := d.Published
	if ref == 0 {
		ref, _ = s.publicationDay(d)
	}
	r := reader{words: s.words, rules: s.rules, d: d, ref: ref}
	for i := range d.Sentences {
		r.sentence(s, int32(i))
	}
}

// sentence reads the times of one sentence.
func (r *reader) sentence(s *Stage, sent int32) {
	st := &r.d.Sentences[sent]
	r.sent = sent
	if st.Start < 0 || st.End > int32(len(r.d.Text)) || st.Start > st.End {
		return
	}
	r.items = cut(r.d.Text[st.Start:st.End], st.Start, r.items[:0])
	r.trees = false
	for t := st.First; t < st.Last; t++ {
		if r.d.Tokens[t].Rel != "" {
			r.trees = true
			break
		}
	}
	line := r.d.Front.Dateline
	for i := 0; i < len(r.items); {
		it := &r.items[i]
		if !it.num && !it.ord && !it.decade && !s.starts[it.low] || it.start < line.End && it.end > line.Start {
			i++
			continue
		}
		h, ok := r.best(i)
		if !ok {
			i++
			continue
		}
		if h.rule != noTime {
			r.keep(h)
		}
		i = max(h.j, i+1)
	}
}

// best is the longest find of all rules at item i.
func (r *reader) best(i int) (hit, bool) {
	var best hit
	for k := range r.rules {
		h, ok := r.rules[k].try(r, i)
		if !ok || h.j <= best.j || h.j <= i {
			continue
		}
		if h.rule != noTime {
			h.rule = r.rules[k].name
		}
		best = h
	}
	return best, best.j > i
}

// keep turns a find into a Time of the document.
func (r *reader) keep(h hit) {
	r.bound(&h)
	first, last := r.tokens(h.i, h.j)
	if first < 0 {
		return
	}
	t := doc.Time{
		Span:  doc.Span{Start: r.items[h.i].start, End: r.items[h.j-1].end},
		First: first, Last: last, Head: r.headOf(first, last), Sent: r.sent,
		Kind: h.kind, From: h.iv.from, To: h.iv.to, Grain: h.grain,
		Relative: h.relative, Since: h.since, Until: h.until, Negative: h.side,
		Rule: h.rule + ": " + h.how,
	}
	if r.ref != 0 && h.kind != doc.TimeVague {
		switch {
		case t.To != 0 && t.To < r.ref:
			t.Negative = -1
		case t.From > r.ref:
			t.Negative = 1
		case !h.iv.empty():
			t.Negative = 0
		}
	}
	r.d.Times = append(r.d.Times, t)
	if h.kind == doc.TimeDate && h.iv.from != 0 {
		r.last = told{h.iv, r.sent}
		if h.iv.from == h.iv.to || h.grain <= doc.GrainDay {
			r.lastDay = r.last
		}
	}
}

// bound reads the words before and after a find that open or close it: "since",
// "until", "by", "before", "after", "onward".
func (r *reader) bound(h *hit) {
	if h.kind != doc.TimeDate || h.rule == "range" {
		return
	}
	k := h.i - 1
	for k >= 0 && (r.is(k, "the", "on", "in") || r.has(k, "about") && !r.is(k, "up", "only")) {
		k--
	}
	ends := func(class string) (int, bool) {
		for n := 3; n >= 1; n-- {
			if _, j, ok := r.class(k-n+1, class); ok && j == k+1 {
				return n, true
			}
		}
		return 0, false
	}
	genitive := r.is(h.j, "'s", "’s", "'", "’")
	next := r.at(h.j)
	noun := next.word && !next.upper && !r.is(h.j, "in", "on", "at", "and", "but", "or", "to", "for", "with", "when", "as", "that", "by", "after", "before", "he", "she", "it", "they", "from", "because", "unless", "if", "while", "which", "is", "was", "has", "have", "had", "will", "were", "are", "said", "of", "over", "under", "without", "against", "into")
	switch {
	case r.is(h.j, "onwards", "onward", "on") && r.is(k, "from"):
		h.since = true
		h.j = r.skip(h.j, "onwards", "onward")
		h.iv.to = 0
	case genitive:
	case noun && h.grain > doc.GrainDay:
		// "since 2014 elections": the noun is what is meant
	default:
		if _, ok := ends("since"); ok {
			h.since, h.iv.to = h.iv.from != 0 || r.ref == 0, 0
		} else if _, ok := ends("until"); ok {
			h.until, h.iv.from = true, 0
		} else if n, ok := ends("before"); ok && (n == 1 || !r.is(k, "to")) && !r.is(k, "following") && !noun {
			h.until = true
			if h.iv.from != 0 {
				h.iv = interval{0, h.iv.from - 1}
			}
		} else if r.is(k, "after") && !noun {
			h.since = true
			if h.iv.to != 0 {
				h.iv = interval{h.iv.to + 1, 0}
			}
		}
	}
}

// tokens are the tokens [first, last) that the items [i, j) touch; first is -1 where there are none.
func (r *reader) tokens(i, j int) (first, last int32) {
	st := &r.d.Sentences[r.sent]
	start, end := r.items[i].start, r.items[j-1].end
	first = -1
	lo, hi := st.First, st.Last
	for lo < hi {
		m := (lo + hi) / 2
		if r.d.Tokens[m].End <= start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for t := lo; t < st.Last && r.d.Tokens[t].Start < end; t++ {
		if first < 0 {
			first = t
		}
		last = t + 1
	}
	return first, last
}

// headOf is the token of [first, last) whose head lies outside, or the first one.
func (r *reader) headOf(first, last int32) int32 {
	if r.trees {
		for t := first; t < last; t++ {
			if h := r.d.Tokens[t].Head; h < first || h >= last {
				return t
			}
		}
	}
	return first
}
