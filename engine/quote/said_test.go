package quote

import (
	"os"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/engine/segment"
	"annals/engine/stagetest"
	"annals/engine/syntax"
	"annals/lang/en"
	"annals/match"
	"annals/table"
)

const (
	saidFile   = "testdata/said.tsv"
	parsesFile = "testdata/said.parses"
)

// parser fills trees from stored parses, so that the test doesn't hang on the
// model of the day. With ANNALS_REFRESH=1 the model parses anew.
type parser struct {
	t      *testing.T
	stored *match.Parses
	model  *syntax.Model
	keep   bool // tell of sentences without a stored parse
}

func (p *parser) Name() string        { return "syntax" }
func (p *parser) Reads() []doc.Layer  { return []doc.Layer{doc.LayerTokens} }
func (p *parser) Writes() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

func (p *parser) Run(d *doc.Document) {
	var scratch syntax.Scratch
	var tree syntax.Tree
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		var forms []string
		for i := sent.First; i < sent.Last; i++ {
			forms = append(forms, d.Form(i))
		}
		parsed := p.stored.Get(strings.Join(forms, " "))
		if parsed == nil && p.model == nil {
			p.t.Errorf("no parse of %q is stored: run the test with ANNALS_REFRESH=1", strings.Join(forms, " "))
			continue
		}
		if parsed == nil {
			p.model.Parse(&scratch, forms, &tree)
			words := make([]match.ParsedWord, len(forms))
			for k := range forms {
				words[k] = match.ParsedWord{Form: forms[k], Lemma: tree.Lemma[k], UPOS: tree.UPOS[k], XPOS: tree.XPOS[k], Feats: tree.Feats[k], Head: tree.Head[k], Rel: tree.Rel[k], Name: strings.TrimPrefix(tree.Entity[k], "O")}
			}
			var err error
			if parsed, err = match.NewParsed(words); err != nil {
				p.t.Error(err)
				continue
			}
			if p.keep {
				p.stored.Add(parsed)
			}
		}
		for k, w := range parsed.Words {
			x := &d.Tokens[int(sent.First)+k]
			x.Lemma, x.UPOS, x.XPOS, x.Feats, x.Rel, x.Name, x.Head = w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Rel, w.Name, -1
			if w.Head >= 0 {
				x.Head = sent.First + w.Head
			}
		}
	}
	d.Link()
}

func model(t *testing.T) *syntax.Model {
	t.Helper()
	m, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func newStages(t *testing.T) (*segment.Stage, *Stage) {
	t.Helper()
	seg, err := segment.New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	s, problems, err := New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
	return seg, s
}

// TestSaid checks speakers, kinds and contents of texts of our own.
func TestSaid(t *testing.T) {
	seg, stage := newStages(t)
	src, err := os.ReadFile(saidFile)
	if err != nil {
		t.Fatal(err)
	}
	said, problems := table.Parse(saidFile, src)
	p := &parser{t: t, stored: &match.Parses{}, keep: true}
	if os.Getenv("ANNALS_REFRESH") != "" {
		p.model = model(t)
	} else {
		b, err := os.ReadFile(parsesFile)
		if err != nil {
			t.Fatal(err)
		}
		var faults []table.Problem
		p.stored, faults = match.ReadParses(parsesFile, b)
		problems = append(problems, faults...)
	}
	for _, x := range problems {
		t.Error(x)
	}
	for _, row := range said.Rows {
		text := strings.ReplaceAll(row.Get(0), " ¶ ", "\n\n")
		d := &doc.Document{Text: text}
		if title, body, ok := strings.Cut(text, "\n\n"); ok && !strings.ContainsAny(title, ".”") {
			d.Title, d.Body = title, int32(len(text)-len(body))
		}
		seg.Run(d)
		p.Run(d)
		stage.Run(d)
		if got, want := shown(d), wanted(row); got != want {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", saidFile, row.Line, row.Get(0), got, want)
		}
	}
	if p.model != nil {
		if err := os.WriteFile(parsesFile, match.WriteParses(p.stored, nil), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func wanted(row table.Row) string {
	if row.Get(1) == "none" {
		return ""
	}
	speakers, kinds, contents := strings.Split(row.Get(1), " | "), strings.Split(row.Get(2), " | "), strings.Split(row.Get(3), " | ")
	var out []string
	for i := range speakers {
		out = append(out, speakers[i]+" · "+kinds[min(i, len(kinds)-1)]+" · "+contents[min(i, len(contents)-1)])
	}
	return strings.Join(out, " | ")
}

func shown(d *doc.Document) string {
	var out []string
	for _, q := range d.Quotes {
		who := d.Word(q.Words)
		if q.Speaker < 0 {
			who = "nobody"
		}
		var pieces []string
		for _, s := range q.Content {
			pieces = append(pieces, d.Word(s))
		}
		out = append(out, who+" · "+q.Kind+" · "+strings.Join(pieces, " / "))
	}
	return strings.Join(out, " | ")
}

// TestStage runs the stage over the shelf of odd documents.
func TestStage(t *testing.T) {
	seg, stage := newStages(t)
	stagetest.Run(t, stage, seg, &parser{t: t, stored: &match.Parses{}, model: model(t), keep: true})
}
