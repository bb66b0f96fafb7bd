package coref

import (
	"slices"
	"strings"

	"annals/engine/doc"
)

// set resolves "the two", "both", "the latter" and "the former".
func (s *solver) set(k int32) {
	m := &s.d.Mentions[k]
	word := strings.ToLower(s.d.Form(m.Head))
	n := 2
	if m.Count.Has && m.Count.Min > 1 && m.Count.Min < 20 {
		n = int(m.Count.Min)
	}
	found := s.lastSet(k, n, func(c *cluster) bool {
		return c.kind != doc.OtherKind && c.kind != doc.PlaceKind && c.kind != doc.Group
	})
	if len(found) < n {
		return
	}
	switch word {
	case "latter":
		s.take(k, found[len(found)-1], "“the latter” stands")
	case "former":
		s.take(k, found[0], "“the former” stands")
	default:
		s.members(k, found, "those told of before")
	}
}

// pair resolves "the two leaders", "both countries", "the sides".
func (s *solver) pair(k int32) bool {
	m := &s.d.Mentions[k]
	n := 2
	if m.Count.Has {
		n = int(m.Count.Min)
	} else if !strings.EqualFold(s.d.Form(m.First), "both") && s.head(m) != "side" && !s.both(m) {
		return false
	}
	if n < 2 || n > 12 || len(m.Members) > 0 {
		return false
	}
	want := func(c *cluster) bool {
		switch m.Kind {
		case doc.Person, doc.State:
			return c.kind == m.Kind
		case doc.Group:
			if m.Noun == "politician" || m.Noun == "leader" || m.Noun == "minister" || m.Noun == "diplomat" || s.lex.Is("any-person", s.head(m)) {
				return c.kind == doc.Person
			}
			if m.Noun == "group" {
				return c.kind == doc.State || c.kind == doc.Organisation
			}
			return false
		case doc.Organisation:
			return c.kind == doc.Organisation
		}
		return false
	}
	found := s.lastSet(k, n, want)
	if len(found) < n {
		return false
	}
	s.members(k, found, "those told of before")
	return true
}

// several resolves "the companies", "the parties" behind a list of such.
func (s *solver) several(k int32) bool {
	m := &s.d.Mentions[k]
	if m.Kind != doc.Organisation || m.Noun == "" || m.Noun == "group" || m.Count.Has || m.Of >= 0 || len(m.Members) > 0 {
		return false
	}
	for x := len(s.d.Mentions) - 1; x >= int(s.n); x-- {
		a := &s.d.Mentions[x]
		if a.Form != doc.Conjunction || a.Last > m.First || m.Sent-a.Sent > 2 {
			continue
		}
		var found []int32
		for _, y := range a.Members {
			if s.of[y] < 0 {
				break
			}
			if c := &s.clusters[s.of[y]]; !c.plural && (c.kind == doc.Organisation && c.noun == m.Noun || c.kind == doc.OtherKind && len(found) > 0) {
				found = append(found, y)
			}
		}
		if len(found) > 1 && len(found) == len(a.Members) {
			s.members(k, found, "those told of before")
			return true
		}
	}
	return false
}

// both reports whether "both" stands before a description.
func (s *solver) both(m *doc.Mention) bool {
	w := s.d.Word(m.Full)
	return len(w) > 5 && strings.EqualFold(w[:5], "both ")
}

// lastSet is the n last different things of a sort, from the latest sentence
// that tells of as many, in the order of the text.
func (s *solver) lastSet(k int32, n int, want func(*cluster) bool) []int32 {
	m := &s.d.Mentions[k]
	end := k
	for end > 0 {
		sent := s.d.Mentions[end-1].Sent
		if m.Sent-sent > 5 {
			return nil
		}
		start := end
		for start > 0 && s.d.Mentions[start-1].Sent == sent {
			start--
		}
		if found := s.listed(k, sent, n, want); found != nil {
			return found
		}
		var found []int32
		for x := start; x < end && x < k; x++ {
			a := &s.d.Mentions[x]
			if s.of[x] < 0 || s.inPlaceName(a) || a.Plural && a.Form != doc.Named || a.Form == doc.Adjectival && a.Kind != doc.Person && a.Kind != doc.State || m.Full.Contains(a.Span) {
				continue
			}
			c := &s.clusters[s.of[x]]
			if c.plural || !want(c) {
				continue
			}
			known := false
			for _, y := range found {
				known = known || s.of[y] == s.of[x]
			}
			if !known {
				found = append(found, x)
			}
		}
		if len(found) >= n {
			return found[:n]
		}
		end = start
	}
	return nil
}

// inPlaceName reports a nationality that is part of the name of a place: "the Korean
// Peninsula" is no party.
func (s *solver) inPlaceName(a *doc.Mention) bool {
	up := s.d.Tokens[a.Head].Head
	return a.Form == doc.Adjectival && a.Kind == doc.State && up >= 0 && s.d.Tokens[up].UPOS == "PROPN" && s.d.HasRel(a.Head, "amod", "compound")
}

// listed is the last list of n such parties in a sentence, before mention k:
// "the army and the rebels" before "the two sides".
func (s *solver) listed(k, sent int32, n int, want func(*cluster) bool) []int32 {
	for x := len(s.d.Mentions) - 1; x >= 0; x-- {
		a := &s.d.Mentions[x]
		if a.Form != doc.Conjunction || a.Sent != sent || a.Last > s.d.Mentions[k].First || len(a.Members) != n {
			continue
		}
		ok := true
		for _, y := range a.Members {
			ok = ok && s.of[y] >= 0 && !s.clusters[s.of[y]].plural && want(&s.clusters[s.of[y]])
		}
		if ok {
			return slices.Clone(a.Members)
		}
	}
	return nil
}

// list is the best list of persons, groups or states before a plural pronoun.
func (s *solver) list(k int32) (best int32, score float64) {
	m := &s.d.Mentions[k]
	best = -1
	lists := s.d.Mentions[s.n:]
	from, _ := slices.BinarySearchFunc(lists, m.Sent-2, func(a doc.Mention, sent int32) int { return int(a.Sent - sent) })
	for l := s.n + int32(from); int(l) < len(s.d.Mentions); l++ {
		a := &s.d.Mentions[l]
		if a.Sent > m.Sent {
			break
		}
		if a.Last > m.Head || a.Kind == doc.OtherKind || a.Kind == doc.PlaceKind {
			continue
		}
		if a.Sent == m.Sent && !s.d.HasRel(m.Head, "nmod:poss") && s.d.Tokens[a.Head].Head == s.d.Tokens[m.Head].Head {
			continue
		}
		x := s.w.listBase - s.w.perSentence*float64(m.Sent-a.Sent)
		if rel := s.role(a.Head); subject(rel) {
			x += s.w.forSubject + s.w.forParallel
		} else if rel == "obj" {
			x += s.w.forObject
		}
		if best < 0 || x >= score {
			best, score = l, x
		}
	}
	return best, score
}
