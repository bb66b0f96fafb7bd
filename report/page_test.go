package report

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// page is a small news page of our own with what surrounds a report in real ones.
func page(charset, quote string) string {
	return `<!doctype html><html lang="en-GB"><head><meta charset="` + charset + `"><title>Minister of Arlania arrives in Port Vell for talks | The Vell Post</title>
<meta property="og:title" content="Minister of Arlania arrives in Port Vell for talks"><meta property="og:site_name" content="The Vell Post">
<meta property="og:url" content="https://post.example/world/1"><meta property="article:section" content="World">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},{"@type":["NewsArticle"],"headline":"Minister of Arlania arrives in Port Vell for talks","datePublished":"2023-05-04T18:30:00+02:00","author":[{"@type":"Person","name":"Ada Reed"},{"name":"Jon Marsh"}]}]}</script>
<style>p{color:red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div id="cookie-consent"><p>We use cookies to make this site work, to measure how it is used and to show you advertisements. You can accept all of them or choose which ones you want to allow. Your choice is kept for a year and can be changed at any time on the page about privacy.</p></div>
<main><article><header><p class="kicker"><a href="/w">World</a></p><h1>Minister of Arlania  arrives
in Port Vell for talks</h1><p class="byline">By Ada Reed and Jon Marsh</p><p class="date">4 May 2023, 18:30 CEST</p></header>
<figure><img src="a.jpg" alt=""><figcaption>The harbour of Port Vell. Photo: Ada Reed</figcaption></figure>
<div class="body"><p>PORT VELL, May 4 &ndash; The foreign minister of Arlania arrived in <a href="/v">Port Vell</a> on Thursday for two days of talks, officials said. It is the first visit of its kind in seven years.</p>
<div class="related-links"><h3>Related</h3><ul><li><a href="/2">Fishing row grows</a></li><li><a href="/3">Who is the minister?</a></li></ul></div>
<p>She met the prime minister in the evening &amp; the two sides will sign an agreement on fisheries on Friday, a spokeswoman for the government told reporters.</p>
<p>` + quote + `</p><p><strong>READ MORE: <a href="/4">Ten things to know</a></strong></p><p class="ad">Advertisement</p>
<h2>What comes next</h2><p>Talks about trade will follow in June, and officials from both countries are to meet again in the autumn in the capital of Arlania.<br>The last round ended without a result.</p></div>
<footer><p>Share this article</p><ul class="tags"><li><a>Arlania</a></li></ul></footer></article></main>
<aside><p>Most read</p><p><a href="/9">A dog that can count to ten has moved into the town hall</a></p></aside><footer><p>&copy; 2023 The Vell Post. All rights reserved.</p></footer></body></html>`
}

const pageQuote = "“We’re café neighbours,” the prime minister said, and added that the border would stay open for all who live near it."

var pageBody = strings.Join([]string{
	"PORT VELL, May 4 – The foreign minister of Arlania arrived in Port Vell on Thursday for two days of talks, officials said. It is the first visit of its kind in seven years.",
	"She met the prime minister in the evening & the two sides will sign an agreement on fisheries on Friday, a spokeswoman for the government told reporters.",
	pageQuote,
	"What comes next",
	"Talks about trade will follow in June, and officials from both countries are to meet again in the autumn in the capital of Arlania.",
	"The last round ended without a result.",
}, "\n\n")

func TestPage(t *testing.T) {
	in := []byte(page("utf-8", pageQuote))
	r := one(t, in, Options{})
	if r.Title != visitTitle || r.Body != pageBody {
		t.Errorf("title %q\nbody %s", r.Title, r.Body)
	}
	if r.Published != "2023-05-04T18:30:00+02:00" || r.PublishedBasis != BasisPage || r.Outlet != "The Vell Post" || r.Author != "Ada Reed, Jon Marsh" ||
		r.Section != "World" || r.Language != "en-GB" || r.URL != "https://post.example/world/1" || r.SetAside != "" || r.Guess != "" {
		t.Errorf("%+v", r)
	}
	checkOffsets(t, r, in)
	text := []rune(r.Text())
	for i, c := range text {
		if _, ok := r.Offsets.Page(i); !ok {
			t.Fatalf("character %d, %q, has no place", i, c)
		}
	}
	for _, words := range []string{"foreign minister", "café neighbours", "Arlania arrives"} {
		at := len([]rune(r.Text()[:strings.Index(r.Text(), words)]))
		from, to, ok := r.Offsets.Span(at, at+len([]rune(words)))
		if got := strings.Join(strings.Fields(string(in[from:to])), " "); !ok || got != words {
			t.Errorf("%q leads to %q", words, got)
		}
	}
	at := len([]rune(r.Text()[:strings.Index(r.Text(), "&")]))
	if from, to, _ := r.Offsets.Span(at, at+1); string(in[from:to]) != "&amp;" {
		t.Errorf("the reference leads to %q", in[from:to])
	}
}

func TestPageEncodings(t *testing.T) {
	latin, err := charmap.ISO8859_1.NewEncoder().String(page("iso-8859-1", "The caf\u00e9 is open, the prime minister said, and added that the border would stay open for all who live near it."))
	if err != nil {
		latin, _ = charmap.Windows1252.NewEncoder().String(page("iso-8859-1", "The café is open, the prime minister said, and added that the border would stay open for all who live near it."))
	}
	cp1252, err := charmap.Windows1252.NewEncoder().String(page("windows-1252", pageQuote))
	if err != nil {
		t.Fatal(err)
	}
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(page("utf-16", pageQuote))
	if err != nil {
		t.Fatal(err)
	}
	sjis, err := japanese.ShiftJIS.NewEncoder().String(page("shift_jis", "The sign says 港 and the prime minister read it aloud, and added that the border would stay open for all who live near it."))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, has, bytes string }{
		{"latin-1 declared", latin, "café is open", "caf\xe9 is open"},
		{"windows-1252 declared", cp1252, "café neighbours", "caf\xe9 neighbours"},
		{"utf-16 with a mark", utf16, "neighbours", "n\x00e\x00i\x00g\x00h\x00b\x00o\x00u\x00r\x00s\x00"},
		{"shift-jis declared", sjis, "says 港 and", "says \x8d\x60 and"},
		{"utf-8 with a mark", "\uFEFF" + page("utf-8", pageQuote), "café neighbours", "café neighbours"},
		{"utf-8 though latin-1 is declared", page("iso-8859-1", pageQuote), "café neighbours", "café neighbours"},
		{"utf-8 with a broken byte", page("utf-8", "The b\xffridge and the café “Vell” are closed, the prime minister said, and added that the border would stay open."), "café “Vell” are", "café “Vell” are"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, []byte(c.in), Options{})
			k := strings.Index(r.Body, c.has)
			if k < 0 {
				t.Fatalf("%q is not in %q", c.has, r.Body)
			}
			at := len([]rune(r.Title)) + 2 + len([]rune(r.Body[:k]))
			from, to, ok := r.Offsets.Span(at, at+len([]rune(c.has)))
			if !ok || c.in[from:to] != c.bytes {
				t.Errorf("leads to %q, want %q", c.in[from:to], c.bytes)
			}
			checkOffsets(t, r, []byte(c.in))
		})
	}
}

func TestOddPages(t *testing.T) {
	t.Run("paragraphs alone", func(t *testing.T) {
		r := one(t, []byte("<p>The ship sank on Monday.<p>Nobody was <b>hurt</b>."), Options{})
		if r.Body != "The ship sank on Monday.\n\nNobody was hurt." || r.Title != "" {
			t.Errorf("%q", r.Text())
		}
	})
	t.Run("text in a table that the parser moves", func(t *testing.T) {
		in := []byte("<html><body><p>Before the table stands one line of text.</p><table>Stray words of the table.<tr><td>A cell with words</td></tr></table><p>After it another line.</p></body></html>")
		r := one(t, in, Options{})
		checkOffsets(t, r, in)
	})
	t.Run("never closed", func(t *testing.T) {
		in := []byte("<html><body><article><h1>Ship sinks</h1><p>It sank on Monday off the coast.<ul><li>One<li>Two<p>Nobody was hurt")
		r := one(t, in, Options{})
		if !strings.Contains(r.Body, "It sank on Monday") {
			t.Errorf("%q", r.Body)
		}
		checkOffsets(t, r, in)
	})
	t.Run("heading never closed", func(t *testing.T) {
		r := one(t, []byte("<html><body><article><h1>Ship sinks<p>It sank on Monday off the coast.<ul><li>One<li>Two<p>Nobody was hurt"), Options{})
		if !strings.Contains(r.Text(), "It sank on Monday off the coast.") || !strings.Contains(r.Text(), "Nobody was hurt") {
			t.Errorf("%q", r.Text())
		}
	})
	t.Run("too deep", func(t *testing.T) {
		b := oneBad(t, []byte("<html><body>"+strings.Repeat("<div>", 50_000)+"Text"), Options{})
		if !strings.Contains(b.Reason, "512") {
			t.Errorf("%v", b)
		}
	})
	t.Run("over the limits", func(t *testing.T) {
		in := []byte(page("utf-8", pageQuote))
		for _, l := range []Limits{{PageBytes: 1000}, {HTMLNodes: 20}, {HTMLDepth: 4}} {
			if b := oneBad(t, in, Options{Limits: l}); b.Reason == "" {
				t.Errorf("%+v: no reason", l)
			}
		}
	})
	t.Run("no text at all", func(t *testing.T) {
		oneBad(t, []byte("<!doctype html><html><head><title>A shell</title></head><body><script>run()</script></body></html>"), Options{})
	})
	t.Run("unknown XML", func(t *testing.T) {
		b := oneBad(t, []byte(`<?xml version="1.0"?><inventory><thing/></inventory>`), Options{})
		if !strings.Contains(b.Reason, "<inventory>") {
			t.Errorf("%v", b)
		}
	})
}

func TestPageDates(t *testing.T) {
	const body = "<p>The ship sank on Monday off the coast, and all were saved, officials of the port said in the evening.</p>"
	for _, c := range []struct{ name, head, in, want string }{
		{"OpenGraph", `<meta property="article:published_time" content="2023-05-04T10:00:00Z">`, "", "2023-05-04T10:00:00Z"},
		{"meta", `<meta name="pubdate" content="May 4, 2023">`, "", "2023-05-04"},
		{"time", "", `<article><time datetime="2023-05-04T10:00">4 May</time>` + body + `</article>`, "2023-05-04"},
		{"time of another article", "", body + `<aside><time datetime="2023-05-05">5 May</time></aside>`, ""},
		{"microdata", "", `<span itemprop="datePublished">4 May 2023</span>` + body, "2023-05-04"},
		{"JSON-LD before all else", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2023-05-03"}</script><meta property="article:published_time" content="2023-05-04">`, "", "2023-05-03"},
		{"an impossible one is passed over", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"99999-01-01"}</script><meta name="date" content="2023-05-04">`, "", "2023-05-04"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, []byte("<html><head>"+c.head+"</head><body>"+c.in+body+"</body></html>"), Options{})
			if r.Published != c.want {
				t.Errorf("published %q, want %q", r.Published, c.want)
			}
		})
	}
}
