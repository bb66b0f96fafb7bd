package segment

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// A surface is one token of the surface, with its words.
type surface struct {
	form  string
	words []string // one for most; several for a multiword token
}

type treeSentence struct {
	text   string
	par    bool // a paragraph begins here
	joined bool // no space follows
	tokens []surface
}

type treeDocument struct {
	id    string
	sents []treeSentence
}

// readTreebank reads the documents of a gzipped CoNLL-U file with their surface tokens.
func readTreebank(name string) ([]treeDocument, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open treebank: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer z.Close()
	var docs []treeDocument
	var s treeSentence
	inside := 0 // last word of the multiword token that is being read
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<22)
	for n := 1; sc.Scan(); n++ {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			_, id, _ := strings.Cut(l, " = ")
			docs = append(docs, treeDocument{id: id})
		case strings.HasPrefix(l, "# newpar"):
			s.par = true
		case strings.HasPrefix(l, "# text = "):
			s.text = l[len("# text = "):]
		case l == "":
			if len(s.tokens) > 0 {
				if len(docs) == 0 {
					return nil, fmt.Errorf("%s:%d: a sentence before the first document", name, n)
				}
				d := &docs[len(docs)-1]
				d.sents = append(d.sents, s)
			}
			s, inside = treeSentence{}, 0
		case l[0] == '#':
		default:
			c := strings.Split(l, "\t")
			if len(c) != 10 {
				return nil, fmt.Errorf("%s:%d: %d columns, want 10", name, n, len(c))
			}
			from, to, multi := strings.Cut(c[0], "-")
			if multi {
				if inside, err = strconv.Atoi(to); err != nil {
					return nil, fmt.Errorf("%s:%d: id %q: %w", name, n, c[0], err)
				}
				s.tokens = append(s.tokens, surface{form: c[1]})
				s.joined = strings.Contains(c[9], "SpaceAfter=No")
				continue
			}
			id, err := strconv.Atoi(from)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: id %q: %w", name, n, c[0], err)
			}
			if id <= inside {
				t := &s.tokens[len(s.tokens)-1]
				t.words = append(t.words, c[1])
				continue
			}
			s.tokens = append(s.tokens, surface{form: c[1], words: []string{c[1]}})
			s.joined = strings.Contains(c[9], "SpaceAfter=No")
		}
	}
	return docs, sc.Err()
}

// text is the raw text of a document: sentences with a space between them,
// paragraphs with a blank line.
func (d treeDocument) text() string {
	var b strings.Builder
	for i, s := range d.sents {
		switch {
		case i == 0:
		case s.par:
			b.WriteString("\n\n")
		case !d.sents[i-1].joined:
			b.WriteByte(' ')
		}
		b.WriteString(s.text)
	}
	return b.String()
}

// analysis is the gold analysis of a document over its characters without space.
func (d treeDocument) analysis() (analysis, string) {
	var a analysis
	var chars strings.Builder
	at := 0
	for _, s := range d.sents {
		start := at
		for _, t := range s.tokens {
			from := at
			for _, c := range t.form {
				if !unicode.IsSpace(c) {
					chars.WriteRune(c)
					at++
				}
			}
			for _, w := range t.words {
				a.words = append(a.words, word{from, at, strings.ToLower(w), len(t.words) > 1})
			}
		}
		a.sents = append(a.sents, span{start, at})
	}
	return a, chars.String()
}
