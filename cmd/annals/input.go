package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"annals/examples"
	"annals/report"
)

// inputFlags are the flags that say how reports are read.
type inputFlags struct {
	example    string
	maps       []string
	published  string
	dateLayout string
	rejects    string
	language   []string
}

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.example, "example", "", "read an example: "+strings.Join(examples.Names(), ", "))
	cmd.Flags().StringSliceVar(&f.maps, "map", nil, "names of your keys or columns, as text=body,published=date")
	cmd.Flags().StringVar(&f.published, "published", "", "day of publication where a report has none, YYYY-MM-DD")
	cmd.Flags().StringVar(&f.dateLayout, "date-layout", "", "layout of your dates, as 02/01/2006")
}

// source is a stream of reports and how to close what it opened.
func (f *inputFlags) source(ctx context.Context, args []string, s streams, workers int) (iter.Seq2[*report.Report, error], error) {
	o := report.Options{Published: f.published, DateLayout: f.dateLayout, Workers: workers, Stdin: s.in, Limits: report.DefaultLimits()}
	if len(f.maps) > 0 {
		m, err := report.ParseMap(strings.Join(f.maps, ","))
		if err != nil {
			return nil, &fault{number: "E0107", what: err.Error(), try: "--map text=body,published=date", exit: exitUsage}
		}
		o.Map = m
	}
	if err := o.Validate(); err != nil {
		return nil, &fault{number: "E0107", what: err.Error(), try: "--published 2024-03-20", exit: exitUsage}
	}
	switch {
	case f.example != "":
		text, ok := examples.Text(f.example)
		if !ok {
			return nil, &fault{number: "E0106", what: fmt.Sprintf("no example %q", f.example), try: "one of " + strings.Join(examples.Names(), ", "), exit: exitUsage}
		}
		o.Stdin = strings.NewReader(text)
		args = []string{"-"}
	case len(args) == 0:
		if _, is := terminal(s.in); is || s.in == nil {
			return nil, &fault{number: "E0105", what: "nothing to read", try: "annals code story.txt, annals code - , or annals code --example visit", exit: exitUsage}
		}
		args = []string{"-"}
	default:
		for _, a := range args {
			if _, is := terminal(s.in); a == "-" && is {
				fmt.Fprintln(s.err, "Paste a report, then Ctrl-D. Without a publication day, \"on Monday\" stays open; give one with --published.")
			}
		}
	}
	return report.Read(ctx, args, o), nil
}

// tally counts what became of the reports of a run.
type tally struct {
	read, coded, aside, rejected int
	reasons                      map[string]int
	order                        []string
}

func (t *tally) setAside(reason string) {
	t.aside++
	if t.reasons == nil {
		t.reasons = map[string]int{}
	}
	if t.reasons[reason] == 0 {
		t.order = append(t.order, reason)
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
func (t *tally) print(w io.Writer, all bool) {
	if t.aside+t.rejected == 0 && !all {
		return
	}
	line := fmt.Sprintf("annals: %d read: %d coded · %d set aside", t.read, t.coded, t.aside)
	var reasons []string
	for _, r := range t.order {
		reasons = append(reasons, fmt.Sprintf("%d %s", t.reasons[r], r))
	}
	if len(reasons) > 0 {
		line += " (" + strings.Join(reasons, ", ") + ")"
	}
	fmt.Fprintf(w, "%s · %d rejected\n", line, t.rejected)
}

// reject tells of an input that could not be read and keeps it.
func reject(s streams, err error, keep io.Writer, quiet bool) {
	var bad *report.BadInput
	if !errors.As(err, &bad) {
		fmt.Fprintf(s.err, "annals: E0201 %v\n", err)
		return
	}
	if !quiet {
		fmt.Fprintf(s.err, "annals: E0201 %s\n", bad.Error())
	}
	if keep != nil {
		if err := report.WriteReject(keep, bad); err != nil {
			fmt.Fprintf(s.err, "annals: E0108 the rejected record could not be kept: %v\n", err)
		}
	}
}

// create opens a file for writing, or gives standard output for "" and "-".
func create(name string, s streams) (io.Writer, func() error, error) {
	if name == "" || name == "-" {
		return s.out, func() error { return nil }, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, nil, &fault{number: "E0108", what: err.Error(), try: "name a file that can be written", exit: exitUsage}
	}
	return f, f.Close, nil
}
