package report

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// Options say how to read. The zero value is usable.
type Options struct {
	// Map renames keys and columns: it leads from the record's key to the input's ("text" → "body"). A mapped key
	// wins over all names that are known without it.
	Map map[string]string
	// Published is the day for reports that bring none, in any form that ParseDate reads.
	Published string
	// DateLayout is tried first on dates of the input: a layout in the manner of Go's time package
	// ("02/01/2006"), or "unix" or "unixms" for seconds or milliseconds since 1970.
	DateLayout string
	// Languages are the base tags of the languages that the engine knows; nil means English alone. "*" lets all pass.
	Languages []string
	// Workers is the number of HTML pages that are read at the same time; the order of reports stays that of the
	// input. 0 and 1: one after another.
	Workers int
	// Limits bound the memory; a field that is zero has the value of DefaultLimits.
	Limits Limits
	// Stdin is read where a path is "-".
	Stdin io.Reader
}

// Limits are the bounds of reading. Each can be raised.
type Limits struct {
	LineBytes   int // bytes of one record: a line of JSON Lines, a row of a table, an element of a JSON array, a feed item
	ReportRunes int // code points of one report's text
	PageBytes   int // bytes of one HTML page or feed file
	HTMLDepth   int // elements of a page within one another; more than 512 the parser does not take
	HTMLNodes   int // elements and pieces of text of a page
	RawBytes    int // bytes of a bad record that are kept in BadInput.Raw
}

// DefaultLimits are the limits of the record's contract and, for pages, some ten times what real ones need.
func DefaultLimits() Limits {
	return Limits{
		LineBytes:   64 << 20,
		ReportRunes: 2_000_000,
		PageBytes:   64 << 20,
		HTMLDepth:   512,
		HTMLNodes:   500_000,
		RawBytes:    1 << 20,
	}
}

func (l Limits) filled() Limits {
	d := DefaultLimits()
	for _, p := range []struct {
		have *int
		def  int
	}{
		{&l.LineBytes, d.LineBytes}, {&l.ReportRunes, d.ReportRunes}, {&l.PageBytes, d.PageBytes},
		{&l.HTMLDepth, d.HTMLDepth}, {&l.HTMLNodes, d.HTMLNodes}, {&l.RawBytes, d.RawBytes},
	} {
		if *p.have <= 0 {
			*p.have = p.def
		}
	}
	return l
}

// Validate says what is wrong with the options themselves: an unknown key in Map, a Published that is no day.
func (o Options) Validate() error {
	keys := make([]string, 0, len(o.Map))
	for k := range o.Map {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if !isKey(k) {
			return fmt.Errorf("map: no key %q in a report: the keys are %s", k, strings.Join(Keys(), ", "))
		}
		if o.Map[k] == "" {
			return fmt.Errorf("map: key %q is given no name; write %s=NAME", k, k)
		}
	}
	if o.Published != "" {
		if _, err := ParseDate(o.Published, o.DateLayout); err != nil {
			return fmt.Errorf("published: %w", err)
		}
	}
	return nil
}

// ParseMap reads the value of a --map flag: "text=body,published=date".
func ParseMap(s string) (map[string]string, error) {
	m := map[string]string{}
	for _, part := range strings.Split(s, ",") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		k, v, ok := strings.Cut(part, "=")
		k, v = strings.TrimSpace(k), strings.TrimSpace(v)
		if !ok || k == "" || v == "" {
			return nil, fmt.Errorf("map: %q is not of the form key=name", part)
		}
		if _, twice := m[k]; twice {
			return nil, fmt.Errorf("map: key %q is given twice", k)
		}
		m[k] = v
	}
	return m, Options{Map: m}.Validate()
}
