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
	kernel matrix.Kernel
	filter feature.Filter
	tables [feature.Tables]*tensor
	bank   []float32 // vector of the treebank in use
	banks  []float32
	// What depends on the form alone is computed in floats and cached.
	projW, tagX                                *matrix.Packed
	projB, tagB                                []float32
	lstm                                       [2][2]lstmWeights // layer, direction
	tagH, headW, mlpW, arcW, distW, labelW     linear
	proj, tag, arc, labelHead, labelDep, pairs grid
	root                                       []float32
	rules                                      []rule
	except                                     map[exceptionKey]string
	// Past forms of strong verbs.
	irregular map[string]string
	rootRel   int32
	relGroup  []uint8
	entB      []int32 // for an entity label: the label that begins a name of its type
}

// linear is a layer: bytes times w, times scale, plus bias. Scale and bias are padded like the columns of w.
type linear struct {
	w           *matrix.Int8
	scale, bias []float32
}

type lstmWeights struct {
	wx, wh      *matrix.Int8
	scale, bias []float32 // one scale for the sum of both products
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
	m := &Model{head: h, raw: data, kernel: matrix.Best(), filter: filter}
	for t := feature.Table(0); t < feature.Tables; t++ {
		m.tables[t] = parts[h.Tensors[t].Name]
	}
	m.unpack(parts)
	if err := m.index(); err != nil {
		return nil, err
	}
	return m.As(h.Default)
}

// unpack lays the weights out for the kernels.
func (m *Model) unpack(parts map[string]*tensor) {
	h := m.head
	floats := func(name string) []float32 { return parts[name].floats() }
	pack := func(name string) *matrix.Packed {
		return matrix.Pack(floats(name), parts[name].Rows, parts[name].Cols)
	}
	padded := func(name string) []float32 {
		b := floats(name)
		return append(b, make([]float32, matrix.Pad(len(b))-len(b))...)
	}
	bytes := func(name string) ([]float32, *matrix.Int8) {
		t := parts[name]
		zero := make([]uint8, t.Rows)
		for i, g := range h.grids(t.TensorInfo) {
			zero[i] = g.zero
		}
		scale, w := t.columns()
		return scale, matrix.PackInt8(w, t.Rows, t.Cols, zero)
	}
	layer := func(w, b string) (l linear) {
		l.scale, l.w = bytes(w)
		if b != "" {
			l.bias = padded(b)
		}
		return l
	}
	m.banks = floats("treebank")
	m.projW, m.projB = pack("proj.w"), padded("proj.b")
	m.tagX, m.tagB = pack("tag.wx"), padded("tag.b")
	for l, layer := range []string{"1", "2"} {
		for d, dir := range []string{"f", "b"} {
			n, w := "lstm"+layer+dir, &m.lstm[l][d]
			w.scale, w.wx = bytes(n + ".wx")
			_, w.wh = bytes(n + ".wh")
			w.bias = padded(n + ".b")
		}
	}
	m.tagH, m.headW, m.mlpW = layer("tag.wh", ""), layer("head.w", "head.b"), layer("mlp.w", "mlp.b")
	m.arcW, m.distW, m.labelW = layer("arc.w", "arc.b"), layer("dist.w", "dist.b"), layer("label.w", "label.b")
	r := &h.Ranges
	m.proj, m.tag, m.arc = r.Proj.grid(), r.Tag.grid(), r.Arc.grid()
	m.labelHead, m.labelDep, m.pairs = r.Head.grid(), r.Dep.grid(), r.Product.grid()
	m.root = floats("root")
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
	for name, r := range h.Ranges.each() {
		if !r.ok() {
			return fmt.Errorf("%w: range %s is %v", ErrBadModel, name, *r)
		}
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

// Kernel tells which kernel the model computes with: the fastest of the machine unless WithKernel chose another.
func (m *Model) Kernel() matrix.Kernel { return m.kernel }

// WithKernel gives the same model with another kernel. All kernels give the same trees; this is for tests and
// measurements.
func (m *Model) WithKernel(k matrix.Kernel) (*Model, error) {
	if !k.Usable() {
		return nil, fmt.Errorf("this processor or build has no kernel %v, only %v", k, matrix.Usable())
	}
	c := *m
	c.kernel = k
	return &c, nil
}

// Digest is a short hash of the model's bytes.
func (m *Model) Digest() string {
	sum := sha256.Sum256(m.raw)
	return hex.EncodeToString(sum[:8])
}
