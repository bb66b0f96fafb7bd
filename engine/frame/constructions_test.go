package frame_test

import (
	"io/fs"
	"testing"

	"annals/engine/frame"
	"annals/lang"
	"annals/lang/en"
	"annals/match"
)

// TestConstructions runs the yes and no sentences of the construction rules on
// their stored parses.
func TestConstructions(t *testing.T) {
	src, err := fs.ReadFile(en.Files(), "constructions.rules")
	if err != nil {
		t.Fatal(err)
	}
	file, problems := match.Parse("constructions.rules", src)
	classes, faults, err := lang.LoadClasses(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	problems = append(append(problems, faults...), file.Check(frame.Schema(classes))...)
	stored, err := fs.ReadFile(en.Files(), "constructions.parses")
	if err != nil {
		t.Fatal(err)
	}
	parses, faults := match.ReadParses("constructions.parses", stored)
	problems = append(problems, faults...)
	words := match.Words{Class: func(name string, p *match.Parsed, i int32) bool { return classes.Has(name, p.Lemma(i)) }}
	problems = append(problems, file.Test(parses, words)...)
	for _, p := range problems {
		t.Error(p.Error())
	}
}
