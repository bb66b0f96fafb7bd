package who_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"annals"
	"annals/engine/doc"
	"annals/kb"
	"annals/lab/eval/who"
	"annals/report"
)

type engine struct{ *annals.Coder }

func (e engine) Document(r *report.Report) (*doc.Document, error) { return e.Coder.Document(r), nil }

func newEngine(t *testing.T) who.Engine {
	t.Helper()
	c, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return engine{c}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func check(t *testing.T, got map[string]float64, want map[string]float64) {
	t.Helper()
	for k, v := range want {
		if d := got[k] - v; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s is %v, want %v", k, got[k], v)
		}
	}
}

// TestPronouns: two snippets, one with a right answer and one whose gold says
// the other name: one decision right of two told and two true.
func TestPronouns(t *testing.T) {
	const head = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
	const text = "Anna Nilsen thanked Peter Holm. She left."
	path := write(t, "own.tsv", head+
		"1\t"+text+"\tShe\t32\tAnna Nilsen\t0\tTRUE\tPeter Holm\t20\tFALSE\tx\n"+
		"2\t"+text+"\tShe\t32\tAnna Nilsen\t0\tFALSE\tPeter Holm\t20\tTRUE\tx\n")
	r, err := who.Pronouns(newEngine(t), "", path)
	if err != nil {
		t.Fatal(err)
	}
	check(t, r.Metrics, map[string]float64{"f1": 0.5, "precision": 0.5, "recall": 0.5, "feminine_f1": 0.5, "masculine_f1": 0, "bias": 0})
	if r.Items != 2 || r.Set != "own" {
		t.Errorf("%d items of %q, want 2 of own", r.Items, r.Set)
	}
	for _, bad := range []string{"1\tShe left.\tShe\n", "1\tShe left.\tShe\t5\tA\t0\tTRUE\tB\t0\tFALSE\tx\n"} {
		if _, err := who.Pronouns(newEngine(t), "", write(t, "bad.tsv", bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

// TestLinks: Norway is right; the second is linked to nothing; the third is a
// name that gold calls unknown and the engine links (a false link); a body that
// no base has is lacking.
func TestLinks(t *testing.T) {
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	path := write(t, "own.jsonl", `{"id":"a","text":"Norway and Sweden wrote to the Xyzzy Quux Institute.","mentions":[`+
		`{"start":0,"end":6,"text":"Norway","name":"Norway","qid":"Q20"},{"start":11,"end":17,"text":"Sweden"},`+
		`{"start":31,"end":51,"text":"Xyzzy Quux Institute","name":"Xyzzy Quux Institute","qid":"Q999999999999"}]}`)
	r, err := who.Links(newEngine(t), base, "", path)
	if err != nil {
		t.Fatal(err)
	}
	check(t, r.Metrics, map[string]float64{"marked": 2, "lacking": 0.5, "gold": 1, "recall": 1, "precision": 0.5, "country_r": 1, "country_p": 0.5})
}

// TestParties: the gold has one event with two parties, both told plainly.
func TestParties(t *testing.T) {
	path := write(t, "own.jsonl", `{"id":"a","title":"","text":"Norway condemned Sweden on Monday.","published":"2024-03-06","sentences":[[0,34]],"events":[{"type":"ACCUSE","status":"occurred","polarity":"affirmed",`+
		`"mentions":[{"sent":0,"span":[7,16],"text":"condemned"}],"actors":[{"name":"Norway","country":"NOR","sector":"GOV","span":[0,6]}],"targets":[{"name":"Sweden","country":"SWE","sector":"GOV","span":[17,23]}]}],"quotations":[],"relations":[]}`)
	r, err := who.Parties(context.Background(), newEngine(t), "", path)
	if err != nil {
		t.Fatal(err)
	}
	check(t, r.Metrics, map[string]float64{"found_party": 1, "country": 1, "sector": 1, "name": 1, "parties_f1": 1})
	check(t, r.Per["words own"], map[string]float64{"parties": 2, "covered": 1, "country": 1})
}

// TestCoreference: gold has Anna, she and her in one entity and a house in
// another; entities that are no persons, organisations or places and single
// ones do not count.
func TestCoreference(t *testing.T) {
	trees := write(t, "own.conllu", `# newdoc id = own
# newpar
# sent_id = own-1
1	Anna	Anna	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	sold	sell	VERB	VBD	_	0	root	_	_
3	her	she	PRON	PRP$	Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs	4	nmod:poss	_	_
4	house	house	NOUN	NN	Number=Sing	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = own-2
1	She	she	PRON	PRP	Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs	2	nsubj	_	_
2	wept	weep	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`)
	mentions := write(t, "own.jsonl", `{"id":"own","genre":"tale","sentences":[["Anna","sold","her","house","."],["She","wept","."]],"mentions":[`+
		`{"sent":0,"start":0,"end":1,"type":"person","entity":1,"head":0,"link":"coref"},{"sent":0,"start":2,"end":3,"type":"person","entity":1,"head":2,"link":"ana"},`+
		`{"sent":0,"start":2,"end":4,"type":"object","entity":2,"head":3,"link":"sgl"},{"sent":1,"start":0,"end":1,"type":"person","entity":1,"head":0,"link":"ana"}]}`)
	r, err := who.Coreference(newEngine(t), who.CorefSet{Name: "own", Trees: trees, Mentions: mentions})
	if err != nil {
		t.Fatal(err)
	}
	check(t, r.Metrics, map[string]float64{"conll_f1": 1, "muc_r": 1, "muc_p": 1, "lea_f1": 1, "mentions_f1": 1})
	check(t, r.Per["gold trees"], map[string]float64{"conll_f1": 1})
	if r.Items != 1 {
		t.Errorf("%d documents, want 1", r.Items)
	}
}
