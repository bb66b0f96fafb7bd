package gazetteer

import (
	"strconv"
	"strings"

	"annals/kb"
)

// features adds seas, straits, rivers, lakes, mountains and capes.
func (b *builder) features() error {
	kinds := map[string]float64{"marine": 80, "river": 62, "lake": 55, "elevation": 50, "point": 40}
	return b.each(srcNaturalEarth, func(r row) {
		importance, ok := kinds[r.get("kind")]
		name := r.get("name")
		if !ok || name == "" {
			return
		}
		if s, err := strconv.Atoi(r.get("scalerank")); err == nil {
			importance += float64(10-s) * 2
		}
		lat, _ := strconv.ParseFloat(r.get("lat"), 32)
		lon, _ := strconv.ParseFloat(r.get("lon"), 32)
		e := kb.Entity{Kind: kb.Feature, Name: properCase(name), QID: r.get("qid"), FeatureCode: r.get("class"), Lat: float32(lat), Lon: float32(lon), HasPoint: true, Importance: clamp(importance), Source: srcNaturalEarth}
		if !strings.HasPrefix(e.QID, "Q") {
			e.QID = ""
		}
		for _, s := range []string{r.get("sovereign")} {
			if c := b.byCountryName(s); c != "" {
				e.Country = c
			}
		}
		id := b.byName["feature "+kb.Fold(name)]
		if id == 0 {
			id = b.add(e)
			b.byName["feature "+kb.Fold(name)] = id
		}
		b.featureName(id, name, kb.Common, r.get("kind"))
		for _, a := range r.list("alt") {
			b.featureName(id, a, kb.Variant, r.get("kind"))
		}
	}, "kind", "name", "alt", "class", "qid", "lat", "lon")
}

// featureName adds a name; rivers and lakes also with their class word, since
// bare "Jordan" or "Niger" is seldom the river.
func (b *builder) featureName(id kb.EntityID, name string, kind kb.AliasKind, class string) {
	name = strings.TrimSpace(bracketRE.ReplaceAllString(name, ""))
	f := kb.Fold(name)
	if f == "" {
		return
	}
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(" "+f+" ", " "+w+" ") {
				return true
			}
		}
		return false
	}
	switch class {
	case "river":
		if !has("river", "rio", "canal") {
			b.placeAlias(id, name+" River", kind, srcNaturalEarth)
			b.placeAlias(id, "River "+name, kb.Variant, srcNaturalEarth)
			kind = kb.Variant
		}
	case "lake":
		if !has("lake", "lago", "reservoir", "sea", "lac") {
			b.placeAlias(id, "Lake "+name, kind, srcNaturalEarth)
			kind = kb.Variant
		}
	case "elevation":
		b.placeAlias(id, strings.NewReplacer("Mt.", "Mount", "Mtn.", "Mountain", "Mtns.", "Mountains").Replace(name), kind, srcNaturalEarth)
	}
	if b.states[f] && class != "marine" {
		return
	}
	if class == "point" && !strings.Contains(f, " ") && b.usual[f] {
		return
	}
	if _, common := b.common[f]; common {
		return
	}
	b.placeAlias(id, name, kind, srcNaturalEarth)
}

// properCase turns the table's capitals into a usual printed form.
func properCase(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		w = titleCase(w)
		if i > 0 && (w == "Of" || w == "The" || w == "And") {
			w = strings.ToLower(w)
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// byCountryName gives the code of a country by one of its names.
func (b *builder) byCountryName(name string) string {
	f := kb.Fold(name)
	if f == "" {
		return ""
	}
	for _, code := range sortedKeys(b.country) {
		if kb.Fold(b.at(b.country[code]).Name) == f {
			return code
		}
	}
	return ""
}
