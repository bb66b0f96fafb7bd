package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"annals"
	"annals/record"
)

// tableWriter gathers rows and writes them as a table when it is closed.
type tableWriter struct {
	w       io.Writer
	what    What
	o       Options
	rows    [][]string
	dim     []bool
	reports int
	left    int
}

var titles = map[What][]string{
	Events:     {"", "date", "status", "event", "who", "whom / where", "says", "words"},
	Relations:  {"", "from", "relation", "to", "status", "says", "words"},
	Quotations: {"", "speaker", "kind", "cue", "words"},
	Reports:    {"", "id", "published", "words", "events", "relations", "quotations", "title"},
}

// Write gathers the rows of one reading.
func (t *tableWriter) Write(r *annals.Reading) error {
	t.reports++
	rec := &r.Record
	if t.what == All || t.what == Events {
		for i := range rec.Events {
			t.add(eventCells(&rec.Events[i]), rec.Events[i].Status != record.Occurred && rec.Events[i].Status != record.Ongoing || rec.Events[i].Polarity != record.Affirmed)
		}
	}
	switch t.what {
	case Relations:
		for i := range rec.Relations {
			x := &rec.Relations[i]
			by, _ := saidBy(x.Attribution)
			t.add([]string{short(&x.From), x.Type, short(&x.To), x.Status, or(by, "report"), words(x.Triggers)}, false)
		}
	case Quotations:
		for i := range rec.Quotations {
			q := &rec.Quotations[i]
			speaker, cue := "–", "–"
			if q.Speaker != nil {
				speaker = short(q.Speaker)
			}
			if q.Cue != nil {
				cue = q.Cue.Text
			}
			t.add([]string{speaker, q.Kind, cue, oneLine(q.Text)}, false)
		}
	case Reports:
		t.add([]string{rec.ID, or(rec.Published, "–"), itoa(rec.Words), itoa(len(rec.Events)), itoa(len(rec.Relations)), itoa(len(rec.Quotations)), or(rec.SetAside, rec.Title)}, rec.SetAside != "")
	}
	return nil
}

func (t *tableWriter) add(cells []string, dim bool) {
	if t.o.Rows > 0 && len(t.rows) >= t.o.Rows {
		t.left++
		return
	}
	t.rows = append(t.rows, append([]string{itoa(len(t.rows) + 1)}, cells...))
	t.dim = append(t.dim, dim)
}

func eventCells(e *record.Event) []string {
	event := strings.TrimSpace(e.Type + " " + e.Mode)
	if e.Expects != "" {
		event += " (" + e.Expects + ")"
	}
	status := string(e.Status)
	if e.Polarity != record.Affirmed {
		status = string(e.Polarity)
	}
	whom := sideText(e.Targets)
	if e.Reciprocal {
		whom = "with each other"
	}
	if e.Place != nil && !strings.Contains(whom, e.Place.Name) {
		if whom != "" {
			whom += " · "
		}
		whom += e.Place.Name
	}
	by, _ := saidBy(e.Attribution)
	return []string{dateText(&e.Date), status, event, or(sideText(e.Actors), "–"), or(whom, "–"), or(by, "report"), words(e.Triggers[:1])}
}

func dateText(d *record.Date) string {
	from, to := text(d.From), text(d.To)
	switch {
	case from == "" && to == "":
		return "open"
	case from == to || to == "" && d.Grain == "day":
		return from
	case from == "":
		return ".." + to
	}
	return from + ".." + to
}

func sideText(side []record.Party) string {
	var out []string
	for i := range side {
		out = append(out, short(&side[i]))
	}
	return strings.Join(out, ", ")
}

// short is a party as "Name (CHN GOV)".
func short(p *record.Party) string {
	code := strings.TrimSpace(p.Country + " " + p.Sector)
	if code == "" {
		return oneLine(p.Name)
	}
	return oneLine(p.Name) + " (" + code + ")"
}

func words(t []record.Words) string {
	var out []string
	for _, w := range t {
		out = append(out, oneLine(w.Text))
	}
	return strings.Join(out, " … ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// leastCell is the width below which a column is not cut.
const leastCell = 10

// Close writes the table and its foot.
func (t *tableWriter) Close() error {
	what := t.what
	if what == All {
		what = Events
	}
	head := titles[what]
	if head == nil {
		return fmt.Errorf("%s has no table", t.what)
	}
	if len(t.rows) > 0 {
		width := t.widths(head)
		t.line(head, width, false)
		for i, row := range t.rows {
			t.line(row, width, t.dim[i])
		}
	}
	foot := fmt.Sprintf("%s in %s.", count(len(t.rows)+t.left, strings.TrimSuffix(string(what), "s")), count(t.reports, "report"))
	if t.left > 0 {
		foot += fmt.Sprintf(" %d more: -n 0.", t.left)
	}
	if t.o.Hint != "" && len(t.rows) > 0 {
		foot += " Why? " + t.o.Hint
	}
	_, err := fmt.Fprintln(t.w, foot)
	return err
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return itoa(n) + " " + what + "s"
}

// widths fits the columns to the terminal: the widest are cut first.
func (t *tableWriter) widths(head []string) []int {
	width := make([]int, len(head))
	for _, row := range append([][]string{head}, t.rows...) {
		for i, c := range row {
			width[i] = max(width[i], runewidth.StringWidth(c))
		}
	}
	if t.o.Width == 0 {
		return width
	}
	for {
		sum, widest := 2*(len(width)-1), 0
		for i, w := range width {
			sum += w
			if w > width[widest] {
				widest = i
			}
		}
		if sum <= t.o.Width || width[widest] <= leastCell {
			return width
		}
		width[widest]--
	}
}

func (t *tableWriter) line(row []string, width []int, dim bool) {
	var b strings.Builder
	for i, c := range row {
		c = runewidth.Truncate(c, width[i], "…")
		b.WriteString(c)
		if i < len(row)-1 {
			b.WriteString(strings.Repeat(" ", width[i]-runewidth.StringWidth(c)+2))
		}
	}
	s := strings.TrimRight(b.String(), " ")
	if dim && t.o.Color {
		s = "\x1b[2m" + s + "\x1b[0m"
	}
	fmt.Fprintln(t.w, s)
}
