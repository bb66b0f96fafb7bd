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

// What a worker may have in hand and waiting, in shares of a report: a short one
// takes one share, a long one up to longShares.
const (
	sharesEach = 2 * togetherReports
	longShares = 8
	shareBytes = togetherBytes / togetherReports
)

// job is one report on its way through CodeAll.
type job struct {
	source *report.Report
	size   int // bytes of text
	shares int
	done   chan Result
}

func newJob(r *report.Report, err error) *job {
	j := &job{source: r, shares: longShares, done: make(chan Result, 1)}
	if err != nil {
		j.done <- Result{Source: r, Err: err}
		return j
	}
	j.size = len(r.Title) + len(r.Body)
	j.shares = min(1+j.size/shareBytes, longShares)
	return j
}

// CodeAll codes a stream of reports by several workers (0: one for each processor)
// and yields the results in the order of the input. It holds a bounded number of
// reports for each worker at a time: four long ones or 32 short ones. A worker takes
// several short reports together if they wait already; it never waits for more. When
// ctx is cancelled it stops taking reports and yields those in hand.
func (c *Coder) CodeAll(ctx context.Context, reports iter.Seq2[*report.Report, error], workers int) iter.Seq[Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result) bool) {
		room := make(chan struct{}, sharesEach*workers)
		jobs := make(chan *job, sharesEach*workers)  // to the workers
		order := make(chan *job, sharesEach*workers) // to the reader, in order
		stop, halt := context.WithCancel(context.WithoutCancel(ctx))
		var wg sync.WaitGroup
		wg.Go(func() {
			defer close(order)
			defer close(jobs)
			for r, err := range reports {
				if ctx.Err() != nil {
					return
				}
				j := newJob(r, err)
				for range j.shares {
					select {
					case room <- struct{}{}:
					case <-stop.Done():
						return
					}
				}
				// Neither can block: each job in them has its share of room.
				order <- j
				if err == nil {
					jobs <- j
				}
			}
		})
		for range workers {
			wg.Go(func() { c.work(stop, jobs, workers) })
		}
		defer wg.Wait()
		defer halt()
		for j := range order {
			r := <-j.done
			for range j.shares {
				<-room
			}
			if !yield(r) {
				return
			}
		}
	}
}

// work codes jobs until there are no more.
func (c *Coder) work(ctx context.Context, jobs <-chan *job, workers int) {
	var reports []*report.Report
	var taken []*job
	for j := range jobs {
		for j != nil {
			taken, j = take(taken[:0], j, jobs, workers)
			if len(taken) == 1 {
				reading, err := c.Read(ctx, taken[0].source)
				taken[0].done <- Result{Source: taken[0].source, Reading: reading, Err: err}
				continue
			}
			reports = reports[:0]
			for _, t := range taken {
				reports = append(reports, t.source)
			}
			for i, r := range c.readTogether(ctx, reports) {
				taken[i].done <- r
			}
			clear(reports)
			clear(taken)
		}
	}
}

// take lists the first job and those waiting that are to be read with it, this
// worker's share of them at most. The second result is a job taken that was too
// long to go with the others.
func take(to []*job, first *job, jobs <-chan *job, workers int) ([]*job, *job) {
	to = append(to, first)
	size := first.size
	for n := min(togetherReports-1, len(jobs)/workers); n > 0 && size < togetherBytes; n-- {
		select {
		case j, ok := <-jobs:
			switch {
			case !ok:
				return to, nil
			case size+j.size > togetherBytes:
				return to, j
			}
			to = append(to, j)
			size += j.size
		default:
			return to, nil
		}
	}
	return to, nil
}
