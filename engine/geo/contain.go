package geo

import (
	"strings"

	"annals/kb"
)

// contain finds which places hold others by the words: "Lagos, Nigeria",
// "Odra in Norvia", "Norvia's Odra". Abbreviated divisions become finds here.
func (r *run) contain() {
	r.abbreviated()
	for i := range r.finds {
		f := &r.finds[i]
		st := &r.d.Sentences[f.sent]
		if i+1 < len(r.finds) {
			g := &r.finds[i+1]
			gap := g.first - f.last
			switch {
			case g.sent != f.sent:
			case gap == 1 && r.is(f.last, ",", "(") && r.list(i):
			case gap == 1 && r.is(f.last, ",", "(") && r.holds(g, f):
				f.holder, f.strong = i+1, true
			case gap == 1 && r.is(f.last, ",") && r.stranger(f, g, st.Last):
				f.made, f.grain, f.cands = true, "city", nil
				f.holder, f.strong = i+1, true
				f.score = max(f.score, 2)
				f.why = "told with the place that holds it, where the base knows none of that name"
			case gap >= 1 && gap <= 3 && r.is(f.last, "in") && r.holds(g, f) && !r.sameKind(f, g):
				f.holder = i + 1
			}
		}
		if f.holder < 0 && i > 0 {
			g := &r.finds[i-1]
			if g.sent == f.sent && g.last+1 == f.first && r.is(g.last, "'s", "’s", "'", "’") && r.holds(g, f) {
				f.holder = i - 1
			}
		}
	}
}

// abbreviated adds "Ill." and "PA" after a find and a comma.
func (r *run) abbreviated() {
	var out []find
	for i := range r.finds {
		f := r.finds[i]
		out = append(out, f)
		st := &r.d.Sentences[f.sent]
		j := f.last + 1
		if j >= st.Last || !r.is(f.last, ",") || i+1 < len(r.finds) && r.finds[i+1].first <= j {
			continue
		}
		_, k := r.after(abbr, j, st.Last)
		if k == 0 || !r.upper(j) {
			continue
		}
		if g, ok := r.division(j, k, f.sent); ok {
			out = append(out, g)
		}
	}
	r.finds = out
}

// division makes a find of the abbreviated division at tokens [j, j+k).
func (r *run) division(j, k, s int32) (find, bool) {
	name, country, _ := strings.Cut(r.words.value[abbr][r.joined(j, j+k)], ";")
	g := r.newFind(j, j+k, s)
	r.hits = r.base.AppendLookup(r.hits[:0], kb.Fold(name))
	for _, h := range r.hits {
		if e := r.base.Entity(h.Entity); e.Kind == kb.Admin1 && e.Country == country {
			g.cands = append(g.cands, cand{Entity: e, alias: kb.Common})
			break
		}
	}
	g.score, g.why = 4, "abbreviation of a division"
	return g, len(g.cands) > 0
}

// holds reports whether some reading of g holds some reading of f.
func (r *run) holds(g, f *find) bool {
	if g.score < enough {
		return false
	}
	if f.made {
		if g.made {
			return g.grain == "region" && f.grain != "region" && f.want != "macro" && g.want != "macro"
		}
		for i := range g.cands {
			if k := g.cands[i].Kind; k == kb.Country || k == kb.Territory || k == kb.Admin1 {
				return f.want != "macro"
			}
		}
		return false
	}
	for i := range g.cands {
		for k := range f.cands {
			if within(&f.cands[k], &g.cands[i]) {
				return true
			}
		}
	}
	return false
}

// list reports whether find i and those after it are a list of divisions:
// "Washington, Oregon and Idaho".
func (r *run) list(i int) bool {
	if i+2 >= len(r.finds) {
		return false
	}
	for k := i; k < i+3; k++ {
		f := &r.finds[k]
		if f.sent != r.finds[i].sent || !f.division() {
			return false
		}
		if k > i {
			if g := f.first - r.finds[k-1].last; g < 1 || g > 2 || !r.is(r.finds[k-1].last, ",", "and", "or") {
				return false
			}
		}
	}
	return true
}

// division reports whether a find may be a first-level division.
func (f *find) division() bool {
	for k := range f.cands {
		if f.cands[k].Kind == kb.Admin1 && f.cands[k].alias != kb.Variant {
			return true
		}
	}
	return false
}

// stranger reports whether f is told to lie in the division or state g although
// the base knows no such place there: a namesake of those it knows.
func (r *run) stranger(f, g *find, end int32) bool {
	if g.score < enough || g.made || f.made || r.is(g.last, "and", "or", "&") || r.is(g.last, ",") && r.is(g.last+1, "and", "or") {
		return false
	}
	region, division := false, g.division()
	for i := range g.cands {
		k := g.cands[i].Kind
		region = region || k == kb.Admin1 || k == kb.Country || k == kb.Territory
	}
	if !region || !r.led(f.first, f.sent) {
		return false
	}
	for i := range f.cands {
		if c := &f.cands[i]; c.Kind == kb.Admin1 && c.Importance < 110 && division {
			continue
		} else if c.Kind != kb.City || c.Population > 500000 && !division {
			return false
		}
	}
	return g.last == end || !r.upper(g.last)
}

// sameKind reports whether both may be countries, which do not hold each other.
func (r *run) sameKind(f, g *find) bool {
	return len(f.cands) > 0 && len(g.cands) > 0 && f.cands[0].Kind == kb.Country && g.cands[0].Kind == kb.Country
}

// within reports whether the first lies in the second.
func within(in, out *cand) bool {
	switch out.Kind {
	case kb.Country, kb.Territory:
		if in.Kind == kb.Country {
			return false
		}
		return in.Country != "" && (in.Country == out.Code || in.Country == out.Country && out.Kind == kb.Country) && in.ID != out.ID
	case kb.Admin1:
		return in.Kind == kb.City && in.Country == out.Country && in.Admin1 == out.Name
	}
	return false
}
