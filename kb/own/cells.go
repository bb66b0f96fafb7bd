package own

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/table"
)

// The columns, in the order in which tables are written.
const (
	colNames = iota
	colCountry
	colSector
	colOffice
	colFrom
	colTo
	colID
	colKind
	colNote
	columnCount
)

// required is how many of the columns a table must have.
const required = colTo + 1

// Columns lists the columns of a table in the order in which Write writes
// them; the first six must be there.
func Columns() []string {
	return []string{"names", "country", "sector", "office", "from", "to", "id", "kind", "note"}
}

// Limits on a table, so that a file of another kind ends early.
const (
	mostBytes  = 64 << 20
	mostFaults = 100
)

// cell is a stretch of a line with the column, in code points from 1, at which it begins.
type cell struct {
	text string
	col  int
}

// line is one row before it is understood.
type line struct {
	number int
	cells  [columnCount]cell
}

// sheet is a table before its rows are understood.
type sheet struct {
	file   string
	lines  []line
	faults []table.Problem
}

func (s *sheet) fault(line, col int, hint, format string, args ...any) {
	s.faults = append(s.faults, table.Problem{Pos: table.Pos{File: s.file, Line: line, Col: col}, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// Is reports whether a file is such a table, by the first line that is no
// comment: it names the people's column and one of the others. A table in
// UTF-16 is told by its columns as well, so that its encoding can be named.
func Is(src []byte) bool {
	if len(src) > 1 && (src[0] == 0xff && src[1] == 0xfe || src[0] == 0xfe && src[1] == 0xff) {
		src = bytes.ReplaceAll(src[2:min(len(src), 4096)], []byte{0}, nil)
	}
	for l := range bytes.Lines(bytes.TrimPrefix(src, []byte("\ufeff"))) {
		text := strings.TrimSpace(string(l))
		if text == "" || text[0] == '#' && !strings.HasPrefix(text, "#:") {
			continue
		}
		found := map[string]bool{}
		for _, w := range strings.FieldsFunc(strings.ToLower(strings.TrimPrefix(text, "#:")), func(r rune) bool { return strings.ContainsRune("\t ,;\"", r) }) {
			found[w] = true
		}
		return found["names"] && (found["country"] || found["office"] || found["sector"])
	}
	return false
}

// split divides a file into lines and cells and finds the faults of its form.
func split(file string, src []byte) *sheet {
	s := &sheet{file: file}
	switch {
	case len(src) > mostBytes:
		s.fault(1, 1, "divide the table", "a table of %d MiB; at most %d", len(src)>>20, mostBytes>>20)
		return s
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("\xfe\xff")):
		s.fault(1, 1, "save it as UTF-8", "the file is UTF-16")
		return s
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if i := bytes.IndexByte(src, 0); i >= 0 {
		s.fault(1+bytes.Count(src[:i], []byte("\n")), 1, "give a text file, one row a line, cells divided by tabs", "a byte 0: this is no text")
		return s
	}
	var at []int // place of each column among the cells of a line
	number := 0
	for raw := range bytes.Lines(src) {
		number++
		text := strings.TrimRight(string(raw), "\r\n")
		if i := invalid(text); i >= 0 {
			s.fault(number, utf8.RuneCountInString(text[:i])+1, "save the file as UTF-8", "a byte %#02x that is not UTF-8; the file may be in an older encoding such as Latin-1", text[i])
			continue
		}
		bare := strings.TrimSpace(text)
		if bare == "" || bare[0] == '#' && !(at == nil && strings.HasPrefix(bare, "#:")) {
			continue
		}
		if at == nil {
			if at = s.header(number, text); at == nil {
				return s
			}
			continue
		}
		s.row(number, text, at)
		if len(s.faults) >= mostFaults {
			break
		}
	}
	if at == nil && len(s.faults) == 0 {
		s.fault(1, 1, "begin with a line of the columns "+strings.Join(Columns()[:required], ", ")+", divided by tabs", "an empty table")
	}
	return s
}

// invalid is the place of the first byte that is not UTF-8, or -1.
func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

// header reads the line of columns: for each column its place among the cells,
// or -1. It is nil where the table cannot be read at all.
func (s *sheet) header(number int, text string) []int {
	at := make([]int, columnCount)
	for i := range at {
		at[i] = -1
	}
	known, shift := Columns(), 0
	if rest, ok := strings.CutPrefix(text, "#:"); ok {
		rest = strings.TrimLeft(rest, " \t")
		shift = utf8.RuneCountInString(text) - utf8.RuneCountInString(rest)
		if text = rest; !strings.Contains(text, "\t") {
			text = strings.Join(strings.Fields(text), "\t")
		}
	}
	if !strings.Contains(text, "\t") && strings.ContainsAny(text, ",;") {
		s.fault(number, strings.IndexAny(text, ",;")+1, "save it with tabs between the cells (TSV)", "the columns are divided by commas or semicolons")
		return nil
	}
	before := len(s.faults)
	for i, c := range divide(text) {
		c.col += shift
		name := strings.ToLower(c.text)
		j := -1
		for k, n := range known {
			if n == name {
				j = k
			}
		}
		switch {
		case name == "":
			s.fault(number, c.col, "name it or take it out", "a column without a name")
		case j < 0:
			hint := table.DidYouMean(name, known)
			if hint == "" {
				hint = "the columns are " + strings.Join(known, ", ")
			}
			s.fault(number, c.col, hint, "no column %q", c.text)
		case at[j] >= 0:
			s.fault(number, c.col, "keep one", "a second column %s", name)
		default:
			at[j] = i
		}
	}
	for j := range required {
		if at[j] < 0 {
			s.fault(number, utf8.RuneCountInString(text)+shift+1, "the columns are "+strings.Join(known[:required], ", ")+", and where wanted "+strings.Join(known[required:], ", "), "the column %s is missing", known[j])
		}
	}
	if len(s.faults) > before {
		return nil
	}
	return at
}

// row puts the cells of a line under their columns.
func (s *sheet) row(number int, text string, at []int) {
	cells := divide(text)
	wide := 0
	for _, i := range at {
		wide = max(wide, i+1)
	}
	if len(cells) > wide && strings.TrimSpace(cells[wide].text) != "" {
		s.fault(number, cells[wide].col, "each line has as many cells as the first", "%d cells, but only %d columns: %q is too much", len(cells), wide, cells[wide].text)
		return
	}
	l := line{number: number}
	end := utf8.RuneCountInString(text) + 1
	for j, i := range at {
		switch {
		case i < 0, i >= len(cells):
			l.cells[j] = cell{col: end}
		default:
			l.cells[j] = cells[i]
		}
		c := &l.cells[j]
		if c.text == "-" {
			c.text = ""
		}
		for k, r := range c.text {
			if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
				s.fault(number, c.col+utf8.RuneCountInString(c.text[:k]), "take it out", "a control character U+%04X", r)
				return
			}
		}
	}
	s.lines = append(s.lines, l)
}

// divide divides a line at its tabs. Spaces around a cell are left out, and so
// are the quotation marks that spreadsheets put around one.
func divide(text string) []cell {
	var out []cell
	col := 1
	for part := range strings.SplitSeq(text, "\t") {
		trimmed := strings.TrimLeft(part, " \u00a0")
		c := cell{strings.TrimRight(trimmed, " \u00a0"), col + utf8.RuneCountInString(part) - utf8.RuneCountInString(trimmed)}
		if n := len(c.text); n > 1 && c.text[0] == '"' && c.text[n-1] == '"' {
			c.text, c.col = strings.TrimSpace(strings.ReplaceAll(c.text[1:n-1], `""`, `"`)), c.col+1
		}
		out = append(out, c)
		col += utf8.RuneCountInString(part) + 1
	}
	return out
}

// parts divides a cell at the sign | and gives each part its column.
func (c cell) parts() []cell {
	if c.text == "" {
		return nil
	}
	var out []cell
	col := c.col
	for part := range strings.SplitSeq(c.text, "|") {
		trimmed := strings.TrimLeft(part, " \u00a0")
		out = append(out, cell{strings.TrimRight(trimmed, " \u00a0"), col + utf8.RuneCountInString(part) - utf8.RuneCountInString(trimmed)})
		col += utf8.RuneCountInString(part) + 1
	}
	return out
}
