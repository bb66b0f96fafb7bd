package report

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furniture finds the elements of a page that are not its report: menus, captions, boxes that sell or link to
// something else, notices about cookies, and what is not shown. It goes by tags and by the words in class and id, as
// newsrooms name these things alike. An element that holds much of the page's running text is never furniture,
// whatever it is called: "article modal-enabled".
type furniture struct {
	letters map[*html.Node]int // letters of running text below an element
	total   int
	apart   map[*html.Node]bool // answers of outside
	unnamed bool                // names are not believed
}

// most is the share of the running text that a piece of furniture can hold.
const most = 0.35

func newFurniture(root *html.Node) *furniture {
	f := &furniture{letters: map[*html.Node]int{}, apart: map[*html.Node]bool{}}
	for n := range textNodes(root) {
		running := false
		for p := n.Parent; p != nil; p = p.Parent {
			if p.DataAtom == atom.P || p.DataAtom == atom.Br {
				running = true
			}
		}
		l := 0
		for _, r := range n.Data {
			if unicode.IsLetter(r) {
				l++
			}
		}
		if !running && l < 80 { // a text without <p> counts where it is long
			continue
		}
		for p := n.Parent; p != nil; p = p.Parent {
			f.letters[p] += l
		}
		if !f.outside(n.Parent) {
			f.total += l
		}
	}
	return f
}

// all finds the furniture of a page. Where the names alone would take most of its running text they mean something
// else ("gallery" on a page of pictures with texts), and are not believed.
func (f *furniture) all(root *html.Node) map[*html.Node]bool {
	find := func() (map[*html.Node]bool, int) {
		found, letters := map[*html.Node]bool{}, 0
		for n := range elements(root) {
			if f.is(n) {
				found[n] = true
				if !inside(n, found) && !f.outside(n) {
					letters += f.letters[n]
				}
			}
		}
		return found, letters
	}
	found, letters := find()
	if float64(letters) > mostNamed*float64(f.total) {
		f.unnamed = true
		found, _ = find()
	}
	return found
}

// mostNamed is the share of the running text that all furniture together can hold.
const mostNamed = 0.5

// outside: in a part of the page that does not count as running text, or such a part itself.
func (f *furniture) outside(n *html.Node) bool {
	if n == nil {
		return false
	}
	out, known := f.apart[n]
	if !known {
		out = n.DataAtom == atom.Nav || n.DataAtom == atom.Footer || n.DataAtom == atom.Aside || n.Type == html.ElementNode && notice(n) || f.outside(n.Parent)
		f.apart[n] = out
	}
	return out
}

// is tells whether an element is furniture.
func (f *furniture) is(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Head, atom.Main, atom.P, atom.H1:
		return n.DataAtom == atom.P && f.named(n) && f.small(n)
	case atom.Nav, atom.Button, atom.Select, atom.Dialog, atom.Template:
		return true
	case atom.Figure, atom.Figcaption:
		return !f.unnamed && f.small(n) && !has(n, atom.Table)
	case atom.Aside, atom.Footer, atom.Form:
		return f.small(n)
	}
	if notice(n) {
		return true
	}
	return (f.named(n) || unseen(n)) && f.small(n)
}

func (f *furniture) small(n *html.Node) bool {
	return float64(f.letters[n]) <= most*float64(f.total)
}

func has(n *html.Node, a atom.Atom) bool {
	for e := range elements(n) {
		if e.DataAtom == a {
			return true
		}
	}
	return false
}

// unseen: not shown to readers of the page, or to those with a screen alone.
func unseen(n *html.Node) bool {
	hidden := false
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			hidden = true
		case "aria-hidden":
			hidden = hidden || a.Val == "true"
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			hidden = hidden || strings.Contains(s, "display:none")
		case "class":
			for _, c := range strings.Fields(strings.ToLower(a.Val)) {
				switch c {
				case "hidden", "hide", "is-hidden", "d-none", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "off-screen", "a11y", "u-hidden":
					hidden = true
				}
				if strings.HasSuffix(c, ":block") || strings.HasSuffix(c, ":flex") || strings.HasPrefix(c, "d-") && strings.HasSuffix(c, "-block") {
					return false // hidden on small screens only
				}
			}
		}
	}
	return hidden
}

// notice: about cookies and consent. These can be longer than the report.
func notice(n *html.Node) bool {
	for _, w := range nameWords(n) {
		switch w {
		case "cookie", "cookies", "consent", "onetrust", "gdpr", "ccpa", "didomi", "cookiebot":
			return n.DataAtom != atom.Body
		}
	}
	return false
}

// named: class or id says what it is.
func (f *furniture) named(n *html.Node) bool {
	if f.unnamed {
		return false
	}
	words := nameWords(n)
	for i, w := range words {
		switch w {
		case "caption", "captions", "credit", "credits", "copyright", "figcaption", "newscaption", // pictures
			"newsletter", "newsletters", "signup", "subscribe", "subscription", "promo", "promos", "promotion", "donate", "donation", "paywall", "regwall",
			"related", "recirc", "recirculation", "recommended", "recommendations", "recommendation", "similar", "trending", "popular", "mostread", "mostpopular",
			"outbrain", "taboola", "sponsored", "sponsor", "advert", "advertisement", "advertising", "ad", "ads",
			"share", "sharing", "shares", "sharebar", "social", "socials", "sharedaddy", "addthis",
			"breadcrumb", "breadcrumbs", "nav", "navigation", "navbar", "menu", "sidebar", "footer", "skip", "toolbar", "pagination",
			"comments", "disqus", "comment", "popover", "popup", "tooltip", "login", "signin",
			"player", "playlist", "carousel", "slideshow", "gallery", "pullquote", "transporter",
			"bio", "biography", "flyout", "timestamp", "tags", "taglist", "hashtags", "topics":
			return true
		case "author", "byline":
			if i+1 < len(words) {
				switch words[i+1] {
				case "bio", "profile", "info", "box", "card", "content", "data", "wrap", "flyout", "name", "date", "img", "image", "details", "block", "description":
					return true
				}
			}
			if i == len(words)-1 {
				return true
			}
		case "read":
			if i+1 < len(words) && (words[i+1] == "more" || words[i+1] == "next" || words[i+1] == "also" || words[i+1] == "time") {
				return true
			}
		case "most", "more":
			if i+1 < len(words) {
				switch words[i+1] {
				case "read", "popular", "viewed", "shared", "on", "from", "stories", "news", "like":
					return true
				}
			}
		case "tag":
			if i+1 < len(words) && (words[i+1] == "list" || words[i+1] == "cloud" || words[i+1] == "links") {
				return true
			}
		case "video":
			if i+1 < len(words) {
				switch words[i+1] {
				case "item", "duration", "info", "placeholder", "card", "title", "time", "overlay", "data", "player", "list":
					return true
				}
			}
		}
	}
	return false
}

// nameWords are the words of class and id, divided at signs and capitals.
func nameWords(n *html.Node) []string {
	var out []string
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "data-testid" && a.Key != "data-component" && a.Key != "role" {
			continue
		}
		start, camel := 0, false
		word := func(end int, nextCamel bool) {
			// Pieces of made-up names ("xAdR") are no words; "ad" must stand by itself.
			if end-start >= 4 || end > start && !camel && !nextCamel {
				out = append(out, strings.ToLower(a.Val[start:end]))
			}
			camel = nextCamel
		}
		for i := 0; i < len(a.Val); i++ {
			c := a.Val[i]
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			switch {
			case !letter:
				word(i, false)
				start = i + 1
			case a.Key != "id" && c >= 'A' && c <= 'Z' && i > start && a.Val[i-1] >= 'a' && a.Val[i-1] <= 'z':
				word(i, true)
				start = i
			}
		}
		word(len(a.Val), false)
	}
	return out
}
