package report

import (
	"strings"
	"testing"
)

func TestPlainText(t *testing.T) {
	long := strings.Repeat("a word ", 30)
	for _, c := range []struct{ name, in, title, body string }{
		{"headline", visitTitle + "\n\n" + visitBody + "\n", visitTitle, visitBody},
		{"headline with CRLF", visitTitle + "\r\n\r\n" + "First line\r\nand " + long + "x\r\n", visitTitle, "First line\r\nand " + long + "x"},
		{"first line ends like a sentence", "The ship sank on Monday.\n\nNobody was hurt when it went down off the coast.", "", "The ship sank on Monday.\n\nNobody was hurt when it went down off the coast."},
		{"no blank line", "Ship sinks\nNobody was hurt when it went down.", "", "Ship sinks\nNobody was hurt when it went down."},
		{"first line too long", strings.Repeat("x", 151) + "\n\n" + strings.Repeat("y ", 100) + "z", "", strings.Repeat("x", 151) + "\n\n" + strings.Repeat("y ", 100) + "z"},
		{"second part shorter", "A headline without a report\n\nShort", "", "A headline without a report\n\nShort"},
		{"one line", "The ship sank on Monday", "", "The ship sank on Monday"},
		{"headline with an ellipsis", "And then there were none…\n\nThe last ship left the port of Vell on Monday.", "And then there were none…", "The last ship left the port of Vell on Monday."},
		{"spaces inside stay", "Head\n\nTwo  spaces\tand a tab stay  as they are.", "Head", "Two  spaces\tand a tab stay  as they are."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := one(t, []byte(c.in), Options{})
			if r.Title != c.title || r.Body != c.body {
				t.Errorf("title %q, body %q; want %q, %q", r.Title, r.Body, c.title, c.body)
			}
			if r.Origin.Format != string(Text) || r.Offsets != nil {
				t.Errorf("format %s, offsets %v", r.Origin.Format, r.Offsets)
			}
		})
	}
}

func TestTextOfReport(t *testing.T) {
	for _, c := range []struct{ title, body, want string }{
		{"Head", "Body.", "Head\n\nBody."}, {"", "Body.", "Body."}, {"Head", "", "Head"},
	} {
		if got := (&Report{Title: c.title, Body: c.body}).Text(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestContentID(t *testing.T) {
	id := ContentID("Head", "Body", "2023-05-04")
	if len(id) != 18 || id[:2] != "r_" {
		t.Errorf("id %q", id)
	}
	for _, other := range []string{ContentID("HeadB", "ody", "2023-05-04"), ContentID("Head", "Body", "")} {
		if other == id {
			t.Error("different reports, same id")
		}
	}
	with := one(t, []byte(visitTitle+"\n\n"+visitBody), Options{Published: "2023-05-04"})
	without := one(t, []byte(visitTitle+"\n\n"+visitBody), Options{})
	if with.ID != without.ID {
		t.Error("the flag changes the id")
	}
	if with.Published != "2023-05-04" || with.PublishedBasis != BasisFlag {
		t.Errorf("published %q, %q", with.Published, with.PublishedBasis)
	}
}
