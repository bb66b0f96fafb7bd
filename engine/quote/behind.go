package quote

// reportsBehind reads ", the Daily Star reports." at the end of the sentence of tokens
// [first, last), where the parser takes the verb for a noun.
func (r *reading) reportsBehind(first, last int32) {
	cue := last - 1
	for cue > first && r.punct(cue) {
		cue--
	}
	if r.d.Form(cue) != "reports" || r.d.Tokens[cue].UPOS != "NOUN" {
		return
	}
	from := cue
	for from > first && r.d.Form(from-1) != "," {
		from--
		if t := &r.d.Tokens[from]; cue-from > 6 || t.UPOS != "PROPN" && t.Name == "" && !r.d.HasRel(from, "det") && t.UPOS != "ADP" && !r.title(from) {
			return
		}
	}
	if from == cue || from-1 <= first+1 || r.at[cue] >= 0 {
		return
	}
	f := found{cue: cue, more: -1, kind: "says", why: "reports-behind", head: r.d.Sentences[r.d.Tokens[cue].Sent].Root, outer: -1, speaker: cue - 1,
		words: span{from, cue}, content: []span{{first, from - 1}}}
	r.settle(&f)
}

// title reports a word that begins with a capital.
func (r *reading) title(i int32) bool {
	c := r.d.Form(i)[0]
	return c >= 'A' && c <= 'Z'
}
