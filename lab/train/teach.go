package train

import (
	"bufio"
	"context"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"annals/engine/doc"
	"annals/engine/segment"
	"annals/engine/syntax"
	"annals/engine/syntax/matrix"
	"annals/lang/en"
)

// Bounds of the sentences that teachers read, in words, and the least mean share of the chosen heads of a sentence that
// is kept: below it the text is mostly no prose.
const (
	minTaught, maxTaught = 4, 50
	leastShare           = 0.7
	softWeight           = 0.5 // of a sentence of teachers against one of EWT
)

// TreesFile is the file that Teach writes to Out.
const TreesFile = "trees.gob"

// softTrees are the sentences of teachers.
type softTrees struct {
	Labels   string   // fingerprint of the label inventory
	Teachers []string // settings of the teachers
	Trees    []softTree
}

// taughtFiles are the texts that teachers read, with the share of their paragraphs taken.
func taughtFiles() map[string]float64 {
	return map[string]float64{"news/wikinews.jsonl.gz": 1, "news/current-events.jsonl.gz": 0.2, "raw/kremlin.txt.gz": 0.05,
		"raw/white-house.txt.gz": 0.05, "raw/wikipedia.txt.gz": 0.03}
}

// A teacher is a trained network.
type teacher struct {
	net *network
	// workers, one for each goroutine
	workers []*worker
}

// Teach reads raw news with several trained models (checkpoints float.gob) and writes what they think together, as
// distributions over labels and heads, to trees.gob in Out.
func Teach(ctx context.Context, o Options, teachers []string) error {
	if len(teachers) == 0 {
		return errors.New("no teachers: name at least one checkpoint")
	}
	t, err := newTrainer(o)
	if err != nil {
		return err
	}
	var class []teacher
	for _, name := range teachers {
		p, err := readPretrained(name)
		if err != nil {
			return err
		}
		z := t.inv.sizes(0)
		z.Config = p.Config
		one := teacher{net: newNetwork(z, rand.New(rand.NewPCG(0, 0)))}
		if err := t.takeOver(one.net, p, name); err != nil {
			return err
		}
		one.net.pack()
		for range t.Workers {
			one.workers = append(one.workers, newWorker(one.net, t.vocab, 0))
		}
		class = append(class, one)
	}
	sents, err := t.rawNews()
	if err != nil {
		return err
	}
	var all []*example
	words := 0
	forms := make(map[*example][]string)
	for _, s := range sents {
		e := &example{bank: bankGUM, types: make([]int32, len(s)), head: make([]int32, len(s))}
		for i, f := range s {
			e.types[i] = t.vocab.id(f)
		}
		forms[e] = s
		all = append(all, e)
		words += len(s)
	}
	t.vocab.mark(t.filter)
	t.logf("%d sentences, %d words for %d teachers", len(all), words, len(class))
	list := batches(all, t.Words, rand.New(rand.NewPCG(t.Seed, 3)))
	out := softTrees{Labels: t.inv.fingerprint(), Teachers: teachers}
	found := make([][]softTree, len(list))
	var jobs []func()
	for g := range t.Workers {
		jobs = append(jobs, func() {
			for i := g; i < len(list) && ctx.Err() == nil; i += t.Workers {
				found[i] = judge(class, g, list[i], forms)
				if g == 0 && i/t.Workers%100 == 0 {
					t.logf("batch %d of %d", i, len(list))
				}
			}
		})
	}
	parallel(t.Workers, jobs)
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, f := range found {
		out.Trees = append(out.Trees, f...)
	}
	t.logf("%d of %d sentences kept", len(out.Trees), len(all))
	return writeGob(filepath.Join(t.Out, TreesFile), out)
}

// judge lets all teachers read a batch and gives the sentences whose best heads form trees.
func judge(class []teacher, g int, batch []*example, forms map[*example][]string) []softTree {
	mean := 1 / float32(len(class))
	n := 0
	for _, e := range batch {
		n += len(e.types)
	}
	z := class[0].net
	spans := [...]int{z.upos, z.xpos, z.feats, z.rules, z.ents}
	tags, rels := make([]float32, n*z.headCols), make([]float32, n*z.rels)
	arcs := make([][]float32, len(batch))
	for _, c := range class {
		w := c.workers[g]
		w.begin(batch, 0, 0)
		w.lookup()
		w.encode()
		w.tagScores()
		for r := range n {
			at := 0
			for _, size := range spans {
				addShares(tags[r*z.headCols+at:][:size], w.heads[r*z.headPad+at:][:size], mean)
				at += size
			}
		}
		w.arcVectors()
		for k, e := range batch {
			np, m := w.arcScores(k, e), len(e.types)
			if arcs[k] == nil {
				arcs[k] = make([]float32, m*(m+1))
			}
			for i := range m {
				addShares(arcs[k][i*(m+1):][:m+1], w.sent.score[i*np:][:m+1], mean)
			}
		}
	}
	good := make([]bool, len(batch))
	for k, e := range batch {
		m, sum := len(e.types), float32(0)
		for i := range m {
			row := arcs[k][i*(m+1):][:m+1]
			h := argmax(row)
			sum += row[h]
			e.head[i] = int32(h)
			if h == m {
				e.head[i] = -1
			}
		}
		good[k] = isTree(e.head) && sum >= leastShare*float32(m)
		if !isTree(e.head) { // so that labels can be scored at all
			for i := range e.head {
				e.head[i] = int32(i) - 1
			}
		}
	}
	for _, c := range class {
		w := c.workers[g]
		w.labelScores()
		for r := range n {
			addShares(rels[r*z.rels:][:z.rels], w.rels[r*c.net.relPad:][:z.rels], mean)
		}
	}
	var out []softTree
	w := class[0].workers[g]
	for k, e := range batch {
		if !good[k] {
			continue
		}
		s := softTree{Forms: forms[e], Head: e.head}
		m := len(e.types)
		for i := range m {
			r := w.layout.at(k, i)
			at := 0
			for l, size := range spans {
				s.Soft[l].addBest(tags[r*z.headCols+at:][:size])
				at += size
			}
			s.Soft[headLayer].addBest(arcs[k][i*(m+1):][:m+1])
			s.Soft[relLayer].addBest(rels[r*z.rels:][:z.rels])
		}
		out = append(out, s)
	}
	return out
}

// addShares adds the softmax of scores times scale to dst.
func addShares(dst, score []float32, scale float32) {
	top, sum := score[argmax(score)], float32(0)
	for _, v := range score {
		sum += matrix.Exp(v - top)
	}
	for i, v := range score {
		dst[i] += scale * matrix.Exp(v-top) / sum
	}
}

// rawNews cuts a part of the raw texts into sentences and words as the engine does.
func (t *trainer) rawNews() ([][]string, error) {
	seg, err := segment.New(en.Files())
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(t.Seed, 4))
	var out [][]string
	share := taughtFiles()
	for _, name := range rawFiles() {
		p, ok := share[name]
		if !ok {
			continue
		}
		words := 0
		err := readLines(filepath.Join(t.Shared, "data", name), func(line []byte) (bool, error) {
			if rng.Float64() >= p {
				return true, nil
			}
			d := &doc.Document{Text: string(line)}
			if strings.HasSuffix(name, ".jsonl.gz") {
				var item struct{ Title, Text, Source string }
				if err := json.Unmarshal(line, &item); err != nil {
					return false, err
				}
				if item.Source == "GUM" {
					return true, nil
				}
				d.Text = item.Text
				if item.Title != "" {
					d.Title, d.Text = item.Title, item.Title+"\n\n"+item.Text
					d.Body = int32(len(item.Title) + 2)
				}
			}
			seg.Run(d)
			for _, s := range d.Sentences {
				if n := s.Last - s.First; n < minTaught || n > maxTaught || s.Kind == doc.Colophon {
					continue
				}
				var forms []string
				for i := s.First; i < s.Last; i++ {
					forms = append(forms, d.Text[d.Tokens[i].Start:d.Tokens[i].End])
				}
				words += len(forms)
				out = append(out, forms)
			}
			return true, nil
		})
		if err != nil {
			return nil, err
		}
		t.logf("teachers read %d words of %s", words, name)
	}
	return out, nil
}

// fingerprint names the label inventory.
func (v *inventory) fingerprint() string {
	h := v.header
	return fmt.Sprint(len(h.UPOS), len(h.XPOS), len(h.Feats), len(h.Rules), len(h.Entities), len(h.Rels), h.Rules[len(h.Rules)-1],
		h.Feats[len(h.Feats)-1])
}

// readTrees reads what teachers left.
func (t *trainer) readTrees(name string) (*softTrees, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := new(softTrees)
	if err := gob.NewDecoder(bufio.NewReader(f)).Decode(s); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(s.Trees) == 0 || s.Labels != t.inv.fingerprint() {
		return nil, fmt.Errorf("%s: made with other labels or empty; make it again with `annals-lab train trees`", name)
	}
	return s, nil
}

// taught reads the sentences of teachers, if there are any, and cuts TreeWords to what they hold.
func (t *trainer) taught() ([]softTree, error) {
	if t.Trees == "" {
		t.TreeWords = 0
		return nil, nil
	}
	s, err := t.readTrees(t.Trees)
	if err != nil {
		return nil, err
	}
	for i := range s.Trees {
		t.taughtWords += len(s.Trees[i].Forms)
	}
	t.TreeWords = min(t.TreeWords, t.taughtWords)
	t.teachers = s.Teachers
	t.logf("%d sentences, %d words of teachers", len(s.Trees), t.taughtWords)
	return s.Trees, nil
}

// draw gives sentences of teachers with TreeWords words together; the next epoch goes on where this one ends.
func (t *trainer) draw(taught []softTree, epoch int, rng *rand.Rand) []*example {
	if len(taught) == 0 {
		return nil
	}
	order := rand.New(rand.NewPCG(t.Seed, 5)).Perm(len(taught))
	at := int(float64(epoch-1) * float64(t.TreeWords) / float64(t.taughtWords) * float64(len(taught)))
	var out []*example
	for words := 0; words < t.TreeWords; at++ {
		s := &taught[order[at%len(order)]]
		words += len(s.Forms)
		out = append(out, s.example(t.inv, t.vocab, rng))
	}
	return out
}

// newTrainer reads the treebanks and numbers their labels and forms.
func newTrainer(o Options) (*trainer, error) {
	o.fill()
	c, err := loadCorpus(o.Shared)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return nil, err
	}
	t := newRun(o, c)
	t.inv = newInventory(c.train, syntax.Config{Proj: 192, Hidden: o.Hidden, Tag: 128, Arc: 128})
	for i := range c.train {
		for _, w := range c.train[i].Words {
			t.filter.Add(t.vocab.keys[t.vocab.id(w.Form)].Hash)
		}
	}
	return t, nil
}
