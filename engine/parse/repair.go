package parse

import (
	"strings"

	"annals/engine/doc"
)

// repair mends what the model gets wrong and the rest of the tree gives away: a
// word with an object is a verb, and a lemma that no table knows is made anew by
// rule where that gives one that a table knows.
func (s *Stage) repair(d *doc.Document, sent *doc.Sentence) {
	s.particles(d, sent)
	s.gerunds(d, sent)
	s.comment(d, sent)
	s.active(d, sent)
	s.toBe(d, sent)
	conjuncts(d, sent)
	beside(d, sent)
	secondObjects(d, sent)
	sharedNoun(d, sent)
	frontedSubject(d, sent)
	s.outside(d, sent)
	nearestOf(d, sent)
	s.holders(d, sent)
	s.names(d, sent)
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel == "expl" && t.Head > i && d.Tokens[t.Head].UPOS == "ADJ" && s.class("of-doers", d.Tokens[t.Head].Lemma) {
			t.Rel = "nsubj" // "it is ready to help" is said of somebody
		}
		if (t.UPOS == "ADJ" || t.UPOS == "NOUN" || t.UPOS == "PROPN") && s.actsAsVerb(d, i) {
			t.UPOS, t.XPOS, t.Feats = "VERB", verbTag(d.Form(i)), "VerbForm=Fin"
			t.Lemma = strings.ToLower(d.Form(i))
		}
		if s.words == nil || t.UPOS != "VERB" && t.UPOS != "NOUN" || s.words.Knows(t.Lemma) {
			continue
		}
		if l := s.lemma(strings.ToLower(d.Form(i)), t.UPOS); l != "" {
			t.Lemma = l
		} else if t.UPOS == "VERB" {
			t.Lemma = undoubled(t.Lemma, strings.ToLower(d.Form(i)))
		}
	}
}

// particles mends phrasal verbs whose particle was tagged as one but hung as a
// preposition: in "called off the talks" the talks are the object.
func (s *Stage) particles(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First + 1; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if s.counts(d, i) { // "hand over four hostages": not more than four
			t.XPOS, t.UPOS, t.Rel, t.Head = "RP", "ADP", "compound:prt", i-1
			changed = true
			continue
		}
		if t.XPOS != "RP" || t.Rel != "case" || t.Head < 0 || t.Head <= i {
			continue
		}
		noun, verb := &d.Tokens[t.Head], d.Tokens[t.Head].Head
		if noun.Rel != "obl" || verb != i-1 || d.Tokens[verb].UPOS != "VERB" || d.Child(verb, "obj") >= 0 {
			continue
		}
		noun.Rel, t.Rel, t.Head = "obj", "compound:prt", verb
		changed = true
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// counts reports an "over" read as part of a number behind a verb that takes it as
// its particle.
func (s *Stage) counts(d *doc.Document, i int32) bool {
	t := &d.Tokens[i]
	if !strings.EqualFold(d.Form(i), "over") || t.Rel != "advmod" || t.Head <= i || d.Tokens[i-1].UPOS != "VERB" {
		return false
	}
	return s.class("takes-over", d.Tokens[i-1].Lemma) && d.Tokens[t.Head].UPOS == "NUM"
}

// actsAsVerb reports whether a word has both a subject and an object, which only
// a verb can have, and is a form of a verb that the tables know.
func (s *Stage) actsAsVerb(d *doc.Document, i int32) bool {
	var subj, obj, cop bool
	for c := range d.Children(i) {
		subj = subj || d.HasRel(c, "nsubj")
		obj = obj || d.HasRel(c, "obj", "xcomp", "ccomp")
		cop = cop || d.HasRel(c, "cop", "case", "det")
	}
	if !subj || !obj || cop {
		return false
	}
	form := strings.ToLower(d.Form(i))
	return s.words == nil || s.words.Knows(form) || s.lemma(form, "VERB") != ""
}

func verbTag(form string) string {
	switch {
	case strings.HasSuffix(form, "s"):
		return "VBZ"
	case strings.HasSuffix(form, "ed"):
		return "VBD"
	}
	return "VBP"
}

// lemma makes lemmas of a form by the rules of English spelling and gives the
// first that the tables know, or "".
func (s *Stage) lemma(form, upos string) string {
	for _, end := range endings(upos) {
		stem, ok := strings.CutSuffix(form, end.suffix)
		if !ok || len(stem) < 2 {
			continue
		}
		for _, add := range end.add {
			if l := stem + add; s.words.Knows(l) {
				return l
			}
		}
		if n := len(stem); end.double && n > 2 && stem[n-1] == stem[n-2] && s.words.Knows(stem[:n-1]) {
			return stem[:n-1]
		}
	}
	return ""
}

// undoubled takes the second of two like consonants off a lemma that the model cut from a
// form in which spelling doubles it: "robb" of "robbing". Words that no table knows and
// that end so by themselves are few.
func undoubled(lemma, form string) string {
	n := len(lemma)
	if n < 4 || form == lemma || lemma[n-1] != lemma[n-2] || !strings.HasPrefix(form, lemma) || !strings.ContainsRune("bgmnprt", rune(lemma[n-1])) {
		return lemma
	}
	return lemma[:n-1]
}

type ending struct {
	suffix string
	add    []string
	double bool // the stem may double its last letter: "dropped"
}

func endings(upos string) []ending {
	plural := []ending{{"ies", []string{"y"}, false}, {"es", []string{"", "e"}, false}, {"s", []string{""}, false}}
	if upos == "NOUN" {
		return plural
	}
	return append([]ending{{"ied", []string{"y"}, false}, {"ed", []string{"e", ""}, true}, {"ing", []string{"e", ""}, true}}, plural...)
}
