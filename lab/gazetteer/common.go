package gazetteer

import (
	"encoding/json"
	"sort"
	"strings"
)

// How many of the commonest lower-case words count as common. Names equal to
// one are marked (kb.Hit.Common); alternate names of places equal to one are
// left out.
const commonWords = 15000

// commonWords counts the words that are written in lower case in open prose
// and news, and ranks them. A word mostly written with a capital ("turkey",
// "china") is not common: its lower-case use is rare in the news.
func (b *builder) commonWords() error {
	lower, upper := map[string]int{}, map[string]int{}
	count := func(text string) {
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r < 'A' || r > 'z' || r > 'Z' && r < 'a' }) {
			if w[0] >= 'a' {
				lower[w]++
			} else if len(w) > 1 && w[1] >= 'a' {
				upper[strings.ToLower(w)]++
			}
		}
	}
	for _, path := range []string{"raw/wikipedia.txt.gz", "raw/white-house.txt.gz", "raw/kremlin.txt.gz", "raw/us-history-factbook.txt.gz"} {
		if err := b.eachLine(path, count); err != nil {
			return err
		}
	}
	n := 0
	err := b.eachLine("news/current-events.jsonl.gz", func(line string) {
		var item struct {
			Text string `json:"text"`
		}
		if n++; n%2 == 0 && json.Unmarshal([]byte(line), &item) == nil {
			count(item.Text)
		}
	})
	if err != nil {
		return err
	}
	words := make([]string, 0, len(lower))
	for w, c := range lower {
		if c*25 >= upper[w] && len(w) > 1 {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if lower[words[i]] != lower[words[j]] {
			return lower[words[i]] > lower[words[j]]
		}
		return words[i] < words[j]
	})
	for i, w := range words[:min(len(words), commonWords)] {
		b.common[w] = i + 1
	}
	return nil
}
