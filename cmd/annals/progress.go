package main

import (
	"fmt"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far a long run is: on a terminal one line that is drawn anew,
// elsewhere a plain line each half minute. Nothing is shown in the first half second.
type progress struct {
	s       streams
	show    bool
	watched bool
	begun   time.Time
	last    time.Time
	bars    *mpb.Progress
	bar     *mpb.Bar
	t       *tally
}

const (
	patience = 500 * time.Millisecond
	plainGap = 30 * time.Second
)

func newProgress(s streams, mode string, quiet bool) *progress {
	_, watched := terminal(s.err)
	now := time.Now()
	return &progress{s: s, show: !quiet && mode != "never", watched: watched || mode == "always", begun: now, last: now}
}

func (p *progress) step(t *tally) {
	p.t = t
	if !p.show {
		return
	}
	now := time.Now()
	if !p.watched {
		if now.Sub(p.last) >= plainGap {
			p.last = now
			fmt.Fprintf(p.s.err, "annals: %s\n", p.line())
		}
		return
	}
	if p.bar == nil {
		if now.Sub(p.begun) < patience {
			return
		}
		p.bars = mpb.New(mpb.WithOutput(p.s.err), mpb.WithRefreshRate(100*time.Millisecond))
		p.bar = p.bars.New(0, mpb.NopStyle(), mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.line() })))
	}
	p.bar.Increment()
}

// line is what is told: done, rate, set aside. No share is invented where the
// length of the input is unknown.
func (p *progress) line() string {
	rate := float64(p.t.read) / max(time.Since(p.begun).Seconds(), 0.001)
	return fmt.Sprintf("coding  %d reports  %.0f/s  %d set aside  %d rejected", p.t.read, rate, p.t.aside, p.t.rejected)
}

func (p *progress) done() {
	if p.bar != nil {
		p.bar.SetTotal(-1, true)
		p.bars.Wait()
	}
}
