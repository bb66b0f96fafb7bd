package syntax

import (
	"fmt"
	"strings"
)

// indexEntities finds for each label inside a name the label that begins one; other labels stand for themselves.
func (m *Model) indexEntities() error {
	m.entB = make([]int32, len(m.head.Entities))
	for i, e := range m.head.Entities {
		m.entB[i] = int32(i)
		kind, ok := strings.CutPrefix(e, "I-")
		if !ok {
			continue
		}
		m.entB[i] = -1
		for j, b := range m.head.Entities {
			if b == "B-"+kind {
				m.entB[i] = int32(j)
			}
		}
		if m.entB[i] < 0 {
			return fmt.Errorf("%w: entity label %s without B-%s", ErrBadModel, e, kind)
		}
	}
	return nil
}

// names finds the sequence of entity labels with the highest sum of scores in which a name goes on only after it has
// begun (Viterbi 1967). The scores of word i begin at i*ld of score. Ties go to the lower label.
func (m *Model) names(s *Scratch, score []float32, ld, n int, out []string) {
	labels := len(m.entB)
	s.path = sized(s.path, n*labels)
	s.best = zeros(s.best, 2*labels)
	last, cur := s.best[:labels], s.best[labels:]
	for i := 0; i < n; i++ {
		top := 0
		for l := range last {
			if last[l] > last[top] {
				top = l
			}
		}
		for l := range cur {
			from := top
			if b := int(m.entB[l]); b != l { // inside: from the beginning or the inside of the same kind
				from = b
				if last[l] > last[b] {
					from = l
				}
				if i == 0 {
					cur[l] = -1e30
					continue
				}
			}
			cur[l] = last[from] + score[i*ld+l]
			s.path[i*labels+l] = int32(from)
		}
		last, cur = cur, last
	}
	l := 0
	for k := range last {
		if last[k] > last[l] {
			l = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = m.head.Entities[l]
		l = int(s.path[i*labels+l])
	}
}
