// Package check finds the faults of table and rule files, each by the rules of the
// file it is, says whether reports would be read, and lays files and records out.
package check

import (
	"bytes"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"

	"annals/engine/context"
	"annals/engine/frame"
	"annals/engine/quote"
	"annals/kb"
	"annals/kb/own"
	"annals/lang"
	"annals/lang/en"
	"annals/match"
	"annals/ontology"
	"annals/table"
)

// Company is what a file is read together with: folders laid over the built-in ones.
// The zero value is the built-in files alone.
type Company struct {
	Lang     fs.FS
	Ontology fs.FS
}

// File reports the faults of one file. The path says what it is by its last parts:
// lexicon/NAME.tsv, classes.tsv, NAME.rules, plover/map.tsv or the name of another
// built-in table. A table of an unknown name is only checked for its form.
func File(name string, src []byte, in Company) []table.Problem {
	if strings.HasSuffix(name, ".rules") {
		return rules(name, src, in)
	}
	if own.Is(src) {
		return ownTable(name, src, in)
	}
	kind, known := Kind(name)
	_, problems := table.Parse(name, src)
	if !known {
		return problems
	}
	if faults := columns(name, kind, src); len(faults) > 0 {
		return append(problems, faults...)
	}
	switch {
	case strings.HasPrefix(kind, "lexicon/"):
		return lexicon(name, src, in)
	case kind == "classes.tsv":
		_, faults := lang.ParseClasses(name, src)
		return faults
	case kind == "context.tsv":
		return context.CheckOperators(name, src)
	case isOntology(kind):
		return ontologyTable(name, kind, src, in)
	case len(problems) > 0:
		return problems
	}
	return append(sectors(name, src), stageTable(name, kind, src)...)
}

// ownTable checks a user's table for the knowledge base.
func ownTable(name string, src []byte, in Company) []table.Problem {
	base, err := kb.Default()
	if err != nil {
		return []table.Problem{atStart(name, err)}
	}
	reader, err := own.New(base, lang.Over(in.Lang, en.Files()))
	if err != nil {
		// The tables of the language have faults, which are told where they lie.
		if reader, err = own.New(base, en.Files()); err != nil {
			return []table.Problem{atStart(name, err)}
		}
	}
	_, faults := reader.Read(name, src)
	return faults
}

// sectors holds the cells of columns called sector to PLOVER's, and to the
// international codes, which tables of words write in the same column.
func sectors(name string, src []byte) []table.Problem {
	t, _ := table.Parse(name, src)
	c := t.Column("sector")
	if c < 0 {
		return nil
	}
	known := append(own.International(), own.Sectors()...)
	var out []table.Problem
	for _, r := range t.Rows {
		if x := r.Get(c); x != "" && !slices.Contains(known, x) {
			out = append(out, t.Fault(r, c, table.DidYouMean(x, known), "no sector %q", x))
		}
	}
	return out
}

// Kind is the file of a language or ontology folder that a path means, by its last
// parts: "titles.tsv", "plover/map.tsv", "lexicon/mine.tsv".
func Kind(name string) (kind string, known bool) {
	name = filepath.ToSlash(name)
	base := path.Base(name)
	in := path.Base(path.Dir(name))
	if in == "lexicon" && strings.HasSuffix(base, ".tsv") {
		return "lexicon/" + base, true
	}
	for _, kind := range []string{in + "/" + base, base} {
		if builtin(kind) != nil {
			return kind, true
		}
	}
	return base, false
}

// Root is the folder of tables that a file of that kind lies in, as a path.
func Root(name, kind string) string {
	dir := filepath.Dir(name)
	if strings.Contains(kind, "/") {
		return filepath.Dir(dir)
	}
	return dir
}

func isOntology(kind string) bool {
	_, err := fs.Stat(ontology.Builtin(), kind)
	return err == nil
}

// builtin is the built-in file of that kind, or nil.
func builtin(kind string) []byte {
	for _, files := range []fs.FS{en.Files(), ontology.Builtin()} {
		if src, err := fs.ReadFile(files, kind); err == nil {
			return src
		}
	}
	return nil
}

// columns holds the names of columns to those of the built-in file of the kind.
func columns(name, kind string, src []byte) []table.Problem {
	own := builtin(kind)
	if strings.HasPrefix(kind, "lexicon/") {
		own = []byte("#: word pos frame slots note\n")
	}
	want, _ := table.Parse(kind, own)
	have, _ := table.Parse(name, src)
	if slices.Equal(want.Columns, have.Columns) {
		return nil
	}
	line, text := header(src)
	if line == 0 {
		return []table.Problem{{Pos: table.Pos{File: name, Line: 1, Col: 1}, Msg: "no line that names the columns", Hint: "begin with #: " + strings.Join(want.Columns, " ")}}
	}
	var out []table.Problem
	for _, c := range have.Columns {
		if slices.Contains(want.Columns, c) {
			continue
		}
		hint := table.DidYouMean(c, want.Columns)
		if hint == "" {
			hint = "the columns are " + strings.Join(want.Columns, " ")
		}
		out = append(out, table.Problem{Pos: table.Pos{File: name, Line: line, Col: column(text, c)}, Msg: "no column \"" + c + "\"", Hint: hint})
	}
	if len(out) == 0 {
		out = append(out, table.Problem{Pos: table.Pos{File: name, Line: line, Col: 1}, Msg: "the columns are " + strings.Join(have.Columns, " "),
			Hint: "write #: " + strings.Join(want.Columns, " ")})
	}
	return out
}

// header is the line that names the columns, 0 if there is none.
func header(src []byte) (line int, text string) {
	for n, l := range strings.Split(string(src), "\n") {
		if strings.HasPrefix(strings.TrimLeft(l, " \t"), "#:") {
			return n + 1, l
		}
	}
	return 0, ""
}

// column is where a word begins in a line, in code points from 1.
func column(line, word string) int {
	for i := 0; ; {
		j := strings.Index(line[i:], word)
		if j < 0 {
			return 1
		}
		i += j
		before, after := line[:i], line[i+len(word):]
		if strings.TrimRight(before, " \t:") != before && (after == "" || strings.ContainsAny(after[:1], " \t\r")) {
			return len([]rune(before)) + 1
		}
		i += len(word)
	}
}

func lexicon(name string, src []byte, in Company) []table.Problem {
	onto, _, err := ontology.Load(lang.Over(in.Ontology, ontology.Builtin()))
	if err != nil || onto == nil {
		onto, _, err = ontology.Load(ontology.Builtin())
	}
	if err != nil {
		return []table.Problem{atStart(name, err)}
	}
	classes, _, err := lang.LoadClasses(lang.Over(in.Lang, en.Files()))
	if err != nil {
		return []table.Problem{atStart(name, err)}
	}
	return frame.CheckLexicon(name, src, onto, classes)
}

// rules checks constructions and the rules of quotations against what they may name;
// other rule files are checked for their own soundness.
func rules(name string, src []byte, in Company) []table.Problem {
	file, problems := match.Parse(name, src)
	var schema match.Schema
	switch path.Base(filepath.ToSlash(name)) {
	case "quote.rules":
		schema = quote.Schema()
	default:
		classes, _, err := lang.LoadClasses(lang.Over(in.Lang, en.Files()))
		if err != nil {
			return append(problems, atStart(name, err))
		}
		if schema = frame.Schema(classes); path.Base(filepath.ToSlash(name)) != "constructions.rules" {
			schema.Gives = nil
		}
	}
	return append(problems, file.Check(schema)...)
}

// ontologyTable checks a table of the ontology together with the others.
func ontologyTable(name, kind string, src []byte, in Company) []table.Problem {
	files := lang.Over(fstest.MapFS{kind: {Data: src}}, lang.Over(in.Ontology, ontology.Builtin()))
	_, problems, err := ontology.Load(files)
	out := named(problems, kind, name)
	if err != nil && len(out) == 0 {
		out = append(out, atStart(name, err))
	}
	return out
}

// named keeps the faults of one file and calls it by the user's path.
func named(problems []table.Problem, kind, name string) []table.Problem {
	var out []table.Problem
	for _, p := range problems {
		if p.File == kind {
			p.File = name
			out = append(out, p)
		}
	}
	return out
}

func atStart(name string, err error) table.Problem {
	return table.Problem{Pos: table.Pos{File: name, Line: 1, Col: 1}, Msg: err.Error()}
}

// Builtin reports the faults of the built-in files and how many there are.
func Builtin() (files int, faults []table.Problem) {
	for _, part := range []struct {
		name  string
		files fs.FS
	}{{"lang/en", en.Files()}, {"ontology", ontology.Builtin()}} {
		err := fs.WalkDir(part.files, ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !Checked(p) {
				return err
			}
			src, err := fs.ReadFile(part.files, p)
			if err != nil {
				return err
			}
			files++
			faults = append(faults, File(part.name+"/"+p, src, Company{})...)
			return nil
		})
		if err != nil {
			faults = append(faults, atStart(part.name, err))
		}
	}
	return files, faults
}

// Checked reports whether a file of that name is a table or rule file by its ending.
func Checked(name string) bool {
	return strings.HasSuffix(name, ".rules") || strings.HasSuffix(name, ".tsv")
}

// IsTable reports whether a file is a rule file, or a table of ours by its head: a
// line #: with the names of the columns stands before the first row, or it is a
// user's table for the knowledge base (package own).
func IsTable(name string, src []byte) bool {
	if strings.HasSuffix(name, ".rules") {
		return true
	}
	if !strings.HasSuffix(name, ".tsv") {
		return false
	}
	if own.Is(src) {
		return true
	}
	for _, line := range bytes.Split(src, []byte("\n")) {
		if bytes.HasPrefix(line, []byte("#:")) {
			return true
		}
		if len(bytes.TrimSpace(line)) > 0 && line[0] != '#' {
			_, known := Kind(name)
			return known
		}
	}
	return false
}
