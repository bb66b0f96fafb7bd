package annals

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"annals/engine"
	"annals/engine/doc"
	"annals/report"
)

// mixed makes reports from one word to some thousands, with empty and set-aside ones between.
func mixed(t *testing.T, n int) []*report.Report {
	t.Helper()
	examples := read(t, "examples")
	var out []*report.Report
	for i := range n {
		x := *examples[i%len(examples)]
		x.ID = fmt.Sprint("r", i)
		sentences := strings.SplitAfter(x.Body, ". ")
		switch i % 7 {
		case 0, 1, 2:
			x.Body = strings.Join(sentences[:1], "")
		case 3:
			x.Title, x.Body = "", strings.Join(sentences[:min(i%5, len(sentences))], "")
		case 4:
			if i%2 == 0 {
				x.SetAside = "language: not read"
			}
		case 5:
			if i%5 == 0 {
				x.Body = strings.Repeat(x.Body+"\n\n", 1+i%9)
			}
		}
		out = append(out, &x)
	}
	return out
}

// TestTogether codes reports of all lengths: whatever is read together, the records are those of Read.
func TestTogether(t *testing.T) {
	c := coder(t)
	reports := mixed(t, 120)
	var want []string
	for _, r := range reports {
		reading, err := c.Read(context.Background(), r)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, jsonOf(t, reading))
	}
	compare := func(how string, results []Result) {
		t.Helper()
		if len(results) != len(want) {
			t.Fatalf("%s: %d results of %d", how, len(results), len(want))
		}
		for i, r := range results {
			if r.Err != nil {
				t.Fatalf("%s: %v", how, r.Err)
			}
			if got := jsonOf(t, r.Reading); got != want[i] {
				t.Errorf("%s: report %d differs from itself read alone", how, i)
			}
		}
	}
	compare("all together", c.readTogether(context.Background(), reports))
	for _, workers := range []int{1, 3, 8} {
		compare(fmt.Sprint(workers, " workers"), slices.Collect(c.CodeAll(context.Background(), stream(reports), workers)))
	}
}

func jsonOf(t *testing.T, r *Reading) string {
	t.Helper()
	line, err := json.Marshal(r.Record)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

// crash is the stage syntax with a bug: it panics on a document that contains a word.
type crash struct {
	doc.Together
	shared *int // how often several came at once
}

func (s crash) Run(d *doc.Document) { s.RunAll([]*doc.Document{d}) }

func (s crash) RunAll(ds []*doc.Document) {
	if len(ds) > 1 {
		*s.shared++
	}
	s.Together.RunAll(ds[:len(ds)/2])
	for _, d := range ds {
		if strings.Contains(d.Text, "breaks") {
			panic("out of range")
		}
	}
	s.Together.RunAll(ds[len(ds)/2:])
}

// TestTogetherBroken has one report on which the shared stage panics: it alone is
// lost, the others come out as if they had been alone.
func TestTogetherBroken(t *testing.T) {
	c := coder(t)
	reports := mixed(t, 12)
	want := c.readTogether(context.Background(), reports)
	at, stage := c.shared()
	if stage == nil {
		t.Fatal("no stage takes several documents")
	}
	stages := slices.Clone(c.pipeline.Stages())
	times := 0
	stages[at] = crash{stage, &times}
	p, err := engine.NewPipeline(stages...)
	if err != nil {
		t.Fatal(err)
	}
	own := *c
	own.pipeline = p
	reports[7] = &report.Report{ID: "bad", Body: "This one breaks.", Origin: report.Origin{Line: 8}}
	got := own.readTogether(context.Background(), reports)
	for i, r := range got {
		if i == 7 {
			var bug *Broken
			if !errors.As(r.Err, &bug) || bug.Stage != stage.Name() || !strings.Contains(r.Err.Error(), "out of range") {
				t.Errorf("the broken report: %v", r.Err)
			}
			continue
		}
		if r.Err != nil {
			t.Fatalf("report %d: %v", i, r.Err)
		}
		if jsonOf(t, r.Reading) != jsonOf(t, want[i].Reading) {
			t.Errorf("report %d is not what it was alone", i)
		}
	}
	if times != 1 {
		t.Errorf("several documents came %d times", times)
	}
}

// TestCodeAllSlowPipe gives the next report only when the last has come out: no
// worker may wait for more.
func TestCodeAllSlowPipe(t *testing.T) {
	c := coder(t)
	reports := mixed(t, 20)
	next := make(chan struct{}, 1)
	next <- struct{}{}
	seq := func(yield func(*report.Report, error) bool) {
		for _, r := range reports {
			<-next
			if !yield(r, nil) {
				return
			}
		}
	}
	n := 0
	for r := range c.CodeAll(context.Background(), seq, 2) {
		if r.Err != nil || r.Source != reports[n] {
			t.Fatalf("result %d: %v", n, r.Err)
		}
		n++
		next <- struct{}{}
	}
	if n != len(reports) {
		t.Errorf("%d results", n)
	}
}

func TestTogetherCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for i, r := range coder(t).readTogether(ctx, mixed(t, 5)) {
		if !errors.Is(r.Err, context.Canceled) {
			t.Errorf("report %d: %v", i, r.Err)
		}
	}
}
