// Package check finds the faults of table and rule files, each by the rules of the
// file it is: a lexicon, classes, operators, constructions, ontology tables, or any
// other table.
package check

import (
	"bytes"
	"path"
	"path/filepath"
	"strings"

	"annals/engine/context"
	"annals/engine/frame"
	"annals/lang/en"
	"annals/match"
	"annals/ontology"
	"annals/table"
)

// File reports the faults of one file. The path says what it is by its last parts:
// lexicon/NAME.tsv, classes.tsv, context.tsv, NAME.rules, plover/map.tsv.
func File(name string, src []byte) []table.Problem {
	name = filepath.ToSlash(name)
	base := path.Base(name)
	switch {
	case strings.HasSuffix(base, ".rules"):
		return rules(name, src)
	case path.Base(path.Dir(name)) == "lexicon":
		return lexicon(name, src)
	case base == "classes.tsv":
		_, problems := frame.ParseClasses(name, src)
		return problems
	case base == "context.tsv":
		return context.CheckOperators(name, src)
	}
	_, problems := table.Parse(name, src)
	return append(problems, ontologyFile(name, src)...)
}

func lexicon(name string, src []byte) []table.Problem {
	onto, problems, err := ontology.Load(ontology.Builtin())
	if err != nil {
		return problems
	}
	classes, problems, err := frame.LoadClasses(en.Files())
	if err != nil {
		return append(problems, table.Problem{Pos: table.Pos{File: name, Line: 1, Col: 1}, Msg: err.Error()})
	}
	return frame.CheckLexicon(name, src, onto, classes)
}

// rules checks constructions against what they may name; other rule files are
// checked for their own soundness.
func rules(name string, src []byte) []table.Problem {
	file, problems := match.Parse(name, src)
	classes, _, err := frame.LoadClasses(en.Files())
	if err != nil || path.Base(name) != "constructions.rules" {
		return append(problems, onlySound(file)...)
	}
	return append(problems, file.Check(frame.Schema(classes))...)
}

func onlySound(file *match.File) []table.Problem {
	if _, err := match.Compile(file); err != nil {
		return []table.Problem{{Pos: table.Pos{File: file.Name, Line: 1, Col: 1}, Msg: err.Error()}}
	}
	return nil
}

// ontologyFile checks a table of the ontology in the company of the built-in others.
func ontologyFile(name string, src []byte) []table.Problem {
	for _, known := range []string{"plover/types.tsv", "plover/modes.tsv", "plover/contexts.tsv", "plover/map.tsv", "plover/future.tsv",
		"cameo/codes.tsv", "cameo/map.tsv", "relations.tsv", "relations-map.tsv", "frames.tsv"} {
		if name != known && !strings.HasSuffix(name, "/"+known) {
			continue
		}
		var out []table.Problem
		for _, p := range ontology.CheckFile(known, src) {
			p.File = name
			out = append(out, p)
		}
		return out
	}
	return nil
}

// Format is the file in its canonical layout, by its kind.
func Format(name string, src []byte) []byte {
	if strings.HasSuffix(name, ".rules") {
		return match.Format(src)
	}
	return table.Format(src)
}

// Formatted reports whether a file is laid out already.
func Formatted(name string, src []byte) bool { return bytes.Equal(Format(name, src), src) }
