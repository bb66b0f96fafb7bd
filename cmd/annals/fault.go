package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"annals/table"
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
	number string // explained by annals help NUMBER
	what   string
	where  string
	try    string
	exit   int
}

func (f *fault) Error() string { return f.number + " " + f.what }

func (f *fault) print(w io.Writer) {
	fmt.Fprintf(w, "annals: %s %s\n", f.number, f.what)
	if f.where != "" {
		fmt.Fprintf(w, "  where: %s\n", f.where)
	}
	fmt.Fprintf(w, "  try: %s\n", or(f.try, "annals help "+f.number))
}

// asFault gives an error its number.
func asFault(err error) *fault {
	var f *fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, context.Canceled):
		return &fault{number: "E0109", what: "interrupted", where: "what was in hand is written", try: "the same command again", exit: exitInterrupted}
	}
	return &fault{number: "E0900", what: err.Error(), exit: exitNothing}
}

// choice is the fault of a flag with a value that is none of those known; nil if it is.
func choice(flag, value string, known []string) error {
	for _, k := range known {
		if k == value {
			return nil
		}
	}
	return &fault{number: "E0107", what: fmt.Sprintf("%s: no %q", flag, value), where: flag + " " + value,
		try: or(table.DidYouMean(value, known), "one of "+strings.Join(known, ", ")), exit: exitUsage}
}

// writing is the fault of an output that does not take what is written.
func writing(err error, name string) error {
	return &fault{number: "E0108", what: "the output cannot be written: " + err.Error(), where: or(name, "standard output"), try: "name another file with -o, or make room", exit: exitNothing}
}

// bug tells of a panic: the program is at fault, not its user.
func bug(p any, stack []byte, args []string, s streams) {
	f := &fault{number: "E0901", what: fmt.Sprintf("a bug in annals: %v", p), where: "annals " + strings.Join(args, " "),
		try: "send this command, its input and the output of annals version to the makers"}
	f.print(s.err)
	for _, a := range args {
		if a == "-v" || a == "--verbose" {
			fmt.Fprintf(s.err, "%s", stack)
		}
	}
}
