package quote

import "annals/engine/doc"

// orphan gives an utterance without a cue the speaker of its neighbour: of the
// quotation before it in the same paragraph or at the end of the one before, or
// of the one behind it.
func (r *reading) orphan(p *piece) {
	if !r.full(p) {
		return
	}
	if who := r.signature(p); who >= 0 {
		r.piece(p, -1, who, "signature")
		return
	}
	para := r.d.Sentences[r.d.Tokens[p.first].Sent].Paragraph
	var same, near *found
	for _, k := range r.inPara[para] {
		f := &r.found[k]
		if e := end(f); f.speaker >= 0 && f.why != "headline-colon" && e <= p.open && r.gap(e, p.open) <= 1 && (same == nil || e > end(same)) {
			same = f
		}
	}
	if para > 0 {
		for _, k := range r.inPara[para-1] {
			if f := &r.found[k]; f.speaker >= 0 && f.direct && f.why != "headline-colon" && (near == nil || end(f) > end(near)) {
				near = f
			}
		}
	}
	switch {
	case same != nil:
		r.piece(p, -1, same.speaker, "neighbour-before")
	case r.next(p):
	case near != nil:
		r.piece(p, -1, near.speaker, "paragraph-before")
	default:
		if who := r.introduced(p); who >= 0 {
			r.piece(p, -1, who, "introduced")
			return
		}
		r.piece(p, -1, -1, "marks-only")
	}
}

// gap counts the whole sentences between two tokens.
func (r *reading) gap(a, b int32) int32 {
	return r.d.Tokens[b].Sent - r.d.Tokens[max(0, a-1)].Sent - 1
}

// next takes the speaker of the utterance that follows in the same paragraph:
// “Go.” “We are lost,” he said.
func (r *reading) next(p *piece) bool {
	para := r.d.Sentences[r.d.Tokens[p.last-1].Sent].Paragraph
	for k := r.after(p.last - 1); k < len(r.pieces); k++ {
		q := &r.pieces[k]
		if q.nested {
			continue
		}
		if r.d.Sentences[r.d.Tokens[q.first].Sent].Paragraph != para || r.gap(p.last, q.open) > 0 {
			return false
		}
		if !q.used && !r.behind(q) {
			return false
		}
		for _, i := range r.inPara[para] {
			if f := &r.found[i]; f.direct && f.content[0].first == q.first && f.speaker >= 0 {
				r.piece(p, -1, f.speaker, "neighbour-behind")
				return true
			}
		}
		return false
	}
	return false
}

// signature is the name behind a dash behind the marks: “…” – Mara Iven.
func (r *reading) signature(p *piece) int32 {
	i := p.close + 1
	if int(i)+1 >= len(r.d.Tokens) {
		return -1
	}
	switch r.d.Form(i) {
	case "-", "–", "—", "―", "--":
	default:
		return -1
	}
	if t := &r.d.Tokens[i+1]; t.UPOS == "PROPN" {
		return r.climb(i+1, int32(len(r.d.Tokens)))
	}
	return -1
}

// introduced is the subject of the sentence before, where that sentence has a
// cue or a carrier: “Iven spoke to reporters.” before a free utterance.
func (r *reading) introduced(p *piece) int32 {
	sent := r.d.Tokens[p.open].Sent - 1
	if sent < 0 || r.d.Sentences[sent].Kind != doc.Prose {
		return -1
	}
	s := &r.d.Sentences[sent]
	if s.Root < 0 {
		return -1
	}
	for i := s.First; i < s.Last; i++ {
		if r.entry(i).mask&(speaks|carrier) != 0 && r.d.Tokens[i].UPOS != "PROPN" {
			if who := r.d.Child(s.Root, "nsubj"); who >= 0 && r.nominal(who) && r.at[who] < 0 && r.speaks(who) {
				return who
			}
			return -1
		}
	}
	return -1
}

// speaks reports whether a noun phrase may be somebody who speaks: a pronoun for
// people, a name or a word of the table's tellers.
func (r *reading) speaks(who int32) bool {
	t := &r.d.Tokens[who]
	switch t.UPOS {
	case "PRON":
		return t.Lemma == "he" || t.Lemma == "she" || t.Lemma == "they"
	case "PROPN":
		return true
	}
	return r.entry(who).mask&teller != 0
}
