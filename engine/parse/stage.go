// Package parse is the stage syntax: it gives each token its tags, lemma, head
// and relation by the trained model of package engine/syntax.
package parse

import (
	"io/fs"
	"sync"

	"annals/engine/doc"
	"annals/engine/syntax"
	"annals/table"
)

// Stage parses sentences. It is immutable and may be used from several
// goroutines; working memory comes from a pool.
type Stage struct {
	model     *syntax.Model
	words     Words
	irregular irregular
	pool      *sync.Pool
}

type memory struct {
	scratch syntax.Scratch
	tree    syntax.Tree // of the sentence in hand
	forms   []string
	// All sentences of the reports in hand.
	sents [][]string
	trees []*syntax.Tree
}

// New makes a stage that parses with the model and mends trees and lemmas by what
// the language files know.
func New(m *syntax.Model, lang fs.FS, words Words) (*Stage, []table.Problem, error) {
	past, problems, err := loadIrregular(lang)
	if err != nil {
		return nil, problems, err
	}
	return &Stage{model: m, words: words, irregular: past, pool: &sync.Pool{New: func() any { return new(memory) }}}, problems, nil
}

// Name is "syntax".
func (s *Stage) Name() string { return "syntax" }

// Reads lists the layer it needs.
func (s *Stage) Reads() []doc.Layer { return []doc.Layer{doc.LayerTokens} }

// Writes lists the layer it fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

// Run parses all sentences together, which takes less time than one by one.
func (s *Stage) Run(d *doc.Document) { s.RunAll([]*doc.Document{d}) }

// RunAll parses the sentences of all documents together: many sentences of like
// length are read side by side.
func (s *Stage) RunAll(ds []*doc.Document) {
	m := s.pool.Get().(*memory)
	m.gather(ds)
	s.model.ParseBatch(&m.scratch, m.sents, m.trees[:len(m.sents)])
	k := 0
	for _, d := range ds {
		for i := range d.Sentences {
			write(d, &d.Sentences[i], m.trees[k])
			k++
		}
	}
	m.release()
	for _, d := range ds {
		s.mend(d, m)
	}
	s.pool.Put(m) // not if it panicked: the scratch may be half written
}

// mend links the parsed trees and mends what the model gets wrong.
func (s *Stage) mend(d *doc.Document, m *memory) {
	d.Link()
	again := false
	for i := range d.Sentences {
		again = s.headline(d, &d.Sentences[i], m) || again
	}
	if again {
		d.Link()
	}
	for i := range d.Sentences {
		s.repair(d, &d.Sentences[i])
	}
}

// gather lists the words of each sentence and makes room for the trees.
func (m *memory) gather(ds []*doc.Document) {
	m.forms, m.sents = m.forms[:0], m.sents[:0]
	for _, d := range ds {
		for i := range d.Sentences {
			for t := d.Sentences[i].First; t < d.Sentences[i].Last; t++ {
				m.forms = append(m.forms, d.Form(t))
			}
		}
	}
	at := 0
	for _, d := range ds {
		for i := range d.Sentences {
			n := int(d.Sentences[i].Last - d.Sentences[i].First)
			m.sents = append(m.sents, m.forms[at:at+n])
			at += n
		}
	}
	for len(m.trees) < len(m.sents) {
		m.trees = append(m.trees, new(syntax.Tree))
	}
}

// keptTrees is how many trees a memory keeps for the next report.
const keptTrees = 1024

// release lets go of the report's text, and of what only a very long one needs.
func (m *memory) release() {
	clear(m.forms)
	if len(m.trees) > keptTrees {
		*m = memory{scratch: m.scratch}
	}
}

// write puts a parsed tree into the tokens of the sentence.
func write(d *doc.Document, sent *doc.Sentence, tree *syntax.Tree) {
	for t := sent.First; t < sent.Last; t++ {
		k := t - sent.First
		tok := &d.Tokens[t]
		tok.UPOS, tok.XPOS, tok.Feats = tree.UPOS[k], tree.XPOS[k], tree.Feats[k]
		tok.Lemma, tok.Rel, tok.Name = tree.Lemma[k], tree.Rel[k], tree.Entity[k]
		tok.Head = -1
		if h := tree.Head[k]; h >= 0 {
			tok.Head = sent.First + h
		}
	}
}
