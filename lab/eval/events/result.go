package events

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
)

// Result is the outcome of a scoring run, with the numbers of score.py rounded
// to four decimals. Shares and F1 run from 0 to 1.
type Result struct {
	Task    string             `json:"task"` // "events"
	Set     string             `json:"set"`
	Items   int                `json:"items"`
	Gold    int                `json:"gold"`   // gold events, optional ones apart
	System  int                `json:"system"` // system events, those paired with optional ones apart
	Engine  string             `json:"engine,omitempty"`
	Commit  string             `json:"commit,omitempty"`
	Metrics map[string]float64 `json:"metrics"`
	Per     Per                `json:"per"`
}

// Per holds the tables behind the figures.
type Per struct {
	Status map[string]float64 `json:"status"` // F1 of labels with at least five gold events
	Type   map[string]PRF     `json:"type"`
}

// PRF is precision, recall and F1, and on how many gold cases they stand.
type PRF struct {
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F1   float64 `json:"f1"`
	Gold int     `json:"gold"`
}

// Order is the order in which score.py prints the metrics.
func Order() []string {
	return []string{
		"code_p", "code_r", "code_f1", "parties_p", "parties_r", "parties_f1", "dyad_p", "dyad_r", "dyad_f1",
		"quotations_p", "quotations_r", "quotations_f1", "relations_p", "relations_r", "relations_f1",
		"mode", "found_party", "country", "sector", "name", "date", "date_moved", "place", "place_named", "source", "source_named", "speaker",
		"false_per_300", "status_macro", "overall",
	}
}

func (c prfCount) prf() PRF {
	out := PRF{P: over(c.tp, c.system), R: over(c.tp, c.gold), Gold: c.gold}
	if out.P+out.R > 0 {
		out.F1 = 2 * out.P * out.R / (out.P + out.R)
	}
	return out
}

func over(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// leastGold is the number of gold events from which a status label counts.
const leastGold = 5

func (c *counts) result(items int, o Options) Result {
	r := Result{Task: "events", Set: o.Set, Items: items, Gold: c.gold, System: c.system, Engine: o.Engine, Commit: o.Commit,
		Metrics: map[string]float64{}, Per: Per{Status: map[string]float64{}, Type: map[string]PRF{}}}
	m := r.Metrics
	for name, n := range map[string]prfCount{
		"code": {c.tp, c.system, c.gold}, "parties": {c.parties, c.system, c.gold},
		"dyad": {c.dyads, c.systemDyads, c.goldDyads}, "quotations": c.quotes, "relations": c.relations,
	} {
		v := n.prf()
		m[name+"_p"], m[name+"_r"], m[name+"_f1"] = v.P, v.R, v.F1
	}
	for _, name := range []string{"mode", "found_party", "country", "sector", "name", "date", "date_moved", "place", "place_named", "source", "source_named", "speaker"} {
		s := at(c.shares, name)
		m[name] = over(s.right, s.all)
	}
	m["false_per_300"] = 0
	if c.words > 0 {
		m["false_per_300"] = float64(c.wrong*300) / float64(c.words)
	}
	c.statusMacro(&r)
	c.overall(m)
	for name := range m {
		m[name] = round4(m[name])
	}
	for name := range r.Per.Status {
		r.Per.Status[name] = round4(r.Per.Status[name])
	}
	for name, n := range c.types {
		v := n.prf()
		r.Per.Type[name] = PRF{round4(v.P), round4(v.R), round4(v.F1), v.Gold}
	}
	return r
}

// statusMacro sums in the order of names, so that the last digit is the same in every run.
func (c *counts) statusMacro(r *Result) {
	sum := 0.0
	for _, label := range slices.Sorted(maps.Keys(c.status)) {
		if n := c.status[label]; n.gold >= leastGold {
			r.Per.Status[label] = n.prf().F1
			sum += r.Per.Status[label]
		}
	}
	r.Metrics["status_macro"] = 0
	if n := len(r.Per.Status); n > 0 {
		r.Metrics["status_macro"] = sum / float64(n)
	}
}

// overall is the mean of rule 12, over those figures for which the gold has cases.
func (c *counts) overall(m map[string]float64) {
	told := []float64{m["code_f1"], m["parties_f1"]}
	for _, k := range []struct {
		name string
		has  bool
	}{
		{"status_macro", slices.ContainsFunc(slices.Collect(maps.Values(c.status)), func(n *prfCount) bool { return n.gold >= leastGold })},
		{"date_moved", at(c.shares, "date_moved").all > 0},
		{"source_named", at(c.shares, "source_named").all > 0},
		{"quotations_f1", c.quotes.gold > 0},
	} {
		if k.has {
			told = append(told, m[k.name])
		}
	}
	sum := 0.0
	for _, v := range told {
		sum += v
	}
	m["overall"] = sum / float64(len(told))
}

// round4 rounds the exact value to four decimals, half to even, as the reference does.
func round4(v float64) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 4, 64), 64)
	if err != nil { // not a number that can be written: leave it to be seen
		return v
	}
	return r
}

// Print writes the tables for people, in the form and order of score.py.
func (r Result) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%d items, %d gold events, %d system events\n", r.Items, r.Gold, r.System)
	line := func(format string, args ...any) {
		if err == nil {
			_, err = fmt.Fprintf(w, format, args...)
		}
	}
	for _, k := range Order() {
		if k == "false_per_300" {
			line("%-16s %7.4f\n", k, r.Metrics[k])
		} else {
			line("%-16s %6.1f\n", k, 100*r.Metrics[k])
		}
	}
	for _, k := range slices.Sorted(maps.Keys(r.Per.Type)) {
		v := r.Per.Type[k]
		line("  %-10s P %5.1f  R %5.1f  F1 %5.1f  gold %d\n", k, 100*v.P, 100*v.R, 100*v.F1, v.Gold)
	}
	for _, k := range slices.Sorted(maps.Keys(r.Per.Status)) {
		line("  %-13s F1 %5.1f\n", k, 100*r.Per.Status[k])
	}
	return err
}
