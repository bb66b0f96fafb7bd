package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/engine/doc"
)

// line is one line of the text without the space round it.
type line struct {
	doc.Span
	indent int32 // bytes of space before it
	width  int32 // code points with the indent
}

// Widths of hard-wrapped lines: mail and wire copy is wrapped at 60 to 80.
const (
	minWrap = 40
	maxWrap = 130
)

// blocks divides the body into blocks at blank lines and hands on their paragraphs.
func (r *run) blocks(from int) {
	r.line = r.line[:0]
	for pos := from; pos < len(r.text); {
		end, next := lineEnd(r.text, pos)
		l := trim(r.text, pos, end)
		if l.Empty() {
			r.block()
		} else {
			r.line = append(r.line, l)
		}
		pos = next
	}
	r.block()
}

// lineEnd finds the end of the line that begins at pos and the start of the next.
func lineEnd(s string, pos int) (end, next int) {
	for i := pos; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n' || c == '\v' || c == '\f':
			return i, i + 1
		case c == '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xA8 || s[i+2] == 0xA9):
			return i, i + 3 // line and paragraph separator
		}
	}
	return len(s), len(s)
}

func trim(s string, start, end int) line {
	i := start
	for i < end {
		_, cl, size := decode(s, i)
		if cl != space {
			break
		}
		i += size
	}
	j := end
	for j > i {
		c, size := utf8.DecodeLastRuneInString(s[i:j])
		if classOf(c) != space {
			break
		}
		j -= size
	}
	l := line{Span: doc.Span{Start: int32(i), End: int32(j)}, indent: int32(i - start)}
	if j-i <= 4*maxWrap {
		l.width = l.indent + int32(utf8.RuneCountInString(s[i:j]))
	} else {
		l.width = l.indent + int32(j-i)
	}
	return l
}

// block hands on the paragraphs of the lines gathered since the last blank line.
func (r *run) block() {
	lines := r.line
	if len(lines) == 0 {
		return
	}
	width := r.wrapWidth(lines)
	start := 0
	for i := range lines {
		if i+1 < len(lines) && r.joins(lines[i], lines[i+1], width) {
			continue
		}
		r.paragraph(doc.Span{Start: lines[start].Start, End: lines[i].End}, false)
		start = i + 1
	}
	r.line = r.line[:0]
}

// wrapWidth is the column at which the lines of a block were wrapped, or 0. In
// wrapped text the first word of a line would not have fitted on the line above
// unless a paragraph ended there, and many lines begin with a small letter.
func (r *run) wrapWidth(lines []line) int32 {
	if len(lines) < 2 {
		return 0
	}
	var width int32
	for _, l := range lines {
		if l.width > maxWrap {
			return 0
		}
		width = max(width, l.width)
	}
	if width < minWrap {
		return 0
	}
	full, ended, lower := 0, 0, 0
	for i, l := range lines[:len(lines)-1] {
		switch {
		case r.fills(l, lines[i+1], width):
			full++
			if startsLower(r.text[lines[i+1].Start:lines[i+1].End]) {
				lower++
			}
		case stops(r.text[l.Start:l.End]):
			ended++ // the short last line of a paragraph
		}
	}
	breaks := len(lines) - 1
	if 2*full < breaks || 10*(full+ended) < 8*breaks || 3*lower < full || lower == 0 {
		return 0
	}
	return width
}

// fills reports whether the first word of next would not have fitted on l; some
// slack is left for words that were wrapped by hand or by proportional letters.
func (r *run) fills(l, next line, width int32) bool {
	word := r.text[next.Start:next.End]
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return l.width+1+int32(utf8.RuneCountInString(word)) > width-width/10
}

// joins reports whether next goes on the paragraph of l.
func (r *run) joins(l, next line, width int32) bool {
	head := r.text[next.Start:next.End]
	if bullet(head) {
		return false
	}
	if width > 0 {
		indented := next.indent > l.indent && next.indent >= 2 && stops(r.text[l.Start:l.End])
		return !indented && (r.fills(l, next, width) || startsLower(head))
	}
	// A lone break in running text: only where the words plainly go on.
	return l.width >= minWrap && !stops(r.text[l.Start:l.End]) && startsLower(head)
}

// stops reports whether a line ends as a sentence or a list head does.
func stops(s string) bool {
	for s != "" {
		c, size := utf8.DecodeLastRuneInString(s)
		switch c {
		case '.', '!', '?', ':', '…', ';':
			return true
		case '"', '\'', '”', '’', '»', ')', ']':
			s = s[:len(s)-size]
			continue
		}
		return false
	}
	return false
}

func startsLower(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// bullet reports whether a line begins with a list mark and a space.
func bullet(s string) bool {
	c, size := utf8.DecodeRuneInString(s)
	if len(s) <= size || s[size] != ' ' && s[size] != '\t' {
		return false
	}
	switch c {
	case '-', '*', '•', '·', '–', '—', '▪', '■', '●', '◦', '‣', '>', '+', 'o':
		return true
	}
	return false
}
