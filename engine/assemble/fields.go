package assemble

import (
	"slices"
	"strings"

	"annals/engine/frame"
	"annals/ontology"
	"annals/record"
)

// contextWords turns the classes "context-…" into a look-up from word to contexts.
func contextWords(c *frame.Classes, onto *ontology.Ontology) map[string][]string {
	out := map[string][]string{}
	for _, class := range c.Names() {
		name, ok := strings.CutPrefix(class, "context-")
		if !ok || !onto.HasContext(name) {
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
