package syntax

// MaxWords is the longest sentence that Parse accepts whole; of longer ones only the first MaxWords words are
// analysed together, and every later word gets the tag X and hangs on the root as dep. Callers should split.
const MaxWords = 400

// Tree holds one parsed sentence, one element of each slice a word. The slices are reused between calls; the strings
// of UPOS, XPOS, Feats, Rel and Entity are interned in the model.
type Tree struct {
	// UPOS is the universal part of speech, XPOS the Penn tag, Feats the features as in CoNLL-U ("_" for none).
	UPOS, XPOS, Feats []string
	// Lemma is the dictionary form.
	Lemma []string
	// Rel is the relation to the head, with subtype ("nsubj:pass").
	Rel []string
	// Head is the index of the head in the sentence, -1 for the root.
	Head []int32
	// Entity is a BIO label of the outermost name at the word: "O", "B-person", "I-place", "B-organization", "B-other".
	Entity []string
}

// Len is the number of words.
func (t *Tree) Len() int { return len(t.Head) }

// reset makes room for n words.
func (t *Tree) reset(n int) {
	t.UPOS = sized(t.UPOS, n)
	t.XPOS = sized(t.XPOS, n)
	t.Feats = sized(t.Feats, n)
	t.Lemma = sized(t.Lemma, n)
	t.Rel = sized(t.Rel, n)
	t.Head = sized(t.Head, n)
	t.Entity = sized(t.Entity, n)
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2+8)
	}
	return s[:n]
}
