package events

import (
	"cmp"
	"maps"
	"slices"

	"annals/record"
)

// overlap is the number of code points that two spans share.
func overlap(a, b record.Span) int { return max(0, min(a[1], b[1])-max(a[0], b[0])) }

// role is the country and sector of a party, which is what codes are made of.
type role struct{ country, sector string }

func roles(lists ...[]Party) map[role]bool {
	set := map[role]bool{}
	for _, parties := range lists {
		for _, p := range parties {
			set[role{p.Country, p.Sector}] = true
		}
	}
	return set
}

// sidesRight is the number of sides, 0 to 2, whose roles agree; of a reciprocal
// event both or none.
func sidesRight(g, s *Event) int {
	if g.Reciprocal || s.Reciprocal {
		return 2 * count(maps.Equal(roles(g.Actors, g.Targets), roles(s.Actors, s.Targets)))
	}
	return count(maps.Equal(roles(g.Actors), roles(s.Actors))) + count(maps.Equal(roles(g.Targets), roles(s.Targets)))
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

type dyad struct{ from, to string }

// dyads are the directed country pairs of an event, "-" for a side without one.
func dyads(e *Event) map[dyad]bool {
	set := map[dyad]bool{}
	if !e.Reciprocal {
		for _, a := range countries(e.Actors) {
			for _, b := range countries(e.Targets) {
				set[dyad{a, b}] = true
			}
		}
		return set
	}
	all := countries(e.Actors, e.Targets)
	for _, a := range all {
		for _, b := range all {
			if a != b {
				set[dyad{a, b}] = true
			}
		}
	}
	if len(set) == 0 {
		set[dyad{all[0], "-"}] = true
	}
	return set
}

func countries(lists ...[]Party) []string {
	var out []string
	for _, parties := range lists {
		for _, p := range parties {
			out = append(out, cmp.Or(p.Country, "-"))
		}
	}
	if out == nil {
		return []string{"-"}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// match is a possible pair of a gold thing and a system's; less of key is better.
type match struct {
	key          float64
	words        int
	gold, system int
}

func byMerit(a, b match) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.words, b.words), cmp.Compare(a.gold, b.gold), cmp.Compare(a.system, b.system))
}

// greedy takes the best pairs one to one.
func greedy(found []match) []match {
	slices.SortFunc(found, byMerit)
	usedGold, usedSystem := map[int]bool{}, map[int]bool{}
	var out []match
	for _, m := range found {
		if !usedGold[m.gold] && !usedSystem[m.system] {
			usedGold[m.gold], usedSystem[m.system] = true, true
			out = append(out, m)
		}
	}
	return out
}

// pairs finds for each gold event the system's event, by rule 1.
func pairs(it *Item, system []Event) []match {
	var found []match
	for i := range it.Events {
		g := &it.Events[i]
		for j := range system {
			s := &system[j]
			if g.Type != s.Type || !slices.ContainsFunc(s.Triggers, func(t Mention) bool {
				k := it.sentence(t.Span[0])
				return slices.ContainsFunc(g.Mentions, func(m Mention) bool { return m.Sent == k })
			}) {
				continue
			}
			words := slices.ContainsFunc(s.Triggers, func(t Mention) bool {
				return slices.ContainsFunc(g.Mentions, func(m Mention) bool { return overlap(t.Span, m.Span) > 0 })
			})
			found = append(found, match{float64(-sidesRight(g, s)), -count(words), i, j})
		}
	}
	return greedy(found)
}

// align finds the system's party for a gold party of the named side: with
// overlapping words, else of the same name; nil if there is none.
func align(gp *Party, pool []Party) *Party {
	for k := range pool {
		if gp.Span != nil && pool[k].Span != nil && overlap(*gp.Span, *pool[k].Span) > 0 {
			return &pool[k]
		}
	}
	for k := range pool {
		if sameName(gp.Name, pool[k].Name) {
			return &pool[k]
		}
	}
	return nil
}
