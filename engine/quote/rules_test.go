package quote

import (
	"io/fs"
	"testing"

	"annals/lang/en"
	"annals/match"
)

// TestRules runs the yes and no sentences of the quotation rules on their
// stored parses.
func TestRules(t *testing.T) {
	s, problems, err := New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	src, err := fs.ReadFile(en.Files(), rulesFile)
	if err != nil {
		t.Fatal(err)
	}
	file, _ := match.Parse(rulesFile, src)
	stored, err := fs.ReadFile(en.Files(), "quote.parses")
	if err != nil {
		t.Fatal(err)
	}
	parses, faults := match.ReadParses("quote.parses", stored)
	problems = append(problems, faults...)
	problems = append(problems, file.Test(parses, s.Words())...)
	for _, p := range problems {
		t.Error(p.Error())
	}
}
