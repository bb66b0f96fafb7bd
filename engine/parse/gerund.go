package parse

import (
	"strings"

	"annals/engine/doc"
)

// gerunds makes nouns of forms in -ing that the model read as verbs though they take
// what only a noun takes and no object: "Fighting between the army and rebels went
// on", "killed in shelling of the town". The table must know the form as a word.
func (s *Stage) gerunds(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		form := strings.ToLower(d.Form(i))
		if t.XPOS != "VBG" || t.UPOS != "VERB" || s.words == nil || !s.words.Knows(form) {
			continue
		}
		rel, ok := s.nounRelation(d, i)
		if !ok {
			continue
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma, t.Rel = "NOUN", "NN", "Number=Sing", form, rel
		for c := range d.Children(i) {
			x := &d.Tokens[c]
			switch x.Rel {
			case "obl", "obl:agent":
				x.Rel = "nmod"
			case "mark":
				x.Rel = "case"
			}
		}
		changed = true
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// nounRelation is the relation of a form in -ing as a noun; ok is false where it is a verb.
func (s *Stage) nounRelation(d *doc.Document, i int32) (rel string, ok bool) {
	ofNoun := false
	for c := range d.Children(i) {
		switch x := &d.Tokens[c]; x.Rel {
		case "obj", "iobj", "xcomp", "ccomp", "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "compound:prt":
			return "", false
		case "obl", "obl:agent", "nmod":
			if k := d.Child(c, "case"); k >= 0 && c > i {
				switch d.Tokens[k].Lemma {
				case "between", "among", "of", "by":
					ofNoun = true
				}
			}
		}
	}
	switch d.Tokens[i].Rel {
	case "csubj":
		return "nsubj", true
	case "csubj:pass":
		return "nsubj:pass", true
	case "advcl", "acl":
		mark, up := d.Child(i, "mark", "case"), d.Tokens[i].Head
		if ofNoun && mark < 0 && up > i && d.Tokens[i].Rel == "advcl" && d.Child(up, "nsubj", "nsubj:pass", "csubj") < 0 {
			return "nsubj", true
		}
		if !ofNoun || mark < 0 {
			return "", false
		}
		switch d.Tokens[mark].Lemma {
		case "in", "during", "after", "amid", "from", "of":
			if d.Tokens[i].Rel == "acl" {
				return "nmod", true
			}
			return "obl", true
		}
	case "nsubj", "nsubj:pass", "obj", "obl", "nmod":
		return d.Tokens[i].Rel, ofNoun
	}
	return "", false
}
