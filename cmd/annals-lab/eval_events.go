package main

import (
	"fmt"

	"annals/lab/eval/events"

	"github.com/spf13/cobra"
)

func evalEventsCommand(lab *laboratory) *cobra.Command {
	var system string
	var errors bool
	cmd := &cobra.Command{
		Use:   "events GOLD.jsonl",
		Short: "Score event records against gold items",
		Long: `Score event records against gold items, by the rules of SCORING.md.

GOLD is a file of gold items, or the name of a set of the reference material:
dev-read, dev-score, dev-status, mission. The engine codes the items itself
unless --system names what a coder printed for them.`,
		Example: "  annals-lab eval events dev-read --errors\n  annals-lab eval events gold.jsonl --system coded.jsonl --json",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := lab.goldFile(args[0])
			if err != nil {
				return err
			}
			if errors && events.Sealed(path) {
				return events.ErrSealed
			}
			gold, err := events.ReadGold(path)
			if err != nil {
				return err
			}
			o := events.Options{Set: setName(path), Errors: errors, Commit: commit(cmd)}
			lines, err := systemLines(cmd, system, gold, &o)
			if err != nil {
				return err
			}
			result, faults, err := events.Score(gold, lines, o)
			if err != nil {
				return err
			}
			if lab.json && errors {
				return lab.print(cmd, struct {
					events.Result
					Errors []events.Error `json:"errors"`
				}{result, faults})
			}
			if err := lab.print(cmd, result); err != nil {
				return err
			}
			for _, f := range faults {
				if _, err := fmt.Fprintln(cmd.OutOrStdout(), f); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&system, "system", "", "score this output of a coder instead of running the engine")
	cmd.Flags().BoolVar(&errors, "errors", false, "list what was missed, false or wrong (not for the sealed sets)")
	return cmd
}

// systemLines reads the file of a system, or has the engine code the items.
func systemLines(cmd *cobra.Command, system string, gold []events.Item, o *events.Options) ([]events.Line, error) {
	if system != "" {
		return events.ReadSystem(system)
	}
	engine, err := newEngine()
	if err != nil {
		return nil, err
	}
	o.Engine = engineName
	return events.Code(cmd.Context(), engine, gold)
}
