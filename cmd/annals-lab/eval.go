package main

import "github.com/spf13/cobra"

func evalCommand(lab *laboratory) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Measure the engine and its parts",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	cmd.AddCommand(evalEventsCommand(lab), evalSpeedCommand(lab))
	for _, e := range evaluations() {
		if e.name == "syntax" {
			cmd.AddCommand(evalSyntaxCommand(lab))
			continue
		}
		cmd.AddCommand(evalPartCommand(lab, e))
	}
	return cmd
}
