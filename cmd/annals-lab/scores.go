package main

import (
	"fmt"
	"path/filepath"

	"annals/lab/eval/events"
	"annals/lab/scores"

	"github.com/spf13/cobra"
)

// goldSets are the sets of events whose scores are kept.
func goldSets() []string { return []string{"mission", "dev-read", "dev-score", "dev-status"} }

func scoresCommand(lab *laboratory) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "scores",
		Short: "Run all evaluations and store their scores",
		Long: `Run all evaluations and store their scores, one JSON file for each set, in
lab/scores of the checkout. The files are the same for the same engine, so that
a change of the engine shows as a difference. Speed is not among them.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			shared, err := lab.folder()
			if err != nil {
				return err
			}
			if out == "" {
				root, err := module()
				if err != nil {
					return err
				}
				out = filepath.Join(root, "lab", "scores")
			}
			failed := 0
			store := func(set string, result any, err error) {
				if err == nil {
					err = scores.Write(out, set, result)
				}
				if err != nil {
					failed++
					fmt.Fprintf(cmd.ErrOrStderr(), "annals-lab: %s: %v\n", set, err)
					return
				}
				fmt.Fprintf(cmd.ErrOrStderr(), "annals-lab: %s: stored\n", set)
			}
			for _, e := range evaluations() {
				result, err := e.run(cmd, shared, nil)
				store(e.name, result, err)
			}
			for _, set := range goldSets() {
				result, err := scoreSet(cmd, lab, set)
				store("events-"+set, result, err)
			}
			if failed > 0 {
				return errBroken
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder for the files (default: lab/scores of the checkout)")
	return cmd
}

func scoreSet(cmd *cobra.Command, lab *laboratory, set string) (events.Result, error) {
	path, err := lab.goldFile(set)
	if err != nil {
		return events.Result{}, err
	}
	gold, err := events.ReadGold(path)
	if err != nil {
		return events.Result{}, err
	}
	o := events.Options{Set: set}
	lines, err := systemLines(cmd, "", gold, &o)
	if err != nil {
		return events.Result{}, err
	}
	result, _, err := events.Score(gold, lines, o)
	return result, err
}
