package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"annals/explain"
	"annals/table"
)

func whyCommand(s streams) *cobra.Command {
	var engine engineFlags
	var input inputFlags
	var o explain.Options
	cmd := &cobra.Command{
		Use:   "why FILE",
		Short: "Tell why each event was read so, and why other sentences have none",
		Example: `  annals why --example visit
  annals why story.txt --event 2 --published 2024-03-20
  annals why story.txt --sentence 3 --field when`,
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.Field != "" && !slices.Contains(explain.Fields, o.Field) {
				return &fault{number: "E0107", what: fmt.Sprintf("--field: no %q", o.Field), try: or(table.DidYouMean(o.Field, explain.Fields), "one of "+strings.Join(explain.Fields, ", ")), exit: exitUsage}
			}
			reports, err := input.source(cmd.Context(), args, s, 1)
			if err != nil {
				return err
			}
			coder, err := engine.coder(s)
			if err != nil {
				return err
			}
			n, code := 0, exitWell
			for r, err := range reports {
				if err != nil {
					reject(s, err, nil, false)
					code = exitSome
					continue
				}
				reading, err := coder.Read(cmd.Context(), r)
				if err != nil {
					return err
				}
				if n++; n > 1 {
					fmt.Fprintln(s.out)
				}
				if o.Event == 0 && o.Sentence == 0 {
					fmt.Fprintf(s.out, "%s, published %s (%s): %d events, %d relations, %d quotations in %d sentences\n\n", reading.Record.ID,
						or(reading.Record.Published, "on an unknown day"), or(reading.Record.PublishedBasis, "not told"), len(reading.Record.Events), len(reading.Record.Relations), len(reading.Record.Quotations), reading.Record.Sentences)
				}
				if err := explain.Write(s.out, coder, reading, o); err != nil {
					return &fault{number: "E0110", what: err.Error(), try: "annals code shows the numbers", exit: exitUsage}
				}
			}
			if n == 0 {
				return &fault{number: "E0203", what: "no report in the input", exit: exitNothing}
			}
			return end(code)
		},
	}
	engine.add(cmd)
	input.add(cmd)
	cmd.Flags().IntVar(&o.Event, "event", 0, "only the event of this number")
	cmd.Flags().IntVar(&o.Sentence, "sentence", 0, "only the sentence of this number")
	cmd.Flags().StringVar(&o.Field, "field", "", "only this field: "+strings.Join(explain.Fields, ", "))
	return cmd
}
