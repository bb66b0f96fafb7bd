package annals

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

	"annals/engine"
	"annals/engine/doc"
	"annals/report"
)

func stream(reports []*report.Report) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		for _, r := range reports {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// TestSameBytes codes the examples many times over with 1, 2 and 7 workers.
func TestSameBytes(t *testing.T) {
	c := coder(t)
	reports := read(t, "examples")
	reports = append(reports, reports...)
	var first string
	for _, workers := range []int{1, 2, 7} {
		var b strings.Builder
		for r := range c.CodeAll(context.Background(), stream(reports), workers) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			line, err := json.Marshal(r.Reading.Record)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(append(line, '\n'))
		}
		if first == "" {
			first = b.String()
		} else if b.String() != first {
			t.Errorf("%d workers give other bytes than 1", workers)
		}
	}
}

func TestCodeAllKeepsErrorsInPlace(t *testing.T) {
	c := coder(t)
	bad := &report.BadInput{File: "x", Line: 2, Reason: "no text"}
	seq := func(yield func(*report.Report, error) bool) {
		if yield(&report.Report{ID: "a", Body: "Norway expelled the envoy."}, nil) && yield(nil, bad) {
			yield(&report.Report{ID: "b", Body: "Norway expelled the envoy."}, nil)
		}
	}
	var got []string
	for r := range c.CodeAll(context.Background(), seq, 3) {
		switch {
		case errors.Is(r.Err, error(bad)) || r.Err != nil:
			got = append(got, "error")
		default:
			got = append(got, r.Reading.Record.ID)
		}
	}
	if strings.Join(got, " ") != "a error b" {
		t.Errorf("order %v", got)
	}
}

func TestCodeAllStopsEarly(t *testing.T) {
	c := coder(t)
	var many []*report.Report
	for range 100 {
		many = append(many, &report.Report{ID: "a", Body: "Norway expelled the envoy."})
	}
	n := 0
	for range c.CodeAll(context.Background(), stream(many), 2) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d results", n)
	}
}

// breaking is a stage that fails on reports that contain a word.
type breaking struct{}

func (breaking) Name() string        { return "breaking" }
func (breaking) Reads() []doc.Layer  { return nil }
func (breaking) Writes() []doc.Layer { return nil }
func (breaking) Run(d *doc.Document) {
	if strings.Contains(d.Text, "breaks") {
		panic("out of range")
	}
}

// TestBroken has one report of three on which a stage panics: the others are coded,
// and what is told of it leads back to it.
func TestBroken(t *testing.T) {
	c := coder(t)
	p, err := engine.NewPipeline(append(c.pipeline.Stages()[:len(c.pipeline.Stages()):len(c.pipeline.Stages())], breaking{})...)
	if err != nil {
		t.Fatal(err)
	}
	c.pipeline = p
	var reports []*report.Report
	for i, text := range []string{"Peru condemned the raid.", "This one breaks.", "Chile thanked Peru."} {
		reports = append(reports, &report.Report{ID: string(rune('a' + i)), Body: text, Published: "2024-05-01",
			PublishedBasis: report.BasisInput, Language: "en", Origin: report.Origin{File: "in.jsonl", Line: i + 1}})
	}
	var coded, failed []string
	for r := range c.CodeAll(context.Background(), stream(reports), 2) {
		var bug *Broken
		var bad *report.BadInput
		switch {
		case r.Err == nil:
			coded = append(coded, r.Reading.Record.ID)
		case errors.As(r.Err, &bug) && errors.As(r.Err, &bad):
			failed = append(failed, bad.Report)
			if bug.Stage != "breaking" || bad.Line != 2 || string(bad.Raw) != "This one breaks." || !strings.Contains(r.Err.Error(), "out of range") {
				t.Errorf("told as %+v: %v", bad, r.Err)
			}
		default:
			t.Error(r.Err)
		}
	}
	if strings.Join(coded, "") != "ac" || strings.Join(failed, "") != "b" {
		t.Errorf("coded %v, failed %v", coded, failed)
	}
}
