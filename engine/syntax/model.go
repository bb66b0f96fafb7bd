package syntax

import "errors"

// ErrNoModel says that no model is built into the program.
var ErrNoModel = errors.New("no syntax model embedded")

// Model is a trained tagger and parser. It is never changed after loading and safe for concurrent use.
type Model struct {
	digest string
}

// Default gives the embedded model.
func Default() (*Model, error) { return nil, ErrNoModel }

// Load reads a model file.
func Load(data []byte) (*Model, error) { return nil, ErrNoModel }

// Digest is a short hash of the model's bytes.
func (m *Model) Digest() string { return m.digest }

// Scratch is the working memory of one goroutine. The zero value is ready.
type Scratch struct{}

// Parse analyses one sentence into t. It never fails: any strings are words.
func (m *Model) Parse(s *Scratch, forms []string, t *Tree) { t.reset(len(forms)) }

// ParseBatch analyses several sentences; ts must be as long as sents.
func (m *Model) ParseBatch(s *Scratch, sents [][]string, ts []*Tree) {
	for i, f := range sents {
		m.Parse(s, f, ts[i])
	}
}
