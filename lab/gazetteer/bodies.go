package gazetteer

import (
	"regexp"
	"strings"

	"annals/kb"
)

// bodies adds intergovernmental bodies, with the actor code of their family.
func (b *builder) bodies() error {
	err := b.each(srcBodies, func(r row) {
		family, name := r.get("family"), r.get("name")
		code, importance := "IGO", 70.0
		switch {
		case strings.HasPrefix(family, "UN "):
			code, importance = "UNO", 90
		case strings.HasPrefix(family, "EU "):
			code, importance = "EUR", 75
		}
		switch r.get("qid") {
		case "Q1065", "Q458", "Q7184":
			importance = 210
		case "Q7159", "Q7795", "Q47488", "Q7785", "Q7825", "Q7817", "Q7768", "Q7804", "Q7809", "Q7164":
			importance = 150
		}
		var sec []string
		if courtRE.MatchString(name) {
			sec = []string{"JUD"}
		}
		id := b.add(kb.Entity{Kind: kb.Body, Name: name, QID: r.get("qid"), Country: code, Sectors: sec, Importance: clamp(importance), Source: srcBodies})
		b.orgName(id, name, kb.Common, srcBodies)
		b.orgName(id, spelling(name), kb.Variant, srcBodies)
		for _, a := range append(r.list("abbr"), r.list("other_names")...) {
			if kb.Fold(a) != "organization of the petroleum exporting countries" || strings.HasPrefix(name, "Organization of the P") {
				b.orgName(id, a, kb.Variant, srcBodies)
			}
		}
		if a := r.get("abbr_fr"); len(a) > 2 {
			b.orgName(id, a, kb.Native, srcBodies)
		}
		for _, lang := range []string{"fr", "es"} {
			b.orgName(id, r.get(lang), kb.Native, srcBodies)
		}
	}, "qid", "name", "abbr", "other_names", "family")
	if err != nil {
		return err
	}
	for _, names := range [][]string{{"United Nations", "UN", "U.N.", "UNO", "United Nations Organization", "United Nations Organisation"}, {"European Union", "EU", "E.U."}} {
		if id := b.findOrg("", names[0], "*"); id != 0 {
			for _, a := range names[1:] {
				b.orgName(id, a, kb.Common, srcOwn)
			}
		}
	}
	return nil
}

var courtRE = regexp.MustCompile(`\b(Court|Tribunal|Tribunals)\b`)

// spelling turns British -isation and -our into American and back.
func spelling(name string) string {
	for _, p := range [][2]string{{"Organisation", "Organization"}, {"organisation", "organization"}, {"Labour", "Labor"}, {"Defence", "Defense"}, {"Programme", "Program"}, {"Centre", "Center"}} {
		if strings.Contains(name, p[0]) {
			return strings.ReplaceAll(name, p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"Organization", "Organisation"}, {"Labor ", "Labour "}, {"Defense", "Defence"}} {
		if strings.Contains(name, p[0]) {
			return strings.ReplaceAll(name, p[0], p[1])
		}
	}
	return name
}
