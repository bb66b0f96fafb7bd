package speed

import (
	"context"
	"errors"
	"fmt"

	"annals/report"
)

// Sample reads a file of reports and takes n of them at equal distances; n <= 0 takes all. Those that cannot be read are passed over.
func Sample(ctx context.Context, path string, n int) ([]*report.Report, error) {
	var all []*report.Report
	for r, err := range report.Read(ctx, []string{path}, report.Options{Languages: []string{"*"}}) {
		var bad *report.BadInput
		if errors.As(err, &bad) {
			continue // a report that cannot be read costs nothing to code
		}
		if err != nil {
			return nil, fmt.Errorf("sample of %s: %w", path, err)
		}
		all = append(all, r)
	}
	if n <= 0 || n >= len(all) {
		return all, nil
	}
	out := make([]*report.Report, n)
	for i := range out {
		out[i] = all[i*len(all)/n]
	}
	return out, nil
}
