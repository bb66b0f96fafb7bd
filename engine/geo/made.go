package geo

// make reads a place that the base lacks from the words round its name, at the
// capitalised token i: "Hallam County", "Lake Orm", "the village of Tarn",
// "Odra, Norvia". It gives how many tokens it took.
func (r *run) make(i, end, s int32) int32 {
	st := &r.d.Sentences[s]
	j := i
	for j < end && r.upper(j) && j-i < 4 {
		if _, k := r.after(head, j, end); k > 0 && j > i {
			break
		}
		j++
	}
	name := j - i
	if _, no := r.after(never, i, j); name == 0 || no > 0 {
		return 0
	}
	// "Hallam County"
	if v, k := r.after(head, j, end); k > 0 && r.upper(j) && !r.demonym(i) && (name > 1 || len(r.low[i]) > 2) &&
		(!r.is(j, "district", "region", "park") || name <= 2 && r.led(i, s)) {
		r.made(i, j+k, s, v, "named by the word “"+r.d.Form(j)+"”", 2.5)
		return name + k
	}
	// "in Hallam district"
	if v, k := r.after(kind, j, min(j+2, st.Last)); k > 0 && !r.upper(j) && name <= 2 && r.led(i, s) && !r.demonym(i) && !r.is(j, "state", "states", "community", "department", "republic", "capital", "port") {
		r.made(i, j+k, s, v, "named by the word “"+r.d.Form(j)+"”", 2)
		return name + k
	}
	// "Lake Orm", "Fort Hallam"
	if v, k := r.after(prefix, i, j); k > 0 && k < name {
		if _, led := r.before(locative, i, st.First); led > 0 || r.is(i-1, "the") {
			r.made(i, j, s, v, "named by the word “"+r.d.Form(i)+"”", 2)
			return name
		}
	}
	// "the village of Tarn"
	if r.is(i-1, "of") {
		if v, k := r.before(kind, i-1, st.First); k > 0 && !r.upper(i-1-k) && !r.is(i-2, "state", "republic", "community", "territory", "department") {
			r.made(i, j, s, v, "named by the word “"+r.d.Form(i-1-k)+"” before it", 2.5)
			return name
		}
	}
	// "in Odra, Norvia"
	// "in Norvia's Odra"
	if k := len(r.finds) - 1; k >= 0 && name == 1 && r.is(i-1, "'s", "’s") && r.finds[k].last == i-1 && r.finds[k].sent == s && r.onlyCountries(&r.finds[k]) && r.led(r.finds[k].first, s) && len(r.low[i]) > 3 && !r.demonym(i) {
		r.made(i, j, s, "city", "told after the state that holds it", 2)
		return name
	}
	if r.is(i-1, "in", "at", "near", "outside", "from") && !r.persons[string(r.fold(j-1, j))] && r.is(j, ",") && name <= 3 && r.region(j+1, st.Last) && !r.demonym(i) {
		if _, k := r.after(title, i, j); k == 0 {
			r.made(i, j, s, "city", "told with the place that holds it", 2.5)
			return name
		}
	}
	return 0
}

// led reports whether a preposition of place stands before token i, articles and
// words such as "northern" between them left out.
func (r *run) led(i, s int32) bool {
	first := r.d.Sentences[s].First
	for i > first && (r.is(i-1, "the") || r.isClass(compass, i-1)) {
		i--
	}
	_, n := r.before(locative, i, first)
	return n > 0
}

func (r *run) made(i, j, s int32, grain, why string, score float64) {
	f := r.newFind(i, j, s)
	f.made, f.grain, f.why, f.score = true, grain, why, score
	r.finds = append(r.finds, f)
}

// demonym reports whether token i is a nationality.
func (r *run) demonym(i int32) bool { return r.nationBefore(i+1, i) != "" }
