package segment

import (
	"strings"
	"unicode"

	"annals/engine/doc"
)

// span is a range of characters, spaces not counted.
type span struct{ from, to int }

type word struct {
	from, to int
	form     string // in lower case
	multi    bool   // part of a multiword token, whose range it has
}

type analysis struct {
	words []word
	sents []span
}

// document is the analysis of the stage with the characters of the text.
type document struct {
	analysis
	chars string
}

// fromDocument counts the spans of a document in characters without space.
func fromDocument(d *doc.Document) document {
	index := make([]int, len(d.Text)+1)
	var chars strings.Builder
	n := 0
	for i, c := range d.Text {
		index[i] = n
		if !unicode.IsSpace(c) {
			chars.WriteRune(c)
			n++
		}
	}
	index[len(d.Text)] = n
	var out document
	out.chars = chars.String()
	for _, t := range d.Tokens {
		out.words = append(out.words, word{index[t.Start], index[t.End], strings.ToLower(d.Word(t.Span)), false})
	}
	for _, s := range d.Sentences {
		out.sents = append(out.sents, span{index[s.Start], index[s.End]})
	}
	return out
}

// spanCount counts spans that both sides have; both are in order.
func spanCount(sys, gold []span) Count {
	c := Count{System: len(sys), Gold: len(gold)}
	have := make(map[span]bool, len(gold))
	for _, g := range gold {
		have[g] = true
	}
	for _, s := range sys {
		if have[s] {
			c.Right++
		}
	}
	return c
}

// wordCount aligns words: by equal spans, and round multiword tokens by the
// longest common subsequence of forms over the smallest stretch that holds
// whole tokens on both sides.
func wordCount(sys, gold analysis) Count {
	c := Count{System: len(sys.words), Gold: len(gold.words)}
	s, g := sys.words, gold.words
	i, j := 0, 0
	for i < len(s) && j < len(g) {
		switch {
		case g[j].multi && s[i].to > g[j].from || s[i].multi && g[j].to > s[i].from:
			// Take in what begins before the stretch ends.
			end := g[j].to
			if !g[j].multi || s[i].multi {
				end = max(end, s[i].to)
			}
			i0, j0 := i, j
			for grown := true; grown; {
				grown = false
				for i < len(s) && s[i].from < end {
					end = max(end, s[i].to)
					i++
					grown = true
				}
				for j < len(g) && g[j].from < end {
					end = max(end, g[j].to)
					j++
					grown = true
				}
			}
			c.Right += common(s[i0:i], g[j0:j])
		case s[i].from == g[j].from && s[i].to == g[j].to:
			c.Right++
			i++
			j++
		case s[i].from <= g[j].from:
			i++
		default:
			j++
		}
	}
	return c
}

// common is the length of the longest common subsequence of the forms.
func common(a, b []word) int {
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for i := range a {
		for j := range b {
			if a[i].form == b[j].form {
				cur[j+1] = prev[j] + 1
			} else {
				cur[j+1] = max(prev[j+1], cur[j])
			}
		}
		prev, cur = cur, prev
	}
	return prev[len(b)]
}
