package parse

import (
	"annals/engine/syntax"
	"annals/match"
)

// Example parses the words of a rule's example, for tests of the rule. Nothing is
// mended and no headline is tried.
func Example(model *syntax.Model, scratch *syntax.Scratch, words []string) (*match.Parsed, error) {
	var t syntax.Tree
	model.Parse(scratch, words, &t)
	out := make([]match.ParsedWord, len(words))
	for i, w := range words {
		out[i] = match.ParsedWord{Form: w, Lemma: t.Lemma[i], UPOS: t.UPOS[i], XPOS: t.XPOS[i], Feats: t.Feats[i], Head: t.Head[i], Rel: t.Rel[i], Name: t.Entity[i]}
		if out[i].Feats == "_" {
			out[i].Feats = ""
		}
		if out[i].Name == "O" {
			out[i].Name = ""
		}
	}
	return match.NewParsed(out)
}
