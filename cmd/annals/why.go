package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/explain"
	"annals/export"
	"annals/table"
)

type whyFlags struct {
	engineFlags
	inputFlags
	explain.Options
	report string
	format string
}

func whyCommand(s streams) *cobra.Command {
	f := &whyFlags{}
	cmd := &cobra.Command{
		Use:   "why FILES",
		Short: "Tell why each event was read so, and why other sentences have none",
		Example: `  annals why --example visit
  annals why story.txt --event 1 --published 2024-03-20
  annals why story.txt --sentence 1 --field place`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args, s) },
	}
	f.engineFlags.add(cmd)
	f.addKB(cmd)
	f.inputFlags.add(cmd)
	flags := cmd.Flags()
	flags.IntVar(&f.Event, "event", 0, "only the event of this number")
	flags.IntVar(&f.Sentence, "sentence", 0, "only the sentence of this number")
	flags.StringVar(&f.Field, "field", "", "only this field: "+strings.Join(explain.Fields(), ", ")+", or as the record names it")
	flags.StringVar(&f.report, "report", "", "only the report of this id")
	flags.StringVarP(&f.format, "format", "f", "text", "text, jsonl or conllu (the trees)")
	_ = cmd.RegisterFlagCompletionFunc("field", cobra.FixedCompletions(words(explain.Known()), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (f *whyFlags) run(ctx context.Context, args []string, s streams) error {
	if f.Field != "" {
		if err := choice("--field", f.Field, explain.Known()); err != nil {
			return err
		}
	}
	if err := choice("--format", f.format, []string{"text", "jsonl", "conllu"}); err != nil {
		return err
	}
	reports, err := f.source(ctx, args, s, 1)
	if err != nil {
		return err
	}
	coder, err := f.coder(s)
	if err != nil {
		return err
	}
	var t tally
	bad := rejects{talk: s.err}
	var ids []string
	shown := 0
	for r, err := range reports {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		t.read++
		if err != nil {
			t.rejected++
			if err := bad.add(err); err != nil {
				return err
			}
			continue
		}
		t.coded++
		if f.report != "" && r.ID != f.report {
			if len(ids) < mostFiles {
				ids = append(ids, r.ID)
			}
			continue
		}
		reading, err := coder.Read(ctx, r)
		if err != nil {
			return err
		}
		if reading.Record.SetAside != "" {
			t.aside++
		}
		if shown++; shown > 1 && f.format == "text" {
			fmt.Fprintln(s.out)
		}
		if err := f.tell(coder, reading, s); err != nil {
			return err
		}
	}
	switch {
	case t.read == 0:
		return &fault{number: "E0203", what: "no report in the input", where: strings.Join(args, " "), try: "annals check FILES says how they are read", exit: exitNothing}
	case shown == 0 && f.report != "" && t.coded > 0:
		return &fault{number: "E0110", what: fmt.Sprintf("no report %q", f.report), where: "--report " + f.report, try: or(table.DidYouMean(f.report, ids), "annals code --what reports lists them"), exit: exitUsage}
	}
	return end(f.rows(t.code()))
}

// tell writes what is to be said of one report.
func (f *whyFlags) tell(coder *annals.Coder, r *annals.Reading, s streams) error {
	if f.format == "conllu" {
		return trees(r, s)
	}
	items, err := explain.Explain(coder, r, f.Options)
	if err != nil {
		return &fault{number: "E0110", what: err.Error(), where: f.asked(), try: "annals code shows the numbers", exit: exitUsage}
	}
	if f.format == "jsonl" {
		err = explain.JSON(s.out, items)
	} else {
		if f.Event == 0 && f.Sentence == 0 {
			fmt.Fprintf(s.out, "%s\n\n", explain.Summary(r))
		}
		width, _ := terminal(s.out)
		err = explain.Text(s.out, items, width)
	}
	if err != nil {
		return writing(err, "")
	}
	return nil
}

// trees prints the sentences as CoNLL-U.
func trees(r *annals.Reading, s streams) error {
	w, err := export.New(s.out, "conllu", export.Trees, export.Options{})
	if err == nil {
		err = w.Write(r)
	}
	if err != nil {
		return writing(err, "")
	}
	return nil
}

// asked repeats the numbers that were asked for.
func (f *whyFlags) asked() string {
	var out []string
	if f.Event != 0 {
		out = append(out, fmt.Sprint("--event ", f.Event))
	}
	if f.Sentence != 0 {
		out = append(out, fmt.Sprint("--sentence ", f.Sentence))
	}
	return strings.Join(out, " ")
}
