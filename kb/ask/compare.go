package ask

import (
	"fmt"
	"slices"
	"strings"

	"annals/kb"
)

// Change is what is different about one entity in two builds of a base.
type Change struct {
	What    string   `json:"what"` // new, gone, changed
	Kind    string   `json:"kind"`
	Name    string   `json:"name"`
	ID      string   `json:"id,omitempty"`
	Country string   `json:"country,omitempty"`
	Fields  []Detail `json:"fields,omitempty"`
}

// Detail is one thing that changed: a value in place of another, or one of a
// list that came or went.
type Detail struct {
	Field string `json:"field"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// Counts are the numbers of a comparison.
type Counts struct{ Old, New, Added, Gone, Changed, Names, Offices, Sectors int }

// Compare lists what changed between two builds: first what is new, then what
// is gone, then what changed, each by kind and name. Entities are the same if
// they have the same Wikidata item, else the same kind, country, name and
// division; names are compared as entities have them, aliases are not.
func Compare(old, new *kb.Base) ([]Change, Counts) {
	before, after := keyed(old), keyed(new)
	count := Counts{Old: old.Len(), New: new.Len()}
	var out []Change
	for _, x := range after.list {
		if _, ok := before.at[x.key]; !ok {
			out = append(out, change("new", x.Entity))
			count.Added++
		}
	}
	for _, x := range before.list {
		id, ok := after.at[x.key]
		if !ok {
			out = append(out, change("gone", x.Entity))
			count.Gone++
			continue
		}
		c := change("changed", new.Entity(id))
		if c.Fields = details(old, new, x.Entity, new.Entity(id), &count); len(c.Fields) > 0 {
			out = append(out, c)
			count.Changed++
		}
	}
	order := map[string]int{"new": 0, "gone": 1, "changed": 2}
	slices.SortStableFunc(out, func(a, b Change) int {
		if a.What != b.What {
			return order[a.What] - order[b.What]
		}
		for _, c := range [...]int{strings.Compare(a.Kind, b.Kind), strings.Compare(a.Name, b.Name), strings.Compare(a.Country, b.Country), strings.Compare(a.ID, b.ID)} {
			if c != 0 {
				return c
			}
		}
		return 0
	})
	return out, count
}

func change(what string, e kb.Entity) Change {
	return Change{What: what, Kind: e.Kind.String(), Name: e.Name, ID: e.QID, Country: e.Country}
}

type keyedEntity struct {
	kb.Entity
	key string
}

type index struct {
	list []keyedEntity
	at   map[string]kb.EntityID
}

// keyed gives each entity of a base a key that another build gives it too.
// Several of one key are told apart by their order.
func keyed(b *kb.Base) index {
	x := index{at: make(map[string]kb.EntityID, b.Len())}
	for id := kb.EntityID(1); int(id) <= b.Len(); id++ {
		e := b.Entity(id)
		key := e.Kind.String() + "\x00" + e.QID
		if e.QID == "" {
			key = e.Kind.String() + "\x00" + e.Country + "\x00" + e.Name + "\x00" + e.Admin1
		}
		for n := 2; ; n++ {
			if _, ok := x.at[key]; !ok {
				break
			}
			key = fmt.Sprintf("%s\x00%d", strings.TrimSuffix(key, fmt.Sprintf("\x00%d", n-1)), n)
		}
		x.at[key] = id
		x.list = append(x.list, keyedEntity{e, key})
	}
	return x
}

// details compares one entity in two builds.
func details(old, new *kb.Base, a, b kb.Entity, count *Counts) []Detail {
	var out []Detail
	value := func(field, x, y string, n *int) {
		if x != y {
			out = append(out, Detail{field, x, y})
			if n != nil {
				*n++
			}
		}
	}
	value("name", a.Name, b.Name, &count.Names)
	value("country", a.Country, b.Country, nil)
	value("sectors", strings.Join(a.Sectors, " "), strings.Join(b.Sectors, " "), &count.Sectors)
	lists := func(field string, x, y []string, n *int) {
		for _, s := range x {
			if !slices.Contains(y, s) {
				out = append(out, Detail{Field: field, Old: s})
				*n++
			}
		}
		for _, s := range y {
			if !slices.Contains(x, s) {
				out = append(out, Detail{Field: field, New: s})
				*n++
			}
		}
	}
	lists("sectors", periods(old, a.ID), periods(new, b.ID), &count.Sectors)
	lists("office", offices(old, a.ID), offices(new, b.ID), &count.Offices)
	return out
}

func periods(b *kb.Base, id kb.EntityID) []string {
	var out []string
	for _, s := range b.Spells(id, nil) {
		out = append(out, fmt.Sprintf("%s %s, %s to %s", strings.Join(s.Sectors, " "), s.Country, open(s.From.String()), open(s.To.String())))
	}
	return out
}

func offices(b *kb.Base, id kb.EntityID) []string {
	var out []string
	for _, o := range b.Offices(id, nil) {
		seen := ""
		if o.Seen != 0 {
			seen = ", stated to " + o.Seen.String()
		}
		out = append(out, fmt.Sprintf("%s (%s %s %s), %s to %s%s", o.Title, o.Country, o.Class, o.Sector, open(date(o.From, o.FromPrecision)), open(date(o.To, o.ToPrecision)), seen))
	}
	return out
}

func open(s string) string {
	if s == "" {
		return "open"
	}
	return s
}
