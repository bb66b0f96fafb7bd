package record

import (
	"encoding/json"
	"strings"
	"testing"
)

func day(s string) *string { return &s }

// sample is a small report without fault.
func sample() Report {
	text := "Norway “expelled” the envoy on Monday."
	return Report{Schema: Schema, ID: "r", Text: text, Events: []Event{{
		Schema: Schema, ID: "ev_abcdefghijklmnop", Report: "r", Type: "SANCTION", Mode: "expel", CAMEO: "161", Quad: 4, Goldstein: -4,
		Status: Occurred, Polarity: Affirmed,
		Actors:      []Party{{Name: "Norway", Text: "Norway", Span: Span{0, 6}, Kind: KindState, Country: "NOR", Sector: "GOV", Via: ViaName}},
		Targets:     []Party{{Name: "envoy", Text: "envoy", Span: Span{22, 27}, Kind: KindPerson, Via: ViaDescription}},
		Date:        Date{From: day("2024-01-01"), To: day("2024-01-01"), Grain: "day", Basis: BasisSaid, Span: &Span{28, 37}, Text: "on Monday"},
		Attribution: []Chain{}, Triggers: []Words{{Span{8, 16}, "expelled"}}, By: []string{"x"}, Score: 0.5,
	}}}
}

func TestValidate(t *testing.T) {
	r := sample()
	if err := r.Validate(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		spoil func(*Report)
		want  string
	}{
		"span outside": {func(r *Report) { r.Events[0].Triggers[0].Span = Span{30, 99} }, "does not lie in the text"},
		"other words":  {func(r *Report) { r.Events[0].Actors[0].Text = "Sweden" }, `is "Norway", not "Sweden"`},
		"no trigger":   {func(r *Report) { r.Events[0].Triggers = nil }, "no trigger"},
		"status":       {func(r *Report) { r.Events[0].Status = "done" }, `status "done"`},
		"backwards":    {func(r *Report) { r.Events[0].Date.To = day("2023-01-01") }, "runs backwards"},
		"reciprocal":   {func(r *Report) { r.Events[0].Reciprocal = true }, "reciprocal with"},
		"empty span":   {func(r *Report) { r.Events[0].Triggers[0].Span = Span{8, 8} }, "does not lie"},
		"country point": {func(r *Report) {
			x := 1.0
			r.Events[0].Place = &Place{Name: "Norway", Grain: "country", Lat: &x, Span: Span{0, 6}, Text: "Norway"}
		}, "became a point"},
		"date no words": {func(r *Report) { r.Events[0].Date.Span = nil }, "a date without words"},
	} {
		r := sample()
		c.spoil(&r)
		if err := r.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestKeysOfEvent(t *testing.T) {
	r := sample()
	b, err := json.Marshal(r.Events[0])
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for _, key := range []string{"schema", "id", "report", "type", "mode", "cameo", "quad", "goldstein", "status", "polarity", "actors", "targets", "date", "attribution", "triggers", "by", "score"} {
		i := strings.Index(string(b), `"`+key+`":`)
		if i < 0 || i < at {
			t.Errorf("key %q stands at %d, after %d", key, i, at)
		}
		at = i
	}
	if strings.Contains(string(b), "thirds") || strings.Contains(string(b), "background") {
		t.Error("empty keys were written: " + string(b))
	}
}
