package conll

import (
	"strings"

	"annals/conllu"
)

// A Document is the sentences from one "# newdoc" to the next.
type Document struct {
	ID        string
	Sentences []*conllu.Sentence
}

// Documents divides sentences at their "# newdoc" comments; without any there is one document.
func Documents(all []*conllu.Sentence) []Document {
	var docs []Document
	for i, s := range all {
		if id, ok := newDoc(s); ok || i == 0 {
			docs = append(docs, Document{ID: id})
		}
		d := &docs[len(docs)-1]
		d.Sentences = append(d.Sentences, s)
	}
	return docs
}

// Genre is the genre in the document's name.
func (d *Document) Genre() string { return Genre(d.ID) }

// Raw is the text of the document: the surface of its sentences, a blank line before each paragraph, and a space after
// each sentence whose last token does not say SpaceAfter=No. The surface is the comment "# text", or the tokens where
// that is missing.
func (d *Document) Raw() string {
	var b strings.Builder
	space := false
	for i, s := range d.Sentences {
		switch {
		case i == 0:
		case newPar(s):
			b.WriteString("\n\n")
		case space:
			b.WriteByte(' ')
		}
		text, ok := s.Comment("text")
		if !ok {
			text = s.Text()
		}
		b.WriteString(text)
		for t := range s.Tokens() {
			space = t.SpaceAfter()
		}
	}
	return b.String()
}
