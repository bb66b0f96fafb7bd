package report

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// textBuilder makes the text of a report out of text nodes, with its offset map.
type textBuilder struct {
	loc     *locator
	page    *pageBytes
	offsets OffsetMap
	title   string
	body    string
	n       int // code points so far
	out     strings.Builder
}

// headline is a title with the text nodes that it was read from; none if it comes from metadata.
type headline struct {
	text  string
	nodes []*html.Node
}

func (b *textBuilder) build(t headline, nodes []*html.Node) {
	if t.text != "" {
		if chars := b.paragraph(t.nodes); plain(chars) == t.text {
			b.put(chars)
		} else {
			b.out.WriteString(t.text)
			b.n += len([]rune(t.text))
		}
		b.title = b.out.String()
		b.out.Reset()
		b.gap()
		b.out.Reset()
	}
	var group []*html.Node
	flush := func() {
		if chars := b.paragraph(group); len(chars) > 0 {
			if b.out.Len() > 0 {
				b.gap()
			}
			b.put(chars)
		}
		group = group[:0]
	}
	for i, n := range nodes {
		if i > 0 && divided(nodes[i-1], n) {
			flush()
		}
		group = append(group, n)
	}
	flush()
	b.body = b.out.String()
}

func (b *textBuilder) put(chars []placed) {
	for _, c := range chars {
		b.out.WriteRune(c.r)
		if c.at >= 0 {
			from := b.page.page(c.at)
			width := 0
			if c.width > 0 {
				width = b.page.page(c.at+c.width) - from
			}
			b.offsets.add(b.n, from, width)
		}
		b.n++
	}
}

// gap is the blank line between two paragraphs; it stands where the first of them ends.
func (b *textBuilder) gap() {
	b.out.WriteString("\n\n")
	if k := len(b.offsets.runs); k > 0 {
		r := b.offsets.runs[k-1]
		if r.text+r.n == b.n {
			b.offsets.add(b.n, r.page+r.n*r.width, 0)
			b.offsets.add(b.n+1, r.page+r.n*r.width, 0)
		}
	}
	b.n += 2
}

// paragraph joins text nodes; white space becomes one space, none at the ends.
func (b *textBuilder) paragraph(nodes []*html.Node) []placed {
	var out []placed
	space := placed{at: -2}
	for i, n := range nodes {
		if i > 0 && spacedApart(nodes[i-1], n) && space.at == -2 {
			space = placed{' ', -1, 0}
		}
		for _, c := range b.loc.characters(n) {
			switch c.r {
			case ' ', '\t', '\n', '\r', '\f':
				if space.at == -2 {
					space = placed{' ', c.at, c.width}
				}
				continue
			}
			if space.at != -2 && len(out) > 0 {
				out = append(out, space)
			}
			space.at = -2
			out = append(out, c)
		}
	}
	for len(out) > 0 && unicode.IsSpace(out[len(out)-1].r) {
		out = out[:len(out)-1]
	}
	for len(out) > 0 && unicode.IsSpace(out[0].r) {
		out = out[1:]
	}
	return out
}

func plain(chars []placed) string {
	var s strings.Builder
	for _, c := range chars {
		s.WriteRune(c.r)
	}
	return s.String()
}

// divided: something between the two nodes, or an element that only one of them is in, begins a new paragraph.
func divided(a, b *html.Node) bool { return between(a, b, breaks) }

// spacedApart: the nodes are not divided, but what stands between them is seen as a gap (an image, a form field).
func spacedApart(a, b *html.Node) bool {
	return between(a, b, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Img, atom.Svg, atom.Input, atom.Button, atom.Select, atom.Video, atom.Object, atom.Iframe, atom.Wbr:
			return n.DataAtom != atom.Wbr
		}
		return false
	})
}

// between tells whether is holds for any element that is left, passed or entered on the way from a to b.
func between(a, b *html.Node, is func(*html.Node) bool) bool {
	for n := a; n != b; {
		if n != a && n.FirstChild != nil && n.Type == html.ElementNode && n.DataAtom != atom.Script && n.DataAtom != atom.Style {
			n = n.FirstChild
		} else {
			for n.NextSibling == nil {
				n = n.Parent
				if n == nil {
					return true
				}
				if n.Type == html.ElementNode && is(n) {
					return true
				}
			}
			n = n.NextSibling
		}
		if n.Type == html.ElementNode && is(n) {
			return true
		}
	}
	return false
}

// breaks: elements that stand on lines of their own.
func breaks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Head, atom.Title:
		return true
	}
	return false
}
