package gazetteer

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"annals/kb"
)

//go:embed own/regions.tsv
var regionTable string

//go:embed own/peoples.tsv
var peopleGroups string

// regions adds contested areas, regions, sites, lines and macro-regions.
func (b *builder) regions() error {
	needs := []string{"name", "aliases", "country", "kind", "lat", "lon", "note"}
	if err := b.each(srcRegions, func(r row) { b.region(r, srcRegions) }, needs...); err != nil {
		return err
	}
	if err := b.eachOf(regionTable, srcOwn, func(r row) { b.region(r, srcOwn) }, needs...); err != nil {
		return err
	}
	return b.peoples()
}

func (b *builder) region(r row, src uint16) {
	if key := "region " + kb.Fold(r.get("name")); b.byName[key] != 0 {
		return // both tables have it: the first one's stays
	}
	kind := kb.Region
	switch r.get("kind") {
	case "sea", "strait", "waterway", "islands", "island", "mountains":
		kind = kb.Feature
	case "city":
		kind = kb.City
	case "admin1":
		kind = kb.Admin1
	}
	e := kb.Entity{Kind: kind, Name: r.get("name"), Country: b.home(iso(r.get("country"))), FeatureCode: r.get("kind"), Importance: 95, Source: src}
	lat, err := strconv.ParseFloat(r.get("lat"), 32)
	lon, err2 := strconv.ParseFloat(r.get("lon"), 32)
	if err == nil && err2 == nil {
		e.Lat, e.Lon, e.HasPoint = float32(lat), float32(lon), true
	}
	e.Importance = clamp(95 + b.weight(e.Country)/2)
	if pre[e.Name] {
		e.Sectors = []string{"PRE"}
	}
	id := b.add(e)
	for i, n := range append([]string{r.get("name")}, r.list("aliases")...) {
		k := kb.Variant
		if i == 0 {
			k = kb.Common
		}
		b.aliasHit(n, kb.Hit{Entity: id, Kind: k, Source: src, Note: r.get("note")})
	}
	for _, d := range regionDemonyms[e.Name] {
		b.alias(id, d, kb.DemonymAdj, srcOwn)
		b.alias(id, d, kb.DemonymNoun, srcOwn)
		b.alias(id, plural(d), kb.DemonymNoun, srcOwn)
	}
	if kind == kb.Feature {
		b.byName["feature "+kb.Fold(e.Name)] = id
	}
	b.byName["region "+kb.Fold(e.Name)] = id
}

// pre are the partially recognised entities of the PLOVER manual.
var pre = map[string]bool{"Abkhazia": true, "South Ossetia": true, "Nagorno-Karabakh": true, "Northern Cyprus": true, "Transnistria": true, "Somaliland": true, "Western Sahara": true}

// regionDemonyms are the words for people of regions often told of.
var regionDemonyms = map[string][]string{
	"Abkhazia": {"Abkhaz", "Abkhazian"}, "South Ossetia": {"South Ossetian", "Ossetian"}, "Transnistria": {"Transnistrian"}, "Northern Cyprus": {"Turkish Cypriot"},
	"Somaliland": {"Somalilander"}, "Dagestan": {"Dagestani"}, "Ingushetia": {"Ingush"}, "Crimea": {"Crimean"}, "Kashmir": {"Kashmiri"},
	"Gaza Strip": {"Gazan"}, "Catalonia": {"Catalan"}, "Basque Country": {"Basque"}, "Scotland": {"Scottish", "Scot"}, "Wales": {"Welsh"}, "England": {"English"},
	"Northern Ireland": {"Northern Irish"}, "Darfur": {"Darfuri"},
	"Balochistan": {"Balochi"}, "Punjab": {"Punjabi"}, "Sindh": {"Sindhi"}, "Europe": {"European"}, "Africa": {"African"}, "Asia": {"Asian"}, "Latin America": {"Latin American"},
	"Kurdistan Region": {"Iraqi Kurd"}, "Bavaria": {"Bavarian"}, "Quebec": {"Quebecer"}, "Corsica": {"Corsican"}, "Sicily": {"Sicilian"}, "Siberia": {"Siberian"},
}

// peoples adds ethnic groups and faiths, which act and are acted on but are
// no states: groups with the sector of civilians or of religion.
func (b *builder) peoples() error {
	for line := range strings.Lines(peopleGroups) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) != 4 {
			return fmt.Errorf("own/peoples.tsv: %q has %d columns, want 4", f[0], len(f))
		}
		if b.findOrg("", f[0], f[2]) != 0 {
			continue
		}
		id := b.add(kb.Entity{Kind: kb.Group, Name: f[0], Country: f[2], Sectors: strings.Fields(f[3]), Importance: 88, Source: srcOwn})
		b.orgName(id, f[0], kb.Common, srcOwn)
		for _, w := range strings.Split(f[1], "|") {
			b.orgName(id, w, kb.DemonymNoun, srcOwn)
			if !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") {
				b.orgName(id, w, kb.DemonymAdj, srcOwn)
			}
		}
		b.rows[srcOwn-1]++
	}
	return nil
}

// metonyms adds buildings, capitals and streets that act for a government.
func (b *builder) metonyms() error {
	return b.each(srcMetonyms, func(r row) {
		code, text := iso(r.get("country")), r.get("metonym")
		note := strings.Trim(r.get("stands_for")+"; "+r.get("sector")+" "+r.get("sector2"), " ")
		if n := r.get("note"); n != "" {
			note += "; " + n
		}
		id := b.country[code]
		switch code {
		case "EUR":
			id = b.findOrg("", "European Union", "*")
		case "UNO":
			id = b.findOrg("", "United Nations", "*")
		case "IGO", "NGO":
			id = b.findOrg("", r.get("stands_for"), "*")
		}
		h := kb.Hit{Kind: kb.Metonym, Source: srcMetonyms, Note: note}
		// A parliament, court or ministry that has an entity of its own is
		// meant rather than the state.
		if org := b.findOrg("", text, code); org != 0 {
			id = org
		} else if org := b.findOrg("", r.get("stands_for"), code); org != 0 {
			id = org
		} else if s := r.get("sector"); s != "GOV" && s != "" && id != 0 || s == "GOV" && (r.get("kind") == "ministry" || r.get("kind") == "institution") && id != 0 {
			id = b.metonymBody(r, code)
		}
		if id == 0 {
			return
		}
		h.Entity = id
		b.aliasHit(text, h)
	}, "metonym", "stands_for", "country", "sector", "kind", "note")
}

// metonymBody makes the body that a metonym stands for, once.
func (b *builder) metonymBody(r row, code string) kb.EntityID {
	name := r.get("stands_for")
	if id := b.byName["metonym "+code+" "+name]; id != 0 {
		return id
	}
	kind := kb.Body
	if s := r.get("sector"); s == "MIL" || s == "COP" {
		kind = kb.Force
	}
	id := b.add(kb.Entity{Kind: kind, Name: name, Country: code, Sectors: sectors(r.get("sector"), r.get("sector2")), Importance: clamp(90 + b.weight(code)), Source: srcMetonyms})
	b.byName["metonym "+code+" "+name] = id
	b.orgName(id, name, kb.Common, srcMetonyms)
	return id
}
