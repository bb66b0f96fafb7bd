package syntax

import (
	"slices"
)

// The layers that a watch sees, in the order of Ranges.
const (
	watchProj = iota
	watchTag
	watchArc
	watchHead
	watchDep
	watchProduct
	watched
)

// watch collects the values of layers before they become bytes, for Calibrate. A nil watch sees nothing.
type watch struct{ values [watched][]float32 }

func (w *watch) see(layer int, x []float32) {
	if w != nil {
		w.values[layer] = append(w.values[layer], x...)
	}
}

// tails is the share of values on each side that a range leaves out.
const tails = 1e-5

// spread gives the range of the values, rare ones left out.
func spread(x []float32) Range {
	if len(x) == 0 {
		return Range{-1, 1}
	}
	slices.Sort(x)
	cut := int(tails * float64(len(x)))
	r := Range{min(0, x[cut]), max(0, x[len(x)-1-cut])}
	if !r.ok() {
		return Range{-1, 1}
	}
	return r
}

// Calibrate sets the ranges from sentences like those that will be read; some hundreds are enough.
func (f *File) Calibrate(sents [][]string) error {
	wide := Range{-8, 8}
	f.Header.Ranges = Ranges{wide, wide, wide, wide, wide, wide}
	// The first round finds the range of the projections, on which all others depend.
	for round := range 2 {
		data, err := f.Encode()
		if err != nil {
			return err
		}
		m, err := Load(data)
		if err != nil {
			return err
		}
		s := &Scratch{watch: new(watch)}
		trees := make([]*Tree, len(sents))
		for i := range trees {
			trees[i] = new(Tree)
		}
		m.ParseBatch(s, sents, trees)
		v := &s.watch.values
		r := &f.Header.Ranges
		r.Proj = spread(v[watchProj])
		if round == 1 {
			r.Tag, r.Arc, r.Head = spread(v[watchTag]), spread(v[watchArc]), spread(v[watchHead])
			r.Dep, r.Product = spread(v[watchDep]), spread(v[watchProduct])
		}
	}
	return nil
}
