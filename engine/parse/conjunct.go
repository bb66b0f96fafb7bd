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
	if changed {
		d.LinkSentence(sent)
	}
}
