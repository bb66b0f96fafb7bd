package ask

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/kb"
)

// Candidate is an entity with all that the base states of it.
type Candidate struct {
	Name     string   `json:"name"`
	ID       string   `json:"id,omitempty"`
	Kind     string   `json:"kind"`
	Country  string   `json:"country,omitempty"`
	Sectors  []string `json:"sectors,omitempty"` // on the day, the primary one first
	By       string   `json:"by"`                // how it was found: a kind of name, id, code, office
	On       string   `json:"on,omitempty"`      // the day that was asked for
	Held     []Office `json:"held,omitempty"`    // on the day, the surest first
	Offices  []Office `json:"offices,omitempty"` // all, by first day
	Periods  []Period `json:"periods,omitempty"` // dated sectors
	Names    []Name   `json:"names,omitempty"`
	IDs      []ID     `json:"ids,omitempty"`
	Born     string   `json:"born,omitempty"`
	Died     string   `json:"died,omitempty"`
	Lat      *float64 `json:"lat,omitempty"`
	Lon      *float64 `json:"lon,omitempty"`
	Division string   `json:"admin1,omitempty"`
	People   uint32   `json:"population,omitempty"`
	Source   string   `json:"source"`

	entity kb.EntityID
}

// Office is an office with its dates as finely as the source has them.
type Office struct {
	Title   string `json:"title"`
	Class   string `json:"class"`
	Country string `json:"country,omitempty"`
	Sector  string `json:"sector,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Open    bool   `json:"open,omitempty"` // the source gives no end
	Seen    string `json:"seen,omitempty"` // the last day on which a source states it
	Sure    string `json:"sure,omitempty"` // of the day asked for: stated, about, likely, old
	Source  string `json:"source"`
	Also    string `json:"also,omitempty"` // a second source
}

// Period is a time in which an entity had certain sectors.
type Period struct {
	Sectors []string `json:"sectors"`
	Country string   `json:"country,omitempty"`
	From    string   `json:"from,omitempty"`
	To      string   `json:"to,omitempty"`
	Source  string   `json:"source"`
}

// Name is a name that an entity goes by. The base keeps names folded; the
// letters are those of the entity's name where it has the same words.
type Name struct {
	Name   string `json:"name"`
	Kind   string `json:"kind"`
	From   string `json:"from,omitempty"`
	To     string `json:"to,omitempty"`
	Note   string `json:"note,omitempty"`
	Source string `json:"source"`
}

// ID is a number in a list of others.
type ID struct {
	List string `json:"list"`
	ID   string `json:"id"`
}

func (d *Desk) candidate(id kb.EntityID, by string, on kb.Day) Candidate {
	e := d.base.Entity(id)
	c := Candidate{Name: e.Name, ID: e.QID, Kind: e.Kind.String(), Country: e.Country, Sectors: e.Sectors, By: by, On: on.String(),
		Born: e.Birth.String(), Died: e.Death.String(), Division: e.Admin1, People: e.Population, Source: d.source(e.Source), entity: id}
	if on != 0 {
		c.Country, c.Sectors = d.base.SectorsOn(id, on)
	}
	if e.HasPoint {
		lat, lon := round(e.Lat), round(e.Lon)
		c.Lat, c.Lon = &lat, &lon
	}
	offices := d.base.Offices(id, nil)
	slices.SortStableFunc(offices, func(a, b kb.Office) int { return int(a.From) - int(b.From) })
	var held []kb.Office
	for _, o := range offices {
		c.Offices = append(c.Offices, d.said(o, 0))
		if on != 0 && o.Fit(on) > 0 {
			held = append(held, o)
		}
	}
	// The office that the engine would take first, then by how sure it is.
	best, _ := d.base.OfficeOn(id, on)
	slices.SortStableFunc(held, func(a, b kb.Office) int {
		if x, y := a == best, b == best; x != y {
			if x {
				return -1
			}
			return 1
		}
		return b.Fit(on) - a.Fit(on)
	})
	for _, o := range held {
		c.Held = append(c.Held, d.said(o, on))
	}
	for _, s := range d.base.Spells(id, nil) {
		c.Periods = append(c.Periods, Period{s.Sectors, s.Country, s.From.String(), s.To.String(), d.source(s.Source)})
	}
	c.IDs = ids(e)
	return c
}

func round(x float32) float64 {
	const places = 1e4
	return float64(int64(float64(x)*places+sign(x)/2)) / places
}

func sign(x float32) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

func (d *Desk) source(n uint16) string {
	s := d.base.SourceInfo(n)
	if s.Licence == "" {
		return s.Table
	}
	return s.Table + " (" + s.Licence + ")"
}

// said is an office in words; on is the day for which to say how sure it is.
func (d *Desk) said(o kb.Office, on kb.Day) Office {
	far := kb.NewDay(9999, 1, 1)
	out := Office{Title: o.Title, Class: o.Class, Country: o.Country, Sector: o.Sector, From: date(o.From, o.FromPrecision), To: date(o.To, o.ToPrecision),
		Open: o.Open || o.To == 0, Source: d.source(o.Source)}
	if o.Seen < far {
		out.Seen = o.Seen.String()
	}
	if o.Also != 0 {
		out.Also = d.source(o.Also)
	}
	if on != 0 {
		out.Sure = [...]string{"", "old", "likely", "about", "stated"}[o.Fit(on)]
	}
	return out
}

// date writes a day as finely as the source has it.
func date(d kb.Day, p kb.Precision) string {
	s := d.String()
	switch {
	case s == "":
		return ""
	case p == kb.ToYear:
		return s[:4]
	case p == kb.ToMonth:
		return s[:7]
	}
	return s
}

func ids(e kb.Entity) []ID {
	var out []ID
	add := func(list, id string) {
		if id != "" && id != "0" {
			out = append(out, ID{list, id})
		}
	}
	if strings.HasPrefix(e.QID, "Q") {
		add("Wikidata", e.QID)
	} else {
		add("own", e.QID)
	}
	add("ISO 3166-1", e.Code)
	add("COW", fmt.Sprint(e.COW))
	add("GW", fmt.Sprint(e.GW))
	add("GeoNames", fmt.Sprint(e.GeoNames))
	return out
}

// nameThem lists the names that find each candidate, by kind.
func (d *Desk) nameThem(list []Candidate) {
	type named struct {
		Name
		kind kb.AliasKind
	}
	at := map[kb.EntityID]int{}
	for i := range list {
		at[list[i].entity] = i
	}
	names := make([][]named, len(list))
	var hits []kb.Hit
	for _, n := range d.names {
		if len(list) == 0 {
			return
		}
		hits = d.base.AppendLookup(hits[:0], n)
		for _, h := range hits {
			if i, ok := at[h.Entity]; ok {
				names[i] = append(names[i], named{Name{printed(n, list[i].Name, h.UpperOnly), h.Kind.String(), h.From.String(), h.To.String(), h.Note, d.source(h.Source)}, h.Kind})
			}
		}
	}
	for i, l := range names {
		slices.SortStableFunc(l, func(a, b named) int { return int(a.kind) - int(b.kind) })
		for _, x := range l {
			list[i].Names = append(list[i].Names, x.Name)
		}
	}
}

// printed gives a folded name capitals: those of the entity's own name for the
// words that it has, else one at the head of each word but the small ones.
func printed(folded, name string, upper bool) string {
	if upper {
		return strings.ToUpper(folded)
	}
	if kb.FoldKey(name) == folded {
		return name
	}
	own := map[string]string{}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",()/-", r) }) {
		own[kb.Fold(w)] = w
	}
	w := strings.Fields(folded)
	for i, x := range w {
		if p, ok := own[x]; ok {
			w[i] = p
			continue
		}
		switch x {
		case "of", "and", "the", "for", "de", "la", "du", "des", "bin", "ibn", "al", "el":
			if i > 0 {
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(x)
		w[i] = string(unicode.ToUpper(r)) + x[n:]
	}
	return strings.Join(w, " ")
}
