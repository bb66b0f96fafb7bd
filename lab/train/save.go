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

// save writes the pretrained encoder to Out.
func (t *trainer) save() error {
	p := pretrained{Config: t.net.Config, Filter: t.filter, Words: t.rawWords, Files: t.rawUsed, Params: make(map[string][]float32)}
	for _, tb := range t.net.tables {
		p.Tables = append(p.Tables, tb.ema)
	}
	for _, q := range t.net.params {
		if encoderParam(q.name) {
			p.Params[q.name] = q.ema
		}
	}
	name := filepath.Join(t.Out, "pretrained.gob")
	f, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err := gob.NewEncoder(w).Encode(p); err != nil {
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

// resume takes over a pretrained encoder.
func (t *trainer) resume(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var p pretrained
	if err := gob.NewDecoder(bufio.NewReader(f)).Decode(&p); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if p.Config != t.net.Config || len(p.Tables) != len(t.net.tables) {
		return fmt.Errorf("%s: pretrained with sizes %v, wanted %v", name, p.Config, t.net.Config)
	}
	t.rawWords, t.rawUsed = p.Words, p.Files
	for i, w := range p.Filter {
		t.filter[i] |= w
	}
	for i, tb := range t.net.tables {
		copy(tb.w, p.Tables[i])
		copy(tb.ema, p.Tables[i])
	}
	for _, q := range t.net.params {
		if w, ok := p.Params[q.name]; ok {
			copy(q.w, w)
			copy(q.ema, w)
		}
	}
	// Raw text was read with GUM's vector; EWT starts from the same.
	b := t.net.bank
	for _, w := range [][]float32{b.w, b.ema} {
		copy(w[bankEWT*syntax.TreebankWidth:(bankEWT+1)*syntax.TreebankWidth], w[bankGUM*syntax.TreebankWidth:])
	}
	return nil
}
