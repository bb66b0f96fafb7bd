package geo

import (
	"fmt"
	"math"
	"strings"

	"annals/kb"
)

// choose picks one reading of each find: those with one reading first, then
// those whose holder is told, then the others in the light of what was picked.
func (r *run) choose() {
	r.repeat()
	r.local()
	for i := range r.finds {
		f := &r.finds[i]
		if f.score >= enough && len(f.cands) == 1 {
			f.pick = 0
		}
	}
	for i := range r.finds {
		f := &r.finds[i]
		if f.score >= enough && f.holder >= 0 && !f.made && f.strong {
			r.pickHolder(f)
			f.pick = r.best(f, i)
			r.count(f)
		}
	}
	for round := 0; round < 2; round++ {
		r.anchor()
		for i := range r.finds {
			f := &r.finds[i]
			if f.score < enough || f.made || len(f.cands) == 1 || f.strong && f.holder >= 0 && round == 0 {
				continue
			}
			f.pick = r.best(f, i)
		}
	}
	r.oneSense()
	for i := range r.finds {
		if f := &r.finds[i]; f.made && f.want != "macro" && f.want != "site" {
			r.settle(f, i)
		}
	}
}

// repeat takes a name that is surely a place once for one where it is unsure.
func (r *run) repeat() {
	sure := map[string]bool{}
	for i := range r.finds {
		if f := &r.finds[i]; f.score >= 3 && !r.persons[f.key] {
			sure[f.key] = true
		}
	}
	for i := range r.finds {
		if f := &r.finds[i]; sure[f.key] && f.score < enough {
			f.score += 2
		}
	}
}

// local takes a name that is nearly surely a place for one where it lies in a
// division that the report is about.
func (r *run) local() {
	for i := range r.finds {
		f := &r.finds[i]
		if f.score >= enough || f.score < 0.3 || r.persons[f.key] {
			continue
		}
		for k := range f.cands {
			if c := &f.cands[k]; c.Admin1 != "" && r.about.localShare(c.Country, c.Admin1) >= 0.4 && r.about.share(c.Country) >= 0.4 {
				f.score = enough
			}
		}
	}
}

// pickHolder settles a holder: the reading that holds some reading of f.
func (r *run) pickHolder(f *find) {
	g := &r.finds[f.holder]
	if g.made || g.pick >= 0 && len(g.cands) == 1 {
		return
	}
	best := -1
	for k := range g.cands {
		for j := range f.cands {
			if within(&f.cands[j], &g.cands[k]) && best < 0 {
				best = k
			}
		}
	}
	// "Atlanta, Georgia": Atlanta of the division is larger than any in the state.
	if len(g.cands) > 1 {
		size := -1.0
		for k := range g.cands {
			for j := range f.cands {
				if within(&f.cands[j], &g.cands[k]) {
					if s := float64(f.cands[j].Importance) + 30*r.about.share(f.cands[j].Country); s > size {
						best, size = k, s
					}
				}
			}
		}
	}
	if best >= 0 {
		g.pick, g.strong = best, true
	}
}

// count adds a settled place to the context.
func (r *run) count(f *find) {
	if f.pick >= 0 {
		c := &f.cands[f.pick]
		r.about.add(c.Country, c.Admin1, 1)
	}
}

// best is the index of the reading with the highest score.
func (r *run) best(f *find, at int) int {
	best, high := -1, math.Inf(-1)
	mixed := false // a name of a country and of something else, such as Georgia
	for k := range f.cands {
		mixed = mixed || f.cands[k].Kind == kb.Admin1 && f.cands[k].alias == kb.Common && f.cands[k].Importance >= 110
	}
	for k := range f.cands {
		if s := r.reading(f, k, at, mixed); s > high {
			best, high = k, s
		}
	}
	return best
}

// reading scores one reading of a find.
func (r *run) reading(f *find, k, at int, mixed bool) float64 {
	c := &f.cands[k]
	s := float64(c.Importance) / 10
	if mixed && c.Kind == kb.Country {
		s = 12.2
	}
	switch c.alias {
	case kb.Former:
		s -= 1.5
		if len(f.cands) > 1 {
			s -= 10
		}
	case kb.Variant, kb.Native:
		if !(c.Kind == kb.City && c.Population > 1000000 && strings.EqualFold(c.Name, r.d.Word(f.span)+" City")) {
			s -= 1.5
		} else {
			s += 1
		}
	}
	switch {
	case f.want == "city" && c.Kind == kb.City, f.want == "region" && (c.Kind == kb.Admin1 || c.Kind == kb.Region):
		s += 4
	case f.want == "region" && c.Kind == kb.City:
		s -= 2
	}
	if v, ok := r.words.value[prefer][f.key]; ok && (v == "region") == (c.Kind == kb.Admin1 || c.Kind == kb.Region) && f.want == "" {
		s += 8
	}
	if c.Kind == kb.Admin1 && r.among(at, c) {
		s += 6
	}
	if f.nation != "" {
		if c.Country == f.nation {
			s += 8
		} else {
			s -= 4
		}
	}
	if f.holder >= 0 {
		g := &r.finds[f.holder]
		ok := g.made
		if g.pick >= 0 {
			ok = within(c, &g.cands[g.pick])
		} else {
			for j := range g.cands {
				ok = ok || within(c, &g.cands[j])
			}
		}
		w := 5.0
		if f.strong {
			w = 20
		}
		if ok {
			s += w
		}
	}
	// A division weighs more than a town of its name elsewhere.
	if c.Kind == kb.Admin1 && c.alias == kb.Common && f.want != "city" && f.holder < 0 {
		s += r.namesake(f, c)
	}
	s += 5*r.about.share(c.Country) + 5*r.about.localShare(c.Country, admin1Of(c))
	// As the holder of another place a division is meant.
	if f.strong && f.holder < 0 && (c.Kind == kb.Admin1 || c.Kind == kb.Country) {
		s += 3
	}
	if c.HasPoint && c.Kind == kb.City {
		s += 2 * r.near(f, c)
	}
	return s
}

// among reports whether the find before or after in a list may be a division of
// the same state: "Virginia, Washington and Wyoming".
func (r *run) among(at int, c *cand) bool {
	for _, k := range [...]int{at - 1, at + 1} {
		if k < 0 || k >= len(r.finds) || r.finds[k].sent != r.finds[at].sent {
			continue
		}
		a, b := &r.finds[min(k, at)], &r.finds[max(k, at)]
		if g := b.first - a.last; g < 1 || g > 2 || !r.is(a.last, ",", "and", "or") || r.finds[at].holder == k || r.finds[k].holder == at {
			continue
		}
		for j := range r.finds[k].cands {
			if o := &r.finds[k].cands[j]; o.Kind == kb.Admin1 && o.Country == c.Country && o.alias == kb.Common {
				return true
			}
		}
	}
	return false
}

// namesake is 2 where all towns of a division's name lie in other states.
func (r *run) namesake(f *find, c *cand) float64 {
	for k := range f.cands {
		if f.cands[k].Kind == kb.City && f.cands[k].Country == c.Country && f.cands[k].Importance > 80 {
			return 0
		}
	}
	return 2
}

// admin1Of is the division a reading lies in, itself for a division.
func admin1Of(c *cand) string {
	if c.Kind == kb.Admin1 {
		return c.Name
	}
	return c.Admin1
}

// mostAnchors bounds the places that others are held against.
const mostAnchors = 48

// anchor collects the settled cities of the report, each name once.
func (r *run) anchor() {
	r.anchors = r.anchors[:0]
	seen := map[string]bool{}
	for i := range r.finds {
		f := &r.finds[i]
		if f.pick < 0 || f.score < enough || len(f.cands) > 3 && !f.strong || seen[f.key] || len(r.anchors) == mostAnchors {
			continue
		}
		if c := &f.cands[f.pick]; c.Kind == kb.City && c.HasPoint {
			seen[f.key] = true
			r.anchors = append(r.anchors, i)
		}
	}
}

// near is 1 where another settled place of the report lies within 150 km.
func (r *run) near(f *find, c *cand) float64 {
	for _, i := range r.anchors {
		g := &r.finds[i]
		e := &g.cands[g.pick]
		if g.key != f.key && Distance(float64(c.Lat), float64(c.Lon), float64(e.Lat), float64(e.Lon)) < 150 {
			return 1
		}
	}
	return 0
}

// oneSense gives all finds of one name one reading: that of the find whose
// holder is told, else the commonest.
func (r *run) oneSense() {
	told := map[string]kb.EntityID{}
	for i := range r.finds {
		f := &r.finds[i]
		if f.pick >= 0 && f.holder >= 0 && f.strong {
			if _, ok := told[f.key]; !ok {
				told[f.key] = f.cands[f.pick].ID
			}
		}
	}
	for i := range r.finds {
		f := &r.finds[i]
		id, ok := told[f.key]
		if !ok || f.pick < 0 || f.holder >= 0 && f.strong {
			continue
		}
		for k := range f.cands {
			if f.cands[k].ID == id {
				f.pick = k
				f.why = "as told before in the report"
			}
		}
	}
}

// settle gives a place that the base lacks the country round it.
func (r *run) settle(f *find, at int) {
	take := func(g *find, why string) bool {
		switch {
		case g.pick >= 0:
			c := &g.cands[g.pick]
			f.country, f.admin1 = c.Country, admin1Of(c)
		case g.made && g.country != "":
			f.country, f.admin1 = g.country, g.admin1
		default:
			return false
		}
		f.why += "; " + why
		return f.country != ""
	}
	if f.holder >= 0 && take(&r.finds[f.holder], "in the place told with it") {
		return
	}
	if f.inner >= 0 && take(&r.finds[f.inner], "in the place of its name") {
		return
	}
	for i := at - 1; i >= 0 && r.finds[i].sent == f.sent; i-- {
		if g := &r.finds[i]; g.score >= enough && i != at && (g.pick < 0 || r.mayLie(f, g.cands[g.pick].Country)) && take(&r.finds[i], "in the country of the place named before it") {
			return
		}
	}
	if c := r.about.main(); c != "" && r.mayLie(f, c) {
		f.country = c
		f.why += fmt.Sprintf("; in the country that the report is about, %s", c)
	}
}

// mayLie keeps counties to the states that have such divisions.
func (r *run) mayLie(f *find, country string) bool {
	if !r.is(f.last-1, "county", "counties") {
		return true
	}
	_, ok := r.words.value[county][strings.ToLower(country)]
	return ok
}

// Distance is the great-circle distance of two points in kilometres, on a
// sphere of radius 6371 km (haversine formula).
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a, b := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}
