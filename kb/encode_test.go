package kb

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// small is a base of two entities with one of everything.
func small() Contents {
	return Contents{
		Entities: []Entity{
			{Kind: Country, Name: "Norway", QID: "Q20", Code: "NOR", Country: "NOR", Lat: 62, Lon: 10, HasPoint: true, GW: 385, COW: 385, Importance: 200, Source: 1},
			{Kind: Person, Name: "Anna Berg", Country: "NOR", Gender: 'f', Birth: NewDay(1960, 5, 1), Importance: 90, Source: 2},
			{Kind: Group, Name: "Fjord Front", Country: "NOR", Sector: "REB", Sectors: []string{"REB"}, Importance: 50, Source: 2},
			{Kind: City, Name: "Oslo", Country: "NOR", Lat: 59.9127, Lon: 10.7461, HasPoint: true, Population: 580000, Admin1: "Oslo", FeatureCode: "PPLC", GeoNames: 3143244, Source: 1},
		},
		Spells: map[EntityID][]Spell{3: {{To: NewDay(2010, 1, 1), Sectors: []string{"REB"}, Country: "NOR", Source: 2}, {From: NewDay(2010, 1, 2), Sectors: []string{"PTY", "OPP"}, Source: 2}}},
		Offices: map[EntityID][]Office{2: {
			{Person: 2, Title: "Minister of Foreign Affairs", Class: ForeignMinister, Country: "NOR", Sector: "GOV", From: NewDay(2005, 10, 17), FromPrecision: ToDay, To: NewDay(2012, 12, 31), ToPrecision: ToYear, Source: 2, Also: 1},
			{Person: 2, Title: "Secretary General", Class: IGOHead, Country: "IGO", Body: 3, From: NewDay(2014, 10, 1), FromPrecision: ToDay, Open: true, Seen: NewDay(2020, 1, 1), Source: 2},
		}},
		Aliases: []Alias{
			{"norway", Hit{Entity: 1, Kind: Common, Source: 1}},
			{"norwegian", Hit{Entity: 1, Kind: DemonymAdj, Source: 1}},
			{"kingdom of norway", Hit{Entity: 1, Kind: Official, Source: 1, From: NewDay(1905, 6, 7)}},
			{"berg", Hit{Entity: 2, Kind: Surname, Common: true, Source: 2}},
			{"anna berg", Hit{Entity: 2, Kind: Common, Source: 2, Note: "a note"}},
			{"ff", Hit{Entity: 3, Kind: Acronym, UpperOnly: true, Source: 2}},
			{"oslo", Hit{Entity: 1, Kind: Metonym, Source: 2}},
			{"oslo", Hit{Entity: 4, Kind: Common, Source: 1}},
		},
		Capitals: map[string]EntityID{"NOR": 4},
		Names:    map[string]byte{"anna": 'f'},
		Surnames: map[string]string{"berg": "NOR"},
		Sources: []Source{
			{Number: 1, Repository: "a/b", Commit: "c0", Licence: "ODbL 1.0", Table: "t", ShareAlike: true},
			{Number: 2, Repository: "a/c", Commit: "c1", Licence: "CC0 1.0", Table: "u"}},
	}
}

func TestRoundTrip(t *testing.T) {
	c := small()
	data, err := Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(small())
	if err != nil || !bytes.Equal(data, again) {
		t.Fatalf("the same contents give other bytes (%v)", err)
	}
	b, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range c.Entities {
		want.ID = EntityID(i + 1)
		if diff := cmp.Diff(want, b.Entity(want.ID)); diff != "" {
			t.Errorf("entity %d (-want +got):\n%s", i+1, diff)
		}
		if diff := cmp.Diff(c.Offices[want.ID], b.Offices(want.ID, nil)); diff != "" {
			t.Errorf("offices of %d (-want +got):\n%s", i+1, diff)
		}
		if diff := cmp.Diff(c.Spells[want.ID], b.Spells(want.ID, nil)); diff != "" {
			t.Errorf("spells of %d (-want +got):\n%s", i+1, diff)
		}
	}
	for _, a := range c.Aliases {
		found := false
		for _, h := range b.Lookup(a.Folded) {
			found = found || h == a.Hit
		}
		if !found {
			t.Errorf("Lookup(%q) = %+v, without %+v", a.Folded, b.Lookup(a.Folded), a.Hit)
		}
	}
	if h := b.Lookup("oslo"); len(h) != 2 || h[0].Entity != 1 {
		t.Errorf("the more important entity is not first: %+v", h)
	}
	if h := b.Lookup("sweden"); h != nil {
		t.Errorf("Lookup of an unknown name = %+v", h)
	}
	for word, want := range map[string]int{"kingdom": 3, "anna": 2, "norway": 1, "sweden": 0, "": 0} {
		if got := b.MaxWords(word); got != want {
			t.Errorf("MaxWords(%q) = %d, want %d", word, got, want)
		}
	}
	if diff := cmp.Diff(c.Sources, b.Sources()); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	if id, ok := b.Country("NOR"); !ok || id != 1 {
		t.Errorf("Country = %d, %v", id, ok)
	}
	if id, ok := b.Capital("NOR"); !ok || id != 4 {
		t.Errorf("Capital = %d, %v", id, ok)
	}
	if id, ok := b.ByQID("Q20"); !ok || id != 1 {
		t.Errorf("ByQID = %d, %v", id, ok)
	}
	if g, ok := b.GivenName("anna"); !ok || g != 'f' {
		t.Errorf("GivenName = %c, %v", g, ok)
	}
	if s, ok := b.Surname("berg"); !ok || s != "NOR" {
		t.Errorf("Surname = %s, %v", s, ok)
	}
	if f := b.Explain(2); len(f) != 4 || f[1].Source.Number != 2 || f[2].Source.Number != 1 {
		t.Errorf("Explain = %+v", f)
	}
}

func TestOfficeFit(t *testing.T) {
	data, err := Encode(small())
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		day   Day
		class string
		fit   int
	}{
		{NewDay(2005, 10, 16), "", 0},
		{NewDay(2005, 10, 17), ForeignMinister, 4},
		{NewDay(2012, 6, 1), ForeignMinister, 3}, // the end is known to the year only
		{NewDay(2013, 1, 1), "", 0},
		{NewDay(2016, 1, 1), IGOHead, 4},
		{NewDay(2022, 1, 1), IGOHead, 2}, // open: seen in 2020
		{NewDay(2026, 1, 1), IGOHead, 1},
	}
	for _, x := range tests {
		o, ok := b.OfficeOn(2, x.day)
		if o.Class != x.class || ok != (x.class != "") || ok && o.Fit(x.day) != x.fit {
			t.Errorf("%s: %q fit %d, want %q fit %d", x.day, o.Class, o.Fit(x.day), x.class, x.fit)
		}
	}
	if _, s := b.SectorsOn(2, NewDay(2013, 6, 1)); len(s) != 1 || s[0] != "ELI" {
		t.Errorf("between offices the sectors are %v, want ELI", s)
	}
	if c, s := b.SectorsOn(3, NewDay(2012, 1, 1)); c != "NOR" || len(s) != 2 || s[1] != "OPP" {
		t.Errorf("dated sectors = %s %v", c, s)
	}
	if h := b.Holders(ForeignMinister, "NOR", NewDay(2008, 1, 1), nil); len(h) != 1 || h[0].Person != 2 {
		t.Errorf("Holders = %+v", h)
	}
}

// FuzzOpen alters a good base and repairs its checksum, so that the readers
// behind it are reached: an error or an answer, never a panic.
func FuzzOpen(f *testing.F) {
	good, err := Encode(small())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint32(20), byte(0xff), uint32(len(good)))
	f.Add(uint32(400), byte(0x80), uint32(len(good)-3))
	f.Add(uint32(headerSize), byte(7), uint32(len(good)))
	for i := uint32(0); i < uint32(len(good)); i += 7 {
		f.Add(i, byte(0xff), uint32(len(good)))
	}
	f.Fuzz(func(t *testing.T, pos uint32, flip byte, size uint32) {
		data := bytes.Clone(good[:min(int(size), len(good))])
		if len(data) > 0 {
			data[int(pos)%len(data)] ^= flip
		}
		if _, err := Open(data); err == nil && !bytes.Equal(data, good) {
			t.Error("an altered base opens without an error")
		} else if err != nil && !errors.Is(err, ErrFormat) {
			t.Errorf("error %v is not ErrFormat", err)
		}
		if len(data) >= headerSize {
			binary.LittleEndian.PutUint32(data[12:], crc32.Checksum(data[16:], crc32.MakeTable(crc32.Castagnoli)))
		}
		b, err := Open(data)
		if err != nil {
			return
		}
		for id := EntityID(0); id < 8; id++ {
			b.Entity(id)
			b.Explain(id)
			b.SectorsOn(id, NewDay(2012, 1, 1))
		}
		for _, s := range []string{"oslo", "berg", "ff", "anna berg", "x"} {
			for _, h := range b.Lookup(s) {
				b.OfficeOn(h.Entity, NewDay(2010, 1, 1))
			}
			b.MaxWords(s)
			b.GivenName(s)
			b.Surname(s)
		}
		b.Holders(ForeignMinister, "NOR", NewDay(2008, 1, 1), nil)
	})
}

func TestOpenRefuses(t *testing.T) {
	good, err := Encode(small())
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("a text that is no base at all"), "cut": good[:len(good)-1], "other version": append([]byte(magic+"\x09"), good[len(magic)+1:]...)} {
		if _, err := Open(data); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
