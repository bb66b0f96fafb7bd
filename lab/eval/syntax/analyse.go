package syntax

import (
	"annals/conllu"
	"annals/engine/doc"
	"annals/engine/frame"
	"annals/engine/parse"
	"annals/engine/segment"
	"annals/engine/syntax"
	"annals/export"
	"annals/lab/eval/conll"
	"annals/lang/en"
	"annals/ontology"
)

// An analyser gives the trees of the engine for a document of a treebank.
type analyser struct {
	model   *syntax.Model
	stages  []doc.Stage // from raw text to trees
	scratch syntax.Scratch
}

// newAnalyser makes one with the stages as the engine has them, but for the conventions of the model.
func newAnalyser(m *syntax.Model) (*analyser, error) {
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
	if err != nil {
		return nil, err
	}
	problems = append(problems, faults...)
	syn, faults, err := parse.New(m, lang, frames.Lexicon())
	if err != nil {
		return nil, err
	}
	if problems = append(problems, faults...); len(problems) > 0 {
		return nil, problems[0]
	}
	return &analyser{model: m, stages: []doc.Stage{seg, syn}}, nil
}

// raw analyses the text of a document.
func (a *analyser) raw(d *conll.Document) []*conllu.Sentence {
	t := &doc.Document{Text: d.Raw()}
	for _, s := range a.stages {
		s.Run(t)
	}
	return export.Sentences(t, d.ID)
}

// gold parses the words of a document as they are divided there.
func (a *analyser) gold(d *conll.Document) []*conllu.Sentence {
	out := make([]*conllu.Sentence, len(d.Sentences))
	var forms []string
	var t syntax.Tree
	for i, g := range d.Sentences {
		forms = forms[:0]
		for w := range g.Words() {
			forms = append(forms, w.Form)
		}
		a.model.Parse(&a.scratch, forms, &t)
		s := &conllu.Sentence{Comments: g.Comments, Rows: append([]conllu.Row(nil), g.Rows...)}
		k := 0
		for w := range s.Words() {
			w.Lemma, w.UPOS, w.XPOS, w.Feats = t.Lemma[k], t.UPOS[k], t.XPOS[k], none(t.Feats[k])
			w.Rel, w.Head = t.Rel[k], int(t.Head[k])+1
			k++
		}
		out[i] = s
	}
	return out
}

func none(v string) string {
	if v == "_" {
		return ""
	}
	return v
}
