package syntax

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"annals/engine/syntax/feature"
	"annals/engine/syntax/matrix"
)

// Model is a trained tagger and parser. It is never changed after loading and safe for concurrent use.
type Model struct {
	head   *Header
	raw    []byte
	filter feature.Filter
	tables [feature.Tables]*tensor
	bank   []float32 // vector of the treebank in use
	banks  []float32
	projW  *matrix.Packed
	projB  []float32
	lstm   [2][2]lstmWeights // layer, direction
	tagH   *matrix.Packed
	tagX   *matrix.Packed
	tagB   []float32
	headW  *matrix.Packed
	headB  []float32
	mlpW   *matrix.Packed
	mlpB   []float32
	root   []float32
	arcW   *matrix.Packed
	arcB   []float32
	distW  *matrix.Packed
	distB  []float32
	labelW *matrix.Packed
	labelB []float32
	rules  []rule
	except map[exceptionKey]string
	// Past forms of strong verbs.
	irregular map[string]string
	rootRel   int32
	relGroup  []uint8
	entB      []int32 // for an entity label: the label that begins a name of its type
}

type lstmWeights struct {
	wx, wh *matrix.Packed
	b      []float32
}

type exceptionKey struct {
	form string
	upos int32
}

// Load reads a model file. The model keeps data, which must not be changed.
func Load(data []byte) (*Model, error) {
	h, filter, parts, err := split(data)
	if err != nil {
		return nil, err
	}
	if err := h.check(); err != nil {
		return nil, err
	}
	pack := func(name string) *matrix.Packed {
		t := parts[name]
		return matrix.Pack(t.dense(), t.Rows, t.Cols)
	}
	bias := func(name string) []float32 { // padded like the columns of its matrix
		b := parts[name].dense()
		return append(b, make([]float32, matrix.Pad(len(b))-len(b))...)
	}
	m := &Model{head: h, raw: data, filter: filter}
	for t := feature.Table(0); t < feature.Tables; t++ {
		m.tables[t] = parts[h.Tensors[t].Name]
	}
	m.banks = parts["treebank"].dense()
	m.projW, m.projB = pack("proj.w"), bias("proj.b")
	for l, layer := range []string{"1", "2"} {
		for d, dir := range []string{"f", "b"} {
			n := "lstm" + layer + dir
			m.lstm[l][d] = lstmWeights{wx: pack(n + ".wx"), wh: pack(n + ".wh"), b: bias(n + ".b")}
		}
	}
	m.tagH, m.tagX, m.tagB = pack("tag.wh"), pack("tag.wx"), bias("tag.b")
	m.headW, m.headB = pack("head.w"), bias("head.b")
	m.mlpW, m.mlpB, m.root = pack("mlp.w"), bias("mlp.b"), parts["root"].dense()
	m.arcW, m.arcB = pack("arc.w"), bias("arc.b")
	m.distW, m.distB = pack("dist.w"), bias("dist.b")
	m.labelW, m.labelB = pack("label.w"), bias("label.b")
	if err := m.index(); err != nil {
		return nil, err
	}
	return m.As(h.Default)
}

// check finds sizes and lists that do not fit.
func (h *Header) check() error {
	c := h.Config
	for _, n := range []int{c.Proj, c.Tag, c.Arc} {
		if n <= 0 || n%matrix.Lane != 0 || n > 1<<14 {
			return fmt.Errorf("%w: size %d is not a multiple of %d", ErrBadModel, n, matrix.Lane)
		}
	}
	if c.Hidden <= 0 || c.Hidden%16 != 0 || c.Hidden > 1<<14 {
		return fmt.Errorf("%w: hidden size %d", ErrBadModel, c.Hidden)
	}
	for i, l := range [][]string{h.UPOS, h.XPOS, h.Feats, h.Rules, h.Rels, h.Entities} {
		if len(l) == 0 {
			return fmt.Errorf("%w: inventory %d is empty", ErrBadModel, i)
		}
	}
	for _, of := range []struct {
		lists [][]int
		n     int
	}{{h.XPOSOf, len(h.XPOS)}, {h.FeatsOf, len(h.Feats)}} {
		if len(of.lists) != len(h.UPOS) {
			return fmt.Errorf("%w: %d lists of labels by UPOS, want %d", ErrBadModel, len(of.lists), len(h.UPOS))
		}
		for _, list := range of.lists {
			if len(list) == 0 {
				return fmt.Errorf("%w: a UPOS has no labels", ErrBadModel)
			}
			for _, i := range list {
				if i < 0 || i >= of.n {
					return fmt.Errorf("%w: label %d of %d", ErrBadModel, i, of.n)
				}
			}
		}
	}
	return nil
}

// index builds what is looked up while parsing.
func (m *Model) index() error {
	h := m.head
	m.rules = make([]rule, len(h.Rules))
	for i, s := range h.Rules {
		r, err := parseRule(s)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrBadModel, err)
		}
		m.rules[i] = r
	}
	upos := make(map[string]int32, len(h.UPOS))
	for i, u := range h.UPOS {
		upos[u] = int32(i)
	}
	if len(h.Exceptions)%3 != 0 {
		return fmt.Errorf("%w: exceptions are not in threes", ErrBadModel)
	}
	m.except = make(map[exceptionKey]string, len(h.Exceptions)/3)
	for i := 0; i < len(h.Exceptions); i += 3 {
		m.except[exceptionKey{h.Exceptions[i], upos[h.Exceptions[i+1]]}] = h.Exceptions[i+2]
	}
	m.irregular = irregularLemmas()
	m.rootRel = -1
	m.relGroup = make([]uint8, len(h.Rels))
	for i, r := range h.Rels {
		if r == "root" {
			m.rootRel = int32(i)
		}
		m.relGroup[i] = coreGroup(r)
	}
	if m.rootRel < 0 || len(h.Rels) < 2 {
		return fmt.Errorf("%w: no relation root", ErrBadModel)
	}
	return m.indexEntities()
}

// As gives the same model with the conventions of another treebank ("ewt", "gum").
func (m *Model) As(treebank string) (*Model, error) {
	for i, t := range m.head.Treebanks {
		if t == treebank {
			c := *m
			c.bank = m.banks[i*TreebankWidth : (i+1)*TreebankWidth]
			return &c, nil
		}
	}
	return nil, fmt.Errorf("no treebank %q in the syntax model, it has %v", treebank, m.head.Treebanks)
}

// Digest is a short hash of the model's bytes.
func (m *Model) Digest() string {
	sum := sha256.Sum256(m.raw)
	return hex.EncodeToString(sum[:8])
}
