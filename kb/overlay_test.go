package kb_test

import (
	"testing"

	"annals/kb"
)

func day(s string) kb.Day { d, _ := kb.ParseDate(s, false); return d }

// TestLayer lays a foreign minister and a group over the base.
func TestLayer(t *testing.T) {
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	lavrov, ok := base.ByQID("Q58217")
	if !ok {
		t.Fatal("no Q58217")
	}
	fm := func(from, to string) kb.Office {
		o := kb.Office{Title: "foreign minister", Class: kb.ForeignMinister, Country: "RUS", Sector: "GOV", From: day(from), FromPrecision: kb.ToDay}
		if to != "" {
			o.To, o.ToPrecision = day(to), kb.ToDay
		} else {
			o.Open, o.Seen = true, day("9999-12-31")
		}
		return o
	}
	layer := kb.Layer{Source: kb.Source{Table: "mine.tsv"}, Digest: "x", Additions: []kb.Addition{
		{Entity: kb.Entity{Kind: kb.Person, Name: "Ada Testova", QID: "u_1", Country: "RUS", Importance: 130},
			Aliases: []kb.Alias{{Folded: "ada testova", Hit: kb.Hit{Kind: kb.Common}}}, Offices: []kb.Office{fm("2030-05-01", "")}},
		{Entity: kb.Entity{Kind: kb.Group, Name: "Green Test Front", QID: "u_2", Country: "MLI"},
			Aliases: []kb.Alias{{Folded: "green test front", Hit: kb.Hit{Kind: kb.Common}}},
			Spells:  []kb.Spell{{To: day("2010-01-01"), Sectors: []string{"REB"}, Country: "MLI"}, {From: day("2010-01-02"), Sectors: []string{"PTY", "OPP"}, Country: "MLI"}}},
	}}
	over := base.With(layer)
	if over.Len() != base.Len()+2 || over.Digest() == base.Digest() || len(base.Layered()) != 0 {
		t.Errorf("%d entities over %d, digest %s", over.Len(), base.Len(), over.Digest())
	}
	hits := over.Lookup("ada testova")
	if len(hits) != 1 || over.SourceInfo(hits[0].Source).Table != "mine.tsv" || len(base.Lookup("ada testova")) != 0 {
		t.Fatalf("hits %v", hits)
	}
	ada := hits[0].Entity
	if id, ok := over.ByQID("u_1"); !ok || id != ada || over.MaxWords("ada") < 2 || over.Entity(ada).Name != "Ada Testova" {
		t.Error("the person is not found")
	}
	if h := over.Holders(kb.ForeignMinister, "RUS", day("2030-06-01"), nil); len(h) != 1 || h[0].Person != ada {
		t.Errorf("holders %+v", h)
	}
	for _, c := range []struct {
		who  kb.EntityID
		day  string
		want string
	}{{ada, "2030-06-01", "GOV"}, {ada, "2029-06-01", ""}, {lavrov, "2010-06-01", "GOV"}, {lavrov, "2030-06-01", "ELI"}} {
		_, s := over.SectorsOn(c.who, day(c.day))
		got := ""
		if len(s) > 0 {
			got = s[0]
		}
		if got != c.want {
			t.Errorf("sector of %s on %s: %q, want %q", over.Entity(c.who).Name, c.day, got, c.want)
		}
	}
	group := over.Lookup("green test front")[0].Entity
	if _, s := over.SectorsOn(group, day("2009-01-01")); s[0] != "REB" {
		t.Errorf("group in 2009: %v", s)
	}
	if _, s := over.SectorsOn(group, day("2019-01-01")); s[0] != "PTY" {
		t.Errorf("group in 2019: %v", s)
	}
	if o := over.EverHeld(kb.ForeignMinister, "RUS", nil); len(o) < 3 || o[len(o)-1].Person != ada {
		t.Errorf("%d holders", len(o))
	}

	// A table that names a person of the base goes before the base.
	mine := base.With(kb.Layer{Digest: "y", Additions: []kb.Addition{{Same: lavrov, Entity: kb.Entity{Kind: kb.Person, Name: "Sergei Lavrov", QID: "Q58217", Country: "RUS"}, Offices: []kb.Office{fm("2004-03-09", "2024-01-01")}}}})
	if e := mine.Entity(lavrov); e.Name != "Sergei Lavrov" || e.QID != "Q58217" {
		t.Errorf("entity %+v", e)
	}
	if o, ok := mine.OfficeOn(lavrov, day("2010-01-01")); !ok || o.Title != "foreign minister" {
		t.Errorf("office in 2010: %+v", o)
	}
	if o, ok := mine.OfficeOn(lavrov, day("2024-06-01")); ok && o.Class == kb.ForeignMinister {
		t.Errorf("office after the end: %+v", o)
	}
	// Of two layers the later one counts.
	two := base.With(layer, kb.Layer{Digest: "z", Additions: []kb.Addition{{Entity: kb.Entity{Kind: kb.Person, Name: "A. Testova", QID: "u_1", Country: "RUS"}, Offices: []kb.Office{fm("2031-01-01", "")}}}})
	if o, ok := two.OfficeOn(two.Lookup("ada testova")[0].Entity, day("2030-06-01")); ok {
		t.Errorf("office of the earlier layer: %+v", o)
	}
}
