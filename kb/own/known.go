package own

import (
	"slices"
	"strings"

	"annals/kb"
	"annals/table"
)

// country reads a code or an English name of a state or territory.
func (r *Reader) country(c cell, bad badCell) string {
	if c.text == "" || slices.Contains(International(), c.text) {
		return c.text
	}
	if len(c.text) == 3 && c.text == strings.ToUpper(c.text) {
		if id, ok := r.base.Country(c.text); ok {
			return r.base.Entity(id).Country
		}
	}
	var codes, names []string
	for _, h := range r.base.Lookup(kb.FoldKey(c.text)) {
		e := r.base.Entity(h.Entity)
		if e.Kind != kb.Country && e.Kind != kb.Territory || h.Kind == kb.DemonymAdj || h.Kind == kb.DemonymNoun || h.Kind == kb.Metonym || h.UpperOnly && c.text != strings.ToUpper(c.text) {
			continue
		}
		if !slices.Contains(codes, e.Country) {
			codes, names = append(codes, e.Country), append(names, e.Country+" ("+e.Name+")")
		}
	}
	switch len(codes) {
	case 1:
		return codes[0]
	case 0:
		bad(c, r.nearCountry(c.text), "no country %q", c.text)
	default:
		bad(c, "write the code: "+strings.Join(names, " or "), "%q is the name of several states", c.text)
	}
	return ""
}

// Country finds the code of a state or territory by code or English name, or one
// of the international codes; "" where there is none or more than one.
func (r *Reader) Country(text string) string {
	return r.country(cell{text: text}, func(cell, string, string, ...any) {})
}

// NearCountry is a hint for a country that Country does not know.
func (r *Reader) NearCountry(text string) string { return r.nearCountry(text) }

// states are the codes and names that a hint may give.
type states struct {
	codes, names []string
	byName       map[string]string
}

func statesOf(base *kb.Base) states {
	s := states{codes: International(), byName: map[string]string{}}
	for id := 1; id <= base.Len(); id++ {
		if e := base.Entity(kb.EntityID(id)); e.Kind == kb.Country || e.Kind == kb.Territory {
			s.codes = append(s.codes, e.Code)
			s.names = append(s.names, strings.ToLower(e.Name))
			s.byName[strings.ToLower(e.Name)] = e.Code + " (" + e.Name + ")"
		}
	}
	return s
}

// nearCountry is a hint for an unknown country.
func (r *Reader) nearCountry(text string) string {
	s := r.states()
	if up := strings.ToUpper(text); slices.Contains(s.codes, up) {
		return "did you mean " + up + "?"
	}
	const longest = 40 // no state has a longer name that could be meant
	switch {
	case len(text) > longest:
	case len(text) > 3:
		if n := table.Nearest(strings.ToLower(text), s.names); n != "" {
			return "did you mean " + s.byName[n] + "?"
		}
	default:
		if hint := table.DidYouMean(strings.ToUpper(text), s.codes); hint != "" {
			return hint
		}
	}
	return "an ISO 3166-1 code such as KEN, an English name, or one of " + strings.Join(International(), " ")
}

// Post finds the class and the sector of an office by its words, as the titles
// of the language have them.
func (r *Reader) Post(title string) Post {
	p := Post{Title: title, Class: kb.OtherOffice}
	words := kb.Fold(title)
	for _, s := range []string{"acting ", "interim ", "caretaker "} {
		words = strings.TrimPrefix(words, s)
	}
	if strings.HasPrefix(words, "former ") || strings.HasPrefix(words, "ex ") {
		p.Sector = "ELI"
		return p
	}
	// "minister of foreign affairs" whole, else what stands before the last "of".
	for rest := words; rest != ""; {
		if role, plural, ok := r.lex.Role(rest); ok && !plural && role.Word == rest && (role.Office != "" || role.Sector != "") {
			p.Class, p.Sector = class(role.Office, role.Sector), role.Sector
			return p
		}
		cut := -1
		for _, prep := range []string{" of ", " for ", " to "} {
			cut = max(cut, strings.LastIndex(rest, prep))
		}
		if cut < 0 {
			break
		}
		rest = rest[:cut]
	}
	// "first deputy foreign minister": the sector of its last words, the class of nobody in particular.
	if role, _, ok := r.lex.Role(words); ok {
		p.Class, p.Sector = class("", role.Sector), role.Sector
	}
	return p
}

// class is the class of an office that the titles name, else one by sector.
func class(office, sector string) string {
	if office != "" && office != "leader" {
		return office
	}
	switch sector {
	case "GOV":
		return kb.StateOfficial
	case "LEG":
		return kb.Legislator
	case "JUD":
		return kb.Judge
	case "MIL":
		return kb.Military
	case "COP":
		return kb.Police
	case "SPY":
		return kb.Intelligence
	case "PTY", "OPP":
		return kb.PartyLeader
	case "REB":
		return kb.RebelLeader
	}
	return kb.OtherOffice
}

// meant finds the entity of the base that a row is about: by its identifier,
// else a person by full name and country, a body by name, kind and country.
func (r *Reader) meant(row *Row, bad badCell) {
	if row.ID != "" {
		if id, ok := r.base.ByQID(row.ID); ok {
			e := r.base.Entity(id)
			if e.Kind != row.Kind {
				bad(row.cells[colID], "write the identifier of a "+row.Kind.String()+", or one of your own", "%s is %s, a %s", row.ID, e.Name, e.Kind)
				return
			}
			row.same = id
		}
		return
	}
	var found []kb.EntityID
	for _, name := range row.Names {
		folded := kb.FoldKey(name)
		if row.Kind == kb.Person && !strings.Contains(folded, " ") {
			continue
		}
		for _, h := range r.base.Lookup(folded) {
			e := r.base.Entity(h.Entity)
			if e.Kind == row.Kind && h.Kind != kb.Surname && (!h.UpperOnly || name == strings.ToUpper(name)) && r.of(e, row.Country) && !slices.Contains(found, h.Entity) {
				found = append(found, h.Entity)
			}
		}
		if len(found) > 0 {
			break // the name written first decides
		}
	}
	switch len(found) {
	case 0:
	case 1:
		row.same = found[0]
	default:
		var list []string
		for _, id := range found[:min(len(found), 4)] {
			e := r.base.Entity(id)
			what := e.Kind.String()
			if o := r.base.Offices(id, nil); len(o) > 0 {
				what = o[len(o)-1].Title
			}
			if e.QID != "" {
				list = append(list, e.QID+" ("+what+")")
			}
		}
		hint := "write in the column id whom you mean, or an identifier of your own for somebody else"
		if len(list) > 0 {
			hint = "write in the column id whom you mean: " + strings.Join(list, ", ") + ", or an identifier of your own for somebody else"
		}
		bad(row.cells[colNames], hint, "the base has %d of the name %q", len(found), row.Names[0])
	}
}

// of reports whether an entity belongs to a country, or a person held an
// office in it. An empty country is any.
func (r *Reader) of(e kb.Entity, country string) bool {
	if country == "" || e.Country == country {
		return true
	}
	return slices.ContainsFunc(r.base.Offices(e.ID, nil), func(o kb.Office) bool { return o.Country == country })
}
