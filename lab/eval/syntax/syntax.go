// Package syntax scores the tagger and parser on treebanks by the rules of the
// CoNLL 2018 shared task (package conll): from gold tokens, and from raw text that
// the engine divides into words and sentences itself. The development sets are
// each parsed with the conventions of their own treebank.
package syntax

import (
	"fmt"
	"path/filepath"

	"annals/conllu"
	"annals/engine/syntax"
	"annals/lab/eval/conll"
)

// Relations are those on which event coding stands, whose F1 is told apart (exact with subtypes, and with the head).
func Relations() []string {
	return []string{"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "xcomp", "ccomp",
		"advcl", "acl", "acl:relcl", "appos", "parataxis", "compound", "case"}
}

// Result holds scores in percent: the F1 of the shared task.
type Result struct {
	Task    string             `json:"task"` // "syntax"
	Set     string             `json:"set"`
	Items   int                `json:"items"`  // sentences
	Engine  string             `json:"engine"` // digest of the model
	Metrics map[string]float64 `json:"metrics"`
	// Per holds set/genre and set/raw GENRE, set/rel NAME and set/raw rel NAME (F1), set/arc LENGTH (LAS), news/kind.
	Per  map[string]map[string]float64 `json:"per"`
	sets []set
}

// A set is the counts of one set of documents.
type set struct {
	name   string // "ewt", "gum" or "" for a file
	raw    bool
	all    conll.Result
	genres map[string]*conll.Result
}

// Run scores the model on the dev sets of shared/data/treebank, from gold tokens and from raw text.
func Run(shared string, m *syntax.Model) (Result, error) {
	r := newResult("ewt-dev gum-dev", m)
	for _, bank := range []string{"ewt", "gum"} {
		own, err := m.As(bank)
		if err != nil {
			return r, err
		}
		rows, err := conll.ReadRows(filepath.Join(shared, "data", "treebank", bank+"-dev.conllu.gz"))
		if err != nil {
			return r, err
		}
		for _, raw := range []bool{false, true} {
			if err := r.score(bank, own, rows, raw); err != nil {
				return r, fmt.Errorf("%s-dev: %w", bank, err)
			}
		}
	}
	return r, r.news(m)
}

// File scores the model on a file of trees, from its tokens or from the raw text that its comments and tokens give.
// treebank names the conventions ("ewt", "gum"); "" takes those that the engine has.
func File(name string, m *syntax.Model, treebank string, raw bool) (Result, error) {
	r := newResult(filepath.Base(name), m)
	if treebank != "" {
		own, err := m.As(treebank)
		if err != nil {
			return r, err
		}
		m = own
	}
	rows, err := conll.ReadRows(name)
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("%s: no sentences", name)
	}
	if err != nil {
		return r, err
	}
	if err := r.score("", m, rows, raw); err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

func newResult(name string, m *syntax.Model) Result {
	return Result{Task: "syntax", Set: name, Engine: m.Digest(), Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
}

// score analyses and scores all documents of a set.
func (r *Result) score(name string, m *syntax.Model, rows []*conllu.Sentence, raw bool) error {
	a, err := newAnalyser(m)
	if err != nil {
		return err
	}
	s := set{name: name, raw: raw, genres: map[string]*conll.Result{}}
	docs := conll.Documents(rows)
	for i := range docs {
		d := &docs[i]
		sys := a.gold
		if raw {
			sys = a.raw
		}
		one, err := conll.Evaluate(d.Sentences, sys(d))
		if err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
		s.all.Sum(one)
		g := d.Genre()
		if s.genres[g] == nil {
			s.genres[g] = new(conll.Result)
		}
		s.genres[g].Sum(one)
	}
	r.sets = append(r.sets, s)
	r.keep(&s)
	return nil
}

// keep stores the figures of a set under their names.
func (r *Result) keep(s *set) {
	if !s.raw {
		r.Items += s.all.Sentences.Gold
	}
	prefix, per := "", ""
	if s.name != "" {
		prefix, per = s.name+"_", s.name+"/"
	}
	if s.raw {
		prefix, per = prefix+"raw_", per+"raw "
	}
	for _, m := range s.all.Metrics() {
		if s.raw || !surface(m.Name) {
			r.Metrics[prefix+m.Name] = m.Count.F1()
		}
	}
	for g, one := range s.genres {
		if g == "" {
			continue
		}
		figures := map[string]float64{}
		for _, m := range one.Metrics() {
			if s.raw || !surface(m.Name) {
				figures[m.Name] = m.Count.F1()
			}
		}
		r.Per[per+g] = figures
	}
	if s.raw {
		for _, rel := range Relations() {
			if c := s.all.Detail.Relations[rel]; c != nil {
				r.Per[per+"rel "+rel] = map[string]float64{"f1": c.F1(), "gold": float64(c.Gold)}
			}
		}
		return
	}
	for rel, c := range s.all.Detail.Relations {
		r.Per[per+"rel "+rel] = map[string]float64{"f1": c.F1(), "gold": float64(c.Gold)}
	}
	for i, c := range s.all.Detail.Lengths {
		r.Per[per+"arc "+conll.LengthClass(i)] = map[string]float64{"las": conll.Percent(c.Right, c.Gold), "gold": float64(c.Gold)}
	}
}

// surface reports whether a metric is right by itself from gold tokens.
func surface(name string) bool { return name == "tokens" || name == "sentences" || name == "words" }
