package conll

import (
	"fmt"
	"sort"
	"strings"

	"annals/conllu"
)

// A Count is right, guessed and gold cases of one label.
type Count struct{ Right, Guess, Gold int }

// Sum adds the counts of o.
func (c *Count) Sum(o Count) {
	c.Right += o.Right
	c.Guess += o.Guess
	c.Gold += o.Gold
}

// F1 is the balanced F-measure in percent.
func (c Count) F1() float64 { return 2 * Percent(c.Right, c.Guess+c.Gold) }

// Detail counts relations (exact, with the head) and arcs by length. The zero value is ready.
type Detail struct {
	Relations map[string]*Count
	// Lengths holds, by class of the gold arc (see LengthClass), words whose head and universal relation are right, and
	// all words.
	Lengths [lengthClasses]Count
}

const lengthClasses = 6

// LengthClass names the classes of arc lengths.
func LengthClass(i int) string {
	return [lengthClasses]string{"root", "1", "2", "3-5", "6-10", "11+"}[i]
}

func lengthClass(dep, head int) int {
	d := head - dep
	if d < 0 {
		d = -d
	}
	switch {
	case head < 0:
		return 0
	case d <= 2:
		return d
	case d <= 5:
		return 3
	case d <= 10:
		return 4
	}
	return 5
}

// Add counts one sentence; the guess must fit it (see Tally.Add).
func (d *Detail) Add(gold *Sentence, g Guess) {
	for i := range gold.Words {
		w := &gold.Words[i]
		d.at(w.Rel).Gold++
		d.at(g.Rel[i]).Guess++
		l := &d.Lengths[lengthClass(i, w.Head)]
		l.Gold++
		if int(g.Head[i]) == w.Head {
			if g.Rel[i] == w.Rel {
				d.at(w.Rel).Right++
			}
			if Base(g.Rel[i]) == Base(w.Rel) {
				l.Right++
			}
		}
	}
}

// at is the count of a relation.
func (d *Detail) at(rel string) *Count {
	if d.Relations == nil {
		d.Relations = make(map[string]*Count)
	}
	c := d.Relations[rel]
	if c == nil {
		c = new(Count)
		d.Relations[rel] = c
	}
	return c
}

// length is the count of the arcs as long as that of a gold word.
func (d *Detail) length(r *conllu.Row) *Count {
	return &d.Lengths[lengthClass(r.ID.N-1, r.Head-1)]
}

// String lists the relations by falling frequency, then the lengths.
func (d *Detail) String() string {
	var rels []string
	for r := range d.Relations {
		rels = append(rels, r)
	}
	sort.Slice(rels, func(i, j int) bool {
		a, b := d.Relations[rels[i]], d.Relations[rels[j]]
		if a.Gold != b.Gold {
			return a.Gold > b.Gold
		}
		return rels[i] < rels[j]
	})
	var b strings.Builder
	for _, r := range rels {
		c := d.Relations[r]
		fmt.Fprintf(&b, "%-14s F1 %6.2f gold %d guessed %d\n", r, c.F1(), c.Gold, c.Guess)
	}
	for i, c := range d.Lengths {
		fmt.Fprintf(&b, "arcs of %-6s LAS %6.2f of %d\n", LengthClass(i), Percent(c.Right, c.Gold), c.Gold)
	}
	return b.String()
}
