package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"annals"
	"annals/engine/assemble"
	"annals/engine/doc"
	"annals/record"
)

// reading is a made report with one event, one relation and one quotation whose
// names hold what is hard to write: quotes, commas, breaks, wide letters, signs.
func reading() *annals.Reading {
	from, to := "2023-10-01", "2023-10-31"
	lo, hi := int64(3), int64(5)
	lat, lon := 59.913, 10.739
	a := record.Party{Name: "=Xi, \"the\nguest\"", Text: "Xi", Span: record.Span{0, 2}, ID: "Q1", Kind: record.KindPerson, Country: "CHN", Sector: "GOV", Via: record.ViaName}
	b := record.Party{Name: "平壤 <News> & Söhne", Text: "平壤", Span: record.Span{3, 5}, Kind: record.KindOrganisation, Country: "PRK", Via: record.ViaName}
	trigger := []record.Words{{Span: record.Span{6, 9}, Text: "met"}, {Span: record.Span{6, 9}, Text: "met"}, {Span: record.Span{10, 15}, Text: "talks\n"}}
	return &annals.Reading{
		Record: record.Report{Schema: record.Schema, ID: "r_1", Title: "A title", Published: "2023-11-01", Words: 9, Sentences: 1, Text: "text",
			Events: []record.Event{{Schema: record.Schema, ID: "ev_1", Report: "r_1", Type: "CONSULT", Mode: "visit", CAMEO: "042", Quad: 1, Goldstein: 1.9,
				Status: record.Occurred, Polarity: record.Denied, DeniedBy: &b, Actors: []record.Party{a, b}, Targets: []record.Party{b},
				Date: record.Date{From: &from, To: &to, Grain: "month", Basis: "said"}, Place: &record.Place{Name: "Oslo", Country: "NOR", Lat: &lat, Lon: &lon, Grain: "city", Basis: "said"},
				Amounts:     []record.Amount{{What: "killed", Min: &lo, Max: &hi}},
				Attribution: []record.Chain{{{Party: b, Kind: "says"}}}, Triggers: trigger, By: []string{"x"}, Score: 0.65}},
			Relations:  []record.Relation{{ID: "re_1", Report: "r_1", Type: "supports", From: a, To: b, Status: "holds", Polarity: record.Affirmed, Triggers: trigger, Score: 0.6}},
			Quotations: []record.Quotation{{ID: "qu_1", Report: "r_1", Kind: "direct", Speaker: &a, Content: []record.Span{{1, 2}, {4, 6}}, Text: "one … two"}}},
		Document: &doc.Document{}, Trace: &assemble.Trace{},
	}
}

func written(t *testing.T, format string, what What, o Options, readings ...*annals.Reading) string {
	t.Helper()
	var b bytes.Buffer
	w, err := New(&b, format, what, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range readings {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestColumns(t *testing.T) {
	for _, what := range []What{Events, Relations, Quotations, Reports} {
		rows, err := csv.NewReader(strings.NewReader(written(t, "csv", what, Options{}, reading()))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%s: %d rows, %v", what, len(rows), err)
		}
		cell := map[string]string{}
		for i, name := range rows[0] {
			if _, twice := cell[name]; twice {
				t.Errorf("%s: two columns %s", what, name)
			}
			cell[name] = rows[1][i]
		}
		want := map[What]map[string]string{
			Events: {"id": "ev_1", "actors": "=Xi, \"the\nguest\";平壤 <News> & Söhne", "actor_ids": "Q1;", "actor_countries": "CHN;PRK", "date_from": "2023-10-01", "date_to": "2023-10-31",
				"lat": "59.913", "killed_min": "3", "killed_max": "5", "wounded_min": "", "said_by": "平壤 <News> & Söhne", "said_kind": "says", "denied_by": "平壤 <News> & Söhne", "score": "0.65", "goldstein": "1.9", "reciprocal": "false"},
			Relations:  {"from_country": "CHN", "to": "平壤 <News> & Söhne", "status": "holds", "trigger": "met", "span_end": "9"},
			Quotations: {"speaker_id": "Q1", "cue": "", "span_start": "1", "span_end": "6", "text": "one … two"},
			Reports:    {"events": "1", "relations": "1", "quotations": "1", "set_aside": ""},
		}[what]
		for name, v := range want {
			if cell[name] != v {
				t.Errorf("%s: %s is %q, want %q", what, name, cell[name], v)
			}
		}
	}
	for _, what := range []What{All} {
		if _, err := New(&bytes.Buffer{}, "csv", what, Options{}); err == nil {
			t.Errorf("%s has columns", what)
		}
	}
}

func TestJSON(t *testing.T) {
	line := written(t, "jsonl", Events, Options{}, reading(), reading())
	if strings.Count(line, "\n") != 2 || !strings.Contains(line, "<News> & Söhne") {
		t.Errorf("got %s", line)
	}
	for n, readings := range [][]*annals.Reading{nil, {reading()}, {reading(), reading()}} {
		var list []record.Event
		if err := json.Unmarshal([]byte(written(t, "json", Events, Options{}, readings...)), &list); err != nil || len(list) != n {
			t.Errorf("%d readings: %d events, %v", n, len(list), err)
		}
	}
	report := written(t, "jsonl", Reports, Options{}, reading())
	if strings.Contains(report, `"triggers"`) || !strings.Contains(report, `"text"`) {
		t.Errorf("a report on its own: %s", report)
	}
	if all := written(t, "jsonl", All, Options{}, reading()); !strings.Contains(all, `"triggers"`) {
		t.Errorf("a report with everything: %s", all)
	}
}

func TestTable(t *testing.T) {
	table := written(t, "table", Events, Options{Why: "annals why x", After: " --published 2023-11-01"}, reading())
	want := `   date     status  event          who                                                         whom / where                     says                 words
1  2023-10  denied  CONSULT visit  =Xi, "the guest" (CHN GOV), 平壤 <News> & Söhne (PRK)  平壤 <News> & Söhne (PRK) · Oslo  平壤 <News> & Söhne  met … talks
1 event in 1 report. Why? annals why x --event 1 --published 2023-11-01
`
	if squeeze(table) != squeeze(want) {
		t.Errorf("got\n%s", table)
	}
	for _, line := range strings.Split(written(t, "table", Events, Options{Width: 60}, reading()), "\n")[:2] {
		if n := newTable(nil, Events, Options{}).cells.StringWidth(line); n > 60 {
			t.Errorf("%d cells wide: %s", n, line)
		}
	}
	if s := written(t, "table", Events, Options{Color: true}, reading()); !strings.Contains(s, dim+blue+struck+"CONSULT visit"+plain) {
		t.Errorf("colour: %q", s)
	}
	cut := written(t, "table", Events, Options{Rows: 1}, reading(), reading())
	if !strings.Contains(cut, "2 events in 2 reports. 1 more rows: -n 0.") {
		t.Errorf("got %s", cut)
	}
	if s := written(t, "table", Relations, Options{}, reading()); !strings.Contains(s, "1 relation in 1 report.") {
		t.Errorf("got %s", s)
	}
	other := reading()
	other.Record.ID = "r_2"
	if s := written(t, "table", Events, Options{Why: "annals why x"}, reading(), other); !strings.Contains(s, "report\n") || !strings.Contains(s, "--report ID --event 1") {
		t.Errorf("got %s", s)
	}
	if s := written(t, "table", Events, Options{}); s != "0 events in 0 reports.\n" {
		t.Errorf("got %q", s)
	}
}

// squeeze makes runs of blanks one, so that the test does not count cells.
func squeeze(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		out = append(out, strings.Join(strings.Fields(l), " "))
	}
	return strings.Join(out, "\n")
}

// TestNoEscapes holds that signs in names cannot steer a terminal.
func TestNoEscapes(t *testing.T) {
	r := reading()
	r.Record.Events[0].Actors[0].Name = "evil\x1b[2Jname\u009b"
	if s := written(t, "table", Events, Options{}, r); strings.ContainsAny(s, "\x1b\u009b") {
		t.Errorf("got %q", s)
	}
}
