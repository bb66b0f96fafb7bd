package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
	"annals/conllu"
	"annals/engine/doc"
)

// trees writes the trees of a reading as CoNLL-U.
type trees struct{ w io.Writer }

// Write writes the sentences of one reading.
func (c *trees) Write(r *annals.Reading) error {
	w := conllu.NewWriter(c.w)
	for _, s := range Sentences(r.Document, r.Record.ID) {
		if err := w.Write(s); err != nil {
			return fmt.Errorf("report %s: %w", r.Record.ID, err)
		}
	}
	return w.Flush()
}

// Close does nothing.
func (c *trees) Close() error { return nil }

// Sentences gives the sentences of a parsed document as CoNLL-U has them. Contractions are multiword tokens, as in the
// English treebanks; the last column tells where no space follows and, as TokenRange, the place of each token in code
// points of the report's text. Ids of sentences are the document's id and a number; white space in it becomes "_".
func Sentences(d *doc.Document, id string) []*conllu.Sentence {
	id = strings.Join(strings.Fields(strings.ToValidUTF8(id, "\uFFFD")), "_")
	x := sentences{d: d}
	all := make([]*conllu.Sentence, 0, len(d.Sentences))
	for i := range d.Sentences {
		s := x.sentence(&d.Sentences[i])
		if i == 0 {
			s.AddComment("newdoc id", id)
		}
		if i == 0 || d.Sentences[i].Paragraph != d.Sentences[i-1].Paragraph {
			s.AddComment("newpar", "")
		}
		s.AddComment("sent_id", fmt.Sprintf("%s-%d", id, i+1))
		s.AddComment("text", s.Text())
		all = append(all, s)
	}
	return all
}

// sentences turns sentences one after another, counting code points on the way.
type sentences struct {
	d      *doc.Document
	at     int32 // bytes counted
	points int   // code points before them
}

// point is the number of code points before a byte; bytes are asked in order.
func (x *sentences) point(at int32) int {
	x.points += utf8.RuneCountInString(x.d.Text[x.at:at])
	x.at = at
	return x.points
}

func (x *sentences) sentence(s *doc.Sentence) *conllu.Sentence {
	out := &conllu.Sentence{}
	for t := s.First; t < s.Last; {
		end := t + 1
		for end < s.Last && x.contracted(end) {
			end++
		}
		misc := x.misc(t, end)
		if end > t+1 {
			out.Rows = append(out.Rows, conllu.Row{ID: conllu.ID{N: int(t-s.First) + 1, To: int(end - s.First)},
				Form: valid(x.d.Text[x.d.Tokens[t].Start:x.d.Tokens[end-1].End]), Head: conllu.NoHead, Misc: misc})
			misc = ""
		}
		for ; t < end; t++ {
			row := x.word(t, s.First)
			row.Misc = misc
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

// word is the row of token t of a sentence that begins with token first.
func (x *sentences) word(t, first int32) conllu.Row {
	tok := &x.d.Tokens[t]
	row := conllu.Row{ID: conllu.ID{N: int(t-first) + 1}, Form: valid(x.d.Form(t)), Lemma: valid(tok.Lemma),
		UPOS: open(tok.UPOS), XPOS: open(tok.XPOS), Feats: open(tok.Feats), Rel: open(tok.Rel), Head: 0}
	if tok.Head >= 0 {
		row.Head = int(tok.Head-first) + 1
	}
	return row
}

// misc tells of the token of the surface made of the tokens [first, last).
func (x *sentences) misc(first, last int32) string {
	var r conllu.Row
	toks := x.d.Tokens
	if int(last) < len(toks) && toks[last].Start == toks[last-1].End {
		r.AddMisc("SpaceAfter", "No")
	}
	start := x.point(toks[first].Start)
	r.SetRange(start, x.point(toks[last-1].End))
	return r.Misc
}

// contracted reports whether token t is written in one with the token before it, as "n't" and "'s" are and as "not" is in
// "cannot". Units on a number ("5km"), hyphens and signs are tokens of their own, as in the treebanks.
func (x *sentences) contracted(t int32) bool {
	if x.d.Tokens[t].Start != x.d.Tokens[t-1].End {
		return false
	}
	host, part := x.d.Form(t-1), x.d.Form(t)
	last, _ := utf8.DecodeLastRuneInString(host)
	letter := unicode.IsLetter(last) || unicode.IsMark(last)
	first, size := utf8.DecodeRuneInString(part)
	switch first {
	case '\'', '’', '`', '´':
		switch strings.ToLower(part[size:]) {
		case "":
			return x.d.Tokens[t].XPOS == "POS"
		case "s", "m", "d", "re", "ve", "ll":
			return letter || unicode.IsDigit(last) || last == '.'
		}
		return false
	}
	return letter && unicode.IsLetter(first)
}

// open is a value of the layers, in which "_" stands for none too.
func open(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// valid puts U+FFFD for bytes that are no UTF-8, which a file of trees cannot hold.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
