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

// mainText chooses the text nodes of the article. go-readability judges the page without its furniture; what it keeps
// is widened by the paragraphs that stand beside those it kept, and narrowed by prune. Where it keeps little, the whole
// page is judged as well, and what that gives outside the furniture is taken if it is much more.
func mainText(root *html.Node, m metadata, title headline) mainPart {
	var all []*html.Node
	for n := range textNodes(root) {
		n.Attr = []html.Attribute{{Key: nodeMark, Val: strconv.Itoa(len(all))}}
		all = append(all, n)
	}
	f := newFurniture(root)
	skip := f.all(root)
	keep := readable(copyTree(root, skip), m, len(all))
	if kept := letters(all, keep); float64(kept) < enough*float64(f.total) {
		whole := readable(copyTree(root, nil), m, len(all))
		outside := make([]bool, len(all))
		for i := range all {
			outside[i] = whole[i] && !inside(all[i], skip)
		}
		switch {
		case letters(all, outside)*3 > kept*4:
			keep = outside
		case kept == 0:
			keep, skip = whole, nil
		}
	}
	for _, n := range all {
		n.Attr = nil
	}
	part := mainPart{}
	if kept := letters(all, keep); kept == 0 || kept < fewKept && f.total > 2*kept {
		part.guess = "no main part found: all text of the page is taken"
		for i, n := range all {
			keep[i] = inBody(n) && !inside(n, skip)
		}
		if count(keep) == 0 {
			for i, n := range all {
				keep[i] = inBody(n)
			}
		}
	} else {
		widen(all, keep, skip)
	}
	var nodes []*html.Node
	for i, n := range all {
		if keep[i] {
			nodes = append(nodes, n)
		}
	}
	blocks := makeBlocks(nodes)
	pruned := prune(blocks, title.text, m.authors)
	if len(pruned) == 0 {
		pruned = blocks
	}
	for _, b := range pruned {
		part.nodes = append(part.nodes, b.nodes...)
	}
	return part
}

// enough is the share of the running text that a main part has in most pages.
const enough = 0.6

// fewKept is the number of letters below which a main part is doubted if the page has more than twice as many.
const fewKept = 200

func letters(all []*html.Node, keep []bool) int {
	n := 0
	for i, t := range all {
		if keep[i] {
			for _, r := range t.Data {
				if unicode.IsLetter(r) {
					n++
				}
			}
		}
	}
	return n
}

func inside(n *html.Node, set map[*html.Node]bool) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if set[p] {
			return true
		}
	}
	return false
}

// readable runs go-readability over a marked tree, which it changes, and tells which text nodes it keeps.
func readable(marked *html.Node, m metadata, n int) []bool {
	keep := make([]bool, n)
	parser := readability.NewParser()
	parser.DisableJSONLD = true // metadata are read by readMetadata
	article, err := parser.ParseAndMutate(marked, pageURL(m.url))
	if err != nil || article.Node == nil {
		return keep
	}
	for t := range textNodes(article.Node) {
		if k, err := strconv.Atoi(attr(t, nodeMark)); err == nil && k < n {
			keep[k] = true
		}
	}
	return keep
}

func count(keep []bool) int {
	n := 0
	for _, k := range keep {
		if k {
			n++
		}
	}
	return n
}

// widen takes in paragraphs and headings that stand between paragraphs that were kept, as their siblings or in
// wrappers of the same kind: go-readability drops headings by their class, and short paragraphs in wrappers of their own.
func widen(all []*html.Node, keep []bool, skip map[*html.Node]bool) {
	type place struct {
		first, last, n int
		kinds          map[string]bool
	}
	const levels = 4
	places := map[*html.Node]*place{}
	lines := make([]*html.Node, len(all))
	for i, n := range all {
		lines[i] = lineOf(n, skip)
		if lines[i] == nil || !keep[i] || lines[i].DataAtom != atom.P {
			continue
		}
		child := lines[i]
		for level := 0; level < levels && child.Parent != nil; level++ {
			pl := places[child.Parent]
			if pl == nil {
				pl = &place{first: i, kinds: map[string]bool{}}
				places[child.Parent] = pl
			}
			pl.last = i
			pl.n++
			pl.kinds[kind(child)] = true
			child = child.Parent
		}
	}
	for i := range all {
		if keep[i] || lines[i] == nil {
			continue
		}
		child := lines[i]
		for level := 0; level < levels && child.Parent != nil && !keep[i]; level++ {
			pl := places[child.Parent]
			keep[i] = pl != nil && pl.n >= 3 && pl.first < i && i < pl.last && (level == 0 || pl.kinds[kind(child)])
			child = child.Parent
		}
	}
}

// kind is the tag of an element with its class: wrappers that a template made alike are alike in both.
func kind(n *html.Node) string { return n.Data + " " + attr(n, "class") }

// lineOf is the paragraph or heading that a text stands in; nil if there is none, or inside furniture.
func lineOf(n *html.Node, skip map[*html.Node]bool) *html.Node {
	var line *html.Node
	if inside(n, skip) {
		return nil
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if line == nil && (p.DataAtom == atom.P || p.DataAtom == atom.H2 || p.DataAtom == atom.H3 || p.DataAtom == atom.H4) {
			line = p
		}
	}
	return line
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

// copyTree copies a tree without recursion and without the elements in skip. Links that run a script lose their address, since go-readability would
// put new text nodes in their place.
func copyTree(root *html.Node, skip map[*html.Node]bool) *html.Node {
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
	copies := map[*html.Node]*html.Node{root: top}
	for n := root; ; {
		next := n.FirstChild
		if next == nil || skip[n] {
			for n != root && n.NextSibling == nil {
				n = n.Parent
			}
			if n == root {
				return top
			}
			next = n.NextSibling
		}
		n = next
		if !skip[n] {
			c := clone(n)
			copies[n.Parent].AppendChild(c)
			if n.FirstChild != nil {
				copies[n] = c
			}
		}
	}
}

// chooseTitle takes the <h1> that the metadata confirm, so that the headline has its place in the page; else the
// headline of the metadata; else the only <h1>.
func chooseTitle(root *html.Node, m metadata) headline {
	var h1s []headline
	for n := range elements(root) {
		if n.DataAtom != atom.H1 {
			continue
		}
		var nodes []*html.Node
		for t := range textNodes(n) {
			nodes = append(nodes, t)
		}
		// A heading that was never closed holds the whole page.
		if s := nodeText(n); s != "" && len(s) <= 500 && !has(n, atom.P) {
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
