package syntax

import (
	"annals/engine/syntax/matrix"
)

// tagWords fills in tags, features, lemma and entity.
func (m *Model) tagWords(s *Scratch, forms []string, t *Tree) {
	n, two, width := len(forms), 2*m.head.Config.Hidden, m.tagX.N
	s.z = sized(s.z, n*width)
	m.tagH.w.Mul(m.kernel, s.z, width, s.h, two, n)
	s.tag = sized(s.tag, n*width)
	for i, v := range s.own {
		matrix.Affine(m.kernel, s.tag[i*width:(i+1)*width], s.z[i*width:], m.tagH.scale, v.tag, leak)
	}
	s.watch.see(watchTag, s.tag)
	s.q = sized(s.q, n*width)
	m.tag.bytes(m.kernel, s.q, s.tag)
	s.heads = m.apply(s, s.heads, &m.headW, s.q, width, n, 1)
	h := m.head
	nu, nx, nf, nr := len(h.UPOS), len(h.XPOS), len(h.Feats), len(h.Rules)
	for i, form := range forms {
		z := s.heads[i*m.headW.w.N:]
		u := argmax(z[:nu])
		z = z[nu:]
		x := argmaxOf(z, h.XPOSOf[u])
		z = z[nx:]
		f := argmaxOf(z, h.FeatsOf[u])
		z = z[nf:]
		r := argmax(z[:nr])
		t.UPOS[i], t.XPOS[i], t.Feats[i] = h.UPOS[u], h.XPOS[x], h.Feats[f]
		t.Lemma[i] = m.pastLemma(form, h.XPOS[x], m.lemma(s, form, int32(u), int32(r)))
	}
	m.names(s, s.heads[nu+nx+nf+nr:], m.headW.w.N, n, t.Entity)
}

// lemma applies the exceptions, else the rule.
func (m *Model) lemma(s *Scratch, form string, upos, r int32) string {
	if l, ok := m.except[exceptionKey{form, upos}]; ok {
		return l
	}
	k := lemmaKey{form, r}
	if l, ok := s.lemmas[k]; ok {
		return l
	}
	l := m.rules[r].apply(form)
	if l == "" {
		l = form
	}
	if len(s.lemmas) >= lemmaCacheSize {
		clear(s.lemmas)
	}
	s.lemmas[k] = l
	return l
}

// apply runs a layer over n rows of bytes into out, with the slope below zero.
func (m *Model) apply(s *Scratch, out []float32, l *linear, in []uint8, width, n int, slope float32) []float32 {
	w := l.w.N
	s.z = sized(s.z, n*w)
	l.w.Mul(m.kernel, s.z, w, in, width, n)
	out = sized(out, n*w)
	for i := range n {
		matrix.Affine(m.kernel, out[i*w:(i+1)*w], s.z[i*w:], l.scale, l.bias, slope)
	}
	return out
}

// attach fills in heads and relations.
func (m *Model) attach(s *Scratch, n int, t *Tree) {
	two, arc := 2*m.head.Config.Hidden, m.head.Config.Arc
	wide := m.mlpW.w.N
	s.mlp = m.apply(s, s.mlp, &m.mlpW, s.h, two, n, leak)
	s.q = sized(s.q, n*arc)
	for i := range n {
		x := s.mlp[i*wide : i*wide+arc]
		s.watch.see(watchArc, x)
		m.arc.bytes(m.kernel, s.q[i*arc:(i+1)*arc], x)
	}
	s.arcV = m.apply(s, s.arcV, &m.arcW, s.q, arc, n, 1)
	s.dist = m.apply(s, s.dist, &m.distW, s.q, arc, n, 1)

	// Heads: the words, then the root.
	heads := sized(s.act, (n+1)*arc)
	s.act = heads
	for i := 0; i < n; i++ {
		copy(heads[i*arc:(i+1)*arc], s.mlp[i*wide+arc:])
	}
	copy(heads[n*arc:], m.root[:arc])
	s.heap.RefillTransposed(heads, arc, n+1, arc)
	ld := s.heap.N
	s.score = zeros(s.score, n*ld)
	s.heap.MulAdd(m.kernel, s.score, ld, s.arcV, arc, n)
	for i := 0; i < n; i++ {
		row, d := s.score[i*ld:], s.dist[i*m.distW.w.N:]
		for j := 0; j < n; j++ {
			row[j] += d[DistClass(i, j)]
		}
		row[n] += d[DistClass(i, -1)]
	}
	s.tree.bestTree(t.Head[:n], s.score, ld)
	m.label(s, n, t)
}

// label fills in the relations of the arcs chosen.
func (m *Model) label(s *Scratch, n int, t *Tree) {
	arc, wide := m.head.Config.Arc, m.mlpW.w.N

	s.q = sized(s.q, n*3*arc)
	s.product = sized(s.product, arc)
	for i := range n {
		q := s.q[i*3*arc : (i+1)*3*arc]
		dep := s.mlp[i*wide+2*arc : i*wide+3*arc]
		head := m.root[arc : 2*arc]
		if h := int(t.Head[i]); h >= 0 {
			head = s.mlp[h*wide+3*arc : h*wide+4*arc]
		}
		for k, v := range head {
			s.product[k] = float32(v * dep[k])
		}
		s.watch.see(watchHead, head)
		s.watch.see(watchDep, dep)
		s.watch.see(watchProduct, s.product)
		m.labelHead.bytes(m.kernel, q[:arc], head)
		m.labelDep.bytes(m.kernel, q[arc:2*arc], dep)
		m.pairs.bytes(m.kernel, q[2*arc:], s.product)
	}
	s.rels = m.apply(s, s.rels, &m.labelW, s.q, 3*arc, n, 1)
	s.relIdx = sized(s.relIdx, n)
	m.relations(s, s.relIdx, t.Head[:n], s.rels, m.labelW.w.N)
	for i, r := range s.relIdx {
		t.Rel[i] = m.head.Rels[r]
	}
}

// rest fills in the words beyond MaxWords.
func (m *Model) rest(forms []string, n int, t *Tree) {
	root := int32(0)
	for i := 0; i < n; i++ {
		if t.Head[i] < 0 {
			root = int32(i)
		}
	}
	for i := n; i < len(forms); i++ {
		t.UPOS[i], t.XPOS[i], t.Feats[i], t.Lemma[i] = "X", "FW", "_", forms[i]
		t.Rel[i], t.Head[i], t.Entity[i] = "dep", root, "O"
	}
}

func argmax(v []float32) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}

// argmaxOf gives the best among some places.
func argmaxOf(v []float32, places []int) int {
	best := places[0]
	for _, i := range places[1:] {
		if v[i] > v[best] {
			best = i
		}
	}
	return best
}
