package main

import (
	"annals/lab/eval/pages"

	"github.com/spf13/cobra"
)

func evalPages(_ *cobra.Command, shared string) (any, error) { return pages.Run(shared) }
