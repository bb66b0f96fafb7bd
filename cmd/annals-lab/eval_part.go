package main

import "github.com/spf13/cobra"

// evaluation measures one part of the engine on the reference material.
type evaluation struct {
	name  string // the verb, and the name of its file of scores
	short string
	run   func(cmd *cobra.Command, shared string) (any, error)
}

// evaluations are those of the parts, in the order of the engine.
func evaluations() []evaluation {
	return []evaluation{
		{"pages", "Measure how well pages and feeds are read", evalPages},
		{"segment", "Measure the division into words and sentences", evalSegment},
		{"syntax", "Measure tags, trees and lemmas on gold words", evalSyntax},
		{"who", "Measure parties, links and coreference", evalWho},
		{"time", "Measure the reading of time expressions", evalTime},
		{"geo", "Measure the finding and choosing of places", evalGeo},
		{"quotes", "Measure quotations, their cues and speakers", evalQuotes},
	}
}

func evalPartCommand(lab *laboratory, e evaluation) *cobra.Command {
	return &cobra.Command{
		Use:   e.name,
		Short: e.short,
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			result, err := e.run(cmd, dir)
			if err != nil {
				return err
			}
			return lab.print(cmd, result)
		},
	}
}
