package annals

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"annals/engine/doc"
	"annals/engine/frame"
	"annals/engine/parse"
	"annals/engine/syntax"
	"annals/match"
	"annals/report"
	"annals/table"
)

// trialDay is the day on which the sentences of examples count as published.
const trialDay = "2024-03-01"

// Try runs the examples that stand in a file of the language (a lexicon table, or
// a rule file; the name is relative to the folder of the language) and reports
// those that do not hold; n counts all that were run. The sentences of a lexicon
// go through the whole engine, those of rules through the parser and the rule.
func (c *Coder) Try(ctx context.Context, file string) (faults []table.Problem, n int, err error) {
	if strings.HasSuffix(file, ".rules") {
		return c.tryRules(file)
	}
	lex := c.frames.Lexicon()
	for _, x := range lex.Examples {
		if x.Pos.File != file {
			continue
		}
		n++
		fault, err := c.tryExample(ctx, lex, x)
		if err != nil {
			return faults, n, err
		}
		if fault != "" {
			faults = append(faults, table.Problem{Pos: x.Pos, Msg: fault, Hint: "annals why shows how the sentence is read"})
		}
	}
	return faults, n, nil
}

// tryExample says what is wrong with a yes or no line of the lexicon: a yes sentence
// must give the frame of the sense it stands under, with the roles told; a no
// sentence must not.
func (c *Coder) tryExample(ctx context.Context, lex *frame.Lexicon, x frame.Example) (string, error) {
	r, err := c.Read(ctx, &report.Report{ID: "example", Body: x.Text, Published: trialDay})
	if err != nil {
		return "", err
	}
	want := lex.Entries[x.Entry].Frame.Name
	found, told := false, ""
	for i := range r.Document.Frames {
		fr := &r.Document.Frames[i]
		if fr.Name != want || r.Trace.Dropped[i] != "" {
			continue
		}
		if missing := missingRole(r.Document, fr, x.Roles); missing != "" {
			told = missing
			continue
		}
		found = true
	}
	switch {
	case x.Want && !found:
		return fmt.Sprintf("%s was not found in %q%s", want, x.Text, told), nil
	case !x.Want && found:
		return fmt.Sprintf("%s was found in %q", want, x.Text), nil
	}
	return "", nil
}

// missingRole says which expected role is not filled by the expected word.
func missingRole(d *doc.Document, fr *doc.Frame, roles map[string]string) string {
	for _, role := range slices.Sorted(maps.Keys(roles)) {
		ok := false
		for _, a := range fr.Args {
			ok = ok || a.Role == role && strings.EqualFold(d.Form(a.Head), roles[role])
		}
		if !ok {
			return ": no " + role + "=" + roles[role]
		}
	}
	return ""
}

// tryRules runs the rules of a file on their examples. A sentence whose tree is stored
// beside the rules (NAME.parses) is tried on that tree, since some rules are for trees
// that the parser makes of other sentences; all others are parsed anew.
func (c *Coder) tryRules(name string) (faults []table.Problem, n int, err error) {
	words := match.Words{}
	switch path.Base(name) {
	case "constructions.rules":
		classes := c.frames.Lexicon().Classes()
		words.Class = func(class string, p *match.Parsed, i int32) bool { return classes.Has(class, p.Lemma(i)) }
	case "quote.rules":
		words = c.quotes.Words()
	default:
		return nil, 0, nil
	}
	src, err := fs.ReadFile(c.language, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("examples of %s: %w", name, err)
	}
	file, faults := match.Parse(name, src)
	if len(faults) > 0 {
		return faults, 0, nil
	}
	parses, faults, err := c.storedParses(strings.TrimSuffix(name, ".rules") + ".parses")
	if err != nil || len(faults) > 0 {
		return faults, 0, err
	}
	scratch := &syntax.Scratch{}
	for _, r := range file.Rules {
		for _, e := range r.Examples {
			n++
			if parses.Get(e.Text()) != nil {
				continue
			}
			p, err := parse.Example(c.model, scratch, e.Words)
			if err != nil {
				return nil, n, err
			}
			parses.Add(p)
		}
	}
	return file.Test(parses, words), n, nil
}

// storedParses reads the trees beside a rule file, none where there is no such file.
func (c *Coder) storedParses(name string) (*match.Parses, []table.Problem, error) {
	src, err := fs.ReadFile(c.language, name)
	if errors.Is(err, fs.ErrNotExist) {
		return &match.Parses{}, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("trees of %s: %w", name, err)
	}
	parses, faults := match.ReadParses(name, src)
	return parses, faults, nil
}
