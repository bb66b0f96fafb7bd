package frame

import "strings"

// far is how many words behind the head a phrase may stand that the parse hung on
// a neighbour.
const far = 14

// stray finds the prepositional phrases that a sense names and the parse hung on a
// neighbour: on a participant ("the visit of the minister to Beijing") or, for a
// noun, on the verb above it ("rejects talks with the rebels"). Attachment of
// prepositions is what parsers get wrong most; the lexicon knows what to expect.
func (f *finder) stray(e *Entry, h int32, slots []slot) []slot {
	d := f.d
	sent := &d.Sentences[d.Tokens[h].Sent]
	noun := e.POS == "n" || e.POS == "pn"
	var out []slot
	for x := h + 1; x < sent.Last && x <= h+far; x++ {
		if !d.HasRel(x, "nmod", "obl") || d.HasRel(x, "nmod:poss") {
			continue
		}
		up := d.Tokens[x].Head
		if up == h || up < 0 || !nominal(d.Tokens[x].UPOS) {
			continue
		}
		prep := f.slots.preposition(x)
		if prep == "" || prep == "of" || prep == "in" || prep == "at" || prep == "by" || prep == "from" || !e.names(prep) || filledSlot(slots, prep) || filledSlot(out, prep) {
			continue
		}
		if isFiller(slots, up) && up > h || noun && up == d.Tokens[h].Head && (d.Tokens[up].UPOS == "VERB" || d.Child(up, "cop") >= 0) && f.between(h, x) {
			out = append(out, slot{prep, x, "stray-preposition"})
		}
	}
	return out
}

// between reports whether only the phrase of the noun stands between it and its
// phrase: no other verb, comma or conjunction.
func (f *finder) between(h, x int32) bool {
	for t := h + 1; t < x; t++ {
		switch f.d.Tokens[t].UPOS {
		case "VERB", "PUNCT", "CCONJ", "SCONJ":
			return false
		}
	}
	return true
}

func isFiller(slots []slot, tok int32) bool {
	for _, s := range slots {
		if s.tok == tok && !strings.HasSuffix(s.name, "comp") {
			return true
		}
	}
	return false
}
