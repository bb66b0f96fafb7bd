package table

import (
	"strings"
	"testing"
)

const sample = `# who holds what
#: word pos class
prime minister  n  head-of-government
king	n	-

visit   v   Visit
`

func TestParse(t *testing.T) {
	tab, problems := Parse("a.tsv", []byte(sample))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if len(tab.Rows) != 3 || tab.Rows[0].Get(0) != "prime minister" || tab.Rows[1].Get(2) != "" || tab.Rows[2].Get(2) != "Visit" {
		t.Errorf("rows: %+v", tab.Rows)
	}
	if p := tab.Pos(tab.Rows[0], 1); p.String() != "a.tsv:3:17" {
		t.Errorf("position %s", p)
	}
	if tab.Column("class") != 2 || tab.Column("clas") != -1 {
		t.Error("columns")
	}
}

func TestParseProblems(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a  b\n", "f:1:1: a row before the line of column names"},
		{"#: a b\nx  y  z\n", `f:2:7: 3 cells, but only 2 columns: "z" is too much`},
		{"#: a\n#: b\n", "f:2:1: a second line of column names"},
		{"#: a\n\xff\n", "f:2:1: broken UTF-8"},
	} {
		_, problems := Parse("f", []byte(c.src))
		if len(problems) == 0 || !strings.HasPrefix(problems[0].Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.src, problems, c.want)
		}
	}
}

func TestFormat(t *testing.T) {
	got := string(Format([]byte(sample + "\n\n\n")))
	want := "# who holds what\n#: word pos class\nprime minister  n  head-of-government\nking            n  -\n\nvisit  v  Visit\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
	if again := string(Format([]byte(got))); again != got {
		t.Errorf("not idempotent:\n%s", again)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"CONSULT", "COERCE", "CONCEDE"}
	for name, want := range map[string]string{"CONSLUT": "CONSULT", "COERC": "COERCE", "xyz": ""} {
		if got := Nearest(name, known); got != want {
			t.Errorf("Nearest(%s) = %q, want %q", name, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("#: a\n\t  \tb"))
	f.Fuzz(func(t *testing.T, src []byte) {
		tab, _ := Parse("f", src)
		for _, r := range tab.Rows {
			if len(r.Cells) == 0 {
				t.Fatal("a row without cells")
			}
		}
		once := Format(src)
		if twice := Format(once); string(twice) != string(once) {
			t.Fatalf("Format is not idempotent: %q, %q", once, twice)
		}
	})
}
