package geo

import "annals/kb"

// people collects the surnames of people whom the report names with given name
// or title, so that "Carter" after "Anna Carter" is no town.
func (r *run) people() {
	r.persons = map[string]bool{}
	n := int32(len(r.d.Tokens))
	for i := int32(0); i+1 < n; i++ {
		if !r.upper(i) || !r.upper(i+1) || r.d.Tokens[i].Sent != r.d.Tokens[i+1].Sent {
			continue
		}
		j := i + 1
		if len(r.low[j]) <= 2 && j+1 < n && r.upper(j+1) { // a middle initial
			j++
		}
		if len(r.low[j]) < 3 || r.locatable(j) || r.capitals(j, j+1) && len(r.low[j]) < 5 || r.is(i, "the", "a", "an", "in", "on", "at", "and", "but", "for", "as", "to", "from", "of") {
			continue
		}
		if _, ok := r.words.value[title][r.low[i]]; ok && !r.is(i, "saint") {
			for j+1 < n && r.upper(j+1) && j-i < 3 && r.d.Tokens[j+1].Sent == r.d.Tokens[i].Sent && !r.locatable(j+1) {
				j++
			}
			r.persons[string(r.fold(j, j+1))] = true
			continue
		}
		if _, ok := r.base.GivenName(string(r.fold(i, i+1))); !ok {
			continue
		}
		if _, k := r.before(locative, i, max(i-3, 0)); k > 0 && j == i+1 {
			if _, ok := r.base.Surname(string(r.fold(j, j+1))); !ok {
				continue
			}
		}
		if r.placeName(i, j+1) {
			continue
		}
		r.persons[string(r.fold(j, j+1))] = true
	}
}

// locatable reports whether token j is a word that follows names of places.
func (r *run) locatable(j int32) bool {
	for _, c := range [...]class{head, civic, org, site} {
		if _, ok := r.words.value[c][r.low[j]]; ok {
			return true
		}
	}
	return false
}

// placeName reports whether the base knows tokens [i, j) as a place.
func (r *run) placeName(i, j int32) bool {
	r.hits = r.base.AppendLookupBytes(r.hits[:0], r.fold(i, j))
	for _, h := range r.hits {
		if h.Kind != kb.Surname && r.base.Entity(h.Entity).Kind.IsPlace() {
			return true
		}
	}
	return false
}
