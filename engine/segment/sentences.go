package segment

import (
	"strings"
	"unicode/utf8"
)

// stopKind is how a token may end a sentence.
type stopKind uint8

const (
	noStop   stopKind = iota
	fullStop          // .
	strong            // ? ! and runs of them
	ellipsis          // ... …
	abbreviated
)

// stopOf is how token i may end a sentence.
func (r *run) stopOf(i int32) stopKind {
	f := r.form(i)
	switch f[0] {
	case '.':
		switch {
		case len(f) == 1:
			return fullStop
		case f[1] == '.':
			return ellipsis
		case f[1] == '?' || f[1] == '!':
			return strong
		}
		return noStop
	case '?', '!':
		return strong
	case 0xE2:
		if f[:min(3, len(f))] == "…" {
			return ellipsis
		}
		if f == "‼" || f == "⁇" || f == "⁉" {
			return strong
		}
	case 0xE3:
		if f == "。" {
			return strong
		}
	case 0xD8:
		if f == "؟" {
			return strong
		}
	}
	if len(f) > 1 && f[len(f)-1] == '.' {
		if f[0] >= '0' && f[0] <= '9' {
			return noStop // the number of a list item
		}
		return abbreviated
	}
	return noStop
}

// closer reports whether token i closes what the stop before it ended.
func (r *run) closer(i, hi int32, open bool) bool {
	glued := r.glued(i)
	switch f := r.form(i); f {
	case ")", "]", "}", "”", "»", "’’", "''":
		return true
	case "\"":
		return glued || open && (i+1 == hi || !r.glued(i+1))
	case "’", "'":
		return glued
	case ":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P", ";P", "=)", "=(", "^_^", ":-D", ":-P":
		return true
	case "*":
		return glued && (i+1 == hi || !r.glued(i+1))
	}
	return false
}

// sentences appends to cut the ends of the sentences of the tokens [lo, hi), but for the last, as the rules see them, and
// to stops the places that they judged.
func (r *run) sentences(lo, hi int32) {
	r.stops = r.stops[:0]
	open := false // inside straight quotation marks
	loose := r.loose(lo, hi)
	for i := lo; i < hi; i++ {
		kind := r.stopOf(i)
		if kind == noStop {
			open = r.quoteState(i, hi, open)
			continue
		}
		j, quoted := i+1, false
		for j < hi {
			if r.closer(j, hi, open) {
				switch r.form(j) {
				case "”", "\"", "’", "»", "''", "’’", "'":
					quoted = true
				}
				open = r.quoteState(j, hi, open)
				j++
				continue
			}
			// A note mark: "… it ended.[3]"
			if j+2 < hi && r.form(j) == "[" && digits(r.form(j+1)) && r.form(j+2) == "]" {
				j += 3
				continue
			}
			break
		}
		if j < hi {
			fits := r.stopOf(j) == noStop || r.stopOf(j) == abbreviated && !r.glued(j)
			ruled := fits && r.boundary(lo, i, j, hi, kind, quoted)
			slack := fits && !ruled && loose && kind != ellipsis && kind != abbreviated && !quoted && !r.glued(j)
			r.stops = append(r.stops, stopGap{at: j, kind: kind, cut: ruled || slack, sure: r.sureStop(i, j, kind, ruled || slack, quoted, slack)})
			if ruled || slack {
				r.cut = append(r.cut, j)
				lo = j
			}
		}
		i = j - 1
	}
}

// loose reports whether a paragraph is written without capitals, as people
// write to each other: it begins with a small letter or says "i". There a stop
// before a small letter ends a sentence; in news it is a slip.
func (r *run) loose(lo, hi int32) bool {
	if lo < hi && startsLower(r.form(lo)) {
		return true
	}
	for i := lo; i < hi; i++ {
		if t := &r.toks[i]; t.End == t.Start+1 && r.text[t.Start] == 'i' && !(i > lo && r.glued(i)) {
			return true
		}
	}
	return false
}

// quoteState follows straight quotation marks, which open and close alike.
func (r *run) quoteState(i, hi int32, open bool) bool {
	if r.form(i) != "\"" {
		return open
	}
	before, after := r.glued(i), i+1 < hi && r.glued(i+1)
	switch {
	case before && !after:
		return false
	case after && !before:
		return true
	}
	return !open
}

// boundary reports whether a sentence that began at lo ends before token j; i is its stop, quoted says that
// a quotation mark closed after it.
func (r *run) boundary(lo, i, j, hi int32, kind stopKind, quoted bool) bool {
	if r.glued(j) {
		return r.gluedBoundary(lo, i, j, hi, kind, quoted)
	}
	k := j // the first word of what follows
	for k < hi && k < j+3 && opens(r.form(k)) {
		k++
	}
	if k == hi || quoted && k == j+1 && hi-j <= 8 && dash(r.form(j)) {
		return false // only marks, or "“…” – Mara Iven", are left
	}
	word := r.form(k)
	c, cl, _ := decode(word, 0)
	switch {
	case isLower(c):
		return r.lowerBoundary(j, k, hi, kind, quoted)
	case isUpper(c):
	case cl == digit, cl == letter:
		return kind != abbreviated
	default:
		return kind != abbreviated && (kind != ellipsis || k > j)
	}
	if quoted && r.speechFollows(k, hi) {
		return false
	}
	return kind != abbreviated || r.abbrBoundary(i, j, k, quoted)
}

// gluedBoundary judges a stop with no space after it: "it ended.The next …".
func (r *run) gluedBoundary(lo, i, j, hi int32, kind stopKind, quoted bool) bool {
	if i == lo || kind == abbreviated || kind == ellipsis {
		return false
	}
	next := r.form(j)
	if dash(next) && j+1 < hi {
		// "… he said.-ONA": the agency at the end of the report.
		end := r.toks[hi-1].End
		n, _ := r.agencyAt(r.text[:end], int(r.toks[j+1].Start))
		return n > 0 && r.toks[j+1].Start+int32(n) == end
	}
	c, cl, size := decode(next, 0)
	if opens(next) && kind == fullStop && j+1 < hi {
		next = r.form(j + 1)
		c, cl, size = decode(next, 0)
	}
	if cl != letter || !isUpper(c) {
		return false
	}
	if n, _ := after(next, size); len(next) > size && !isLower(n) {
		return false
	}
	prev := r.form(i - 1)
	p, _ := utf8.DecodeRuneInString(prev)
	return isLower(p) && len(prev) > 1 || quoted || kind == strong
}

// lowerBoundary judges a stop before a word in lower case. It is a slip of the
// pen and no end, save before brackets, addresses and names that are written so.
func (r *run) lowerBoundary(j, k, hi int32, kind stopKind, quoted bool) bool {
	if kind != fullStop && kind != strong || quoted {
		return false
	}
	word := r.form(k)
	switch word {
	case "al", "el", "ar", "as", "ash", "an", "ad":
		return k+2 < hi && r.form(k+1) == "-" && r.glued(k+1) && r.glued(k+2)
	}
	if kind == fullStop && k == j+1 && r.form(j) == "(" {
		return true
	}
	if strings.HasPrefix(word, "http") || strings.HasPrefix(word, "www.") {
		return true
	}
	for n := 1; n < len(word); n++ {
		if word[n] >= 'A' && word[n] <= 'Z' {
			return true // iPhone, eBay
		}
	}
	return false
}

// abbrBoundary judges the stop of an abbreviation, token i, before a capital.
func (r *run) abbrBoundary(i, j, k int32, quoted bool) bool {
	f := r.form(i)
	var buf [24]byte
	class := r.abbr[string(lower(&buf, f[:len(f)-1]))]
	if class == abbrOpen {
		return true
	}
	if class == abbrTitle || class == abbrInner || class == abbrNumber {
		return false
	}
	if k > j {
		switch r.form(j) {
		case "“", "\"", "‘", "«", "„", "``":
		default:
			return false // a bracket or dash goes on
		}
	}
	word := r.form(k)
	starter := r.starter[string(lower(&buf, word))]
	if j > i+1 && !quoted {
		// A bracket closed after it: "(Ostland Corp.) The".
		return starter
	}
	if quoted {
		return true
	}
	if (f[0]|0x20 == 'a' || f[0]|0x20 == 'p') && len(f) == 4 && f[2]|0x20 == 'm' {
		// a.m., p.m.: days and time zones go on.
		return k > j || !month(word) && !weekday(word) && (len(word) < 2 || !isUpper(rune(word[1]))) && word != "Eastern" && word != "Pacific" && word != "Central"
	}
	if len(f) == 2 {
		// An initial: "Anna B. The" may be an end, "J. In" is hardly one.
		return starter && len(word) > 1 && word != "The" && i > 0 && !capital(r.form(i-1))
	}
	if k > j {
		return true // a quotation or bracket opens with a capital
	}
	return starter
}

func dash(f string) bool {
	switch f {
	case "-", "–", "—", "--", "―":
		return true
	}
	return false
}

func capital(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return isUpper(c)
}

// speechFollows reports whether the words from k on are "Mara Iven said": names, then a verb of speech.
func (r *run) speechFollows(k, hi int32) bool {
	var buf [24]byte
	for n := k; n < hi && n < k+6; n++ {
		f := r.form(n)
		if r.speech[string(lower(&buf, f))] && isLower(rune(f[0])) {
			return n > k && !r.starter[string(lower(&buf, r.form(k)))]
		}
		if !capital(f) {
			return false
		}
	}
	return false
}

// opens reports whether a token is a mark that stands before the first word of a sentence.
func opens(f string) bool {
	switch f {
	case "“", "\"", "‘", "'", "(", "[", "«", "„", "``", "-", "–", "—", "--", "•", "*", "''", "‘‘", "¿", "¡", "...", "…":
		return true
	}
	return false
}
