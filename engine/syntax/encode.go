package syntax

import (
	"strings"

	"annals/engine/syntax/feature"
)

// formVector is what depends on the form of a word alone.
type formVector struct {
	proj []uint8   // projection
	tag  []float32 // part of the tag layer, with its bias
}

// form gives the vector of a form, from the cache if it is there.
func (m *Model) form(s *Scratch, form string) *formVector {
	if v, ok := s.forms[form]; ok {
		return v
	}
	m.features(s, form)
	v := &formVector{proj: make([]uint8, m.projW.N), tag: append([]float32(nil), m.tagB...)}
	s.projF = append(s.projF[:0], m.projB...)
	m.projW.MulAdd(m.kernel, s.projF, m.projW.N, s.input, InputWidth, 1)
	m.tagX.MulAdd(m.kernel, v.tag, m.tagX.N, s.input, InputWidth, 1)
	s.watch.see(watchProj, s.projF)
	m.proj.bytes(m.kernel, v.proj, s.projF)
	if len(s.forms) >= cacheSize {
		clear(s.forms)
	}
	s.forms[strings.Clone(form)] = v
	return v
}

// features sets s.input to the concatenated vectors of a form.
func (m *Model) features(s *Scratch, form string) {
	k := &s.key
	k.Fill(form)
	x := s.input
	clear(x)
	at := 0
	if m.filter.Has(k.Hash) {
		m.tables[feature.Word].row(x[:64], k.Words[0])
		m.tables[feature.Word].row(x[:64], k.Words[1])
	} else {
		m.tables[feature.Word].row(x[:64], feature.UnknownRow)
	}
	at += feature.Word.Width()
	for i, r := range k.Affix {
		t := feature.Prefix + feature.Table(i)
		m.tables[t].row(x[at:at+t.Width()], r)
		at += t.Width()
	}
	g := x[at : at+feature.Gram.Width()]
	for _, r := range k.Grams {
		m.tables[feature.Gram].row(g, r)
	}
	mean := 1 / float32(len(k.Grams))
	for i := range g {
		g[i] *= mean
	}
	copy(x[feature.Width:], m.bank)
}

// leak is the slope of the hidden layers' activation below zero.
const leak = 0.125
