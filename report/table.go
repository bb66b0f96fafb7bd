package report

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode/utf8"
)

// table reads CSV, TSV and tables with ";" or "|", with a header. A row that has another number of fields than the
// header is no report: a text is then most likely not quoted, and guessing would move its words into other columns.
func (rd *reader) table(src *source) bool {
	in, guess := src.decoded()
	t := &tableReader{lines: &lineReader{in: in, limit: rd.lim.LineBytes, keep: rd.lim.RawBytes}, delim: src.delimiter, limit: rd.lim.LineBytes}
	head, names, ok := t.next(0)
	if !ok || head.reason != "" {
		return rd.bad(&BadInput{File: src.name, Line: head.line, Reason: "no header: " + head.reason})
	}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	cols := chooseKeys(names, rd.o.Map)
	if cols["text"] == "" && cols["title"] == "" {
		f := noText(append([]string(nil), names...), cols, rd.o.Map)
		return rd.bad(&BadInput{File: src.name, Line: head.line, Reason: strings.ReplaceAll(strings.ReplaceAll(f.reason, "keys", "columns"), "key ", "column "),
			Hint: "Name it with --map text=COLUMN"})
	}
	at := make(map[string]int, len(names))
	for i := len(names) - 1; i >= 0; i-- {
		at[names[i]] = i
	}
	for i := 0; ; i++ {
		rec, row, ok := t.next(len(names))
		if !ok {
			if i == 0 {
				return rd.bad(&BadInput{File: src.name, Reason: "a table without rows", Raw: head.raw})
			}
			return true
		}
		bad := func(id, reason, hint string) bool {
			return rd.bad(&BadInput{File: src.name, Line: rec.line, Report: id, Reason: reason, Hint: hint, Raw: rec.raw})
		}
		goOn := true
		switch {
		case rec.reason != "":
			goOn = bad("", rec.reason, rec.hint)
		case len(row) != len(names):
			goOn = bad("", fmt.Sprintf("%d fields, but the header has %d", len(row), len(names)), "Is a text with the delimiter inside not quoted?")
		default:
			f := rowFields{header: names, at: at, row: row}
			rowGuess := guess
			if !utf8.Valid(rec.raw) {
				rowGuess = joinGuess(guess, f.mend(rec.raw))
			}
			r, id, fault := rd.build(f, cols)
			if fault != nil {
				goOn = bad(id, fault.reason, fault.hint)
				break
			}
			r.Origin, r.Guess = src.origin(rec.line, i), rowGuess
			goOn = rd.emit(r, rec.raw)
		}
		if !goOn {
			return false
		}
	}
}

// rowFields are the cells of a row under the names of the header.
type rowFields struct {
	header []string
	at     map[string]int
	row    []string
}

func (f rowFields) names() []string { return append([]string(nil), f.header...) }

func (f rowFields) str(_, name string) (string, *fault) {
	if i, ok := f.at[name]; ok && i < len(f.row) {
		return f.row[i], nil
	}
	return "", nil
}

// mend converts cells that are not UTF-8; the whole row decides how.
func (f rowFields) mend(raw []byte) (guess string) {
	_, e, guess := toUTF8(raw, "")
	for i, c := range f.row {
		if utf8.ValidString(c) {
			continue
		}
		if e == nil {
			b, _ := mend([]byte(c))
			f.row[i] = string(b)
		} else if s, err := e.NewDecoder().String(c); err == nil {
			f.row[i] = s
		}
	}
	return guess
}

// tableReader cuts a stream into rows. A quoted cell may hold line breaks. A quotation mark that opens a cell and is
// never closed spoils its own line only: what was read after it is read again.
type tableReader struct {
	lines  *lineReader
	delim  byte
	limit  int      // bytes of a row
	queue  []record // lines to be read again
	failed int      // rows whose quotation mark was never closed
}

// maxFailed is how often a table may be searched to its end for a closing quotation mark; after that every line is a
// row of its own, so that time stays in proportion to the size.
const maxFailed = 8

func (t *tableReader) line() (record, bool) {
	if len(t.queue) > 0 {
		r := t.queue[0]
		t.queue = t.queue[1:]
		return r, true
	}
	return t.lines.next()
}

// next gives the next row and its cells. want is the number of cells of the header, 0 for the header itself.
func (t *tableReader) next(want int) (record, []string, bool) {
	first, ok := t.line()
	for ok && first.reason == "" && len(bytes.TrimSpace(first.raw)) == 0 {
		first, ok = t.line()
	}
	if !ok || first.reason != "" {
		return first, nil, ok
	}
	row := record{line: first.line, raw: append([]byte(nil), first.raw...)}
	open, _ := quoteOpen(row.raw, t.delim, false)
	if !open || t.failed >= maxFailed {
		cells := cut(row.raw, t.delim, !open)
		if len(cells) != want && want > 0 {
			if plain := cut(row.raw, t.delim, false); len(plain) == want {
				cells = plain
			}
		}
		return row, cells, true
	}
	if plain := cut(row.raw, t.delim, false); t.delim == '\t' && len(plain) == want {
		return row, plain, true // TSV is often written without quoting
	}
	alone := len(row.raw)
	var read []record
	for open {
		l, ok := t.line()
		bare := false
		if ok {
			open, bare = quoteOpen(l.raw, t.delim, true)
		}
		// A bare quotation mark on a later line is the opening one of another row's cell: this cell was never closed.
		if !ok || l.reason != "" || bare || len(row.raw)+len(l.raw) > t.limit {
			if ok {
				l.raw = append([]byte(nil), l.raw...)
				read = append(read, l)
			}
			t.failed++
			t.queue = append(read, t.queue...)
			row.raw = row.raw[:alone]
			row.reason, row.hint = "a quotation mark that opens a cell and is not closed", ""
			return row, nil, true
		}
		l.raw = append([]byte(nil), l.raw...)
		read = append(read, l)
		row.raw = append(append(row.raw, '\n'), l.raw...)
	}
	return row, cut(row.raw, t.delim, true), true
}

// quoteOpen tells whether a quoted cell is still open at the end of a line, and whether a quotation mark stood bare
// (neither doubled nor closing) in a cell that was open from the start on.
func quoteOpen(line []byte, delim byte, open bool) (still, bare bool) {
	start, fromBefore := !open, open
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case open && c == '"':
			switch {
			case i+1 < len(line) && line[i+1] == '"':
				i++
			case i+1 == len(line) || line[i+1] == delim:
				open, fromBefore = false, false
			default:
				bare = bare || fromBefore
			}
		case open:
		case start && c == '"':
			open = true
		}
		start = !open && c == delim
	}
	return open, bare
}

// cut divides a row into its cells.
func cut(row []byte, delim byte, quotes bool) []string {
	if !quotes {
		return strings.Split(string(row), string(rune(delim)))
	}
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = rune(delim), true, -1
	cells, err := r.Read()
	if err != nil {
		return strings.Split(string(row), string(rune(delim)))
	}
	return cells
}

// sniffTable gives the delimiter if the text begins like a table: a header that names a text or a title, or at least
// three rows of equal length below short names.
func sniffTable(t []byte, more bool, m map[string]string) byte {
	for _, d := range []byte{'\t', ',', ';', '|'} {
		rows := firstRows(t, d, more)
		if len(rows) == 0 || len(rows[0]) < 2 || !namesOnly(rows[0]) {
			continue
		}
		names := rows[0]
		for i := range names {
			names[i] = strings.TrimSpace(names[i])
		}
		cols := chooseKeys(names, m)
		alike := 0
		for _, r := range rows[1:] {
			if len(r) == len(names) {
				alike++
			}
		}
		known := cols["text"] != "" || cols["title"] != ""
		switch {
		case known && (len(cols) > 1 || alike > 0 || len(rows) == 1):
			return d
		case len(names) >= 3 && alike >= 3 && alike == len(rows)-1:
			return d
		case len(names) == 2 && d == '\t' && alike >= 3 && alike == len(rows)-1:
			return d
		}
	}
	return 0
}

// tableByName gives the delimiter of a text that only its name, as reports.csv.gz, tells to be a table: one whose
// columns have no known names, so that its reader says which they are rather than that all rows become one report, or
// one with a single column of texts.
func tableByName(name string, head []byte, more bool, m map[string]string) byte {
	name = strings.ToLower(name)
	for _, packed := range []string{".gz", ".zst", ".bz2"} {
		name = strings.TrimSuffix(name, packed)
	}
	if !strings.HasSuffix(name, ".csv") && !strings.HasSuffix(name, ".tsv") {
		return 0
	}
	head = bytes.TrimLeft(head, " \r\n\uFEFF")
	for _, d := range []byte{'\t', ',', ';', '|'} {
		if rows := firstRows(head, d, more); len(rows) > 0 && namesOnly(rows[0]) {
			return d
		}
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	only := strings.Trim(strings.TrimSpace(string(first)), `"`)
	if cols := chooseKeys([]string{only}, m); cols["text"] != "" || cols["title"] != "" {
		return ','
	}
	return 0
}

// namesOnly: cells that can be names of columns.
func namesOnly(cells []string) bool {
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if c == "" || len(c) > 64 || strings.ContainsAny(c, "\n.!?") || len(strings.Fields(c)) > 4 {
			return false
		}
	}
	return true
}

func firstRows(t []byte, d byte, more bool) [][]string {
	lines := &lineReader{in: bufio.NewReader(bytes.NewReader(t)), limit: len(t)}
	r := &tableReader{lines: lines, delim: d, limit: len(t)}
	var rows [][]string
	for len(rows) < 20 {
		want := 0
		if len(rows) > 0 {
			want = len(rows[0])
		}
		rec, cells, ok := r.next(want)
		if !ok {
			return rows
		}
		if rec.reason != "" {
			break
		}
		rows = append(rows, cells)
		if len(rows) == 1 && (len(cells) < 2 || len(rec.raw) > 4096) {
			return nil
		}
	}
	if more && len(rows) > 2 && len(rows) < 20 {
		rows = rows[:len(rows)-1] // the last is most likely cut
	}
	return rows
}
