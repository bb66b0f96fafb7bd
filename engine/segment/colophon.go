package segment

import (
	"strings"

	"annals/engine/doc"
)

const (
	maxHeading  = 12 // words of a crosshead
	maxAgency   = 40 // bytes of one word of an agency with what is joined to it
	maxColophon = 60 // words of a credit or note
)

// kinds finds the crossheads and colophons among the sentences and what they credit.
func (r *run) kinds() {
	d := r.d
	for p := range d.Paragraphs {
		par := &d.Paragraphs[p]
		for n := par.First; n < par.Last; n++ {
			s := &d.Sentences[n]
			if s.Kind == doc.Prose && r.colophon(s, n == par.First, n == par.Last-1) {
				s.Kind = doc.Colophon
			}
		}
		if par.Last == par.First+1 && r.heading(p) {
			d.Sentences[par.First].Kind = doc.Heading
		}
	}
}

// heading reports whether paragraph p is a crosshead: few words, a capital, no
// final stop, and prose under it.
func (r *run) heading(p int) bool {
	d := r.d
	s := &d.Sentences[d.Paragraphs[p].First]
	if s.Kind != doc.Prose || s.Last-s.First > maxHeading || p+1 >= len(d.Paragraphs) {
		return false
	}
	text := d.Word(s.Span)
	if bullet(text) || !capital(text) && (text[0] < '0' || text[0] > '9') {
		return false
	}
	last := r.form(s.Last - 1)
	if r.stopOf(s.Last-1) != noStop || dash(last) || last == ":" && s.Last-s.First > 4 || last == "," || last == ";" || last == "”" || last == "\"" || last == ")" {
		return false
	}
	letters := false
	for i := s.First; i < s.Last; i++ {
		if _, cl := after(r.form(i), 0); cl == letter {
			letters = true
		}
	}
	// Prose: the next paragraph is longer and ends with a stop.
	next := d.Paragraphs[p+1]
	n := d.Sentences[next.Last-1]
	return letters && n.Last-d.Sentences[next.First].First > s.Last-s.First && stops(d.Text[next.Start:next.End])
}

// colophon judges a sentence by how it begins and files what it credits.
func (r *run) colophon(s *doc.Sentence, first, last bool) bool {
	if s.Last-s.First > maxColophon {
		return false
	}
	i := s.First
	for i < s.Last && frames(r.form(i)) {
		i++
	}
	if i == s.Last {
		return false
	}
	inside := doc.Span{Start: r.toks[i].Start, End: s.End}
	whole := first && last // the sentence is a paragraph
	marked := i > s.First  // it is set off by a bracket, star or dash
	if kind, n := r.creditWords(i, s.Last); n > 0 && (kind != "whole" || n >= s.Last-i-1) {
		if kind == "dated" && (i+n == s.Last || letters(r.form(i+n))) || !first && !marked && n < 2 && r.form(i) != "©" {
			return false
		}
		switch kind {
		case "translated":
			r.d.Front.TranslatedFrom = r.language(i+n, s.Last, r.d.Front.TranslatedFrom)
		case "adapted":
			r.d.Front.AdaptedFrom = r.language(i+n, s.Last, r.d.Front.AdaptedFrom)
		}
		r.d.Front.Agencies = r.creditsIn(r.d.Front.Agencies, inside)
		return true
	}
	if (whole || marked || last && s.Last-s.First <= 4) && r.onlyAgencies(i, s.Last) {
		r.d.Front.Agencies = r.creditsIn(r.d.Front.Agencies, inside)
		return true
	}
	return whole && r.byline(i, s.Last)
}

// frames reports whether a token only sets a credit off.
func frames(f string) bool {
	switch f {
	case "*", "**", "(", "[", "-", "–", "—", "--", "|", "/", "•", "=":
		return true
	}
	return false
}

// creditWords finds a row of segment-credits.tsv at token i; n is its length in words.
func (r *run) creditWords(i, end int32) (kind string, n int32) {
	var buf [24]byte
	for _, p := range r.credits[string(lower(&buf, r.form(i)))] {
		if r.matches(p.words, i, end, true) {
			return p.kind, int32(len(p.words))
		}
	}
	return "", 0
}

// matches reports whether the words stand from token i on.
func (r *run) matches(words []string, i, end int32, fold bool) bool {
	if int(end-i) < len(words) {
		return false
	}
	for k, w := range words {
		f := r.form(i + int32(k))
		if f != w && !(fold && strings.EqualFold(f, w)) {
			return false
		}
	}
	return true
}

// language is the language named from token i on ("the French original"), or what was known before.
func (r *run) language(i, end int32, known string) string {
	for ; i < end && known == ""; i++ {
		f := r.form(i)
		if capital(f) && len(f) > 3 && !isUpper(rune(f[1])) {
			return f
		}
	}
	return known
}

// onlyAgencies reports whether the tokens are names of agencies, years, "with",
// "and", "via", "agencies" and marks, with at least one agency.
func (r *run) onlyAgencies(i, end int32) bool {
	found := false
	for i < end {
		f := r.form(i)
		if n, _ := r.agencyAt(r.text[:r.toks[end-1].End], int(r.toks[i].Start)); n > 0 {
			stop := r.toks[i].Start + int32(n)
			for i < end && r.toks[i].Start < stop {
				i++
			}
			found = true
			continue
		}
		switch strings.ToLower(f) {
		case "with", "and", "via", "agencies", "by", "from", "from:", "the", "©", "staff", "inputs":
		default:
			if c, cl := after(f, 0); cl == letter || isUpper(c) {
				return false
			}
		}
		i++
	}
	return found
}

// byline reports whether a paragraph is "By Mara Iven, Arland City" and no more.
func (r *run) byline(i, end int32) bool {
	if end-i < 2 || end-i > 12 || !strings.EqualFold(r.form(i), "by") {
		return false
	}
	for i++; i < end; i++ {
		f := r.form(i)
		if capital(f) {
			continue
		}
		switch f {
		case ",", "and", "in", "for", "de", "al", "-", "&", "|", "van", "von", "bin", "/", "of":
		default:
			if f[0] >= 'a' && f[0] <= 'z' || f == "." {
				return false
			}
		}
	}
	return true
}

// creditsIn adds the agencies named in a span, each once.
func (r *run) creditsIn(list []doc.Credit, span doc.Span) []doc.Credit {
	s := r.text[:span.End]
	for i := int(span.Start); i < len(s); {
		_, cl, size := decode(s, i)
		if _, pc := before(s, i); cl == letter && !(pc.inWord() && i > int(span.Start)) {
			if n, name := r.agencyAt(s, i); n > 0 {
				credit := doc.Credit{Span: doc.Span{Start: int32(i), End: int32(i + n)}, Name: name}
				known := false
				for _, c := range list {
					known = known || c.Name == name
				}
				if !known {
					list = append(list, credit)
				}
				i += n
				continue
			}
		}
		i += size
	}
	return list
}

// agencyAt finds the name of an agency that begins at byte i, with its length in the text.
func (r *run) agencyAt(s string, i int) (n int, name string) {
	k := i
	for k < len(s) {
		c, cl, size := decode(s, k)
		if !cl.inWord() && c != '-' && c != '/' {
			break
		}
		k += size
	}
	if k-i > maxAgency {
		return 0, ""
	}
	for {
		for _, p := range r.agencies[s[i:k]] {
			if n := phraseAt(s, i, p.words); n > 0 {
				return n, p.kind
			}
		}
		// "AFP/Reuters", "AFP-Jiji": try the first part.
		cut := strings.LastIndexAny(s[i:k], "-/")
		if cut <= 0 {
			return 0, ""
		}
		k = i + cut
	}
}

// phraseAt is the length of the words with single spaces between them at byte i, or 0.
func phraseAt(s string, i int, words []string) int {
	k := i
	for n, w := range words {
		if n > 0 {
			if k >= len(s) || s[k] != ' ' {
				return 0
			}
			k++
		}
		if !hasAt(s, k, w) {
			return 0
		}
		k += len(w)
	}
	if _, cl := after(s, k); cl.inWord() {
		return 0
	}
	return k - i
}
