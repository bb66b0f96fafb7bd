package match

import (
	"slices"
	"strconv"
	"strings"

	"annals/table"
)

// fieldNames are the words that a line of a rule may begin with.
const fieldNames = "rule note find give yes no"

// Parse reads a rule file. A rule with a fault of syntax is left out of the
// file; its faults are told, and the other rules are read all the same.
func Parse(file string, src []byte) (*File, []table.Problem) {
	f := &File{Name: file}
	var problems []table.Problem
	var rule *Rule
	broken := 0 // problems there were when the rule began
	end := func() {
		if rule != nil && len(problems) == broken {
			rule.bind()
			f.Rules = append(f.Rules, rule)
		}
		rule = nil
	}
	for _, p := range pieces(file, src) {
		switch p.sort {
		case brokenPiece:
			problems = append(problems, fault(p.pos, "save the file as UTF-8", "broken UTF-8"))
			continue
		case blankPiece, commentPiece:
			continue
		}
		if p.keyword == "rule" {
			end()
			broken = len(problems)
			rule = &Rule{Name: p.body.s, Pos: p.body.at(0)}
			if !isRuleName(rule.Name) {
				hint := "lower-case words joined by hyphens: rule passive-agent"
				problems = append(problems, fault(rule.Pos, hint, "%q is no name of a rule", rule.Name))
			}
			continue
		}
		if rule == nil {
			broken = len(problems)
			problems = append(problems, fault(p.pos, "begin with: rule NAME", "%q stands before the first rule", p.keyword))
			rule = &Rule{Pos: p.pos} // read what follows for its own faults
		}
		problems = append(problems, rule.read(p)...)
	}
	end()
	return f, problems
}

// read takes one field into the rule.
func (r *Rule) read(p piece) []table.Problem {
	if p.body.s == "" && p.keyword != "rule" {
		if slices.Contains(strings.Fields(fieldNames), p.keyword) {
			return []table.Problem{fault(p.pos, "", "nothing stands after %q", p.keyword)}
		}
	}
	switch p.keyword {
	case "note":
		r.Note = strings.Join(strings.Fields(r.Note+" "+p.body.s), " ")
	case "find":
		return r.readFind(p.body)
	case "give":
		return r.readGive(p.body)
	case "yes", "no":
		return r.readExample(p)
	default:
		hint := table.DidYouMean(p.keyword, strings.Fields(fieldNames))
		if hint == "" {
			hint = "a line begins with " + strings.ReplaceAll(fieldNames, " ", ", ") + "; a find or give goes on after a comma"
		}
		return []table.Problem{fault(p.pos, hint, "a line may not begin with %q", p.keyword)}
	}
	return nil
}

// bind numbers the captures and ties the values of give to them.
func (r *Rule) bind() {
	r.names = nil
	for _, f := range r.finds {
		for _, c := range f.clauses {
			if c.mode == mustNot {
				continue
			}
			for _, n := range c.nodes {
				if n.name != "" && r.index(n.name) < 0 {
					r.names = append(r.names, n.name)
				}
			}
		}
	}
	for i := range r.Gives {
		g := &r.Gives[i]
		g.Cap = -1
		if g.IsCapture {
			g.Cap = r.index(g.Value)
		}
	}
}

// index is the number of a capture, or -1.
func (r *Rule) index(name string) int {
	for i, n := range r.names {
		if n == name {
			return i
		}
	}
	return -1
}

func isRuleName(s string) bool {
	return isName(s) && !strings.Contains(s, "_") && s[len(s)-1] != '-'
}

// isName tells names of captures: a lower-case letter, then letters, digits, - and _.
func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '_' || c == '-') {
			continue
		}
		return false
	}
	return s != ""
}

// readGive reads "slot subj = a , slot obj = p".
func (r *Rule) readGive(body text) []table.Problem {
	s := scanner{body: body}
	for {
		var g Give
		t := s.next()
		g.Pos = body.at(t.off)
		for ; t.sort == nameToken; t = s.next() {
			g.Key = append(g.Key, t.text)
		}
		switch {
		case t.sort != equalToken:
			return []table.Problem{fault(body.at(t.off), `write KEY = CAPTURE or KEY = "words"`, "expected = but found %s", t.name())}
		case len(g.Key) == 0:
			return []table.Problem{fault(body.at(t.off), `write KEY = CAPTURE or KEY = "words"`, "nothing stands before =")}
		}
		t = s.next()
		g.ValuePos = body.at(t.off)
		switch {
		case t.sort == stringToken:
			value, closed := unquote(t.text)
			if !closed {
				return []table.Problem{fault(g.ValuePos, "", "the quotation mark isn't closed")}
			}
			g.Value = value
		case t.sort == nameToken && isNumber(t.text):
			g.Value = t.text
		case t.sort == nameToken && isName(t.text):
			g.Value, g.IsCapture = t.text, true
		case t.sort == nameToken:
			return []table.Problem{fault(g.ValuePos, "put a literal in quotation marks", "%q is neither a capture nor a literal", t.text)}
		default:
			return []table.Problem{fault(g.ValuePos, "", "expected a capture or a literal but found %s", t.name())}
		}
		r.Gives = append(r.Gives, g)
		switch t = s.next(); t.sort {
		case endToken:
			return nil
		case commaToken:
		default:
			return []table.Problem{fault(body.at(t.off), "divide assignments by commas", "expected a comma but found %s", t.name())}
		}
	}
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.IndexByte("+-0123456789", s[0]) >= 0
}

// readExample reads a sentence and, after two blanks or more, its captures.
func (r *Rule) readExample(p piece) []table.Problem {
	e := Example{Want: p.keyword == "yes", Anchor: -1, Pos: p.body.at(0)}
	src, end := p.body.s, sentenceEnd(p.body.s)
	var problems []table.Problem
	each(src[:end], 0, func(word string, at int) {
		if len(word) > 2 && word[0] == '[' && word[len(word)-1] == ']' {
			word = word[1 : len(word)-1]
			if e.Anchor >= 0 {
				problems = append(problems, fault(p.body.at(at), "mark the word at which the rule begins", "a second marked word, %q", word))
			}
			e.Anchor = len(e.Words)
		}
		e.Words = append(e.Words, word)
	})
	wrong := false
	each(src[end:], end, func(word string, at int) {
		pos := p.body.at(at)
		if wrong {
			return
		}
		name, form, ok := strings.Cut(word, "=")
		if !ok || !isName(name) || form == "" {
			hint := "after the sentence and two blanks write capture=word; inside the sentence one blank divides words"
			problems = append(problems, fault(pos, hint, "%q is no expected capture", word))
			wrong = true
			return
		}
		x := Expect{Name: name, Form: form, Pos: pos}
		if before, n, ok := strings.Cut(form, "#"); ok && before != "" {
			if nth, err := strconv.Atoi(n); err == nil && nth > 0 {
				x.Form, x.Nth = before, nth
			}
		}
		if !e.Want {
			problems = append(problems, fault(pos, "leave it out", "a sentence that must not match has no captures"))
		}
		e.Caps = append(e.Caps, x)
	})
	r.Examples = append(r.Examples, e)
	return problems
}

// each calls f for each word of s, which begins at byte off of a text.
func each(s string, off int, f func(word string, at int)) {
	for i := 0; i < len(s); {
		if isBlank(s[i]) {
			i++
			continue
		}
		from := i
		for i < len(s) && !isBlank(s[i]) {
			i++
		}
		f(s[from:i], off+from)
	}
}

// name is the token in an error message.
func (t token) name() string {
	if t.sort == endToken {
		return "the end of the line"
	}
	return strconv.Quote(t.text)
}
