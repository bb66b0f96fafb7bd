package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// item is a word, number or mark of a sentence. Positions are bytes of the text.
type item struct {
	start, end int32
	low        string // in lower case
	num        bool   // digits only
	val        int    // of a number, or of the digits of "17th"
	ord        bool   // "17th"
	decade     bool   // "1990s"
	upper      bool   // begins with a capital
	space      bool   // white space stands before it
	word       bool   // begins with a letter
}

// cut divides text into items and appends them to dst; base is added to positions.
// Words keep inner apostrophes save the possessive; hyphens and full stops are
// items of their own.
func cut(text string, base int32, dst []item) []item {
	space := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			space = true
			i += size
			continue
		}
		start := i
		it := item{space: space}
		space = false
		switch {
		case r >= '0' && r <= '9':
			i = digits(text, i, &it)
		case unicode.IsLetter(r):
			it.word = true
			it.upper = unicode.IsUpper(r)
			i = letters(text, i)
		case (r == '\'' || r == '’') && possessive(text[i+size:]) > 0:
			i += size + possessive(text[i+size:])
		default:
			i += size
		}
		it.start, it.end = base+int32(start), base+int32(i)
		it.low = lower(text[start:i])
		dst = append(dst, it)
	}
	return dst
}

// lower is strings.ToLower that does not allocate for the many words that are
// in lower case already.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ToLower(s)
		}
	}
	return s
}

// possessive is the length of "s", "ll", "re", "ve", "d" at the head of s when
// a word ends there, else 0.
func possessive(s string) int {
	for _, p := range [...]string{"s", "ll", "re", "ve", "d", "S"} {
		if strings.HasPrefix(s, p) {
			r, _ := utf8.DecodeRuneInString(s[len(p):])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return len(p)
			}
		}
	}
	return 0
}

// letters is the end of the word that begins at i.
func letters(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			i += size
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !unicode.IsLetter(next) || possessive(text[i+size:]) > 0 {
				return i
			}
			i += size
		case r >= '0' && r <= '9':
			i += size // "Q1", "M23": one word
		default:
			return i
		}
	}
	return i
}

// digits reads the number at i: plain digits, an ordinal, a decade, or a longer
// number with groups or decimals, which is no number for the rules.
func digits(text string, i int, it *item) int {
	start, n := i, 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		if n < 1e8 {
			n = n*10 + int(text[i]-'0')
		}
		i++
	}
	it.val, it.num = n, true
	digit := func(k int) bool { return k < len(text) && text[k] >= '0' && text[k] <= '9' }
	// "1,000" is one number, and no year or day.
	if i-start <= 3 {
		for i < len(text) && text[i] == ',' && digit(i+1) && digit(i+2) && digit(i+3) && !digit(i+4) {
			it.num = false
			i += 4
		}
	}
	// "3.5" is one number, "17.10.2023" is three.
	if i < len(text) && text[i] == '.' && digit(i+1) && !dotted(text[start:]) && !(start > 1 && text[start-1] == '.' && digit(start-2)) {
		it.num = false
		for i++; digit(i); i++ {
		}
	}
	if !it.num {
		return i
	}
	rest := text[i:]
	for _, suffix := range [...]string{"st", "nd", "rd", "th", "s", "'s", "’s"} {
		if len(rest) < len(suffix) || !strings.EqualFold(rest[:len(suffix)], suffix) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(rest[len(suffix):])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			continue
		}
		switch {
		case len(suffix) == 2 && suffix[0] != '\'':
			it.ord, it.num = true, false
			return i + len(suffix)
		case n%10 == 0 && (n >= 1000 && n < 2100 || n < 100 && n >= 10):
			it.decade, it.num = true, false
			return i + len(suffix)
		}
	}
	return i
}

// dotted reports whether s begins with a date such as 17.10.2023.
func dotted(s string) bool {
	dots, run := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			run++
		case s[i] == '.' && run > 0 && run <= 2 && dots < 2:
			dots, run = dots+1, 0
		default:
			return dots == 2 && run == 4
		}
	}
	return dots == 2 && run == 4
}
