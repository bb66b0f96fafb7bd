package gazetteer

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"annals/kb"
)

// person is one human being while the tables are merged.
type person struct {
	name    string
	qid     string
	others  []string // other full names
	short   []string // short names the tables give
	caps    string   // the surname, where a table marks it
	gender  byte
	birth   kb.Day
	death   kb.Day
	offices []kb.Office
	source  uint16
	notable bool
	order   int
}

// register holds all people and finds them by QID and by name.
type register struct {
	b      *builder
	all    []*person
	byQID  map[string]*person
	byName map[string][]*person // country and folded full name
	byLast map[string][]*person // country and folded last word
}

func (g *register) make(name string, src uint16) *person {
	p := &person{name: name, source: src, order: len(g.all)}
	g.all = append(g.all, p)
	return p
}

// index files a person under a country and all names.
func (g *register) index(p *person, country string) {
	for _, n := range append([]string{p.name}, p.others...) {
		f := nameKey(n)
		if f == "" {
			continue
		}
		addOnce(g.byName, country+" "+f, p)
		addOnce(g.byName, "* "+f, p)
		addOnce(g.byName, "~"+country+" "+kb.VariantKey(f), p)
		for _, w := range strings.Fields(f) {
			addOnce(g.byLast, country+" "+w, p)
			addOnce(g.byLast, country+" "+kb.VariantKey(w), p)
		}
	}
}

func addOnce(m map[string][]*person, key string, p *person) {
	for _, q := range m[key] {
		if q == p {
			return
		}
	}
	m[key] = append(m[key], p)
}

// nameKey folds a person's name for merging: no titles, no generations, no
// initials between.
func nameKey(name string) string {
	var out []string
	words := strings.Fields(kb.Fold(name))
	for i, w := range words {
		switch w {
		case "jr", "sr", "ii", "iii", "iv", "sir", "dr", "al", "el":
			continue
		}
		if len(w) == 1 && i > 0 && i < len(words)-1 {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// find looks for a person without QID by country, name, and office class or
// time. A single word is never enough, but for the same office begun within
// 60 days.
func (g *register) find(country, name string, o kb.Office) *person {
	key := nameKey(name)
	words := strings.Fields(key)
	if len(words) == 0 {
		return nil
	}
	for _, p := range g.byName[country+" "+key] {
		if len(words) > 1 && (p.near(o) || p.sameClass(o)) || p.sameStart(o) {
			return p
		}
	}
	if len(words) > 1 {
		for _, p := range g.byName["~"+country+" "+kb.VariantKey(key)] {
			if p.near(o) {
				return p
			}
		}
	}
	sorted := slices.Sorted(slices.Values(words))
	var best *person
	for _, w := range words {
		list := g.byLast[country+" "+w]
		if len(list) == 0 && len(w) > 3 {
			list = g.byLast[country+" "+kb.VariantKey(w)]
		}
		for _, p := range list {
			ok := false
			if len(words) == 1 {
				// Monarchs are known by one name, and a number.
				ok = p.sameStart(o) || o.Class == kb.Monarch && p.sameClass(o) && p.near(o) && strings.Fields(nameKey(p.name))[0] == w && numeral(p.name) == numeral(name)
			} else if p.near(o) {
				ok = p.covers(sorted) || p.sameStart(o)
			}
			if ok && (best == nil || p.order < best.order) {
				best = p
			}
		}
	}
	return best
}

// numeral gives the number behind the name of one who reigns, "" without.
func numeral(name string) string {
	for _, w := range strings.Fields(kb.Fold(name))[1:] {
		if numeralRE.MatchString(w) {
			return w
		}
	}
	return ""
}

// only gives the one person of a full name in all countries, nil when there
// are several or none.
func (g *register) only(name string) *person {
	key := nameKey(name)
	if l := g.byName["* "+key]; len(l) == 1 && strings.Contains(key, " ") {
		return l[0]
	}
	return nil
}

// onlyBodies reports whether all offices are of bodies of many states, so
// that the home country is not known yet.
func (p *person) onlyBodies() bool {
	for _, o := range p.offices {
		if !bodies[o.Country] {
			return false
		}
	}
	return len(p.offices) > 0
}

// covers reports whether the words of a name are among the person's, or the
// other way round, with at least two in common.
func (p *person) covers(words []string) bool {
	for _, n := range append([]string{p.name}, p.others...) {
		mine := strings.Fields(nameKey(n))
		common := 0
		for _, w := range words {
			if slices.ContainsFunc(mine, func(m string) bool { return m == w || len(w) > 3 && kb.VariantKey(m) == kb.VariantKey(w) }) {
				common++
			}
		}
		if common >= 2 && (common == len(words) || common == len(mine)) {
			return true
		}
	}
	return false
}

func (p *person) sameClass(o kb.Office) bool {
	for _, q := range p.offices {
		if q.Class == o.Class {
			return true
		}
	}
	return false
}

func (p *person) sameStart(o kb.Office) bool {
	for _, q := range p.offices {
		if q.From != 0 && o.From != 0 && kb.Rank(o.Class) >= 13 && q.Class == o.Class && q.Country == o.Country && abs(q.From-o.From) <= slack(q, o) {
			return true
		}
	}
	return false
}

// near reports whether the person held any office within twelve years of o.
func (p *person) near(o kb.Office) bool {
	const gap = 12 * 366
	for _, q := range p.offices {
		end := max(q.From, q.To, q.Seen)
		if o.From == 0 || q.From == 0 || abs(q.From-o.From) < gap || abs(end-o.From) < gap || q.From < o.From && o.From < end {
			return true
		}
	}
	return len(p.offices) == 0
}

func slack(a, b kb.Office) kb.Day {
	switch min(a.FromPrecision, b.FromPrecision) {
	case kb.ToYear:
		return 366
	case kb.ToMonth:
		return 91
	}
	return 60
}

func abs(d kb.Day) kb.Day {
	if d < 0 {
		return -d
	}
	return d
}

// addOffice joins an office to a person's: the same class and country begun
// within 60 days is the same office.
func (p *person) addOffice(o kb.Office) {
	for i := range p.offices {
		q := &p.offices[i]
		if q.Class != o.Class || q.Country != o.Country || q.Source == o.Source && q.From != o.From {
			continue
		}
		if q.From == 0 || o.From == 0 || abs(q.From-o.From) > slack(*q, o) {
			// A snapshot inside a known term only adds a witness.
			if o.Source != srcCIA && o.Source != srcCountryInfoLeaders || o.Seen == 0 || q.From > o.Seen || q.To != 0 && q.To < o.Seen-366 {
				continue
			}
			if q.Open {
				q.Seen = max(q.Seen, o.Seen)
			}
			if q.Also == 0 {
				q.Also = o.Source
			}
			return
		}
		if sourceRank(o.Source) > sourceRank(q.Source) {
			*q, o = o, *q
		}
		if q.FromPrecision < o.FromPrecision {
			q.From, q.FromPrecision = o.From, o.FromPrecision
		}
		if q.Open && !o.Open && o.To != 0 && o.To >= q.Seen-366 {
			q.To, q.ToPrecision, q.Open, q.Seen = o.To, o.ToPrecision, false, 0
		}
		if q.Open && o.Open {
			q.Seen = max(q.Seen, o.Seen)
		}
		if q.Also == 0 && o.Source != q.Source {
			q.Also = o.Source
		}
		return
	}
	p.offices = append(p.offices, o)
}

// dropSnapshots leaves out open terms of the snapshot tables that another
// term of the same office covers or follows, and open terms of any table that
// lie in one of a table made by hand.
func (p *person) dropSnapshots() {
	all := slices.Clone(p.offices)
	p.offices = slices.DeleteFunc(p.offices, func(o kb.Office) bool {
		if !o.Open || sourceRank(o.Source) >= sourceRank(srcOwn) {
			return false
		}
		return slices.ContainsFunc(all, func(q kb.Office) bool {
			if q.Source == o.Source || q.Class != o.Class || q.Country != o.Country {
				return false
			}
			if snapshot(o.Source) {
				return (q.To == 0 || q.To >= o.From) && q.From <= o.Seen
			}
			return sourceRank(q.Source) >= sourceRank(srcOwn) && q.From <= o.From && (q.To == 0 || q.To >= o.From)
		})
	})
}

// snapshot reports whether a table tells only who was in office on its day.
func snapshot(src uint16) bool {
	return src == srcCIA || src == srcCountryInfoLeaders || src == srcReign
}

// oneCrown leaves a monarch of many realms the first of them: what the British
// monarch does is not told of Canada.
func (p *person) oneCrown() {
	british := slices.ContainsFunc(p.offices, func(o kb.Office) bool { return o.Class == kb.Monarch && o.Country == "GBR" })
	p.offices = slices.DeleteFunc(p.offices, func(o kb.Office) bool { return british && o.Class == kb.Monarch && o.Country != "GBR" })
}

// sourceRank orders the tables of people by how far they are to be trusted.
func sourceRank(src uint16) int {
	switch src {
	case srcWorldLeaders:
		return 9
	case srcCongress:
		return 8
	case srcNotable, srcOwn:
		return 7
	case srcOfficeholders:
		return 6
	case srcFactbookLeaders:
		return 5
	case srcLegislators:
		return 4
	case srcReign:
		return 3
	}
	return 1
}

// people reads all tables of office holders, merges them, and adds the
// persons with their names.
func (b *builder) people() error {
	g := &register{b: b, byQID: map[string]*person{}, byName: map[string][]*person{}, byLast: map[string][]*person{}}
	for _, read := range []func() error{g.officeholders, g.worldLeaders, g.congress, g.notables, g.legislators, g.factbookLeaders, g.reign, g.cia, g.countryInfo} {
		if err := read(); err != nil {
			return err
		}
	}
	for _, p := range g.all {
		p.dropSnapshots()
		p.oneCrown()
		sort.SliceStable(p.offices, func(i, j int) bool { return p.offices[i].From < p.offices[j].From })
	}
	g.closeBySuccessor()
	for _, p := range g.all {
		if len(p.offices) > 0 {
			b.addPerson(p)
		}
	}
	return nil
}

// closeBySuccessor ends an open term of an office of which there is one when
// the next holder begins.
func (g *register) closeBySuccessor() {
	type term struct {
		p *person
		o *kb.Office
	}
	seats := map[string][]term{}
	for _, p := range g.all {
		for i := range p.offices {
			o := &p.offices[i]
			title := strings.ToLower(o.Title)
			switch o.Class {
			case kb.HeadOfState, kb.HeadOfGovernment, kb.ForeignMinister, kb.DefenceMinister, kb.InteriorMinister, kb.FinanceMinister, kb.JusticeMinister, kb.IGOHead, kb.CentralBank:
				if o.From == 0 || strings.Contains(title, "presidency") || strings.Contains(title, "deputy") || o.Country == "SMR" || o.Country == "CHE" || o.Country == "BIH" {
					continue
				}
				// Ministers for parts ("of state", "for Europe") do not
				// end one another's term: the title is part of the seat.
				key := o.Class + " " + o.Country
				if o.Class != kb.HeadOfState && o.Class != kb.HeadOfGovernment && o.Class != kb.ForeignMinister && o.Class != kb.DefenceMinister {
					key += " " + title
				}
				if o.Class == kb.HeadOfState && strings.Contains(title, "supreme leader") {
					key += " supreme"
				}
				seats[key] = append(seats[key], term{p, o})
			}
		}
	}
	for _, key := range sortedKeys(seats) {
		list := seats[key]
		sort.SliceStable(list, func(i, j int) bool { return list[i].o.From < list[j].o.From })
		for i, t := range list {
			if !t.o.Open {
				continue
			}
			// A snapshot that a dated table contradicts ends with its day.
			if snapshot(t.o.Source) && slices.ContainsFunc(list, func(q term) bool {
				return q.p != t.p && !snapshot(q.o.Source) && q.o.From <= t.o.Seen && max(q.o.To, q.o.Seen) > t.o.Seen
			}) {
				t.o.To, t.o.ToPrecision, t.o.Open, t.o.Seen = t.o.Seen, kb.ToMonth, false, 0
				continue
			}
			for _, next := range list[i+1:] {
				// What a later table has seen stands; in one export only the
				// same title shows that the seat is the same.
				if next.p == t.p || next.o.From < t.o.From+14 || next.o.From <= t.o.Seen && (t.o.Seen > exported || !sameTitle(t.o.Title, next.o.Title)) {
					continue
				}
				t.o.To, t.o.ToPrecision, t.o.Open = next.o.From, kb.ToMonth, false
				if t.o.To < t.o.From {
					t.o.To = t.o.From
				}
				if t.o.Seen >= t.o.To {
					t.o.Seen = 0
				}
				break
			}
		}
	}
}

func sameTitle(a, b string) bool { return kb.Fold(a) == kb.Fold(b) }

// addPerson makes the entity, its names and its offices.
func (b *builder) addPerson(p *person) {
	country := homeOf(p)
	score, recent, newest := 0, kb.Day(0), kb.Day(0)
	for _, o := range p.offices {
		score = max(score, kb.Rank(o.Class))
		recent = max(recent, o.From)
		newest = max(newest, o.To, o.Seen)
	}
	// The undated sector is that of the highest among the last offices.
	var last kb.Office
	for _, o := range p.offices {
		if max(o.To, o.Seen) >= newest-366 && (last.Class == "" || kb.Rank(o.Class) > kb.Rank(last.Class)) {
			last = o
		}
	}
	sec := sectors(last.Sector)
	importance := 30 + float64(score)*5 + b.weight(country)*1.2
	if p.notable {
		importance += 20
	}
	if recent > kb.NewDay(2015, 1, 1) {
		importance += 8
	}
	if p.qid == "" {
		importance -= 10
	}
	e := kb.Entity{Kind: kb.Person, Name: p.name, QID: p.qid, Country: country, Sectors: sec, Gender: p.gender, Birth: p.birth, Death: p.death, Importance: clamp(importance), Source: p.source}
	if e.Gender == 0 {
		if w := strings.Fields(kb.Fold(p.name)); len(w) > 1 {
			if gd := b.given[w[0]]; gd == 'm' || gd == 'f' {
				e.Gender = gd
			}
		}
	}
	id := b.add(e)
	for i := range p.offices {
		p.offices[i].Person = id
		p.offices[i].Body = b.bodyOf(p.offices[i])
	}
	b.offices[id] = p.offices
	b.personAliases(id, p, country)
}

// homeOf gives the country where a person held most offices, the bodies of
// the world only when there is no country.
func homeOf(p *person) string {
	count := map[string]int{}
	for _, o := range p.offices {
		n := 10 + kb.Rank(o.Class)
		if len(o.Country) != 3 || o.Country == "IGO" || o.Country == "UNO" || o.Country == "EUR" || o.Country == "NGO" || o.Country == "IMG" {
			n = 1
		}
		count[o.Country] += n
	}
	best := ""
	for _, c := range sortedKeys(count) {
		if best == "" || cmp.Compare(count[c], count[best]) > 0 {
			best = c
		}
	}
	return best
}

// bodyOf names the body an office belongs to, where the title says it.
func (b *builder) bodyOf(o kb.Office) kb.EntityID {
	if o.Class == kb.Legislator || o.Class == kb.IGOHead || o.Class == kb.RebelLeader || o.Class == kb.PartyLeader || o.Class == kb.StateOfficial {
		for _, sep := range []string{" of the ", " of "} {
			if _, rest, ok := strings.Cut(o.Title, sep); ok {
				if id := b.findOrg("", rest, o.Country); id != 0 {
					return id
				}
				if o.Class == kb.IGOHead || o.Class == kb.RebelLeader {
					if id := b.findOrg("", rest, "*"); id != 0 {
						return id
					}
				}
			}
		}
	}
	return 0
}
