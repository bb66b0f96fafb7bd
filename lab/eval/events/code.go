package events

import (
	"context"
	"fmt"

	"annals/record"
	"annals/report"
)

// Coder is the engine, or any other program that reads a report and gives a record.
type Coder interface {
	Code(context.Context, *report.Report) (record.Report, error)
}

// Code gives the coder's lines for all gold items. An item that the coder
// refuses is an error: gold has no reports that may be set aside.
func Code(ctx context.Context, c Coder, gold []Item) ([]Line, error) {
	out := make([]record.Report, 0, len(gold))
	for i := range gold {
		r, err := c.Code(ctx, gold[i].Report())
		if err != nil {
			return nil, fmt.Errorf("code %s: %w", gold[i].ID, err)
		}
		if r.SetAside != "" {
			return nil, fmt.Errorf("code %s: set aside: %s", gold[i].ID, r.SetAside)
		}
		out = append(out, r)
	}
	return FromReports(out)
}
