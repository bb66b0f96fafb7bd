package gazetteer

import (
	"io"
	"slices"
	"testing"

	"annals/kb"
)

func TestClassify(t *testing.T) {
	tests := []struct{ title, country, name, class string }{
		{"President", "FRA", "france", kb.HeadOfState},
		{"President of the Republic", "FRA", "france", kb.HeadOfState},
		{"President of Montenegro", "MNE", "montenegro", kb.HeadOfState},
		{"President of the Senate", "ITA", "italy", kb.Speaker},
		{"President of the Supreme Court", "PER", "peru", kb.Judge},
		{"president of the Province of Lecco", "ITA", "italy", kb.Governor},
		{"Senior Advisor to the President", "USA", "united states", kb.StateOfficial},
		{"White House Chief of Staff", "USA", "united states", kb.StateOfficial},
		{"Vice President", "USA", "united states", kb.VicePresident},
		{"Prime Minister", "GBR", "united kingdom", kb.HeadOfGovernment},
		{"Deputy Prime Minister", "GBR", "united kingdom", kb.DeputyHead},
		{"Minister in the Prime Minister's Office", "SGP", "singapore", kb.Minister},
		{"Premier of Alberta", "CAN", "canada", kb.Governor},
		{"Chancellor", "DEU", "germany", kb.HeadOfGovernment},
		{"Chancellor of the Exchequer", "GBR", "united kingdom", kb.FinanceMinister},
		{"Minister for Foreign Affairs", "SWE", "sweden", kb.ForeignMinister},
		{"Secretary of State", "USA", "united states", kb.ForeignMinister},
		{"Secretary of State", "GBR", "united kingdom", kb.StateOfficial},
		{"Secretary of State for Foreign and Commonwealth Affairs", "GBR", "united kingdom", kb.ForeignMinister},
		{"Deputy Minister of Foreign Affairs", "RUS", "russia", kb.StateOfficial},
		{"Minister of External Trade", "DZA", "algeria", kb.Minister},
		{"Secretary of Defense", "USA", "united states", kb.DefenceMinister},
		{"Secretary of the National Security and Defense Council", "UKR", "ukraine", kb.Minister},
		{"Minister of the Interior", "DEU", "germany", kb.InteriorMinister},
		{"Secretary of the Interior", "USA", "united states", kb.Minister},
		{"Home Secretary", "GBR", "united kingdom", kb.InteriorMinister},
		{"Chief of the General Staff", "RUS", "russia", kb.Military},
		{"Governor of the Central Bank", "IRN", "iran", kb.CentralBank},
		{"Governor of Luhansk Oblast", "UKR", "ukraine", kb.Governor},
		{"ambassador to Hungary", "USA", "united states", kb.Ambassador},
		{"Speaker of the Knesset", "ISR", "israel", kb.Speaker},
		{"Leader of the Opposition", "CAN", "canada", kb.PartyLeader},
		{"leader of the Houthis", "YEM", "yemen", kb.RebelLeader},
		{"Director General", "TWN", "taiwan", kb.StateOfficial},
		{"Secretary-General of the United Nations", "UNO", "", kb.IGOHead},
		{"Crown Prince", "SAU", "saudi arabia", kb.DeputyHead},
		{"King", "JOR", "jordan", kb.Monarch},
		{"First Lady", "USA", "united states", kb.OtherOffice},
	}
	for _, x := range tests {
		if class, _ := classify(x.title, x.country, x.name, true); class != x.class {
			t.Errorf("%q of %s: %s, want %s", x.title, x.country, class, x.class)
		}
	}
	if class, _ := classify("President", "GEO", "georgia", false); class != kb.Governor {
		t.Errorf("the president of a part of a state is %s", class)
	}
}

func TestNamesInTables(t *testing.T) {
	for in, want := range map[string][2]string{
		"President Abel NORDBY":                {"President", "Abel NORDBY"},
		"Prime Minister Sir Ole VAN DER MEER":  {"Prime Minister Sir", "Ole VAN DER MEER"},
		"President of the Council Anna LIND":   {"President of the Council", "Anna LIND"},
		"Ambassador Jens AL-HADDAD":            {"Ambassador", "Jens AL-HADDAD"},
		"King CHARLES III":                     {"King", "CHARLES III"},
		"President of the Republic HAN Shulin": {"President of the Republic", "HAN Shulin"},
	} {
		if title, name := splitTitle(in); title != want[0] || name != want[1] {
			t.Errorf("splitTitle(%q) = %q, %q", in, title, name)
		}
	}
	for in, want := range map[string][2]string{
		"HAN Shulin":           {"Han Shulin", "Han"},
		"Ole VAN DER MEER":     {"Ole Van Der Meer", "Van Der Meer"},
		"Jens AL-HADDAD":       {"Jens Al-Haddad", "Al-Haddad"},
		"Sean O'NEILL":         {"Sean O'Neill", "O'Neill"},
		"Rosa VEGA Montt":      {"Rosa Vega Montt", "Vega"},
		"Ada MCDONALD":         {"Ada McDonald", "McDonald"},
		"Haakon NORDLAND, Jr.": {"Haakon Nordland, Jr.", "Nordland"},
	} {
		if name, caps := splitCaps(in); name != want[0] || caps != want[1] {
			t.Errorf("splitCaps(%q) = %q, %q", in, name, caps)
		}
	}
	for in, want := range map[string]string{"12 May 2020": "2020-05-12", "August 2025": "2025-08", "2019": "2019", "long ago": ""} {
		if got := longDate(in); got != want {
			t.Errorf("longDate(%q) = %q", in, got)
		}
	}
	for in, want := range map[string]string{"Russian": "Russians", "Chinese": "Chinese", "Swiss": "Swiss", "German": "Germans", "Omani": "Omanis", "Irish": "Irish", "Frenchman": "Frenchmen", "Roman": "Romans"} {
		if got := plural(in); got != want {
			t.Errorf("plural(%q) = %q", in, got)
		}
	}
}

func TestDatedSectors(t *testing.T) {
	day := func(s string) kb.Day { d, _ := kb.ParseDate(s, false); return d }
	b := newBuilder("", io.Discard)
	group := b.add(kb.Entity{Kind: kb.Group, Country: "AFG"})
	b.datedSectors(group, "GOV 1996-09-27..2001-11-13; REB 2001-11-13..2021-08-15; GOV >=2021-08-15", srcGroups)
	party := b.add(kb.Entity{Kind: kb.Party, Country: "IND"})
	b.datedSectors(party, "GOV 1998-03-19..2004-05-22, >=2014-05-26", srcGroups)
	moved := b.add(kb.Entity{Kind: kb.Group, Country: "SDN"})
	b.datedSectors(moved, "REB of SDN <2005-07-09; GOV of SSD >=2011-07-09", srcGroups)
	note := b.add(kb.Entity{Kind: kb.Group, Country: "YEM"})
	b.datedSectors(note, "de facto government of the capital from 2014-09-21", srcGroups)
	for _, x := range []struct {
		id      kb.EntityID
		day     string
		country string
		want    []string
	}{
		{group, "2000-01-01", "AFG", []string{"GOV"}},
		{group, "2010-01-01", "AFG", []string{"REB"}},
		{group, "2021-08-14", "AFG", []string{"REB"}},
		{group, "2021-08-15", "AFG", []string{"GOV"}},
		{party, "2000-01-01", "IND", []string{"PTY", "GOV"}},
		{party, "2010-01-01", "IND", []string{"PTY", "OPP"}},
		{party, "2020-01-01", "IND", []string{"PTY", "GOV"}},
		{moved, "2000-01-01", "SDN", []string{"REB"}},
		{moved, "2015-01-01", "SSD", []string{"GOV"}},
		{note, "2015-01-01", "", nil},
	} {
		var got kb.Spell
		for _, s := range b.spells[x.id] {
			if (s.From == 0 || s.From <= day(x.day)) && (s.To == 0 || day(x.day) <= s.To) {
				got = s
				break
			}
		}
		if got.Country != x.country || !slices.Equal(got.Sectors, x.want) {
			t.Errorf("%d on %s: %s %v, want %s %v", x.id, x.day, got.Country, got.Sectors, x.country, x.want)
		}
	}
}

func TestOfficesMerge(t *testing.T) {
	day := func(s string) kb.Day { d, _ := kb.ParseDate(s, false); return d }
	p := &person{name: "Anna Berg"}
	p.addOffice(kb.Office{Class: kb.ForeignMinister, Country: "NOR", From: day("2019-01-16"), FromPrecision: kb.ToMonth, Open: true, Seen: day("2022-07-01"), Source: srcOfficeholders})
	p.addOffice(kb.Office{Class: kb.ForeignMinister, Country: "NOR", From: day("2019-01-16"), FromPrecision: kb.ToDay, To: day("2024-02-01"), ToPrecision: kb.ToDay, Source: srcNotable})
	p.addOffice(kb.Office{Class: kb.ForeignMinister, Country: "NOR", From: day("2019-01-01"), FromPrecision: kb.ToYear, Open: true, Seen: day("2019-10-06"), Source: srcCIA})
	if len(p.offices) != 1 {
		t.Fatalf("%d offices, want one: %+v", len(p.offices), p.offices)
	}
	if o := p.offices[0]; o.FromPrecision != kb.ToDay || o.Open || o.To != day("2024-02-01") || o.Also == 0 {
		t.Errorf("the merged office is %+v", o)
	}
	p.addOffice(kb.Office{Class: kb.ForeignMinister, Country: "NOR", From: day("2005-10-17"), FromPrecision: kb.ToDay, To: day("2009-10-20"), ToPrecision: kb.ToDay, Source: srcNotable})
	if len(p.offices) != 2 {
		t.Errorf("an earlier term was merged into a later one")
	}
}
