package train

import (
	"fmt"
	"sort"
	"strings"

	"annals/engine/syntax"
	"annals/lab/eval/conll"
)

// A Report holds the scores of a model on one development set.
type Report struct {
	All     conll.Tally
	ByGenre map[string]*conll.Tally
	Detail  conll.Detail
	// Names: right, guessed and gold spans with their kinds (GUM only).
	NameRight, NameGuess, NameGold int
}

// NameF1 is the F1 of names in percent.
func (r *Report) NameF1() float64 { return 2 * conll.Percent(r.NameRight, r.NameGuess+r.NameGold) }

// Genres gives one line a genre, by name.
func (r *Report) Genres() string {
	var names []string
	for g := range r.ByGenre {
		names = append(names, g)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, g := range names {
		fmt.Fprintf(&b, "  %-12s %s\n", g, r.ByGenre[g])
	}
	return b.String()
}

// evaluate parses gold words and scores the trees.
func evaluate(m *syntax.Model, trees []tree) (*Report, error) {
	r := &Report{ByGenre: make(map[string]*conll.Tally)}
	var s syntax.Scratch
	var t syntax.Tree
	for i := range trees {
		g := &trees[i]
		m.Parse(&s, g.Forms(), &t)
		var one conll.Tally
		guess := conll.Guess{UPOS: t.UPOS, XPOS: t.XPOS, Feats: t.Feats, Lemma: t.Lemma, Rel: t.Rel, Head: t.Head}
		if err := one.Add(&g.Sentence, guess); err != nil {
			return nil, err
		}
		r.Detail.Add(&g.Sentence, guess)
		r.All.Sum(one)
		genre := g.Genre()
		if r.ByGenre[genre] == nil {
			r.ByGenre[genre] = new(conll.Tally)
		}
		r.ByGenre[genre].Sum(one)
		if len(g.entity) > 0 && g.entity[0] != "" {
			guess, gold := spansOf(t.Entity), spansOf(g.entity)
			r.NameGuess += len(guess)
			r.NameGold += len(gold)
			for s := range guess {
				if gold[s] {
					r.NameRight++
				}
			}
		}
	}
	return r, nil
}

// spansOf reads BIO labels.
func spansOf(bio []string) map[span]bool {
	out := make(map[span]bool)
	for i := 0; i < len(bio); i++ {
		kind, ok := strings.CutPrefix(bio[i], "B-")
		if !ok {
			continue
		}
		j := i + 1
		for j < len(bio) && bio[j] == "I-"+kind {
			j++
		}
		out[span{i, j, kind}] = true
	}
	return out
}
