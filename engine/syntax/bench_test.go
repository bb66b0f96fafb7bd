package syntax

import (
	"strings"
	"testing"
)

// article is 600 words in sentences of 25, half of the words new in each round.
func article(round int) [][]string {
	base := strings.Fields("The prime minister of the island republic told reporters late on Friday that her government " +
		"would not sign the fishing treaty before the vote .")
	var out [][]string
	for i := range 24 {
		s := append([]string(nil), base...)
		for k := 1; k < len(s); k += 2 {
			s[k] += string(rune('a'+(round+k)%26)) + string(rune('a'+(i+round/26)%26))
		}
		out = append(out, s)
	}
	return out
}

// How long does a report of 600 words take with a warm scratch?
func BenchmarkArticle600(b *testing.B) {
	m := load(b)
	var s Scratch
	var t Tree
	round := 0
	words := 0
	for b.Loop() {
		for _, f := range article(round) {
			m.Parse(&s, f, &t)
			words += len(f)
		}
		round++
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// How long does loading take?
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
