package check

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"annals/report"
)

// Finding is what there is to say of one report or input.
type Finding struct {
	Where string // file:line, the file alone where lines mean nothing
	What  string
	Note  bool  // worth knowing, but the report would be coded as it should
	Err   error // the input that could not be read; nil where there is a report
}

// Tally counts the reports of a run.
type Tally struct {
	Read, Dated, Aside, Rejected, Doubles int
	Formats                               []string // in the order in which they came
	count                                 map[string]int
}

// String is the tally in one line.
func (t *Tally) String() string {
	var kinds []string
	for _, f := range t.Formats {
		kinds = append(kinds, fmt.Sprintf("%d %s", t.count[f], f))
	}
	in := ""
	if len(kinds) > 0 {
		in = " (" + strings.Join(kinds, ", ") + ")"
	}
	return fmt.Sprintf("%d reports%s: %d with a day · %d to be set aside · %d rejected · %d doubles", t.Read, in, t.Dated, t.Aside, t.Rejected, t.Doubles)
}

// Reports looks at reports without coding them: their language, encoding, days,
// doubles and what could not be read.
func Reports(reports iter.Seq2[*report.Report, error], t *Tally) iter.Seq[Finding] {
	t.count = map[string]int{}
	return func(yield func(Finding) bool) {
		ids, contents := map[string]string{}, map[string]string{}
		for r, err := range reports {
			if err != nil {
				t.Rejected++
				if !yield(rejected(err)) {
					return
				}
				continue
			}
			for _, f := range t.look(r, ids, contents) {
				if !yield(f) {
					return
				}
			}
		}
	}
}

func rejected(err error) Finding {
	var bad *report.BadInput
	if !errors.As(err, &bad) {
		return Finding{What: err.Error(), Err: err}
	}
	where := bad.File
	if bad.Line > 0 {
		where = fmt.Sprintf("%s:%d", bad.File, bad.Line)
	}
	what := bad.Reason
	if bad.Hint != "" {
		what += " (" + bad.Hint + ")"
	}
	return Finding{Where: where, What: what, Err: err}
}

// look counts a report and says what is odd about it.
func (t *Tally) look(r *report.Report, ids, contents map[string]string) []Finding {
	t.Read++
	if t.count[r.Origin.Format]++; t.count[r.Origin.Format] == 1 {
		t.Formats = append(t.Formats, r.Origin.Format)
	}
	where := r.Origin.File
	if r.Origin.Line > 0 {
		where = fmt.Sprintf("%s:%d", r.Origin.File, r.Origin.Line)
	}
	var out []Finding
	if r.SetAside != "" {
		t.Aside++
		out = append(out, Finding{Where: where, What: "would be set aside: " + r.SetAside})
	}
	if r.Guess != "" {
		out = append(out, Finding{Where: where, What: r.Guess, Note: true})
	}
	if r.Published != "" {
		t.Dated++
	} else {
		out = append(out, Finding{Where: where, What: "no day of publication: relative dates stay open unless the text has a dateline", Note: true})
	}
	content := report.ContentID(r.Title, r.Body, "")
	switch first, same := ids[r.ID], contents[content]; {
	case same != "":
		t.Doubles++
		out = append(out, Finding{Where: where, What: "the same text stands already at " + same})
	case first != "":
		t.Doubles++
		out = append(out, Finding{Where: where, What: "the id " + r.ID + " stands already at " + first})
	}
	if ids[r.ID] == "" {
		ids[r.ID] = where
	}
	if contents[content] == "" {
		contents[content] = where
	}
	return out
}
