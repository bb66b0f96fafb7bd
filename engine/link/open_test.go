package link_test

import "testing"

// TestNamesakes: where several persons of a name fit as well, none is taken and
// all are kept; a country beside the name decides.
func TestNamesakes(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		text, words string
		open        int
		country     string
	}{
		{"David Smith criticised the law.", "David Smith", 2, ""},
		{"Mike Rogers criticised the law.", "Mike Rogers", 2, "USA"},
		{"Emmanuel Macron criticised the law.", "Emmanuel Macron", 0, "FRA"},
	} {
		d := read(t, s, "2021-06-01", c.text)
		m := find(d, c.words)
		if m == nil {
			t.Errorf("%s: no mention %q", c.text, c.words)
			continue
		}
		if len(m.Open) != c.open || len(m.OpenIDs) != c.open || m.Country != c.country || (m.Entity == 0) != (c.open > 0) {
			t.Errorf("%s: open %v, ids %v, country %q, entity %d; want %d open and country %q", c.text, m.Open, m.OpenIDs, m.Country, m.Entity, c.open, c.country)
		}
	}
}

// TestStranger: a family name alone stands for somebody of whom the report tells
// nothing else only if he is known everywhere.
func TestStranger(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		text, words, name string
	}{
		{"Police searched the flat that Jenkins rents.", "Jenkins", "Jenkins"},
		{"Police searched the flat that Putin rents.", "Putin", "Vladimir Putin"},
	} {
		d := read(t, s, "2021-06-01", c.text)
		if m := find(d, c.words); m == nil || m.Name != c.name {
			t.Errorf("%s: %q is %+v, want %s", c.text, c.words, m, c.name)
		}
	}
}
