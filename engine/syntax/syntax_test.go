package syntax

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func load(t testing.TB) *Model {
	t.Helper()
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// checkTree fails unless t is a tree over n words with every label filled in.
func checkTree(t *testing.T, tree *Tree, n int) {
	t.Helper()
	if tree.Len() != n || len(tree.UPOS) != n || len(tree.XPOS) != n || len(tree.Feats) != n || len(tree.Lemma) != n ||
		len(tree.Rel) != n || len(tree.Entity) != n {
		t.Fatalf("slices of %d words have lengths %d %d %d %d %d %d %d", n, tree.Len(), len(tree.UPOS), len(tree.XPOS),
			len(tree.Feats), len(tree.Lemma), len(tree.Rel), len(tree.Entity))
	}
	roots := 0
	for i := range n {
		if tree.UPOS[i] == "" || tree.XPOS[i] == "" || tree.Feats[i] == "" || tree.Rel[i] == "" || tree.Entity[i] == "" {
			t.Errorf("word %d has an empty label", i)
		}
		if (tree.Head[i] < 0) != (tree.Rel[i] == "root") {
			t.Errorf("word %d has head %d and relation %s", i, tree.Head[i], tree.Rel[i])
		}
		if tree.Head[i] < 0 {
			roots++
		}
		for h, steps := tree.Head[i], 0; h >= 0; h, steps = tree.Head[h], steps+1 {
			if int(h) >= n || steps > n {
				t.Fatalf("no tree above word %d", i)
			}
		}
	}
	if n > 0 && roots != 1 {
		t.Errorf("%d roots", roots)
	}
}

func TestOddSentences(t *testing.T) {
	m := load(t)
	long := func(n int) []string {
		words := strings.Fields("the envoy said that talks in Geneva , which began on Monday , would go on and")
		var out []string
		for len(out) < n {
			out = append(out, words...)
		}
		return out[:n]
	}
	tests := []struct {
		name  string
		forms []string
	}{
		{"empty", nil},
		{"one word", []string{"Ceasefire"}},
		{"empty string", []string{""}},
		{"two empty strings", []string{"", ""}},
		{"spaces", []string{" ", "\t", "\u00a0"}},
		{"emoji", []string{"Talks", "👍🏽", "🇺🇳", "!"}},
		{"invalid UTF-8", []string{"\xff\xfe", "min\xc3ister", "\x80"}},
		{"other scripts", []string{"Президент", "习近平", "القاهرة"}},
		{"long word", []string{strings.Repeat("ab", 50000)}},
		{"punctuation", []string{".", ",", "\"", "”", "—", "…"}},
		{"400 words", long(400)},
		{"700 words", long(700)},
	}
	var s Scratch
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var tree Tree
			m.Parse(&s, tt.forms, &tree)
			checkTree(t, &tree, len(tt.forms))
		})
	}
}

func TestPlainSentence(t *testing.T) {
	m := load(t)
	var s Scratch
	var tree Tree
	forms := strings.Fields("The foreign minister flew to Geneva on Monday to meet opposition leaders .")
	m.Parse(&s, forms, &tree)
	want := Tree{
		UPOS:   strings.Fields("DET ADJ NOUN VERB ADP PROPN ADP PROPN PART VERB NOUN NOUN PUNCT"),
		Lemma:  strings.Fields("the foreign minister fly to Geneva on Monday to meet opposition leader ."),
		Rel:    strings.Fields("det amod nsubj root case obl case obl mark advcl compound obj punct"),
		Head:   []int32{2, 2, 3, -1, 5, 3, 7, 3, 9, 3, 11, 9, 3},
		Entity: strings.Fields("O O O O O B-place O O O O O O O"),
	}
	got := Tree{UPOS: tree.UPOS, Lemma: tree.Lemma, Rel: tree.Rel, Head: tree.Head, Entity: tree.Entity}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// The same sentence gives the same tree whatever was parsed before and however full the caches are.
func TestSameTwice(t *testing.T) {
	m := load(t)
	a := strings.Fields("Police arrested 12 protesters outside the parliament , the interior ministry said .")
	b := strings.Fields("PRESIDENT VETOES TAX BILL")
	var first, again, fresh Tree
	var s, s2 Scratch
	m.Parse(&s, a, &first)
	m.Parse(&s, b, &again)
	m.Parse(&s, a, &again)
	m.Parse(&s2, a, &fresh)
	if d := cmp.Diff(first, again); d != "" {
		t.Errorf("second time: %s", d)
	}
	if d := cmp.Diff(first, fresh); d != "" {
		t.Errorf("fresh scratch: %s", d)
	}
	trees := []*Tree{new(Tree), new(Tree)}
	m.ParseBatch(&s, [][]string{b, a}, trees)
	if d := cmp.Diff(first, *trees[1]); d != "" {
		t.Errorf("in a batch: %s", d)
	}
}

func TestBadModels(t *testing.T) {
	flip := func(at int) []byte {
		d := append([]byte(nil), embedded...)
		d[at] ^= 0xff
		return d
	}
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("no model at all, just text"), "magic": flip(0),
		"version": flip(8), "header": flip(20), "length": flip(15), "cut": embedded[:len(embedded)-1],
		"more": append(append([]byte(nil), embedded...), 0)} {
		if _, err := Load(data); !errors.Is(err, ErrBadModel) {
			t.Errorf("%s: %v", name, err)
		}
	}
	m := load(t)
	if _, err := m.As("nowhere"); err == nil {
		t.Error("an unknown treebank is taken")
	}
	if len(m.Digest()) != 16 {
		t.Errorf("digest %q", m.Digest())
	}
}

func TestLemmaRules(t *testing.T) {
	for _, tt := range []struct{ form, lemma string }{{"Ministers", "minister"}, {"went", "go"}, {"London", "London"},
		{"LONDON", "London"}, {"i", "I"}, {"’s", "be"}, {"A", "a"}, {"É", "é"}, {"x", "long"}, {"U.N.", "U.N."}} {
		r, err := parseRule(LemmaRule(tt.form, tt.lemma))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.apply(tt.form); got != tt.lemma {
			t.Errorf("%s: %s gives %q, want %q", tt.form, LemmaRule(tt.form, tt.lemma), got, tt.lemma)
		}
	}
	for _, bad := range []string{"", "1 2", "x 1 ", "9 1 ", "0 -1 "} {
		if _, err := parseRule(bad); err == nil {
			t.Errorf("%q passes as a rule", bad)
		}
	}
}

func TestPastLemma(t *testing.T) {
	m := &Model{irregular: irregularLemmas()}
	for _, tt := range []struct{ form, xpos, lemma, want string }{
		{"withdrew", "VBD", "withdrew", "withdraw"}, {"Fled", "VBD", "fled", "flee"}, {"found", "VB", "found", "found"},
		{"sworn", "VBN", "sworn", "swear"}, {"left", "JJ", "left", "left"}, {"met", "VBD", "meet", "meet"},
		{"founded", "VBD", "found", "found"}, {"become", "VBN", "become", "become"},
	} {
		if got := m.pastLemma(tt.form, tt.xpos, tt.lemma); got != tt.want {
			t.Errorf("%s/%s: %s, want %s", tt.form, tt.xpos, got, tt.want)
		}
	}
}
