package parse

import (
	"strings"

	"annals/engine/doc"
)

// outside hangs a member of a list that stands behind a name with "of" in it on the
// whole name: in "the Republic of the Congo and Rwanda", Rwanda is no part of the
// republic. The names that the model marks say where a name ends.
func (s *Stage) outside(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "conj" || t.Head < sent.First || strings.HasPrefix(t.Name, "I-") || t.UPOS != "PROPN" {
			continue
		}
		in := t.Head
		up := d.Tokens[in].Head
		if up < sent.First || up > in || !d.HasRel(in, "nmod") || !strings.HasPrefix(d.Tokens[in].Name, "I-") || d.Tokens[up].XPOS != "NNP" || d.Tokens[up].Name == "" ||
			s.class("title-end", d.Form(up)) {
			continue
		}
		if k := d.Child(in, "case"); k < 0 || !strings.EqualFold(d.Form(k), "of") || !strings.HasPrefix(d.Tokens[k].Name, "I-") {
			continue
		}
		t.Head, changed = up, true
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// nearestOf hangs a phrase with "of" on the noun right before it, where the model hangs
// it on a name that the noun is joined to: "the Taliban and envoys of the government".
func nearestOf(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		k := d.Child(i, "case")
		if t.Rel != "nmod" || k <= sent.First || t.Head < sent.First || d.Tokens[t.Head].UPOS != "PROPN" || !strings.EqualFold(d.Form(k), "of") {
			continue
		}
		if c := k - 1; d.HasRel(c, "conj") && d.Tokens[c].Head == t.Head && d.Tokens[c].UPOS == "NOUN" {
			t.Head, changed = c, true
		}
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// holders makes the people named behind an office in the plural and the states it is
// held in the holders of it, not further members of the list: "the presidents of Mali
// and Chad, Anna Berg and Nils Holm". There must be as many of them as states.
func (s *Stage) holders(d *doc.Document, sent *doc.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.XPOS != "NNS" && t.XPOS != "NNPS" || !s.class("title-end", t.Lemma) {
			continue
		}
		of := int32(-1)
		for c := range d.Children(i) {
			if k := d.Child(c, "case"); c > i && d.HasRel(c, "nmod") && k >= 0 && strings.EqualFold(d.Form(k), "of") {
				of = c
				break
			}
		}
		if of < 0 {
			continue
		}
		states, people := []int32{of}, []int32(nil)
		for j := of + 1; j < sent.Last; j++ {
			if !d.HasRel(j, "conj", "appos") || d.Tokens[j].Head != i && d.Tokens[j].Head != of && (len(people) == 0 || d.Tokens[j].Head != people[0]) {
				continue
			}
			if d.Tokens[j].Name == "B-person" {
				people = append(people, j)
			} else if len(people) == 0 {
				states = append(states, j)
			}
		}
		if len(people) < 2 || len(people) != len(states) {
			continue
		}
		for _, j := range states[1:] {
			d.Tokens[j].Rel, d.Tokens[j].Head = "conj", of
		}
		d.Tokens[people[0]].Rel, d.Tokens[people[0]].Head = "appos", i
		for _, j := range people[1:] {
			d.Tokens[j].Rel, d.Tokens[j].Head = "conj", people[0]
		}
		d.LinkSentence(sent)
	}
}
