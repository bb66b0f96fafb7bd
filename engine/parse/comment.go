package parse

import (
	"strings"

	"annals/engine/doc"
)

// comment mends "…, state television reported." at the end of a sentence: where the
// form may be a participle, the model tends to hang the noun on what stands before
// the comma and the verb on the main clause.
func (s *Stage) comment(d *doc.Document, sent *doc.Sentence) {
	v := sent.Last - 1
	for v > sent.First && d.Tokens[v].UPOS == "PUNCT" {
		v--
	}
	root := sent.Root
	t := &d.Tokens[v]
	if root < 0 || v-sent.First < 4 || v == sent.Last-1 || !toldInPast(d.Form(v)) || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head < 0 ||
		d.Child(v, "obj", "ccomp", "aux:pass", "aux") >= 0 || d.Tokens[root].UPOS != "VERB" || root >= v || d.Child(root, "nsubj", "nsubj:pass") < 0 {
		return
	}
	comma := v - 1
	for comma > root && v-comma <= longestTeller && d.Form(comma) != "," {
		switch d.Tokens[comma].UPOS {
		case "VERB", "AUX", "PUNCT", "SCONJ", "CCONJ":
			return
		}
		comma--
	}
	if comma <= root || d.Form(comma) != "," || comma == v-1 {
		return
	}
	if subj := d.Child(v, "nsubj"); subj >= 0 {
		if subj > comma && d.Tokens[subj].UPOS != "PRON" && d.HasRel(v, "acl", "advcl", "conj") {
			t.Head, t.Rel = root, "parataxis"
			d.LinkSentence(sent)
		}
		return
	}
	noun := v - 1
	if u := d.Tokens[noun].UPOS; u != "NOUN" && u != "PROPN" {
		return
	}
	for h := d.Tokens[noun].Head; h > comma && h < v; h = d.Tokens[h].Head {
		noun = h
	}
	for i := comma; i < v; i++ {
		if h := d.Tokens[i].Head; i != noun && (h < comma || h >= v) {
			d.Tokens[i].Head = noun
			if i == comma {
				d.Tokens[i].Head = v
			}
		}
	}
	d.Tokens[noun].Head, d.Tokens[noun].Rel = v, "nsubj"
	t.UPOS, t.XPOS, t.Feats, t.Head, t.Rel = "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", root, "parataxis"
	d.LinkSentence(sent)
}

// longestTeller is how many words a teller behind the comma may have.
const longestTeller = 9

// toldInPast reports a form of telling that may be a participle as well.
func toldInPast(form string) bool {
	switch strings.ToLower(form) {
	case "reported", "announced", "confirmed", "added", "claimed", "stated", "declared", "revealed", "insisted", "warned", "explained", "noted":
		return true
	}
	return false
}

// conjuncts makes a noun behind an "and" of its own a member of the list, where the
// model takes it for another name of what stands before: in "talks between Chad and,
// for the first time, Niger" the second side is no other name of the talks.
func conjuncts(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		cc := int32(-1)
		if t.Rel == "appos" && t.Head >= 0 && t.Head < i {
			cc = d.Child(i, "cc")
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
	if changed {
		d.LinkSentence(sent)
	}
}

// threeSided reports a verb whose passive keeps an object: "was awarded a prize".
func threeSided(lemma string) bool {
	switch lemma {
	case "award", "grant", "offer", "deny", "refuse", "fine", "charge", "allow", "promise", "assign", "owe", "deal", "name", "elect", "appoint", "call", "declare", "crown":
		return true
	}
	return false
}

// active takes the mark of the passive off a subject whose verb is in the plain past, and
// makes a verb in -ed plain past that has both a subject and an object behind it and
// no auxiliary: "police arrested a man" is no passive.
func active(d *doc.Document, sent *doc.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel == "nsubj:pass" && t.Head >= 0 && d.Tokens[t.Head].XPOS == "VBD" && d.Child(t.Head, "aux:pass") < 0 {
			t.Rel = "nsubj"
			continue
		}
		if t.Rel != "nsubj:pass" || t.Head <= i {
			continue
		}
		v := &d.Tokens[t.Head]
		if o := d.Child(t.Head, "obj"); o > t.Head && v.XPOS == "VBN" && strings.HasSuffix(d.Form(t.Head), "ed") && !threeSided(v.Lemma) && d.Child(t.Head, "aux:pass", "aux", "cop", "obl:agent") < 0 {
			t.Rel, v.XPOS, v.Feats = "nsubj", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
		}
	}
}
