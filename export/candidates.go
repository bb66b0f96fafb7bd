package export

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"annals"
	"annals/kb"
	"annals/kb/own"
)

// ownTable gathers the candidates of all reports as a table of package own: one
// row for each person and office, from the first day on which a report gives
// it, the reports and their words in the note.
type ownTable struct {
	w    io.Writer
	rows map[ownKey]*ownRow
}

type ownKey struct{ name, country, id, office string }

type ownRow struct {
	annals.Candidate
	to    string
	notes []string
}

// mostNotes is how many reports a note names.
const mostNotes = 3

// Write takes the candidates of one reading.
func (t *ownTable) Write(r *annals.Reading) error {
	for _, c := range r.Candidates() {
		key := ownKey{kb.FoldKey(c.Name), c.Country, c.ID, kb.Fold(c.Office)}
		x, ok := t.rows[key]
		if !ok {
			x = &ownRow{Candidate: c}
			t.rows[key] = x
		}
		if c.Day != "" && (x.Day == "" || day(c.Day) < day(x.Day)) {
			x.Day = c.Day
		}
		if x.Sector == "" {
			x.Sector = c.Sector
		}
		if len(x.notes) < mostNotes {
			x.notes = append(x.notes, c.Report+": "+oneLine(c.Text))
		}
	}
	return nil
}

// day is the day of a date that may have a time behind it.
func day(s string) string { return s[:min(len(s), len(time.DateOnly))] }

// Close writes the table: by name, then day. Of one person's offices one ends
// when a report gives the next; those that begin on one day stand in one row.
func (t *ownTable) Close() error {
	list := make([]*ownRow, 0, len(t.rows))
	for _, x := range t.rows {
		list = append(list, x)
	}
	person := func(x *ownRow) string { return x.ID + "\x00" + kb.FoldKey(x.Name) + "\x00" + x.Country }
	slices.SortFunc(list, func(a, b *ownRow) int {
		return cmp.Or(strings.Compare(kb.FoldKey(a.Name), kb.FoldKey(b.Name)), strings.Compare(person(a), person(b)), strings.Compare(day(a.Day), day(b.Day)), strings.Compare(a.Office, b.Office))
	})
	var kept []*ownRow
	for _, x := range list {
		if len(kept) > 0 {
			switch before := kept[len(kept)-1]; {
			case person(before) != person(x):
			case day(before.Day) == day(x.Day):
				before.Office += "|" + x.Office
				before.notes = append(before.notes, x.notes...)
				continue
			default:
				d, _ := kb.ParseDate(day(x.Day), false)
				before.to = (d - 1).String()
			}
		}
		kept = append(kept, x)
	}
	if _, err := io.WriteString(t.w, own.Header()); err != nil {
		return err
	}
	for _, x := range kept {
		if _, err := io.WriteString(t.w, own.Line(x.Name, x.Country, x.Sector, x.Office, day(x.Day), x.to, x.ID, kb.Person.String(), strings.Join(x.notes, "; "))); err != nil {
			return err
		}
	}
	return nil
}
