package syntax

import "strings"

// Groups of relations of which a head has one at most.
const (
	groupNone = iota
	groupSubject
	groupObject
	groupIndirect
	groups
)

// coreGroup gives the group of a relation. Subjects of outer clauses do not count.
func coreGroup(rel string) uint8 {
	base, sub, _ := strings.Cut(rel, ":")
	switch {
	case (base == "nsubj" || base == "csubj") && sub != "outer":
		return groupSubject
	case base == "obj":
		return groupObject
	case base == "iobj":
		return groupIndirect
	}
	return groupNone
}

// relations chooses a relation for each word: the best, but root exactly for the root, and one subject, object and
// indirect object at most for a head. Of two words in conflict the one that loses less by its next best relation
// gives way, and never takes a relation of that group again. score has a row of ld values a word.
func (m *Model) relations(s *Scratch, rel []int32, head []int32, score []float32, ld int) {
	s.banned = sized(s.banned, len(rel))
	clear(s.banned)
	best := func(i int, banned uint8) int32 {
		b := int32(-1)
		row := score[i*ld : i*ld+len(m.relGroup)]
		for r, v := range row {
			if int32(r) == m.rootRel || banned>>m.relGroup[r]&1 != 0 {
				continue
			}
			if b < 0 || v > row[b] {
				b = int32(r)
			}
		}
		return b
	}
	loss := func(i int) float32 {
		next := best(i, s.banned[i]|1<<m.relGroup[rel[i]])
		if next < 0 {
			return 1e30
		}
		return score[i*ld+int(rel[i])] - score[i*ld+int(next)]
	}
	for i := range rel {
		rel[i] = m.rootRel
		if head[i] >= 0 {
			rel[i] = best(i, 0)
		}
	}
	for again := true; again; {
		again = false
		for i := range rel {
			for j := i + 1; j < len(rel); j++ {
				g := m.relGroup[rel[i]]
				if g == groupNone {
					break
				}
				if head[j] != head[i] || m.relGroup[rel[j]] != g {
					continue
				}
				k := j
				if loss(i) < loss(j) {
					k = i
				}
				s.banned[k] |= 1 << g
				if next := best(k, s.banned[k]); next >= 0 {
					rel[k] = next
					again = true
				}
			}
		}
	}
}
