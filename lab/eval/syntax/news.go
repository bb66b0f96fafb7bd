package syntax

import (
	"bytes"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"annals/engine/syntax"
	"annals/lab/eval/conll"
)

// newsFile holds sentences of reports and headlines with the relations that event coding reads.
//
//go:embed news.tsv
var newsFile string

// A newsSentence is a sentence with what is expected of its tree: each fact has one form or several that are as good.
type newsSentence struct {
	kind  string // prose, headline, title (Title Case), caps
	words []string
	facts [][]arc
}

// An arc is a relation between two words of a sentence, by index; head -1 is the root's. The subtype counts where the
// file gives one.
type arc struct {
	rel       string
	head, dep int
}

// newsSentences reads the file.
func newsSentences(text string) ([]newsSentence, error) {
	var out []newsSentence
	for n, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("news.tsv:%d: %d columns, want kind, words, relations", n+1, len(col))
		}
		s := newsSentence{kind: col[0], words: strings.Fields(col[1])}
		for _, fact := range strings.Split(col[2], ";") {
			var forms []arc
			for _, f := range strings.Split(fact, "|") {
				a, err := s.arc(strings.TrimSpace(f))
				if err != nil {
					return nil, fmt.Errorf("news.tsv:%d: %w", n+1, err)
				}
				forms = append(forms, a)
			}
			s.facts = append(s.facts, forms)
		}
		out = append(out, s)
	}
	return out, nil
}

// arc reads "rel(head, dependent)".
func (s *newsSentence) arc(text string) (arc, error) {
	rel, rest, ok := strings.Cut(strings.TrimSuffix(text, ")"), "(")
	head, dep, ok2 := strings.Cut(rest, ", ")
	if !ok || !ok2 {
		return arc{}, fmt.Errorf("%q is not rel(head, dependent)", text)
	}
	a := arc{rel: rel, head: -1}
	var err error
	if head != "-" {
		if a.head, err = s.place(head); err != nil {
			return a, err
		}
	}
	a.dep, err = s.place(dep)
	return a, err
}

// place finds a word; "the#2" is the second "the".
func (s *newsSentence) place(word string) (int, error) {
	form, number, ok := strings.Cut(word, "#")
	nth := 1
	if ok {
		var err error
		if nth, err = strconv.Atoi(number); err != nil {
			return 0, fmt.Errorf("%q: %q is no number", word, number)
		}
	}
	for i, w := range s.words {
		if w == form {
			if nth--; nth == 0 {
				return i, nil
			}
		}
	}
	return 0, fmt.Errorf("no word %q in %q", word, strings.Join(s.words, " "))
}

// holds reports whether a fact is in a tree.
func holds(fact []arc, t *syntax.Tree) bool {
	return slices.ContainsFunc(fact, func(a arc) bool {
		if int(t.Head[a.dep]) != a.head {
			return false
		}
		return t.Rel[a.dep] == a.rel || !strings.Contains(a.rel, ":") && conll.Base(t.Rel[a.dep]) == a.rel &&
			!strings.HasSuffix(t.Rel[a.dep], ":pass") && t.Rel[a.dep] != "obl:agent"
	})
}

// news adds the shares of expected relations and of roots found, by kind of sentence and over all.
func (r *Result) news(m *syntax.Model) error {
	list, err := newsSentences(newsFile)
	if err != nil {
		return err
	}
	type count struct{ right, all, roots, rootsAll int }
	found := map[string]*count{"all": {}}
	var scratch syntax.Scratch
	var t syntax.Tree
	for i := range list {
		s := &list[i]
		m.Parse(&scratch, s.words, &t)
		if found[s.kind] == nil {
			found[s.kind] = &count{}
		}
		for _, c := range []*count{found[s.kind], found["all"]} {
			for _, f := range s.facts {
				ok := 0
				if holds(f, &t) {
					ok = 1
				}
				c.all++
				c.right += ok
				if f[0].head < 0 {
					c.rootsAll++
					c.roots += ok
				}
			}
		}
	}
	for kind, c := range found {
		r.Per["news/"+kind] = map[string]float64{"relations": conll.Percent(c.right, c.all), "root": conll.Percent(c.roots, c.rootsAll)}
	}
	r.Metrics["news_relations"], r.Metrics["news_root"] = r.Per["news/all"]["relations"], r.Per["news/all"]["root"]
	r.Items += len(list)
	return nil
}

// newsTable prints the shares of news, where they were counted.
func newsTable(b *bytes.Buffer, r *Result) {
	if _, ok := r.Per["news/all"]; !ok {
		return
	}
	fmt.Fprintf(b, "\n%-18s %9s %9s\n", "sentences of news", "relations", "root")
	for _, k := range slices.Sorted(maps.Keys(r.Per)) {
		if kind, ok := strings.CutPrefix(k, "news/"); ok {
			fmt.Fprintf(b, "%-18s %9.2f %9.2f\n", kind, r.Per[k]["relations"], r.Per[k]["root"])
		}
	}
}
