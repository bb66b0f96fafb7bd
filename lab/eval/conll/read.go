// Package conll scores tokens, tags and trees against treebanks by the rules of the CoNLL 2018 shared task: Evaluate
// on whatever tokens a system has, aligned by characters; Tally on gold words alone, for training.
package conll

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"annals/conllu"
)

// A Word is one syntactic word of a treebank.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats, Rel string
	// Head is the index of the head in the sentence, -1 for the root.
	Head int
}

// A Sentence is one tree, with the comments that matter.
type Sentence struct {
	// Doc is the id of the document, ID that of the sentence, Text the surface as written.
	Doc, ID, Text string
	// Par says that a paragraph begins here.
	Par   bool
	Words []Word
}

// Forms gives the words as they are written.
func (s *Sentence) Forms() []string {
	f := make([]string, len(s.Words))
	for i := range s.Words {
		f[i] = s.Words[i].Form
	}
	return f
}

// Genre is the genre in the document's name.
func (s *Sentence) Genre() string { return Genre(s.Doc) }

// Genre is the genre in a document's name: "news" of GUM_news_x, "answers" of answers-x; "" without one.
func Genre(doc string) string {
	if rest, ok := strings.CutPrefix(doc, "GUM_"); ok {
		g, _, _ := strings.Cut(rest, "_")
		return g
	}
	g, _, ok := strings.Cut(doc, "-")
	if !ok {
		return ""
	}
	return g
}

// ReadFile reads the trees of a file with Read; a name that ends in .gz is unpacked. Errors name file and line.
func ReadFile(name string) ([]Sentence, error) { return open(name, Read) }

// ReadRows reads all rows of a file; a name that ends in .gz is unpacked. Errors name file and line.
func ReadRows(name string) ([]*conllu.Sentence, error) { return open(name, conllu.ReadAll) }

func open[T any](name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		defer z.Close()
		r = z
	}
	s, err := read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

// Read reads CoNLL-U and checks that each sentence is a tree. Multiword tokens and empty nodes are passed over.
func Read(r io.Reader) ([]Sentence, error) {
	rows, err := conllu.ReadAll(r)
	if err != nil {
		return nil, err
	}
	all := make([]Sentence, len(rows))
	doc := ""
	for i, s := range rows {
		if err := s.CheckTree(); err != nil {
			return nil, err
		}
		if id, ok := s.Comment("newdoc id"); ok {
			doc = id
		}
		all[i] = plain(s, doc)
	}
	return all, nil
}

func plain(s *conllu.Sentence, doc string) Sentence {
	out := Sentence{Doc: doc, Par: newPar(s)}
	out.ID, _ = s.Comment("sent_id")
	out.Text, _ = s.Comment("text")
	for w := range s.Words() {
		out.Words = append(out.Words, Word{Form: w.Form, Lemma: mark(w.Lemma), UPOS: mark(w.UPOS), XPOS: mark(w.XPOS),
			Feats: mark(w.Feats), Rel: mark(w.Rel), Head: w.Head - 1})
	}
	return out
}

// mark is a value as the file writes it, "_" for none.
func mark(v string) string {
	if v == "" {
		return "_"
	}
	return v
}

// newPar reports whether a sentence begins a paragraph.
func newPar(s *conllu.Sentence) bool {
	_, ok := s.Comment("newpar")
	if !ok {
		_, ok = s.Comment("newpar id")
	}
	return ok
}

// newDoc reports whether a sentence begins a document, and its id.
func newDoc(s *conllu.Sentence) (string, bool) {
	id, ok := s.Comment("newdoc id")
	if !ok {
		id, ok = s.Comment("newdoc")
	}
	return id, ok
}
