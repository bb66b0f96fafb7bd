package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"sort"

	"annals/lab/eval/conll"
)

// entityLabels are the BIO labels of names.
func entityLabels() []string {
	return []string{"O", "B-person", "I-person", "B-place", "I-place", "B-organization", "I-organization", "B-other", "I-other"}
}

type gumDoc struct {
	ID        string     `json:"id"`
	Sentences [][]string `json:"sentences"`
	Mentions  []struct {
		Sent  int    `json:"sent"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
		Head  int    `json:"head"`
	} `json:"mentions"`
}

// nameKind maps GUM's mention types to the kinds of names learned; times (months, weekdays) are no names here.
func nameKind(mention string) string {
	switch mention {
	case "person", "place", "organization":
		return mention
	case "time":
		return ""
	}
	return "other"
}

// addEntities labels the names of GUM's sentences: mentions headed by a proper noun, cut to the core of the name,
// outermost ones only.
func addEntities(trees []tree, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	byDoc := make(map[string][]int)
	for i := range trees {
		byDoc[trees[i].Doc] = append(byDoc[trees[i].Doc], i)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for line := 1; sc.Scan(); line++ {
		var d gumDoc
		if err := json.Unmarshal(sc.Bytes(), &d); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
		at := byDoc[d.ID]
		if len(at) != len(d.Sentences) {
			return fmt.Errorf("%s:%d: %s has %d sentences, the treebank %d", name, line, d.ID, len(d.Sentences), len(at))
		}
		spans := make([][]span, len(at))
		for _, m := range d.Mentions {
			words := trees[at[m.Sent]].Words
			if m.Head >= len(words) || words[m.Head].UPOS != "PROPN" {
				continue
			}
			if k := nameKind(m.Type); k != "" {
				s, e := core(words, m.Start, m.End, m.Head)
				spans[m.Sent] = append(spans[m.Sent], span{s, e, k})
			}
		}
		for i, list := range spans {
			label(trees[at[i]].entity, list)
		}
	}
	return sc.Err()
}

type span struct {
	start, end int
	kind       string
}

// core cuts a mention to its name: the words round the head that belong to it as parts of a name, without a leading
// article, relative clauses or appositions.
func core(words []conll.Word, start, end, head int) (int, int) {
	inside := func(i int) bool {
		for steps := 0; i != head; steps++ {
			w := words[i]
			if steps > 8 || w.Head < start || w.Head >= end {
				return false
			}
			switch conll.Base(w.Rel) {
			case "flat", "compound", "goeswith", "amod", "nummod", "case", "fixed":
			case "nmod":
				if w.UPOS != "PROPN" || w.Rel == "nmod:poss" {
					return false
				}
			case "det":
				if w.Head == head {
					return false
				}
			case "punct":
				if w.Form == "," || w.Form == "(" || w.Form == ")" {
					return false
				}
			case "cc", "conj":
				if w.UPOS != "PROPN" && w.UPOS != "CCONJ" {
					return false
				}
			default:
				return false
			}
			i = w.Head
		}
		return true
	}
	s, e := head, head+1
	for s > start && inside(s-1) {
		s--
	}
	for e < end && inside(e) {
		e++
	}
	for s < head && (words[s].UPOS == "PUNCT" || words[s].UPOS == "ADP" || words[s].UPOS == "DET") {
		s++
	}
	for e > head+1 && (words[e-1].UPOS == "PUNCT" || words[e-1].UPOS == "PART" || words[e-1].UPOS == "ADP") {
		e--
	}
	return s, e
}

// label writes BIO labels; of spans that overlap the longest wins.
func label(to []string, spans []span) {
	for i := range to {
		to[i] = "O"
	}
	sort.SliceStable(spans, func(i, j int) bool {
		a, b := spans[i], spans[j]
		if la, lb := a.end-a.start, b.end-b.start; la != lb {
			return la > lb
		}
		return a.start < b.start
	})
next:
	for _, s := range spans {
		for i := s.start; i < s.end; i++ {
			if to[i] != "O" {
				continue next
			}
		}
		for i := s.start; i < s.end; i++ {
			to[i] = "I-" + s.kind
		}
		to[s.start] = "B-" + s.kind
	}
}
