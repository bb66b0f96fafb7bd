package syntax

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"

	"annals/lab/eval/conll"
)

// Print writes the tables for people. One set is told in full: precision, recall and F1 of each metric, accuracy over
// aligned words, and the relations; of several sets and genres only F1, then the sentences of news.
func (r Result) Print(w io.Writer) error {
	var b bytes.Buffer
	if len(r.sets) == 1 {
		r.sets[0].full(&b)
	} else {
		for _, raw := range []bool{false, true} {
			table(&b, r.sets, raw)
		}
		relations(&b, r.sets)
		newsTable(&b, &r)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// full writes one set.
func (s *set) full(b *bytes.Buffer) {
	fmt.Fprintf(b, "%-14s %9s %9s %9s %9s\n", s.title(), "precision", "recall", "F1", "aligned")
	for _, m := range s.all.Metrics() {
		fmt.Fprintf(b, "%-14s %9.2f %9.2f %9.2f", m.Label, conll.Percent(m.Count.Right, m.Count.Guess), conll.Percent(m.Count.Right, m.Count.Gold), m.Count.F1())
		if m.Aligned > 0 {
			fmt.Fprintf(b, " %9.2f", conll.Percent(m.Count.Right, m.Aligned))
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "\n%-14s %9s %9s %9s %9s\n", "relation", "precision", "recall", "F1", "gold")
	for _, rel := range Relations() {
		c := s.all.Detail.Relations[rel]
		if c == nil {
			c = new(conll.Count)
		}
		fmt.Fprintf(b, "%-14s %9.2f %9.2f %9.2f %9d\n", rel, conll.Percent(c.Right, c.Guess), conll.Percent(c.Right, c.Gold), c.F1(), c.Gold)
	}
	if len(s.genres) > 1 {
		b.WriteByte('\n')
		table(b, []set{*s}, s.raw)
	}
}

func (s *set) title() string {
	if s.raw {
		return "raw text"
	}
	return "gold tokens"
}

// table writes the sets of one kind with their genres, a line each.
func table(b *bytes.Buffer, sets []set, raw bool) {
	head := true
	for i := range sets {
		s := &sets[i]
		if s.raw != raw {
			continue
		}
		if head {
			line(b, s.title(), &s.all, raw, func(m conll.Metric) string { return m.Name })
			head = false
		}
		f1 := func(m conll.Metric) string { return fmt.Sprintf("%.2f", m.Count.F1()) }
		name := "all"
		if s.name != "" {
			name = s.name + "-dev"
		}
		line(b, name, &s.all, raw, f1)
		for _, g := range slices.Sorted(maps.Keys(s.genres)) {
			line(b, "  "+s.name+"/"+g, s.genres[g], raw, f1)
		}
	}
}

func line(b *bytes.Buffer, name string, r *conll.Result, raw bool, cell func(conll.Metric) string) {
	fmt.Fprintf(b, "%-18s", name)
	for _, m := range r.Metrics() {
		if raw || !surface(m.Name) {
			fmt.Fprintf(b, " %9s", cell(m))
		}
	}
	b.WriteByte('\n')
}

// relations writes the F1 of the relations of all sets side by side.
func relations(b *bytes.Buffer, sets []set) {
	fmt.Fprintf(b, "%-18s", "relations, F1")
	for i := range sets {
		name := sets[i].name + "-dev"
		if sets[i].raw {
			name += " raw"
		}
		fmt.Fprintf(b, " %12s", name)
	}
	b.WriteByte('\n')
	for _, rel := range Relations() {
		fmt.Fprintf(b, "%-18s", rel)
		for i := range sets {
			f := 0.0
			if c := sets[i].all.Detail.Relations[rel]; c != nil {
				f = c.F1()
			}
			fmt.Fprintf(b, " %12.2f", f)
		}
		b.WriteByte('\n')
	}
}
