package context

import (
	"slices"
	"strings"

	"annals/engine/doc"
)

// goesOnIf reports an act whose going on or stopping is told as a condition, so that it
// goes on: "if Norland continues its siege", "unless it stops the siege".
func (w *walker) goesOnIf(node int32) bool {
	up := w.d.Tokens[node].Head
	if up < 0 || !w.d.HasRel(node, "obj") || w.d.Child(node, "nmod:poss") < 0 {
		return false
	}
	if o := w.ops.find(w.d.Tokens[up].Lemma, "v", "obj"); o == nil || o.class != "aspect" && o.class != "halting" {
		return false
	}
	for c := range w.d.Children(up) {
		if o := w.ops.find(strings.ToLower(w.d.Form(c)), "mark", ""); w.d.HasRel(c, "mark") && o != nil && o.class == "condition" {
			return true
		}
	}
	return false
}

// able lets a noun of ability act on the infinitive that the parse left beside it:
// "has the power to arrest him".
func (w *walker) able(node, up int32) {
	o := w.d.Child(up, "obj")
	if o < 0 || o > node || !w.d.HasRel(node, "xcomp", "advcl") || !w.infinitive(node) {
		return
	}
	if op := w.ops.find(w.d.Tokens[o].Lemma, "n", "acl"); op != nil && (op.class == "ability" || op.class == "right") {
		w.apply(op, o, op.effect)
	}
}

// about reports a phrase that tells what talk is about: "a debate on sanctions".
func (w *walker) about(node int32) bool {
	c := w.d.Child(node, "case")
	if c < 0 {
		return false
	}
	switch strings.ToLower(w.d.Form(c)) {
	case "on", "over", "about", "regarding", "concerning":
		return true
	}
	return false
}

// hasDoer reports whether the words of the frame itself name who does it.
func (w *walker) hasDoer(fr *doc.Frame) bool {
	return slices.ContainsFunc(fr.Args, func(a doc.Arg) bool {
		return a.Mention >= 0 && slices.Contains(doerSlots, a.Slot)
	})
}

// doerSlots are the slots in which the doer of a noun stands, or both sides.
var doerSlots = []string{"subj", "poss", "adj", "by", "between"}

// judged reports an act that a sentence with "it" only judges: "it would be a mistake
// to arrest him", "it is time for Norland to negotiate".
func (w *walker) judged(node, up int32, rel string) bool {
	if !w.infinitive(node) || w.d.Child(up, "cop") < 0 || rel != "csubj" && rel != "acl" {
		return false
	}
	it := w.d.Child(up, "expl", "nsubj")
	return it >= 0 && w.d.Tokens[it].Lemma == "it"
}

// isTo reports "is to": a form of "be" before the infinitive.
func (w *walker) isTo(node int32) bool {
	if !w.infinitive(node) {
		return false
	}
	to := w.to(node)
	for c := range w.d.Children(node) {
		if w.d.HasRel(c, "aux", "cop") && c < to && w.d.Tokens[c].Lemma == "be" {
			return true
		}
	}
	return false
}

// reportBeside is the class of a word of report or part that the parse left beside
// the phrase it introduces, or "": "denied involvement in the attack".
func (w *walker) reportBeside(node, up int32) string {
	o := w.d.Child(up, "obj")
	if o < 0 || o > node || !w.d.HasRel(node, "obl", "advcl") {
		return ""
	}
	op := w.ops.find(w.d.Tokens[o].Lemma, "n", "nmod")
	if op == nil || op.class != "report" && op.class != "part" {
		return ""
	}
	return op.class
}

// ordered reports a verb of orders or requests with an object, whose infinitive the
// parse may read as a purpose: "ordered his troops to attack".
func (w *walker) ordered(v int32) bool {
	o := w.ops.find(w.d.Tokens[v].Lemma, "v", "xcomp")
	return o != nil && o.class == "order" && w.d.Child(v, "obj") >= 0
}

// ofVerb reports a bare noun behind "in" that only says what the verb's act is: "will
// stop work in protest against the tax".
func (w *walker) ofVerb(node int32) bool {
	c := w.d.Child(node, "case")
	return c >= 0 && strings.EqualFold(w.d.Form(c), "in") && w.d.Tokens[node].XPOS == "NN" && w.d.Child(node, "det", "amod", "nmod:poss", "compound") < 0
}

// announcement lets the future of a verb of saying act on what will be said.
func (w *walker) announcement(up int32) {
	for c := range w.d.Children(up) {
		if !w.d.HasRel(c, "aux") {
			continue
		}
		if o := w.ops.find(strings.ToLower(w.d.Form(c)), "aux", ""); o != nil && o.class == "future" {
			w.apply(o, c, o.effect)
		}
	}
}

// finiteClause reports a clause with a conjunction and a subject of its own.
func (w *walker) finiteClause(node int32) bool {
	m := w.d.Child(node, "mark")
	return m >= 0 && w.d.Child(node, "nsubj") >= 0 && !w.infinitive(node) && w.d.Tokens[node].XPOS != "VBG"
}
