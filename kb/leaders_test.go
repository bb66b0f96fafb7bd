package kb

import "testing"

// base opens the embedded base for a test.
func base(t testing.TB) *Base {
	t.Helper()
	b, err := Default()
	if err != nil {
		t.Fatalf("Default: %v", err)
	}
	return b
}

// find gives the entities of a name that have a kind.
func find(b *Base, name string, kind Kind) []Entity {
	var out []Entity
	for _, h := range b.Lookup(FoldKey(name)) {
		if e := b.Entity(h.Entity); e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
}

// TestLeaders checks offices of well-known people on days told in reports:
// the surname finds them, first among its people, and the office of the day
// is the one they held.
func TestLeaders(t *testing.T) {
	b := base(t)
	tests := []struct {
		alias, day, qid, country, class, sector string
	}{
		{"Putin", "2004-05-01", "Q7747", "RUS", HeadOfState, "GOV"},
		{"Putin", "2010-05-01", "Q7747", "RUS", HeadOfGovernment, "GOV"},
		{"Putin", "2018-03-01", "Q7747", "RUS", HeadOfState, "GOV"},
		{"Putin", "2024-05-20", "Q7747", "RUS", HeadOfState, "GOV"},
		{"Xi", "2015-01-01", "Q15031", "CHN", HeadOfState, "GOV"},
		{"Xi Jinping", "2026-03-01", "Q15031", "CHN", HeadOfState, "GOV"},
		{"Blinken", "2023-05-05", "", "USA", ForeignMinister, "GOV"},
		{"Blinken", "2025-06-01", "", "USA", "", "ELI"},
		{"Rubio", "2018-05-05", "", "USA", Legislator, "LEG"},
		{"Rubio", "2025-05-05", "", "USA", ForeignMinister, "GOV"},
		{"Lavrov", "2008-08-08", "", "RUS", ForeignMinister, "GOV"},
		{"Lavrov", "2024-03-01", "", "RUS", ForeignMinister, "GOV"},
		{"Wang Yi", "2015-03-01", "", "CHN", ForeignMinister, "GOV"},
		{"Wang Yi", "2023-09-01", "", "CHN", ForeignMinister, "GOV"},
		{"Qin Gang", "2023-03-10", "", "CHN", ForeignMinister, "GOV"},
		{"Shoigu", "2016-01-01", "", "RUS", DefenceMinister, "GOV"},
		{"Shoigu", "2023-05-01", "", "RUS", DefenceMinister, "GOV"},
		{"Truss", "2022-10-10", "", "GBR", HeadOfGovernment, "GOV"},
		{"Truss", "2022-03-10", "", "GBR", ForeignMinister, "GOV"},
		{"Sunak", "2023-05-01", "", "GBR", HeadOfGovernment, "GOV"},
		{"Starmer", "2025-01-15", "", "GBR", HeadOfGovernment, "GOV"},
		{"Trump", "2018-07-01", "Q22686", "USA", HeadOfState, "GOV"},
		{"Trump", "2022-07-01", "Q22686", "USA", "", "ELI"},
		{"Trump", "2025-03-01", "Q22686", "USA", HeadOfState, "GOV"},
		{"Biden", "2012-03-01", "Q6279", "USA", VicePresident, "GOV"},
		{"Biden", "2023-03-01", "Q6279", "USA", HeadOfState, "GOV"},
		{"Biden", "2025-03-01", "Q6279", "USA", "", "ELI"},
		{"Zelenskyy", "2022-03-01", "Q3874799", "UKR", HeadOfState, "GOV"},
		{"Zelensky", "2025-03-01", "Q3874799", "UKR", HeadOfState, "GOV"},
		{"Netanyahu", "2014-07-20", "", "ISR", HeadOfGovernment, "GOV"},
		{"Netanyahu", "2024-07-20", "", "ISR", HeadOfGovernment, "GOV"},
		{"Modi", "2019-08-05", "Q1058", "IND", HeadOfGovernment, "GOV"},
		{"Modi", "2025-08-05", "Q1058", "IND", HeadOfGovernment, "GOV"},
		{"Erdoğan", "2008-01-01", "Q39259", "TUR", HeadOfGovernment, "GOV"},
		{"Erdogan", "2023-01-01", "Q39259", "TUR", HeadOfState, "GOV"},
		{"Macron", "2015-01-01", "Q3052772", "FRA", Minister, "GOV"},
		{"Macron", "2023-01-01", "Q3052772", "FRA", HeadOfState, "GOV"},
		{"Merkel", "2015-09-01", "", "DEU", HeadOfGovernment, "GOV"},
		{"Merkel", "2023-09-01", "", "DEU", "", "ELI"},
		{"Scholz", "2022-06-01", "", "DEU", HeadOfGovernment, "GOV"},
		{"Merz", "2025-09-01", "Q566257", "DEU", HeadOfGovernment, "GOV"},
		{"Abe", "2020-01-10", "", "JPN", HeadOfGovernment, "GOV"},
		{"Shinzo Abe", "2014-01-10", "", "JPN", HeadOfGovernment, "GOV"},
		{"Bolsonaro", "2020-05-01", "", "BRA", HeadOfState, "GOV"},
		{"Lula", "2005-05-01", "Q37181", "BRA", HeadOfState, "GOV"},
		{"Lula", "2024-05-01", "Q37181", "BRA", HeadOfState, "GOV"},
		{"Guterres", "2023-02-01", "", "UNO", IGOHead, ""},
		{"Stoltenberg", "2022-06-01", "", "IGO", IGOHead, ""},
		{"Rutte", "2020-02-01", "", "NLD", HeadOfGovernment, "GOV"},
		{"Rutte", "2025-06-20", "", "IGO", IGOHead, ""},
		{"von der Leyen", "2017-05-01", "", "DEU", DefenceMinister, "GOV"},
		{"von der Leyen", "2023-05-01", "", "EUR", IGOHead, ""},
	}
	for _, x := range tests {
		day, _ := ParseDate(x.day, false)
		hits := b.Lookup(FoldKey(x.alias))
		if len(hits) == 0 {
			t.Errorf("%s: no hit", x.alias)
			continue
		}
		e := b.Entity(hits[0].Entity)
		if e.Kind != Person || x.qid != "" && e.QID != x.qid {
			t.Errorf("%s: first is %s %s %s, want %s", x.alias, e.Kind, e.Name, e.QID, x.qid)
			continue
		}
		o, ok := b.OfficeOn(e.ID, day)
		country, sectors := b.SectorsOn(e.ID, day)
		sector := ""
		if len(sectors) > 0 {
			sector = sectors[0]
		}
		if o.Class != x.class || ok != (x.class != "") || country != x.country || sector != x.sector {
			t.Errorf("%s on %s: %q %q of %s, sector %q; want %q of %s, %q", x.alias, x.day, o.Title, o.Class, country, sector, x.class, x.country, x.sector)
		}
	}
}

// TestHolders asks who held an office on a day.
func TestHolders(t *testing.T) {
	b := base(t)
	tests := []struct{ class, country, day, surname string }{
		{ForeignMinister, "CHN", "2023-03-10", "qin gang"},
		{ForeignMinister, "CHN", "2024-03-10", "wang yi"},
		{ForeignMinister, "RUS", "2015-01-01", "sergey lavrov"},
		{ForeignMinister, "USA", "2010-01-01", "hillary clinton"},
		{ForeignMinister, "USA", "2023-01-01", "antony blinken"},
		{HeadOfState, "GBR", "2010-01-01", "queen elizabeth ii"},
		{HeadOfState, "GBR", "2024-01-01", "king charles iii"},
		{DefenceMinister, "JPN", "2023-01-01", "yasukazu hamada"},
		{DefenceMinister, "DEU", "2012-01-01", "thomas de maiziere"},
		{ForeignMinister, "ZAF", "2022-01-01", "naledi pandor"},
		{ForeignMinister, "SWE", "2023-06-01", "tobias billstrom"},
		{HeadOfState, "USA", "2010-01-01", "barack obama"},
		{HeadOfState, "USA", "2003-03-20", "george w bush"},
		{HeadOfGovernment, "GBR", "2003-03-20", "tony blair"},
		{HeadOfGovernment, "GBR", "2021-03-20", "boris johnson"},
		{HeadOfGovernment, "DEU", "2024-03-20", "olaf scholz"},
		{HeadOfGovernment, "JPN", "2023-03-20", "fumio kishida"},
		{HeadOfState, "UKR", "2016-03-20", "petro poroshenko"},
		{HeadOfState, "SYR", "2013-08-21", "bashar al assad"},
		{HeadOfGovernment, "IND", "2010-08-21", "manmohan singh"},
		{HeadOfState, "EGY", "2012-12-01", "mohamed morsi"},
		{HeadOfState, "VEN", "2010-12-01", "hugo chavez"},
		{DefenceMinister, "USA", "2005-12-01", "donald rumsfeld"},
		{IGOHead, "UNO", "2010-12-01", "ban ki moon"},
		{IGOHead, "UNO", "2003-12-01", "kofi annan"},
	}
	for _, x := range tests {
		day, _ := ParseDate(x.day, false)
		want := map[EntityID]bool{}
		for _, h := range b.Lookup(x.surname) {
			want[h.Entity] = true
		}
		held, first := false, ""
		for i, o := range b.Holders(x.class, x.country, day, nil) {
			if i == 0 {
				first = b.Entity(o.Person).Name
			}
			held = held || want[o.Person]
		}
		if !held {
			t.Errorf("%s of %s on %s: %s is not among the holders; first is %q", x.class, x.country, x.day, x.surname, first)
		}
	}
}
