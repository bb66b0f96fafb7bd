package context

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"annals/engine/doc"
	"annals/record"
	"annals/table"
)

// Stage reads contexts. It is immutable and may be used from several goroutines.
type Stage struct{ ops *operators }

// New reads the operators of a language folder.
func New(lang fs.FS) (*Stage, []table.Problem, error) {
	ops, problems, err := loadOperators(lang)
	if err != nil {
		return nil, problems, err
	}
	return &Stage{ops}, problems, nil
}

// Name is "context".
func (s *Stage) Name() string { return "context" }

// Reads lists the layers it needs.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerTokens, doc.LayerTrees, doc.LayerQuotes, doc.LayerMentions, doc.LayerFrames, doc.LayerTimes}
}

// Writes lists the layer it fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerContexts} }

// Run fills d.Contexts, one for each frame.
func (s *Stage) Run(d *doc.Document) {
	d.Contexts = d.Contexts[:0]
	for i := range d.Frames {
		w := walker{d: d, ops: s.ops, state: State{Polarity: record.Affirmed}}
		w.deniedBy = -1
		d.Contexts = append(d.Contexts, w.walk(&d.Frames[i]))
	}
}

type walker struct {
	d        *doc.Document
	ops      *operators
	state    State
	used     []doc.Operator
	deniedBy int32
	parts    []int32 // words of the frame's own pattern; what they say is in its sense
}

func (w *walker) apply(o *operator, tok int32, e Effect) {
	before := w.state
	w.state = Compose(w.state, e)
	effect := "no change"
	if before != w.state {
		effect = fmt.Sprintf("%s → %s", before, w.state)
	}
	w.used = append(w.used, doc.Operator{Token: tok, Class: o.class, Effect: effect, Line: fmt.Sprintf("context.tsv:%d", o.line)})
}

// String shows a state in words.
func (s State) String() string {
	status := string(s.Status)
	if status == "" {
		status = "told as it stands"
	}
	return status + ", " + string(s.Polarity)
}

// furthest is how many words up the walk goes.
const furthest = 24

func (w *walker) walk(fr *doc.Frame) doc.Context {
	c := doc.Context{DeniedBy: -1, Time: -1}
	node := fr.Head
	w.parts = fr.Parts
	w.beside(node)
	for _, part := range fr.Parts {
		w.beside(part)
	}
	w.noOne(fr)
	if w.goesOnIf(node) {
		w.apply(&operator{class: "aspect"}, node, Effect{Status: record.Ongoing})
		w.finish(fr, &c)
		return c
	}
	if fr.Light >= 0 && w.d.Tokens[fr.Light].Sent == w.d.Tokens[fr.Head].Sent {
		if o := w.governing(fr.Light, w.d.Tokens[node].Rel); o != nil && o.effect.Status != "" && o.class != "halting" {
			w.apply(o, fr.Light, o.effect)
		}
		node = fr.Light
		w.beside(node)
	}
	w.clause(node)
	for n, through := 0, ""; n < furthest; n++ {
		up := w.d.Tokens[node].Head
		if up < 0 {
			break
		}
		if class := w.reportBeside(node, up); class != "" {
			through = class
		}
		w.able(node, up)
		goesOn, class := w.above(node, up, w.relation(node, through), fr)
		if !goesOn {
			break
		}
		node, through = up, class
	}
	w.finish(fr, &c)
	return c
}

// relation is how a word hangs on the one above; what was told through a word of
// report ("claims that …") hangs there by "obj+report".
func (w *walker) relation(node int32, through string) string {
	rel := w.d.Tokens[node].Rel
	if rel == "advcl" && w.infinitive(node) && w.ordered(w.d.Tokens[node].Head) {
		return "xcomp"
	}
	if through != "report" && through != "part" {
		return rel
	}
	if rel == "obl" {
		rel = "obj"
	}
	return rel + "+" + through
}

// beside lets the words act that hang on the node itself: "not", "planned", "no".
func (w *walker) beside(node int32) {
	nominal := w.d.Tokens[node].UPOS == "NOUN" || w.d.Tokens[node].UPOS == "PROPN"
	for c := range w.d.Children(node) {
		if slices.Contains(w.parts, c) && !w.d.HasRel(c, "case") {
			continue
		}
		form := strings.ToLower(w.d.Form(c))
		switch {
		case w.d.HasRel(c, "advmod", "amod", "det", "cc:preconj"):
			if o := w.ops.find(form, "mod", ""); o != nil && (nominal || form != "any" && form != "no") {
				w.apply(o, c, o.effect)
			}
		case w.d.HasRel(c, "case"):
			for f := range w.d.Children(c) {
				if w.d.HasRel(f, "fixed") {
					form += " " + strings.ToLower(w.d.Form(f))
				}
			}
			if o := w.ops.find(form, "case", ""); o != nil {
				w.apply(o, c, o.effect)
			}
		case w.d.HasRel(c, "mark"):
			if o := w.ops.find(form, "mark", ""); o != nil {
				w.apply(o, c, o.effect)
			}
		}
	}
}

// noOne reads a negation told on a participant: "no civilians were killed".
func (w *walker) noOne(fr *doc.Frame) {
	for _, a := range fr.Args {
		if a.Slot != "subj" && a.Slot != "obj" {
			continue
		}
		for c := range w.d.Children(a.Head) {
			if !w.d.HasRel(c, "det", "advmod") {
				continue
			}
			if o := w.ops.find(strings.ToLower(w.d.Form(c)), "mod", ""); o != nil && o.class == "negation" {
				w.apply(o, c, o.effect)
				return
			}
		}
	}
}

// clause reads the auxiliaries and the form of the clause around a verb.
func (w *walker) clause(node int32) {
	t := &w.d.Tokens[node]
	verb := t.UPOS == "VERB" || t.UPOS == "AUX"
	found := false
	for c := range w.d.Children(node) {
		if !w.d.HasRel(c, "aux", "cop") {
			continue
		}
		if o := w.ops.find(strings.ToLower(w.d.Form(c)), "aux", ""); o != nil {
			found = true
			w.auxiliary(o, c, node)
		}
	}
	if found || !verb {
		return
	}
	if w.d.HasRel(node, "acl") && w.infinitive(node) && w.d.Child(node, "aux:pass") >= 0 {
		w.apply(&operator{class: "future"}, node, Effect{Status: record.Planned}) // "a summit to be held in May"
		return
	}
	if w.isTo(node) {
		e := Effect{Status: record.Planned}
		if w.perfect(node) {
			e.Status = record.Hypothetical // "was to have met": it did not come about
		}
		w.apply(&operator{class: "future"}, node, e)
		return
	}
	// A second verb takes the auxiliary of the first one: "will meet and sign".
	if w.d.HasRel(node, "conj") && w.d.Child(node, "nsubj", "aux") < 0 && t.Head >= 0 && w.d.Tokens[t.Head].XPOS == t.XPOS {
		w.clause(t.Head)
		return
	}
	if t.Head < 0 || w.d.HasRel(node, "parataxis") {
		if w.infinitive(node) && w.d.Child(node, "nsubj") >= 0 {
			w.apply(&operator{class: "headline future"}, node, Effect{Status: record.Planned})
		}
	}
}

// auxiliary acts; "would" is a future seen from the past below a verb of
// speech or thought, else a condition.
func (w *walker) auxiliary(o *operator, c, node int32) {
	e := o.effect
	if w.perfect(node) && (o.would || o.class == "obligation" || o.word == "could") {
		e.Status, e.Drop = record.Hypothetical, true // "should have been tried": it was not
	} else if o.would {
		e.Status = record.Hypothetical
		if up := w.d.Tokens[node].Head; up >= 0 && w.d.HasRel(node, "ccomp", "acl", "xcomp") && w.past(up) {
			e.Status = record.Planned
		}
	}
	w.apply(o, c, e)
}

// perfect reports a "have" between the auxiliary and the verb.
func (w *walker) perfect(node int32) bool {
	for c := range w.d.Children(node) {
		if w.d.HasRel(c, "aux") && w.d.Tokens[c].Lemma == "have" {
			return true
		}
	}
	return false
}

func (w *walker) past(tok int32) bool {
	x := w.d.Tokens[tok].XPOS
	return x == "VBD" || x == "VBN" || x == "VBZ" || x == "VBP"
}

func (w *walker) infinitive(node int32) bool {
	return w.to(node) >= 0 && w.d.Tokens[node].XPOS != "VBG"
}

// to is the "to" before an infinitive, or -1.
func (w *walker) to(node int32) int32 {
	for c := range w.d.Children(node) {
		if w.d.HasRel(c, "mark") && strings.EqualFold(w.d.Form(c), "to") {
			return c
		}
	}
	return -1
}

// above lets the word above act; it reports whether words still further up may,
// and of what class the word was.
func (w *walker) above(node, up int32, rel string, fr *doc.Frame) (goesOn bool, class string) {
	o := w.governing(up, rel)
	if base, part, _ := strings.Cut(rel, "+"); o != nil && part == "part" && o.class == "denial" {
		return false, "" // only the part in the deed is denied
	} else if o != nil && o.class == "topic" && (base == "nmod" || base == "obl") && !w.about(node) {
		o = nil
	} else if o != nil && base == "advcl" && w.finiteClause(node) {
		o = nil // "denied the rumours as his party met" says nothing of the meeting
	}
	if o != nil {
		e := o.effect
		if o.topic {
			e.Drop = !w.hasDoer(fr) && w.state.Status != record.Hypothetical
		}
		if o.class == "halting" && w.state.Status != record.Planned && w.state.Status != record.Hypothetical {
			return w.passes(node, up, rel), o.class
		}
		if o.class == "prevention" && w.state.Status == record.Hypothetical {
			e.Drop = true // what was only plotted and then foiled is no deed
		}
		w.apply(o, up, e)
		if o.class == "part" {
			return true, o.class
		}
		if o.effect.Polarity == record.Denied {
			w.deniedBy = w.subject(up)
		}
		w.beside(up)
		if rel == "xcomp" || rel == "acl" || !strings.HasPrefix(rel, "ccomp") {
			w.clause(up)
		}
		return true, o.class
	}
	rel, _, _ = strings.Cut(rel, "+")
	if w.judged(node, up, rel) {
		w.apply(&operator{class: "judgement"}, up, Effect{Status: record.Hypothetical, Drop: true})
		return false, ""
	}
	return w.passes(node, up, rel), ""
}

// passes reports whether what stands above a word that is no operator may still act.
func (w *walker) passes(node, up int32, rel string) bool {
	switch base, _, _ := strings.Cut(rel, ":"); {
	case rel == "acl:relcl", base == "parataxis", base == "appos", base == "list", base == "dislocated":
		return false
	case base == "advcl":
		w.adverbial(node)
		return false
	case base == "conj":
		return w.joined(node, up)
	case base == "xcomp":
		w.beside(up)
		w.clause(up)
		return true
	case base == "ccomp", base == "csubj":
		w.announcement(up)
		return true // operators further up act on what is said: "denied saying that …"
	case base == "acl":
		return w.infinitive(node)
	case base == "obl" && w.ofVerb(node):
		w.clause(up)
		return false
	case base == "nmod", base == "compound", base == "nsubj", base == "obj", base == "obl", base == "iobj":
		// A noun keeps what its own words say; a verb above that is no operator
		// tells something else, save for "there is no …" and the copula.
		return base == "compound" || base == "nmod" && w.d.Tokens[up].UPOS == "NOUN"
	}
	return false
}

// governing is the operator on the word above, with its particle.
func (w *walker) governing(up int32, rel string) *operator {
	t := &w.d.Tokens[up]
	pos := ""
	switch t.UPOS {
	case "VERB", "AUX":
		pos = "v"
	case "NOUN", "PROPN":
		pos = "n"
	case "ADJ":
		pos = "a"
	default:
		return nil
	}
	if x := w.d.Child(up, "xcomp"); x >= 0 && strings.HasPrefix(rel, "nsubj") && pos != "n" && w.ops.find(w.d.Tokens[x].Lemma, "v", "comes") == nil {
		return nil // "the threats are expected to be a topic" tells nothing of the threats
	}
	word := t.Lemma
	if (word == "have" || word == "be") && w.yet(up) {
		if o := w.ops.find(word+" yet", pos, rel); o != nil {
			return o
		}
	}
	if p := w.d.Child(up, "compound:prt"); p >= 0 {
		if o := w.ops.find(word+" "+strings.ToLower(w.d.Form(p)), pos, rel); o != nil {
			return o
		}
	}
	return w.ops.find(word, pos, rel)
}

// yet reports "have yet to", "is yet to".
func (w *walker) yet(v int32) bool {
	for c := range w.d.Children(v) {
		if w.d.HasRel(c, "advmod") && w.d.Tokens[c].Lemma == "yet" {
			return true
		}
	}
	return false
}

// adverbial reads a clause of purpose; conditions were read by beside.
func (w *walker) adverbial(node int32) {
	if w.infinitive(node) {
		w.apply(&operator{class: "purpose"}, node, Effect{Status: record.Planned})
		return
	}
	if m := w.d.Child(node, "mark"); m >= 0 && strings.EqualFold(w.d.Form(m), "before") {
		w.apply(&operator{class: "before"}, m, Effect{Status: ""})
	}
}

// joined goes on from a second verb or noun to what governs the first.
func (w *walker) joined(node, up int32) bool {
	if w.d.Child(node, "nsubj") >= 0 {
		return w.d.HasRel(up, "ccomp")
	}
	// "did not visit or meet": the negation of the first covers the second with "or".
	if cc := w.d.Child(node, "cc"); cc >= 0 && strings.EqualFold(w.d.Form(cc), "or") {
		w.beside(up)
	}
	return true
}

// subject is the word that is the subject of a verb, or -1.
func (w *walker) subject(v int32) int32 {
	for n := 0; n < 4 && v >= 0; n++ {
		if s := w.d.Child(v, "nsubj"); s >= 0 {
			return s
		}
		if p := w.d.Child(v, "nmod:poss"); p >= 0 {
			return p
		}
		if !w.d.HasRel(v, "conj", "xcomp", "advcl") {
			break
		}
		v = w.d.Tokens[v].Head
	}
	return -1
}
