package syntax

import "annals/engine/syntax/matrix"

// encode reads the sentences of the layout with both LSTM layers; s.x holds the projections, the result is s.h2.
func (m *Model) encode(s *Scratch) {
	two := 2 * m.head.Config.Hidden
	n := s.layout.rows()
	s.h1 = sized(s.h1, n*two)
	s.h2 = sized(s.h2, n*two)
	for d := range 2 {
		m.read(s, &m.lstm[0][d], s.x, m.projW.N, s.h1, d == 1)
	}
	for d := range 2 {
		m.read(s, &m.lstm[1][d], s.h1, two, s.h2, d == 1)
	}
}

// read runs one direction of an LSTM layer over inputs of the given width; its outputs fill half of each row of out.
//
// The sentences go in step. The products with the inputs are made for some steps ahead, those with the outputs of the
// step before are added to them.
func (m *Model) read(s *Scratch, w *lstmWeights, in []uint8, width int, out []uint8, back bool) {
	l, h := &s.layout, m.head.Config.Hidden
	gates := w.wx.N // 4h, padded
	s.cells = zeros(s.cells, l.width(0)*h)
	half := out
	before := -1
	if back {
		half = out[h:]
		before = 1
	}
	for done := 0; done < l.steps(); {
		first, last := l.chunk(done, false)
		if back {
			first, last = l.chunk(l.steps()-1-done, true)
		}
		r0, r1 := l.off[first], l.off[last]
		s.z = sized(s.z, (r1-r0)*gates)
		w.wx.Mul(m.kernel, s.z, gates, in[r0*width:], width, r1-r0)
		for i := range last - first {
			t := first + i
			if back {
				t = last - 1 - i
			}
			z := s.z[(l.off[t]-r0)*gates:]
			if rows := min(l.width(t), l.width(t+before)); rows > 0 {
				w.wh.MulAdd(m.kernel, z, gates, half[l.off[t+before]*2*h:], 2*h, rows)
			}
			for k := range l.width(t) {
				cell := s.cells[k*h : (k+1)*h]
				matrix.Cell(m.kernel, z[k*gates:k*gates+4*h], w.scale, w.bias, cell, half[(l.off[t]+k)*2*h:][:h])
			}
		}
		done += last - first
	}
}
