// Command annals-lab makes and measures what Annals is built from: it trains the
// syntax model, builds the knowledge base, and runs the evaluations. Results go
// to standard output, everything else to standard error. It exits with 0 when
// all went well, 1 when something failed or a floor is broken, 2 on wrong usage,
// and 130 when interrupted.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
)

// errUsage marks errors of the command line.
var errUsage = errors.New("wrong usage")

// errBroken ends a run whose findings are printed already.
var errBroken = errors.New("a check failed")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string) int {
	root := newRoot()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case ctx.Err() != nil:
		return 130
	case errors.Is(err, errBroken):
		return 1
	}
	fmt.Fprintln(root.ErrOrStderr(), "annals-lab:", err)
	if errors.Is(err, errUsage) {
		return 2
	}
	return 1
}

func newRoot() *cobra.Command {
	lab := &laboratory{}
	root := &cobra.Command{
		Use:           "annals-lab",
		Short:         "Make and measure the parts of Annals",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w: %w; see %s --help", errUsage, err, cmd.CommandPath())
	})
	root.PersistentFlags().StringVar(&lab.shared, "shared", "", "folder of the reference material (default: $ANNALS_SHARED, else a folder shared beside the checkout)")
	root.PersistentFlags().BoolVar(&lab.json, "json", false, "print one JSON object instead of a table")
	root.AddCommand(evalCommand(lab), scoresCommand(lab), floorsCommand(), trainCommand(lab), gazetteerCommand(lab), parsesCommand())
	return root
}

// usage makes a wrong number of arguments an error of the command line.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return fmt.Errorf("%w: %w; see %s --help", errUsage, err, cmd.CommandPath())
		}
		return nil
	}
}
