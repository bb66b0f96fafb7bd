package own_test

import (
	"os"
	"strings"
	"testing"

	"annals/kb"
	"annals/kb/own"
)

func reader(t testing.TB) (*own.Reader, *kb.Base) {
	t.Helper()
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := own.New(base, os.DirFS("../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	return r, base
}

const head = "names\tcountry\tsector\toffice\tfrom\tto\tid\tkind\tnote\n"

func TestFaults(t *testing.T) {
	r, _ := reader(t)
	for _, c := range []struct{ name, src, want string }{
		{"empty", "", "t.tsv:1:1: an empty table"},
		{"missing columns", "names\tcountry\tsector\toffice\tfrom\n", "t.tsv:1:33: the column to is missing"},
		{"misspelt column", "names\tcuontry\tsector\toffice\tfrom\tto\n", `t.tsv:1:7: no column "cuontry" (did you mean country?)`},
		{"second column", "names\tnames\tcountry\tsector\toffice\tfrom\tto\n", "t.tsv:1:7: a second column names"},
		{"commas", "names,country,sector,office,from,to\n", "t.tsv:1:6: the columns are divided by commas"},
		{"too many cells", "names\tcountry\tsector\toffice\tfrom\tto\nAda Test\tNOR\tGOV\tmayor\t\t\tx\n", `t.tsv:2:26: 7 cells, but only 6 columns: "x" is too much`},
		{"no name", head + "\tNOR\tGOV\tmayor\n", "t.tsv:2:1: no name"},
		{"empty name", head + "Ada Test|\tNOR\tGOV\tmayor\n", "t.tsv:2:10: an empty name"},
		{"name twice", head + "Ada Test|ada test\tNOR\tGOV\tmayor\n", `t.tsv:2:10: the name "ada test" stands twice`},
		{"country", head + "Ada Test\tNorwey\tGOV\tmayor\n", `t.tsv:2:10: no country "Norwey" (did you mean NOR (Norway)?)`},
		{"country's code", head + "Ada Test\tNOX\tGOV\tmayor\n", `t.tsv:2:10: no country "NOX" (did you mean NOR?)`},
		{"small letters", head + "Ada Test\tken\tGOV\tmayor\n", `t.tsv:2:10: no country "ken" (did you mean KEN?)`},
		{"several states", head + "Ada Test\tCongo\tGOV\tmayor\n", `t.tsv:2:10: "Congo" is the name of several states (write the code: `},
		{"sector", head + "Ada Test\tNOR\tGVO\tmayor\n", `t.tsv:2:14: no sector "GVO" (did you mean GOV?)`},
		{"second sector", head + "Ada Test\tNOR\tPTY XXQ\tmayor\n", `t.tsv:2:18: no sector "XXQ"`},
		{"empty office", head + "Ada Test\tNOR\tGOV\tmayor|\n", "t.tsv:2:24: an empty office"},
		{"bad date", head + "Ada Test\tNOR\tGOV\tmayor\t31.12.2020\n", `t.tsv:2:24: "31.12.2020" is no date (write YYYY, YYYY-MM or YYYY-MM-DD: did you mean 2020-12-31?)`},
		{"which month", head + "Ada Test\tNOR\tGOV\tmayor\t3/5/2020\n", `t.tsv:2:24: "3/5/2020" is no date (write YYYY, YYYY-MM or YYYY-MM-DD)`},
		{"no such day", head + "Ada Test\tNOR\tGOV\tmayor\t2023-02-30\n", `t.tsv:2:24: "2023-02-30" is no date (the day before the next month's first is 2023-02-28)`},
		{"ends before it starts", head + "Ada Test\tNOR\tGOV\tmayor\t2020-05-01\t2019\n", "t.tsv:2:35: ends on 2019, before it begins on 2020-05-01"},
		{"kind", head + "Ada Test\tNOR\tGOV\t\t\t\t\tpersn\n", `t.tsv:2:22: no kind "persn" (did you mean person?)`},
		{"no kind", head + "Test Brigade\tNOR\tREB\n", "t.tsv:2:21: neither an office nor a kind"},
		{"office of a group", head + "Test Brigade\tNOR\tREB\tchief\t\t\t\tgroup\n", "t.tsv:2:31: a group holds no office"},
		{"identifier", head + "Ada Test\tNOR\tGOV\tmayor\t\t\ta b\n", `t.tsv:2:26: "a b" is no identifier`},
		{"identifier of another kind", head + "Ada Test\tNOR\tGOV\tmayor\t\t\tQ20\n", "t.tsv:2:26: Q20 is Norway, a country"},
		{"overlap", head + "Ada Test\tNOR\tGOV\tmayor\t2010\t2015-06-01\nAda Test\tNOR\tGOV\tgovernor\t2014-03\t\n", "t.tsv:3:27: overlaps line 2, mayor (2010 to 2015-06-01)"},
		{"twice", head + "Ada Test\tNOR\tGOV\tmayor\t2010\nAda Test\tNOR\tGOV\tmayor\t2010\n", "t.tsv:3:1: the same as line 2"},
		{"one name for two", head + "Ada Test\tNOR\tGOV\tmayor\nAda Test\tSWE\tGOV\tmayor\n", `t.tsv:3:1: the name "Ada Test" stands in line 2 for another person (NOR)`},
		{"UTF-16", "\xff\xfen\x00a\x00", "t.tsv:1:1: the file is UTF-16"},
		{"Latin-1", head + "Andr\xe9 Test\tNOR\tGOV\tmayor\n", "t.tsv:2:5: a byte 0xe9 that is not UTF-8"},
		{"binary", "PK\x03\x04\x00\x00", "t.tsv:1:1: a byte 0"},
		{"control character", head + "Ada\x01 Test\tNOR\tGOV\tmayor\n", "t.tsv:2:4: a control character U+0001"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, faults := r.Read("t.tsv", []byte(c.src))
			if len(faults) == 0 {
				t.Fatal("no fault")
			}
			want := c.want
			if got := faults[0].Error(); !strings.HasPrefix(got, want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// TestFirstDay holds that the day whose number means "not given" is a date all the same.
func TestFirstDay(t *testing.T) {
	r, _ := reader(t)
	tab, faults := r.Read("t.tsv", []byte(head+"Ada Test\tNOR\tGOV\tmayor\t1960\t1970-01-01\n"))
	if len(faults) > 0 || tab.Rows[0].To == 0 {
		t.Errorf("%v, %+v", faults, tab.Rows)
	}
}

func TestGoodRowsStay(t *testing.T) {
	r, _ := reader(t)
	tab, faults := r.Read("t.tsv", []byte("\ufeff# offices\r\n#: names country sector office from to\r\nAda Test\tNOR\tGOV\tmayor\t2010\t2015\r\n\r\nBo Test\tNOX\tGOV\tmayor\r\nAda Test\tNOR\t\tgovernor\t2015\r\n\"Cy \"\"X\"\" Test\"\tNorway\tPTY,OPP\t-\t\t\n"))
	if len(faults) != 2 || faults[0].Line != 5 || faults[1].Line != 7 {
		t.Fatalf("faults %v", faults)
	}
	if len(tab.Rows) != 2 || tab.Rows[1].Offices[0].Sector != "GOV" || tab.Rows[1].Offices[0].Class != kb.Governor {
		t.Errorf("rows %+v", tab.Rows)
	}
}

func TestWhoIsMeant(t *testing.T) {
	r, base := reader(t)
	for _, c := range []struct{ name, row, want string }{
		{"by name and country", "Sergey Lavrov\tRUS\tGOV\tforeign minister\t2004-03-09\t2026-01-01", "Sergey Lavrov"},
		{"another country", "Sergey Lavrov\tKEN\tGOV\tforeign minister\t2004-03-09\t2026-01-01", ""},
		{"by id", "S. V. Lavrov\t\tGOV\tforeign minister\t2004-03-09\t\tQ58217\t", "Sergey Lavrov"},
		{"nobody", "Ada Testesen\tNOR\tGOV\tforeign minister", ""},
	} {
		tab, faults := r.Read("t.tsv", []byte(head+c.row+"\n"))
		if len(faults) > 0 {
			t.Errorf("%s: %v", c.name, faults)
			continue
		}
		if a := tab.Layer().Additions[0]; base.Entity(a.Same).Name != c.want {
			t.Errorf("%s: %q, want %q", c.name, base.Entity(a.Same).Name, c.want)
		}
	}
}

func TestPosts(t *testing.T) {
	r, _ := reader(t)
	for title, want := range map[string][2]string{
		"Minister of Foreign Affairs":       {kb.ForeignMinister, "GOV"},
		"acting foreign minister":           {kb.ForeignMinister, "GOV"},
		"Foreign Minister of Norway":        {kb.ForeignMinister, "GOV"},
		"President of the Republic":         {kb.HeadOfState, "GOV"},
		"deputy foreign minister":           {kb.Minister, "GOV"},
		"senior deputy to the imam":         {kb.OtherOffice, "REL"},
		"first deputy defence minister":     {kb.StateOfficial, "GOV"},
		"former prime minister":             {kb.OtherOffice, "ELI"},
		"keeper of the lamps":               {kb.OtherOffice, ""},
		"Governor of the Province of Bamba": {kb.Governor, "GOV"},
	} {
		tab, faults := r.Read("t.tsv", []byte(head+"Ada Test\tNOR\t\t"+title+"\n"))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		if p := tab.Rows[0].Offices[0]; p.Class != want[0] || p.Sector != want[1] {
			t.Errorf("%s: %s %s, want %v", title, p.Class, p.Sector, want)
		}
	}
}

func TestFormat(t *testing.T) {
	src := "names\tcountry\tsector\toffice\tfrom\tto\r\n# who\r\n Ada Test \tNOR\t\t mayor\t\t\t\r\n"
	want := "names\tcountry\tsector\toffice\tfrom\tto\n# who\nAda Test\tNOR\t\tmayor\n"
	if got := string(own.Format([]byte(src))); got != want {
		t.Errorf("got %q", got)
	}
	if got := string(own.Format([]byte(want))); got != want {
		t.Errorf("again %q", got)
	}
}

// FuzzRead holds that no file makes the reader fail, that faults lie in the
// file, and that what was read writes a table that reads the same.
func FuzzRead(f *testing.F) {
	r, _ := reader(f)
	f.Add([]byte(head + "Ada Test|Test, A.\tNOR\tGOV OPP\tmayor|governor\t2010-05\t2015\tx1\tperson\tnote\n"))
	f.Add([]byte(head + "Test Brigade\tIMG\tREB\t\t1970\t1970\t\tgroup\n\"a\"\tNOR\n"))
	f.Add([]byte("#: names country sector office from to\nAda\tNOR\n"))
	f.Add([]byte("\ufeffnames\tcountry\tsector\toffice\tfrom\tto\r\n\"\"\t|\t|\t|\t9999\t1000\r\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		tab, faults := r.Read("t.tsv", src)
		lines := strings.Count(string(src), "\n") + 1
		for _, p := range faults {
			if p.Line < 1 || p.Line > lines || p.Col < 1 || p.Msg == "" {
				t.Fatalf("a fault outside of the file: %+v", p)
			}
		}
		layer := tab.Layer()
		var out strings.Builder
		if err := tab.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, faults := r.Read("t.tsv", []byte(out.String()))
		if len(faults) > 0 || len(again.Rows) != len(tab.Rows) || len(again.Layer().Additions) != len(layer.Additions) {
			t.Fatalf("written as %q: %v", out.String(), faults)
		}
		if once := own.Format(src); string(own.Format(once)) != string(once) {
			t.Fatalf("Format is not idempotent: %q", once)
		}
	})
}
