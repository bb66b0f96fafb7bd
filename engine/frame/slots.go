package frame

import (
	"strings"

	"annals/engine/doc"
	"annals/lang"
	"annals/match"
)

// slot is one filled grammatical slot of a word.
type slot struct {
	name string
	tok  int32
	rule string
}

// reading is what the constructions say of one word.
type reading struct {
	slots []slot
	light int32
	done  bool
}

// deepest is how many words slots are handed on through ("wants to try to
// withdraw"); it also ends circles of joined words.
const deepest = 6

// slotter reads the slots of words and keeps them for the document.
type slotter struct {
	d       *doc.Document
	prog    *match.Program
	tree    tree
	scratch match.Scratch
	memo    map[int32]*reading
	acts    func(lemma string) bool // does a noun tell an act
}

func newSlotter(d *doc.Document, prog *match.Program, classes *lang.Classes) *slotter {
	return &slotter{d: d, prog: prog, tree: tree{d: d, classes: classes}, memo: map[int32]*reading{}}
}

// of is the reading of word h.
func (s *slotter) of(h int32) *reading { return s.read(h, 0) }

func (s *slotter) read(h int32, depth int) *reading {
	if r := s.memo[h]; r != nil {
		return r // a reading under way is empty so far: circles end here
	}
	r := &reading{light: -1}
	if depth > deepest {
		return r
	}
	s.memo[h] = r
	s.tree.sent = s.d.Tokens[h].Sent
	// Matches are gathered first: handing slots on runs the matcher again.
	type give struct {
		key  []string
		tok  int32
		rule string
	}
	var gives []give
	s.prog.At(&s.tree, h, &s.scratch, func(m match.Match) bool {
		for _, g := range m.Rule.Gives {
			if g.IsCapture && m.Caps[g.Cap] >= 0 {
				gives = append(gives, give{g.Key, m.Caps[g.Cap], m.Rule.Name})
			}
		}
		return true
	})
	for _, g := range gives {
		switch g.key[0] {
		case "slot":
			s.fill(r, g.key[1], g.tok, g.rule)
		case "prep":
			if p := s.preposition(g.tok); p != "" {
				s.fill(r, p, g.tok, g.rule)
			}
		case "clause":
			r.add(g.key[1], g.tok, g.rule)
		case "light":
			r.light = g.tok
		}
	}
	for _, g := range gives {
		switch g.key[0] {
		case "inherit":
			for _, x := range s.read(g.tok, depth+1).slots {
				if x.name == g.key[2] && x.tok != h {
					r.add(g.key[1], x.tok, g.rule)
				}
			}
		case "inherit-preps":
			for _, x := range s.read(g.tok, depth+1).slots {
				if isPreposition(x.name) && x.tok != h {
					r.add(x.name, x.tok, g.rule)
				}
			}
		}
	}
	s.strayAgent(h, r)
	r.done = true
	return r
}

// strayAgent finds the doer of a passive whose "by" the parse hung on a noun in
// between: "was welcomed at a ceremony at the palace by the king".
func (s *slotter) strayAgent(h int32, r *reading) {
	t := &s.d.Tokens[h]
	if t.XPOS != "VBN" || t.UPOS != "VERB" {
		return
	}
	passive := false
	for _, x := range r.slots {
		if x.name == "subj" {
			return
		}
		passive = passive || x.name == "obj"
	}
	sent := &s.d.Sentences[t.Sent]
	for i := h + 1; passive && i < sent.Last; i++ {
		if !s.d.HasRel(i, "nmod") || s.preposition(i) != "by" || s.classesNominal(i) {
			continue
		}
		up, n := s.d.Tokens[i].Head, 0
		for ; up >= 0 && up != h && n < 4 && s.d.HasRel(up, "nmod", "obl", "obj"); n++ {
			up = s.d.Tokens[up].Head
		}
		if up == h {
			s.fill(r, "subj", i, "stray-agent")
			return
		}
	}
}

// classesNominal reports whether the noun above tells an act of its own, whose
// doer the phrase then is: "condemned an attack by rebels".
func (s *slotter) classesNominal(i int32) bool {
	return s.acts != nil && s.acts(s.d.Tokens[s.d.Tokens[i].Head].Lemma)
}

// fill adds a word and the words joined to it by "and".
func (s *slotter) fill(r *reading, name string, tok int32, rule string) {
	r.add(name, tok, rule)
	for c := range s.d.Children(tok) {
		if s.d.HasRel(c, "conj") && nominal(s.d.Tokens[c].UPOS) {
			r.add(name, c, rule)
		}
	}
}

func (r *reading) add(name string, tok int32, rule string) {
	for _, x := range r.slots {
		if x.name == name && x.tok == tok {
			return
		}
	}
	r.slots = append(r.slots, slot{name, tok, rule})
}

// preposition is the preposition before a noun: "with", "because of".
func (s *slotter) preposition(tok int32) string {
	c := s.d.Child(tok, "case")
	if c < 0 {
		return ""
	}
	p := strings.ToLower(s.d.Form(c))
	for f := range s.d.Children(c) {
		if s.d.HasRel(f, "fixed") {
			p += " " + strings.ToLower(s.d.Form(f))
		}
	}
	return p
}

// plainSlots are the slots that are no prepositions.
var plainSlots = []string{"subj", "obj", "iobj", "poss", "adj", "comp", "pred", "appos", "xcomp", "ccomp", "acl", "advcl"}

func isPreposition(name string) bool { return !has(plainSlots, name) }

func nominal(upos string) bool {
	switch upos {
	case "NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET":
		return true
	}
	return false
}
