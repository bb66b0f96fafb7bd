package match

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"annals/table"
)

// ParsedWord is one word of a stored parse.
type ParsedWord struct {
	Form, Lemma, UPOS, XPOS string
	Feats                   string // "Mood=Ind|Tense=Past", "" for none
	Head                    int32  // index from 0, -1 for the root
	Rel                     string
	Name                    string // kind of name it is part of: "B-person", "I-place"; "" for none
}

// Parsed is a tree over a stored parse. Class and Kind answer by Words; where
// Words.Kind is nil, Kind answers by the Name of the word.
type Parsed struct {
	Words []ParsedWord
	Known Words

	child, sibling []int32
}

// Words answers for the trees of stored parses what only tables know.
type Words struct {
	Class func(name string, t *Parsed, i int32) bool
	Kind  func(name string, t *Parsed, i int32) bool
}

// NewParsed threads the tree of a sentence. It fails on heads outside the
// sentence and on words that hang in a circle.
func NewParsed(words []ParsedWord) (*Parsed, error) {
	t := &Parsed{Words: words, child: make([]int32, len(words)), sibling: make([]int32, len(words))}
	for i := range words {
		t.child[i], t.sibling[i] = -1, -1
	}
	for i := len(words) - 1; i >= 0; i-- {
		h := words[i].Head
		if h < -1 || int(h) >= len(words) {
			return nil, fmt.Errorf("head %d of word %d (%s) lies outside the sentence", h+1, i+1, words[i].Form)
		}
		if h >= 0 {
			t.sibling[i] = t.child[h]
			t.child[h] = int32(i)
		}
	}
	visit := make([]int, len(words)) // by which walk, from 1, a word was passed first
	for i := range words {
		for j := int32(i); j >= 0; j = words[j].Head {
			if visit[j] == i+1 {
				return nil, fmt.Errorf("word %d (%s) hangs in a circle", i+1, words[i].Form)
			}
			if visit[j] != 0 {
				break
			}
			visit[j] = i + 1
		}
	}
	return t, nil
}

// Text is the words divided by blanks.
func (t *Parsed) Text() string {
	forms := make([]string, len(t.Words))
	for i, w := range t.Words {
		forms[i] = w.Form
	}
	return strings.Join(forms, " ")
}

// Bounds is 0 and the number of words.
func (t *Parsed) Bounds() (first, last int32) { return 0, int32(len(t.Words)) }

// Form is the word as it is written.
func (t *Parsed) Form(i int32) string { return t.Words[i].Form }

// Lemma is the word's dictionary form.
func (t *Parsed) Lemma(i int32) string { return t.Words[i].Lemma }

// UPOS is the word's universal part of speech.
func (t *Parsed) UPOS(i int32) string { return t.Words[i].UPOS }

// XPOS is the word's part of speech in the language's own tag set.
func (t *Parsed) XPOS(i int32) string { return t.Words[i].XPOS }

// Feat is the value of a feature, or "".
func (t *Parsed) Feat(i int32, name string) string {
	for feats := t.Words[i].Feats; feats != ""; {
		f, rest, _ := strings.Cut(feats, "|")
		if k, v, _ := strings.Cut(f, "="); k == name {
			return v
		}
		feats = rest
	}
	return ""
}

// Head is the word that word i hangs at, -1 for the root.
func (t *Parsed) Head(i int32) int32 { return t.Words[i].Head }

// Rel is the relation to the head.
func (t *Parsed) Rel(i int32) string { return t.Words[i].Rel }

// FirstChild is the leftmost child, or -1.
func (t *Parsed) FirstChild(i int32) int32 { return t.child[i] }

// NextSibling is the next child of the same head, or -1.
func (t *Parsed) NextSibling(i int32) int32 { return t.sibling[i] }

// Class asks Known.
func (t *Parsed) Class(name string, i int32) bool {
	return t.Known.Class != nil && t.Known.Class(name, t, i)
}

// Kind asks Known, or compares with the stored name.
func (t *Parsed) Kind(name string, i int32) bool {
	if t.Known.Kind != nil {
		return t.Known.Kind(name, t, i)
	}
	_, kind, ok := strings.Cut(t.Words[i].Name, "-")
	return ok && kind == name || t.Words[i].Name == name && name != ""
}

// Parses are stored parses by the text of their sentence, in a fixed order. The
// zero value is empty and ready.
type Parses struct {
	trees []*Parsed
	index map[string]int
}

// Add stores a parse; it replaces the one of the same sentence.
func (p *Parses) Add(t *Parsed) {
	text := t.Text()
	if i, ok := p.index[text]; ok {
		p.trees[i] = t
		return
	}
	if p.index == nil {
		p.index = map[string]int{}
	}
	p.index[text] = len(p.trees)
	p.trees = append(p.trees, t)
}

// Get is the parse of a sentence given as words divided by one blank, or nil.
func (p *Parses) Get(text string) *Parsed {
	if i, ok := p.index[text]; ok {
		return p.trees[i]
	}
	return nil
}

// Texts are the sentences in their order.
func (p *Parses) Texts() []string {
	out := make([]string, len(p.trees))
	for i, t := range p.trees {
		out[i] = t.Text()
	}
	return out
}

// ParsesFile is the name of the file that holds the parses of a rule file's
// examples: constructions.parses beside constructions.rules.
func ParsesFile(rules string) string { return strings.TrimSuffix(rules, ".rules") + ".parses" }

// ReadParses reads stored parses: a block of lines for each sentence, blocks
// divided by blank lines, cells by tabs: FORM LEMMA UPOS XPOS FEATS HEAD DEPREL,
// and NAME where a word is part of a name; "_" is empty, heads count from 1 and
// 0 is the root. Lines that begin with "# " are comments. A faulty block is
// told and left out.
func ReadParses(file string, src []byte) (*Parses, []table.Problem) {
	p := &Parses{}
	var problems []table.Problem
	var words []ParsedWord
	start, bad := 0, false
	end := func() {
		if len(words) > 0 && !bad {
			t, err := NewParsed(words)
			if err != nil {
				problems = append(problems, fault(table.Pos{File: file, Line: start, Col: 1}, "", "%v", err))
			} else {
				p.Add(t)
			}
		}
		words, bad = nil, false
	}
	for n, line := range strings.Split(string(src), "\n") {
		line = strings.TrimRight(line, "\r")
		if strings.TrimSpace(line) == "" {
			end()
			continue
		}
		if strings.HasPrefix(line, "# ") && !strings.Contains(line, "\t") {
			continue
		}
		if len(words) == 0 && !bad {
			start = n + 1
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 7 && len(cells) != 8 {
			problems = append(problems, fault(table.Pos{File: file, Line: n + 1, Col: 1}, "FORM LEMMA UPOS XPOS FEATS HEAD DEPREL and perhaps NAME, divided by tabs", "%d cells, expected 7 or 8", len(cells)))
			bad = true
			continue
		}
		head, err := strconv.Atoi(cells[5])
		if err != nil || head < 0 || head > 1<<20 {
			col := 1 + utf8.RuneCountInString(strings.Join(cells[:5], "\t")) + 1
			problems = append(problems, fault(table.Pos{File: file, Line: n + 1, Col: col}, "", "%q is no head", cells[5]))
			bad = true
			continue
		}
		for i := range cells {
			if cells[i] == "_" && i > 0 {
				cells[i] = ""
			}
		}
		w := ParsedWord{Form: cells[0], Lemma: cells[1], UPOS: cells[2], XPOS: cells[3], Feats: cells[4], Head: int32(head - 1), Rel: cells[6]}
		if len(cells) == 8 {
			w.Name = cells[7]
		}
		words = append(words, w)
	}
	end()
	return p, problems
}

// WriteParses writes the parses of the given sentences in their order, all of
// them where texts is nil. A sentence without a parse is left out.
func WriteParses(p *Parses, texts []string) []byte {
	if texts == nil {
		texts = p.Texts()
	}
	var out strings.Builder
	for _, text := range texts {
		t := p.Get(text)
		if t == nil {
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		for _, w := range t.Words {
			cells := []string{w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats, strconv.Itoa(int(w.Head + 1)), w.Rel}
			if w.Name != "" {
				cells = append(cells, w.Name)
			}
			for i, c := range cells {
				if c == "" {
					cells[i] = "_"
				}
			}
			out.WriteString(strings.Join(cells, "\t") + "\n")
		}
	}
	return []byte(out.String())
}
