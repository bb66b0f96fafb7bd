package frame

import (
	"slices"

	"annals/engine/doc"
	"annals/ontology"
)

// answers are the frames that answer something another side said: what they
// answer remains an act of its own ("declined Japan's request").
var answers = []string{"Reject", "Refuse", "Accept", "Veto", "Approve", "Yield"}

// promises are the frames of what somebody says of his own deeds to come.
var promises = []string{"Promise", "Threaten"}

// talks are the frames of talks, of which a deal is the outcome.
var talks = []string{"Talk", "Negotiate", "Meet", "Summit", "Convene"}

// settle takes out what another frame already tells: the noun of "impose
// sanctions", the visit in "refused to visit".
func (f *finder) settle() {
	frames := f.d.Frames
	at := map[int32]int32{}
	for i := range frames {
		at[frames[i].Head] = int32(i)
	}
	for i := range frames {
		f.settlePattern(int32(i), at)
	}
	for i := range frames {
		f.settleLight(int32(i), at)
	}
	for i := range frames {
		f.absorb(int32(i))
	}
}

// settlePattern drops a frame on a word that belongs to the pattern of another
// one, unless it is another act with both its sides told.
func (f *finder) settlePattern(i int32, at map[int32]int32) {
	fr := &f.d.Frames[i]
	head, ok := f.used[fr.Head]
	if !ok || head == fr.Head {
		return
	}
	outer, ok := at[head]
	if !ok {
		return
	}
	if has(answers, f.d.Frames[outer].Name) && f.lex.Entries[fr.Entry].Frame.Kind == ontology.Speech && f.ownDoer(i, outer) {
		return
	}
	if has(promises, f.d.Frames[outer].Name) {
		fr.Outer, fr.Near = outer, "what "+f.d.Frames[outer].Name+" is about"
		return
	}
	two := f.lex.Entries[fr.Entry].Frame.Target != "" || f.lex.Entries[fr.Entry].Frame.Kind == ontology.Mutual
	if f.d.Frames[outer].Name != fr.Name && f.d.Frames[outer].Name != "CancelMeeting" && (f.d.Frames[outer].Name != "HaltTalks" || !f.hasSide(outer, true)) && two && f.hasSide(i, true) && f.hasSide(i, false) {
		return
	}
	fr.Outer, fr.Near = outer, "part of "+f.d.Frames[outer].Name
}

// settleLight drops the noun of a light verb where the verb tells the act itself
// ("signed an agreement").
func (f *finder) settleLight(i int32, at map[int32]int32) {
	fr := &f.d.Frames[i]
	if fr.Light < 0 || fr.Near != "" {
		return
	}
	outer, ok := at[fr.Light]
	if !ok || f.d.Frames[outer].Near != "" {
		return
	}
	if f.d.Frames[outer].Name == "Mediate" && f.hasSide(outer, true) { // who brokers a deal does one thing, those who make it another
		fr.Args = slices.DeleteFunc(fr.Args, func(a doc.Arg) bool { return (a.Slot == "subj" || a.Slot == "by") && f.fills(outer, a.Head) })
		return
	}
	if f.d.Frames[outer].Name == "Agree" && has(talks, fr.Name) { // "the talks ended without a deal" tells both
		return
	}
	for _, a := range f.d.Frames[outer].Args {
		if a.Head == fr.Head {
			if a.Slot == "subj" && f.hasSide(i, true) && !f.hasSide(outer, true) {
				f.d.Frames[outer].Outer, f.d.Frames[outer].Near = i, "told by "+fr.Name // "clashes between A and B killed ten"
				f.takeObject(i, outer)
				return
			}
			fr.Outer, fr.Near = outer, "told by "+f.d.Frames[outer].Name
			return
		}
	}
}

// takeObject gives the act told by a noun what its verb is done to: "an air
// strike by the army killed nine rebels".
func (f *finder) takeObject(i, outer int32) {
	fr := &f.d.Frames[i]
	target := f.lex.Entries[fr.Entry].Frame.Target
	if target == "" {
		return
	}
	var objects []doc.Arg
	for _, a := range f.d.Frames[outer].Args {
		if a.Slot == "obj" && a.Mention >= 0 && !f.fills(i, a.Head) {
			a.Role = target
			objects = append(objects, a)
		}
	}
	if len(objects) > 0 {
		fr.Args = slices.DeleteFunc(fr.Args, func(a doc.Arg) bool { return a.Role == target && a.Slot == "in" })
		fr.Args = append(fr.Args, objects...)
	}
}

// fills reports whether the word at head fills a role of frame i.
func (f *finder) fills(i, head int32) bool {
	return slices.ContainsFunc(f.d.Frames[i].Args, func(a doc.Arg) bool { return a.Head == head })
}

// hasSide reports whether the acting side, or the other one, is filled.
func (f *finder) hasSide(i int32, acting bool) bool {
	kind := f.lex.Entries[f.d.Frames[i].Entry].Frame
	role := kind.Target
	if acting || role == "" {
		role = kind.Actor
	}
	for _, a := range f.d.Frames[i].Args {
		if a.Role == role && a.Mention >= 0 {
			return true
		}
	}
	return false
}

// absorb marks the frames that tell what is asked, promised or refused.
func (f *finder) absorb(i int32) {
	fr := &f.d.Frames[i]
	kind := f.lex.Entries[fr.Entry].Frame
	if kind.Absorbs == "" || fr.Near != "" {
		return
	}
	if f.ownForces(i) {
		fr.Near = "an order to one's own forces"
		return
	}
	if fr.Name == "Refuse" && (f.negated(fr.Head) || f.keepsOpen(fr.Head)) {
		fr.Near = "a refusal denied"
		return
	}
	for _, a := range fr.Args {
		if a.Role != kind.Absorbs {
			continue
		}
		for j := range f.d.Frames {
			inner := &f.d.Frames[j]
			if int32(j) == i || inner.Near != "" || f.d.Tokens[inner.Head].Sent != f.d.Tokens[fr.Head].Sent {
				continue
			}
			if !f.inDomain(inner.Head, a.Head) && inner.Light != a.Head || f.occasion(inner, a.Head) {
				continue
			}
			if has(answers, fr.Name) && f.d.Tokens[inner.Head].UPOS == "NOUN" && f.ownDoer(int32(j), i) &&
				f.lex.Entries[inner.Entry].Frame.Kind == ontology.Speech {
				continue
			}
			inner.Outer, inner.Near = i, "what "+fr.Name+" is about"
		}
	}
}

// keepsOpen reports a refusal to rule something out, after which it may happen.
func (f *finder) keepsOpen(verb int32) bool {
	x := f.d.Child(verb, "xcomp")
	return x >= 0 && (f.d.Tokens[x].Lemma == "rule" || f.d.Tokens[x].Lemma == "exclude")
}

// negated reports "not" at a verb, or a refusal of it: "has not ruled out sending troops".
func (f *finder) negated(verb int32) bool {
	if up := f.d.Tokens[verb].Head; up >= 0 && f.d.HasRel(verb, "xcomp") && f.keepsOpen(up) {
		return f.d.Tokens[up].Lemma == "refuse" || f.d.Tokens[up].Lemma == "decline"
	}
	for c := range f.d.Children(verb) {
		if f.d.HasRel(c, "advmod") && (f.d.Tokens[c].Lemma == "not" || f.d.Tokens[c].Lemma == "never" || f.d.Tokens[c].Lemma == "n't") {
			return true
		}
	}
	return false
}

// occasion reports a deed told as what the words were said after, not as what they are
// about: "pledged to boost trade following talks in Oslo".
func (f *finder) occasion(inner *doc.Frame, top int32) bool {
	for h, n := inner.Head, 0; h != top && h >= 0 && n < 6; h, n = f.d.Tokens[h].Head, n+1 {
		if mark := f.d.Child(h, "mark"); mark >= 0 && f.d.HasRel(h, "advcl") && f.lex.classes.Has("ground-mark", f.d.Tokens[mark].Lemma) {
			return true // "pledged to retaliate after rebels had attacked the base"
		}
	}
	k := f.d.Child(inner.Head, "case")
	if k < 0 || inner.Head == top || !f.d.HasRel(inner.Head, "obl", "nmod") {
		return false
	}
	switch f.d.Tokens[k].Lemma {
	case "follow", "following", "amid":
		return true
	case "after", "during":
		return has(talks, inner.Name)
	case "in", "at":
		return inner.Name == "Summit" && inner.Light < 0 // "agreed to cut tariffs at a summit in Oslo"
	}
	return false
}

// ownForces reports an order to the doer's own forces: then the deed ordered is told.
func (f *finder) ownForces(i int32) bool {
	fr := &f.d.Frames[i]
	if fr.Name != "Order" || !slices.ContainsFunc(fr.Args, func(a doc.Arg) bool { return a.Role == "thing" && f.tellsAct(a.Head, conflictTopics) }) {
		return false
	}
	var doer, other *doc.Mention
	for _, a := range fr.Args {
		switch {
		case a.Mention < 0:
		case a.Role == "doer":
			doer = f.resolve(a.Mention)
		case a.Role == "other":
			other = f.resolve(a.Mention)
		}
	}
	return doer != nil && other != nil && acceptsMention("armed", other) && (doer.Country == other.Country || other.Country == "" || doer.Country == "")
}

// ownDoer reports whether frame j has a doer of its own, other than that of i.
func (f *finder) ownDoer(j, i int32) bool {
	role := f.lex.Entries[f.d.Frames[j].Entry].Frame.Actor
	for _, a := range f.d.Frames[j].Args {
		if a.Role != role || a.Mention < 0 {
			continue
		}
		for _, b := range f.d.Frames[i].Args {
			if b.Role == f.lex.Entries[f.d.Frames[i].Entry].Frame.Actor && b.Mention >= 0 && f.same(a.Mention, b.Mention) {
				return false
			}
		}
		return true
	}
	return false
}

func (f *finder) same(a, b int32) bool {
	x, y := &f.d.Mentions[a], &f.d.Mentions[b]
	return a == b || x.Chain >= 0 && x.Chain == y.Chain
}

// inDomain reports whether word t lies in what word top tells as its content:
// below it, and not inside a clause that only describes one of its nouns.
func (f *finder) inDomain(t, top int32) bool {
	for n := 0; n < 12; n++ {
		if t == top {
			return true
		}
		if f.d.HasRel(t, "acl:relcl", "appos", "parataxis") || f.d.HasRel(t, "acl") && f.d.Tokens[t].XPOS == "VBN" {
			return false
		}
		if t = f.d.Tokens[t].Head; t < 0 {
			return false
		}
	}
	return false
}

// Args of the role, in the order in which they stand.
func Args(fr *doc.Frame, role string) []doc.Arg {
	var out []doc.Arg
	for _, a := range fr.Args {
		if a.Role == role {
			out = append(out, a)
		}
	}
	return out
}
