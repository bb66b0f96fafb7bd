package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The HTML parser keeps no positions. So the page is also read token by token, where positions are known, and the
// pieces of text of both readings, which come in the same order but for text that tables push out, are laid against
// each other.

// piece is a token of text: raw bytes [start, end) of the converted page, and what they mean.
type piece struct {
	start, end int
	text       string
}

// locator knows for each text node of a tree which pieces it is made of.
type locator struct {
	page   []byte
	pieces []piece
	parts  map[*html.Node][]part
}

// part: the node's bytes [from, to) are those of a piece from its byte skip on.
type part struct{ from, to, piece, skip int }

// locate lays the text nodes below root against the pieces of the page.
func (l *locator) locate(root *html.Node) {
	byText := make(map[string][]int, len(l.pieces))
	for i, p := range l.pieces {
		t := strings.TrimSpace(p.text)
		byText[t] = append(byText[t], i)
	}
	next := 0
	for n := range textNodes(root) {
		if at := l.match(n, next); at > next {
			next = at
			continue
		}
		for _, i := range byText[strings.TrimSpace(n.Data)] { // out of order
			if at := l.match(n, i); at > i {
				if i > next && i < next+64 {
					next = at
				}
				break
			}
		}
	}
}

// match tries to read node n from piece i on and gives the piece after the last one used, or i.
func (l *locator) match(n *html.Node, i int) int {
	var parts []part
	pos, first := 0, i
	for pos < len(n.Data) && i < len(l.pieces) {
		t := l.pieces[i].text
		skip := 0
		if !strings.HasPrefix(n.Data[pos:], t) { // the parser drops space at some places, and joins pieces across it
			skip = spaces(t)
			pos += spaces(n.Data[pos:])
		}
		if pos == len(n.Data) || !strings.HasPrefix(n.Data[pos:], t[skip:]) {
			break
		}
		parts = append(parts, part{pos, pos + len(t) - skip, i, skip})
		pos += len(t) - skip
		i++
	}
	if strings.TrimSpace(n.Data[pos:]) != "" && len(parts) == 0 {
		return first
	}
	l.parts[n] = parts
	return i
}

func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\r\n\f")) }

// hiddenText: elements whose text is not read by people. The tokeniser and the tree agree on them.
func hiddenText(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}

// tokenise finds the pieces of a page of at most limit tags and texts.
func tokenise(page []byte, limit int) (*locator, error) {
	l := &locator{page: page, parts: map[*html.Node][]part{}}
	z := html.NewTokenizer(bytes.NewReader(page))
	at, hidden := 0, false
	for count := 0; ; count++ {
		tt := z.Next()
		n := len(z.Raw())
		if tt == html.ErrorToken {
			return l, nil
		}
		if count > limit {
			return nil, fmt.Errorf("a page of more than %s tags and texts", thousands(limit))
		}
		if tt == html.TextToken {
			if text := string(z.Text()); !hidden && strings.TrimSpace(text) != "" {
				l.pieces = append(l.pieces, piece{at, at + n, text})
			}
		}
		hidden = false
		if tt == html.StartTagToken {
			name, _ := z.TagName()
			hidden = hiddenText(atom.Lookup(name))
		}
		at += n
	}
}

// textNodes walks the text nodes below n that are not hidden, in order and without recursion.
func textNodes(root *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := root; n != nil; {
			switch {
			case n.Type == html.TextNode:
				if strings.TrimSpace(n.Data) != "" && !yield(n) {
					return
				}
			case n.FirstChild != nil && !(n.Type == html.ElementNode && hiddenText(n.DataAtom)):
				n = n.FirstChild
				continue
			}
			for n != root && n.NextSibling == nil {
				n = n.Parent
			}
			if n == root {
				return
			}
			n = n.NextSibling
		}
	}
}

// placed is one character with its bytes in the converted page. at -1: its place is not known.
type placed struct {
	r         rune
	at, width int
}

// characters gives the characters of a text node with their places.
func (l *locator) characters(n *html.Node) []placed {
	out := make([]placed, 0, len(n.Data))
	done := 0
	unknown := func(s string) {
		for _, r := range s {
			out = append(out, placed{r, -1, 0})
		}
	}
	for _, p := range l.parts[n] {
		unknown(n.Data[done:p.from])
		all := decodePiece(string(l.page[l.pieces[p.piece].start:l.pieces[p.piece].end]), l.pieces[p.piece].start, l.pieces[p.piece].text)
		skip := utf8.RuneCountInString(l.pieces[p.piece].text[:p.skip])
		out = append(out, all[skip:]...)
		done = p.to
	}
	unknown(n.Data[done:])
	return out
}

var reference = regexp.MustCompile(`^&(?:#[xX]?[0-9a-fA-F]+|[a-zA-Z0-9]+);?`)

// decodePiece lays the meaning of a piece of text against its raw bytes: character references, line ends.
func decodePiece(raw string, start int, text string) []placed {
	out := make([]placed, 0, len(text))
	at, pending, width := 0, "", 0
	for _, r := range text {
		if pending != "" { // a reference that means two characters
			pending = pending[utf8.RuneLen(r):]
			out = append(out, placed{r, start + at - width, width})
			continue
		}
		switch {
		case at >= len(raw):
			out = append(out, placed{r, start + len(raw), 0})
			continue
		case raw[at] == '&':
			n, means := readReference(raw[at:])
			if n > 0 && strings.HasPrefix(means, string(r)) {
				at, pending, width = at+n, means[utf8.RuneLen(r):], n
				out = append(out, placed{r, start + at - n, n})
				continue
			}
		case raw[at] == '\r' && r == '\n' && at+1 < len(raw) && raw[at+1] == '\n':
			out = append(out, placed{r, start + at, 2})
			at += 2
			continue
		}
		_, n := utf8.DecodeRuneInString(raw[at:])
		out = append(out, placed{r, start + at, n})
		at += n
	}
	return out
}

// readReference gives the length of a character reference and what it means; 0 if it is none.
func readReference(s string) (n int, means string) {
	m := reference.FindString(s)
	if m == "" {
		return 0, ""
	}
	full := html.UnescapeString(m)
	if full == m {
		return 0, ""
	}
	for k := 2; k <= len(m); k++ { // "&ampc" is "&" and a "c"
		if u := html.UnescapeString(m[:k]); u != m[:k] && u+m[k:] == full {
			return k, u
		}
	}
	return len(m), full
}
