package quote

// words is the noun phrase of a speaker without appositions and clauses: the
// stretch around the head that reaches to the first word left out.
func (r *reading) words(head, cue int32) span {
	r.mark++
	r.stack = append(r.stack[:0], head)
	for len(r.stack) > 0 {
		i := r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
		r.set[i] = r.mark
		for c := r.d.Tokens[i].FirstChild; c >= 0; c = r.d.Tokens[c].NextSibling {
			if c != cue && (i != head || r.ofHead(c)) && r.partOfName(c, i == head) {
				r.stack = append(r.stack, c)
			}
		}
	}
	s := span{head, head + 1}
	sent := &r.d.Sentences[r.d.Tokens[head].Sent]
	for s.first > sent.First && r.in(s.first-1) {
		s.first--
	}
	for s.last < sent.Last && r.in(s.last) {
		s.last++
	}
	for s.last < sent.Last && s.last != cue && r.d.Tokens[s.last].Name == "I-person" && r.d.Tokens[s.last-1].Name != "" && r.d.Tokens[s.last-1].Name != "O" {
		s.last++ // a name that the parser broke up
	}
	for s.last > head+1 && r.punct(s.last-1) {
		s.last--
	}
	for s.first < head && r.punct(s.first) {
		s.first++
	}
	return s
}

// partOfName reports whether a word below a noun belongs to the words of the speaker.
func (r *reading) partOfName(c int32, top bool) bool {
	switch rel, _ := cutRel(r.d.Tokens[c].Rel); rel {
	case "acl", "appos", "parataxis", "advcl", "dep", "ccomp", "cop", "aux", "nsubj", "advmod", "mark", "discourse", "vocative", "obl", "csubj", "list", "orphan":
		return false
	case "cc":
		return !top
	}
	return true
}

// ofHead reports whether a word at the head is more than its preposition or a clause.
func (r *reading) ofHead(c int32) bool { return !r.d.HasRel(c, "case", "mark") }

func cutRel(rel string) (string, string) {
	for i := range len(rel) {
		if rel[i] == ':' {
			return rel[:i], rel[i+1:]
		}
	}
	return rel, ""
}

// nominal reports whether a token can head or belong to a noun phrase.
func (r *reading) nominal(i int32) bool {
	switch r.d.Tokens[i].UPOS {
	case "PROPN", "NOUN":
		return true
	case "PRON":
		return !r.d.HasRel(i, "expl") && r.d.Tokens[i].XPOS != "WP" && r.d.Tokens[i].XPOS != "WDT" && r.d.Tokens[i].XPOS != "PRP$"
	}
	return false
}

// beside is the head of the noun phrase that touches a finite verb of saying
// where the tree shows no subject: before it, or behind it where the verb
// follows what is said. It is -1 where there is none.
func (r *reading) beside(cue int32) int32 {
	t := &r.d.Tokens[cue]
	if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || r.d.Child(cue, "nsubj:pass", "aux:pass", "expl", "nsubj") >= 0 {
		return -1
	}
	s := &r.d.Sentences[t.Sent]
	if cue > s.First && r.nominal(cue-1) && r.at[cue-1] == r.at[cue] {
		return r.climb(cue-1, cue)
	}
	if cue > s.First && r.punct(cue-1) && cue+1 < s.Last {
		for i := cue + 1; i < s.Last && i < cue+4; i++ {
			if r.nominal(i) && r.at[i] == r.at[cue] {
				return r.climb(i, cue)
			}
		}
	}
	return -1
}

// climb goes from a word up to the head of its noun phrase.
func (r *reading) climb(i, cue int32) int32 {
	for range 8 {
		up := r.d.Tokens[i].Head
		if up < 0 || up == cue || !r.nominal(up) || (up < cue) != (i < cue) || r.at[up] != r.at[i] {
			break
		}
		switch rel, _ := cutRel(r.d.Tokens[i].Rel); rel {
		case "compound", "flat", "nmod", "amod", "nummod", "det", "appos":
			i = up
			continue
		}
		break
	}
	return i
}
