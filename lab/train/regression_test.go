package train

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"annals/engine/syntax"
)

// sharedDir finds the folder of the data sets, or skips the test.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ANNALS_SHARED")
	if dir == "" {
		d, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for {
			if _, err := os.Stat(filepath.Join(d, "go.mod")); err == nil {
				break
			}
			if filepath.Dir(d) == d {
				t.Skip("module root missing")
			}
			d = filepath.Dir(d)
		}
		dir = filepath.Join(filepath.Dir(d), "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "treebank")); err != nil {
		t.Skipf("treebanks missing: %s", dir)
	}
	return dir
}

var update = flag.Bool("update", false, "write the scores of the embedded model to its manifest")

// The embedded model must score what its manifest says.
func TestEmbeddedModel(t *testing.T) {
	if testing.Short() {
		t.Skip("parses both development sets")
	}
	c, err := loadCorpus(sharedDir(t))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("..", "..", "engine", "syntax", "model.json")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var man Manifest
	if err := json.Unmarshal(text, &man); err != nil {
		t.Fatal(err)
	}
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	if m.Digest() != man.Digest {
		t.Errorf("manifest is of model %s, embedded is %s", man.Digest, m.Digest())
	}
	for bank, trees := range map[string][]tree{"ewt": c.ewt, "gum": c.gum} {
		as, err := m.As(bank)
		if err != nil {
			t.Fatal(err)
		}
		r, err := evaluate(as, trees)
		if err != nil {
			t.Fatal(err)
		}
		got, want := scoresOf(r), man.Dev[bank]
		if *update {
			man.Dev[bank] = got
			continue
		}
		if diff := got.LAS - want.LAS; diff < -0.02 || diff > 0.02 {
			t.Errorf("%s-dev: LAS %.2f, manifest says %.2f", bank, got.LAS, want.LAS)
		}
		if got.UPOS < want.UPOS-0.02 || got.Lemma < want.Lemma-0.02 {
			t.Errorf("%s-dev: UPOS %.2f and lemma %.2f, manifest says %.2f and %.2f", bank, got.UPOS, got.Lemma, want.UPOS, want.Lemma)
		}
	}
	if *update {
		r, err := evaluate(m, c.ewt)
		if err != nil {
			t.Fatal(err)
		}
		man.ShippedEWT = scoresOf(r)
		if text, err = json.MarshalIndent(man, "", "  "); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(text, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
