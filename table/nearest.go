package table

// Nearest is the known name that is closest to name by edit distance (with
// swaps of neighbours), or "" if none is close enough to be meant. Ties go to
// the name that stands first.
func Nearest(name string, known []string) string {
	best, limit := "", max(1, len([]rune(name))/3)+1
	for _, k := range known {
		if d := distance([]rune(name), []rune(k)); d < limit {
			best, limit = k, d
		}
	}
	return best
}

// DidYouMean is a hint that names the nearest known name, or lists a few.
func DidYouMean(name string, known []string) string {
	if n := Nearest(name, known); n != "" {
		return "did you mean " + n + "?"
	}
	return ""
}

// distance is the restricted Damerau-Levenshtein distance.
func distance(a, b []rune) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
