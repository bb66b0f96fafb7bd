// Package annals reads news reports and writes the political record in them: who
// did what to whom, when, where, according to whom, each field with the words it
// stands on.
//
// Most programs need New and (*Coder).Code. A Coder is made once from options, is
// immutable afterwards and may be used from several goroutines. Coding is a pure
// function: the same report and the same options give the same record on every
// machine; no clock, no network, no locale.
package annals

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"annals/engine"
	"annals/engine/assemble"
	contextstage "annals/engine/context"
	"annals/engine/coref"
	"annals/engine/doc"
	"annals/engine/frame"
	"annals/engine/geo"
	"annals/engine/link"
	"annals/engine/mention"
	"annals/engine/parse"
	"annals/engine/quote"
	"annals/engine/segment"
	"annals/engine/syntax"
	"annals/engine/timex"
	"annals/kb"
	"annals/kb/own"
	"annals/lang"
	"annals/lang/en"
	"annals/ontology"
	"annals/record"
	"annals/report"
	"annals/table"
)

// Options say what a Coder is made of; the zero value is the built-in language,
// ontologies and knowledge base.
type Options struct {
	Lang     fs.FS // laid over lang/en, file by file
	Ontology fs.FS // laid over the built-in ontology

	// KB are the user's own tables of people, bodies and offices, as
	// own.Reader reads them, laid over the knowledge base; of two that speak of
	// the same office the later one counts. New takes all their rows: a caller
	// that wants none of a table with faults asks for its faults first.
	KB []*own.Table
}

// ErrTables is wrapped by the error of New when a table or rule file has faults;
// Problems lists them.
var ErrTables = errors.New("the language or ontology files have faults")

// TableError is the error of New for faulty files.
type TableError struct{ Problems []table.Problem }

// Error names the first fault and counts the others.
func (e *TableError) Error() string {
	if len(e.Problems) == 1 {
		return e.Problems[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", e.Problems[0].Error(), len(e.Problems)-1)
}

// Unwrap is ErrTables.
func (e *TableError) Unwrap() error { return ErrTables }

// Coder codes reports.
type Coder struct {
	pipeline *engine.Pipeline
	assemble *assemble.Assembler
	base     *kb.Base
	onto     *ontology.Ontology
	frames   *frame.Stage
	model    *syntax.Model
	times    *timex.Stage
	quotes   *quote.Stage
	language fs.FS
}

// New makes a Coder. Faults in tables give a *TableError with all of them.
func New(o Options) (*Coder, error) {
	language := lang.Over(o.Lang, en.Files())
	onto, problems, err := ontology.Load(lang.Over(o.Ontology, ontology.Builtin()))
	if len(problems) > 0 {
		return nil, &TableError{problems}
	}
	if err != nil {
		return nil, err
	}
	base, err := kb.Default()
	if err != nil {
		return nil, err
	}
	if len(o.KB) > 0 {
		base = base.With(own.Layers(o.KB)...)
	}
	model, err := syntax.Default()
	if err != nil {
		return nil, err
	}
	c := &Coder{base: base, onto: onto, model: model, language: language}
	stages, problems, err := c.stages(language)
	if len(problems) > 0 {
		return nil, &TableError{problems}
	}
	if err != nil {
		return nil, err
	}
	if c.pipeline, err = engine.NewPipeline(stages...); err != nil {
		return nil, err
	}
	c.assemble = assemble.New(onto, c.frames.Lexicon(), c.countryName)
	return c, nil
}

// stages makes the stages in their order; ARCHITECTURE.md draws them.
func (c *Coder) stages(language fs.FS) ([]doc.Stage, []table.Problem, error) {
	var problems []table.Problem
	seg, err := segment.New(language)
	if err != nil {
		return nil, problems, err
	}
	quo, faults, err := quote.New(language)
	problems = append(problems, faults...)
	if err != nil {
		return nil, problems, err
	}
	c.quotes = quo
	men, err := mention.New(c.base, language)
	if err != nil {
		return nil, problems, err
	}
	lin, err := link.New(c.base, language)
	if err != nil {
		return nil, problems, err
	}
	cor, err := coref.New(c.base, language)
	if err != nil {
		return nil, problems, err
	}
	places, err := geo.New(c.base, language)
	if err != nil {
		return nil, problems, err
	}
	tim, err := timex.New(language)
	if err != nil {
		return nil, problems, err
	}
	c.times = tim
	frames, faults, err := frame.New(language, c.onto)
	problems = append(problems, faults...)
	if err != nil {
		return nil, problems, err
	}
	c.frames = frames
	syn, faults, err := parse.New(c.model, language, frames.Lexicon())
	problems = append(problems, faults...)
	if err != nil {
		return nil, problems, err
	}
	con, faults, err := contextstage.New(language)
	problems = append(problems, faults...)
	if err != nil {
		return nil, problems, err
	}
	return []doc.Stage{seg, syn, quo, men, lin, cor, tim, places, frames, con}, problems, nil
}

// countryName is the name of a state by its code.
func (c *Coder) countryName(iso3 string) string {
	if id, ok := c.base.Country(iso3); ok {
		return c.base.Entity(id).Name
	}
	return ""
}

// Base is the knowledge base that the Coder asks, with the tables laid over it.
func (c *Coder) Base() *kb.Base { return c.base }

// Stages lists the stages in order.
func (c *Coder) Stages() []doc.Stage { return c.pipeline.Stages() }

// Reading is a coded report with what lies behind it.
type Reading struct {
	Record   record.Report
	Document *doc.Document
	Trace    *assemble.Trace

	base *kb.Base
}

// Code codes one report. The error is that of the context, or says that the
// report is too long; a report that is set aside gives a record that says so.
func (c *Coder) Code(ctx context.Context, r *report.Report) (record.Report, error) {
	reading, err := c.Read(ctx, r)
	if err != nil {
		return record.Report{}, err
	}
	return reading.Record, nil
}

// Document is a report as it goes into the first stage.
func (c *Coder) Document(r *report.Report) *doc.Document {
	d := &doc.Document{ID: r.ID, Title: r.Title, Text: r.Text(), Outlet: r.Outlet, Body: int32(r.BodyStart())}
	if day, err := doc.ParseDay(r.Published); err == nil {
		d.Published, d.PublishedBasis = day, r.PublishedBasis
	}
	return d
}

// publish looks for the day of publication in the report itself: in its dateline,
// then as a full date in its first sentences.
func (c *Coder) publish(d *doc.Document) {
	if day := c.times.DatelineDay(d); day != 0 {
		d.Published, d.PublishedBasis = day, "dateline"
	} else if day := c.times.PublicationDay(d); day != 0 {
		d.Published, d.PublishedBasis = day, "text"
	}
}

// front writes what the head and foot of the report say of it.
func (c *Coder) front(d *doc.Document, out *record.Report) {
	out.Sentences = len(d.Sentences)
	out.Words = len(strings.Fields(d.Text))
	out.Notes = d.Notes
	out.TranslatedFrom, out.AdaptedFrom = d.Front.TranslatedFrom, d.Front.AdaptedFrom
	at := func(s doc.Span) record.Span {
		from := utf8.RuneCountInString(d.Text[:s.Start])
		return record.Span{from, from + utf8.RuneCountInString(d.Text[s.Start:s.End])}
	}
	if !d.Front.Dateline.Empty() {
		out.Dateline = &record.Dateline{Span: at(d.Front.Dateline), Place: d.Word(d.Front.DatelinePlace)}
	}
	for _, a := range d.Front.Agencies {
		out.Agencies = append(out.Agencies, record.Agency{Name: a.Name, Span: at(a.Span)})
		if out.Dateline != nil && d.Front.Dateline.Contains(a.Span) {
			out.Dateline.Agency = a.Name
		}
	}
}

// Entry is a line of the lexicon by its number in Frame.Entry.
func (c *Coder) Entry(i int32) *frame.Entry { return c.frames.Lexicon().Entries[i] }

// Near tries the senses of word tok of a document again and says why none fitted;
// "" if the lexicon does not know the word.
func (c *Coder) Near(d *doc.Document, tok int32) string { return c.frames.Near(d, tok) }

// Version is the version of the engine, part of what a record depends on.
const Version = "0.1.0"
