package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitWell        = 0
	exitSome        = 1 // some reports set aside or rejected, or a check found something
	exitUsage       = 2
	exitNothing     = 3
	exitInterrupted = 130
)

// outcome ends a command whose findings are printed already.
type outcome struct{ code int }

func (o *outcome) Error() string { return fmt.Sprintf("exit %d", o.code) }

// end is the outcome of a code, nil for 0.
func end(code int) error {
	if code == exitWell {
		return nil
	}
	return &outcome{code}
}

// fault is an error in three lines: what, where, what to do.
type fault struct {
	number string
	what   string
	where  string
	try    string
	exit   int
}

func (f *fault) Error() string { return f.number + " " + f.what }

func (f *fault) print(w io.Writer) {
	fmt.Fprintf(w, "annals: %s %s\n", f.number, f.what)
	if f.where != "" {
		fmt.Fprintf(w, "  %s\n", f.where)
	}
	if f.try != "" {
		fmt.Fprintf(w, "  try: %s\n", f.try)
	}
}

// asFault gives an error its number.
func asFault(err error) *fault {
	var f *fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, context.Canceled):
		return &fault{number: "E0109", what: "interrupted", exit: exitInterrupted}
	}
	return &fault{number: "E0900", what: err.Error(), exit: exitNothing}
}

// faults explains the numbers.
var faults = map[string]string{
	"E0101": "A flag is unknown or has a value that it cannot take. `annals VERB -h` lists the flags.",
	"E0102": "Too many or too few arguments. `annals VERB -h` shows what is wanted.",
	"E0103": "A folder given by a flag is not there.",
	"E0104": "There is no such verb. `annals help` lists them.",
	"E0105": "There is nothing to read: no file was named and nothing comes through a pipe.",
	"E0106": "There is no example of that name.",
	"E0107": "A value of a flag is none of those allowed; the message lists them.",
	"E0108": "The output could not be written.",
	"E0109": "You pressed Ctrl-C; what was in hand was finished and written.",
	"E0110": "There is no event or sentence of that number in the report.",
	"E0201": "An input could not be read as a report. File, line and reason are given; --rejects keeps the record.",
	"E0203": "No report could be read at all.",
	"E0301": "Tables or rules of a language or ontology folder have faults; each is listed with file, line and column.",
	"E0302": "`annals check` or `annals fmt -l` found something.",
	"E0900": "Something went wrong that has no number of its own; the message says what.",
}

func topicCommands() []*cobra.Command {
	topic := func(name, short, long string) *cobra.Command {
		return &cobra.Command{Use: name, Short: short, Long: long, Args: usage(cobra.NoArgs)}
	}
	var list strings.Builder
	var numbers []string
	for n := range faults {
		numbers = append(numbers, n)
	}
	sort.Strings(numbers)
	out := []*cobra.Command{
		topic("exit", "Exit codes", "0 all well · 1 some reports set aside or rejected, or a check found something · 2 wrong usage · 3 nothing could be done · 130 interrupted."),
		topic("format", "Formats", "On a terminal a table, in a pipe or file JSON Lines; -f jsonl, json, csv, tsv, table or conllu decides. The same input gives the same bytes."),
	}
	for _, n := range numbers {
		fmt.Fprintf(&list, "%s  %s\n", n, faults[n])
		c := topic(n, "", faults[n])
		c.Hidden = true
		out = append(out, c)
	}
	return append(out, topic("errors", "Error numbers", list.String()))
}
