package annals

import (
	"context"
	"testing"

	"annals/report"
)

// TestRelations says what holds between parties by words beside their names.
func TestRelations(t *testing.T) {
	c := coder(t)
	for _, x := range []struct{ text, want string }{
		{"Pro-Russian separatists shot down a Ukrainian jet near Donetsk.", "supports UKR RUS"},
		{"Anti-Chinese protesters burned a shop in Hanoi.", "opposes VNM CHN"},
		{"Turkish-backed rebels attacked Aleppo in Syria.", "supports TUR SYR"},
		{"The American base in Greenland was closed.", "hosts_forces DNK USA"},
		{"Gunmen attacked a convoy of the movement led by Kari Vold in Mali.", "leads MLI -"},
		{"Chad is increasingly reliant on France.", "dependent_on TCD FRA"},
		{"Rebels loyal to Riek Machar attacked a convoy near Juba in South Sudan.", "supports SSD SSD"},
		{"Turkey, a NATO member, condemned the attack.", "member_of TUR IGO"},
		{"Belarus, Russia's ally, held a parade.", "allied_with BLR RUS"},
		{"The general of Chad is under EU sanctions.", "sanctions_in_force EUR TCD"},
		// no stance, no land in dispute
		{"Protesters gathered at a pro-democracy rally in Hanoi.", ""},
		{"The path led to the coast of Chad.", ""},
	} {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2018-04-05"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, rel := range r.Relations {
			from, to := rel.From.Country, rel.To.Country
			if from == "" {
				from = "-"
			}
			if to == "" {
				to = "-"
			}
			got = rel.Type + " " + from + " " + to
			if got == x.want {
				break
			}
		}
		if got != x.want {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}
