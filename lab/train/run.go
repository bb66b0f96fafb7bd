// Package train trains the tagger and parser of package annals/engine/syntax: features, two LSTM layers, tag heads,
// arcs and labels, with gradients by hand, from UD English EWT and GUM, after pretraining on raw text. One seed gives one
// model on one kind of machine, whatever the number of goroutines.
package train

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
)

// Options of a training run. The zero value of a field takes the default named.
type Options struct {
	// Shared is the folder that holds data/treebank, data/coreference, data/raw and data/news.
	Shared string
	// Out is the folder for the model file, its manifest, checkpoints and the log.
	Out string
	// Epochs over the treebanks (18); 0 with Pretrain > 0 only pretrains.
	Epochs int
	// Pretrain is the number of raw words to pretrain on (0: none); Start is a pretrained checkpoint to begin from.
	Pretrain int
	Start    string
	// Silver is the number of raw sentences with names from lists that are added to each epoch.
	Silver int
	// Trees is a file of [Teach]; TreeWords of its words are added to each epoch.
	Trees     string
	TreeWords int
	// Seed (1), Workers: goroutines (1), Words: words a batch (1000).
	Seed    uint64
	Workers int
	Words   int
	// Rate is the peak learning rate (2e-3).
	Rate float64
	// Hidden is the width of one LSTM direction (160).
	Hidden int
	// Drop is the dropout of layers and hidden vectors (0.25).
	Drop float64
	// Log takes progress; nil discards it.
	Log io.Writer
}

func (o *Options) fill() {
	set := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	set(&o.Workers, 1)
	set(&o.Words, 1000)
	set(&o.Hidden, 160)
	if o.Seed == 0 {
		o.Seed = 1
	}
	if o.Rate == 0 {
		o.Rate = 2e-3
	}
	if o.Drop == 0 {
		o.Drop = 0.25
	}
	if o.Log == nil {
		o.Log = io.Discard
	}
}

// trainer holds one run.
type trainer struct {
	Options
	corpus  *corpus
	inv     *inventory
	vocab   *vocabulary
	filter  feature.Filter
	net     *network
	workers [shards]*worker
	begun   time.Time
	// What the encoder was pretrained on: words, and the number of raw files read.
	rawWords, rawUsed int
	teachers          []string
	taughtWords       int
}

func newRun(o Options, c *corpus) *trainer {
	return &trainer{Options: o, corpus: c, vocab: newVocabulary(), filter: make(feature.Filter, feature.FilterWords), begun: time.Now()}
}

// Run trains a model and writes it to Out: model.bin, model.json, and after each epoch epoch.bin.
func Run(ctx context.Context, o Options) error {
	t, err := newTrainer(o)
	if err != nil {
		return err
	}
	start := o.Start
	if o.Pretrain > 0 {
		if err := t.pretrain(ctx); err != nil {
			return err
		}
		start = filepath.Join(o.Out, "pretrained.gob")
	}
	if o.Epochs == 0 {
		return nil
	}
	t.net = newNetwork(t.inv.sizes(0), rand.New(rand.NewPCG(t.Seed, 0)))
	if start != "" {
		if err := t.resume(start); err != nil {
			return err
		}
	}
	t.start()
	return t.treebank(ctx)
}

func (t *trainer) start() {
	for s := range t.workers {
		t.workers[s] = newWorker(t.net, t.vocab, s)
	}
}

func (t *trainer) logf(format string, a ...any) {
	fmt.Fprintf(t.Log, "%7.1fs "+format+"\n", append([]any{time.Since(t.begun).Seconds()}, a...)...)
}

// weightOf weights news and interviews, which are nearest to what Annals reads.
func weightOf(tr *tree) float32 {
	switch {
	case tr.bank != bankGUM:
		return 1
	case tr.Genre() == "news" || tr.Genre() == "interview":
		return 2
	}
	return 1.2
}

// treebank trains on the trees.
func (t *trainer) treebank(ctx context.Context) error {
	d := float32(t.Drop)
	for _, w := range t.workers {
		w.drop = dropouts{word: 0.2, input: 0.1, layer: d, hidden: d}
	}
	words := 0
	for i := range t.corpus.train {
		words += len(t.corpus.train[i].Words)
	}
	taught, err := t.taught()
	if err != nil {
		return err
	}
	perEpoch := (words+22*t.Silver+t.TreeWords)/t.Words + 1
	opt := &adam{peak: t.Rate, last: 1e-5, total: perEpoch * t.Epochs, clip: 1, decay: 0.01, emaDecay: 0.998, workers: t.Workers}
	opt.warm = min(500, opt.total/10)
	var names []silver
	if t.Silver > 0 {
		if names, err = loadSilver(t.Shared); err != nil {
			return err
		}
		t.logf("%d sentences with names from lists", len(names))
	}
	done, err := t.loadState()
	if err != nil {
		return err
	}
	for epoch := done + 1; epoch <= t.Epochs; epoch++ {
		rng := rand.New(rand.NewPCG(t.Seed, uint64(epoch)))
		var all []*example
		for i := range t.corpus.train {
			tr := &t.corpus.train[i]
			all = append(all, t.inv.encode(styled(tr, rng), t.vocab, weightOf(tr)))
		}
		for range min(t.Silver, len(names)) {
			all = append(all, names[rng.IntN(len(names))].example(t.inv, t.vocab))
		}
		all = append(all, t.draw(taught, epoch, rng)...)
		t.vocab.mark(t.filter)
		var sum tally
		begun := time.Now()
		for _, b := range batches(all, t.Words, rng) {
			if err := ctx.Err(); err != nil {
				return err
			}
			total := float32(0)
			for _, e := range b {
				if !e.names() {
					total += e.weight * float32(len(e.types))
				}
			}
			t.step(opt, b, func(w *worker) { w.learn(1 / max(total, 300)) }, &sum)
		}
		n := float64(sum.words)
		t.logf("epoch %d: %.0f words/s; loss upos %.3f xpos %.3f feats %.3f rule %.3f ent %.3f arc %.3f rel %.3f; train upos %.1f arc %.1f",
			epoch, n/time.Since(begun).Seconds(), sum.upos/n, sum.xpos/n, sum.feats/n, sum.rule/n, sum.ent/n, sum.arc/n,
			sum.rel/n, 100*float64(sum.uposRight)/n, 100*float64(sum.arcRight)/n)
		if err := t.checkpoint(epoch); err != nil {
			return err
		}
	}
	return nil
}

// step does one update.
func (t *trainer) step(opt *adam, b []*example, learn func(*worker), sum *tally) {
	t.net.pack()
	var jobs []func()
	for s, w := range t.workers {
		part := shard(b, s)
		if len(part) == 0 {
			continue
		}
		jobs = append(jobs, func() {
			w.begin(part, t.Seed, uint64(t.net.step))
			learn(w)
		})
	}
	parallel(t.Workers, jobs)
	for s, w := range t.workers {
		if s < len(jobs) {
			w.scatter()
			if t.net.out != nil {
				w.scatterOutputs()
			}
			sum.add(&w.loss)
		}
	}
	opt.update(t.net)
}

// checkpoint writes the model of the averaged weights and scores it.
func (t *trainer) checkpoint(epoch int) error {
	data, err := t.encode(nil)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(t.Out, "epoch.bin"), data, 0o644); err != nil {
		return err
	}
	if err := t.save("float.gob", true); err != nil {
		return err
	}
	if err := t.saveState(epoch); err != nil {
		return err
	}
	last := epoch == t.Epochs
	if epoch%2 == 1 && !last && epoch > 3 {
		return nil
	}
	m, err := syntax.Load(data)
	if err != nil {
		return err
	}
	if last {
		return t.finish(m)
	}
	_, _, err = t.score(m)
	return err
}

// score scores a model on both development sets, each with the vector of its treebank.
func (t *trainer) score(m *syntax.Model) (ewt, gum *Report, err error) {
	asEWT, err := m.As("ewt")
	if err != nil {
		return nil, nil, err
	}
	if ewt, err = evaluate(asEWT, t.corpus.ewt); err != nil {
		return nil, nil, err
	}
	if gum, err = evaluate(m, t.corpus.gum); err != nil {
		return nil, nil, err
	}
	t.logf("  ewt-dev %s", ewt.All)
	t.logf("  gum-dev %s; names %.2f", gum.All, gum.NameF1())
	return ewt, gum, nil
}
