// Package figures is the form in which evaluations give their figures: some for the
// whole, and the same for each set or part.
package figures

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Result is the figures of one run.
type Result struct {
	Task    string                        `json:"task"`
	Set     string                        `json:"set"`
	Items   int                           `json:"items"`
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"`

	// Misses are finds that went wrong, for people; they are not printed as
	// JSON, and there are none of the sealed sets.
	Misses []string `json:"-"`
	// Width is that of the column of names in the table.
	Width int `json:"-"`
}

// New is the result of a task on a set, without figures yet.
func New(task, set string, width int) Result {
	return Result{Task: task, Set: set, Metrics: map[string]float64{}, Per: map[string]map[string]float64{}, Width: width}
}

// String is the table for people.
func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d items\n", r.Task, r.Items)
	line := func(title string, m map[string]float64) {
		fmt.Fprintf(&b, "%-*s", r.Width, title)
		for _, n := range slices.Sorted(maps.Keys(m)) {
			fmt.Fprintf(&b, "  %s %.3f", n, m[n])
		}
		b.WriteByte('\n')
	}
	line("all", r.Metrics)
	for _, s := range slices.Sorted(maps.Keys(r.Per)) {
		line(s, r.Per[s])
	}
	return b.String()
}
