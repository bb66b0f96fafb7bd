package assemble

import "annals/engine/doc"

// aimedAt is who is struck where only the purpose of the blow tells it: "fired into
// the air to disperse the supporters", "an operation to retake the town from the rebels".
func (m *maker) aimedAt(w *draft, fr *doc.Frame) []side {
	heads := []int32{fr.Head}
	if fr.Light >= 0 {
		heads = append(heads, fr.Light)
	}
	for _, h := range heads {
		for c := range m.d.Children(h) {
			if !m.d.HasRel(c, "advcl", "acl", "xcomp") || m.d.Child(c, "mark") < 0 || m.d.Tokens[m.d.Child(c, "mark")].Lemma != "to" || !m.classes.Has("routs", m.d.Tokens[c].Lemma) {
				continue
			}
			var out []side
			for x := range m.d.Children(c) {
				from := m.d.HasRel(x, "obl") && m.hasCase(x, "from")
				y := m.byTok[x]
				if !from && !m.d.HasRel(x, "obj") || y < 0 || !m.acts(y) || m.d.Mentions[y].Head != x {
					continue
				}
				for _, s := range m.expandSides(y) {
					out = m.addSide(out, s)
				}
			}
			if out = m.without(out, w.actors); len(out) > 0 {
				return out
			}
		}
	}
	return nil
}

// strikeTold is the doers of the deed of force that a clause below tells as how those
// hit were hit: "killed when rebels attacked a post".
func (m *maker) strikeTold(fr *doc.Frame) []side {
	for c := range m.d.Children(fr.Head) {
		i, ok := m.frameAt[c]
		if !ok || !m.clauseOfBlow(fr.Head, c) || !m.force(&m.d.Frames[i]) {
			continue
		}
		x := &m.d.Frames[i]
		var doers []side
		for _, a := range x.Args {
			if a.Role != "" && a.Role == m.entries(x.Entry).Actor {
				doers = m.addArg(doers, a)
			}
		}
		if doers = m.unmanned(doers); len(doers) > 0 {
			return doers
		}
	}
	return nil
}

// clauseOfBlow reports whether a clause tells at once with its upper verb what
// happened: "when", "as" or "after" without a measure of time before it.
func (m *maker) clauseOfBlow(verb, clause int32) bool {
	if !m.d.HasRel(clause, "advcl") || m.d.Tokens[clause].Head != verb || clause < verb {
		return false
	}
	mark := m.d.Child(clause, "mark", "advmod")
	if mark <= 0 {
		return false
	}
	switch m.d.Tokens[mark].Lemma {
	case "when", "as", "after":
	default:
		return false
	}
	return !m.classes.Has("time-measure", m.d.Tokens[mark-1].Lemma)
}

// behindPaper is who brings out the paper that does the act: "passed a resolution
// condemning Norway", "in a report accusing the army, released by the lawyers".
func (m *maker) behindPaper(w *draft, fr *doc.Frame) []side {
	if m.d.Tokens[fr.Head].XPOS != "VBG" || !m.d.HasRel(fr.Head, "acl") {
		return nil
	}
	paper := m.d.Tokens[fr.Head].Head
	if paper < 0 || m.byTok[paper] >= 0 && m.acts(m.byTok[paper]) || m.d.Tokens[paper].UPOS != "NOUN" {
		return nil
	}
	verb := m.d.Tokens[paper].Head
	if verb < 0 || !m.classes.Has("brings-out", m.d.Tokens[verb].Lemma) {
		return nil
	}
	switch {
	case m.d.HasRel(paper, "obj"):
		return m.without(m.subjects(verb), w.targets)
	case m.d.HasRel(paper, "nsubj:pass"):
		if by := m.d.Child(verb, "obl:agent"); by >= 0 {
			if x := m.byTok[by]; x >= 0 && m.acts(x) {
				return m.without(m.expandSides(x), w.targets)
			}
		}
	}
	return nil
}

// outcome reports whether b tells who was hit in the blow that a tells: "attacked a
// church, killing five", "five were killed when rebels attacked a church".
func (m *maker) outcome(a, b *doc.Frame) bool {
	if !m.force(a) || !m.force(b) || !oneOf(b.Name, "Kill", "Wound", "Massacre") || m.d.Tokens[b.Head].UPOS != "VERB" {
		return false
	}
	if m.d.Tokens[b.Head].XPOS == "VBG" && m.d.HasRel(b.Head, "advcl", "conj") {
		up := m.d.Tokens[b.Head].Head
		if m.d.HasRel(b.Head, "conj") && up >= 0 && m.d.Tokens[up].XPOS == "VBG" && m.d.HasRel(up, "advcl") {
			up = m.d.Tokens[up].Head // "killing five and wounding nine"
		}
		return up == a.Head || up >= 0 && up == a.Light
	}
	return m.clauseOfBlow(b.Head, a.Head) || a.Light >= 0 && m.clauseOfBlow(b.Head, a.Light)
}

// namesBeside is the people named beside a number of people, where they are all of
// them: "two ministers, A and B", "the leaders of Mali and Chad, A and B".
func (m *maker) namesBeside(x *doc.Mention) []int32 {
	all := int64(len(x.Members))
	if x.Count.Has && x.Count.Min == x.Count.Max {
		all = int64(x.Count.Min)
	}
	if x.Form != doc.Nominal || x.Kind != doc.Group && (x.Kind != doc.Person || !x.Plural) || x.Head < 0 || all < 2 {
		return nil
	}
	var out []int32
	add := func(tok int32) {
		if y := m.byTok[tok]; y >= 0 && m.d.Mentions[y].Head == tok && m.d.Mentions[y].Form == doc.Named && m.d.Mentions[y].Kind == doc.Person {
			out = append(out, y)
		}
	}
	for c := range m.d.Children(x.Head) {
		if m.d.HasRel(c, "appos") && c > x.Head {
			add(c)
			for k := range m.d.Children(c) {
				if m.d.HasRel(k, "conj") {
					add(k)
				}
			}
		}
	}
	if int64(len(out)) != all {
		return nil
	}
	return out
}

// victims keeps people and bodies of a list of those who are hit, where there are any
// people: the post or vehicle they were in is no party besides.
func (m *maker) victims(list []side) []side {
	var out []side
	people := false
	for _, s := range list {
		x := m.final(s.mention)
		switch {
		case s.asPlace || x.Noun == "weapon" || x.Noun == "unit":
			continue
		case x.Kind == doc.Person || x.Kind == doc.Group:
			people = true
		case x.Kind != doc.Organisation && x.Kind != doc.State:
			continue
		}
		out = append(out, s)
	}
	if !people {
		return list
	}
	return out
}
