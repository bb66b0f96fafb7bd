package match

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"annals/table"
)

// findReader reads the clauses of a find.
type findReader struct {
	scanner
	tok      token
	problems []table.Problem
}

func (r *findReader) advance() { r.tok = r.next() }

func (r *findReader) fail(off int, hint, format string, args ...any) {
	r.problems = append(r.problems, fault(r.body.at(off), hint, format, args...))
}

func (rule *Rule) readFind(body text) []table.Problem {
	r := findReader{scanner: scanner{body: body}}
	f := find{pos: body.at(0)}
	r.advance()
	for {
		c := r.clause()
		if len(r.problems) > 0 {
			return r.problems
		}
		f.clauses = append(f.clauses, c)
		if r.tok.sort == endToken {
			break
		}
		r.advance() // the comma
	}
	if first := f.clauses[0]; first.mode != must {
		return []table.Problem{fault(first.pos, "begin with the clause of the anchor", "the first clause of a find may not be no or opt")}
	}
	rule.finds = append(rule.finds, f)
	return nil
}

// clause reads up to a comma or the end.
func (r *findReader) clause() clause {
	c := clause{pos: r.body.at(r.tok.off)}
	start := r.tok.off
	if r.tok.sort == nameToken {
		switch r.tok.text {
		case "no":
			c.mode = mustNot
			r.advance()
		case "opt":
			c.mode = mayBe
			r.advance()
		}
	}
	c.nodes = append(c.nodes, r.node())
	for len(r.problems) == 0 && r.tok.sort == edgeToken {
		c.edges = append(c.edges, r.edge())
		if t := r.tok.sort; t == nameToken || t == openToken {
			c.nodes = append(c.nodes, r.node())
		} else {
			c.nodes = append(c.nodes, node{pos: r.body.at(r.tok.off)}) // any word
		}
	}
	if len(r.problems) > 0 {
		return c
	}
	switch r.tok.sort {
	case endToken, commaToken:
	case nameToken, openToken:
		r.fail(r.tok.off, "write the relation close to its mark, as in h >obj p; divide clauses by commas", "no edge stands before %s", r.tok.name())
	default:
		r.fail(r.tok.off, "edges begin with > < or .", "expected an edge or a comma but found %s", r.tok.name())
	}
	if len(c.nodes) == 1 && c.mode != must {
		r.fail(start, "write no h >obj, or put ! before a constraint", "a clause with no or opt needs an edge")
	}
	c.text = strings.Join(strings.Fields(r.body.s[start:r.tok.off]), " ")
	return c
}

func (r *findReader) node() node {
	n := node{pos: r.body.at(r.tok.off)}
	if r.tok.sort == nameToken {
		switch {
		case !isName(r.tok.text):
			r.fail(r.tok.off, "names of captures are lower-case words; constraints stand in brackets", "%q is no name of a capture", r.tok.text)
			return n
		case opensField(r.tok.text) || r.tok.text == "no" || r.tok.text == "opt":
			r.fail(r.tok.off, "", "a capture may not be called %q", r.tok.text)
			return n
		}
		n.name = r.tok.text
		r.advance()
		if r.tok.sort == colonToken {
			r.advance()
			if r.tok.sort != openToken {
				r.fail(r.tok.off, "write "+n.name+":[VERB]", "expected [ but found %s", r.tok.name())
				return n
			}
		} else if r.tok.sort != openToken || r.tok.gap {
			return n
		} else {
			r.fail(r.tok.off, "write "+n.name+":[VERB]", "no colon stands before [")
			return n
		}
	}
	if r.tok.sort != openToken {
		r.fail(r.tok.off, "write NAME, NAME:[constraints] or [constraints]", "expected a word of the tree but found %s", r.tok.name())
		return n
	}
	open := r.tok.off
	r.advance()
	for len(r.problems) == 0 && r.tok.sort != closeToken {
		if r.tok.sort == endToken || strings.Contains(r.body.s[open:r.tok.off], "\n") {
			r.fail(open, "", "the bracket isn't closed")
			return n
		}
		n.terms = append(n.terms, r.term())
	}
	r.advance()
	return n
}

// term reads one constraint with its alternatives.
func (r *findReader) term() term {
	var t term
	start := r.tok.off
	if r.tok.sort == notToken {
		t.not = true
		r.advance()
	}
	sticky := ""
	for {
		if r.tok.sort != nameToken && r.tok.sort != stringToken {
			hint := ""
			if r.tok.sort == notToken {
				hint = "one ! before the first alternative negates them all"
			}
			r.fail(r.tok.off, hint, "expected a constraint but found %s", r.tok.name())
			return t
		}
		var a alt
		a, sticky = r.alt(sticky)
		t.alts = append(t.alts, a)
		end := r.tok.off + len(r.tok.text)
		r.advance()
		if r.tok.sort != barToken {
			t.text = strings.Join(strings.Fields(r.body.s[start:end]), "")
			break
		}
		r.advance()
	}
	slices.SortStableFunc(t.alts, func(a, b alt) int { return int(a.kind) - int(b.kind) })
	return t
}

// constraintKeys are the words that may stand before = in a constraint.
const constraintKeys = "lemma form upos xpos rel"

// alt reads one alternative; the key of xpos=VBN holds for the bare words that follow it.
func (r *findReader) alt(sticky string) (alt, string) {
	s, off := r.tok.text, r.tok.off
	a := alt{pos: r.body.at(off)}
	if r.tok.sort == stringToken {
		a.kind, a.val = altForm, r.quoted(s, off)
		if sticky != "" {
			a = r.keyed(a, sticky, a.val, off)
		} else {
			a.val = strings.ToLower(a.val)
		}
		return a, sticky
	}
	switch s[0] {
	case '@', '#':
		a.kind, a.val = altClass, s[1:]
		if s[0] == '#' {
			a.kind = altKindOf
		}
		if a.val == "" {
			r.fail(off, "as in @speech or #person", "no name stands after %s", s)
		}
		return a, ""
	case '^', '$':
		if len(s) == 1 {
			a.kind = altFirst
			if s[0] == '$' {
				a.kind = altLast
			}
			return a, ""
		}
	}
	if i := strings.IndexByte(s, '='); i > 0 {
		key, value := s[:i], s[i+1:]
		if strings.HasPrefix(value, `"`) {
			value = r.quoted(value, off+i+1)
		} else {
			value, a.prefix = cutStar(value)
		}
		if value == "" && !a.prefix {
			r.fail(off, "", "nothing stands after %s=", key)
		}
		return r.keyed(a, key, value, off), key
	}
	if sticky != "" {
		s, a.prefix = cutStar(s)
		return r.keyed(a, sticky, s, off), sticky
	}
	upper, lower := strings.IndexFunc(s, unicode.IsUpper) >= 0, strings.IndexFunc(s, unicode.IsLower) >= 0
	switch {
	case upper && lower:
		r.fail(off, `write lemma=`+s+` or the form in quotation marks; parts of speech are all capitals, lemmas have none`,
			"%q is neither a part of speech nor a lemma", s)
	case upper:
		a.kind, a.val = altUPOS, s
	default:
		a.kind = altLemma
		s, a.prefix = cutStar(s)
		a.val = strings.ToLower(s)
	}
	return a, ""
}

func cutStar(s string) (string, bool) { return strings.CutSuffix(s, "*") }

func (r *findReader) quoted(s string, off int) string {
	v, closed := unquote(s)
	if !closed {
		r.fail(off, "", "the quotation mark isn't closed")
	} else if v == "" {
		r.fail(off, "", "nothing stands between the quotation marks")
	}
	return v
}

// keyed is the alternative key=value.
func (r *findReader) keyed(a alt, key, value string, off int) alt {
	a.val = value
	switch key {
	case "lemma":
		a.kind, a.val = altLemma, strings.ToLower(value)
	case "form":
		a.kind, a.val = altForm, strings.ToLower(value)
	case "upos":
		a.kind = altUPOS
	case "xpos":
		a.kind = altXPOS
	case "rel":
		a.kind = altRel
		a.val, a.exact = strings.CutSuffix(value, "=")
	default:
		a.kind, a.key = altFeat, key
		if c := key[0]; c < 'A' || c > 'Z' {
			hint := table.DidYouMean(key, strings.Fields(constraintKeys))
			if hint == "" {
				hint = "known are " + strings.ReplaceAll(constraintKeys, " ", ", ") + " and features such as Voice=Pass"
			}
			r.fail(off, hint, "%q is no key of a constraint", key)
		}
	}
	if a.prefix && (a.kind == altUPOS || a.kind == altRel) {
		r.fail(off, "", "* has no place in %s=", key)
	}
	return a
}

// edge reads the current token as an edge.
func (r *findReader) edge() edge {
	s, off := r.tok.text, r.tok.off
	e := edge{text: s, pos: r.body.at(off)}
	at := off // where the relations begin
	cut := func(mark string, op edgeOp) bool {
		if !strings.HasPrefix(s, mark) {
			return false
		}
		e.op, s, at = op, s[len(mark):], at+len(mark)
		return true
	}
	switch {
	case cut("<.", toPrevious), cut(".", toNext):
		r.distance(&e, s, at)
		r.advance()
		return e
	case cut(">>", toBelow), cut("<<", toAbove), cut(">", toChild), cut("<", toParent):
	}
	single := e.op == toChild || e.op == toParent
	if rest, ok := strings.CutSuffix(s, "*"); ok {
		s, e.zero = rest, true
		if single {
			e.op += toBelow - toChild
		}
	}
	if cut("!", e.op) {
		e.not = true
	}
	if s == "" {
		if e.not {
			r.fail(off, "as in >!nsubj|obj", "no relation stands after !")
		}
		r.advance()
		return e
	}
	for _, name := range strings.Split(s, "|") {
		rel := relation{pos: r.body.at(at)}
		rel.name, rel.exact = strings.CutSuffix(name, "=")
		if !isRelation(rel.name) {
			r.fail(at, "as in >nsubj:pass|obj", "%q is no relation", name)
		}
		e.rels = append(e.rels, rel)
		at += len(name) + 1
	}
	r.advance()
	return e
}

// distance reads what follows the first dot of . and ..N.
func (r *findReader) distance(e *edge, s string, at int) {
	e.within = 1
	if s == "" {
		return
	}
	n, ok := strings.CutPrefix(s, ".")
	if ok && n == "" {
		e.within = 1 << 30
		return
	}
	within, err := strconv.Atoi(n)
	if !ok || err != nil || within < 1 || within > 1000 {
		r.fail(at, "write . for the next word, ..3 for the next three, .. for all that follow", "%q is no distance", e.text)
		return
	}
	e.within = int32(within)
}

func isRelation(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || i > 0 && (c == ':' || c == '_' || c == '-') {
			continue
		}
		return false
	}
	return s != ""
}
