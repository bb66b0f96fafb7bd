package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"annals/check"
	"annals/lang/en"
	"annals/ontology"
)

func checkCommand(s streams) *cobra.Command {
	var input inputFlags
	cmd := &cobra.Command{
		Use:   "check [FILES]",
		Short: "Check tables and rules, or whether reports would be read; without files the built-in tables",
		Example: `  annals check
  annals check my-lang/lexicon/diplomacy.tsv my-lang/constructions.rules
  annals check reports/ --map text=body`,
		RunE: func(cmd *cobra.Command, args []string) error {
			files, reports, err := tellApart(args)
			if err != nil {
				return &fault{number: "E0103", what: err.Error(), try: "name files or folders that are there", exit: exitUsage}
			}
			found := 0
			switch {
			case len(args) == 0:
				found = checkBuiltin(s)
			default:
				for _, f := range files {
					src, err := os.ReadFile(f)
					if err != nil {
						return &fault{number: "E0103", what: err.Error(), exit: exitUsage}
					}
					for _, p := range check.File(f, src) {
						fmt.Fprintln(s.out, p.Error())
						found++
					}
				}
				if len(files) > 0 {
					fmt.Fprintf(s.out, "%d tables and rule files, %d faults\n", len(files), found)
				}
			}
			if len(reports) > 0 {
				n, err := checkReports(cmd, &input, reports, s)
				if err != nil {
					return err
				}
				found += n
			}
			if found > 0 {
				return end(exitSome)
			}
			return nil
		},
	}
	cmd.Flags().StringSliceVar(&input.maps, "map", nil, "names of your keys or columns, as text=body,published=date")
	cmd.Flags().StringVar(&input.published, "published", "", "day of publication where a report has none, YYYY-MM-DD")
	cmd.Flags().StringVar(&input.dateLayout, "date-layout", "", "layout of your dates, as 02/01/2006")
	return cmd
}

// tellApart divides files into tables and rules on one side, reports on the other.
func tellApart(args []string) (files, reports []string, err error) {
	for _, a := range args {
		if a == "-" {
			reports = append(reports, a)
			continue
		}
		info, err := os.Stat(a)
		if err != nil {
			return nil, nil, err
		}
		if !info.IsDir() {
			if isTable(a) {
				files = append(files, a)
			} else {
				reports = append(reports, a)
			}
			continue
		}
		n := len(files)
		err = filepath.WalkDir(a, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isTable(path) {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			return nil, nil, err
		}
		if len(files) == n {
			reports = append(reports, a)
		}
	}
	return files, reports, nil
}

// isTable reports whether a file is a rule file, or a table by its head.
func isTable(path string) bool {
	switch filepath.Ext(path) {
	case ".rules":
		return true
	case ".tsv":
	default:
		return false
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	for _, line := range strings.Split(string(src), "\n") {
		if strings.HasPrefix(line, "#:") {
			return true
		}
		if line != "" && line[0] != '#' {
			return false
		}
	}
	return false
}

func checkBuiltin(s streams) int {
	found, n := 0, 0
	for _, part := range []struct {
		name  string
		files fs.FS
	}{{"lang/en", en.Files()}, {"ontology", ontology.Builtin()}} {
		_ = fs.WalkDir(part.files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".tsv") && !strings.HasSuffix(path, ".rules") {
				return err
			}
			src, err := fs.ReadFile(part.files, path)
			if err != nil {
				return err
			}
			n++
			for _, p := range check.File(part.name+"/"+path, src) {
				fmt.Fprintln(s.out, p.Error())
				found++
			}
			return nil
		})
	}
	fmt.Fprintf(s.out, "%d built-in tables and rule files, %d faults\n", n, found)
	return found
}

// checkReports reads reports without coding them.
func checkReports(cmd *cobra.Command, input *inputFlags, paths []string, s streams) (found int, err error) {
	reports, err := input.source(cmd.Context(), paths, s, 0)
	if err != nil {
		return 0, err
	}
	read, days := 0, 0
	formats := map[string]int{}
	var order []string
	ids := map[string]string{}
	for r, err := range reports {
		if err != nil {
			reject(s, err, nil, false)
			found++
			continue
		}
		read++
		if formats[r.Origin.Format]++; formats[r.Origin.Format] == 1 {
			order = append(order, r.Origin.Format)
		}
		if r.Published != "" {
			days++
		}
		where := fmt.Sprintf("%s:%d", r.Origin.File, r.Origin.Line)
		if r.SetAside != "" {
			fmt.Fprintf(s.out, "%s: would be set aside: %s\n", where, r.SetAside)
			found++
		}
		if r.Guess != "" {
			fmt.Fprintf(s.out, "%s: %s\n", where, r.Guess)
		}
		if first := ids[r.ID]; first != "" {
			fmt.Fprintf(s.out, "%s: the id %s stands already at %s\n", where, r.ID, first)
			found++
		}
		ids[r.ID] = where
	}
	var kinds []string
	for _, f := range order {
		kinds = append(kinds, fmt.Sprintf("%d %s", formats[f], f))
	}
	fmt.Fprintf(s.out, "%d reports (%s), %d with a day; %d findings\n", read, strings.Join(kinds, ", "), days, found)
	if read == 0 && found == 0 {
		return 0, &fault{number: "E0203", what: "no report in the input", exit: exitNothing}
	}
	return found, nil
}
