package ontology

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"annals/table"
)

type loader struct {
	fsys     fs.FS
	o        *Ontology
	problems []table.Problem
	err      error
}

func (l *loader) load() {
	l.types()
	l.codes()
	l.relations()
	l.frames()
	l.maps()
}

// each reads a table and calls row for each row; a missing file is an error.
func (l *loader) each(name string, columns int, row func(t *table.Table, r table.Row)) {
	src, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.err = errors.Join(l.err, fmt.Errorf("ontology table %s: %w", name, err))
		return
	}
	t, problems := table.Parse(name, src)
	l.problems = append(l.problems, problems...)
	if len(t.Columns) != columns {
		l.problems = append(l.problems, table.Problem{Pos: table.Pos{File: name, Line: 1, Col: 1},
			Msg: fmt.Sprintf("%d columns are named, %d are wanted", len(t.Columns), columns)})
		return
	}
	for _, r := range t.Rows {
		row(t, r)
	}
}

func (l *loader) fault(t *table.Table, r table.Row, cell int, hint, format string, args ...any) {
	l.problems = append(l.problems, t.Fault(r, cell, hint, format, args...))
}

func (l *loader) number(t *table.Table, r table.Row, cell int) float64 {
	if r.Get(cell) == "" {
		return 0
	}
	v, err := strconv.ParseFloat(r.Get(cell), 64)
	if err != nil {
		l.fault(t, r, cell, "", "%q is not a number", r.Get(cell))
	}
	return v
}

func (l *loader) types() {
	l.each("plover/types.tsv", 4, func(t *table.Table, r table.Row) {
		l.o.types[r.Get(0)] = Type{Code: r.Get(0), Quad: int(l.number(t, r, 1)), Score: l.number(t, r, 2)}
		l.o.modes[r.Get(0)] = map[string]bool{"": true}
	})
	l.each("plover/modes.tsv", 3, func(t *table.Table, r table.Row) {
		if l.o.modes[r.Get(0)] == nil {
			l.fault(t, r, 0, table.DidYouMean(r.Get(0), keys(l.o.types)), "no type %q", r.Get(0))
			return
		}
		l.o.modes[r.Get(0)][r.Get(1)] = true
	})
	l.each("plover/contexts.tsv", 1, func(t *table.Table, r table.Row) { l.o.contexts[r.Get(0)] = true })
}

func (l *loader) codes() {
	l.each("cameo/codes.tsv", 4, func(t *table.Table, r table.Row) {
		c := Code{Code: r.Get(0), Parent: r.Get(1), Label: r.Get(3), Goldstein: l.number(t, r, 2)}
		if r.Get(2) == "" {
			parent, ok := l.o.codes[c.Parent]
			if !ok {
				l.fault(t, r, 1, "parents stand before their children", "no code %q above", c.Parent)
			}
			c.Goldstein = parent.Goldstein
		}
		l.o.codes[c.Code] = c
	})
}

func (l *loader) relations() {
	l.each("relations.tsv", 3, func(t *table.Table, r table.Row) {
		l.o.relations[r.Get(0)] = true
		l.o.symmetric[r.Get(0)] = r.Get(1) == "yes"
	})
}

func (l *loader) frames() {
	kinds := []string{string(Act), string(Mutual), string(Speech), string(State)}
	l.each("frames.tsv", 7, func(t *table.Table, r table.Row) {
		f := &Frame{Name: r.Get(0), Kind: FrameKind(r.Get(1)), Actor: r.Get(2), Target: r.Get(3), Third: r.Get(4), Absorbs: r.Get(5), Topic: r.Get(6)}
		if !contains(kinds, string(f.Kind)) {
			l.fault(t, r, 1, table.DidYouMean(string(f.Kind), kinds), "no kind of frame %q", f.Kind)
		}
		if l.o.frames[f.Name] != nil {
			l.fault(t, r, 0, "", "frame %s stands twice", f.Name)
			return
		}
		l.o.frames[f.Name] = f
		l.o.order = append(l.o.order, f.Name)
	})
	l.each("relations-map.tsv", 2, func(t *table.Table, r table.Row) {
		l.known(t, r, 0)
		if !l.o.relations[r.Get(1)] {
			l.fault(t, r, 1, table.DidYouMean(r.Get(1), keys(l.o.relations)), "no relation %q", r.Get(1))
		}
		l.o.stateRel[r.Get(0)] = r.Get(1)
	})
}

// known reports a frame that frames.tsv lacks.
func (l *loader) known(t *table.Table, r table.Row, cell int) {
	if name := r.Get(cell); l.o.frames[name] == nil {
		l.fault(t, r, cell, table.DidYouMean(name, l.o.order), "no frame %q", name)
	}
}

func (l *loader) maps() {
	l.each("plover/map.tsv", 4, func(t *table.Table, r table.Row) {
		l.known(t, r, 0)
		cond, problems := parseCondition(t, r, 1)
		l.problems = append(l.problems, problems...)
		if _, ok := l.o.types[r.Get(2)]; !ok {
			l.fault(t, r, 2, table.DidYouMean(r.Get(2), keys(l.o.types)), "no type %q", r.Get(2))
		} else if !l.o.modes[r.Get(2)][r.Get(3)] {
			l.fault(t, r, 3, table.DidYouMean(r.Get(3), keys(l.o.modes[r.Get(2)])), "%s has no mode %q", r.Get(2), r.Get(3))
		}
		l.o.plover[r.Get(0)] = append(l.o.plover[r.Get(0)], ploverRow{cond, r.Get(2), r.Get(3), r.Line})
	})
	l.each("cameo/map.tsv", 4, func(t *table.Table, r table.Row) {
		l.known(t, r, 0)
		cond, problems := parseCondition(t, r, 1)
		l.problems = append(l.problems, problems...)
		for _, cell := range []int{2, 3} {
			if _, ok := l.o.codes[r.Get(cell)]; !ok && r.Get(cell) != "" {
				l.fault(t, r, cell, "", "no CAMEO code %q", r.Get(cell))
			}
		}
		l.o.cameo[r.Get(0)] = append(l.o.cameo[r.Get(0)], cameoRow{cond, r.Get(2), r.Get(3), r.Line})
	})
	l.each("plover/future.tsv", 3, func(t *table.Table, r table.Row) {
		for _, cell := range []int{0, 1} {
			if _, ok := l.o.types[r.Get(cell)]; !ok {
				l.fault(t, r, cell, table.DidYouMean(r.Get(cell), keys(l.o.types)), "no type %q", r.Get(cell))
			}
		}
		l.o.future[r.Get(0)] = futureRow{r.Get(1), r.Get(2) == "yes"}
	})
	for _, name := range l.o.order {
		f := l.o.frames[name]
		if f.Kind == State {
			if l.o.stateRel[name] == "" {
				l.missing("relations-map.tsv", name)
			}
			continue
		}
		if len(l.o.plover[name]) == 0 || len(l.o.plover[name][len(l.o.plover[name])-1].cond) > 0 {
			l.missing("plover/map.tsv", name)
		}
		if len(l.o.cameo[name]) == 0 || len(l.o.cameo[name][len(l.o.cameo[name])-1].cond) > 0 {
			l.missing("cameo/map.tsv", name)
		}
	}
}

// missing reports a frame without a row that always holds.
func (l *loader) missing(file, frame string) {
	l.problems = append(l.problems, table.Problem{Pos: table.Pos{File: file, Line: 1, Col: 1},
		Msg: fmt.Sprintf("frame %s has no row that always holds", frame), Hint: "end its rows with the condition -"})
}
