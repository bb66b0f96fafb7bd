package gazetteer

import (
	"regexp"
	"strings"

	"annals/kb"
)

var (
	nativeRE = regexp.MustCompile(`^([^(;]+?)(?: or ([^(;]+?))?\s*(?:\(([^)]*)\))?$`)
	courtsRE = regexp.MustCompile(`^((?:[A-Z][\w'-]+ )*(?:of |for |and )?(?:[A-Z][\w'-]+ )*(?:Court|Tribunal|Council)(?: of (?:[A-Z][\w'-]+ ?)+)?)(?: or ([A-ZÀ-Ž][^(;]+?))?\s*(?:\(|$|;)`)
	forceRE  = regexp.MustCompile(`((?:[A-Z][\w'’.-]+ )+(?:(?:and|of|for|the) )*(?:[A-Z][\w'’-]+ )*(?:Forces?|Army|Navy|Guards?|Police|Gendarmerie|Corps|Command|Service|Militia))(?: ?\(([^):]{2,60})\))?`)
)

// institutions adds parliaments, highest courts, armed forces and police, and
// the committees of the US Congress.
func (b *builder) institutions() error {
	err := b.each(srcFactbookInstitutions, func(r row) {
		code := b.factbookCode(r)
		if b.country[code] == 0 || b.at(b.country[code]).Kind != kb.Country {
			return
		}
		switch r.get("field") {
		case "legislature name", "chamber name":
			g := nativeRE.FindStringSubmatch(r.get("text"))
			if g == nil || len(g[1]) > 60 {
				return
			}
			id := b.institution(g[1], code, "LEG", 75)
			b.orgName(id, g[2], kb.Native, srcFactbookInstitutions)
			for _, n := range strings.Split(g[3], ",") {
				if n = strings.TrimSpace(n); latin(n) && len(n) > 3 && !strings.Contains(n, " or ") {
					b.orgName(id, n, kb.Native, srcFactbookInstitutions)
				}
			}
			if adj := b.adj[code]; adj != "" {
				b.orgName(id, adj+" "+g[1], kb.Official, srcFactbookInstitutions)
				if r.get("field") == "legislature name" {
					b.orgName(id, adj+" parliament", kb.Variant, srcFactbookInstitutions)
				}
			}
		case "highest court(s)":
			for _, part := range strings.Split(bracketRE.ReplaceAllString(r.get("text"), ""), ";") {
				g := courtsRE.FindStringSubmatch(strings.TrimSpace(part))
				if g == nil || len(g[1]) > 60 || strings.HasPrefix(g[1], "Eastern Caribbean") || strings.HasPrefix(g[1], "Caribbean") {
					continue
				}
				id := b.institution(g[1], code, "JUD", 65)
				if adj := b.adj[code]; adj != "" {
					b.orgName(id, adj+" "+g[1], kb.Official, srcFactbookInstitutions)
				}
				if g[2] != "" && latin(g[2]) {
					b.orgName(id, strings.TrimSpace(g[2]), kb.Native, srcFactbookInstitutions)
				}
			}
		}
	}, "gec", "iso2", "field", "text")
	if err != nil {
		return err
	}
	if err := b.each(srcFactbookForces, b.force, "gec", "iso2", "text"); err != nil {
		return err
	}
	return b.each(srcCommittees, func(r row) {
		name := r.get("name")
		if r.get("parent") != "" {
			return
		}
		id := b.institution(name, "USA", "LEG", 60)
		b.at(id).Source = srcCommittees
		for _, chamber := range []string{"House", "Senate"} {
			for _, kind := range []string{"Committee", "Permanent Select Committee", "Select Committee", "Special Committee"} {
				for _, prep := range []string{" on the ", " on "} {
					if topic, ok := strings.CutPrefix(name, chamber+" "+kind+prep); ok {
						b.orgName(id, chamber+" "+topic+" Committee", kb.Variant, srcCommittees)
					}
				}
			}
		}
	}, "name", "parent")
}

// institution finds or makes a body of a state.
func (b *builder) institution(name, code, sector string, importance float64) kb.EntityID {
	name = strings.TrimSpace(name)
	if id := b.findOrg("", name, code); id != 0 {
		return id
	}
	id := b.add(kb.Entity{Kind: kb.Body, Name: name, Country: code, Sectors: []string{sector}, Importance: clamp(importance + b.weight(code)), Source: srcFactbookInstitutions})
	b.orgName(id, name, kb.Common, srcFactbookInstitutions)
	return id
}

var policeRE = regexp.MustCompile(`Police|Gendarmerie|Constabulary`)

// force adds the named forces of one country: those that have the country's
// name or adjective, or a name of their own in brackets.
func (b *builder) force(r row) {
	code := b.factbookCode(r)
	id := b.country[code]
	if id == 0 || b.at(id).Kind != kb.Country {
		return
	}
	adj, own := kb.Fold(b.adj[code]), kb.Fold(b.at(id).Name)
	for _, g := range forceRE.FindAllStringSubmatch(r.get("text"), -1) {
		name, folded := strings.TrimSpace(g[1]), kb.Fold(g[1])
		if strings.Contains(folded, "ministry") || strings.Contains(folded, "includes") || len(name) > 60 {
			continue
		}
		mine := strings.Contains(folded, own) || adj != "" && strings.Contains(folded, adj)
		var names []string
		for _, n := range strings.FieldsFunc(g[2], func(c rune) bool { return c == ',' || c == ';' }) {
			n = strings.TrimSpace(n)
			if latin(n) && len(n) > 2 && !strings.Contains(n, "includ") && n[0] >= 'A' && n[0] <= 'Z' && !strings.Contains(n, "aka") {
				names = append(names, n)
			}
		}
		if !mine && len(names) == 0 || strings.Count(name, " ") == 0 {
			continue
		}
		sector := "MIL"
		if policeRE.MatchString(name) {
			sector = "COP"
		}
		fid := b.findOrg("", name, code)
		if fid == 0 {
			fid = b.add(kb.Entity{Kind: kb.Force, Name: name, Country: code, Sectors: []string{sector}, Importance: clamp(65 + b.weight(code)), Source: srcFactbookForces})
			b.orgName(fid, name, kb.Common, srcFactbookForces)
			b.orgName(fid, spelling(name), kb.Variant, srcFactbookForces)
		}
		for _, n := range names {
			b.orgName(fid, n, kb.Variant, srcFactbookForces)
		}
	}
}
