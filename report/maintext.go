package report

import (
	"strconv"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mainPart is the article of a page: its text nodes in the order of the page.
type mainPart struct {
	nodes []*html.Node
	guess string
}

// nodeMark is the attribute by which text nodes are known again in the tree that go-readability has worked on. It
// keeps and copies nodes with their attributes, and text nodes have none of their own.
const nodeMark = "annals-text"

// mainText chooses the text nodes of the article: those that go-readability keeps, less those of the kinds of thing
// that it is known to keep wrongly (see unwanted).
func mainText(root *html.Node, m metadata) mainPart {
	var all []*html.Node
	for n := range textNodes(root) {
		n.Attr = []html.Attribute{{Key: nodeMark, Val: strconv.Itoa(len(all))}}
		all = append(all, n)
	}
	copied := copyTree(root)
	for _, n := range all {
		n.Attr = nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true // metadata are read by readMetadata
	article, err := parser.ParseAndMutate(copied, pageURL(m.url))
	keep := make([]bool, len(all))
	found := 0
	if err == nil && article.Node != nil {
		for n := range textNodes(article.Node) {
			if k, err := strconv.Atoi(attr(n, nodeMark)); err == nil && !keep[k] {
				keep[k] = true
				found++
			}
		}
	}
	part := mainPart{}
	if found == 0 {
		part.guess = "no main part found: all text of the page is taken"
		for i, n := range all {
			keep[i] = inBody(n)
		}
	}
	for i, n := range all {
		if keep[i] {
			part.nodes = append(part.nodes, n)
		}
	}
	return part
}

// inBody: not in the head, a menu or the foot of a page.
func inBody(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Head, atom.Nav, atom.Footer, atom.Button, atom.Select, atom.Template:
			return false
		}
	}
	return true
}

// copyTree copies a tree without recursion. Links that run a script lose their address, since go-readability would
// put new text nodes in their place.
func copyTree(root *html.Node) *html.Node {
	clone := func(n *html.Node) *html.Node {
		c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: append([]html.Attribute(nil), n.Attr...)}
		if n.DataAtom == atom.A {
			for i, a := range c.Attr {
				if a.Key == "href" && strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					c.Attr[i].Val = "#"
				}
			}
		}
		return c
	}
	top := clone(root)
	to := top
	for n := root; ; {
		if n.FirstChild != nil {
			n = n.FirstChild
			c := clone(n)
			to.AppendChild(c)
			to = c
			continue
		}
		for n != root && n.NextSibling == nil {
			n, to = n.Parent, to.Parent
		}
		if n == root {
			return top
		}
		n = n.NextSibling
		c := clone(n)
		to.Parent.AppendChild(c)
		to = c
	}
}

// chooseTitle takes the <h1> that the metadata confirm, so that the headline has its place in the page; else the
// headline of the metadata; else the only <h1>.
func chooseTitle(root *html.Node, m metadata, main mainPart) headline {
	var h1s []headline
	for n := range elements(root) {
		if n.DataAtom != atom.H1 {
			continue
		}
		var nodes []*html.Node
		for t := range textNodes(n) {
			nodes = append(nodes, t)
		}
		if s := nodeText(n); s != "" {
			h1s = append(h1s, headline{s, nodes})
		}
	}
	for _, t := range m.titles {
		for _, h := range h1s {
			if sameTitle(h.text, t) {
				return h
			}
		}
	}
	if len(m.titles) > 0 {
		return headline{text: m.titles[0]}
	}
	if len(h1s) == 1 {
		return h1s[0]
	}
	return headline{}
}

// sameTitle: equal but for case and signs, or one begins the other, as "Headline | Outlet" does.
func sameTitle(a, b string) bool {
	a, b = titleLetters(a), titleLetters(b)
	if a == "" || b == "" {
		return false
	}
	return a == b || len(a) >= 15 && strings.HasPrefix(b, a) || len(b) >= 15 && strings.HasPrefix(a, b)
}

func titleLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
