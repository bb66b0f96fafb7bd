package segment

import (
	"unicode"
	"unicode/utf8"
)

// class is the part that a character plays in a word.
type class uint8

const (
	other  class = iota // punctuation, symbols, broken bytes
	space               // white space, control characters
	letter              // letters of any script
	digit               // decimal digits
	joiner              // combining marks and invisible format characters
)

// classOf is the class of a code point.
func classOf(c rune) class {
	if c < utf8.RuneSelf {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			return letter
		case '0' <= c && c <= '9':
			return digit
		case c <= ' ' || c == 0x7f:
			return space
		}
		return other
	}
	switch {
	case c >= 0x2010 && c <= 0x2027, c == utf8.RuneError:
		return other // dashes and quotation marks, by far the most frequent
	case unicode.IsLetter(c):
		return letter
	case unicode.IsDigit(c):
		return digit
	case unicode.IsSpace(c), unicode.IsControl(c), c == 0x2028, c == 0x2029, c == 0xFEFF, c == 0x200B, unicode.Is(unicode.Zs, c):
		return space
	case unicode.IsMark(c), unicode.Is(unicode.Cf, c):
		return joiner
	}
	return other
}

// decode reads the character at byte i.
func decode(s string, i int) (c rune, cl class, size int) {
	if b := s[i]; b < utf8.RuneSelf {
		return rune(b), classOf(rune(b)), 1
	}
	c, size = utf8.DecodeRuneInString(s[i:])
	return c, classOf(c), size
}

// before reads the character that ends at byte i; at the start of s it is a space.
func before(s string, i int) (rune, class) {
	if i <= 0 {
		return ' ', space
	}
	c, _ := utf8.DecodeLastRuneInString(s[:i])
	return c, classOf(c)
}

// after reads the character at byte i; at the end of s it is a space.
func after(s string, i int) (rune, class) {
	if i >= len(s) {
		return ' ', space
	}
	c, cl, _ := decode(s, i)
	return c, cl
}

// inWord reports whether a character of the class belongs to words.
func (c class) inWord() bool { return c == letter || c == digit || c == joiner }

// apostrophe is the length in bytes of the apostrophe at byte i, or 0.
func apostrophe(s string, i int) int {
	switch {
	case i >= len(s):
	case s[i] == '\'' || s[i] == '`':
		return 1
	case s[i] == 0xE2 && len(s) > i+2 && s[i+1] == 0x80 && s[i+2] == 0x99: // ’
		return 3
	case s[i] == 0xC2 && len(s) > i+1 && s[i+1] == 0xB4: // ´
		return 2
	}
	return 0
}

// hyphen is the length in bytes of the hyphen at byte i, or 0.
func hyphen(s string, i int) int {
	switch {
	case i >= len(s):
	case s[i] == '-':
		return 1
	case s[i] == 0xE2 && len(s) > i+2 && s[i+1] == 0x80 && (s[i+2] == 0x90 || s[i+2] == 0x91): // ‐ ‑
		return 3
	}
	return 0
}

func isUpper(c rune) bool {
	return 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && (unicode.IsUpper(c) || unicode.IsTitle(c))
}

func isLower(c rune) bool {
	return 'a' <= c && c <= 'z' || c >= utf8.RuneSelf && unicode.IsLower(c)
}
