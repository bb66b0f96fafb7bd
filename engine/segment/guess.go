package segment

import (
	"strings"
	"unicode/utf8"

	"annals/engine/doc"
)

// A Gap is a place between two words where the rules are unsure whether a sentence ends.
type Gap struct {
	At       int32    // byte at which the next word begins
	Rule     bool     // the rules would end a sentence here
	Slip     bool     // a stop before a small letter where capitals are written: more often a slip of the pen than an end
	Features []uint32 // numbers of the features of the place, valid until the next gap
}

// Gaps runs the stage with a judge of its own instead of the trained weights: decide says of each unsure place whether
// a sentence ends there. It is what the weights are trained with.
func (s *Stage) Gaps(d *doc.Document, decide func(Gap) bool) { s.run(d, decide) }

// stopGap is what the rules say of the place after a stop.
type stopGap struct {
	at   int32 // token after the stop and what closes it
	kind stopKind
	cut  bool // the rules end the sentence here
	sure bool // and nobody else is asked
}

// sureStop reports whether a place after the stop i, before token j, is left to the rules: a full stop before a capital is
// an end, a closing quotation mark is judged by what follows it, the stop of "Gen." or "No." is none, and where the rules
// end a sentence after an abbreviation, they have seen what begins one.
func (r *run) sureStop(i, j int32, kind stopKind, cut, quoted, slack bool) bool {
	switch {
	case quoted || r.glued(j):
		return true
	case kind == abbreviated:
		f := r.form(i)
		var buf [24]byte
		switch r.abbr[string(lower(&buf, f[:len(f)-1]))] {
		case abbrTitle, abbrInner, abbrNumber:
			return true
		}
		return cut
	case kind == ellipsis:
		return false
	}
	return cut && !slack && !odd(r.form(j))
}

// odd reports whether a token that follows a stop need not begin a sentence: a sign, as of a face, or the short number of a note.
func odd(f string) bool {
	switch f[0] {
	case ':', ';', '=', '_', '+', '*', '>', '-', '/', '|', '~', '^':
		return true
	}
	return len(f) <= 2 && digits(f)
}

// reconsider goes over the places of the tokens [lo, hi) where the rules are unsure and has them decided. The cuts of the
// rules that are sure stay.
func (r *run) reconsider(lo, hi int32) {
	p := passage{run: r, lo: lo, hi: hi, start: lo}
	p.survey()
	r.cut = r.cut[:0:cap(r.cut)]
	if lo > r.first {
		r.cut = append(r.cut, lo)
	}
	stops := r.stops
	for j := lo + 1; j < hi; j++ {
		g := stopGap{at: j}
		if len(stops) > 0 && stops[0].at == j {
			g = stops[0]
			stops = stops[1:]
		}
		cut := g.cut
		if !g.sure && !r.glued(j) && (g.kind != noStop || p.candidate(j)) {
			p.gap = g
			cut = r.decide(Gap{At: r.toks[j].Start, Rule: g.cut, Slip: p.slip(j), Features: p.features(j)})
		}
		if cut {
			r.cut = append(r.cut, j)
			_, p.last = p.look(p.start)
			p.start = j
		}
	}
}

// passage is the tokens of a paragraph of which gaps are looked at from left to right.
type passage struct {
	*run
	lo, hi, start int32 // start: token at which the sentence begins
	next          int32 // the first stop from the gap on, hi if there is none
	loose         bool
	ends          bool // the paragraph ends with a stop
	density       uint32
	length        uint32
	gap           stopGap
	last          uint32 // shape of the first word of the sentence before
	n             int    // features so far
	seen          [8]seen
}

// seen is what look found at a token; at is its number plus one.
type seen struct {
	at          int32
	form, shape uint32
}

// survey looks at the whole paragraph once.
func (p *passage) survey() {
	p.loose = p.run.loose(p.lo, p.hi)
	stops := 0
	for i := p.lo; i < p.hi; i++ {
		if p.stopOf(i) != noStop {
			stops++
		}
	}
	end := p.hi - 1
	for end > p.lo && p.closer(end, p.hi, true) {
		end--
	}
	p.ends = p.stopOf(end) != noStop
	p.length = bucket(p.hi - p.lo)
	p.density = 9
	if stops > 0 {
		p.density = bucket((p.hi - p.lo) / int32(stops))
	}
	p.next = p.lo
}

// candidate reports whether a gap without a stop may end a sentence: before a capital, a number or a mark, after one, or
// anywhere where capitals are not written. A semicolon, the comma before a quotation, the apostrophe of a plural and
// the "Co" of a name end none.
func (p *passage) candidate(j int32) bool {
	before, next := p.form(j-1), p.form(j)
	switch before {
	case ";":
		return false
	case ",":
		if quoteMark(next) {
			return false
		}
	case "'", "’":
		if p.glued(j - 1) {
			return false
		}
	}
	if p.loose {
		return true
	}
	c, cl, _ := decode(next, 0)
	if cl != letter || isUpper(c) || webAddress(next) {
		var buf [24]byte
		return !capital(before) || !capital(next) || p.abbr[string(lower(&buf, next))] == noAbbreviation
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	switch cl := classOf(last); cl {
	case letter, digit:
		return false
	}
	return last != ',' && last != '%' && last != '$'
}

// quoteMark reports whether a token is a quotation mark that can open.
func quoteMark(f string) bool {
	switch f {
	case "“", "\"", "‘", "«", "„", "``":
		return true
	}
	return false
}

// slip reports whether a gap is a stop before a small letter in a paragraph with capitals.
func (p *passage) slip(j int32) bool {
	return (p.gap.kind == fullStop || p.gap.kind == strong) && !p.loose && startsLower(p.form(j))
}

// bucket is a number in few steps.
func bucket(n int32) uint32 {
	switch {
	case n < 0:
		return 0
	case n <= 5:
		return uint32(n)
	case n <= 8:
		return 6
	case n <= 14:
		return 7
	case n <= 25:
		return 8
	case n <= 45:
		return 9
	}
	return 10
}

// features fills the numbers of the features of the gap before token j: words and their shapes round it, what the rules
// say, how far the last and the next end of a sentence are, and how the paragraph is written.
func (p *passage) features(j int32) []uint32 {
	var form, shape [6]uint32 // of the tokens j-3 to j+2
	for k := range form {
		form[k], shape[k] = p.look(j - 3 + int32(k))
	}
	tail := p.tail(j - 1)
	for p.next < j || p.next < p.hi && p.stopOf(p.next) == noStop {
		p.next++
	}
	since, until := bucket(j-p.start), bucket(p.next-j)
	rule := uint32(p.gap.kind) << 1
	if p.gap.cut {
		rule |= 1
	}
	para := p.density << 1
	if p.ends {
		para |= 1
	}
	para <<= 1
	if p.loose {
		para |= 1
	}
	before, after := p.capitals(j-1, -1), p.capitals(j, 1)
	first, firstShape := p.look(p.start)
	same := uint32(0) // words that come again
	for k, f := range [4]uint32{first, form[2], form[1], form[0]} {
		if f == form[3] {
			same |= 1 << k
		}
	}
	if firstShape == shape[3] {
		same |= 16
	}
	s1, s2, s3, s4 := shape[1], shape[2], shape[3], shape[4]
	w1, w2, w3, w4 := form[1], form[2], form[3], form[4]

	p.n = 0
	p.feature(1, w2)
	p.feature(2, w3)
	p.feature(3, w2, w3)
	p.feature(4, w1, w2)
	p.feature(5, w3, w4)
	p.feature(6, s2, s3)
	p.feature(7, s1, s2, s3)
	p.feature(8, s2, s3, s4)
	p.feature(9, s1, s2, s3, s4)
	p.feature(10, s1, s2, s3, s4, shape[5])
	p.feature(11, shape[0], s1, s2, s3, s4)
	p.feature(12, w2, s3)
	p.feature(13, s2, w3)
	p.feature(14, tail, s3)
	p.feature(15, tail, w3)
	p.feature(16, w2, s3, s4)
	p.feature(17, s2, w3, s4)
	p.feature(18, w4, s3)
	p.feature(19, w1, s2, s3)
	p.feature(20, since, s2, s3)
	p.feature(21, until, s2, s3)
	p.feature(22, first, s3)
	p.feature(23, para, s2, s3)
	p.feature(24, rule)
	p.feature(25, rule, w3)
	p.feature(26, rule, s3, s2)
	p.feature(27, rule, para)
	p.feature(28, before, after, s3)
	p.feature(29, before, after, since)
	p.feature(30, before, until, s3)
	p.feature(31, w3, before)
	p.feature(32, p.length, para)
	p.feature(33, since, until)
	p.feature(34, w3, s4, para)
	p.feature(35, first, since, s3)
	p.feature(36)
	p.feature(37, same, s3)
	p.feature(38, same, s2, since)
	p.feature(39, firstShape, s2, s3)
	p.feature(40, p.last, s2, s3)
	p.feature(41, p.last, w3)
	p.feature(42, para, rule, s3)
	return p.numbers[:p.n]
}

// featureBits is how many bits a feature's number has.
const featureBits = 16

// feature appends the number of a feature: its kind and its values, hashed.
func (p *passage) feature(kind uint32, values ...uint32) {
	h := kind * 0x9E3779B1
	for _, v := range values {
		h = (h ^ v) * 0x01000193
		h ^= h >> 15
	}
	h *= 0x85EBCA6B
	h ^= h >> 13
	p.numbers[p.n] = h & (1<<featureBits - 1)
	p.n++
}

// capitals counts the words with a capital from token i on in one direction, up to 4.
func (p *passage) capitals(i, step int32) uint32 {
	n := uint32(0)
	for ; i >= p.lo && i < p.hi && n < 4 && capital(p.form(i)); i += step {
		n++
	}
	return n
}

// look hashes the form of a token, in lower case with all digits alike, and its shape; beyond the paragraph both are marks.
func (p *passage) look(i int32) (form, shape uint32) {
	switch {
	case i < p.lo:
		return 1, 1
	case i >= p.hi:
		return 2, 2
	}
	memo := &p.seen[i%int32(len(p.seen))]
	if memo.at != i+1 {
		memo.form, memo.shape = hashes(p.form(i))
		memo.at = i + 1
	}
	return memo.form, memo.shape
}

// hashes are those of the form and the shape of a word.
func hashes(f string) (form, shape uint32) {
	if webAddress(f) {
		return 3, 3
	}
	form, shape = 0x811C9DC5, 0x811C9DC5
	var last byte
	run := 0
	for k := 0; k < len(f) && k < 24; {
		c, cl, size := decode(f, k)
		sign := byte('~')
		switch {
		case isUpper(c):
			sign = 'X'
		case cl == letter:
			sign = 'x'
		case cl == digit:
			sign = '9'
		case c < utf8.RuneSelf:
			sign = byte(c)
		default:
			shape = (shape ^ uint32(c)) * 0x01000193
		}
		if sign != last {
			last, run = sign, 0
		}
		if run++; run <= 2 {
			shape = (shape ^ uint32(sign)) * 0x01000193
		}
		if sign == 'X' && c < utf8.RuneSelf {
			c += 'a' - 'A'
		}
		if sign == '9' {
			c = '9'
		}
		form = (form ^ uint32(c)) * 0x01000193
		k += size
	}
	return form, shape
}

// webAddress reports whether a token is the address of a page.
func webAddress(f string) bool {
	return len(f) > 8 && (f[:4] == "http" && strings.Contains(f[:min(len(f), 9)], "://") || f[:4] == "www.")
}

// tail hashes the last three bytes of a token.
func (p *passage) tail(i int32) uint32 {
	f := p.form(i)
	h := uint32(0x811C9DC5)
	for k := max(0, len(f)-3); k < len(f); k++ {
		c := f[k]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 0x01000193
	}
	return h
}
