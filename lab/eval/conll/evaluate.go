package conll

import (
	"fmt"

	"annals/conllu"
)

// A Result holds the counts of one evaluation. Counts of words compare words of the system and of gold that are aligned;
// their F1 is the figure of the shared task.
type Result struct {
	Tokens, Sentences, Words                       Count
	UPOS, XPOS, Feats, Lemma, UAS, LAS, CLAS, Full Count // Full is LAS with subtypes
	MLAS, BLEX, Roots                              Count
	Detail                                         Detail // relations with subtypes and their heads; arcs by length
	Aligned, AlignedContent                        int    // gold words, and gold content words, that are aligned
}

// Metrics gives the figures by name, in order.
func (r *Result) Metrics() []Metric {
	return []Metric{
		{"tokens", "Tokens", r.Tokens, 0}, {"sentences", "Sentences", r.Sentences, 0}, {"words", "Words", r.Words, 0},
		{"upos", "UPOS", r.UPOS, r.Aligned}, {"xpos", "XPOS", r.XPOS, r.Aligned}, {"feats", "UFeats", r.Feats, r.Aligned},
		{"lemma", "Lemmas", r.Lemma, r.Aligned}, {"uas", "UAS", r.UAS, r.Aligned}, {"las", "LAS", r.LAS, r.Aligned},
		{"las_full", "LAS, subtypes", r.Full, r.Aligned}, {"clas", "CLAS", r.CLAS, r.AlignedContent},
		{"mlas", "MLAS", r.MLAS, r.AlignedContent}, {"blex", "BLEX", r.BLEX, r.AlignedContent}, {"root", "roots", r.Roots, 0},
	}
}

// A Metric is one figure of a Result.
type Metric struct {
	Name, Label string // in files and for people
	Count       Count
	Aligned     int // gold words to which accuracy refers, 0 where there is none
}

// Evaluate scores the analysis of one document, by the rules of the CoNLL 2018 shared task. Both must be of the same text
// and consist of trees. https://universaldependencies.org/conll18/evaluation.html
func Evaluate(gold, sys []*conllu.Sentence) (*Result, error) {
	g, s, r, err := divisions(gold, sys, true)
	if err != nil {
		return nil, err
	}
	for _, c := range []*Count{&r.UPOS, &r.XPOS, &r.Feats, &r.Lemma, &r.UAS, &r.LAS, &r.Full} {
		c.Guess, c.Gold = len(s.words), len(g.words)
	}
	r.system(s)
	r.gold(g)
	for _, w := range g.words {
		if w.fits != nil {
			r.pair(w, w.fits)
		}
	}
	return r, nil
}

// Divide scores tokens, sentences and words alone; the sentences need no trees.
func Divide(gold, sys []*conllu.Sentence) (*Result, error) {
	_, _, r, err := divisions(gold, sys, false)
	return r, err
}

// divisions aligns two analyses and scores how they divide the text.
func divisions(gold, sys []*conllu.Sentence, trees bool) (g, s *side, r *Result, err error) {
	if g, err = newSide(gold, trees); err != nil {
		return nil, nil, nil, fmt.Errorf("gold: %w", err)
	}
	if s, err = newSide(sys, trees); err != nil {
		return nil, nil, nil, fmt.Errorf("system: %w", err)
	}
	if err := sameText(g, s); err != nil {
		return nil, nil, nil, err
	}
	r = &Result{Tokens: shared(s.tokens, g.tokens), Sentences: shared(s.sentences, g.sentences)}
	r.Aligned = align(g, s)
	r.Words = Count{Right: r.Aligned, Guess: len(s.words), Gold: len(g.words)}
	return g, s, r, nil
}

// system counts what the system says.
func (r *Result) system(s *side) {
	for _, w := range s.words {
		r.Detail.at(w.row.Rel).Guess++
		r.Roots.Guess += one(w.head == nil)
		if content(Base(w.row.Rel)) {
			r.CLAS.Guess++
			r.MLAS.Guess++
			r.BLEX.Guess++
		}
	}
}

// gold counts what gold says.
func (r *Result) gold(g *side) {
	for _, w := range g.words {
		r.Detail.at(w.row.Rel).Gold++
		r.Detail.length(w.row).Gold++
		r.Roots.Gold += one(w.head == nil)
		if content(Base(w.row.Rel)) {
			r.CLAS.Gold++
			r.MLAS.Gold++
			r.BLEX.Gold++
			r.AlignedContent += one(w.fits != nil)
		}
	}
}

// pair scores two words that are aligned.
func (r *Result) pair(g, s *word) {
	lemma := g.row.Lemma == "" || g.row.Lemma == s.row.Lemma
	feats := universal(g.row.Feats) == universal(s.row.Feats)
	r.UPOS.Right += one(g.row.UPOS == s.row.UPOS)
	r.XPOS.Right += one(g.row.XPOS == s.row.XPOS)
	r.Feats.Right += one(feats)
	r.Lemma.Right += one(lemma)
	if !sameHead(g, s) {
		return
	}
	r.UAS.Right++
	r.Roots.Right += one(g.head == nil)
	if g.row.Rel == s.row.Rel {
		r.Full.Right++
		r.Detail.at(g.row.Rel).Right++
	}
	if Base(g.row.Rel) != Base(s.row.Rel) {
		return
	}
	r.LAS.Right++
	r.Detail.length(g.row).Right++
	if content(Base(g.row.Rel)) {
		r.CLAS.Right++
		r.BLEX.Right += one(lemma)
		r.MLAS.Right += one(feats && g.row.UPOS == s.row.UPOS && sameFuncs(g, s))
	}
}

// sameHead reports whether the heads of two aligned words are aligned with each other, or both are roots.
func sameHead(g, s *word) bool {
	if g.head == nil || s.head == nil {
		return g.head == s.head
	}
	return g.head.fits == s.head
}

// sameFuncs reports whether the functional children of two aligned words are the same, with relation, tag and features.
func sameFuncs(g, s *word) bool {
	if len(g.funcs) != len(s.funcs) {
		return false
	}
	for i, a := range g.funcs {
		b := s.funcs[i]
		if a.fits != b || Base(a.row.Rel) != Base(b.row.Rel) || a.row.UPOS != b.row.UPOS || universal(a.row.Feats) != universal(b.row.Feats) {
			return false
		}
	}
	return true
}

func functional(base string) bool {
	switch base {
	case "aux", "cop", "mark", "det", "clf", "case", "cc":
		return true
	}
	return false
}

func content(base string) bool { return base != "punct" && !functional(base) }

// Sum adds the counts of o.
func (r *Result) Sum(o *Result) {
	for i, c := range r.counts() {
		c.Sum(*o.counts()[i])
	}
	r.Aligned += o.Aligned
	r.AlignedContent += o.AlignedContent
	for rel, c := range o.Detail.Relations {
		r.Detail.at(rel).Sum(*c)
	}
	for i := range o.Detail.Lengths {
		r.Detail.Lengths[i].Sum(o.Detail.Lengths[i])
	}
}

func (r *Result) counts() []*Count {
	return []*Count{&r.Tokens, &r.Sentences, &r.Words, &r.UPOS, &r.XPOS, &r.Feats, &r.Lemma, &r.UAS, &r.LAS, &r.CLAS, &r.Full, &r.MLAS, &r.BLEX, &r.Roots}
}
