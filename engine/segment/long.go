package segment

import (
	"fmt"

	"annals/engine/doc"
)

// maxTokens is the greatest length of a sentence; a longer one is cut.
const maxTokens = 400

// sentence appends the sentence of the tokens [first, last), in pieces if it is too long.
func (r *run) sentence(first, last int32, kind doc.SentenceKind) {
	if last-first <= maxTokens {
		r.add(first, last, kind)
		return
	}
	whole, pieces := last-first, 1
	start := first
	for last-first > maxTokens {
		at := r.bestCut(first)
		r.add(first, at, kind)
		first = at
		pieces++
	}
	r.add(first, last, kind)
	head := r.text[r.toks[start].Start:r.toks[min(start+5, last-1)].End]
	if len(head) > 80 {
		head = head[:runeStart(head, 80)]
	}
	r.d.Notes = append(r.d.Notes, fmt.Sprintf("a sentence of %d words was cut into %d pieces: %q …", whole, pieces, head))
}

func runeStart(s string, i int) int {
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

// bestCut is the best token to cut before, among the later half of the greatest
// length from first on: after a semicolon, else a colon or dash, else a comma,
// else between any two words with space between them.
func (r *run) bestCut(first int32) int32 {
	best, at := 0, first+maxTokens
	for i := first + maxTokens; i > first+maxTokens/2; i-- {
		if r.glued(i) {
			continue
		}
		rank := 1
		switch r.form(i - 1) {
		case ".", "!", "?":
			rank = 5
		case ";":
			rank = 4
		case ":", "—", "–", "--", "…", "...":
			rank = 3
		case ",", ")", "”":
			rank = 2
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}
