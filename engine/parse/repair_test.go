package parse

import (
	"testing"

	"annals/engine/doc"
)

// tokens makes a sentence of words with tag, relation and head.
func tokens(text string, rows ...[4]any) (*doc.Document, *doc.Sentence) {
	d := &doc.Document{Text: text}
	at := 0
	for _, r := range rows {
		form := r[0].(string)
		for text[at:at+len(form)] != form {
			at++
		}
		t := doc.Token{Span: doc.Span{Start: int32(at), End: int32(at + len(form))}, XPOS: r[1].(string), Rel: r[2].(string), Head: int32(r[3].(int))}
		switch t.XPOS {
		case "VBD", "VBN", "VBG":
			t.UPOS = "VERB"
		case "NN", "NNS":
			t.UPOS = "NOUN"
		case "IN":
			t.UPOS = "ADP"
		default:
			t.UPOS = "PUNCT"
		}
		t.Lemma = form
		d.Tokens = append(d.Tokens, t)
		at += len(form)
	}
	d.Sentences = []doc.Sentence{{Span: doc.Span{Start: 0, End: int32(len(text))}, First: 0, Last: int32(len(d.Tokens)), Root: -1}}
	d.Link()
	for i := range d.Tokens {
		if d.Tokens[i].Head < 0 {
			d.Sentences[0].Root = int32(i)
		}
	}
	return d, &d.Sentences[0]
}

type known map[string]bool

func (k known) Knows(lemma string) bool { return k[lemma] }
func (k known) Verb(lemma string) bool  { return k[lemma] }

func (k known) Class(class, word string) bool { return k[class+" "+word] }

// classed has the classes of the words below.
var classed = known{"told-in-past reported": true, "takes-over hand": true, "two-objects award": true, "title-end president": true, "title-end minister": true}

func TestGerund(t *testing.T) {
	s := &Stage{words: known{"shelling": true}}
	d, sent := tokens("shelling of towns continued .", [4]any{"shelling", "VBG", "csubj", 3}, [4]any{"of", "IN", "case", 2}, [4]any{"towns", "NNS", "obl", 0},
		[4]any{"continued", "VBD", "root", -1}, [4]any{".", ".", "punct", 3})
	s.gerunds(d, sent)
	if x := d.Tokens[0]; x.UPOS != "NOUN" || x.Rel != "nsubj" || d.Tokens[2].Rel != "nmod" {
		t.Errorf("%+v", d.Tokens)
	}
	d, sent = tokens("shelling towns continued .", [4]any{"shelling", "VBG", "csubj", 2}, [4]any{"towns", "NNS", "obj", 0}, [4]any{"continued", "VBD", "root", -1}, [4]any{".", ".", "punct", 2})
	s.gerunds(d, sent)
	if d.Tokens[0].UPOS != "VERB" {
		t.Error("with an object it is a verb")
	}
}

func TestComment(t *testing.T) {
	s := &Stage{words: classed}
	d, sent := tokens("police left towns , radio reported .", [4]any{"police", "NNS", "nsubj", 1}, [4]any{"left", "VBD", "root", -1}, [4]any{"towns", "NNS", "obj", 1},
		[4]any{",", ",", "punct", 4}, [4]any{"radio", "NN", "appos", 2}, [4]any{"reported", "VBN", "advcl", 1}, [4]any{".", ".", "punct", 1})
	s.comment(d, sent)
	if x := d.Tokens[5]; x.Rel != "parataxis" || x.Head != 1 || d.Tokens[4].Head != 5 || d.Tokens[4].Rel != "nsubj" {
		t.Errorf("%+v", d.Tokens)
	}
	d, sent = tokens("police left towns , people wounded .", [4]any{"police", "NNS", "nsubj", 1}, [4]any{"left", "VBD", "root", -1}, [4]any{"towns", "NNS", "obj", 1},
		[4]any{",", ",", "punct", 4}, [4]any{"people", "NNS", "appos", 2}, [4]any{"wounded", "VBN", "advcl", 1}, [4]any{".", ".", "punct", 1})
	s.comment(d, sent)
	if d.Tokens[5].Rel != "advcl" {
		t.Error("no word of telling")
	}
}

func TestActive(t *testing.T) {
	d, sent := tokens("troops withdrew .", [4]any{"troops", "NNS", "nsubj:pass", 1}, [4]any{"withdrew", "VBD", "root", -1}, [4]any{".", ".", "punct", 1})
	(&Stage{words: classed}).active(d, sent)
	if d.Tokens[0].Rel != "nsubj" {
		t.Error("plain past is active")
	}
	d, sent = tokens("troops withdrawn .", [4]any{"troops", "NNS", "nsubj:pass", 1}, [4]any{"withdrawn", "VBN", "root", -1}, [4]any{".", ".", "punct", 1})
	(&Stage{words: classed}).active(d, sent)
	if d.Tokens[0].Rel != "nsubj:pass" {
		t.Error("a participle may be passive")
	}
}

func TestActiveWithObject(t *testing.T) {
	d, sent := tokens("police arrested him .", [4]any{"police", "NNS", "nsubj:pass", 1}, [4]any{"arrested", "VBN", "root", -1}, [4]any{"him", "PRP", "obj", 1}, [4]any{".", ".", "punct", 1})
	(&Stage{words: classed}).active(d, sent)
	if d.Tokens[0].Rel != "nsubj" || d.Tokens[1].XPOS != "VBD" {
		t.Error("what has an object behind it is active")
	}
	d, sent = tokens("envoy awarded prize .", [4]any{"envoy", "NN", "nsubj:pass", 1}, [4]any{"awarded", "VBN", "root", -1}, [4]any{"prize", "NN", "obj", 1}, [4]any{".", ".", "punct", 1})
	d.Tokens[1].Lemma = "award"
	(&Stage{words: classed}).active(d, sent)
	if d.Tokens[0].Rel != "nsubj:pass" {
		t.Error("the passive of a verb with two objects keeps one")
	}
}

func TestConjuncts(t *testing.T) {
	rows := [][4]any{{"talks", "NNS", "nsubj", 5}, {"between", "IN", "case", 2}, {"Chad", "NNP", "nmod", 0}, {"and", "CC", "cc", 4}, {"Niger", "NNP", "appos", 0}, {"ended", "VBD", "root", -1}}
	d, sent := tokens("talks between Chad and Niger ended", rows...)
	conjuncts(d, sent)
	if x := d.Tokens[4]; x.Rel != "conj" || x.Head != 2 {
		t.Errorf("%+v", x)
	}
	rows[3] = [4]any{",", ",", "punct", 4}
	d, sent = tokens("talks between Chad , Niger ended", rows...)
	conjuncts(d, sent)
	if d.Tokens[4].Rel != "appos" {
		t.Error("without \"and\" it may be another name")
	}
}

func TestNames(t *testing.T) {
	rows := [][4]any{{"President", "NNP", "nmod:desc", 1}, {"Anna", "NNP", "nsubj", 7}, {"Berg", "NNP", "flat", 1}, {",", ",", "punct", 1},
		{"Minister", "NNP", "appos", 1}, {"Nils", "NNP", "flat", 1}, {"Holm", "NNP", "flat", 5}, {"met", "VBD", "root", -1}}
	d, sent := tokens("President Anna Berg , Minister Nils Holm met", rows...)
	d.Tokens[5].UPOS = "PROPN"
	(&Stage{words: classed}).names(d, sent)
	if x, y := d.Tokens[5], d.Tokens[4]; x.Rel != "conj" || x.Head != 1 || y.Head != 5 || y.Rel != "nmod:desc" {
		t.Errorf("%+v %+v", x, y)
	}
	rows[4] = [4]any{"Junior", "NNP", "appos", 1}
	d, sent = tokens("President Anna Berg , Junior Nils Holm met", rows...)
	d.Tokens[5].UPOS = "PROPN"
	(&Stage{words: classed}).names(d, sent)
	if d.Tokens[5].Rel != "flat" {
		t.Error("no title begins another name")
	}
}

func TestParticleBeforeNumber(t *testing.T) {
	s := &Stage{words: classed}
	d, sent := tokens("rebels hand over four hostages .", [4]any{"rebels", "NNS", "nsubj", 1}, [4]any{"hand", "VBD", "root", -1}, [4]any{"over", "RB", "advmod", 3},
		[4]any{"four", "CD", "nummod", 4}, [4]any{"hostages", "NNS", "obj", 1}, [4]any{".", ".", "punct", 1})
	d.Tokens[3].UPOS, d.Tokens[1].Lemma = "NUM", "hand"
	s.particles(d, sent)
	if x := d.Tokens[2]; x.Rel != "compound:prt" || x.Head != 1 {
		t.Errorf("%+v", x)
	}
	d, sent = tokens("rebels hold over four hostages .", [4]any{"rebels", "NNS", "nsubj", 1}, [4]any{"hold", "VBD", "root", -1}, [4]any{"over", "RB", "advmod", 3},
		[4]any{"four", "CD", "nummod", 4}, [4]any{"hostages", "NNS", "obj", 1}, [4]any{".", ".", "punct", 1})
	d.Tokens[3].UPOS = "NUM"
	s.particles(d, sent)
	if x := d.Tokens[2]; x.Rel != "advmod" {
		t.Errorf("%+v", x)
	}
}

// TestOffices: lists behind names and offices with "of" in them.
func TestOffices(t *testing.T) {
	s := &Stage{words: classed}
	d, sent := tokens("Republic of Chad and Mali met", [4]any{"Republic", "NNP", "nsubj", 5}, [4]any{"of", "IN", "case", 2}, [4]any{"Chad", "NNP", "nmod", 0},
		[4]any{"and", "CC", "cc", 4}, [4]any{"Mali", "NNP", "conj", 2}, [4]any{"met", "VBD", "root", -1})
	for i, name := range []string{"B-place", "I-place", "I-place", "", "B-place", ""} {
		d.Tokens[i].Name = name
	}
	d.Tokens[4].UPOS = "PROPN"
	s.outside(d, sent)
	if d.Tokens[4].Head != 0 {
		t.Error("Mali is no part of the name")
	}
	d, sent = tokens("presidents of Chad and Mali , Anna and Nils met", [4]any{"presidents", "NNS", "nsubj", 9}, [4]any{"of", "IN", "case", 2}, [4]any{"Chad", "NNP", "nmod", 0},
		[4]any{"and", "CC", "cc", 4}, [4]any{"Mali", "NNP", "conj", 2}, [4]any{",", ",", "punct", 6}, [4]any{"Anna", "NNP", "conj", 0}, [4]any{"and", "CC", "cc", 8}, [4]any{"Nils", "NNP", "conj", 2},
		[4]any{"met", "VBD", "root", -1})
	d.Tokens[0].Lemma = "president"
	d.Tokens[6].Name, d.Tokens[8].Name = "B-person", "B-person"
	s.holders(d, sent)
	if d.Tokens[6].Rel != "appos" || d.Tokens[8].Head != 6 || d.Tokens[4].Head != 2 {
		t.Errorf("%+v", d.Tokens)
	}
	d.Tokens[8].Rel, d.Tokens[8].Head = "conj", 2
	d.Tokens[6].Rel, d.Tokens[6].Head, d.Tokens[8].Name = "conj", 0, "B-place"
	d.LinkSentence(sent)
	s.holders(d, sent)
	if d.Tokens[6].Rel != "conj" {
		t.Error("one name for two states")
	}
	d, sent = tokens("Chad and envoys of rebels met", [4]any{"Chad", "NNP", "nsubj", 5}, [4]any{"and", "CC", "cc", 2}, [4]any{"envoys", "NNS", "conj", 0},
		[4]any{"of", "IN", "case", 4}, [4]any{"rebels", "NNS", "nmod", 0}, [4]any{"met", "VBD", "root", -1})
	d.Tokens[0].UPOS = "PROPN"
	nearestOf(d, sent)
	if d.Tokens[4].Head != 2 {
		t.Error("the rebels have the envoys")
	}
}

func TestBeside(t *testing.T) {
	d, sent := tokens("they met counterpart Holm", [4]any{"they", "PRP", "nsubj", 1}, [4]any{"met", "VBD", "root", -1}, [4]any{"counterpart", "NN", "obj", 1}, [4]any{"Holm", "NNP", "xcomp", 1})
	d.Tokens[3].UPOS, d.Tokens[3].Name = "PROPN", "B-person"
	beside(d, sent)
	if d.Tokens[3].Rel != "appos" || d.Tokens[3].Head != 2 {
		t.Errorf("%+v", d.Tokens)
	}
	d, sent = tokens("they named Anna minister", [4]any{"they", "PRP", "nsubj", 1}, [4]any{"named", "VBD", "root", -1}, [4]any{"Anna", "NNP", "obj", 1}, [4]any{"minister", "NN", "xcomp", 1})
	beside(d, sent)
	if d.Tokens[3].Rel != "xcomp" {
		t.Error("minister is what she becomes")
	}
}

func TestToBe(t *testing.T) {
	s := &Stage{words: known{"plan-noun plan": true}}
	rows := [][4]any{{"Norland", "NNP", "nsubj:outer", 3}, {"is", "VBZ", "cop", 3}, {"to", "TO", "mark", 3}, {"leave", "VB", "root", -1}, {".", ".", "punct", 3}}
	read := func(text string) *doc.Document {
		d, sent := tokens(text, rows...)
		d.Tokens[3].UPOS, d.Tokens[0].UPOS = "VERB", "NOUN"
		s.toBe(d, sent)
		return d
	}
	if d := read("Norland is to leave ."); d.Tokens[0].Rel != "nsubj" || d.Tokens[1].Rel != "aux" {
		t.Errorf("%+v", d.Tokens)
	}
	rows[0][0] = "plan"
	if d := read("plan is to leave ."); d.Tokens[0].Rel != "nsubj:outer" {
		t.Error("a plan does not do what it is about")
	}
}

func TestUndoubled(t *testing.T) {
	for _, x := range [][3]string{{"robb", "robbing", "rob"}, {"plott", "plotting", "plot"}, {"shell", "shelling", "shell"}, {"stress", "stressed", "stress"}, {"err", "erring", "err"}} {
		if got := undoubled(x[0], x[1]); got != x[2] {
			t.Errorf("%s of %s gives %s, want %s", x[0], x[1], got, x[2])
		}
	}
}
