package report

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"b.txt":             []byte("Ship b sank."),
		"a/2.dat":           gzipped(t, []byte(`{"id":"a2","text":"Ship a2 sank."}`+"\n"+`{"id":"a2b","text":"Ship a2b sank."}`)),
		"a/1.csv":           zstded(t, []byte("id,text\na1,Ship a1 sank.\n")),
		"c.html":            []byte("<html><body><p>Ship c sank.</p></body></html>"),
		".hidden":           []byte("Hidden."),
		".git/config":       []byte("Hidden too."),
		"d.bin":             {0x7f, 'E', 'L', 'F', 0, 0, 0, 1},
		"e.pdf":             []byte("%PDF-1.7 …"),
		"f.txt":             nil,
		"g.gz":              gzipped(t, []byte("Ship g sank."))[:15],
		"h/i/j/nested.text": []byte("Ship h sank."),
	} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	reports, bad := collect(t, []string{dir, filepath.Join(dir, "missing")}, Options{})
	var got []string
	for _, r := range reports {
		rel, _ := filepath.Rel(dir, r.Origin.File)
		got = append(got, filepath.ToSlash(rel)+": "+r.Body)
	}
	want := "a/1.csv: Ship a1 sank.|a/2.dat: Ship a2 sank.|a/2.dat: Ship a2b sank.|b.txt: Ship b sank.|c.html: Ship c sank.|h/i/j/nested.text: Ship h sank."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("read %s\nwant %s", s, want)
	}
	var reasons []string
	for _, b := range bad {
		reasons = append(reasons, filepath.Base(b.File)+": "+b.Reason)
	}
	wantBad := "d.bin: not text: it has zero bytes|e.pdf: a PDF file|f.txt: an empty file|g.gz: the compressed data end too early|missing: no such file or folder"
	if s := strings.Join(reasons, "|"); s != wantBad {
		t.Errorf("bad %s\nwant %s", s, wantBad)
	}
	named, bad := collect(t, []string{filepath.Join(dir, ".hidden")}, Options{})
	if len(named) != 1 || len(bad) != 0 {
		t.Errorf("a hidden file that is named: %d reports, bad %v", len(named), bad)
	}
}

func TestEncodings(t *testing.T) {
	russian := "Корабль затонул у берега в понедельник. Все люди спасены, сообщили в порту вечером."
	cp1251, err := charmap.Windows1251.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	english := "The “Vell” sank off the coast on Monday — all aboard were saved, officials of the port said in the evening."
	cp1252, err := charmap.Windows1252.NewEncoder().String(english)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(e unicode.Endianness, b unicode.BOMPolicy, s string) string {
		out, err := unicode.UTF16(e, b).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	lines := `{"id":"1","text":"` + "The café sank." + `"}` + "\n" + `{"id":"2","text":"Ship 2 sank."}`
	for _, c := range []struct{ name, in, want, guess string }{
		{"utf-16le with a mark", wide(unicode.LittleEndian, unicode.UseBOM, english), english, ""},
		{"utf-16be with a mark", wide(unicode.BigEndian, unicode.UseBOM, english), english, ""},
		{"utf-16le without", wide(unicode.LittleEndian, unicode.IgnoreBOM, english), english, ""},
		{"utf-8 with a mark", "\uFEFF" + english, english, ""},
		{"windows-1251", cp1251, russian, "encoding windows-1251"},
		{"windows-1252", cp1252, english, "encoding windows-1252"},
		{"broken utf-8", "The café\xff “Vell” sank.", "The café\uFFFD “Vell” sank.", "1 broken bytes of UTF-8 replaced"},
		{"lines in utf-16", wide(unicode.LittleEndian, unicode.UseBOM, lines), "The café sank.", ""},
		{"lines in latin-1", strings.ReplaceAll(lines, "é", "\xe9"), "The café sank.", "encoding windows-1252"},
		{"latin-1 after much ASCII", strings.Repeat(`{"id":"0","text":"Ship 0 sank in the bay of Vell on a Monday in May."}`+"\n", 2000) + `{"id":"1","text":"The caf` + "\xe9" + ` sank."}`, "The café sank.", "encoding windows-1252"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reports, bad := readAll(t, []byte(c.in), Options{})
			if len(bad) > 0 || len(reports) == 0 {
				t.Fatalf("bad %v", bad)
			}
			for _, r := range reports {
				if r.ID == "2" || r.ID == "0" {
					continue
				}
				if r.Body != c.want || r.Guess != c.guess {
					t.Errorf("%q, guess %q; want %q, %q", r.Body, r.Guess, c.want, c.guess)
				}
			}
		})
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct{ name, in, reason string }{
		{"empty", "", "an empty file"},
		{"white space", " \n\t\n", "nothing but white space"},
		{"zip", "PK\x03\x04zzzz", "a ZIP file"},
		{"gzip without content", "\x1f\x8b", "end too early"},
		{"zstd cut", string(zstded(t, []byte(strings.Repeat("Ship. ", 1000)))[:12]), "end"},
		{"gzip in gzip in gzip in gzip", string(gzipped(t, gzipped(t, gzipped(t, gzipped(t, []byte("Ship")))))), "compressed again and again"},
		{"empty gzip", string(gzipped(t, nil)), "an empty file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := oneBad(t, []byte(c.in), Options{})
			if !strings.Contains(b.Reason, c.reason) {
				t.Errorf("reason %q, want %q", b.Reason, c.reason)
			}
		})
	}
	if b := oneBad(t, []byte(strings.Repeat("word ", 100)), Options{Limits: Limits{ReportRunes: 50}}); !strings.Contains(b.Reason, "50 characters") {
		t.Errorf("%v", b)
	}
	if b := oneBad(t, []byte(`{"text":"`+strings.Repeat("word ", 100)+`"}`), Options{Limits: Limits{ReportRunes: 50}}); !strings.Contains(b.Reason, "over the limit of 50") {
		t.Errorf("%v", b)
	}
	if _, bad := collect(t, []string{"-"}, Options{}); len(bad) != 1 {
		t.Error("no standard input is not told")
	}
}

// TestWorkers reads a folder of pages and other files with one worker and with several: the same, in the same order.
func TestWorkers(t *testing.T) {
	dir := t.TempDir()
	for i := range 12 {
		in := []byte(page("utf-8", "Ship "+strings.Repeat("x", i+1)+" sank off the coast of Vell, the prime minister said, and added that all were saved."))
		switch {
		case i%4 == 2:
			in = []byte(`{"id":"a","text":"Ship a sank."}` + "\n" + `{"id":"b","text":7}` + "\n")
		case i%4 == 3:
			in = []byte("<html><body><script>x</script></body></html>")
		}
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))), in, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	list := func(workers, stopAt int) string {
		var s strings.Builder
		n := 0
		for r, err := range Read(context.Background(), []string{dir}, Options{Workers: workers}) {
			if n++; n == stopAt {
				break
			}
			if err != nil {
				s.WriteString(err.Error() + "\n")
				continue
			}
			s.WriteString(r.Origin.File + " " + r.ID + " " + r.Text() + "\n")
		}
		return s.String()
	}
	for _, stop := range []int{0, 5} {
		one := list(1, stop)
		for _, workers := range []int{2, 3, 20} {
			if got := list(workers, stop); got != one {
				t.Errorf("%d workers, stop at %d: %s\nwant %s", workers, stop, got, one)
			}
		}
	}
}

func TestOptions(t *testing.T) {
	for _, o := range []Options{{Published: "13/13/2019"}, {Map: map[string]string{"corpus": "x"}}, {Map: map[string]string{"text": ""}}} {
		n := 0
		for r, err := range Read(context.Background(), []string{"nowhere"}, o) {
			var bad *BadInput
			if n++; r != nil || err == nil || errors.As(err, &bad) {
				t.Errorf("%+v: report %v, error %v", o, r, err)
			}
		}
		if n != 1 {
			t.Errorf("%+v: %d answers, want 1", o, n)
		}
	}
}

func TestStopping(t *testing.T) {
	in := strings.Repeat(`{"text":"Ship sank."}`+"\n", 100)
	n := 0
	for range Read(context.Background(), []string{"-", "-"}, Options{Stdin: strings.NewReader(in)}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	n = 0
	for _, err := range Read(ctx, []string{"-"}, Options{Stdin: strings.NewReader(in)}) {
		if n++; n == 3 {
			cancel()
		}
		last = err
	}
	if n != 4 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d answers, last %v", n, last)
	}
}

func TestWriteReject(t *testing.T) {
	var out bytes.Buffer
	for _, b := range []*BadInput{
		{File: "a.csv", Line: 4411, Report: "x", Reason: `"published" is no day`, Hint: "Try", Raw: []byte("a,\"b\"\n\xff")},
		{File: "b", Reason: "empty", Raw: []byte("caf\xc3")},
	} {
		if err := WriteReject(&out, b); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 || lines[0] != `{"file":"a.csv","line":4411,"report":"x","reason":"\"published\" is no day","raw":"a,\"b\"\n"}` || lines[1] != `{"file":"b","reason":"empty","raw":"caf"}` {
		t.Errorf("%s", out.String())
	}
	for _, l := range lines {
		if !json.Valid([]byte(l)) {
			t.Errorf("not JSON: %s", l)
		}
	}
	b := &BadInput{File: "a.csv", Line: 3, Report: "x", Reason: "no day", Hint: "Try --date-layout"}
	if got := b.Error(); got != "a.csv line 3 (x): no day. Try --date-layout" {
		t.Errorf("%q", got)
	}
}

// TestLargeReport reads a report of a million words, which is within the limits only if they are raised.
func TestLargeReport(t *testing.T) {
	body := strings.Repeat("word ", 1_000_000)
	in := []byte(`{"id":"1","text":"` + body + `"}`)
	if b := oneBad(t, in, Options{}); !strings.Contains(b.Reason, "5,000,000 characters") {
		t.Errorf("%v", b)
	}
	if r := one(t, in, Options{Limits: Limits{ReportRunes: 6_000_000}}); r.Body != body {
		t.Error("not the whole text")
	}
}
