package frame

import (
	"strings"

	"annals/engine/doc"
	"annals/lang"
)

// tree shows one sentence of a document to the rule matcher; its words keep
// their numbers in the document.
type tree struct {
	d       *doc.Document
	sent    int32
	classes *lang.Classes
}

func (t *tree) Bounds() (first, last int32) {
	s := &t.d.Sentences[t.sent]
	return s.First, s.Last
}

func (t *tree) Form(i int32) string       { return t.d.Form(i) }
func (t *tree) Lemma(i int32) string      { return t.d.Tokens[i].Lemma }
func (t *tree) UPOS(i int32) string       { return t.d.Tokens[i].UPOS }
func (t *tree) XPOS(i int32) string       { return t.d.Tokens[i].XPOS }
func (t *tree) Head(i int32) int32        { return t.d.Tokens[i].Head }
func (t *tree) Rel(i int32) string        { return t.d.Tokens[i].Rel }
func (t *tree) FirstChild(i int32) int32  { return t.d.Tokens[i].FirstChild }
func (t *tree) NextSibling(i int32) int32 { return t.d.Tokens[i].NextSibling }

// Feat is the value of a feature in the bundle "A=x|B=y".
func (t *tree) Feat(i int32, name string) string { return feat(t.d.Tokens[i].Feats, name) }

func feat(feats, name string) string {
	for feats != "" {
		pair, rest, _ := strings.Cut(feats, "|")
		if k, v, ok := strings.Cut(pair, "="); ok && k == name {
			return v
		}
		feats = rest
	}
	return ""
}

// Class asks the class tables for the word's lemma.
func (t *tree) Class(name string, i int32) bool { return t.classes.Has(name, t.d.Tokens[i].Lemma) }

// Kind asks for the kind of name the word belongs to.
func (t *tree) Kind(name string, i int32) bool {
	_, kind, _ := strings.Cut(t.d.Tokens[i].Name, "-")
	return kind == name
}
