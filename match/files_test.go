package match

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The rule files in testdata are laid out as Format does it, have no faults,
// and prove themselves on the parses stored beside them.
func TestFiles(t *testing.T) {
	names, err := filepath.Glob("testdata/*.rules")
	if err != nil || len(names) == 0 {
		t.Fatal("no rule files", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(src), string(Format(src))); d != "" {
				t.Errorf("layout: -file +Format\n%s", d)
			}
			f, problems := Parse(name, src)
			problems = append(problems, f.Check(Schema{})...)
			stored := ParsesFile(name)
			raw, err := os.ReadFile(stored)
			if err != nil {
				t.Fatal(err)
			}
			parses, more := ReadParses(stored, raw)
			problems = append(problems, more...)
			problems = append(problems, f.Test(parses, Words{})...)
			for _, p := range problems {
				t.Error(p)
			}
			if d := cmp.Diff(string(raw), string(WriteParses(parses, f.Examples()))); d != "" {
				t.Errorf("parses: -file +WriteParses\n%s", d)
			}
		})
	}
}
