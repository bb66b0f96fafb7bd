package frame

import (
	"fmt"
	"strings"

	"annals/engine/doc"
)

// Near tells why no sense of word h fitted: for the sense that came nearest, the
// role that stayed empty or the word that did not fit. It is "" where the lexicon
// does not know the word.
func (s *Stage) Near(d *doc.Document, h int32) string {
	f := &finder{d: d, lex: s.lex, slots: newSlotter(d, s.prog, s.lex.classes)}
	f.mapMentions()
	best, words := "", -1
	for _, id := range s.lex.byHead[lemmaOf(&d.Tokens[h], d.Form(h))] {
		e := s.lex.Entries[id]
		why, n := f.near(e, h)
		if n > words {
			best, words = fmt.Sprintf("%s (%s): %s", e.Frame.Name, e.Ref(), why), n
		}
	}
	return best
}

// near says how a sense failed, and how far it got.
func (f *finder) near(e *Entry, h int32) (why string, far int) {
	t := &f.d.Tokens[h]
	if !posFits(e.POS, t.UPOS, t.XPOS) {
		return fmt.Sprintf("wants %s, the word is read as %s", partName[e.POS], t.UPOS), 0
	}
	words, ok := f.pattern(e, h)
	if !ok {
		return "wants the words “" + e.Word + "”", 1
	}
	slots := f.slots.of(h).slots
	for _, s := range slots {
		if (s.name == "subj" || s.name == "obj" && e.POS == "v") && !hasTok(words, s.tok) {
			if named, fits := f.taken(e, s); named && !fits {
				return fmt.Sprintf("“%s” does not fit as %s", f.d.Form(s.tok), s.name), 3
			}
		}
	}
	for i := range e.Specs {
		spec := &e.Specs[i]
		if spec.Must {
			found := false
			for _, s := range slots {
				found = found || has(spec.Slots, s.name) && f.fits(s.tok, spec)
			}
			if !found {
				return fmt.Sprintf("nothing fits as %s (%s)", spec.Role, strings.Join(spec.Slots, ", ")), 2
			}
		}
	}
	return "another sense came first", 4
}

// taken reports whether a line names the slot, and whether one accepts its word.
func (f *finder) taken(e *Entry, s slot) (named, fits bool) {
	for i := range e.Specs {
		if has(e.Specs[i].Slots, s.name) {
			named = true
			fits = fits || f.fits(s.tok, &e.Specs[i])
		}
	}
	return named, fits
}

var partName = map[string]string{"v": "a verb", "vo": "a verb with its noun", "n": "a noun", "a": "an adjective", "pn": "a noun behind a preposition"}
