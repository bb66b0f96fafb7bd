package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"annals"
	"annals/record"
)

// columns writes CSV or TSV: a header, then one line an object.
type columns struct {
	w    *csv.Writer
	what What
}

// headers are the columns of a part, nil where it has none.
func headers(what What) []string {
	switch what {
	case Events:
		return []string{"id", "report", "type", "mode", "expects", "contexts", "cameo", "quad", "goldstein", "status", "polarity", "denied_by",
			"actors", "actor_ids", "actor_countries", "actor_sectors", "targets", "target_ids", "target_countries", "target_sectors",
			"thirds", "reciprocal", "background", "date_from", "date_to", "date_grain", "date_basis", "place", "place_id", "place_country",
			"place_admin1", "lat", "lon", "place_grain", "place_basis", "killed_min", "killed_max", "wounded_min", "wounded_max",
			"arrested_min", "arrested_max", "participants_min", "participants_max", "said_by", "said_kind", "trigger", "span_start", "span_end", "score"}
	case Relations:
		return []string{"id", "report", "type", "from", "from_id", "from_country", "from_sector", "to", "to_id", "to_country", "to_sector",
			"status", "polarity", "degree", "said_by", "trigger", "span_start", "span_end", "score"}
	case Quotations:
		return []string{"id", "report", "kind", "speaker", "speaker_id", "speaker_country", "speaker_sector", "cue", "cue_kind", "span_start", "span_end", "text"}
	case Candidates:
		return []string{"report", "name", "id", "office", "class", "country", "sector", "day", "span_start", "span_end", "text"}
	case Reports:
		return []string{"id", "title", "outlet", "url", "published", "published_basis", "language", "words", "sentences", "events", "relations",
			"quotations", "set_aside"}
	}
	return nil
}

func newColumns(w io.Writer, comma rune, what What) (Writer, error) {
	head := headers(what)
	if head == nil {
		return nil, fmt.Errorf("%s has no columns; CSV and TSV are for events, relations, quotations, candidates and reports", what)
	}
	c := csv.NewWriter(w)
	c.Comma = comma
	return &columns{c, what}, c.Write(head)
}

// Write writes the lines of one reading.
func (c *columns) Write(r *annals.Reading) error {
	rec := &r.Record
	switch c.what {
	case Events:
		for i := range rec.Events {
			if err := c.w.Write(eventRow(&rec.Events[i])); err != nil {
				return err
			}
		}
	case Relations:
		for i := range rec.Relations {
			x := &rec.Relations[i]
			degree := ""
			if x.Degree != nil {
				degree = x.Degree.Text
			}
			by, _ := saidBy(x.Attribution)
			row := append([]string{x.ID, x.Report, x.Type}, partyCells(&x.From)...)
			row = append(row, partyCells(&x.To)...)
			row = append(row, x.Status, string(x.Polarity), degree, by, x.Triggers[0].Text, itoa(x.Triggers[0].Span[0]), itoa(x.Triggers[0].Span[1]), number(x.Score))
			if err := c.w.Write(row); err != nil {
				return err
			}
		}
	case Quotations:
		for i := range rec.Quotations {
			if err := c.w.Write(quotationRow(&rec.Quotations[i])); err != nil {
				return err
			}
		}
	case Candidates:
		for _, x := range r.Candidates() {
			if err := c.w.Write([]string{x.Report, x.Name, x.ID, x.Office, x.Class, x.Country, x.Sector, x.Day, itoa(x.Span[0]), itoa(x.Span[1]), x.Text}); err != nil {
				return err
			}
		}
	case Reports:
		return c.w.Write([]string{rec.ID, rec.Title, rec.Outlet, rec.URL, rec.Published, rec.PublishedBasis, rec.Language, itoa(rec.Words),
			itoa(rec.Sentences), itoa(len(rec.Events)), itoa(len(rec.Relations)), itoa(len(rec.Quotations)), rec.SetAside})
	}
	return nil
}

// Close writes what is still in hand.
func (c *columns) Close() error {
	c.w.Flush()
	return c.w.Error()
}

func quotationRow(q *record.Quotation) []string {
	var speaker record.Party
	if q.Speaker != nil {
		speaker = *q.Speaker
	}
	var cue record.Cue
	if q.Cue != nil {
		cue = *q.Cue
	}
	row := append([]string{q.ID, q.Report, q.Kind}, partyCells(&speaker)...)
	return append(row, cue.Text, cue.Kind, itoa(q.Content[0][0]), itoa(q.Content[len(q.Content)-1][1]), q.Text)
}

func partyCells(p *record.Party) []string { return []string{p.Name, p.ID, p.Country, p.Sector} }

func eventRow(e *record.Event) []string {
	row := []string{e.ID, e.Report, e.Type, e.Mode, e.Expects, "", e.CAMEO, itoa(e.Quad), number(e.Goldstein), string(e.Status), string(e.Polarity), ""}
	var contexts []string
	for _, c := range e.Contexts {
		contexts = append(contexts, c.Name)
	}
	row[5] = strings.Join(contexts, ";")
	if e.DeniedBy != nil {
		row[11] = e.DeniedBy.Name
	}
	row = append(row, sideCells(e.Actors)...)
	row = append(row, sideCells(e.Targets)...)
	row = append(row, sideCells(e.Thirds)[0], strconv.FormatBool(e.Reciprocal), strconv.FormatBool(e.Background),
		text(e.Date.From), text(e.Date.To), e.Date.Grain, e.Date.Basis)
	row = append(row, placeCells(e.Place)...)
	for _, what := range []string{"killed", "wounded", "arrested", "participants"} {
		lo, hi := "", ""
		for _, a := range e.Amounts {
			if a.What == what && lo == "" {
				lo, hi = whole(a.Min), whole(a.Max)
			}
		}
		row = append(row, lo, hi)
	}
	by, kind := saidBy(e.Attribution)
	t := e.Triggers[0]
	return append(row, by, kind, t.Text, itoa(t.Span[0]), itoa(t.Span[1]), number(e.Score))
}

// sideCells is the names, ids, countries and sectors of a side, each joined by semicolons.
func sideCells(side []record.Party) []string {
	var cells [4][]string
	for i := range side {
		for k, s := range partyCells(&side[i]) {
			cells[k] = append(cells[k], s)
		}
	}
	out := make([]string, 4)
	for k := range cells {
		out[k] = strings.Join(cells[k], ";")
	}
	return out
}

func placeCells(p *record.Place) []string {
	if p == nil {
		return make([]string, 8)
	}
	return []string{p.Name, p.ID, p.Country, p.Admin1, real(p.Lat), real(p.Lon), p.Grain, p.Basis}
}

// saidBy is the nearest speaker and the kind of the saying.
func saidBy(chains []record.Chain) (name, kind string) {
	for _, c := range chains {
		if len(c) > 0 {
			return c[0].Party.Name, c[0].Kind
		}
	}
	return "", ""
}

func itoa(n int) string { return strconv.Itoa(n) }

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func whole(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func real(x *float64) string {
	if x == nil {
		return ""
	}
	return number(*x)
}
