package events

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"annals/record"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/reference.jsonl anew with the reference")

// shared finds a file of the reference material beside the checkout.
func shared(t *testing.T, path string) string {
	t.Helper()
	root := os.Getenv("ANNALS_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	path = filepath.Join(root, path)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("reference material missing: %v", err)
	}
	return path
}

func scoreFiles(t *testing.T, gold, system string, o Options) (Result, []Error) {
	t.Helper()
	g, err := ReadGold(gold)
	if err != nil {
		t.Fatal(err)
	}
	s, err := ReadSystem(system)
	if err != nil {
		t.Fatal(err)
	}
	r, errs, err := Score(g, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r, errs
}

// TestAgainstReference holds every number and every listed error to those of score.py.
func TestAgainstReference(t *testing.T) {
	script := shared(t, "gold/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 missing: cannot run the reference")
	}
	gold := []string{shared(t, "gold/dev-read.jsonl"), "testdata/gold.jsonl", shared(t, "mission/expected.jsonl")}
	for _, g := range gold {
		for seed := range uint64(4) {
			system := faulty(t, g, seed)
			r, errs := scoreFiles(t, g, system, Options{Errors: true})
			if r.Gold > 20 && (r.Metrics["code_f1"] < 0.3 || r.Metrics["code_f1"] > 0.95) {
				t.Errorf("%s, seed %d: code F1 %.2f: the faults test too little", g, seed, r.Metrics["code_f1"])
			}
			out, err := exec.Command(python, script, g, system, "--json").Output()
			if err != nil {
				t.Fatal(err)
			}
			var want Result
			if err := json.Unmarshal(out, &want); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, r); d != "" {
				t.Errorf("%s, seed %d: -reference +ours\n%s", g, seed, d)
			}
			out, err = exec.Command(python, script, g, system, "--errors").Output()
			if err != nil {
				t.Fatal(err)
			}
			var ours bytes.Buffer
			if err := r.Print(&ours); err != nil {
				t.Fatal(err)
			}
			for _, e := range errs {
				ours.WriteString(e.String() + "\n")
			}
			if d := cmp.Diff(strings.Split(string(out), "\n"), strings.Split(ours.String(), "\n")); d != "" {
				t.Errorf("%s, seed %d: printed: -reference +ours\n%s", g, seed, d)
			}
		}
	}
}

// TestStored is TestAgainstReference where there is no Python: what the reference said of the faulty output is kept in
// testdata/reference.jsonl, one line a seed. "-update" writes it anew from the reference.
func TestStored(t *testing.T) {
	const stored = "testdata/reference.jsonl"
	if *update {
		var lines []byte
		for seed := range uint64(4) {
			out, err := exec.Command("python3", shared(t, "gold/score.py"), "testdata/gold.jsonl", faulty(t, "testdata/gold.jsonl", seed), "--json").Output()
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, out...)
		}
		if err := os.WriteFile(stored, lines, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	seed := uint64(0)
	err := eachLine(stored, func(line []byte) error {
		var want Result
		if err := json.Unmarshal(line, &want); err != nil {
			return err
		}
		r, _ := scoreFiles(t, "testdata/gold.jsonl", faulty(t, "testdata/gold.jsonl", seed), Options{})
		if d := cmp.Diff(want, r); d != "" {
			t.Errorf("seed %d: -reference +ours\n%s", seed, d)
		}
		seed++
		return nil
	})
	if err != nil || seed != 4 {
		t.Fatalf("%d seeds, %v", seed, err)
	}
}

// TestFold holds the folding of names to that of score.py.
func TestFold(t *testing.T) {
	script := shared(t, "gold/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 missing: cannot run the reference")
	}
	// Every letter and mark of the first planes alone and between others, and the odd names.
	// Left out: what this Go does not know yet, and eight modifier letters, signs and marks that are both cased and
	// ignorable, before a sigma at the head of a word, which Python calls not final and Go final.
	in := append([]string{}, oddNames...)
	for r := rune(0x20); r < 0x20000; r++ {
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z) && !strings.ContainsRune("ˀˁ\u0345ͺᴯᴻᵎ𐞀", r) {
			in = append(in, "aΣ"+string(r)+"b "+string(r)+"Σ")
		}
	}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", `
import importlib.util, json, sys, unicodedata
s = importlib.util.spec_from_file_location("score", sys.argv[1]); m = importlib.util.module_from_spec(s); s.loader.exec_module(m)
sys.dont_write_bytecode = True
print(json.dumps([list(m.norm(x)) if all(unicodedata.category(c) != "Cn" for c in x) else None for x in json.load(sys.stdin)]))`, script)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin = bytes.NewReader(b)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var want [][]string
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	bad := 0
	for i, w := range want {
		if got := fold(in[i]); w != nil && strings.Join(got, "|") != strings.Join(w, "|") {
			if bad++; bad < 20 {
				t.Errorf("fold(%+q) = %+q, the reference %+q", in[i], got, w)
			}
		}
	}
	if bad > 0 {
		t.Errorf("%d of %d differ", bad, len(want))
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Åse Lindvåg", "Foreign Minister Ase Lindvag", true},
		{"Lindvåg", "Åse Lindvåg", true},
		{"the president", "President", true},
		{"president", "prime minister", false}, // titles alone are compared as words
		{"", "", false},
		{"", "Peru", false},
		{"Peru", "Peru and Chile", true},
		{"Chile", "Peru", false},
	} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("sameName(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// TestPerfect scores gold against itself, as a system would print it.
func TestPerfect(t *testing.T) {
	gold, err := ReadGold("testdata/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var lines []Line
	for _, it := range gold {
		l := Line{Report: it.ID, Events: it.Events, Quotations: it.Quotations, Relations: it.Relations}
		for i := range l.Events {
			l.Events[i].Triggers = l.Events[i].Mentions
		}
		lines = append(lines, l)
	}
	r, errs, err := Score(gold, lines, Options{Errors: true})
	if err != nil || len(errs) > 0 {
		t.Fatalf("errors %v, %v", errs, err)
	}
	for _, k := range Order() {
		want := 1.0
		switch k {
		case "false_per_300":
			want = 0
		}
		if r.Metrics[k] != want {
			t.Errorf("%s = %v, want %v", k, r.Metrics[k], want)
		}
	}
	if r.Gold != 10 || r.System != 10 {
		t.Errorf("%d gold, %d system events; the optional one counts as neither", r.Gold, r.System)
	}
}

func TestNothing(t *testing.T) {
	gold, err := ReadGold("testdata/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	r, errs, err := Score(gold, nil, Options{Errors: true})
	if err != nil {
		t.Fatal(err)
	}
	if r.Metrics["overall"] != 0 || r.Metrics["false_per_300"] != 0 || len(errs) != 10 {
		t.Errorf("overall %v, false %v, %d errors", r.Metrics["overall"], r.Metrics["false_per_300"], len(errs))
	}
}

// TestFromReports goes through the record's own JSON.
func TestFromReports(t *testing.T) {
	gold, err := ReadGold("testdata/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	g := gold[0].Events[0]
	from, to := "2031-05-12", "2031-05-12"
	e := record.Event{Type: "CONSULT", Mode: "visit", Status: record.Occurred, Polarity: record.Affirmed,
		Actors:      []record.Party{{Name: "Lindvåg", Country: "NOR", Sector: "GOV", Span: *g.Actors[0].Span}},
		Targets:     []record.Party{{Name: "Peru", Country: "PER", Sector: "GOV", Span: *g.Targets[0].Span}},
		Date:        record.Date{From: &from, To: &to, Basis: record.BasisSaid},
		Place:       &record.Place{Name: "Lima", Country: "PER", Basis: record.BasisSaid},
		Attribution: []record.Chain{{}},
		Triggers:    []record.Words{{Span: g.Mentions[0].Span, Text: "flew to"}}}
	q := record.Quotation{Content: []record.Span{gold[0].Quotations[0].Span}, Speaker: &record.Party{Name: "Åse Lindvåg"}}
	lines, err := FromReports([]record.Report{{ID: "fish", Text: gold[0].Text, Events: []record.Event{e}, Quotations: []record.Quotation{q}}})
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := Score(gold[:1], lines, Options{Set: "x", Engine: "e", Commit: "c"})
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range map[string]float64{"code_p": 1, "code_r": 0.5, "parties_p": 1, "date_moved": 1, "place_named": 1, "quotations_f1": 1, "speaker": 1, "mode": 1, "source": 1} {
		if r.Metrics[k] != want {
			t.Errorf("%s = %v, want %v", k, r.Metrics[k], want)
		}
	}
	if r.Set != "x" || r.Engine != "e" || r.Commit != "c" || r.Task != "events" {
		t.Errorf("heading %+v", r)
	}
}

// TestSealed: errors of the sealed sets are not to be had, by name or by content; their scores are.
func TestSealed(t *testing.T) {
	for path, want := range map[string]bool{"dev-score.jsonl": true, "gold/dev-status.jsonl.gz": true, `a\dev-score.jsonl.gz`: true,
		"dev-read.jsonl": false, "my-dev-score.jsonl": false, "dev-score.jsonl/x": false} {
		if Sealed(path) != want {
			t.Errorf("Sealed(%q) = %v", path, !want)
		}
	}
	mine, err := ReadGold("testdata/gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Score(mine, nil, Options{Set: "dev-score.jsonl", Errors: true}); !errors.Is(err, ErrSealed) {
		t.Errorf("by name: %v", err)
	}
	if _, _, err := Score(mine, nil, Options{Errors: true}); err != nil {
		t.Errorf("own items: %v", err)
	}
	for _, name := range []string{"gold/dev-score.jsonl", "gold/dev-status.jsonl"} {
		gold, err := ReadGold(shared(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if _, errs, err := Score(gold, nil, Options{Set: "other.jsonl", Errors: true}); !errors.Is(err, ErrSealed) || errs != nil {
			t.Errorf("%s under another name: %v", name, err)
		}
		one := gold[3]
		one.ID = "renamed"
		if _, _, err := Score(append(mine[:1:1], one), nil, Options{Errors: true}); !errors.Is(err, ErrSealed) {
			t.Errorf("%s, one item of another name: %v", name, err)
		}
		if r, _, err := Score(gold, nil, Options{Set: "dev-score"}); err != nil || r.Items != len(gold) {
			t.Errorf("%s: scores: %v", name, err)
		}
	}
}

func TestReadErrors(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ content, want string }{
		{"{\"id\": \"a\"\n", "x.jsonl:1: "},
		{"\n{\"type\": \"CONSULT\", \"triggers\": []}\n", "x.jsonl:2: a record without its report (keys: triggers, type)"},
	} {
		path := filepath.Join(dir, "x.jsonl")
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadSystem(path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.content, err, c.want)
		}
	}
	if _, err := ReadGold(filepath.Join(dir, "none.jsonl")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}
