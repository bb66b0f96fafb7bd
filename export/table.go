package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"annals"
	"annals/engine/doc"
	"annals/record"
)

// tableWriter gathers rows and writes them as a table when it is closed. It keeps no
// more rows than are shown.
type tableWriter struct {
	w       io.Writer
	what    What
	o       Options
	rows    []row
	reports int
	first   string // id of the first report
	many    bool   // rows come from several reports
	left    int    // rows that are not shown
	open    string // words of the first date that needs a day of publication
	opens   int    // reports with one
	cells   runewidth.Condition
}

func newTable(w io.Writer, what What, o Options) *tableWriter {
	// The widths of cells must not hang on the locale.
	return &tableWriter{w: w, what: what, o: o, cells: runewidth.Condition{StrictEmojiNeutral: true}}
}

// row is one line with how it is drawn.
type row struct {
	cells []string
	dim   bool // not, or not yet, real
	quad  int  // PLOVER's class, 0 for none
	no    bool // denied or negated
}

func titles(what What) []string {
	switch what {
	case Events, All:
		return []string{"", "date", "status", "event", "who", "whom / where", "says", "words"}
	case Relations:
		return []string{"", "from", "relation", "to", "status", "says", "words"}
	case Quotations:
		return []string{"", "speaker", "kind", "cue", "words"}
	case Candidates:
		return []string{"", "name", "office", "country", "sector", "day", "words"}
	case Reports:
		return []string{"", "report", "published", "words", "events", "relations", "quotations", "title"}
	}
	return nil
}

const eventColumn = 3

// Write gathers the rows of one reading.
func (t *tableWriter) Write(r *annals.Reading) error {
	t.reports++
	rec := &r.Record
	switch t.what {
	case All, Events:
		for i := range rec.Events {
			e := &rec.Events[i]
			t.add(rec.ID, row{cells: eventCells(e), quad: e.Quad, no: e.Polarity != record.Affirmed,
				dim: e.Status != record.Occurred && e.Status != record.Ongoing || e.Polarity != record.Affirmed})
		}
		if w := openDay(r); w != "" {
			if t.opens++; t.opens == 1 {
				t.open = w
			}
		}
	case Relations:
		for i := range rec.Relations {
			x := &rec.Relations[i]
			by, _ := saidBy(x.Attribution)
			status := x.Status
			if x.Polarity != record.Affirmed {
				status = string(x.Polarity)
			}
			t.add(rec.ID, row{cells: []string{short(&x.From), x.Type, short(&x.To), status, or(by, "report"), words(x.Triggers)}, dim: status != "holds"})
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
			t.add(rec.ID, row{cells: []string{speaker, q.Kind, cue, oneLine(q.Text)}})
		}
	case Candidates:
		for _, c := range r.Candidates() {
			t.add(rec.ID, row{cells: []string{oneLine(c.Name), c.Office, or(c.Country, "–"), or(c.Sector, "–"), or(c.Day, "–"), oneLine(c.Text)}})
		}
	case Reports:
		t.add(rec.ID, row{cells: []string{rec.ID, or(rec.Published, "–"), itoa(rec.Words), itoa(len(rec.Events)), itoa(len(rec.Relations)), itoa(len(rec.Quotations)),
			or(rec.SetAside, oneLine(rec.Title))}, dim: rec.SetAside != ""})
	}
	return nil
}

func (t *tableWriter) add(report string, r row) {
	if t.first == "" {
		t.first = report
	}
	t.many = t.many || report != t.first
	if t.o.Rows > 0 && len(t.rows) >= t.o.Rows {
		t.left++
		return
	}
	r.cells = append(append([]string{itoa(len(t.rows) + 1)}, r.cells...), report)
	t.rows = append(t.rows, r)
}

// openDay is the first time expression of a report without a day of publication
// that needs one, beside an event whose date is open.
func openDay(r *annals.Reading) string {
	if r.Record.Published != "" {
		return ""
	}
	for i := range r.Record.Events {
		if r.Record.Events[i].Date.Basis != record.BasisOpen {
			continue
		}
		for f, e := range r.Trace.Event {
			if e != i {
				continue
			}
			sent := r.Document.Tokens[r.Document.Frames[f].Head].Sent
			for k := range r.Document.Times {
				if x := &r.Document.Times[k]; x.Sent == sent && x.Kind == doc.TimeDate && x.From == 0 && x.To == 0 {
					return oneLine(r.Document.Word(x.Span))
				}
			}
		}
	}
	return ""
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
	return []string{dateText(&e.Date), status, event, or(sideText(e.Actors), "–"), or(whom, "–"), or(by, "report"), words(e.Triggers)}
}

func dateText(d *record.Date) string {
	from, to := text(d.From), text(d.To)
	switch {
	case from == "" && to == "":
		return "open"
	case from == to:
		return from
	case d.Grain == "month" && len(from) == len("2006-01-02") && len(to) == len(from) && from[:7] == to[:7]:
		return from[:7]
	case d.Grain == "year" && len(from) == len("2006-01-02") && len(to) == len(from) && from[:4] == to[:4]:
		return from[:4]
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

// words are those of the triggers, each once.
func words(t []record.Words) string {
	var out []string
	seen := map[record.Span]bool{}
	for _, w := range t {
		if !seen[w.Span] {
			seen[w.Span] = true
			out = append(out, oneLine(w.Text))
		}
	}
	return strings.Join(out, " … ")
}

// oneLine is text without line breaks and signs that steer a terminal.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// leastCell is the width below which a column is not cut.
const leastCell = 6

// Close writes the table and its foot.
func (t *tableWriter) Close() error {
	head := titles(t.what)
	if head == nil {
		return fmt.Errorf("%s has no table", t.what)
	}
	if t.many && t.what != Reports {
		head = append(head, "report")
	}
	if len(t.rows) > 0 {
		width := t.widths(head)
		if err := t.line(row{cells: head}, width); err != nil {
			return err
		}
		for _, r := range t.rows {
			r.cells = r.cells[:len(head)]
			if err := t.line(r, width); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(t.w, t.foot())
	return err
}

// foot counts, says what is missing and how to ask further.
func (t *tableWriter) foot() string {
	what := strings.TrimSuffix(string(t.what), "s")
	if t.what == All {
		what = "event"
	}
	s := fmt.Sprintf("%s in %s.", count(len(t.rows)+t.left, what), count(t.reports, "report"))
	if t.what == Reports {
		s = count(t.reports, "report") + "."
	}
	if t.left > 0 {
		s += fmt.Sprintf(" %d more rows: -n 0.", t.left)
	}
	if t.opens > 0 {
		where := "The day is open"
		if t.reports > 1 {
			where = "Days are open in " + count(t.opens, "report")
		}
		s += fmt.Sprintf(" %s: “%s” needs a publication day. Try: --published YYYY-MM-DD.", where, t.open)
	}
	if t.o.Why != "" && len(t.rows) > 0 && (t.what == Events || t.what == All) {
		s += " Why? " + t.o.Why
		if t.many {
			s += " --report ID"
		}
		s += " --event 1" + t.o.After
	}
	return s
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
	for i, c := range head {
		width[i] = t.cells.StringWidth(c)
	}
	for _, r := range t.rows {
		for i := range width {
			width[i] = max(width[i], t.cells.StringWidth(r.cells[i]))
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

// Signs of colour, each beside a word that says the same: blue for cooperation,
// orange for conflict, dim for what is not real or not yet, struck through for what
// is denied.
const (
	blue   = "\x1b[38;5;32m"
	orange = "\x1b[38;5;172m"
	dim    = "\x1b[2m"
	struck = "\x1b[9m"
	plain  = "\x1b[0m"
)

func (t *tableWriter) line(r row, width []int) error {
	var b strings.Builder
	for i, c := range r.cells {
		c = t.cells.Truncate(c, width[i], "…")
		gap := strings.Repeat(" ", width[i]-t.cells.StringWidth(c)+2)
		if i == len(r.cells)-1 {
			gap = ""
		}
		b.WriteString(t.drawn(c, r, i) + gap)
	}
	_, err := fmt.Fprintln(t.w, strings.TrimRight(b.String(), " "))
	return err
}

func (t *tableWriter) drawn(c string, r row, column int) string {
	if !t.o.Color || c == "" {
		return c
	}
	sign := ""
	if r.dim {
		sign = dim
	}
	if column == eventColumn && r.quad > 0 {
		sign += [...]string{blue, blue, orange, orange}[(r.quad-1)%4]
		if r.no {
			sign += struck
		}
	}
	if sign == "" {
		return c
	}
	return sign + c + plain
}
