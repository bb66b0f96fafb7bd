package mention

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// blank is a mention with nothing known of it.
func (f *finder) blank(i, j, head int32) doc.Mention {
	return doc.Mention{
		Span: f.span(i, j), First: f.first + i, Last: f.first + j, Head: f.first + head,
		Sent: f.tok(head).Sent, Of: -1, Chain: -1, Antecedent: -1,
	}
}

func (f *finder) add(m doc.Mention) int32 {
	f.out = append(f.out, m)
	return int32(len(f.out) - 1)
}

// block makes the mentions of one run of tokens with head h.
func (f *finder) block(a, b, h int32) {
	t := f.tok(h)
	if p, ok := f.lex.pronouns[string(f.folded(h, h+1))]; ok && p.use == 't' && t.UPOS != "PRON" && argument(t.Rel) && f.d.Child(f.first+h, "det") >= 0 {
		f.pronoun(a, b, h)
		return
	}
	if strings.HasSuffix(f.form(h), "$") {
		return
	}
	switch t.UPOS {
	case "NOUN", "PROPN", "X", "":
	case "PRON", "DET":
		if k := f.inside[h]; k < 0 || f.alias[k].words < 2 {
			f.pronoun(a, b, h)
			return
		}
	case "ADJ", "NUM", "VERB", "ADV", "SYM":
		if !f.standsForPeople(a, b, h) {
			return
		}
	default:
		if f.inside[h] < 0 {
			return
		}
	}
	f.cut(a, b)
	first := 0
	for first < len(f.pieces) && f.pieces[first].kind == pieceSmall {
		first++
	}
	end := len(f.pieces)
	for end > first && f.pieces[end-1].kind == pieceSmall {
		end--
	}
	if first == end {
		if t.UPOS == "NUM" {
			f.bareNumber(a, b, h)
		}
		return
	}
	last := f.pieces[end-1]
	switch last.kind {
	case pieceName, pieceFresh, pieceOrigin:
		f.named(a, b, h, first, end)
	default:
		f.described(a, b, h, first, end)
	}
}

// standsForPeople lets through adjectives, numerals and the like that stand
// for people or for a nationality: "the wounded", "Russian", "three".
func (f *finder) standsForPeople(a, b, h int32) bool {
	if f.inside[h] >= 0 {
		return true
	}
	t := f.tok(h)
	switch t.UPOS {
	case "NUM":
		return argument(t.Rel)
	case "ADJ", "VERB":
		return argument(t.Rel) && f.role[h].end > 0 && f.lex.roles[f.role[h].role].Group && f.d.Child(f.first+h, "det") >= 0
	}
	return false
}

func argument(rel string) bool {
	switch rel {
	case "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj", "nmod:poss", "appos":
		return true
	}
	return false
}

// named makes the mention of a block that ends in a name, with the titles,
// nationalities and owners before it.
func (f *finder) named(a, b, h int32, first, end int) {
	start := end - 1
	for start > first {
		k := f.pieces[start-1].kind
		if k != pieceName && k != pieceFresh && k != pieceOrigin {
			break
		}
		start--
	}
	start = f.nameStart(start, end)
	p := f.pieces[start]
	i, j := p.i, f.pieces[end-1].j
	var m doc.Mention
	whole := start == end-1
	// the head of the block stands for the name, wherever it is in the block
	head := h
	m = f.blank(i, j, head)
	m.Full = f.span(f.pieceStart(a, first), j)
	m.Form = doc.Named
	m.Via = string(record.ViaName)
	if whole && p.kind != pieceFresh {
		f.known(&m, f.alias[p.i], a, b, h)
	} else {
		f.unknown(&m, i, j, start, end)
		if last := f.pieces[end-1]; start == end-2 && f.branch(p, last) {
			m.Kind, m.Sector, m.Noun, m.Country = doc.Organisation, "BUS", "company", f.base.Entity(f.alias[last.i].entity).Country
			m.Why = append(m.Why, "a company's house in the country of its name")
		}
	}
	owner := f.before(a, first, start, i, &m)
	if m.Form == doc.Adjectival && owner >= 0 {
		m.Of = -1
	}
	if m.Kind == doc.Person && m.Gender == 0 {
		m.Gender = f.gender(i, j)
	}
	f.count(a, i, &m)
	f.add(m)
}

// pieceStart is the first token of the block without leading marks.
func (f *finder) pieceStart(a int32, first int) int32 {
	if len(f.pieces) == 0 {
		return a
	}
	for _, p := range f.pieces[:first] {
		if f.tok(p.i).UPOS != "PUNCT" {
			return p.i
		}
	}
	if first < len(f.pieces) {
		return f.pieces[first].i
	}
	return a
}

// nameStart finds where the name proper begins in the run of name pieces
// [start, end): nationalities and bodies before it are set apart.
func (f *finder) nameStart(start, end int) int {
	for start < end-1 {
		p, next := f.pieces[start], f.pieces[start+1]
		fresh := next.kind == pieceFresh
		apart := false
		switch p.kind {
		case pieceOrigin:
			m := f.alias[p.i]
			bio := f.tok(next.i).Name
			if next.kind == pieceOrigin && m.kind.IsPlace() && m.demonym == 0 && f.tok(next.i).Rel == "flat" {
				break
			}
			apart = m.demonym != 0 || !fresh || strings.HasPrefix(bio, "B-") || f.tok(p.i).Rel == "compound" && f.tok(next.i).Rel != "flat"
			if fresh && m.demonym == 0 && (bio == "I-person" || bio == "I-organization" || f.tok(next.i).Rel == "flat") {
				apart = false
			}
		case pieceName:
			m := f.alias[p.i]
			apart = m.kind != kb.Person && (!fresh || f.tok(next.i).Name == "B-person") && !f.branch(p, next)
		case pieceFresh:
			// an unknown word before a known name of several words belongs to something else
			apart = next.kind == pieceName && f.alias[next.i].words > 1
		}
		if !apart {
			break
		}
		start++
	}
	return start
}

// known fills a mention from the alias that spells it.
func (f *finder) known(m *doc.Mention, al aliasMatch, a, b, h int32) {
	e := f.base.Entity(al.entity)
	switch {
	case al.demonym != 0 && f.spoken(a, h):
		m.Form, m.Noun, m.Via = doc.Nominal, "language", string(record.ViaDescription) // "spoke Norvian": nobody
	case al.demonym == 'a' && f.tok(h).UPOS != "NOUN" && f.tok(h).UPOS != "PROPN", al.demonym != 0 && f.coordinate(h):
		m.Form, m.Via = doc.Adjectival, string(record.ViaNationality)
		f.state(m, e)
	case al.demonym != 0:
		// "Iranians", "a Russian"; "the Americans" as one side of a matter
		m.Form, m.Via = doc.Nominal, string(record.ViaNationality)
		m.Country = e.Country
		m.Noun, m.Sector = "civilian", "CVL"
		m.Plural = strings.Contains(f.tok(h).Feats, "Number=Plur") || f.tok(h).XPOS == "NNPS" || f.tok(h).XPOS == "NNS"
		m.Kind = doc.Person
		if m.Plural {
			m.Kind = doc.Group
		}
		m.Name = f.d.Word(m.Span)
		m.Why = append(m.Why, "people of "+e.Name)
		if m.Plural && h == a+1 && f.tok(a).UPOS == "DET" && strings.EqualFold(f.form(a), "the") && e.Kind == kb.Country {
			f.state(m, e)
			m.Why = append(m.Why, "“the "+f.form(h)+"” as one side")
		}
	case e.Kind == kb.Country || e.Kind == kb.Territory:
		f.state(m, e)
	case e.Kind.IsPlace():
		m.Kind, m.Name = doc.PlaceKind, e.Name
		if settled(e) && !f.vague(m) {
			m.Country = e.Country
		}
	case e.Kind == kb.Person:
		m.Kind = doc.Person
		if !al.surname {
			m.Gender = e.Gender
		}
	default:
		m.Kind = doc.Organisation
	}
}

// unknown fills a mention whose name no table knows, from its shape and from
// the parser's mark.
func (f *finder) unknown(m *doc.Mention, i, j int32, start, end int) {
	m.Name = f.nameText(i, j)
	if j == i+1 && f.letter(i) {
		m.Form, m.Noun = doc.Nominal, "letter"
		return
	}
	mark := ""
	for k := i; k < j; k++ {
		if n := f.tok(k).Name; len(n) > 2 {
			mark = n[2:]
			break
		}
	}
	words := 0
	for k := i; k < j; k++ {
		if f.words[k] > 0 {
			words++
		}
	}
	_, given := f.base.GivenName(string(f.firstWord(i)))
	_, family := f.base.Surname(string(f.folded(j-1, j)))
	titled := start > 0 && f.pieces[start-1].kind == pieceRole && f.personal(f.pieces[start-1].i)
	if f.org[i] > i {
		m.Kind, m.Gender = doc.Organisation, 'n'
		m.Why = append(m.Why, "name of an organisation")
		for _, k := range []int32{i, j - 1} {
			if r := f.role[k]; r.end > 0 && (f.lex.roles[r.role].Body || k == i && r.plural) {
				m.Sector, m.Noun = f.lex.roles[r.role].Sector, f.lex.roles[r.role].Noun
				if !f.lex.roles[r.role].Body {
					m.Sector, m.Noun = "SOC", "ngo"
				}
				break
			}
		}
		return
	}
	switch {
	case titled, mark == "person", mark == "place" && given && family && words == 2, (mark == "" || mark == "other") && words < 5 && given:
		m.Kind = doc.Person
		m.Why = append(m.Why, "name of a person")
	case mark == "organization":
		m.Kind = doc.Organisation
		m.Why = append(m.Why, "name of an organisation")
	case mark == "place":
		m.Kind = doc.PlaceKind
	case mark == "" && family && words > 1 && words < 5:
		m.Kind = doc.Person
		m.Why = append(m.Why, "family name")
	case mark == "" && words == 1 && allUpper(m.Name) && len(m.Name) > 1:
		m.Kind = doc.Organisation
		m.Why = append(m.Why, "acronym")
		if len(m.Name) == 4 && strings.HasSuffix(m.Name, "PD") {
			m.Sector, m.Noun = "COP", "police"
			m.Why = append(m.Why, "short for a police department")
		}
	}
}

// personal reports whether the role at token i stands for a person.
func (f *finder) personal(i int32) bool {
	r := f.role[i]
	return r.end > 0 && !f.lex.roles[r.role].Body && !f.lex.roles[r.role].Group && !f.lex.roles[r.role].Place && !f.lex.roles[r.role].Thing
}

// nameText is the text of the tokens with single spaces.
func (f *finder) nameText(i, j int32) string {
	s := f.d.Word(f.span(i, j))
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// gender is that of the given name with which a person's name begins; a single
// word that may be a family name tells none.
func (f *finder) gender(i, j int32) byte {
	if j == i+1 {
		if _, family := f.base.Surname(string(f.folded(i, j))); family {
			return 0
		}
	}
	g, ok := f.base.GivenName(string(f.firstWord(i)))
	if ok && g != 'u' {
		return g
	}
	return 0
}

// before reads the pieces between the block's beginning and its name: titles,
// nationalities, owners. It gives the index of the last owner's mention, or -1.
func (f *finder) before(a int32, first, start int, nameAt int32, m *doc.Mention) int32 {
	owner := int32(-1)
	for k := 0; k < start; k++ {
		p := f.pieces[k]
		switch p.kind {
		case pieceOrigin, pieceName:
			owner = f.modifierOf(p, m, owner)
		case pieceFresh:
			owner = f.fresh(p)
		case pieceRole:
			r := &f.lex.roles[f.role[p.i].role]
			if r.Place || r.Thing {
				continue
			}
			if r.Body || r.Group {
				if m.Kind == doc.Organisation && m.Noun == "" && f.pieces[k].j == nameAt {
					m.Sector, m.Noun = r.Sector, r.Noun
				}
				continue
			}
			if !r.Title && m.Kind == doc.Organisation {
				continue
			}
			f.office(m, r, p)
			if m.Form == doc.Named && owner >= 0 {
				m.Of = owner
			}
		case pieceHedge:
			mod := f.lex.mods[string(f.folded(p.i, p.i+1))]
			if mod.effect == modFormer {
				m.Former = true
			}
		}
	}
	if f.elect(start) && m.Kind == doc.Person {
		m.Sector = "OPP"
		m.Why = append(m.Why, "elected, not yet in office")
	}
	if m.Former && m.Kind == doc.Person && m.Office != "" {
		m.Sector = "ELI"
		m.Why = append(m.Why, "former "+m.Office)
	}
	if owner >= 0 {
		m.Of = owner
		o := &f.out[owner]
		if m.Country == "" && o.Country != "" && m.Form != doc.Adjectival {
			m.Country = o.Country
			m.Why = append(m.Why, "country from “"+f.d.Word(o.Span)+"”")
		}
	}
	return owner
}

// elect finds "-elect" and "-designate" among the pieces before a name.
func (f *finder) elect(start int) bool {
	for k := 0; k < start; k++ {
		p := f.pieces[k]
		for i := p.i; i < p.j; i++ {
			if w := f.folded(i, i+1); string(w) == "elect" || string(w) == "designate" {
				return true
			}
		}
	}
	return false
}

// office writes the title r into m. A second title before the same name adds
// its words to the first, which stays where it tells more.
func (f *finder) office(m *doc.Mention, r *Role, p piece) {
	if r.Gender != 0 && m.Gender == 0 {
		m.Gender = r.Gender
	}
	if m.Kind == doc.OtherKind || m.Kind == doc.PlaceKind || m.Kind == doc.State || m.Kind == doc.Organisation && m.Form == doc.Named && r.Title {
		m.Kind = doc.Person
		if m.Sector == "GOV" {
			m.Sector = ""
		}
		m.Country = ""
		if m.Name == "" || m.Form == doc.Named {
			m.Name = f.nameText(m.First-f.first, m.Last-f.first)
		}
	}
	if r.Address {
		return
	}
	if m.Office != "" && kb.Rank(m.Class) >= kb.Rank(r.Office) {
		return
	}
	m.Noun = r.Noun
	if r.Title {
		m.Office, m.Class = r.Word, r.Office
	}
	if r.Sector != "" {
		m.Sector = r.Sector
	}
	if r.Country != "" && m.Country == "" {
		m.Country = r.Country
	}
	m.Via = string(record.ViaTitle)
	m.Why = append(m.Why, "title “"+f.d.Word(f.span(p.i, p.j))+"”")
}

// modifierOf is modifier for a name that stands right after a nationality,
// which then is the name's own: "Norvian Air Force raids".
func (f *finder) modifierOf(p piece, main *doc.Mention, before int32) int32 {
	x := f.modifier(p, main)
	if before >= 0 && p.kind == pieceName {
		if o := &f.out[before]; o.Kind == doc.State && o.Last == f.first+p.i && f.out[x].Kind == doc.Organisation {
			f.out[x].Of, f.out[x].Country = before, o.Country
		}
	}
	return x
}

// modifier makes the mention of a nationality or name that stands before the
// head of a block.
func (f *finder) modifier(p piece, main *doc.Mention) int32 {
	x := f.blank(p.i, p.j, f.governor(p.i, p.j))
	x.Start += int32(stance(f.form(p.i)))
	x.Full, x.Form, x.Via = x.Span, doc.Adjectival, string(record.ViaName)
	al := f.alias[p.i]
	e := f.base.Entity(al.entity)
	switch {
	case al.demonym != 0:
		x.Via = string(record.ViaNationality)
		f.state(&x, e)
	case e.Kind == kb.Country || e.Kind == kb.Territory:
		f.state(&x, e)
	case e.Kind.IsPlace():
		x.Kind, x.Name = doc.PlaceKind, e.Name
		if settled(e) && !f.vague(&x) {
			x.Country = e.Country
		}
	case e.Kind == kb.Person:
		x.Kind = doc.Person
		if !al.surname {
			x.Gender = e.Gender
		}
	default:
		x.Kind = doc.Organisation
	}
	return f.add(x)
}

// fresh makes the mention of an unknown name that stands before the head.
func (f *finder) fresh(p piece) int32 {
	x := f.blank(p.i, p.j, f.governor(p.i, p.j))
	x.Start += int32(stance(f.form(p.i)))
	x.Full, x.Form, x.Via = x.Span, doc.Adjectival, string(record.ViaName)
	f.unknown(&x, p.i, p.j, 0, 0)
	if x.Kind == doc.Person {
		x.Gender = f.gender(p.i, p.j)
	}
	return f.add(x)
}
