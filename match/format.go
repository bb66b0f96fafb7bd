package match

import (
	"strings"
	"unicode/utf8"
)

// maxSentence is the widest sentence after which Format aligns the captures of
// examples, so that one long sentence doesn't push the others' off the screen.
const maxSentence = 64

// Format lays a rule file out: fields indented by two blanks and their text
// aligned, one blank between the words of a clause, a blank line before each
// rule. Comments, the breaks of long lines and the order of fields are kept,
// and so is what it cannot read. It is idempotent.
func Format(src []byte) []byte {
	items := pieces("", src)
	var out strings.Builder
	inRule, blank := false, true // blank: the last line written is blank, or none is written
	gap := func() {
		if !blank {
			out.WriteByte('\n')
			blank = true
		}
	}
	pending := false
	for i := 0; i < len(items); i++ {
		p := items[i]
		if p.sort == blankPiece {
			pending = true
			continue
		}
		opens := beforeRule(items, i) && (i == 0 || items[i-1].sort != commentPiece)
		if pending || opens {
			gap()
		}
		pending, blank = false, false
		switch {
		case p.sort == commentPiece:
			if inRule && !outsideRule(items, i) {
				out.WriteString("  ")
			}
			out.WriteString(p.raw + "\n")
		case p.sort == brokenPiece:
			out.WriteString(p.raw + "\n")
		case p.keyword == "rule":
			inRule = true
			out.WriteString(strings.TrimRight("rule "+p.body.s, " ") + "\n")
		case p.keyword == "yes" || p.keyword == "no":
			last := i
			for last+1 < len(items) && items[last+1].sort == fieldPiece && (items[last+1].keyword == "yes" || items[last+1].keyword == "no") {
				last++
			}
			writeExamples(&out, items[i:last+1])
			i = last
		case p.keyword == "find" || p.keyword == "give":
			writeBody(&out, p)
		case p.keyword == "note":
			writeField(&out, "note", strings.Join(strings.Fields(p.body.s), " "))
		default:
			out.WriteString("  " + p.raw + "\n")
		}
	}
	return []byte(out.String())
}

// beforeRule reports whether item i is a rule line or one of the comments that
// stand right before it.
func beforeRule(items []piece, i int) bool {
	for ; i < len(items); i++ {
		switch {
		case items[i].sort == commentPiece:
		case items[i].sort == fieldPiece:
			return items[i].keyword == "rule"
		default:
			return false
		}
	}
	return false
}

// outsideRule reports whether a comment belongs to no rule's inside: what
// follows it is a rule or the end of the file.
func outsideRule(items []piece, i int) bool {
	for ; i < len(items); i++ {
		if items[i].sort == fieldPiece || items[i].sort == brokenPiece {
			return items[i].keyword == "rule"
		}
	}
	return true
}

func writeField(out *strings.Builder, keyword, body string) {
	out.WriteString("  " + keyword)
	if body != "" {
		out.WriteString(strings.Repeat(" ", 6-len(keyword)) + body)
	}
	out.WriteByte('\n')
}

// writeBody writes a find or give, each of its lines on one of its own.
func writeBody(out *strings.Builder, p piece) {
	first := true
	for _, seg := range p.body.lines {
		for _, c := range strings.Split(strings.TrimSuffix(seg.note, "\n"), "\n") {
			if c != "" {
				out.WriteString("        " + c + "\n")
			}
		}
		line := p.body.s[seg.off:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		line = layOut(line)
		if first {
			writeField(out, p.keyword, line)
		} else {
			out.WriteString("        " + line + "\n")
		}
		first = false
	}
}

// layOut writes the tokens of one line of a find or give with one blank
// between them. A line that holds something strange is kept as it is.
func layOut(line string) string {
	s := scanner{body: text{s: line}}
	var out strings.Builder
	var before token
	for t := s.next(); t.sort != endToken; t = s.next() {
		if t.sort == strangeToken || t.sort == stringToken && !isClosed(t.text) || strings.Contains(t.text, `="`) && !isClosed(t.text[strings.Index(t.text, `="`)+1:]) {
			return line
		}
		inside := s.inside && t.sort != openToken || t.sort == closeToken
		tight := out.Len() == 0 || t.sort == commaToken ||
			inside && (t.sort == closeToken || t.sort == barToken || before.sort == openToken || before.sort == barToken || before.sort == notToken) ||
			(t.sort == colonToken || t.sort == openToken && before.sort == colonToken) && !t.gap
		if !tight {
			out.WriteByte(' ')
		}
		out.WriteString(t.text)
		before = t
	}
	if s.inside {
		return line
	}
	return out.String()
}

func isClosed(s string) bool {
	_, closed := unquote(s)
	return closed
}

// writeExamples aligns the captures of neighbouring examples.
func writeExamples(out *strings.Builder, items []piece) {
	type row struct{ keyword, sentence, caps string }
	var rows []row
	width := 0
	for _, p := range items {
		s := p.body.s
		end := sentenceEnd(s)
		r := row{p.keyword, strings.Join(strings.Fields(s[:end]), " "), strings.Join(strings.Fields(s[end:]), " ")}
		if n := utf8.RuneCountInString(r.sentence); r.caps != "" && n <= maxSentence {
			width = max(width, n)
		}
		rows = append(rows, r)
	}
	for _, r := range rows {
		body := r.sentence
		if r.caps != "" {
			body += strings.Repeat(" ", max(0, width-utf8.RuneCountInString(r.sentence))+3) + r.caps
		}
		writeField(out, r.keyword, body)
	}
}

// sentenceEnd is where the sentence of an example ends: at two blanks or a tab.
func sentenceEnd(s string) int {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\t' || isBlank(s[i]) && isBlank(s[i+1]) {
			return i
		}
	}
	return len(s)
}
