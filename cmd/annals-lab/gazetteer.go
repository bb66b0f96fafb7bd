package main

import (
	"path/filepath"

	"annals/lab/gazetteer"

	"github.com/spf13/cobra"
)

func gazetteerCommand(lab *laboratory) *cobra.Command {
	var out string
	var without bool
	cmd := &cobra.Command{
		Use:   "gazetteer",
		Short: "Build the knowledge base from the tables of the reference material",
		Long: `Build the knowledge base from the tables of the reference material: base.bin,
names.bin and manifest.json, which lists the sources with their licences and what each
gave. The same tables give the same bytes. A source whose licence is not one of those
that may ship is refused.`,
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
			return gazetteer.Run(cmd.Context(), gazetteer.Options{Shared: dir, Out: out, Log: cmd.ErrOrStderr(), WithoutShareAlike: without})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder for the base (default: kb of the checkout)")
	cmd.Flags().BoolVar(&without, "without-share-alike", false, "leave out the tables under CC BY-SA; give --out, or the base of the checkout is replaced")
	return cmd
}
