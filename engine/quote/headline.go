package quote

import (
	"annals/engine/doc"
)

// longestSpeaker is how many words the speaker of a headline may have.
const longestSpeaker = 6

// headline reads "Police: two men died" and "Two men died: police". It reports
// whether the sentence was such a one.
func (r *reading) headline(sent int32) bool {
	s := &r.d.Sentences[sent]
	if s.Kind != doc.Headline && s.Kind != doc.Heading && !(sent == 0 && s.Last > s.First) {
		return false
	}
	for i := s.First + 1; i < s.Last-1; i++ {
		if r.at[i] >= 0 {
			continue
		}
		switch r.d.Form(i) {
		case ":", "―", "—", "–", "-", "|":
		default:
			continue
		}
		left, right := span{s.First, i}, span{i + 1, s.Last}
		switch {
		case r.d.Form(i) == ":" && r.isTeller(left) && r.clausal(right):
			return r.headed(sent, i, left, right)
		case r.isTeller(right) && r.clausal(left):
			return r.headed(sent, i, right, left)
		}
	}
	return false
}

func (r *reading) headed(sent, sign int32, who, what span) bool {
	for what.first < what.last && r.punct(what.first) {
		what.first++
	}
	for what.first < what.last && r.punct(what.last-1) {
		what.last--
	}
	for who.first < who.last && r.punct(who.last-1) {
		who.last--
	}
	for who.first < who.last && r.punct(who.first) {
		who.first++
	}
	if who.first >= who.last || what.first >= what.last {
		return false
	}
	head := who.last - 1
	for i := who.first; i < who.last; i++ {
		if up := r.d.Tokens[i].Head; r.nominal(i) && (up < who.first || up >= who.last) {
			head = i
			break
		}
	}
	f := found{cue: -1, more: -1, outer: -1, head: -1, kind: "says", why: "headline-colon", speaker: head, words: who, content: []span{what}}
	marked, outside := false, false
	for i := what.first; i < what.last; i++ {
		if k := r.at[i]; k >= 0 {
			r.pieces[k].used = true
			marked = true
		} else if !r.punct(i) {
			outside = true
		}
	}
	f.marked, f.direct = marked, marked && !outside
	f.cue = sign
	r.keep(f)
	return true
}

// isTeller reports whether a stretch of a headline names somebody who may
// speak: a person, or people and bodies that the table calls tellers.
func (r *reading) isTeller(s span) bool {
	n := int32(0)
	ok := false
	for i := s.first; i < s.last; i++ {
		t := &r.d.Tokens[i]
		switch {
		case r.punct(i):
			continue
		case t.UPOS == "VERB" || t.UPOS == "AUX":
			return false
		case t.Name == "B-person" || t.Name == "I-person":
			ok = true
		case r.s.cues.of(lower(r.d, i), "NOUN").mask&teller != 0 || r.entry(i).mask&teller != 0:
			ok = true
		}
		n++
	}
	return ok && n <= longestSpeaker
}

// clausal reports whether a stretch holds a verb and at least three words.
func (r *reading) clausal(s span) bool {
	verb := false
	for i := s.first; i < s.last; i++ {
		t := &r.d.Tokens[i]
		verb = verb || t.UPOS == "VERB" || t.UPOS == "AUX"
	}
	return verb && s.last-s.first >= 3
}
