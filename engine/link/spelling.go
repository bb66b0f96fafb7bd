package link

import (
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// spelling links a name that no alias spells to the holder of the office told
// beside it, where the family names differ by no more than a transliteration
// does: "Foreign Minister Lavrow".
func (l *linker) spelling(m *doc.Mention) {
	e, o, ok := Holder(l.base, m.Class, m.Country, l.day)
	if !ok {
		return
	}
	a, b := familyName(l.d.Word(m.Span)), familyName(e.Name)
	if len(a) < 4 || len(b) < 4 || a[0] != b[0] || distance(a, b) > 1+min(len(a), len(b))/6 {
		return
	}
	m.Why = append(m.Why, "another spelling of "+e.Name+", who held the office on that day ("+o.Title+")")
	m.Entity, m.ID, m.Name = uint32(e.ID), e.QID, e.Name
	if e.Gender != 0 {
		m.Gender = e.Gender
	}
}

func familyName(s string) string {
	s = kb.Fold(s)
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// distance is the edit distance of two short words.
func distance(a, b string) int {
	var row [64]int
	if len(b) >= len(row) {
		return len(row)
	}
	for j := 0; j <= len(b); j++ {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			next := min(row[j]+1, row[j-1]+1, diagonal+1)
			if a[i-1] == b[j-1] {
				next = min(next, diagonal)
			}
			diagonal, row[j] = row[j], next
		}
	}
	return row[len(b)]
}
