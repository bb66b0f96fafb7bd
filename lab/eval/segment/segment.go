// Package segment scores the stage segment: words and sentences from raw text
// against the treebanks by the rules of the CoNLL 2018 shared task, and starts
// of sentences against the gold reports.
package segment

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"annals/engine/doc"
	stage "annals/engine/segment"
	"annals/export"
	"annals/lab/eval/conll"
	"annals/lang/en"
)

// Score is the score of one set or one genre of it.
type Score struct {
	Set, Genre       string      // Genre is "" for the whole set
	Words, Sentences conll.Count // Words is empty for the gold reports
}

// Result holds all scores in the order of the sets, the whole before its genres.
type Result struct{ Scores []Score }

// Find is the score of a set and genre; the second result is false where there is none.
func (r Result) Find(set, genre string) (Score, bool) {
	for _, s := range r.Scores {
		if s.Set == set && s.Genre == genre {
			return s, true
		}
	}
	return Score{}, false
}

// String is a table for people.
func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %-12s %8s %10s %10s\n", "set", "genre", "words", "sentences", "gold sent.")
	for _, s := range r.Scores {
		words := "-"
		if s.Words.Gold > 0 {
			words = fmt.Sprintf("%.2f", s.Words.F1())
		}
		genre := s.Genre
		if genre == "" {
			genre = "all"
		}
		fmt.Fprintf(&b, "%-12s %-12s %8s %10.2f %10d\n", s.Set, genre, words, s.Sentences.F1(), s.Sentences.Gold)
	}
	return b.String()
}

// Run scores the stage with the built-in tables of English over the dev sets under the folder shared.
func Run(shared string) (Result, error) {
	s, err := stage.New(en.Files())
	if err != nil {
		return Result{}, err
	}
	var res Result
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		rows, err := conll.ReadRows(filepath.Join(shared, "data", "treebank", name+".conllu.gz"))
		if err != nil {
			return res, err
		}
		scores := map[string]Score{}
		docs := conll.Documents(rows)
		for i := range docs {
			one, err := scoreDocument(s, &docs[i])
			if err != nil {
				return res, fmt.Errorf("%s: %w", name, err)
			}
			tally(scores, docs[i].Genre(), one)
		}
		res.gather(name, scores)
	}
	for _, name := range []string{"dev-read", "dev-score", "dev-status"} {
		scores, err := scoreGold(s, filepath.Join(shared, "gold", name+".jsonl"))
		if err != nil {
			return res, err
		}
		res.gather(name, scores)
	}
	return res, nil
}

func tally(scores map[string]Score, genre string, one Score) {
	for _, g := range []string{"", genre} {
		sc := scores[g]
		sc.Words.Sum(one.Words)
		sc.Sentences.Sum(one.Sentences)
		scores[g] = sc
		if genre == "" {
			return
		}
	}
}

func (r *Result) gather(set string, scores map[string]Score) {
	genres := make([]string, 0, len(scores))
	for g := range scores {
		genres = append(genres, g)
	}
	sort.Strings(genres)
	for _, g := range genres {
		s := scores[g]
		s.Set, s.Genre = set, g
		r.Scores = append(r.Scores, s)
	}
}

// scoreDocument runs the stage on the raw text of a treebank document.
func scoreDocument(s doc.Stage, t *conll.Document) (Score, error) {
	d := &doc.Document{Text: t.Raw()}
	s.Run(d)
	r, err := conll.Divide(t.Sentences, export.Sentences(d, t.ID))
	if err != nil {
		return Score{}, fmt.Errorf("%s: %w", t.ID, err)
	}
	return Score{Words: r.Words, Sentences: r.Sentences}, nil
}

// scoreGold scores starts of sentences over the items of a gold file. A dateline,
// which the stage makes a sentence of its own and the gold does not, is joined to
// the sentence that follows it.
func scoreGold(s doc.Stage, name string) (map[string]Score, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open gold reports: %w", err)
	}
	defer f.Close()
	scores := map[string]Score{}
	dec := json.NewDecoder(f)
	for n := 1; dec.More(); n++ {
		var item struct {
			ID, Genre, Title, Text string
			Sentences              [][2]int
		}
		if err := dec.Decode(&item); err != nil {
			return nil, fmt.Errorf("%s: item %d: %w", name, n, err)
		}
		d := &doc.Document{Title: item.Title, Text: item.Text}
		if item.Title != "" && strings.HasPrefix(item.Text, item.Title+"\n\n") {
			d.Body = int32(len(item.Title) + 2)
		}
		s.Run(d)
		point := codePoints(item.Text)
		starts := map[int]bool{}
		for _, g := range item.Sentences {
			starts[g[0]] = true
		}
		one := Score{Sentences: conll.Count{Gold: len(starts)}}
		for i, sent := range d.Sentences {
			if i > 0 && d.Front.Dateline.End == d.Sentences[i-1].End && !d.Front.Dateline.Empty() {
				continue
			}
			one.Sentences.Guess++
			if starts[point[sent.Start]] {
				one.Sentences.Right++
			}
		}
		tally(scores, item.Genre, one)
	}
	return scores, nil
}

// codePoints maps each byte at which a code point begins to the number of code points before it.
func codePoints(s string) map[int32]int {
	m := make(map[int32]int, len(s))
	n := 0
	for i := range s {
		m[int32(i)] = n
		n++
	}
	return m
}
