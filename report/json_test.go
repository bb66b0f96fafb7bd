package report

import (
	"fmt"
	"strings"
	"testing"
)

func TestJSONShapes(t *testing.T) {
	a := `{"id": "a", "title": "Ship sinks", "text": "It sank.", "published": "2023-05-04"}`
	b := `{"id": 7, "headline": "Port closed", "content": "It closed.", "publishedAt": "2023-05-05T10:00:00Z", "source": {"id": null, "name": "The Vell Post"}, "authors": ["A. One", {"name": "B. Two"}]}`
	pretty := "{\n  \"id\": \"a\",\n  \"title\": \"Ship sinks\",\n  \"text\": \"It sank.\",\n  \"published\": \"2023-05-04\"\n}"
	for _, c := range []struct {
		name, in, format string
		lines            []int
	}{
		{"object", pretty, "json", []int{1}},
		{"two objects over lines", pretty + "\n" + b, "jsonl", nil},
		{"array", "[\n" + a + ",\n" + b + "\n]\n", "json", []int{2, 3}},
		{"array on one line", "[" + a + "," + b + "]", "json", []int{1, 1}},
		{"lines", a + "\n" + b + "\n", "jsonl", []int{1, 2}},
		{"lines with CRLF and an empty one", a + "\r\n\r\n" + b, "jsonl", []int{1, 3}},
		{"byte order mark", "\uFEFF" + a + "\n" + b, "jsonl", []int{1, 2}},
	} {
		if c.lines == nil {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			reports, bad := readAll(t, []byte(c.in), Options{})
			if len(bad) > 0 || len(reports) != len(c.lines) {
				t.Fatalf("%d reports, bad %v", len(reports), bad)
			}
			for i, r := range reports {
				if r.Origin.Line != c.lines[i] || r.Origin.Index != i || r.Origin.Format != c.format {
					t.Errorf("origin %+v, want line %d, format %s", r.Origin, c.lines[i], c.format)
				}
			}
			if r := reports[0]; r.ID != "a" || r.Text() != "Ship sinks\n\nIt sank." || r.Published != "2023-05-04" || r.PublishedBasis != BasisInput {
				t.Errorf("%+v", r)
			}
			if len(reports) > 1 {
				if r := reports[1]; r.ID != "7" || r.Outlet != "The Vell Post" || r.Author != "A. One, B. Two" || r.Published != "2023-05-05T10:00:00Z" {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

func TestJSONFaults(t *testing.T) {
	for _, c := range []struct{ name, in, reason string }{
		{"text is a number", `{"text": 12}`, `"text" is a number, not a string`},
		{"title is a list", `{"title": ["a"], "text": "b"}`, `"title" is a list, not a string`},
		{"id is an object", `{"id": {}, "text": "b"}`, `"id" is an object, not a string`},
		{"no text", `{"id": "x", "corps": "b"}`, `no key text, body or content; its keys are corps, id`},
		{"empty text", `{"text": "  "}`, `"text" is empty`},
		{"impossible day", `{"text": "b", "published": "13/13/2019"}`, `no month 13`},
		{"impossible year", `{"text": "b", "published": "99999-01-01"}`, `the year 99999`},
		{"two readings", `{"text": "b", "date": "03/04/2019"}`, `it could be 3 April 2019 or 4 March 2019`},
		{"not JSON", `{"text": "b",}`, `not JSON`},
		{"no end", `{"text": "b"`, `the file ends inside an object`},
		{"empty list", `[]`, `an empty list of reports`},
		{"list without end", `[`, `no closing bracket`},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := oneBad(t, []byte(c.in), Options{})
			if !strings.Contains(b.Reason, c.reason) {
				t.Errorf("reason %q, want %q", b.Reason, c.reason)
			}
		})
	}
}

func TestJSONGoesOn(t *testing.T) {
	good := func(i int) string { return fmt.Sprintf(`{"id": "%d", "text": "Ship %d sank."}`, i, i) }
	for _, c := range []struct{ name, in string }{
		{"lines", good(1) + "\n{\"id\": \"bad\", \"text\": 5}\n" + good(2) + "\nnot json\n" + good(3)},
		{"array", "[" + good(1) + ",{\"text\": nope}," + good(2) + ", \"a string\", " + good(3) + "]"},
		{"string without end in an array", "[\n" + good(1) + ",\n{\"text\": \"no end},\n" + good(2) + ",\n null,\n" + good(3) + "]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reports, bad := readAll(t, []byte(c.in), Options{})
			if len(bad) != 2 || len(reports) != 3 {
				t.Fatalf("%d reports, bad: %v", len(reports), bad)
			}
			for i, r := range reports {
				if r.ID != fmt.Sprint(i+1) {
					t.Errorf("report %d has id %s", i, r.ID)
				}
			}
			for _, b := range bad {
				if len(b.Raw) == 0 || b.Line == 0 {
					t.Errorf("%+v: no line or raw text", b)
				}
			}
		})
	}
}

func TestLongLine(t *testing.T) {
	in := `{"id":"1","text":"Short."}` + "\n" + `{"id":"2","text":"` + strings.Repeat("long ", 100_000) + `"}` + "\n" + `{"id":"3","text":"Short again."}`
	reports, bad := readAll(t, []byte(in), Options{Limits: Limits{LineBytes: 1000, RawBytes: 50}})
	if len(reports) != 2 || len(bad) != 1 || bad[0].Line != 2 || len(bad[0].Raw) > 50 || !strings.Contains(bad[0].Reason, "1,000 bytes") {
		t.Fatalf("%d reports, bad %v", len(reports), bad)
	}
	reports, bad = readAll(t, []byte("["+strings.ReplaceAll(in, "\n", ",")+"]"), Options{Limits: Limits{LineBytes: 1000, RawBytes: 50}})
	if len(reports) != 2 || len(bad) != 1 || len(bad[0].Raw) > 50 {
		t.Fatalf("array: %d reports, bad %v", len(reports), bad)
	}
}

func TestMap(t *testing.T) {
	in := `{"nr": "9", "rubrum": "Ship sinks", "corpus": "It sank.", "text": "not this", "dies": "04.05.2023"}`
	m, err := ParseMap("id=nr, title=rubrum,text=corpus,published=dies")
	if err != nil {
		t.Fatal(err)
	}
	r := one(t, []byte(in), Options{Map: m, DateLayout: "02.01.2006"})
	if r.ID != "9" || r.Title != "Ship sinks" || r.Body != "It sank." || r.Published != "2023-05-04" {
		t.Errorf("%+v", r)
	}
	for _, s := range []string{"text", "text=", "=x", "corpus=text", "text=a,text=b"} {
		if _, err := ParseMap(s); err == nil {
			t.Errorf("map %q is taken", s)
		}
	}
	b := oneBad(t, []byte(`{"text": "x"}`), Options{Map: map[string]string{"text": "corpus"}})
	if !strings.Contains(b.Reason, `no key "corpus"`) {
		t.Errorf("reason %q", b.Reason)
	}
}
