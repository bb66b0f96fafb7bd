package coref

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// join puts a name, nationality or described entity in its cluster: the same
// entity, the same words, a longer name of the report, or what an apposition
// says.
func (s *solver) join(k int32) {
	m := &s.d.Mentions[k]
	if m.Form == doc.Pronominal {
		return
	}
	if a := m.Antecedent; a >= 0 && a < k && s.of[a] >= 0 {
		s.put(k, s.of[a])
		return
	}
	if m.Antecedent > k { // described before it is named
		c := s.open(k)
		s.clusters[c].plural = false
		return
	}
	if m.Entity != 0 && !m.Former {
		if c, ok := s.byEntity[entityKey{m.Entity, m.Kind}]; ok {
			s.put(k, c)
			return
		}
	}
	for x := k - 1; x >= 0 && s.d.Mentions[x].Sent == m.Sent; x-- {
		if s.d.Mentions[x].Antecedent == k {
			s.put(k, s.of[x])
			s.learn(k)
			return
		}
	}
	if m.Form == doc.Nominal && m.Entity == 0 {
		return
	}
	if m.Entity == 0 && m.Form == doc.Named {
		if c := s.sameName(m); c >= 0 {
			s.put(k, c)
			return
		}
	}
	s.open(k)
	s.learn(k)
}

// learn enters a new name in the indexes.
func (s *solver) learn(k int32) {
	m, c := &s.d.Mentions[k], s.of[k]
	if m.Entity != 0 {
		s.byEntity[entityKey{m.Entity, m.Kind}] = c
	}
	text := kb.Fold(m.Name)
	if text == "" || m.Form == doc.Nominal {
		return
	}
	s.byName[text] = c
	if m.Kind == doc.Person {
		first, _, more := strings.Cut(text, " ")
		if more {
			s.byWord[first] = c
			s.byWord[text[strings.LastIndexByte(text, ' ')+1:]] = c
		}
	}
}

// sameName is the cluster of an unknown name: equal words, or for persons the
// last word of a longer name.
func (s *solver) sameName(m *doc.Mention) int32 {
	s.buf = kb.AppendFold(s.buf[:0], m.Name)
	if len(s.buf) == 0 {
		return -1
	}
	if c, ok := s.byName[string(s.buf)]; ok {
		kind := s.clusters[c].kind
		unknown := s.d.Mentions[s.clusters[c].best].Entity == 0
		if kind == m.Kind || kind == doc.OtherKind || m.Kind == doc.OtherKind || unknown || m.Last-m.First > 1 {
			return c
		}
	}
	if m.Kind != doc.Person && m.Kind != doc.OtherKind || m.Last-m.First != 1 {
		return -1
	}
	if c, ok := s.byWord[string(s.buf)]; ok {
		if g := s.clusters[c].gender; g == 0 || m.Gender == 0 || g == m.Gender {
			return c
		}
	}
	return -1
}
