package annals

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"

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
