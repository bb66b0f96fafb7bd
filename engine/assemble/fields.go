package assemble

import (
	"slices"
	"strings"

	"annals/lang"
	"annals/record"
)

// wordsOf turns the classes whose names begin with prefix into a look-up from word to
// the rests of their names, of those rests that known lets through.
func wordsOf(c *lang.Classes, prefix string, known func(string) bool) map[string][]string {
	out := map[string][]string{}
	for _, class := range c.Names() {
		name, ok := strings.CutPrefix(class, prefix)
		if !ok || !known(name) {
			continue
		}
		for _, w := range c.Words(class) {
			out[w] = append(out[w], name)
		}
	}
	return out
}

// contexts lists the PLOVER contexts of a draft with the first words they stand
// on, from the sentence of its first trigger, in text order.
func (m *maker) contexts(w *draft) []record.Context {
	s := &m.d.Sentences[m.d.Tokens[m.d.Frames[w.frames[0]].Head].Sent]
	var out []record.Context
	for t := s.First; t < s.Last; t++ {
		for _, name := range m.fields[m.d.Tokens[t].Lemma] {
			if !slices.ContainsFunc(out, func(c record.Context) bool { return c.Name == name }) {
				out = append(out, record.Context{Name: name, Span: m.pts.span(m.d.Tokens[t].Span)})
			}
		}
	}
	return out
}
