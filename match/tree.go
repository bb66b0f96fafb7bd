package match

// Tree is one sentence with its dependency tree, as the matcher sees it. Words
// are known by index; a tree whose words are numbered within a document is as
// good as one that begins at 0. All methods must be pure, and safe for
// concurrent use where a Program is run from several goroutines over one tree.
type Tree interface {
	Bounds() (first, last int32) // the words of the sentence: first <= i < last
	Form(i int32) string
	Lemma(i int32) string
	UPOS(i int32) string
	XPOS(i int32) string
	Feat(i int32, name string) string // value of a feature, "" if it has none; "Int,Rel" is two values
	Head(i int32) int32               // -1 for the root
	Rel(i int32) string               // with subtype: "nsubj:pass"
	FirstChild(i int32) int32         // -1 if it has none
	NextSibling(i int32) int32        // children in text order, -1 ends
	Class(name string, i int32) bool  // @name: does the word belong to a class of words
	Kind(name string, i int32) bool   // #name: is the word part of a name of this kind
}
