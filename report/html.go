package report

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// html reads a page: one report.
func (rd *reader) html(src *source) bool {
	data, tooLong, err := src.readWhole(rd.lim.PageBytes)
	bad := func(reason, hint string) bool {
		return rd.bad(&BadInput{File: src.name, Reason: reason, Hint: hint, Raw: data})
	}
	if tooLong {
		return bad("a page of more than "+thousands(rd.lim.PageBytes)+" bytes", "Raise the limit with --max-line")
	}
	if err != nil {
		return bad(plainReason(err), "")
	}
	read := func() (*Report, *BadInput) {
		r, err := readPage(data, src.charset, rd.lim)
		if err != nil {
			return nil, &BadInput{File: src.name, Reason: err.Error(), Hint: "Its text, saved as plain text, can be read", Raw: data}
		}
		r.Origin = src.origin(1, 0)
		return r, rd.finish(r, data)
	}
	if rd.o.Workers > 1 {
		return rd.start(read)
	}
	r, b := read()
	if b != nil {
		return rd.bad(b)
	}
	return rd.deliver(r, nil)
}

// readPage makes a report of an HTML page. charset is what a byte order mark says.
func readPage(data []byte, charset string, lim Limits) (r *Report, err error) {
	defer func() {
		if p := recover(); p != nil { // a fault of a library on one page must not end the run
			r, err = nil, fmt.Errorf("the page reader failed: %v", p)
		}
	}()
	page := convertPage(data, charset)
	loc, err := tokenise(page.utf, lim.HTMLNodes)
	if err != nil {
		return nil, err
	}
	root, err := parseTree(page.utf, lim.HTMLDepth)
	if err != nil {
		return nil, err
	}
	loc.locate(root)
	m := readMetadata(root)
	title := chooseTitle(root, m)
	main := mainText(root, m, title)
	b := &textBuilder{loc: loc, page: page}
	b.build(title, main.nodes)
	r = &Report{
		Title: b.title, Body: b.body, Offsets: &b.offsets,
		Outlet: m.outlet, URL: m.url, Author: strings.Join(m.authors, ", "), Section: m.section, Language: m.language,
		Guess: joinGuess(page.guess, main.guess),
	}
	if r.Body == "" {
		return nil, errors.New("no main text found in the page")
	}
	if m.published != "" {
		r.Published, r.PublishedBasis = m.published, BasisPage
	}
	return r, nil
}

// parseTree parses a page whose nesting is in bounds.
func parseTree(utf []byte, maxDepth int) (*html.Node, error) {
	root, err := html.Parse(bytes.NewReader(utf))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be parsed: %w", err)
	}
	depth := 0
	for n := root; n != nil; {
		if n.FirstChild != nil {
			n = n.FirstChild
			if depth++; depth > maxDepth {
				return nil, fmt.Errorf("elements of the page nested more than %d deep", maxDepth)
			}
			continue
		}
		for n != nil && n.NextSibling == nil {
			n = n.Parent
			depth--
		}
		if n != nil {
			n = n.NextSibling
		}
	}
	return root, nil
}

// pageURL is the address that a page gives for itself, for the reader of main text; nil if it gives none.
func pageURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// attr gives an attribute of an element.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// nodeText is the text below a node with white space as one space.
func nodeText(n *html.Node) string {
	var s strings.Builder
	for t := range textNodes(n) {
		s.WriteString(t.Data)
		s.WriteByte(' ')
	}
	return strings.Join(strings.Fields(s.String()), " ")
}
