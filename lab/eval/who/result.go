package who

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Result is what an evaluation printed with --json holds.
type Result struct {
	Task    string                        `json:"task"` // "who"
	Set     string                        `json:"set"`
	Items   int                           `json:"items"`
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"`
}

// WriteJSON writes one object on one line.
func (r Result) WriteJSON(w io.Writer) error {
	b, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("who: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}

// String is the table for people.
func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d items\n", r.Task, r.Items)
	for _, k := range sorted(r.Metrics) {
		fmt.Fprintf(&b, "  %-24s %.3f\n", k, r.Metrics[k])
	}
	for _, set := range sorted(r.Per) {
		fmt.Fprintf(&b, "%s\n", set)
		for _, k := range sorted(r.Per[set]) {
			fmt.Fprintf(&b, "  %-24s %.3f\n", k, r.Per[set][k])
		}
	}
	return b.String()
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return math.Round(float64(a)/float64(b)*1000) / 1000
}

func round(x float64) float64 { return math.Round(x*1000) / 1000 }
