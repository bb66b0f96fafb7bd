package train

import (
	"annals/engine/syntax/matrix"
)

// layout places the words of a batch in rows: all first words, all second words, and so on, sentences by falling
// length, so that the rows of a step are contiguous and those of its neighbour are a prefix.
type layout struct {
	off   []int // first row of each step, and the number of rows at the end
	sent  []int32
	pos   []int32
	count int // sentences
}

func (l *layout) build(lengths []int) {
	l.off, l.sent, l.pos = l.off[:0], l.sent[:0], l.pos[:0]
	l.count = len(lengths)
	for t := 0; ; t++ {
		l.off = append(l.off, len(l.sent))
		k := 0
		for k < len(lengths) && lengths[k] > t {
			l.sent = append(l.sent, int32(k))
			l.pos = append(l.pos, int32(t))
			k++
		}
		if k == 0 {
			return
		}
	}
}

func (l *layout) rows() int       { return len(l.sent) }
func (l *layout) steps() int      { return len(l.off) - 1 }
func (l *layout) at(s, t int) int { return l.off[t] + s }
func (l *layout) width(t int) int { return l.off[t+1] - l.off[t] }

// lstmState is what the backward pass needs of one direction.
type lstmState struct {
	gates, c, tc, prev, dc []float32
}

func grow(b []float32, n int) []float32 {
	if cap(b) < n {
		return make([]float32, n, n+n/4)
	}
	return b[:n]
}

func zero(b []float32, n int) []float32 {
	b = grow(b, n)
	clear(b)
	return b
}

func fillRows(b []float32, n int, first []float32) []float32 {
	w := len(first)
	b = grow(b, n*w)
	for i := 0; i < n; i++ {
		copy(b[i*w:(i+1)*w], first)
	}
	return b
}

// neighbour gives the step whose output step t reads, and for how many sentences.
func (l *layout) neighbour(t int, back bool) (step, width int) {
	if back {
		if t+1 >= l.steps() {
			return 0, 0
		}
		return t + 1, l.width(t + 1)
	}
	if t == 0 {
		return 0, 0
	}
	return t - 1, l.width(t)
}

// forward runs one direction: in has rows of inW values, out rows of 2h of which this direction fills h from off.
func (p *lstmParams) forward(st *lstmState, l *layout, in []float32, inW int, out []float32, off int, back bool) {
	h := p.wh.rows
	n := l.rows()
	st.gates = fillRows(st.gates, n, p.b.w)
	st.c, st.tc = grow(st.c, n*h), grow(st.tc, n*h)
	st.prev = zero(st.prev, n*h)
	p.wx.fwd.MulAdd(st.gates, 4*h, in, inW, n)
	for i := range l.steps() {
		t := i
		if back {
			t = l.steps() - 1 - i
		}
		r0, rows := l.off[t], l.width(t)
		pt, pw := l.neighbour(t, back)
		p0 := l.off[pt]
		for k := 0; k < pw; k++ {
			copy(st.prev[(r0+k)*h:(r0+k+1)*h], out[(p0+k)*2*h+off:])
		}
		if pw > 0 {
			p.wh.fwd.MulAdd(st.gates[r0*4*h:], 4*h, st.prev[r0*h:], h, pw)
		}
		for k := 0; k < rows; k++ {
			r := r0 + k
			z := st.gates[r*4*h : (r+1)*4*h]
			matrix.Sigmoid(z[:3*h])
			matrix.Tanh(z[3*h:])
			ig, fg, cand := z[:h], z[h:2*h], z[3*h:]
			c := st.c[r*h : (r+1)*h]
			if k < pw {
				cp := st.c[(p0+k)*h : (p0+k+1)*h]
				for x := range c {
					c[x] = fg[x]*cp[x] + ig[x]*cand[x]
				}
			} else {
				for x := range c {
					c[x] = ig[x] * cand[x]
				}
			}
		}
		tc := st.tc[r0*h : (r0+rows)*h]
		copy(tc, st.c[r0*h:(r0+rows)*h])
		matrix.Tanh(tc)
		for k := 0; k < rows; k++ {
			r := r0 + k
			og := st.gates[r*4*h+2*h : r*4*h+3*h]
			o := out[r*2*h+off : r*2*h+off+h]
			for x := range o {
				o[x] = og[x] * tc[k*h+x]
			}
		}
	}
}

// backward takes the gradient of out (which it changes) and adds to the gradients of the weights and of in.
func (p *lstmParams) backward(w *worker, st *lstmState, in []float32, inW int, dOut []float32, off int, back bool, dIn []float32) {
	l := &w.layout
	h := p.wh.rows
	n := l.rows()
	st.dc = zero(st.dc, n*h)
	for i := range l.steps() {
		t := l.steps() - 1 - i
		if back {
			t = i
		}
		r0, rows := l.off[t], l.width(t)
		pt, pw := l.neighbour(t, back)
		p0 := l.off[pt]
		for k := 0; k < rows; k++ {
			r := r0 + k
			z := st.gates[r*4*h : (r+1)*4*h]
			ig, fg, og, cand := z[:h], z[h:2*h], z[2*h:3*h], z[3*h:4*h]
			tc, dc := st.tc[r*h:(r+1)*h], st.dc[r*h:(r+1)*h]
			dh := dOut[r*2*h+off : r*2*h+off+h]
			if k < pw {
				cp, dcp := st.c[(p0+k)*h:(p0+k+1)*h], st.dc[(p0+k)*h:(p0+k+1)*h]
				for x, d := range dh {
					i, f, o, g, y := ig[x], fg[x], og[x], cand[x], tc[x]
					c := dc[x] + d*o*(1-y*y)
					dcp[x] = c * f
					og[x] = d * y * o * (1 - o)
					fg[x] = c * cp[x] * f * (1 - f)
					ig[x] = c * g * i * (1 - i)
					cand[x] = c * i * (1 - g*g)
				}
			} else {
				for x, d := range dh {
					i, o, g, y := ig[x], og[x], cand[x], tc[x]
					c := dc[x] + d*o*(1-y*y)
					og[x] = d * y * o * (1 - o)
					fg[x] = 0
					ig[x] = c * g * i * (1 - i)
					cand[x] = c * i * (1 - g*g)
				}
			}
		}
		if pw > 0 {
			p.wh.bwd.MulAdd(dOut[p0*2*h+off:], 2*h, st.gates[r0*4*h:], 4*h, pw)
		}
	}
	s := w.shard
	w.outer.AddOuter(p.wh.g[s], 4*h, st.prev, h, h, st.gates, 4*h, 4*h, n)
	w.outer.AddOuter(p.wx.g[s], 4*h, in, inW, inW, st.gates, 4*h, 4*h, n)
	addColumns(p.b.g[s], st.gates, n)
	p.wx.bwd.MulAdd(dIn, inW, st.gates, 4*h, n)
}

// addColumns adds the sum over rows to g.
func addColumns(g, x []float32, rows int) {
	w := len(g)
	for r := 0; r < rows; r++ {
		row := x[r*w : (r+1)*w]
		for i, v := range row {
			g[i] += v
		}
	}
}
