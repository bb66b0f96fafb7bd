package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/engine/doc"
)

// piece is what stands between a pair of quotation marks.
type piece struct {
	first, last int32 // tokens [first, last) without the marks
	open, close int32 // tokens of the marks; close is last where the mark is missing
	nested      bool  // inside another pair
	used        bool  // belongs to a quotation already
}

type markKind uint8

const (
	noMark  markKind = iota
	either           // ": opens or closes
	opens            // “ « „
	closes           // ” »
	single           // ' ’: a mark or an apostrophe
	single1          // ‘: opens
)

func markOf(form string) markKind {
	switch form {
	case `"`, "＂":
		return either
	case "“", "«", "„", "``", "‟":
		return opens
	case "”", "»", "''":
		return closes
	case "'", "’":
		return single
	case "‘", "‚", "`":
		return single1
	}
	return noMark
}

// isMark reports whether a token is a quotation mark or looks like one.
func isMark(form string) bool { return markOf(form) != noMark }

// marker pairs the marks of a document in one pass.
type marker struct {
	d     *doc.Document
	out   []piece
	stack []int32 // pieces that are open
}

// pieces finds what stands between marks, in the order of the text. A paragraph
// that begins with a mark continues what was left open in the one before, as the
// custom of newspapers is; else what is open ends with its paragraph.
func pieces(d *doc.Document) []piece {
	m := marker{d: d}
	for p := range d.Paragraphs {
		para := &d.Paragraphs[p]
		first, last := d.Sentences[para.First].First, d.Sentences[para.Last-1].Last
		if len(m.stack) > 0 && !m.mayOpen(first, first) {
			m.end(first)
		}
		for i := first; i < last; i++ {
			m.token(i, first, last)
		}
	}
	m.end(int32(len(d.Tokens)))
	kept := m.out[:0]
	for _, p := range m.out {
		if p.last > p.first {
			kept = append(kept, p)
		}
	}
	return kept
}

func (m *marker) gluedLeft(i, first int32) bool {
	return i > first && m.d.Tokens[i-1].End == m.d.Tokens[i].Start
}

func (m *marker) gluedRight(i int32) bool {
	return int(i)+1 < len(m.d.Tokens) && m.d.Tokens[i].End == m.d.Tokens[i+1].Start
}

// mayOpen reports whether token i is a mark that opens here.
func (m *marker) mayOpen(i, first int32) bool {
	switch markOf(m.d.Form(i)) {
	case opens:
		return true
	case either:
		return !m.gluedLeft(i, first) || m.gluedRight(i) && m.afterOpening(i, first)
	case closes:
		// A closing mark at the head of a line or free to the left is a typist's opening one.
		return !m.gluedLeft(i, first) && m.gluedRight(i)
	}
	return false
}

// afterOpening reports whether the character before i is a bracket, dash or mark.
func (m *marker) afterOpening(i, first int32) bool {
	if i == first {
		return true
	}
	f := m.d.Form(i - 1)
	return strings.ContainsAny(f, "([{—–-/:‘'") && len(f) <= 3
}

func (m *marker) token(i, first, last int32) {
	form := m.d.Form(i)
	if len(form) > 3 {
		return
	}
	kind := markOf(form)
	switch kind {
	case noMark:
		return
	case single, single1:
		m.singles(i, first, last, kind)
		return
	}
	starts := i == m.d.Sentences[m.d.Tokens[i].Sent].First
	if !m.mayOpen(i, first) || kind == either && len(m.stack) > 0 && !starts && !(m.gluedRight(i) && !m.gluedLeft(i, first)) {
		if len(m.stack) > 0 {
			m.shut(i)
		} else if kind == either && !m.gluedLeft(i, first) {
			m.open(i)
		}
		return
	}
	switch {
	case len(m.stack) == 0:
		m.open(i)
	case starts:
		// The mark is repeated at the head of a sentence: the speech goes on.
	case len(m.stack) == 1:
		m.open(i)
		m.out[len(m.out)-1].nested = true
	}
}

func (m *marker) open(i int32) {
	m.stack = append(m.stack, int32(len(m.out)))
	m.out = append(m.out, piece{open: i, first: i + 1, last: i + 1, close: -1})
}

func (m *marker) shut(i int32) {
	p := &m.out[m.stack[len(m.stack)-1]]
	p.last, p.close = i, i
	m.stack = m.stack[:len(m.stack)-1]
}

// end closes all that is open before token i.
func (m *marker) end(i int32) {
	for len(m.stack) > 0 {
		m.shut(i)
	}
}

// singles pairs single marks, which are hard to tell from apostrophes: one that
// opens is free to the left and has one that closes in the same paragraph.
func (m *marker) singles(i, first, last int32, kind markKind) {
	if m.gluedLeft(i, first) && !m.afterOpening(i, first) || !m.gluedRight(i) || i+1 >= last {
		return
	}
	if r, _ := utf8.DecodeRuneInString(m.d.Form(i + 1)); unicode.IsDigit(r) || !unicode.IsLetter(r) && kind == single {
		return
	}
	if n := len(m.out); n > 0 && m.out[n-1].open < i && i < m.out[n-1].close {
		return // inside a pair of single marks
	}
	const furthest = 120
	second := int32(-1)
	for j := i + 2; j < last && j < i+furthest; j++ {
		k := markOf(m.d.Form(j))
		if k == single1 && second < 0 {
			break
		}
		if k != single || !m.gluedLeft(j, first) {
			continue
		}
		if m.gluedRight(j) {
			if r, _ := utf8.DecodeRuneInString(m.d.Form(j + 1)); unicode.IsLetter(r) {
				continue
			}
		}
		if m.d.Tokens[j].XPOS == "POS" && strings.HasSuffix(m.d.Form(j-1), "s") {
			if second < 0 {
				second = j
			}
			continue
		}
		second = j
		break
	}
	if second < 0 {
		return
	}
	m.out = append(m.out, piece{open: i, first: i + 1, last: second, close: second, nested: len(m.stack) > 0})
}
