package annals_test

import (
	"context"
	"testing"

	"annals"
	"annals/report"
)

// TestOpenParty holds that a record says which persons a party may be where the
// engine could not choose, and gives none of them as its id.
func TestOpenParty(t *testing.T) {
	c, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: "Norway condemned Mike Rogers on Monday. The police arrested him. Sweden condemned Rogers on Tuesday.", Published: "2021-06-01"})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, e := range r.Events {
		for _, p := range e.Targets {
			seen++
			if p.ID != "" || len(p.Open) != 2 || p.Name != "Mike Rogers" {
				t.Errorf("%s: target %q has id %q and open %v; want none and two", e.Type, p.Name, p.ID, p.Open)
			}
		}
	}
	if seen == 0 {
		t.Error("no event with a target")
	}
}

// TestVia holds that each party tells how it was found.
func TestVia(t *testing.T) {
	c, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		text string
		via  string // of the first actor
	}{
		{"Norway condemned Sweden on Monday.", "name"},
		{"Moscow condemned Sweden on Monday.", "metonym"},
		{"Police arrested Emmanuel Macron on Monday. He condemned Sweden.", "pronoun"},
		{"Gunmen killed twelve villagers on Monday.", "group"},
		{"The prime minister of Norway condemned Sweden on Monday.", "title"},
	} {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2021-06-02"})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(r.Events); n == 0 || len(r.Events[n-1].Actors) == 0 {
			t.Errorf("%s: no event with an actor", x.text)
			continue
		} else if got := string(r.Events[n-1].Actors[0].Via); got != x.via {
			t.Errorf("%s: found by %s, want %s", x.text, got, x.via)
		}
	}
}
