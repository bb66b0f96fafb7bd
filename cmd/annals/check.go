package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"annals"
	"annals/check"
	"annals/lang"
	"annals/table"
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
Of a folder that holds tables only the tables are checked. Without files the built-in tables and rules are.
The yes and no sentences of lexicon tables and rules that are named are tried in an engine that has them; those of
rules are parsed anew for it, while the tests of the repository use the trees stored beside them.`,
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
		if found, err = f.tables(ctx, tables, s); err != nil {
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
func (f *checkFlags) tables(ctx context.Context, files []string, s streams) (found int, err error) {
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
	tried := ""
	if found == 0 { // with faults in them there is no engine to try examples with
		n, faults, err := f.try(ctx, files, language, ontology)
		var elsewhere *annals.TableError
		if errors.As(err, &elsewhere) { // such as a class that the built-in lexicon uses and these files lack
			fmt.Fprintf(s.out, "examples not tried, since with these files others have faults: %v\n", elsewhere)
		} else if err != nil {
			return found, err
		}
		for _, p := range faults {
			fmt.Fprintln(s.out, p.Error())
		}
		found = len(faults)
		if n > 0 {
			tried = ", " + counted(n, "example") + " tried"
		}
	}
	_, err = fmt.Fprintf(s.out, "%s%s, %s\n", counted(len(files), "table and rule file"), tried, counted(found, "fault"))
	return found, err
}

// try runs the examples of the files in an engine that has them. Files of one
// folder are tried together.
func (f *checkFlags) try(ctx context.Context, files []string, language, ontology fs.FS) (n int, faults []table.Problem, err error) {
	coders := map[string]*annals.Coder{}
	for _, name := range files {
		kind, _ := check.Kind(name)
		if !strings.HasPrefix(kind, "lexicon/") && !strings.HasSuffix(kind, ".rules") {
			continue
		}
		root := check.Root(name, kind)
		c := coders[root]
		if c == nil {
			if c, err = annals.New(annals.Options{Lang: both(language, os.DirFS(root)), Ontology: both(ontology, os.DirFS(root))}); err != nil {
				return n, faults, err
			}
			coders[root] = c
		}
		found, tried, err := c.Try(ctx, kind)
		if err != nil {
			return n, faults, err
		}
		for _, p := range found {
			p.File = name
			faults = append(faults, p)
		}
		n += tried
	}
	return n, faults, nil
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
