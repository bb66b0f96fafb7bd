package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"annals"
	"annals/table"
)

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// run runs one command line and returns the exit code.
func run(ctx context.Context, args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitWell
	}
	var quiet *outcome
	if errors.As(err, &quiet) {
		return quiet.code
	}
	f := asFault(err)
	f.print(s.err)
	return f.exit
}

const screen = `Annals reads news reports and writes down who did what to whom, when, where, and according to whom.
  annals code --example visit      see it work on a sample report
  annals code story.txt            code your own text (or paste:  annals code -  then Ctrl-D)
  annals why story.txt             why each event was read so
  annals check my-rules/           check tables and rules of your own, or reports before coding them
  annals stages                    the steps of the engine
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
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(cmd.OutOrStdout(), screen)
			return err
		},
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &fault{number: "E0101", what: strings.TrimSuffix(err.Error(), "."), try: cmd.CommandPath() + " -h shows the flags", exit: exitUsage}
	})
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(codeCommand(s), whyCommand(s), checkCommand(s), fmtCommand(s), stagesCommand(s), versionCommand())
	root.AddCommand(topicCommands()...)
	return root
}

// knownVerb answers an unknown verb with the nearest one.
func knownVerb(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var verbs []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			verbs = append(verbs, c.Name())
		}
	}
	return &fault{number: "E0104", what: fmt.Sprintf("no verb %q", args[0]), try: or(table.DidYouMean(args[0], verbs), "annals help"), exit: exitUsage}
}

// Help begins with the examples.
const usageTemplate = `{{if .HasExample}}{{.Example}}

{{end}}Usage:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} VERB [ARGUMENTS] [FLAGS]

Verbs:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}

Topics: annals help exit, annals help format, annals help errors, annals help E0203{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`

const helpTemplate = `{{.Short}}{{if .Long}}
{{.Long | trimTrailingWhitespaces}}{{end}}

{{.UsageString}}`

// usage makes a wrong number of arguments a fault of the command line.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return &fault{number: "E0102", what: err.Error(), try: cmd.CommandPath() + " -h", exit: exitUsage}
		}
		return nil
	}
}

// terminal reports whether a stream is a terminal and how wide it is.
func terminal(w any) (width int, ok bool) {
	f, is := w.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		width = 80
	}
	return width, true
}

// engineFlags are the flags that choose language and ontology.
type engineFlags struct{ lang, ontology string }

func (e *engineFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&e.lang, "lang", "", "folder of tables and rules laid over the built-in English")
	cmd.Flags().StringVar(&e.ontology, "ontology", "", "folder of ontology tables laid over the built-in ones")
}

// coder makes the engine; faults in tables are printed with their places.
func (e *engineFlags) coder(s streams) (*annals.Coder, error) {
	var o annals.Options
	for _, d := range []struct {
		flag, dir string
	}{{"--lang", e.lang}, {"--ontology", e.ontology}} {
		if d.dir == "" {
			continue
		}
		if info, err := os.Stat(d.dir); err != nil || !info.IsDir() {
			return nil, &fault{number: "E0103", what: fmt.Sprintf("%s: no folder %s", d.flag, d.dir), try: "give the folder that holds your tables", exit: exitUsage}
		}
		if d.flag == "--lang" {
			o.Lang = os.DirFS(d.dir)
		} else {
			o.Ontology = os.DirFS(d.dir)
		}
	}
	c, err := annals.New(o)
	var tables *annals.TableError
	if errors.As(err, &tables) {
		for _, p := range tables.Problems {
			fmt.Fprintf(s.err, "annals: %s\n", p.Error())
		}
		return nil, &fault{number: "E0301", what: fmt.Sprintf("%d faults in tables or rules", len(tables.Problems)), try: "mend the lines above; annals check FILES reads them again", exit: exitNothing}
	}
	return c, err
}
