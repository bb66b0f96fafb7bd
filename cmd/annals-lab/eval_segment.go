package main

import (
	"cmp"

	"annals/lab/eval/segment"

	"github.com/spf13/cobra"
)

// segmentResult gives the scores of segment the form of the others.
type segmentResult struct {
	Task    string                        `json:"task"`
	Set     string                        `json:"set"`
	Items   int                           `json:"items"` // gold sentences
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"` // set/genre
	table   string
}

func (r segmentResult) String() string { return r.table }

func evalSegment(_ *cobra.Command, shared string) (any, error) {
	found, err := segment.Run(shared)
	if err != nil {
		return nil, err
	}
	r := segmentResult{Task: "segment", Set: "treebanks and gold", Metrics: map[string]float64{}, Per: map[string]map[string]float64{}, table: found.String()}
	for _, s := range found.Scores {
		per := map[string]float64{"sentences_f1": s.Sentences.F1()}
		if s.Words.Gold > 0 {
			per["words_f1"] = s.Words.F1()
		}
		r.Per[s.Set+"/"+cmp.Or(s.Genre, "all")] = per
		if s.Genre == "" {
			r.Items += s.Sentences.Gold
			for name, v := range per {
				r.Metrics[s.Set+"_"+name] = v
			}
		}
	}
	return r, nil
}
