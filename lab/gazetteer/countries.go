package gazetteer

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"annals/kb"
)

//go:embed own/countries.tsv
var countryTable string

//go:embed own/states.tsv
var stateTable string

// statesLikeCountries are the polities that are actors of their own though
// the lists of codes call them dependent or in contention.
var statesLikeCountries = map[string]bool{"HKG": true, "PSE": true, "TWN": true, "XKX": true, "VAT": true}

// countries makes the states and territories, with their names, demonyms and
// numbers.
func (b *builder) countries() error {
	meta, err := b.countryCodes()
	if err != nil {
		return err
	}
	if err := b.eachOf(stateTable, srcOwn, func(r row) { b.addCountry(r, meta[r.get("code")]) }, "code", "name", "adjectives", "nouns", "lat", "lon", "others"); err != nil {
		return err
	}
	for _, code := range sortedKeys(meta) {
		if b.country[code] == 0 {
			return fmt.Errorf("own/states.tsv has no row for %s", code)
		}
	}
	if err := b.ownCountryNames(); err != nil {
		return err
	}
	if err := b.factbookNames(); err != nil {
		return err
	}
	if err := b.numbers(srcGW, "gw", b.gw); err != nil {
		return err
	}
	if err := b.numbers(srcCOW, "cow", b.cow); err != nil {
		return err
	}
	b.yieldDemonyms()
	for _, a := range b.aliases {
		b.states[a.Folded] = true
		code := b.at(a.Entity).Code
		if a.Kind == kb.DemonymAdj && a.From == 0 && a.To == 0 && !strings.HasPrefix(a.Note, "combining") {
			if _, ok := b.adj[code]; !ok {
				b.adj[code] = capitals(a.Folded)
			}
		}
	}
	return nil
}

// yieldDemonyms takes from territories the words that are a state's: the
// people of Macau are Chinese, but "Chinese" is China.
func (b *builder) yieldDemonyms() {
	state := map[string]bool{}
	for _, a := range b.aliases {
		if b.at(a.Entity).Kind == kb.Country {
			state[a.Folded] = true
		}
	}
	b.aliases = slices.DeleteFunc(b.aliases, func(a kb.Alias) bool {
		return b.at(a.Entity).Kind == kb.Territory && (a.Kind == kb.DemonymAdj || a.Kind == kb.DemonymNoun) && state[a.Folded]
	})
}

// capitals gives each word of a folded text a capital.
func capitals(folded string) string {
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// countryMeta is what country_codes adds.
type countryMeta struct {
	qid, sovereign, formal, short, iso2, fr, es string
	geonames                                    uint32
}

var sovereignRE = regexp.MustCompile(`(?:of|Part of|with) ([A-Z]{2})$`)

func (b *builder) countryCodes() (map[string]countryMeta, error) {
	meta, iso3 := map[string]countryMeta{}, map[string]string{}
	err := b.each(srcCodes, func(r row) {
		code := iso(r.get("iso3"))
		n, _ := strconv.ParseUint(r.get("geonameid"), 10, 32)
		m := countryMeta{qid: r.get("qid"), formal: r.get("un_formal"), short: r.get("un_short"), iso2: r.get("iso2"), geonames: uint32(n)}
		// French and Spanish names are of use where they are spoken.
		for _, lang := range strings.Split(r.get("languages"), ",") {
			switch lang, _, _ := strings.Cut(lang, "-"); lang {
			case "fr":
				m.fr = bracketRE.ReplaceAllString(r.get("fr"), "")
			case "es":
				m.es = bracketRE.ReplaceAllString(r.get("es"), "")
			}
		}
		if g := sovereignRE.FindStringSubmatch(r.get("independent")); g != nil {
			m.sovereign = g[1]
		}
		iso3[m.iso2], b.iso2[m.iso2] = code, code
		for _, g := range strings.FieldsFunc(r.get("fips_gec"), func(r rune) bool { return r == ',' || r == ' ' || r == '-' }) {
			if len(g) == 2 {
				b.gec[strings.ToLower(g)] = code
			}
		}
		meta[code] = m
	}, "iso3", "iso2", "fips_gec", "qid", "geonameid", "independent", "languages", "fr", "es")
	b.iso2["XK"] = "XKX"
	b.gec["kv"], b.gec["we"], b.gec["gz"], b.gec["gm"] = "XKX", "PSE", "PSE", "DEU"
	for code, m := range meta {
		m.sovereign = iso3[m.sovereign]
		if !statesLikeCountries[code] && m.sovereign != "" {
			b.parent[code] = m.sovereign
		}
		meta[code] = m
	}
	return meta, err
}

// addCountry makes the state or territory of a row of own/states.tsv, with
// its code, numbers and longer names from country_codes.
func (b *builder) addCountry(r row, meta countryMeta) {
	code := r.get("code")
	kind, importance := kb.Country, uint8(200)
	if b.parent[code] != "" {
		kind, importance = kb.Territory, 130
	}
	e := kb.Entity{Kind: kind, Name: r.get("name"), QID: meta.qid, Code: code, Country: b.home(code), GeoNames: meta.geonames, Importance: importance, Source: srcOwn}
	if code == "XKX" {
		e.QID = "Q1246"
	}
	lat, err := strconv.ParseFloat(r.get("lat"), 32)
	lon, err2 := strconv.ParseFloat(r.get("lon"), 32)
	if err == nil && err2 == nil {
		e.Lat, e.Lon, e.HasPoint = float32(lat), float32(lon), true
	}
	id := b.add(e)
	b.country[code] = id
	b.alias(id, e.Name, kb.Common, srcOwn)
	b.alias(id, meta.short, kb.Official, srcCodes)
	b.alias(id, meta.formal, kb.Official, srcCodes)
	for _, a := range r.list("others") {
		b.alias(id, a, kb.Variant, srcOwn)
	}
	for _, n := range []string{meta.fr, meta.es} {
		if n = strings.TrimSpace(n); n != "" && !b.usual[kb.Fold(n)] {
			b.alias(id, n, kb.Native, srcCodes)
		}
	}
	for _, w := range r.list("adjectives") {
		b.alias(id, w, kb.DemonymAdj, srcOwn)
	}
	for _, w := range r.list("nouns") {
		b.alias(id, w, kb.DemonymNoun, srcOwn)
		b.alias(id, plural(w), kb.DemonymNoun, srcOwn)
	}
	b.capName[code] = r.list("capitals")
}

// plural gives the plural of a demonym; those in -ese, -ss, -sh, -ch and -ois
// keep their form.
func plural(word string) string {
	for _, end := range []string{"ese", "ss", "sh", "ch", "ois", "ic", "x", "s"} {
		if strings.HasSuffix(word, end) {
			return word
		}
	}
	if stem, ok := strings.CutSuffix(word, "man"); ok && !strings.HasSuffix(word, "German") && !strings.HasSuffix(word, "Oman") && !strings.HasSuffix(word, "oman") {
		return stem + "men"
	}
	return word + "s"
}

// ownCountryNames adds the names of own/countries.tsv.
func (b *builder) ownCountryNames() error {
	n := 0
	for line := range strings.Lines(countryTable) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		f := append(strings.Split(line, "\t"), "", "", "")
		id, ok := b.country[f[0]]
		if !ok {
			return fmt.Errorf("own/countries.tsv: no country %q", f[0])
		}
		from, _ := kb.ParseDate(f[3], false)
		to, _ := kb.ParseDate(f[4], true)
		for _, name := range strings.Split(f[2], "|") {
			h := kb.Hit{Entity: id, Source: srcOwn, From: from, To: to, Note: f[5]}
			switch f[1] {
			case "common":
				h.Kind = kb.Common
			case "acronym", "former-acronym":
				h.Kind, h.UpperOnly = kb.Acronym, true
			case "noun":
				h.Kind = kb.DemonymNoun
			case "adj", "former-adj":
				h.Kind = kb.DemonymAdj
			case "combining":
				h.Kind, h.Note = kb.DemonymAdj, "combining form: Russo-, Sino-"
			case "former":
				h.Kind = kb.Former
			case "native":
				h.Kind = kb.Native
			case "weak":
				h.Kind = kb.Variant
			default:
				return fmt.Errorf("own/countries.tsv: unknown kind %q", f[1])
			}
			b.aliasHit(name, h)
		}
	}
	b.rows[srcOwn-1] += n
	return nil
}

var (
	bracketRE = regexp.MustCompile(`\([^)]*\)`)
	wordRE    = regexp.MustCompile(`^[A-Z][A-Za-z'é -]+$`)
)

// factbookNames adds long, local and former names and nationality words.
func (b *builder) factbookNames() error {
	taken := map[string]bool{}
	for _, a := range b.aliases {
		taken[a.Folded] = true
	}
	return b.each(srcFactbookNames, func(r row) {
		code := b.factbookCode(r)
		id, ok := b.country[code]
		if !ok || code == "PSE" {
			return
		}
		add := func(field string, kind kb.AliasKind) {
			for _, s := range strings.FieldsFunc(r.get(field), func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
				s = strings.TrimSpace(bracketRE.ReplaceAllString(s, ""))
				if s != "none" && len(s) > 3 && wordRE.MatchString(s) && !taken[kb.Fold(s)] {
					b.alias(id, s, kind, srcFactbookNames)
				}
			}
		}
		add("name", kb.Variant)
		add("long", kb.Official)
		add("local", kb.Native)
		if b.at(id).Kind == kb.Country && code != "VNM" && code != "SRB" && code != "DEU" && code != "YEM" && code != "IRN" {
			add("former", kb.Former)
		}
		if code == "KOR" || code == "PRK" || code == "COD" || code == "COG" || code == "GEO" || code == "DOM" || code == "DMA" {
			return
		}
		for _, field := range []string{"nationality_noun", "nationality_adj"} {
			text, _, _ := strings.Cut(r.get(field), ";")
			for _, w := range regexp.MustCompile(`,| or `).Split(text, -1) {
				hasPlural := strings.Contains(w, "(s)")
				w = strings.TrimSpace(bracketRE.ReplaceAllString(w, ""))
				if !wordRE.MatchString(w) || w == "NA" || strings.Contains(w, "US ") || len(w) > 30 {
					continue
				}
				if field == "nationality_adj" {
					b.alias(id, w, kb.DemonymAdj, srcFactbookNames)
					continue
				}
				b.alias(id, w, kb.DemonymNoun, srcFactbookNames)
				if hasPlural {
					b.alias(id, plural(w), kb.DemonymNoun, srcFactbookNames)
				}
			}
		}
	}, "gec", "iso2", "name", "long", "former", "nationality_noun", "nationality_adj")
}

// factbookCode joins a row of the Factbook tables.
func (b *builder) factbookCode(r row) string {
	if c, ok := b.iso2[r.get("iso2")]; ok {
		return c
	}
	return b.gec[strings.ToLower(r.get("gec"))]
}

// numbers joins the lists of the state system by name.
func (b *builder) numbers(src uint16, col string, into map[int]string) error {
	byName := map[string]string{}
	for code, id := range b.country {
		if b.at(id).Kind == kb.Country {
			byName[kb.Fold(b.at(id).Name)] = code
		}
	}
	for _, a := range b.aliases {
		if (a.Kind == kb.Common || a.Kind == kb.Official) && b.at(a.Entity).Kind == kb.Country && a.Note == "" {
			if _, ok := byName[a.Folded]; !ok {
				byName[a.Folded] = b.at(a.Entity).Code
			}
		}
	}
	special := map[string]string{"germany (prussia)": "DEU", "german federal republic": "DEU", "german democratic republic": "DEU", "yugoslavia": "SRB", "russia (soviet union)": "RUS",
		"italy/sardinia": "ITA", "turkey (ottoman empire)": "TUR", "iran (persia)": "IRN", "myanmar (burma)": "MMR", "sri lanka (ceylon)": "LKA", "cambodia (kampuchea)": "KHM",
		"belarus (byelorussia)": "BLR", "tanzania/tanganyika": "TZA", "zimbabwe (rhodesia)": "ZWE", "burkina faso (upper volta)": "BFA", "congo, democratic republic of (zaire)": "COD", "congo": "COG",
		"vietnam, democratic republic of": "VNM", "vietnam, republic of": "VNM", "republic of vietnam": "VNM", "korea, people's republic of": "PRK", "korea, republic of": "KOR", "yemen (arab republic of yemen)": "YEM", "yemen arab republic": "YEM",
		"macedonia (former yugoslav republic of)": "MKD", "kyrgyz republic": "KGZ", "bosnia-herzegovina": "BIH", "east timor": "TLS", "surinam": "SUR", "samoa/western samoa": "WSM", "federated states of micronesia": "FSM",
		"cape verde": "CPV", "cote d'ivoire": "CIV", "rumania": "ROU", "swaziland": "SWZ", "st. kitts and nevis": "KNA", "st. lucia": "LCA", "st. vincent and the grenadines": "VCT", "antigua & barbuda": "ATG", "democratic republic of the congo": "COD",
		"são tomé and principe": "STP", "sao tome and principe": "STP", "madagascar (malagasy)": "MDG", "drc": "COD", "macedonia": "MKD", "macedonia (fyrom)": "MKD", "czechoslovakia": "CZE", "yemen, people's republic of": "YEM", "yemen people's republic": "YEM", "ethiopia": "ETH"}
	var missing []string
	err := b.each(src, func(r row) {
		n, err := strconv.Atoi(r.get(col))
		if err != nil {
			return
		}
		name := strings.ToLower(r.get("name"))
		code, ok := special[name]
		if !ok {
			code, ok = byName[kb.FoldKey(name)]
		}
		if !ok {
			if plain, _, cut := strings.Cut(name, " ("); cut {
				code, ok = byName[kb.Fold(plain)]
			}
		}
		if ok {
			into[n] = code
			// The number of the spell that still runs is the country's.
			if id, known := b.country[code]; known && r.get("end") == "" {
				if src == srcGW {
					b.at(id).GW = uint16(n)
				} else {
					b.at(id).COW = uint16(n)
				}
			}
		} else if r.get("end") == "" || r.get("end") > "1990" {
			missing = append(missing, r.get("name"))
		}
	}, col, "name")
	if len(missing) > 0 {
		fmt.Fprintf(b.log, "%s: without a country: %s\n", sources[src-1].Table, strings.Join(missing, "; "))
	}
	return err
}
