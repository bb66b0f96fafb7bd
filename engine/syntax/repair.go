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
// indirect object at most for a head; there the word with the highest score for it keeps it and the others get their
// best relation of another kind. score has a row of ld values a word.
func (m *Model) relations(rel []int32, head []int32, score []float32, ld int) {
	best := func(i int, without uint8) int32 {
		b := int32(-1)
		row := score[i*ld : i*ld+len(m.relGroup)]
		for r, v := range row {
			if int32(r) == m.rootRel || without != groupNone && m.relGroup[r] == without {
				continue
			}
			if b < 0 || v > row[b] {
				b = int32(r)
			}
		}
		return b
	}
	for i := range rel {
		if head[i] < 0 {
			rel[i] = m.rootRel
		} else {
			rel[i] = best(i, groupNone)
		}
	}
	for g := uint8(groupSubject); g < groups; g++ {
		for i := range rel {
			if m.relGroup[rel[i]] != g {
				continue
			}
			for j := i + 1; j < len(rel); j++ {
				if head[j] != head[i] || m.relGroup[rel[j]] != g {
					continue
				}
				if score[j*ld+int(rel[j])] > score[i*ld+int(rel[i])] {
					rel[i] = best(i, g)
					break
				}
				rel[j] = best(j, g)
			}
		}
	}
}
