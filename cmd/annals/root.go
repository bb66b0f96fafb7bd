package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"annals/table"
)

// run runs one command line and returns the exit code.
func run(ctx context.Context, args []string, s streams) (code int) {
	defer func() {
		if p := recover(); p != nil {
			bug(p, debug.Stack(), args, s)
			code = exitNothing
		}
	}()
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitWell
	}
	var known *outcome
	if errors.As(err, &known) {
		return known.code
	}
	f := asFault(err)
	f.print(s.err)
	return f.exit
}

const screen = `Annals reads news reports and writes down who did what to whom, when, where, and according to whom.
  annals code --example visit      see it work on a sample report
  annals code story.txt            code your own text (or paste:  annals code -  then Ctrl-D)
  annals why story.txt             why each event was read so
  annals check folder/             would these reports be read; are these tables and rules sound
  annals stages                    the steps of the engine
  annals kb Lavrov                 whom the knowledge base knows, on which day in which office
All verbs: annals help     Nothing leaves this machine.
`

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:               "annals",
		Short:             "Read news reports, write down who did what to whom",
		Args:              knownVerb,
		SilenceUsage:      true,
		SilenceErrors:     true,
		DisableAutoGenTag: true,
		RunE: func(_ *cobra.Command, _ []string) error {
			_, err := io.WriteString(s.out, screen)
			return err
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &fault{number: "E0101", what: strings.TrimSuffix(err.Error(), "."), where: cmd.CommandPath(), try: or(nearFlag(cmd, err), cmd.CommandPath()+" -h shows the flags"), exit: exitUsage}
	})
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(codeCommand(s), whyCommand(s), checkCommand(s), fmtCommand(s), stagesCommand(s), kbCommand(s), versionCommand(s), completionCommand(s))
	root.AddCommand(topicCommands()...)
	root.SetHelpCommand(helpCommand())
	return root
}

// knownVerb answers an unknown verb with the nearest one.
func knownVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownVerb(cmd, args[0])
}

func unknownVerb(root *cobra.Command, verb string) error {
	var verbs []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			verbs = append(verbs, c.Name())
		}
	}
	return &fault{number: "E0104", what: fmt.Sprintf("no verb %q", verb), where: "annals " + verb, try: or(table.DidYouMean(verb, verbs), "annals help lists them"), exit: exitUsage}
}

// nearFlag suggests the flag that an unknown one may stand for.
func nearFlag(cmd *cobra.Command, err error) string {
	_, name, ok := strings.Cut(err.Error(), "unknown flag: --")
	if !ok {
		return ""
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return table.DidYouMean("--"+name, names)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
