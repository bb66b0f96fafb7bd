package mention

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// described makes the mention of a block that ends in a common noun or a role:
// "Russian troops", "the foreign minister", "Grave Crimes Court".
func (f *finder) described(a, b, h int32, first, end int) {
	for k := end - 1; k >= first; k-- {
		if p := f.pieces[k]; p.i <= h && h < p.j && (p.kind == pieceRole || p.kind == pieceOther) {
			end = k + 1
			break
		}
	}
	last := f.pieces[end-1]
	if c := f.lex.counts[f.d.Tokens[f.first+h].Lemma]; c.role == countContainer || c.role == countPlural {
		if f.d.Child(f.first+h, "nmod") >= 0 && f.ofChild(h) >= 0 {
			return // "hundreds of protesters": the mention is made with the protesters
		}
	}
	if f.tok(h).Lemma == "body" && f.d.Child(f.first+h, "nmod:poss") >= 0 {
		return // "his body", not a body of people
	}
	m := f.blank(last.i, last.j, h)
	m.Form, m.Via = doc.Nominal, string(record.ViaDescription)
	m.Plural = plural(f.tok(h))
	// the name begins after determiners, numbers and hedges
	start := first
	for start < end-1 && (f.pieces[start].kind == pieceHedge || f.pieces[start].kind == pieceSmall ||
		f.pieces[start].kind == pieceOther && start > 0 && f.pieces[start-1].kind == pieceSmall && f.hyphen(f.pieces[start-1].i)) {
		start++
	}
	if last.kind == pieceRole && f.lex.roles[f.role[last.i].role].Body && f.capital(last.i) {
		for start < end-1 && f.attribute(f.pieces[start]) && f.capital(f.pieces[start+1].i) {
			start++ // "the separatist Norvian National Army": its name begins behind
		}
	}
	i, j := f.hyphened(f.pieces[start].i), last.j
	m.First, m.Last, m.Span = f.first+i, f.first+j, f.span(i, j)
	m.Full = f.span(min(f.pieceStart(a, first), i), j)
	m.Noun = f.tok(h).Lemma
	var role *Role
	if last.kind == pieceRole {
		rm := f.role[last.i]
		role = &f.lex.roles[rm.role]
		f.fillRole(&m, role, rm.plural, last)
	} else if h >= i && h < j {
		m.Kind = doc.OtherKind
	}
	if m.Noun == "party" && m.Plural && i == last.i && !f.capital(last.i) {
		m.Sector, m.Noun, role = "", "group", nil // "the parties agreed": the sides
	}
	// capitals before a capital body noun are its name: "Grave Crimes Court"
	namedBody := role != nil && role.Body && f.capital(last.i) && (i < last.i || f.role[last.i].end > last.i+1) &&
		(f.tok(last.i).UPOS != "NOUN" || i < last.i && f.capital(last.i-1) && f.d.Sentences[m.Sent].Kind == doc.Prose)
	owner, nation := int32(-1), int32(-1)
	over := false
	for k := 0; k < end-1; k++ {
		p := f.pieces[k]
		switch p.kind {
		case pieceOrigin, pieceName:
			if f.behindOther(p) {
				f.modifierOf(p, &m, -1)
				continue // "Iranian-backed parties" are not Iranian
			}
			owner = f.modifierOf(p, &m, owner)
			if nation < 0 && f.out[owner].Kind == doc.State && stance(f.form(p.i)) == 0 {
				nation = owner
			}
		case pieceFresh:
			if !namedBody {
				owner = f.fresh(p)
			}
		}
		if namedBody && k < start && f.attribute(p) {
			for t := p.i; t < p.j; t++ {
				if mod := f.lex.mods[string(f.folded(t, t+1))]; mod.effect == modOver {
					f.modify(&m, role, t, &over)
				}
			}
		}
		if !namedBody && (p.kind == pieceHedge || p.kind == pieceOther || p.kind == pieceRole) {
			for t := p.i; t < p.j; t++ {
				f.modify(&m, role, t, &over)
			}
			if p.kind == pieceRole && role != nil && role.Takes && !over {
				if s := f.lex.roles[f.role[p.i].role].Sector; s != "" && !f.lex.roles[f.role[p.i].role].Title {
					m.Sector = s
				}
			}
		}
	}
	if namedBody {
		m.Form, m.Via = doc.Named, string(record.ViaName)
		if m.Noun == "government" && f.tok(h).Lemma == "Administration" && (owner < 0 || f.out[owner].Kind == doc.PlaceKind || f.out[owner].Kind == doc.OtherKind) {
			m.Kind, m.Noun = doc.Organisation, "agency" // "Federal Aviation Administration"
		}
	}
	if m.Former && role != nil && !role.Body && official(m.Sector) {
		m.Sector = "ELI"
		m.Why = append(m.Why, "former "+m.Noun)
	}
	if owner >= 0 {
		f.own(&m, owner)
	}
	if nation >= 0 && m.Country == "" && m.Kind != doc.OtherKind && m.Kind != doc.PlaceKind {
		m.Country = f.out[nation].Country // "Norvian Example News reporters"
		m.Why = append(m.Why, "country from “"+f.d.Word(f.out[nation].Span)+"”")
	}
	if m.Kind == doc.OtherKind && owner < 0 && m.Noun == "" {
		return
	}
	if m.Kind != doc.OtherKind && m.Name == "" {
		m.Name = f.nameText(i, j)
	}
	f.count(a, i, &m)
	f.contain(&m, h)
	f.add(m)
}

// hyphened is where a description begins whose first word i is joined to a name by a
// hyphen: "Norvian-led forces".
func (f *finder) hyphened(i int32) int32 {
	if i < 2 || !f.hyphen(i-1) || f.tok(i).XPOS != "VBN" && f.tok(i).UPOS != "ADJ" || f.tok(i-2).Head != f.first+i || f.tok(i-2).End != f.tok(i-1).Start {
		return i
	}
	i -= 2
	for i > 0 && f.tok(i-1).Head == f.first+i && f.d.HasRel(f.first+i-1, "compound", "flat", "amod") && f.capital(i-1) {
		i--
	}
	return i
}

// behindOther reports a name before a hyphen and a participle that tells who stands
// behind a group, not where it is from: "Iranian-backed".
func (f *finder) behindOther(p piece) bool {
	return p.j+1 < f.len() && f.hyphen(p.j) && f.tok(p.j+1).XPOS == "VBN" && f.lex.Is("backing", f.tok(p.j+1).Lemma)
}

func official(sector string) bool {
	switch sector {
	case "GOV", "MIL", "JUD", "LEG", "COP", "SPY", "PTY":
		return true
	}
	return false
}

func plural(t *doc.Token) bool {
	return t.XPOS == "NNS" || t.XPOS == "NNPS" || strings.Contains(t.Feats, "Number=Plur")
}

// fillRole writes what the role noun says.
func (f *finder) fillRole(m *doc.Mention, r *Role, plural bool, p piece) {
	m.Noun, m.Gender = r.Noun, r.Gender
	if m.Noun == "" {
		m.Noun = r.Word
	}
	m.Sector, m.Country = r.Sector, r.Country
	switch {
	case r.Thing:
		m.Kind, m.Noun = doc.OtherKind, f.d.Tokens[m.Head].Lemma
		return
	case r.Place:
		m.Kind, m.Gender = doc.PlaceKind, 'n'
	case r.Body:
		m.Kind = doc.Organisation
		m.Gender = 'n'
		if plural {
			m.Plural = true
		}
		if r.Noun == "state" || r.Noun == "government" {
			m.Kind = doc.State
		}
	case r.Group:
		m.Kind, m.Plural, m.Via = doc.Group, true, string(record.ViaGroup)
	default:
		m.Kind = doc.Person
		if plural {
			m.Plural, m.Gender = true, 0
			m.Kind, m.Via = doc.Group, string(record.ViaGroup)
		}
		if r.Office != "" {
			m.Office, m.Class = r.Word, r.Office
			if !plural {
				m.Via = string(record.ViaTitle)
			}
		}
	}
	m.Why = append(m.Why, "“"+f.d.Word(f.span(p.i, p.j))+"” is "+article(m.Noun)+describeSector(m.Sector))
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func describeSector(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// attribute reports whether a piece is small words before a name that say of what
// kind its bearer is.
func (f *finder) attribute(p piece) bool {
	if p.kind != pieceOther && p.kind != pieceRole {
		return false
	}
	for t := p.i; t < p.j; t++ {
		if f.capital(t) || f.tok(t).UPOS != "ADJ" && f.tok(t).UPOS != "NOUN" {
			return false
		}
	}
	return true
}

// modify lets the word at token t act on the mention: "opposition", "former",
// "rebel".
func (f *finder) modify(m *doc.Mention, role *Role, t int32, over *bool) {
	mod, ok := f.lex.mods[string(f.folded(t, t+1))]
	if !ok && f.tok(t).Lemma != "" {
		mod, ok = f.lex.mods[f.tok(t).Lemma]
	}
	if !ok {
		return
	}
	switch mod.effect {
	case modFormer:
		m.Former = true
	case modElect:
		m.Sector, *over = mod.sector, true
	case modOver:
		if mod.sector != "" && m.Kind != doc.OtherKind {
			m.Sector, *over = mod.sector, true
			m.Why = append(m.Why, "“"+f.form(t)+"” gives "+mod.sector)
		}
	case modSector:
		if mod.sector != "" && !*over && role != nil && (role.Takes || m.Sector == "") && !(role.Office == kb.StateOfficial && topic(mod.sector)) {
			m.Sector = mod.sector
			m.Why = append(m.Why, "“"+f.form(t)+"” gives "+mod.sector)
		}
	}
}

// topic lists the sectors that tell what an official works on, not for whom:
// an environmental adviser is no activist.
func topic(sector string) bool {
	switch sector {
	case "SOC", "BUS", "EDU", "MED", "AGR", "LAB", "JRN":
		return true
	}
	return false
}

// own makes the mention belong to its owner and take its country.
func (f *finder) own(m *doc.Mention, owner int32) {
	o := &f.out[owner]
	m.Of = owner
	if o.Kind == doc.State && o.Form == doc.Adjectival && stance(f.d.Form(o.First)) > 0 {
		return // "pro-Russian separatists" are those of the land where they fight
	}
	if m.Country == "" && o.Country != "" && m.Kind != doc.OtherKind {
		m.Country = o.Country
		m.Why = append(m.Why, "country from “"+f.d.Word(o.Span)+"”")
	}
	if m.Country != "" && m.Kind != doc.OtherKind && o.Kind == doc.State {
		if m.Noun == "government" {
			m.Kind, m.Name, m.Sector = doc.State, o.Name, "GOV"
			m.Why = append(m.Why, "a government stands for its state")
		}
		if f.d.Tokens[m.Head].Lemma == "bomber" && m.Sector == "UAF" {
			m.Sector, m.Noun, m.Kind = "MIL", "weapon", doc.Organisation
		}
		if m.Noun == "weapon" && m.Sector == "" {
			if m.Sector = "MIL"; f.lex.Is("merchant-craft", f.d.Tokens[m.Head].Lemma) {
				m.Sector = "BUS"
			}
		}
		if m.Via == string(record.ViaDescription) && o.Form == doc.Adjectival {
			m.Via = string(record.ViaNationality)
		}
	}
}

// ofChild is the token (in the sentence) of a child of h that hangs by "of", or -1.
func (f *finder) ofChild(h int32) int32 {
	for c := range f.d.Children(f.first + h) {
		if !f.d.HasRel(c, "nmod") || f.d.HasRel(c, "nmod:poss") {
			continue
		}
		if k := f.d.Child(c, "case"); k >= 0 && f.d.Form(k) == "of" {
			return c - f.first
		}
	}
	return -1
}

// contain moves the head of "protesters" in "hundreds of protesters" to the
// word of quantity, by which the whole hangs in the tree.
func (f *finder) contain(m *doc.Mention, h int32) {
	for step := 0; step < 3; step++ {
		t := f.tok(h)
		g := t.Head - f.first
		if t.Head < 0 || g < 0 || g >= f.len() || t.Rel != "nmod" || f.ofChild(g) != h {
			return
		}
		c := f.lex.counts[f.tok(g).Lemma]
		if c.role == countNone {
			c = f.lex.counts[string(f.folded(g, g+1))]
		}
		if c.role != countContainer && c.role != countPlural && c.role != countTimes && c.role != countNumber && c.role != countVague && c.role != countMost {
			return
		}
		first, _ := f.d.Subtree(f.first + g)
		m.Head = f.first + g
		m.Full = f.d.TokenSpan(max(first, f.d.Sentences[t.Sent].First), m.Last-1)
		if c.role == countPlural && !m.Count.Has {
			f.pluralCount(g, c, m)
		}
		h = g
	}
}
