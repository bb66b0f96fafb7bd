package syntax

import (
	"fmt"
	"strings"
	"testing"

	"annals/engine/syntax"
)

func TestNewsFile(t *testing.T) {
	list, err := newsSentences(newsFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 40 {
		t.Errorf("%d sentences", len(list))
	}
	for _, bad := range []string{"prose\tA b", "prose\tRebels fled\troot(-, ran)", "prose\tRebels fled\troot -, fled",
		"prose\tRebels fled\troot(-, fled#2)", "prose\tRebels fled\troot(-, fled#x)"} {
		if _, err := newsSentences(bad); err == nil || !strings.Contains(err.Error(), "news.tsv:1: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func TestHolds(t *testing.T) {
	tree := &syntax.Tree{Rel: []string{"nsubj:pass", "root", "obl:unmarked"}, Head: []int32{1, -1, 1}}
	for _, c := range []struct {
		fact []arc
		want bool
	}{
		{[]arc{{"root", -1, 1}}, true},
		{[]arc{{"nsubj", 1, 0}}, false}, // who suffers is not who acts
		{[]arc{{"nsubj", 1, 0}, {"nsubj:pass", 1, 0}}, true},
		{[]arc{{"obl", 1, 2}}, true}, // other subtypes are as good
		{[]arc{{"obl:agent", 1, 2}}, false},
		{[]arc{{"obl", 0, 2}}, false},
	} {
		if got := holds(c.fact, tree); got != c.want {
			t.Errorf("%v: %v", c.fact, got)
		}
	}
}

// TestNews holds the embedded model to floors below what it reaches on sentences that it was not tuned to.
func TestNews(t *testing.T) {
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	r := Result{Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
	if err := r.news(m); err != nil {
		t.Fatal(err)
	}
	t.Logf("%v %v", r.Metrics, r.Per)
	lacking, err := missing(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lacking {
		t.Log(l)
	}
	if r.Metrics["news_relations"] < 80 || r.Metrics["news_root"] < 80 {
		t.Errorf("relations %.1f, roots %.1f; floors 80, 80", r.Metrics["news_relations"], r.Metrics["news_root"])
	}
}

// missing lists the facts of the news sentences that a model's trees lack, for people.
func missing(m *syntax.Model) ([]string, error) {
	list, err := newsSentences(newsFile)
	if err != nil {
		return nil, err
	}
	var out []string
	var scratch syntax.Scratch
	var t syntax.Tree
	for i := range list {
		s := &list[i]
		m.Parse(&scratch, s.words, &t)
		for _, f := range s.facts {
			if holds(f, &t) {
				continue
			}
			a := f[0]
			has, want := "-", "-"
			if h := t.Head[a.dep]; h >= 0 {
				has = s.words[h]
			}
			if a.head >= 0 {
				want = s.words[a.head]
			}
			out = append(out, fmt.Sprintf("%s: want %s(%s, %s), has %s(%s)", strings.Join(s.words, " "), a.rel, want, s.words[a.dep],
				t.Rel[a.dep], has))
		}
	}
	return out, nil
}
