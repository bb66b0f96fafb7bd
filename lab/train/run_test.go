package train

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// tiny is a run on a tiny network; its folder is for states.
func tiny(workers int, dir string) (tr *trainer, step func()) {
	net, vocab, batch := small(0)
	tr = &trainer{Options: Options{Workers: workers, Seed: 3, Out: dir, Log: io.Discard}, net: net, vocab: vocab}
	tr.start()
	for _, w := range tr.workers {
		w.drop = dropouts{word: 0.2, input: 0.1, layer: 0.25, hidden: 0.25}
	}
	opt := &adam{peak: 2e-3, last: 1e-5, total: 20, warm: 2, clip: 1, decay: 0.01, emaDecay: 0.9, workers: workers}
	return tr, func() {
		tr.step(opt, batch, func(w *worker) { w.learn(0.1) }, new(tally))
	}
}

// weights are all weights and averages of a network.
func weights(n *network) []float32 {
	var all []float32
	for _, p := range n.params {
		all = append(append(all, p.w...), p.ema...)
	}
	for _, t := range n.tables {
		all = append(append(all, t.w...), t.ema...)
	}
	return all
}

func TestSameForAnyWorkers(t *testing.T) {
	one, stepOne := tiny(1, "")
	two, stepTwo := tiny(2, "")
	first := weights(one.net)
	for range 6 {
		stepOne()
		stepTwo()
	}
	if slices.Equal(first, weights(one.net)) {
		t.Fatal("nothing was learned")
	}
	if !slices.Equal(weights(one.net), weights(two.net)) {
		t.Error("two goroutines give another model than one")
	}
}

func TestGoesOn(t *testing.T) {
	dir := t.TempDir()
	whole, step := tiny(1, dir)
	for range 4 {
		step()
	}
	if err := whole.saveState(1); err != nil {
		t.Fatal(err)
	}
	for range 4 {
		step()
	}
	again, step := tiny(1, dir)
	if epoch, err := again.loadState(); err != nil || epoch != 1 {
		t.Fatalf("epoch %d, %v", epoch, err)
	}
	for range 4 {
		step()
	}
	if !slices.Equal(weights(whole.net), weights(again.net)) {
		t.Error("a run that was interrupted gives another model")
	}
	other, _ := tiny(1, dir)
	other.Seed = 4
	if _, err := other.loadState(); err == nil || !strings.Contains(err.Error(), "other settings") {
		t.Errorf("state of another run: %v", err)
	}
}
