package gazetteer

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"annals/kb"
)

// The project's own offices, one file a part of the world; their columns are
// checked by checkOwn.
//
//go:embed own/offices/*.tsv
var officeTables embed.FS

// faultTable lists rows of the officeholders that are wrong, such as a civil
// servant called a minister.
//
//go:embed own/faults.tsv
var faultTable string

// exported is the day until which the exports of Wikidata vouch for an office
// without an end.
var exported = kb.NewDay(2022, 7, 1)

// office makes an office of a title and dates as the tables write them.
func (g *register) office(country, title, start, end string, national bool, src uint16) kb.Office {
	name := ""
	if id := g.b.country[country]; id != 0 {
		name = kb.Fold(g.b.at(id).Name)
	}
	class, sector := classify(title, country, name, national)
	o := kb.Office{Title: title, Class: class, Country: country, Sector: sector, Source: src}
	if country == "IGO" {
		o.Country = actorOf(title)
	}
	if o.Country == "UNO" || o.Country == "EUR" || o.Country == "IGO" {
		// A body of states is an actor without a sector, but for its
		// courts and assemblies.
		switch {
		case class == kb.Judge, class == kb.Legislator, class == kb.Speaker, class == kb.Military:
		case kb.Rank(class) >= 12:
			o.Class, o.Sector = kb.IGOHead, ""
		default:
			o.Sector = ""
		}
	}
	o.From, o.FromPrecision = kb.ParseDate(start, false)
	o.To, o.ToPrecision = kb.ParseDate(end, true)
	if o.To != 0 && o.To < o.From {
		o.To, o.ToPrecision = 0, kb.NoDate
	}
	o.Open = o.ToPrecision == kb.NoDate
	return o
}

// byQID finds or makes the person of a row that has a QID.
func (g *register) person(qid, name, country string, src uint16) *person {
	if p, ok := g.byQID[qid]; ok && !p.shares(name) && src != srcOfficeholders {
		// The tables disagree on whose QID this is: the row is somebody else.
		for _, q := range g.byName[country+" "+nameKey(name)] {
			return q
		}
		q := g.only(name)
		if q == nil {
			q = g.make(name, src)
		}
		g.index(q, country)
		return q
	}
	if p, ok := g.byQID[qid]; ok {
		if p.name != name && name != "" {
			p.others = append(p.others, name)
		}
		g.index(p, country)
		return p
	}
	p := g.make(name, src)
	p.qid = qid
	g.byQID[qid] = p
	g.index(p, country)
	return p
}

// shares reports whether a name has a word in common with the person's.
func (p *person) shares(name string) bool {
	words := strings.Fields(nameKey(name))
	for _, n := range append([]string{p.name}, p.others...) {
		for _, w := range strings.Fields(nameKey(n)) {
			for _, v := range words {
				if len(w) > 2 && len(v) > 2 && w[:2] == v[:2] {
					return true
				}
			}
		}
	}
	return false
}

func (p *person) facts(r row) {
	if s := strings.ToLower(r.get("gender")); (strings.HasPrefix(s, "m") || strings.HasPrefix(s, "f")) && p.gender == 0 {
		p.gender = s[0]
	}
	if d, _ := kb.ParseDate(r.get("birth"), false); d != 0 && p.birth == 0 {
		p.birth = d
	}
	if d, _ := kb.ParseDate(r.get("death"), true); d != 0 && p.death == 0 {
		p.death = d
	}
}

// officeholders reads the main table.
func (g *register) officeholders() error {
	faults := map[string]bool{}
	if err := g.b.eachOf(faultTable, srcOwn, func(r row) {
		faults[r.get("country")+"\t"+r.get("name")+"\t"+r.get("office")] = true
	}, "country", "name", "office"); err != nil {
		return err
	}
	return g.b.each(srcOfficeholders, func(r row) {
		country, part, split := strings.Cut(r.get("country"), ":")
		country = iso(country)
		national := !split
		name := r.get("name")
		if strings.HasPrefix(name, "Q") && len(name) > 4 && name[1] >= '0' && name[1] <= '9' || r.get("qid") == "" || name == "" {
			return
		}
		if faults[country+"\t"+name+"\t"+r.get("office")] {
			return
		}
		o := g.office(country, r.get("office"), r.get("start"), r.get("end"), national, srcOfficeholders)
		if split {
			o.Title += " (" + part + ")"
		}
		p := g.person(r.get("qid"), name, country, srcOfficeholders)
		if w := strings.TrimSpace(bracketRE.ReplaceAllString(r.get("enwiki"), "")); w != "" && !strings.Contains(w, ",") && w != name {
			p.others = append(p.others, w)
			g.index(p, country)
		}
		p.facts(r)
		if o.Open && p.death != 0 {
			// Nobody holds an office after death.
			o.To, o.ToPrecision, o.Open = p.death, kb.ToMonth, false
			if o.From == 0 || o.To < o.From {
				return
			}
		}
		if o.From == 0 && o.To == 0 {
			// No dates at all: held some time before the export.
			o.Seen = 0
			o.From, o.FromPrecision = kb.NewDay(2015, 1, 1), kb.ToYear
		} else if o.Open {
			// A recent beginning means in office then; an old one is more
			// likely a missing end, but for those who sit long.
			long := o.Class == kb.HeadOfState || o.Class == kb.Monarch || o.Class == kb.HeadOfGovernment || o.Class == kb.ForeignMinister || o.Class == kb.Judge
			if years := exported.Year() - o.From.Year(); years <= 6 || long && years <= 30 {
				o.Seen = exported
			} else {
				o.Seen = o.From
			}
		}
		p.addOffice(o)
	}, "country", "qid", "name", "office", "start", "end", "gender", "birth", "death", "enwiki")
}

func (g *register) worldLeaders() error {
	seen := kb.NewDay(2026, 8, 22)
	return g.b.each(srcWorldLeaders, func(r row) {
		country := g.b.iso2[r.get("iso2")]
		switch r.get("iso2") {
		case "EU":
			country = "EUR"
		case "AU_AF":
			country = "IGO"
		}
		// The table calls the Saudi crown prince king; he is head of government.
		if country == "SAU" && r.get("position") == "head_of_state" {
			return
		}
		o := g.office(country, r.get("title"), r.get("start"), r.get("end"), true, srcWorldLeaders)
		if country != "EUR" && country != "IGO" {
			o.Sector = "GOV"
			o.Class = kb.HeadOfState
			if r.get("position") == "head_of_government" {
				if o.Title == "President" {
					return // said by the row of the head of state
				}
				o.Class = kb.HeadOfGovernment
				o.Title = strings.TrimSuffix(o.Title, " (King)")
			} else if t := o.Title; t == "Monarch" || t == "King" || t == "Emperor" || t == "Sultan" {
				o.Class = kb.Monarch
			}
		}
		if o.From == 0 {
			o.From, o.FromPrecision = kb.NewDay(2025, 1, 1), kb.ToYear
		}
		o.Seen = seen
		p := g.person(r.get("qid"), r.get("name"), country, srcWorldLeaders)
		if n := r.get("name_local"); latin(n) && n != p.name {
			p.others = append(p.others, n)
		}
		p.notable = true
		p.addOffice(o)
	}, "iso2", "position", "title", "qid", "name", "start", "end")
}

func (g *register) congress() error {
	return g.b.each(srcCongress, func(r row) {
		title := r.get("office")
		o := g.office("USA", title, r.get("start"), r.get("end"), true, srcCongress)
		switch title {
		case "Representative", "Senator", "Delegate", "Resident Commissioner":
			o.Class, o.Sector = kb.Legislator, "LEG"
			o.Title = title + " (" + r.get("state") + ")"
		case "President":
			o.Class, o.Sector = kb.HeadOfState, "GOV"
		case "Vice President":
			o.Class, o.Sector = kb.VicePresident, "GOV"
		default:
			o.Class, o.Sector = kb.Speaker, "LEG"
		}
		p := g.person(r.get("qid"), r.get("name"), "USA", srcCongress)
		p.others = append(p.others, r.list("aliases")...)
		g.index(p, "USA")
		p.facts(r)
		p.addOffice(o)
	}, "qid", "name", "aliases", "office", "start", "end")
}

// notables reads the tables made by hand: late changes, rebels, opposition.
// The project's own come first, so that a fault of the older table does not
// outweigh them.
func (g *register) notables() error {
	files, err := fs.Glob(officeTables, "own/offices/*.tsv")
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := officeTables.ReadFile(file)
		if err != nil {
			return err
		}
		var fault error
		err = g.b.eachOf(string(text), srcOwn, func(r row) {
			o := ownOffice{country: iso(r.get("country")), title: r.get("office"), sector: r.get("sector"), since: r.get("since"), until: r.get("until"), asOf: r.get("as_of")}
			if err := o.check(); err != nil && fault == nil {
				fault = fmt.Errorf("%s: %s: %w", file, r.get("name"), err)
			}
			g.notable(r, o, file == "own/offices/first.tsv", srcOwn)
		}, "country", "name", "aliases", "office", "sector", "since", "until", "as_of")
		if err != nil {
			return err
		}
		if fault != nil {
			return fault
		}
	}
	return g.b.each(srcNotable, func(r row) {
		g.notable(r, ownOffice{iso(r.get("country")), r.get("office"), r.get("sector"), r.get("start"), r.get("end"), r.get("open_as_of")}, true, srcNotable)
	}, "country", "qid", "name", "aliases", "office", "sector", "start", "end", "open_as_of")
}

// ownOffice is an office in a table made by hand: since when, and either until
// when or as of which month it was still held.
type ownOffice struct{ country, title, sector, since, until, asOf string }

var dateRE = regexp.MustCompile(`^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$`)

func (o ownOffice) check() error {
	switch {
	case !dateRE.MatchString(o.since):
		return fmt.Errorf("%s: since %q is no date", o.title, o.since)
	case o.until != "" && !dateRE.MatchString(o.until):
		return fmt.Errorf("%s: until %q is no date", o.title, o.until)
	case o.until == "" && !dateRE.MatchString(o.asOf):
		return fmt.Errorf("%s: without an end it needs as_of, not %q", o.title, o.asOf)
	case o.until != "" && o.asOf != "":
		return fmt.Errorf("%s: both until and as_of", o.title)
	case o.until != "" && o.until < o.since && !strings.HasPrefix(o.since, o.until):
		return fmt.Errorf("%s: ends on %s before it begins on %s", o.title, o.until, o.since)
	}
	return nil
}

// notable adds an office of a table made by hand. The known are of a table of
// people often in the news, and come before others of their surname.
func (g *register) notable(r row, own ownOffice, known bool, src uint16) {
	country := own.country
	o := g.office(country, own.title, own.since, own.until, true, src)
	o.Country = country
	if s := own.sector; s != "" && !(s == "GOV" && o.Sector == "" && o.Class == kb.IGOHead) {
		o.Sector = s
	}
	if o.Sector == "REB" && o.Class != kb.Spokesperson && (o.Class == kb.OtherOffice || o.Class == kb.StateOfficial || o.Class == kb.PartyLeader || o.Class == kb.Minister || o.Class == kb.Military) {
		o.Class = kb.RebelLeader
	}
	if o.Open {
		o.Seen, _ = kb.ParseDate(own.asOf, true)
		if o.Seen == 0 {
			o.Seen = kb.NewDay(2025, 6, 30)
		}
	}
	if o.From == 0 && o.To == 0 {
		// A role without dates: hold it over the time of the table.
		o.From, o.FromPrecision = kb.NewDay(2002, 1, 1), kb.ToYear
	}
	name := r.get("name")
	var p *person
	if q := r.get("qid"); q != "" {
		p = g.person(q, name, country, src)
	} else if p = g.find(country, name, o); p == nil {
		for _, q := range append(g.byName[country+" "+nameKey(name)], g.byName["IGO "+nameKey(name)]...) {
			if strings.Contains(nameKey(name), " ") {
				p = q
				break
			}
		}
	}
	if p == nil {
		if q := g.only(name); q != nil && (bodies[country] || q.onlyBodies()) {
			p = q
		}
	}
	if p == nil {
		p = g.make(name, src)
		g.index(p, country)
	}
	if p.name != name {
		p.others = append(p.others, name)
	}
	for _, a := range r.list("aliases") {
		if strings.Contains(a, " ") {
			p.others = append(p.others, a)
		} else {
			p.short = append(p.short, a)
		}
	}
	g.index(p, country)
	p.notable = p.notable || known || o.Sector != "GOV"
	p.addOffice(o)
}

func (g *register) legislators() error {
	return g.b.each(srcLegislators, func(r row) {
		country := iso(r.get("country"))
		o := g.office(country, r.get("body"), r.get("start"), r.get("end"), true, srcLegislators)
		o.Class, o.Sector = kb.Legislator, "LEG"
		if o.Open {
			o.Seen = kb.NewDay(2022, 7, 1)
		}
		name := r.get("name")
		if r.get("qid") == "" || name == "" || strings.HasPrefix(name, "Q1") {
			return
		}
		g.person(r.get("qid"), name, country, srcLegislators).addOffice(o)
	}, "country", "qid", "name", "body", "start", "end")
}
