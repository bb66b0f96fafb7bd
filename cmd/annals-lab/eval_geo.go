package main

import (
	"annals/kb"
	places "annals/lab/eval/geo"

	"github.com/spf13/cobra"
)

// evalGeo measures the places of the whole engine up to the stage geo.
func evalGeo(_ *cobra.Command, shared string) (any, error) {
	coder, err := newEngine()
	if err != nil {
		return nil, err
	}
	base, err := kb.Default()
	if err != nil {
		return nil, err
	}
	stages := coder.Stages()
	for i, s := range stages {
		if s.Name() == "geo" {
			stages = stages[:i+1]
			break
		}
	}
	return places.Run(shared, base, stages...)
}
