package timex

import (
	"errors"
	"fmt"
	"io/fs"
	"sort"
	"strconv"

	"annals/table"
)

// tableFile is the word table, in the root of the language's folder.
const tableFile = "time.tsv"

// entry is one row of the table, its word cut into items.
type entry struct {
	items []string
	class string
	value string
	n     int // value as a number, 0 where it is none
}

// words is the table, by first item, longest entries first.
type words struct {
	first map[string][]entry
}

// classes are the classes that the rules ask for; a row with another one is an error.
var classes = [...]string{"about", "achieve", "away", "before", "after", "clock", "counted", "daypart", "defer", "dayword", "deixis",
	"each", "future", "holiday", "month", "month-abbr", "movable", "named-day", "nightword", "number", "often", "ordinal", "paper", "past",
	"plan", "portion", "position", "season", "set", "since", "some", "to", "unit", "units", "until", "vague", "vague-units",
	"weekday", "weekday-abbr", "weekdays", "zone"}

// readWords reads and checks the table of a language.
func readWords(tables fs.FS) (*words, error) {
	src, err := fs.ReadFile(tables, tableFile)
	if err != nil {
		return nil, fmt.Errorf("timex: read the words of time: %w", err)
	}
	tab, problems := table.Parse(tableFile, src)
	w := &words{first: map[string][]entry{}}
	for _, row := range tab.Rows {
		e := entry{class: row.Get(1), value: row.Get(2)}
		known := false
		for _, c := range classes {
			known = known || c == e.class
		}
		if !known {
			problems = append(problems, tab.Fault(row, 1, table.DidYouMean(e.class, classes[:]), "%q is not a class of time words", e.class))
			continue
		}
		if n, err := strconv.Atoi(e.value); err == nil {
			e.n = n
		}
		if e.class == "unit" || e.class == "units" || e.class == "set" {
			if _, ok := unitNamed(e.value); !ok {
				problems = append(problems, tab.Fault(row, 2, "", "%q is not a unit of time", e.value))
				continue
			}
		}
		if e.class == "holiday" {
			if _, ok := parseFeast(e.value); !ok {
				problems = append(problems, tab.Fault(row, 2, "write month-day, easter+N or month:weekday:which", "%q is not the day of a feast", e.value))
				continue
			}
		}
		for _, it := range cut(row.Get(0), 0, nil) {
			e.items = append(e.items, it.low)
		}
		if len(e.items) == 0 {
			problems = append(problems, tab.Fault(row, 0, "", "a row without a word"))
			continue
		}
		w.first[e.items[0]] = append(w.first[e.items[0]], e)
	}
	if len(problems) > 0 {
		errs := make([]error, len(problems))
		for i, p := range problems {
			errs[i] = p
		}
		return nil, fmt.Errorf("timex: %w", errors.Join(errs...))
	}
	for _, list := range w.first {
		sort.SliceStable(list, func(a, b int) bool { return len(list[a].items) > len(list[b].items) })
	}
	return w, nil
}
