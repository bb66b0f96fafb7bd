package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"annals"
	"annals/engine/syntax"
	"annals/kb"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions that a record depends on",
		Example: `  annals version
  annals version | head -1
  annals version > versions.txt`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := cmd.OutOrStdout()
			goVersion := ""
			if info, ok := debug.ReadBuildInfo(); ok {
				goVersion = info.GoVersion
			}
			model, err := syntax.Default()
			if err != nil {
				return err
			}
			base, err := kb.Default()
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "annals          %s (%s)\nsyntax model    %s\nknowledge base  %s\ncodebooks       plover cameo\n", annals.Version, goVersion, model.Digest(), base.Digest())
			return nil
		},
	}
}
