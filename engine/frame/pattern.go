package frame

import (
	"sort"
	"strings"

	"annals/engine/doc"
)

// reach is how far below the head the words of a pattern may hang.
const reach = 3

// pattern looks for the further words of a sense around its head; ok is false
// where one is missing.
func (f *finder) pattern(e *Entry, h int32) (words []int32, ok bool) {
	if len(e.words) == 1 {
		return nil, true
	}
	rest := append(append([][]string(nil), e.words[:e.head]...), e.words[e.head+1:]...)
	switch e.POS {
	case "n":
		return f.before(rest, h)
	case "pn":
		c := f.d.Child(h, "case")
		if c < 0 || !has(rest[0], strings.ToLower(f.d.Form(c))) || len(rest) > 1 {
			return nil, false
		}
		return []int32{c}, true
	case "vo":
		noun := f.objectNoun(rest[0], h)
		if noun < 0 {
			return nil, false
		}
		words = append(words, noun)
		rest = rest[1:]
		if len(rest) == 0 {
			return words, true
		}
		more, ok := f.below(e, rest, h, noun)
		return append(words, more...), ok
	}
	return f.below(e, rest, h, -1)
}

// before finds the words of "air strike", "state visit" left of the noun.
func (f *finder) before(rest [][]string, h int32) (words []int32, ok bool) {
	at := h
	for i := len(rest) - 1; i >= 0; i-- {
		found := int32(-1)
		for t := at - 1; t >= f.sentFirst(h) && t >= at-3; t-- {
			if f.isWord(t, rest[i]) && f.under(t, h, reach) {
				found = t
				break
			}
		}
		if found < 0 {
			return nil, false
		}
		words = append(words, found)
		at = found
	}
	return words, true
}

func (f *finder) sentFirst(t int32) int32 { return f.d.Sentences[f.d.Tokens[t].Sent].First }

// objectNoun is the noun of "impose sanctions": object, subject of the passive,
// or the noun before a participle or relative clause.
func (f *finder) objectNoun(lemmas []string, h int32) int32 {
	for c := range f.d.Children(h) {
		if !f.d.HasRel(c, "obj", "nsubj:pass", "obl", "xcomp", "nsubj") {
			continue
		}
		if f.d.HasRel(c, "nsubj") && !f.d.HasRel(c, "nsubj:pass") {
			continue
		}
		if f.isWord(c, lemmas) && (f.d.HasRel(c, "obj", "nsubj:pass") || f.d.Child(c, "case") < 0) {
			return c
		}
		if x := f.counted(c); x >= 0 && f.isWord(x, lemmas) {
			return x
		}
		for j := range f.d.Children(c) {
			if f.d.HasRel(j, "conj") && f.isWord(j, lemmas) {
				return j
			}
		}
	}
	up := f.d.Tokens[h].Head
	if up >= 0 && f.d.HasRel(h, "acl") && f.isWord(up, lemmas) {
		return up
	}
	// "sanctions are expected to be lifted": the subject of the upper verb.
	if up >= 0 && f.d.HasRel(h, "xcomp") && f.d.Child(h, "aux:pass") >= 0 && f.d.Child(up, "obj") < 0 {
		if s := f.d.Child(up, "nsubj"); s >= 0 && f.isWord(s, lemmas) {
			return s
		}
	}
	return -1
}

// counted is the noun that a word only counts or parts: "dozens of missiles"; or -1.
func (f *finder) counted(tok int32) int32 {
	if !f.quantityOf(tok) {
		return -1
	}
	for c := range f.d.Children(tok) {
		if f.d.HasRel(c, "nmod") && f.slots.preposition(c) == "of" {
			return c
		}
	}
	return -1
}

// below finds the words in text order among what hangs under the head or the noun.
func (f *finder) below(e *Entry, rest [][]string, h, noun int32) (words []int32, ok bool) {
	sent := &f.d.Sentences[f.d.Tokens[h].Sent]
	at := sent.First - 1
	for _, lemmas := range rest {
		found := int32(-1)
		for t := at + 1; t < sent.Last; t++ {
			if t == h || !f.isWord(t, lemmas) {
				continue
			}
			if len(e.words) == 2 && e.POS == "v" && isParticle[f.d.Tokens[t].Lemma] && !f.particle(t, h, e) {
				continue
			}
			if f.under(t, h, reach) || noun >= 0 && f.under(t, noun, reach) {
				found = t
				break
			}
		}
		if found < 0 {
			return nil, false
		}
		words = append(words, found)
		at = found
	}
	return words, true
}

// isParticle are the words that make a phrasal verb: "give in".
var isParticle = map[string]bool{"in": true, "up": true, "out": true, "down": true, "off": true, "back": true, "over": true, "away": true, "on": true, "upon": true}

// particle reports whether word t belongs to the verb h and does not merely begin
// a phrase behind it; a preposition that the sense has as a slot may do so.
func (f *finder) particle(t, h int32, e *Entry) bool {
	if f.d.Tokens[t].Head == h && f.d.HasRel(t, "compound:prt", "advmod") {
		return true
	}
	return t > h && e.names(strings.ToLower(f.d.Form(t))) && f.under(t, h, 2)
}

func (f *finder) isWord(t int32, lemmas []string) bool {
	return has(lemmas, f.d.Tokens[t].Lemma) || has(lemmas, strings.ToLower(f.d.Form(t)))
}

// under reports whether t hangs at most n steps below h, not through another clause.
func (f *finder) under(t, h int32, n int) bool {
	for ; n > 0; n-- {
		if f.d.HasRel(t, "acl:relcl", "advcl", "parataxis", "ccomp") {
			return false
		}
		t = f.d.Tokens[t].Head
		if t == h {
			return true
		}
		if t < 0 {
			return false
		}
	}
	return false
}

// apart is how many words may stand between two parts of a trigger that are
// still told as one stretch of text.
const apart = 3

// trigger is the words that tell the act: the stretch with the head first.
func (f *finder) trigger(h int32, c *candidate) []doc.Span {
	toks := append([]int32{h}, c.words...)
	if c.light >= 0 && f.d.Tokens[c.light].Sent == f.d.Tokens[h].Sent {
		toks = append(toks, c.light)
	}
	for k := range f.d.Children(h) {
		if f.d.HasRel(k, "compound:prt") && !hasTok(toks, k) {
			toks = append(toks, k)
		}
	}
	sort.Slice(toks, func(i, j int) bool { return toks[i] < toks[j] })
	var out []doc.Span
	first, last, main := toks[0], toks[0], 0
	flush := func() {
		if first <= h && h <= last {
			main = len(out)
		}
		out = append(out, f.d.TokenSpan(first, last))
	}
	for _, t := range toks[1:] {
		if t-last > apart {
			flush()
			first = t
		}
		last = t
	}
	flush()
	out[0], out[main] = out[main], out[0]
	return out
}
