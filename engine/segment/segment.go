// Package segment is the stage that divides a report into paragraphs, sentences
// and words and finds what stands at its head and foot: dateline, agency
// credits, notes of origin.
//
// Words are those of the English treebanks of Universal Dependencies: "don't" is
// "do" and "n't", "Arland's" is "Arland" and "'s", "70-year-old" five words, but
// "pro-Western" is one. Four steps run one after another on each report:
//
//   - blocks.go: lines to paragraphs, undoing hard wraps;
//   - front.go: the dateline of the first paragraph;
//   - words.go, chunk.go, hyphen.go, clitic.go, web.go: a paragraph to words;
//   - sentences.go: words to sentences; guess.go has places where the rules are
//     unsure judged by trained weights; long.go cuts what is too long;
//   - colophon.go: the kinds of sentences, credits and notes of origin.
//
// All but the judging are rules over tables that lie with the language
// (abbreviations.tsv and segment-*.tsv); where rules are sure, they win. The work is linear in the length of the text.
package segment

import (
	"io/fs"

	"annals/engine/doc"
)

// Stage is the stage; it is safe for use by many goroutines at once.
type Stage struct {
	tables *tables
	decide func(Gap) bool // of trained weights
}

var _ doc.Stage = (*Stage)(nil)

// New reads the tables of the language, whose files lie at the root of fsys:
// abbreviations.tsv and segment-*.tsv.
func New(fsys fs.FS) (*Stage, error) {
	t, err := readTables(fsys)
	if err != nil {
		return nil, err
	}
	w, err := ReadWeights(embedded)
	if err != nil {
		return nil, err
	}
	return &Stage{t, w.Ends}, nil
}

// With gives a stage with the same tables and other weights.
func (s *Stage) With(w *Weights) *Stage { return &Stage{s.tables, w.Ends} }

// Name is "segment".
func (s *Stage) Name() string { return "segment" }

// Reads lists the layers that Run reads.
func (s *Stage) Reads() []doc.Layer { return []doc.Layer{doc.LayerText} }

// Writes lists the layers that Run fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerTokens} }

// Run fills Tokens, Sentences, Paragraphs and Front. A note is added for each
// sentence that was cut for its length. Slices that d brings are used again.
func (s *Stage) Run(d *doc.Document) { s.run(d, s.decide) }

func (s *Stage) run(d *doc.Document, decide func(Gap) bool) {
	r := run{tables: s.tables, d: d, text: d.Text, toks: d.Tokens[:0], decide: decide}
	d.Sentences, d.Paragraphs = d.Sentences[:0], d.Paragraphs[:0]
	d.Front = doc.Front{Agencies: d.Front.Agencies[:0]}
	body := min(max(int(d.Body), 0), len(d.Text))
	if body > 0 {
		r.paragraph(doc.Span{End: int32(body)}, true)
	}
	r.blocks(body)
	d.Tokens = r.toks
	r.kinds()
}

// run is the state of the reading of one report.
type run struct {
	*tables
	d    *doc.Document
	text string
	toks []doc.Token

	prose bool // a paragraph of the body was read already
	head  int  // byte where the paragraph begins that is being read
	line  []line
	first int32     // first token of the paragraph
	cut   []int32   // ends of the sentences of one paragraph
	stops []stopGap // places after stops of one paragraph

	decide  func(Gap) bool
	numbers [48]uint32 // of the features of one place
}

// paragraph divides one paragraph; space round it is left out. A title is one sentence.
func (r *run) paragraph(span doc.Span, title bool) {
	r.head = int(span.Start)
	first := int32(len(r.toks))
	r.first = first
	dateline := int32(-1)
	if !title && !r.prose {
		if end := r.dateline(span); end > 0 {
			r.words(span.Start, end)
			dateline = int32(len(r.toks))
			span.Start = end
		}
	}
	r.words(span.Start, span.End)
	last := int32(len(r.toks))
	if last == first {
		return
	}
	if !title {
		r.prose = true
	}
	r.cut = r.cut[:0]
	if dateline >= 0 {
		r.cut = append(r.cut, dateline)
	}
	if !title && last > max(first, dateline) {
		r.sentences(max(first, dateline), last)
		r.reconsider(max(first, dateline), last)
	}
	if len(r.cut) == 0 || r.cut[len(r.cut)-1] < last {
		r.cut = append(r.cut, last)
	}
	d := r.d
	p := doc.Paragraph{
		Span:  doc.Span{Start: r.toks[first].Start, End: r.toks[last-1].End},
		First: int32(len(d.Sentences)),
	}
	for n, end := range r.cut {
		kind := doc.Prose
		switch {
		case title:
			kind = doc.Headline
		case n == 0 && dateline >= 0:
			kind = doc.Colophon
		}
		r.sentence(first, end, kind)
		first = end
	}
	p.Last = int32(len(d.Sentences))
	d.Paragraphs = append(d.Paragraphs, p)
}

// add appends one sentence of the tokens [first, last) to the paragraph that is being read.
func (r *run) add(first, last int32, kind doc.SentenceKind) {
	d := r.d
	n := int32(len(d.Sentences))
	for i := first; i < last; i++ {
		r.toks[i].Sent = n
	}
	d.Sentences = append(d.Sentences, doc.Sentence{
		Span:  doc.Span{Start: r.toks[first].Start, End: r.toks[last-1].End},
		First: first, Last: last, Paragraph: int32(len(d.Paragraphs)), Kind: kind, Root: -1,
	})
}

// form is the text of token i.
func (r *run) form(i int32) string { return r.text[r.toks[i].Start:r.toks[i].End] }

// glued reports whether token i follows its predecessor without space.
func (r *run) glued(i int32) bool { return i > 0 && r.toks[i].Start == r.toks[i-1].End }
