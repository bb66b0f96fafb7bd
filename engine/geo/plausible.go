package geo

import (
	"math"
	"strings"

	"annals/engine/doc"
	"annals/kb"
)

// enough is the score from which a name is taken for a place.
const enough = 1.5

// plausible scores how surely a find is a place: what the base knows under the
// name, the words before and after it, and the tag of the parser.
func (r *run) plausible(f *find, end int32) float64 {
	st := &r.d.Sentences[f.sent]
	s := r.weightOf(f)
	if f.last-f.first > 1 {
		s++
	}
	// Words before.
	i := f.first
	if r.is(i-1, "the") && i-1 >= st.First {
		i--
	}
	nation := ""
	if v, k := r.before(kind, i, st.First); k > 0 {
		f.want = v
		s += 2.5
	} else if r.is(i-1, "of") {
		if v, k := r.before(kind, i-1, st.First); k > 0 {
			f.want = v
			s += 2.5
			nation = r.nationBefore(i-1-k, st.First)
		}
	}
	f.nation = nation
	c := i
	for {
		if _, k := r.before(compass, c, st.First); k > 0 && c-k >= st.First {
			c -= k
			s += 1.5
			continue
		}
		break
	}
	_, led := r.before(locative, c, st.First)
	if led == 0 && c > st.First && r.is(c-1, "the") {
		_, led = r.before(locative, c-1, st.First)
	}
	if led > 0 {
		s += 2
	}
	// Words after.
	after := f.last
	if strings.HasSuffix(f.key, " city") {
		f.want = "city"
	}
	if v, k := r.after(kind, after, end); k > 0 && !r.upper(after) {
		f.want = v
		s += 1.5
	}
	_, isCivic := r.after(civic, after, end)
	orgWhat, isOrg := r.after(org, after, end)
	switch {
	case isOrg > 0 && (r.upper(after) || orgWhat == "any"):
		s -= 4
	case isCivic > 0 && r.upper(after):
		s += 1.5
	case r.upper(after) && after < end && f.last-f.first == 1 && led == 0:
		s--
	}
	if k := len(r.finds) - 1; k >= 0 && r.is(f.first-1, "'s", "’s") && r.finds[k].last == f.first-1 && r.onlyCountries(&r.finds[k]) {
		s += 2 // "Norvia's Odra"
	}
	if r.is(after, "'s", "’s") {
		s += 0.3
	}
	if after+1 < st.Last && r.is(after, ",") && r.region(after+1, st.Last) {
		s += 3
	}
	// "the cities of Orm and Odra"
	if k := len(r.finds) - 1; k >= 0 && f.want == "" && r.finds[k].sent == f.sent && r.finds[k].last+1 == f.first && r.is(f.first-1, "and", "or", ",") && (r.finds[k].want == "city" || r.finds[k].want == "region") {
		f.want = r.finds[k].want
		s++
	}
	s += r.tag(f)
	// "PORT MARA —" opens a report or an item of one.
	if f.first == st.First && r.capitals(f.first, f.last) && r.is(f.last, "—", "–", "-", "--", "(", ",") && f.span.Len() > 3 {
		s += 2.5
	} else if r.inDateline(f) {
		s += 2
	}
	if f.last-f.first == 1 {
		s += r.asPerson(f, st, led > 0)
	}
	if m := f.mention; m >= 0 {
		switch x := &r.d.Mentions[m]; {
		case x.Form != doc.Named && x.Form != doc.Adjectival:
		case x.Kind == doc.Person && x.First <= f.first && x.Last >= f.last:
			if x.Last-x.First > f.last-f.first && (isCivic == 0 || !r.upper(after)) && !r.wide(f) && x.Last-x.First <= 3 || x.Entity != 0 && led == 0 && !r.wide(f) {
				s -= 5
			} else {
				s--
			}
		case x.Kind == doc.Organisation && isCivic == 0 && x.Entity != 0 && !r.wide(f):
			s--
		case x.Kind == doc.PlaceKind || x.Kind == doc.State:
			s++
		}
	}
	return s
}

// weightOf is the weight of the best entity of a find.
func (r *run) weightOf(f *find) float64 {
	best := -9.0
	common, wide := true, false
	for i := range f.cands {
		c := &f.cands[i]
		w := 1.8
		switch c.Kind {
		case kb.Country, kb.Territory:
			w = 3
		case kb.Admin1:
			w = 1.5
			if c.Importance >= 110 {
				w = 2.5
			}
		case kb.City:
			w = max(-1, min(3, math.Log10(float64(c.Population)+10)-3.5))
			if c.FeatureCode == "PPLC" {
				w++
			} else if c.FeatureCode == "PPLA" {
				w += 0.5
			}
		}
		if (c.alias == kb.Variant || c.alias == kb.Native) && c.Kind != kb.Region {
			w--
		}
		common = common && c.common
		wide = wide || c.Kind == kb.Country || c.Kind == kb.Admin1 && c.Importance >= 110
		best = max(best, w)
	}
	if common && wide {
		best -= 0.5 // Virginia, Georgia: names of people too, but states far more often
	} else if common {
		best -= 2
		if f.first == r.d.Sentences[f.sent].First {
			best--
		}
	}
	return best
}

// nationBefore is the country of a nationality that ends before token i: "the
// Ukrainian (city of)", "the South Korean (city of)".
func (r *run) nationBefore(i, start int32) string {
	if i-2 >= start && r.upper(i-2) {
		if c := r.nationAt(i-2, i); c != "" {
			return c
		}
	}
	if i-1 < start || !r.upper(i-1) {
		return ""
	}
	return r.nationAt(i-1, i)
}

// nationAt is the country of the nationality that tokens [i, j) name, or "".
func (r *run) nationAt(i, j int32) string {
	r.hits = r.base.AppendLookupBytes(r.hits[:0], r.fold(i, j))
	for _, h := range r.hits {
		if h.Kind == kb.DemonymAdj || h.Kind == kb.DemonymNoun {
			return r.base.Entity(h.Entity).Code
		}
	}
	return ""
}

// region reports whether a state or division, or its abbreviation, stands at token i.
func (r *run) region(i, end int32) bool {
	if _, k := r.after(abbr, i, end); k > 0 && r.upper(i) {
		return true
	}
	if !r.upper(i) {
		return false
	}
	for n := min(end-i, 4); n > 0; n-- {
		r.hits = r.base.AppendLookupBytes(r.hits[:0], r.fold(i, i+n))
		for _, h := range r.hits {
			switch h.Kind {
			case kb.Metonym, kb.DemonymAdj, kb.DemonymNoun, kb.Surname:
				continue
			}
			if k := r.base.Entity(h.Entity).Kind; k == kb.Country || k == kb.Territory || k == kb.Admin1 {
				return true
			}
		}
	}
	return false
}

// wide reports whether a find may be a state or a large division.
func (r *run) wide(f *find) bool {
	for i := range f.cands {
		if c := &f.cands[i]; c.Kind == kb.Country || c.Kind == kb.Admin1 && c.Importance >= 110 {
			return true
		}
	}
	return false
}

// tag is what the parser's mark of the name is worth.
func (r *run) tag(f *find) float64 {
	if !r.tagged {
		return 0
	}
	switch name := r.d.Tokens[f.first].Name; {
	case strings.HasSuffix(name, "-place"):
		return 0.8
	case strings.HasSuffix(name, "-person") && !r.wide(f):
		return -0.5
	case strings.HasPrefix(name, "B-") || strings.HasPrefix(name, "I-"):
		return 0
	}
	return 0
}

// asPerson is what speaks for a single word being the name of a person.
func (r *run) asPerson(f *find, st *doc.Sentence, led bool) float64 {
	s := 0.0
	i := f.first
	if _, ok := r.base.Surname(f.key); ok {
		s--
	}
	if r.persons[f.key] {
		s -= 4
	}
	prev := i - 1
	if prev >= st.First && r.upper(prev) && !led && !r.is(prev, "the", "a", "an", "and", "but", "as", "for", "on") {
		if _, ok := r.words.value[title][r.low[prev]]; ok {
			s -= 4
		} else if _, ok := r.base.GivenName(string(r.fold(prev, prev+1))); ok {
			s -= 3
		} else if _, k := r.before(compass, i, st.First); k == 0 && prev > st.First {
			s -= 1.5
		}
	}
	next := f.last
	if next < st.Last && r.upper(next) && !r.locatable(next) {
		_, given := r.base.GivenName(f.key)
		_, family := r.base.Surname(string(r.fold(next, next+1)))
		if given && (family || !r.wide(f)) {
			s -= 3
		}
	}
	return s
}
