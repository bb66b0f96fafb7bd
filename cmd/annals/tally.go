package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"annals"
	"annals/report"
)

// tally counts what became of the reports of a run.
type tally struct {
	read, coded, aside, rejected, doubles, events int

	reasons map[string]int
	order   []string // of the reasons, as they came
}

// mostReasons bounds the reasons that are told and kept.
const mostReasons = 8

// setAside counts a reason; those that name a share in brackets count as one.
func (t *tally) setAside(reason string) {
	t.aside++
	reason, _, _ = strings.Cut(reason, " (")
	if t.reasons == nil {
		t.reasons = map[string]int{}
	}
	if t.reasons[reason] == 0 {
		if len(t.order) == mostReasons {
			reason = "for other reasons"
		}
		if t.reasons[reason] == 0 {
			t.order = append(t.order, reason)
		}
	}
	t.reasons[reason]++
}

// code is the exit code of the run.
func (t *tally) code() int {
	switch {
	case t.coded == 0 && t.aside == 0:
		return exitNothing
	case t.aside+t.rejected > 0:
		return exitSome
	}
	return exitWell
}

// print tells what was set aside or rejected; all tells it in any case.
func (t *tally) print(w io.Writer, all bool, took time.Duration) {
	if t.doubles > mostDoubles {
		fmt.Fprintf(w, "annals: %s reports in all have an id that stood before\n", thousands(t.doubles))
	}
	if t.aside+t.rejected == 0 && !all {
		return
	}
	line := fmt.Sprintf("annals: %s read in %s: %s coded · %s set aside", thousands(t.read), span(took), thousands(t.coded), thousands(t.aside))
	var reasons []string
	for _, r := range t.order {
		reasons = append(reasons, fmt.Sprintf("%d %s", t.reasons[r], r))
	}
	if len(reasons) > 0 {
		line += " (" + strings.Join(reasons, ", ") + ")"
	}
	fmt.Fprintf(w, "%s · %s rejected\n", line, thousands(t.rejected))
}

// rejects tells of inputs that could not be read and keeps them.
type rejects struct {
	talk io.Writer
	keep io.Writer // nil: not kept
}

func (r *rejects) add(err error) error {
	number := "E0201"
	var bug *annals.Broken
	if errors.As(err, &bug) {
		number = "E0901"
	}
	fmt.Fprintf(r.talk, "annals: %s %v\n", number, err)
	var bad *report.BadInput
	if r.keep == nil || !errors.As(err, &bad) {
		return nil
	}
	return report.WriteReject(r.keep, bad)
}

// span is a length of time as people say it.
func span(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	case d < time.Hour:
		return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
	}
	return fmt.Sprintf("%d h %d min", int(d.Hours()), int(d.Minutes())%60)
}

// thousands writes 41208 as 41,208.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
