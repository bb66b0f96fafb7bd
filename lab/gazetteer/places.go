package gazetteer

import (
	_ "embed"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"annals/kb"
)

//go:embed own/places.tsv
var placeTable string

// Places of at least this many people are taken everywhere, and smaller ones
// where wars are told village by village.
const (
	minPopulation      = 5000
	minPopulationInWar = 1000
)

var warCountries = map[string]bool{"UKR": true, "SYR": true, "IRQ": true, "AFG": true, "ISR": true, "PSE": true, "LBN": true, "YEM": true, "SOM": true, "SDN": true, "SSD": true, "COD": true, "MMR": true, "MLI": true, "BFA": true, "NER": true, "NGA": true, "ETH": true, "LBY": true, "AZE": true, "ARM": true, "GEO": true, "MOZ": true, "CAF": true, "PAK": true, "TCD": true, "CMR": true}

type city struct {
	name, ascii, code, admin1, feature, alt string
	population                              uint64
	lat, lon                                float64
	id                                      uint64
}

// places adds cities and first-level divisions of GeoNames.
func (b *builder) places() error {
	divisions := map[string]string{}
	if err := b.divisions(divisions); err != nil {
		return err
	}
	var list []city
	err := b.each(srcCities, func(r row) {
		code := b.iso2[r.get("country")]
		if b.country[code] == 0 {
			return
		}
		c := city{name: r.get("name"), ascii: r.get("ascii"), code: code, feature: r.get("feature"), alt: r.get("alt"), admin1: divisions[r.get("country")+"."+r.get("admin1")]}
		c.population, _ = strconv.ParseUint(r.get("population"), 10, 32)
		c.lat, _ = strconv.ParseFloat(r.get("lat"), 32)
		c.lon, _ = strconv.ParseFloat(r.get("lon"), 32)
		c.id, _ = strconv.ParseUint(r.get("geonameid"), 10, 32)
		switch {
		case c.feature == "PPLC", c.feature == "PPLA", c.population >= minPopulation, warCountries[code] && c.population >= minPopulationInWar:
		default:
			return
		}
		if rank, common := b.common[kb.Fold(c.name)]; common && c.population < 60000 && (rank < 4000 || c.population < 20000) && c.feature != "PPLC" && c.feature != "PPLA" {
			return
		}
		list = append(list, c)
	}, "geonameid", "name", "country", "admin1", "feature", "population", "lat", "lon", "alt")
	if err != nil {
		return err
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].id < list[j].id })
	byID := map[uint64]kb.EntityID{}
	for _, c := range list {
		byID[c.id] = b.addCity(c)
	}
	// GeoNames gives Israel no capital.
	if id := byID[281184]; id != 0 && b.capitals["ISR"] == 0 {
		b.capitals["ISR"] = id
	}
	for line := range strings.Lines(placeTable) {
		num, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		n, err := strconv.ParseUint(num, 10, 32)
		if !ok || err != nil {
			continue // the comment
		}
		id := byID[n]
		if id == 0 {
			return fmt.Errorf("own/places.tsv: no place %s (%s)", num, names)
		}
		for _, name := range strings.Split(names, "|") {
			b.placeAlias(id, name, kb.Common, srcOwn)
		}
	}
	return nil
}

func (b *builder) addCity(c city) kb.EntityID {
	importance := logScore(float64(c.population)) + b.weight(c.code)/2
	switch c.feature {
	case "PPLC":
		importance += 55
	case "PPLA":
		importance += 20
	case "PPLX":
		importance -= 15
	}
	id := b.add(kb.Entity{Kind: kb.City, Name: c.name, Country: b.home(c.code), Lat: float32(c.lat), Lon: float32(c.lon), HasPoint: true, Population: uint32(c.population),
		Admin1: c.admin1, FeatureCode: c.feature, GeoNames: uint32(c.id), Importance: clamp(importance), Source: srcCities})
	if c.feature == "PPLC" {
		if _, ok := b.capitals[c.code]; !ok {
			b.capitals[c.code] = id
		}
	}
	main := b.placeAlias(id, c.name, kb.Common, srcCities)
	if c.ascii != "" {
		b.placeAlias(id, c.ascii, kb.Common, srcCities)
	}
	for _, tail := range []string{" City", " Town"} {
		if s, ok := strings.CutSuffix(c.name, tail); ok && len(s) > 3 && !b.states[kb.Fold(s)] {
			b.placeAlias(id, s, kb.Variant, srcCities)
		}
	}
	for _, v := range spellings(c.code, kb.Fold(c.name)) {
		if !b.states[v] && !b.usual[v] {
			b.placeAlias(id, v, kb.Variant, srcCities)
		}
	}
	switch c.code {
	case "USA", "GBR", "CAN", "AUS", "NZL", "IRL":
		// Other names of places in English-speaking countries are old or
		// foreign ones that only mislead.
		if c.population < 500000 {
			return id
		}
	}
	for _, a := range strings.Split(c.alt, "|") {
		f := kb.Fold(a)
		if len(f) < 4 || f == main || strings.Count(f, " ") > 3 || b.states[f] || f == kb.Fold(c.admin1) {
			continue
		}
		// A given name is no name of a small town, but of a great one it is.
		if _, common := b.common[f]; common || b.usual[f] && c.population < 300000 {
			continue
		}
		b.placeAlias(id, a, kb.Variant, srcCities)
	}
	return id
}

var arabic = map[string]bool{"SYR": true, "IRQ": true, "PSE": true, "LBN": true, "JOR": true, "YEM": true, "EGY": true, "SDN": true, "LBY": true, "TUN": true, "DZA": true, "SAU": true, "OMN": true, "ARE": true, "KWT": true, "BHR": true, "QAT": true}

// spellings gives the forms in which news writes a folded name of GeoNames:
// Ukrainian -yy as -yi and -ya as -ia, Arabic names without the article, with
// Deir and Beit for Dayr and Bayt, and without the silent h at the end.
func spellings(code, name string) []string {
	var out []string
	add := func(s string) {
		if s != name && len(s) > 3 {
			out = append(out, s)
		}
	}
	switch {
	case code == "UKR":
		s := strings.ReplaceAll(name, "yy", "yi")
		add(s)
		s = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, "iya", "iia"), "ayi", "ai"), "yev", "iev")
		if t, ok := strings.CutSuffix(s, "ya"); ok {
			s = t + "ia"
		}
		add(s)
	case arabic[code]:
		words := strings.Fields(name)
		for i, w := range words {
			switch w {
			case "dayr":
				words[i] = "deir"
			case "bayt":
				words[i] = "beit"
			case "yunis":
				words[i] = "younis"
			case "ra's":
				words[i] = "ras"
			}
		}
		s := strings.Join(words, " ")
		add(s)
		if len(words) > 1 && articles[words[0]] {
			s = strings.Join(words[1:], " ")
			add(s)
		}
		if t, ok := strings.CutSuffix(s, "ah"); ok {
			add(t + "a")
		}
	}
	return out
}

// placeAlias adds a name of a place, marked when it is also a given name or a
// surname, and gives its folded form.
func (b *builder) placeAlias(id kb.EntityID, text string, kind kb.AliasKind, src uint16) string {
	folded := kb.Fold(text)
	h := kb.Hit{Entity: id, Kind: kind, Source: src}
	if len(folded) < 2 || len(folded) > 60 || (isAcronym(text) && kind != kb.Common) {
		return folded
	}
	if _, ok := b.common[folded]; ok || b.usual[folded] {
		h.Common = true
	}
	for _, k := range []kb.AliasKind{kb.Common, kb.Variant} {
		if _, ok := b.seen[aliasKey{folded, id, k, 0}]; ok {
			return folded
		}
	}
	b.seen[aliasKey{folded, id, kind, 0}] = len(b.aliases)
	b.aliases = append(b.aliases, kb.Alias{Folded: folded, Hit: h})
	return folded
}

var divisionWords = []string{" Oblast", " oblast", " Province", " Governorate", " Region", " State", " Department", " District", " County", " Prefecture", " Krai", " Kray", " Voivodeship", " Canton", " Republic"}

// divisions adds the first-level divisions and fills names by code.
func (b *builder) divisions(into map[string]string) error {
	return b.each(srcAdmin1, func(r row) {
		country, _, _ := strings.Cut(r.get("code"), ".")
		code := b.iso2[country]
		name := r.get("name")
		into[r.get("code")] = name
		if b.country[code] == 0 || name == "" {
			return
		}
		n, _ := strconv.ParseUint(r.get("geonameid"), 10, 32)
		importance := 62 + b.weight(code)
		if code == "USA" || code == "IND" || code == "CHN" {
			importance += 20
		}
		id := b.add(kb.Entity{Kind: kb.Admin1, Name: name, Country: b.home(code), FeatureCode: "ADM1", GeoNames: uint32(n), Importance: clamp(importance), Source: srcAdmin1})
		b.placeAlias(id, name, kb.Common, srcAdmin1)
		if a := r.get("ascii"); a != "" {
			b.placeAlias(id, a, kb.Common, srcAdmin1)
		}
		short := name
		for _, w := range divisionWords {
			if s, ok := strings.CutSuffix(short, w); ok && len(s) > 2 {
				short = s
				b.placeAlias(id, s, kb.Variant, srcAdmin1)
				break
			}
		}
		for _, w := range divisionWordsOf(code) {
			b.placeAlias(id, short+w, kb.Variant, srcAdmin1)
		}
		b.byName["admin1 "+code+" "+kb.Fold(short)] = id
	}, "code", "name", "geonameid")
}

// divisionWordsOf lists how news names a division of a country.
func divisionWordsOf(code string) []string {
	switch code {
	case "RUS", "UKR":
		return []string{" oblast", " region"}
	case "USA", "IND", "AUS", "BRA", "MEX", "NGA", "VEN", "SDN", "SSD", "MMR", "MYS":
		return []string{" state"}
	case "SYR", "IRQ", "YEM", "EGY", "JOR", "LBN", "TUN":
		return []string{" governorate", " province"}
	case "JPN":
		return []string{" prefecture"}
	case "ETH", "MLI", "SOM", "TZA", "GHA", "CMR", "KAZ", "BLR", "DNK", "CHL", "PHL":
		return []string{" region"}
	case "COL", "HTI", "PRY", "BOL", "GTM":
		return []string{" department"}
	}
	return []string{" province"}
}
