package main

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"text/tabwriter"

	"annals/lab/eval/pages"
)

func main() {
	shared := flag.String("shared", "../../../shared", "folder with data/pages")
	each := flag.Bool("each", false, "a line for every saved page")
	only := flag.String("only", "", "run this reader alone")
	flag.Parse()
	if err := run(*shared, *each, *only); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(shared string, each bool, only string) error {
	var all []reader
	for _, r := range readers() {
		if only == "" || r.name == only {
			all = append(all, r)
		}
	}
	t := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
	var names []string
	for i, r := range all {
		res, err := pages.RunReader(shared, r.name, r.read)
		if err != nil {
			return err
		}
		if each {
			if err := res.WriteTable(os.Stdout, true); err != nil {
				return err
			}
		}
		if i == 0 {
			for n := range res.Metrics {
				if n != "language" || only != "" { // the others do not judge languages
					names = append(names, n)
				}
			}
			sort.Strings(names)
			fmt.Fprintf(t, "saved news pages (%d)", res.Items)
			for _, n := range names {
				fmt.Fprintf(t, "\t%s", n)
			}
			fmt.Fprintln(t)
		}
		fmt.Fprint(t, r.name)
		for _, n := range names {
			fmt.Fprintf(t, "\t%.3f", res.Metrics[n])
		}
		fmt.Fprintln(t)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	dir, err := moduleDir()
	if err != nil {
		return err
	}
	table, err := loadPhrases(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(t, "\ncomparison pages of go-trafilatura\tpages\tprecision\trecall\tf1\tfailed\n")
	for _, r := range all {
		s := runPhrases(dir, table, r)
		fmt.Fprintf(t, "%s\t%d\t%.3f\t%.3f\t%.3f\t%d\n", r.name, s.pages, s.precision(), s.recall(), s.f1(), s.failed)
	}
	return t.Flush()
}
