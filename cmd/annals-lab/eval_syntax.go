package main

import (
	"annals/engine/syntax"
	trees "annals/lab/eval/syntax"

	"github.com/spf13/cobra"
)

func evalSyntax(_ *cobra.Command, shared string) (any, error) {
	m, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	return trees.Run(shared, m)
}
