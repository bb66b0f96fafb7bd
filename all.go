package annals

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"annals/report"
)

// Result is one report of a stream: its reading, or what was wrong with it.
type Result struct {
	Source  *report.Report // nil where the input could not be read
	Reading *Reading       // nil where Err is set
	Err     error          // a *report.BadInput, or the error of Read
}

// CodeAll codes a stream of reports by several workers (0: one for each processor)
// and yields the results in the order of the input. It holds a few reports for each
// worker at a time. When ctx is cancelled it stops taking reports and yields those in
// hand.
func (c *Coder) CodeAll(ctx context.Context, reports iter.Seq2[*report.Report, error], workers int) iter.Seq[Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result) bool) {
		type job struct {
			source *report.Report
			err    error
			done   chan Result
		}
		jobs := make(chan *job)             // to the workers
		order := make(chan *job, 4*workers) // to the reader, in order
		stop, halt := context.WithCancel(context.WithoutCancel(ctx))
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer close(order)
			defer close(jobs)
			for r, err := range reports {
				if ctx.Err() != nil {
					return
				}
				j := &job{source: r, err: err, done: make(chan Result, 1)}
				select {
				case order <- j:
				case <-stop.Done():
					return
				}
				if err != nil {
					j.done <- Result{Source: r, Err: err}
					continue
				}
				select {
				case jobs <- j:
				case <-stop.Done():
					return
				}
			}
		}()
		for range workers {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for j := range jobs {
					reading, err := c.Read(stop, j.source)
					j.done <- Result{Source: j.source, Reading: reading, Err: err}
				}
			}()
		}
		defer wg.Wait()
		defer halt()
		for j := range order {
			if !yield(<-j.done) {
				halt()
				// The producer may wait on a full order: let it see the halt.
				for range order {
				}
				return
			}
		}
	}
}
