package coref

import (
	"strings"

	"annals/engine/doc"
)

// again puts a description in the cluster of an earlier one told in the very words,
// where nothing nearer was found: "the gallery" pages later, "plaintiffs" without an
// article, "the world".
func (s *solver) again(k int32) {
	m := &s.d.Mentions[k]
	if m.Count.Has || m.Of >= 0 || m.Noun == "set" || s.lex.Is("time-noun", m.Noun) {
		return
	}
	if !s.definite(m) && !(m.Plural && m.Full == m.Span && s.generic(m)) {
		return
	}
	key := strings.ToLower(s.d.Word(m.Span))
	c, ok := s.byWords[key]
	if s.of[k] < 0 && ok && s.clusters[c].kind == m.Kind && s.clusters[c].plural == m.Plural {
		s.put(k, c)
		return
	}
	if s.of[k] < 0 {
		s.open(k)
	}
	s.byWords[key] = s.of[k]
}

// generic reports whether a bare plural tells a sort of people, not just people.
func (s *solver) generic(m *doc.Mention) bool {
	if m.Kind != doc.Group {
		return false
	}
	return !s.lex.Is("just-people", s.head(m))
}

// predicate puts "the first woman in space" with "she" where the one is said to be
// the other. What is denied, asked or only wished makes no such bond.
func (s *solver) predicate(k int32) {
	m := &s.d.Mentions[k]
	if s.of[k] >= 0 || m.Kind == doc.OtherKind || s.d.Child(m.Head, "cop") < 0 || s.d.Child(m.Head, "mark") >= 0 {
		return
	}
	subj := s.d.Child(m.Head, "nsubj")
	if subj < 0 || s.at[subj] < 0 || s.of[s.at[subj]] < 0 {
		return
	}
	for c := range s.d.Children(m.Head) {
		if s.d.Tokens[c].Lemma == "not" || s.d.HasRel(c, "advmod") && strings.EqualFold(s.d.Form(c), "never") || s.d.HasRel(c, "aux") && s.d.Tokens[c].XPOS == "MD" {
			return
		}
	}
	c := s.of[s.at[subj]]
	if x := &s.clusters[c]; x.kind == m.Kind && x.plural == m.Plural {
		s.put(k, c)
	}
}
