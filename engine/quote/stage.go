package quote

import (
	"fmt"
	"io/fs"

	"annals/engine/doc"
	"annals/match"
	"annals/table"
)

// The language files of the stage.
const (
	cuesFile  = "quote-cues.tsv"
	rulesFile = "quote.rules"
)

// Stage finds quotations. It is immutable and may be used from several goroutines.
type Stage struct {
	cues  *cues
	rules *match.Program
}

// New reads the cues and rules of a language folder. Faults of the files are
// told as problems; the error says that the stage can't be run.
func New(lang fs.FS) (*Stage, []table.Problem, error) {
	src, err := fs.ReadFile(lang, cuesFile)
	if err != nil {
		return nil, nil, fmt.Errorf("quotation cues: %w", err)
	}
	c, problems := parseCues(cuesFile, src)
	src, err = fs.ReadFile(lang, rulesFile)
	if err != nil {
		return nil, problems, fmt.Errorf("quotation rules: %w", err)
	}
	file, faults := match.Parse(rulesFile, src)
	problems = append(problems, faults...)
	problems = append(problems, file.Check(Schema())...)
	program, err := match.Compile(file)
	if err != nil {
		return nil, problems, fmt.Errorf("quotation rules: %w", err)
	}
	return &Stage{cues: c, rules: program}, problems, nil
}

// Schema is what the rules of quotations may name.
func Schema() match.Schema {
	return match.Schema{Classes: constructions, Kinds: nil, Gives: []string{"content", "speaker", "cue"}}
}

// Words answers for the classes of the rules on stored parses, for those who
// test the examples of quote.rules.
func (s *Stage) Words() match.Words {
	return match.Words{Class: func(name string, p *match.Parsed, i int32) bool {
		return s.cues.of(p.Lemma(i), p.UPOS(i)).mask&maskOf(name) != 0
	}}
}

// Name is "quote".
func (s *Stage) Name() string { return "quote" }

// Reads lists the layers it needs.
func (s *Stage) Reads() []doc.Layer { return []doc.Layer{doc.LayerTokens, doc.LayerTrees} }

// Writes lists the layer it fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerQuotes} }

// Run fills d.Quotes in the order of the text.
func (s *Stage) Run(d *doc.Document) {
	d.Quotes = d.Quotes[:0]
	r := &reading{s: s, d: d}
	r.pieces = pieces(d)
	r.place()
	for i := range d.Sentences {
		if d.Sentences[i].Kind == doc.Colophon {
			continue
		}
		r.sentence(int32(i))
	}
	r.direct()
	r.cited()
	r.write()
}
