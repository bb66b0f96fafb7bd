package gazetteer

import (
	"regexp"
	"sort"
	"strings"

	"annals/kb"
)

// parties adds the parties of Party Facts and of the Factbook, and the spells
// in government that ParlGov knows.
func (b *builder) parties() error {
	err := b.each(srcPartyFacts, func(r row) {
		code := iso(r.get("iso3"))
		name := r.get("name_en")
		if name == "" {
			name = r.get("wikidata_name")
		}
		if name == "" {
			name = r.get("name")
		}
		names := append(strings.Split(name, " / "), r.get("wikidata_name"))
		id := b.findOrg(r.get("qid"), names[0], code)
		if id == 0 && r.get("wikidata_name") != "" {
			id = b.findOrg("", r.get("wikidata_name"), code)
		}
		if id != 0 && b.at(id).Kind != kb.Party && b.at(id).Kind != kb.Group {
			id = 0
		}
		if id == 0 {
			main := names[0]
			if w := r.get("wikidata_name"); w != "" {
				main = w
			}
			id = b.add(kb.Entity{Kind: kb.Party, Name: main, QID: r.get("qid"), Country: code, Sectors: []string{"PTY"}, Importance: clamp(55 + b.weight(code)), Source: srcPartyFacts})
		} else if b.at(id).QID == "" && r.get("qid") != "" {
			if _, taken := b.byQID[r.get("qid")]; !taken {
				b.at(id).QID = r.get("qid")
				b.byQID[r.get("qid")] = id
			}
		}
		for i, n := range names {
			kind := kb.Variant
			if i == 0 {
				kind = kb.Common
			}
			b.partyName(id, n, kind, srcPartyFacts)
		}
		if n := r.get("name"); latin(n) {
			b.partyName(id, n, kb.Native, srcPartyFacts)
		}
		if n := r.get("wikidata_native"); latin(n) {
			b.partyName(id, n, kb.Native, srcPartyFacts)
		}
		if s := r.get("short"); isAcronym(s) {
			b.partyName(id, s, kb.Acronym, srcPartyFacts)
		}
	}, "iso3", "qid", "short", "name_en", "name", "wikidata_name")
	if err != nil {
		return err
	}
	if err := b.governing(); err != nil {
		return err
	}
	return b.factbookParties()
}

func (b *builder) partyName(id kb.EntityID, name string, kind kb.AliasKind, src uint16) {
	name = strings.TrimSpace(bracketRE.ReplaceAllString(name, ""))
	if len(name) < 2 || b.states[kb.Fold(name)] {
		return
	}
	b.orgName(id, name, kind, src)
}

// latin reports whether a name is written in Latin letters.
func latin(s string) bool {
	for _, r := range s {
		if r > 0x24f && (r < 0x1e00 || r > 0x1eff) && r != '’' && r != '–' {
			return false
		}
	}
	return s != ""
}

// governing reads which parties governed when.
func (b *builder) governing() error {
	ids := map[string]kb.EntityID{}
	err := b.each(srcParlGovParties, func(r row) {
		code := iso(r.get("iso3"))
		var id kb.EntityID
		for _, n := range []string{r.get("name_en"), r.get("name"), r.get("short")} {
			if id == 0 && n != "" {
				id = b.findOrg("", n, code)
			}
		}
		if id != 0 && b.at(id).Kind == kb.Party {
			ids[code+" "+r.get("short")] = id
		}
	}, "iso3", "short", "name_en", "name")
	if err != nil {
		return err
	}
	type cabinet struct {
		from    kb.Day
		parties []string
	}
	cabinets := map[string][]cabinet{}
	err = b.each(srcParlGovCabinets, func(r row) {
		code := iso(r.get("iso3"))
		from, p := kb.ParseDate(r.get("start"), false)
		if p != kb.NoDate {
			cabinets[code] = append(cabinets[code], cabinet{from, r.list("parties")})
		}
	}, "iso3", "start", "parties")
	if err != nil {
		return err
	}
	known := kb.NewDay(2023, 12, 31)
	for _, code := range sortedKeys(cabinets) {
		list := cabinets[code]
		sort.SliceStable(list, func(i, j int) bool { return list[i].from < list[j].from })
		spells := map[kb.EntityID][]kb.Spell{}
		var order []kb.EntityID
		for i, c := range list {
			to := known
			if i+1 < len(list) {
				to = list[i+1].from - 1
			}
			for _, p := range c.parties {
				id := ids[code+" "+p]
				if id == 0 {
					continue
				}
				s := spells[id]
				if n := len(s); n > 0 && s[n-1].To >= c.from-1 {
					s[n-1].To = to
					continue
				}
				if len(s) == 0 {
					order = append(order, id)
				}
				spells[id] = append(s, kb.Spell{From: c.from, To: to, Sectors: []string{"PTY", "GOV"}, Country: code, Source: srcParlGovCabinets})
			}
		}
		for _, id := range order {
			if len(b.spells[id]) > 0 {
				continue // groups.tsv has said it, and further on
			}
			full := withOpposition(spells[id], code, srcParlGovCabinets)
			for i := range full {
				if full[i].To == 0 {
					full[i].To = known
				}
			}
			b.spells[id] = full
		}
		// A party of these countries that never governed is in opposition.
		for _, key := range sortedKeys(ids) {
			if id := ids[key]; strings.HasPrefix(key, code+" ") && len(b.spells[id]) == 0 && len(b.at(id).Sectors) == 1 {
				b.at(id).Sectors = []string{"PTY", "OPP"}
			}
		}
	}
	return nil
}

var partyDrop = regexp.MustCompile(`(?i)^none|^no |note|parties|banned|\d{4}|independent|NA$`)

// factbookParties adds the parties named only there.
func (b *builder) factbookParties() error {
	return b.each(srcFactbookParties, func(r row) {
		code := b.factbookCode(r)
		text := r.get("party")
		if b.country[code] == 0 || partyDrop.MatchString(text) || len(text) > 120 {
			return
		}
		var extra []string
		for _, g := range bracketRE.FindAllString(text, -1) {
			extra = append(extra, strings.Trim(g, "() "))
		}
		names := strings.Split(strings.TrimSpace(bracketRE.ReplaceAllString(text, "")), " or ")
		name := strings.TrimSpace(names[0])
		if len(name) < 4 || name[0] < 'A' || name[0] > 'Z' {
			return
		}
		id := b.findOrg("", name, code)
		if id != 0 && b.at(id).Kind != kb.Party && b.at(id).Kind != kb.Group {
			return
		}
		if id == 0 {
			id = b.add(kb.Entity{Kind: kb.Party, Name: name, Country: code, Sectors: []string{"PTY"}, Importance: clamp(50 + b.weight(code)), Source: srcFactbookParties})
			b.partyName(id, name, kb.Common, srcFactbookParties)
		}
		for _, n := range append(names[1:], extra...) {
			if n = strings.TrimSpace(n); len(n) > 2 && !strings.Contains(n, "includ") && !strings.Contains(n, "formerly") && len(n) < 50 {
				b.partyName(id, n, kb.Variant, srcFactbookParties)
			}
		}
	}, "gec", "iso2", "party")
}
