package coref

import "annals/engine/doc"

// spokenKey tells apart those for whom the first and second persons stand: the
// person, whether many, and who speaks.
type spokenKey struct {
	person byte
	plural bool
	voice  int32
}

// outside is the voice of the text itself; a quotation of an unknown speaker has a
// voice of its own below it.
const outside = -1

// spoken puts "I", "we" and "you" with those that the same voice said before: in
// speeches, interviews and memoirs they go on through the text.
func (s *solver) spoken(k, voice int32) {
	m := &s.d.Mentions[k]
	if m.Plural && m.Kind == doc.OtherKind {
		m.Kind = doc.Group
	}
	key := spokenKey{m.Person, m.Plural, voice}
	if c, ok := s.bySpoken[key]; ok {
		s.put(k, c)
		return
	}
	s.bySpoken[key] = s.open(k)
}
