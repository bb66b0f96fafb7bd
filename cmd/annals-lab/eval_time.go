package main

import (
	"annals/engine/segment"
	"annals/engine/timex"
	times "annals/lab/eval/time"

	"github.com/spf13/cobra"
)

func evalTime(_ *cobra.Command, shared string) (any, error) {
	english, err := language()
	if err != nil {
		return nil, err
	}
	words, err := segment.New(english)
	if err != nil {
		return nil, err
	}
	stage, err := timex.New(english)
	if err != nil {
		return nil, err
	}
	return times.Run(shared, words, stage)
}
