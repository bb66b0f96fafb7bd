package gazetteer

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"annals/kb"
)

//go:embed own/organisations.tsv
var organisationTable string

// groups adds groups.tsv and own/organisations.tsv: armed groups, parties,
// forces, agencies, bodies, think-tanks. Their sectors override those of other
// tables.
func (b *builder) groups() error {
	needs := []string{"name", "aliases", "country", "sector", "sector2", "kind", "dated_sector"}
	if err := b.each(srcGroups, func(r row) { b.group(r, srcGroups) }, needs...); err != nil {
		return err
	}
	return b.eachOf(organisationTable, srcOwn, func(r row) { b.group(r, srcOwn) }, needs...)
}

func (b *builder) group(r row, src uint16) {
	code := iso(r.get("country"))
	kind := groupKind(r.get("kind"), r.get("sector"))
	name := strings.TrimSpace(bracketRE.ReplaceAllString(r.get("name"), ""))
	sec := sectors(r.get("sector"), r.get("sector2"))
	if r.get("kind") == "igo" && (r.get("sector") == "GOV" || r.get("sector") == "MIL") {
		sec = nil // an intergovernmental body is an actor of its own, without a sector
	}
	qid := r.get("qid")
	if other := b.byQID[qid]; other != 0 && kind == kb.Body && bodies[code] && !alike(name, b.at(other).Name) {
		qid = "" // found by an acronym that two bodies share
	}
	id := b.findOrg(qid, name, code)
	if id == 0 && kind == kb.Body && bodies[code] {
		for _, a := range r.list("aliases") {
			if id = b.findOrg("", a, "*"); id != 0 && (!isAcronym(a) || alike(name, b.at(id).Name)) {
				break
			}
			id = 0
		}
	}
	if id == 0 {
		id = b.add(kb.Entity{Kind: kind, Name: name, QID: qid, Country: code, Source: src})
	}
	e := b.at(id)
	e.Country, e.Sectors, e.Sector, e.Kind = code, sec, first(sec), kind
	e.Importance = max(e.Importance, clamp(120+b.weight(code)))
	b.orgName(id, name, kb.Common, src)
	for _, a := range append([]string{r.get("name")}, r.list("aliases")...) {
		plain := strings.TrimSpace(bracketRE.ReplaceAllString(a, ""))
		if plain != a && plain == name {
			continue
		}
		b.orgName(id, plain, kb.Variant, src)
	}
	b.datedSectors(id, r.get("dated_sector"), src)
}

// alike reports whether two names have half of the long words of the first in
// common, so that an acronym both have is that of one body.
func alike(name, other string) bool {
	if isAcronym(name) || isAcronym(other) {
		return true
	}
	words := strings.Fields(kb.FoldKey(other))
	long, both := 0, 0
	for _, w := range strings.Fields(kb.FoldKey(name)) {
		if len(w) <= 3 || w == "international" || w == "organization" || w == "organisation" {
			continue
		}
		long++
		if slices.Contains(words, w) {
			both++
		}
	}
	return both*2 >= long
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func groupKind(kind, sector string) kb.Kind {
	switch kind {
	case "armed", "armed+party", "paramilitary", "separatist", "criminal", "movement", "rebel government", "hackers", "cult", "kind", "civilians", "coalition", "umbrella", "quasi-state":
		if sector == "PTY" {
			return kb.Party
		}
		return kb.Group
	case "military", "police", "security", "peacekeeping", "mission":
		return kb.Force
	case "party":
		return kb.Party
	case "opposition":
		if sector == "PTY" {
			return kb.Party
		}
		return kb.Group
	case "company":
		return kb.Company
	case "media":
		return kb.Media
	}
	return kb.Body
}

// orgName is alias for an organisation; the name is also indexed so that
// later tables find the entity.
func (b *builder) orgName(id kb.EntityID, name string, kind kb.AliasKind, src uint16) {
	b.alias(id, name, kind, src)
	key := b.at(id).Country + " " + kb.FoldKey(name)
	if _, ok := b.byName[key]; !ok {
		b.byName[key] = id
	}
	if key = "* " + kb.FoldKey(name); !isAcronym(name) {
		if _, ok := b.byName[key]; !ok {
			b.byName[key] = id
		}
	}
}

// findOrg finds an organisation by QID, else by country and folded name;
// country "*" is any.
func (b *builder) findOrg(qid, name, country string) kb.EntityID {
	if id, ok := b.byQID[qid]; ok && qid != "" {
		return id
	}
	return b.byName[country+" "+kb.FoldKey(name)]
}

// weight is how often a country is in the news, by its population and by
// hand for the most told of: 0 to 40.
func (b *builder) weight(code string) float64 {
	switch code {
	case "USA", "RUS", "CHN":
		return 40
	case "GBR", "FRA", "DEU", "UKR", "ISR", "IRN", "IND", "JPN", "UNO", "EUR":
		return 34
	case "PAK", "TUR", "SYR", "IRQ", "AFG", "KOR", "PRK", "PSE", "SAU", "EGY", "ITA", "ESP", "CAN", "AUS", "BRA", "MEX", "ZAF", "NGA", "VEN", "TWN", "LBN", "IGO", "NGO":
		return 28
	case "IDN", "PHL", "THA", "MMR", "POL", "NLD", "BEL", "SWE", "HUN", "GRC", "COL", "ARG", "ETH", "SDN", "SOM", "KEN", "LBY", "YEM", "COD", "HKG", "VNM", "CUB", "QAT", "ARE", "BLR", "GEO", "SRB", "MLI":
		return 22
	}
	if _, ok := b.country[code]; ok {
		return 12
	}
	return 16
}

var (
	segmentRE = regexp.MustCompile(`^([A-Z]{3})(?: of ([A-Z]{3}))? (.*)$`)
	rangeRE   = regexp.MustCompile(`^(<|>=)?\s*([0-9][0-9-]*)(?:\.\.([0-9][0-9-]*)| to now)?`)
)

// datedSectors reads texts such as "REB <2024-12-08; GOV >=2024-12-08". A
// party's GOV is a second sector; outside of the spells it is in opposition.
func (b *builder) datedSectors(id kb.EntityID, text string, src uint16) {
	if text == "" {
		return
	}
	e := b.at(id)
	var out []kb.Spell
	for _, seg := range strings.Split(text, ";") {
		g := segmentRE.FindStringSubmatch(strings.TrimSpace(seg))
		if g == nil || strings.Contains(seg, " in Gaza ") {
			return // a note in words
		}
		sec := sectors(g[1])
		if e.Kind == kb.Party && g[1] == "GOV" {
			sec = []string{"PTY", "GOV"}
		}
		country := e.Country
		if g[2] != "" {
			country = g[2]
		}
		for _, part := range strings.Split(g[3], ",") {
			m := rangeRE.FindStringSubmatch(strings.TrimSpace(part))
			if m == nil {
				continue
			}
			s := kb.Spell{Sectors: sec, Country: country, Source: src}
			switch {
			case m[1] == "<":
				d, _ := kb.ParseDate(m[2], false)
				s.To = d - 1
			case m[1] == ">=":
				s.From, _ = kb.ParseDate(m[2], false)
			case m[3] != "":
				s.From, _ = kb.ParseDate(m[2], false)
				if d, p := kb.ParseDate(m[3], true); p == kb.ToDay {
					s.To = d - 1 // the day of handing over belongs to the next
				} else {
					s.To = d
				}
			default:
				s.From, _ = kb.ParseDate(m[2], false)
			}
			out = append(out, s)
		}
	}
	if e.Kind == kb.Party {
		out = withOpposition(out, e.Country, src)
	}
	b.spells[id] = out
}

// withOpposition fills the time between the spells of a party in government,
// from 1990 on.
func withOpposition(list []kb.Spell, country string, src uint16) []kb.Spell {
	sort.SliceStable(list, func(i, j int) bool { return list[i].From < list[j].From })
	last := kb.NewDay(1990, 1, 1)
	var out []kb.Spell
	for _, s := range list {
		if s.From > last {
			out = append(out, kb.Spell{From: last, To: s.From - 1, Sectors: []string{"PTY", "OPP"}, Country: country, Source: src})
		}
		out = append(out, s)
		if s.To == 0 {
			return out
		}
		last = max(last, s.To+1)
	}
	return append(out, kb.Spell{From: last, Sectors: []string{"PTY", "OPP"}, Country: country, Source: src})
}

var ucdpDrop = regexp.MustCompile(`(?i)^forces of|military faction|^opposition|civilians|supporters of|irregulars|\(.*forces loyal`)

// ucdp adds the organised armed groups of UCDP that are not there yet.
func (b *builder) ucdp() error {
	return b.each(srcUCDP, func(r row) {
		name, full := r.get("name"), r.get("full_en")
		if r.get("org") != "1" || ucdpDrop.MatchString(name) || ucdpDrop.MatchString(full) || strings.HasPrefix(name, "Government") {
			return
		}
		var code string
		for _, n := range strings.FieldsFunc(r.get("gw"), func(c rune) bool { return c < '0' || c > '9' }) {
			var num int
			fmt.Sscan(n, &num)
			if c := b.gw[num]; c != "" && code == "" {
				code = c
			}
		}
		if code == "" {
			code = "IMG"
		}
		names := []string{full, name, r.get("full_native"), r.get("new_name"), r.get("new_full_en")}
		id := kb.EntityID(0)
		for _, n := range names[:2] {
			if id == 0 && n != "" {
				id = b.findOrg("", n, code)
			}
		}
		if id == 0 && full != "" && !isAcronym(full) {
			if other := b.byName["* "+kb.FoldKey(full)]; other != 0 && b.at(other).Kind == kb.Group {
				id = other
			}
		}
		if id == 0 {
			if full == "" {
				full = name
			}
			id = b.add(kb.Entity{Kind: kb.Group, Name: full, Country: code, Sectors: []string{"REB"}, Importance: clamp(60 + b.weight(code)), Source: srcUCDP})
			b.orgName(id, full, kb.Common, srcUCDP)
		}
		// A later name may be another group's that joined: it is only an
		// alias where no entity has it.
		for i := 3; i < len(names); i++ {
			if b.byName["* "+kb.FoldKey(names[i])] != 0 || b.findOrg("", names[i], code) != 0 || isAcronym(names[i]) {
				names[i] = ""
			}
		}
		for i, n := range names {
			kind := kb.Variant
			if i == 2 {
				kind = kb.Native
			}
			for _, one := range strings.Split(n, ",") {
				if one = strings.TrimSpace(one); len(one) > 2 && !slices.Contains([]string{"Army", "Movement"}, one) && (!b.states[kb.Fold(one)]) {
					b.orgName(id, one, kind, srcUCDP)
				}
			}
		}
	}, "ucdp_id", "name", "full_en", "full_native", "org", "gw")
}
