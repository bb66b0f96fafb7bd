package who

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"annals/engine/doc"
)

// treebankDocs reads the documents of a packed CoNLL-U file whose name holds
// part, with gold trees; entity marks, where given, become the tokens' names.
func treebankDocs(path, part string) (map[string]*doc.Document, []string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("treebank: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, nil, fmt.Errorf("treebank %s: %w", path, err)
	}
	docs, order := map[string]*doc.Document{}, []string{}
	var d *doc.Document
	var text strings.Builder
	closeDoc := func() {
		if d != nil {
			d.Text = text.String()
			d.Paragraphs = []doc.Paragraph{{Span: doc.Span{End: int32(len(d.Text))}, Last: int32(len(d.Sentences))}}
			d.Link()
		}
		d = nil
		text.Reset()
	}
	var first int32
	var tokensOfSentence []string
	flush := func() {
		if d == nil || len(tokensOfSentence) == 0 {
			return
		}
		addSentence(d, &text, tokensOfSentence, &first)
		tokensOfSentence = tokensOfSentence[:0]
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		line := sc.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc id = "):
			flush()
			closeDoc()
			if id := line[len("# newdoc id = "):]; strings.Contains(id, part) {
				d = &doc.Document{ID: id}
				docs[id] = d
				order = append(order, id)
				first = 0
			}
		case line == "":
			flush()
		case line[0] != '#' && d != nil:
			tokensOfSentence = append(tokensOfSentence, line)
		}
	}
	flush()
	closeDoc()
	return docs, order, sc.Err()
}

func addSentence(d *doc.Document, text *strings.Builder, lines []string, first *int32) {
	s := doc.Sentence{First: *first, Paragraph: 0}
	s.Start = int32(text.Len())
	joinedTo := 0 // words of a multiword token still to come
	joined := ""
	for _, line := range lines {
		c := strings.Split(line, "\t")
		if strings.Contains(c[0], ".") {
			continue
		}
		if a, b, ok := strings.Cut(c[0], "-"); ok {
			x, _ := strconv.Atoi(a)
			y, _ := strconv.Atoi(b)
			joinedTo, joined = y-x+1, c[1]+"\x00"+c[9]
			continue
		}
		start := text.Len()
		text.WriteString(c[1])
		head, _ := strconv.Atoi(c[6])
		t := doc.Token{Span: doc.Span{Start: int32(start), End: int32(text.Len())}, Sent: int32(len(d.Sentences)), Lemma: c[2], UPOS: c[3], XPOS: c[4],
			Feats: c[5], Head: s.First + int32(head) - 1, Rel: c[7]}
		if head == 0 {
			t.Head = -1
		}
		d.Tokens = append(d.Tokens, t)
		misc := c[9]
		if joinedTo > 0 {
			joinedTo--
			misc = "SpaceAfter=No"
			if joinedTo == 0 {
				_, misc, _ = strings.Cut(joined, "\x00")
			}
		}
		if !strings.Contains(misc, "SpaceAfter=No") {
			text.WriteByte(' ')
		}
	}
	s.Last = int32(len(d.Tokens))
	*first = s.Last
	s.End = d.Tokens[s.Last-1].End
	d.Sentences = append(d.Sentences, s)
}

// gumDoc is a document of the coreference set of GUM.
type gumDoc struct {
	ID        string
	Genre     string
	Sentences [][]string
	Mentions  []gumMention
}

type gumMention struct {
	Sent, Start, End, Entity, Head int
	Type, Link, Infstat, Wiki      string
}

// jsonLines reads packed JSON lines one by one.
func jsonLines[T any](path string, each func(T)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	dec := json.NewDecoder(r)
	for {
		var v T
		if err := dec.Decode(&v); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		each(v)
	}
}
