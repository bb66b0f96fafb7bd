package parse

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/engine/doc"
	"annals/table"
)

// Words is what the stage asks the language files about words.
type Words interface {
	Knows(lemma string) bool // is it a lemma of any table
	Verb(lemma string) bool  // does it tell an act as a verb
	// Class reports whether a word is of a class of classes.tsv.
	Class(class, word string) bool
}

// class asks for a class of words; without language files none has any.
func (s *Stage) class(name, word string) bool {
	return s.words != nil && s.words.Class(name, strings.ToLower(word))
}

// irregular past forms by verb.
type irregular map[string]string

func loadIrregular(lang fs.FS) (irregular, []table.Problem, error) {
	src, err := fs.ReadFile(lang, "irregular.tsv")
	if err != nil {
		return nil, nil, fmt.Errorf("irregular verbs: %w", err)
	}
	t, problems := table.Parse("irregular.tsv", src)
	out := irregular{}
	for _, r := range t.Rows {
		out[r.Get(0)] = r.Get(1)
	}
	return out, problems, nil
}

// past is the past form of a verb.
func (ir irregular) past(lemma string) string {
	if p := ir[lemma]; p != "" {
		return p
	}
	switch n := len(lemma); {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case n > 2 && lemma[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(lemma[n-2])):
		return lemma[:n-1] + "ied"
	}
	return lemma + "ed"
}

// tries is how many words of a sentence are tried as its verb.
const tries = 4

// headline mends sentences in the present of headlines, which treebanks hardly
// have: "Police raid the office" is read as a noun phrase. Where a sentence has no
// verb at its root, a word that the lexicon knows as a verb is put into the past,
// the sentence is parsed again, and the tree is kept if the word is now its root
// with a subject before it. The words of the document stay as they are.
func (s *Stage) headline(d *doc.Document, sent *doc.Sentence, m *memory) bool {
	if sent.Root < 0 || s.words == nil || s.finite(d, sent.Root) {
		return false
	}
	n := 0
	for i := sent.First + 1; i < sent.Last-1 && n < tries; i++ {
		t := &d.Tokens[i]
		form := d.Form(i)
		if t.UPOS != "NOUN" && t.UPOS != "VERB" && t.UPOS != "ADJ" && t.UPOS != "PROPN" || form != strings.ToLower(form) {
			continue
		}
		lemma := s.verbOf(form)
		if lemma == "" {
			continue
		}
		n++
		if s.retry(d, sent, m, i, lemma) {
			return true
		}
	}
	return false
}

// finite reports whether the root is a finite verb or has a copula or auxiliary.
func (s *Stage) finite(d *doc.Document, root int32) bool {
	t := &d.Tokens[root]
	if t.UPOS == "AUX" || t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" {
		return true
	}
	subject := d.Child(root, "nsubj") >= 0
	return d.Child(root, "cop", "aux") >= 0 && subject || t.UPOS == "VERB" && subject
}

// verbOf is the verb whose present form this is, or "".
func (s *Stage) verbOf(form string) string {
	if s.words.Verb(form) {
		return form
	}
	for _, e := range endings("NOUN") {
		if stem, ok := strings.CutSuffix(form, e.suffix); ok && len(stem) > 1 {
			for _, add := range e.add {
				if s.words.Verb(stem + add) {
					return stem + add
				}
			}
		}
	}
	return ""
}

// retry parses the sentence with word i in the past and keeps the tree if it is better.
func (s *Stage) retry(d *doc.Document, sent *doc.Sentence, m *memory, i int32, lemma string) bool {
	m.forms = m.forms[:0]
	for t := sent.First; t < sent.Last; t++ {
		m.forms = append(m.forms, d.Form(t))
	}
	k := i - sent.First
	m.forms[k] = s.irregular.past(lemma)
	s.model.Parse(&m.scratch, m.forms, &m.tree)
	if m.tree.Head[k] >= 0 || m.tree.UPOS[k] != "VERB" {
		return false
	}
	subject := false
	for j, h := range m.tree.Head {
		if h == k && m.tree.Rel[j] == "nsubj" && int32(j) < k {
			subject = true
		}
	}
	if !subject {
		return false
	}
	write(d, sent, &m.tree)
	t := &d.Tokens[i]
	t.Lemma, t.XPOS, t.Feats = lemma, "VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"
	if form := d.Form(i); form != lemma {
		t.XPOS = "VBZ"
	}
	return true
}
