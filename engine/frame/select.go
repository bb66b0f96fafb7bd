package frame

import (
	"annals/engine/doc"
)

// selections are the names of fillers that are not classes of words.
var selections = []string{"any", "actor", "party", "state", "person", "group", "org", "armed", "fighter", "official", "place", "people", "civil", "labour", "judicial", "plural", "event", "conflict-act", "own-act"}

// defaultSelection is what may fill a role for which a line says nothing.
func defaultSelection(role string) string {
	switch role {
	case "doer", "sides", "host", "from", "to":
		return "actor"
	case "other":
		return "party"
	}
	return "any"
}

// fits reports whether word tok may fill a slot: one of the selections must accept it.
func (f *finder) fits(tok int32, spec *Spec) bool {
	if len(spec.Sel) == 0 {
		return f.accepts(defaultSelection(spec.Role), tok)
	}
	for _, sel := range spec.Sel {
		if f.accepts(sel, tok) {
			return true
		}
	}
	return false
}

func (f *finder) accepts(sel string, tok int32) bool {
	switch sel {
	case "any":
		return true
	case "plural":
		return f.plural(tok)
	case "event":
		return f.tellsAct(tok, nil)
	case "conflict-act":
		return f.tellsAct(tok, conflictTopics)
	case "own-act":
		return f.tellsAct(tok, conflictTopics) && f.ownSubject(tok)
	}
	if f.lex.classes.Known(sel) {
		return f.inClass(sel, tok)
	}
	if f.d.EachOther(tok) {
		return true
	}
	m := f.mention(tok)
	if m < 0 {
		return false
	}
	return acceptsMention(sel, f.resolve(m))
}

// inClass asks for the word and, in "air strike", for the words that make one name with it.
func (f *finder) inClass(class string, tok int32) bool {
	if f.lex.classes.Has(class, f.d.Tokens[tok].Lemma) {
		return true
	}
	if t := &f.d.Tokens[tok]; t.UPOS == "PROPN" && f.lex.classes.Has(class, lemmaOf(t, f.d.Form(tok))) {
		return true // "the Treaty of Bern"
	}
	for c := range f.d.Children(tok) {
		if f.d.HasRel(c, "compound", "nmod") && c > tok-3 && f.quantityOf(tok) && f.lex.classes.Has(class, f.d.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// quantityOf reports whether the word only counts what follows: "hundreds of tanks", "a shipment of arms".
func (f *finder) quantityOf(tok int32) bool {
	return f.d.Tokens[tok].UPOS == "NUM" || f.lex.classes.Has("quantity", f.d.Tokens[tok].Lemma)
}

var conflictTopics = []string{"violence", "military", "restrict", "arrest", "relations", "sanction", "suspend-aid", "halt-talks", "expel", "territory", "refuse", "protest"}

// acceptsMention tests what is known of a mention.
func acceptsMention(sel string, m *doc.Mention) bool {
	switch sel {
	case "actor":
		return m.Kind == doc.Person || m.Kind == doc.State || m.Kind == doc.Organisation || m.Kind == doc.Group
	case "party":
		return m.Kind != doc.OtherKind
	case "state":
		return m.Kind == doc.State
	case "person":
		return m.Kind == doc.Person
	case "group":
		return m.Kind == doc.Group
	case "org":
		return m.Kind == doc.Organisation
	case "place":
		return m.Kind == doc.PlaceKind || m.Kind == doc.State
	case "people":
		return m.Kind == doc.Person || m.Kind == doc.Group
	case "armed":
		return m.Kind != doc.State && m.Kind != doc.PlaceKind && oneOf(m.Sector, "MIL", "REB", "UAF", "PRM", "COP", "SPY")
	case "fighter":
		return acceptsMention("armed", m) && !oneOf(m.Sector, "COP", "SPY")
	case "official":
		if m.Kind == doc.State {
			return true
		}
		if m.Kind == doc.Organisation || m.Kind == doc.Person || m.Kind == doc.Group {
			return m.Office != "" || oneOf(m.Sector, "GOV", "LEG", "MIL", "JUD", "OPP", "PTY", "SPY", "REL", "ELI", "COP") ||
				oneOf(m.Country, "UNO", "EUR", "IGO", "NGO")
		}
	case "civil":
		return m.Kind == doc.Group && (m.Noun == "protester" || !oneOf(m.Sector, "MIL", "REB", "UAF", "PRM", "COP", "SPY", "GOV", "JUD"))
	case "judicial":
		return m.Sector == "JUD"
	case "labour":
		return oneOf(m.Sector, "LAB", "EDU", "MED", "AGR", "JRN")
	}
	return false
}

func oneOf(x string, list ...string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// plural reports whether a word stands for several: "the two", "X and Y", "talks".
func (f *finder) plural(tok int32) bool {
	if feat(f.d.Tokens[tok].Feats, "Number") == "Plur" {
		return true
	}
	if m := f.mention(tok); m >= 0 && (f.d.Mentions[m].Plural || len(f.d.Mentions[m].Members) > 1) {
		return true
	}
	if up := f.d.Tokens[tok].Head; up >= 0 && f.d.HasRel(tok, "conj") && nominal(f.d.Tokens[up].UPOS) {
		return true // the second of two
	}
	for c := range f.d.Children(tok) {
		if f.d.HasRel(c, "conj") && nominal(f.d.Tokens[c].UPOS) {
			return true
		}
	}
	return false
}

// tellsAct reports whether the word, or for a light verb its noun, tells an act
// itself; topics, if given, say of what kind.
func (f *finder) tellsAct(tok int32, topics []string) bool {
	if f.lemmaTells(tok, topics) {
		return true
	}
	for c := range f.d.Children(tok) {
		if f.d.HasRel(c, "obj", "xcomp", "compound:prt") && f.lemmaTells(c, topics) {
			return true
		}
	}
	return false
}

func (f *finder) lemmaTells(tok int32, topics []string) bool {
	t := &f.d.Tokens[tok]
	for _, id := range f.lex.byHead[t.Lemma] {
		e := f.lex.Entries[id]
		if !posFits(e.POS, t.UPOS, t.XPOS) {
			continue
		}
		if topics != nil && len(e.words) > 1 {
			continue // "extend the curfew" tells such an act, not every "extend"
		}
		if topics == nil && f.lex.frames[t.Lemma] || topics != nil && has(topics, e.Frame.Topic) {
			return true
		}
	}
	return topics == nil && (f.lex.classes.Has("talk", t.Lemma) || f.lex.classes.Has("agreement", t.Lemma))
}

// ownSubject reports whether the subject of the clause at tok is that of the verb above it.
func (f *finder) ownSubject(tok int32) bool {
	up := f.d.Tokens[tok].Head
	if up < 0 {
		return false
	}
	a, b := f.subject(tok), f.subject(up)
	if a < 0 || b < 0 {
		return false
	}
	if p := f.d.Child(a, "nmod:poss"); p >= 0 && f.d.Tokens[p].UPOS == "PRON" {
		a = p // "warned that his forces would …"
	}
	ma, mb := f.mention(a), f.mention(b)
	if ma < 0 || mb < 0 {
		return false
	}
	x, y := f.resolve(ma), f.resolve(mb)
	return ma == mb || x == y || x.Chain >= 0 && x.Chain == y.Chain || x.Country != "" && x.Country == y.Country && x.Sector == y.Sector
}

func (f *finder) subject(tok int32) int32 {
	for _, s := range f.slots.of(tok).slots {
		if s.name == "subj" {
			return s.tok
		}
	}
	return -1
}
