// Package conllu reads and writes trees in the CoNLL-U format of Universal
// Dependencies (version 2): comments, words, multiword tokens and empty nodes,
// ten columns each. https://universaldependencies.org/format.html
//
// Reader and Writer are strict and hold to the same rules: what one gives the
// other takes, and a file that was read is written again byte for byte. A fault
// is an *Error with the line where it stands. That the heads of a sentence form a
// tree is asked apart, by CheckTree, since a file may be read before it is parsed.
package conllu

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// Limits of one sentence; what goes beyond is refused, so that memory stays bounded on any input.
const (
	MaxLine     = 1 << 20 // bytes of one line
	MaxRows     = 1 << 16 // words, multiword tokens and empty nodes of one sentence
	MaxComments = 1 << 12 // comment lines of one sentence
)

// NoHead is the head of a row that has none: a multiword token, an empty node, a word that nobody parsed.
const NoHead = -1

// An ID names a row: a word (N), a multiword token (N-To) or an empty node (N.Sub).
type ID struct {
	N   int // number of the word, from 1; of the word before an empty node, from 0; of the first word of a token
	To  int // number of the last word of a multiword token, else 0
	Sub int // number of an empty node after word N, from 1, else 0
}

// Word reports whether the row is a syntactic word.
func (id ID) Word() bool { return id.To == 0 && id.Sub == 0 }

// Multiword reports whether the row is a token of several words.
func (id ID) Multiword() bool { return id.To > 0 }

// Empty reports whether the row is an empty node of the enhanced graph.
func (id ID) Empty() bool { return id.Sub > 0 }

// String is the ID as the first column has it.
func (id ID) String() string {
	switch {
	case id.Multiword():
		return strconv.Itoa(id.N) + "-" + strconv.Itoa(id.To)
	case id.Empty():
		return strconv.Itoa(id.N) + "." + strconv.Itoa(id.Sub)
	}
	return strconv.Itoa(id.N)
}

// A Row is one line of a sentence. An empty string is an unspecified value, which the file writes as "_"; a form that
// is an underscore keeps it.
type Row struct {
	ID                             ID
	Form, Lemma, UPOS, XPOS, Feats string
	Head                           int // ID of the head, 0 for the root, NoHead for none
	Rel, Deps, Misc                string
}

// A Sentence is the comments and rows between two blank lines.
type Sentence struct {
	Line     int      // line of the file where it begins; 0 if it was not read
	Comments []string // whole lines, with their "#"
	Rows     []Row
}

// Comment is the value of the first comment "# key = value"; a comment "# key" has the value "".
func (s *Sentence) Comment(key string) (value string, ok bool) {
	for _, c := range s.Comments {
		rest, has := strings.CutPrefix(strings.TrimLeft(c[min(1, len(c)):], " "), key)
		if !has {
			continue
		}
		if rest == "" {
			return "", true
		}
		if v, has := strings.CutPrefix(strings.TrimLeft(rest, " "), "="); has {
			return strings.TrimPrefix(v, " "), true
		}
	}
	return "", false
}

// AddComment appends "# key = value", or "# key" where the value is empty.
func (s *Sentence) AddComment(key, value string) {
	if value != "" {
		key += " = " + value
	}
	s.Comments = append(s.Comments, "# "+key)
}

// Words runs over the syntactic words.
func (s *Sentence) Words() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for i := range s.Rows {
			if s.Rows[i].ID.Word() && !yield(&s.Rows[i]) {
				return
			}
		}
	}
}

// Tokens runs over the tokens of the surface: multiword tokens, and the words outside them.
func (s *Sentence) Tokens() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		inside := 0
		for i := range s.Rows {
			r := &s.Rows[i]
			switch {
			case r.ID.Empty(), r.ID.Word() && r.ID.N <= inside:
				continue
			case r.ID.Multiword():
				inside = r.ID.To
			}
			if !yield(r) {
				return
			}
		}
	}
}

// Text is the surface as its tokens give it, with a space after each that lacks SpaceAfter=No but the last.
func (s *Sentence) Text() string {
	var b strings.Builder
	space := false
	for t := range s.Tokens() {
		if space {
			b.WriteByte(' ')
		}
		b.WriteString(t.Form)
		space = t.SpaceAfter()
	}
	return b.String()
}

// MiscValue is the value of "key=value" in the last column.
func (r *Row) MiscValue(key string) (string, bool) {
	for rest := r.Misc; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, "|")
		if k, v, ok := strings.Cut(part, "="); ok && k == key {
			return v, true
		}
	}
	return "", false
}

// AddMisc appends "key=value" to the last column.
func (r *Row) AddMisc(key, value string) {
	if r.Misc != "" {
		r.Misc += "|"
	}
	r.Misc += key + "=" + value
}

// SpaceAfter reports whether a space follows the token: it does unless the last column says SpaceAfter=No.
func (r *Row) SpaceAfter() bool {
	v, _ := r.MiscValue("SpaceAfter")
	return v != "No"
}

// Range is the place of the token in its document in code points, half open, from "TokenRange=start:end" in the last
// column (the key of UDPipe); ok is false where it has none or a broken one.
func (r *Row) Range() (start, end int, ok bool) {
	v, _ := r.MiscValue("TokenRange")
	a, b, ok := strings.Cut(v, ":")
	if !ok {
		return 0, 0, false
	}
	start, errA := strconv.Atoi(a)
	end, errB := strconv.Atoi(b)
	if errA != nil || errB != nil || start < 0 || end < start {
		return 0, 0, false
	}
	return start, end, true
}

// SetRange appends "TokenRange=start:end" to the last column.
func (r *Row) SetRange(start, end int) {
	r.AddMisc("TokenRange", strconv.Itoa(start)+":"+strconv.Itoa(end))
}

// An Error is a fault of a file or of a sentence that is to be written; Line counts from 1 (for a Writer: in what it
// wrote so far).
type Error struct {
	Line int
	Msg  string
}

// Error is "line 7: what is wrong".
func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Msg) }
