package check

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"annals/report"
	"annals/table"
)

func TestBuiltin(t *testing.T) {
	files, faults := Builtin()
	if files < 30 {
		t.Errorf("only %d built-in files are checked", files)
	}
	for _, f := range faults {
		t.Error(f.Error())
	}
}

func TestFile(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string // the beginnings of the faults, in order
	}{
		{"x/other.tsv", "#: a b\nx  y\n", nil},
		{"x/other.tsv", "#: a\nx  y\n", []string{`x/other.tsv:2:4: 2 cells, but only 1 columns`}},
		{"x/titles.tsv", "#: title plural sector class gender takes country\nzonk  -  GOVV  leader\n", []string{`x/titles.tsv:2:10: no sector "GOVV" (did you mean GOV?)`}},
		{"x/titles.tsv", "#: title plurl sector class gender takes country\n", []string{`x/titles.tsv:1:10: no column "plurl" (did you mean plural?)`}},
		{"x/titles.tsv", "zonk  -\n", []string{"x/titles.tsv:1:1: a row before", "x/titles.tsv:1:1: no line that names the columns"}},
		{"x/geo.tsv", "#: word class value\nzonk  nosuch\nzink  neither\n", []string{"x/geo.tsv:2:7: ", "x/geo.tsv:3:7: "}},
		{"x/pronouns.tsv", "#: word person number gender use\nxe  4  sg  -  personal\nxer  3  sg  -  possesive\n",
			[]string{`x/pronouns.tsv:2:5: unknown person "4"`, `x/pronouns.tsv:3:16: unknown use "possesive" (did you mean possessive?)`}},
		{"x/quote-cues.tsv", "#: pos kind constructions words\nv  sayz  clause  zonk\n", []string{`x/quote-cues.tsv:2:4: no kind of cue "sayz" (did you mean says?)`}},
		{"x/lexicon/a.tsv", "#: word pos frame slots note\nzonk  v  Atack  subj:doer\n", []string{`x/lexicon/a.tsv:2:10: no frame "Atack" (did you mean Attack?)`}},
		{"x/lexicon/a.tsv", "#: word pos frame slots\n", []string{"x/lexicon/a.tsv:1:1: "}},
		{"x/context.tsv", "#: word pos class governs effect\nzonk  v  modal  xcomp  status=plannd\n", []string{"x/context.tsv:2:24: "}},
		{"x/plover/map.tsv", "#: frame condition type mode\nAttack  -  ASSALT  -\n", []string{`x/plover/map.tsv:2:12: no type "ASSALT" (did you mean ASSAULT?)`}},
		{"x/constructions.rules", "rule a\n  find  h:[VERB] >obj o\n  give  slott obj = o\n  yes   Norway [expelled] envoys .   o=envoys\n  no    Norway [slept] .\n",
			[]string{`x/constructions.rules:3:9: unknown key of give: slott obj (did you mean slot obj?)`}},
	} {
		var got []string
		for _, p := range File(c.name, []byte(c.src), Company{}) {
			got = append(got, p.Error())
		}
		if strings.HasSuffix(c.name, "map.tsv") {
			got = got[:min(len(got), len(c.want))] // a map of one row lacks all other frames
		}
		ok := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			ok = ok && strings.HasPrefix(got[i], c.want[i])
		}
		if !ok {
			t.Errorf("%s:\n%s\ngot  %s\nwant %s", c.name, c.src, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// TestCompany holds that classes and frames of a user's own count.
func TestCompany(t *testing.T) {
	src := []byte("#: word pos frame slots note\nzonk  v  Attack  subj:doer{zonkers}\n")
	if len(File("lexicon/a.tsv", src, Company{})) == 0 {
		t.Error("a class that nobody knows is taken")
	}
	in := Company{Lang: fstest.MapFS{"classes.tsv": {Data: []byte("#: class pos words\nzonkers  n  zonker\n")}}}
	if p := File("lexicon/a.tsv", src, in); len(p) > 0 {
		t.Errorf("the class beside it isn't known: %v", p)
	}
}

func TestKind(t *testing.T) {
	for name, want := range map[string]string{"a/b/titles.tsv": "titles.tsv", "x/plover/map.tsv": "plover/map.tsv", "lexicon/mine.tsv": "lexicon/mine.tsv", "map.tsv": "map.tsv"} {
		kind, known := Kind(name)
		if kind != want || known != (name != "map.tsv") {
			t.Errorf("Kind(%s) = %s, %v", name, kind, known)
		}
	}
	for name, want := range map[string]string{"a/b/titles.tsv": "a/b", "x/plover/map.tsv": "x", "titles.tsv": "."} {
		kind, _ := Kind(name)
		if got := Root(name, kind); got != want {
			t.Errorf("Root(%s) = %s", name, got)
		}
	}
}

func TestProblems(t *testing.T) {
	p := table.Problem{Pos: table.Pos{File: "a.tsv", Line: 2, Col: 3}, Msg: "no"}
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0}, {errors.New("no place"), 0}, {p, 1}, {fmt.Errorf("geo: %w", p), 1}, {errors.Join(p, p), 2},
		{fmt.Errorf("geo: %w", errors.Join(p, p)), 2}, {errors.New("2 faults:\na.tsv:2:3: no\na.tsv:4:1: neither"), 2},
	} {
		if got := Problems(c.err); len(got) != c.want {
			t.Errorf("%v: %v", c.err, got)
		}
	}
}

func TestReports(t *testing.T) {
	reports := func(yield func(*report.Report, error) bool) {
		body := "Norway expelled the Danish ambassador."
		_ = yield(&report.Report{ID: "a", Body: body, Published: "2024-03-20", Origin: report.Origin{File: "x", Line: 1, Format: "jsonl"}}, nil) &&
			yield(&report.Report{ID: "a", Body: body + " Again.", Published: "2024-03-20", Origin: report.Origin{File: "x", Line: 2, Format: "jsonl"}}, nil) &&
			yield(nil, &report.BadInput{File: "x", Line: 3, Reason: "no text", Hint: "Write some"}) &&
			yield(&report.Report{ID: "b", Body: body, Origin: report.Origin{File: "y", Format: "text"}, SetAside: "in French", Guess: "read as latin-1"}, nil)
	}
	var tally Tally
	var got []string
	for f := range Reports(reports, &tally) {
		mark := ""
		if f.Note {
			mark = "note "
		}
		got = append(got, mark+f.Where+": "+f.What)
	}
	want := []string{"x:2: the id a stands already at x:1", "x:3: no text (Write some)", "y: would be set aside: in French", "note y: read as latin-1",
		"note y: no day of publication: relative dates stay open unless the text has a dateline", "y: the same text stands already at x:1"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	if s := tally.String(); s != "3 reports (2 jsonl, 1 text): 2 with a day · 1 to be set aside · 1 rejected · 2 doubles" {
		t.Error(s)
	}
}

func TestRecords(t *testing.T) {
	var out bytes.Buffer
	if err := Records(&out, strings.NewReader(`{"text":"a < b","id":"r_1","schema":"annals/1"}`+"\n\n")); err != nil {
		t.Fatal(err)
	}
	if want := `{"schema":"annals/1","id":"r_1","text":"a < b"}` + "\n"; out.String() != want {
		t.Errorf("got %s", out.String())
	}
	for src, line := range map[string]int{"{": 1, "{\"schema\":\"annals/1\"}": 1, "\n{\"text\":\"a\",\"color\":1}": 2, "[]": 1} {
		err := Records(&out, strings.NewReader(src))
		var bad *RecordError
		if !errors.As(err, &bad) || bad.Line != line {
			t.Errorf("%q: %v", src, err)
		}
	}
}

func TestLooks(t *testing.T) {
	for src, want := range map[string]string{"# x\n\n{\"a\":1}": "records", "# x\nrule a\n": "rules", "#: a b\n": "table", "x  y": "table"} {
		if got := Looks([]byte(src)); got != want {
			t.Errorf("Looks(%q) = %s", src, got)
		}
	}
}
