package own

import (
	"slices"

	"annals/kb"
)

// importance is what an entity of a table weighs beside those of the base: as
// much as a minister.
const importance = 130

// Layers gives the layers of several tables, in their order.
func Layers(tables []*Table) []kb.Layer {
	var out []kb.Layer
	for _, t := range tables {
		out = append(out, t.Layer())
	}
	return out
}

// Layer gives the rows as a layer over the base.
func (t *Table) Layer() kb.Layer {
	l := kb.Layer{Source: kb.Source{Repository: "the user's own table", Table: t.File}, Digest: t.digest}
	at := map[string]int{}
	for i := range t.Rows {
		x := &t.Rows[i]
		key := x.key()
		j, ok := at[key]
		if !ok {
			j = len(l.Additions)
			at[key] = j
			l.Additions = append(l.Additions, kb.Addition{Same: x.same, Entity: kb.Entity{Kind: x.Kind, Name: x.Names[0], QID: x.id(t.base), Country: x.Country, Importance: importance}})
		}
		t.add(&l.Additions[j], x)
	}
	for i := range l.Additions {
		a := &l.Additions[i]
		slices.SortStableFunc(a.Offices, func(x, y kb.Office) int { return int(x.From) - int(y.From) })
		slices.SortStableFunc(a.Spells, func(x, y kb.Spell) int { return int(x.From) - int(y.From) })
	}
	return l
}

// add writes what a row says into the addition of its entity.
func (t *Table) add(a *kb.Addition, x *Row) {
	for i, n := range x.Names {
		for _, alias := range t.aliases(x, n, i == 0) {
			if !slices.ContainsFunc(a.Aliases, func(y kb.Alias) bool { return y.Folded == alias.Folded && y.Kind == alias.Kind }) {
				a.Aliases = append(a.Aliases, alias)
			}
		}
	}
	sectors := x.Sectors
	for _, p := range x.Offices {
		o := kb.Office{Title: p.Title, Class: p.Class, Sector: p.Sector, Country: x.Country, From: x.From, To: x.To, FromPrecision: x.FromPrecision, ToPrecision: x.ToPrecision}
		if o.To == 0 {
			// The user says that it is held: it counts until another row ends it.
			o.Open, o.Seen = true, kb.NewDay(9999, 12, 31)
		}
		a.Offices = append(a.Offices, o)
		if len(sectors) == 0 && p.Sector != "" {
			sectors = []string{p.Sector}
		}
	}
	if len(x.Offices) == 0 && len(sectors) > 0 {
		a.Spells = append(a.Spells, kb.Spell{From: x.From, To: x.To, Sectors: sectors, Country: x.Country})
	}
	if len(sectors) > 0 { // what is known without a day: the last row's
		a.Entity.Sector, a.Entity.Sectors = sectors[0], sectors
	}
}
