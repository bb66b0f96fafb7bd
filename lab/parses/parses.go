// Package parses makes the parses that are stored beside rule files, so that the
// examples of rules can be tested without a model.
package parses

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"annals/engine/parse"
	"annals/engine/syntax"
	"annals/match"
)

// Result says what was done to one rule file.
type Result struct {
	Rules  string
	Parsed int // sentences parsed anew
	Kept   int // sentences whose stored parse was kept
	Faults int // examples that do not hold with their parse
}

// Refresh parses the examples of every *.rules file of dir and writes the parses
// beside it. Without all, parses that are stored already are kept: some are
// mended by hand where the model errs. Words answers for the classes and kinds that
// the rules of a file name.
func Refresh(dir string, model *syntax.Model, all bool, words func(rules string) match.Words) ([]Result, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.rules"))
	if err != nil {
		return nil, err
	}
	var out []Result
	for _, name := range names {
		r, err := refresh(name, model, all, words(filepath.Base(name)))
		if err != nil {
			return out, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, r)
	}
	return out, nil
}

func refresh(name string, model *syntax.Model, all bool, words match.Words) (Result, error) {
	res := Result{Rules: name}
	src, err := os.ReadFile(name)
	if err != nil {
		return res, err
	}
	file, problems := match.Parse(filepath.Base(name), src)
	if len(problems) > 0 {
		return res, problems[0]
	}
	target := match.ParsesFile(name)
	stored := &match.Parses{}
	if old, err := os.ReadFile(target); err == nil {
		if stored, problems = match.ReadParses(filepath.Base(target), old); len(problems) > 0 {
			return res, problems[0]
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return res, err
	}
	texts := map[string][]string{}
	for _, r := range file.Rules {
		for _, e := range r.Examples {
			texts[e.Text()] = e.Words
		}
	}
	var scratch syntax.Scratch
	for _, text := range file.Examples() {
		if stored.Get(text) != nil && !all {
			res.Kept++
			continue
		}
		t, err := parse.Example(model, &scratch, texts[text])
		if err != nil {
			return res, err
		}
		stored.Add(t)
		res.Parsed++
	}
	res.Faults = len(file.Test(stored, words))
	return res, os.WriteFile(target, match.WriteParses(stored, file.Examples()), 0o644)
}
