package annals

import (
	"fmt"
	"runtime/debug"

	"annals/report"
)

// Broken is the error of Read for a report on which the engine itself failed: a
// bug. It stops this report alone, so that a million others are still coded. It
// unwraps to a *report.BadInput with the report's place and text.
type Broken struct {
	Stage string // the stage that failed
	Value any    // what it panicked with
	Stack []byte
	bad   *report.BadInput
}

// Error says where the report stands and which stage failed.
func (b *Broken) Error() string { return b.bad.Error() }

// Unwrap is the *report.BadInput.
func (b *Broken) Unwrap() error { return b.bad }

// broken makes the error; call it with what recover gave.
func broken(r *report.Report, stage string, value any) *Broken {
	return &Broken{Stage: stage, Value: value, Stack: debug.Stack(), bad: &report.BadInput{
		File: r.Origin.File, Line: r.Origin.Line, Report: r.ID,
		Reason: fmt.Sprintf("a bug in annals: the stage %s failed: %v", stage, value),
		Hint:   "please send the report to the makers; all others are coded",
		Raw:    []byte(r.Text()),
	}}
}
