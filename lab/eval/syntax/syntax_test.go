package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/engine/syntax"
)

// TestRun holds the embedded model to floors well below what it reaches, so that a broken file or kernel is seen.
func TestRun(t *testing.T) {
	shared := os.Getenv("ANNALS_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(shared, "data", "treebank")); err != nil {
		t.Skipf("treebanks missing: %v", err)
	}
	if testing.Short() {
		t.Skip("parses 2,700 sentences")
	}
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(shared, m)
	if err != nil {
		t.Fatal(err)
	}
	for metric, floor := range map[string]float64{"ewt_upos": 94, "ewt_las": 82, "gum_upos": 95.5, "gum_las": 83} {
		if r.Metrics[metric] < floor {
			t.Errorf("%s = %.2f, floor %v", metric, r.Metrics[metric], floor)
		}
	}
	var out strings.Builder
	if err := r.Print(&out); err != nil || !strings.Contains(out.String(), "\ngum-dev ") || !strings.Contains(out.String(), "\n  ewt/weblog ") {
		t.Errorf("%v: %s", err, out.String())
	}
}
