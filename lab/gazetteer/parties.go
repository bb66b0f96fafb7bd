package gazetteer

import (
	"regexp"
	"strings"

	"annals/kb"
)

// partyHome is the home of the parties that Party Facts lists under several
// countries.
var partyHome = map[string]string{"Q341148": "CZE", "Q1455532": "CIV", "Q776352": "GNB", "Q1751122": "SVK", "Q294592": "SVK", "Q79854": "RUS", "Q2143319": "GMB", "Q152554": "DEU",
	"Q281986": "SRB", "Q640380": "SRB", "Q1077031": "SRB", "Q7452863": "SRB", "Q253586": "SRB", "Q752521": "SRB", "Q641691": "SRB", "Q1668154": "MYS", "Q958983": "MYS"}

// parties adds the parties of Party Facts and of the Factbook.
func (b *builder) parties() error {
	err := b.each(srcPartyFacts, func(r row) {
		code := iso(r.get("iso3"))
		if home, ok := partyHome[r.get("qid")]; ok {
			code = home
		}
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
