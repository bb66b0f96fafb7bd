package annals_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"annals"
	"annals/export"
	"annals/kb/own"
	"annals/report"
)

// TestCandidates holds that the offices that a report gives to people unknown
// in them are listed with their words, and no others.
func TestCandidates(t *testing.T) {
	coder, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want string // name, office, country and words of each, in order
	}{
		{"Norwegian Foreign Minister Kari Testesen accused Russia of spying.", "Kari Testesen|foreign minister|NOR|Norwegian Foreign Minister Kari Testesen"},
		{"Erik Malmgren, the defence minister of Denmark, criticised France.", "Erik Malmgren|defence minister|DNK|Erik Malmgren, the defence minister"},
		{"Russian President Vladimir Putin praised China.", ""},
		{"Former Prime Minister Nils Gamle of Norway praised the talks.", ""},
		{"The foreign minister of Norway met reporters.", ""},
		{"Norwegian Deputy Foreign Minister Kari Testesen accused Russia of spying.", "Kari Testesen|deputy foreign minister|NOR|Norwegian Deputy Foreign Minister Kari Testesen"},
		{"Norwegian police officer Kari Testesen arrested a protester.", ""},
		{"Kari Testesen met Vladimir Putin in Oslo.", ""},
	} {
		r, err := coder.Read(context.Background(), &report.Report{ID: "r", Body: c.text, Published: "2026-03-04"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range r.Candidates() {
			if runes := []rune(r.Record.Text); string(runes[x.Span[0]:x.Span[1]]) != x.Text {
				t.Errorf("%q: span %v does not read %q", c.text, x.Span, x.Text)
			}
			got = append(got, strings.Join([]string{x.Name, x.Office, x.Country, x.Text}, "|"))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q:\ngot  %q\nwant %q", c.text, s, c.want)
		}
	}
}

// TestRoundTrip holds that the candidates of one report, written as a table,
// read again and laid over the base, give the office in another report.
func TestRoundTrip(t *testing.T) {
	ctx := context.Background()
	coder, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	w, err := export.New(&out, "tsv", export.Candidates, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ id, day, text string }{
		{"b", "2026-03-09", "Norway's foreign minister, Kari Testesen, arrived in Moscow."},
		{"a", "2026-03-04", "Norwegian Foreign Minister Kari Testesen accused Russia of spying."},
		{"c", "2026-05-01", "Norwegian Prime Minister Kari Testesen met Emmanuel Macron in Paris."},
	} {
		r, err := coder.Read(ctx, &report.Report{ID: x.id, Body: x.text, Published: x.day})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := own.New(coder.Base(), os.DirFS("lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	tab, faults := reader.Read("candidates.tsv", []byte(out.String()))
	if len(faults) > 0 || len(tab.Rows) != 2 {
		t.Fatalf("%d rows, faults %v of\n%s", len(tab.Rows), faults, out.String())
	}
	wiser, err := annals.New(annals.Options{KB: []*own.Table{tab}})
	if err != nil {
		t.Fatal(err)
	}
	for day, office := range map[string]string{"2026-04-02": "foreign minister", "2026-06-02": "prime minister", "2026-01-02": ""} {
		rec, err := wiser.Code(ctx, &report.Report{ID: "n", Body: "Kari Testesen criticised Russia.", Published: day})
		if err != nil {
			t.Fatal(err)
		}
		if len(rec.Events) != 1 || rec.Events[0].Actors[0].Office != office {
			t.Errorf("%s: %+v, want the office %q", day, rec.Events, office)
		}
	}
}
