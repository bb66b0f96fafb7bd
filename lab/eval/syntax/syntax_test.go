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

const invented = `# newdoc id = GUM_news_invented
# newpar
# text = Norvia's army withdrew.
1-2	Norvia's	_	_	_	_	_	_	_	_
1	Norvia	Norvia	PROPN	NNP	Number=Sing	3	nmod:poss	_	_
2	's	's	PART	POS	_	1	case	_	_
3	army	army	NOUN	NN	Number=Sing	4	nsubj	_	_
4	withdrew	withdraw	VERB	VBD	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = It rained.
1	It	it	PRON	PRP	Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	rained	rain	VERB	VBD	Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

// TestFile scores a file from its tokens and from its text, which the engine divides as the file does.
func TestFile(t *testing.T) {
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "trees.conllu")
	if err := os.WriteFile(name, []byte(invented), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, raw := range []bool{false, true} {
		r, err := File(name, m, "gum", raw)
		if err != nil {
			t.Fatal(err)
		}
		prefix := map[bool]string{true: "raw_"}[raw]
		for _, metric := range []string{"las", "upos", "mlas", "blex"} {
			if r.Metrics[prefix+metric] != 100 {
				t.Errorf("raw %v: %s is %.2f", raw, metric, r.Metrics[prefix+metric])
			}
		}
		if _, ok := r.Metrics["raw_words"]; ok != raw {
			t.Errorf("raw %v: words scored: %v", raw, ok)
		}
		var out strings.Builder
		if err := r.Print(&out); err != nil || !strings.Contains(out.String(), "\nnmod:poss ") || strings.Contains(out.String(), "NaN") {
			t.Errorf("%v: %s", err, out.String())
		}
	}
	if _, err := File(name, m, "atis", false); err == nil || !strings.Contains(err.Error(), "atis") {
		t.Errorf("an unknown treebank: %v", err)
	}
	if _, err := File(name+"x", m, "", false); err == nil {
		t.Error("a missing file is scored")
	}
	if err := os.WriteFile(name, []byte("1\tGo\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := File(name, m, "", false); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a broken file: %v", err)
	}
}
