package check

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"testing/fstest"

	"annals/engine/coref"
	"annals/engine/geo"
	"annals/engine/link"
	"annals/engine/mention"
	"annals/engine/quote"
	"annals/engine/segment"
	"annals/engine/timex"
	"annals/kb"
	"annals/lang"
	"annals/lang/en"
	"annals/table"
)

// mostFaults is how many faults of one table are looked for.
const mostFaults = 100

// stageTable checks a table of words by handing it to the stages of the engine. Some
// stop at the first fault, so the faulty line is taken out and the rest read again.
// The other tables are the built-in ones: faults of a neighbour are not this file's.
func stageTable(name, kind string, src []byte) []table.Problem {
	var out []table.Problem
	lines := strings.Split(string(src), "\n")
	for len(out) < mostFaults {
		own := fstest.MapFS{kind: {Data: []byte(strings.Join(lines, "\n"))}}
		found := named(stageFaults(lang.Over(own, en.Files())), kind, name)
		fresh := 0
		for _, p := range found {
			if p.Line < 1 || p.Line > len(lines) || lines[p.Line-1] == "" {
				continue
			}
			out = append(out, p)
			fresh++
		}
		for _, p := range found {
			if p.Line >= 1 && p.Line <= len(lines) {
				lines[p.Line-1] = ""
			}
		}
		if fresh == 0 {
			break
		}
	}
	return out
}

// stageFaults makes each stage that reads tables of words.
func stageFaults(files fs.FS) []table.Problem {
	base, err := kb.Default()
	if err != nil {
		return Problems(err)
	}
	var out []table.Problem
	_, err = segment.New(files)
	out = append(out, Problems(err)...)
	_, problems, err := quote.New(files)
	out = append(append(out, problems...), Problems(err)...)
	_, err = mention.New(base, files)
	if err != nil {
		// The stages behind it read the same tables.
		return append(out, Problems(err)...)
	}
	_, err = link.New(base, files)
	out = append(out, Problems(err)...)
	_, err = coref.New(base, files)
	out = append(out, Problems(err)...)
	_, err = geo.New(base, files)
	out = append(out, Problems(err)...)
	_, err = timex.New(files)
	return append(out, Problems(err)...)
}

// Problems lists the faults of tables that an error is made of; lines of its text of
// the form file:line:column: fault count as well.
func Problems(err error) []table.Problem {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []table.Problem
		for _, e := range many.Unwrap() {
			out = append(out, Problems(e)...)
		}
		return out
	}
	if p, ok := err.(table.Problem); ok {
		return []table.Problem{p}
	}
	if inner := errors.Unwrap(err); inner != nil {
		if out := Problems(inner); len(out) > 0 {
			return out
		}
	}
	var out []table.Problem
	for _, line := range strings.Split(err.Error(), "\n") {
		if p, ok := readProblem(line); ok {
			out = append(out, p)
		}
	}
	return out
}

func readProblem(s string) (table.Problem, bool) {
	parts := strings.SplitN(s, ":", 4)
	if len(parts) < 4 {
		return table.Problem{}, false
	}
	line, err1 := strconv.Atoi(parts[1])
	col, err2 := strconv.Atoi(parts[2])
	if err1 != nil || err2 != nil {
		return table.Problem{}, false
	}
	return table.Problem{Pos: table.Pos{File: strings.TrimSpace(parts[0]), Line: line, Col: col}, Msg: strings.TrimSpace(parts[3])}, true
}
