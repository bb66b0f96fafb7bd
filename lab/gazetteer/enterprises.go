package gazetteer

import (
	"regexp"
	"strings"

	"annals/kb"
)

var companyTail = regexp.MustCompile(`,? (Inc\.?|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Limited|Group|Holdings|Incorporated|N\.V\.|S\.A\.|AG|SE|\(The\)|\(Class [A-Z]\))$`)

// enterprises adds media, companies and universities.
func (b *builder) enterprises() error {
	add := func(kind kb.Kind, sector string, src uint16, importance float64, variants bool) func(row) {
		return func(r row) {
			code := iso(r.get("country"))
			if c := b.iso2[r.get("iso2")]; c != "" {
				code = c
			}
			if src == srcSP500 {
				code = "USA"
			}
			name := r.get("name")
			if src == srcFundus || src == srcSP500 {
				name = strings.TrimSpace(bracketRE.ReplaceAllString(name, ""))
			}
			short := strings.TrimSpace(companyTail.ReplaceAllString(companyTail.ReplaceAllString(name, ""), ""))
			id := b.findOrg("", name, code)
			if id == 0 && short != name {
				id = b.findOrg("", short, code)
			}
			if id != 0 && b.at(id).Kind != kind {
				id = 0
			}
			if id == 0 {
				id = b.add(kb.Entity{Kind: kind, Name: name, Country: code, Sectors: []string{sector}, Importance: clamp(importance + b.weight(code)/2), Source: src})
			}
			b.orgName(id, name, kb.Common, src)
			if variants && len(short) > 2 && !b.states[kb.Fold(short)] {
				if _, common := b.common[kb.Fold(short)]; !common || src == srcCompanies {
					b.orgName(id, short, kb.Variant, src)
				}
			}
			for _, a := range r.list("aliases") {
				b.orgName(id, a, kb.Variant, src)
			}
		}
	}
	if err := b.each(srcMedia, add(kb.Media, "JRN", srcMedia, 90, false), "name", "aliases", "country"); err != nil {
		return err
	}
	if err := b.each(srcFundus, add(kb.Media, "JRN", srcFundus, 50, false), "iso2", "name"); err != nil {
		return err
	}
	if err := b.each(srcCompanies, add(kb.Company, "BUS", srcCompanies, 90, true), "name", "aliases", "country"); err != nil {
		return err
	}
	if err := b.each(srcSP500, add(kb.Company, "BUS", srcSP500, 60, true), "name"); err != nil {
		return err
	}
	school := add(kb.School, "EDU", srcUniversities, 20, false)
	return b.each(srcUniversities, func(r row) {
		// Full names only: one word, or a place, would match too much.
		if n := r.get("name"); strings.Contains(n, " ") && len(n) >= 12 && latin(n) {
			school(r)
		}
	}, "iso2", "name")
}
