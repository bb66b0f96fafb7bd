package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
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
	maxLine    int
	maxReport  int
}

const mebi = 1 << 20

func (f *inputFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.example, "example", "", "read an example instead: "+strings.Join(examples.Names(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("example", cobra.FixedCompletions(words(examples.Names()), cobra.ShellCompDirectiveNoFileComp))
	f.addReading(cmd)
}

func (f *inputFlags) addReading(cmd *cobra.Command) {
	d := report.DefaultLimits()
	cmd.Flags().StringSliceVar(&f.maps, "map", nil, "names of your keys or columns, as text=body,published=date")
	cmd.Flags().StringVar(&f.published, "published", "", "day of publication where a report has none, YYYY-MM-DD")
	cmd.Flags().StringVar(&f.dateLayout, "date-layout", "", "layout of your dates, as 02/01/2006 (or unix, unixms)")
	cmd.Flags().IntVar(&f.maxLine, "max-line", d.LineBytes/mebi, "longest line or page in MiB")
	cmd.Flags().IntVar(&f.maxReport, "max-report", d.ReportRunes, "longest report in characters")
}

func words(names []string) []cobra.Completion {
	return append([]cobra.Completion(nil), names...)
}

// options are the reader's options that the flags ask for.
func (f *inputFlags) options(workers int, s streams) (report.Options, error) {
	if workers < 0 {
		return report.Options{}, &fault{number: "E0107", what: "workers are counted from 1", where: fmt.Sprintf("--workers %d", workers), try: "0 for one a processor", exit: exitUsage}
	}
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	o := report.Options{Published: f.published, DateLayout: f.dateLayout, Workers: workers, Stdin: s.in, Limits: report.DefaultLimits()}
	if f.maxLine <= 0 || f.maxReport <= 0 {
		return o, &fault{number: "E0107", what: "a limit must be above 0", where: fmt.Sprintf("--max-line %d, --max-report %d", f.maxLine, f.maxReport), try: "leave the flag out", exit: exitUsage}
	}
	o.Limits.LineBytes, o.Limits.PageBytes, o.Limits.ReportRunes = f.maxLine*mebi, f.maxLine*mebi, f.maxReport
	if len(f.maps) > 0 {
		m, err := report.ParseMap(strings.Join(f.maps, ","))
		if err != nil {
			return o, &fault{number: "E0107", what: err.Error(), where: "--map " + strings.Join(f.maps, ","), try: "--map text=body,published=date", exit: exitUsage}
		}
		o.Map = m
	}
	if err := o.Validate(); err != nil {
		return o, &fault{number: "E0107", what: err.Error(), where: "--published " + f.published, try: "--published 2024-03-20, or --date-layout for days written in another way", exit: exitUsage}
	}
	return o, nil
}

// source is a stream of the reports that are named: files, folders, an example, a pipe.
func (f *inputFlags) source(ctx context.Context, args []string, s streams, workers int) (iter.Seq2[*report.Report, error], error) {
	o, err := f.options(workers, s)
	if err != nil {
		return nil, err
	}
	switch {
	case f.example != "":
		text, ok := examples.Text(f.example)
		switch {
		case len(args) > 0:
			return nil, &fault{number: "E0102", what: "both an example and files", where: "--example " + f.example + " " + strings.Join(args, " "), try: "leave one of them out", exit: exitUsage}
		case !ok:
			return nil, &fault{number: "E0106", what: fmt.Sprintf("no example %q", f.example), where: "--example " + f.example, try: "one of " + strings.Join(examples.Names(), ", "), exit: exitUsage}
		}
		o.Stdin = strings.NewReader(text)
		return report.Read(ctx, []string{"-"}, o), nil
	case len(args) == 0:
		if _, is := terminal(s.in); is || s.in == nil {
			return nil, &fault{number: "E0105", what: "nothing to read", where: "no file is named and nothing comes through a pipe", try: "annals code story.txt, annals code - , or annals code --example visit", exit: exitUsage}
		}
		args = []string{"-"}
	}
	for _, a := range args {
		if a != "-" {
			continue
		}
		if _, is := terminal(s.in); is {
			fmt.Fprintln(s.err, `Paste a report, then Ctrl-D. Without a publication day, "on Monday" stays open; give one with --published.`)
		}
		o.Stdin = interruptible(ctx, s.in)
	}
	if err := f.exist(args); err != nil {
		return nil, err
	}
	return report.Read(ctx, args, o), nil
}

// exist tells a mistyped name before anything is done, where it is the only one.
func (f *inputFlags) exist(args []string) error {
	if len(args) != 1 || args[0] == "-" {
		return nil
	}
	if _, err := os.Stat(args[0]); err != nil {
		return missing(args[0], err)
	}
	return nil
}

// missing is the fault of a file that cannot be read.
func missing(name string, err error) error {
	what := "cannot be read: " + err.Error()
	if errors.Is(err, os.ErrNotExist) {
		what = "no such file or folder: " + name
	}
	return &fault{number: "E0103", what: what, where: name, try: "name files or folders that are there", exit: exitUsage}
}

// create opens a file for writing, or gives standard output for "" and "-".
func create(name string, s streams) (io.Writer, func() error, error) {
	if name == "" || name == "-" {
		return s.out, func() error { return nil }, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, nil, writing(err, name)
	}
	return f, f.Close, nil
}
