package geo

import (
	"sort"

	"annals/engine/doc"
)

// sites adds places named by a common noun: "Baghdad airport", "Orm Square",
// "the Norvian embassy in Port Mara".
func (r *run) sites() {
	var found []find
	for s := range r.d.Sentences {
		st := &r.d.Sentences[s]
		if st.Kind == doc.Colophon {
			continue
		}
		for j := st.First + 1; j < st.Last; j++ {
			v, k := r.after(site, j, st.Last)
			if k == 0 {
				continue
			}
			if f, ok := r.siteAt(j, k, int32(s), v); ok {
				found = append(found, f)
			}
			j += k - 1
		}
	}
	base := len(r.finds)
	r.finds = append(r.finds, found...)
	for i := base; i < len(r.finds); i++ {
		f := &r.finds[i]
		at := sort.Search(base, func(k int) bool { return r.finds[k].first >= f.first })
		r.settle(f, at)
	}
}

// siteAt reads the site whose noun stands at tokens [j, j+k); v is "body" for
// nouns that name a body of people as well, which are sites after a preposition only.
func (r *run) siteAt(j, k, s int32, v string) (find, bool) {
	st := &r.d.Sentences[s]
	i := j
	for i > st.First && j-i < 5 && (r.upper(i-1) || r.is(i-1, "al", "el", "de") && r.upper(i-2)) {
		i--
	}
	if i == st.First && !r.known(i, j) && j-i > 0 {
		i++ // the capital of the sentence's first word
	}
	if i >= j {
		return find{}, false
	}
	if _, n := r.after(title, i, j); n > 0 {
		return find{}, false
	}
	embassy := r.is(j+k-1, "embassy", "consulate")
	if !embassy && j-i == 1 && r.demonym(i) {
		return find{}, false
	}
	c := i
	for r.is(c-1, "the", "a", "an") || c-1 >= st.First && r.isClass(compass, c-1) {
		c--
	}
	_, led := r.before(locative, c, st.First)
	if r.is(c-1, "of", "on", "of") {
		led = 1
	}
	inner := r.findIn(i, j, s)
	next := r.findAfter(j+k, s)
	if led == 0 && next < 0 && !embassy && (inner < 0 || v == "body") {
		return find{}, false
	}
	if !r.upper(j) && inner < 0 && !embassy && !r.is(j+k-1, "camp", "airport", "square", "prison", "bridge", "base") {
		return find{}, false
	}
	f := r.newFind(i, j+k, s)
	f.made, f.grain, f.score = true, "point", 2
	f.why = "site named by the word “" + r.d.Form(j+k-1) + "”"
	f.inner, f.holder = -1, next
	if !embassy {
		f.inner = inner
	} else if next < 0 {
		return find{}, false // which city is not told
	}
	if f.holder < 0 && f.inner >= 0 {
		f.holder = f.inner
	}
	return f, true
}

func (r *run) isClass(c class, i int32) bool {
	_, ok := r.words.value[c][r.low[i]]
	return ok
}

// known reports whether a find stands on tokens [i, j).
func (r *run) known(i, j int32) bool {
	return r.findIn(i, j, r.d.Tokens[i].Sent) >= 0
}

// findIn is the first accepted find inside tokens [i, j), or -1.
func (r *run) findIn(i, j, s int32) int {
	k := sort.Search(len(r.finds), func(k int) bool { return r.finds[k].first >= i })
	for ; k < len(r.finds) && r.finds[k].last <= j && r.finds[k].sent == s; k++ {
		if r.finds[k].score >= enough && r.finds[k].want != "macro" {
			return k
		}
	}
	return -1
}

// findAfter is the find told right after token i as what holds it: ", Y", "in Y",
// "near Y", or -1.
func (r *run) findAfter(i, s int32) int {
	k := sort.Search(len(r.finds), func(k int) bool { return r.finds[k].first >= i })
	if k == len(r.finds) || r.finds[k].sent != s || r.finds[k].score < enough || r.finds[k].want == "macro" {
		return -1
	}
	if g := r.finds[k].first; g-i < 1 || g-i > 4 || !r.is(i, ",", "in", "near", "outside", "at", "(", "of") {
		return -1
	}
	return k
}
