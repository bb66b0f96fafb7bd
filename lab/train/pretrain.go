package train

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"time"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
	"annals/lab/train/dense"
)

// Settings of pretraining.
const (
	outputForms     = 20000
	negatives       = 704 // drawn for each shard of a batch, beside the words that occur in it
	maskShare       = 0.2
	neighbourWeight = 0.5
	rawWords        = 1600 // a batch
)

// addPretraining adds what predicts words: a mask vector, a projection of each source of a prediction, and the outputs.
func (n *network) addPretraining(rng *rand.Rand) {
	add := func(name string, rows, cols int, packed bool) *param {
		p := &param{name: name, rows: rows, cols: cols, used: cols, packed: packed}
		p.alloc()
		if packed {
			s := math.Sqrt(2 / float64(rows+cols))
			for i := range p.w {
				p.w[i] = float32(rng.NormFloat64() * s)
			}
		}
		n.params = append(n.params, p)
		return p
	}
	h := n.Hidden
	n.mask = add("mask", 1, pad32(feature.Width), false)
	n.topW, n.topB = add("top.w", 2*h, h, true), add("top.b", 1, h, false)
	n.nextW, n.prevW = add("next.w", h, h, true), add("prev.w", h, h, true)
	size := n.outputs * h
	n.out = &table{width: h, w: make([]float32, size), g: make([]float32, size), m: make([]float32, size), v: make([]float32, size),
		ema: make([]float32, size), stamp: make([]uint32, n.outputs), now: 1}
	for i := range n.out.w {
		n.out.w[i] = float32(rng.NormFloat64()) * 0.05
	}
	k := n.outputs
	n.outB = &table{width: 1, w: make([]float32, k), g: make([]float32, k), m: make([]float32, k), v: make([]float32, k),
		ema: make([]float32, k), stamp: make([]uint32, k), now: 1}
}

// outputs are the forms predicted, with their shares of all words.
type outputs struct {
	of    []int32   // by type: its output, -1 for none
	share []float64 // by output
	cum   []float64 // running sums of share^0.75, to draw from
}

// draw picks an output.
func (o *outputs) draw(rng *rand.Rand) int32 {
	x := rng.Float64() * o.cum[len(o.cum)-1]
	return int32(min(sort.SearchFloat64s(o.cum, x), len(o.cum)-1))
}

// logChance is the logarithm of the probability that an output is a candidate in a shard of n predictions.
func (o *outputs) logChance(k int32, n int) float32 {
	q := o.cum[k]
	if k > 0 {
		q -= o.cum[k-1]
	}
	q /= o.cum[len(o.cum)-1]
	miss := math.Pow(1-q, negatives) * math.Pow(1-o.share[k], float64(n))
	return float32(math.Log(max(1-miss, 1e-9)))
}

// preBuffers hold one shard's predictions.
type preBuffers struct {
	out               *outputs
	h1, dh1           []float32
	next, prev, top   []float32
	dNext, dPrev      []float32
	dTop              []float32
	y, dy             []float32
	rows              []prediction
	cands             []int32
	place             []int32
	stamp             []uint32
	now               uint32
	b, db, bias, dist []float32
	score             []float32
	pack              dense.Panels
}

// A prediction is one word to foretell: from row `row` of source (next, prev or top).
type prediction struct {
	source, row, gold int32
	weight            float32
}

const (
	fromNext = iota
	fromPrev
	fromTop
)

// foretell runs the shard forward and backward with the losses of pretraining; norm is one over the words of the batch.
func (w *worker) foretell(norm float32) {
	w.lookup()
	w.encode()
	net, b, s := w.net, &w.pre, w.shard
	n, h, two := w.layout.rows(), w.net.Hidden, 2*w.net.Hidden
	b.next, b.prev = zero(b.next, n*h), zero(b.prev, n*h)
	net.nextW.fwd.MulAdd(b.next, h, b.h1, two, n)
	net.prevW.fwd.MulAdd(b.prev, h, b.h1[h:], two, n)
	b.top = fillRows(b.top, n, net.topB.w)
	net.topW.fwd.MulAdd(b.top, h, w.h2, two, n)
	w.choose(norm)
	w.softmax()

	w.dh2 = zero(w.dh2, n*two)
	w.dx = zero(w.dx, n*syntax.InputWidth)
	b.dh1 = zero(b.dh1, n*two)
	w.outer.AddOuter(net.nextW.g[s], h, b.h1, two, h, b.dNext, h, h, n)
	net.nextW.bwd.MulAdd(b.dh1, two, b.dNext, h, n)
	w.outer.AddOuter(net.prevW.g[s], h, b.h1[h:], two, h, b.dPrev, h, h, n)
	net.prevW.bwd.MulAdd(b.dh1[h:], two, b.dPrev, h, n)
	w.outer.AddOuter(net.topW.g[s], h, w.h2, two, two, b.dTop, h, h, n)
	addColumns(net.topB.g[s], b.dTop, n)
	net.topW.bwd.MulAdd(w.dh2, two, b.dTop, h, n)
	w.backprop(b.dh1)
}

// choose lists the predictions and the candidates.
func (w *worker) choose(norm float32) {
	b := &w.pre
	b.rows, b.cands = b.rows[:0], b.cands[:0]
	if len(b.place) == 0 {
		b.place, b.stamp = make([]int32, w.net.outputs), make([]uint32, w.net.outputs)
	}
	b.now++
	cand := func(k int32) int32 {
		if b.stamp[k] != b.now {
			b.stamp[k] = b.now
			b.place[k] = int32(len(b.cands))
			b.cands = append(b.cands, k)
		}
		return b.place[k]
	}
	for r := range w.layout.rows() {
		e, i := w.batch[w.layout.sent[r]], int(w.layout.pos[r])
		add := func(source int32, at int, weight float32) {
			if at < 0 || at >= len(e.types) {
				return
			}
			if k := b.out.of[e.types[at]]; k >= 0 {
				b.rows = append(b.rows, prediction{source, int32(r), cand(k), weight * norm})
			}
		}
		add(fromNext, i+1, neighbourWeight)
		add(fromPrev, i-1, neighbourWeight)
		if w.state[r] == wordMasked {
			add(fromTop, i, 1/maskShare)
		}
	}
	for range negatives {
		cand(b.out.draw(w.rng))
	}
}

// softmax scores all predictions against all candidates.
func (w *worker) softmax() {
	net, b := w.net, &w.pre
	h, n := net.Hidden, len(b.rows)
	cp := pad32(len(b.cands))
	b.b = zero(b.b, cp*h)
	b.bias = grow(b.bias, cp)
	for i := range b.bias {
		b.bias[i] = -1e9
	}
	for i, k := range b.cands {
		copy(b.b[i*h:(i+1)*h], net.out.row(uint32(k)))
		b.bias[i] = net.outB.w[k] - b.out.logChance(k, n)
	}
	b.y = grow(b.y, n*h)
	sources := [...][]float32{b.next, b.prev, b.top}
	for i, p := range b.rows {
		copy(b.y[i*h:(i+1)*h], sources[p.source][int(p.row)*h:])
	}
	b.score = fillRows(b.score, n, b.bias)
	b.pack.PackTransposed(b.b, h, cp, h)
	b.pack.MulAdd(b.score, cp, b.y, h, n)
	for i, p := range b.rows {
		loss := crossEntropy(b.score[i*cp:i*cp+len(b.cands)], int(p.gold), p.weight, 0)
		clear(b.score[i*cp+len(b.cands) : (i+1)*cp])
		if p.source == fromTop {
			w.loss.masked += loss
			w.loss.maskedN++
		} else {
			w.loss.neighbour += loss
			w.loss.neighbourN++
		}
	}
	b.dy = zero(b.dy, n*h)
	b.pack.Pack(b.b, cp, h, h)
	b.pack.MulAdd(b.dy, h, b.score, cp, n)
	b.db = zero(b.db, cp*h)
	w.outer.AddOuter(b.db, h, b.score, cp, cp, b.y, h, h, n)
	b.dist = zero(b.dist, cp)
	addColumns(b.dist, b.score, n)
	rows := w.layout.rows()
	b.dNext, b.dPrev, b.dTop = zero(b.dNext, rows*h), zero(b.dPrev, rows*h), zero(b.dTop, rows*h)
	grads := [...][]float32{b.dNext, b.dPrev, b.dTop}
	for i, p := range b.rows {
		copy(grads[p.source][int(p.row)*h:(int(p.row)+1)*h], b.dy[i*h:])
	}
}

// scatterOutputs adds the gradients of the candidates. One worker after the other.
func (w *worker) scatterOutputs() {
	b, h := &w.pre, w.net.Hidden
	for i, k := range b.cands {
		add32(w.net.out.grad(uint32(k)), b.db[i*h:], 1)
		w.net.outB.grad(uint32(k))[0] += b.dist[i]
	}
}

// pretrain learns from raw text: every sentence once.
func (t *trainer) pretrain(ctx context.Context) error {
	var all []*example
	count := map[string]int{}
	words := 0
	perFile := map[string]int{}
	err := rawSentences(t.Shared, func(file string, tokens []string) bool {
		e := &example{bank: bankGUM, weight: 1, types: make([]int32, len(tokens))}
		for i, f := range tokens {
			e.types[i] = t.vocab.id(f)
			count[normal(f)]++
		}
		all = append(all, e)
		words += len(tokens)
		perFile[file] += len(tokens)
		return words < t.Pretrain
	})
	if err != nil {
		return err
	}
	for _, f := range rawFiles() {
		t.logf("raw %s: %d words", f, perFile[f])
		if perFile[f] > 0 {
			t.rawUsed++
		}
	}
	t.rawWords = words
	list := counted(count, 3)
	for _, f := range list {
		var k feature.Key
		k.Fill(f)
		t.filter.Add(k.Hash)
	}
	t.vocab.mark(t.filter)
	list = list[:min(len(list), outputForms)]
	ids := numbered(list)
	o := &outputs{of: make([]int32, len(t.vocab.keys)), share: make([]float64, len(list)), cum: make([]float64, len(list))}
	for i := range o.of {
		o.of[i] = -1
	}
	for form, ty := range t.vocab.ids {
		if k, ok := ids[normal(form)]; ok {
			o.of[ty] = k
		}
	}
	sum := 0.0
	for i, f := range list {
		o.share[i] = float64(count[f]) / float64(words)
		sum += math.Pow(o.share[i], 0.75)
		o.cum[i] = sum
	}
	t.net = newNetwork(t.inv.sizes(len(list)), rand.New(rand.NewPCG(t.Seed, 1)))
	t.start()
	for _, w := range t.workers {
		w.pre.out = o
		w.drop = dropouts{word: 0.1, input: 0.05, layer: 0.1, mask: maskShare}
	}
	rng := rand.New(rand.NewPCG(t.Seed, 2))
	list2 := batches(all, rawWords, rng)
	opt := &adam{peak: t.Rate, last: 1e-4, total: len(list2), clip: 1, emaDecay: 0.998, workers: t.Workers, warm: 500}
	var tal tally
	begun := time.Now()
	for i, b := range list2 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := 0
		for _, e := range b {
			n += len(e.types)
		}
		t.step(opt, b, func(w *worker) { w.foretell(1 / float32(n)) }, &tal)
		if (i+1)%200 == 0 {
			t.logf("pretrain %d of %d: %.0f words/s, masked %.3f, neighbour %.3f", i+1, len(list2),
				float64(tal.words)/time.Since(begun).Seconds(), tal.masked/float64(tal.maskedN), tal.neighbour/float64(tal.neighbourN))
			tal, begun = tally{}, time.Now()
		}
		if (i+1)%1500 == 0 {
			if err := t.save("pretrained.gob", false); err != nil {
				return err
			}
		}
	}
	return t.save("pretrained.gob", false)
}

func normal(form string) string {
	return string(feature.Normal(nil, form))
}

// extra lists the tables beside the features' that the optimiser must see.
func (n *network) allTables() []*table {
	list := slices.Clone(n.tables[:])
	if n.out != nil {
		list = append(list, n.out, n.outB)
	}
	return list
}
