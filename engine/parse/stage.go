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
	tree    syntax.Tree
	forms   []string
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

// Run parses each sentence.
func (s *Stage) Run(d *doc.Document) {
	m := s.pool.Get().(*memory)
	defer s.pool.Put(m)
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		m.forms = m.forms[:0]
		for t := sent.First; t < sent.Last; t++ {
			m.forms = append(m.forms, d.Form(t))
		}
		if len(m.forms) == 0 {
			continue
		}
		s.model.Parse(&m.scratch, m.forms, &m.tree)
		s.write(d, sent, m)
	}
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

// write puts the parsed tree into the tokens of the sentence.
func (s *Stage) write(d *doc.Document, sent *doc.Sentence, m *memory) {
	for t := sent.First; t < sent.Last; t++ {
		k := t - sent.First
		tok := &d.Tokens[t]
		tok.UPOS, tok.XPOS, tok.Feats = m.tree.UPOS[k], m.tree.XPOS[k], m.tree.Feats[k]
		tok.Lemma, tok.Rel, tok.Name = m.tree.Lemma[k], m.tree.Rel[k], m.tree.Entity[k]
		tok.Head = -1
		if h := m.tree.Head[k]; h >= 0 {
			tok.Head = sent.First + h
		}
	}
}
