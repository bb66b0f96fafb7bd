package syntax

import (
	"cmp"
	"slices"
)

// Sentences are read in groups of like length: groupSents at most, of groupWords words at most (or one sentence).
const (
	groupSents = 24
	groupWords = 1536
)

// Parse analyses one sentence into t. It never fails: any strings are words. Words after the first MaxWords are
// not analysed (see MaxWords).
func (m *Model) Parse(s *Scratch, forms []string, t *Tree) {
	s.oneSent[0], s.oneTree[0] = forms, t
	m.ParseBatch(s, s.oneSent[:], s.oneTree[:])
	s.oneSent[0], s.oneTree[0] = nil, nil
}

// ParseBatch analyses several sentences; ts must be as long as sents. The trees are those of Parse, but it takes less
// time: sentences are read side by side.
func (m *Model) ParseBatch(s *Scratch, sents [][]string, ts []*Tree) {
	s.use(m)
	s.order = s.order[:0]
	for i, f := range sents {
		ts[i].reset(len(f))
		if len(f) > 0 {
			s.order = append(s.order, int32(i))
		}
	}
	slices.SortFunc(s.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(sents[b]), len(sents[a])), cmp.Compare(a, b))
	})
	for order := s.order; len(order) > 0; {
		n, words := 0, 0
		for n < len(order) && n < groupSents {
			words += min(len(sents[order[n]]), MaxWords)
			if n > 0 && words > groupWords {
				break
			}
			n++
		}
		m.group(s, sents, ts, order[:n])
		order = order[n:]
	}
}

// group analyses sentences of falling length side by side.
func (m *Model) group(s *Scratch, sents [][]string, ts []*Tree, order []int32) {
	s.lengths = s.lengths[:0]
	for _, i := range order {
		s.lengths = append(s.lengths, min(len(sents[i]), MaxWords))
	}
	l := &s.layout
	l.build(s.lengths)
	n, proj := l.rows(), m.projW.N
	s.x = sized(s.x, n*proj)
	s.words = sized(s.words, n)
	for k, i := range order {
		for t, form := range sents[i][:s.lengths[k]] {
			r := l.at(k, t)
			s.words[r] = m.form(s, form)
			copy(s.x[r*proj:(r+1)*proj], s.words[r].proj)
		}
	}
	m.encode(s)
	two := 2 * m.head.Config.Hidden
	for k, i := range order {
		n := s.lengths[k]
		s.h = sized(s.h, n*two)
		s.own = sized(s.own, n)
		for t := range n {
			r := l.at(k, t)
			copy(s.h[t*two:(t+1)*two], s.h2[r*two:])
			s.own[t] = s.words[r]
		}
		m.tagWords(s, sents[i][:n], ts[i])
		m.attach(s, n, ts[i])
		m.rest(sents[i], n, ts[i])
	}
}
