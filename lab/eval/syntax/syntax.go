// Package syntax scores the tagger and parser on the development sets of the
// treebanks, on gold words, by the rules of the CoNLL 2018 shared task (package
// conll). Each set is parsed with the conventions of its own treebank.
package syntax

import (
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"

	"annals/engine/syntax"
	"annals/lab/eval/conll"
)

// Result holds scores in percent.
type Result struct {
	Task    string                        `json:"task"` // "syntax"
	Set     string                        `json:"set"`
	Items   int                           `json:"items"`  // sentences
	Engine  string                        `json:"engine"` // digest of the model
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"` // set/genre, set/rel NAME (F1), set/arc LENGTH (LAS)
}

// Run scores the model on shared/data/treebank.
func Run(shared string, m *syntax.Model) (Result, error) {
	r := Result{Task: "syntax", Set: "ewt-dev gum-dev", Engine: m.Digest(), Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
	for _, bank := range []string{"ewt", "gum"} {
		own, err := m.As(bank)
		if err != nil {
			return r, err
		}
		sents, err := conll.ReadFile(filepath.Join(shared, "data", "treebank", bank+"-dev.conllu.gz"))
		if err != nil {
			return r, err
		}
		if err := r.bank(bank, own, sents); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Result) bank(name string, m *syntax.Model, sents []conll.Sentence) error {
	var all conll.Tally
	var detail conll.Detail
	genres := map[string]*conll.Tally{}
	var scratch syntax.Scratch
	var t syntax.Tree
	for i := range sents {
		gold := &sents[i]
		m.Parse(&scratch, gold.Forms(), &t)
		guess := conll.Guess{UPOS: t.UPOS, XPOS: t.XPOS, Feats: t.Feats, Lemma: t.Lemma, Rel: t.Rel, Head: t.Head}
		var one conll.Tally
		if err := one.Add(gold, guess); err != nil {
			return fmt.Errorf("%s-dev: %w", name, err)
		}
		detail.Add(gold, guess)
		all.Sum(one)
		g := gold.Genre()
		if genres[g] == nil {
			genres[g] = new(conll.Tally)
		}
		genres[g].Sum(one)
	}
	r.Items += all.Sentences
	for metric, v := range shares(&all) {
		r.Metrics[name+"_"+metric] = v
	}
	for g, tally := range genres {
		r.Per[name+"/"+g] = shares(tally)
	}
	for rel, c := range detail.Relations {
		r.Per[name+"/rel "+rel] = map[string]float64{"f1": c.F1(), "gold": float64(c.Gold)}
	}
	for i, c := range detail.Lengths {
		r.Per[name+"/arc "+conll.LengthClass(i)] = map[string]float64{"las": conll.Percent(c.Right, c.Gold), "gold": float64(c.Gold)}
	}
	return nil
}

func shares(t *conll.Tally) map[string]float64 {
	return map[string]float64{
		"upos": conll.Percent(t.UPOS, t.Words), "xpos": conll.Percent(t.XPOS, t.Words), "feats": conll.Percent(t.Feats, t.Words),
		"lemma": conll.Percent(t.Lemma, t.Words), "uas": conll.Percent(t.UAS, t.Words), "las": conll.Percent(t.LAS, t.Words),
		"las_full": conll.Percent(t.Full, t.Words), "root": conll.Percent(t.Roots, t.Sentences),
	}
}

// Print writes the tables for people; relations and arc lengths are in the JSON.
func (r Result) Print(w io.Writer) error {
	columns := []string{"upos", "xpos", "feats", "lemma", "uas", "las", "las_full", "root"}
	if _, err := fmt.Fprintf(w, "%-18s", r.Engine); err != nil {
		return err
	}
	line := func(name string, of func(string) float64) error {
		_, err := fmt.Fprintf(w, "\n%-18s", name)
		for _, c := range columns {
			if err == nil {
				_, err = fmt.Fprintf(w, " %8.2f", of(c))
			}
		}
		return err
	}
	for _, c := range columns {
		if _, err := fmt.Fprintf(w, " %8s", c); err != nil {
			return err
		}
	}
	for _, bank := range []string{"ewt", "gum"} {
		if err := line(bank+"-dev", func(c string) float64 { return r.Metrics[bank+"_"+c] }); err != nil {
			return err
		}
	}
	for _, k := range slices.Sorted(maps.Keys(r.Per)) {
		if _, genre := r.Per[k]["upos"]; genre {
			if err := line("  "+k, func(c string) float64 { return r.Per[k][c] }); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}
