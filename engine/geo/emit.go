package geo

import (
	"fmt"
	"sort"
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// emit writes the accepted finds as Places in the order of the text.
func (r *run) emit() {
	order := make([]int, 0, len(r.finds))
	for i := range r.finds {
		f := &r.finds[i]
		if f.score >= enough && (f.made || f.pick >= 0) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.finds[order[a]], &r.finds[order[b]]
		if x.span.Start != y.span.Start {
			return x.span.Start < y.span.Start
		}
		return x.span.End > y.span.End
	})
	index := make([]int32, len(r.finds))
	for i := range index {
		index[i] = -1
	}
	for n, i := range order {
		index[i] = int32(n)
	}
	for _, i := range order {
		f := &r.finds[i]
		p := doc.Place{Span: f.span, First: f.first, Last: f.last, Head: r.headOf(f.first, f.last), Sent: f.sent, Mention: f.mention, Within: -1, Why: f.why}
		if f.holder >= 0 {
			p.Within = index[f.holder]
		}
		if f.made {
			p.Name, p.Grain, p.Country, p.Admin1 = r.d.Word(f.span), f.grain, f.country, f.admin1
			if f.want == "macro" {
				p.ID, p.Why = f.why, "by the table of parts of the world"
			}
			if p.Grain == "" {
				p.Grain = "city"
			}
		} else {
			r.fill(&p, f)
		}
		r.d.Places = append(r.d.Places, p)
	}
}

// fill fills a place from the entity that was picked.
func (r *run) fill(p *doc.Place, f *find) {
	c := &f.cands[f.pick]
	p.Name, p.Country, p.Admin1, p.Grain = c.Name, c.Country, c.Admin1, grainOf(&c.Entity)
	if r.english(c, f) {
		p.Name = r.d.Word(f.span) // "Cologne", not "Köln"
	}
	if c.Kind == kb.Territory && c.Code != "" {
		p.Country = c.Code // a place has its own code; parties fold into the sovereign
	}
	switch {
	case c.QID != "":
		p.ID = c.QID
	case c.GeoNames != 0:
		p.ID = fmt.Sprintf("geonames:%d", c.GeoNames)
	}
	if p.Grain != "country" && c.HasPoint {
		p.HasPoint, p.Lat, p.Lon = true, float64(c.Lat), float64(c.Lon)
	}
	if p.Why != "" {
		return
	}
	switch {
	case len(f.cands) == 1:
		p.Why = "the only place of that name"
	case f.holder >= 0 && f.strong:
		p.Why = "in the place told after it"
	case f.nation != "" && f.nation == c.Country:
		p.Why = "by the nationality before it"
	case r.about.share(c.Country) >= 0.5:
		p.Why = fmt.Sprintf("of %d places of that name, by the country that the report is about", len(f.cands))
	default:
		p.Why = fmt.Sprintf("of %d places of that name, the weightiest", len(f.cands))
	}
}

// english reports whether the words of the report are a better name of a town or region
// than that of the tables, which is the one its people use: unless they are an old name
// or an abbreviation, or much the same.
func (r *run) english(c *cand, f *find) bool {
	if c.Kind == kb.Country || c.Kind == kb.Territory || c.alias == kb.Former || r.capitals(f.first, f.last) || strings.ContainsRune(r.d.Word(f.span), '.') {
		return false
	}
	if _, n := r.after(former, f.first, f.last); n > 0 {
		return false
	}
	words := string(r.fold(f.first, f.last))
	name := kb.Fold(c.Name)
	if strings.Contains(name, words) || strings.Contains(words, name) {
		return c.HasPoint && c.Name != r.d.Word(f.span) && !ascii(c.Name) && len(words) >= len(name)
	}
	return true
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// grainOf is the grain of an entity.
func grainOf(e *kb.Entity) string {
	switch e.Kind {
	case kb.Country, kb.Territory:
		return "country"
	case kb.City:
		return "city"
	case kb.Feature:
		switch e.FeatureCode {
		case "sea", "gulf", "bay", "strait", "sound", "channel", "ocean", "fjord", "lagoon", "inlet":
			return "sea"
		case "cape", "mountain", "waterfall", "pass":
			return "point"
		}
	case kb.Region:
		switch e.FeatureCode {
		case "sea", "strait":
			return "sea"
		case "site":
			return "point"
		case "city":
			return "city"
		case "country":
			return "country"
		}
	}
	return "region"
}

// headOf is the token of [first, last) whose head lies outside, or the last one.
func (r *run) headOf(first, last int32) int32 {
	if r.d.Sentences[r.d.Tokens[first].Sent].Root >= 0 {
		for t := first; t < last; t++ {
			if h := r.d.Tokens[t].Head; h < first || h >= last {
				return t
			}
		}
	}
	return last - 1
}
