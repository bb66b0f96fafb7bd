package report

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

const rssHead = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Vell Post</title><language>en-gb</language>
`

func rssItem(n, extra string) string {
	return "<item><title>Ship " + n + " sinks</title><link>https://post.example/" + n + "</link><pubDate>Thu, 04 May 2023 18:30:00 +0200</pubDate>" + extra + "</item>\n"
}

func TestRSS(t *testing.T) {
	in := rssHead +
		rssItem("1", "<description>&lt;p&gt;It sank off Vell &amp;amp; all were saved.&lt;/p&gt;&lt;p&gt;&lt;a href='x'&gt;Continue reading...&lt;/a&gt;&lt;/p&gt;</description><category>World</category>") +
		rssItem("2", "<description>Short.</description><content:encoded><![CDATA[<p>The whole <b>report</b>.</p><p>Second part.</p><item> in words]]></content:encoded>") +
		rssItem("3", "<description>Plain &amp; simple: 3 &lt; 4</description>") +
		"<item></item></channel></rss>"
	reports, bad := readAll(t, []byte(in), Options{})
	if len(reports) != 3 || len(bad) != 1 {
		t.Fatalf("%d reports, bad %v", len(reports), bad)
	}
	for i, want := range []string{"It sank off Vell & all were saved.", "The whole report.\n\nSecond part.\n\nin words", "Plain & simple: 3 < 4"} {
		r := reports[i]
		if r.Body != want {
			t.Errorf("body %q, want %q", r.Body, want)
		}
		if r.Published != "2023-05-04T18:30:00+02:00" || r.PublishedBasis != BasisInput || r.Outlet != "The Vell Post" || r.Language != "en-gb" || r.Origin.Line != 3+i {
			t.Errorf("%+v", r)
		}
	}
	if reports[0].Section != "World" || bad[0].Line != 6 || bad[0].Reason != "no text" {
		t.Errorf("section %q, bad %v", reports[0].Section, bad[0])
	}
}

func TestBrokenFeed(t *testing.T) {
	broken := "<item><title>Ship 2 sinks</title><description>No end of the <b>tag</description></itm></item>\n"
	for _, c := range []struct {
		name, in  string
		want, bad int
	}{
		{"bad item", rssHead + rssItem("1", "<description>It sank.</description>") + broken + rssItem("3", "") + "</channel></rss>", 3, 0},
		{"cut off", rssHead + rssItem("1", "<description>It sank.</description>") + rssItem("2", "") + "<item><title>Ship 3 si", 2, 1},
		{"unescaped sign", rssHead + rssItem("1", "") + strings.Replace(rssItem("2", ""), "post.example/2", "post.example/?a=1&b=2", 1) + "</channel></rss>", 2, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			reports, bad := readAll(t, []byte(c.in), Options{})
			if len(reports)+len(bad) != c.want+c.bad || len(bad) > c.bad+1 {
				t.Fatalf("%d reports, bad %v", len(reports), bad)
			}
			if len(reports) == 0 || reports[0].Title != "Ship 1 sinks" {
				t.Errorf("first report %+v", reports)
			}
		})
	}
}

func TestAtomAndJSONFeed(t *testing.T) {
	atom := `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Vell</title>
<entry><title type="html">Ship &amp;amp; crew</title><updated>2023-05-04T10:00:00Z</updated><author><name>Ada Reed</name></author><content type="html">&lt;p&gt;It sank.&lt;/p&gt;</content></entry></feed>`
	if r := one(t, []byte(atom), Options{}); r.Text() != "Ship & crew\n\nIt sank." || r.Published != "2023-05-04T10:00:00Z" || r.Author != "Ada Reed" || r.Origin.Format != string(Feed) {
		t.Errorf("%+v", r)
	}
	jf := `{"version": "https://jsonfeed.org/version/1.1", "title": "Vell", "language": "en", "items": [{"id": "1", "title": "Ship sinks", "content_html": "<p>It sank.</p>", "date_published": "2023-05-04T10:00:00Z"}]}`
	if r := one(t, []byte(jf), Options{}); r.Text() != "Ship sinks\n\nIt sank." || r.Published != "2023-05-04T10:00:00Z" || r.Origin.Format != string(JSONFeed) {
		t.Errorf("%+v", r)
	}
}

func TestFeedEncoding(t *testing.T) {
	in, err := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Новости</title><item><title>Корабль затонул у берега</title><description>Корабль затонул в понедельник у берега, все спасены.</description></item></channel></rss>`)
	if err != nil {
		t.Fatal(err)
	}
	r := one(t, []byte(in), Options{})
	if r.Title != "Корабль затонул у берега" || r.SetAside == "" || r.Guess != "" {
		t.Errorf("%+v", r)
	}
}
