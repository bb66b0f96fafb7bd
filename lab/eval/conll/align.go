package conll

import (
	"fmt"
	"strings"
	"unicode"

	"annals/conllu"
)

// span is a half-open range of the characters of a document, spaces not counted.
type span struct{ from, to int }

// word is a syntactic word with the place of its token.
type word struct {
	span
	row   *conllu.Row
	form  string  // in lower case, without spaces
	multi bool    // one of several words of a token, whose place it has
	head  *word   // nil for the root
	funcs []*word // its functional children, in order
	fits  *word   // the word of the other side that it is aligned with
}

// side is one analysis of a document.
type side struct {
	chars     []rune
	tokens    []span
	sentences []span
	words     []*word
}

// visible reports whether a character counts: spaces do not, nor do controls and invisible format characters, which
// tokenisers may drop.
func visible(c rune) bool {
	return !unicode.IsSpace(c) && !unicode.In(c, unicode.Zs, unicode.Cc, unicode.Cf)
}

// newSide counts characters and, where trees are asked for, resolves heads: then each sentence must be a tree.
func newSide(all []*conllu.Sentence, trees bool) (*side, error) {
	s := &side{}
	for _, sent := range all {
		if err := sent.CheckTree(); trees && err != nil {
			return nil, err
		}
		start := len(s.chars)
		first := len(s.words)
		inside := conllu.ID{}
		var token span
		for i := range sent.Rows {
			r := &sent.Rows[i]
			if r.ID.Empty() {
				continue
			}
			within := r.ID.Word() && r.ID.N <= inside.To
			if !within {
				token.from = len(s.chars)
				for _, c := range r.Form {
					if visible(c) {
						s.chars = append(s.chars, c)
					}
				}
				token.to = len(s.chars)
				s.tokens = append(s.tokens, token)
			}
			if r.ID.Multiword() {
				inside = r.ID
				continue
			}
			s.words = append(s.words, &word{span: token, row: r, form: folded(r.Form), multi: within})
		}
		s.sentences = append(s.sentences, span{start, len(s.chars)})
		if trees {
			s.link(s.words[first:])
		}
	}
	return s, nil
}

func folded(form string) string {
	return strings.Map(func(c rune) rune {
		if !visible(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, form)
}

// link resolves the heads of the words of one sentence.
func (s *side) link(words []*word) {
	for _, w := range words {
		if w.row.Head == 0 {
			continue
		}
		w.head = words[w.row.Head-1]
		if functional(Base(w.row.Rel)) {
			w.head.funcs = append(w.head.funcs, w)
		}
	}
}

// sameText reports an error where two sides are not analyses of one text.
func sameText(gold, sys *side) error {
	n := 0
	for n < len(gold.chars) && n < len(sys.chars) && gold.chars[n] == sys.chars[n] {
		n++
	}
	if n == len(gold.chars) && n == len(sys.chars) {
		return nil
	}
	show := func(c []rune) string { return string(c[max(0, n-10):min(len(c), n+10)]) }
	return fmt.Errorf("the tokens are not of one text: character %d is in gold %q, in the system %q; forms must stay as the text has them",
		n+1, show(gold.chars), show(sys.chars))
}

// shared counts the spans that both sides have; both are in order.
func shared(sys, gold []span) Count {
	c := Count{Guess: len(sys), Gold: len(gold)}
	for i, j := 0, 0; i < len(sys) && j < len(gold); {
		switch {
		case sys[i] == gold[j]:
			c.Right++
			i++
			j++
		case sys[i].from < gold[j].from || sys[i].from == gold[j].from && sys[i].to < gold[j].to:
			i++
		default:
			j++
		}
	}
	return c
}

// align pairs the words of two sides and gives the number of pairs. Words are paired where their spans are equal;
// round a token of several words on either side, the smallest stretch that holds whole such tokens on both sides is
// taken, and the words in it are paired by the longest common subsequence of their forms.
func align(gold, sys *side) int {
	g, s := gold.words, sys.words
	pairs := 0
	for i, j := 0, 0; i < len(g) && j < len(s); {
		a, b := g[i], s[j]
		overlap := a.from < b.to && b.from < a.to
		switch {
		case overlap && (a.multi || b.multi):
			st := stretch(a, b)
			switch {
			case a.from < st.from:
				i++ // a single word that crosses the edge of the stretch
				continue
			case b.from < st.from:
				j++
				continue
			}
			i0, j0 := i, j
			for grown := true; grown; {
				grown = false
				for i < len(g) && st.takes(g[i]) {
					i++
					grown = true
				}
				for j < len(s) && st.takes(s[j]) {
					j++
					grown = true
				}
			}
			pairs += common(g[i0:i], s[j0:j])
		case a.span == b.span:
			a.fits, b.fits = b, a
			pairs++
			i++
			j++
		case a.from < b.from || a.from == b.from && a.to < b.to:
			i++
		default:
			j++
		}
	}
	return pairs
}

// stretch is the range that two overlapping words begin, of which one at least is of a token of several.
func stretch(a, b *word) *span {
	switch {
	case !a.multi:
		return &span{b.from, b.to}
	case !b.multi:
		return &span{a.from, a.to}
	}
	return &span{min(a.from, b.from), max(a.to, b.to)}
}

// takes reports whether a word belongs to the stretch, which grows to hold tokens of several words whole.
func (s *span) takes(w *word) bool {
	if w.multi && w.from < s.to {
		s.to = max(s.to, w.to)
		return true
	}
	return w.to <= s.to
}

// common pairs two runs of words by the longest common subsequence of their forms and gives its length.
func common(g, s []*word) int {
	// best[i][j] is the length of the longest common subsequence of g[i:] and s[j:].
	best := make([][]int, len(g)+1)
	for i := range best {
		best[i] = make([]int, len(s)+1)
	}
	for i := len(g) - 1; i >= 0; i-- {
		for j := len(s) - 1; j >= 0; j-- {
			if g[i].form == s[j].form {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(g) && j < len(s); {
		switch {
		case g[i].form == s[j].form:
			g[i].fits, s[j].fits = s[j], g[i]
			i++
			j++
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return best[0][0]
}
