package geo

import (
	"sort"
	"strings"

	"annals/kb"
)

// context is what the report is about: weights of countries and their divisions.
type context struct {
	country map[string]float64
	admin1  map[string]float64 // by country and name
	total   float64
	local   float64
}

func newContext() context {
	return context{country: map[string]float64{}, admin1: map[string]float64{}}
}

// nation counts a nationality; "" is none.
func (c *context) nation(code string) { c.add(code, "", 0.7) }

func (c *context) add(country, admin1 string, w float64) {
	if country == "" {
		return
	}
	c.country[country] += w
	c.total += w
	if admin1 != "" {
		c.admin1[country+"\t"+admin1] += w
		c.local += w
	}
}

// share is the part of the report's weight that lies in a country.
func (c *context) share(country string) float64 {
	if c.total == 0 {
		return 0
	}
	return c.country[country] / c.total
}

// localShare is the part of the weight of divisions that lies in one.
func (c *context) localShare(country, admin1 string) float64 {
	if c.local == 0 || admin1 == "" {
		return 0
	}
	return c.admin1[country+"\t"+admin1] / c.local
}

// main is the country with most weight, if it has at least half.
func (c *context) main() string {
	names := make([]string, 0, len(c.country))
	for n := range c.country {
		names = append(names, n)
	}
	sort.Strings(names)
	best := ""
	for _, n := range names {
		if best == "" || c.country[n] > c.country[best] {
			best = n
		}
	}
	if best == "" || c.share(best) < 0.5 {
		return ""
	}
	return best
}

// weigh counts what is beyond doubt: countries and divisions with one reading,
// and places whose readings all lie in one country.
func (r *run) weigh() {
	seen := map[string]int{}
	counties := 0
	for i := range r.finds {
		f := &r.finds[i]
		if f.made && r.is(f.last-1, "county") && counties < 3 {
			counties++
		}
		if f.score < enough || len(f.cands) == 0 {
			continue
		}
		seen[f.key]++
		if seen[f.key] > 3 {
			continue
		}
		one := &f.cands[0]
		same := true
		for k := range f.cands {
			same = same && f.cands[k].Country == one.Country
		}
		w := 0.7
		if r.inDateline(f) {
			w = 1.5
		}
		switch {
		case !same:
		case one.Kind == kb.Country || one.Kind == kb.Territory:
			r.about.add(one.Country, "", w+0.3)
		case one.Kind == kb.Admin1:
			r.about.add(one.Country, one.Name, w+0.3)
		case len(f.cands) == 1:
			r.about.add(one.Country, one.Admin1, w)
		default:
			r.about.add(one.Country, "", w*0.5)
		}
	}
	// Counties told without a state are American unless the report is about
	// another state that has them.
	for c := range r.about.country {
		if _, ok := r.words.value[county][strings.ToLower(c)]; ok && c != "USA" && r.about.country[c] >= 1 {
			counties = 0
		}
	}
	if counties > 0 {
		r.about.add("USA", "", 0.7*float64(counties))
	}
}

// inDateline reports whether a find stands in the dateline.
func (r *run) inDateline(f *find) bool {
	l := r.d.Front.Dateline
	return !l.Empty() && l.Contains(f.span)
}
