package times

import "annals/lab/eval/figures"

// Result is the figures of one run.
type Result = figures.Result

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
