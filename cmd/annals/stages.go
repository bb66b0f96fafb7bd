package main

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"annals"
	"annals/engine/doc"
	"annals/examples"
	"annals/export"
	"annals/report"
)

func stagesCommand(s streams) *cobra.Command {
	var engine engineFlags
	var input inputFlags
	var format string
	cmd := &cobra.Command{
		Use:   "stages [FILE]",
		Short: "Show the steps of the engine: what each reads and writes, and its share of the time",
		Example: `  annals stages
  annals stages story.txt
  annals stages story.txt -f conllu`,
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			coder, err := engine.coder(s)
			if err != nil {
				return err
			}
			if len(args) == 0 && input.example == "" {
				return stageTable(coder, s)
			}
			reports, err := input.source(cmd.Context(), args, s, 1)
			if err != nil {
				return err
			}
			for r, err := range reports {
				if err != nil {
					reject(s, err, nil, false)
					continue
				}
				reading, err := coder.Read(cmd.Context(), r)
				if err != nil {
					return err
				}
				if format == "conllu" {
					w, err := export.New(s.out, "conllu", export.Trees, export.Options{})
					if err != nil {
						return err
					}
					if err := w.Write(reading); err != nil {
						return err
					}
					continue
				}
				found(reading, s)
			}
			return nil
		},
	}
	engine.add(cmd)
	input.add(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "", "conllu prints the trees")
	return cmd
}

// rounds is how often the examples are coded to tell shares of the time.
const rounds = 5

func stageTable(coder *annals.Coder, s streams) error {
	stages := coder.Stages()
	spent := make([]time.Duration, len(stages))
	var sum time.Duration
	for range rounds {
		for _, name := range examples.Names() {
			text, _ := examples.Text(name)
			d := coder.Document(&report.Report{ID: name, Body: text})
			for i, st := range stages {
				begin := time.Now()
				st.Run(d)
				spent[i] += time.Since(begin)
			}
		}
	}
	for _, t := range spent {
		sum += t
	}
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "stage\treads\twrites\tshare")
	for i, st := range stages {
		fmt.Fprintf(w, "%s\t%s\t%s\t%.0f %%\n", st.Name(), layers(st.Reads()), layers(st.Writes()), 100*float64(spent[i])/float64(sum))
	}
	return w.Flush()
}

func layers(list []doc.Layer) string {
	var out []string
	for _, l := range list {
		out = append(out, l.String())
	}
	return strings.Join(out, " ")
}

// found counts what each stage found in a report.
func found(r *annals.Reading, s streams) {
	d := r.Document
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "%s\n", r.Record.ID)
	for _, x := range []struct {
		stage, what string
		n           int
	}{{"segment", "sentences", len(d.Sentences)}, {"segment", "words", len(d.Tokens)}, {"quote", "quotations", len(d.Quotes)}, {"mention", "mentions", len(d.Mentions)},
		{"coref", "chains", len(d.Chains)}, {"timex", "times", len(d.Times)}, {"geo", "places", len(d.Places)}, {"frame", "frames", len(d.Frames)},
		{"assemble", "events", len(r.Record.Events)}, {"assemble", "relations", len(r.Record.Relations)}} {
		fmt.Fprintf(w, "%s\t%d\t%s\n", x.stage, x.n, x.what)
	}
	w.Flush()
}
