package annals

import (
	"context"
	"testing"

	"annals/report"
)

// once are reports with the number of events of a type that they tell, and the
// parties of the last of them.
var once = []struct {
	title, body, kind string
	n, parties        int
}{
	{"Two arrested in Oslo", "OSLO (Reuters) - Norwegian police have arrested two people in Oslo.", "COERCE", 1, 2},
	{"", "Rival Palestinian factions signed a deal in Algiers. The agreement was signed by Ismael Haniyeh of Hamas.", "SUPPORT", 1, 1},
	{"", "The Malian army attacked a camp near Gao on Monday. On Friday it attacked a camp near Timbuktu.", "ASSAULT", 2, 2},
}

// TestOnce tells that one happening told twice is one event, and two are two.
func TestOnce(t *testing.T) {
	c := coder(t)
	for _, x := range once {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Title: x.title, Body: x.body, Published: "2023-04-05"})
		if err != nil {
			t.Fatal(err)
		}
		n, parties := 0, 0
		for _, e := range r.Events {
			if string(e.Type) == x.kind {
				n, parties = n+1, len(e.Actors)+len(e.Targets)
			}
		}
		if n != x.n || parties != x.parties {
			t.Errorf("%q tells %d %s with %d parties, want %d with %d", x.body, n, x.kind, parties, x.n, x.parties)
		}
	}
}
