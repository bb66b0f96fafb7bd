package conll

import (
	"strings"
	"testing"
)

const sample = `# newdoc id = GUM_news_invented
# newpar
# sent_id = a-1
# text = They don't strike.
1	They	they	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
4	strike	strike	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`

func TestReadAndScore(t *testing.T) {
	all, err := Read(strings.NewReader(sample))
	if err != nil || len(all) != 1 || len(all[0].Words) != 5 {
		t.Fatalf("read %v, %v", all, err)
	}
	s := &all[0]
	if s.Genre() != "news" || !s.Par || s.Text != "They don't strike." {
		t.Errorf("comments lost: %+v", s)
	}
	g := Guess{UPOS: []string{"PRON", "AUX", "PART", "VERB", "PUNCT"}, XPOS: make([]string, 5),
		Feats: []string{"Case=Nom|ExtPos=ADV", "_", "Polarity=Neg", "_", "_"},
		Lemma: []string{"they", "do", "not", "strike", "."},
		Rel:   []string{"nsubj:pass", "aux", "advmod", "root", "punct"}, Head: []int32{3, 3, 3, -1, 2}}
	var tally Tally
	if err := tally.Add(s, g); err != nil {
		t.Fatal(err)
	}
	want := Tally{Words: 5, UPOS: 5, Feats: 4, Lemma: 5, UAS: 4, LAS: 4, Full: 3, Sentences: 1, Roots: 1}
	if tally != want {
		t.Errorf("got %+v want %+v", tally, want)
	}
	var d Detail
	d.Add(s, g)
	if c := *d.Relations["nsubj:pass"]; c != (Count{Guess: 1}) {
		t.Errorf("nsubj:pass is %+v", c)
	}
	if d.Relations["aux"].F1() != 100 || d.Lengths[1] != (Count{Right: 1, Gold: 2}) || d.Lengths[0].Right != 1 {
		t.Errorf("details are\n%s", d.String())
	}
}

func TestBadInput(t *testing.T) {
	for _, bad := range []string{"1\ta\n", strings.Replace(sample, "\t4\tnsubj", "\t9\tnsubj", 1),
		strings.Replace(sample, "\t4\tnsubj", "\tx\tnsubj", 1)} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
	for _, heads := range [][]int32{{1, 0}, {-1, -1}, {-1, 5}} {
		if CheckTree(heads) == nil {
			t.Errorf("%v passes as a tree", heads)
		}
	}
}
