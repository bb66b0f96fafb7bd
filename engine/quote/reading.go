package quote

import (
	"sort"

	"annals/engine/doc"
	"annals/match"
)

// span is tokens [first, last).
type span struct{ first, last int32 }

// found is a quotation before it is written down.
type found struct {
	cue      int32 // -1 where none is told
	more     int32 // another token of the cue, or -1
	kind     string
	why      string
	head     int32 // the word that heads the content
	outer    int32 // the cue of who passes it on ("the agency quoted X as saying"), or -1
	speaker  int32
	words    span
	content  []span
	direct   bool // all of it stands between marks
	marked   bool // some of it does
	fromMark bool // found by its marks, not by the tree
}

// reading is the work on one document.
type reading struct {
	s       *Stage
	d       *doc.Document
	pieces  []piece
	at      []int32 // outermost piece at each token, or -1
	found   []found
	inPara  [][]int32 // quotations by the paragraph in which they end
	scratch match.Scratch
	set     []uint32 // tokens of the clause in hand carry the number of that clause
	mark    uint32
	stack   []int32
}

// place notes for each token the piece in which it stands.
func (r *reading) place() {
	r.at = make([]int32, len(r.d.Tokens))
	r.set = make([]uint32, len(r.d.Tokens))
	r.inPara = make([][]int32, len(r.d.Paragraphs))
	for i := range r.at {
		r.at[i] = -1
	}
	for k := range r.pieces {
		p := &r.pieces[k]
		if p.nested {
			continue
		}
		for i := p.first; i < p.last; i++ {
			r.at[i] = int32(k)
		}
	}
}

// keep adds a quotation.
func (r *reading) keep(f found) {
	p := r.d.Sentences[r.d.Tokens[end(&f)-1].Sent].Paragraph
	r.inPara[p] = append(r.inPara[p], int32(len(r.found)))
	r.found = append(r.found, f)
}

// end is the token behind the content and the cue of a quotation.
func end(f *found) int32 {
	return max(f.content[len(f.content)-1].last, f.cue+1)
}

// entry is what the table tells of token i.
func (r *reading) entry(i int32) entry {
	return r.s.cues.token(r.d, i)
}

// punct reports whether a token is no word.
func (r *reading) punct(i int32) bool {
	t := &r.d.Tokens[i]
	return t.UPOS == "PUNCT" || t.UPOS == "SYM" && t.Len() == 1 || isMark(r.d.Form(i)) && t.XPOS != "POS"
}

// collect puts the subtree of c into the set, without that of cut.
func (r *reading) collect(c, cut int32) {
	r.mark++
	r.stack = append(r.stack[:0], c)
	for len(r.stack) > 0 {
		i := r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
		r.set[i] = r.mark
		for k := r.d.Tokens[i].FirstChild; k >= 0; k = r.d.Tokens[k].NextSibling {
			if k != cut {
				r.stack = append(r.stack, k)
			}
		}
	}
}

func (r *reading) in(i int32) bool { return r.set[i] == r.mark }

// runs are the stretches of the set within a sentence. Punctuation does not
// break a stretch.
func (r *reading) runs(sent int32) []span {
	s := &r.d.Sentences[sent]
	var out []span
	from, to := int32(-1), int32(-1)
	for i := s.First; i < s.Last; i++ {
		switch {
		case r.in(i) && !r.punct(i):
			if from < 0 {
				from = i
			}
			to = i + 1
		case !r.in(i) && !r.punct(i) && from >= 0:
			out = append(out, span{from, to})
			from = -1
		}
	}
	if from >= 0 {
		out = append(out, span{from, to})
	}
	return out
}

// write orders the quotations, finds which stands in which, and fills the layer.
func (r *reading) write() {
	sort.SliceStable(r.found, func(i, j int) bool {
		a, b := r.found[i].content[0], r.found[j].content[0]
		if a.first != b.first {
			return a.first < b.first
		}
		return size(r.found[i].content) > size(r.found[j].content)
	})
	var open []int32
	for i := range r.found {
		f := &r.found[i]
		at := f.content[0].first
		kept := open[:0]
		for _, o := range open {
			if c := r.found[o].content; c[len(c)-1].last > at {
				kept = append(kept, o)
			}
		}
		open = kept
		outer := int32(-1)
		for k := len(open) - 1; k >= 0 && outer < 0; k-- {
			if within(f, &r.found[open[k]]) {
				outer = open[k]
			}
		}
		r.d.Quotes = append(r.d.Quotes, r.quote(f, outer))
		if len(open) < deepest {
			open = append(open, int32(i))
		}
	}
	r.relay()
}

// deepest is how many quotations are looked at as those that may hold another.
const deepest = 32

// within reports whether cue and content of a lie in the content of b.
func within(a, b *found) bool {
	at := a.content[0].first
	if a.cue >= 0 {
		at = a.cue
	}
	return holds(b.content, at) && holds(b.content, a.content[0].first)
}

func holds(spans []span, i int32) bool {
	for _, s := range spans {
		if s.first <= i && i < s.last {
			return true
		}
	}
	return false
}

func size(spans []span) int32 {
	n := int32(0)
	for _, s := range spans {
		n += s.last - s.first
	}
	return n
}

func (r *reading) quote(f *found, outer int32) doc.Quote {
	q := doc.Quote{Kind: "indirect", CueHead: f.cue, CueKind: f.kind, Speaker: f.speaker, Outer: outer, Why: f.why}
	switch {
	case f.direct:
		q.Kind = "direct"
	case f.marked:
		q.Kind = "mixed"
	}
	for _, s := range f.content {
		q.Content = append(q.Content, r.d.TokenSpan(s.first, s.last-1))
	}
	if f.words.last > f.words.first {
		q.Words = r.d.TokenSpan(f.words.first, f.words.last-1)
	}
	if f.cue >= 0 {
		q.Cue = r.cueSpan(f)
	} else if q.CueKind == "" {
		q.CueKind = "says"
	}
	return q
}

// cueSpan is the cue with its auxiliaries and particles, where they touch it.
func (r *reading) cueSpan(f *found) doc.Span {
	first, last := f.cue, f.cue
	if f.more >= 0 {
		first, last = min(first, f.more), max(last, f.more)
	}
	for first > 0 {
		t := &r.d.Tokens[first-1]
		if t.Head != f.cue && t.Head != f.more || t.Head < 0 || !r.d.HasRel(first-1, "aux", "cop") {
			break
		}
		first--
	}
	for int(last)+1 < len(r.d.Tokens) {
		t := &r.d.Tokens[last+1]
		if t.Head != f.cue || t.Rel != "compound:prt" && t.Rel != "fixed" {
			break
		}
		last++
	}
	return r.d.TokenSpan(first, last)
}
