// Package export writes records in the forms that people and programs take them:
// JSON Lines, CSV and TSV, a table for the terminal, trees as CoNLL-U.
package export

import (
	"fmt"
	"io"

	"annals"
)

// What is the part of a reading that is written.
type What string

// The parts, as --what names them.
const (
	Events     What = "events"
	Relations  What = "relations"
	Quotations What = "quotations"
	Reports    What = "reports"
	All        What = "all"
	Trees      What = "conllu"
	Candidates What = "candidates" // offices that reports give to people whom the knowledge base does not know in them
)

// Whats lists the parts.
func Whats() []string {
	return []string{string(Events), string(Relations), string(Quotations), string(Reports), string(All), string(Trees), string(Candidates)}
}

// Writer writes readings one after another; Close writes what stands at the end.
type Writer interface {
	Write(*annals.Reading) error
	Close() error
}

// Formats lists the formats of New.
func Formats() []string { return []string{"jsonl", "json", "csv", "tsv", "table", "conllu"} }

// Options are what the table needs to know.
type Options struct {
	Width int    // of the terminal in cells, 0: not cut
	Rows  int    // at most, 0: all
	Color bool   // colour beside the words that say the same
	Why   string // command that explains, as "annals why story.txt"; "" for none
	After string // flags that stand behind it
}

// New makes a Writer for a format and a part.
func New(w io.Writer, format string, what What, o Options) (Writer, error) {
	if what == Trees {
		format = "conllu"
	}
	switch format {
	case "jsonl":
		return &lines{w: w, what: what}, nil
	case "json":
		return &array{lines: lines{w: w, what: what}}, nil
	case "csv":
		return newColumns(w, ',', what)
	case "tsv":
		if what == Candidates {
			return &ownTable{w: w, rows: map[ownKey]*ownRow{}}, nil
		}
		return newColumns(w, '\t', what)
	case "conllu":
		return &trees{w: w}, nil
	case "table":
		return newTable(w, what, o), nil
	}
	return nil, fmt.Errorf("no format %q", format)
}
