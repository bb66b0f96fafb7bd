package parse

import (
	"strings"

	"annals/engine/doc"
)

// toBe makes the subject of "is to" that of the verb behind it, and "is" its auxiliary:
// "Norland is to send police". The model reads a clause told of the subject, as it
// rightly does in "the plan is to send police".
func (s *Stage) toBe(d *doc.Document, sent *doc.Sentence) {
	changed := false
	for i := sent.First; i < sent.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != "nsubj:outer" || t.Head <= i || t.UPOS == "NOUN" && s.class("plan-noun", t.Lemma) {
			continue
		}
		v := t.Head
		be, to := d.Child(v, "cop"), d.Child(v, "mark")
		if d.Tokens[v].UPOS != "VERB" || be < 0 || to < be || !strings.EqualFold(d.Form(to), "to") || d.Child(v, "nsubj") >= 0 && d.Child(v, "nsubj") != i {
			continue
		}
		t.Rel, d.Tokens[be].Rel = "nsubj", "aux"
		if d.Child(v, "aux:pass") >= 0 {
			t.Rel = "nsubj:pass"
		}
		changed = true
	}
	if changed {
		d.LinkSentence(sent)
	}
}
