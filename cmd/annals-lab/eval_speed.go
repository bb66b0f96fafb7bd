package main

import (
	"path/filepath"

	"annals/lab/eval/speed"

	"github.com/spf13/cobra"
)

func evalSpeedCommand(lab *laboratory) *cobra.Command {
	var input string
	var reports, workers, rounds int
	cmd := &cobra.Command{
		Use:   "speed",
		Short: "Measure reports and words a second, of the whole engine and of each stage",
		Long: `Measure reports and words a second, of the whole engine and of each stage.

A baseline that hashes the same text is measured in the same run; "cost" is how
many bytes it reads while the engine codes one. Compare costs, not seconds.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if input == "" {
				dir, err := lab.folder()
				if err != nil {
					return err
				}
				input = filepath.Join(dir, "data", "news", "current-events.jsonl.gz")
			}
			engine, err := newEngine()
			if err != nil {
				return err
			}
			sample, err := speed.Sample(cmd.Context(), input, reports)
			if err != nil {
				return err
			}
			result, err := speed.Run(cmd.Context(), engine, sample, speed.Options{Set: setName(input), Workers: workers, Rounds: rounds, Engine: engineName, Commit: commit(cmd)})
			if err != nil {
				return err
			}
			return lab.print(cmd, result)
		},
	}
	cmd.Flags().StringVar(&input, "input", "", "reports to code (default: data/news/current-events of the reference material)")
	cmd.Flags().IntVar(&reports, "reports", 2000, "how many reports to take, at equal distances; 0 takes all")
	cmd.Flags().IntVar(&workers, "workers", 1, "how many reports to code at a time")
	cmd.Flags().IntVar(&rounds, "rounds", 3, "how often to measure; the median is given")
	return cmd
}
