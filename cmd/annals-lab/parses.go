package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"annals/engine/quote"
	"annals/engine/syntax"
	"annals/lab/parses"
	"annals/lang"
	"annals/lang/en"
	"annals/match"
)

// parsesCommand refreshes the parses stored beside the rule files.
func parsesCommand() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "parses [DIR]",
		Short: "Parse the examples of rules and store the trees beside them",
		Args:  usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "lang/en"
			if len(args) > 0 {
				dir = args[0]
			}
			model, err := syntax.Default()
			if err != nil {
				return err
			}
			classes, _, err := lang.LoadClasses(en.Files())
			if err != nil {
				return err
			}
			quotes, _, err := quote.New(en.Files())
			if err != nil {
				return err
			}
			words := func(rules string) match.Words {
				if rules == "quote.rules" {
					return quotes.Words()
				}
				return match.Words{Class: func(name string, t *match.Parsed, i int32) bool { return classes.Has(name, t.Lemma(i)) }}
			}
			results, err := parses.Refresh(dir, model, all, words)
			for _, r := range results {
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %d parsed, %d kept, %d examples do not hold\n", r.Rules, r.Parsed, r.Kept, r.Faults)
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "parse anew what is stored already, too")
	return cmd
}
