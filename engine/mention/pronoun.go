package mention

import (
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// pronoun makes the mention of a pronoun of the table.
func (f *finder) pronoun(a, b, h int32) {
	p, ok := f.lex.pronouns[strings.ToLower(f.form(h))]
	if !ok || f.tok(h).Rel == "expl" || f.tok(h).Rel == "det" || f.tok(h).Rel == "cc:preconj" || f.tok(h).Rel == "det:predet" {
		return
	}
	m := f.blank(h, h+1, h)
	m.Full = m.Span
	m.Form, m.Via = doc.Pronominal, string(record.ViaPronoun)
	m.Person, m.Plural, m.Gender = p.person, p.plural, p.gender
	if p.use == 't' {
		m.Noun = "set"
	}
	if p.gender == 'm' || p.gender == 'f' || p.person < 3 && !p.plural {
		m.Kind = doc.Person
	}
	f.add(m)
}
