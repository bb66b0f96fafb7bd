package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

const (
	patience = 500 * time.Millisecond // nothing is shown before
	redraw   = 100 * time.Millisecond
	plainGap = 30 * time.Second // between plain lines where nobody watches
	barCells = 20
)

// progress shows how far a long run is: on a terminal one line that is drawn anew,
// elsewhere a plain line each half minute. It may be used from several goroutines.
type progress struct {
	w     io.Writer
	size  extent
	begun time.Time

	mu    sync.Mutex
	now   counts
	share float64 // done, 0 to 1; below 0 where the length is unknown
	bars  *mpb.Progress
	bar   *mpb.Bar
	timer *time.Timer
	stop  chan struct{}
}

type counts struct{ read, aside, rejected int }

// newProgress begins to watch; mode is auto, always or never.
func newProgress(w io.Writer, mode string, quiet bool, size extent) *progress {
	p := &progress{w: w, size: size, begun: time.Now(), share: -1}
	_, watched := terminal(w)
	switch {
	case quiet || mode == "never":
	case mode == "always" || watched && !dumb():
		p.timer = time.AfterFunc(patience, p.open)
	default:
		p.stop = make(chan struct{})
		go p.plain(p.stop)
	}
	return p
}

func (p *progress) plain(stop chan struct{}) {
	tick := time.NewTicker(plainGap)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			fmt.Fprintf(p.w, "annals: %s\n", p.line())
		case <-stop:
			return
		}
	}
}

// open draws the bar.
func (p *progress) open() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bars = mpb.New(mpb.WithOutput(p.w), mpb.WithRefreshRate(redraw), mpb.WithWidth(barCells), mpb.WithAutoRefresh())
	style := mpb.NopStyle()
	total := int64(0)
	if p.size.total > 0 {
		style = mpb.BarStyle().Lbound("").Filler("█").Tip("█").Padding("░").Rbound("")
		total = p.size.total
	}
	p.bar = p.bars.New(total, style, mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Any(func(decor.Statistics) string { return p.line() + "  " })),
		mpb.AppendDecorators(decor.Any(func(decor.Statistics) string { return p.left() })))
}

// step tells what is done and which file the last report came from.
func (p *progress) step(t *tally, file string) {
	p.mu.Lock()
	p.now = counts{t.read, t.aside, t.rejected}
	bar := p.bar
	done, known := p.size.before[file]
	if known {
		p.share = float64(done) / float64(p.size.total)
	}
	p.mu.Unlock()
	if bar != nil && known {
		bar.SetCurrent(done)
	}
}

// Write writes talk above the bar, so that neither breaks the other.
func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	bars := p.bars
	p.mu.Unlock()
	if bars != nil {
		return bars.Write(b)
	}
	return p.w.Write(b)
}

// line is what is told: done, share where the length is known, rate, set aside.
func (p *progress) line() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	rate := float64(p.now.read) / max(time.Since(p.begun).Seconds(), 0.001)
	s := fmt.Sprintf("coding  %s reports  %s/s  %s set aside  %s rejected", thousands(p.now.read), thousands(int(rate)), thousands(p.now.aside), thousands(p.now.rejected))
	if p.share >= 0 {
		s += fmt.Sprintf("  %.0f %%", 100*p.share)
	}
	return s
}

// left is the time that the rest will take, where the length is known.
func (p *progress) left() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	const least = 0.01 // of the whole, before it can be guessed
	if p.share < least {
		return ""
	}
	spent := time.Since(p.begun)
	return "  " + span(time.Duration(float64(spent)*(1-p.share)/p.share).Round(time.Second)) + " left"
}

// done takes the bar away. It may be called twice.
func (p *progress) done() {
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.stop != nil {
		close(p.stop)
		p.stop = nil
	}
	p.mu.Lock()
	bars, bar := p.bars, p.bar
	p.bars, p.bar = nil, nil
	p.mu.Unlock()
	if bar != nil {
		bar.Abort(true)
		bars.Wait()
	}
}

// extent is the bytes of several files, and those before each. The zero value says
// that the length of the input is unknown.
type extent struct {
	total  int64
	before map[string]int64
}

// mostFiles bounds the files whose sizes are asked for.
const mostFiles = 100_000

// measure adds up the files of the arguments; the share of a single file that is
// done cannot be known, so it has no extent.
func measure(args []string) extent {
	e := extent{before: map[string]int64{}}
	add := func(path string, size int64) {
		e.before[path] = e.total
		e.total += size
	}
	for _, a := range args {
		info, err := os.Stat(a)
		switch {
		case err != nil:
			return extent{}
		case !info.IsDir():
			add(a, info.Size())
			continue
		}
		err = filepath.WalkDir(a, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || path != a && strings.HasPrefix(d.Name(), "."):
				if d != nil && d.IsDir() && path != a {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			case len(e.before) == mostFiles:
				return fs.SkipAll
			}
			if info, err := d.Info(); err == nil {
				add(path, info.Size())
			}
			return nil
		})
		if err != nil || len(e.before) == mostFiles {
			return extent{}
		}
	}
	if len(e.before) < 2 {
		return extent{}
	}
	return e
}
