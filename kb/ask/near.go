package ask

import (
	"slices"
	"strings"

	"annals/kb"
)

// mostNear is how many near names are told.
const mostNear = 5

// near lists known names near to an unknown one: other transcriptions of it,
// then those a few letters away, the more important first.
func (d *Desk) near(words string) []string {
	folded := kb.FoldKey(words)
	const longest = 60
	if folded == "" || len(folded) > longest {
		return nil
	}
	type hit struct {
		name     string
		distance int
		weight   uint8
	}
	var found []hit
	add := func(id kb.EntityID, name string, distance int) {
		e := d.base.Entity(id)
		p := printed(name, e.Name, false)
		if i := slices.IndexFunc(found, func(h hit) bool { return h.name == p }); i >= 0 {
			found[i].distance, found[i].weight = min(found[i].distance, distance), max(found[i].weight, e.Importance)
			return
		}
		found = append(found, hit{p, distance, e.Importance})
	}
	for _, h := range d.base.LookupVariant(folded) {
		add(h.Entity, kb.FoldKey(d.base.Entity(h.Entity).Name), 1)
	}
	most := 1 + len(folded)/6
	var row []int
	for _, n := range d.names {
		if len(n) < 3 || len(n)-len(folded) > most || len(folded)-len(n) > most {
			continue
		}
		var x int
		if x, row = distance(folded, n, most, row); x <= most {
			for _, h := range d.base.Lookup(n) {
				if h.Kind != kb.DemonymAdj && h.Kind != kb.DemonymNoun {
					add(h.Entity, n, x)
					break
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b hit) int {
		if a.distance != b.distance {
			return a.distance - b.distance
		}
		if a.weight != b.weight {
			return int(b.weight) - int(a.weight)
		}
		return strings.Compare(a.name, b.name)
	})
	var out []string
	for _, h := range found[:min(len(found), mostNear)] {
		out = append(out, h.name)
	}
	return out
}

// distance is the edit distance of two strings in bytes, or more than most as
// soon as it must be; row is scratch memory.
func distance(a, b string, most int, row []int) (int, []int) {
	row = row[:0]
	for j := 0; j <= len(b); j++ {
		row = append(row, j)
	}
	for i := 1; i <= len(a); i++ {
		diagonal, least := row[0], i
		row[0] = i
		for j := 1; j <= len(b); j++ {
			next := min(row[j]+1, row[j-1]+1, diagonal+1)
			if a[i-1] == b[j-1] {
				next = min(next, diagonal)
			}
			diagonal, row[j] = row[j], next
			least = min(least, next)
		}
		if least > most {
			return least, row
		}
	}
	return row[len(b)], row
}
