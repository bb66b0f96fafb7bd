package train

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
)

// pretrained is a checkpoint of the encoder's averaged weights.
type pretrained struct {
	Config syntax.Config
	Filter feature.Filter
	Tables [][]float32
	Params map[string][]float32
	// Words read, and the number of raw files they came from.
	Words, Files int
}

// shared reports whether a weight belongs to the encoder, which pretraining hands on.
func encoderParam(name string) bool {
	return name == "treebank" || strings.HasPrefix(name, "proj.") || strings.HasPrefix(name, "lstm")
}

// save writes the averaged weights to a file in Out: of the encoder, or with whole of all.
func (t *trainer) save(file string, whole bool) error {
	p := pretrained{Config: t.net.Config, Filter: t.filter, Words: t.rawWords, Files: t.rawUsed, Params: make(map[string][]float32)}
	for _, tb := range t.net.tables {
		p.Tables = append(p.Tables, tb.ema)
	}
	for _, q := range t.net.params {
		if whole || encoderParam(q.name) {
			p.Params[q.name] = q.ema
		}
	}
	return writeGob(filepath.Join(t.Out, file), p)
}

// writeGob writes a value to a file that is whole or not there.
func writeGob(name string, v any) error {
	f, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err := gob.NewEncoder(w).Encode(v); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// readPretrained reads a checkpoint.
func readPretrained(name string) (*pretrained, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p := new(pretrained)
	if err := gob.NewDecoder(bufio.NewReader(f)).Decode(p); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// resume takes over the weights of a checkpoint: of the encoder, or all.
func (t *trainer) resume(name string) error {
	p, err := readPretrained(name)
	if err != nil {
		return err
	}
	t.rawWords, t.rawUsed = p.Words, p.Files
	return t.takeOver(t.net, p, name)
}

// takeOver copies the weights of a checkpoint into a network and adds its known words to the filter.
func (t *trainer) takeOver(n *network, p *pretrained, name string) error {
	if p.Config != n.Config || len(p.Tables) != len(n.tables) {
		return fmt.Errorf("%s: made with sizes %v, wanted %v", name, p.Config, n.Config)
	}
	for i, w := range p.Filter {
		t.filter[i] |= w
	}
	for i, tb := range n.tables {
		copy(tb.w, p.Tables[i])
		copy(tb.ema, p.Tables[i])
	}
	whole := false
	for _, q := range n.params {
		w, ok := p.Params[q.name]
		if !ok {
			continue
		}
		if len(w) != len(q.ema) {
			return fmt.Errorf("%s: %s has %d values, wanted %d; made with other labels?", name, q.name, len(w), len(q.ema))
		}
		copy(q.w, w)
		copy(q.ema, w)
		whole = whole || !encoderParam(q.name)
	}
	if whole {
		return nil
	}
	// Raw text was read with GUM's vector; EWT starts from the same.
	for _, w := range [][]float32{n.bank.w, n.bank.ema} {
		copy(w[bankEWT*syntax.TreebankWidth:(bankEWT+1)*syntax.TreebankWidth], w[bankGUM*syntax.TreebankWidth:])
	}
	return nil
}
