package syntax

import (
	"annals/engine/syntax/feature"
	"annals/engine/syntax/matrix"
)

// formVector gives the projection of a form followed by its part of the tag layer, both with their biases.
func (m *Model) formVector(s *Scratch, form string) []float32 {
	if v, ok := s.forms[form]; ok {
		return v
	}
	m.features(s, form)
	proj, tag := m.projW.N, m.tagX.N
	v := make([]float32, proj+tag)
	copy(v, m.projB)
	copy(v[proj:], m.tagB)
	m.projW.MulAdd(v, proj, s.input, InputWidth, 1)
	m.tagX.MulAdd(v[proj:], tag, s.input, InputWidth, 1)
	if len(s.forms) >= cacheSize {
		clear(s.forms)
	}
	s.forms[form] = v
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

// encode reads the sentence with both LSTM layers; s.p holds the projections, the result is s.h2.
func (m *Model) encode(s *Scratch, n int) {
	two := 2 * m.head.Config.Hidden
	s.h1 = sized(s.h1, n*two)
	s.h2 = sized(s.h2, n*two)
	for d := range 2 {
		m.read(s, &m.lstm[0][d], s.p, m.projW.N, s.h1, n, d == 1)
	}
	for d := range 2 {
		m.read(s, &m.lstm[1][d], s.h1, two, s.h2, n, d == 1)
	}
}

// read runs one direction of an LSTM layer over n inputs of the given width; its outputs fill half of each row of out.
func (m *Model) read(s *Scratch, l *lstmWeights, in []float32, width int, out []float32, n int, back bool) {
	h := m.head.Config.Hidden
	gates := l.wx.N // 4h, padded
	s.z = rows(s.z, n, l.b)
	l.wx.MulAdd(s.z, gates, in, width, n)
	s.c = zeros(s.c, h)
	off, step, t := 0, 1, 0
	if back {
		off, step, t = h, -1, n-1
	}
	var prev []float32
	for range n {
		z := s.z[t*gates : (t+1)*gates]
		if prev != nil {
			l.wh.MulAdd(z, gates, prev, h, 1)
		}
		cur := out[t*2*h+off : t*2*h+off+h]
		cell(z[:4*h], s.c, cur)
		prev = cur
		t += step
	}
}

// cell does one step: z holds the sums of input, forget, output gate and candidate; c is the cell, h the output.
func cell(z, c, h []float32) {
	n := len(h)
	matrix.Sigmoid(z[:3*n])
	matrix.Tanh(z[3*n : 4*n])
	in, forget, out, cand := z[:n], z[n:2*n], z[2*n:3*n], z[3*n:4*n]
	c = c[:n]
	for i := range h {
		v := float32(forget[i]*c[i]) + float32(in[i]*cand[i])
		c[i] = v
		h[i] = v
	}
	matrix.Tanh(h)
	for i := range h {
		h[i] *= out[i]
	}
}

// leak is the slope of the hidden layers' activation below zero.
const leak = 0.125

// leaky applies the activation of the hidden layers.
func leaky(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * leak
		}
	}
}
