package report

import (
	"fmt"
	"sort"
	"strings"
)

// fault is what is wrong with one record; its place is added by the reader of the format.
type fault struct{ reason, hint string }

func (f *fault) Error() string { return f.reason }

// fields are the values of one record by the input's own names.
type fields interface {
	names() []string
	// str gives a value as text; "" for a missing or empty one. key is the report's key it is wanted for.
	str(key, name string) (string, *fault)
}

// build makes a report of a record. The id is given back even where the record is faulty, for the message.
func (rd *reader) build(f fields, cols columns) (*Report, string, *fault) {
	r := &Report{}
	var first *fault
	var published string
	for _, slot := range []struct {
		key string
		to  *string
	}{
		{"id", &r.ID}, {"title", &r.Title}, {"text", &r.Body}, {"published", &published}, {"outlet", &r.Outlet},
		{"url", &r.URL}, {"author", &r.Author}, {"section", &r.Section}, {"language", &r.Language},
	} {
		name, ok := cols[slot.key]
		if !ok {
			continue
		}
		v, bad := f.str(slot.key, name)
		if bad != nil && first == nil {
			first = bad
		}
		*slot.to = v
	}
	r.ID, r.Language = strings.TrimSpace(r.ID), strings.TrimSpace(r.Language)
	if first != nil {
		return nil, r.ID, first
	}
	if published = strings.TrimSpace(published); published != "" {
		day, err := ParseDate(published, rd.o.DateLayout)
		if err != nil {
			return nil, r.ID, &fault{fmt.Sprintf("%q: %v", cols["published"], err), dateHint(rd.o.DateLayout)}
		}
		r.Published, r.PublishedBasis = day, BasisInput
	}
	if strings.TrimSpace(r.Body) == "" && strings.TrimSpace(r.Title) == "" {
		return nil, r.ID, noText(f.names(), cols, rd.o.Map)
	}
	return r, r.ID, nil
}

func noText(names []string, cols columns, m map[string]string) *fault {
	if name, ok := cols["text"]; ok {
		return &fault{fmt.Sprintf("no text: %q is empty", name), ""}
	}
	sort.Strings(names)
	have := "it has no keys"
	if len(names) > 0 {
		const most = 12
		list := names
		if len(list) > most {
			list = append(append([]string(nil), list[:most]...), "…")
		}
		have = "its keys are " + strings.Join(list, ", ")
	}
	if name, ok := m["text"]; ok {
		return &fault{fmt.Sprintf("no text: no key %q; %s", name, have), ""}
	}
	return &fault{"no text: no key text, body or content; " + have, "Name it with --map text=KEY"}
}

func dateHint(layout string) string {
	if layout != "" {
		return "The layout given by --date-layout is " + layout
	}
	return "Try --date-layout"
}
