package speed

import (
	"context"
	"errors"
	"math"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"annals/engine/doc"
	"annals/record"
	"annals/report"
)

// clock is moved by the things that are measured, so that the figures are known.
type clock struct{ at atomic.Int64 }

func (c *clock) now() time.Duration { return time.Duration(c.at.Add(int64(10 * time.Millisecond))) }

type stage struct {
	name string
	c    *clock
	cost time.Duration
}

func (s stage) Name() string        { return s.name }
func (s stage) Reads() []doc.Layer  { return nil }
func (s stage) Writes() []doc.Layer { return nil }
func (s stage) Run(*doc.Document)   { s.c.at.Add(int64(s.cost)) }

type coder struct {
	c    *clock
	fail string
	n    atomic.Int64
}

func (k *coder) Code(_ context.Context, r *report.Report) (record.Report, error) {
	k.n.Add(1)
	k.c.at.Add(int64(time.Second))
	if r.ID == k.fail {
		return record.Report{}, errors.New("ill")
	}
	return record.Report{ID: r.ID}, nil
}

func (k *coder) Document(r *report.Report) (*doc.Document, error) {
	return &doc.Document{Text: r.Text()}, nil
}

func (k *coder) Stages() []doc.Stage {
	return []doc.Stage{stage{"first", k.c, 20 * time.Millisecond}, stage{"second", k.c, 60 * time.Millisecond}}
}

func reports() []*report.Report {
	return []*report.Report{{ID: "a", Body: "three small words"}, {ID: "b", Title: "A head", Body: "and a body"}}
}

func TestRun(t *testing.T) {
	c := &clock{}
	k := &coder{c: c}
	r, err := Run(t.Context(), k, reports(), Options{Now: c.now, Set: "made"})
	if err != nil {
		t.Fatal(err)
	}
	// A round is two seconds and one step of the clock; the baseline ends after five steps.
	for name, want := range map[string]float64{"reports_per_s": 2 / 2.01, "words_per_s": 8 / 2.01, "bytes_per_s": 35 / 2.01, "baseline_bytes_per_s": 5 * 35 / 0.05, "cost": 100 * 2.01} {
		if got := r.Metrics[name]; math.Abs(got-want) > 1e-6*want {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
	if got := r.Per.Stage["second"].Share; math.Abs(got-0.7) > 1e-9 { // 60+10 of 20+10+60+10
		t.Errorf("share of second = %v", got)
	}
	if k.n.Load() != 8 {
		t.Errorf("coded %d times, want once to warm up and three rounds", k.n.Load())
	}
	var out strings.Builder
	if err := r.Print(&out); err != nil || !strings.Contains(out.String(), "second        70.0 %") {
		t.Errorf("%v: %s", err, out.String())
	}
}

func TestRunErrors(t *testing.T) {
	c := &clock{}
	for _, workers := range []int{1, 3} {
		if _, err := Run(t.Context(), &coder{c: c, fail: "b"}, reports(), Options{Now: c.now, Workers: workers}); err == nil || !strings.Contains(err.Error(), "code b: ill") {
			t.Errorf("%d workers: %v", workers, err)
		}
	}
	if _, err := Run(t.Context(), &coder{c: c}, nil, Options{}); err == nil {
		t.Error("measured without reports")
	}
}
