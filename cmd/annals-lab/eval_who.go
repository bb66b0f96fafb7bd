package main

import (
	"annals/lab/eval/who"

	"github.com/spf13/cobra"
)

func evalWho(_ *cobra.Command, shared string) (any, error) {
	english, err := language()
	if err != nil {
		return nil, err
	}
	return who.Run(shared, english)
}
