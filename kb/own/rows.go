package own

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"annals/engine/mention"
	"annals/kb"
	"annals/table"
)

// Sectors lists the PLOVER sectors of the record, PRE for those of unrecognised
// regions last.
func Sectors() []string {
	return strings.Fields("GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF UNK CVL BUS LAB JRN EDU MED REL CRM ELI REF SOC AGR PRE")
}

// International lists the codes that stand for a country where there is none.
func International() []string { return strings.Fields("UNO EUR IGO NGO MNC IMG ISM") }

// kinds are what a row may be about. States and places are the base's alone.
var kinds = [...]kb.Kind{kb.Person, kb.Body, kb.Force, kb.Group, kb.Party, kb.Company, kb.Media, kb.School}

// Kinds lists what a row may be about.
func Kinds() []string {
	var out []string
	for _, k := range kinds {
		out = append(out, k.String())
	}
	return out
}

// Row is one row of a table without a fault.
type Row struct {
	Line    int
	Names   []string // the first is the name under which the entity is written
	Country string   // as in kb.Entity
	Sectors []string
	Offices []Post
	From    kb.Day // 0: open
	To      kb.Day // 0: open
	ID      string // "" where the table gives none
	Kind    kb.Kind
	Note    string

	FromPrecision, ToPrecision kb.Precision

	cells [columnCount]cell
	same  kb.EntityID // the entity of the base that is meant, 0 for none
}

// Post is an office of a row with the class and sector that its words tell.
type Post struct{ Title, Class, Sector string }

// Reader reads tables against a base and the titles of a language. It is safe
// for concurrent use.
type Reader struct {
	base   *kb.Base
	lex    *mention.Lexicon
	states func() states // for hints only: it reads all entities
}

// New makes a Reader; tables is the folder of a language (titles, agents).
func New(base *kb.Base, tables fs.FS) (*Reader, error) {
	lex, err := mention.Load(tables)
	if err != nil {
		return nil, err
	}
	return &Reader{base: base, lex: lex, states: sync.OnceValue(func() states { return statesOf(base) })}, nil
}

// Read reads a table. The faults come in the order of lines and columns; the
// rows that have none are in the table all the same, for those who want them.
// Rows that contradict an earlier row are at fault, the earlier one is not.
func (r *Reader) Read(file string, src []byte) (*Table, []table.Problem) {
	s := split(file, src)
	t := &Table{File: file, digest: digest(src)}
	for _, l := range s.lines {
		before := len(s.faults)
		row := r.row(s, l)
		if len(s.faults) == before {
			t.Rows = append(t.Rows, row)
		}
		if len(s.faults) >= mostFaults {
			break
		}
	}
	t.Rows = r.agree(s, t.Rows)
	slices.SortStableFunc(s.faults, func(a, b table.Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	if len(s.faults) >= mostFaults {
		last := s.faults[len(s.faults)-1]
		s.fault(last.Line, last.Col, "mend those above first", "%d faults; the rest of the table was not read", len(s.faults))
	}
	t.base = r.base
	return t, s.faults
}

// row understands the cells of a line.
func (r *Reader) row(s *sheet, l line) Row {
	row := Row{Line: l.number, cells: l.cells, Note: l.cells[colNote].text}
	bad := func(c cell, hint, format string, args ...any) { s.fault(l.number, c.col, hint, format, args...) }
	seen := map[string]bool{}
	for _, c := range l.cells[colNames].parts() {
		folded := kb.FoldKey(c.text)
		switch {
		case folded == "":
			bad(c, "write a name, or take the sign | out", "an empty name")
		case utf8.RuneCountInString(c.text) > 100 || strings.Count(folded, " ") > 11:
			bad(c, "divide several names by |", "a name of %d letters", utf8.RuneCountInString(c.text))
		case seen[folded]:
			bad(c, "write it once", "the name %q stands twice", c.text)
		}
		seen[folded] = true
		row.Names = append(row.Names, c.text)
	}
	if len(row.Names) == 0 {
		bad(l.cells[colNames], "write the name, others behind it divided by |", "no name")
	}
	row.Country = r.country(l.cells[colCountry], bad)
	for _, c := range words(l.cells[colSector]) {
		known := Sectors()
		if !slices.Contains(known, c.text) {
			hint := table.DidYouMean(strings.ToUpper(c.text), known)
			if hint == "" {
				hint = "one of " + strings.Join(known, " ")
			}
			bad(c, hint, "no sector %q", c.text)
		}
		row.Sectors = append(row.Sectors, c.text)
	}
	for _, c := range l.cells[colOffice].parts() {
		if c.text == "" {
			bad(c, "write an office, or take the sign | out", "an empty office")
			continue
		}
		p := r.Post(c.text)
		if len(row.Sectors) > 0 {
			p.Sector = row.Sectors[0]
		}
		row.Offices = append(row.Offices, p)
	}
	row.From, row.FromPrecision = day(l.cells[colFrom], false, bad)
	row.To, row.ToPrecision = day(l.cells[colTo], true, bad)
	if row.From != 0 && row.To != 0 && row.To < row.From {
		bad(l.cells[colTo], "exchange them, or leave the end open", "ends on %s, before it begins on %s", l.cells[colTo].text, l.cells[colFrom].text)
	}
	row.Kind = kind(l.cells[colKind], len(row.Offices) > 0, bad)
	if id := l.cells[colID]; id.text != "" {
		row.ID = id.text
		if i := strings.IndexFunc(id.text, func(c rune) bool {
			return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("_-.:", c))
		}); i >= 0 || len(id.text) > 64 {
			bad(id, "letters, digits, and _ - . : between them, at most 64", "%q is no identifier", id.text)
		}
	}
	if len(row.Names) > 0 {
		r.meant(&row, bad)
	}
	return row
}

type badCell func(c cell, hint, format string, args ...any)

// words divides a cell at spaces, commas and the sign |.
func words(c cell) []cell {
	var out []cell
	start := -1
	for i, x := range c.text + " " {
		if strings.ContainsRune(" ,;|", x) {
			if start >= 0 {
				out = append(out, cell{c.text[start:i], c.col + utf8.RuneCountInString(c.text[:start])})
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	return out
}

// kind reads the column kind; a row with an office is about a person.
func kind(c cell, office bool, bad badCell) kb.Kind {
	for _, k := range kinds {
		if k.String() == strings.ToLower(c.text) {
			if office && k != kb.Person {
				bad(c, "leave the office out, or write person", "a %s holds no office", k)
			}
			return k
		}
	}
	switch {
	case c.text != "":
		hint := table.DidYouMean(strings.ToLower(c.text), Kinds())
		if hint == "" {
			hint = "one of " + strings.Join(Kinds(), ", ")
		}
		bad(c, hint, "no kind %q", c.text)
	case !office:
		bad(c, "write in a column kind what it is: "+strings.Join(Kinds(), ", "), "neither an office nor a kind")
	}
	return kb.Person
}

// day reads a date: YYYY, YYYY-MM or YYYY-MM-DD.
func day(c cell, end bool, bad badCell) (kb.Day, kb.Precision) {
	if c.text == "" {
		return 0, kb.NoDate
	}
	d, p := kb.ParseDate(c.text, end)
	const earliest = 1000
	if p == kb.NoDate || d.Year() < earliest || p == kb.ToDay && d != 0 && d.String() != c.text {
		hint := "write YYYY, YYYY-MM or YYYY-MM-DD"
		if p == kb.ToDay {
			hint = "the day before the next month's first is " + lastDay(c.text)
		} else if near := reorder(c.text); near != "" {
			hint += ": did you mean " + near + "?"
		}
		bad(c, hint, "%q is no date", c.text)
		return 0, kb.NoDate
	}
	if d == 0 { // 1970-01-01 means "not given" in the base: the day beside it is taken
		d = 1
		if end {
			d = -1
		}
	}
	return d, p
}

// lastDay is the last day of the month of a date YYYY-MM-DD.
func lastDay(s string) string {
	d, _ := kb.ParseDate(s[:7], true)
	return d.String()
}

// reorder guesses the date that digits in another order or with other signs
// stand for; "" where more than one is possible.
func reorder(s string) string {
	f := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-./ ", r) })
	if len(f) != 3 {
		return ""
	}
	var n [3]int
	for i := range f {
		x, err := strconv.Atoi(f[i])
		if err != nil || x < 1 || x > 9999 {
			return ""
		}
		n[i] = x
	}
	if n[0] > 999 { // 2024/3/5, 2024-13-05
		if n[1] > 12 && n[2] <= 12 {
			n[1], n[2] = n[2], n[1]
		}
	} else {
		n[0], n[2] = n[2], n[0]
		switch { // 31.12.2024, 12/31/2024; of 3/5/2024 nobody knows
		case n[1] > 12 && n[2] <= 12:
			n[1], n[2] = n[2], n[1]
		case n[1] <= 12 && n[2] <= 12 && n[1] != n[2] && !strings.Contains(s, "."):
			return ""
		}
	}
	out := fmt.Sprintf("%04d-%02d-%02d", n[0], n[1], n[2])
	if d, p := kb.ParseDate(out, false); p != kb.ToDay || d.String() != out {
		return ""
	}
	return out
}
