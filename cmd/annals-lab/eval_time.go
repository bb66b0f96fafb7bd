package main

import (
	"annals/engine/segment"
	"annals/engine/timex"
	times "annals/lab/eval/time"
	"annals/lang/en"

	"github.com/spf13/cobra"
)

func evalTime(_ *cobra.Command, shared string) (any, error) {
	words, err := segment.New(en.Files())
	if err != nil {
		return nil, err
	}
	stage, err := timex.New(en.Files())
	if err != nil {
		return nil, err
	}
	return times.Run(shared, words, stage)
}
