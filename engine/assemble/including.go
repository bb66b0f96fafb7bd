package assemble

import "annals/engine/doc"

// particular adds to people on a side those whom the words tell in particular: "several
// ministers, including Ann Example", "four people, including two police officers". Kinds
// of the same people ("including women and children") are no party besides them.
func (m *maker) particular(list []side, x int32) []side {
	whole := &m.d.Mentions[x]
	if whole.Form != doc.Nominal || whole.Kind != doc.Group {
		return list
	}
	for _, k := range m.included(whole) {
		y := &m.d.Mentions[k]
		named := y.Form == doc.Named && y.Kind == doc.Person
		kind := y.Form == doc.Nominal && (y.Kind == doc.Group || y.Kind == doc.Person) && y.Sector != "" && y.Sector != "CVL" && y.Sector != whole.Sector
		switch {
		case named && private(m.final(k)):
			list = m.addSide(list, side{mention: k, sector: whole.Sector})
		case named || kind:
			list = m.addSide(list, side{mention: k})
		}
	}
	return list
}

// included lists the mentions behind "including" that tell who is among a group.
func (m *maker) included(whole *doc.Mention) []int32 {
	var out []int32
	s := &m.d.Sentences[whole.Sent]
	for t := whole.Last; t < s.Last; t++ {
		if k := m.byTok[t]; k >= 0 && m.d.Mentions[k].Head == t && m.d.Mentions[k].Kind == doc.Group {
			break // another group stands nearer
		}
		if m.d.Tokens[t].Lemma != "include" || !m.d.HasRel(t, "case") {
			continue
		}
		h := m.d.Tokens[t].Head
		if h < t || !m.belongsTo(h, whole.Head) {
			continue
		}
		heads := []int32{h}
		for c := range m.d.Children(h) {
			if m.d.HasRel(c, "conj") {
				heads = append(heads, c)
			}
		}
		for _, c := range heads {
			if k := m.byTok[c]; k >= 0 && (m.d.Mentions[k].Head == c || m.d.Mentions[k].Full.Contains(m.d.Tokens[c].Span)) {
				out = append(out, k)
			}
		}
		break
	}
	return out
}

// belongsTo reports whether a phrase belongs to that of token w, or to another that hangs on
// w or on its verb: the parser takes "from their posts, including …" for the posts.
func (m *maker) belongsTo(h, w int32) bool {
	for step := 0; step < 3 && h >= 0; step++ {
		h = m.d.Tokens[h].Head
		if h == w {
			return true
		}
		if h >= 0 && h == m.d.Tokens[w].Head {
			return true
		}
	}
	return false
}

// alongside adds to those who do something the people and bodies told to do it with them:
// "surrendered alongside 70 other militants".
func (m *maker) alongside(w *draft, fr *doc.Frame) {
	if len(w.actors) == 0 || m.d.Tokens[fr.Head].UPOS != "VERB" || m.d.Child(fr.Head, "nsubj") < 0 {
		return
	}
	for c := range m.d.Children(fr.Head) {
		if !m.d.HasRel(c, "obl") || !m.hasCase(c, "alongside") {
			continue
		}
		if x := m.byTok[c]; x >= 0 && m.d.Mentions[x].Head == c && m.acts(x) {
			for _, y := range m.expand(x, 0) {
				w.actors = m.addSide(w.actors, side{mention: y})
			}
		}
	}
}

// statesOf lists the states whose governments a description in the plural tells, by
// their names behind it; nil for all others.
func (m *maker) statesOf(y *doc.Mention) []int32 {
	if y.Noun != "government" || y.Of < 0 {
		return nil
	}
	o := &m.d.Mentions[y.Of]
	if o.Kind != doc.State || o.Form != doc.Named {
		return nil
	}
	out := []int32{y.Of}
	for c := range m.d.Children(o.Head) {
		if k := m.byTok[c]; m.d.HasRel(c, "conj") && k >= 0 && m.d.Mentions[k].Head == c && m.d.Mentions[k].Kind == doc.State && m.d.Mentions[k].Form == doc.Named {
			out = append(out, k)
		}
	}
	if len(out) != 1+len(y.More) {
		return nil
	}
	return out
}

// wholeOf is the group of which mention x tells only some of its kind, or -1: with "87
// people, including women and children, killed by rebels" it is the 87 people.
func (m *maker) wholeOf(x int32) int32 {
	y := &m.d.Mentions[x]
	if y.Form != doc.Nominal || y.Kind != doc.Group {
		return -1
	}
	h := y.Head
	if m.d.HasRel(h, "conj") {
		h = m.d.Tokens[h].Head
	}
	c := m.d.Child(h, "case")
	if c < 0 || m.d.Tokens[c].Lemma != "include" || m.d.Tokens[h].Head < 0 {
		return -1
	}
	k := m.byTok[m.d.Tokens[h].Head]
	if k < 0 || k == x || m.d.Mentions[k].Kind != doc.Group || m.d.Mentions[k].Form != doc.Nominal || m.d.Mentions[k].Sector != y.Sector {
		return -1
	}
	return k
}
