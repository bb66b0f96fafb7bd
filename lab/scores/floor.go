package scores

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"annals/table"
)

// Floor is the least, or with Most the greatest, figure with which a change may land.
type Floor struct {
	Set    string // name of the file without .json
	Metric string // name under "metrics", else a path of keys divided by dots
	Value  float64
	Most   bool // a ceiling: written with "<" before the number
}

// Row is a floor and the figure that stands against it.
type Row struct {
	Floor
	Have    float64
	Missing string // why there is no figure, "" where there is one
}

// OK says whether the figure keeps to the floor.
func (r Row) OK() bool {
	switch {
	case r.Missing != "":
		return false
	case r.Most:
		return r.Have <= r.Value
	}
	return r.Have >= r.Value
}

// ReadFloors reads a table of floors with the columns set, metric and floor.
func ReadFloors(path string) ([]Floor, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	t, problems := table.Parse(path, src)
	var errs []error
	for _, p := range problems {
		errs = append(errs, p)
	}
	set, metric, floor := t.Column("set"), t.Column("metric"), t.Column("floor")
	if len(errs) == 0 && (set < 0 || metric < 0 || floor < 0) {
		errs = append(errs, fmt.Errorf("%s: columns set, metric and floor are needed, not %s", path, strings.Join(t.Columns, " ")))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	var floors []Floor
	for _, row := range t.Rows {
		text, most := strings.CutPrefix(row.Get(floor), "<")
		v, err := strconv.ParseFloat(text, 64)
		switch {
		case err != nil:
			errs = append(errs, t.Fault(row, floor, `write 0.85, or <0.85 for a figure that must not rise above it`, "%q is no number", row.Get(floor)))
		case row.Get(set) == "" || row.Get(metric) == "":
			errs = append(errs, t.Fault(row, 0, "", "a floor without set or metric"))
		}
		floors = append(floors, Floor{Set: row.Get(set), Metric: row.Get(metric), Value: v, Most: most})
	}
	return floors, errors.Join(errs...)
}

// Check holds the scores stored in dir to the floors.
func Check(dir string, floors []Floor) ([]Row, error) {
	trees := map[string]map[string]any{}
	rows := make([]Row, 0, len(floors))
	for _, f := range floors {
		if _, known := trees[f.Set]; !known {
			tree, err := read(dir, f.Set)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
			trees[f.Set] = tree
		}
		row := Row{Floor: f}
		if trees[f.Set] == nil {
			row.Missing = "no scores"
		} else if v, ok := find(trees[f.Set], f.Metric); ok {
			row.Have = v
		} else {
			row.Missing = "no such metric"
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// find looks a metric up under "metrics" by its name, or anywhere by its path.
func find(tree map[string]any, metric string) (float64, bool) {
	if m, ok := tree["metrics"].(map[string]any); ok {
		if v, ok := m[metric].(float64); ok {
			return v, true
		}
	}
	var at any = tree
	for key := range strings.SplitSeq(metric, ".") {
		m, ok := at.(map[string]any)
		if !ok {
			return 0, false
		}
		at = m[key]
	}
	v, ok := at.(float64)
	return v, ok
}

// Print writes the table of floors and says how many are broken.
func Print(w io.Writer, rows []Row) (broken int, err error) {
	for _, r := range rows {
		sign, state, have := ">=", "ok", strconv.FormatFloat(r.Have, 'f', decimals, 64)
		if r.Most {
			sign = "<="
		}
		if r.Missing != "" {
			have = "-"
		}
		if !r.OK() {
			broken++
			if state = "BROKEN"; r.Missing != "" {
				state += ": " + r.Missing
			}
		}
		if _, err := fmt.Fprintf(w, "%-20s %-24s %9s %s %-9s %s\n", r.Set, r.Metric, have, sign, strconv.FormatFloat(r.Value, 'f', -1, 64), state); err != nil {
			return broken, err
		}
	}
	return broken, nil
}
