package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"annals/export"
	"annals/record"
	"annals/table"
)

type codeFlags struct {
	engineFlags
	inputFlags
	what     string
	format   string
	output   string
	limit    int
	workers  int
	color    string
	progress string
	require  int
	quiet    bool
	verbose  bool
}

func codeCommand(s streams) *cobra.Command {
	f := &codeFlags{}
	cmd := &cobra.Command{
		Use:   "code FILES",
		Short: "Code reports: who did what to whom, when, where, according to whom",
		Example: `  annals code --example visit
  annals code --published 2024-03-20 story.txt page.html feed.xml
  annals code --what quotations -f csv reports/ > quotations.csv`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args, s) },
	}
	f.engineFlags.add(cmd)
	f.inputFlags.add(cmd)
	cmd.Flags().StringVar(&f.rejects, "rejects", "", "file for the records that could not be read")
	cmd.Flags().StringVar(&f.what, "what", "events", "what to write: "+strings.Join(export.Whats(), ", "))
	cmd.Flags().StringVarP(&f.format, "format", "f", "", "form of the output: "+strings.Join(export.Formats(), ", "))
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "file to write; its ending sets the format")
	cmd.Flags().IntVarP(&f.limit, "limit", "n", 40, "rows of a table, 0 for all")
	cmd.Flags().IntVarP(&f.workers, "workers", "j", 0, "workers, 0 for one a processor")
	cmd.Flags().StringVar(&f.color, "color", "auto", "auto, always or never")
	cmd.Flags().StringVar(&f.progress, "progress", "auto", "auto, always or never")
	cmd.Flags().IntVar(&f.require, "require", 0, "exit with 1 if fewer events than this were found")
	cmd.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "no word on standard error but errors")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "tell the counts in any case")
	return cmd
}

// choose settles what and in which form to write.
func (f *codeFlags) choose(s streams) (export.What, string, error) {
	one := func(flag, value string, known []string) error {
		for _, k := range known {
			if k == value {
				return nil
			}
		}
		return &fault{number: "E0107", what: fmt.Sprintf("%s: no %q", flag, value), try: or(table.DidYouMean(value, known), "one of "+strings.Join(known, ", ")), exit: exitUsage}
	}
	if err := one("--what", f.what, export.Whats()); err != nil {
		return "", "", err
	}
	for _, c := range []struct{ flag, value string }{{"--color", f.color}, {"--progress", f.progress}} {
		if err := one(c.flag, c.value, []string{"auto", "always", "never"}); err != nil {
			return "", "", err
		}
	}
	format := f.format
	if format == "" && f.output != "" {
		format = strings.TrimPrefix(filepath.Ext(f.output), ".")
		if one("", format, export.Formats()) != nil {
			format = "jsonl"
		}
	}
	if format == "" {
		format = "jsonl"
		if _, is := terminal(s.out); is && f.what != "conllu" {
			format = "table"
		}
	}
	return export.What(f.what), format, one("--format", format, export.Formats())
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (f *codeFlags) run(cmd *cobra.Command, args []string, s streams) error {
	what, format, err := f.choose(s)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	reports, err := f.source(ctx, args, s, f.workers)
	if err != nil {
		return err
	}
	coder, err := f.coder(s)
	if err != nil {
		return err
	}
	out, closeOut, err := create(f.output, s)
	if err != nil {
		return err
	}
	defer closeOut()
	var keep io.Writer
	if f.rejects != "" {
		k, closeKeep, err := create(f.rejects, s)
		if err != nil {
			return err
		}
		defer closeKeep()
		keep = k
	}
	buffered := bufio.NewWriter(out)
	writer, err := export.New(buffered, format, what, f.tableOptions(args, s))
	if err != nil {
		return &fault{number: "E0107", what: err.Error(), try: "another --format or --what", exit: exitUsage}
	}
	bar := newProgress(s, f.progress, f.quiet)
	var t tally
	events := 0
	seen := map[string]bool{}
	note := noteOpenDays(s, f.quiet || format != "table")
	for r := range coder.CodeAll(ctx, reports, f.workers) {
		t.read++
		if r.Err != nil {
			t.rejected++
			reject(s, r.Err, keep, false)
			continue
		}
		rec := &r.Reading.Record
		if rec.SetAside != "" {
			t.setAside(rec.SetAside)
		} else {
			t.coded++
		}
		if seen[rec.ID] && !f.quiet {
			fmt.Fprintf(s.err, "annals: the report %s stands twice in the input\n", rec.ID)
		}
		seen[rec.ID] = true
		events += len(rec.Events)
		note(rec)
		if err := writer.Write(r.Reading); err != nil {
			return &fault{number: "E0108", what: "writing: " + err.Error(), exit: exitNothing}
		}
		bar.step(&t)
	}
	bar.done()
	if err := errors.Join(writer.Close(), buffered.Flush()); err != nil {
		return &fault{number: "E0108", what: "writing: " + err.Error(), exit: exitNothing}
	}
	if !f.quiet {
		t.print(s.err, f.verbose)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case t.read == 0:
		return &fault{number: "E0203", what: "no report in the input", try: "annals check FILES says how they are read", exit: exitNothing}
	case events < f.require:
		return end(exitSome)
	}
	return end(t.code())
}

// tableOptions fits the table to the terminal.
func (f *codeFlags) tableOptions(args []string, s streams) export.Options {
	o := export.Options{Rows: f.limit}
	width, is := terminal(s.out)
	if is && f.output == "" {
		o.Width = width
	}
	_, plain := os.LookupEnv("NO_COLOR")
	o.Color = f.color == "always" || f.color == "auto" && is && !plain
	switch {
	case f.example != "":
		o.Hint = "annals why --example " + f.example + " --event 1"
	case len(args) == 1 && args[0] != "-":
		o.Hint = "annals why " + args[0] + " --event 1"
	}
	if o.Hint != "" && f.published != "" {
		o.Hint += " --published " + f.published
	}
	return o
}

// noteOpenDays tells once that relative dates need a day of publication.
func noteOpenDays(s streams, quiet bool) func(*record.Report) {
	told := quiet
	return func(r *record.Report) {
		if told || r.Published != "" || len(r.Events) == 0 {
			return
		}
		told = true
		fmt.Fprintln(s.err, "annals: the report has no day of publication, so that \"on Monday\" stays open. Try: --published YYYY-MM-DD")
	}
}
