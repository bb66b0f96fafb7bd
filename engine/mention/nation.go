package mention

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
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

// firstNation makes the name of a state an adjective where one follows that is joined to
// it: "US and Israeli forces" are of both.
func (f *finder) firstNation(start, k int) {
	m := &f.out[k]
	if !m.Plural || m.Kind == doc.OtherKind {
		return
	}
	for c := range f.d.Children(m.Head) {
		x := f.at(start, c)
		if x < 0 || c > m.Head || !f.d.HasRel(c, "compound", "amod") || !f.body(&f.out[x]) || f.out[x].Form != doc.Named {
			continue
		}
		joined := false
		if !f.ownAdjective(&f.out[x]) {
			f.besideNation(start, m, c)
			continue
		}
		for j := range f.d.Children(c) {
			y := f.at(start, j)
			if y >= 0 && j < m.Head && f.d.HasRel(j, "conj") && f.body(&f.out[y]) && (f.out[y].Form == doc.Adjectival || f.out[x].Kind != doc.State || m.Sector != "") {
				f.out[y].Form, joined = doc.Adjectival, true
			}
		}
		if joined {
			f.out[x].Form = doc.Adjectival
			f.own(m, x)
			return
		}
	}
}

// ownAdjective reports a name that is its own adjective: "US", "EU", "United Kingdom".
func (f *finder) ownAdjective(m *doc.Mention) bool {
	w := f.d.Word(m.Span)
	return strings.ToUpper(w) == w || strings.HasPrefix(w, "United ") || strings.HasPrefix(w, "New ") || strings.HasPrefix(w, "Hong ")
}

// besideNation gives a description its own nationality where a state is joined to it by
// name: in "Israel and Palestinian factions" the factions are not Israel's.
func (f *finder) besideNation(start int, m *doc.Mention, state int32) {
	for j := range f.d.Children(state) {
		if y := f.at(start, j); y >= 0 && j < m.Head && f.d.HasRel(j, "conj") && f.out[y].Kind == doc.State && f.out[y].Form == doc.Adjectival {
			f.own(m, y)
			return
		}
	}
}

// joinedTo adds the states and bodies joined to mention o by "and" to the list.
func (f *finder) joinedTo(start int, o int32, list []int32) []int32 {
	for c := range f.d.Children(f.out[o].Head) {
		x := f.at(start, c)
		if f.d.HasRel(c, "conj") && x >= 0 && x != o && f.body(&f.out[x]) && f.out[x].Form == f.out[o].Form {
			list = f.joinedTo(start, x, append(list, x))
		}
	}
	return list
}

// body reports a state, or a body of several states.
func (f *finder) body(m *doc.Mention) bool {
	return m.Kind == doc.State || m.Kind == doc.Organisation && f.countryOf(m) != ""
}

// countryOf is the country of a state, or the code of a body of several states.
func (f *finder) countryOf(m *doc.Mention) string {
	if m.Kind != doc.Organisation || m.Country != "" {
		return m.Country
	}
	if al := f.alias[m.First-f.first]; al.end > 0 {
		switch c := f.base.Entity(al.entity).Country; c {
		case "EUR", "UNO", "IGO":
			return c
		}
	}
	return ""
}

// sharedOther makes people named before "two other ministers" ministers too.
func (f *finder) sharedOther(start, k int) {
	m := &f.out[k]
	if m.Form != doc.Named || m.Kind != doc.Person || m.Office != "" {
		return
	}
	for c := range f.d.Children(m.Head) {
		x := f.at(start, c)
		if x < 0 || !f.d.HasRel(c, "conj") || f.out[x].Form != doc.Nominal || f.out[x].Kind != doc.Group || f.out[x].Sector == "" || !f.other(c) {
			continue
		}
		g := &f.out[x]
		share := func(a *doc.Mention) {
			if a.Form == doc.Named && a.Kind == doc.Person && a.Office == "" && a.Sector == "" {
				a.Office, a.Class, a.Noun, a.Sector, a.Via = g.Office, g.Class, g.Noun, g.Sector, string(record.ViaTitle)
				a.Why = append(a.Why, "told with other “"+f.d.Word(g.Span)+"”")
			}
		}
		share(m)
		for y := range f.d.Children(m.Head) {
			if i := f.at(start, y); i >= 0 && f.d.HasRel(y, "conj") && y < c {
				share(&f.out[i])
			}
		}
		return
	}
}

// other reports a noun with "other" before it.
func (f *finder) other(noun int32) bool {
	for c := range f.d.Children(noun) {
		if f.d.HasRel(c, "amod", "det") && c < noun && f.d.Tokens[c].Lemma == "other" {
			return true
		}
	}
	return false
}

// sharedTitle gives people named behind a title in the plural that title: "Presidents
// Idriss Deby of Chad and Nils Holm of Norway", each with the country beside his name.
func (f *finder) sharedTitle(start, k int) {
	m := &f.out[k]
	if m.Form != doc.Named || m.Kind != doc.Person || m.Office == "" {
		return
	}
	title := f.d.Child(m.Head, "nmod:desc")
	if title < 0 || title > m.Head || !strings.Contains(f.d.Tokens[title].Feats, "Number=Plur") {
		return
	}
	for c := range f.d.Children(m.Head) {
		x := f.at(start, c)
		if x < 0 || !f.d.HasRel(c, "conj") || f.out[x].Form != doc.Named || f.out[x].Kind != doc.Person || f.out[x].Office != "" {
			continue
		}
		a := &f.out[x]
		a.Office, a.Class, a.Noun, a.Sector, a.Via = m.Office, m.Class, m.Noun, m.Sector, string(record.ViaTitle)
		a.Why = append(a.Why, "shares the title “"+f.d.Form(title)+"”")
		if f.d.Child(c, "nmod") < 0 && f.d.Child(m.Head, "nmod") < 0 && a.Country == "" {
			a.Country = m.Country
		}
	}
}
