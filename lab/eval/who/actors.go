package who

import (
	"fmt"

	"annals/engine/doc"
)

// actorCase is one of the hand-made cases of NGEC.
type actorCase struct {
	ID, Kind, Text, Date string
	Expected             map[string]string
	Known_failure        bool
}

// actorScore counts them: a case is right where all that it expects is.
type actorScore struct {
	all, right                                            int
	country, countries, sector, sectors, entity, entities int
}

// scoreActors reads each text as a report of its own.
func (c *chain) scoreActors(path string, report func(string)) (actorScore, error) {
	var s actorScore
	err := jsonLines(path, func(g actorCase) {
		date := g.Date
		if date == "" || date == "today" {
			date = "2023-01-15"
		}
		d, err := c.read(g.ID, "", g.Text, date)
		if err != nil {
			return
		}
		m := mainMention(d)
		good := true
		s.all++
		got := doc.Mention{}
		if m != nil {
			got = *m
		}
		if want, ok := g.Expected["country"]; ok {
			s.countries++
			if got.Country == want {
				s.country++
			} else {
				good = false
			}
		}
		if want, ok := g.Expected["sector"]; ok {
			s.sectors++
			// a bare state has no sector there and GOV here; so do states' peoples
			if got.Sector == want || want == "" && (got.Kind == doc.State || got.Kind == doc.Group || got.Via == "nationality") {
				s.sector++
			} else {
				good = false
			}
		}
		if want, ok := g.Expected["wiki"]; ok && want != "" {
			s.entities++
			if sameWords(got.Name, want) {
				s.entity++
			} else {
				good = false
			}
		}
		if good {
			s.right++
			return
		}
		report(fmt.Sprintf("%s %q %s want %v got %s %s %q", g.ID, g.Text, g.Date, g.Expected, got.Country, got.Sector, got.Name))
	})
	return s, err
}

// mainMention is the mention that covers most of a short text.
func mainMention(d *doc.Document) *doc.Mention {
	var best *doc.Mention
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form == doc.Conjunction {
			continue
		}
		if best == nil || m.Full.Len() > best.Full.Len() || m.Full.Len() == best.Full.Len() && best.Form == doc.Adjectival {
			best = m
		}
	}
	return best
}
