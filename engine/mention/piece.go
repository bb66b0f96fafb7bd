package mention

import (
	"strings"

	"annals/kb"
)

// pieceKind tells what a piece of a block is.
type pieceKind uint8

const (
	pieceOther  pieceKind = iota // a common word that tells nothing of who
	pieceSmall                   // determiner, number, adverb, mark
	pieceHedge                   // "suspected", "senior", "former"
	pieceOrigin                  // nationality or place
	pieceName                    // alias of a person, body or group
	pieceFresh                   // capitals that no table knows
	pieceRole                    // role noun or title
)

// piece is a run of tokens [i, j) of a block.
type piece struct {
	kind pieceKind
	i, j int32
}

// cut divides the block [a, b) into pieces.
func (f *finder) cut(a, b int32) {
	f.pieces = f.pieces[:0]
	for i := a; i < b; {
		p := f.pieceAt(i, b)
		if n := len(f.pieces); n > 0 && p.kind == pieceFresh && f.pieces[n-1].kind == pieceFresh && f.org[f.pieces[n-1].i] == 0 {
			f.pieces[n-1].j = p.j
		} else {
			f.pieces = append(f.pieces, p)
		}
		i = p.j
	}
}

func (f *finder) pieceAt(i, b int32) piece {
	if end := f.org[i]; end > i && end <= b {
		return piece{pieceFresh, i, end}
	}
	role := f.role[i]
	if role.end > b {
		role = roleMatch{}
	}
	if role.end > 0 && (f.partOfName(i, role) || f.dwelling(i, role)) {
		role = roleMatch{}
	}
	if f.inside[i] == i && f.alias[i].end <= b && !f.misread(i, b) && !f.givenOnly(i) {
		m := f.alias[i]
		title := role.end == m.end && m.words == 1 && m.demonym == 0 && f.lex.roles[role.role].Office != "" && m.end < int32(len(f.role)) && f.capital(m.end) && f.proper(m.end) // "PM Ann Example"
		generic := title || role.end == m.end && len(f.pieces) > 0 && f.pieces[len(f.pieces)-1].kind == pieceName
		if role.end < m.end || role.end == m.end && !generic && (m.words > 1 || m.demonym != 0 || allUpper(f.form(i))) {
			if m.surname && m.end == i+1 && i+1 < b && f.capital(i+1) && f.bodyAt(i+1) {
				return piece{pieceFresh, i, i + 1} // "Royal Air Force" is no matter of a Mr Royal
			}
			kind := pieceName
			if m.demonym != 0 || m.kind.IsPlace() {
				kind = pieceOrigin
			}
			return piece{kind, i, m.end}
		}
	}
	if role.end > 0 {
		return piece{pieceRole, i, role.end}
	}
	t := f.tok(i)
	if f.temporal(i) {
		return piece{pieceSmall, i, i + 1}
	}
	switch {
	case f.words[i] == 0 && f.hyphen(i) && i+1 < b:
		if n := len(f.pieces); n > 0 && f.pieces[n-1].kind == pieceFresh && f.pieces[n-1].j == i {
			return piece{pieceFresh, i, i + 1}
		}
		return piece{pieceSmall, i, i + 1}
	case f.capital(i) && f.nameWord(i):
		return piece{pieceFresh, i, i + 1}
	case t.Name != "" && t.Name[0] == 'I' && len(f.pieces) > 0 && f.pieces[len(f.pieces)-1].kind == pieceFresh && t.UPOS != "NOUN":
		return piece{pieceFresh, i, i + 1}
	}
	if m, ok := f.lex.mods[string(f.folded(i, i+1))]; ok && (m.effect == modHedge || m.effect == modFormer) {
		return piece{pieceHedge, i, i + 1}
	}
	switch t.UPOS {
	case "DET", "NUM", "PRON", "ADV", "PUNCT", "PART", "CCONJ", "ADP", "SYM", "AUX", "INTJ", "SCONJ":
		return piece{pieceSmall, i, i + 1}
	}
	return piece{pieceOther, i, i + 1}
}

// bodyAt reports whether a body that is no government begins at token i.
func (f *finder) bodyAt(i int32) bool {
	r := f.role[i]
	return r.end > 0 && f.lex.roles[r.role].Body && f.lex.roles[r.role].Noun != "government"
}

// temporal reports whether token i is the name of a day or month. "May" and
// "March" in a person's name are none.
func (f *finder) temporal(i int32) bool {
	m, ok := f.lex.mods[string(f.folded(i, i+1))]
	return ok && m.effect == modNothing && f.tok(i).Name != "I-person" && f.inside[i] < 0
}

// nameWord reports whether a capital word may be part of a name: the parser
// takes it for one, or it stands inside the sentence next to such a word.
func (f *finder) nameWord(i int32) bool {
	t := f.tok(i)
	switch t.UPOS {
	case "DET", "PRON", "AUX", "SCONJ", "CCONJ", "NUM":
		return t.Name != "" && t.Name[0] == 'I'
	}
	if f.proper(i) {
		return true
	}
	if i == 0 || t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "X" {
		return false
	}
	return true
}

// dwelling reports whether a "house" is no chamber of a parliament.
func (f *finder) dwelling(i int32, r roleMatch) bool {
	return r.end == i+1 && f.tok(i).Lemma == "house" && !f.capital(i)
}

// partOfName reports whether a role word at i is the family name of the person
// whose other names stand before it ("Martin King").
func (f *finder) partOfName(i int32, r roleMatch) bool {
	if r.end != i+1 || !f.capital(i) || i == 0 {
		return false
	}
	t := f.tok(i)
	n := len(f.pieces)
	if n == 0 || f.pieces[n-1].j != i || f.pieces[n-1].kind != pieceFresh && f.pieces[n-1].kind != pieceName {
		return false
	}
	if _, family := f.base.Surname(string(f.folded(i, i+1))); !family && f.lex.roles[r.role].Title && !f.afterGiven(i) {
		return false // "Chairman" is nobody's name
	}
	return t.Name == "I-person" || t.Rel == "flat" && t.Head-f.first < i && !f.lex.roles[r.role].Body
}

// afterGiven reports whether the parser takes the word at i for the last one of a
// person's name, and a given name stands right before it: "Carl Judge".
func (f *finder) afterGiven(i int32) bool {
	if f.tok(i).Name != "I-person" || f.tok(i-1).Name != "B-person" || i+1 < f.len() && f.tok(i+1).Name == "I-person" {
		return false
	}
	_, given := f.base.GivenName(string(f.folded(i-1, i)))
	return given
}

// givenOnly reports whether a single word that is also a town is a given name
// here: the parser says a person, or it says nothing and the town is small.
func (f *finder) givenOnly(i int32) bool {
	m := f.alias[i]
	if m.end != i+1 || m.demonym != 0 || m.kind != kb.City && m.kind != kb.Feature {
		return false
	}
	bio := f.tok(i).Name
	if strings.HasSuffix(bio, "-person") {
		return f.base.Entity(m.entity).Importance < 130
	}
	if strings.HasSuffix(bio, "-place") || f.d.Child(f.first+i, "case") >= 0 && f.tok(i).Rel == "obl" {
		return false
	}
	_, given := f.base.GivenName(string(f.folded(i, i+1)))
	return given && f.base.Entity(m.entity).Importance < 110
}

// misread reports whether the alias at i is only the beginning of a name that
// the parser has marked: "Jordan Example", where Jordan is no state.
func (f *finder) misread(i, b int32) bool {
	m := f.alias[i]
	if m.end != i+1 || m.end >= b || m.demonym != 0 || f.role[m.end].end > 0 {
		return false
	}
	if f.inside[m.end] == m.end {
		if !f.alias[m.end].surname || f.tok(m.end).Name != "I-person" || f.tok(i).Name != "B-person" {
			return false
		}
		_, given := f.base.GivenName(string(f.folded(i, i+1)))
		return m.kind.IsPlace() || given && (m.kind == kb.Company || m.kind == kb.Media)
	}
	next := f.tok(m.end)
	if !f.capital(m.end) {
		return false
	}
	if next.Name == "I-person" {
		return true
	}
	_, given := f.base.GivenName(string(f.folded(i, i+1)))
	return given && next.Rel == "flat" && next.Head == f.first+i && m.kind != kb.Body && m.kind != kb.Group
}
