package report

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Format is a format of files that hold reports.
type Format string

// The formats.
const (
	Text      Format = "text"
	JSON      Format = "json"  // one object or several one after another, or an array of objects
	JSONLines Format = "jsonl" // an object a line
	Table     Format = "table" // CSV, TSV and their kin, with a header
	HTML      Format = "html"
	Feed      Format = "feed" // RSS, RDF or Atom
	JSONFeed  Format = "jsonfeed"
)

// sniffBytes is how much of a file is looked at before it is read.
const sniffBytes = 64 << 10

const saveAsText = "If there is text in it, save it as UTF-8 without control characters"

// sniffed is what the first bytes of a file tell.
type sniffed struct {
	format       Format
	charset      string // what a byte order mark says; "" = not known yet
	delimiter    byte   // Table
	reason, hint string // why it can't be read; "" if it can
}

// sniff tells the format from the first bytes. more: the file goes on after them. m is Options.Map.
func sniff(head []byte, more bool, m map[string]string) sniffed {
	var s sniffed
	if len(head) == 0 {
		s.reason = "an empty file"
		return s
	}
	s.charset = byteOrderMark(head)
	if s.charset == "" {
		s.charset = unmarkedUTF16(head)
	}
	if s.charset != "" {
		head = decodeHead(head, s.charset)
	} else if s.reason, s.hint = binary(head); s.reason != "" {
		return s
	}
	t := bytes.TrimLeft(head, " \t\r\n\f\v\uFEFF")
	if len(t) == 0 && !more {
		s.reason = "nothing but white space"
		return s
	}
	s.format = Text
	switch {
	case len(t) == 0:
	case t[0] == '{', t[0] == '[' && startsArray(t[1:]):
		s.format = sniffJSON(t, more)
	case t[0] == '<':
		s.format, s.reason, s.hint = sniffMarkup(t)
	case bytes.Contains(lower(t[:min(len(t), 1024)]), []byte("<html")):
		s.format = HTML
	default:
		if d := sniffTable(t, more, m); d != 0 {
			s.format, s.delimiter = Table, d
		}
	}
	return s
}

// startsArray tells "[{" from a text such as "[Update] …".
func startsArray(t []byte) bool {
	t = bytes.TrimLeft(t, " \t\r\n")
	return len(t) == 0 || bytes.IndexByte([]byte(`{["]-0123456789`), t[0]) >= 0
}

// sniffJSON tells lines of objects from objects that span lines: lines have a whole object on a line of its own.
func sniffJSON(t []byte, more bool) Format {
	if t[0] == '{' && bytes.Contains(t[:min(len(t), 4096)], []byte("jsonfeed.org/version")) {
		return JSONFeed
	}
	if t[0] == '[' {
		return JSON
	}
	lines := bytes.Split(t, []byte("\n"))
	if more && len(lines) > 1 {
		lines = lines[:len(lines)-1]
	}
	if len(lines) == 1 {
		return JSON
	}
	for _, l := range lines {
		if bytes.HasPrefix(l, []byte("{")) && json.Valid(l) {
			return JSONLines
		}
	}
	return JSON
}

// sniffMarkup looks at the root element.
func sniffMarkup(t []byte) (f Format, reason, hint string) {
	isXML := bytes.HasPrefix(t, []byte("<?xml"))
	z := html.NewTokenizer(bytes.NewReader(t))
	for range 200 {
		switch z.Next() {
		case html.ErrorToken:
			if isXML {
				return "", "XML without an element", ""
			}
			return Text, "", ""
		case html.DoctypeToken:
			if strings.HasPrefix(strings.ToLower(string(z.Text())), "html") {
				return HTML, "", ""
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch n := string(name); {
			case n == "rss" || n == "feed" || n == "rdf:rdf" || n == "channel":
				return Feed, "", ""
			case atom.Lookup(name) != 0 || strings.Contains(n, "-") && !isXML:
				return HTML, "", ""
			case isXML:
				return "", "XML with the root element <" + n + ">, which is no format of reports that is known here",
					"Known are RSS, Atom and XHTML; convert it to JSON Lines with the keys of a report"
			default:
				return Text, "", ""
			}
		}
	}
	return HTML, "", ""
}

// binary says why bytes without a byte order mark are no text.
func binary(head []byte) (reason, hint string) {
	for _, k := range []struct{ magic, what, hint string }{
		{"%PDF-", "a PDF file", "Take the text out first, for instance with pdftotext"},
		{"PK\x03\x04", "a ZIP file, or a document that is one inside", "Unpack it, or save it as plain text"},
		{"\xfd7zXZ\x00", "an xz file", "Unpack it first; gzip, zstd and bzip2 are read as they are"},
		{"\xd0\xcf\x11\xe0", "an old Office document", "Save it as plain text"},
		{"SQLite format 3\x00", "an SQLite database", "Write its reports to JSON Lines or CSV"},
		{"PAR1", "a Parquet file", "Write its reports to JSON Lines or CSV"},
		{"WARC/", "a WARC file, which is not read yet", "Take the pages out of it"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return k.what, k.hint
		}
	}
	control, zeros := 0, 0
	for _, c := range head {
		if c == 0 {
			zeros++
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b {
			control++
		}
	}
	if zeros > 0 && (zeros*1000 > len(head) || !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<"))) { // a stray one occurs in pages, and parsers drop it
		return "not text: it has zero bytes", saveAsText
	}
	if control*50 > len(head) {
		return "not text: too many control characters", saveAsText
	}
	return "", ""
}

func lower(b []byte) []byte { return bytes.ToLower(b) }
