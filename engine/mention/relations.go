package mention

import (
	"annals/engine/doc"
	"annals/record"
)

// at finds the mention of this sentence with the given head, among those from
// start on; the last one made, which is the main one of its block.
func (f *finder) at(start int, head int32) int32 {
	for k := len(f.out) - 1; k >= start; k-- {
		if f.out[k].Head == head {
			return int32(k)
		}
	}
	return -1
}

// owners gives descriptions and titled names the owner that stands beside
// their block: "Russia's army", "the president of France", "officials in Turkey".
func (f *finder) owners(start int) {
	for k := start; k < len(f.out); k++ {
		m := &f.out[k]
		if m.Form == doc.Pronominal || m.Form == doc.Adjectival {
			continue
		}
		if m.Of < 0 && m.Form == doc.Nominal && k > start {
			f.nationality(k)
		}
		if m.Of < 0 && (m.Form == doc.Nominal || m.Office != "" || m.Kind == doc.Organisation) {
			if o := f.ownerOf(start, int32(k)); o >= 0 {
				f.own(m, o)
			}
		}
		if m.Of < 0 && m.Form == doc.Nominal {
			f.firstNation(start, k)
		}
		f.sharedTitle(start, k)
		f.sharedOther(start, k)
		f.shared(start, k)
	}
}

// nationality mends a tree that has set the adjective of a nationality apart
// from the noun right after it: it belongs to the noun.
func (f *finder) nationality(k int) {
	m, x := &f.out[k], &f.out[k-1]
	if x.Form != doc.Nominal || x.Via != string(record.ViaNationality) || x.Plural || x.Last != m.First || m.Kind == doc.OtherKind || x.Full.End != m.Full.Start-1 {
		return
	}
	id := f.alias[x.First-f.first].entity
	x.Form = doc.Adjectival
	f.state(x, f.base.Entity(id))
	f.own(m, int32(k-1))
}

// ownerOf finds a possessive or a phrase with "of", else one with "in" or
// "from" that names a place, on any word of the mention.
func (f *finder) ownerOf(start int, k int32) int32 {
	m := &f.out[k]
	from, to := m.First, m.Last
	if m.Full.Start < m.Span.Start {
		for from > f.first && f.d.Tokens[from-1].Start >= m.Full.Start {
			from--
		}
	}
	weak := int32(-1)
	for t := from; t < to; t++ {
		if f.d.Tokens[t].XPOS == "VBN" && f.lex.Is("backing", f.d.Tokens[t].Lemma) && t > f.first && f.hyphen(t-1-f.first) {
			continue // "Iranian-backed parties" are not Iranian
		}
		if f.lex.Is("hyphened", f.d.Tokens[t].Lemma) {
			for c := range f.d.Children(t) {
				if o := f.at(start, c); o >= 0 && o != k && c < t && f.out[o].Country != "" {
					return o // "Norvian-led coalition"
				}
			}
		}
		for c := range f.d.Children(t) {
			rel := f.d.Tokens[c].Rel
			if (rel == "amod" || rel == "compound") && (c < from || c >= to) {
				if o := f.at(start, c); o >= 0 && o != k && f.out[o].Form == doc.Adjectival && f.out[o].Country != "" {
					return o
				}
			}
			if rel != "nmod:poss" && rel != "nmod" && rel != "obl" && rel != "nmod:agent" || c >= from && c < to && rel != "nmod:poss" {
				continue
			}
			o := f.at(start, c)
			if o < 0 || o == k || f.out[o].Of == k {
				continue
			}
			if rel == "nmod:poss" {
				if n := f.nationBefore(start, t); n >= 0 && f.out[o].Form == doc.Pronominal && f.out[k].Plural {
					return n // "his Turkish and Iranian counterparts" are not his
				}
				return o
			}
			switch f.d.Form(max(f.d.Child(c, "case"), 0)) {
			case "of":
				if f.out[o].Kind != doc.OtherKind || f.out[o].Form == doc.Named {
					return o
				}
			case "for":
				if kind := f.out[o].Kind; weak < 0 && (kind == doc.State || kind == doc.Organisation || kind == doc.PlaceKind || kind == doc.Group && f.out[k].Noun == "spokesman") && (f.out[o].Form == doc.Named || f.out[k].Kind == doc.Person) {
					weak = o // "a spokesman for the Rwandan army"
				}
			case "in", "from", "at", "within":
				if weak < 0 && (f.out[o].Kind == doc.State || f.out[o].Kind == doc.PlaceKind || f.out[o].Kind == doc.Organisation && f.out[o].Form == doc.Named) {
					weak = o
				}
			}
		}
	}
	return weak
}

// shared turns "the Russian and Chinese foreign ministers" into members: each
// nationality stands for one of them.
func (f *finder) shared(start, k int) {
	m := &f.out[k]
	if m.Of < 0 || !m.Plural || m.Form != doc.Nominal || m.Kind == doc.OtherKind {
		return
	}
	o := m.Of
	if f.out[o].Form != doc.Adjectival && f.out[o].Kind != doc.State {
		return
	}
	var members []int32
	for c := range f.d.Children(m.Head) {
		// "US, British and French officials": the first may hang on the noun itself
		if x := f.at(start, c); x >= 0 && x != o && c < f.out[o].Head && f.out[x].Kind == doc.State && f.out[x].Last < f.last && f.d.HasRel(c, "compound", "amod") &&
			(f.d.Form(f.out[x].Last) == "," || f.d.Form(f.out[x].Last) == "and") {
			f.out[x].Form = doc.Adjectival
			members = append(members, x)
		}
	}
	members = f.joinedTo(start, o, append(members, o))
	if len(members) < 2 {
		return
	}
	m.Country, m.More = f.countryOf(&f.out[members[0]]), m.More[:0]
	for _, x := range members[1:] {
		m.More = append(m.More, f.countryOf(&f.out[x]))
	}
	if f.out[o].Form == doc.Named && m.Office == "" {
		return // "the armies of Chad and Niger" keep their owners as they are
	}
	m.Members = members
	if f.out[o].Form != doc.Adjectival {
		return
	}
	if m.Office != "" {
		m.Kind = doc.Person // each known by his state
	}
	for _, x := range members {
		a := &f.out[x]
		if m.Office != "" && a.Kind == doc.State {
			a.Kind, a.Office, a.Class, a.Noun = doc.Person, m.Office, m.Class, m.Noun
			a.Via = string(record.ViaTitle)
		}
		if m.Kind != doc.State && m.Noun != "delegation" && m.Sector != "" {
			a.Sector = m.Sector
		}
		a.Why = append(a.Why, "one of the “"+f.d.Word(m.Span)+"”")
	}
}

// acronym is a short name that the text itself has explained.
type acronym struct {
	text    string
	mention int32
}

// appositions joins a name and the description beside it, and notes the
// acronyms that stand in brackets after the full name.
func (f *finder) appositions(start int) {
	for k := start; k < len(f.out); k++ {
		f.learn(start, k)
		m := &f.out[k]
		if m.Form != doc.Named && m.Form != doc.Nominal {
			continue
		}
		for t := m.First; t < m.Last; t++ {
			for c := range f.d.Children(t) {
				if (f.d.HasRel(c, "appos", "flat", "nmod:desc") || f.bareConjunct(t, c)) && (c < m.First || c >= m.Last) {
					x := f.at(start, c)
					if x < 0 || x == int32(k) {
						continue
					}
					f.apposed(int32(k), x)
					if f.out[x].Form == doc.Named && f.out[x].Kind == doc.Person && f.out[k].Kind != doc.Person {
						f.beyond(start, int32(k), x)
					}
				}
			}
		}
		f.adjacent(start, int32(k))
		f.predicate(start, int32(k))
		f.examples(start, int32(k))
	}
}

// adjacent joins a title and the name right after it, or right after the owner of
// the office, where the tree has not ("Norvian leader Ann Example", "Prime Minister
// of Norland Ann Example", "the mayor of Norport, Ann Example, said").
func (f *finder) adjacent(start int, k int32) {
	m := &f.out[k]
	if m.Form != doc.Nominal || m.Kind != doc.Person || m.Plural || m.Antecedent >= 0 || m.Office == "" && m.Noun == "" {
		return
	}
	end := m.Last
	if m.Of >= 0 && m.Office != "" && f.out[m.Of].First > m.Last && f.out[m.Of].Form == doc.Named {
		end = f.out[m.Of].Last
	}
	for x := k + 1; x < int32(len(f.out)) && x < k+6; x++ {
		a := &f.out[x]
		if a.Form != doc.Named || a.Kind != doc.Person || a.Full.Start != a.Start || a.Head == m.Head {
			continue
		}
		if a.First == m.Last || a.First == end || a.First == end+1 && f.setOff(a) {
			f.apposed(x, k)
			return
		}
	}
}

// setOff reports whether a name stands between two commas and nothing is listed after it.
func (f *finder) setOff(a *doc.Mention) bool {
	toks, n := f.d.Tokens, int32(len(f.d.Tokens))
	return a.First > 0 && f.d.Form(a.First-1) == "," && a.Last+1 < n && f.d.Form(a.Last) == "," && toks[a.Last+1].Sent == toks[a.First].Sent &&
		toks[a.Last+1].UPOS != "CCONJ" && toks[a.Last+1].UPOS != "PROPN"
}

// predicate joins "Ann Example is a lawyer" and "Ann Example, who was a
// lawyer" as an apposition would.
func (f *finder) predicate(start int, k int32) {
	m := &f.out[k]
	if m.Form != doc.Nominal || m.Kind != doc.Person || m.Plural || f.d.Child(m.Head, "cop") < 0 {
		return
	}
	who := f.d.Child(m.Head, "nsubj")
	if f.d.HasRel(m.Head, "acl:relcl") {
		who = f.d.Tokens[m.Head].Head
	}
	if who < 0 || f.d.Child(m.Head, "aux") >= 0 {
		return // "may become", "will be"
	}
	for c := range f.d.Children(m.Head) {
		if f.d.Tokens[c].Lemma == "not" || f.d.Tokens[c].Lemma == "never" {
			return
		}
	}
	if x := f.at(start, who); x >= 0 && f.out[x].Form == doc.Named && f.out[x].Kind == doc.Person {
		country, of := f.out[x].Country, f.out[x].Of
		f.apposed(x, k)
		if m.Office == "" { // "is a teacher in Norland" tells no nationality
			f.out[x].Country, f.out[x].Of = country, of
		}
	}
}

// examples gives the persons named after "journalists such as" or "officials
// including" what that noun says of them.
func (f *finder) examples(start int, k int32) {
	m := &f.out[k]
	if m.Form != doc.Nominal || !m.Plural || m.Kind != doc.Group && m.Kind != doc.Person || m.Sector == "" {
		return
	}
	for c := range f.d.Children(m.Head) {
		if !f.d.HasRel(c, "nmod", "appos") {
			continue
		}
		if !f.lex.Is("for-example", f.d.Tokens[max(f.d.Child(c, "case"), 0)].Lemma) {
			continue
		}
		f.example(start, m, c)
		for x := range f.d.Children(c) {
			if f.d.HasRel(x, "conj") {
				f.example(start, m, x)
			}
		}
	}
}

func (f *finder) example(start int, m *doc.Mention, head int32) {
	x := f.at(start, head)
	if x < 0 || f.out[x].Form != doc.Named || f.out[x].Kind != doc.Person || f.out[x].Sector != "" {
		return
	}
	a := &f.out[x]
	a.Sector, a.Noun = m.Sector, m.Noun
	if a.Country == "" {
		a.Country = m.Country
	}
	a.Why = append(a.Why, "one of the “"+f.d.Word(m.Span)+"”")
}

// bareConjunct reports whether c, which the parser takes for a further member
// of a list, is a title right after a comma: "Ann Example, Secretary of State of
// Norland, and …".
func (f *finder) bareConjunct(t, c int32) bool {
	if !f.d.HasRel(c, "conj") || f.d.Child(c, "cc", "det") >= 0 || f.d.Tokens[t].UPOS != "PROPN" {
		return false
	}
	r := f.role[c-f.first]
	for k := c - f.first; k >= 0 && k > c-f.first-4; k-- {
		if x := f.role[k]; x.end > c-f.first {
			r = x
			if k > 0 && f.d.Tokens[f.first+k-1].UPOS == "PUNCT" {
				return f.lex.roles[r.role].Title && !r.plural
			}
		}
	}
	return false
}

// beyond joins the name x, which the tree hangs on the owner of a title, with
// the title itself: "the mayor of Norport, Ann Example".
func (f *finder) beyond(start int, owner, x int32) {
	for k := start; k < len(f.out); k++ {
		y := &f.out[k]
		if y.Of == owner && int32(k) != x && y.Form == doc.Nominal && y.Kind == doc.Person && !y.Plural && y.Antecedent < 0 && y.Head < f.out[owner].Head {
			f.apposed(x, int32(k))
			return
		}
	}
}

func (f *finder) apposed(a, b int32) {
	x, y := &f.out[a], &f.out[b]
	if x.Form == doc.Nominal && y.Form == doc.Named {
		x, y = y, x
		a, b = b, a
	}
	if x.Form != doc.Named || y.Form != doc.Nominal || x.Kind == doc.State {
		return
	}
	if (x.Kind == doc.Person || x.Kind == doc.OtherKind || x.Kind == doc.PlaceKind && y.Office != "") && y.Kind == doc.Person && !y.Plural {
		x.Kind = doc.Person
		if x.Office == "" || x.Class == "" && x.Sector == "REL" && y.Sector != "" && y.Sector != "REL" && y.Noun != "leader" {
			x.Office, x.Class, x.Noun = y.Office, y.Class, y.Noun
			x.Former = y.Former
			if y.Sector != "" {
				x.Sector = y.Sector
			}
			x.Via = string(record.ViaApposition)
			x.Why = append(x.Why, "beside “"+f.d.Word(y.Full)+"”")
		}
		if y.Country != "" {
			x.Country = y.Country
		}
		if x.Of < 0 {
			x.Of = y.Of
		}
		if x.Gender == 0 {
			x.Gender = y.Gender
		}
		y.Antecedent = a
		return
	}
	if x.Kind != doc.Person && y.Kind == doc.Organisation && !y.Plural {
		if x.Kind == doc.OtherKind {
			x.Kind = doc.Organisation
		}
		if x.Sector == "" {
			x.Sector, x.Noun = y.Sector, y.Noun
		}
		if x.Country == "" {
			x.Country = y.Country
		}
		x.Why = append(x.Why, "beside “"+f.d.Word(y.Full)+"”")
		y.Antecedent = a
	}
}

// learn notes "Full Name (ACR)" and finds the later uses of ACR.
func (f *finder) learn(start, k int) {
	m := &f.out[k]
	if m.Form == doc.Pronominal || m.First+1 != m.Last {
		return
	}
	text := f.d.Word(m.Span)
	if len(text) < 2 || len(text) > 10 || !allUpper(text) {
		return
	}
	t := m.First
	if t >= f.first+2 && t+1 < f.last && f.d.Form(t-1) == "(" && f.d.Form(t+1) == ")" {
		for p := k - 1; p >= start; p-- {
			full := &f.out[p]
			if full.Last == t-1 && full.First < t-2 && full.Form != doc.Pronominal {
				full.Form, full.Via = doc.Named, string(record.ViaName)
				if full.Kind == doc.OtherKind || full.Kind == doc.PlaceKind {
					full.Kind = doc.Organisation
				}
				f.acronyms = append(f.acronyms, acronym{text, int32(p)})
				f.short(m, int32(p))
				return
			}
		}
	}
	for _, a := range f.acronyms {
		if a.text == text {
			f.short(m, a.mention)
			return
		}
	}
}

func (f *finder) short(m *doc.Mention, full int32) {
	x := &f.out[full]
	m.Antecedent = full
	m.Name, m.Kind, m.Sector, m.Noun = x.Name, x.Kind, x.Sector, x.Noun
	if m.Name == "" {
		m.Name = f.d.Word(x.Span)
	}
	if x.Country != "" {
		m.Country = x.Country
	}
	m.Why = append(m.Why, "short for “"+f.d.Word(x.Span)+"” in this text")
}

// lists makes one mention of each list whose members are mentions.
func (f *finder) lists() {
	d := f.d
	n := len(f.out)
	for k := 0; k < n; k++ {
		m := &f.out[k]
		if m.Form == doc.Pronominal && m.Person < 3 {
			continue
		}
		var members []int32
		for c := range d.Children(m.Head) {
			if !d.HasRel(c, "conj") {
				continue
			}
			for x := k + 1; x < n && f.out[x].Sent == m.Sent; x++ {
				if f.out[x].Head == c && (f.out[x].Form == doc.Adjectival) == (m.Form == doc.Adjectival) {
					members = append(members, int32(x))
					break
				}
			}
		}
		if len(members) == 0 || m.Form == doc.Adjectival && d.HasRel(m.Head, "compound", "flat") {
			continue
		}
		if k+1 < n && f.out[k+1].Head == m.Head {
			continue // only the main mention of a block heads a list
		}
		members = append([]int32{int32(k)}, members...)
		lastMember := &f.out[members[len(members)-1]]
		l := doc.Mention{
			Span: m.Span.Join(lastMember.Span), Full: m.Full.Join(lastMember.Full), First: m.First, Last: lastMember.Last,
			Head: m.Head, Sent: m.Sent, Form: doc.Conjunction, Kind: m.Kind, Plural: true, Of: -1, Chain: -1, Antecedent: -1,
			Via: string(record.ViaList), Members: members,
		}
		for _, x := range members[1:] {
			if f.out[x].Kind != m.Kind {
				l.Kind = doc.OtherKind
			}
		}
		f.out = append(f.out, l)
	}
}

// Index gives for each token the mention that a frame should take when the
// token fills a role: the one with that head (a name before the list that it
// begins), else the one that covers the token, else -1.
func Index(d *doc.Document) []int32 {
	at := make([]int32, len(d.Tokens))
	for i := range at {
		at[i] = -1
	}
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form == doc.Conjunction {
			continue
		}
		for t := m.First; t < m.Last; t++ {
			if at[t] < 0 || d.Mentions[at[t]].Head != t {
				at[t] = int32(k)
			}
		}
	}
	for k := range d.Mentions {
		if m := &d.Mentions[k]; m.Form != doc.Conjunction {
			at[m.Head] = int32(k)
		}
	}
	return at
}
