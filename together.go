package annals

import (
	"context"

	"annals/engine/doc"
	"annals/report"
)

// Reports that wait are read together, since many sentences are parsed faster side
// by side: at most togetherReports of togetherBytes of text (some 3,000 words). A
// longer one is read alone.
const (
	togetherReports = 16
	togetherBytes   = 18_000
)

// readTogether gives for each report what Read gives for it.
func (c *Coder) readTogether(ctx context.Context, reports []*report.Report) []Result {
	at, stage := c.shared()
	works := make([]*work, len(reports))
	var docs []*doc.Document
	for i, r := range reports {
		works[i] = c.begin(ctx, r)
		c.stagesOf(works[i], at)
		if !works[i].over() {
			docs = append(docs, works[i].doc)
		}
	}
	results := make([]Result, len(reports))
	whole := len(docs) < 2 || c.runAll(stage, docs)
	for i, w := range works {
		switch {
		case w.over():
		case !whole: // half done, nobody knows by which report: all anew, each alone
			w.reading, w.err = c.Read(ctx, w.report)
		default:
			if len(docs) > 1 {
				w.next = at + 1
			}
			c.stagesOf(w, len(c.pipeline.Stages()))
			c.end(w)
		}
		results[i] = Result{Source: w.report, Reading: w.reading, Err: w.err}
	}
	return results
}

// shared is the first stage that takes several documents at once, and its number;
// without one the number is that of all stages.
func (c *Coder) shared() (int, doc.Together) {
	stages := c.pipeline.Stages()
	for i, s := range stages {
		if t, ok := s.(doc.Together); ok {
			return i, t
		}
	}
	return len(stages), nil
}

// runAll reports whether the stage came through.
func (c *Coder) runAll(s doc.Together, docs []*doc.Document) (ok bool) {
	defer func() { ok = recover() == nil }()
	if s != nil {
		for _, d := range docs {
			c.before(s, d)
		}
		s.RunAll(docs)
	}
	return true
}
