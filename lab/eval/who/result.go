package who

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
)

// Result is the outcome of one evaluation. Shares and F1 run from 0 to 1.
type Result struct {
	Task    string                        `json:"task"` // parties, link, coref or pronouns
	Set     string                        `json:"set"`
	Items   int                           `json:"items"`
	Engine  string                        `json:"engine,omitempty"`
	Commit  string                        `json:"commit,omitempty"`
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"`
}

func newResult(task, set string) Result {
	return Result{Task: task, Set: set, Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
}

// Print writes the table for people.
func (r Result) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%s: %s, %d items\n", r.Task, r.Set, r.Items)
	row := func(indent, k string, v float64) {
		switch {
		case err != nil:
		case v == math.Trunc(v) && v > 1:
			_, err = fmt.Fprintf(w, "%s%-22s %7.0f\n", indent, k, v)
		default:
			_, err = fmt.Fprintf(w, "%s%-22s %7.1f\n", indent, k, 100*v)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(r.Metrics)) {
		row("  ", k, r.Metrics[k])
	}
	for _, set := range slices.Sorted(maps.Keys(r.Per)) {
		if err == nil {
			_, err = fmt.Fprintf(w, "%s\n", set)
		}
		for _, k := range slices.Sorted(maps.Keys(r.Per[set])) {
			row("  ", k, r.Per[set][k])
		}
	}
	return err
}

// tally counts decisions against gold.
type tally struct{ right, told, gold int }

func (t tally) precision() float64 { return over(t.right, t.told) }
func (t tally) recall() float64    { return over(t.right, t.gold) }

func (t tally) f1() float64 { return over(2*t.right, t.told+t.gold) }

func over(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// harmonic is the harmonic mean of precision and recall.
func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
