package match

import (
	"slices"
	"strings"

	"annals/table"
)

// Schema is what is known outside the rules. A list that is nil isn't checked,
// but for UPOS and Rels, where nil stands for Universal Dependencies' own: the
// 17 tags, and the 37 relations with any subtype.
type Schema struct {
	Classes []string // @name
	Kinds   []string // #name
	UPOS    []string
	Rels    []string
	Gives   []string // keys such as "slot subj"; a word * stands for any one word
}

// Check finds faults of meaning: names that nobody knows or uses, and rules
// without find, without examples or with another rule's name.
func (f *File) Check(s Schema) []table.Problem {
	var out []table.Problem
	first := map[string]*Rule{}
	for _, r := range f.Rules {
		if other := first[r.Name]; other != nil {
			out = append(out, fault(r.Pos, "give it a name of its own", "a rule called %s stands in line %d already", r.Name, other.Pos.Line))
		} else {
			first[r.Name] = r
		}
		out = append(out, r.checkNames()...)
		out = append(out, r.checkUse()...)
		out = append(out, r.checkExamples()...)
		out = append(out, s.check(r)...)
	}
	slices.SortStableFunc(out, func(a, b table.Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	return out
}

// checkNames finds what keeps a rule from being run.
func (r *Rule) checkNames() []table.Problem {
	var out []table.Problem
	if len(r.finds) == 0 {
		out = append(out, fault(r.Pos, "", "rule %s has no find", r.Name))
	}
	for _, f := range r.finds {
		bound := map[string]bool{}
		var known []string
		for i, c := range f.clauses {
			if n := c.nodes[0]; i > 0 && !bound[n.name] {
				if n.name == "" {
					out = append(out, fault(n.pos, "begin a further clause with a name of a clause before", "the clause hangs in the air"))
				} else {
					out = append(out, fault(n.pos, listed("bound before it", known), "no clause before this one binds %s", n.name))
				}
			}
			for _, n := range bindable(c) {
				if !bound[n] {
					bound[n] = true
					known = append(known, n)
				}
			}
		}
	}
	return out
}

// checkUse finds captures that are given or expected but not bound, and those
// that are bound but not used.
func (r *Rule) checkUse() []table.Problem {
	var out []table.Problem
	used := map[string]int{}
	for _, g := range r.Gives {
		if !g.IsCapture {
			continue
		}
		used[g.Value]++
		if g.Cap < 0 {
			hint := listed("bound", r.names) + "; a literal stands in quotation marks"
			out = append(out, fault(g.ValuePos, hint, "no find binds %s", g.Value))
		}
	}
	for _, e := range r.Examples {
		for _, x := range e.Caps {
			used[x.Name]++
			if r.index(x.Name) < 0 {
				out = append(out, fault(x.Pos, listed("bound", r.names), "no find binds %s", x.Name))
			}
		}
	}
	for _, f := range r.finds {
		count := map[string]int{}
		for _, c := range f.clauses {
			for _, n := range c.nodes {
				count[n.name]++
			}
		}
		bound := map[string]bool{}
		for i, c := range f.clauses {
			for j, n := range c.nodes {
				if n.name == "" || j == 0 || c.mode == mustNot && !bound[n.name] && count[n.name] == 1 {
					continue // a name in a no clause has the use of being another word than the rest
				}
				if c.mode == mustNot && !bound[n.name] && slices.Contains(later(f.clauses[i:]), n.name) {
					out = append(out, fault(n.pos, "put the clause with no behind it", "%s is bound only after this clause", n.name))
				}
				if c.mode == mustNot || count[n.name] > 1 || used[n.name] > 0 {
					continue
				}
				out = append(out, fault(n.pos, "leave the name out, or use it in give or in an example", "%s is bound but not used", n.name))
			}
			for _, n := range bindable(c) {
				bound[n] = true
			}
		}
	}
	return out
}

// bindable is the names that a clause may bind.
func bindable(c clause) []string {
	var out []string
	for _, n := range c.nodes {
		if n.name != "" && c.mode != mustNot {
			out = append(out, n.name)
		}
	}
	return out
}

// later is the names that some clauses may bind.
func later(clauses []clause) []string {
	var out []string
	for _, c := range clauses {
		out = append(out, bindable(c)...)
	}
	return out
}

// listed is a hint that lists names.
func listed(what string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return what + ": " + strings.Join(names, ", ")
}

func (r *Rule) checkExamples() []table.Problem {
	var out []table.Problem
	yes, no := false, false
	for _, e := range r.Examples {
		yes, no = yes || e.Want, no || !e.Want
		for _, x := range e.Caps {
			count := 0
			for _, w := range e.Words {
				if w == x.Form {
					count++
				}
			}
			if x.Form != "-" && (count == 0 || x.Nth > count) {
				hint := table.DidYouMean(x.Form, e.Words)
				out = append(out, fault(x.Pos, hint, "the sentence has no such word: %s", x.Name+"="+x.form()))
			}
		}
	}
	if !yes {
		out = append(out, fault(r.Pos, "add a sentence that the rule must match", `rule %s has no "yes" sentence`, r.Name))
	}
	if !no {
		out = append(out, fault(r.Pos, "add a sentence close to it that the rule must not match", `rule %s has no "no" sentence`, r.Name))
	}
	return out
}

// check asks the schema for each name that a rule mentions.
func (s Schema) check(r *Rule) []table.Problem {
	var out []table.Problem
	ask := func(pos table.Pos, what, name string, known []string) {
		if known != nil && !slices.Contains(known, name) {
			out = append(out, fault(pos, table.DidYouMean(name, known), "unknown %s %s", what, name))
		}
	}
	upos := s.UPOS
	if upos == nil {
		upos = strings.Fields(universalTags)
	}
	rel := func(pos table.Pos, name string) {
		if s.Rels != nil {
			ask(pos, "relation", name, s.Rels)
			return
		}
		base, _, _ := strings.Cut(name, ":")
		ask(pos, "relation", base, strings.Fields(universalRelations))
	}
	for _, f := range r.finds {
		for _, c := range f.clauses {
			for _, e := range c.edges {
				for _, x := range e.rels {
					rel(x.pos, x.name)
				}
			}
			for _, n := range c.nodes {
				for _, t := range n.terms {
					for _, a := range t.alts {
						switch a.kind {
						case altUPOS:
							ask(a.pos, "part of speech", a.val, upos)
						case altClass:
							ask(a.pos, "class", a.val, s.Classes)
						case altKindOf:
							ask(a.pos, "kind of name", a.val, s.Kinds)
						case altRel:
							rel(a.pos, a.val)
						}
					}
				}
			}
		}
	}
	for _, g := range r.Gives {
		if s.Gives != nil && !slices.ContainsFunc(s.Gives, func(k string) bool { return keyFits(g.Key, strings.Fields(k)) }) {
			out = append(out, fault(g.Pos, table.DidYouMean(g.Path(), filled(s.Gives, g.Key)), "unknown key of give: %s", g.Path()))
		}
	}
	return out
}

// filled is the known keys with the words of a key in the place of *.
func filled(known []string, key []string) []string {
	var out []string
	for _, k := range known {
		words := strings.Fields(k)
		for i := range words {
			if words[i] == "*" && i < len(key) {
				words[i] = key[i]
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func keyFits(key, pattern []string) bool {
	return slices.EqualFunc(key, pattern, func(k, p string) bool { return p == "*" || k == p })
}

// The tags and relations of Universal Dependencies, version 2.
const (
	universalTags      = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
	universalRelations = "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse " +
		"dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
)
