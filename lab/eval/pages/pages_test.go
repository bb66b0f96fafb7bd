package pages

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedDir finds the reference folder beside the module; the test is left out where there is none.
func sharedDir(t *testing.T) string {
	t.Helper()
	if s := os.Getenv("ANNALS_SHARED"); s != "" {
		return s
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	shared := filepath.Join(dir, "..", "shared")
	if _, err := os.Stat(filepath.Join(shared, "data", "pages", "expected.jsonl")); err != nil {
		t.Skip("saved pages missing: ", shared)
	}
	return shared
}

func TestMeasures(t *testing.T) {
	s := compareText("The ship left port on Monday.", "the ship LEFT port")
	if s.words.precision != 1 || round(s.words.recall) != round(4.0/6) {
		t.Errorf("words: %+v", s.words)
	}
	if s.shingles.precision != 1 || round(s.shingles.recall) != round(1.0/3) {
		t.Errorf("shingles: %+v", s.shingles)
	}
	standfirst := "A short lead."
	p := Page{Text: "One two three four five.", Summary: &standfirst}
	for _, got := range []string{p.Text, standfirst + "\n" + p.Text} {
		if s := scoreText(p, got); s.words.f1 != 1 {
			t.Errorf("%q: f1 %v, want 1", got, s.words.f1)
		}
	}
	if s := scoreText(p, ""); s.words.f1 != 0 {
		t.Errorf("empty text: f1 %v", s.words.f1)
	}
}

func TestSameDate(t *testing.T) {
	for _, c := range []struct {
		want, got string
		same      bool
	}{
		{"2024-01-07T01:20:00Z", "2024-01-06T20:20:00-05:00", true},
		{"2024-01-07T01:20:00Z", "2024-01-07", true},
		{"2024-01-07", "2024-01-08", false},
		{"2024-01-07T01:20:00Z", "", false},
	} {
		if got := sameDate(c.want, c.got); got != c.same {
			t.Errorf("%s and %s: %v, want %v", c.want, c.got, got, c.same)
		}
	}
}

// TestRun holds the figures of the reader: what was reached must not be lost unseen.
func TestRun(t *testing.T) {
	r, err := Run(sharedDir(t))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("ANNALS_TABLE") != "" {
		if err := r.WriteTable(os.Stdout, true); err != nil {
			t.Fatal(err)
		}
	}
	for name, least := range floors {
		if r.Metrics[name] < least {
			t.Errorf("%s is %.3f, was at least %.3f", name, r.Metrics[name], least)
		}
	}
}

var floors = map[string]float64{
	"text_f1": 0.975, "text_precision": 0.965, "text_recall": 0.985, "shingle_f1": 0.97, "date": 0.97, "title": 0.88, "language": 0.98,
	"feed_items": 1, "feed_titles": 1, "feed_dates": 0.92,
}
