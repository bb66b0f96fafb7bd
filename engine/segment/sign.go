package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sign appends the punctuation or symbol at i, with those that make one word
// with it, and returns where it ends.
func (r *run) sign(s string, i int, c chunk) int {
	ch, cl, size := decode(s, i)
	if cl == joiner {
		return i + size // a mark that stands on nothing
	}
	t := s[:c.end]
	next, nc := after(t, i+size)
	_, pc := before(s, i)
	j := i + size
	switch ch {
	case '.':
		switch {
		case nc == letter && pc == space:
			// ".doc" is the ending of a file's name.
			if k := wordEnd(t, j); ending(t[j:k]) {
				j = k
			}
		case nc == digit && !pc.inWord():
			j = number(t, j)
			if k := r.unit(s, i+1, j); k > 0 {
				r.token(i, k)
				r.token(k, j)
				return j
			}
		case next == '.':
			j = same(t, i)
		case next == '?' || next == '!':
			j = runOf(t, j, "?!")
		}
	case '?', '!':
		j = runOf(t, i, "?!")
	case '-', '=', '*', '_', '~', '+', '<', '>', '#', '|', '$':
		if k := ruled(t, i); k > 0 {
			j = k
			break
		}
		switch {
		case next == ch:
			j = same(t, i)
		case ch == '+' && nc == digit && i == c.start:
			j = number(t, j)
		case ch == '#' && nc == letter:
			j = wordEnd(t, j)
		case ch == '-' && next == '>', ch == '=' && next == '>', ch == '<' && next == '-':
			j += 1
		}
	case '@':
		if nc == letter && !pc.inWord() {
			j = wordEnd(t, j)
		}
	case '\'', '’', '‘', '`':
		if next == ch || ch == '‘' && next == '’' {
			j = i + 2*size
			break
		}
		if k := elision(t, i, j, pc); k > 0 {
			j = k
		}
	case '…':
		for j < len(t) && (hasAt(t, j, "…") || t[j] == '.') {
			_, _, n := decode(t, j)
			j += n
		}
	case utf8.RuneError:
		for size == 1 && j < len(t) {
			c, _, n := decode(t, j)
			if c != utf8.RuneError || n != 1 {
				break
			}
			j++
		}
	default:
		if ch < utf8.RuneSelf {
			break
		}
		j = cluster(t, i, j, ch)
	}
	if c.web && !c.paren && (ch == ':' || ch == ';' || ch == '=' || ch == '^') {
		if n := emoticon(t[i:]); n > 0 {
			j = i + n
		}
	}
	r.token(i, j)
	return j
}

// same is the end of the run of the character at i.
func same(s string, i int) int {
	j := i
	for j < len(s) && s[j] == s[i] {
		j++
	}
	return j
}

// minRuled is the least length of a line drawn with mixed signs.
const minRuled = 4

// ruled is the end of a line drawn with signs from i on ("---==="), or 0 where there is none.
func ruled(s string, i int) int {
	j, mixed := i, false
	for j < len(s) && strings.IndexByte("-=*_~+<>#|", s[j]) >= 0 {
		mixed = mixed || s[j] != s[i]
		j++
	}
	if !mixed || j-i < minRuled {
		return 0
	}
	return j
}

// runOf is the end of the run of the given characters from i on.
func runOf(s string, i int, set string) int {
	for i < len(s) && (s[i] == set[0] || s[i] == set[1]) {
		i++
	}
	return i
}

// number is the end of the digits, stops, commas and letters from i on, without a final stop.
func number(s string, i int) int {
	for i < len(s) {
		_, cl, size := decode(s, i)
		if !cl.inWord() {
			_, nc := after(s, i+size)
			if s[i] != '.' && s[i] != ',' && s[i] != '-' || nc != digit {
				break
			}
		}
		i += size
	}
	return i
}

// wordEnd is the end of the letters, digits and underscores from i on.
func wordEnd(s string, i int) int {
	for i < len(s) {
		_, cl, size := decode(s, i)
		if !cl.inWord() && s[i] != '_' {
			break
		}
		i += size
	}
	return i
}

func hasAt(s string, i int, sub string) bool { return len(s)-i >= len(sub) && s[i:i+len(sub)] == sub }

// elision finds the end of a word that begins with an apostrophe at i: '72,
// '60s, 'em; or of a clitic that stands alone, 's after a sign. It is 0 where
// the apostrophe is a quotation mark.
func elision(s string, i, j int, prev class) int {
	k := j
	for k < len(s) && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k == j+2 {
		if k < len(s) && s[k] == 's' {
			k++
		}
		if _, cl := after(s, k); !cl.inWord() && apostrophe(s, k) == 0 {
			return k
		}
		return 0
	}
	k = wordEnd(s, j)
	if k-j > 3 {
		return 0
	}
	var buf [24]byte
	switch string(lower(&buf, s[j:k])) {
	case "em", "til", "n":
		if apostrophe(s, k) > 0 && k-j == 1 {
			k += apostrophe(s, k)
		}
		return k
	case "s", "ll", "re", "ve", "d", "m":
		if prev != space || k == len(s) {
			return k
		}
	}
	return 0
}

// cluster is the end of the symbol from i to j with what makes one sign with
// it: variation selectors, skin tones, joined emoji, pairs of letters of a flag.
func cluster(s string, i, j int, c rune) int {
	flag := c >= 0x1F1E6 && c <= 0x1F1FF
	for j < len(s) {
		c, cl, size := decode(s, j)
		switch {
		case cl == joiner:
			if c == 0x200D && j+size < len(s) {
				if _, nc, n := decode(s, j+size); nc == other {
					size += n
				}
			}
		case c >= 0x1F3FB && c <= 0x1F3FF:
		case flag && c >= 0x1F1E6 && c <= 0x1F1FF:
			flag = false
		case c < utf8.RuneSelf || !unicode.Is(unicode.Mn, c):
			return j
		}
		j += size
	}
	return j
}

// emoticon is the length of the face at the head of t, if nothing but
// punctuation follows it, or 0.
func emoticon(t string) int {
	for _, e := range [...]string{":-)", ":-(", ";-)", ":-D", ":-P", ":)", ":(", ";)", ":D", ":P", ";P", "=)", "=(", ":/", ":|", ":-/", ":O", "^_^"} {
		if len(t) >= len(e) && t[:len(e)] == e {
			if len(t) == len(e) || t[len(e)] == '.' || t[len(e)] == '!' || t[len(e)] == ',' {
				return len(e)
			}
			return 0
		}
	}
	return 0
}
