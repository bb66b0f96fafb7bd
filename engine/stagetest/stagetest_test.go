package stagetest

import (
	"slices"
	"strings"
	"testing"

	"annals/engine/doc"
)

// good is a small document without faults.
func good() *doc.Document {
	d := &doc.Document{Text: "Mara left.\n\nÖstland stayed."}
	for i, s := range [][3]int32{{0, 4, 0}, {5, 9, 0}, {9, 10, 0}, {12, 20, 1}, {21, 27, 1}, {27, 28, 1}} {
		d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: s[0], End: s[1]}, Sent: s[2], Head: int32(i)})
	}
	d.Sentences = []doc.Sentence{
		{Span: doc.Span{Start: 0, End: 10}, First: 0, Last: 3, Paragraph: 0},
		{Span: doc.Span{Start: 12, End: 28}, First: 3, Last: 6, Paragraph: 1},
	}
	d.Paragraphs = []doc.Paragraph{
		{Span: doc.Span{Start: 0, End: 10}, First: 0, Last: 1},
		{Span: doc.Span{Start: 12, End: 28}, First: 1, Last: 2},
	}
	return d
}

func TestFaults(t *testing.T) {
	if f := Faults(good()); len(f) > 0 {
		t.Fatalf("a good document has faults: %v", f)
	}
	for _, c := range []struct {
		want  string
		spoil func(*doc.Document)
	}{
		{"overlaps", func(d *doc.Document) { d.Tokens[1].Start = 3 }},
		{"is empty", func(d *doc.Document) { d.Tokens[1].End = d.Tokens[1].Start }},
		{"white space", func(d *doc.Document) { d.Tokens[0].End = 5 }},
		{"cuts a code point", func(d *doc.Document) { d.Tokens[3].Start = 13 }},
		{"not in its sentence", func(d *doc.Document) { d.Tokens[0].Sent = 1 }},
		{"the sentences hold", func(d *doc.Document) { d.Sentences = d.Sentences[:1]; d.Paragraphs = d.Paragraphs[:1] }},
		{"want from", func(d *doc.Document) { d.Sentences[1].First = 4 }},
		{"its tokens", func(d *doc.Document) { d.Sentences[0].End = 9 }},
		{"paragraph 1 has", func(d *doc.Document) { d.Paragraphs[1].First = 0 }},
		{"not in the text", func(d *doc.Document) { d.Front.Dateline = doc.Span{Start: 20, End: 90} }},
		{"not in the text", func(d *doc.Document) {
			d.Quotes = append(d.Quotes, doc.Quote{Content: []doc.Span{{Start: 5, End: 2}}})
		}},
	} {
		d := good()
		c.spoil(d)
		if f := strings.Join(Faults(d), "; "); !strings.Contains(f, c.want) {
			t.Errorf("want %q, got %q", c.want, f)
		}
	}
}

func TestTouched(t *testing.T) {
	for _, c := range []struct {
		want  doc.Layer
		write func(*doc.Document)
	}{
		{doc.LayerText, func(d *doc.Document) { d.Outlet = "x" }},
		{doc.LayerTokens, func(d *doc.Document) { d.Tokens[0].End = 3 }},
		{doc.LayerTokens, func(d *doc.Document) { d.Sentences[0].Kind = doc.Heading }},
		{doc.LayerTokens, func(d *doc.Document) { d.Front.AdaptedFrom = "French" }},
		{doc.LayerTrees, func(d *doc.Document) { d.Tokens[2].Lemma = "x" }},
		{doc.LayerTrees, func(d *doc.Document) { d.Tokens[2].Rel = "obj"; d.Sentences[0].Root = 2 }},
		{doc.LayerMentions, func(d *doc.Document) { d.Mentions = append(d.Mentions, doc.Mention{}) }},
		{doc.LayerTimes, func(d *doc.Document) { d.Times = append(d.Times, doc.Time{}) }},
	} {
		a, b := good(), good()
		c.write(b)
		if got := touched(a, b); !slices.Equal(got, []doc.Layer{c.want}) {
			t.Errorf("got %v, want %s", got, c.want)
		}
	}
	if got := touched(good(), good()); len(got) > 0 {
		t.Errorf("equal documents differ in %v", got)
	}
}

// panics is a stage that panics.
type panics struct{ doc.Stage }

func (panics) Run(d *doc.Document) { _ = d.Tokens[1<<20] }

func TestPanicIsCaught(t *testing.T) {
	if run(panics{}, good()) == "" {
		t.Error("the panic went unseen")
	}
}

func TestShelf(t *testing.T) {
	names := map[string]bool{}
	for _, it := range Shelf() {
		if names[it.Name] {
			t.Errorf("two items are called %q", it.Name)
		}
		names[it.Name] = true
		if a, b := it.Doc(), it.Doc(); difference(a, b) != "" || a == b {
			t.Errorf("%s is not made anew", it.Name)
		}
	}
	if len(names) < 30 {
		t.Errorf("only %d items", len(names))
	}
}
