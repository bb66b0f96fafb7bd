// Package pages measures how well HTML pages and feeds are read: main text, headline and day of the saved news pages,
// items, headlines and days of the saved feeds.
//
// The measures are those of the field. Text: words (runs of letters and digits, lower case) as a bag, precision, recall
// and F1 for each page, and their means over pages; and the same over runs of four words, which punishes text in the
// wrong place. Where the expected values keep a standfirst apart, text with and without it are both right: the better
// F1 of the two counts. Title: equal in letters and digits. Date: the same minute, or the same day where either side
// has only a day or no zone. Values that the expectation leaves out are not counted.
package pages

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"annals/report"
)

// Page is a saved page with what should be read in it.
type Page struct {
	File    string   `json:"file"`
	From    string   `json:"from"`
	Lang    string   `json:"lang"`
	URL     string   `json:"url"`
	Title   *string  `json:"title"`
	Date    *string  `json:"date"`
	Author  []string `json:"author"`
	Text    string   `json:"text"`
	Summary *string  `json:"summary"`
	HTML    []byte   `json:"-"`
}

// Extracted is what a reader found in a page.
type Extracted struct {
	Title, Text string
	Date        string // YYYY-MM-DD or RFC 3339; "" = none
	SetAside    bool
}

// Reader is anything that reads pages.
type Reader func(Page) (Extracted, error)

// Load reads the saved pages of the shared folder.
func Load(shared string) ([]Page, error) {
	dir := filepath.Join(shared, "data", "pages")
	f, err := os.Open(filepath.Join(dir, "expected.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	defer f.Close()
	var out []Page
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		var p Page
		if err := json.Unmarshal(sc.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("pages: expected.jsonl line %d: %w", len(out)+1, err)
		}
		if p.HTML, err = gunzip(filepath.Join(dir, p.File)); err != nil {
			return nil, fmt.Errorf("pages: %w", err)
		}
		out = append(out, p)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	return out, nil
}

func gunzip(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return io.ReadAll(z)
}

// Annals is the project's own reader.
func Annals(dir string) Reader {
	return func(p Page) (Extracted, error) {
		for r, err := range report.Read(context.Background(), []string{filepath.Join(dir, "data", "pages", p.File)}, report.Options{}) {
			if err != nil {
				return Extracted{}, err
			}
			return Extracted{Title: r.Title, Text: r.Body, Date: r.Published, SetAside: r.SetAside != ""}, nil
		}
		return Extracted{}, errors.New("no report")
	}
}

// Run measures the project's reader over the pages and feeds of the shared folder.
func Run(shared string) (Result, error) {
	r, err := RunReader(shared, "annals", Annals(shared))
	if err != nil {
		return Result{}, err
	}
	return r, r.addFeeds(shared)
}

// RunReader measures any reader over the pages.
func RunReader(shared, name string, read Reader) (Result, error) {
	pages, err := Load(shared)
	if err != nil {
		return Result{}, err
	}
	res := Result{Task: "pages", Set: "shared/data/pages", Reader: name, Items: len(pages), Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
	sums := map[string]float64{}
	counts := map[string]float64{}
	put := func(per map[string]float64, name string, v float64) {
		per[name] = v
		sums[name] += v
		counts[name]++
	}
	for _, p := range pages {
		got, err := read(p)
		if err != nil {
			sums["failed"]++
			got = Extracted{}
		}
		per := map[string]float64{}
		s := scoreText(p, got.Text)
		put(per, "text_precision", s.words.precision)
		put(per, "text_recall", s.words.recall)
		put(per, "text_f1", s.words.f1)
		put(per, "shingle_f1", s.shingles.f1)
		if p.Lang == "en" {
			sums["text_f1_english"] += s.words.f1
			counts["text_f1_english"]++
		}
		if p.Title != nil && *p.Title != "" {
			put(per, "title", truth(sameLetters(*p.Title, got.Title)))
		}
		if p.Date != nil && *p.Date != "" {
			put(per, "date", truth(sameDate(*p.Date, got.Date)))
		}
		put(per, "language", truth(got.SetAside == (p.Lang != "en")))
		res.Per[p.File] = per
	}
	for name, n := range counts {
		res.Metrics[name] = round(sums[name] / n)
	}
	res.Metrics["failed"] = sums["failed"]
	for _, per := range res.Per {
		for k := range per {
			per[k] = round(per[k])
		}
	}
	return res, nil
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
