package train

import (
	"math/rand/v2"
	"slices"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
	"annals/lab/train/dense"
)

// dropouts are the shares of values set to zero while training.
type dropouts struct {
	word   float32 // word rows replaced by the unknown word
	input  float32 // values of the concatenated tables
	layer  float32 // inputs of layers, one mask a sentence
	hidden float32 // hidden layers before the heads
	mask   float32 // words hidden wholly (pretraining)
}

// A worker runs one shard of a batch forward and backward.
type worker struct {
	net   *network
	vocab *vocabulary
	shard int
	rng   *rand.Rand
	drop  dropouts

	layout layout
	batch  []*example
	outer  dense.Workspace

	local    []int32 // type: its place in uniq, if stamp says so
	stamp    []uint32
	now      uint32
	uniq     []int32
	feat     []float32
	dFeat    []float32
	dUnknown []float32
	typeOf   []int32 // row: place in uniq
	state    []uint8 // row: how the word came in (word*)

	x, dx, xMask     []float32
	p, dp            []float32
	h1, dh1, h2, dh2 []float32
	masks            [3][]float32 // by sentence: of p, h1, h2
	st               [2][2]lstmState

	tag, dTag, heads, tagMask []float32
	mlp, dMlp, mlpMask        []float32
	arcV, dArcV, dist, dDist  []float32
	label, dLabel, rels       []float32
	sent                      arcBuffers
	pre                       preBuffers

	loss   tally
	smooth float32 // label smoothing
	leak   float32 // slope of the hidden layers below zero
}

// How a word's features came in.
const (
	wordSeen    = iota // its own row
	wordUnknown        // the row of unknown words
	wordMasked         // nothing but the mask vector
)

// tally sums losses and counts, for the log.
type tally struct {
	words                        int
	upos, xpos, feats, rule, ent float64
	arc, rel                     float64
	arcRight, uposRight          int
	masked, neighbour            float64
	maskedN, neighbourN          int
}

func (t *tally) add(o *tally) {
	t.words += o.words
	t.upos += o.upos
	t.xpos += o.xpos
	t.feats += o.feats
	t.rule += o.rule
	t.ent += o.ent
	t.arc += o.arc
	t.rel += o.rel
	t.arcRight += o.arcRight
	t.uposRight += o.uposRight
	t.masked += o.masked
	t.neighbour += o.neighbour
	t.maskedN += o.maskedN
	t.neighbourN += o.neighbourN
}

func newWorker(n *network, v *vocabulary, shard int) *worker {
	return &worker{net: n, vocab: v, smooth: smoothing, leak: leak, shard: shard, now: 1, dUnknown: make([]float32, feature.Word.Width())}
}

// begin takes a batch: sentences sorted by falling length.
func (w *worker) begin(batch []*example, seed1, seed2 uint64) {
	w.rng = rand.New(rand.NewPCG(seed1, seed2*shards+uint64(w.shard)))
	w.batch = batch
	w.loss = tally{}
	lengths := make([]int, len(batch))
	for i, e := range batch {
		lengths[i] = len(e.types)
	}
	w.layout.build(lengths)
	w.loss.words = w.layout.rows()
}

// lookup computes the features of the shard's forms.
func (w *worker) lookup() {
	if len(w.local) < len(w.vocab.keys) {
		grown := len(w.vocab.keys) + len(w.vocab.keys)/4
		w.local, w.stamp = make([]int32, grown), make([]uint32, grown)
	}
	w.now++
	w.uniq = w.uniq[:0]
	n := w.layout.rows()
	w.typeOf = slices.Grow(w.typeOf[:0], n)[:n]
	for r := range n {
		t := w.batch[w.layout.sent[r]].types[w.layout.pos[r]]
		if w.stamp[t] != w.now {
			w.stamp[t] = w.now
			w.local[t] = int32(len(w.uniq))
			w.uniq = append(w.uniq, t)
		}
		w.typeOf[r] = w.local[t]
	}
	w.feat = zero(w.feat, len(w.uniq)*feature.Width)
	for u, t := range w.uniq {
		f := w.feat[u*feature.Width : (u+1)*feature.Width]
		w.fill(f, &w.vocab.keys[t])
	}
}

func (w *worker) fill(f []float32, k *feature.Key) {
	tables := &w.net.tables
	at := feature.Word.Width()
	add32(f[:at], tables[feature.Word].row(k.Words[0]), 1)
	add32(f[:at], tables[feature.Word].row(k.Words[1]), 1)
	for i, r := range k.Affix {
		t := tables[feature.Prefix+feature.Table(i)]
		copy(f[at:], t.row(r))
		at += t.width
	}
	g := f[at:]
	mean := 1 / float32(len(k.Grams))
	for _, r := range k.Grams {
		add32(g, tables[feature.Gram].row(r), mean)
	}
}

// scatter adds the gradients of the forms to the tables. One worker after the other.
func (w *worker) scatter() {
	tables := &w.net.tables
	ww := feature.Word.Width()
	for u, t := range w.uniq {
		d := w.dFeat[u*feature.Width : (u+1)*feature.Width]
		k := &w.vocab.keys[t]
		add32(tables[feature.Word].grad(k.Words[0]), d, 1)
		add32(tables[feature.Word].grad(k.Words[1]), d, 1)
		at := ww
		for i, r := range k.Affix {
			tb := tables[feature.Prefix+feature.Table(i)]
			add32(tb.grad(r), d[at:], 1)
			at += tb.width
		}
		mean := 1 / float32(len(k.Grams))
		for _, r := range k.Grams {
			add32(tables[feature.Gram].grad(r), d[at:], mean)
		}
	}
	add32(tables[feature.Word].grad(feature.UnknownRow), w.dUnknown, 1)
}

// sentenceMask fills a dropout mask for each sentence; with p 0 it is empty.
func (w *worker) sentenceMask(m []float32, width int, p float32) []float32 {
	if p == 0 {
		return m[:0]
	}
	m = grow(m, len(w.batch)*width)
	w.dropMask(m, p)
	return m
}

// dropMask fills m with 0 (share p) and 1/(1-p).
func (w *worker) dropMask(m []float32, p float32) {
	limit := uint64(p * 65536)
	keep := 1 / (1 - p)
	for i := 0; i < len(m); i += 4 {
		bits := w.rng.Uint64()
		for k := i; k < min(i+4, len(m)); k++ {
			if bits&0xffff < limit {
				m[k] = 0
			} else {
				m[k] = keep
			}
			bits >>= 16
		}
	}
}

// applyMask multiplies the rows of x by their sentences' masks.
func (w *worker) applyMask(x, mask []float32, width int) {
	if len(mask) == 0 {
		return
	}
	for r, s := range w.layout.sent {
		row, m := x[r*width:(r+1)*width], mask[int(s)*width:(int(s)+1)*width]
		for i := range row {
			row[i] *= m[i]
		}
	}
}

// input builds the rows of the concatenated features.
func (w *worker) input() {
	n, width := w.layout.rows(), syntax.InputWidth
	ww := feature.Word.Width()
	w.x = grow(w.x, n*width)
	w.state = slices.Grow(w.state[:0], n)[:n]
	unknown := w.net.tables[feature.Word].row(feature.UnknownRow)
	for r := range n {
		e := w.batch[w.layout.sent[r]]
		x := w.x[r*width : (r+1)*width]
		u := int(w.typeOf[r])
		copy(x, w.feat[u*feature.Width:(u+1)*feature.Width])
		copy(x[feature.Width:], w.net.bank.w[int(e.bank)*syntax.TreebankWidth:][:syntax.TreebankWidth])
		w.state[r] = wordSeen
		known := w.vocab.known[w.uniq[u]]
		switch {
		case w.drop.mask > 0 && w.rng.Float32() < w.drop.mask:
			w.state[r] = wordMasked
			copy(x[:feature.Width], w.net.mask.w)
		case !known || w.drop.word > 0 && w.rng.Float32() < w.drop.word:
			w.state[r] = wordUnknown
			copy(x[:ww], unknown)
		}
	}
	if w.drop.input > 0 {
		w.xMask = grow(w.xMask, n*width)
		w.dropMask(w.xMask, w.drop.input)
		for i, m := range w.xMask {
			w.x[i] *= m
		}
	}
}

// encode runs the projection and both layers.
func (w *worker) encode() {
	n := w.layout.rows()
	net := w.net
	two := 2 * net.Hidden
	w.input()
	w.p = fillRows(w.p, n, net.projB.w)
	net.projW.fwd.MulAdd(w.p, net.Proj, w.x, syntax.InputWidth, n)
	for i, width := range [3]int{net.Proj, two, two} {
		w.masks[i] = w.sentenceMask(w.masks[i], width, w.drop.layer)
	}
	w.applyMask(w.p, w.masks[0], net.Proj)
	w.h1, w.h2 = grow(w.h1, n*two), grow(w.h2, n*two)
	for d := range 2 {
		net.lstm[0][d].forward(&w.st[0][d], &w.layout, w.p, net.Proj, w.h1, d*net.Hidden, d == 1)
	}
	if w.drop.mask > 0 {
		w.pre.h1 = append(w.pre.h1[:0], w.h1...) // before dropout, for the neighbours
	}
	w.applyMask(w.h1, w.masks[1], two)
	for d := range 2 {
		net.lstm[1][d].forward(&w.st[1][d], &w.layout, w.h1, two, w.h2, d*net.Hidden, d == 1)
	}
	w.applyMask(w.h2, w.masks[2], two)
}

// decode takes the gradients of h2 (in dh2), of the raw h1 (in extra, if not nil) and of x (in dx) back to the
// features.
func (w *worker) backprop(extra []float32) {
	n := w.layout.rows()
	net := w.net
	two := 2 * net.Hidden
	w.applyMask(w.dh2, w.masks[2], two)
	w.dh1 = zero(w.dh1, n*two)
	for d := range 2 {
		net.lstm[1][d].backward(w, &w.st[1][d], w.h1, two, w.dh2, d*net.Hidden, d == 1, w.dh1)
	}
	w.applyMask(w.dh1, w.masks[1], two)
	if extra != nil {
		add32(w.dh1, extra, 1)
	}
	w.dp = zero(w.dp, n*net.Proj)
	for d := range 2 {
		net.lstm[0][d].backward(w, &w.st[0][d], w.p, net.Proj, w.dh1, d*net.Hidden, d == 1, w.dp)
	}
	w.applyMask(w.dp, w.masks[0], net.Proj)
	s := w.shard
	w.outer.AddOuter(net.projW.g[s], net.Proj, w.x, syntax.InputWidth, syntax.InputWidth, w.dp, net.Proj, net.Proj, n)
	addColumns(net.projB.g[s], w.dp, n)
	net.projW.bwd.MulAdd(w.dx, syntax.InputWidth, w.dp, net.Proj, n)
	w.inputBack()
}

// inputBack gathers the gradients of the rows by form.
func (w *worker) inputBack() {
	width, ww := syntax.InputWidth, feature.Word.Width()
	if w.drop.input > 0 {
		for i, m := range w.xMask {
			w.dx[i] *= m
		}
	}
	w.dFeat = zero(w.dFeat, len(w.uniq)*feature.Width)
	clear(w.dUnknown)
	bank := w.net.bank.g[w.shard]
	for r, u := range w.typeOf {
		e := w.batch[w.layout.sent[r]]
		d := w.dx[r*width : (r+1)*width]
		f := w.dFeat[int(u)*feature.Width : (int(u)+1)*feature.Width]
		add32(bank[int(e.bank)*syntax.TreebankWidth:][:syntax.TreebankWidth], d[feature.Width:], 1)
		switch w.state[r] {
		case wordSeen:
			add32(f, d, 1)
		case wordUnknown:
			add32(w.dUnknown, d, 1)
			add32(f[ww:], d[ww:], 1)
		case wordMasked:
			add32(w.net.mask.g[w.shard][:feature.Width], d, 1)
		}
	}
}
