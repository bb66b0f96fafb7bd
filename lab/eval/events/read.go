package events

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"annals/record"
	"annals/report"
)

// ReadGold reads gold items from a JSON Lines file, packed with gzip or not.
func ReadGold(path string) ([]Item, error) {
	var items []Item
	err := eachLine(path, func(line []byte) error {
		var it Item
		if err := json.Unmarshal(line, &it); err != nil {
			return err
		}
		if it.ID == "" {
			return errors.New("no id: is this a file of gold items?")
		}
		items = append(items, it)
		return nil
	})
	return items, err
}

// ReadSystem reads what a system printed: reports with everything nested, or
// events, quotations and relations one a line, in any mixture.
func ReadSystem(path string) ([]Line, error) {
	g := gather{at: map[string]int{}}
	err := eachLine(path, g.add)
	return g.lines, err
}

// FromReports turns coded reports into lines through the JSON that they are
// printed as, so that what is scored is what a user gets.
func FromReports(reports []record.Report) ([]Line, error) {
	g := gather{at: map[string]int{}}
	for i := range reports {
		b, err := json.Marshal(&reports[i])
		if err != nil {
			return nil, fmt.Errorf("report %s: %w", reports[i].ID, err)
		}
		if err := g.add(b); err != nil {
			return nil, fmt.Errorf("report %s: %w", reports[i].ID, err)
		}
	}
	return g.lines, nil
}

func eachLine(path string, do func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if head, _ := in.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		in = bufio.NewReader(z)
	}
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := do(line); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}

// gather collects lines by report, in the order in which reports are first told of.
type gather struct {
	lines []Line
	at    map[string]int
}

func (g *gather) line(report string) *Line {
	k, ok := g.at[report]
	if !ok {
		k = len(g.lines)
		g.at[report] = k
		g.lines = append(g.lines, Line{Report: report})
	}
	return &g.lines[k]
}

// add tells the kind of a line by its keys, as the reference does.
func (g *gather) add(line []byte) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return err
	}
	has := func(key string) bool { _, ok := keys[key]; return ok }
	var of struct {
		ID     string `json:"id"`
		Report string `json:"report"`
	}
	if err := json.Unmarshal(line, &of); err != nil {
		return err
	}
	switch {
	case has("events") || has("text") && !has("triggers") && !has("content"):
		// Not an Item: "sentences" is a number in a record and spans in gold.
		var r struct {
			Events     []Event     `json:"events"`
			Quotations []Quotation `json:"quotations"`
			Relations  []Relation  `json:"relations"`
		}
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l := g.line(of.ID)
		l.Events = append(l.Events, r.Events...)
		l.Quotations = append(l.Quotations, r.Quotations...)
		l.Relations = append(l.Relations, r.Relations...)
	case !has("report"):
		if has("content") || has("type") {
			return fmt.Errorf("a record without its report (keys: %s)", strings.Join(names(keys), ", "))
		}
	case has("content"):
		return add(line, &g.line(of.Report).Quotations)
	case has("from") && has("to"):
		return add(line, &g.line(of.Report).Relations)
	case has("type"):
		return add(line, &g.line(of.Report).Events)
	}
	return nil
}

func add[T any](line []byte, to *[]T) error {
	var x T
	if err := json.Unmarshal(line, &x); err != nil {
		return err
	}
	*to = append(*to, x)
	return nil
}

// Report is the item as the engine gets it. The text of an item holds its title already.
func (it *Item) Report() *report.Report {
	r := &report.Report{ID: it.ID, Title: it.Title, Published: it.Published, Outlet: it.Outlet, Language: "en"}
	if r.Published != "" {
		r.PublishedBasis = report.BasisInput
	}
	body, ok := strings.CutPrefix(it.Text, it.Title+"\n\n")
	if it.Title == "" || !ok {
		r.Title, body = "", it.Text
	}
	r.Body = body
	return r
}
