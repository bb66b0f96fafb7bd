package pages

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"time"

	"annals/report"
)

// feedWant is a line of feeds/expected.jsonl.
type feedWant struct {
	File   string   `json:"file"`
	Items  int      `json:"items"`
	Titles []string `json:"titles"`
	Dates  []string `json:"dates"`
}

// addFeeds reads the saved feeds: feed_items is the share of feeds with the right number of items (read or rejected by
// name, none lost), feed_titles and feed_dates are shares of items.
func (r *Result) addFeeds(shared string) error {
	dir := filepath.Join(shared, "data", "pages", "feeds")
	f, err := os.Open(filepath.Join(dir, "expected.jsonl"))
	if err != nil {
		return fmt.Errorf("feeds: %w", err)
	}
	defer f.Close()
	var feeds, counted, titles, titlesRight, dates, datesRight float64
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		var w feedWant
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			return fmt.Errorf("feeds: expected.jsonl: %w", err)
		}
		var got []*report.Report // nil for an item that was rejected
		for rep, err := range report.Read(context.Background(), []string{filepath.Join(dir, w.File)}, report.Options{}) {
			var bad *report.BadInput
			switch {
			case errors.As(err, &bad) && bad.Line > 0:
				got = append(got, nil)
			case err == nil && (rep.Origin.Format == string(report.Feed) || rep.Origin.Format == string(report.JSONFeed)):
				got = append(got, rep)
			}
		}
		per := map[string]float64{"items": truth(len(got) == w.Items)}
		feeds++
		counted += per["items"]
		t, d, dn := 0.0, 0.0, 0.0
		for i, title := range w.Titles {
			titles++
			switch {
			case i < len(got) && got[i] != nil && sameLetters(title, got[i].Title), title == "" && i < len(got) && got[i] == nil:
				t++
			}
		}
		for i, day := range w.Dates {
			if day == "" {
				continue
			}
			dates++
			dn++
			if i < len(got) && got[i] != nil && sameDate(feedDay(day), got[i].Published) {
				d++
			}
		}
		titlesRight, datesRight = titlesRight+t, datesRight+d
		if len(w.Titles) > 0 {
			per["titles"] = round(t / float64(len(w.Titles)))
		}
		if dn > 0 {
			per["dates"] = round(d / dn)
		}
		r.Per["feeds/"+w.File] = per
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("feeds: %w", err)
	}
	r.Items += int(feeds)
	if feeds > 0 && titles > 0 && dates > 0 {
		r.Metrics["feed_items"] = round(counted / feeds)
		r.Metrics["feed_titles"] = round(titlesRight / titles)
		r.Metrics["feed_dates"] = round(datesRight / dates)
	}
	return nil
}

// feedDay reads the dates of the expectation by other means than the reader under test.
func feedDay(s string) string {
	if _, err := time.Parse(time.RFC3339, s); err == nil {
		return s
	}
	s = strings.NewReplacer("Seg,", "Mon,", " Set ", " Sep ", "EST", "-0500", "EDT", "-0400").Replace(s)
	if d, err := mail.ParseDate(s); err == nil {
		return d.Format(time.RFC3339)
	}
	return s
}
