package segment

// keepHyphen reports whether the hyphen between the part [from, at) and what
// begins at next stays inside a word: after the prefixes and before the
// suffixes of segment-affixes.tsv.
func (r *run) keepHyphen(s string, from, at, next, end int) bool {
	var buf [24]byte
	if r.prefix[string(lower(&buf, s[from:at]))] {
		return true
	}
	k := next
	for k < end {
		_, cl, size := decode(s, k)
		if !cl.inWord() {
			break
		}
		k += size
	}
	return r.suffix[string(lower(&buf, s[next:k]))]
}

// figure finds where a number with hyphens or strokes inside ends that is one
// word: dates (9/11, 20/10/2023, 20-10-2023), telephone numbers, post codes. It
// is 0 where none begins at i; ranges (1970-1971, 3-4) are divided.
func figure(s string, i, end int) int {
	if s[i] < '0' || s[i] > '9' {
		return 0
	}
	var group [6]int // digits of each group
	var value [2]int
	n := 0
	sep := byte(0)
	k := i
	for k < end {
		c := s[k]
		if c >= '0' && c <= '9' {
			group[n]++
			if n < 2 && group[n] <= 4 {
				value[n] = value[n]*10 + int(c-'0')
			}
			k++
			continue
		}
		if c != '-' && c != '/' && c != '.' || k+1 >= end || s[k+1] < '0' || s[k+1] > '9' || n == len(group)-1 {
			break
		}
		if sep == 0 {
			sep = c
		} else if c != sep && sep != '/' {
			break
		}
		n++
		k++
	}
	if n == 0 || sep == '.' {
		return 0
	}
	if _, cl := after(s[:end], k); cl.inWord() {
		return 0
	}
	switch {
	case n >= 2 && group[n] >= 2:
		return k
	case n != 1:
		return 0
	case sep == '-' && group[1] == 4 && (group[0] == 1 || group[0] == 3 || group[0] == 5):
		return k
	case sep == '/' && value[0] >= 1 && (value[0] <= 12 && value[1] <= 31 && value[1] >= 1):
		return k
	}
	return 0
}

// shortSlash finds where a short form with a stroke inside ends: w/o, s/he.
func shortSlash(s string, i, j, end int) int {
	k := j + 1
	for k < end && (s[k]|0x20) >= 'a' && (s[k]|0x20) <= 'z' {
		k++
	}
	switch s[i:k] {
	case "w/o", "w/out", "s/he", "w/", "W/o", "S/he", "b/t", "b/c", "l/c", "L/C":
		return k
	}
	return 0
}
