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
					out = append(out, fault(n.pos, table.DidYouMean(n.name, known), "no clause before this one binds %s", n.name))
				}
			}
			if c.mode == mustNot {
				continue
			}
			for _, n := range c.nodes {
				if n.name != "" && !bound[n.name] {
					bound[n.name] = true
					known = append(known, n.name)
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
			hint := table.DidYouMean(g.Value, r.names)
			if hint == "" {
				hint = "a literal stands in quotation marks"
			}
			out = append(out, fault(g.ValuePos, hint, "no find binds %s", g.Value))
		}
	}
	for _, e := range r.Examples {
		for _, x := range e.Caps {
			used[x.Name]++
			if r.index(x.Name) < 0 {
				out = append(out, fault(x.Pos, table.DidYouMean(x.Name, r.names), "no find binds %s", x.Name))
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
		for i, c := range f.clauses {
			for j, n := range c.nodes {
				// The anchor needs no use, and a name in a no clause has that of being another word than the rest.
				if n.name == "" || i == 0 && j == 0 || c.mode == mustNot || count[n.name] > 1 || used[n.name] > 0 {
					continue
				}
				out = append(out, fault(n.pos, "leave the name out, or use it in give or in an example", "%s is bound but not used", n.name))
			}
		}
	}
	return out
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
		out = append(out, fault(r.Pos, "add a sentence that the rule must match", "rule %s has no yes", r.Name))
	}
	if !no {
		out = append(out, fault(r.Pos, "add a sentence close to it that the rule must not match", "rule %s has no no", r.Name))
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
			out = append(out, fault(g.Pos, table.DidYouMean(g.Path(), s.Gives), "unknown key of give: %s", g.Path()))
		}
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
