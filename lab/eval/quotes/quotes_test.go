package quotes

import (
	"os"
	"path/filepath"
	"testing"
)

// shared is the folder of the reference material, or "" with the reason to skip.
func shared(t *testing.T) string {
	t.Helper()
	if s := os.Getenv("ANNALS_SHARED"); s != "" {
		return s
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
	s := filepath.Join(dir, "..", "shared")
	if _, err := os.Stat(filepath.Join(s, "data", "attribution")); err != nil {
		t.Skipf("attributions missing: %v", err)
	}
	return s
}

func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 170 articles")
	}
	r, err := Run(shared(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r)
	for _, f := range []struct {
		set, metric string
		floor       float64
	}{
		{"dev-read", "quotations_f1", 0.88},
		{"dev-score", "quotations_f1", 0.82},
		{"dev-status", "quotations_f1", 0.76},
		{"polnear-dev", "source_f1", 0.81},
		{"polnear-dev", "content_f1", 0.84},
		{"polnear-dev", "cue_f1", 0.55},
	} {
		if got := r.Per[f.set][f.metric]; got < f.floor {
			t.Errorf("%s %s: %.3f, want %.3f", f.set, f.metric, got, f.floor)
		}
	}
	if path := os.Getenv("ANNALS_MISSES"); path != "" {
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for _, m := range r.Misses {
			f.WriteString(m + "\n")
		}
	}
}
