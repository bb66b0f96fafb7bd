package main

import (
	"annals/engine/syntax"
	trees "annals/lab/eval/syntax"

	"github.com/spf13/cobra"
)

// evalSyntax scores both dev sets, from gold tokens and from raw text.
func evalSyntax(_ *cobra.Command, shared string) (any, error) {
	m, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	return trees.Run(shared, m)
}

func evalSyntaxCommand(lab *laboratory) *cobra.Command {
	var raw bool
	var treebank string
	cmd := &cobra.Command{
		Use:   "syntax [FILE.conllu[.gz]]",
		Short: "Measure tags, lemmas and trees, from gold tokens and raw text",
		Long: `Measure tags, features, lemmas and trees by the rules of the CoNLL 2018 shared
task: F1 over aligned words, and the F1 of the relations that events stand on.

FILE is scored from its own tokens, or with --raw from its text, which the engine
divides into words and sentences itself. Without FILE the dev sets of the
reference material are scored both ways.`,
		Example: "  annals-lab eval syntax\n  annals-lab eval syntax trees.conllu.gz --raw --treebank ewt",
		Args:    usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				dir, err := lab.folder()
				if err != nil {
					return err
				}
				result, err := evalSyntax(cmd, dir)
				if err != nil {
					return err
				}
				return lab.print(cmd, result)
			}
			m, err := syntax.Default()
			if err != nil {
				return err
			}
			result, err := trees.File(args[0], m, treebank, raw)
			if err != nil {
				return err
			}
			return lab.print(cmd, result)
		},
	}
	cmd.Flags().BoolVar(&raw, "raw", false, "from the raw text of FILE instead of its tokens")
	cmd.Flags().StringVar(&treebank, "treebank", "", "conventions of the trees: ewt or gum (default: those of the engine)")
	return cmd
}
