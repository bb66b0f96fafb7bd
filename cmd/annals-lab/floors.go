package main

import (
	"path/filepath"

	"annals/lab/scores"

	"github.com/spf13/cobra"
)

func floorsCommand() *cobra.Command {
	var dir, file string
	cmd := &cobra.Command{
		Use:   "floors",
		Short: "Hold the stored scores to their floors",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir == "" || file == "" {
				root, err := module()
				if err != nil {
					return err
				}
				own := filepath.Join(root, "lab", "scores")
				if dir == "" {
					dir = own
				}
				if file == "" {
					file = filepath.Join(own, "floors.tsv")
				}
			}
			floors, err := scores.ReadFloors(file)
			if err != nil {
				return err
			}
			rows, err := scores.Check(dir, floors)
			if err != nil {
				return err
			}
			broken, err := scores.Print(cmd.OutOrStdout(), rows)
			if err != nil {
				return err
			}
			if broken > 0 {
				return errBroken
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&dir, "scores", "", "folder of the stored scores (default: lab/scores of the checkout)")
	cmd.Flags().StringVar(&file, "floors", "", "table of the floors (default: lab/scores/floors.tsv of the checkout)")
	return cmd
}
