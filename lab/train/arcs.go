package train

import (
	"annals/engine/syntax"
	"annals/lab/train/dense"
)

// arcBuffers are the matrices of one sentence's arcs.
type arcBuffers struct {
	v, dv, heads, dHeads, score []float32
	pack                        dense.Panels
}

// arcVectors runs the hidden layer of arcs and labels forward, to mlp, arcV and dist.
func (w *worker) arcVectors() {
	net, n := w.net, w.layout.rows()
	two, arc := 2*net.Hidden, net.Arc
	wide := 4 * arc
	w.mlp = fillRows(w.mlp, n, net.mlpB.w)
	net.mlpW.fwd.MulAdd(w.mlp, wide, w.h2, two, n)
	leaky(w.mlp, w.leak)
	w.mlpMask = w.sentenceMask(w.mlpMask, wide, w.drop.hidden)
	w.applyMask(w.mlp, w.mlpMask, wide)
	w.arcV = fillRows(w.arcV, n, net.arcB.w)
	net.arcW.fwd.MulAdd(w.arcV, arc, w.mlp, wide, n)
	w.dist = fillRows(w.dist, n, net.distB.w)
	net.distW.fwd.MulAdd(w.dist, net.distW.cols, w.mlp, wide, n)
}

// arcs runs the arc and label scorers forward and backward, adding to dh2.
func (w *worker) arcs(norm float32) {
	w.arcVectors()
	net, n, s := w.net, w.layout.rows(), w.shard
	two, arc := 2*net.Hidden, net.Arc
	wide, dw := 4*arc, net.distW.cols
	w.dMlp = zero(w.dMlp, n*wide)
	w.dArcV = zero(w.dArcV, n*arc)
	w.dDist = zero(w.dDist, n*dw)
	for k, e := range w.batch {
		if !e.names() {
			w.sentenceArcs(k, e, norm*e.weight)
		}
	}
	w.outer.AddOuter(net.arcW.g[s], arc, w.mlp, wide, arc, w.dArcV, arc, arc, n)
	addColumns(net.arcB.g[s], w.dArcV, n)
	net.arcW.bwd.MulAdd(w.dMlp, wide, w.dArcV, arc, n)
	w.outer.AddOuter(net.distW.g[s], dw, w.mlp, wide, arc, w.dDist, dw, dw, n)
	addColumns(net.distB.g[s], w.dDist, n)
	net.distW.bwd.MulAdd(w.dMlp, wide, w.dDist, dw, n)

	w.labels(norm)

	w.applyMask(w.dMlp, w.mlpMask, wide)
	leakyBack(w.dMlp, w.mlp, w.leak)
	w.outer.AddOuter(net.mlpW.g[s], wide, w.h2, two, two, w.dMlp, wide, wide, n)
	addColumns(net.mlpB.g[s], w.dMlp, n)
	net.mlpW.bwd.MulAdd(w.dh2, two, w.dMlp, wide, n)
}

// arcScores scores all arcs of sentence k, to sent.score: a row a word, with the words, then the root. It returns the
// length of a row.
func (w *worker) arcScores(k int, e *example) int {
	net, b := w.net, &w.sent
	n, arc := len(e.types), net.Arc
	wide, dw := 4*arc, net.distW.cols
	np := pad32(n + 1)
	b.v = grow(b.v, n*arc)
	b.heads = zero(b.heads, np*arc)
	for t := 0; t < n; t++ {
		r := w.layout.at(k, t)
		copy(b.v[t*arc:(t+1)*arc], w.arcV[r*arc:])
		copy(b.heads[t*arc:(t+1)*arc], w.mlp[r*wide+arc:])
	}
	copy(b.heads[n*arc:(n+1)*arc], net.root.w[:arc])
	b.score = zero(b.score, n*np+8)
	b.pack.PackTransposed(b.heads, arc, np, arc)
	b.pack.MulAdd(b.score, np, b.v, arc, n)
	for t := 0; t < n; t++ {
		r := w.layout.at(k, t)
		row := b.score[t*np : t*np+n+1]
		d := w.dist[r*dw : (r+1)*dw]
		for j := 0; j < n; j++ {
			row[j] += d[syntax.DistClass(t, j)]
		}
		row[n] += d[syntax.DistClass(t, -1)]
		row[t] = -1e9
	}
	return np
}

// sentenceArcs scores all arcs of sentence k against the gold heads.
func (w *worker) sentenceArcs(k int, e *example, weight float32) {
	np := w.arcScores(k, e)
	net, b := w.net, &w.sent
	n, arc := len(e.types), net.Arc
	wide, dw := 4*arc, net.distW.cols
	for t := 0; t < n; t++ {
		r := w.layout.at(k, t)
		row, dd := b.score[t*np:t*np+n+1], w.dDist[r*dw:(r+1)*dw]
		gold := int(e.head[t])
		if gold < 0 {
			gold = n
		}
		if argmax(row) == gold {
			w.loss.arcRight++
		}
		if e.soft != nil {
			w.loss.arc += softEntropy(row, e.soft[headLayer].of(t), weight)
		} else {
			w.loss.arc += crossEntropy(row, gold, weight, 0)
		}
		row[t] = 0
		for j := 0; j < n; j++ {
			if j != t {
				dd[syntax.DistClass(t, j)] += row[j]
			}
		}
		dd[syntax.DistClass(t, -1)] += row[n]
	}
	b.dv = zero(b.dv, n*arc)
	b.pack.Pack(b.heads, np, arc, arc)
	for t := 0; t < n; t++ { // columns beyond the root are padding
		clear(b.score[t*np+n+1 : (t+1)*np])
	}
	b.pack.MulAdd(b.dv, arc, b.score, np, n)
	b.dHeads = zero(b.dHeads, np*arc)
	w.outer.AddOuter(b.dHeads, arc, b.score, np, np, b.v, arc, arc, n)
	for t := 0; t < n; t++ {
		r := w.layout.at(k, t)
		copy(w.dArcV[r*arc:(r+1)*arc], b.dv[t*arc:])
		add32(w.dMlp[r*wide+arc:r*wide+2*arc], b.dHeads[t*arc:], 1)
	}
	add32(net.root.g[w.shard][:arc], b.dHeads[n*arc:], 1)
}

// labelScores scores the relations of the arcs to the examples' heads, to rels.
func (w *worker) labelScores() {
	net, n := w.net, w.layout.rows()
	arc, rw := net.Arc, net.relPad
	wide, in := 4*arc, 3*arc
	w.label = grow(w.label, n*in)
	for r := range n {
		head := w.labelHead(r, w.mlp, net.root.w)
		dep := w.mlp[r*wide+2*arc : r*wide+3*arc]
		x := w.label[r*in : (r+1)*in]
		for k := range arc {
			x[k], x[arc+k], x[2*arc+k] = head[k], dep[k], head[k]*dep[k]
		}
	}
	w.rels = fillRows(w.rels, n, net.labelB.w)
	net.labelW.fwd.MulAdd(w.rels, rw, w.label, in, n)
}

// labels learns the relations of the gold arcs.
func (w *worker) labels(norm float32) {
	w.labelScores()
	net, n, s := w.net, w.layout.rows(), w.shard
	arc, rw := net.Arc, net.relPad
	wide, in := 4*arc, 3*arc
	for r := range n {
		e := w.batch[w.layout.sent[r]]
		z := w.rels[r*rw : (r+1)*rw]
		if e.names() {
			clear(z)
			continue
		}
		if e.soft != nil {
			w.loss.rel += softEntropy(z[:net.rels], e.soft[relLayer].of(int(w.layout.pos[r])), norm*e.weight)
		} else {
			w.loss.rel += crossEntropy(z[:net.rels], int(e.rel[w.layout.pos[r]]), norm*e.weight, w.smooth)
		}
		clear(z[net.rels:])
	}
	w.outer.AddOuter(net.labelW.g[s], rw, w.label, in, in, w.rels, rw, rw, n)
	addColumns(net.labelB.g[s], w.rels, n)
	w.dLabel = zero(w.dLabel, n*in)
	net.labelW.bwd.MulAdd(w.dLabel, in, w.rels, rw, n)
	for r := range n {
		head := w.labelHead(r, w.mlp, net.root.w)
		dHead := w.labelHead(r, w.dMlp, net.root.g[s])
		dep := w.mlp[r*wide+2*arc : r*wide+3*arc]
		dDep := w.dMlp[r*wide+2*arc : r*wide+3*arc]
		d := w.dLabel[r*in : (r+1)*in]
		for k := range arc {
			both := d[2*arc+k]
			dHead[k] += d[k] + both*dep[k]
			dDep[k] += d[arc+k] + both*head[k]
		}
	}
}

// labelHead gives the label part of the gold head of row r in m, or of the root.
func (w *worker) labelHead(r int, m, root []float32) []float32 {
	arc := w.net.Arc
	k := int(w.layout.sent[r])
	h := int(w.batch[k].head[w.layout.pos[r]])
	if h < 0 {
		return root[arc : 2*arc]
	}
	at := w.layout.at(k, h)*4*arc + 3*arc
	return m[at : at+arc]
}

// learn runs the shard forward and backward with all losses; norm is one over the weight of the batch.
func (w *worker) learn(norm float32) {
	w.lookup()
	w.encode()
	n := w.layout.rows()
	w.dh2 = zero(w.dh2, n*2*w.net.Hidden)
	w.dx = zero(w.dx, n*syntax.InputWidth)
	w.tags(norm)
	w.arcs(norm)
	w.backprop(nil)
}
