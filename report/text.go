package report

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxTitle is the length in code points beyond which a first line is no headline.
const maxTitle = 150

// text reads a plain text file: one report.
func (rd *reader) text(src *source) bool {
	data, tooLong, err := src.readWhole(4 * rd.lim.ReportRunes)
	if tooLong {
		return rd.bad(&BadInput{File: src.name, Reason: "a text of more than " + thousands(rd.lim.ReportRunes) + " characters",
			Hint: "Raise the limit with --max-report, or divide it", Raw: data})
	}
	if err != nil {
		return rd.bad(&BadInput{File: src.name, Reason: plainReason(err), Raw: data})
	}
	if bytes.IndexByte(data, 0) >= 0 && src.charset == "" {
		return rd.bad(&BadInput{File: src.name, Reason: "not text: it has zero bytes", Hint: saveAsText, Raw: data})
	}
	utf, _, guess := toUTF8(data, src.charset)
	r := &Report{Origin: src.origin(1, 0), Guess: guess}
	r.Title, r.Body = splitTitle(string(utf))
	return rd.emit(r, data)
}

// splitTitle finds the headline of a plain text by the rule in the package comment.
func splitTitle(s string) (title, body string) {
	s = strings.TrimRight(strings.TrimLeft(s, "\r\n"), " \t\r\n")
	first, rest, found := strings.Cut(s, "\n")
	if !found {
		return "", s
	}
	second, below, _ := strings.Cut(rest, "\n")
	if strings.TrimSpace(second) != "" {
		return "", s
	}
	first = strings.TrimSpace(first)
	below = strings.TrimLeft(below, "\r\n")
	switch {
	case first == "", utf8.RuneCountInString(first) > maxTitle, len(below) <= len(first):
		return "", s
	case strings.HasSuffix(first, "..."), strings.HasSuffix(first, "…"):
	case strings.ContainsAny(first[len(first)-1:], ".,;:"):
		return "", s
	}
	return first, below
}
