package speed

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"annals/engine/doc"
	"annals/record"
	"annals/report"
)

// Coder is what is measured.
type Coder interface {
	Code(context.Context, *report.Report) (record.Report, error)
}

// Staged is a Coder whose stages can be run one by one.
type Staged interface {
	// Document is the report as the first stage gets it.
	Document(*report.Report) (*doc.Document, error)
	// Stages are the stages in the order in which they run.
	Stages() []doc.Stage
}

// Options of a measurement. The zero value is one worker, three rounds and the clock of the machine.
type Options struct {
	Workers int
	Rounds  int
	Engine  string
	Commit  string
	Set     string
	Now     func() time.Duration // time since some fixed moment
}

// Result holds the medians over the rounds.
type Result struct {
	Task    string             `json:"task"` // "speed"
	Set     string             `json:"set"`
	Items   int                `json:"items"`
	Engine  string             `json:"engine,omitempty"`
	Commit  string             `json:"commit,omitempty"`
	Workers int                `json:"workers"`
	CPU     string             `json:"cpu"`     // architecture and number of cores
	Metrics map[string]float64 `json:"metrics"` // reports_per_s, words_per_s, bytes_per_s, baseline_bytes_per_s, cost, allocs_per_report, alloc_bytes_per_report
	Per     Per                `json:"per"`
}

// Per is the table of the stages, in their order.
type Per struct {
	Stage map[string]Stage `json:"stage,omitempty"`
	Order []string         `json:"order,omitempty"`
}

// Stage is the time of one stage.
type Stage struct {
	Share     float64 `json:"share"`       // of the time of all stages, 0 to 1
	WordsPerS float64 `json:"words_per_s"` // on one core
}

// Run measures the coder on the reports.
func Run(ctx context.Context, c Coder, reports []*report.Report, o Options) (Result, error) {
	if len(reports) == 0 {
		return Result{}, errors.New("no reports to measure with")
	}
	o.Workers, o.Rounds = max(1, o.Workers), cmp.Or(o.Rounds, 3)
	if o.Now == nil {
		begin := time.Now()
		o.Now = func() time.Duration { return time.Since(begin) }
	}
	var size, words int
	texts := make([]string, len(reports))
	for i, r := range reports {
		texts[i] = r.Text()
		size += len(texts[i])
		words += len(strings.Fields(texts[i]))
	}
	if size == 0 {
		return Result{}, errors.New("no text to measure with")
	}
	if _, err := codeAll(ctx, c, reports[:min(len(reports), 50)], o); err != nil { // warm up: tables are built, pages are mapped
		return Result{}, err
	}
	var seconds, base []float64
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range o.Rounds {
		base = append(base, hashSpeed(texts, size, o.Now))
		d, err := codeAll(ctx, c, reports, o)
		if err != nil {
			return Result{}, err
		}
		seconds = append(seconds, d.Seconds())
	}
	runtime.ReadMemStats(&after)
	base = append(base, hashSpeed(texts, size, o.Now))
	t, b := median(seconds), median(base)
	coded := float64(o.Rounds * len(reports))
	r := Result{Task: "speed", Set: o.Set, Items: len(reports), Engine: o.Engine, Commit: o.Commit, Workers: o.Workers,
		CPU: fmt.Sprintf("%s, %d cores", runtime.GOARCH, runtime.NumCPU()),
		Metrics: map[string]float64{
			"reports_per_s": float64(len(reports)) / t, "words_per_s": float64(words) / t, "bytes_per_s": float64(size) / t,
			"baseline_bytes_per_s": b, "cost": b * t / float64(size),
			"allocs_per_report":      float64(after.Mallocs-before.Mallocs) / coded,
			"alloc_bytes_per_report": float64(after.TotalAlloc-before.TotalAlloc) / coded,
		}}
	if s, ok := c.(Staged); ok {
		per, err := stages(ctx, s, reports, words, o)
		if err != nil {
			return Result{}, err
		}
		r.Per = per
	}
	return r, nil
}

// codeAll codes the reports with the workers asked for and gives the time it took.
func codeAll(ctx context.Context, c Coder, reports []*report.Report, o Options) (time.Duration, error) {
	begin := o.Now()
	if o.Workers == 1 {
		for _, r := range reports {
			if _, err := c.Code(ctx, r); err != nil {
				return 0, fmt.Errorf("code %s: %w", r.ID, err)
			}
		}
		return o.Now() - begin, nil
	}
	queue := make(chan *report.Report)
	errs := make(chan error, o.Workers)
	var wg sync.WaitGroup
	for range o.Workers {
		wg.Go(func() {
			var first error
			for r := range queue {
				if _, err := c.Code(ctx, r); err != nil && first == nil {
					first = fmt.Errorf("code %s: %w", r.ID, err)
				}
			}
			errs <- first
		})
	}
	for _, r := range reports {
		queue <- r
	}
	close(queue)
	wg.Wait()
	d := o.Now() - begin
	close(errs)
	for err := range errs {
		if err != nil {
			return 0, err
		}
	}
	return d, nil
}

// stages runs the stages one by one and sums the time of each.
func stages(ctx context.Context, s Staged, reports []*report.Report, words int, o Options) (Per, error) {
	list := s.Stages()
	sums := make([]time.Duration, len(list))
	var total time.Duration
	for _, r := range reports {
		if err := ctx.Err(); err != nil {
			return Per{}, err
		}
		d, err := s.Document(r)
		if err != nil {
			return Per{}, fmt.Errorf("document of %s: %w", r.ID, err)
		}
		at := o.Now()
		for i, stage := range list {
			stage.Run(d)
			now := o.Now()
			sums[i] += now - at
			total += now - at
			at = now
		}
	}
	per := Per{Stage: map[string]Stage{}}
	for i, stage := range list {
		st := Stage{Share: sums[i].Seconds() / max(total.Seconds(), 1e-12)}
		if sums[i] > 0 {
			st.WordsPerS = float64(words) / sums[i].Seconds()
		}
		per.Stage[stage.Name()] = st
		per.Order = append(per.Order, stage.Name())
	}
	return per, nil
}

// hashSpeed is the bytes a second of the baseline, over at least a twentieth of a second.
func hashSpeed(texts []string, size int, now func() time.Duration) float64 {
	begin, read := now(), 0
	sum := uint64(14695981039346656037)
	for {
		for _, t := range texts {
			for i := 0; i < len(t); i++ {
				sum = (sum ^ uint64(t[i])) * 1099511628211
			}
		}
		runtime.KeepAlive(sum)
		read += size
		if d := now() - begin; d >= 50*time.Millisecond {
			return float64(read) / d.Seconds()
		}
	}
}

func median(v []float64) float64 {
	s := slices.Sorted(slices.Values(v))
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}

// Print writes the figures for people.
func (r Result) Print(w io.Writer) error {
	m := r.Metrics
	_, err := fmt.Fprintf(w, "%d reports of %s, %d at a time, on %s\n%.1f reports/s, %.0f words/s, %.3f MB/s\ncost %.0f: in the time of one byte the baseline hashes so many (%.0f MB/s)\n%.0f allocations, %.0f KiB a report\n",
		r.Items, r.Set, r.Workers, r.CPU, m["reports_per_s"], m["words_per_s"], m["bytes_per_s"]/1e6, m["cost"], m["baseline_bytes_per_s"]/1e6, m["allocs_per_report"], m["alloc_bytes_per_report"]/1024)
	for _, name := range r.Per.Order {
		if err == nil {
			s := r.Per.Stage[name]
			_, err = fmt.Fprintf(w, "  %-12s %5.1f %%  %12.0f words/s\n", name, 100*s.Share, s.WordsPerS)
		}
	}
	return err
}
