package segment

import "strings"

// address finds where an address of the web or of mail that begins at i ends,
// or 0 where none begins.
func address(s string, i, end int) int {
	t := s[i:end]
	if !strings.ContainsAny(t, ".@:") {
		return 0
	}
	head := t
	if len(head) > 12 {
		head = head[:12]
	}
	switch {
	case strings.Contains(head, "://"), foldPrefix(t, "www."), foldPrefix(t, "mailto:"), foldPrefix(t, "doi:10"):
		return i + bare(t)
	}
	if at := strings.IndexByte(t, '@'); at > 0 && at <= 64 {
		n := bare(t)
		if at < n && strings.IndexByte(t[at:n], '.') > 0 && plainName(t[:at]) {
			return i + n
		}
	}
	if n := domain(t); n > 0 {
		return i + n
	}
	return 0
}

func foldPrefix(s, p string) bool { return len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) }

// bare is the length of an address without the punctuation that follows it.
func bare(t string) int {
	if k := strings.IndexAny(t, "<>\"“”»"); k >= 0 {
		t = t[:k]
	}
	extra := strings.Count(t, ")") - strings.Count(t, "(") // brackets that close nothing
	for t != "" {
		switch c := t[len(t)-1]; c {
		case '.', ',', ';', ':', '!', '?', '\'', ']', '}':
			t = t[:len(t)-1]
			continue
		case ')':
			if extra > 0 {
				extra--
				t = t[:len(t)-1]
				continue
			}
		}
		if strings.HasSuffix(t, "’") || strings.HasSuffix(t, "…") {
			t = t[:len(t)-3]
			continue
		}
		break
	}
	return len(t)
}

// plainName reports whether the part of a mail address before the @ is one.
func plainName(s string) bool {
	for k := 0; k < len(s); k++ {
		c := s[k]
		if c <= ' ' || strings.IndexByte("()<>[]\\,;:\"/", c) >= 0 {
			return false
		}
	}
	return true
}

// domain is the length of a site or file name such as annals.example.org/a or
// report.pdf at the head of t, or 0.
func domain(t string) int {
	k, stop := 0, -1
	for k < len(t) {
		c := t[k]
		if (c|0x20) >= 'a' && (c|0x20) <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' {
			k++
			continue
		}
		if c == '.' && k > 0 && k+1 < len(t) && ((t[k+1]|0x20) >= 'a' && (t[k+1]|0x20) <= 'z' || t[k+1] >= '0' && t[k+1] <= '9') {
			stop = k
			k++
			continue
		}
		break
	}
	if stop < 1 {
		return 0
	}
	var buf [24]byte
	switch string(lower(&buf, t[stop+1:k])) {
	default:
		if !ending(t[stop+1:k]) && !newsgroup(t[:k]) {
			return 0
		}
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "uk", "ru", "de", "fr", "cn", "eu", "jp", "ca", "au", "tv", "io", "ir", "tr", "biz":
	}
	if strings.IndexByte(t[:stop], '.') < 0 && stop < 2 {
		return 0 // "U.de"
	}
	if k < len(t) && t[k] == '/' {
		return bare(t)
	}
	return k
}

// ending reports whether a word is the ending of names of files.
func ending(s string) bool {
	var buf [24]byte
	switch string(lower(&buf, s)) {
	case "doc", "docx", "xls", "xlsx", "pdf", "txt", "htm", "html", "jpg", "png", "zip", "exe", "ppt", "asp":
		return true
	}
	return false
}

// newsgroup reports whether a word is at least three words in small letters with stops between them, as groups of the
// network and parts of programs are named: "talk.norvia.politics".
func newsgroup(s string) bool {
	parts, letters := 1, 0
	for k := 0; k < len(s); k++ {
		switch c := s[k]; {
		case c >= 'a' && c <= 'z', c == '-' && letters > 0:
			letters++
		case c == '.' && letters > 1:
			parts++
			letters = 0
		default:
			return false
		}
	}
	return parts > 2 && letters > 1
}
