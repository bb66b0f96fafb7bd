package table

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a table or rule file; lines and columns count from 1, columns in code points.
type Pos struct {
	File string
	Line int
	Col  int
}

// String is file:line:column, the form that editors jump to.
func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col) }

// Problem is one fault of a file, with a hint on what to write instead.
type Problem struct {
	Pos
	Msg  string
	Hint string
}

// Error is "file:line:col: what (hint)".
func (p Problem) Error() string {
	s := p.Pos.String() + ": " + p.Msg
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

// Cell is one cell with the column at which it begins.
type Cell struct {
	Text string
	Col  int
}

// Row is one line of a table.
type Row struct {
	Line  int
	Cells []Cell
}

// Get is the text of cell i, "" where the row is shorter or the cell is "-".
func (r Row) Get(i int) string {
	if i < 0 || i >= len(r.Cells) || r.Cells[i].Text == "-" {
		return ""
	}
	return r.Cells[i].Text
}

// Col is the column at which cell i begins, or that of the line's end.
func (r Row) Col(i int) int {
	switch {
	case i >= 0 && i < len(r.Cells):
		return r.Cells[i].Col
	case len(r.Cells) > 0:
		c := r.Cells[len(r.Cells)-1]
		return c.Col + utf8.RuneCountInString(c.Text)
	}
	return 1
}

// Table is a parsed table file.
type Table struct {
	File    string
	Columns []string
	Rows    []Row
}

// Pos is the place of cell i of a row.
func (t *Table) Pos(r Row, i int) Pos { return Pos{t.File, r.Line, r.Col(i)} }

// Fault makes a Problem at cell i of a row.
func (t *Table) Fault(r Row, i int, hint, format string, args ...any) Problem {
	return Problem{Pos: t.Pos(r, i), Msg: fmt.Sprintf(format, args...), Hint: hint}
}

// Column is the index of the named column, or -1.
func (t *Table) Column(name string) int {
	for i, c := range t.Columns {
		if c == name {
			return i
		}
	}
	return -1
}

// Parse reads a table. Rows with more cells than columns, a missing header and
// broken UTF-8 are problems; what could be read is returned all the same.
func Parse(file string, src []byte) (*Table, []Problem) {
	t := &Table{File: file}
	var problems []Problem
	fault := func(line, col int, msg, hint string) {
		problems = append(problems, Problem{Pos{file, line, col}, msg, hint})
	}
	for n, line := range strings.Split(string(src), "\n") {
		n++
		line = strings.TrimRight(line, "\r \t")
		if !utf8.ValidString(line) {
			fault(n, 1, "broken UTF-8", "save the file as UTF-8")
			continue
		}
		switch bare := strings.TrimLeft(line, "\r \t"); {
		case bare == "":
			continue
		case strings.HasPrefix(bare, "#:"):
			if t.Columns != nil {
				fault(n, 1, "a second line of column names", "keep one #: line a file")
				continue
			}
			t.Columns = strings.Fields(bare[2:])
			continue
		case bare[0] == '#':
			continue
		}
		row := Row{Line: n, Cells: cells(line)}
		if t.Columns == nil {
			fault(n, 1, "a row before the line of column names", "begin with a line such as #: word pos class")
			t.Columns = []string{}
		}
		if len(t.Columns) > 0 && len(row.Cells) > len(t.Columns) {
			extra := row.Cells[len(t.Columns)]
			fault(n, extra.Col, fmt.Sprintf("%d cells, but only %d columns: %q is too much", len(row.Cells), len(t.Columns), extra.Text),
				"cells are divided by a tab or two spaces; use one space inside a cell")
		}
		t.Rows = append(t.Rows, row)
	}
	return t, problems
}

// cells divides a line at tabs and at runs of two or more spaces.
func cells(line string) []Cell {
	var out []Cell
	col, start, startCol := 1, -1, 0
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		gap := r == '\t' || r == ' ' && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t')
		if gap {
			if start >= 0 {
				out = append(out, Cell{line[start:i], startCol})
				start = -1
			}
			for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
				i++
				col++
			}
			continue
		}
		if start < 0 && r != ' ' {
			start, startCol = i, col
		}
		i += size
		col++
	}
	if start >= 0 {
		out = append(out, Cell{line[start:], startCol})
	}
	return out
}
