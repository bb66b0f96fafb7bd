package main

import (
	"annals"
	"annals/engine/doc"
	"annals/report"
)

// engineName is the version of the engine that results carry.
const engineName = annals.Version

// engine is the engine under test, with its stages open to measurement.
type engine struct{ *annals.Coder }

// Document is the report as the first stage gets it.
func (e engine) Document(r *report.Report) (*doc.Document, error) { return e.Coder.Document(r), nil }

// newEngine makes the engine under test.
func newEngine() (engine, error) {
	c, err := annals.New(annals.Options{})
	return engine{c}, err
}
