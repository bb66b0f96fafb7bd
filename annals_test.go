package annals

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/report"
)

// read gives all reports of the paths; a bad one fails the test.
func read(t *testing.T, paths ...string) []*report.Report {
	t.Helper()
	var out []*report.Report
	for r, err := range report.Read(context.Background(), paths, report.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

func coder(t testing.TB) *Coder {
	t.Helper()
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shared is the folder of data beside the checkout; the test is skipped without it.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("ANNALS_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no evaluation data: the folder shared is not beside the checkout (set ANNALS_SHARED)")
	}
	return dir
}

// TestRecordsHold checks on the examples that every field stands on words, and
// that coding twice gives the same bytes.
func TestRecordsHold(t *testing.T) {
	c := coder(t)
	hold(t, c, read(t, "examples"))
}

// TestRecordsHoldOnGold does the same on the gold items, without looking at them.
func TestRecordsHoldOnGold(t *testing.T) {
	dir := shared(t)
	if testing.Short() {
		t.Skip("short")
	}
	c := coder(t)
	for _, f := range []string{"gold/dev-read.jsonl", "gold/dev-score.jsonl", "gold/dev-status.jsonl", "mission/article.jsonl"} {
		hold(t, c, read(t, filepath.Join(dir, f)))
	}
}

func hold(t *testing.T, c *Coder, reports []*report.Report) {
	t.Helper()
	if len(reports) == 0 {
		t.Fatal("no reports")
	}
	for _, r := range reports {
		out, err := c.Code(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		if err := out.Validate(); err != nil {
			t.Errorf("report %s: %v", r.ID, err)
		}
		again, err := c.Code(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(out)
		b, _ := json.Marshal(again)
		if !bytes.Equal(a, b) {
			t.Errorf("report %s: two runs differ", r.ID)
		}
	}
}

func TestOddReports(t *testing.T) {
	c := coder(t)
	for name, body := range map[string]string{
		"empty": "", "one word": "War", "marks": "“”’ – — …", "emoji": "🙂 met 🙂🙂 in 🏙️.", "right to left": "قال الوزير مرحبا. وصل",
		"combining": "Cafe\u0301 Minister Re\u0301my visited Me\u0301xico.", "broken": "Norway \xff\xfe met Sweden \xc3",
		"no stop": strings.Repeat("troops attacked the town and ", 400), "nested": "“He said ‘she said “no” ’ ” said Ann.",
	} {
		r := &report.Report{ID: name, Body: body, Published: "2024-05-05"}
		out, err := c.Code(context.Background(), r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := out.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSetAside(t *testing.T) {
	c := coder(t)
	out, err := c.Code(context.Background(), &report.Report{ID: "x", Body: "Le ministre est arrivé.", SetAside: "language: French"})
	if err != nil || out.SetAside == "" || len(out.Events) > 0 {
		t.Errorf("%+v, %v", out, err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := coder(t).Code(ctx, &report.Report{ID: "x", Body: "Norway expelled the envoy."}); err == nil {
		t.Error("a cancelled context was not noticed")
	}
}

func BenchmarkCode(b *testing.B) {
	c := coder(b)
	var reports []*report.Report
	for r, err := range report.Read(context.Background(), []string{"examples"}, report.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, r)
	}
	words := 0
	for _, r := range reports {
		words += len(strings.Fields(r.Text()))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range reports {
			if _, err := c.Code(context.Background(), r); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
