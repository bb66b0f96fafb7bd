package report

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a paragraph, heading or list item of the main part.
type block struct {
	nodes   []*html.Node
	text    string
	letters int
	linked  int // letters that are inside links
	heading bool
}

// makeBlocks groups text nodes by the elements that stand on lines of their own.
func makeBlocks(nodes []*html.Node) []block {
	var out []block
	for i, n := range nodes {
		if i == 0 || divided(nodes[i-1], n) {
			out = append(out, block{})
		}
		b := &out[len(out)-1]
		b.nodes = append(b.nodes, n)
	}
	for i := range out {
		out[i].measure()
	}
	return out
}

func (b *block) measure() {
	var s strings.Builder
	for _, n := range b.nodes {
		s.WriteString(n.Data)
		l := 0
		for _, r := range n.Data {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				l++
			}
		}
		b.letters += l
		inLink := false // the block's own links, and links around the whole block
		var line *html.Node
		for p := n.Parent; p != nil; p = p.Parent {
			if line == nil && breaks(p) {
				line = p
			}
			if p.DataAtom == atom.A {
				href := attr(p, "href")
				inLink = inLink || href != "" && href[0] != '#'
			}
		}
		if line != nil {
			switch line.DataAtom {
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				b.heading = true
			}
		}
		if inLink {
			b.linked += l
		}
	}
	b.text = strings.Join(strings.Fields(s.String()), " ")
}

func (b *block) linksOnly() bool { return b.linked*10 >= b.letters*8 }

// prune leaves out the blocks that are not the report: the headline again, bylines and times, invitations to read or
// watch something else, lines that are nothing but a link, doubles, and headings with nothing below them.
//
// Where links hold most of the text, a link was never closed, and the rule about links is left out.
func prune(blocks []block, title string, authors []string) []block {
	all, linked := 0, 0
	for _, b := range blocks {
		all += b.letters
		if b.linksOnly() {
			linked += b.letters
		}
	}
	byLinks := linked*2 < all
	seen := map[string]bool{titleLetters(title): true}
	names := map[string]bool{}
	for _, a := range authors {
		names[titleLetters(a)] = true
		names["by"+titleLetters(a)] = true
	}
	var out []block
	for _, b := range blocks {
		key := titleLetters(b.text)
		switch {
		case b.letters == 0, names[key], seen[key] && (b.letters >= 30 || b.heading || key == titleLetters(title)):
			continue
		case byLinks && b.linksOnly():
			continue
		case isLine(b.text):
			continue
		}
		seen[key] = true
		out = append(out, b)
	}
	for len(out) > 1 && out[len(out)-1].heading {
		out = out[:len(out)-1]
	}
	return out
}

var (
	invites = regexp.MustCompile(`(?i)^\W*(?:(?:also |must[- ])?(?:read|see|watch|listen|view)(?: also| more| next| now| on| here)?|more(?: on this| from .{0,40}| news| stories)?|related(?: stories| articles| news| content| reading)?|` +
		`don['’]?t miss|in pictures|recommended(?: stories| for you)?|further reading|trending(?: now)?|just in|highlights|also on .{0,30})\s*(?:[:|»>–—-].*)?$`)
	asks = regexp.MustCompile(`(?i)^\W*(?:advertisement|sponsored|(?:story|article) continues below.*|scroll (?:down )?(?:to|for) .*|click (?:here|to) .*|sign ?up (?:for|to|here|now)\b.*|subscribe (?:to|now|here|for)\b.*|` +
		`follow (?:us|me|him|her|the author|@).*|like (?:this|what you).*\?.*|share (?:this|it|on|via)\b.*|get (?:the latest|daily|more|our) .*(?:newsletter|inbox|app|headlines|news)\W*.*|download (?:the|our) .*app.*|` +
		`(?:join|start) the (?:conversation|discussion)\W*|enlarge image|view (?:image|gallery|author archive|comments)\b.*|show comments|media ?caption.*|image (?:copyright|caption|source).*|media playback is unsupported.*|` +
		`©.*|\(c\) \d{4}.*|copyright .*|.{0,80}all rights reserved\W*|skip to .*|toggle .*|log ?in\W*|sign ?in\W*|this (?:video|content) (?:can ?not|is not|requires).*|published under.*|filed under.*|tags?\W.*|topics?\W.*|` +
		`email the author|follow on (?:twitter|facebook|instagram).*|our standards:.*|(?:photo|image|foto|picture)s?(?: credit)?: .*)$`)
	dateWord = regexp.MustCompile(`(?i)^(?:\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:am|pm)?|\d+[/.\-]\d+[/.\-]\d+(?:T.*)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|` +
		`mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|a\.?m|p\.?m|[A-Z]{2,4}|published|updated|first|last|on|at|of|posted|modified|created|min|mins|minutes?|read|ago|hours?|days?|weeks?|duration|today|yesterday|reading|time|issued|date|and)$`)
)

// isLine: a short line of the page's own, not of the report.
func isLine(s string) bool {
	words := strings.Fields(s)
	if len(words) > 40 {
		return false
	}
	if invites.MatchString(s) || asks.MatchString(s) && len(words) <= 30 {
		return true
	}
	if len(words) > 14 {
		return false
	}
	digits := false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",|•·()-–—;+", r) }) {
		w = strings.Trim(w, ".:")
		if w == "" {
			continue
		}
		if !dateWord.MatchString(w) {
			return false
		}
		digits = digits || w[0] >= '0' && w[0] <= '9'
	}
	return digits
}
