package parse

import (
	"strings"

	"annals/engine/doc"
)

// active takes the mark of the passive off a subject whose verb is in the plain past, and
// makes a verb in -ed plain past that has both a subject and an object behind it and
// no auxiliary: "police arrested a man" is no passive.
func (s *Stage) active(d *doc.Document, sent *doc.Sentence) {
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
		if o := d.Child(t.Head, "obj"); o > t.Head && v.XPOS == "VBN" && strings.HasSuffix(d.Form(t.Head), "ed") && !s.class("two-objects", v.Lemma) && d.Child(t.Head, "aux:pass", "aux", "cop", "obl:agent") < 0 {
			t.Rel, v.XPOS, v.Feats = "nsubj", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
		}
	}
}
