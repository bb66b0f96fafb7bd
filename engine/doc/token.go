package doc

// Token is a syntactic word in the sense of Universal Dependencies: "don't" is
// two tokens with spans of their own. Tags and tree are filled by the stage syntax.
type Token struct {
	Span
	Sent int32 // index into Sentences

	Lemma string
	UPOS  string // "" before the stage syntax
	XPOS  string
	Feats string
	Head  int32  // index into Tokens, -1 for the root of a sentence
	Rel   string // with subtype: "nsubj:pass"
	Name  string // kind of name it belongs to, BIO: "B-person", "I-place", "O"

	// FirstChild and NextSibling thread the tree: children in text order, -1 ends.
	FirstChild, NextSibling int32
}

// SentenceKind tells what a sentence is in the make-up of a report.
type SentenceKind uint8

// The kinds of sentences.
const (
	Prose    SentenceKind = iota
	Headline              // the report's title
	Heading               // a crosshead between paragraphs: short, without a final stop
	Colophon              // byline, agency credit, note of origin; not coded
)

// Sentence is a run of tokens [First, Last).
type Sentence struct {
	Span
	First, Last int32
	Paragraph   int32
	Kind        SentenceKind
	Root        int32 // token index, -1 before the stage syntax
}

// Paragraph is a run of sentences [First, Last).
type Paragraph struct {
	Span
	First, Last int32
}

// Front is what stands at the head or foot of a report besides its prose.
type Front struct {
	Dateline       Span // "MOSCOW, March 20 (Reuters) -"; empty if none
	DatelinePlace  Span // "MOSCOW"
	DatelineDay    Span // "March 20"
	Agencies       []Credit
	TranslatedFrom string
	AdaptedFrom    string
}

// Credit is a news agency named as a source of the report as a whole.
type Credit struct {
	Span
	Name string
}

// Children calls yield for each child of token i in text order; it ranges.
func (d *Document) Children(i int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) {
		for c := d.Tokens[i].FirstChild; c >= 0; c = d.Tokens[c].NextSibling {
			if !yield(c) {
				return
			}
		}
	}
}

// Child is the first child of token i with one of the relations, or -1.
// A relation without subtype matches all its subtypes.
func (d *Document) Child(i int32, rels ...string) int32 {
	for c := d.Tokens[i].FirstChild; c >= 0; c = d.Tokens[c].NextSibling {
		if d.HasRel(c, rels...) {
			return c
		}
	}
	return -1
}

// HasRel reports whether token i hangs by one of the relations; a relation
// given without subtype matches all its subtypes.
func (d *Document) HasRel(i int32, rels ...string) bool {
	rel := d.Tokens[i].Rel
	for _, r := range rels {
		if rel == r || len(rel) > len(r) && rel[len(r)] == ':' && rel[:len(r)] == r {
			return true
		}
	}
	return false
}

// Link threads children and siblings and sets the roots of all sentences; the
// stage syntax calls it after it has set Head and Rel.
func (d *Document) Link() {
	for s := range d.Sentences {
		d.LinkSentence(&d.Sentences[s])
	}
}

// LinkSentence threads the tree of one sentence and sets its root.
func (d *Document) LinkSentence(sent *Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		d.Tokens[i].FirstChild, d.Tokens[i].NextSibling = -1, -1
	}
	sent.Root = -1
	for i := sent.Last - 1; i >= sent.First; i-- {
		t := &d.Tokens[i]
		if t.Head < 0 {
			sent.Root = i
			continue
		}
		t.NextSibling = d.Tokens[t.Head].FirstChild
		d.Tokens[t.Head].FirstChild = i
	}
}

// Subtree is the first and last token (inclusive) of the subtree of i. In a
// non-projective tree the range may hold tokens of other subtrees.
func (d *Document) Subtree(i int32) (first, last int32) {
	first, last = i, i
	for c := d.Tokens[i].FirstChild; c >= 0; c = d.Tokens[c].NextSibling {
		f, l := d.Subtree(c)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// TokenSpan is the bytes from token first to token last, inclusive.
func (d *Document) TokenSpan(first, last int32) Span {
	return Span{d.Tokens[first].Start, d.Tokens[last].End}
}

// SentenceAt is the index of the sentence that holds byte pos, or -1.
func (d *Document) SentenceAt(pos int32) int32 {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].End <= pos {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].Start <= pos {
		return int32(lo)
	}
	return -1
}
