package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"annals/kb"
	"annals/kb/ask"
	"annals/kb/own"
	"annals/lang/en"
)

type lookFlags struct {
	kbFlags
	on, country, office, format string
	require                     int
}

func kbCommand(s streams) *cobra.Command {
	f := &lookFlags{}
	cmd := &cobra.Command{
		Use:   "kb NAME",
		Short: "Look up people, offices, countries and bodies; compare bases; check your own tables",
		Long: `NAME is a name, a Wikidata item, an ISO code, cow:365, gw:365, geonames:524901, or an office in words.
All who bear the name are shown, in the order in which the engine weighs them, each fact with its source.
annals kb diff and annals kb add -h tell of the comparison and of your own tables; annals help own of their columns.`,
		Example: `  annals kb "Sergey Lavrov" --on 2023-10-17
  annals kb "foreign minister of Russia" --on 2023-10-17
  annals kb Georgia -f jsonl`,
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args, s) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.on, "on", "", "day for which offices are asked, YYYY-MM-DD")
	flags.StringVar(&f.country, "country", "", "only those of this country, by code or name")
	flags.StringVar(&f.office, "office", "", "who held this office, as \"foreign minister\"; with --country")
	flags.StringVarP(&f.format, "format", "f", "", "table, jsonl or json")
	flags.IntVar(&f.require, "require", 0, "exit with 1 if fewer candidates than this were found")
	f.addKB(cmd)
	cmd.AddCommand(kbDiffCommand(s), kbAddCommand(s))
	return cmd
}

func (f *lookFlags) run(args []string, s streams) error {
	format, err := listFormat(f.format, s)
	if err != nil {
		return err
	}
	q := ask.Question{Words: strings.Join(args, " "), Office: f.office}
	where := "annals kb " + q.Words
	switch {
	case strings.TrimSpace(q.Words) == "" && f.office == "":
		return &fault{number: "E0102", what: "nothing to look up", where: where, try: `annals kb "Sergey Lavrov" --on 2023-10-17`, exit: exitUsage}
	case q.Words != "" && f.office != "":
		return &fault{number: "E0102", what: "both a name and an office", where: where + " --office " + f.office, try: "leave one of them out", exit: exitUsage}
	case f.office != "" && f.country == "":
		return &fault{number: "E0102", what: "an office of no country", where: "--office " + f.office, try: "--country with a code or name, as --country RUS", exit: exitUsage}
	}
	if f.on != "" {
		d, p := kb.ParseDate(f.on, false)
		if p != kb.ToDay || d.String() != f.on {
			return &fault{number: "E0107", what: fmt.Sprintf("--on: %q is no day", f.on), where: "--on " + f.on, try: "--on 2023-10-17", exit: exitUsage}
		}
		q.On = d
	}
	base, reader, err := f.open(s)
	if err != nil {
		return err
	}
	if f.country != "" {
		if q.Country = reader.Country(f.country); q.Country == "" {
			return &fault{number: "E0107", what: fmt.Sprintf("no country %q", f.country), where: "--country " + f.country, try: reader.NearCountry(f.country), exit: exitUsage}
		}
	}
	desk, err := ask.New(base, reader)
	if err != nil {
		return err
	}
	a := desk.Ask(q)
	if err := f.write(a, q, format, s); err != nil {
		return writing(err, "")
	}
	if len(a.Candidates) < f.require {
		return end(exitSome)
	}
	return end(f.rows(exitWell))
}

// open gives the embedded base with the tables of --kb over it.
func (f *lookFlags) open(s streams) (*kb.Base, *own.Reader, error) {
	base, err := kb.Default()
	if err != nil {
		return nil, nil, err
	}
	tables, err := f.tables(nil, s)
	if err != nil {
		return nil, nil, err
	}
	if len(tables) > 0 {
		base = base.With(own.Layers(tables)...)
	}
	reader, err := own.New(base, en.Files())
	return base, reader, err
}

// write writes the answer; what is not data goes to standard error.
func (f *lookFlags) write(a ask.Answer, q ask.Question, format string, s streams) error {
	if len(a.Candidates) == 0 {
		what := or(q.Words, q.Office)
		switch {
		case a.Office != "":
			fmt.Fprintf(s.err, "annals: nobody is known for %q (%s)%s\n", what, a.Office, onDay(q.On))
		case len(a.Near) > 0:
			fmt.Fprintf(s.err, "annals: nothing is called %q; near to it: %s\n", what, strings.Join(a.Near, ", "))
		default:
			fmt.Fprintf(s.err, "annals: nothing is called %q\n", what)
		}
	}
	if format != "table" {
		return listJSON(s.out, format, a.Candidates)
	}
	width, _ := terminal(s.out)
	for i := range a.Candidates {
		lookTable(s.out, i+1, &a.Candidates[i], width)
	}
	if len(a.Candidates) > 1 {
		_, err := fmt.Fprintf(s.out, "%s. With --country CODE fewer%s.\n", counted(len(a.Candidates), "candidate"), map[bool]string{true: "; with --on DAY those of that day"}[q.On == 0])
		return err
	}
	return nil
}

func onDay(d kb.Day) string {
	if d == 0 {
		return ""
	}
	return " on " + d.String()
}

// listFormat settles the form of a list: a table on a terminal, else JSON Lines.
func listFormat(format string, s streams) (string, error) {
	if format == "" {
		format = "jsonl"
		if _, is := terminal(s.out); is {
			format = "table"
		}
	}
	return format, choice("--format", format, []string{"table", "jsonl", "json"})
}

// listJSON writes objects one a line, or as one array.
func listJSON[T any](w io.Writer, format string, list []T) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if format == "json" {
		e.SetIndent("", "  ")
		if list == nil {
			list = []T{}
		}
		return e.Encode(list)
	}
	for _, x := range list {
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	return nil
}

type diffFlags struct{ format string }

func kbDiffCommand(s streams) *cobra.Command {
	f := &diffFlags{}
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "What changed between two builds of the knowledge base",
		Long: `OLD and NEW are files as annals-lab gazetteer writes them (base.bin); - is the base of this program.
Entities that are new, gone or changed in name, country, sectors or offices are listed in a fixed order.
The exit code is 1 if anything differs.`,
		Example: `  annals kb diff old.bin new.bin
  annals kb diff - new.bin
  annals kb diff old.bin new.bin -f jsonl`,
		Args: usage(cobra.ExactArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args, s) },
	}
	cmd.Flags().StringVarP(&f.format, "format", "f", "", "table, jsonl or json")
	return cmd
}

func (f *diffFlags) run(args []string, s streams) error {
	format, err := listFormat(f.format, s)
	if err != nil {
		return err
	}
	var bases [2]*kb.Base
	for i, name := range args {
		if bases[i], err = openBase(name); err != nil {
			return err
		}
	}
	changes, n := ask.Compare(bases[0], bases[1])
	if format == "table" {
		err = diffTable(s.out, changes)
	} else {
		err = listJSON(s.out, format, changes)
	}
	if err != nil {
		return writing(err, "")
	}
	fmt.Fprintf(s.err, "annals: %s entities, then %s: %d new, %d gone, %d changed (%d names, %d sectors, %d offices)\n", thousands(n.Old), thousands(n.New), n.Added, n.Gone, n.Changed, n.Names, n.Sectors, n.Offices)
	return some(len(changes))
}

// openBase reads a base from a file; - is the embedded one.
func openBase(name string) (*kb.Base, error) {
	if name == "-" {
		return kb.Default()
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, missing(name, err)
	}
	b, err := kb.Open(data)
	if errors.Is(err, kb.ErrFormat) {
		return nil, &fault{number: "E0303", what: err.Error(), where: name, try: "give a file base.bin that annals-lab gazetteer of this version has built", exit: exitNothing}
	}
	return b, err
}
