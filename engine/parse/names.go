package parse

import "annals/engine/doc"

// names parts the names of a list that the model ran together: in "President Anna Berg,
// Prime Minister Nils Holm and …" the second name is no further word of the first. A
// title between comma and name belongs to the name behind it.
func (s *Stage) names(d *doc.Document, sent *doc.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "flat" && t.Rel != "conj" || t.UPOS != "PROPN" || t.Head < sent.First || t.Head >= i-1 {
			continue
		}
		sep := i - 1
		for ; sep > t.Head && d.Form(sep) != "," && d.Tokens[sep].Rel != "cc"; sep-- {
		}
		title := int32(-1)
		for j := sep + 1; j < i && sep > t.Head; j++ {
			if d.HasRel(j, "nmod:desc", "appos", "conj") && (d.Tokens[j].Head <= sep || t.Rel == "flat" && d.Tokens[j].Head == i) && s.class("title-end", d.Form(j)) {
				title = j
			}
		}
		if title < 0 {
			continue
		}
		first := t.Head
		for d.Tokens[first].Head >= sent.First && d.HasRel(first, "flat", "conj") {
			first = d.Tokens[first].Head
		}
		if up := d.Tokens[first].Head; d.HasRel(first, "appos") && up >= 0 && s.class("title-end", d.Form(up)) {
			first = up
		}
		t.Rel, t.Head = "conj", first
		for j := i + 1; j < sent.Last; j++ {
			if d.HasRel(j, "conj") && d.Tokens[j].Head == i {
				d.Tokens[j].Head = first
			}
		}
		d.Tokens[title].Rel, d.Tokens[title].Head = "nmod:desc", i
		for j := sep; j > first && (d.Form(j) == "," || d.Tokens[j].Rel == "cc"); j-- {
			d.Tokens[j].Head = i
		}
		d.LinkSentence(sent)
	}
}
