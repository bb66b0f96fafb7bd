package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Case operations of lemma rules, in the order in which they are tried.
const (
	caseLower = iota
	caseKeep
	caseTitle
	caseUpper
	caseOps
)

// A rule turns a form into a lemma: change the case, cut characters off the end, add others.
type rule struct {
	op, cut int
	add     string
}

func setCase(op int, form string) string {
	switch op {
	case caseLower:
		return strings.ToLower(form)
	case caseUpper:
		return strings.ToUpper(form)
	case caseTitle:
		lower := strings.ToLower(form)
		r, n := utf8.DecodeRuneInString(lower)
		return string(unicode.ToTitle(r)) + lower[n:]
	}
	return form
}

// LemmaRule gives the rule that makes lemma of form: the one that cuts and adds fewest characters; among equals the
// first of lower case, case kept, title case, upper case. Rules are strings so that a model can list them.
func LemmaRule(form, lemma string) string {
	var best string
	cost := -1
	for op := 0; op < caseOps; op++ {
		base, want := []rune(setCase(op, form)), []rune(lemma)
		n := 0
		for n < len(base) && n < len(want) && base[n] == want[n] {
			n++
		}
		c := len(base) - n + len(want) - n
		if cost < 0 || c < cost {
			best, cost = fmt.Sprintf("%d %d %s", op, len(base)-n, string(want[n:])), c
		}
	}
	return best
}

func parseRule(s string) (rule, error) {
	parts := strings.SplitN(s, " ", 3)
	if len(parts) != 3 {
		return rule{}, fmt.Errorf("lemma rule %q has not three parts", s)
	}
	op, err1 := strconv.Atoi(parts[0])
	cut, err2 := strconv.Atoi(parts[1])
	if err1 != nil || err2 != nil || op < 0 || op >= caseOps || cut < 0 {
		return rule{}, fmt.Errorf("lemma rule %q has bad numbers", s)
	}
	return rule{op: op, cut: cut, add: parts[2]}, nil
}

// apply gives the lemma of form; a form too short for the rule keeps its letters.
func (r rule) apply(form string) string {
	base := setCase(r.op, form)
	end := len(base)
	for i := 0; i < r.cut; i++ {
		if end == 0 {
			return base
		}
		_, n := utf8.DecodeLastRuneInString(base[:end])
		end -= n
	}
	if end == 0 && r.add == "" {
		return base
	}
	if r.add == "" {
		return base[:end]
	}
	return base[:end] + r.add
}
