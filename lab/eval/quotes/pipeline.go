package quotes

import (
	"annals/engine/doc"
	"annals/engine/frame"
	"annals/engine/parse"
	"annals/engine/quote"
	"annals/engine/segment"
	"annals/engine/syntax"
	"annals/lang/en"
	"annals/ontology"
	"annals/table"
)

// Stages are the stages up to quotations, as the engine runs them.
func Stages() ([]doc.Stage, error) {
	lang := en.Files()
	seg, err := segment.New(lang)
	if err != nil {
		return nil, err
	}
	onto, problems, err := ontology.Load(ontology.Builtin())
	if err != nil {
		return nil, err
	}
	frames, faults, err := frame.New(lang, onto)
	problems = append(problems, faults...)
	if err != nil {
		return nil, err
	}
	model, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	syn, faults, err := parse.New(model, lang, frames.Lexicon())
	problems = append(problems, faults...)
	if err != nil {
		return nil, err
	}
	q, faults, err := quote.New(lang)
	if err != nil {
		return nil, err
	}
	return []doc.Stage{seg, syn, q}, first(append(problems, faults...))
}

// first is the first fault of the tables as an error.
func first(problems []table.Problem) error {
	if len(problems) > 0 {
		return problems[0]
	}
	return nil
}
