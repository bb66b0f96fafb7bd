package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"annals/check"
	"annals/record"
)

func fmtCommand(s streams) *cobra.Command {
	var list, rules bool
	cmd := &cobra.Command{
		Use:   "fmt FILES",
		Short: "Lay out tables, rule files and records",
		Long:  "Tables (.tsv) and rules (.rules) are laid out in place; records (.jsonl) are written to standard output with their keys in order.",
		Example: `  annals fmt my-lang/lexicon/diplomacy.tsv
  annals fmt -l my-lang/*.rules
  annals code story.txt | annals fmt -`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			found := 0
			for _, name := range args {
				src, err := readFile(name, s)
				if err != nil {
					return &fault{number: "E0103", what: err.Error(), try: "name a file that is there", exit: exitUsage}
				}
				switch {
				case name == "-" && !rules || strings.HasSuffix(name, ".jsonl") || strings.HasSuffix(name, ".json"):
					if err := formatRecords(name, src, s.out); err != nil {
						return err
					}
				case name == "-":
					_, err = s.out.Write(check.Format("-.rules", src))
				case check.Formatted(name, src):
				case list:
					fmt.Fprintln(s.out, name)
					found++
				default:
					err = os.WriteFile(name, check.Format(name, src), 0o644)
				}
				if err != nil {
					return &fault{number: "E0108", what: err.Error(), exit: exitNothing}
				}
			}
			if found > 0 {
				return end(exitSome)
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&list, "list", "l", false, "only list the files that would change, and exit with 1 if there are any")
	cmd.Flags().BoolVar(&rules, "rules", false, "read rules from standard input, not records")
	return cmd
}

func readFile(name string, s streams) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(s.in)
	}
	return os.ReadFile(name)
}

// formatRecords writes records with their keys in the order of the contract.
func formatRecords(name string, src []byte, out io.Writer) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for n, line := range bytes.Split(src, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		x, err := parseRecord(line)
		if err != nil {
			return &fault{number: "E0201", what: err.Error(), where: fmt.Sprintf("%s:%d", name, n+1), try: "annals code writes records, one a line", exit: exitNothing}
		}
		if err := e.Encode(x); err != nil {
			return &fault{number: "E0108", what: err.Error(), exit: exitNothing}
		}
	}
	return nil
}

// parseRecord reads a line as the kind of record that its keys show.
func parseRecord(line []byte) (any, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	var x any
	switch {
	case keys["triggers"] != nil && keys["from"] != nil:
		x = &record.Relation{}
	case keys["triggers"] != nil:
		x = &record.Event{}
	case keys["content"] != nil:
		x = &record.Quotation{}
	case keys["text"] != nil || keys["words"] != nil || keys["set_aside"] != nil:
		x = &record.Report{}
	default:
		return nil, fmt.Errorf("neither an event nor a relation, quotation or report")
	}
	return x, json.Unmarshal(line, x)
}
