package mention

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// spoken reports whether the nationality at h is a language: what is spoken or read,
// or what something is said in.
func (f *finder) spoken(a, h int32) bool {
	t := f.tok(h)
	if h > a || t.Head < 0 || strings.Contains(t.Feats, "Number=Plur") {
		return false
	}
	switch lemma := f.d.Tokens[t.Head].Lemma; {
	case f.lex.Is("speaks-language", lemma):
		return t.Rel == "obj"
	case f.lex.Is("in-language", lemma):
		c := f.d.Child(f.first+h, "case")
		return t.Rel == "obl" && c >= 0 && (f.d.Form(c) == "in" || f.d.Form(c) == "into")
	}
	return false
}

// coordinate reports whether h is joined to a nationality that is an adjective:
// the second of "Russian and Chinese ministers".
func (f *finder) coordinate(h int32) bool {
	t := f.tok(h)
	g := t.Head - f.first
	return t.Rel == "conj" && t.Head >= 0 && f.inside[g] == g && f.alias[g].demonym == 'a' && (f.tok(g).Rel == "amod" || f.tok(g).Rel == "compound")
}

// vague reports whether the words of m are such as name places in very many countries.
func (f *finder) vague(m *doc.Mention) bool {
	return f.lex.Vague(string(f.folded(m.First-f.first, m.Last-f.first)))
}

// settled reports whether a place is known well enough for its name alone to
// tell a country; that of a small town waits for the stage link.
func settled(e kb.Entity) bool { return e.Kind != kb.City || e.Importance >= 95 }

func (f *finder) state(m *doc.Mention, e kb.Entity) {
	m.Kind, m.Name, m.Country, m.Sector = doc.State, e.Name, e.Country, "GOV"
	if !e.Kind.IsPlace() { // the adjective of a body: "Taliban", "EU"
		m.Kind, m.Sector = doc.Organisation, ""
	} else if e.Kind != kb.Country && e.Kind != kb.Territory {
		m.Kind, m.Sector = doc.PlaceKind, ""
	}
}

// nationBefore is the nationality that stands before a noun, or -1.
func (f *finder) nationBefore(start int, noun int32) int32 {
	for c := range f.d.Children(noun) {
		if o := f.at(start, c); o >= 0 && c < noun && f.d.HasRel(c, "amod", "compound") && f.out[o].Form == doc.Adjectival && f.out[o].Country != "" {
			return o
		}
	}
	return -1
}
