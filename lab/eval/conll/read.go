// Package conll reads treebanks in the CoNLL-U format and scores trees against them on gold words, with the rules of
// the CoNLL 2018 shared task (universal relations, punctuation counted) plus relations with subtypes.
package conll

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
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

// Genre is the genre in the document's name: "news" of GUM_news_x, "answers" of answers-x; "" without one.
func (s *Sentence) Genre() string {
	if rest, ok := strings.CutPrefix(s.Doc, "GUM_"); ok {
		g, _, _ := strings.Cut(rest, "_")
		return g
	}
	g, _, ok := strings.Cut(s.Doc, "-")
	if !ok {
		return ""
	}
	return g
}

// ReadFile reads a treebank; a name that ends in .gz is unpacked. Errors name file and line.
func ReadFile(name string) ([]Sentence, error) {
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
	s, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return s, nil
}

// Read reads CoNLL-U. Multiword token lines and empty nodes are passed over. Errors begin with the line number.
func Read(r io.Reader) ([]Sentence, error) {
	var all []Sentence
	var cur Sentence
	doc, line := "", 0
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), 1<<24)
	flush := func() error {
		if len(cur.Words) == 0 {
			return nil
		}
		for i, w := range cur.Words {
			if w.Head >= len(cur.Words) {
				return fmt.Errorf("%d: head of word %d outside the sentence", line, i+1)
			}
		}
		cur.Doc = doc
		all = append(all, cur)
		cur = Sentence{}
		return nil
	}
	for sc.Scan() {
		line++
		s := sc.Text()
		if s == "" {
			if err := flush(); err != nil {
				return nil, err
			}
			continue
		}
		if s[0] == '#' {
			key, val, _ := strings.Cut(strings.TrimSpace(s[1:]), " = ")
			switch {
			case key == "newdoc id":
				doc = val
			case key == "newpar" || strings.HasPrefix(key, "newpar"):
				cur.Par = true
			case key == "sent_id":
				cur.ID = val
			case key == "text":
				cur.Text = val
			}
			continue
		}
		col := strings.Split(s, "\t")
		if len(col) != 10 {
			return nil, fmt.Errorf("%d: %d columns, want 10", line, len(col))
		}
		if strings.ContainsAny(col[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(col[6])
		if err != nil || head < 0 {
			return nil, fmt.Errorf("%d: head %q is no number", line, col[6])
		}
		cur.Words = append(cur.Words, Word{Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Feats: col[5],
			Rel: col[7], Head: head - 1})
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%d: %w", line, err)
	}
	return all, flush()
}
