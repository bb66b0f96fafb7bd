package quote

import "slices"

// passedOn notes who passes a quotation on where the cue names him: the subject of
// "quoted X as saying", the agent of "was quoted by Y as saying". He becomes a
// teller of the same words, outside the speaker.
func (r *reading) passedOn(f *found) {
	teller := int32(-1)
	switch f.why {
	case "quoted-saying", "quoted-behind":
		teller = r.d.Child(f.more, "nsubj")
	case "quoted-as-saying":
		if teller = r.d.Child(f.more, "obl:agent"); teller < 0 {
			for c := range r.d.Children(f.more) {
				if k := r.d.Child(c, "case"); k >= 0 && r.d.HasRel(c, "obl") && r.d.Tokens[k].Lemma == "by" {
					teller = c
				}
			}
		}
	}
	if teller < 0 || !r.nominal(teller) {
		return
	}
	f.outer = f.more
	r.keep(found{cue: f.more, more: -1, kind: "says", why: "passed-on", head: f.head, outer: -1, speaker: teller,
		words: r.words(teller, f.more), content: slices.Clone(f.content)})
}

// cited gives a "citing X" behind somebody's telling the words told: in "Reuters
// reported that the base was hit, citing two officials" they say what Reuters reports.
func (r *reading) cited() {
	for i := range r.found {
		f := &r.found[i]
		if f.why != "citing" {
			continue
		}
		for k := range r.found {
			if g := &r.found[k]; k != i && g.cue == f.head && g.speaker >= 0 {
				f.content, f.direct, f.marked, f.outer = slices.Clone(g.content), g.direct, g.marked, g.cue
			}
		}
	}
}

// relay points those who pass words on from the quotation of the same words.
func (r *reading) relay() {
	for i := range r.found {
		f := &r.found[i]
		if f.outer < 0 {
			continue
		}
		for k := range r.found {
			if g := &r.found[k]; k != i && g.cue == f.outer && slices.Equal(g.content, f.content) {
				above := r.d.Quotes[k].Outer
				r.d.Quotes[i].Outer = int32(k)
				if above == int32(i) {
					r.d.Quotes[k].Outer = -1
				}
			}
		}
	}
}
