// Package doc holds the Document that travels through the engine, its layers,
// and the contract of a stage.
//
// A Document owns the text of one report and, filled one after another, the
// layers that the stages write. A layer is a plain slice of small structs that
// point into earlier layers by index. Each layer is written by one stage and
// only read afterwards. Positions are half-open byte offsets into the text;
// code points are made once, at the border (package record).
package doc

import "fmt"

// Span is a half-open range of bytes of the document's text.
type Span struct{ Start, End int32 }

// Len is the number of bytes in the span.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether the spans share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Join is the smallest span that covers both; an empty span adds nothing.
func (s Span) Join(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// Layer names one layer of the Document.
type Layer uint8

// The layers in the order in which they are filled.
const (
	LayerText   Layer = iota
	LayerTokens       // Tokens, Sentences, Paragraphs, Head
	LayerTrees        // tags, lemmas, heads and relations of Tokens
	LayerQuotes       // Quotes
	LayerMentions
	LayerLinks
	LayerChains
	LayerTimes
	LayerPlaces
	LayerFrames
	LayerContexts
	LayerRecord
	layerCount
)

var layerNames = [layerCount]string{"text", "tokens", "trees", "quotes", "mentions", "links", "chains", "times", "places", "frames", "contexts", "record"}

// String is the layer's name, as `annals stages` prints it.
func (l Layer) String() string {
	if int(l) < len(layerNames) {
		return layerNames[l]
	}
	return fmt.Sprintf("layer(%d)", l)
}

// Stage is one step of the engine. Run reads the layers named by Reads and
// fills those named by Writes; it never fails, does no input or output, keeps
// no state and knows no clock. Bad input was refused before.
type Stage interface {
	Name() string
	Reads() []Layer
	Writes() []Layer
	Run(*Document)
}

// Together is a Stage that takes less time for several documents at once. RunAll
// does to each just what Run does to it.
type Together interface {
	Stage
	RunAll([]*Document)
}

// Document is one report on its way through the engine.
type Document struct {
	ID     string
	Title  string // as given; it is also the head of Text
	Text   string // title, blank line and body, or the body alone
	Body   int32  // byte offset at which the body begins in Text
	Outlet string

	// Published is the day from which relative dates count; zero if unknown.
	Published      Day
	PublishedBasis string

	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Front      Front

	Quotes   []Quote
	Mentions []Mention
	Chains   []Chain
	Times    []Time
	Places   []Place
	Frames   []Frame
	Contexts []Context // one for each frame, same index

	// Notes are remarks on the reading of this report for its user, such as a
	// sentence that was cut for its length.
	Notes []string
}

// Word is the text of a span.
func (d *Document) Word(s Span) string { return d.Text[s.Start:s.End] }

// Form is the text of token i.
func (d *Document) Form(i int32) string {
	t := &d.Tokens[i]
	return d.Text[t.Start:t.End]
}
