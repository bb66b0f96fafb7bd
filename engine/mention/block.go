package mention

import "annals/engine/doc"

// climbs reports whether a word that hangs by rel stands inside the block of
// its head.
func climbs(rel string) bool {
	switch rel {
	case "flat", "flat:name", "flat:foreign", "compound", "fixed", "goeswith", "amod", "nmod:desc", "nummod", "det", "det:predet", "nmod:unmarked", "flat:title":
		return true
	}
	return false
}

func nominal(upos string) bool {
	switch upos {
	case "NOUN", "PROPN", "ADJ", "NUM", "X", "SYM", "DET", "":
		return true
	}
	return false
}

// unite finds the block of each token: the noun reached by close modifiers.
// Aliases, phrases of the lexicon and names of organisations that the parser
// has marked are kept whole, whatever the tree says.
func (f *finder) unite() {
	n := f.len()
	f.top = sized(f.top, int(n))
	f.org = sized(f.org, int(n))
	for i := range f.top {
		f.top[i] = int32(i)
	}
	for i := int32(0); i < n; i++ {
		h := i
		for step := 0; step < 12; step++ {
			t := f.tok(h)
			g := t.Head - f.first
			if t.Head < 0 || g < 0 || g >= n || !nominal(f.tok(g).UPOS) && f.tok(g).UPOS != "ADV" {
				break
			}
			if !climbs(t.Rel) && !(t.Rel == "appos" && f.bare(g, h)) && !(t.Rel == "advmod" && f.tok(g).UPOS == "NUM") {
				break
			}
			if t.Rel == "nmod:unmarked" && f.tok(h).UPOS == "NOUN" {
				break
			}
			h = g
		}
		f.top[i] = h
	}
	for i := int32(1); i < n-1; i++ {
		if f.words[i] == 0 && f.hyphen(i) && f.top[i-1] == f.top[i+1] {
			f.top[i] = f.top[i-1]
		}
	}
	covered := int32(0) // end of the phrases and names bound so far
	for i := int32(0); i < n; i++ {
		if end := f.alias[i].end; end > i+1 {
			f.bind(i, end)
			covered = max(covered, end)
		}
		if end := f.role[i].end; end > i+1 && f.crosses(i, end) && (f.inside[i] < 0 || f.inside[i] == i && f.alias[i].end < end) {
			f.bind(i, end)
			covered = max(covered, end)
		}
		if end := f.organisation(i); end > i+1 && i >= covered {
			f.org[i] = end
			f.bind(i, end)
		}
	}
}

// bare reports whether only words stand between a noun and its apposition:
// "Home Secretary Ann Example".
func (f *finder) bare(a, b int32) bool {
	if b <= a {
		return false
	}
	for k := a + 1; k < b; k++ {
		if f.tok(k).UPOS == "PUNCT" && !f.hyphen(k) || f.top[k] != k && f.tok(k).UPOS == "ADP" {
			return false
		}
	}
	return f.capital(b) || f.tok(b).Rel == "flat"
}

// crosses reports whether the tokens do not all stand in one block yet.
func (f *finder) crosses(i, j int32) bool {
	for k := i + 1; k < j; k++ {
		if f.top[k] != f.top[i] {
			return true
		}
	}
	return false
}

// bind puts the tokens [i, j) in the block of the one that governs the rest.
func (f *finder) bind(i, j int32) {
	h := f.governor(i, j)
	t := f.top[h]
	for k := i; k < j; k++ {
		old := f.top[k]
		f.top[k] = t
		// modifiers that hung on a word inside now hang on the whole
		for m := k - 1; m >= 0 && old >= i && old < j && old != t && f.top[m] == old; m-- {
			f.top[m] = t
		}
	}
}

// governor is the token of [i, j) whose head lies outside.
func (f *finder) governor(i, j int32) int32 {
	for k := i; k < j; k++ {
		g := f.tok(k).Head - f.first
		if f.tok(k).Head < 0 || g < i || g >= j {
			if u := f.tok(k).UPOS; u == "PUNCT" || u == "ADP" || u == "DET" && k+1 < j {
				continue
			}
			return k
		}
	}
	return i
}

// organisation gives the end of a name of an organisation with "of", "for" or
// "on" inside that begins at token i: a capital noun, the small word, and
// capitals after it that are neither a country nor a person.
func (f *finder) organisation(i int32) int32 {
	if !f.capital(i) || f.tok(i).UPOS != "PROPN" && f.tok(i).UPOS != "NOUN" || f.role[i].end > 0 && f.lex.roles[f.role[i].role].Title && !(f.role[i].plural && i+1 < f.len() && f.form(i+1) == "for") {
		return 0
	}
	if i > 0 && f.capital(i-1) && f.top[i-1] == f.top[i] {
		// inside a run of capitals only its last word is followed by "of"
		if f.inside[i-1] < 0 && f.role[i-1].end > i && f.lex.roles[f.role[i-1].role].Title {
			return 0
		}
	}
	n := f.len()
	j := i + 1
	if f.role[i].end > i+1 {
		return 0 // a phrase of the lexicon: "House of Representatives"
	}
	if j >= n || !linking(f.form(j)) {
		return 0
	}
	if m := f.inside[i]; m >= 0 && (f.alias[m].kind.IsPlace() || f.alias[m].surname) {
		return 0
	}
	marked := inName(f.tok(i).Name) && f.tok(j).Name != "" && f.tok(j).Name != "O" && f.tok(j).Name[0] == 'I' && f.tok(j).Name[2:] == "organization"
	k := j + 1
	for k < n && f.form(k) == "the" {
		k++
	}
	if k >= n || !f.capital(k) || f.tok(k).UPOS == "PRON" {
		return 0
	}
	if m := f.inside[k]; !marked && m >= 0 && (f.alias[m].kind.IsPlace() || f.alias[m].demonym != 0) {
		return 0
	}
	if f.tok(i).UPOS != "PROPN" && !marked && !(f.role[i].plural && f.form(j) == "for" && f.proper(k)) {
		return 0
	}
	if !marked && f.form(j) != "of" && f.form(j) != "for" {
		return 0
	}
	if m := f.inside[k]; m >= 0 && f.alias[m].words > 1 {
		return f.alias[m].end
	}
	end := k
	for end < n && (f.capital(end) || f.form(end) == "and" && end+1 < n && f.capital(end+1) && f.tok(end+1).UPOS != "PRON" && (marked || f.tok(i).Rel != "")) && f.tok(end).UPOS != "PUNCT" {
		if f.form(end) == "and" && !marked {
			break
		}
		end++
		if end+1 < n && f.form(end) == "of" && f.capital(end+1) && f.inside[end+1] < 0 && f.proper(end+1) {
			end++
		}
	}
	return end
}

func inName(bio string) bool { return len(bio) > 2 && bio[2:] == "organization" }

func linking(s string) bool { return s == "of" || s == "for" || s == "on" || s == "against" }

// blocks walks through the runs of tokens of one block and makes their mentions.
func (f *finder) blocks() {
	n := f.len()
	for a := int32(0); a < n; {
		b := a + 1
		for b < n && f.top[b] == f.top[a] {
			b++
		}
		h := f.top[a]
		if h < a || h >= b {
			h = f.governor(a, b)
		}
		f.block(a, b, h)
		a = b
	}
}

// span is the bytes of the tokens [i, j) of the sentence.
func (f *finder) span(i, j int32) doc.Span {
	return doc.Span{Start: f.tok(i).Start, End: f.tok(j - 1).End}
}
