package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
)

// small gives a tiny network and a batch of two sentences with invented labels.
func small(outputs int) (*network, *vocabulary, []*example) {
	s := sizes{Config: syntax.Config{Proj: 32, Hidden: 32, Tag: 32, Arc: 32}, banks: 2, upos: 3, xpos: 4, feats: 5, rules: 6,
		ents: 3, rels: 5, outputs: outputs}
	n := newNetwork(s, rand.New(rand.NewPCG(5, 6)))
	for _, tb := range n.tables { // large values keep clear of the kinks of the activation
		for i := range tb.w {
			tb.w[i] *= 12
		}
	}
	for _, p := range n.params {
		for i := range p.w {
			p.w[i] *= 1.5
		}
	}
	v := newVocabulary()
	forms := []string{"Ministers", "met", "in", "Geneva", "on", "Monday", "."}
	var batch []*example
	for _, length := range []int{7, 4} {
		e := &example{weight: 1.5, bank: int32(length % 2)}
		for i := range length {
			e.types = append(e.types, v.id(forms[i]))
			e.upos = append(e.upos, int32(i%3))
			e.xpos = append(e.xpos, int32(i%4))
			e.feats = append(e.feats, int32(i%5))
			e.rule = append(e.rule, int32(i%6)-1)
			e.ent = append(e.ent, int32(i%4)-1)
			e.head = append(e.head, int32(i)-1)
			e.rel = append(e.rel, int32(i%5))
		}
		batch = append(batch, e)
	}
	f := make(feature.Filter, feature.FilterWords)
	for i, k := range v.keys {
		if i != 3 {
			f.Add(k.Hash)
		}
	}
	v.mark(f)
	return n, v, batch
}

// total is the loss that learn differentiates, without label smoothing.
func total(l *tally) float64 {
	return uposWeight*l.upos + xposWeight*l.xpos + featWeight*l.feats + ruleWeight*l.rule + entWeight*l.ent + l.arc + l.rel
}

func TestGradients(t *testing.T) {
	net, vocab, batch := small(0)
	w := newWorker(net, vocab, 0)
	w.smooth, w.leak = 0, 1 // no kinks
	run := func() float64 {
		net.pack()
		w.begin(batch, 1, 1)
		w.learn(1.0 / 1.5)
		return total(&w.loss)
	}
	compare(t, net, w, run)
}

// compare checks gradients by differences along random directions and single weights of every parameter.
func compare(t *testing.T, net *network, w *worker, run func() float64) {
	t.Helper()
	run()
	grads := make(map[string][]float32)
	for _, p := range net.params {
		grads[p.name] = append([]float32(nil), p.g[0]...)
	}
	w.scatter()
	rng := rand.New(rand.NewPCG(7, 8))
	check := func(name string, weights, grad []float32) {
		dir := make([]float32, len(weights))
		want := 0.0
		for i := range dir {
			dir[i] = float32(rng.NormFloat64())
			want += float64(dir[i]) * float64(grad[i])
		}
		norm := 0.0
		for _, d := range dir {
			norm += float64(d) * float64(d)
		}
		eps := 0.004 / math.Sqrt(norm)
		old := append([]float32(nil), weights...)
		move := func(sign float64) float64 {
			for i := range weights {
				weights[i] = old[i] + float32(sign*eps)*dir[i]
			}
			return run()
		}
		got := (move(1) - move(-1)) / (2 * eps)
		copy(weights, old)
		if math.Abs(got-want) > 0.05*math.Abs(want)+0.01 {
			t.Errorf("%s: slope %g, gradient gives %g", name, got, want)
		}
	}
	for _, p := range net.params {
		check(p.name, p.w, grads[p.name][:len(p.w)])
	}
	for _, tb := range net.tables {
		for _, r := range append([]uint32(nil), tb.touched...) {
			g := append([]float32(nil), tb.g[int(r)*tb.width:(int(r)+1)*tb.width]...)
			check("table", tb.row(r), g)
		}
	}
}

func TestForetellGradients(t *testing.T) {
	net, vocab, batch := small(16)
	w := newWorker(net, vocab, 0)
	w.drop.mask = 0.4
	o := &outputs{of: []int32{0, 3, 5, -1, 7, 9, 11}, share: make([]float64, 16), cum: make([]float64, 16)}
	for i := range o.cum {
		o.share[i], o.cum[i] = 1.0/16, float64(i+1)/16
	}
	w.pre.out = o
	run := func() float64 {
		net.pack()
		w.begin(batch, 1, 1)
		w.foretell(1)
		return w.loss.masked/maskShare + neighbourWeight*w.loss.neighbour
	}
	if run(); w.loss.maskedN == 0 || w.loss.neighbourN == 0 {
		t.Fatal("nothing foretold")
	}
	for s := range net.params {
		clear(net.params[s].g[0])
	}
	compare(t, net, w, run)
}
