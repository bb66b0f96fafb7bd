package own

import (
	"slices"
	"strings"

	"annals/kb"
)

// aliases are the forms under which a name is looked up: as it is written and,
// of a person's full name, the short form that reports use afterwards.
func (t *Table) aliases(x *Row, name string, first bool) []kb.Alias {
	folded := kb.FoldKey(name)
	h := kb.Hit{Kind: kb.Variant, Common: t.common(folded)}
	if first {
		h.Kind = kb.Common
	}
	if acronym(name) {
		h.Kind, h.UpperOnly, h.Common = kb.Acronym, true, false
	}
	out := []kb.Alias{{Folded: folded, Hit: h}}
	if x.Kind != kb.Person {
		return out
	}
	for _, s := range t.short(strings.Fields(folded), x.Country) {
		out = append(out, kb.Alias{Folded: s, Hit: kb.Hit{Kind: kb.Surname, Common: t.common(s)}})
	}
	return out
}

// common reports whether a single word needs support before it may be a name:
// it is a given name or, as the base has it, a word of the language.
func (t *Table) common(folded string) bool {
	if strings.Contains(folded, " ") {
		return false
	}
	if _, given := t.base.GivenName(folded); given {
		return true
	}
	return slices.ContainsFunc(t.base.Lookup(folded), func(h kb.Hit) bool { return h.Common })
}

// acronym reports whether a name is written in capitals and digits and short.
func acronym(s string) bool {
	const most = 12
	upper := 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			upper++
		case r >= '0' && r <= '9', r == '.', r == '-':
		default:
			return false
		}
	}
	return upper >= 2 && len(s) <= most
}

// particles belong to the surname behind them.
var particles = strings.Fields("van von der den de da do dos das di del della la le du des ter ten zu af bin ibn bint ben ould al el ul ad as ash an ar abu san mac")

// short gives the words by which a person is called after the first mention,
// by the custom of the country.
func (t *Table) short(w []string, country string) []string {
	n := len(w)
	if n < 2 {
		return nil
	}
	surname := func(s string) bool { _, ok := t.base.Surname(s); return ok }
	last := w[n-1]
	switch country {
	case "CHN", "TWN", "HKG", "SGP", "KOR", "PRK":
		if surname(w[0]) {
			return []string{w[0]}
		}
	case "VNM":
		return []string{last}
	case "MMR":
		return nil
	case "ETH", "ERI":
		return []string{w[0]}
	case "ISL", "IDN", "MYS", "THA":
		return []string{w[0], last}
	}
	i := n - 1
	for i > 1 && slices.Contains(particles, w[i-1]) {
		i--
	}
	out := []string{last}
	if i < n-1 {
		out = append(out, strings.Join(w[i:], " "))
	}
	if _, given := t.base.GivenName(w[max(i-1, 0)]); i > 1 && !given && surname(w[i-1]) && surname(last) {
		out = append(out, w[i-1]+" "+last) // two surnames, the first of which is used alone too
		switch country {
		case "ESP", "MEX", "ARG", "COL", "PER", "VEN", "CHL", "ECU", "GTM", "CUB", "BOL", "DOM", "HND", "PRY", "SLV", "NIC", "CRI", "PAN", "URY", "GNQ":
			out = append(out, w[i-1])
		}
	}
	return out
}
