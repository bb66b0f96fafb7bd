package conll

import (
	"fmt"
	"sort"
	"strings"
)

// Tally counts right words.
type Tally struct {
	Words, UPOS, XPOS, Feats, Lemma, UAS, LAS, Full int
	// Sentences and Roots: sentences scored, and those whose root is right.
	Sentences, Roots int
}

// A Guess is what a parser says of one sentence; the slices run over its words.
type Guess struct {
	UPOS, XPOS, Feats, Lemma, Rel []string
	Head                          []int32
}

// Base cuts the subtype off a relation.
func Base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

// Add counts one sentence. It reports an error where the guess has another number of words or is no tree.
func (t *Tally) Add(gold *Sentence, g Guess) error {
	if len(g.Head) != len(gold.Words) {
		return fmt.Errorf("%s: %d words guessed, %d gold", gold.ID, len(g.Head), len(gold.Words))
	}
	if err := CheckTree(g.Head); err != nil {
		return fmt.Errorf("%s: %w", gold.ID, err)
	}
	t.Sentences++
	for i := range gold.Words {
		w := &gold.Words[i]
		t.Words++
		t.UPOS += one(w.UPOS == g.UPOS[i])
		t.XPOS += one(w.XPOS == g.XPOS[i])
		t.Feats += one(universal(w.Feats) == universal(g.Feats[i]))
		t.Lemma += one(w.Lemma == "_" || w.Lemma == g.Lemma[i])
		if w.Head == int(g.Head[i]) {
			t.UAS++
			t.LAS += one(Base(w.Rel) == Base(g.Rel[i]))
			t.Full += one(w.Rel == g.Rel[i])
			t.Roots += one(w.Head < 0)
		}
	}
	return nil
}

// Sum adds the counts of o.
func (t *Tally) Sum(o Tally) {
	t.Words += o.Words
	t.UPOS += o.UPOS
	t.XPOS += o.XPOS
	t.Feats += o.Feats
	t.Lemma += o.Lemma
	t.UAS += o.UAS
	t.LAS += o.LAS
	t.Full += o.Full
	t.Sentences += o.Sentences
	t.Roots += o.Roots
}

// Percent gives 100 a/b, 0 where b is 0.
func Percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// String gives the scores in percent on one line.
func (t Tally) String() string {
	p := func(n int) float64 { return Percent(n, t.Words) }
	return fmt.Sprintf("UPOS %.2f XPOS %.2f FEATS %.2f lemma %.2f UAS %.2f LAS %.2f full %.2f root %.2f (%d words)",
		p(t.UPOS), p(t.XPOS), p(t.Feats), p(t.Lemma), p(t.UAS), p(t.LAS), p(t.Full), Percent(t.Roots, t.Sentences), t.Words)
}

// CheckTree says whether the heads form a tree with exactly one root and no cycle.
func CheckTree(head []int32) error {
	roots := 0
	for i, h := range head {
		if h < 0 {
			roots++
		}
		if int(h) >= len(head) {
			return fmt.Errorf("head of word %d outside the sentence", i+1)
		}
	}
	if len(head) > 0 && roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	for i := range head {
		for h, steps := head[i], 0; h >= 0; h, steps = head[h], steps+1 {
			if steps > len(head) {
				return fmt.Errorf("cycle at word %d", i+1)
			}
		}
	}
	return nil
}

// universalFeats are the features that CoNLL 2018 scores.
var universalFeats = map[string]bool{"PronType": true, "NumType": true, "Poss": true, "Reflex": true, "Foreign": true,
	"Abbr": true, "Gender": true, "Animacy": true, "Number": true, "Case": true, "Definite": true, "Degree": true,
	"VerbForm": true, "Mood": true, "Tense": true, "Aspect": true, "Voice": true, "Evident": true, "Polarity": true,
	"Person": true, "Polite": true}

// universal keeps the scored features, in order.
func universal(feats string) string {
	if feats == "_" || feats == "" {
		return ""
	}
	var kept []string
	for _, f := range strings.Split(feats, "|") {
		name, _, _ := strings.Cut(f, "=")
		if universalFeats[name] {
			kept = append(kept, f)
		}
	}
	sort.Strings(kept)
	return strings.Join(kept, "|")
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
