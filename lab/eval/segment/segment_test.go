package segment

import (
	"os"
	"path/filepath"
	"testing"
)

// moduleRoot walks up from the package to the folder with go.mod.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = up
	}
}

func TestFloors(t *testing.T) {
	root := moduleRoot(t)
	shared := os.Getenv("ANNALS_SHARED")
	if shared == "" {
		shared = filepath.Join(root, "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(shared, "data", "treebank")); err != nil {
		t.Skipf("treebanks missing: %v", err)
	}
	res, err := Run(shared)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", res)
	for _, f := range []struct {
		set              string
		words, sentences float64
	}{{"ewt-dev", 99.1, 87.5}, {"gum-dev", 99.8, 95.5}, {"dev-read", 0, 97}} {
		s, ok := res.Find(f.set, "")
		if !ok {
			t.Errorf("%s: no score", f.set)
			continue
		}
		if got := s.Words.F1(); f.words > 0 && got < f.words {
			t.Errorf("%s: words F1 %.2f, floor %.1f", f.set, got, f.words)
		}
		if got := s.Sentences.F1(); got < f.sentences {
			t.Errorf("%s: sentences F1 %.2f, floor %.1f", f.set, got, f.sentences)
		}
	}
}
