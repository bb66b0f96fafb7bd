package report

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each target holds what Read promises for any bytes: no panic, places inside the input, the order of the input, and
// no record that is neither a report nor an error. Seeds are below and under testdata/fuzz.

// fuzzLimits keep single inputs quick and reach the limits often.
func fuzzLimits() Limits {
	return Limits{LineBytes: 4096, ReportRunes: 20_000, PageBytes: 1 << 20, HTMLNodes: 5000, RawBytes: 256}
}

// runAs reads bytes as one format, whatever they look like.
func runAs(t *testing.T, f Format, in []byte, delimiter byte) (reports []*Report, bad []*BadInput) {
	t.Helper()
	rd := &reader{ctx: context.Background(), o: Options{}, lim: fuzzLimits(), yield: func(r *Report, err error) bool {
		var b *BadInput
		switch {
		case err == nil:
			reports = append(reports, r)
		case errors.As(err, &b):
			bad = append(bad, b)
		default:
			t.Fatalf("neither a report nor a bad input: %v", err)
		}
		return true
	}}
	src := &source{name: "-", in: bufio.NewReaderSize(bytes.NewReader(in), sniffBytes), sniffed: sniffed{format: f, delimiter: delimiter}}
	switch f {
	case HTML:
		rd.html(src)
	case Feed, JSONFeed:
		rd.feed(src)
	case JSON:
		rd.json(src)
	case JSONLines:
		rd.jsonLines(src)
	case Table:
		rd.table(src)
	default:
		rd.text(src)
	}
	checkStream(t, reports, bad, in)
	return reports, bad
}

// checkStream holds what is true of all reports and errors of one input.
func checkStream(t *testing.T, reports []*Report, bad []*BadInput, in []byte) {
	t.Helper()
	if len(reports)+len(bad) == 0 {
		t.Fatal("nothing was read and nothing was said")
	}
	lines := bytes.Count(in, []byte("\n")) + 1
	for i, r := range reports {
		text := r.Text()
		if strings.TrimSpace(text) == "" || r.ID == "" {
			t.Fatalf("an empty report: %+v", r)
		}
		if !utf8.ValidString(text) || utf8.RuneCountInString(text) > fuzzLimits().ReportRunes {
			t.Fatal("a text that is no UTF-8 or over the limit")
		}
		if r.Origin.Line > lines && r.Guess == "" {
			t.Fatalf("line %d of %d", r.Origin.Line, lines)
		}
		if r.Published != "" {
			if again, err := ParseDate(r.Published, ""); err != nil || again != r.Published {
				t.Fatalf("published %q, read again %q, %v", r.Published, again, err)
			}
		}
		if i > 0 && (r.Origin.Index <= reports[i-1].Origin.Index || r.Origin.Line < reports[i-1].Origin.Line) {
			t.Fatalf("order: %+v after %+v", r.Origin, reports[i-1].Origin)
		}
		checkOffsets(t, r, in)
	}
	for _, b := range bad {
		if b.Reason == "" || len(b.Raw) > fuzzLimits().RawBytes {
			t.Fatalf("%+v", b)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(visitTitle + "\n\n" + visitBody))
	f.Add([]byte(`[{"text":"a"},{"text":"b"}]`))
	f.Add([]byte("id,text\n1,Ship sank.\n"))
	f.Add([]byte(page("utf-8", pageQuote)))
	f.Add([]byte(rssHead + rssItem("1", "") + "</channel></rss>"))
	f.Add([]byte("\xff\xfeS\x00h\x00i\x00p\x00"))
	f.Fuzz(func(t *testing.T, in []byte) {
		reports, bad := readAll(t, in, Options{Limits: fuzzLimits()})
		checkStream(t, reports, bad, in)
	})
}

func FuzzText(f *testing.F) {
	for _, s := range []string{visitTitle + "\n\n" + visitBody, "One line", "A\r\n\r\nB and more", "\xef\xbb\xbfA\n\nlonger than a", "caf\xe9 \x93quoted\x94"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		reports, _ := runAs(t, Text, in, 0)
		for _, r := range reports {
			if strings.Contains(r.Title, "\n") || r.Guess == "" && utf8.Valid(in) && !bytes.Contains(in, []byte(r.Body)) {
				t.Fatalf("title %q, body %q", r.Title, r.Body)
			}
		}
	})
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"text":"a"}`, `[{"text":"a"},{"text":"b\u00e9"}]`, "[\n{\"text\":1},\n{\"text\":\"open},\n{\"text\":\"c\"}]", `{"text":"a"}{"text":"b"}`, `[`, `]`, `[[],{},"x",null,1e9]`, `{"text":"\ud800"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		reports, bad := runAs(t, JSON, in, 0)
		var all []map[string]any // of good JSON each element is a report or an error
		if json.Unmarshal(in, &all) == nil && len(all) > 0 && len(reports)+len(bad) != len(all) {
			t.Fatalf("%d elements, %d reports and %d errors", len(all), len(reports), len(bad))
		}
	})
}

func FuzzJSONLines(f *testing.F) {
	for _, s := range []string{"{\"text\":\"a\"}\n{\"text\":\"b\"}", "\n\n{\"text\":\"a\"}\r\n", "x\n{\"text\":\"a\"}\n{", "{\"text\":\"caf\xe9\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		want := 0
		for _, l := range bytes.Split(bytes.TrimPrefix(in, []byte("\uFEFF")), []byte("\n")) {
			if len(bytes.TrimSpace(l)) > 0 {
				want++
			}
		}
		if want == 0 || !utf8.Valid(in) {
			return
		}
		reports, bad := runAs(t, JSONLines, in, 0)
		if len(reports)+len(bad) != want {
			t.Fatalf("%d lines, %d reports and %d errors", want, len(reports), len(bad))
		}
	})
}

func FuzzTable(f *testing.F) {
	for _, s := range []string{"id,text\n1,a\n2,\"b\nc\"\n", "id,text\n1,\"a\n2,b\n", "text,title\n\"a \"\"b\"\" c\",d\n", "id,text\n1,a,b\n", "id,text\r\n\r\n1,\"x\"\r\n", "id,text\n\"\"\"\n\"a\",\"\n"} {
		f.Add([]byte(s), byte(','))
	}
	f.Add([]byte("id\ttext\n1\t\"a\n"), byte('\t'))
	f.Fuzz(func(t *testing.T, in []byte, delimiter byte) {
		if delimiter != ',' && delimiter != '\t' && delimiter != ';' && delimiter != '|' {
			return
		}
		if len(bytes.TrimSpace(in)) == 0 {
			return
		}
		header, _, _ := bytes.Cut(in, []byte("\n"))
		if bytes.ContainsRune(header, '"') {
			return
		}
		rows := 0
		for _, l := range bytes.Split(in, []byte("\n")) {
			if len(bytes.TrimSpace(l)) > 0 {
				rows++
			}
		}
		if rows < 2 {
			return
		}
		reports, bad := runAs(t, Table, in, delimiter)
		got := len(reports) + len(bad)
		broken := len(bad) == 1 && strings.Contains(bad[0].Reason, "column") // the header names no text
		if !bytes.ContainsRune(in, '"') && utf8.Valid(in) && got != rows-1 && !broken {
			t.Fatalf("%d lines below the header, %d reports and %d errors", rows-1, len(reports), len(bad))
		}
		if got > rows {
			t.Fatalf("%d lines, %d reports and %d errors", rows, len(reports), len(bad))
		}
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{page("utf-8", pageQuote), "<p>a<p>b &amp;&ampc &#x41; &notit;", "<table>stray<tr><td>x</table>", "<pre>\n\nx</pre>", "<h1>x<p>y", "<meta charset=shift_jis><p>\x8d\x60", "<p>a\r\nb\rc",
		"<svg><text>x</text></svg><p>y", "<template><p>x</template><p>y", "<noscript><p>x</noscript><p>y", "<p>\x00a</p>", "<title>x</title><body><h1>x</h1><p>y", "<b><p>1</b>2</p><i>3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		reports, bad := runAs(t, HTML, in, 0)
		if len(reports)+len(bad) != 1 {
			t.Fatalf("%d reports and %d errors of one page", len(reports), len(bad))
		}
		if len(reports) == 1 && reports[0].Offsets == nil {
			t.Fatal("a page without offsets")
		}
		for _, b := range bad {
			if strings.Contains(b.Reason, "failed") && strings.Contains(b.Reason, "page reader") {
				t.Fatalf("panic: %s", b.Reason)
			}
		}
	})
}

func FuzzFeed(f *testing.F) {
	for _, s := range []string{rssHead + rssItem("1", "<description>It sank.</description>") + rssItem("2", "") + "</channel></rss>", rssHead + "<item><title>x", "<feed><entry><title>x</title></entry></feed>",
		"<rss><item><title>a</title><item/></item></rss>", "<rdf:RDF><channel/><item><title>a</title></item></rdf:RDF>", "<rss><channel><item><![CDATA[<item>]]></item></channel></rss>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) == 0 {
			return
		}
		reports, bad := runAs(t, Feed, in, 0)
		if utf8.Valid(in) && bytes.IndexByte(in, 0) < 0 {
			if items := findItems(xmlDeclaration.ReplaceAll(in, nil), 0); len(reports)+len(bad) < len(items) {
				t.Fatalf("%d items, %d reports and %d errors", len(items), len(reports), len(bad))
			}
		}
	})
}

func FuzzPacked(f *testing.F) {
	f.Add([]byte("Ship sank."), byte(0))
	f.Add([]byte(`{"text":"a"}`), byte(1))
	f.Add(zstdedSeed(), byte(2))
	f.Fuzz(func(t *testing.T, in []byte, how byte) {
		plainReports, plainBad := readAll(t, in, Options{Limits: fuzzLimits()})
		packed := in
		switch how % 4 {
		case 0:
			packed = gzipped(t, in)
		case 1:
			packed = zstded(t, in)
		case 2:
			packed = gzipped(t, zstded(t, in))
		case 3: // cut off: must be told, and what was read before must be right
			if packed = gzipped(t, in); len(packed) > 9 {
				packed = packed[:len(packed)-9]
			}
			_, bad := readAll(t, packed, Options{Limits: fuzzLimits()})
			if len(bad) == 0 {
				t.Fatal("a cut file is read as whole")
			}
			return
		}
		if bytes.HasPrefix(in, []byte{0x1f, 0x8b}) || bytes.HasPrefix(in, []byte{0x28, 0xb5}) || bytes.HasPrefix(in, []byte("BZh")) {
			return // packed already: one layer more may be one too many
		}
		reports, bad := readAll(t, packed, Options{Limits: fuzzLimits()})
		if len(reports) != len(plainReports) || len(bad) != len(plainBad) {
			t.Fatalf("packed %d and %d, plain %d and %d", len(reports), len(bad), len(plainReports), len(plainBad))
		}
		for i := range reports {
			if reports[i].Text() != plainReports[i].Text() {
				t.Fatalf("%q, plain %q", reports[i].Text(), plainReports[i].Text())
			}
		}
	})
}

func zstdedSeed() []byte { return []byte("\x28\xb5\x2f\xfd\x04\x00\x09\x00\x00x") }

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2023-05-04", "Thu, 04 May 2023 10:00:00 GMT", "13/13/2019", "May 4th, 2023 6 p.m. EST", "99999-01-01", "2023-05-04T10:00:00.5+02:00"} {
		f.Add(s, "")
	}
	f.Add("1683194400", "unix")
	f.Fuzz(func(t *testing.T, s, layout string) {
		day, err := ParseDate(s, layout)
		if err != nil {
			return
		}
		if again, err := ParseDate(day, ""); err != nil || again != day {
			t.Fatalf("%q gives %q, which gives %q, %v", s, day, again, err)
		}
	})
}
