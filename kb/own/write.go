package own

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Header is the first line of a table, with its line break.
func Header() string { return strings.Join(Columns(), "\t") + "\n" }

// Line is a row of a table with its line break, from its cells in the order of
// Columns. Tabs and line breaks inside a cell become spaces.
func Line(cells ...string) string {
	out := make([]string, columnCount)
	for i := range out {
		if i < len(cells) {
			out[i] = strings.Join(strings.Fields(cells[i]), " ")
		}
	}
	return strings.Join(out, "\t") + "\n"
}

// Write writes the rows as a table with all columns.
func (t *Table) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	_, _ = b.WriteString(Header())
	for i := range t.Rows {
		x := &t.Rows[i]
		cells := make([]string, columnCount)
		for j := range cells {
			cells[j] = x.cells[j].text
		}
		_, _ = b.WriteString(Line(cells...))
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// Format lays a table out in its canonical form: no spaces around cells, no
// empty cells at the end of a line, line feeds. Comments and blank lines stay.
// A file that cannot be divided into cells stays as it is.
func Format(src []byte) []byte {
	if s := split("", src); len(s.faults) > 0 {
		return src
	}
	var out strings.Builder
	for raw := range bytes.Lines(bytes.TrimPrefix(src, []byte("\ufeff"))) {
		text := strings.TrimRight(string(raw), "\r\n")
		if bare := strings.TrimSpace(text); bare == "" || bare[0] == '#' {
			out.WriteString(bare + "\n")
			continue
		}
		var cells []string
		for part := range strings.SplitSeq(text, "\t") {
			cells = append(cells, strings.Trim(part, " \u00a0"))
		}
		out.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
	return []byte(out.String())
}

// Append takes the rows of another table behind its own.
func (t *Table) Append(u *Table) { t.Rows = append(t.Rows, u.Rows...) }

// Summary counts what a table holds, in words.
func (t *Table) Summary() string {
	known, fresh, offices := 0, 0, 0
	seen := map[string]bool{}
	for i := range t.Rows {
		x := &t.Rows[i]
		offices += len(x.Offices)
		switch key := x.key(); {
		case seen[key]:
		case x.same != 0:
			known++
			seen[key] = true
		default:
			fresh++
			seen[key] = true
		}
	}
	return fmt.Sprintf("%s, %s; %d that the knowledge base knows, %d new", counted(len(t.Rows), "row"), counted(offices, "office"), known, fresh)
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
