package report

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// feed reads RSS, RDF, Atom and JSON feeds: a report an item. A feed that is not well-formed is read item by item, so
// that one broken item costs no other.
func (rd *reader) feed(src *source) bool {
	data, tooLong, err := src.readWhole(rd.lim.PageBytes)
	bad := func(reason, hint string) bool {
		return rd.bad(&BadInput{File: src.name, Reason: reason, Hint: hint, Raw: data})
	}
	if tooLong {
		return bad("a feed of more than "+thousands(rd.lim.PageBytes)+" bytes", "Raise the limit with --max-line")
	}
	if err != nil && len(data) == 0 {
		return bad(plainReason(err), "")
	}
	page := convertPage(data, src.charset)
	utf := xmlDeclaration.ReplaceAll(page.utf, nil) // it would make the parser convert again
	dropped := bytes.Count(page.utf[:len(page.utf)-len(utf)], []byte("\n"))
	var items []feedItem
	if src.format == Feed {
		items = findItems(utf, dropped)
	}
	f, parseErr := parseFeed(utf)
	if parseErr == nil {
		feedLanguage(f)
	}
	switch {
	case parseErr == nil && len(f.Items) >= len(items):
		for i, it := range f.Items {
			piece := feedItem{}
			if len(items) == len(f.Items) {
				piece = items[i]
			}
			if !rd.item(src, f, it, piece, i, page.guess) {
				return false
			}
		}
		if len(f.Items) == 0 {
			return bad("a feed without items", "")
		}
	case src.format == JSONFeed || len(items) == 0:
		if parseErr == nil {
			parseErr = errors.New("no items")
		}
		return bad("a feed that cannot be read: "+parseErr.Error(), "")
	default:
		if !rd.brokenFeed(src, utf, items, page.guess) {
			return false
		}
	}
	if err != nil {
		return rd.bad(&BadInput{File: src.name, Reason: plainReason(err) + "; what came before it was read"})
	}
	return true
}

var (
	xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	feedRoot       = regexp.MustCompile(`(?i)<(rss|feed|rdf:rdf|channel)\b[^>]*>`)
)

func parseFeed(utf []byte) (f *gofeed.Feed, err error) {
	defer func() {
		if p := recover(); p != nil { // a fault of the library on one feed must not end the run
			f, err = nil, fmt.Errorf("the feed parser failed: %v", p)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(utf))
}

// feedLanguage finds the language of a feed that declares none from all its items together: one by one they are often
// too short to tell.
func feedLanguage(f *gofeed.Feed) {
	if strings.TrimSpace(f.Language) != "" {
		return
	}
	var all strings.Builder
	for _, it := range f.Items {
		all.WriteString(markupText(it.Title) + "\n" + markupText(it.Description) + "\n")
		if all.Len() > langSample {
			break
		}
	}
	if d := detectLanguage(all.String()); d.sure && d.confidence >= sureness {
		f.Language = d.lang
	}
}

// feedItem is an item as it stands in the file.
type feedItem struct {
	raw  []byte
	line int
}

// brokenFeed reads each item in a small feed of its own, with the root and the head of the whole.
func (rd *reader) brokenFeed(src *source, utf []byte, items []feedItem, guess string) bool {
	open := feedRoot.FindSubmatch(utf)
	start, end := "<rss>", "</channel></rss>"
	if open != nil {
		start = string(open[0])
		switch strings.ToLower(string(open[1])) {
		case "feed":
			end = "</feed>"
		case "rdf:rdf":
			end = "</rdf:RDF>"
		case "channel":
			start = "<rss><channel>"
		default:
			start += "<channel>"
		}
	} else {
		start += "<channel>"
	}
	head := utf[:len(utf)-len(items[0].raw)]
	if at := bytes.Index(utf, items[0].raw[:min(len(items[0].raw), 64)]); at >= 0 {
		head = utf[:at]
	}
	whole, err := parseFeed([]byte(string(head) + end))
	if err != nil {
		whole = &gofeed.Feed{}
	}
	for i, it := range items {
		f, err := parseFeed([]byte(start + string(it.raw) + end))
		goOn := true
		switch {
		case len(it.raw) > rd.lim.LineBytes:
			goOn = rd.bad(&BadInput{File: src.name, Line: it.line, Reason: tooLongReason("an item", rd.lim.LineBytes), Raw: it.raw})
		case err != nil:
			goOn = rd.bad(&BadInput{File: src.name, Line: it.line, Reason: "an item that is not well-formed: " + err.Error(), Raw: it.raw})
		case len(f.Items) == 0:
			goOn = rd.bad(&BadInput{File: src.name, Line: it.line, Reason: "an item in which nothing is found", Raw: it.raw})
		default:
			goOn = rd.item(src, whole, f.Items[0], it, i, guess)
		}
		if !goOn {
			return false
		}
	}
	return true
}

// findItems cuts a feed at its <item> or <entry> tags, outside CDATA and comments. An empty <item/> is none.
func findItems(utf []byte, linesBefore int) []feedItem {
	var items []feedItem
	start, line, counted := -1, 1+linesBefore, 0
	closeAt := func(end int) {
		if start >= 0 {
			line += bytes.Count(utf[counted:start], []byte("\n"))
			counted = start
			items = append(items, feedItem{utf[start:end], line})
		}
		start = -1
	}
	for at := 0; at < len(utf); {
		k := bytes.IndexByte(utf[at:], '<')
		if k < 0 {
			break
		}
		at += k
		rest := utf[at:]
		switch {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			at += skipTo(rest, "]]>")
		case bytes.HasPrefix(rest, []byte("<!--")):
			at += skipTo(rest, "-->")
		case tagNamed(rest, "<item"), tagNamed(rest, "<entry"):
			end := bytes.IndexByte(rest, '>')
			if end > 0 && rest[end-1] != '/' {
				closeAt(at)
				start = at
			}
			at++
		case tagNamed(rest, "</item"), tagNamed(rest, "</entry"):
			at += skipTo(rest, ">")
			closeAt(at)
		default:
			at++
		}
	}
	closeAt(len(utf))
	return items
}

func skipTo(b []byte, end string) int {
	if k := bytes.Index(b, []byte(end)); k >= 0 {
		return k + len(end)
	}
	return len(b)
}

func tagNamed(b []byte, tag string) bool {
	if len(b) <= len(tag) || !bytes.EqualFold(b[:len(tag)], []byte(tag)) {
		return false
	}
	switch b[len(tag)] {
	case ' ', '\t', '\r', '\n', '>', '/':
		return true
	}
	return false
}

// item makes a report of a feed's item. Its text is the content, else the description. Its guid is no id: feeds repeat
// them, and change what they stand for.
func (rd *reader) item(src *source, f *gofeed.Feed, it *gofeed.Item, piece feedItem, index int, guess string) bool {
	r := &Report{Outlet: markupText(f.Title), URL: strings.TrimSpace(it.Link), Language: strings.TrimSpace(f.Language),
		Origin: src.origin(piece.line, index), Guess: guess}
	r.Title = strings.Join(strings.Fields(markupText(it.Title)), " ")
	body := it.Content
	if full := it.Extensions["yandex"]["full-text"]; strings.TrimSpace(body) == "" && len(full) > 0 {
		body = full[0].Value
	}
	if strings.TrimSpace(body) == "" {
		body = it.Description
	}
	r.Body = markupText(body)
	var names []string
	for _, a := range it.Authors {
		if a != nil && a.Name != "" {
			names = append(names, strings.TrimSpace(a.Name))
		}
	}
	r.Author = strings.Join(names, ", ")
	if len(it.Categories) > 0 {
		r.Section = strings.TrimSpace(it.Categories[0])
	}
	if it.DublinCoreExt != nil && len(it.DublinCoreExt.Language) > 0 {
		r.Language = it.DublinCoreExt.Language[0]
	}
	if day := first(it.Published, it.Updated); day != "" {
		if d, err := ParseDate(day, rd.o.DateLayout); err == nil {
			r.Published, r.PublishedBasis = d, BasisInput
		} else { // a feed is not the user's own table: the item is worth keeping
			r.Guess = joinGuess(r.Guess, "publication day not read: "+err.Error())
		}
	}
	return rd.emit(r, piece.raw)
}

var looksLikeMarkup = regexp.MustCompile(`<[a-zA-Z/!][^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);`)

// markupText turns a piece of HTML inside another format into text; what has no markup is left as it is.
func markupText(s string) string {
	s = strings.TrimSpace(s)
	if !looksLikeMarkup.MatchString(s) {
		return s
	}
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	var nodes []*html.Node
	for n := range textNodes(root) {
		if !underClass(n, "feedflare") {
			nodes = append(nodes, n)
		}
	}
	b := &textBuilder{loc: &locator{}, page: &pageBytes{}}
	b.build(headline{}, nodes)
	paragraphs := strings.Split(b.body, "\n\n")
	for len(paragraphs) > 1 && invitation.MatchString(paragraphs[len(paragraphs)-1]) {
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	return strings.Join(paragraphs, "\n\n")
}

// invitation is a line that asks to read on elsewhere.
var invitation = regexp.MustCompile(`(?i)^\W*(?:continue reading|read (?:more|on|the (?:full|rest)\b.*)|click here\b.*|full (?:story|article))\W*$`)

func underClass(n *html.Node, class string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if strings.Contains(attr(p, "class"), class) {
			return true
		}
	}
	return false
}
