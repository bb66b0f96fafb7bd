package coref

import (
	"strings"

	"annals/engine/doc"
)

// window is how many sentences back a pronoun looks.
const window = 4

// pronoun finds what a pronoun stands for.
func (s *solver) pronoun(k int32) {
	m := &s.d.Mentions[k]
	if m.Person < 3 {
		s.speaker(k)
		return
	}
	if s.expletive(m) {
		return
	}
	best, bestScore := int32(-1), 0.0
	for x := k - 1; x >= 0; x-- {
		a := &s.d.Mentions[x]
		if m.Sent-a.Sent > window {
			break
		}
		if a.Sent == m.Sent && a.Head == m.Head {
			continue
		}
		if !s.fits(k, x) {
			continue
		}
		if score := s.salience(k, x); best < 0 || score > bestScore {
			best, bestScore = x, score
		}
	}
	if x := s.cataphor(k); x >= 0 && (best < 0 || s.d.Mentions[best].Sent < m.Sent && bestScore < s.w.cataphorBelow) {
		best = x
	}
	if m.Plural {
		if l, score := s.list(k); l >= 0 && score > bestScore {
			s.members(k, s.d.Mentions[l].Members, "the list before it")
			return
		}
	}
	if best < 0 && m.Gender != 'n' && !m.Plural {
		best = s.lastState(k)
	}
	if best < 0 {
		if m.Plural && m.Kind == doc.OtherKind {
			m.Kind = doc.Group // people, more often than things
		}
		return
	}
	s.take(k, best, "pronoun")
}

// expletive reports whether "it" stands for nothing: "it is clear that".
func (s *solver) expletive(m *doc.Mention) bool {
	t := &s.d.Tokens[m.Head]
	if m.Gender != 'n' || t.Head < 0 || t.Rel != "nsubj" && t.Rel != "nsubj:pass" && t.Rel != "expl" {
		return t.Rel == "expl"
	}
	g := &s.d.Tokens[t.Head]
	if g.UPOS != "ADJ" && g.UPOS != "NOUN" && g.Rel != "" && !s.lex.Is("impersonal", g.Lemma) {
		return false
	}
	if s.lex.Is("impersonal", g.Lemma) {
		return true
	}
	if s.lex.Is("of-doers", g.Lemma) {
		return false // "it is ready to help"
	}
	for c := range s.d.Children(t.Head) {
		if s.d.HasRel(c, "csubj", "ccomp") || g.UPOS == "ADJ" && s.d.HasRel(c, "xcomp", "advcl") && c > t.Head {
			return true
		}
	}
	return false
}

// fits reports whether mention x may be what pronoun k stands for.
func (s *solver) fits(k, x int32) bool {
	m, a := &s.d.Mentions[k], &s.d.Mentions[x]
	if s.of[x] < 0 { // not yet read: a speaker named after the words was read first
		return false
	}
	c := &s.clusters[s.of[x]]
	if a.Form == doc.Adjectival && a.Kind != doc.Person && a.Kind != doc.State && a.Kind != doc.Organisation {
		return false
	}
	if a.Form == doc.Pronominal && (a.Person != 3 || a.Plural != m.Plural) {
		return false
	}
	switch {
	case m.Gender == 'm' || m.Gender == 'f':
		if c.kind != doc.Person || c.plural {
			return false
		}
		if c.sure && c.gender != 0 && c.gender != m.Gender {
			return false
		}
	case m.Gender == 'n':
		if c.kind == doc.Person || c.kind == doc.Group || c.plural && c.kind != doc.Organisation && c.kind != doc.State {
			return false
		}
		if c.plural && a.Form != doc.Named {
			return false
		}
		if s.lex.Is("time-noun", a.Noun) {
			return false
		}
	default: // they
		if c.kind == doc.Person && !c.plural || s.lex.Is("time-noun", a.Noun) {
			return false
		}
		if c.kind == doc.OtherKind && !c.plural || c.kind == doc.PlaceKind {
			return false
		}
		if c.kind == doc.State && !c.plural && a.Form == doc.Adjectival {
			return false
		}
	}
	return s.mayBind(m, a)
}

// mayBind applies the binding conditions: the subject of a clause is no object
// of it, and nothing stands for a phrase in which it stands.
func (s *solver) mayBind(m, a *doc.Mention) bool {
	if a.Sent != m.Sent {
		return true
	}
	p, q := &s.d.Tokens[m.Head], &s.d.Tokens[a.Head]
	if a.First <= m.Head && m.Head < a.Last {
		return false
	}
	possessive := s.d.HasRel(m.Head, "nmod:poss")
	if possessive && p.Head == a.Head {
		return false // "its army": not the army's
	}
	reflexive := strings.HasSuffix(s.d.Form(m.Head), "self") || strings.HasSuffix(s.d.Form(m.Head), "selves")
	if reflexive {
		return true
	}
	if !possessive && p.Head >= 0 && p.Head == q.Head && !s.topic(a) {
		return false // both hang on one verb
	}
	// an object pronoun of a verb joined to another does not stand for their shared subject
	if !possessive && p.Head >= 0 && !subject(p.Rel) && s.d.HasRel(p.Head, "conj", "xcomp") && s.d.Child(p.Head, "nsubj", "nsubj:pass") < 0 && s.d.Tokens[p.Head].Head == q.Head && subject(q.Rel) {
		return false
	}
	// what a phrase of the noun is about does not contain its own governor
	for h, step := p.Head, 0; h >= 0 && step < 6; h, step = s.d.Tokens[h].Head, step+1 {
		if h == a.Head && s.d.Tokens[h].UPOS != "VERB" && !s.clauseBetween(m.Head, h) {
			return false
		}
		if s.d.HasRel(h, "conj") {
			break // a member of a list does not stand inside the first one
		}
	}
	return true
}

// topic reports whether a name in front only says of whom the clause tells: "as for X, he …".
func (s *solver) topic(a *doc.Mention) bool {
	c := s.d.Child(a.Head, "case")
	if c < 0 || !s.d.HasRel(a.Head, "obl") {
		return false
	}
	word := strings.ToLower(s.d.Form(c))
	return s.lex.Is("topic", word) && (word != "as" || s.d.Child(c, "fixed") >= 0)
}

// clauseBetween reports whether a clause begins on the way from token i up to h.
func (s *solver) clauseBetween(i, h int32) bool {
	for step := 0; i >= 0 && i != h && step < 12; step++ {
		if s.d.HasRel(i, "acl", "advcl", "ccomp", "appos", "parataxis") {
			return true
		}
		i = s.d.Tokens[i].Head
	}
	return false
}

func subject(rel string) bool {
	return rel == "nsubj" || rel == "nsubj:pass" || rel == "csubj" || rel == "nsubj:outer"
}

// salience weighs mention x as antecedent of k.
func (s *solver) salience(k, x int32) float64 {
	m, a := &s.d.Mentions[k], &s.d.Mentions[x]
	c := &s.clusters[s.of[x]]
	score := 100.0 - s.w.perSentence*float64(m.Sent-a.Sent)
	rel := s.role(a.Head)
	switch {
	case subject(rel):
		score += s.w.forSubject
	case rel == "obj" || rel == "iobj":
		score += s.w.forObject
	case rel == "nmod:poss":
		score += s.w.forPossessor
	}
	own := s.role(m.Head)
	if own == rel || subject(own) && subject(rel) {
		score += s.w.forParallel
	}
	if a.Form == doc.Named || s.d.Mentions[c.best].Form == doc.Named {
		score += s.w.forName
	}
	if m.Gender != 'n' && m.Gender != 0 && c.gender == m.Gender {
		score += s.w.forGender
	}
	if m.Gender != 'n' && m.Gender != 0 && c.gender != 0 && c.gender != m.Gender {
		score += s.w.forConflict
	}
	if c.kind == doc.OtherKind {
		score += s.w.forOther
	}
	if m.Plural && !c.plural {
		score += s.w.forBare
	}
	if s.d.Sentences[a.Sent].Kind == doc.Headline {
		score += s.w.forHeadline
	}
	if a.Form == doc.Adjectival {
		score += s.w.forAdjective
	}
	if a.Sent == m.Sent {
		score += s.governing(m, a)
		score -= s.w.forDistance * float64(m.Head-a.Head)
	} else {
		score -= s.w.forBefore * float64(a.Head-s.d.Sentences[a.Sent].First)
	}
	score += s.w.perCount * float64(min(c.count, mostCount))
	return score
}

// role is the grammatical role of a token; members of a list have that of the
// first, names inside a phrase their own.
func (s *solver) role(h int32) string {
	for step := 0; s.d.HasRel(h, "conj", "appos") && step < 4; step++ {
		h = s.d.Tokens[h].Head
	}
	return s.d.Tokens[h].Rel
}

// governing rewards the subject of the clause of a possessive, and subjects of
// the clauses above the pronoun's.
func (s *solver) governing(m, a *doc.Mention) float64 {
	if !subject(s.d.Tokens[a.Head].Rel) {
		return 0
	}
	verb := s.d.Tokens[a.Head].Head
	first := true
	for h, step := s.d.Tokens[m.Head].Head, 0; h >= 0 && step < 12; h, step = s.d.Tokens[h].Head, step+1 {
		if h == verb {
			if first && s.d.HasRel(m.Head, "nmod:poss") {
				return s.w.forSameHead
			}
			return s.w.forGoverning
		}
		if s.d.HasRel(h, "ccomp", "advcl", "acl", "parataxis", "conj") {
			first = false
		}
	}
	return 0
}

// cataphor is the subject of the main clause that follows a clause in front
// with the pronoun: "In his speech, X …", "After he left, X …".
func (s *solver) cataphor(k int32) int32 {
	m := &s.d.Mentions[k]
	sent := &s.d.Sentences[m.Sent]
	for h, step := m.Head, 0; h >= 0 && step < 12; h, step = s.d.Tokens[h].Head, step+1 {
		if !s.d.HasRel(h, "advcl", "obl") || s.d.Tokens[h].Head < 0 {
			continue
		}
		subj := s.d.Child(s.d.Tokens[h].Head, "nsubj", "nsubj:pass")
		if subj <= m.Head || subj >= sent.Last {
			continue
		}
		for x := k + 1; x < s.n && s.d.Mentions[x].Sent == m.Sent; x++ {
			a := &s.d.Mentions[x]
			if a.Head != subj || a.Form == doc.Pronominal || a.Form == doc.Adjectival {
				continue
			}
			if s.of[x] < 0 {
				return -1
			}
			if s.fits(k, x) {
				return x
			}
		}
	}
	return -1
}

// lastState is the state or organisation last told of as a subject, for the
// "he" of translated reports where no person fits.
func (s *solver) lastState(k int32) int32 {
	m := &s.d.Mentions[k]
	for x := k - 1; x >= 0 && m.Sent-s.d.Mentions[x].Sent <= 1; x-- {
		a := &s.d.Mentions[x]
		if a.Kind == doc.State && a.Form == doc.Named && subject(s.role(a.Head)) && s.mayBind(m, a) && (s.d.HasRel(m.Head, "obj") || a.Sent < m.Sent) {
			return x
		}
	}
	return -1
}

// speaker resolves the first and second persons: inside a quotation "I" is its
// speaker and "we" his side.
func (s *solver) speaker(k int32) {
	m := &s.d.Mentions[k]
	i := s.quotation(m.Span)
	if i < 0 {
		s.spoken(k, outside)
		return
	}
	q := &s.d.Quotes[i]
	x := int32(-1)
	if q.Speaker >= 0 {
		x = s.at[q.Speaker]
	}
	if x < 0 || x == k || s.d.Mentions[x].Form == doc.Adjectival || s.d.Mentions[x].Form == doc.Pronominal && s.d.Mentions[x].Person < 3 {
		s.spoken(k, outside-1-i)
		return
	}
	if s.of[x] < 0 { // the cue follows the words: read it first
		s.resolve(x)
		s.clusters[s.of[x]].count--
	}
	switch {
	case m.Person == 2:
		s.spoken(k, s.of[x])
	case m.Plural:
		s.behalf(k, x)
		s.spoken(k, s.of[x])
	default:
		s.take(k, x, "speaker of the quotation")
	}
}

// quotation is the innermost direct quotation in which a span stands, or -1.
func (s *solver) quotation(span doc.Span) int32 {
	best, size := int32(-1), int32(0)
	for i := range s.d.Quotes {
		q := &s.d.Quotes[i]
		if q.Kind == "indirect" {
			continue
		}
		for _, c := range q.Content {
			if n := c.End - c.Start; c.Contains(span) && (best < 0 || n < size || n == size && s.d.Quotes[best].Speaker < 0) {
				best, size = int32(i), n
			}
		}
	}
	return best
}

// behalf lets "we" speak for the side of the speaker.
func (s *solver) behalf(k, x int32) {
	m, a := &s.d.Mentions[k], &s.d.Mentions[x]
	m.Antecedent = x
	m.Country, m.Sector, m.Sectors = a.Country, a.Sector, a.Sectors
	m.Name, m.Kind = a.Name, doc.Group
	m.Why = append(m.Why, "the side of “"+s.d.Word(a.Span)+"”, who speaks")
}
