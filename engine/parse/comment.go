package parse

import "annals/engine/doc"

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
	if root < 0 || v-sent.First < 4 || v == sent.Last-1 || !s.class("told-in-past", d.Form(v)) || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head < 0 ||
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
