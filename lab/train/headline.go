package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A node is what the making of headlines sees of a word.
type node struct {
	form, upos, rel string
	head            int // -1 for the root
	// What became of it: dropped, or another word in its place ("to" for "will", a comma for "and"). form may change too.
	drop bool
	as   string
}

// A style says how a sentence is to be written.
type style uint8

const (
	plain style = iota
	noStop
	lower
	upper
	title
	headline
)

// drawStyle draws a style: most sentences stay as they are. Headlines are made of short statements only.
func drawStyle(nodes []node, headlines float32, rng *rand.Rand) style {
	p := rng.Float32()
	if p < headlines {
		if canBeHeadline(nodes) {
			return headline
		}
		return plain
	}
	switch p -= headlines; {
	case p < 0.10:
		return noStop
	case p < 0.13:
		return lower
	case p < 0.16:
		return upper
	case p < 0.20:
		return title
	}
	return plain
}

// restyle writes a sentence in a style: marks the words to drop and changes forms. Words that others hang on stay, so the
// tree stays whole.
func restyle(nodes []node, s style, rng *rand.Rand) {
	leaf := leaves(nodes)
	if s != plain {
		if n := len(nodes); n > 2 && nodes[n-1].upos == "PUNCT" && leaf[n-1] && (s == noStop || s == headline || rng.Float32() < 0.5) {
			nodes[n-1].drop = true
		}
	}
	if s == headline {
		prune(nodes, rng)
		shorten(nodes, leaf, rng)
		switch p := rng.Float32(); {
		case p < 0.45:
			s = title
		case p < 0.50:
			s = upper
		}
	}
	first := true
	for i := range nodes {
		w := &nodes[i]
		if w.drop {
			continue
		}
		switch {
		case s == lower:
			w.form = strings.ToLower(w.form)
		case s == upper:
			w.form = strings.ToUpper(w.form)
		case s == title && (first || !staysLower(w)), s == headline && first:
			w.form = capital(w.form)
		}
		first = false
	}
}

// leaves tells which words no other word hangs on; the root is none.
func leaves(nodes []node) []bool {
	leaf := make([]bool, len(nodes))
	for i := range nodes {
		leaf[i] = nodes[i].head >= 0
	}
	for i := range nodes {
		if h := nodes[i].head; h >= 0 {
			leaf[h] = false
		}
	}
	return leaf
}

// canBeHeadline reports whether a sentence is a statement with a subject, of a headline's length.
func canBeHeadline(nodes []node) bool {
	if len(nodes) < 5 || len(nodes) > 28 {
		return false
	}
	subject := false
	for i := range nodes {
		w := &nodes[i]
		if w.form == "?" || w.form == "I" || strings.EqualFold(w.form, "you") {
			return false
		}
		if strings.HasPrefix(w.rel, "nsubj") && w.head >= 0 && nodes[w.head].head < 0 && i < w.head {
			subject = true
		}
	}
	return subject
}

// leastHeadline is the number of words that pruning leaves at least.
const leastHeadline = 6

// prune drops parts that a headline can do without, each with all that hangs on it: clauses, appositions, further conjuncts,
// times and places.
func prune(nodes []node, rng *rand.Rand) {
	left := len(nodes)
	for i := range nodes {
		w := &nodes[i]
		switch base, _, _ := strings.Cut(w.rel, ":"); base {
		case "advcl", "appos", "acl", "parataxis", "obl", "conj", "advmod":
			if w.drop || w.rel == "obl:agent" || rng.Float32() < 0.4 {
				continue
			}
		default:
			continue
		}
		part := below(nodes, i)
		if left-len(part) < leastHeadline {
			continue
		}
		for _, k := range part {
			nodes[k].drop = true
		}
		left -= len(part)
	}
}

// below lists word i and all words that hang on it and are not dropped yet.
func below(nodes []node, i int) []int {
	var part []int
	for k := range nodes {
		h := k
		for h >= 0 && h != i {
			h = nodes[h].head
		}
		if h == i && !nodes[k].drop {
			part = append(part, k)
		}
	}
	return part
}

// shorten drops articles and forms of "be" that only help, and now and then puts "to" for "will" and a comma for
// "and".
func shorten(nodes []node, leaf []bool, rng *rand.Rand) {
	keepBe, keepArticles, keepWill := rng.Float32() < 0.3, rng.Float32() < 0.15, rng.Float32() < 0.5
	comma := rng.Float32() < 0.2
	for i := range nodes {
		w := &nodes[i]
		if !leaf[i] || w.drop {
			continue
		}
		switch form := strings.ToLower(w.form); form {
		case "the", "a", "an":
			w.drop = w.rel == "det" && !keepArticles
		case "is", "are", "was", "were":
			w.drop = (strings.HasPrefix(w.rel, "aux") || w.rel == "cop" && nodes[w.head].upos == "ADJ") && !keepBe
		case "has", "have", "had":
			if w.rel == "aux" && !keepBe && i+1 < len(nodes) && strings.EqualFold(nodes[i+1].form, "been") && leaf[i+1] &&
				nodes[i+1].head == w.head {
				w.drop, nodes[i+1].drop = true, true
			}
		case "will":
			if w.rel == "aux" && !keepWill && !(i+1 < len(nodes) && nodes[i+1].rel == "advmod") {
				w.as, w.form = "to", "to"
			}
		case "and":
			if w.rel == "cc" && comma && i > 0 && w.head == i+1 && !nodes[i+1].drop && (nodes[i+1].upos == "NOUN" || nodes[i+1].upos == "PROPN") {
				w.as, w.form = ",", ","
			}
		}
	}
}

// staysLower reports whether a headline in title case leaves the word in lower case.
func staysLower(w *node) bool {
	switch w.upos {
	case "DET", "ADP", "CCONJ", "PART":
		return len(w.form) < 4
	}
	return strings.HasPrefix(w.form, "'") || strings.HasPrefix(w.form, "’")
}

func capital(form string) string {
	r, n := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[n:]
}
