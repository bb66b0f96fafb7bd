package train

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"annals/engine/syntax"
)

// How many words a second does one goroutine learn from, updates included?
func BenchmarkLearn(b *testing.B) {
	s := sizes{Config: syntax.Config{Proj: 192, Hidden: 160, Tag: 128, Arc: 128}, banks: 2, upos: 17, xpos: 49, feats: 250,
		rules: 290, ents: 9, rels: 53}
	rng := rand.New(rand.NewPCG(1, 1))
	net := newNetwork(s, rng)
	v := newVocabulary()
	var batch []*example
	for range 40 {
		e := &example{weight: 1}
		for i := range 25 {
			e.types = append(e.types, v.id(fmt.Sprintf("word%d", int(rng.ExpFloat64()*300))))
			e.upos = append(e.upos, int32(i%17))
			e.xpos = append(e.xpos, int32(i%49))
			e.feats = append(e.feats, int32(i))
			e.rule = append(e.rule, int32(i))
			e.ent = append(e.ent, int32(i%9))
			e.head = append(e.head, int32(i)-1)
			e.rel = append(e.rel, int32(i))
		}
		batch = append(batch, e)
	}
	t := &trainer{Options: Options{Workers: 1, Seed: 1}, net: net, vocab: v}
	t.start()
	for _, w := range t.workers {
		w.drop = dropouts{word: 0.2, input: 0.1, layer: 0.2, hidden: 0.2}
	}
	opt := &adam{peak: 1e-3, total: 1000, clip: 1, emaDecay: 0.99, workers: 1}
	var sum tally
	words := 0
	for b.Loop() {
		t.step(opt, batch, func(w *worker) { w.learn(1e-3) }, &sum)
		words += 1000
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
