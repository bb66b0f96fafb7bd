package train

import (
	"math"
	"math/rand/v2"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
	"annals/lab/train/dense"
)

// shards is the number of parts of a batch. Each has gradients of its own, summed in order, so that the number of
// goroutines does not change a model.
const shards = 2

// A param is a weight matrix (or a bias, one row) with its gradients and the state of the optimiser.
type param struct {
	name       string
	rows, cols int // cols are padded to a multiple of 32
	used       int // columns before padding
	w          []float32
	g          [shards][]float32
	m, v, ema  []float32
	fwd, bwd   dense.Panels // packed by network.pack
	packed     bool
}

func (p *param) alloc() {
	n := p.rows * p.cols
	p.w, p.m, p.v, p.ema = make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)
	for i := range p.g {
		p.g[i] = make([]float32, n)
	}
}

// A table is a hashed table; its gradient is kept for touched rows only.
type table struct {
	width     int
	w         []float32
	g         []float32
	m, v, ema []float32
	touched   []uint32
	stamp     []uint32
	now       uint32
}

func (t *table) row(r uint32) []float32 { return t.w[int(r)*t.width : (int(r)+1)*t.width] }

// grad gives the gradient of a row and notes that it was touched.
func (t *table) grad(r uint32) []float32 {
	if t.stamp[r] != t.now {
		t.stamp[r] = t.now
		t.touched = append(t.touched, r)
	}
	return t.g[int(r)*t.width : (int(r)+1)*t.width]
}

// add32 adds x times scale to dst.
func add32(dst, x []float32, scale float32) {
	x = x[:len(dst)]
	for i := range dst {
		dst[i] += x[i] * scale
	}
}

func pad32(n int) int { return (n + 31) / 32 * 32 }

// sizes of a network.
type sizes struct {
	syntax.Config
	banks                              int
	upos, xpos, feats, rules, ents     int
	rels                               int
	headCols, headPad, relPad, outputs int // outputs: rows of the pretraining softmax, 0 for none
}

// network holds all weights.
type network struct {
	sizes
	tables [feature.Tables]*table
	params []*param

	bank, projW, projB       *param
	lstm                     [2][2]lstmParams
	tagH, tagX, tagB         *param
	headW, headB             *param
	mlpW, mlpB, root         *param
	arcW, arcB, distW, distB *param
	labelW, labelB           *param
	// Only while pretraining.
	mask, topW, topB, nextW, prevW *param
	out, outB                      *table

	step int
}

type lstmParams struct{ wx, wh, b *param }

// newNetwork makes a network with random weights.
func newNetwork(s sizes, rng *rand.Rand) *network {
	s.headCols = s.upos + s.xpos + s.feats + s.rules + s.ents
	s.headPad, s.relPad = pad32(s.headCols), pad32(s.rels)
	n := &network{sizes: s}
	for t := feature.Table(0); t < feature.Tables; t++ {
		size := t.Rows() * t.Width()
		tb := &table{width: t.Width(), w: make([]float32, size), g: make([]float32, size), m: make([]float32, size),
			v: make([]float32, size), ema: make([]float32, size), stamp: make([]uint32, t.Rows()), now: 1}
		for i := range tb.w {
			tb.w[i] = float32(rng.NormFloat64()) * 0.1
		}
		n.tables[t] = tb
	}
	add := func(name string, rows, used int, scale float64) *param {
		p := &param{name: name, rows: rows, cols: pad32(used), used: used}
		p.alloc()
		for r := 0; r < rows; r++ {
			for c := 0; c < used; c++ {
				p.w[r*p.cols+c] = float32(rng.NormFloat64() * scale)
			}
		}
		n.params = append(n.params, p)
		return p
	}
	glorot := func(in, out int) float64 { return math.Sqrt(2 / float64(in+out)) }
	matrix := func(name string, in, out int) *param {
		p := add(name, in, out, glorot(in, out))
		p.packed = true
		return p
	}
	h, two := s.Hidden, 2*s.Hidden
	n.bank = add("treebank", s.banks, syntax.TreebankWidth, 0.1)
	n.bank.cols = syntax.TreebankWidth
	n.bank.w = n.bank.w[:s.banks*syntax.TreebankWidth]
	n.projW, n.projB = matrix("proj.w", syntax.InputWidth, s.Proj), add("proj.b", 1, s.Proj, 0)
	in := s.Proj
	for l, layer := range []string{"1", "2"} {
		for d, dir := range []string{"f", "b"} {
			name := "lstm" + layer + dir
			p := lstmParams{matrix(name+".wx", in, 4*h), matrix(name+".wh", h, 4*h), add(name+".b", 1, 4*h, 0)}
			orthogonal(p.wh.w, h, 4, rng)
			for i := h; i < 2*h; i++ {
				p.b.w[i] = 1 // forget gate
			}
			n.lstm[l][d] = p
		}
		in = two
	}
	n.tagH, n.tagX, n.tagB = matrix("tag.wh", two, s.Tag), matrix("tag.wx", syntax.InputWidth, s.Tag), add("tag.b", 1, s.Tag, 0)
	n.headW, n.headB = matrix("head.w", s.Tag, s.headCols), add("head.b", 1, s.headCols, 0)
	n.mlpW, n.mlpB = matrix("mlp.w", two, 4*s.Arc), add("mlp.b", 1, 4*s.Arc, 0)
	n.root = add("root", 1, 2*s.Arc, 0.3)
	n.arcW, n.arcB = matrix("arc.w", s.Arc, s.Arc), add("arc.b", 1, s.Arc, 0)
	n.distW, n.distB = matrix("dist.w", s.Arc, syntax.DistClasses), add("dist.b", 1, syntax.DistClasses, 0)
	clear(n.distW.w)
	n.labelW, n.labelB = matrix("label.w", 3*s.Arc, s.rels), add("label.b", 1, s.rels, 0)
	if s.outputs > 0 {
		n.addPretraining(rng)
	}
	for _, p := range n.params {
		copy(p.ema, p.w)
	}
	for _, t := range n.tables {
		copy(t.ema, t.w)
	}
	return n
}

// orthogonal fills w (h rows, blocks of h columns) with random orthogonal blocks.
func orthogonal(w []float32, h, blocks int, rng *rand.Rand) {
	for b := range blocks {
		q := make([][]float64, h)
		for i := range q {
			v := make([]float64, h)
			for k := range v {
				v[k] = rng.NormFloat64()
			}
			for _, u := range q[:i] { // modified Gram-Schmidt
				dot := 0.0
				for k := range v {
					dot += v[k] * u[k]
				}
				for k := range v {
					v[k] -= dot * u[k]
				}
			}
			norm := 0.0
			for _, x := range v {
				norm += x * x
			}
			norm = math.Sqrt(norm)
			for k := range v {
				v[k] /= norm
				w[i*blocks*h+b*h+k] = float32(v[k])
			}
			q[i] = v
		}
	}
}

// pack prepares the operands of products, once for each update.
func (n *network) pack() {
	for _, p := range n.params {
		if p.packed {
			p.fwd.Pack(p.w, p.rows, p.cols, p.cols)
			if p.rows%32 == 0 {
				p.bwd.PackTransposed(p.w, p.cols, p.rows, p.cols)
			}
		}
	}
}
