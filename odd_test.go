package annals

import (
	"context"
	"strings"
	"testing"

	"annals/engine/syntax"
	"annals/report"
)

// odd are bad texts of a length that grows with n.
var odd = []struct {
	name string
	text func(n int) string
	cut  bool // are its sentences too long to be read whole
}{
	{"a sentence of 2,000 words", func(n int) string {
		return "Norvia said " + strings.Repeat("that Sweden had attacked the town of Lund, ", 250*n) + "and stopped."
	}, true},
	{"one word again and again", func(n int) string { return strings.Repeat("troops ", 1250*n) }, true},
	{"one word a line", func(n int) string { return strings.Repeat("troops\n", 1250*n) }, false},
	{"one word a paragraph", func(n int) string { return strings.Repeat("Norway\n\n", 1250*n) }, false},
	{"letters", func(n int) string { return strings.Repeat("abcdefghij", 1250*n) }, false},
	{"capital letters", func(n int) string { return strings.Repeat("ABCDEFGHIJ", 1250*n) }, false},
	{"capitals", func(n int) string { return strings.Repeat("NORWAY EXPELS THE SWEDISH ENVOY. ", 100*n) }, false},
	{"capitals without a stop", func(n int) string { return strings.Repeat("NORWAY EXPELS THE SWEDISH ENVOY ", 100*n) }, true},
	{"emoji", func(n int) string {
		return strings.Repeat("Norway 🙂 met 👩‍👩‍👧‍👦 Sweden 🇳🇴🇸🇪 ", 100*n)
	}, true},
	{"emoji without a space", func(n int) string { return strings.Repeat("🙂🇳🇴", 100*n) }, true},
	{"control characters", func(n int) string { return strings.Repeat("Nor\x00way \x01\x02met\x7f Swe\x1bden.\u200b ", 100*n) }, false},
	{"broken UTF-8", func(n int) string { return strings.Repeat("Norway \xff\xfe met Sw\xc3den. \x80\xe2\x82", 100*n) }, false},
	{"mixed scripts", func(n int) string {
		return strings.Repeat("Министр Ivanov met 习近平 in Αθήνα, قال الوزير. ", 100*n)
	}, false},
	{"no spaces", func(n int) string { return strings.Repeat("外交部长星期二会见了总统。", 50*n) }, true},
	{"deep brackets", func(n int) string { return strings.Repeat("(the ", 100*n) + "end" + strings.Repeat(")", 100*n) }, true},
	{"brackets alone", func(n int) string { return strings.Repeat("([{", 30*n) + strings.Repeat("}])", 30*n) }, true},
	{"deep quotations", func(n int) string {
		return strings.Repeat("“He said: ‘", 30*n) + "stop" + strings.Repeat("’”", 30*n)
	}, true},
	{"commas", func(n int) string { return strings.Repeat(",", 100*n) }, true},
	{"hyphens", func(n int) string { return strings.Repeat("a-", 60*n) }, true},
	{"combining marks", func(n int) string { return "e" + strings.Repeat("\u0301", 5000*n) }, false},
	{"an address", func(n int) string { return "https://" + strings.Repeat("a.b/", 2500*n) }, false},
}

// TestOddGrows reads each bad text and one eight times as long: an analysis whose
// record holds, sentences of bounded length, a note where one was cut, and counts
// that grow with the text and no faster.
func TestOddGrows(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts; without -short")
	}
	c := coder(t)
	for _, x := range odd {
		t.Run(x.name, func(t *testing.T) {
			size := func(n int) (sentences, tokens, mentions int) {
				r, err := c.Read(context.Background(), &report.Report{ID: "odd", Body: x.text(n), Published: "2024-05-05", PublishedBasis: report.BasisInput})
				if err != nil {
					t.Fatal(err)
				}
				if err := r.Record.Validate(); err != nil {
					t.Errorf("%d times: %v", n, err)
				}
				for i, s := range r.Document.Sentences {
					if s.Last-s.First > syntax.MaxWords {
						t.Errorf("%d times: sentence %d has %d words", n, i, s.Last-s.First)
					}
					if s.Root < s.First || s.Root >= s.Last {
						t.Errorf("%d times: sentence %d has no root", n, i)
					}
				}
				if cut := strings.Contains(strings.Join(r.Record.Notes, "\n"), "was cut into"); n == 8 && cut != x.cut {
					t.Errorf("notes %q", r.Record.Notes)
				}
				return len(r.Document.Sentences), len(r.Document.Tokens), len(r.Document.Mentions)
			}
			s1, t1, m1 := size(1)
			s8, t8, m8 := size(8)
			if t8 < t1 || t8 > 8*t1+8 || s8 > 8*s1+8 || m1 > t1 || m8 > t8 || (t8+syntax.MaxWords-1)/syntax.MaxWords > s8 {
				t.Errorf("%d sentences, %d words, %d mentions; of the text eight times as long %d, %d, %d", s1, t1, m1, s8, t8, m8)
			}
		})
	}
}

// TestOddTogether sends all bad texts through CodeAll: none is lost, each is what it is alone.
func TestOddTogether(t *testing.T) {
	c := coder(t)
	var reports []*report.Report
	for _, x := range odd {
		reports = append(reports, &report.Report{ID: x.name, Body: x.text(1), Published: "2024-05-05", PublishedBasis: report.BasisInput})
	}
	n := 0
	for r := range c.CodeAll(context.Background(), stream(reports), 2) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		alone, err := c.Read(context.Background(), reports[n])
		if err != nil {
			t.Fatal(err)
		}
		if jsonOf(t, r.Reading) != jsonOf(t, alone) {
			t.Errorf("%s differs from itself read alone", r.Source.ID)
		}
		n++
	}
	if n != len(reports) {
		t.Errorf("%d results of %d", n, len(reports))
	}
}
