package quote

import "strings"

// prune takes out of the set what the parser hung too low: a participle of
// saying behind a comma ("…, adding that"), and a second verb of the speaker that
// agrees with the cue and not with what is said ("said he will go and called").
func (r *reading) prune(cue int32, c ruled) {
	if cue > c.content {
		return
	}
	s := &r.d.Sentences[r.d.Tokens[cue].Sent]
	for k := c.content + 1; k < s.Last; k++ {
		// ", rejecting the claim" behind what somebody ruled is the speaker's again.
		if r.in(k) && r.d.Tokens[k].XPOS == "VBG" && r.d.Form(k-1) == "," && r.d.HasRel(k, "advcl") && r.entry(k).mask&speaks != 0 {
			r.drop(k)
		}
	}
	cueTag, contentTag := r.d.Tokens[cue].XPOS, r.finite(c.content)
	for k := range r.d.Children(c.content) {
		if !r.in(k) || k < c.content || r.d.Child(k, "nsubj") >= 0 {
			continue
		}
		t := &r.d.Tokens[k]
		// A verb behind the comma that ends a relative clause is the main verb.
		if r.d.HasRel(k, "conj") && r.d.HasRel(cue, "acl") && r.d.Form(k-1) == "," && r.d.Child(k, "cc") < 0 {
			r.drop(k)
			continue
		}
		if r.d.HasRel(k, "conj") && r.entry(k).mask&speaks != 0 && t.XPOS == cueTag && contentTag != cueTag {
			r.drop(k)
		}
	}
}

// finite is the tag of the finite word of a clause: its first auxiliary or its verb.
func (r *reading) finite(c int32) string {
	if a := r.d.Child(c, "aux", "cop"); a >= 0 {
		return r.d.Tokens[a].XPOS
	}
	return r.d.Tokens[c].XPOS
}

// drop takes the subtree of a word out of the set.
func (r *reading) drop(top int32) {
	r.stack = append(r.stack[:0], top)
	for len(r.stack) > 0 {
		i := r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
		r.set[i] = 0
		for k := range r.d.Children(i) {
			r.stack = append(r.stack, k)
		}
	}
}

// mend moves the borders of a content that begins behind its cue to where words
// put them: it begins behind "that", or with the words that the parser took for
// an object of the cue, and goes on to a clause hung at the cue behind a comma.
func (r *reading) mend(sent, cue int32, c ruled, runs []span) []span {
	s := &r.d.Sentences[sent]
	if len(runs) == 0 || c.why == "according-case" || c.why == "according-verb" || c.why == "citing" {
		return runs
	}
	next := cue + 1
	if next < s.Last && r.d.HasRel(next, "compound:prt") {
		next++
	}
	opened := next < s.Last && strings.EqualFold(r.d.Form(next), "that") && r.d.Tokens[next].XPOS != "WDT" && r.d.HasRel(next, "mark", "obj", "nsubj", "det", "advmod", "cc", "obl", "expl")
	if opened && r.d.Tokens[next].Rel == "det" && r.d.Tokens[next].Head == next+1 {
		opened = false // "said that fact …"
	}
	switch first := runs[0]; {
	case opened && first.last <= cue:
		// The parser took what stands before the cue for its content.
		return []span{{next + 1, s.Last}}
	case first.first <= cue:
		return runs
	case opened && first.first > next+1:
		runs[0].first = next + 1
	case !opened:
		runs[0].first = r.subjectBefore(cue, c.content, first.first)
	}
	end := runs[len(runs)-1].last
	for k := range r.d.Children(cue) {
		if k < end || !r.d.HasRel(k, "advcl", "acl") || r.d.Tokens[k].XPOS == "VBG" || r.entry(k).mask&speaks != 0 {
			continue
		}
		first, last := r.d.Subtree(k)
		for first < last && r.punct(first) {
			first++
		}
		if first == end+1 && r.d.Form(end) == "," && r.conjunction(first) {
			runs[len(runs)-1].last = last + 1
			end = last + 1
		}
	}
	// A second clause of what a participle tells, hung at the main verb: it
	// has the tense of what is told and a subject of its own.
	if up := r.d.Tokens[cue].Head; up >= 0 && up < cue && r.d.Tokens[cue].XPOS == "VBG" {
		for k := range r.d.Children(up) {
			first, last := r.d.Subtree(k)
			if k > end && r.d.HasRel(k, "conj") && first == end && r.d.Child(k, "nsubj") >= 0 && r.finite(k) == r.finite(c.content) && r.finite(k) != r.finite(up) {
				runs[len(runs)-1].last = last + 1
				break
			}
		}
	}
	return runs
}

func (r *reading) conjunction(i int32) bool {
	switch strings.ToLower(r.d.Form(i)) {
	case "when", "where", "although", "though", "because", "if", "since", "unless", "which", "who", "until":
		return true
	}
	return false
}

// subjectBefore is where a content begins whose finite verb has no subject,
// while a noun that hangs at the cue stands right before it.
func (r *reading) subjectBefore(cue, content, first int32) int32 {
	if r.d.Child(content, "nsubj", "csubj", "expl") >= 0 {
		return first
	}
	switch r.finite(content) {
	case "VBD", "VBZ", "VBP", "MD":
	default:
		return first
	}
	for k := range r.d.Children(cue) {
		if k <= cue || !r.d.HasRel(k, "obj", "iobj") {
			continue
		}
		if from, to := r.d.Subtree(k); from > cue && to+1 == first {
			return from
		}
	}
	return first
}

// person is the name of a person at the end of a speaker's words, where it
// touches the cue and the parser put the office above it: "legal director Baher
// Azmy says".
func (r *reading) person(speaker, cue int32) int32 {
	if speaker >= cue || cue == 0 || r.d.Tokens[speaker].UPOS == "PRON" {
		return speaker
	}
	last := cue - 1
	for last > speaker && r.d.HasRel(last, "aux", "advmod") {
		last--
	}
	if r.d.Tokens[last].Name != "I-person" || last-speaker > reach {
		return speaker
	}
	first := last
	for first > speaker && r.d.Tokens[first].Name == "I-person" && r.d.Tokens[first-1].UPOS == "PROPN" {
		first--
	}
	if first <= speaker || r.d.Tokens[first].Name != "B-person" {
		return speaker
	}
	for i := speaker + 1; i < first; i++ {
		if r.punct(i) || r.d.Tokens[i].UPOS == "VERB" || r.d.Tokens[i].UPOS == "CCONJ" {
			return speaker
		}
	}
	if up := r.d.Tokens[first].Head; up > speaker && r.d.HasRel(first, "nmod") {
		return speaker // "the widow of Mara Iven"
	}
	for i := speaker + 1; i < first; i++ {
		if f := r.d.Form(i); first-i == 1 && r.d.HasRel(i, "case") || f == "'s" {
			return speaker
		}
	}
	return first
}

// thatBehind is the clause with "that" which stands behind a cue and what tells
// place, time or hearers ("said in a statement on Friday that"), wherever the
// parser hung it; -1 if there is none.
func (r *reading) thatBehind(cue int32) int32 {
	t := &r.d.Tokens[cue]
	if r.entry(cue).mask&(clause|that) == 0 || t.UPOS != "VERB" && t.UPOS != "NOUN" || t.XPOS == "VBN" && r.d.Child(cue, "aux") < 0 {
		return -1
	}
	s := &r.d.Sentences[t.Sent]
	for i := cue + 1; i < s.Last && i <= cue+reach; i++ {
		x := &r.d.Tokens[i]
		if x.Rel == "mark" && strings.EqualFold(r.d.Form(i), "that") {
			if x.Head > i && r.d.Tokens[x.Head].Head >= 0 {
				return x.Head
			}
			return -1
		}
		if x.UPOS == "VERB" || x.UPOS == "AUX" || x.UPOS == "SCONJ" && x.Rel == "mark" || isMark(r.d.Form(i)) && x.XPOS != "POS" || x.Len() == 1 && (r.d.Form(i) == ";" || r.d.Form(i) == ":") {
			return -1
		}
		if i > cue && r.entry(i).mask&that != 0 && x.UPOS == "NOUN" && t.UPOS == "VERB" && r.entry(i).mask&carrier == 0 {
			return -1 // the clause of another noun: "rejected the claim that"
		}
	}
	return -1
}
