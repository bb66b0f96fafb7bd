package quote

import (
	"strings"

	"annals/match"
)

// sentence tries the rules at each cue of a sentence.
func (r *reading) sentence(sent int32) {
	s := &r.d.Sentences[sent]
	if r.headline(sent) {
		return
	}
	r.reportsBehind(s.First, s.Last)
	for i := s.First; i < s.Last; i++ {
		if r.entry(i).mask == 0 && !r.preposition(i) {
			continue
		}
		c := r.rulesAt(sent, i)
		if c.content < 0 {
			if c.content = r.thatBehind(i); c.content < 0 {
				continue
			}
			c.why = "that-behind"
		}
		if c.speaker >= 0 && r.at[c.speaker] >= 0 && r.at[i] != r.at[c.speaker] {
			c.speaker = -1 // what stands between marks does not speak outside them
		}
		if c.speaker < 0 {
			c.speaker = r.beside(i)
		}
		if c.speaker < 0 {
			c.speaker = r.topic(i)
		}
		r.indirect(sent, i, c)
	}
}

// preposition reports whether a word that is no cue of the table may anchor a rule.
func (r *reading) preposition(i int32) bool {
	switch strings.ToLower(r.d.Form(i)) {
	case "according", "citing", "quoting":
		return true
	}
	return false
}

// ruled is what the rules give at a cue.
type ruled struct {
	content, speaker, more int32
	why                    string
	also                   string // the rule of the speaker
}

// rulesAt runs the rules at a cue. The first match that gives a content and the
// first that gives a speaker count.
func (r *reading) rulesAt(sent, cue int32) ruled {
	out := ruled{content: -1, speaker: -1, more: -1}
	t := tree{d: r.d, sent: sent, cues: r.s.cues}
	r.s.rules.At(&t, cue, &r.scratch, func(m match.Match) bool {
		had := out
		for _, g := range m.Rule.Gives {
			v := m.Value(g)
			if v < 0 {
				continue
			}
			switch g.Key[0] {
			case "content":
				if had.content < 0 {
					out.content, out.why = v, m.Rule.Name
				}
			case "speaker":
				if had.speaker < 0 {
					out.speaker, out.also = v, m.Rule.Name
				}
			case "cue":
				if had.content < 0 {
					out.more = v
				}
			}
		}
		return out.content < 0 || out.speaker < 0
	})
	return out
}

// indirect makes a quotation of what the rules gave at a cue.
func (r *reading) indirect(sent, cue int32, c ruled) {
	if c.speaker < 0 || r.negated(cue) || r.impersonal(c.speaker) {
		return
	}
	if r.question(c.content) || r.idle(cue, c) {
		return
	}
	if c.why == "according-case" || c.why == "according-verb" {
		c.content = r.whole(sent, cue, c)
	}
	cut := int32(-1)
	for up := cue; up >= 0; up = r.d.Tokens[up].Head {
		if r.d.Tokens[up].Head == c.content {
			cut = up
			break
		}
	}
	if c.content == c.speaker {
		return
	}
	r.collect(c.content, cut)
	r.prune(cue, c)
	runs := r.trim(r.mend(sent, cue, c, r.runs(sent)))
	if len(runs) == 0 || size(runs) < 2 {
		return
	}
	c.speaker = r.person(c.speaker, cue)
	e := r.entry(cue)
	kind := e.kind
	if kind == "" {
		kind = "says"
	}
	f := found{cue: cue, more: c.more, kind: kind, why: c.why, head: c.content, outer: -1, speaker: c.speaker, words: r.words(c.speaker, cue), content: runs}
	r.passedOn(&f)
	r.settle(&f)
}

// whole is what "according to X" tells of: at the end of a sentence, behind a comma,
// all of it, though the parser hangs it at the participle before it ("bombed a market,
// killing ten, according to medics").
func (r *reading) whole(sent, cue int32, c ruled) int32 {
	s := &r.d.Sentences[sent]
	if cue == s.First || r.d.Form(cue-1) != "," {
		return c.content
	}
	_, last := r.d.Subtree(c.speaker)
	for i := last + 1; i < s.Last; i++ {
		if !r.punct(i) {
			return c.content
		}
	}
	out := c.content
	for up := out; up >= 0; up = r.d.Tokens[up].Head {
		if r.d.Tokens[up].UPOS == "VERB" {
			out = up
		}
		if !r.d.HasRel(up, "advcl", "acl", "nmod", "obl", "obj", "nsubj", "conj", "xcomp", "appos") || r.at[up] != r.at[cue] {
			break
		}
	}
	return out
}

// negated reports whether the cue is told as not said: "did not say that". A
// denial stays one, and so does what somebody denies by not saying.
func (r *reading) negated(cue int32) bool {
	if r.entry(cue).kind == "denies" {
		return false
	}
	for c := range r.d.Children(cue) {
		if !r.d.HasRel(c, "advmod", "aux") {
			continue
		}
		switch strings.ToLower(r.d.Form(c)) {
		case "not", "n't", "n’t", "never":
			return true
		}
	}
	up := r.d.Tokens[cue].Head
	if up >= 0 && r.d.HasRel(cue, "xcomp") {
		switch r.d.Tokens[up].Lemma {
		case "decline", "refuse", "fail":
			return true
		}
	}
	return false
}

// idle reports whether a cue is talk rather than a telling: "I think", "you
// say" between marks, and what somebody who speaks already thinks of himself
// ("he said he believes").
func (r *reading) idle(cue int32, c ruled) bool {
	t := &r.d.Tokens[c.speaker]
	if t.UPOS != "PRON" || r.d.Tokens[cue].UPOS == "NOUN" {
		return false
	}
	switch strings.ToLower(r.d.Form(c.speaker)) {
	case "you", "one", "i", "we", "your", "my", "our", "who":
		return r.at[cue] >= 0 || r.entry(cue).kind == "expects"
	}
	if r.entry(cue).kind != "expects" {
		return false
	}
	for up := r.d.Tokens[cue].Head; up >= 0; up = r.d.Tokens[up].Head {
		if r.entry(up).mask&clause != 0 {
			return true
		}
	}
	return r.at[cue] >= 0
}

// topic is the subject of the whole sentence for a participle without one of
// its own: "…, claiming that".
func (r *reading) topic(cue int32) int32 {
	t := &r.d.Tokens[cue]
	root := r.d.Sentences[t.Sent].Root
	if t.XPOS != "VBG" || root < 0 || !r.d.HasRel(cue, "advcl", "conj", "xcomp", "parataxis") || r.d.Child(cue, "nsubj") >= 0 || r.at[cue] >= 0 {
		return -1
	}
	s := r.d.Child(root, "nsubj")
	if s < 0 || r.at[s] >= 0 || !r.nominal(s) {
		return -1
	}
	return s
}

// impersonal reports whether the speaker is no one: "it was said", "there", "you".
func (r *reading) impersonal(speaker int32) bool {
	switch strings.ToLower(r.d.Form(speaker)) {
	case "there", "what", "this", "that", "which":
		return true
	}
	return false
}

// question reports whether a clause asks or tells that something is asked:
// "said whether", "told how". Such clauses are no statement.
func (r *reading) question(c int32) bool {
	for k := range r.d.Children(c) {
		if r.d.HasRel(k, "mark") {
			switch strings.ToLower(r.d.Form(k)) {
			case "whether", "if":
				return true
			}
		}
	}
	return false
}

// trim takes off what stands at the ends of a content and is no part of it:
// "that", conjunctions, punctuation.
func (r *reading) trim(runs []span) []span {
	out := runs[:0]
	for _, s := range runs {
		for s.first < s.last {
			if r.punct(s.first) || len(out) == 0 && r.opener(s.first) {
				s.first++
				continue
			}
			break
		}
		for s.first < s.last && r.punct(s.last-1) {
			s.last--
		}
		if s.first < s.last {
			out = append(out, s)
		}
	}
	// A lone word between two cues is no piece of its own.
	if len(out) > 1 {
		kept := out[:0]
		for _, s := range out {
			if s.last-s.first > 1 {
				kept = append(kept, s)
			}
		}
		out = kept
	}
	return out
}

// opener reports whether a word only leads a content in: "that", "as", "and".
func (r *reading) opener(i int32) bool {
	t := &r.d.Tokens[i]
	switch t.Rel {
	case "cc":
		return true
	case "mark", "case":
		form := r.d.Form(i)
		return strings.EqualFold(form, "that") || strings.EqualFold(form, "as")
	}
	return false
}

// settle joins a content with the pieces between marks that it touches, and
// keeps the quotation.
func (r *reading) settle(f *found) {
	outside, touched := int32(0), int32(-1)
	many := false
	for _, s := range f.content {
		for i := s.first; i < s.last; i++ {
			k := r.at[i]
			switch {
			case k >= 0 && k == r.at[f.cue]:
				// Cue and content stand in the same piece: the marks are another's.
			case k >= 0:
				many = many || touched >= 0 && touched != k
				touched = k
			case !r.punct(i):
				outside++
			}
		}
	}
	if touched < 0 {
		r.keep(*f)
		return
	}
	f.marked = true
	if outside == 0 {
		f.direct = true
		if p := &r.pieces[touched]; p.used && !many {
			return // another cue of the same utterance: “…”, he said, according to …
		}
	}
	var out []span
	last := int32(-1)
	for _, s := range f.content {
		for i := s.first; i < s.last; i++ {
			k := r.at[i]
			if k < 0 || k == last || k == r.at[f.cue] {
				continue
			}
			last = k
			p := &r.pieces[k]
			whole := !p.used && (f.direct || p.first < s.first || p.last > s.last)
			p.used = true
			if whole && !(p.first <= f.cue && f.cue < p.last) {
				out = append(out, span{p.first, p.last})
			}
		}
		out = append(out, s)
	}
	f.content = join(out)
	if f.direct {
		r.alsoBroken(f)
	}
	r.keep(*f)
}

// join orders spans and joins those that overlap or touch.
func join(spans []span) []span {
	for i := 1; i < len(spans); i++ {
		for j := i; j > 0 && spans[j].first < spans[j-1].first; j-- {
			spans[j], spans[j-1] = spans[j-1], spans[j]
		}
	}
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, s.last)
			continue
		}
		out = append(out, s)
	}
	return out
}
