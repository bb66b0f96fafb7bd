// Package parse is the stage syntax: it gives each token its tags, lemma, head
// and relation by the trained model of package engine/syntax.
package parse

import (
	"sync"

	"annals/engine/doc"
	"annals/engine/syntax"
)

// Stage parses sentences. It is immutable and may be used from several
// goroutines; working memory comes from a pool.
type Stage struct {
	model *syntax.Model
	known Lemmas
	pool  *sync.Pool
}

type memory struct {
	scratch syntax.Scratch
	tree    syntax.Tree
	forms   []string
}

// New makes a stage that parses with the model and mends lemmas by what is known.
func New(m *syntax.Model, known Lemmas) *Stage {
	return &Stage{model: m, known: known, pool: &sync.Pool{New: func() any { return new(memory) }}}
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
	d.Link()
	for i := range d.Sentences {
		s.repair(d, &d.Sentences[i])
	}
}
