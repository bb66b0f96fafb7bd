package report

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says about itself outside its text.
type metadata struct {
	titles    []string // from the surest on: JSON-LD, OpenGraph, <title>
	published string
	outlet    string
	url       string
	authors   []string
	section   string
	language  string
	body      string // JSON-LD articleBody: evidence of which paragraphs are the article, never text itself
}

// readMetadata goes once through the tree. For each field the order is JSON-LD, then <meta>, then <time> and the like.
func readMetadata(root *html.Node) metadata {
	metas := map[string]string{}
	var lds []string
	var title, lang, canonical, timeTag, timeProp, itemDate string
	for n := range elements(root) {
		switch n.DataAtom {
		case atom.Html:
			lang = attr(n, "lang")
			if lang == "" {
				lang = attr(n, "xml:lang")
			}
		case atom.Title:
			if title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && canonical == "" {
				canonical = attr(n, "href")
			}
		case atom.Meta:
			v := strings.TrimSpace(attr(n, "content"))
			for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
				if name := strings.ToLower(attr(n, k)); name != "" && v != "" && metas[name] == "" {
					metas[name] = v
				}
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				lds = append(lds, n.FirstChild.Data)
			}
		case atom.Time:
			if d := attr(n, "datetime"); d != "" {
				if timeTag == "" && inArticle(n) {
					timeTag = d
				}
				if timeProp == "" && (strings.EqualFold(attr(n, "itemprop"), "datePublished") || n.Parent != nil && strings.Contains(attr(n, "class"), "published")) {
					timeProp = d
				}
			}
		default:
			if itemDate == "" && strings.EqualFold(attr(n, "itemprop"), "datePublished") {
				if itemDate = attr(n, "content"); itemDate == "" {
					if itemDate = attr(n, "datetime"); itemDate == "" {
						itemDate = nodeText(n)
					}
				}
			}
		}
	}
	ld := readJSONLD(lds)
	m := metadata{body: ld.body, authors: ld.authors}
	m.titles = nonEmpty(ld.headline, metas["og:title"], metas["twitter:title"], metas["dc.title"], title)
	for _, d := range []string{ld.published, metas["article:published_time"], metas["og:published_time"], metas["datepublished"], timeProp, itemDate,
		metas["parsely-pub-date"], metas["sailthru.date"], metas["pubdate"], metas["publishdate"], metas["publish-date"], metas["publish_date"],
		metas["dc.date.issued"], metas["dc.date"], metas["dcterms.created"], metas["dcterms.date"], metas["date"], metas["cxenseparse:recs:publishtime"],
		metas["article.published"], metas["og:article:published_time"], metas["displaydate"], metas["originalpublicationdate"], metas["ptime"], timeTag} {
		if d == "" {
			continue
		}
		if day, err := ParseDate(d, ""); err == nil {
			m.published = day
			break
		}
	}
	m.outlet = first(ld.outlet, metas["og:site_name"], metas["application-name"], metas["dc.publisher"])
	m.url = first(metas["og:url"], canonical, ld.url)
	if len(m.authors) == 0 {
		for _, a := range []string{metas["author"], metas["parsely-author"], metas["byl"], metas["dc.creator"], metas["sailthru.author"], metas["article:author"]} {
			if a != "" && !strings.Contains(a, "://") {
				m.authors = []string{a}
				break
			}
		}
	}
	m.section = first(metas["article:section"], ld.section, metas["parsely-section"], metas["section"])
	m.language = first(lang, ld.language, metas["content-language"], metas["og:locale"], metas["language"])
	return m
}

func first(s ...string) string {
	for _, x := range s {
		if x = strings.TrimSpace(x); x != "" {
			return x
		}
	}
	return ""
}

func nonEmpty(s ...string) []string {
	var out []string
	for _, x := range s {
		if x = strings.Join(strings.Fields(html.UnescapeString(x)), " "); x != "" {
			out = append(out, x)
		}
	}
	return out
}

// inArticle: below an <article>, a <main> or a header, so that it speaks of this page and not of another.
func inArticle(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Article, atom.Main:
			return true
		case atom.Aside, atom.Nav, atom.Footer:
			return false
		}
	}
	return false
}

// elements walks the elements below n in order.
func elements(root *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := root; n != nil; {
			if n.Type == html.ElementNode && !yield(n) {
				return
			}
			if n.FirstChild != nil {
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

// jsonLD is what schema.org data in a page say of its article.
type jsonLD struct {
	headline, published, outlet, url, section, language, body string
	authors                                                   []string
	rank                                                      int
}

// readJSONLD takes the first object that is an article; a web page with a date is better than nothing.
func readJSONLD(scripts []string) jsonLD {
	var best jsonLD
	for _, s := range scripts {
		s = strings.TrimSpace(s)
		s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "<!--"), "//<![CDATA["), "-->")
		s = strings.TrimSuffix(strings.TrimSpace(s), "//]]>")
		s = strings.TrimSuffix(strings.TrimSpace(s), ";")
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			// A line break inside a string is the usual fault.
			if json.Unmarshal([]byte(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < ' ' }), " ")), &v) != nil {
				continue
			}
		}
		visitLD(v, 0, &best)
	}
	return best
}

func visitLD(v any, depth int, best *jsonLD) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			visitLD(e, depth+1, best)
		}
	case map[string]any:
		if rank := articleRank(v["@type"]); rank > best.rank {
			c := jsonLD{rank: rank, headline: ldString(v["headline"]), published: ldString(v["datePublished"]), url: ldString(v["url"]),
				section: ldString(v["articleSection"]), language: ldString(v["inLanguage"]), body: ldString(v["articleBody"]), authors: ldNames(v["author"])}
			if names := ldNames(v["publisher"]); len(names) > 0 {
				c.outlet = names[0]
			}
			if c.headline == "" && rank > 1 {
				c.headline = ldString(v["name"])
			}
			if c.headline != "" || c.published != "" {
				*best = c
			}
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if sub, ok := v[k]; ok {
				visitLD(sub, depth+1, best)
			}
		}
	}
}

// articleRank: 2 for a kind of article, 1 for a page, 0 for anything else.
func articleRank(t any) int {
	switch t := t.(type) {
	case []any:
		most := 0
		for _, e := range t {
			most = max(most, articleRank(e))
		}
		return most
	case string:
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "BlogPosting"), t == "Report", t == "Review":
			return 2
		case t == "WebPage", t == "VideoObject":
			return 1
		}
	}
	return 0
}

func ldString(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return ldString(v[0])
		}
	case map[string]any:
		return ldString(v["name"])
	}
	return ""
}

// ldNames reads persons and organisations: strings, objects with a name, lists of these.
func ldNames(v any) []string {
	switch v := v.(type) {
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, ldNames(e)...)
		}
		return out
	default:
		if s := ldString(v); s != "" && !strings.Contains(s, "://") {
			return []string{s}
		}
	}
	return nil
}
