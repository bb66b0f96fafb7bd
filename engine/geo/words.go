package geo

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"annals/table"
)

// tableFile is the word table, in the root of the language's folder.
const tableFile = "geo.tsv"

// class is a class of words of the table.
type class uint8

const (
	abbr class = iota
	macro
	locative
	kind
	head
	prefix
	site
	compass
	title
	org
	civic
	never
	county
	prefer
	alone
	former
	classCount
)

var classNames = [classCount]string{"abbr", "macro", "locative", "kind", "head", "prefix", "site", "compass", "title", "org", "civic", "never", "county", "prefer", "alone", "former"}

// words are the entries of each class by their words in lower case, joined by
// one space.
type words struct {
	value [classCount]map[string]string
	most  [classCount]int // words of the longest entry
}

func readWords(tables fs.FS) (*words, error) {
	src, err := fs.ReadFile(tables, tableFile)
	if err != nil {
		return nil, fmt.Errorf("geo: read the words round places: %w", err)
	}
	tab, problems := table.Parse(tableFile, src)
	w := &words{}
	for c := range w.value {
		w.value[c] = map[string]string{}
	}
rows:
	for _, row := range tab.Rows {
		for c, name := range classNames {
			if name == row.Get(1) {
				w.value[c][row.Get(0)] = row.Get(2)
				w.most[c] = max(w.most[c], len(strings.Fields(row.Get(0))))
				continue rows
			}
		}
		problems = append(problems, tab.Fault(row, 1, table.DidYouMean(row.Get(1), classNames[:]), "%q is not a class of words round places", row.Get(1)))
	}
	if len(problems) == 0 {
		return w, nil
	}
	errs := make([]error, len(problems))
	for i, p := range problems {
		errs[i] = p
	}
	return nil, fmt.Errorf("geo: %w", errors.Join(errs...))
}

// after finds the longest entry of a class in tokens [i, end); n is its length.
func (r *run) after(c class, i, end int32) (value string, n int32) {
	for k := int32(r.words.most[c]); k >= 1; k-- {
		if i < 0 || i+k > end {
			continue
		}
		if v, ok := r.words.value[c][r.joined(i, i+k)]; ok {
			return v, k
		}
	}
	return "", 0
}

// before finds the longest entry of a class that ends before token i.
func (r *run) before(c class, i, start int32) (value string, n int32) {
	for k := int32(r.words.most[c]); k >= 1; k-- {
		if i-k < start {
			continue
		}
		if v, ok := r.words.value[c][r.joined(i-k, i)]; ok {
			return v, k
		}
	}
	return "", 0
}

// joined is the tokens [i, j) in lower case with one space between them.
func (r *run) joined(i, j int32) string {
	if j == i+1 {
		return r.low[i]
	}
	return strings.Join(r.low[i:j], " ")
}
