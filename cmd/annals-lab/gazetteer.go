package main

import (
	"path/filepath"

	"annals/lab/gazetteer"

	"github.com/spf13/cobra"
)

func gazetteerCommand(lab *laboratory) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "gazetteer",
		Short: "Build the knowledge base from the tables of the reference material",
		Long: `Build the knowledge base from the tables of the reference material: base.bin, names.bin and
manifest.json, which lists the sources with their licences. The same tables give
the same bytes.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			if out == "" {
				root, err := module()
				if err != nil {
					return err
				}
				out = filepath.Join(root, "kb")
			}
			return gazetteer.Run(cmd.Context(), gazetteer.Options{Shared: dir, Out: out, Log: cmd.ErrOrStderr()})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder for the base (default: kb of the checkout)")
	return cmd
}
