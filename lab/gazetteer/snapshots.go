package gazetteer

import (
	"regexp"
	"strings"
	"time"

	"annals/kb"
)

// reign reads the effective leaders since 1970; those who left before 1990
// are of no use for news.
func (g *register) reign() error {
	return g.b.each(srcReign, func(r row) {
		var n int
		for _, c := range r.get("cow") {
			n = n*10 + int(c-'0')
		}
		country := g.b.cow[n]
		if country == "" || r.get("end") != "" && r.get("end") < "1990" {
			return
		}
		o := g.office(country, "leader", r.get("start"), r.get("end"), true, srcReign)
		o.Class, o.Sector, o.Title = kb.HeadOfState, "GOV", "effective leader"
		if o.Open {
			o.Seen = kb.NewDay(2021, 3, 1)
		}
		p := g.find(country, r.get("leader"), o)
		if p == nil {
			hog := o
			hog.Class = kb.HeadOfGovernment
			p = g.find(country, r.get("leader"), hog)
		}
		if p == nil {
			if !strings.Contains(r.get("leader"), " ") {
				return // a surname alone makes no person
			}
			p = g.make(r.get("leader"), srcReign)
			g.index(p, country)
		}
		p.facts(r)
		// The table says who led in effect; where an office is known it is that.
		for i, q := range p.offices {
			if (q.Class == kb.HeadOfState || q.Class == kb.HeadOfGovernment || q.Class == kb.Monarch) && q.Country == country {
				if q.Also == 0 {
					p.offices[i].Also = srcReign
				}
				return
			}
		}
		for _, q := range p.offices {
			if kb.Rank(q.Class) >= 13 && (q.To == 0 || q.To > o.From) && (o.To == 0 || q.From < o.To) {
				return
			}
		}
		p.addOffice(o)
	}, "cow", "leader", "start", "end", "gender", "birth")
}

// cia reads the snapshot of cabinets of October 2019.
func (g *register) cia() error {
	day := kb.NewDay(2019, 10, 6)
	return g.b.each(srcCIA, func(r row) {
		country := g.b.iso2[r.get("iso2")]
		if country == "" {
			return
		}
		title := strings.NewReplacer("Min. of", "Minister of", "Min.", "Minister", "Govt.", "Government", "Dep.", "Deputy", "Pres.", "President", "Sec.", "Secretary").Replace(r.get("title"))
		o := g.office(country, title, "2019", "", true, srcCIA)
		o.Seen = day
		g.attach(country, r.get("name"), o)
	}, "iso2", "title", "name")
}

// attach finds the person of a row without QID, or makes one.
func (g *register) attach(country, marked string, o kb.Office) {
	name, caps := splitCaps(marked)
	if len(strings.Fields(nameKey(name))) == 0 || strings.Contains(strings.ToLower(name), "vacant") {
		return
	}
	p := g.find(country, name, o)
	if q := g.only(name); p == nil && q != nil && q.onlyBodies() {
		p = q
	}
	if p == nil {
		if o.Class == kb.OtherOffice || len(strings.Fields(name)) < 2 && o.Class != kb.Monarch && o.Class != kb.HeadOfState {
			return
		}
		p = g.make(name, o.Source)
		g.index(p, country)
	} else if nameKey(p.name) != nameKey(name) {
		p.others = append(p.others, name)
	}
	if p.caps == "" {
		p.caps = caps
	}
	p.addOffice(o)
}

// splitCaps turns "XI Jinping" into the printed form and the surname that the
// capitals mark.
func splitCaps(s string) (name, surname string) {
	var words, caps []string
	for _, w := range strings.Fields(strings.TrimSuffix(strings.TrimSpace(s), ",")) {
		letters := strings.Map(func(r rune) rune {
			if r == '-' || r == '\'' || r == '.' || r == ',' || r == '’' {
				return -1
			}
			return r
		}, w)
		if low, high, ok := strings.Cut(w, "-"); ok && len(low) == 2 && strings.ToLower(low) == low && strings.ToUpper(high) == high && len(high) > 1 {
			w = low + "-" + titleCase(high) // al-ASAD
			words, caps = append(words, w), append(caps, strings.Trim(w, ","))
			continue
		}
		if len(letters) > 1 && strings.ToUpper(letters) == letters && strings.ToLower(letters) != letters && !romanRE.MatchString(letters) {
			w = titleCase(w)
			caps = append(caps, strings.Trim(w, ","))
		}
		words = append(words, w)
	}
	return strings.Join(words, " "), strings.Join(caps, " ")
}

var romanRE = regexp.MustCompile(`^[IVX]+$`)

// titleCase gives a word in capitals its usual form: AL-KHIRULLAH becomes
// Al-Khirullah, O'NEILL O'Neill.
func titleCase(w string) string {
	out := []rune(strings.ToLower(w))
	up := true
	for i, r := range out {
		if up {
			out[i] = []rune(strings.ToUpper(string(r)))[0]
		}
		up = r == '-' || r == '\'' || r == '’' || r == '.'
	}
	if s := string(out); strings.HasPrefix(s, "Mc") && len(out) > 3 {
		out[2] = []rune(strings.ToUpper(string(out[2])))[0]
	}
	return string(out)
}

var (
	sinceRE = regexp.MustCompile(`^(.*?)\s*\(since ([^)]*)\)`)
	titleRE = regexp.MustCompile(`^(?i)(acting|interim|transitional|prime|first|vice|deputy|president|minister|premier|king|queen|emir|amir|emperor|sultan|grand|duke|duchess|prince|pope|supreme|leader|chairman|chairwoman|chair|chief|executive|chancellor|captain|captains|regent|co-president|governor|governor-general|general|lieutenant|colonel|major|field|marshal|brigadier|admiral|commodore|sir|dame|dr\.?|mr\.?|ambassador|charge|chargé|d'affaires|d’affaires|consul|head|of|the|state|government|council|commonwealth|represented|by|taoiseach|crown|cardinal|apostolic|nuncio|in|and|assembly|national|presidential|leadership|transition|military|sovereign|for|ministers|cabinet|commander|yang|di-pertuan|agong|hrh|his|her|majesty|highness|sheikh|shaykh|ceo|high|commissioner|administrator|prefect|lord|proprietor|people's|republic|democratic|union|federation|federal|swiss|confederation|chamber|bosnia|herzegovina|presidency|member|nsc|sac|junta|counselor|countess|baroness|lady|duke,|monarch|ulu-o-tokelau|xi|retired|\(ret\.\))$`)
)

// factbookLeaders reads chiefs of state, heads of government and ambassadors
// of early 2026.
func (g *register) factbookLeaders() error {
	day := kb.NewDay(2026, 2, 1)
	return g.b.each(srcFactbookLeaders, func(r row) {
		country := g.b.factbookCode(r)
		c := g.b.country[country]
		if c == 0 {
			return
		}
		for _, part := range strings.Split(r.get("text"), ";") {
			m := sinceRE.FindStringSubmatch(strings.TrimSpace(part))
			if m == nil || strings.Contains(m[1], "note") {
				continue
			}
			if r.get("role") == "chief of state" && g.b.at(c).Kind != kb.Country && !strings.HasPrefix(m[1], "represented") || strings.Contains(m[1], "Co-prince") || country == "MAC" && r.get("role") == "chief of state" || country == "HKG" && r.get("role") == "chief of state" {
				continue // the sovereign's own head of state
			}
			title, name := splitTitle(strings.TrimSpace(bracketRE.ReplaceAllString(m[1], "")))
			if name == "" || strings.HasPrefix(name, "also ") || strings.HasPrefix(title, "represented") && r.get("role") != "chief of state" {
				continue
			}
			o := g.office(country, title, longDate(m[2]), "", true, srcFactbookLeaders)
			o.Seen = day
			national := g.b.at(c).Kind == kb.Country
			switch r.get("role") {
			case "chief of state":
				if strings.HasPrefix(title, "King") || strings.HasPrefix(title, "Queen") || strings.HasPrefix(title, "Emperor") || strings.HasPrefix(title, "Sultan") {
					// Fifteen realms share one monarch, who is of the first.
					if strings.Contains(name, "Charles") {
						country, o.Country = "GBR", "GBR"
					}
					o.Class, o.Sector = kb.Monarch, "GOV"
				} else if national && !strings.HasPrefix(title, "represented") {
					o.Class, o.Sector = kb.HeadOfState, "GOV"
				} else {
					o.Title = strings.TrimSpace(strings.TrimPrefix(title, "represented by"))
					o.Class, o.Sector = kb.Governor, "GOV"
				}
			case "head of government":
				if strings.HasPrefix(title, "President") && !strings.Contains(title, "Government") {
					continue
				}
				o.Class, o.Sector = kb.HeadOfGovernment, "GOV"
				if !national {
					o.Class = kb.Governor
				}
			case "ambassador to the US":
				o.Class, o.Sector, o.Title = kb.Ambassador, "GOV", title+" to the United States"
			case "US ambassador to":
				o.Class, o.Sector, o.Country = kb.Ambassador, "GOV", "USA"
				o.Title = title + " to " + g.b.at(c).Name
				g.attach("USA", name, o)
				continue
			}
			g.attach(country, name, o)
			country = g.b.factbookCode(r)
		}
	}, "gec", "iso2", "role", "text")
}

// splitTitle cuts the leading words of titles from a name.
func splitTitle(s string) (title, name string) {
	words := strings.Fields(strings.ReplaceAll(s, "\"", " "))
	i := 0
	for i < len(words) {
		w := strings.Trim(words[i], ",")
		if !titleRE.MatchString(w) || strings.ToUpper(w) == w && len(w) > 3 || w == "XI" {
			break
		}
		i++
	}
	return strings.Join(words[:i], " "), strings.Trim(strings.Join(words[i:], " "), ", ")
}

// longDate turns "12 May 2020", "August 2025" or "2019" into our form.
func longDate(s string) string {
	for _, f := range [][2]string{{"2 January 2006", "2006-01-02"}, {"January 2006", "2006-01"}, {"2006", "2006"}} {
		if t, err := time.Parse(f[0], s); err == nil {
			return t.Format(f[1])
		}
	}
	return ""
}

// countryInfo reads leaders and governments to 2011, for people the other
// tables lack.
func (g *register) countryInfo() error {
	return g.b.each(srcCountryInfoLeaders, func(r row) {
		country := iso(r.get("country"))
		start, end := r.get("start"), r.get("end")
		if g.b.country[country] == 0 || end != "open" && end < "2000" {
			return
		}
		title := strings.TrimSpace(r.get("office"))
		if r.get("section") == "leaders" {
			title = strings.TrimSuffix(title, "s") // "Presidents"
		}
		if first, rest, several := strings.Cut(title, " & "); several {
			// The dates span all offices of such a row; only the first can
			// be taken, and no prime minister among them.
			if c, _ := classify(rest, country, "", true); c == kb.HeadOfGovernment || c == kb.HeadOfState || strings.Contains(kb.Fold(rest), "prime minister") {
				return
			}
			title = first
		}
		if len(title) > 90 {
			title = title[:strings.LastIndexByte(title[:90], ' ')]
		}
		o := g.office(country, title, "", "", true, srcCountryInfoLeaders)
		if o.Class == kb.OtherOffice || o.Class == kb.StateOfficial || o.Class == kb.Minister && r.get("section") != "leaders" && g.b.weight(country) < 20 {
			return
		}
		o.From, o.FromPrecision = compactDate(start, false)
		if o.From == 0 {
			o.From, o.FromPrecision = kb.NewDay(2003, 1, 1), kb.ToYear
		}
		if end == "open" || end == "" {
			o.Seen = kb.NewDay(2011, 2, 1)
			if r.get("section") == "leaders" {
				o.Seen = kb.NewDay(2009, 12, 31)
			}
		} else {
			o.To, o.ToPrecision = compactDate(end, true)
			o.Open = false
		}
		if o.To != 0 && o.To < o.From {
			return
		}
		name := romanEnd.ReplaceAllStringFunc(capitals(strings.ToLower(r.get("name"))), strings.ToUpper)
		p := g.find(country, name, o)
		if p == nil {
			if len(strings.Fields(name)) < 2 {
				return
			}
			p = g.make(name, srcCountryInfoLeaders)
			g.index(p, country)
		}
		if p.source == srcCountryInfoLeaders {
			for _, a := range r.list("aliases") {
				if strings.Contains(a, " ") {
					p.others = append(p.others, capitals(strings.ToLower(a)))
				}
			}
		}
		p.addOffice(o)
	}, "country", "name", "aliases", "section", "office", "start", "end")
}

var romanEnd = regexp.MustCompile(` (Ii|Iii|Iv|Vi|Vii|Viii|Xiv|Xvi)$`)

// compactDate reads YYYYMMDD; day 31 stands for the month.
func compactDate(s string, end bool) (kb.Day, kb.Precision) {
	if len(s) != 8 {
		return 0, kb.NoDate
	}
	if s[6:] == "01" || s[6:] == "31" {
		return kb.ParseDate(s[:4]+"-"+s[4:6], end)
	}
	return kb.ParseDate(s[:4]+"-"+s[4:6]+"-"+s[6:], end)
}
