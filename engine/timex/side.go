package timex

import (
	"strings"

	"annals/engine/doc"
)

// side tells on which side of the report the expression at items [i, j) lies:
// -1 before it, +1 after it, 0 not told; with the ground in words. It is read
// from the verb that governs the expression.
func (r *reader) side(i, j int) (int8, string) {
	if s, why, ok := r.sideOfTerm(i, j); ok {
		return s, why
	}
	if r.trees {
		if s, why, ok := r.sideOfTree(i, j); ok {
			return s, why
		}
	}
	return r.sideOfWords(i, j)
}

// sideOfTerm reads words beside the expression that tell the side whatever the
// verb: a day put off to, a term set by "by", a deed named after its day.
func (r *reader) sideOfTerm(i, j int) (int8, string, bool) {
	if r.is(i-1, "until", "till", "to") {
		for k := i - 2; k >= 0 && i-k <= 8; k-- {
			if r.has(k, "defer") {
				return 1, "by the word “" + r.at(k).low + "” before it", true
			}
		}
	}
	if r.is(i-1, "since") {
		return -1, "“since” looks back", true
	}
	if r.is(i-1, "by") {
		for k := range r.items {
			if r.is(k, "had", "was", "were") {
				return -1, "by the word “" + r.at(k).low + "” beside it", true
			}
		}
		return 1, "“by” sets a term", true
	}
	if r.is(j, "'s", "’s") && i > 0 {
		if r.is(i-1, "of") && r.is(i-2, "ahead") || r.is(i-1, "before") {
			return 1, "“ahead of” it", true
		}
		for k := j + 1; k < j+6; k++ {
			if r.is(k, "will", "would") && !r.at(k).upper {
				return 1, "by the word “" + r.at(k).low + "” after it", true
			}
		}
		return -1, "a day told as known", true
	}
	return 0, "", false
}

// sideOfTree climbs from the expression to the verb above it.
func (r *reader) sideOfTree(i, j int) (int8, string, bool) {
	first, last := r.tokens(i, j)
	if first < 0 {
		return 0, "", false
	}
	t := r.headOf(first, last)
	for t = r.d.Tokens[t].Head; t >= 0; t = r.d.Tokens[t].Head {
		tok := &r.d.Tokens[t]
		cop := r.d.Child(t, "cop")
		if tok.UPOS != "VERB" && tok.UPOS != "AUX" && cop < 0 && r.d.Child(t, "aux") < 0 {
			continue
		}
		s, up := r.tense(t, cop)
		if up {
			continue
		}
		return s, "by the verb “" + r.d.Form(t) + "”", true
	}
	return 0, "", false
}

// tense is the side that the verb t tells; up means that the verb above decides.
func (r *reader) tense(t, cop int32) (side int8, up bool) {
	d := r.d
	future, past, have, be := false, false, false, ""
	infinitive := strings.Contains(d.Tokens[t].Feats, "VerbForm=Inf") || d.Tokens[t].XPOS == "VB"
	to := false
	for c := range d.Children(t) {
		if !d.HasRel(c, "aux", "cop", "mark") {
			continue
		}
		form := lower(d.Form(c))
		switch {
		case d.Tokens[c].Rel == "mark" && form == "to":
			to = true
		case d.HasRel(c, "mark"):
		case r.wordIn(form, "future"):
			future = true
		case form == "had" || form == "was" || form == "were" || form == "did":
			past = true
		case form == "has" || form == "have" || form == "'ve":
			have = true
		case form == "is" || form == "are" || form == "'s" || form == "'re" || form == "am":
			be = form
		case form == "be":
			infinitive = true
		}
	}
	plan := r.wordIn(lower(d.Form(t)), "plan")
	tok := &d.Tokens[t]
	switch {
	case future && have:
		return -1, false
	case future:
		return 1, false
	case to && infinitive:
		if d.HasRel(t, "xcomp", "acl", "ccomp", "root") {
			if h := tok.Head; h >= 0 && (r.wordIn(lower(d.Form(h)), "achieve") || d.HasRel(t, "xcomp") && !r.wordIn(lower(d.Form(h)), "plan") && d.Tokens[h].UPOS == "VERB") {
				return 0, true
			}
			return 1, false
		}
		return 0, true
	case plan && (be != "" || past || strings.Contains(tok.Feats, "VerbForm=Part") || tok.XPOS == "VBN") && tok.XPOS != "VBD":
		return 1, false
	case past || have:
		return -1, false
	case tok.XPOS == "VBD" || strings.Contains(tok.Feats, "Tense=Past"):
		return -1, false
	case tok.XPOS == "VBN":
		return -1, false
	case tok.XPOS == "VBG" || strings.Contains(tok.Feats, "VerbForm=Ger") || strings.Contains(tok.Feats, "VerbForm=Part"):
		if be != "" {
			return 1, false
		}
		return 0, d.Tokens[t].Head >= 0
	case tok.XPOS == "VBZ" || tok.XPOS == "VBP" || be != "" || strings.Contains(tok.Feats, "Tense=Pres"):
		if d.Sentences[r.sent].Kind != doc.Prose || plan && d.HasRel(t, "root") {
			return 0, false
		}
		return 1, false
	}
	return 0, infinitive && d.Tokens[t].Head >= 0
}

// wordIn reports whether a single word is in a class of the table.
func (r *reader) wordIn(w, class string) bool {
	for _, e := range r.words.first[w] {
		if e.class == class && len(e.items) == 1 {
			return true
		}
	}
	return false
}

// reach is how many items away from the expression a verb is looked for.
const reach = 14

// sideOfWords looks for the nearest sign of a tense, to the left within the
// clause first, then to the right.
func (r *reader) sideOfWords(i, j int) (int8, string) {
	opens := i == 0 || r.is(i-1, ",", "(", "\"", "“", "—", "-") || (i == 1 || r.is(i-2, ",", "\"", "“", "and", "but", "that")) && r.is(i-1, "on", "in", "by", "from", "since", "at")
	left, lw := r.scanLeft(i)
	right, rw := r.scanRight(j)
	switch {
	case opens && right != 0 && (i <= 1 || left == 0 || r.is(i-2, "that", "and", "but") || !r.is(j, ",", ".")):
		return right, "by the word “" + rw + "” after it"
	case left != 0:
		return left, "by the word “" + lw + "” before it"
	case right != 0:
		return right, "by the word “" + rw + "” after it"
	}
	return 0, "no verb tells the side"
}

func (r *reader) scanLeft(i int) (int8, string) {
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		if r.is(k, ";") {
			break
		}
		if s := r.sign(k); s != 0 {
			return s, r.at(k).low
		}
	}
	return 0, ""
}

func (r *reader) scanRight(j int) (int8, string) {
	for k := j; k < len(r.items) && k-j <= reach; k++ {
		if r.is(k, ";") || r.is(k, "said", "says") && k > j+3 && r.is(k-1, ",", "”", "\"") {
			break
		}
		if s := r.sign(k); s != 0 {
			return s, r.at(k).low
		}
	}
	return 0, ""
}

// sign is the side that the word at item k tells by itself.
func (r *reader) sign(k int) int8 {
	it := r.at(k)
	if !it.word && it.low != "'ll" && it.low != "’ll" {
		return 0
	}
	switch {
	case r.is(k, "to") && r.at(k+1).word && !r.at(k+1).upper && r.infinitiveAfter(k+1):
		if k == 0 || r.has(k-1, "plan") || r.at(k-1).upper && r.d.Sentences[r.sent].Kind != doc.Prose {
			return 1
		}
		return 0
	case r.has(k, "future") && !it.upper:
		if r.is(k+1, "have") {
			return -1
		}
		return 1
	case r.is(k, "set", "slated") && r.is(k+1, "for"), r.is(k, "payable"):
		return 1
	case r.is(k, "due", "scheduled", "slated", "upcoming", "planned", "expected") && !r.is(k-1, "had", "was", "were", "as"):
		if r.is(k-1, "he", "she", "they", "it") {
			return -1
		}
		return 1
	case r.has(k, "past"):
		if r.is(k-1, "be") || r.is(k-2, "be") && r.at(k-1).word {
			return 0
		}
		if r.is(k, "set", "hit", "put", "cut", "shut", "let", "read", "quit", "hurt") && (r.is(k-1, "to", "is", "are") || r.is(k+1, "to")) {
			return 0
		}
		return -1
	case len(it.low) > 4 && strings.HasSuffix(it.low, "ed") && !it.upper && !r.is(k, "united", "indeed", "hundred", "exceed", "proceed", "succeed", "armed", "need") && !r.is(k-1, "be", "to"):
		return -1
	}
	return 0
}

// infinitiveAfter reports whether the word after "to" looks like a verb.
func (r *reader) infinitiveAfter(k int) bool {
	return !r.is(k, "the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "be") && !r.has(k, "units") || r.is(k, "be")
}
