package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"annals"
	"annals/engine/doc"
	"annals/examples"
	"annals/report"
)

type stagesFlags struct {
	engineFlags
	inputFlags
	format string
}

func stagesCommand(s streams) *cobra.Command {
	f := &stagesFlags{}
	cmd := &cobra.Command{
		Use:   "stages [FILES]",
		Short: "Show the steps of the engine: what each reads, writes and costs; with files what each found",
		Example: `  annals stages
  annals stages story.txt
  annals stages story.txt -f conllu`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args, s) },
	}
	f.engineFlags.add(cmd)
	f.addKB(cmd)
	f.inputFlags.add(cmd)
	cmd.Flags().StringVarP(&f.format, "format", "f", "table", "table, or conllu for the trees of the sentences")
	return cmd
}

func (f *stagesFlags) run(ctx context.Context, args []string, s streams) error {
	if err := choice("--format", f.format, []string{"table", "conllu"}); err != nil {
		return err
	}
	if len(args) == 0 && f.example == "" {
		coder, err := f.coder(s)
		if err != nil {
			return err
		}
		return steps(ctx, coder, s)
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
		reading, err := coder.Read(ctx, r)
		if err != nil {
			return err
		}
		if t.coded++; reading.Record.SetAside != "" {
			t.aside++
		}
		if f.format == "conllu" {
			err = trees(reading, s)
		} else {
			err = found(reading, s)
		}
		if err != nil {
			return err
		}
	}
	if t.read == 0 {
		return &fault{number: "E0203", what: "no report in the input", where: strings.Join(args, " "), try: "annals check FILES says how they are read", exit: exitNothing}
	}
	return end(f.rows(t.code()))
}

// rounds is how often the examples are coded to tell shares of the time.
const rounds = 5

// steps prints the stages with the share of the time that each takes on the examples.
func steps(ctx context.Context, coder *annals.Coder, s streams) error {
	stages := coder.Stages()
	spent := make([]time.Duration, len(stages)+1) // the last: making the records
	for range rounds {
		for _, name := range examples.Names() {
			text, _ := examples.Text(name)
			r := &report.Report{ID: name, Body: text}
			d := coder.Document(r)
			begun := time.Now()
			var own time.Duration
			for i, st := range stages {
				begin := time.Now()
				st.Run(d)
				spent[i] += time.Since(begin)
			}
			own = time.Since(begun)
			begun = time.Now()
			if _, err := coder.Read(ctx, r); err != nil {
				return err
			}
			spent[len(stages)] += max(0, time.Since(begun)-own)
		}
	}
	var sum time.Duration
	for _, t := range spent {
		sum += t
	}
	share := func(i int) string { return fmt.Sprintf("%.0f %%", 100*float64(spent[i])/float64(max(sum, 1))) }
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "stage\treads\twrites\ttime")
	for i, st := range stages {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", st.Name(), layers(st.Reads()), layers(st.Writes()), share(i))
	}
	fmt.Fprintf(w, "assemble\tall\tevents relations quotations\t%s\n", share(len(stages)))
	if err := w.Flush(); err != nil {
		return writing(err, "")
	}
	n := len(examples.Names())
	_, err := fmt.Fprintf(s.out, "time: shares over the %d examples, %s a report on this machine\n", n, (sum / time.Duration(n*rounds)).Round(10*time.Microsecond))
	return err
}

func layers(list []doc.Layer) string {
	var out []string
	for _, l := range list {
		out = append(out, l.String())
	}
	return strings.Join(out, " ")
}

// found counts what each stage found in a report.
func found(r *annals.Reading, s streams) error {
	d := r.Document
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\n", r.Record.ID)
	if r.Record.SetAside != "" {
		fmt.Fprintf(w, "set aside\t\t%s\n", r.Record.SetAside)
	}
	named, linked := 0, 0
	for i := range d.Mentions {
		if d.Mentions[i].Form == doc.Named {
			named++
		}
		if d.Mentions[i].Entity != 0 {
			linked++
		}
	}
	dropped := 0
	for _, why := range r.Trace.Dropped {
		if why != "" {
			dropped++
		}
	}
	for _, x := range []struct {
		stage, what string
		n           int
	}{
		{"segment", "paragraphs", len(d.Paragraphs)}, {"segment", "sentences", len(d.Sentences)}, {"segment", "words", len(d.Tokens)},
		{"quote", "quotations", len(d.Quotes)}, {"mention", "mentions", len(d.Mentions)}, {"mention", "of them names", named},
		{"link", "of them known to the knowledge base", linked}, {"coref", "chains", len(d.Chains)}, {"timex", "times", len(d.Times)},
		{"geo", "places", len(d.Places)}, {"frame", "frames", len(d.Frames)}, {"context", "of them not told as acts of politics", dropped},
		{"assemble", "events", len(r.Record.Events)}, {"assemble", "relations", len(r.Record.Relations)}, {"assemble", "quotations", len(r.Record.Quotations)},
	} {
		fmt.Fprintf(w, "%s\t%d\t%s\n", x.stage, x.n, x.what)
	}
	if err := w.Flush(); err != nil {
		return writing(err, "")
	}
	return nil
}
