package annals

import (
	"context"
	"fmt"

	"annals/engine/assemble"
	"annals/engine/doc"
	"annals/record"
	"annals/report"
)

// Read codes one report and keeps the layers, for `annals why`. A bug in the engine
// gives a *Broken.
func (c *Coder) Read(ctx context.Context, r *report.Report) (*Reading, error) {
	w := c.begin(ctx, r)
	c.stagesOf(w, len(c.pipeline.Stages()))
	c.end(w)
	return w.reading, w.err
}

// work is a report on its way to a Reading. It is over once reading or err is set.
type work struct {
	report  *report.Report
	out     record.Report
	doc     *doc.Document
	next    int    // the stage to run next
	stage   string // in hand, for the error
	reading *Reading
	err     error
}

func (w *work) over() bool { return w.reading != nil || w.err != nil }

// guard makes a *Broken of a panic; defer it.
func (w *work) guard() {
	if v := recover(); v != nil {
		w.reading, w.err = nil, broken(w.report, w.stage, v)
	}
}

// begin makes the document; the work is over where there is nothing to code.
func (c *Coder) begin(ctx context.Context, r *report.Report) (w *work) {
	w = &work{report: r, stage: "report"}
	defer w.guard()
	if w.err = ctx.Err(); w.err != nil {
		return w
	}
	w.out = record.Report{
		Schema: record.Schema, ID: r.ID, Title: r.Title, Published: r.Published, PublishedBasis: r.PublishedBasis,
		Outlet: r.Outlet, URL: r.URL, Language: r.Language, SetAside: r.SetAside, Text: r.Text(),
	}
	if r.SetAside != "" {
		w.reading = &Reading{Record: w.out, Document: &doc.Document{Text: w.out.Text}, Trace: &assemble.Trace{}, base: c.base}
		return w
	}
	w.doc = c.Document(r)
	if r.Published != "" && w.doc.Published == 0 {
		w.err = fmt.Errorf("report %s: published: %q is not a day; write YYYY-MM-DD", r.ID, r.Published)
	}
	return w
}

// stagesOf runs the stages from the next one on up to the given one, which is left out.
func (c *Coder) stagesOf(w *work, upTo int) {
	defer w.guard()
	for !w.over() && w.next < upTo {
		s := c.pipeline.Stages()[w.next]
		w.stage = s.Name()
		c.before(s, w.doc)
		s.Run(w.doc)
		w.next++
	}
}

// before does what the document needs between two stages: times are counted from
// the day of publication.
func (c *Coder) before(s doc.Stage, d *doc.Document) {
	if s.Name() == "timex" && (d.Published == 0 || d.PublishedBasis == report.BasisFlag) {
		c.publish(d)
	}
}

// end writes the record.
func (c *Coder) end(w *work) {
	defer w.guard()
	if w.over() {
		return
	}
	w.stage = "assemble"
	d := w.doc
	if d.Published != 0 && d.PublishedBasis != w.out.PublishedBasis {
		w.out.Published, w.out.PublishedBasis = d.Published.String(), d.PublishedBasis
	}
	c.front(d, &w.out)
	trace := c.assemble.Report(d, &w.out)
	w.reading = &Reading{Record: w.out, Document: d, Trace: trace, base: c.base}
}
