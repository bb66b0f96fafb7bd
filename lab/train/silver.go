package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names in treebanks are few. Sentences of the news portal in which a well-known name stands teach more of them: the
// name is labelled, words in lower case are labelled as no part of a name, and capitalised words that no list knows are
// left open.

// nameList maps names, as crude tokens joined by spaces, to their kinds; "" where lists disagree.
type nameList map[string]string

// maxNameTokens is the longest name looked for.
const maxNameTokens = 8

func (l nameList) add(name, kind string) {
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) {
		return
	}
	var tokens []string
	for _, f := range strings.Fields(name) {
		tokens = crudeTokens(tokens, f)
	}
	if len(tokens) == 0 || len(tokens) > maxNameTokens || kind == "person" && len(tokens) < 2 || len(name) < 2 {
		return
	}
	key := strings.Join(tokens, " ")
	if old, ok := l[key]; ok && old != kind {
		kind = ""
	}
	l[key] = kind
}

// loadNames reads the lists of people, places and organisations.
func loadNames(shared string) (nameList, error) {
	l := make(nameList)
	dir := filepath.Join(shared, "data", "gazetteer")
	table := func(name string, each func(col map[string]string)) error {
		var head []string
		row := func(line []byte) (bool, error) {
			f := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
			if head == nil {
				head = f
				return true, nil
			}
			col := make(map[string]string, len(f))
			for i, v := range f {
				if i < len(head) {
					col[head[i]] = v
				}
			}
			each(col)
			return true, nil
		}
		path := filepath.Join(dir, name)
		if strings.HasSuffix(name, ".gz") {
			return readLines(path, row)
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			if _, err := row(sc.Bytes()); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		return sc.Err()
	}
	for _, t := range []struct{ file, kind string }{{"people/officeholders.tsv.gz", "person"}, {"people/legislators.tsv.gz", "person"},
		{"people/us_congress.tsv.gz", "person"}, {"people/notable.tsv", "person"}, {"places/cities.tsv.gz", "place"},
		{"countries/factbook_names.tsv.gz", "place"},
		{"regions.tsv", "place"}, {"organisations/international_bodies.tsv.gz", "organization"}, {"groups.tsv", "organization"},
		{"media.tsv", "organization"}, {"companies.tsv", "organization"}} {
		err := table(t.file, func(col map[string]string) {
			if p, ok := col["population"]; ok {
				if n, err := strconv.Atoi(p); err != nil || n < 100000 {
					return
				}
			}
			l.add(col["name"], t.kind)
			if a := col["ascii"]; a != "" {
				l.add(a, t.kind)
			}
			if a := col["abbr"]; len(a) > 2 {
				l.add(a, t.kind)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return l, nil
}

// open marks a label that is not known.
const open = "?"

// mark labels the names of a sentence; ok says whether there is one.
func (l nameList) mark(tokens []string) (labels []string, ok bool) {
	labels = make([]string, len(tokens))
	caps := func(i int) bool {
		if i < 0 || i >= len(tokens) {
			return false
		}
		r, _ := utf8.DecodeRuneInString(tokens[i])
		return unicode.IsUpper(r)
	}
	for i, t := range tokens {
		switch {
		case caps(i):
			labels[i] = open
		case caps(i-1) && caps(i+1) && joins(t):
			labels[i] = open // "Bank of England", "Baden - Baden", "Mohammed bin Salman"
		default:
			labels[i] = "O"
		}
	}
	for i := 0; i < len(tokens); i++ {
		if !caps(i) {
			continue
		}
		for n := min(maxNameTokens, len(tokens)-i); n > 0; n-- {
			kind := l[strings.Join(tokens[i:i+n], " ")]
			if kind == "" {
				continue
			}
			before := (caps(i-1) || i > 1 && labels[i-1] == open) && !(i == 1 && opens(tokens[0]))
			after := caps(i+n) || i+n < len(tokens) && labels[i+n] == open
			if after || before && kind != "person" || n == 1 && i == 0 {
				break
			}
			for k := i; k < i+n; k++ {
				labels[k] = "I-" + kind
			}
			labels[i] = "B-" + kind
			if before {
				labels[i] = open // a title may belong to the name
			}
			ok = true
			i += n - 1
			break
		}
	}
	return labels, ok
}

// joins reports whether a word may stand inside a name.
func joins(t string) bool {
	switch t {
	case "of", "the", "for", "-", "&", "de", "da", "del", "la", "el", "al", "bin", "ibn", "van", "von", "der":
		return true
	}
	return false
}

// opens reports whether the first word of a sentence is none of a name although it has a capital.
func opens(t string) bool {
	switch t {
	case "In", "On", "At", "The", "A", "An", "For", "From", "After", "Before", "As", "To", "By", "With", "When", "While", "Since":
		return true
	}
	return false
}

// A silver sentence has names only.
type silver struct{ tokens, labels []string }

// loadSilver marks the names in the short news items.
func loadSilver(shared string) ([]silver, error) {
	l, err := loadNames(shared)
	if err != nil {
		return nil, err
	}
	var out []silver
	err = rawSentences(shared, func(file string, tokens []string) bool {
		if !strings.HasPrefix(file, "news/") {
			return false
		}
		if labels, ok := l.mark(tokens); ok && len(tokens) <= 45 {
			out = append(out, silver{tokens, labels})
		}
		return true
	})
	return out, err
}

// example turns a silver sentence into numbers: no labels but names.
func (s *silver) example(v *inventory, vocab *vocabulary) *example {
	n := len(s.tokens)
	none := make([]int32, n)
	for i := range none {
		none[i] = -1
	}
	e := &example{types: make([]int32, n), bank: bankGUM, weight: 0.5, upos: none, xpos: none, feats: none, rule: none,
		ent: make([]int32, n), head: none, rel: none}
	for i, t := range s.tokens {
		e.types[i] = vocab.id(t)
		e.ent[i] = -1
		if id, ok := v.entity[s.labels[i]]; ok {
			e.ent[i] = id
		}
	}
	return e
}
