package own

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"strings"

	"annals/kb"
)

// Table is a table that has been read.
type Table struct {
	File string
	Rows []Row // those without a fault, in the order of the file

	base   *kb.Base
	digest string
}

func digest(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:8])
}

// Digest is a short hash of the bytes of the file.
func (t *Table) Digest() string { return t.digest }

// key tells which rows are about one entity: its identifier, else the entity of
// the base, else the first name with country and kind.
func (x *Row) key() string {
	switch {
	case x.same != 0:
		return fmt.Sprintf("same %d", x.same)
	case x.ID != "":
		return "id " + x.ID
	}
	return "name " + kb.FoldKey(x.Names[0]) + "\x00" + x.Country + "\x00" + x.Kind.String()
}

// id is the identifier of the entity: the user's own, the base's, or one made
// from name, country and kind.
func (x *Row) id(base *kb.Base) string {
	if x.ID != "" {
		return x.ID
	}
	if x.same != 0 {
		if q := base.Entity(x.same).QID; q != "" {
			return q
		}
	}
	sum := sha256.Sum256([]byte(kb.FoldKey(x.Names[0]) + "\x00" + x.Country + "\x00" + x.Kind.String()))
	return "u_" + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:10]))
}

// mostRows bounds the rows of one entity: each is held against all others.
const mostRows = 500

// agree finds the rows that contradict an earlier one: a name that belongs to
// somebody else, another kind, offices of one person at one time.
func (r *Reader) agree(s *sheet, rows []Row) []Row {
	owner := map[string]int{} // folded name to the place of the first row in kept
	rowsOf := map[string][]int{}
	var kept []Row
	for _, x := range rows {
		before := len(s.faults)
		key := x.key()
		parts := x.cells[colNames].parts()
		for i, n := range x.Names {
			j, ok := owner[kb.FoldKey(n)]
			if !ok || kept[j].key() == key || kept[j].ID != "" && x.ID != "" {
				continue
			}
			s.fault(x.Line, parts[i].col, "if they are one, write the same first name, country and kind, or the same id; if not, give each an id", "the name %q stands in line %d for another %s (%s)",
				n, kept[j].Line, kept[j].Kind, orNone(kept[j].Country))
		}
		if len(rowsOf[key]) >= mostRows {
			s.fault(x.Line, x.cells[colNames].col, "divide them among entities", "more than %d rows of one %s", mostRows, x.Kind)
			continue
		}
		for _, j := range rowsOf[key] {
			y := &kept[j]
			switch {
			case y.Kind != x.Kind:
				s.fault(x.Line, x.cells[colKind].col, "write one kind for one id", "a %s here, but a %s in line %d", x.Kind, y.Kind, y.Line)
			case same(&x, y):
				s.fault(x.Line, x.cells[colNames].col, "keep one of them", "the same as line %d", y.Line)
			case clash(&x, y):
				s.fault(x.Line, x.cells[colFrom].col, "end the one before the other begins; offices held together stand in one row, divided by |", "overlaps line %d, %s (%s to %s)",
					y.Line, y.what(), orOpen(y.cells[colFrom].text), orOpen(y.cells[colTo].text))
			}
		}
		if len(s.faults) > before {
			continue
		}
		for _, n := range x.Names {
			if _, ok := owner[kb.FoldKey(n)]; !ok {
				owner[kb.FoldKey(n)] = len(kept)
			}
		}
		rowsOf[key] = append(rowsOf[key], len(kept))
		kept = append(kept, x)
	}
	return kept
}

func orOpen(s string) string {
	if s == "" {
		return "open"
	}
	return s
}

func orNone(s string) string {
	if s == "" {
		return "of no country"
	}
	return s
}

// what names what a row states of its entity.
func (x *Row) what() string {
	if len(x.Offices) == 0 {
		return "sector " + orNone(strings.Join(x.Sectors, " "))
	}
	var titles []string
	for _, o := range x.Offices {
		titles = append(titles, o.Title)
	}
	return strings.Join(titles, ", ")
}

func same(x, y *Row) bool {
	return x.From == y.From && x.To == y.To && x.what() == y.what() && x.Country == y.Country
}

// clash reports whether two rows are certain to share more than the day on
// which one follows the other; a date of a month or year may be any day of it.
func clash(x, y *Row) bool {
	const never, always = kb.Day(-1 << 30), kb.Day(1 << 30)
	begin, end := never, always // the latest begin, the earliest end
	for _, r := range []*Row{x, y} {
		if r.From != 0 {
			b := r.From
			if r.FromPrecision < kb.ToDay {
				b, _ = kb.ParseDate(r.cells[colFrom].text, true)
			}
			begin = max(begin, b)
		}
		if r.To != 0 {
			e := r.To
			if r.ToPrecision < kb.ToDay {
				e, _ = kb.ParseDate(r.cells[colTo].text, false)
			}
			end = min(end, e)
		}
	}
	return begin < end
}
