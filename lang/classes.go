package lang

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"annals/table"
)

// Classes are named sets of lemmas: classes.tsv.
type Classes struct {
	sets  map[string]map[string]bool
	any   map[string]bool // all words of all classes
	names []string
}

// LoadClasses reads classes.tsv of a language folder.
func LoadClasses(fsys fs.FS) (*Classes, []table.Problem, error) {
	src, err := fs.ReadFile(fsys, "classes.tsv")
	if err != nil {
		return nil, nil, fmt.Errorf("classes: %w", err)
	}
	c, problems := ParseClasses("classes.tsv", src)
	return c, problems, nil
}

// ParseClasses reads a class table: class, part of speech, lemmas.
func ParseClasses(name string, src []byte) (*Classes, []table.Problem) {
	t, problems := table.Parse(name, src)
	c := &Classes{sets: map[string]map[string]bool{}, any: map[string]bool{}}
	for _, r := range t.Rows {
		class, words := r.Get(0), strings.Fields(r.Get(2))
		if len(words) == 0 {
			problems = append(problems, t.Fault(r, 2, "", "class %q has no words", class))
			continue
		}
		if c.sets[class] == nil {
			c.sets[class] = map[string]bool{}
			c.names = append(c.names, class)
		}
		for _, w := range words {
			w = strings.ReplaceAll(w, "_", " ")
			c.sets[class][w] = true
			c.any[w] = true
		}
	}
	sort.Strings(c.names)
	return c, problems
}

// Has reports whether the lemma belongs to the class.
func (c *Classes) Has(class, lemma string) bool { return c.sets[class][lemma] }

// Member reports whether the lemma belongs to any class.
func (c *Classes) Member(lemma string) bool { return c.any[lemma] }

// Known reports whether there is such a class.
func (c *Classes) Known(class string) bool { return c.sets[class] != nil }

// Names lists the classes in order.
func (c *Classes) Names() []string { return c.names }

// Words lists the lemmas of a class in order.
func (c *Classes) Words(class string) []string {
	out := make([]string, 0, len(c.sets[class]))
	for w := range c.sets[class] {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}
