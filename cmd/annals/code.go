package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"annals"
	"annals/export"
)

type codeFlags struct {
	engineFlags
	inputFlags
	what     string
	format   string
	output   string
	rejects  string
	color    string
	progress string
	limit    int
	workers  int
	require  int
	quiet    bool
	verbose  bool
}

func codeCommand(s streams) *cobra.Command {
	f := &codeFlags{}
	cmd := &cobra.Command{
		Use:   "code FILES",
		Short: "Code reports: who did what to whom, when, where, according to whom",
		Long: `FILES are text, JSON, JSON Lines, CSV, TSV, HTML pages, feeds, folders of these, and .gz and .zst of these,
told apart by their content; - is standard input. A terminal gets a table, a pipe or file JSON Lines.`,
		Example: `  annals code --example visit
  annals code --published 2024-03-20 story.txt page.html feed.xml
  annals code --what quotations -f csv reports/ > quotations.csv`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args, s) },
	}
	f.engineFlags.add(cmd)
	f.addKB(cmd)
	f.inputFlags.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.what, "what", "events", "what to write: "+strings.Join(export.Whats(), ", "))
	flags.StringVarP(&f.format, "format", "f", "", "form of the output: "+strings.Join(export.Formats(), ", "))
	flags.StringVarP(&f.output, "output", "o", "", "file to write; its ending sets the format")
	flags.StringVar(&f.rejects, "rejects", "", "file for the records that could not be read, as JSON Lines")
	flags.IntVarP(&f.limit, "limit", "n", 40, "rows of a table, 0 for all")
	flags.IntVarP(&f.workers, "workers", "j", 0, "workers, 0 for one a processor")
	flags.StringVar(&f.color, "color", "auto", "auto, always or never")
	flags.StringVar(&f.progress, "progress", "auto", "auto, always or never")
	flags.IntVar(&f.require, "require", 0, "exit with 1 if fewer events than this were found")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "nothing on standard error but errors")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "tell counts and time in any case")
	for flag, known := range map[string][]string{"what": export.Whats(), "format": export.Formats(), "color": modes(), "progress": modes()} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words(known), cobra.ShellCompDirectiveNoFileComp))
	}
	return cmd
}

func modes() []string { return []string{"auto", "always", "never"} }

// choose settles what to write and in which form.
func (f *codeFlags) choose(s streams) (export.What, string, error) {
	for _, c := range []error{choice("--what", f.what, export.Whats()), choice("--color", f.color, modes()), choice("--progress", f.progress, modes())} {
		if c != nil {
			return "", "", c
		}
	}
	format := f.format
	if format == "" && f.output != "" {
		format = strings.TrimPrefix(filepath.Ext(f.output), ".")
		if choice("", format, export.Formats()) != nil {
			format = "jsonl"
		}
	}
	if format == "" {
		format = "jsonl"
		if _, is := terminal(s.out); is && f.what != "conllu" {
			format = "table"
		}
	}
	return export.What(f.what), format, choice("--format", format, export.Formats())
}

func (f *codeFlags) run(ctx context.Context, args []string, s streams) (err error) {
	what, format, err := f.choose(s)
	if err != nil {
		return err
	}
	reports, err := f.source(ctx, args, s, f.workers)
	if err != nil {
		return err
	}
	coder, err := f.coder(s)
	if err != nil {
		return err
	}
	out, err := f.open(format, what, args, s)
	if err != nil {
		return err
	}
	size := extent{}
	if f.example == "" {
		size = measure(args)
	}
	mode := f.progress
	if _, is := terminal(s.out); is && mode == "auto" && f.output == "" && format != "table" {
		mode = "never" // records scroll by
	}
	bar := newProgress(s.err, mode, f.quiet, size)
	defer bar.done()
	out.rejects.talk = bar
	begun := time.Now()
	c := &coding{writer: out.writer, rejects: &out.rejects, talk: bar, quiet: f.quiet, seen: map[uint64]struct{}{}}
	for r := range coder.CodeAll(ctx, reports, f.workers) {
		if err = c.take(r); err != nil {
			break
		}
		file := ""
		if r.Source != nil {
			file = r.Source.Origin.File
		}
		bar.step(&c.tally, file)
	}
	bar.done()
	if err = errors.Join(err, out.close()); err != nil {
		return writing(err, f.output)
	}
	if !f.quiet {
		c.print(s.err, f.verbose, time.Since(begun))
	}
	return f.outcome(ctx, &c.tally, args)
}

// outcome is how the run ended.
func (f *codeFlags) outcome(ctx context.Context, t *tally, args []string) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case t.read == 0:
		return &fault{number: "E0203", what: "no report in the input", where: strings.Join(args, " "), try: "annals check FILES says how they are read", exit: exitNothing}
	case t.events < f.require && t.code() != exitNothing:
		return end(exitSome)
	}
	return end(f.rows(t.code()))
}

// outputs are the files that a run writes.
type outputs struct {
	writer  export.Writer
	rejects rejects
	close   func() error
}

// open makes the writer of the records and the file of rejects.
func (f *codeFlags) open(format string, what export.What, args []string, s streams) (*outputs, error) {
	out := &outputs{}
	// A wrong pair of form and part is told before a file is made.
	if _, err := export.New(io.Discard, format, what, export.Options{}); err != nil {
		return nil, &fault{number: "E0107", what: err.Error(), where: "-f " + format + " --what " + string(what), try: "another --format or --what", exit: exitUsage}
	}
	file, closeFile, err := create(f.output, s)
	if err != nil {
		return nil, err
	}
	closeRejects := func() error { return nil }
	if f.rejects != "" {
		if out.rejects.keep, closeRejects, err = create(f.rejects, s); err != nil {
			return nil, errors.Join(err, closeFile())
		}
	}
	buffered := bufio.NewWriter(file)
	if out.writer, err = export.New(buffered, format, what, f.table(args, s)); err != nil {
		return nil, errors.Join(err, closeFile(), closeRejects())
	}
	out.close = func() error { return errors.Join(out.writer.Close(), buffered.Flush(), closeFile(), closeRejects()) }
	return out, nil
}

// table fits the table to the terminal and says how to ask further.
func (f *codeFlags) table(args []string, s streams) export.Options {
	o := export.Options{Rows: f.limit}
	if f.output == "" {
		o.Width, _ = terminal(s.out)
	}
	o.Color = f.color == "always" || f.output == "" && colored(f.color, s.out)
	switch {
	case f.example != "":
		o.Why = "annals why --example " + f.example
	case len(args) == 1 && args[0] != "-":
		o.Why = "annals why " + args[0]
	}
	if o.Why != "" && f.published != "" {
		o.After = " --published " + f.published
	}
	return o
}

// mostDoubles is how many repeated ids are told one by one.
const mostDoubles = 3

// coding takes the results of a run.
type coding struct {
	tally
	writer  export.Writer
	rejects *rejects
	talk    io.Writer
	quiet   bool
	hash    maphash.Hash
	seen    map[uint64]struct{} // hashes of the ids, so that millions can be remembered
}

func (c *coding) take(r annals.Result) error {
	c.read++
	if r.Err != nil {
		c.rejected++
		return c.rejects.add(r.Err)
	}
	rec := &r.Reading.Record
	if rec.SetAside != "" {
		c.setAside(rec.SetAside)
	} else {
		c.coded++
	}
	c.events += len(rec.Events)
	c.hash.Reset()
	_, _ = c.hash.WriteString(rec.ID)
	if _, twice := c.seen[c.hash.Sum64()]; twice {
		if c.doubles++; c.doubles <= mostDoubles && !c.quiet {
			fmt.Fprintf(c.talk, "annals: the id %s stands twice in the input; both reports are coded\n", rec.ID)
		}
	}
	c.seen[c.hash.Sum64()] = struct{}{}
	return c.writer.Write(r.Reading)
}
