package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// evaluation measures one part of the engine on the reference material.
type evaluation struct {
	name  string // the verb, and the name of its file of scores
	short string
	run   func(cmd *cobra.Command, shared string, files []string) (any, error)
	files string // files that may be named instead of the usual ones, for the usage line; "": none
	check cobra.PositionalArgs
}

// fixed makes an evaluation of one that takes no files.
func fixed(run func(*cobra.Command, string) (any, error)) func(*cobra.Command, string, []string) (any, error) {
	return func(cmd *cobra.Command, shared string, _ []string) (any, error) { return run(cmd, shared) }
}

// evaluations are those of the parts, in the order of the engine.
func evaluations() []evaluation {
	return []evaluation{
		{name: "pages", short: "Measure how well pages and feeds are read", run: fixed(evalPages)},
		{name: "segment", short: "Measure the division into words and sentences", run: fixed(evalSegment)},
		{name: "syntax", short: "Measure tags, lemmas and trees, from gold tokens and raw text", run: fixed(evalSyntax)},
		{name: "parties", short: "Measure the parties of gold events: found, country, sector, name", run: whoVerb(evalParties), check: cobra.ArbitraryArgs, files: "[GOLD.jsonl…]"},
		{name: "link", short: "Measure links to people, organisations and countries on news", run: whoVerb(evalLink), check: cobra.ArbitraryArgs, files: "[LINKED.jsonl…]"},
		{name: "coref", short: "Measure coreference on GUM: CoNLL F1 and its parts, LEA", run: whoVerb(evalCoref), check: noneOrTwo, files: "[TREES.conllu MENTIONS.jsonl]"},
		{name: "pronouns", short: "Measure pronouns on GAP", run: whoVerb(evalPronouns), check: cobra.ArbitraryArgs, files: "[GAP.tsv…]"},
		{name: "time", short: "Measure the reading of time expressions", run: fixed(evalTime)},
		{name: "geo", short: "Measure the finding and choosing of places", run: fixed(evalGeo)},
		{name: "quotes", short: "Measure quotations, their cues and speakers", run: fixed(evalQuotes)},
	}
}

func noneOrTwo(_ *cobra.Command, args []string) error {
	if len(args) != 0 && len(args) != 2 {
		return errors.New("name both files or none")
	}
	return nil
}

func evalPartCommand(lab *laboratory, e evaluation) *cobra.Command {
	check := e.check
	if check == nil {
		check = cobra.NoArgs
	}
	use := e.name
	if e.files != "" {
		use += " " + e.files
	}
	return &cobra.Command{
		Use:   use,
		Short: e.short,
		Args:  usage(check),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			result, err := e.run(cmd, dir, args)
			if err != nil {
				return err
			}
			return lab.print(cmd, result)
		},
	}
}
