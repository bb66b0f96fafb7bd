package segment

// divide appends the word from i to j as one or more tokens: a number is
// divided from its unit, a clitic from its host.
func (r *run) divide(s string, i, j int) {
	if s[i] >= '0' && s[i] <= '9' {
		if k := r.unit(s, i, j); k > 0 {
			r.token(i, k)
			r.token(k, j)
			return
		}
	}
	if k := r.amount(s, i, j); k > 0 {
		r.token(i, k)
		r.token(k, j)
		return
	}
	if k := clitic(s, i, j); k > 0 {
		r.token(i, k)
		r.token(k, j)
		return
	}
	if letters(s[i:j]) {
		r.plain(i, j)
		return
	}
	r.token(i, j)
}

func letters(s string) bool {
	for k := 0; k < len(s); k++ {
		if c := s[k] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// unit finds where the unit written on a number begins, or 0.
func (r *run) unit(s string, i, j int) int {
	k := i
	for k < j && (s[k] >= '0' && s[k] <= '9' || s[k] == '.' || s[k] == ',' || s[k] == ':') {
		k++
	}
	if k == j || k == i {
		return 0
	}
	var buf [24]byte
	if r.units[s[k:j]] || j-k > 1 && r.units[string(lower(&buf, s[k:j]))] {
		return k
	}
	return 0
}

// amount finds where the number after a currency written on it begins ("Rs500"), or 0.
func (r *run) amount(s string, i, j int) int {
	k := i
	for k < j && (s[k]|0x20) >= 'a' && (s[k]|0x20) <= 'z' {
		k++
	}
	if k > i+3 || k == j || s[k] < '0' || s[k] > '9' || !r.currency[s[i:k]] {
		return 0
	}
	return k
}

// clitic finds where the clitic of the word from i to j begins, or 0. A decade
// written with an apostrophe (1960's) stays one word.
func clitic(s string, i, j int) int {
	for k := j - 1; k > i && k >= j-5; k-- {
		n := apostrophe(s, k)
		if n == 0 {
			continue
		}
		var tail [2]byte
		rest := s[k+n : j]
		if len(rest) == 0 || len(rest) > 2 {
			return 0
		}
		for m := 0; m < len(rest); m++ {
			tail[m] = rest[m] | 0x20
		}
		switch string(tail[:len(rest)]) {
		case "s":
			if s[k-1] == '0' {
				return 0
			}
			return k
		case "m", "d", "re", "ve", "ll":
			return k
		case "t":
			if k-1 > i && s[k-1]|0x20 == 'n' {
				return k - 1
			}
		}
		return 0
	}
	return 0
}
