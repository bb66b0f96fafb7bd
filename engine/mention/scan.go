package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/kb"
)

// roleMatch is the longest phrase of the lexicon that begins at a token.
type roleMatch struct {
	end    int32 // token after it, in the sentence; 0 where none begins
	role   int32
	plural bool
}

// aliasMatch is the longest alias that begins at a token.
type aliasMatch struct {
	end     int32 // token after it, in the sentence; 0 where none begins
	entity  kb.EntityID
	kind    kb.Kind
	demonym byte // 'a' adjective, 'n' noun, 0 neither
	surname bool // a person's short form
	words   uint8
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

func (f *finder) tok(i int32) *doc.Token { return &f.d.Tokens[f.first+i] }

func (f *finder) form(i int32) string { return f.d.Form(f.first + i) }

func (f *finder) len() int32 { return f.last - f.first }

// fold writes the folded sentence into f.buf, one space between tokens, so that
// any run of tokens is a piece of it. A possessive or other clitic after an
// apostrophe stands without a space, as in the folded text of names that hold one.
func (f *finder) fold() {
	n := int(f.len())
	f.buf = f.buf[:0]
	f.from, f.to, f.words = sized(f.from, n), sized(f.to, n), sized(f.words, n)
	for i := range f.from {
		form := f.form(int32(i))
		if len(f.buf) > 0 && !startsWithApostrophe(form) {
			f.buf = append(f.buf, ' ')
		}
		start := len(f.buf)
		form = form[stance(form):]
		f.buf = kb.AppendFold(f.buf, form)
		f.from[i], f.to[i] = int32(start), int32(len(f.buf))
		if len(f.buf) > start {
			f.words[i] = 1
			for _, c := range f.buf[start:] {
				if c == ' ' {
					f.words[i]++
				}
			}
		} else if start > 0 && f.buf[start-1] == ' ' {
			f.buf = f.buf[:start-1]
			f.from[i], f.to[i] = int32(start-1), int32(start-1)
		}
	}
}

func startsWithApostrophe(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '\'' || r == '’' || r == '‘'
}

func (f *finder) folded(i, j int32) []byte { return f.buf[f.from[i]:f.to[j-1]] }

// firstWord is the first folded word of token i.
func (f *finder) firstWord(i int32) []byte {
	w := f.buf[f.from[i]:f.to[i]]
	for k, c := range w {
		if c == ' ' {
			return w[:k]
		}
	}
	return w
}

// matchRoles finds the longest phrase of the lexicon at each token.
func (f *finder) matchRoles() {
	n := f.len()
	f.role = sized(f.role, int(n))
	for i := int32(0); i < n; i++ {
		if f.words[i] == 0 {
			continue
		}
		most := f.lex.first[string(f.firstWord(i))]
		if most == 0 {
			continue
		}
		for j, w := i, uint8(0); j < n; j++ {
			if w += f.words[j]; w > most {
				break
			}
			if f.words[j] == 0 {
				if !f.hyphen(j) {
					break
				}
				continue
			}
			if r, ok := f.lex.forms[string(f.folded(i, j+1))]; ok && !(j == i && f.tok(i).UPOS == "ADJ" && !f.capital(i) && f.lex.roles[r.role].Title && f.lex.roles[r.role].Sector == "MIL") && !(j == i && f.to[i]-f.from[i] == 2 && !f.capital(i)) && !(j > i && startsWithApostrophe(f.form(j))) {
				f.role[i] = roleMatch{j + 1, r.role, r.plural}
			}
		}
	}
}

func (f *finder) hyphen(i int32) bool {
	switch f.form(i) {
	case "-", "–", "‐", "&", ".", "’", "'":
		return true
	}
	return false
}

// capital reports whether token i begins with a capital letter, or is an
// article such as "al" before a hyphen and a capital.
func (f *finder) capital(i int32) bool {
	s := f.form(i)
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) {
		return true
	}
	if f.lex.Is("surname-article", s) {
		if i+2 < f.len() && f.hyphen(i+1) {
			i++
		}
		if i+1 < f.len() {
			r, _ = utf8.DecodeRuneInString(f.form(i + 1))
			return unicode.IsUpper(r)
		}
		return false
	}
	// al-Sarraj as one token
	for k := size; k < len(s) && k < 4; k++ {
		if s[k] == '-' && k+1 < len(s) {
			r, _ = utf8.DecodeRuneInString(s[k+1:])
			return unicode.IsUpper(r)
		}
	}
	return false
}

func (f *finder) digitLed(i int32) bool {
	s := f.form(i)
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// proper reports whether the parser takes token i for part of a name.
func (f *finder) proper(i int32) bool {
	t := f.tok(i)
	return t.UPOS == "PROPN" || t.Name != "" && t.Name != "O" || t.UPOS == ""
}

// matchAliases finds the aliases of the knowledge base, the longest at each
// place, from left to right without overlaps.
func (f *finder) matchAliases() {
	n := f.len()
	f.alias, f.inside = sized(f.alias, int(n)), sized(f.inside, int(n))
	for i := range f.inside {
		f.inside[i] = -1
	}
	for i := int32(0); i < n; {
		if m, ok := f.aliasAt(i); ok {
			f.alias[i] = m
			for j := i; j < m.end; j++ {
				f.inside[j] = i
			}
			i = m.end
			continue
		}
		i++
	}
}

func (f *finder) aliasAt(i int32) (aliasMatch, bool) {
	if f.words[i] == 0 || !f.capital(i) && !f.digitLed(i) {
		return aliasMatch{}, false
	}
	most := uint8(min(f.base.MaxWords(string(f.firstWord(i))), 200))
	if most == 0 {
		return aliasMatch{}, false
	}
	end, w := i, uint8(0)
	for end < f.len() && w < most {
		if f.words[end] == 0 && !f.hyphen(end) {
			break
		}
		w += f.words[end]
		end++
	}
	for j := end; j > i; j-- {
		if f.words[j-1] == 0 || j > i+1 && startsWithApostrophe(f.form(j-1)) {
			continue // a possessive ends no name
		}
		if (j == i+1 || j == i+2 && f.digitLed(i+1)) && f.dated(i) {
			continue
		}
		if m, ok := f.accept(i, j); ok {
			return m, true
		}
	}
	return aliasMatch{}, false
}

// accept chooses the best hit of the alias that the tokens [i, j) spell, by the
// order of the knowledge base, among those that their letters and tags allow.
func (f *finder) accept(i, j int32) (aliasMatch, bool) {
	f.hits = f.base.AppendLookupBytes(f.hits[:0], f.folded(i, j))
	if len(f.hits) == 0 {
		return aliasMatch{}, false
	}
	var w uint8
	lower := false // a word other than "of" and the like begins with a small letter
	for k := i; k < j; k++ {
		w += f.words[k]
		if f.words[k] > 0 && !f.capital(k) && !f.digitLed(k) && !f.lex.Is("name-particle", f.form(k)) && !(k > i && f.hyphen(k-1)) {
			lower = true
		}
	}
	text := f.d.Text[f.tok(i).Start:f.tok(j-1).End]
	if roman(text) || strings.HasSuffix(text, "$") || j < f.len() && f.form(j) == "$" && f.tok(j).Start == f.tok(j-1).End {
		return aliasMatch{}, false
	}
	upper := allUpper(text)
	for k := range f.hits {
		h := &f.hits[k]
		if !h.Valid(f.day) || h.UpperOnly && !upper {
			continue
		}
		if w == 1 && h.Kind == kb.Surname && f.letter(i) {
			continue
		}
		if w == 1 && h.Kind != kb.DemonymAdj && h.Kind != kb.DemonymNoun {
			if h.Kind == kb.Surname && strings.HasSuffix(f.tok(i).Name, "-place") && f.placeHit() {
				continue
			}
			if h.Kind == kb.Surname && f.role[i].end > 0 && f.lex.roles[f.role[i].role].Title {
				continue
			}
			if h.Common && !f.proper(i) || !f.proper(i) && i == 0 && h.Kind == kb.Surname {
				continue
			}
			if f.tok(i).UPOS == "VERB" || f.tok(i).UPOS == "AUX" || f.tok(i).UPOS == "PRON" || f.tok(i).UPOS == "ADP" || f.tok(i).UPOS == "DET" {
				continue
			}
		}
		e := f.base.Entity(h.Entity)
		if e.Kind == kb.City && h.Kind == kb.Variant {
			h, e = f.namedSo(k, h, e)
		}
		if lower && (w < 2 || e.Kind != kb.Group || !f.lex.Is("group-word", f.form(j-1))) {
			continue
		}
		m := aliasMatch{end: j, entity: h.Entity, kind: e.Kind, words: w, surname: h.Kind == kb.Surname}
		switch h.Kind {
		case kb.DemonymAdj:
			m.demonym = 'a'
		case kb.DemonymNoun:
			m.demonym = 'n'
		}
		if m.demonym != 0 && (f.tok(i).UPOS == "ADJ" || f.tok(i).Rel == "amod") {
			m.demonym = 'a'
		}
		return m, true
	}
	return aliasMatch{}, false
}

// namedSo is, among the further hits, the town whose very name the words are, where
// the one at hand has them only as a variant and is no greater: "St. Louis".
func (f *finder) namedSo(k int, h *kb.Hit, e kb.Entity) (*kb.Hit, kb.Entity) {
	for i := k + 1; i < len(f.hits); i++ {
		x := &f.hits[i]
		if y := f.base.Entity(x.Entity); y.Kind == kb.City && x.Kind == kb.Common && x.Valid(f.day) && y.Importance+10 > e.Importance {
			return x, y
		}
	}
	return h, e
}

// letter reports whether a name that is also that of a Greek letter stands beside
// a word for letters or what is named by them: "the variant Xi".
func (f *finder) letter(i int32) bool {
	if !f.lex.Is("greek-letter", string(f.folded(i, i+1))) {
		return false
	}
	for k := max(0, i-4); k < min(f.len(), i+7); k++ {
		if f.lex.Is("lettered", f.tok(k).Lemma) {
			return true
		}
	}
	return false
}

// placeHit reports whether the alias at hand names a place of some weight.
func (f *finder) placeHit() bool {
	for i := range f.hits {
		if e := f.base.Entity(f.hits[i].Entity); e.Kind.IsPlace() && (e.Kind != kb.City || e.Importance >= 95) {
			return true
		}
	}
	return false
}

func allUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// roman reports whether s is a numeral such as the "II" of a war or a king.
func roman(s string) bool {
	switch s {
	case "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII":
		return true
	}
	return false
}

// dated reports whether token i is a day or month in a date: it is no name of a
// person, and a number or a preposition of time stands beside it.
func (f *finder) dated(i int32) bool {
	m, ok := f.lex.mods[string(f.folded(i, i+1))]
	if !ok || m.effect != modNothing {
		return false
	}
	if strings.HasSuffix(f.tok(i).Name, "-person") {
		return false
	}
	if i+1 < f.len() && f.tok(i+1).UPOS == "PROPN" && f.inside[i+1] < 0 && f.tok(i+1).Rel == "flat" {
		return false
	}
	if i+2 < f.len() && f.digitLed(i+1) && f.tok(i+2).UPOS == "PROPN" {
		return false // "March 8 Alliance"
	}
	if f.tok(i).Rel == "nsubj" || f.tok(i).Rel == "obl:agent" || i > 0 && f.role[i-1].end == i && f.lex.roles[f.role[i-1].role].Title {
		return string(f.folded(i, i+1)) != "may" && string(f.folded(i, i+1)) != "march"
	}
	return true
}

// stance is the length of a prefix "pro-" or "anti-" before a name.
func stance(form string) int {
	for _, p := range [...]string{"pro-", "anti-", "Pro-", "Anti-", "ex-", "non-", "Non-"} {
		if len(form) > len(p) && form[:len(p)] == p {
			if r, _ := utf8.DecodeRuneInString(form[len(p):]); unicode.IsUpper(r) {
				return len(p)
			}
		}
	}
	return 0
}
