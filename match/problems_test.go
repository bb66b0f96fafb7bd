package match

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/problems.txt again")

// Each chunk of testdata/problems.txt is a rule file and the problems told of it.
func TestProblems(t *testing.T) {
	const name = "testdata/problems.txt"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	schema := Schema{Classes: []string{"speech"}, Kinds: []string{"person", "place"}, Gives: []string{"slot *", "note"}}
	var out []string
	for _, chunk := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n---\n") {
		src, want, ok := strings.Cut(chunk+"\n", "=>\n")
		if !ok {
			t.Fatalf("no => in %q", chunk)
		}
		f, problems := Parse("f", []byte(src))
		problems = append(problems, f.Check(schema)...)
		got := ""
		for _, p := range problems {
			got += p.Error() + "\n"
		}
		if d := cmp.Diff(want, got); d != "" && !*update {
			t.Errorf("%s: -file +Parse and Check\n%s", src, d)
		}
		out = append(out, src+"=>\n"+got)
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(out, "---\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestBrokenUTF8(t *testing.T) {
	f, problems := Parse("f", []byte("rule a\n  find h\n  note \xff\nrule b\r\n\tfind\th:[VERB]\r\n"))
	if len(problems) != 1 || problems[0].Error() != "f:3:1: broken UTF-8 (save the file as UTF-8)" {
		t.Error(problems)
	}
	if len(f.Rules) != 1 || f.Rules[0].Name != "b" {
		t.Errorf("%d rules", len(f.Rules))
	}
}

// A rule that can't be run is left out of the program; the others run.
func TestCompileLeavesOut(t *testing.T) {
	f, problems := Parse("f", []byte("rule a\nfind h:[VERB], x >obj\nrule b\nfind h:[VERB] >nsubj x\nrule c\nnote no find"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p, err := Compile(f)
	if err == nil || !strings.Contains(err.Error(), "f:2:16: no clause before this one binds x") || !strings.Contains(err.Error(), "rule c has no find") {
		t.Error(err)
	}
	if len(p.Rules()) != 1 || p.Rules()[0].Name != "b" {
		t.Error("rules", len(p.Rules()))
	}
}
