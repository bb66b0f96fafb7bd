package train

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"annals/engine/syntax"
)

// calibration is how many training sentences the ranges of layers are read off.
const calibration = 600

// encode makes a model file of the averaged weights, with ranges from training sentences.
func (t *trainer) encode(exceptions []string) ([]byte, error) {
	f := t.inv.file(t.net, t.filter, exceptions)
	trees := t.corpus.train
	var sents [][]string
	for i := range min(calibration, len(trees)) {
		sents = append(sents, trees[i*len(trees)/min(calibration, len(trees))].Forms())
	}
	if err := f.Calibrate(sents); err != nil {
		return nil, err
	}
	return f.Encode()
}

// Requantise writes model.bin and model.json anew from a checkpoint of all averaged float weights; Hidden is taken
// from it, the other options only stand in the manifest.
func Requantise(o Options, checkpoint string) error {
	o.fill()
	f, err := os.Open(checkpoint)
	if err != nil {
		return err
	}
	defer f.Close()
	var p pretrained
	if err := gob.NewDecoder(bufio.NewReader(f)).Decode(&p); err != nil {
		return fmt.Errorf("%s: %w", checkpoint, err)
	}
	c, err := loadCorpus(o.Shared)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return err
	}
	o.Hidden = p.Config.Hidden
	t := &trainer{Options: o, corpus: c, vocab: newVocabulary(), filter: p.Filter, begun: time.Now(), rawWords: p.Words, rawUsed: p.Files}
	t.inv = newInventory(c.train, p.Config)
	t.net = newNetwork(t.inv.sizes(0), rand.New(rand.NewPCG(o.Seed, 0)))
	if len(p.Tables) != len(t.net.tables) {
		return fmt.Errorf("%s: %d tables, want %d", checkpoint, len(p.Tables), len(t.net.tables))
	}
	for i, b := range t.net.tables {
		if len(b.ema) != len(p.Tables[i]) {
			return fmt.Errorf("%s: table %d has %d values, want %d", checkpoint, i, len(p.Tables[i]), len(b.ema))
		}
		b.ema = p.Tables[i]
	}
	for _, q := range t.net.params {
		w := p.Params[q.name]
		if len(w) != len(q.ema) {
			return fmt.Errorf("%s: %s has %d values, want %d: it is no checkpoint of a whole model with these treebanks", checkpoint, q.name, len(w), len(q.ema))
		}
		q.ema = w
	}
	data, err := t.encode(nil)
	if err != nil {
		return err
	}
	m, err := syntax.Load(data)
	if err != nil {
		return err
	}
	return t.finish(m)
}
