package frame

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/engine/doc"
	"annals/lang"
	"annals/match"
	"annals/ontology"
	"annals/table"
)

// Stage finds frames. It is immutable and may be used from several goroutines.
type Stage struct {
	lex  *Lexicon
	prog *match.Program
}

// New reads the lexicon and the constructions of a language folder.
func New(lang fs.FS, onto *ontology.Ontology) (*Stage, []table.Problem, error) {
	lex, problems, err := LoadLexicon(lang, onto)
	if err != nil {
		return nil, problems, err
	}
	src, err := fs.ReadFile(lang, "constructions.rules")
	if err != nil {
		return nil, problems, fmt.Errorf("constructions: %w", err)
	}
	file, faults := match.Parse("constructions.rules", src)
	problems = append(problems, faults...)
	problems = append(problems, file.Check(Schema(lex.classes))...)
	prog, err := match.Compile(file)
	if err != nil {
		return nil, problems, fmt.Errorf("constructions: %w", err)
	}
	return &Stage{lex: lex, prog: prog}, problems, nil
}

// Schema is what rules of constructions may name.
func Schema(classes *lang.Classes) match.Schema {
	return match.Schema{
		Classes: classes.Names(),
		UPOS:    []string{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"},
		Kinds:   []string{"person", "place", "organization", "other"},
		Gives:   []string{"slot *", "prep", "clause *", "light", "inherit * *", "inherit-preps"},
	}
}

// Lexicon is the lexicon in use.
func (s *Stage) Lexicon() *Lexicon { return s.lex }

// Name is "frame".
func (s *Stage) Name() string { return "frame" }

// Reads lists the layers it needs.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerTokens, doc.LayerTrees, doc.LayerMentions, doc.LayerLinks, doc.LayerChains}
}

// Writes lists the layer it fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerFrames} }

// Run fills d.Frames in text order.
func (s *Stage) Run(d *doc.Document) {
	d.Frames = d.Frames[:0]
	f := &finder{d: d, lex: s.lex, slots: newSlotter(d, s.prog, s.lex.classes)}
	f.slots.acts = func(lemma string) bool { return s.lex.frames[lemma] }
	f.mapMentions()
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		if sent.Kind == doc.Colophon {
			continue
		}
		for h := sent.First; h < sent.Last; h++ {
			f.at(h)
		}
	}
	f.settle()
}

type finder struct {
	d     *doc.Document
	lex   *Lexicon
	slots *slotter
	byTok []int32         // token to the mention whose head it is, or that covers it
	used  map[int32]int32 // word that belongs to the frame of another head
}

// mapMentions notes for each token the mention that it heads or, failing that, lies in.
func (f *finder) mapMentions() {
	f.byTok = make([]int32, len(f.d.Tokens))
	f.used = map[int32]int32{}
	for i := range f.byTok {
		f.byTok[i] = -1
	}
	for i := range f.d.Mentions {
		m := &f.d.Mentions[i]
		if m.Form == doc.Conjunction {
			continue
		}
		for t := m.First; t < m.Last; t++ {
			if f.byTok[t] < 0 {
				f.byTok[t] = int32(i)
			}
		}
	}
	for i := range f.d.Mentions {
		m := &f.d.Mentions[i]
		if m.Form != doc.Conjunction && m.Head >= 0 {
			f.byTok[m.Head] = int32(i)
		}
	}
}

// mention is the mention at a word; a word that only counts or parts what follows
// stands for it: "thousands of Kurds", "a section of the opposition".
func (f *finder) mention(tok int32) int32 {
	m := f.byTok[tok]
	if m >= 0 && f.d.Mentions[m].Kind != doc.OtherKind {
		return m
	}
	if c := f.counted(tok); c >= 0 && f.byTok[c] >= 0 && f.d.Mentions[f.byTok[c]].Kind != doc.OtherKind {
		return f.byTok[c]
	}
	return m
}

// resolve is what a mention stands for: its antecedent, where it has one.
func (f *finder) resolve(m int32) *doc.Mention {
	x := &f.d.Mentions[m]
	for n := 0; n < 4 && x.Antecedent >= 0 && (x.Kind == doc.OtherKind || x.Form == doc.Pronominal); n++ {
		x = &f.d.Mentions[x.Antecedent]
	}
	return x
}

func posFits(pos, upos, xpos string) bool {
	switch pos {
	case "v", "vo":
		return upos == "VERB" || upos == "AUX" && pos == "vo" || upos == "ADJ" && (xpos == "VBN" || xpos == "VBG")
	case "n", "pn":
		return upos == "NOUN" || upos == "PROPN"
	case "a":
		return upos == "ADJ" || upos == "VERB" && xpos == "VBN"
	}
	return false
}

// at looks for a sense at word h and keeps the best.
func (f *finder) at(h int32) {
	t := &f.d.Tokens[h]
	best, second := candidate{score: -1}, candidate{score: -1}
	for _, id := range f.lex.byHead[lemmaOf(t, f.d.Form(h))] {
		c := f.try(id, h)
		switch {
		case c.score > best.score:
			best, second = c, best
		case c.score > second.score:
			second = c
		}
	}
	if best.score < 0 {
		return
	}
	fr := doc.Frame{Name: best.entry.Frame.Name, Head: h, Sense: best.entry.Ref(), Entry: best.id, Args: best.args, Outer: -1, Light: best.light}
	fr.Words, fr.Parts = f.trigger(h, &best), best.words
	if f.onlyDescribes(h) && best.entry.Frame.Kind != ontology.State {
		fr.Near = "only describes a noun"
	}
	if second.score >= 0 && second.entry.Frame != best.entry.Frame {
		fr.Second = second.entry.Frame.Name
	}
	for _, w := range best.words {
		f.used[w] = h
	}
	f.d.Frames = append(f.d.Frames, fr)
}

// onlyDescribes reports a participle before a noun with nothing of its own: "the
// jailed journalist" presupposes an act and tells none.
func (f *finder) onlyDescribes(h int32) bool {
	t := &f.d.Tokens[h]
	return f.d.HasRel(h, "amod") && (t.XPOS == "VBN" || t.XPOS == "VBG" || t.UPOS == "ADJ") && f.d.Child(h, "obl", "obj", "xcomp", "ccomp") < 0
}

// lemmaOf is the lemma in lower case; names of acts may be written as proper nouns.
func lemmaOf(t *doc.Token, form string) string {
	if t.UPOS == "PROPN" {
		l := strings.ToLower(form)
		if t.XPOS == "NNPS" {
			l = strings.TrimSuffix(l, "s")
		}
		return l
	}
	return t.Lemma
}

type candidate struct {
	id    int32
	entry *Entry
	args  []doc.Arg
	words []int32 // further words of the pattern
	light int32
	score int
}

// try fills one sense at h; its score is negative where it does not fit.
func (f *finder) try(id, h int32) candidate {
	e := f.lex.Entries[id]
	t := &f.d.Tokens[h]
	c := candidate{id: id, entry: e, light: -1, score: -1}
	if !posFits(e.POS, t.UPOS, t.XPOS) {
		return c
	}
	words, ok := f.pattern(e, h)
	if !ok {
		return c
	}
	c.words = words
	slots := append([]slot(nil), f.slots.of(h).slots...)
	c.light = f.slots.of(h).light
	for _, w := range words {
		for _, s := range f.slots.of(w).slots {
			if s.tok != h && (isPreposition(s.name) || s.name == "poss" || s.name == "acl" || e.POS != "n" && s.name == "comp") {
				slots = append(slots, s)
			}
		}
	}
	score := 10*len(words) + 1
	if e.POS == "vo" || e.POS == "v" && len(words) > 0 {
		score += 5
	}
	slots = append(slots, f.ofThings(e, slots)...)
	slots = append(slots, f.stray(e, h, slots)...)
	filled, ok := f.fillRoles(e, slots, h, words, &c)
	if !ok {
		return c
	}
	c.score = score + filled
	return c
}

// ofThings is the prepositional slots of the object, or of what a noun is "of",
// where the sense names them and the word does not fill them itself: "signed a
// deal with Norway", "the suspension of aid to Chad", "gave five tonnes of food to Chad".
func (f *finder) ofThings(e *Entry, slots []slot) []slot {
	through := "obj"
	switch e.POS {
	case "n":
		through = "of"
	case "v":
	default:
		return nil
	}
	var out []slot
	take := func(tok int32) {
		before := out // the words joined in one slot come together: "an apology from X and Y"
		for _, x := range f.slots.of(tok).slots {
			if isPreposition(x.name) && x.name != "of" && x.name != "in" && e.names(x.name) && !filledSlot(slots, x.name) && !filledSlot(before, x.name) {
				out = append(out, x)
			}
		}
	}
	for _, s := range slots {
		if s.name != through {
			continue
		}
		take(s.tok)
		for _, x := range f.slots.of(s.tok).slots {
			if x.name == "of" || x.name == "in" || x.name == "worth of" {
				take(x.tok)
			}
		}
	}
	return out
}

func (e *Entry) names(slot string) bool {
	for i := range e.Specs {
		if has(e.Specs[i].Slots, slot) {
			return true
		}
	}
	return false
}

func filledSlot(slots []slot, name string) bool {
	for _, s := range slots {
		if s.name == name {
			return true
		}
	}
	return false
}

// fillRoles puts the words in the slots into roles; ok is false where a role
// that the sense needs stays empty or a subject or object fits no line.
func (f *finder) fillRoles(e *Entry, slots []slot, h int32, words []int32, c *candidate) (filled int, ok bool) {
	// Of several joined subjects or objects one must fit; the parse may have joined too much.
	var unfit, fit []string
	for _, s := range slots {
		if hasTok(words, s.tok) || s.tok == h {
			continue
		}
		if strings.HasPrefix(s.rule, "relative-") && !f.slotFits(e, s) {
			if other := f.beforePronoun(h); other >= 0 && f.slotFits(e, slot{s.name, other, s.rule}) {
				s.tok = other
			}
		}
		named, taken := false, false
		for i := range e.Specs {
			spec := &e.Specs[i]
			if !has(spec.Slots, s.name) {
				continue
			}
			named = true
			if !f.fits(s.tok, spec) {
				continue
			}
			c.args = append(c.args, doc.Arg{Role: spec.Role, Slot: s.name, Head: s.tok, Mention: f.mention(s.tok), Rule: s.rule})
			filled += 2
			if len(spec.Sel) > 0 && spec.Sel[0] != "any" {
				filled++
			}
			taken = true
			break
		}
		if s.name != "subj" && !(s.name == "obj" && e.POS == "v") {
			continue
		}
		switch {
		case taken:
			fit = append(fit, s.name)
		case named:
			unfit = append(unfit, s.name)
		}
	}
	for _, name := range unfit {
		if !has(fit, name) {
			return 0, false
		}
	}
	for i := range e.Specs {
		if spec := &e.Specs[i]; spec.Must && !f.filled(spec, c.args) {
			return 0, false
		}
	}
	return filled, true
}

// slotFits reports whether a line of the sense accepts the slot's word.
func (f *finder) slotFits(e *Entry, s slot) bool {
	_, fits := f.taken(e, s)
	return fits
}

// beforePronoun is the noun right before the relative pronoun of a clause: "ties
// with Iran, which supports …", where the parse hung the clause on the ties.
func (f *finder) beforePronoun(h int32) int32 {
	for c := range f.d.Children(h) {
		if feat(f.d.Tokens[c].Feats, "PronType") != "Rel" {
			continue
		}
		for t := c - 1; t >= f.sentFirst(h); t-- {
			switch f.d.Tokens[t].UPOS {
			case "PUNCT", "ADP":
				continue
			case "NOUN", "PROPN":
				if m := f.mention(t); m >= 0 && f.d.Mentions[m].Head >= 0 {
					return f.d.Mentions[m].Head
				}
				return t
			}
			return -1
		}
	}
	return -1
}

func (f *finder) filled(spec *Spec, args []doc.Arg) bool {
	for _, a := range args {
		if a.Role == spec.Role && has(spec.Slots, a.Slot) {
			return true
		}
	}
	return false
}

func hasTok(list []int32, t int32) bool {
	for _, x := range list {
		if x == t {
			return true
		}
	}
	return false
}
