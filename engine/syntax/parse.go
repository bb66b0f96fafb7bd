package syntax

import (
	"annals/engine/syntax/matrix"
)

// Parse analyses one sentence into t. It never fails: any strings are words. Words after the first MaxWords are
// not analysed (see MaxWords).
func (m *Model) Parse(s *Scratch, forms []string, t *Tree) {
	t.reset(len(forms))
	n := min(len(forms), MaxWords)
	if n == 0 {
		return
	}
	s.use(m)
	proj, tag := m.projW.N, m.tagX.N
	s.p = sized(s.p, n*proj)
	s.tag = sized(s.tag, n*tag)
	for i, f := range forms[:n] {
		v := m.formVector(s, f)
		copy(s.p[i*proj:(i+1)*proj], v)
		copy(s.tag[i*tag:(i+1)*tag], v[proj:])
	}
	m.encode(s, n)
	m.tagWords(s, forms[:n], t)
	m.attach(s, n, t)
	m.rest(forms, n, t)
}

// ParseBatch analyses several sentences; ts must be as long as sents.
func (m *Model) ParseBatch(s *Scratch, sents [][]string, ts []*Tree) {
	for i, f := range sents {
		m.Parse(s, f, ts[i])
	}
}

// tagWords fills in tags, features, lemma and entity.
func (m *Model) tagWords(s *Scratch, forms []string, t *Tree) {
	n, two := len(forms), 2*m.head.Config.Hidden
	m.tagH.MulAdd(s.tag, m.tagX.N, s.h2, two, n)
	leaky(s.tag)
	s.heads = rows(s.heads, n, m.headB)
	m.headW.MulAdd(s.heads, m.headW.N, s.tag, m.tagX.N, n)
	h := m.head
	nu, nx, nf, nr := len(h.UPOS), len(h.XPOS), len(h.Feats), len(h.Rules)
	for i, form := range forms {
		z := s.heads[i*m.headW.N:]
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
	m.names(s, s.heads[nu+nx+nf+nr:], m.headW.N, n, t.Entity)
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

// attach fills in heads and relations.
func (m *Model) attach(s *Scratch, n int, t *Tree) {
	two, arc := 2*m.head.Config.Hidden, m.head.Config.Arc
	wide := m.mlpW.N
	s.mlp = rows(s.mlp, n, m.mlpB)
	m.mlpW.MulAdd(s.mlp, wide, s.h2, two, n)
	leaky(s.mlp)
	s.arcV = rows(s.arcV, n, m.arcB)
	m.arcW.MulAdd(s.arcV, arc, s.mlp, wide, n)
	s.dist = rows(s.dist, n, m.distB)
	m.distW.MulAdd(s.dist, m.distW.N, s.mlp, wide, n)

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
	s.heap.MulAdd(s.score, ld, s.arcV, arc, n)
	for i := 0; i < n; i++ {
		row, d := s.score[i*ld:], s.dist[i*m.distW.N:]
		for j := 0; j < n; j++ {
			row[j] += d[DistClass(i, j)]
		}
		row[n] += d[DistClass(i, -1)]
	}
	s.tree.bestTree(t.Head[:n], s.score, ld)
	for i := 0; i < n; i++ {
		t.ArcScore[i] = share(s.score[i*ld:i*ld+n+1], i, int(t.Head[i]))
	}

	s.labelIn = sized(s.labelIn, n*3*arc)
	for i := 0; i < n; i++ {
		in := s.labelIn[i*3*arc : (i+1)*3*arc]
		dep := s.mlp[i*wide+2*arc : i*wide+3*arc]
		head := m.root[arc : 2*arc]
		if h := int(t.Head[i]); h >= 0 {
			head = s.mlp[h*wide+3*arc : h*wide+4*arc]
		}
		for k := range arc {
			in[k], in[arc+k], in[2*arc+k] = head[k], dep[k], float32(head[k]*dep[k])
		}
	}
	s.rels = rows(s.rels, n, m.labelB)
	m.labelW.MulAdd(s.rels, m.labelW.N, s.labelIn, 3*arc, n)
	s.relIdx = sized(s.relIdx, n)
	m.relations(s, s.relIdx, t.Head[:n], s.rels, m.labelW.N)
	for i, r := range s.relIdx {
		t.Rel[i] = m.head.Rels[r]
	}
}

// share is the softmax of the chosen head among all but the word itself; the last score is the root's.
func share(score []float32, self, head int) float32 {
	if head < 0 {
		head = len(score) - 1
	}
	top := score[head]
	for j, v := range score {
		if j != self && v > top {
			top = v
		}
	}
	sum := float32(0)
	for j, v := range score {
		if j != self {
			sum += matrix.Exp(v - top)
		}
	}
	return matrix.Exp(score[head]-top) / sum
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
		t.Rel[i], t.Head[i], t.Entity[i], t.ArcScore[i] = "dep", root, "O", 0
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
