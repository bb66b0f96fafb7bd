package pages

import (
	"math"
	"strings"
	"time"
	"unicode"
)

// prf are precision, recall and their harmonic mean.
type prf struct{ precision, recall, f1 float64 }

// textScore compares an extracted text with the expected one.
type textScore struct{ words, shingles prf }

func scoreText(p Page, got string) textScore {
	s := compareText(p.Text, got)
	if p.Summary != nil && *p.Summary != "" {
		if with := compareText(*p.Summary+"\n"+p.Text, got); with.words.f1 > s.words.f1 {
			return with
		}
	}
	return s
}

func compareText(want, got string) textScore {
	w, g := words(want), words(got)
	return textScore{bags(w, g), bags(shingles(w), shingles(g))}
}

// words are runs of letters and digits, lower case.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// shingles are all runs of four words.
func shingles(w []string) []string {
	const n = 4
	if len(w) < n {
		return []string{strings.Join(w, " ")}
	}
	out := make([]string, 0, len(w))
	for i := 0; i+n <= len(w); i++ {
		out = append(out, strings.Join(w[i:i+n], " "))
	}
	return out
}

func bags(want, got []string) prf {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	hit := 0
	for _, g := range got {
		if left[g] > 0 {
			left[g]--
			hit++
		}
	}
	var s prf
	if len(got) > 0 {
		s.precision = float64(hit) / float64(len(got))
	}
	if len(want) > 0 {
		s.recall = float64(hit) / float64(len(want))
	}
	if hit > 0 {
		s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall)
	}
	return s
}

// sameLetters: equal but for case, space and signs.
func sameLetters(a, b string) bool {
	return strings.Join(words(a), "") == strings.Join(words(b), "")
}

// sameDate: the same minute, or the same day where either has no time with a zone.
func sameDate(want, got string) bool {
	a, err1 := time.Parse(time.RFC3339, want)
	b, err2 := time.Parse(time.RFC3339, got)
	if err1 == nil && err2 == nil {
		return math.Abs(a.Sub(b).Seconds()) < 60 || want[:10] == got[:10]
	}
	return len(want) >= 10 && len(got) >= 10 && want[:10] == got[:10]
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
