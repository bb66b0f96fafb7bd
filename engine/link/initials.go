package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// strangeInitials reports whether a candidate is a party or force of which only
// the initials stand here, and nothing in the report is about its state: such
// initials have owners all over the world, and are more often those of a
// university, an office or a part of a country ("N.D.") that no table has.
func (l *linker) strangeInitials(m *doc.Mention, c *candidate) bool {
	if c.Kind != kb.Party && c.Kind != kb.Force || international(c.Country) || m.Last-m.First != 1 || m.Country == c.Country {
		return false
	}
	if c.hit.Kind != kb.Acronym && !initials(l.d.Word(m.Span)) {
		return false
	}
	if c.Kind == kb.Force && len(l.hits) == 1 {
		return false // of its initials there is but one: "FBI"
	}
	return l.weightOf(c.Country) == 0 && !l.named(c.ID)
}

// initials reports whether a word is capitals and full stops alone: "N.C.", "LSU".
func initials(word string) bool {
	if len(word) > 6 {
		return false
	}
	for i := 0; i < len(word); i++ {
		if word[i] != '.' && (word[i] < 'A' || word[i] > 'Z') {
			return false
		}
	}
	return true
}

// bareFirm looks a name up without the words for the legal form of a firm at its
// end, where the whole name has no entry, and reports whether that found one.
func (l *linker) bareFirm() bool {
	name := string(l.buf)
	for {
		i := strings.LastIndexByte(name, ' ')
		if i < 0 || !l.lex.Is("legal-form", name[i+1:]) {
			break
		}
		name = name[:i]
	}
	if len(name) == len(l.buf) || len(name) < 4 {
		return false
	}
	l.buf = append(l.buf[:0], name...)
	l.hits = l.base.AppendLookupBytes(l.hits[:0], l.buf)
	return len(l.hits) > 0
}
