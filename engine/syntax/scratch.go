package syntax

import (
	"annals/engine/syntax/feature"
	"annals/engine/syntax/matrix"
)

// cacheSize bounds the forms whose vectors a Scratch keeps (about 1.3 KB each); then it starts anew.
const cacheSize = 8192

// lemmaCacheSize bounds the lemmas kept.
const lemmaCacheSize = 16384

// Scratch is the working memory of one goroutine. The zero value is ready.
type Scratch struct {
	model  *Model
	forms  map[string][]float32 // projection, then tag part
	lemmas map[lemmaKey]string
	key    feature.Key
	input  []float32

	p, z, c, h1, h2      []float32
	tag, heads           []float32
	mlp, arcV, dist      []float32
	score, labelIn, rels []float32
	tree                 treeScratch
	path                 []int32
	best                 []float32
	relIdx               []int32
	banned               []uint8 // bits of groups a word may not take
	heap                 *matrix.Packed
	act                  []float32
}

type lemmaKey struct {
	form string
	rule int32
}

// use makes the scratch fit the model.
func (s *Scratch) use(m *Model) {
	if s.model == m {
		return
	}
	s.model = m
	s.forms = make(map[string][]float32)
	s.lemmas = make(map[lemmaKey]string)
	s.input = make([]float32, InputWidth)
	s.heap = &matrix.Packed{}
}

// rows gives n rows that each begin as a copy of first.
func rows(buf []float32, n int, first []float32) []float32 {
	w := len(first)
	buf = sized(buf, n*w)
	for i := 0; i < n; i++ {
		copy(buf[i*w:(i+1)*w], first)
	}
	return buf
}

// zeros gives n zeros.
func zeros(buf []float32, n int) []float32 {
	buf = sized(buf, n)
	clear(buf)
	return buf
}
