package geo

import (
	"strings"
	"unicode"

	"annals/engine/doc"
	"annals/kb"
)

// longestName is the most tokens that a name is looked up with.
const longestName = 8

// sentence finds the names of one sentence.
func (r *run) sentence(s int32) {
	st := &r.d.Sentences[s]
	if st.Kind == doc.Colophon && !st.Span.Overlaps(r.d.Front.Dateline) {
		return
	}
	shout := r.shouting(st)
	for i := st.First; i < st.Last; {
		if !r.upper(i) {
			i++
			continue
		}
		n := r.at(i, s, shout)
		i += max(n, 1)
	}
}

// shouting reports whether a sentence is in capitals throughout.
func (r *run) shouting(st *doc.Sentence) bool {
	for _, c := range r.d.Word(st.Span) {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
}

// at reads the name that begins at token i and gives how many tokens it takes.
func (r *run) at(i, s int32, shout bool) int32 {
	st := &r.d.Sentences[s]
	end := min(st.Last, i+longestName)
	for j := i + 1; j < end; j++ { // a name ends at a mark
		if f := r.low[j]; f == "," || f == "(" || f == ")" || f == ";" || f == ":" || f == "\"" || f == "“" || f == "”" || f == "—" || f == "–" || f == "." || f == "/" {
			end = j
			break
		}
	}
	if _, n := r.after(never, i, end); n > 0 {
		if longer, place := r.lookup(i, end, shout); !place || longer <= n {
			return n
		}
	}
	if v, n := r.after(macro, i, end); n > 0 {
		if longer, place := r.lookup(i, min(end, i+longestName), shout); longer <= n || !place {
			r.macro(i, i+n, s, v)
			return n
		}
	}
	if _, n := r.after(alone, i, st.Last); n > 0 && r.upper(i) {
		if g, ok := r.division(i, n, s); ok && (r.led(i, s) || r.is(i-1, "-", "(", "north", "south", "central") || r.is(i-1, "d", "r")) {
			g.score = 3
			r.finds = append(r.finds, g)
			return n
		}
	}
	if _, n := r.after(compass, i, end); n == 1 {
		if longer, _ := r.lookup(i, end, shout); longer <= 1 {
			return 1
		}
	}
	if strings.Contains(r.low[i], "$") || r.is(i+1, "$") {
		return 1
	}
	n, found := r.lookup(i, end, shout)
	if n > 0 && !found {
		r.about.nation(r.nationAt(i, i+n))
	}
	if n > 0 && !found && r.metonym(i, i+n) {
		found = true
	}
	if n == 0 || !found {
		if m := r.make(i, end, s); m > 0 {
			return m
		}
		if n == 0 {
			return r.hyphened(i, s, shout)
		}
		return n
	}
	f := r.newFind(i, i+n, s)
	r.candidates(&f, shout)
	// "Hallam County": another place than Hallam.
	if v, k := r.after(head, i+n, end); k > 0 && r.upper(i+n) && !r.is(i+n, "beach", "river") && (!r.is(i+n, "district", "region") || r.led(i, s) || r.is(i+n+k, ",")) {
		if !r.onlyCountries(&f) {
			g := r.newFind(i, i+n+k, s)
			g.made, g.grain, g.why = true, v, "named by the word “"+r.d.Form(i+n)+"”"
			g.score = 3
			r.finds = append(r.finds, g)
			return n + k
		}
	}
	if len(f.cands) == 0 {
		if f.made && r.led(i, s) {
			r.finds = append(r.finds, f)
		}
		return n
	}
	f.score = r.plausible(&f, end)
	r.finds = append(r.finds, f)
	return n
}

// metonym reports whether tokens [i, j) name a building that stands for a state.
func (r *run) metonym(i, j int32) bool {
	r.hits = r.base.AppendLookupBytes(r.hits[:0], r.fold(i, j))
	for _, h := range r.hits {
		if h.Kind == kb.Metonym {
			return true
		}
	}
	return false
}

func (r *run) onlyCountries(f *find) bool {
	for i := range f.cands {
		if k := f.cands[i].Kind; k != kb.Country && k != kb.Territory {
			return false
		}
	}
	return true
}

// newFind is an empty find on tokens [i, j).
func (r *run) newFind(i, j, s int32) find {
	return find{first: i, last: j, sent: s, span: r.d.TokenSpan(i, j-1), key: string(r.fold(i, j)), pick: -1, holder: -1, mention: r.mentionAt(i, j), inner: -1}
}

// lookup is the length of the longest name at token i that the base knows, and
// whether it can be a place.
func (r *run) lookup(i, end int32, shout bool) (n int32, place bool) {
	first := string(r.fold(i, i+1))
	if first == "" {
		return 0, false
	}
	word, _, _ := strings.Cut(first, " ")
	most := int32(r.base.MaxWords(word))
	for j := i; j < min(end, i+most); j++ {
		if r.is(j, "-") {
			most++ // a hyphen that stands apart is no word of the tables: "Mazar-i-Sharif"
		}
	}
	for j := min(end, i+most); j > i; j-- {
		if !r.upper(j-1) && j-1 > i && !digit(r.d.Form(j-1)) {
			continue
		}
		r.hits = r.base.AppendLookupBytes(r.hits[:0], r.fold(i, j))
		some := false
		for _, h := range r.hits {
			if h.UpperOnly && (!r.capitals(i, j) || shout && j == i+1 && len(r.low[i]) <= 3) {
				continue
			}
			switch h.Kind {
			case kb.DemonymNoun, kb.DemonymAdj:
				some = true
				continue
			case kb.Surname:
				continue
			}
			some = true
			if k := r.base.Entity(h.Entity).Kind; k.IsPlace() {
				place = true
			} else if k == kb.Person && j == i+1 {
				some = place
			}
		}
		if some {
			return j - i, place
		}
	}
	return 0, false
}

func digit(s string) bool { return len(s) > 0 && s[0] >= '0' && s[0] <= '9' }

// capitals reports whether tokens [i, j) have no small letter.
func (r *run) capitals(i, j int32) bool {
	for _, c := range r.d.Text[r.d.Tokens[i].Start:r.d.Tokens[j-1].End] {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
}

// candidates fills the entities that a find may be.
func (r *run) candidates(f *find, shout bool) {
	r.hits = r.base.AppendLookup(r.hits[:0], f.key)
	upper := r.capitals(f.first, f.last)
	building := false
	valid := false
	nation := false        // "Somali": a nationality, not the region
	seat := kb.EntityID(0) // state whose capital has this name: "Tunis", in other languages Tunisia too
	for _, h := range r.hits {
		if h.Kind == kb.Metonym && seatNote(h.Note) {
			seat = h.Entity
		}
		nation = nation || h.Kind == kb.DemonymAdj
		valid = valid || h.Valid(r.day) && (!h.UpperOnly || upper)
	}
	// A few capitals alone are an acronym, not a place: "EST".
	letters := upper && !shout && f.last == f.first+1 && f.span.Len() < 5 && f.first != r.d.Sentences[f.sent].First && !r.inDateline(f)
	for _, h := range r.hits {
		if h.UpperOnly && !upper || valid && !h.Valid(r.day) || letters && h.Kind != kb.Acronym && !h.UpperOnly {
			continue
		}
		e := r.base.Entity(h.Entity)
		switch {
		case h.Kind == kb.Metonym:
			if e.Kind == kb.Country && !seatNote(h.Note) {
				building = true
				f.country, f.why = e.Code, "a building that stands for a government, as a site"
			}
			continue
		case h.Kind == kb.DemonymAdj || h.Kind == kb.DemonymNoun || h.Kind == kb.Surname || !e.Kind.IsPlace():
			continue
		}
		if nation && (e.Kind != kb.Country && e.Kind != kb.Territory || h.Kind == kb.Variant || h.Kind == kb.Native) {
			continue
		}
		if h.Kind == kb.Native && h.Entity == seat {
			continue
		}
		f.cands = append(f.cands, cand{e, h.Kind, h.Common && !h.UpperOnly})
	}
	// A building that stands for a government ("White House") is not the small
	// town of that name.
	if building && !r.someBig(f) {
		f.cands = f.cands[:0]
		f.made, f.grain, f.want, f.score = true, "point", "site", 2
	} else {
		f.country, f.why = "", ""
	}
}

// seatNote tells a capital that stands for its government by default from a building.
func seatNote(note string) bool {
	return strings.Contains(note, "generic") || strings.Contains(note, "variant")
}

func (r *run) someBig(f *find) bool {
	for i := range f.cands {
		if c := &f.cands[i]; c.Kind != kb.City || c.Population > 50000 || strings.HasPrefix(c.FeatureCode, "PPLC") {
			return true
		}
	}
	return false
}

// macro adds a part of the world.
func (r *run) macro(i, j, s int32, value string) {
	part := strings.Split(value+";;", ";")
	id, grain := part[0], part[1]
	f := r.newFind(i, j, s)
	f.made, f.grain, f.score, f.why = true, grain, 3, id
	f.want, f.country = "macro", part[2]
	r.finds = append(r.finds, f)
}

// hyphened reads the place of "Norvia-based"; it takes one token.
func (r *run) hyphened(i, s int32, shout bool) int32 {
	form := r.d.Form(i)
	k := strings.IndexByte(form, '-')
	if k < 3 || k+1 == len(form) || form[k+1] >= 'A' && form[k+1] <= 'Z' {
		return 1
	}
	f := r.newFind(i, i+1, s)
	f.span.End = f.span.Start + int32(k)
	f.key = kb.Fold(form[:k])
	r.candidates(&f, shout)
	if len(f.cands) > 0 && (f.cands[0].Importance > 90 || form[k+1:] == "based") {
		f.score = 3
		r.finds = append(r.finds, f)
	}
	return 1
}

// mentionAt is the closest mention whose words cover tokens [i, j), or -1.
func (r *run) mentionAt(i, j int32) int32 {
	if len(r.mentions) == 0 {
		return -1
	}
	m := r.mentions[i]
	if m < 0 || r.d.Mentions[m].Last < j {
		return -1
	}
	return m
}

// indexMentions notes the closest mention over each token; lists are left out.
func (r *run) indexMentions() {
	if len(r.d.Mentions) == 0 {
		return
	}
	r.mentions = make([]int32, len(r.d.Tokens))
	for i := range r.mentions {
		r.mentions[i] = -1
	}
	for m := range r.d.Mentions {
		x := &r.d.Mentions[m]
		if x.Form == doc.Conjunction {
			continue
		}
		for t := max(x.First, 0); t < x.Last && int(t) < len(r.mentions); t++ {
			if o := r.mentions[t]; o < 0 || x.Last-x.First < r.d.Mentions[o].Last-r.d.Mentions[o].First {
				r.mentions[t] = int32(m)
			}
		}
	}
}
