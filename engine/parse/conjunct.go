package parse

import (
	"strings"

	"annals/engine/doc"
)

// conjuncts makes a noun behind an "and" of its own a member of the list, where the
// model takes it for another name of what stands before: in "talks between Chad and,
// for the first time, Niger" the second side is no other name of the talks.
func conjuncts(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		cc := int32(-1)
		if t.Rel == "appos" && t.Head >= 0 && t.Head < i {
			if cc = d.Child(i, "cc"); cc < 0 {
				if title := d.Child(i, "nmod:desc"); title >= 0 && title < i {
					cc = d.Child(title, "cc") // "Mali's president and Chadian leader Deby"
				}
			}
		}
		if cc < 0 || cc > i || strings.ToLower(d.Form(cc)) != "and" {
			continue
		}
		t.Rel, changed = "conj", true
		for c := range d.Children(t.Head) {
			if k := d.Child(c, "case"); c < cc && k >= 0 && d.HasRel(c, "nmod") && strings.ToLower(d.Form(k)) == "between" {
				t.Head = c
				break
			}
		}
	}
	for i := sent.First; i < sent.Last; i++ {
		// "Anna Berg and Nils Holm and Per Dahl": names of one list hang on its first
		t := &d.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "PROPN" || t.Head < 0 || t.Head > i {
			continue
		}
		for up := &d.Tokens[t.Head]; up.Rel == "conj" && up.UPOS == "PROPN" && up.Head >= 0 && up.Head < t.Head && d.Tokens[up.Head].UPOS == "PROPN"; up = &d.Tokens[t.Head] {
			t.Head, changed = up.Head, true
		}
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// sharedNoun makes the noun that ends a list of names without an "and" of its own what
// the names belong to: in "UK and EU negotiators" they are not three.
func sharedNoun(d *doc.Document, sent *doc.Sentence) {
	for i := sent.First + 2; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "conj" || t.XPOS != "NNS" || t.Head < sent.First || d.Child(i, "cc") >= 0 || !d.HasRel(i-1, "conj") || d.Tokens[i-1].Head != t.Head || d.Tokens[i-1].UPOS != "PROPN" && d.Tokens[i-1].UPOS != "ADJ" {
			continue
		}
		h := t.Head
		if d.Tokens[h].UPOS != "PROPN" || d.Child(i-1, "cc") < 0 || d.Tokens[h].Head < 0 {
			continue
		}
		for c := range d.Children(h) {
			if c < h && d.HasRel(c, "det", "case") {
				d.Tokens[c].Head = i
			}
		}
		t.Rel, t.Head = d.Tokens[h].Rel, d.Tokens[h].Head
		d.Tokens[h].Rel, d.Tokens[h].Head = "compound", i
		d.LinkSentence(sent)
	}
}

// secondObjects makes a sum of money behind a person or state the object, where the model
// joins it to them though no "and" stands there: "promised the president, Anna Berg, $50".
func secondObjects(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "SYM" && t.UPOS != "NUM" || t.Head < 0 || t.Head > i || d.Child(i, "cc") >= 0 {
			continue
		}
		o := t.Head
		if d.Tokens[o].Rel != "obj" || d.Tokens[o].UPOS != "PROPN" && d.Tokens[o].UPOS != "NOUN" || d.Tokens[o].Head < 0 {
			continue
		}
		t.Rel, t.Head = "obj", d.Tokens[o].Head
		d.Tokens[o].Rel, changed = "iobj", true
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// beside makes the name of a person right behind an object another name of it, where
// the model takes it for what the object is made: "met his counterpart President Holm".
func beside(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "xcomp" || t.UPOS != "PROPN" || !strings.HasSuffix(t.Name, "-person") || t.Head < 0 {
			continue
		}
		o := d.Child(t.Head, "obj")
		if o < 0 || o > i || d.Tokens[o].UPOS != "NOUN" {
			continue
		}
		close := true
		for j := o + 1; j < i; j++ {
			close = close && d.Tokens[j].Head > o && d.Tokens[j].Head <= i
		}
		if close {
			t.Rel, t.Head, changed = "appos", o, true
		}
	}
	if changed {
		d.LinkSentence(sent)
	}
}

// frontedSubject gives a verb without a subject the noun right before it, where the model
// joins that to the last noun of what stands before the comma: "After talks in Beijing,
// China and India agreed".
func frontedSubject(d *doc.Document, sent *doc.Sentence) {
	for v := sent.First + 3; v < sent.Last; v++ {
		t := &d.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBZ" && t.XPOS != "VBP" && t.XPOS != "VBD" || !d.HasRel(v, "root", "ccomp", "parataxis") || d.Child(v, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
			continue
		}
		comma := v - 1
		for comma > sent.First && d.Form(comma) != "," {
			comma--
		}
		if comma <= sent.First || d.Tokens[comma].Rel != "punct" {
			continue
		}
		subject := int32(-1)
		for j := comma + 1; j < v; j++ {
			if h := d.Tokens[j].Head; d.HasRel(j, "conj") && h >= sent.First && h < comma && d.Child(j, "cc") < 0 && (d.Tokens[j].UPOS == "PROPN" || d.Tokens[j].UPOS == "NOUN") && below(d, h, v) {
				subject = j
				break
			}
		}
		if subject < 0 || !phraseBetween(d, comma+1, v, subject) {
			continue
		}
		old := d.Tokens[subject].Head
		for j := subject + 1; j < v; j++ {
			if d.Tokens[j].Head == old && d.HasRel(j, "conj") {
				d.Tokens[j].Head = subject
			}
		}
		d.Tokens[subject].Rel, d.Tokens[subject].Head = "nsubj", v
		d.LinkSentence(sent)
	}
}

// below reports whether token t hangs, through others, on v.
func below(d *doc.Document, t, v int32) bool {
	for n := 0; n < 12 && t >= 0; n++ {
		if t == v {
			return true
		}
		t = d.Tokens[t].Head
	}
	return false
}

// phraseBetween reports whether all words of [a, b) belong to the phrase of noun s and
// those joined to it, or are adverbs and auxiliaries of the verb at b.
func phraseBetween(d *doc.Document, a, b, s int32) bool {
	old := d.Tokens[s].Head
	for j := a; j < b; j++ {
		if d.Tokens[j].Head == b && d.HasRel(j, "advmod", "aux", "punct") {
			continue
		}
		t, ok := j, false
		for n := 0; n < 12 && t >= 0; n++ {
			if t == s || d.HasRel(t, "conj") && d.Tokens[t].Head == old && t > s {
				ok = true
				break
			}
			t = d.Tokens[t].Head
		}
		if !ok {
			return false
		}
	}
	return true
}
