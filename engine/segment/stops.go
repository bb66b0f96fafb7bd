package segment

import (
	"strings"
	"unicode/utf8"
)

// innerStop reports whether the stop at j, between two letters, belongs to the
// word that began at i: "U.S", "a.m", "Ph.D" and names of files and sites. In
// "done.The" it does not.
func (r *run) innerStop(s string, i, j, end int) bool {
	// One letter on the left: since the word's start or the last stop.
	k := j
	for k > i {
		_, size := utf8.DecodeLastRuneInString(s[i:k])
		if s[k-size] == '.' || s[k-size] == '-' {
			break
		}
		k -= size
	}
	// The part on the right.
	m := j + 1
	for m < end {
		_, cl, size := decode(s, m)
		if !cl.inWord() {
			break
		}
		m += size
	}
	right := utf8.RuneCountInString(s[j+1 : m])
	var buf [24]byte
	if m-i <= len(buf) && r.abbr[string(lower(&buf, s[i:m]))] != noAbbreviation {
		return true // "Ph.D"
	}
	// "J.Smith" is two words, "U.S" one; "a.m" too.
	return utf8.RuneCountInString(s[k:j]) == 1 && (right == 1 || k > i && right <= 2)
}

// keepStop reports whether the stop at j belongs to the word from i to j: the
// word is an abbreviation, an initial or the number of a list item.
func (r *run) keepStop(s string, i, j int, c chunk) bool {
	if j+1 < len(s) && s[j+1] == '.' {
		return false // an ellipsis
	}
	word := s[i:j]
	next, nc := following(s, j+1)
	last := nc == space // nothing follows in the paragraph
	_, glue := after(s[:c.end], j+1)
	if glue == letter && !r.abbreviates(word) {
		return j-i == 1 && isUpper(rune(s[i])) // "J.Smith"
	}
	switch {
	case dotted(word):
		return true
	case digits(word) || numbered(word) && r.atStart(i):
		// "1. The": a list item, if it begins the paragraph or a sentence.
		return (len(word) <= 2 || numbered(word)) && i == c.start && glue == space && !last && isUpper(next) && r.atStart(i)
	case utf8.RuneCountInString(word) == 1:
		ch, cl := after(s, i)
		if cl != letter || last {
			return false
		}
		return isUpper(ch) && (isUpper(next) || nc == other || isLower(next)) && !(ch == 'I' && !r.initialBefore(i)) ||
			isLower(ch) && (nc == digit || i == c.start+1 && c.paren) && strings.IndexByte("bcdmpv", byte(ch)) >= 0
	}
	var buf [24]byte
	key := lower(&buf, word)
	plain := r.common[string(key)]
	switch r.abbr[string(key)] {
	case noAbbreviation:
		return false
	case abbrNumber:
		return nc == digit || next == '#'
	case abbrDay:
		if !isUpper(rune(s[i])) || last {
			return false
		}
		return nc == digit || isLower(next) || glue != space || !plain || dayAt(s, j+1)
	case abbrOpen:
		return !last && !isUpper(next)
	case abbrTitle:
		return !last && isUpper(rune(s[i])) && (isUpper(next) || nc == other) || !last && word == "ed"
	case abbrInner:
		return !last && !(isUpper(rune(s[i])) && isUpper(rune(s[j-1]))) // IE is no i.e.
	}
	return isUpper(rune(s[i])) || !plain
}

// dayAt reports whether the word after byte i is a month or weekday: "Wed. Sept. 20".
func dayAt(s string, i int) bool {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	k := wordEnd(s, i)
	return month(s[i:k]) || weekday(s[i:k])
}

// abbreviates reports whether a word is in the table or has stops inside.
func (r *run) abbreviates(word string) bool {
	var buf [24]byte
	return dotted(word) || r.abbr[string(lower(&buf, word))] != noAbbreviation
}

// dotted reports whether a word is letters divided by stops: "U.S", "Ph.D".
func dotted(word string) bool {
	stops, part := 0, 0
	for k := 0; k < len(word); k++ {
		switch c := word[k]; {
		case c == '.':
			stops++
			part = 0
		case (c|0x20) >= 'a' && (c|0x20) <= 'z' || c >= utf8.RuneSelf:
			part++
		default:
			return false
		}
	}
	return stops > 0 && part > 0 && part <= 4
}

// numbered reports whether a word is the number of a section: "2.1", "4.1.3".
func numbered(s string) bool {
	stops := 0
	for k := 0; k < len(s); k++ {
		switch {
		case s[k] == '.':
			stops++
		case s[k] < '0' || s[k] > '9':
			return false
		}
	}
	return stops > 0 && len(s) <= 8 && s[0] != '.'
}

func digits(s string) bool {
	for k := 0; k < len(s); k++ {
		if s[k] < '0' || s[k] > '9' {
			return false
		}
	}
	return s != ""
}

// following reads the first character after byte i that is no space; at the end it is a space.
func following(s string, i int) (rune, class) {
	for i < len(s) {
		c, cl, size := decode(s, i)
		if cl != space {
			return c, cl
		}
		i += size
	}
	return ' ', space
}

// atStart reports whether byte i begins the paragraph or follows the end of a sentence.
func (r *run) atStart(i int) bool {
	n := int32(len(r.toks)) - 1
	if n < 0 {
		return true
	}
	if int(r.toks[n].End) <= r.head {
		return true
	}
	switch r.form(n) {
	case ".", "!", "?", "”", "\"":
		return true
	}
	return false
}

// initialBefore reports whether the last token can be part of a name with
// initials, so that a following "I." is one.
func (r *run) initialBefore(i int) bool {
	n := int32(len(r.toks)) - 1
	if n < 0 || int(r.toks[n].End) >= i && n > 0 {
		return n >= 0
	}
	f := r.form(n)
	c, _ := utf8.DecodeRuneInString(f)
	return isUpper(c)
}
