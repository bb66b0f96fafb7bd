package quote

import (
	"sort"
	"strings"

	"annals/engine/doc"
)

func lower(d *doc.Document, i int32) string { return strings.ToLower(d.Form(i)) }

// reach is how far from a mark a cue may stand, in words.
const reach = 14

// direct gives speakers to the pieces between marks that no clause has claimed.
func (r *reading) direct() {
	for k := range r.pieces {
		p := &r.pieces[k]
		if p.used || p.nested || r.colophon(p) {
			continue
		}
		if r.behind(p) || r.before(p) || r.governed(p) {
			continue
		}
		r.orphan(p)
	}
}

func (r *reading) colophon(p *piece) bool {
	return r.d.Sentences[r.d.Tokens[p.first].Sent].Kind == doc.Colophon
}

// full reports whether a piece is an utterance of its own: it begins a sentence
// or stands behind a colon, and has some words.
func (r *reading) full(p *piece) bool {
	n := int32(0)
	for i := p.first; i < p.last && n < 4; i++ {
		if !r.punct(i) {
			n++
		}
	}
	if n < 3 {
		return false
	}
	if r.d.Tokens[p.first].Sent != r.d.Tokens[p.last-1].Sent {
		return true
	}
	s := &r.d.Sentences[r.d.Tokens[p.first].Sent]
	return p.open <= s.First || p.open > 0 && (r.d.Form(p.open-1) == ":" || r.punct(p.open-1) && p.open-1 == s.First)
}

func (r *reading) piece(p *piece, cue, speaker int32, why string) {
	p.used = true
	kind := "says"
	if cue >= 0 {
		if e := r.entry(cue); e.kind != "" && r.d.Tokens[cue].UPOS == "VERB" {
			kind = e.kind
		}
	}
	f := found{cue: cue, more: -1, outer: -1, head: -1, kind: kind, why: why, speaker: speaker, content: []span{{p.first, p.last}}, direct: true, marked: true, fromMark: true}
	if speaker >= 0 {
		if cue >= 0 {
			f.speaker = r.person(speaker, cue)
		}
		f.words = r.words(f.speaker, cue)
	}
	r.alsoBroken(&f)
	r.keep(f)
}

// alsoBroken joins the pieces of an utterance that its cue breaks inside one
// sentence: “The talks,” he said, “have failed.”
func (r *reading) alsoBroken(f *found) {
	if f.cue < 0 || len(f.content) == 0 {
		return
	}
	sent := r.d.Tokens[f.cue].Sent
	last := f.content[len(f.content)-1].last
	if last > f.cue {
		return
	}
	for k := r.after(f.cue); k < len(r.pieces); k++ {
		p := &r.pieces[k]
		if p.nested || p.used {
			continue
		}
		if r.d.Tokens[p.open].Sent != sent || p.open-last > reach {
			return
		}
		for i := f.cue + 1; i < p.open; i++ {
			if r.d.Tokens[i].UPOS == "VERB" || r.d.Form(i) == ";" || r.d.Tokens[i].Rel == "cc" {
				return
			}
		}
		p.used = true
		f.content = append(f.content, span{p.first, p.last})
		return
	}
}

// after is the index of the first piece that opens behind a token.
func (r *reading) after(i int32) int {
	return sort.Search(len(r.pieces), func(k int) bool { return r.pieces[k].open > i })
}

// behind finds a cue right behind the closing mark: “…,” said X or “…,” X said.
func (r *reading) behind(p *piece) bool {
	end := p.last - 1
	if p.close >= p.last && int(p.close) < len(r.d.Tokens) {
		end = p.close
	}
	if int(end)+1 >= len(r.d.Tokens) {
		return false
	}
	sent := r.d.Tokens[end].Sent
	if r.ended(p) && r.d.Tokens[end+1].Sent != sent {
		// The mark closes a sentence; a cue of the next one may still be lower case: “Go!” he said.
		if f := r.d.Form(end + 1); f == "" || f[0] >= 'A' && f[0] <= 'Z' {
			return false
		}
	}
	sent = r.d.Tokens[end+1].Sent
	s := &r.d.Sentences[sent]
	if !r.ready(p, end) {
		return false
	}
	for i := end + 1; i < s.Last && i < end+farther; i++ {
		if r.at[i] >= 0 {
			return false
		}
		t := &r.d.Tokens[i]
		if t.Rel == "cc" && i == end+1 || t.UPOS == "SCONJ" && t.Rel == "mark" {
			return false
		}
		if t.UPOS != "VERB" || r.d.HasRel(i, "acl") {
			continue // inside the words of the speaker
		}
		if r.entry(i).mask&(tail|clause) == 0 {
			if t.XPOS == "VBN" || t.XPOS == "VBG" {
				continue
			}
			if t.XPOS != "VBD" || !r.full(p) || r.d.Child(i, "nsubj") < 0 || r.d.Child(i, "obj") >= 0 {
				return false
			}
		}
		speaker := r.speakerOf(sent, i, end)
		if speaker < 0 {
			return false
		}
		r.piece(p, i, speaker, "mark-then-cue")
		return true
	}
	return false
}

// farther is how far behind a mark a finite cue may stand, since the office of
// the speaker often stands between.
const farther = 40

// ready reports whether a piece can be an utterance with a cue behind it: it ends
// with a punctuation mark, as direct speech does, and isn't a short name between
// marks such as a title.
func (r *reading) ready(p *piece, end int32) bool {
	stop := r.punct(p.last - 1)
	if int(end)+1 < len(r.d.Tokens) {
		stop = stop || r.d.Form(end+1) == ","
	}
	if !stop {
		return false
	}
	if r.full(p) || p.open > 0 && r.punct(p.open-1) {
		return true
	}
	for i := p.first; i < p.last; i++ {
		if u := r.d.Tokens[i].UPOS; u == "VERB" || u == "AUX" {
			return true
		}
	}
	return p.open == r.d.Sentences[r.d.Tokens[p.open].Sent].First
}

// ended reports whether the piece ends with a full stop.
func (r *reading) ended(p *piece) bool {
	f := r.d.Form(p.last - 1)
	return f == "." || f == "!" || f == "?"
}

// speakerOf is the speaker of a cue that stands beside marks: by the rules, else
// the noun phrase that touches it.
func (r *reading) speakerOf(sent, cue, mark int32) int32 {
	c := r.rulesAt(sent, cue)
	if c.speaker >= 0 && r.at[c.speaker] < 0 && !r.impersonal(c.speaker) {
		return c.speaker
	}
	s := &r.d.Sentences[sent]
	switch r.d.Tokens[cue].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return r.topic(cue)
	}
	if r.d.Child(cue, "aux:pass", "expl", "nsubj:pass") >= 0 {
		return -1
	}
	if cue > mark && cue+1 < s.Last && cue == mark+1 || cue > mark && r.punct(cue-1) {
		for i := cue + 1; i < s.Last && i < cue+6; i++ {
			if r.nominal(i) && r.at[i] < 0 {
				return r.climb(i, cue)
			}
		}
		return -1
	}
	near := int32(6)
	if cue < mark {
		near = 3
	}
	for i := cue - 1; i >= s.First && i > cue-near; i-- {
		if r.at[i] >= 0 {
			return -1
		}
		if r.nominal(i) {
			return r.climb(i, cue)
		}
	}
	return -1
}

// before finds a cue before the opening mark: X said: “…”, X said that “…”.
func (r *reading) before(p *piece) bool {
	if p.open < 1 {
		return false
	}
	sent := r.d.Tokens[p.open].Sent
	from := p.open - 1
	if f := r.d.Sentences[sent].First; f == p.open {
		// What ends with a colon and a new line introduces the piece.
		if r.d.Form(from) != ":" {
			return false
		}
		sent = r.d.Tokens[from].Sent
	}
	s := &r.d.Sentences[sent]
	colon := r.d.Form(from) == ":"
	for i := from; i >= s.First && (colon || i > p.open-8); i-- {
		if r.at[i] >= 0 {
			break
		}
		t := &r.d.Tokens[i]
		if t.UPOS != "VERB" && !(t.UPOS == "NOUN" && r.entry(i).mask&carrier != 0) {
			continue
		}
		m := r.entry(i).mask
		if m&(clause|tail|that|carrier) == 0 {
			if colon {
				continue
			}
			break
		}
		speaker := r.speakerOf(sent, i, p.open)
		if t.UPOS == "NOUN" {
			if c := r.rulesAt(sent, i); c.speaker >= 0 {
				speaker = c.speaker
			} else {
				continue
			}
		}
		if speaker < 0 || r.negated(i) {
			continue
		}
		if !colon && !r.full(p) && !r.touches(i, p) {
			continue
		}
		r.piece(p, i, speaker, "cue-then-mark")
		return true
	}
	// “Janša: …” and the like: a name and a colon.
	if colon && r.isTeller(span{s.First, from}) {
		r.piece(p, -1, r.climb(max(s.First, from-1), int32(len(r.d.Tokens))), "name-colon-mark")
		return true
	}
	return false
}

// touches reports whether only little words stand between cue and mark.
func (r *reading) touches(cue int32, p *piece) bool {
	for i := cue + 1; i < p.open; i++ {
		switch r.d.Tokens[i].UPOS {
		case "PUNCT", "SCONJ", "ADV", "PRON", "DET":
		default:
			if !r.d.HasRel(i, "iobj") {
				return false
			}
		}
	}
	return true
}

// governed finds the verb of naming or saying that governs a piece in the tree:
// calls it a “step back”, accused him “of treason”.
func (r *reading) governed(p *piece) bool {
	top := int32(-1)
	for i := p.first; i < p.last; i++ {
		up := r.d.Tokens[i].Head
		if up >= 0 && (up < p.first || up >= p.last) && !r.punct(i) {
			top = i
			break
		}
	}
	if top < 0 {
		return false
	}
	sent := r.d.Tokens[top].Sent
	at := top
	for range 8 {
		rel := r.d.Tokens[at].Rel
		at = r.d.Tokens[at].Head
		if at < 0 {
			return false
		}
		if base, _ := cutRel(rel); base == "nsubj" || base == "csubj" || base == "conj" || base == "parataxis" || rel == "acl:relcl" {
			return false
		}
		e := r.entry(at)
		if r.d.Tokens[at].UPOS != "VERB" || e.mask&(object|clause) == 0 {
			continue
		}
		speaker := r.rulesAt(sent, at).speaker
		if speaker < 0 || r.at[speaker] >= 0 || r.impersonal(speaker) || r.negated(at) {
			return false
		}
		r.piece(p, at, speaker, "naming-verb")
		return true
	}
	return false
}
