package kb

import (
	"slices"
	"testing"
)

// TestCountryNames checks names that are taken for one another: exactly these
// countries and territories are named.
func TestCountryNames(t *testing.T) {
	b := base(t)
	tests := []struct {
		alias string
		want  []string
	}{
		{"Niger", []string{"NER"}}, {"Nigerien", []string{"NER"}}, {"Nigeriens", []string{"NER"}},
		{"Nigeria", []string{"NGA"}}, {"Nigerian", []string{"NGA"}}, {"Nigerians", []string{"NGA"}},
		{"Georgia", []string{"GEO"}}, {"Georgian", []string{"GEO"}},
		{"Congo", []string{"COD", "COG"}}, {"Congolese", []string{"COD", "COG"}},
		{"Democratic Republic of Congo", []string{"COD"}}, {"DR Congo", []string{"COD"}}, {"Congo-Brazzaville", []string{"COG"}}, {"Republic of the Congo", []string{"COG"}},
		{"Zaire", []string{"COD"}},
		{"Guinea", []string{"GIN"}}, {"Guinea-Bissau", []string{"GNB"}}, {"Equatorial Guinea", []string{"GNQ"}}, {"Papua New Guinea", []string{"PNG"}},
		{"Dominica", []string{"DMA"}}, {"Dominican Republic", []string{"DOM"}}, {"Dominican", []string{"DMA", "DOM"}},
		{"Samoa", []string{"WSM"}}, {"American Samoa", []string{"ASM"}},
		{"Sudan", []string{"SDN"}}, {"South Sudan", []string{"SSD"}}, {"South Sudanese", []string{"SSD"}},
		{"Austria", []string{"AUT"}}, {"Austrian", []string{"AUT"}}, {"Australia", []string{"AUS"}}, {"Australian", []string{"AUS"}},
		{"Slovakia", []string{"SVK"}}, {"Slovenia", []string{"SVN"}}, {"Slovak", []string{"SVK"}}, {"Slovene", []string{"SVN"}},
		{"Iran", []string{"IRN"}}, {"Iranian", []string{"IRN"}}, {"Iraq", []string{"IRQ"}}, {"Iraqis", []string{"IRQ"}},
		{"Zambia", []string{"ZMB"}}, {"Gambia", []string{"GMB"}}, {"Gambian", []string{"GMB"}},
		{"Korea", []string{"KOR"}}, {"South Korea", []string{"KOR"}}, {"North Korea", []string{"PRK"}}, {"South Koreans", []string{"KOR"}},
		{"Ireland", []string{"IRL"}}, {"Irish", []string{"IRL"}},
		{"Macedonia", []string{"MKD"}}, {"North Macedonia", []string{"MKD"}},
		{"Burma", []string{"MMR"}}, {"Myanmar", []string{"MMR"}}, {"Swaziland", []string{"SWZ"}}, {"Eswatini", []string{"SWZ"}},
		{"Ivory Coast", []string{"CIV"}}, {"Côte d'Ivoire", []string{"CIV"}}, {"Ivorian", []string{"CIV"}}, {"Cabo Verde", []string{"CPV"}}, {"Cape Verde", []string{"CPV"}},
		{"Czechia", []string{"CZE"}}, {"Türkiye", []string{"TUR"}}, {"Turkey", []string{"TUR"}}, {"Turk", []string{"TUR"}},
		{"Holland", []string{"NLD"}}, {"the Netherlands", []string{"NLD"}}, {"Dutch", []string{"NLD"}}, {"Briton", []string{"GBR"}}, {"Spaniards", []string{"ESP"}}, {"Filipina", []string{"PHL"}},
		{"Soviet Union", []string{"RUS"}}, {"Yugoslavia", []string{"SRB"}}, {"Czechoslovakia", []string{"CZE"}}, {"East Germany", []string{"DEU"}},
		{"Russo", []string{"RUS"}}, {"Sino", []string{"CHN"}}, {"Franco", []string{"FRA"}}, {"Anglo", []string{"GBR"}}, {"Indo", []string{"IND"}},
		{"Kosovo", []string{"XKX"}}, {"Palestine", []string{"PSE"}}, {"Palestinians", []string{"PSE"}}, {"Taiwan", []string{"TWN"}}, {"Hong Kong", []string{"HKG"}},
		{"Russians", []string{"RUS"}}, {"Chinese", []string{"CHN"}}, {"Saudis", []string{"SAU"}}, {"Emirati", []string{"ARE"}}, {"Israelis", []string{"ISR"}},
		{"Jordan", []string{"JOR"}}, {"Chad", []string{"TCD"}}, {"Cuba", []string{"CUB"}}, {"Lebanon", []string{"LBN"}},
		{"U.S.", []string{"USA"}}, {"UK", []string{"GBR"}}, {"UAE", []string{"ARE"}}, {"DRC", []string{"COD"}}, {"DPRK", []string{"PRK"}},
	}
	for _, x := range tests {
		var got []string
		for _, h := range b.Lookup(FoldKey(x.alias)) {
			if e := b.Entity(h.Entity); (e.Kind == Country || e.Kind == Territory) && h.Kind != Metonym && !slices.Contains(got, e.Code) {
				got = append(got, e.Code)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, x.want) {
			t.Errorf("%q names %v, want %v", x.alias, got, x.want)
		}
	}
}

func TestHistoricalNamesHaveDates(t *testing.T) {
	b := base(t)
	day := NewDay(2020, 1, 1)
	for _, name := range []string{"Soviet Union", "USSR", "Zaire", "Yugoslavia", "East Germany", "Czechoslovakia", "Upper Volta", "South Vietnam"} {
		for _, h := range b.Lookup(FoldKey(name)) {
			if b.Entity(h.Entity).Kind == Country && h.Valid(day) {
				t.Errorf("%s (%s) is valid in 2020: %s to %s", name, b.Entity(h.Entity).Code, h.From, h.To)
			}
		}
	}
	for _, h := range b.Lookup("islamic emirate of afghanistan") {
		if h.From != 0 && h.Valid(NewDay(2015, 1, 1)) {
			t.Error("the Islamic Emirate is valid in 2015")
		}
	}
}

// TestManyThings checks that one word gives all the kinds of things it names.
func TestManyThings(t *testing.T) {
	b := base(t)
	tests := []struct {
		alias string
		kinds []Kind
	}{
		{"Georgia", []Kind{Country, Admin1}},
		{"Washington", []Kind{City, Admin1, Country}}, // the country as metonym
		{"Jordan", []Kind{Country, Person}},
		{"Chad", []Kind{Country}},
		{"Paris", []Kind{City, Country}},
		{"London", []Kind{City, Country}},
		{"Brussels", []Kind{City, Body}},
		{"May", []Kind{Person}},
		{"Niger", []Kind{Country}},
		{"Lebanon", []Kind{Country}},
		{"Kiev", []Kind{City, Country}},
		{"Kyiv", []Kind{City, Country}},
	}
	for _, x := range tests {
		hits := b.Lookup(FoldKey(x.alias))
		for _, k := range x.kinds {
			if !slices.ContainsFunc(hits, func(h Hit) bool { return b.Entity(h.Entity).Kind == k }) {
				t.Errorf("%q: no %s among %d hits", x.alias, k, len(hits))
			}
		}
	}
}

func TestAmbiguousPeople(t *testing.T) {
	b := base(t)
	for alias, least := range map[string]int{"Kim": 20, "Bush": 2, "Clinton": 2, "Khan": 5, "Singh": 5, "Castro": 3, "Johnson": 4, "Aliyev": 2, "Mike Rogers": 1, "Lee": 10} {
		if n := len(find(b, alias, Person)); n < least {
			t.Errorf("%q names %d people, want at least %d", alias, n, least)
		}
	}
	for _, word := range []string{"may", "brown", "will", "bill", "grant", "rose", "hunt", "straw", "rice", "gates"} {
		for _, h := range b.Lookup(word) {
			if h.Kind == Surname && !h.Common {
				t.Errorf("%q as the surname of %s is not marked as a common word", word, b.Entity(h.Entity).Name)
			}
		}
	}
	for _, h := range b.Lookup("us") {
		if !h.UpperOnly {
			t.Errorf("us names %s also in lower case", b.Entity(h.Entity).Name)
		}
	}
}

// TestShortForms checks the customs of naming people after the first mention.
func TestShortForms(t *testing.T) {
	b := base(t)
	tests := []struct{ alias, full string }{
		{"Xi", "Xi Jinping"}, {"Ban", "Ban Ki-moon"}, {"Moon", "Moon Jae-in"}, {"Trong", "Nguyễn Phú Trọng"},
		{"Abiy", "Abiy Ahmed"}, {"Isaias", "Isaias Afwerki"}, {"Suu Kyi", "Aung San Suu Kyi"}, {"Mahathir", "Mahathir Mohamad"},
		{"Prabowo", "Prabowo Subianto"}, {"López Obrador", "Andrés Manuel López Obrador"}, {"Zapatero", "José Luis Rodríguez Zapatero"},
		{"Lula", "Luiz Inácio Lula da Silva"}, {"Sisi", "Abdel Fattah el-Sisi"}, {"el-Sisi", "Abdel Fattah el-Sisi"}, {"Assad", "Bashar al-Assad"}, {"al-Assad", "Bashar al-Assad"},
		{"Abu Mazen", "Mahmoud Abbas"}, {"Orban", "Viktor Orbán"}, {"Thaksin", "Thaksin Shinawatra"}, {"Orbán Viktor", "Viktor Orbán"}, {"Abe Shinzo", "Shinzo Abe"},
		{"Recep Erdogan", "Recep Tayyip Erdoğan"}, {"Bashar Assad", "Bashar al-Assad"}, {"Maduro", "Nicolás Maduro"}, {"Duterte", "Rodrigo Duterte"}, {"Petro", "Gustavo Petro"},
		{"King Abdullah", "Abdullah II of Jordan"}, {"Pope Francis", "Francis"}, {"Kim Jong Un", "Kim Jong-un"}, {"Kim Jongun", "Kim Jong-un"},
	}
	for _, x := range tests {
		ids := map[EntityID]bool{}
		for _, h := range b.Lookup(FoldKey(x.full)) {
			ids[h.Entity] = true
		}
		found := false
		for _, h := range b.Lookup(FoldKey(x.alias)) {
			found = found || ids[h.Entity] && b.Entity(h.Entity).Kind == Person
		}
		if !found {
			t.Errorf("%q does not name %s (%d entities of that name)", x.alias, x.full, len(ids))
		}
	}
}

func TestVariants(t *testing.T) {
	for _, same := range [][]string{
		{"muammar gaddafi", "muammar qaddafi", "muammar gadhafi"},
		{"sergey lavrov", "sergei lavrov", "serguei lavrof"},
		{"mohammed al sudani", "muhammad sudani", "mohamed el sudani"},
		{"volodymyr zelenskyy", "vladimir zelenskiy", "volodymyr zelensky"},
		{"alexander lukashenko", "alyaksandr lukashenka"},
	} {
		for _, s := range same[1:] {
			if VariantKey(s) != VariantKey(same[0]) {
				t.Errorf("VariantKey(%q) = %q, of %q %q", s, VariantKey(s), same[0], VariantKey(same[0]))
			}
		}
	}
	for _, other := range [][2]string{{"ali khamenei", "ruhollah khomeini"}, {"hassan rouhani", "hossein rouhani"}, {"khamenei", "khomeini"}} {
		if VariantKey(other[0]) == VariantKey(other[1]) {
			t.Errorf("%q and %q have one key", other[0], other[1])
		}
	}
	b := base(t)
	for variant, qid := range map[string]string{"vladimir zelenskiy": "Q3874799", "wladimir putin": "Q7747"} {
		hits := b.LookupVariant(variant)
		if !slices.ContainsFunc(hits, func(h Hit) bool { return b.Entity(h.Entity).QID == qid }) {
			t.Errorf("LookupVariant(%q) misses %s: %d hits", variant, qid, len(hits))
		}
	}
}

// TestActors checks groups and bodies: country and sector on a day.
func TestActors(t *testing.T) {
	b := base(t)
	tests := []struct{ alias, day, country, sector string }{
		{"Taliban", "2010-01-01", "AFG", "REB"}, {"Taliban", "2022-01-01", "AFG", "GOV"},
		{"Hamas", "2014-07-01", "PSE", "REB"}, {"Hezbollah", "2015-01-01", "LBN", "REB"}, {"Hizbullah", "2015-01-01", "LBN", "REB"},
		{"Houthis", "2018-01-01", "YEM", "REB"}, {"Syrian Democratic Forces", "2018-01-01", "SYR", "REB"}, {"Islamic State", "2015-01-01", "IMG", "REB"},
		{"Boko Haram", "2015-01-01", "NGA", "REB"}, {"Kurdistan Workers' Party", "2015-01-01", "TUR", "REB"}, {"FARC", "2005-01-01", "COL", "REB"},
		{"United Nations", "2015-01-01", "UNO", ""}, {"European Union", "2015-01-01", "EUR", ""}, {"NATO", "2015-01-01", "IGO", ""}, {"African Union", "2015-01-01", "IGO", ""},
		{"CIA", "2015-01-01", "USA", "SPY"}, {"FBI", "2015-01-01", "USA", "COP"}, {"US Army", "2015-01-01", "USA", "MIL"},
		{"Reuters", "2015-01-01", "GBR", "JRN"}, {"Knesset", "2015-01-01", "ISR", "LEG"}, {"Amnesty International", "2015-01-01", "NGO", "SOC"},
	}
	for _, x := range tests {
		day, _ := ParseDate(x.day, false)
		ok := false
		var got []string
		for _, h := range b.Lookup(FoldKey(x.alias)) {
			country, s := b.SectorsOn(h.Entity, day)
			sector := ""
			if len(s) > 0 {
				sector = s[0]
			}
			got = append(got, country+" "+sector)
			ok = ok || country == x.country && sector == x.sector
		}
		if !ok {
			t.Errorf("%s on %s: %v, want %s %s", x.alias, x.day, got, x.country, x.sector)
		}
	}
}

func TestPartiesInAndOut(t *testing.T) {
	b := base(t)
	tests := []struct{ alias, country, day, second string }{
		{"Labour Party", "GBR", "2000-01-01", "GOV"}, {"Labour Party", "GBR", "2015-01-01", "OPP"}, {"Labour Party", "GBR", "2025-01-01", "GOV"},
		{"Likud", "ISR", "2008-01-01", "OPP"}, {"Likud", "ISR", "2015-01-01", "GOV"},
		{"Liberal Democratic Party", "JPN", "2010-06-01", "OPP"}, {"Liberal Democratic Party", "JPN", "2018-06-01", "GOV"},
		{"Social Democratic Party of Germany", "DEU", "2010-06-01", "OPP"}, {"Social Democratic Party of Germany", "DEU", "2022-06-01", "GOV"},
	}
	for _, x := range tests {
		day, _ := ParseDate(x.day, false)
		found := false
		for _, h := range b.Lookup(FoldKey(x.alias)) {
			country, s := b.SectorsOn(h.Entity, day)
			if country == x.country && slices.Equal(s, []string{"PTY", x.second}) {
				found = true
			}
		}
		if !found {
			t.Errorf("%s of %s on %s is not PTY %s", x.alias, x.country, x.day, x.second)
		}
	}
}

func TestPlaces(t *testing.T) {
	b := base(t)
	tests := []struct {
		alias, country string
		kind           Kind
		lat, lon       float64
	}{
		{"Bakhmut", "UKR", City, 48.6, 38.0}, {"Kharkiv", "UKR", City, 50, 36.2}, {"Kharkov", "UKR", City, 50, 36.2}, {"Odessa", "UKR", City, 46.5, 30.7},
		{"Aleppo", "SYR", City, 36.2, 37.2}, {"Mumbai", "IND", City, 19.1, 72.9}, {"Bombay", "IND", City, 19.1, 72.9}, {"Beijing", "CHN", City, 39.9, 116.4},
		{"Goma", "COD", City, -1.7, 29.2}, {"Atlanta", "USA", City, 33.7, -84.4}, {"Tbilisi", "GEO", City, 41.7, 44.8}, {"Rafah", "PSE", City, 31.3, 34.2},
		{"Strait of Hormuz", "", Feature, 26.6, 56.4}, {"Black Sea", "", Feature, 43, 34}, {"Donbas", "UKR", Region, 48.3, 38},
	}
	for _, x := range tests {
		ok := false
		for _, e := range find(b, x.alias, x.kind) {
			ok = ok || (x.country == "" || e.Country == x.country) && e.HasPoint && near(e, x.lat, x.lon)
		}
		if !ok {
			t.Errorf("%s: no %s of %q near %.1f %.1f: %v", x.alias, x.kind, x.country, x.lat, x.lon, find(b, x.alias, x.kind))
		}
	}
	for code, name := range map[string]string{"FRA": "Paris", "USA": "Washington", "UKR": "Kyiv", "ISR": "Jerusalem", "KEN": "Nairobi", "BRA": "Brasília"} {
		if id, ok := b.Capital(code); !ok || Fold(b.Entity(id).Name) != Fold(name) {
			t.Errorf("Capital(%s) = %q", code, b.Entity(id).Name)
		}
	}
}

func near(e Entity, lat, lon float64) bool {
	d := func(a, b float64) bool { return a-b < 3 && b-a < 3 }
	return d(float64(e.Lat), lat) && d(float64(e.Lon), lon)
}

func TestGivenNames(t *testing.T) {
	b := base(t)
	for name, want := range map[string]byte{"vladimir": 'm', "angela": 'f', "mohammed": 'm', "ursula": 'f', "hillary": 'f'} {
		if g, ok := b.GivenName(name); !ok || g != want {
			t.Errorf("GivenName(%s) = %c, %v", name, g, ok)
		}
	}
	if c, ok := b.Surname("nguyen"); !ok || c != "VNM" && c != "" {
		t.Errorf("Surname(nguyen) = %q, %v", c, ok)
	}
}

func TestLookupDoesNotAllocate(t *testing.T) {
	b := base(t)
	dst, buf := make([]Hit, 0, 128), make([]byte, 0, 64)
	n := testing.AllocsPerRun(100, func() {
		buf = AppendFold(buf[:0], "European Union")
		dst = b.AppendLookupBytes(dst[:0], buf)
		dst = b.AppendLookup(dst[:0], "putin")
	})
	if n != 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}

func BenchmarkLookup(b *testing.B) {
	k := base(b)
	dst := make([]Hit, 0, 128)
	for b.Loop() {
		dst = k.AppendLookup(dst[:0], "putin")
		dst = k.AppendLookup(dst[:0], "no such name")
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := open(embedded, false); err != nil {
			b.Fatal(err)
		}
	}
}
