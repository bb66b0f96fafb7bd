package times

import (
	"fmt"
	"sort"
	"strings"
)

// Result is the figures of one run, in the form that every evaluation prints.
type Result struct {
	Task    string                        `json:"task"`
	Set     string                        `json:"set"`
	Items   int                           `json:"items"`
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per"`

	// Misses are finds that went wrong, for people; they are not printed as JSON.
	Misses []string `json:"-"`
}

// String is the table for people.
func (r Result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d items\n", r.Task, r.Items)
	write := func(title string, m map[string]float64) {
		names := make([]string, 0, len(m))
		for n := range m {
			names = append(names, n)
		}
		sort.Strings(names)
		fmt.Fprintf(&b, "%-22s", title)
		for _, n := range names {
			fmt.Fprintf(&b, "  %s %.3f", n, m[n])
		}
		b.WriteByte('\n')
	}
	write("all", r.Metrics)
	sets := make([]string, 0, len(r.Per))
	for s := range r.Per {
		sets = append(sets, s)
	}
	sort.Strings(sets)
	for _, s := range sets {
		write(s, r.Per[s])
	}
	return b.String()
}

// tally counts spans and values.
type tally struct {
	gold, system           int // expressions
	exact, overlap, caught int // gold found exactly, gold overlapped, system overlapping gold
	values, right          int // gold with a value, and those of them found with the same days
}

func (t *tally) add(o tally) {
	t.gold += o.gold
	t.system += o.system
	t.exact += o.exact
	t.overlap += o.overlap
	t.caught += o.caught
	t.values += o.values
	t.right += o.right
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// metrics are the figures of a tally.
func (t *tally) metrics() map[string]float64 {
	p, r := share(t.caught, t.system), share(t.overlap, t.gold)
	return map[string]float64{
		"span_precision": p, "span_recall": r, "span_f1": f1(p, r),
		"exact_f1": f1(share(t.exact, t.system), share(t.exact, t.gold)),
		"value":    share(t.right, t.values), "values": float64(t.values),
	}
}
