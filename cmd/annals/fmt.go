package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"annals/check"
)

type fmtFlags struct{ list, diff bool }

func fmtCommand(s streams) *cobra.Command {
	f := &fmtFlags{}
	cmd := &cobra.Command{
		Use:   "fmt FILES",
		Short: "Lay out tables, rule files and records",
		Long: `Tables (.tsv), rules (.rules) and records (.jsonl) are laid out in place: columns and fields aligned, keys in the
order of the record. From standard input (-) to standard output, told apart by the first lines.`,
		Example: `  annals fmt my-lang/lexicon/diplomacy.tsv
  annals fmt -d my-lang/constructions.rules
  annals code story.txt | annals fmt -`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args, s) },
	}
	cmd.Flags().BoolVarP(&f.list, "list", "l", false, "only list the files that would change, and exit with 1 if there are any")
	cmd.Flags().BoolVarP(&f.diff, "diff", "d", false, "only show what would change, and exit with 1 if anything would")
	return cmd
}

func (f *fmtFlags) run(args []string, s streams) error {
	found := 0
	for _, name := range args {
		var src []byte
		var err error
		if name == "-" {
			src, err = io.ReadAll(s.in)
		} else {
			src, err = os.ReadFile(name)
		}
		if err != nil {
			return missing(name, err)
		}
		want, err := layOut(name, src)
		if err != nil {
			return err
		}
		changed, err := f.put(name, src, want, s)
		if err != nil {
			return writing(err, name)
		}
		if changed {
			found++
		}
	}
	if f.list || f.diff {
		return some(found)
	}
	return nil
}

// layOut is the file as it should be.
func layOut(name string, src []byte) ([]byte, error) {
	kind := check.Looks(src)
	switch {
	case strings.HasSuffix(name, ".jsonl"):
		kind = "records"
	case strings.HasSuffix(name, ".rules"):
		kind = "rules"
	case strings.HasSuffix(name, ".tsv"):
		kind = "table"
	case name != "-":
		return nil, &fault{number: "E0107", what: "neither a table nor rules nor records", where: name, try: "name files that end in .tsv, .rules or .jsonl", exit: exitUsage}
	}
	switch kind {
	case "rules":
		return check.Format(".rules", src), nil
	case "table":
		return check.Format(".tsv", src), nil
	}
	var out bytes.Buffer
	err := check.Records(&out, bytes.NewReader(src))
	var bad *check.RecordError
	if errors.As(err, &bad) {
		return nil, &fault{number: "E0202", what: bad.Err.Error(), where: fmt.Sprintf("%s:%d", name, bad.Line), try: "annals code writes records, one a line", exit: exitNothing}
	}
	return out.Bytes(), err
}

// put writes the file, or tells that it would change.
func (f *fmtFlags) put(name string, src, want []byte, s streams) (changed bool, err error) {
	changed = !bytes.Equal(src, want)
	switch {
	case f.diff:
		_, err = s.out.Write(diff.Diff(name+" as it is", src, name+" laid out", want))
	case f.list && changed:
		_, err = fmt.Fprintln(s.out, name)
	case f.list:
	case name == "-":
		_, err = s.out.Write(want)
	case changed:
		err = replace(name, want)
	}
	return changed, err
}

// replace writes a file beside the old one and puts it in its place, so that a full
// disk or Ctrl-C leaves one of them whole.
func replace(name string, data []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	next := name + ".new"
	if err := os.WriteFile(next, data, info.Mode().Perm()); err != nil {
		return errors.Join(err, os.Remove(next))
	}
	return os.Rename(next, name)
}
