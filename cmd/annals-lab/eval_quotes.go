package main

import (
	"annals/lab/eval/quotes"

	"github.com/spf13/cobra"
)

// evalQuotes measures cues, sources and contents of quotations.
func evalQuotes(_ *cobra.Command, shared string) (any, error) { return quotes.Run(shared) }
