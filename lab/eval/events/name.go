package events

import (
	"encoding/json"
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// isTitle says whether a word is left out when names are compared.
func isTitle(word string) bool {
	switch word {
	case "president", "prime", "minister", "mr", "mrs", "ms", "dr", "sir", "general", "gen", "foreign", "chancellor",
		"king", "queen", "pope", "secretary", "of", "state", "the", "a", "an", "us", "senator", "sen", "rep", "former":
		return true
	}
	return false
}

// fold gives the words of a name in lower case without accents: compatibility
// decomposition, full lower case, no combining marks, runs of letters, numbers
// and low lines.
func fold(name string) []string {
	s := norm.NFKD.String(name)
	s = cases.Lower(language.Und).String(s) // not strings.ToLower: a final sigma has its own form
	var words []string
	var word []rune
	for _, r := range s {
		switch {
		case norm.NFKD.PropertiesString(string(r)).CCC() != 0:
		case r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r):
			word = append(word, r)
		case len(word) > 0:
			words = append(words, string(word))
			word = word[:0]
		}
	}
	if len(word) > 0 {
		words = append(words, string(word))
	}
	return words
}

// sameName says whether two names may mean the same: equal, or the words of one,
// titles apart, all among those of the other.
func sameName(a, b string) bool {
	x, y := fold(a), fold(b)
	if slices.Equal(x, y) {
		return len(x) > 0
	}
	x, y = bare(x), bare(y)
	return len(x) > 0 && len(y) > 0 && (within(x, y) || within(y, x))
}

// bare leaves the titles out, unless there is nothing else.
func bare(words []string) []string {
	var out []string
	for _, w := range words {
		if !isTitle(w) {
			out = append(out, w)
		}
	}
	if out == nil {
		return words
	}
	return out
}

func within(x, y []string) bool {
	for _, w := range x {
		if !slices.Contains(y, w) {
			return false
		}
	}
	return true
}

func names(keys map[string]json.RawMessage) []string { return slices.Sorted(maps.Keys(keys)) }
