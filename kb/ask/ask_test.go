package ask_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals/kb"
	"annals/kb/ask"
	"annals/kb/own"
)

func desk(t *testing.T) *ask.Desk {
	t.Helper()
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := own.New(base, os.DirFS("../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	d, err := ask.New(base, reader)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAsk(t *testing.T) {
	d := desk(t)
	on, _ := kb.ParseDate("2023-10-17", false)
	for _, c := range []struct {
		q    ask.Question
		want string // name of the first candidate
		by   string
	}{
		{ask.Question{Words: "Sergey Lavrov"}, "Sergey Lavrov", "common"},
		{ask.Question{Words: "Q58217"}, "Sergey Lavrov", "id"},
		{ask.Question{Words: "geonames:2017370"}, "Russia", "id"},
		{ask.Question{Words: "The Kremlin"}, "Russia", "metonym"},
		{ask.Question{Words: "Georgia", Country: "USA"}, "Georgia", "common"},
		{ask.Question{Words: "Chinese president", On: on}, "Xi Jinping", "office"},
		{ask.Question{Words: "prime minister of the United Kingdom", On: on}, "Rishi Sunak", "office"},
		{ask.Question{Office: "minister of foreign affairs", Country: "RUS", On: on}, "Sergey Lavrov", "office"},
		{ask.Question{Words: "defence minister", Country: "RUS", On: on}, "Sergey Shoygu", "office"},
	} {
		a := d.Ask(c.q)
		if len(a.Candidates) == 0 {
			t.Errorf("%+v: nobody, near %v", c.q, a.Near)
			continue
		}
		if x := a.Candidates[0]; x.Name != c.want || x.By != c.by {
			t.Errorf("%+v: %s by %s, want %s by %s", c.q, x.Name, x.By, c.want, c.by)
		}
	}
}

// TestSources holds that each fact of a candidate says where it is from.
func TestSources(t *testing.T) {
	for _, words := range []string{"Sergey Lavrov", "Russia", "Taliban", "Chicago"} {
		for _, c := range desk(t).Ask(ask.Question{Words: words}).Candidates {
			bad := c.Source == "" || len(c.Names) == 0
			for _, o := range c.Offices {
				bad = bad || o.Source == ""
			}
			for _, p := range c.Periods {
				bad = bad || p.Source == ""
			}
			for _, n := range c.Names {
				bad = bad || n.Source == ""
			}
			if bad {
				t.Errorf("%s (%s): a fact without its source, or no name: %+v", c.Name, c.ID, c)
			}
		}
	}
}

func TestNear(t *testing.T) {
	d := desk(t)
	for words, want := range map[string]string{"Vladmir Putin": "Vladimir Putin", "Sergej Lawrov": "Sergey Lavrov", "Norwai": "Norway"} {
		if near := d.Ask(ask.Question{Words: words}).Near; !slices.Contains(near, want) {
			t.Errorf("%s: near %v, want %s among them", words, near, want)
		}
	}
	if near := d.Ask(ask.Question{Words: "Zzyzx Qqfoo"}).Near; len(near) > 0 {
		t.Errorf("near nothing: %v", near)
	}
}

func base(t *testing.T, entities []kb.Entity, offices map[kb.EntityID][]kb.Office) *kb.Base {
	t.Helper()
	data, err := kb.Encode(kb.Contents{Entities: entities, Offices: offices, Sources: []kb.Source{{Table: "test"}}})
	if err != nil {
		t.Fatal(err)
	}
	b, err := kb.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCompare(t *testing.T) {
	day, _ := kb.ParseDate("2020-01-01", false)
	mayor := kb.Office{Title: "Mayor", Class: kb.Mayor, Country: "NOR", Sector: "GOV", From: day, FromPrecision: kb.ToDay, Source: 1}
	chief := kb.Office{Title: "Chief", Class: kb.Police, Country: "NOR", Sector: "COP", From: day, FromPrecision: kb.ToYear, Source: 1}
	old := base(t, []kb.Entity{
		{Kind: kb.Person, Name: "Ada Test", QID: "Q1", Country: "NOR", Source: 1},
		{Kind: kb.Person, Name: "Bo Test", Country: "NOR", Source: 1},
		{Kind: kb.Group, Name: "Gone Front", Country: "MLI", Source: 1},
		{Kind: kb.City, Name: "Testby", Country: "NOR", Source: 1},
		{Kind: kb.City, Name: "Testby", Country: "NOR", Source: 1},
	}, map[kb.EntityID][]kb.Office{1: {mayor}})
	new := base(t, []kb.Entity{
		{Kind: kb.City, Name: "Testby", Country: "NOR", Source: 1},
		{Kind: kb.City, Name: "Testby", Country: "NOR", Source: 1},
		{Kind: kb.Person, Name: "Bo Test", Country: "NOR", Sector: "LEG", Sectors: []string{"LEG"}, Source: 1},
		{Kind: kb.Person, Name: "Ada B. Test", QID: "Q1", Country: "NOR", Source: 1},
		{Kind: kb.Company, Name: "New Works", Country: "SWE", Source: 1},
	}, map[kb.EntityID][]kb.Office{4: {chief}})
	got, n := ask.Compare(old, new)
	want := []ask.Change{
		{What: "new", Kind: "company", Name: "New Works", Country: "SWE"},
		{What: "gone", Kind: "group", Name: "Gone Front", Country: "MLI"},
		{What: "changed", Kind: "person", Name: "Ada B. Test", ID: "Q1", Country: "NOR", Fields: []ask.Detail{
			{Field: "name", Old: "Ada Test", New: "Ada B. Test"},
			{Field: "office", Old: "Mayor (NOR mayor GOV), 2020-01-01 to open"},
			{Field: "office", New: "Chief (NOR police COP), 2020 to open"}}},
		{What: "changed", Kind: "person", Name: "Bo Test", Country: "NOR", Fields: []ask.Detail{{Field: "sectors", New: "LEG"}}},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if n != (ask.Counts{Old: 5, New: 5, Added: 1, Gone: 1, Changed: 2, Names: 1, Offices: 2, Sectors: 1}) {
		t.Errorf("counts %+v", n)
	}
	if same, _ := ask.Compare(old, old); len(same) > 0 {
		t.Errorf("a base differs from itself: %v", same)
	}
}
