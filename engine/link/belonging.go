package link

import (
	"strings"

	"annals/engine/doc"
)

// belonging names people who are told by what they belong to with it: "member" alone
// names nobody, "member of the Norvian parliament" does.
func (l *linker) belonging(m *doc.Mention) {
	if m.Form != doc.Nominal || m.Kind != doc.Person && m.Kind != doc.Group || m.Entity != 0 || m.Antecedent >= 0 || m.Of < 0 || m.Name != l.d.Word(m.Span) {
		return
	}
	o := &l.d.Mentions[m.Of]
	if o.Sent != m.Sent || o.Start < m.End || o.Form == doc.Pronominal || l.d.Tokens[o.Head].Head != m.Head || !l.d.HasRel(o.Head, "nmod") {
		return
	}
	if c := l.d.Child(o.Head, "case"); c < 0 || c != m.Last || l.d.Form(c) != "of" && l.d.Form(c) != "for" {
		return
	}
	if r := l.roleOf(m); r == nil || !r.Takes {
		return
	}
	m.Name = strings.Join(strings.Fields(l.d.Word(m.Span.Join(o.Span))), " ")
}
