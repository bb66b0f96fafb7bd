package conllu

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// check holds a sentence to the rules of the format. It gives the index of the row at fault (negative for comments:
// -1 is the last) and what is wrong, "" for nothing.
func (s *Sentence) check() (row int, msg string) {
	for i, c := range s.Comments {
		if c == "" || c[0] != '#' || strings.ContainsAny(c, "\n\r") || !utf8.ValidString(c) {
			return i - len(s.Comments), "a comment must be one line of UTF-8 that begins with #"
		}
	}
	var c checker
	for i := range s.Rows {
		switch id := s.Rows[i].ID; {
		case id.Word():
			c.words++
		case id.Empty():
			if c.empty == nil {
				c.empty = map[ID]bool{}
			}
			c.empty[id] = true
		}
	}
	if c.words == 0 {
		return 0, "a sentence without words"
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		for _, f := range []func(*Row) string{c.order, columns, c.head, features, c.deps} {
			if msg := f(r); msg != "" {
				return i, msg
			}
		}
	}
	if c.inside > c.last {
		return len(s.Rows) - 1, fmt.Sprintf("a token ends with word %d, which the sentence lacks", c.inside)
	}
	return 0, ""
}

// checker follows the rows of a sentence.
type checker struct {
	words  int
	last   int // number of the last word
	sub    int // number of the last empty node after it
	inside int // last word of the last multiword token
	empty  map[ID]bool
}

// order checks that ids count up and tokens do not cross.
func (c *checker) order(r *Row) string {
	id := r.ID
	switch {
	case id.To != 0 && id.Sub != 0 || id.N < 0 || id.To < 0 || id.Sub < 0:
		return fmt.Sprintf("id %v is none", id)
	case id.Multiword():
		if id.N != c.last+1 || id.To <= id.N || id.N <= c.inside {
			return fmt.Sprintf("token %v does not begin with the next word, %d, and end after it", id, c.last+1)
		}
		c.inside = id.To
	case id.Empty():
		if id.N != c.last || id.Sub != c.sub+1 {
			return fmt.Sprintf("empty node %v, want %d.%d", id, c.last, c.sub+1)
		}
		c.sub++
	default:
		if id.N != c.last+1 {
			return fmt.Sprintf("word %v, want %d", id, c.last+1)
		}
		c.last, c.sub = id.N, 0
	}
	return ""
}

// columns checks the characters of the columns and what a multiword token leaves open.
func columns(r *Row) string {
	if r.Form == "" {
		return "no form"
	}
	for i, v := range [...]string{1: r.Form, r.Lemma, r.UPOS, r.XPOS, r.Feats, 7: r.Rel, r.Deps, r.Misc} {
		if v == "" {
			continue
		}
		if strings.ContainsAny(v, "\t\n\r") || !utf8.ValidString(v) {
			return columnNames[i] + ": tabs, line ends and broken UTF-8 cannot stand in a column"
		}
		switch i {
		case 1, 2:
			if v[0] == ' ' || v[len(v)-1] == ' ' || strings.Contains(v, "  ") {
				return columnNames[i] + ": a space at the edge, or two together"
			}
		case 9:
			if v[0] == ' ' || v[len(v)-1] == ' ' {
				return "MISC: a space at the edge"
			}
		default:
			if strings.Contains(v, " ") {
				return fmt.Sprintf("%s: a space in %q", columnNames[i], v)
			}
		}
	}
	if r.UPOS != "" && !upos(r.UPOS) {
		return fmt.Sprintf("%q is no part of speech of Universal Dependencies", r.UPOS)
	}
	if r.ID.Multiword() && (r.Lemma != "" || r.UPOS != "" || r.XPOS != "" || r.Head != NoHead || r.Rel != "" || r.Deps != "" || r.Feats != "" && r.Feats != "Typo=Yes") {
		return "a multiword token has a form, MISC and at most Typo=Yes; the rest belongs to its words"
	}
	return ""
}

func (c *checker) head(r *Row) string {
	switch {
	case r.Head < NoHead || r.Head > c.words:
		return fmt.Sprintf("head %d outside the sentence of %d words", r.Head, c.words)
	case r.ID.Empty() && (r.Head != NoHead || r.Rel != ""):
		return "an empty node has no head in the tree"
	case r.ID.Word() && r.Head == r.ID.N:
		return fmt.Sprintf("word %d is its own head", r.Head)
	}
	return ""
}

// features checks name=value pairs, by name, each once.
func features(r *Row) string {
	before := ""
	for rest := r.Feats; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "|")
		name, value, ok := strings.Cut(part, "=")
		if !ok || name == "" || value == "" {
			return fmt.Sprintf("feature %q is no name=value", part)
		}
		if name = strings.ToLower(name); before >= name {
			return fmt.Sprintf("features must stand in the order of their names, each once: %q", r.Feats)
		}
		before = name
	}
	if strings.HasSuffix(r.Feats, "|") {
		return fmt.Sprintf("features %q end with a bar", r.Feats)
	}
	return ""
}

// deps checks the arcs of the enhanced graph.
func (c *checker) deps(r *Row) string {
	var before ID
	for n, part := range strings.Split(r.Deps, "|") {
		if r.Deps == "" {
			break
		}
		h, rel, ok := strings.Cut(part, ":")
		id, fine := parseID(h)
		if h == "0" {
			id, fine = ID{}, true
		}
		if !ok || !fine || id.Multiword() || rel == "" {
			return fmt.Sprintf("%q in DEPS is no head:relation", part)
		}
		if !id.Empty() && id.N > c.words || id.Empty() && !c.empty[id] {
			return fmt.Sprintf("DEPS: head %v is not in the sentence", id)
		}
		if n > 0 && (id.N < before.N || id.N == before.N && id.Sub < before.Sub) {
			return fmt.Sprintf("DEPS must stand in the order of the heads: %q", r.Deps)
		}
		before = id
	}
	return ""
}

func upos(s string) bool {
	switch s {
	case "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X":
		return true
	}
	return false
}

// CheckTree says whether the words of a sentence form one tree: each has a head and a relation, exactly one is the
// root, and no word is above itself.
func (s *Sentence) CheckTree() error {
	head := []int{NoHead}
	root := 0
	first := max(0, s.Line+len(s.Comments))
	for i := range s.Rows {
		r := &s.Rows[i]
		if !r.ID.Word() {
			continue
		}
		switch {
		case r.Head == NoHead || r.Rel == "":
			return &Error{first + i, fmt.Sprintf("word %v has no head or no relation", r.ID)}
		case r.Head == 0 && root > 0:
			return &Error{first + i, fmt.Sprintf("words %d and %v are both roots", root, r.ID)}
		case r.Head == 0:
			root = r.ID.N
		}
		head = append(head, r.Head)
	}
	if root == 0 {
		return &Error{first, "no word is the root"}
	}
	// Walk up from each word, marking the way; a mark of the same walk closes a circle.
	mark := make([]int, len(head))
	for w := 1; w < len(head); w++ {
		for h := w; h > 0; h = head[h] {
			if h >= len(head) {
				return &Error{first, fmt.Sprintf("head %d outside the sentence", h)}
			}
			if mark[h] == w {
				return &Error{first, fmt.Sprintf("a circle through word %d", h)}
			}
			if mark[h] > 0 {
				break // an earlier walk came from here to the root
			}
			mark[h] = w
		}
	}
	return nil
}
