package conll

import (
	"fmt"
	"strings"
	"testing"

	"annals/conllu"
)

// sentences builds sentences from lines of "form relation head" with | between tokens; one of several words is written
// "whole=" before its words, which are joined by "&":
//
//	"They nsubj 2|sleep root 0|. punct 2"
//	"don't= do aux 3 & n't advmod 3|stop root 0"
//
// Tags are X, lemmas the forms in lower case.
func sentences(t *testing.T, lines ...string) []*conllu.Sentence {
	t.Helper()
	var all []*conllu.Sentence
	for _, line := range lines {
		s := &conllu.Sentence{}
		n := 0
		for token := range strings.SplitSeq(line, "|") {
			whole, rest, multi := strings.Cut(token, "= ")
			if !multi {
				rest = token
			}
			words := strings.Split(rest, " & ")
			if multi {
				s.Rows = append(s.Rows, conllu.Row{ID: conllu.ID{N: n + 1, To: n + len(words)}, Form: whole, Head: conllu.NoHead})
			}
			for _, w := range words {
				n++
				r := conllu.Row{ID: conllu.ID{N: n}, UPOS: "X"}
				if _, err := fmt.Sscan(w, &r.Form, &r.Rel, &r.Head); err != nil {
					t.Fatalf("%q: %v", w, err)
				}
				r.Lemma = strings.ToLower(r.Form)
				s.Rows = append(s.Rows, r)
			}
		}
		all = append(all, s)
	}
	return all
}

func TestEvaluate(t *testing.T) {
	for _, c := range []struct {
		name      string
		gold, sys []string
		// tokens, sentences, words, UAS, LAS, LAS with subtypes, CLAS, MLAS, BLEX as right/system/gold
		want string
	}{
		{
			// One case relation is wrong (a functional word), one subtype: MLAS of "port" falls with its child.
			name: "gold tokens",
			gold: []string{"They nsubj:pass 3|were aux:pass 3|seen root 0|in case 5|port obl 3"},
			sys:  []string{"They nsubj 3|were aux:pass 3|seen root 0|in mark 5|port obl 3"},
			want: "5/5/5 1/1/1 5/5/5 5/5/5 4/5/5 3/5/5 3/3/3 2/3/3 3/3/3",
		},
		{
			// The head "ferry" is aligned, but "sank" has another head.
			name: "wrong head",
			gold: []string{"The det 2|ferry nsubj 3|sank root 0|fast advmod 3"},
			sys:  []string{"The det 2|ferry nsubj 3|sank root 0|fast advmod 2"},
			want: "4/4/4 1/1/1 4/4/4 3/4/4 3/4/4 3/4/4 2/3/3 2/3/3 2/3/3",
		},
		{
			// "e-mail" in three: its words are aligned with nothing, and "sent" loses no arc of its own; "an" has lost its head.
			name: "a token is split",
			gold: []string{"An det 2|e-mail nsubj 3|came root 0"},
			sys:  []string{"An det 4|e compound 4|- punct 4|mail nsubj 5|came root 0"},
			want: "2/5/3 1/1/1 2/5/3 1/5/3 1/5/3 1/5/3 1/3/2 1/3/2 1/3/2",
		},
		{
			// The second sentence begins a word late: both are wrong; "Then" is a root more, and "rain" is right.
			name: "a sentence is cut wrongly",
			gold: []string{"Sun root 0", "Then advmod 2|rain root 0"},
			sys:  []string{"Sun root 0|Then dep 1", "rain root 0"},
			want: "3/3/3 0/2/2 3/3/3 2/3/3 2/3/3 2/3/3 2/3/3 2/3/3 2/3/3",
		},
		{
			// Of "dunno" the system finds two of three words; the longest common subsequence pairs "du" and "no".
			name: "a token of several words analysed otherwise",
			gold: []string{"I nsubj 4|dunno= du aux 4 & n advmod 4 & no root 0|. punct 4"},
			sys:  []string{"I nsubj 3|dunno= du aux 3 & no root 0|. punct 3"},
			want: "3/3/3 1/1/1 4/4/5 4/4/5 4/4/5 4/4/5 2/2/3 2/2/3 2/2/3",
		},
		{
			// The system writes the contraction as two tokens: the words are found by their forms, the token is not.
			name: "a contraction without its token",
			gold: []string{"We nsubj 4|can't= ca aux 4 & n't advmod 4|go root 0"},
			sys:  []string{"We nsubj 4|ca aux 4|n't advmod 4|go root 0"},
			want: "2/4/3 1/1/1 4/4/4 4/4/4 4/4/4 4/4/4 3/3/3 3/3/3 3/3/3",
		},
		{
			// A word of the system that crosses the edge of gold's token is aligned with nothing; "Ca" is, by its form.
			name: "a word across the edge",
			gold: []string{"Can't= Ca aux 3 & n't advmod 3|go root 0|on advmod 3"},
			sys:  []string{"Ca aux 2|n'tgo root 0|on advmod 2"},
			want: "1/3/3 1/1/1 2/3/4 0/3/4 0/3/4 0/3/4 0/2/3 0/2/3 0/2/3",
		},
		{
			// Spaces and invisible characters do not count (the forms are set below).
			name: "spaces",
			gold: []string{"10000 nummod 2|men root 0"},
			sys:  []string{"10000 nummod 2|men root 0"},
			want: "2/2/2 1/1/1 2/2/2 2/2/2 2/2/2 2/2/2 2/2/2 2/2/2 2/2/2",
		},
	} {
		gold, sys := sentences(t, c.gold...), sentences(t, c.sys...)
		if c.name == "spaces" {
			gold[0].Rows[0].Form, sys[0].Rows[0].Form = "10 000", "10\u200b000"
		}
		r, err := Evaluate(gold, sys)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, n := range []Count{r.Tokens, r.Sentences, r.Words, r.UAS, r.LAS, r.Full, r.CLAS, r.MLAS, r.BLEX} {
			got = append(got, fmt.Sprintf("%d/%d/%d", n.Right, n.Guess, n.Gold))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestEvaluateTags(t *testing.T) {
	gold := sentences(t, "dogs nsubj 2|bark root 0|it obj 2")
	sys := sentences(t, "dogs nsubj 2|bark root 0|it obj 2")
	gold[0].Rows[0].Feats, sys[0].Rows[0].Feats = "NumForm=Word|Number=Plur", "Number=Plur"
	gold[0].Rows[1].Feats, sys[0].Rows[1].Feats = "Tense=Pres", "Tense=Past"
	gold[0].Rows[1].XPOS = "VBP"
	gold[0].Rows[2].Lemma, sys[0].Rows[2].Lemma = "", "any"
	sys[0].Rows[0].UPOS = "NOUN"
	sys[0].Rows[1].Lemma = "barks"
	r, err := Evaluate(gold, sys)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"upos": 2, "xpos": 2, "feats": 2, "lemma": 2, "las": 3, "clas": 3, "mlas": 1, "blex": 2} {
		for _, m := range r.Metrics() {
			if m.Name == name && m.Count != (Count{want, 3, 3}) {
				t.Errorf("%s is %+v, want %d of 3", name, m.Count, want)
			}
		}
	}
	if c := *r.Detail.Relations["obj"]; c != (Count{1, 1, 1}) {
		t.Errorf("obj is %+v", c)
	}
	if c := r.Detail.Lengths[1]; c != (Count{Right: 2, Gold: 2}) {
		t.Errorf("arcs of length 1: %+v", c)
	}
	var sum Result
	sum.Sum(r)
	sum.Sum(r)
	if sum.LAS != (Count{6, 6, 6}) || *sum.Detail.Relations["nsubj"] != (Count{2, 2, 2}) || sum.Aligned != 6 {
		t.Errorf("two documents give %+v", sum)
	}
}

func TestEvaluateRefuses(t *testing.T) {
	gold := sentences(t, "Norvia nsubj 2|left root 0")
	for name, sys := range map[string][]*conllu.Sentence{
		"is in gold":  sentences(t, "Norvia nsubj 2|lefd root 0"),
		"both roots":  sentences(t, "Norvia root 0|left root 0"),
		"no word is":  sentences(t, "Norvia nsubj 2|left dep 1"),
		"character 7": sentences(t, "Norvia root 0"),
	} {
		if _, err := Evaluate(gold, sys); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestDocuments(t *testing.T) {
	all := sentences(t, "One root 0", "Two root 0", "Three root 0|. punct 1", "Four root 0")
	all[0].AddComment("newdoc id", "GUM_news_invented")
	all[0].AddComment("newpar", "")
	all[1].Rows[0].AddMisc("SpaceAfter", "No")
	all[2].Rows[0].AddMisc("SpaceAfter", "No")
	all[3].AddComment("newpar id", "p2")
	all[3].AddComment("text", "Four")
	docs := Documents(all)
	if len(docs) != 1 || docs[0].Genre() != "news" {
		t.Fatalf("documents %+v", docs)
	}
	if got, want := docs[0].Raw(), "One TwoThree.\n\nFour"; got != want {
		t.Errorf("raw text is %q, want %q", got, want)
	}
	all[3].AddComment("newdoc id", "x-1")
	if docs := Documents(all); len(docs) != 2 || docs[1].Genre() != "x" || docs[1].Raw() != "Four" {
		t.Errorf("documents %+v", docs)
	}
}
