package report

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"comma", "id,title,text,date\na,Ship sinks,\"It sank, they said.\nAll were saved.\",2023-05-04\nb,Port closed,It closed.,2023-05-05\n"},
		{"tab", "id\ttitle\ttext\tdate\na\tShip sinks\t\"It sank, they said.\nAll were saved.\"\t2023-05-04\nb\tPort closed\tIt closed.\t2023-05-05\n"},
		{"semicolon and CRLF", "id;Title;Text;Date\r\na;Ship sinks;\"It sank, they said.\r\nAll were saved.\";2023-05-04\r\nb;Port closed;It closed.;2023-05-05\r\n"},
		{"byte order mark", "\uFEFFid,title,text,date\na,Ship sinks,\"It sank, they said.\nAll were saved.\",2023-05-04\nb,Port closed,It closed.,2023-05-05"},
	} {
		t.Run(c.name, func(t *testing.T) {
			reports, bad := readAll(t, []byte(c.in), Options{})
			if len(bad) > 0 || len(reports) != 2 {
				t.Fatalf("%d reports, bad %v", len(reports), bad)
			}
			if r := reports[0]; r.ID != "a" || r.Body != "It sank, they said.\nAll were saved." || r.Published != "2023-05-04" || r.Origin.Line != 2 {
				t.Errorf("%+v", r)
			}
			if r := reports[1]; r.ID != "b" || r.Origin.Line != 4 || r.Origin.Index != 1 {
				t.Errorf("%+v", r)
			}
		})
	}
}

// A name tells what the content alone does not: a header without a known name, or one column.
func TestTablesByName(t *testing.T) {
	for _, c := range []struct {
		name, in string
		reports  int
		reason   string
	}{
		{"a.csv", "nr,story\n1,\"Norway, they said, met Chad.\"\n", 0, "its columns are nr, story"},
		{"a.tsv", "nr\tstory\n1\tNorway met Chad.\n", 0, "its columns are nr, story"},
		{"a.csv", "text\n\"Norway met Chad, they said.\"\nChad met Mali.\n", 2, ""},
		{"a.csv", "Norway met Chad on Monday.\nThey spoke, it was said, of trade.\n", 1, ""},
		{"a.txt", "nr,story\n1,\"Norway, they said, met Chad.\"\n", 1, ""},
	} {
		t.Run(c.name+" "+c.in[:4], func(t *testing.T) {
			p := filepath.Join(t.TempDir(), c.name)
			if err := os.WriteFile(p, []byte(c.in), 0o600); err != nil {
				t.Fatal(err)
			}
			reports, reasons := 0, ""
			for _, err := range Read(context.Background(), []string{p}, Options{}) {
				if err != nil {
					reasons += err.Error()
				} else {
					reports++
				}
			}
			if reports != c.reports || !strings.Contains(reasons, c.reason) || (c.reason == "") != (reasons == "") {
				t.Errorf("%d reports, %q; want %d, %q", reports, reasons, c.reports, c.reason)
			}
		})
	}
}

func TestTableFaults(t *testing.T) {
	in := "id,title,text\n" +
		"1,Ship sinks,It sank.\n" +
		"2,Port closed,It closed, they said.\n" + // a comma too many
		"3,Bridge opens,\"It opened\n" + // never closed
		"4,Road built,It was built.\n" +
		"5,Tower,\"It \"\"fell\"\" down.\"\n" +
		"6,Only two\n" +
		"7,Gate,He said \"no\" twice.\n"
	reports, bad := readAll(t, []byte(in), Options{})
	var ids []string
	for _, r := range reports {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "1 4 5 7" {
		t.Errorf("read %s", got)
	}
	if len(reports)+len(bad) != 7 {
		t.Errorf("%d reports and %d bad, want 7 in all: %v", len(reports), len(bad), bad)
	}
	if bad[0].Line != 3 || !strings.Contains(bad[0].Reason, "4 fields, but the header has 3") {
		t.Errorf("%v", bad[0])
	}
	b := oneBad(t, []byte("nr,corpus,dies\n1,It sank.,x\n2,It closed.,x\n3,It opened.,x\n"), Options{})
	if !strings.Contains(b.Reason, "columns are corpus, dies, nr") || b.Line != 1 {
		t.Errorf("%v", b)
	}
	if r, _ := readAll(t, []byte("nr,corpus,dies\n1,It sank.,x\n"), Options{Map: map[string]string{"text": "corpus", "published": "nr"}}); len(r) != 0 {
		t.Error("a day \"1\" is taken")
	}
}

func TestUnquotedTSV(t *testing.T) {
	reports, bad := readAll(t, []byte("id\ttext\n1\t\"We agree,\" he said\n2\t\"No\n3\tYes\n"), Options{})
	if len(bad) != 0 || len(reports) != 3 || reports[0].Body != "\"We agree,\" he said" || reports[1].Body != "\"No" {
		t.Errorf("%d reports, bad %v", len(reports), bad)
	}
}

func TestProseIsNoTable(t *testing.T) {
	for _, in := range []string{
		"On Monday, ships, boats and rafts left.\nOn Tuesday, cars, carts and bikes left.\nOn Friday, all, or most, came back.",
		"Title, date and text were missing from the letter, he said.",
	} {
		if r := one(t, []byte(in), Options{}); r.Origin.Format != string(Text) {
			t.Errorf("%q is read as %s", in, r.Origin.Format)
		}
	}
}
