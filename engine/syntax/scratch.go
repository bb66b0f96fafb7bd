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
	forms  map[string]*formVector
	lemmas map[lemmaKey]string
	key    feature.Key
	input  []float32
	projF  []float32
	watch  *watch // nil but for Calibrate

	// A batch and its group.
	oneSent [1][]string
	oneTree [1]*Tree
	order   []int32
	lengths []int
	layout  layout
	words   []*formVector
	x       []uint8 // projections, by row
	h1, h2  []uint8 // outputs of the layers, by row
	z       []int32
	cells   []float32

	// One sentence.
	own                  []*formVector
	h                    []uint8
	q                    []uint8
	tag, heads           []float32
	mlp, arcV, dist      []float32
	score, product, rels []float32
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
	s.forms = make(map[string]*formVector)
	s.lemmas = make(map[lemmaKey]string)
	s.input = make([]float32, InputWidth)
	s.heap = &matrix.Packed{}
}

// zeros gives n zeros.
func zeros(buf []float32, n int) []float32 {
	buf = sized(buf, n)
	clear(buf)
	return buf
}
