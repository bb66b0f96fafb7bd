package who

import (
	"fmt"
	"strconv"
	"strings"

	"annals/engine/doc"
)

// treebankDocs reads the documents of a CoNLL-U file with their gold trees.
func treebankDocs(path string) (map[string]*doc.Document, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	b := builder{docs: map[string]*doc.Document{}}
	sc := lines(f)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			b.close()
			b.open(line[len("# newdoc id = "):])
		case strings.HasPrefix(line, "# newpar"):
			b.paragraph()
		case line == "":
			b.sentence()
		case line[0] != '#':
			c := strings.Split(line, "\t")
			if len(c) != 10 {
				return nil, fmt.Errorf("%s:%d: %d columns; CoNLL-U has 10", path, n, len(c))
			}
			b.word(c)
		}
	}
	b.close()
	return b.docs, sc.Err()
}

// builder makes documents word by word.
type builder struct {
	docs   map[string]*doc.Document
	d      *doc.Document
	text   strings.Builder
	first  int32 // first token of the sentence
	inside int   // words of a multiword token still to come
	after  bool  // a space follows the multiword token
}

func (b *builder) open(id string) {
	b.d = &doc.Document{ID: id}
	b.docs[id] = b.d
	b.text.Reset()
	b.first = 0
}

// paragraph begins a paragraph; the words before it end theirs.
func (b *builder) paragraph() {
	if b.d == nil {
		return
	}
	b.endParagraph()
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	n := int32(len(b.d.Sentences))
	b.d.Paragraphs = append(b.d.Paragraphs, doc.Paragraph{Span: doc.Span{Start: int32(b.text.Len())}, First: n, Last: n})
}

func (b *builder) endParagraph() {
	if n := len(b.d.Paragraphs); n > 0 && len(b.d.Sentences) > 0 {
		p := &b.d.Paragraphs[n-1]
		p.Last = int32(len(b.d.Sentences))
		p.End = max(p.Start, b.d.Sentences[len(b.d.Sentences)-1].End)
	}
}

func (b *builder) word(c []string) {
	if b.d == nil || strings.Contains(c[0], ".") {
		return
	}
	space := !strings.Contains(c[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(c[0], "-"); ok {
		x, _ := strconv.Atoi(from)
		y, _ := strconv.Atoi(to)
		b.inside, b.after = y-x+1, space
		return
	}
	if len(b.d.Paragraphs) == 0 {
		b.paragraph()
	}
	if b.inside > 0 {
		b.inside--
		space = b.inside == 0 && b.after
	}
	start := b.text.Len()
	b.text.WriteString(c[1])
	t := doc.Token{Span: doc.Span{Start: int32(start), End: int32(b.text.Len())}, Sent: int32(len(b.d.Sentences)),
		Lemma: c[2], UPOS: c[3], XPOS: c[4], Feats: c[5], Rel: c[7], Head: -1}
	if head, _ := strconv.Atoi(c[6]); head > 0 {
		t.Head = b.first + int32(head) - 1
	}
	b.d.Tokens = append(b.d.Tokens, t)
	if space {
		b.text.WriteByte(' ')
	}
}

func (b *builder) sentence() {
	if b.d == nil || int(b.first) == len(b.d.Tokens) {
		return
	}
	last := int32(len(b.d.Tokens))
	b.d.Sentences = append(b.d.Sentences, doc.Sentence{
		Span:  doc.Span{Start: b.d.Tokens[b.first].Start, End: b.d.Tokens[last-1].End},
		First: b.first, Last: last, Paragraph: int32(len(b.d.Paragraphs) - 1),
	})
	b.first = last
}

func (b *builder) close() {
	if b.d == nil {
		return
	}
	b.sentence()
	b.endParagraph()
	b.d.Text = b.text.String()
	b.d.Link()
	b.d = nil
}
