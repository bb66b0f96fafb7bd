// Package stagetest runs a stage over a shelf of odd documents and checks what
// every stage owes: it writes only its own layers, gives the same result twice,
// keeps its spans inside the text and on code points, and never panics.
package stagetest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"annals/engine/doc"
)

// Run runs the stage over the shelf, after the stages in prepare, which fill the
// layers that it reads. Work is measured in allocations, never by the clock: a
// document twice as long may cost little more than twice as many.
func Run(t *testing.T, s doc.Stage, prepare ...doc.Stage) {
	t.Helper()
	if s.Name() == "" {
		t.Error("the stage has no name")
	}
	if len(s.Writes()) == 0 {
		t.Errorf("%s: the stage writes no layer", s.Name())
	}
	for _, item := range Shelf() {
		t.Run(item.Name, func(t *testing.T) { check(t, s, prepare, item.Doc) })
	}
	t.Run("linear", func(t *testing.T) { linear(t, s, prepare) })
	t.Run("reused", func(t *testing.T) { reused(t, s, prepare) })
}

func check(t *testing.T, s doc.Stage, prepare []doc.Stage, make func() *doc.Document) {
	t.Helper()
	build := func() *doc.Document {
		d := make()
		for _, p := range prepare {
			p.Run(d)
		}
		return d
	}
	first, second, plain := build(), build(), build()
	if f := run(s, first); f != "" {
		t.Fatalf("%s: panic: %s", s.Name(), f)
	}
	if f := run(s, second); f != "" {
		t.Fatalf("%s: panic in the second run only: %s", s.Name(), f)
	}
	if layer := difference(first, second); layer != "" {
		t.Errorf("%s: two runs differ in %s", s.Name(), layer)
	}
	writes := map[doc.Layer]bool{}
	for _, l := range s.Writes() {
		writes[l] = true
	}
	for _, l := range touched(plain, first) {
		if !writes[l] {
			t.Errorf("%s: wrote the layer %s, which it does not name", s.Name(), l)
		}
	}
	for _, fault := range Faults(first) {
		t.Errorf("%s: %s", s.Name(), fault)
	}
}

// run runs the stage and reports a panic.
func run(s doc.Stage, d *doc.Document) (fault string) {
	defer func() {
		if e := recover(); e != nil {
			fault = fmt.Sprint(e)
		}
	}()
	s.Run(d)
	return ""
}

// linear compares the allocations for a text and for one eight times as long.
func linear(t *testing.T, s doc.Stage, prepare []doc.Stage) {
	cost := func(n int) float64 {
		text := strings.Repeat(paragraph, n)
		build := func() *doc.Document {
			d := &doc.Document{Text: text}
			for _, p := range prepare {
				p.Run(d)
			}
			return d
		}
		before := testing.AllocsPerRun(2, func() { build() })
		return testing.AllocsPerRun(2, func() { s.Run(build()) }) - before
	}
	short, long := cost(20), cost(160)
	if long > 16*short+400 {
		t.Errorf("%s: %.0f allocations for a text, %.0f for one eight times as long", s.Name(), short, long)
	}
}

// reused runs the stage on a document whose slices served another report.
func reused(t *testing.T, s doc.Stage, prepare []doc.Stage) {
	fresh := &doc.Document{Text: paragraph}
	used := &doc.Document{Text: strings.Repeat("Mara Iven left Arland. ", 30)}
	for _, d := range []*doc.Document{fresh, used} {
		for _, p := range prepare {
			p.Run(d)
		}
		s.Run(d)
	}
	again := *used
	again.Text, again.Notes = paragraph, nil
	for _, p := range prepare {
		p.Run(&again)
	}
	s.Run(&again)
	if layer := difference(fresh, &again); layer != "" {
		t.Errorf("%s: a document used before comes out otherwise in %s", s.Name(), layer)
	}
}

// layerFields are the fields of a Document by layer.
var layerFields = [...]struct {
	layer  doc.Layer
	fields string
}{
	{doc.LayerText, "ID Title Text Body Outlet Published PublishedBasis"},
	{doc.LayerTokens, "Sentences Paragraphs Front"},
	{doc.LayerQuotes, "Quotes"},
	{doc.LayerChains, "Chains"},
	{doc.LayerTimes, "Times"},
	{doc.LayerPlaces, "Places"},
	{doc.LayerFrames, "Frames"},
	{doc.LayerContexts, "Contexts"},
}

// touched lists the layers in which the documents differ. Tokens and Mentions
// are shared by several layers and told apart by their fields; Notes may be
// added by any stage.
func touched(a, b *doc.Document) []doc.Layer {
	var out []doc.Layer
	va, vb := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for _, l := range layerFields {
		for _, f := range strings.Fields(l.fields) {
			if !same(va.FieldByName(f), vb.FieldByName(f)) && !onlyRoots(f, a, b) {
				out = append(out, l.layer)
				break
			}
		}
	}
	if len(a.Tokens) != len(b.Tokens) {
		out = append(out, doc.LayerTokens)
	} else {
		spans, trees := false, false
		for i := range a.Tokens {
			x, y := a.Tokens[i], b.Tokens[i]
			spans = spans || x.Span != y.Span || x.Sent != y.Sent
			x.Span, x.Sent = y.Span, y.Sent
			trees = trees || x != y
		}
		if spans {
			out = append(out, doc.LayerTokens)
		}
		if trees {
			out = append(out, doc.LayerTrees)
		}
	}
	return append(out, touchedMentions(a, b)...)
}

// onlyRoots forgives the stage that writes trees the roots of sentences.
func onlyRoots(field string, a, b *doc.Document) bool {
	if field != "Sentences" || len(a.Sentences) != len(b.Sentences) {
		return false
	}
	for i := range a.Sentences {
		x, y := a.Sentences[i], b.Sentences[i]
		x.Root = y.Root
		if x != y {
			return false
		}
	}
	return true
}

func touchedMentions(a, b *doc.Document) []doc.Layer {
	if len(a.Mentions) != len(b.Mentions) {
		return []doc.Layer{doc.LayerMentions}
	}
	var links, chains, rest bool
	for i := range a.Mentions {
		x, y := a.Mentions[i], b.Mentions[i]
		links = links || x.Entity != y.Entity || x.ID != y.ID || !reflect.DeepEqual(x.Open, y.Open)
		chains = chains || x.Chain != y.Chain || x.Antecedent != y.Antecedent || !reflect.DeepEqual(x.Members, y.Members)
		rest = rest || x.Span != y.Span || x.Full != y.Full || x.First != y.First || x.Last != y.Last || x.Head != y.Head || x.Sent != y.Sent || x.Form != y.Form
	}
	var out []doc.Layer
	for _, c := range []struct {
		set   bool
		layer doc.Layer
	}{{rest, doc.LayerMentions}, {links, doc.LayerLinks}, {chains, doc.LayerChains}} {
		if c.set {
			out = append(out, c.layer)
		}
	}
	return out
}

// difference names the first field in which the documents differ, "" if none.
func difference(a, b *doc.Document) string {
	va, vb := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range va.NumField() {
		if !same(va.Field(i), vb.Field(i)) {
			return va.Type().Field(i).Name
		}
	}
	return ""
}

// same compares deeply; an empty slice equals none.
func same(a, b reflect.Value) bool {
	if a.Kind() == reflect.Slice && a.Len() == 0 && b.Len() == 0 {
		return true
	}
	if a.Kind() == reflect.Struct {
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	if a.Kind() == reflect.Slice {
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	}
	return reflect.DeepEqual(a.Interface(), b.Interface())
}

// Faults lists what is wrong with the spans and indexes of a document.
func Faults(d *doc.Document) []string {
	c := checker{d: d}
	c.tokens()
	c.sentences()
	c.spans("Document", reflect.ValueOf(d).Elem())
	return c.faults
}

type checker struct {
	d      *doc.Document
	faults []string
}

func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 10 {
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

func (c *checker) tokens() {
	d := c.d
	end := int32(0)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Start < end || t.Empty() || int(t.End) > len(d.Text) {
			c.fault("token %d at [%d, %d) is empty, out of the text or overlaps the one before", i, t.Start, t.End)
			return
		}
		end = t.End
		if w := d.Word(t.Span); strings.ContainsAny(w, " \t\r\n\u00a0") {
			c.fault("token %d %q has white space inside", i, w)
		}
		if t.Sent < 0 || int(t.Sent) >= len(d.Sentences) {
			c.fault("token %d is in sentence %d of %d", i, t.Sent, len(d.Sentences))
		} else if s := d.Sentences[t.Sent]; int32(i) < s.First || int32(i) >= s.Last {
			c.fault("token %d is not in its sentence %d", i, t.Sent)
		}
	}
}

func (c *checker) sentences() {
	d := c.d
	next := int32(0)
	for i, s := range d.Sentences {
		if s.First != next || s.Last <= s.First || int(s.Last) > len(d.Tokens) {
			c.fault("sentence %d has the tokens [%d, %d), want from %d", i, s.First, s.Last, next)
			return
		}
		next = s.Last
		if want := d.TokenSpan(s.First, s.Last-1); s.Span != want {
			c.fault("sentence %d spans [%d, %d), its tokens [%d, %d)", i, s.Start, s.End, want.Start, want.End)
		}
		if s.Paragraph < 0 || int(s.Paragraph) >= len(d.Paragraphs) {
			c.fault("sentence %d is in paragraph %d of %d", i, s.Paragraph, len(d.Paragraphs))
		}
	}
	if len(d.Sentences) > 0 && int(next) != len(d.Tokens) {
		c.fault("the sentences hold %d of %d tokens", next, len(d.Tokens))
	}
	at := int32(0)
	for i, p := range d.Paragraphs {
		if p.First != at || p.Last <= p.First || int(p.Last) > len(d.Sentences) {
			c.fault("paragraph %d has the sentences [%d, %d), want from %d", i, p.First, p.Last, at)
			return
		}
		at = p.Last
	}
}

// spans looks for spans anywhere in a value and checks that they lie inside the
// text and on code points.
func (c *checker) spans(where string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			c.spans(where, v.Index(i))
		}
	case reflect.Struct:
		if s, ok := v.Interface().(doc.Span); ok {
			c.span(where, s)
			return
		}
		for i := range v.NumField() {
			c.spans(where+"."+v.Type().Field(i).Name, v.Field(i))
		}
	}
}

func (c *checker) span(where string, s doc.Span) {
	text := c.d.Text
	if s.Start < 0 || s.End < s.Start || int(s.End) > len(text) {
		c.fault("%s: span [%d, %d) is not in the text of %d bytes", where, s.Start, s.End, len(text))
		return
	}
	for _, i := range []int32{s.Start, s.End} {
		if !border(text, int(i)) {
			c.fault("%s: span [%d, %d) cuts a code point", where, s.Start, s.End)
		}
	}
}

// border reports whether byte i begins a code point or a broken byte. A
// continuation byte may only be a border where no whole code point covers it.
func border(s string, i int) bool {
	if i == len(s) || utf8.RuneStart(s[i]) {
		return true
	}
	for k := i - 1; k >= 0 && k > i-utf8.UTFMax; k-- {
		if utf8.RuneStart(s[k]) {
			_, size := utf8.DecodeRuneInString(s[k:])
			return k+size <= i
		}
	}
	return true
}
