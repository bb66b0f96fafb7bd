package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"annals/check"
	"annals/lang"
)

type checkFlags struct {
	engineFlags
	inputFlags
}

func checkCommand(s streams) *cobra.Command {
	f := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check [FILES]",
		Short: "Find the faults of tables and rules, or say whether reports would be read",
		Long: `Tables and rule files are told apart from reports by what they are: .rules, and .tsv with a line #: of column names.
Of a folder that holds tables only the tables are checked. Without files the built-in tables and rules are.`,
		Example: `  annals check
  annals check my-lang/lexicon/diplomacy.tsv my-lang/constructions.rules
  annals check reports/ --map text=body`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args, s) },
	}
	f.engineFlags.add(cmd)
	f.addReading(cmd)
	return cmd
}

func (f *checkFlags) run(ctx context.Context, args []string, s streams) error {
	if len(args) == 0 {
		n, faults := check.Builtin()
		for _, p := range faults {
			fmt.Fprintln(s.out, p.Error())
		}
		fmt.Fprintf(s.out, "built in: %s, %s\n", counted(n, "table and rule file"), counted(len(faults), "fault"))
		return some(len(faults))
	}
	tables, reports, err := tellApart(args)
	if err != nil {
		return err
	}
	found := 0
	if len(tables) > 0 {
		if found, err = f.tables(tables, s); err != nil {
			return err
		}
	}
	if len(reports) == 0 {
		return some(found)
	}
	n, err := f.reports(ctx, reports, s)
	if err != nil {
		return err
	}
	return some(found + n)
}

// some is the outcome of a check that found so much.
func some(found int) error {
	if found > 0 {
		return end(exitSome)
	}
	return nil
}

// tables checks each table and rule file, together with those beside it.
func (f *checkFlags) tables(files []string, s streams) (found int, err error) {
	language, ontology, err := f.folders()
	if err != nil {
		return 0, err
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return found, missing(name, err)
		}
		kind, _ := check.Kind(name)
		beside := os.DirFS(check.Root(name, kind))
		for _, p := range check.File(name, src, check.Company{Lang: both(language, beside), Ontology: both(ontology, beside)}) {
			fmt.Fprintln(s.out, p.Error())
			found++
		}
	}
	_, err = fmt.Fprintf(s.out, "%s, %s\n", counted(len(files), "table and rule file"), counted(found, "fault"))
	return found, err
}

// both is the folder of a flag over the folder that a file lies in.
func both(flag, beside fs.FS) fs.FS {
	if flag == nil {
		return beside
	}
	return lang.Over(flag, beside)
}

// reports reads reports without coding them.
func (f *checkFlags) reports(ctx context.Context, paths []string, s streams) (found int, err error) {
	reports, err := f.source(ctx, paths, s, 0)
	if err != nil {
		return 0, err
	}
	var t check.Tally
	for x := range check.Reports(reports, &t) {
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		at := ""
		if x.Where != "" {
			at = x.Where + ": "
		}
		fmt.Fprintf(s.out, "%s%s\n", at, x.What)
		if !x.Note {
			found++
		}
	}
	fmt.Fprintln(s.out, t.String())
	if t.Read == 0 {
		return 0, &fault{number: "E0203", what: "no report in the input", where: fmt.Sprint(paths), try: "name files that hold text, JSON, CSV, pages or feeds", exit: exitNothing}
	}
	return found, nil
}

// tellApart divides files into tables and rules on one side, reports on the other. A
// folder belongs to the tables if it holds any.
func tellApart(args []string) (tables, reports []string, err error) {
	for _, a := range args {
		if a == "-" {
			reports = append(reports, a)
			continue
		}
		info, err := os.Stat(a)
		switch {
		case err != nil:
			return nil, nil, missing(a, err)
		case !info.IsDir() && isTable(a):
			tables = append(tables, a)
			continue
		case !info.IsDir():
			reports = append(reports, a)
			continue
		}
		before := len(tables)
		err = filepath.WalkDir(a, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && check.Checked(path) && isTable(path) {
				tables = append(tables, path)
			}
			return err
		})
		if err != nil {
			return nil, nil, missing(a, err)
		}
		if len(tables) == before {
			reports = append(reports, a)
		}
	}
	return tables, reports, nil
}

// isTable looks into a file whose name is that of a table or rule file.
func isTable(path string) bool {
	if !check.Checked(path) {
		return false
	}
	src, err := os.ReadFile(path)
	return err == nil && check.IsTable(path, src)
}
