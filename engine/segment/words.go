package segment

import "annals/engine/doc"

// words appends the tokens of the text from start to end.
func (r *run) words(start, end int32) {
	s := r.text[:end]
	for i := int(start); i < len(s); {
		// Most words are letters between spaces.
		j := i
		for j < len(s) && (s[j]|0x20) >= 'a' && (s[j]|0x20) <= 'z' {
			j++
		}
		if j > i && (j == len(s) || s[j] == ' ') {
			r.plain(i, j)
			i = j + 1
			continue
		}
		_, cl, size := decode(s, i)
		if cl == space || cl == joiner {
			i += size
			continue
		}
		c := chunk{start: i, end: len(s)}
		for k := i; k < len(s); {
			ch, cl, size := decode(s, k)
			if cl == space {
				c.end = k
				break
			}
			switch ch {
			case '.', '@', ':', '/', ';', '=', '^':
				c.web = true
			case '(':
				c.paren = true
			}
			k += size
		}
		r.chunk(s, c)
		i = c.end
	}
}

// maxAddress is the length of what is searched for addresses inside a chunk.
const maxAddress = 1 << 10

// chunk is a run of characters without space.
type chunk struct {
	start, end int
	web        bool // has a character that addresses or faces have
	paren      bool
}

// token appends the bytes from i to j as one token.
func (r *run) token(i, j int) {
	r.toks = append(r.toks, doc.Token{Span: doc.Span{Start: int32(i), End: int32(j)}, Head: -1, FirstChild: -1, NextSibling: -1})
}

// plain appends a word of letters alone, dividing "cannot" and its like.
func (r *run) plain(i, j int) {
	if j-i <= 8 {
		var buf [24]byte
		if parts := r.contract[string(lower(&buf, r.text[i:j]))]; parts != nil && !acronym(r.text[i:j]) {
			for _, n := range parts {
				r.token(i, i+int(n))
				i += int(n)
			}
			return
		}
	}
	r.token(i, j)
}

// acronym keeps IM, IVE and their like in one piece; CANNOT and DONT are divided.
func acronym(s string) bool { return len(s) <= 3 && s[1] < 'a' }

// chunk appends the tokens of one chunk. s is the text up to the end of the paragraph.
func (r *run) chunk(s string, c chunk) {
	if c.web {
		if n := emoticon(s[c.start:c.end]); n > 0 && c.start+n == c.end {
			r.token(c.start, c.end)
			return
		}
	}
	for i := c.start; i < c.end; {
		_, cl, _ := decode(s, i)
		switch cl {
		case letter, digit:
			i = r.word(s, i, c)
		default:
			i = r.sign(s, i, c)
		}
	}
}

// word appends the word that begins at i and returns where it ends.
func (r *run) word(s string, i int, c chunk) int {
	if c.web && (i == c.start || c.end-i <= maxAddress) {
		if j := address(s, i, c.end); j > 0 {
			r.token(i, j)
			return j
		}
	}
	if j := figure(s, i, c.end); j > 0 {
		r.token(i, j)
		return j
	}
	part := i // where the part after the last kept hyphen begins
	j := i
	for j < c.end {
		ch, cl, size := decode(s, j)
		if cl.inWord() || ch == '_' {
			j += size
			continue
		}
		if j == i {
			break
		}
		prev, pc := before(s, j)
		next, nc := after(s[:c.end], j+size)
		keep := false
		switch {
		case ch == '.' || ch == ',' || ch == ':':
			keep = pc == digit && nc == digit && (ch != ',' || thousands(s[:c.end], j+1))
			if ch == '.' && pc == letter && nc == letter {
				keep = r.innerStop(s, i, j, c.end)
			}
		case ch == '@':
			keep = nc == letter || nc == digit
		case ch == '&':
			keep = (isUpper(prev) && isUpper(next) || j-i == 1) && nc == letter && !letterAt(s[:c.end], j+3)
		case apostrophe(s, j) > 0:
			keep = nc == letter
		case ch == '$':
			// US$ and its like are one word.
			if j-i <= 3 && isUpper(prev) && (nc == digit || nc == space) {
				r.token(i, j+size)
				return j + size
			}
		case hyphen(s, j) > 0 && (nc == letter || nc == digit):
			keep = r.keepHyphen(s, part, j, j+size, c.end)
			part = j + size
		case ch == '/':
			if k := shortSlash(s, i, j, c.end); k > 0 {
				r.token(i, k)
				return k
			}
		}
		if !keep {
			break
		}
		j += size
	}
	if j < c.end && s[j] == '.' && r.keepStop(s, i, j, c) {
		j++
		r.token(i, j)
		return j
	}
	// A word broken off in speech or at the end of a line keeps its hyphen.
	if n := hyphen(s, j); n > 0 && j+n == c.end && j-i <= 2 && isLower(rune(s[i])) {
		j += n
		r.token(i, j)
		return j
	}
	r.divide(s, i, j)
	return j
}

// thousands reports whether the digits at i are a group of a number with commas
// ("1,000", "1,00,000") and not the next item of a list ("[18,19]").
func thousands(s string, i int) bool {
	for range 4 {
		k := i
		for k < len(s) && k < i+4 && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		if k != i+2 || k == len(s) || s[k] != ',' {
			return k == i+3
		}
		i = k + 1
	}
	return false
}

func letterAt(s string, i int) bool {
	_, cl := after(s, i)
	return cl == letter
}
