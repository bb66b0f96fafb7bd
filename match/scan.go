package match

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/table"
)

// tokenSort tells the tokens of find and give apart.
type tokenSort uint8

const (
	endToken     tokenSort = iota
	nameToken              // h, subj, Norway
	stringToken            // "said"
	edgeToken              // >nsubj|obj, <<, ..3
	openToken              // [
	closeToken             // ]
	colonToken             // : before [
	commaToken             // ,
	equalToken             // = of give
	barToken               // | inside brackets
	notToken               // ! inside brackets
	strangeToken           // anything else
)

type token struct {
	sort tokenSort
	text string // as written
	off  int
	gap  bool // a blank stands before it
}

// scanner divides the body of a find or give into tokens; inside brackets other
// marks count than outside.
type scanner struct {
	body   text
	off    int
	inside bool
}

func isBlank(c byte) bool { return c == '\n' || strings.IndexByte(blanks, c) >= 0 }

func (s *scanner) next() token {
	src := s.body.s
	start := s.off
	for s.off < len(src) && isBlank(src[s.off]) {
		s.off++
	}
	t := token{off: s.off, gap: s.off > start}
	if s.off == len(src) {
		return t
	}
	single := func(sort tokenSort) token {
		t.sort, t.text = sort, src[s.off:s.off+1]
		s.off++
		return t
	}
	until := func(sort tokenSort, stop string) token {
		from := s.off
		_, size := utf8.DecodeRuneInString(src[s.off:])
		s.off += size
		for s.off < len(src) && !isBlank(src[s.off]) && strings.IndexByte(stop, src[s.off]) < 0 {
			s.off++
		}
		t.sort, t.text = sort, src[from:s.off]
		return t
	}
	c := src[s.off]
	switch {
	case c == '"':
		from := s.off
		s.off = stringEnd(src, s.off)
		t.sort, t.text = stringToken, src[from:s.off]
		return t
	case c == '[' && !s.inside:
		s.inside = true
		return single(openToken)
	case c == ']' && s.inside:
		s.inside = false
		return single(closeToken)
	case c == '|' && s.inside:
		return single(barToken)
	case c == '!' && s.inside:
		return single(notToken)
	case s.inside:
		t = until(nameToken, `|]"`)
		if strings.HasSuffix(t.text, "=") && s.off < len(src) && src[s.off] == '"' { // lemma="Norway"
			from := s.off - len(t.text)
			s.off = stringEnd(src, s.off)
			t.text = src[from:s.off]
		}
		return t
	case c == ',':
		return single(commaToken)
	case c == ':':
		return single(colonToken)
	case c == '=':
		return single(equalToken)
	case c == '>' || c == '<' || c == '.':
		return until(edgeToken, ",[")
	default:
		r, _ := utf8.DecodeRuneInString(src[s.off:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' || r == '+' {
			return until(nameToken, ",[]:=<>")
		}
		return until(strangeToken, ",[")
	}
}

// stringEnd is the end of the quoted string that begins at off; a string that
// isn't closed ends with its line.
func stringEnd(src string, off int) int {
	for i := off + 1; i < len(src); i++ {
		switch src[i] {
		case '\\':
			if i+1 < len(src) && src[i+1] != '\n' {
				i++
			}
		case '"':
			return i + 1
		case '\n':
			return i
		}
	}
	return len(src)
}

// unquote is the meaning of a quoted string, and whether it was closed.
func unquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != '"' {
		return s, false
	}
	var out strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			out.WriteByte(s[i])
		case s[i] == '"':
			return out.String(), i == len(s)-1
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String(), false
}

func fault(pos table.Pos, hint, format string, args ...any) table.Problem {
	return table.Problem{Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint}
}
