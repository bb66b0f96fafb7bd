package who

import (
	"math"
	"testing"

	"annals/engine/doc"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestClusterMeasures checks all measures, reckoned by hand, on the example of
// Moosavi and Strube (2016): key abc, defg; system ab, cd, fghi.
func TestClusterMeasures(t *testing.T) {
	a, b, c, d, e, f, g, h, i := 1, 2, 3, 4, 5, 6, 7, 8, 9
	var s clusterScore
	s.compare([][]int{{a, b, c}, {d, e, f, g}}, [][]int{{a, b}, {c, d}, {f, g, h, i}})
	for _, x := range []struct {
		name string
		m    measure
		r, p float64
	}{
		{"mentions", s.mentions, 6.0 / 7, 6.0 / 8},
		{"MUC", s.muc, (1 + 1) / 5.0, (1 + 0 + 1) / 5.0},
		{"B3", s.b3, (5.0/3 + 5.0/4) / 7, (2.0 + 1 + 1) / 8},
		{"CEAFe", s.ceafe, (0.8 + 0.5) / 2, (0.8 + 0.5) / 3},
		{"LEA", s.lea, (3*1.0/3 + 4*1.0/6) / 7, (2*1.0 + 0 + 4*1.0/6) / 8},
	} {
		if !near(x.m.r.share(), x.r) || !near(x.m.p.share(), x.p) {
			t.Errorf("%s: recall %.4f, precision %.4f; want %.4f, %.4f", x.name, x.m.r.share(), x.m.p.share(), x.r, x.p)
		}
	}
	b3r, b3p := (5.0/3+5.0/4)/7, 0.5
	want := (0.4 + 2*b3r*b3p/(b3r+b3p) + 2*0.65*(1.3/3)/(0.65+1.3/3)) / 3
	if !near(s.conll(), want) {
		t.Errorf("CoNLL F1 %.4f, want %.4f", s.conll(), want)
	}
}

// TestClusterSums checks that documents are summed, not averaged.
func TestClusterSums(t *testing.T) {
	var s clusterScore
	s.compare([][]int{{1, 2}}, [][]int{{1, 2}})
	s.compare([][]int{{1, 2, 3, 4}}, nil)
	if got := s.muc.r.share(); !near(got, 0.25) {
		t.Errorf("MUC recall over both documents is %.3f, want 1 link of 4", got)
	}
	if got := s.ceafe.r.share(); !near(got, 0.5) {
		t.Errorf("CEAFe recall over both documents is %.3f, want 1 cluster of 2", got)
	}
	if got := s.ceafe.p.share(); !near(got, 1) {
		t.Errorf("CEAFe precision %.3f, want 1", got)
	}
}

func TestAssign(t *testing.T) {
	for _, c := range []struct {
		worth [][]float64
		want  float64
	}{
		{[][]float64{{1}}, 1},
		{[][]float64{{3, 2}, {2, 0}}, 4}, // the greedy choice of 3 gives 3
		{[][]float64{{7, 5, 11}, {5, 4, 1}, {9, 3, 2}}, 24},
		{[][]float64{{1, 2}, {3, 4}, {5, 0}}, 9}, // more rows than columns
		{[][]float64{{0.5, 0.4, 0.3}}, 0.5},
		{[][]float64{{0, 0}, {0, 0}}, 0},
	} {
		if got := assign(c.worth); !near(got, c.want) {
			t.Errorf("assign(%v) = %v, want %v", c.worth, got, c.want)
		}
	}
}

// TestPairMentions: of two gold mentions with one head, the list and its first
// member, the member's name takes the narrow one.
func TestPairMentions(t *testing.T) {
	d := &doc.Document{Text: "Oslo and Bergen slept"}
	for _, s := range []doc.Span{{Start: 0, End: 4}, {Start: 5, End: 8}, {Start: 9, End: 15}, {Start: 16, End: 21}} {
		d.Tokens = append(d.Tokens, doc.Token{Span: s})
	}
	d.Sentences = []doc.Sentence{{First: 0, Last: 4}}
	d.Mentions = []doc.Mention{{Span: d.Tokens[0].Span, Full: d.Tokens[0].Span, Head: 0}, {Span: d.Tokens[2].Span, Full: d.Tokens[2].Span, Head: 2}}
	g := gumDoc{Mentions: []gumMention{{Start: 0, End: 3, Head: 0}, {Start: 0, End: 1, Head: 0}}}
	got := pairMentions(d, g)
	if len(got) != 1 || got[0] != 1 {
		t.Errorf("pairs %v, want mention 0 with gold mention 1", got)
	}
}
