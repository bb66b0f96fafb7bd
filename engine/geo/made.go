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
	if name == 0 {
		return 0
	}
	// "Hallam County"
	if v, k := r.after(head, j, end); k > 0 && r.upper(j) && !r.demonym(i) {
		r.made(i, j+k, s, v, "named by the word “"+r.d.Form(j)+"”", 2.5)
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
		if v, k := r.before(kind, i-1, st.First); k > 0 {
			r.made(i, j, s, v, "named by the word “"+r.d.Form(i-1-k)+"” before it", 2.5)
			return name
		}
	}
	// "in Odra, Norvia"
	if _, led := r.before(locative, i, st.First); led > 0 && r.is(j, ",") && name <= 3 && r.region(j+1, st.Last) && !r.demonym(i) {
		if _, k := r.after(title, i, j); k == 0 {
			r.made(i, j, s, "city", "told with the place that holds it", 2.5)
			return name
		}
	}
	return 0
}

func (r *run) made(i, j, s int32, grain, why string, score float64) {
	f := r.newFind(i, j, s)
	f.made, f.grain, f.why, f.score = true, grain, why, score
	r.finds = append(r.finds, f)
}

// demonym reports whether token i is a nationality.
func (r *run) demonym(i int32) bool { return r.nationBefore(i+1, i) != "" }
