package segment

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/table"
)

// abbreviation classes; see abbreviations.tsv.
type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	abbrTitle
	abbrInner
	abbrNumber
	abbrDay
	abbrOpen
	abbrEnd
)

var abbrClasses = []string{"", "title", "inner", "number", "day", "open", "end"}

// phrase is a run of words, in lower case, with what it stands for.
type phrase struct {
	words []string
	kind  string
}

// tables holds what New read. Keys are in lower case unless said otherwise.
type tables struct {
	abbr     map[string]abbreviation
	common   map[string]bool // abbreviations that are common words without their stop
	prefix   map[string]bool
	suffix   map[string]bool
	contract map[string][]uint8 // lengths of the parts in bytes
	units    map[string]bool    // written after a number; one letter counts in its case
	currency map[string]bool    // written before a number, case kept
	starter  map[string]bool
	speech   map[string]bool
	agencies map[string][]phrase // by first word, case kept, longest first
	credits  map[string][]phrase // by first word
}

// readTables reads all tables; the error lists every fault.
func readTables(fsys fs.FS) (*tables, error) {
	t := &tables{
		abbr: map[string]abbreviation{}, common: map[string]bool{}, prefix: map[string]bool{}, suffix: map[string]bool{},
		contract: map[string][]uint8{}, units: map[string]bool{}, currency: map[string]bool{}, starter: map[string]bool{}, speech: map[string]bool{},
		agencies: map[string][]phrase{}, credits: map[string][]phrase{},
	}
	rd := reader{fsys: fsys}
	rd.rows("abbreviations.tsv", []string{"word", "class", "also"}, func(tab *table.Table, row table.Row) {
		switch row.Get(2) {
		case "word":
			t.common[strings.ToLower(row.Get(0))] = true
		case "":
		default:
			rd.fault(tab, row, 2, []string{"word"})
		}
		for c := abbrTitle; c <= abbrEnd; c++ {
			if abbrClasses[c] == row.Get(1) {
				t.abbr[strings.ToLower(row.Get(0))] = c
				return
			}
		}
		rd.fault(tab, row, 1, abbrClasses[1:])
	})
	rd.rows("segment-affixes.tsv", []string{"affix", "place"}, func(tab *table.Table, row table.Row) {
		switch row.Get(1) {
		case "prefix":
			t.prefix[row.Get(0)] = true
		case "suffix":
			t.suffix[row.Get(0)] = true
		default:
			rd.fault(tab, row, 1, []string{"prefix", "suffix"})
		}
	})
	rd.rows("segment-contractions.tsv", []string{"word", "parts"}, func(tab *table.Table, row table.Row) {
		parts := strings.Fields(row.Get(1))
		if strings.Join(parts, "") != row.Get(0) || len(parts) < 2 {
			rd.problems = append(rd.problems, tab.Fault(row, 1, "write the word with spaces between its parts", "the parts of %q do not make it up", row.Get(0)))
			return
		}
		lens := make([]uint8, len(parts))
		for i, p := range parts {
			lens[i] = uint8(len(p))
		}
		t.contract[row.Get(0)] = lens
	})
	rd.rows("segment-units.tsv", []string{"unit", "place"}, func(tab *table.Table, row table.Row) {
		switch row.Get(1) {
		case "after":
			t.units[row.Get(0)] = true
		case "before":
			t.currency[row.Get(0)] = true
		default:
			rd.fault(tab, row, 1, []string{"after", "before"})
		}
	})
	rd.rows("segment-words.tsv", []string{"word", "class"}, func(tab *table.Table, row table.Row) {
		switch row.Get(1) {
		case "starter":
			t.starter[row.Get(0)] = true
		case "speech":
			t.speech[row.Get(0)] = true
		default:
			rd.fault(tab, row, 1, []string{"starter", "speech"})
		}
	})
	rd.rows("segment-agencies.tsv", []string{"form", "name"}, func(_ *table.Table, row table.Row) {
		addPhrase(t.agencies, row.Get(0), row.Get(1))
	})
	rd.rows("segment-credits.tsv", []string{"words", "kind"}, func(tab *table.Table, row table.Row) {
		switch row.Get(1) {
		case "credit", "dated", "whole", "translated", "adapted":
			addPhrase(t.credits, row.Get(0), row.Get(1))
		default:
			rd.fault(tab, row, 1, []string{"credit", "dated", "whole", "translated", "adapted"})
		}
	})
	return t, rd.err()
}

// addPhrase files a phrase under its first word, the longest first.
func addPhrase(m map[string][]phrase, words, kind string) {
	p := phrase{strings.Fields(words), kind}
	if len(p.words) == 0 {
		return
	}
	list := append(m[p.words[0]], p)
	for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	m[p.words[0]] = list
}

// reader reads tables and gathers their faults.
type reader struct {
	fsys     fs.FS
	problems []table.Problem
	failed   error
}

func (rd *reader) rows(name string, columns []string, yield func(*table.Table, table.Row)) {
	src, err := fs.ReadFile(rd.fsys, name)
	if err != nil {
		if rd.failed == nil {
			rd.failed = fmt.Errorf("segment: read table: %w", err)
		}
		return
	}
	tab, problems := table.Parse(name, src)
	rd.problems = append(rd.problems, problems...)
	if strings.Join(tab.Columns, " ") != strings.Join(columns, " ") {
		rd.problems = append(rd.problems, table.Problem{Pos: table.Pos{File: name, Line: 1, Col: 1},
			Msg: "columns are " + strings.Join(tab.Columns, " "), Hint: "want " + strings.Join(columns, " ")})
		return
	}
	for _, row := range tab.Rows {
		yield(tab, row)
	}
}

func (rd *reader) fault(tab *table.Table, row table.Row, cell int, known []string) {
	rd.problems = append(rd.problems, tab.Fault(row, cell, table.DidYouMean(row.Get(cell), known), "%q is no %s", row.Get(cell), tab.Columns[cell]))
}

func (rd *reader) err() error {
	if rd.failed != nil || len(rd.problems) == 0 {
		return rd.failed
	}
	var b strings.Builder
	for i, p := range rd.problems {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.Error())
	}
	return fmt.Errorf("segment: %d faults in tables:\n%s", len(rd.problems), b.String())
}

// lower writes s in lower case into buf (ASCII letters only; other bytes as
// they are) and returns it; a word longer than buf gives nil, which is in no table.
func lower(buf *[24]byte, s string) []byte {
	if len(s) > len(buf) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(s)]
}
