package annals

import (
	"context"
	"testing"

	"annals/record"
	"annals/report"
)

// TestDates says on which days an act is told to have been done.
func TestDates(t *testing.T) {
	c := coder(t)
	for _, x := range []struct{ text, published, kind, from, to, basis string }{
		{"Police have detained 300 opposition members since July 2016.", "2017-05-17", "COERCE", "2016-07-01", "2017-05-17", record.BasisSaid},
		{"Rebels shelled a village near Aleppo over the weekend.", "2020-08-10", "ASSAULT", "2020-08-08", "2020-08-09", record.BasisSaid},
		{"Earlier on Tuesday, Israel struck targets in Syria.", "2018-02-14", "ASSAULT", "2018-02-13", "2018-02-13", record.BasisSaid},
		{"A court in Cairo on Tuesday sentenced 11 people to death over violence in 2013.", "2015-06-18", "SANCTION", "2015-06-16", "2015-06-16", record.BasisSaid},
		{"The president of France met the prime minister of Japan ahead of a summit on Friday.", "2019-06-25", "CONSULT", "2019-06-25", "2019-06-25", record.BasisPublication},
		{"Last week's meeting between the two presidents produced no deal.", "2012-09-05", "CONSULT", "2012-08-27", "2012-09-02", record.BasisSaid},
		// a time on what is blamed, on another's deed, and on a measure of comparison
		{"China condemned the decision taken yesterday by Japan to sell weapons to Taiwan.", "2023-04-05", "ACCUSE", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Chad declares a state of emergency after 60 murders since the beginning of the year.", "2023-04-05", "COERCE", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Rebels have shelled the city for the first time since November.", "2023-04-05", "ASSAULT", "2023-04-05", "2023-04-05", record.BasisPublication},
		// clauses and occasions that tell the time
		{"The mood is like that in 2003, when Poland endorsed the invasion of Iraq.", "2023-04-05", "SUPPORT", "2003-01-01", "2003-12-31", record.BasisSaid},
		{"Since the war began on February 24, 2022, Russian forces have killed thousands of Ukrainian civilians.", "2023-04-05", "ASSAULT", "2022-02-24", "2023-04-05", record.BasisSaid},
		{"At a meeting on Monday in Vienna, Norway and Chad agreed to a truce.", "2023-04-05", "AGREE", "2023-04-03", "2023-04-03", record.BasisSentence},
		{"Hungary will impose a ban on gatherings until April 20.", "2023-04-05", "COERCE", "2023-04-05", "2023-04-20", record.BasisSaid},
		{"The army said on Sunday that rebels had attacked its base near Gao.", "2023-04-05", "ASSAULT", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Norway and Chad pledged closer ties after a rare meeting of their presidents.", "2023-04-05", "CONSULT", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Chad will impose a curfew beginning on Friday.", "2023-04-05", "COERCE", "2023-04-07", "2023-04-07", record.BasisSaid},
		{"Police arrest 20 protesters in Lagos on Monday.", "2023-04-05", "COERCE", "2023-04-03", "2023-04-03", record.BasisSaid},
		{"The United States imposes sanctions on Iran following the attack on March 30.", "2023-04-05", "SANCTION", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Mali's junta expelled the ambassador, a day after it dissolved the electoral commission.", "2023-04-05", "SANCTION", "2023-04-05", "2023-04-05", record.BasisPublication},
		{"Hundreds of people protested in Paris on Saturday and Sunday.", "2023-04-05", "PROTEST", "2023-04-01", "2023-04-02", record.BasisSaid},
		{"The president announces sanctions against Russia.", "2023-04-05", "SANCTION", "2023-04-05", "2023-04-05", record.BasisPublication},
		// the day goes on to what happened next
		{"Thousands of protesters marched through Tunis on Saturday. Police fired tear gas and arrested 40 people.", "2024-04-16", "COERCE", "2024-04-13", "2024-04-13", record.BasisNarrative},
		{"On 3 March 2011 rebels seized the town of Brega. Government forces bombed the town with aircraft.", "2011-05-16", "ASSAULT", "2011-03-03", "2011-03-03", record.BasisNarrative},
		{"Rebels attacked a convoy on Friday. The army killed two of the rebels.", "2014-06-24", "ASSAULT", "2014-06-20", "2014-06-20", record.BasisNarrative},
		// but not to words about it, nor to what is told in another tense or paragraph
		{"A bomb exploded at a mosque in Kabul on Friday. The government blamed the Taliban.", "2019-06-18", "ACCUSE", "2019-06-18", "2019-06-18", record.BasisPublication},
		{"Rebels attacked a convoy on Friday.\n\nThe army arrested two journalists.", "2014-06-24", "COERCE", "2014-06-24", "2014-06-24", record.BasisPublication},
		{"Rebels attacked a convoy on Friday. The army has arrested two journalists.", "2014-06-24", "COERCE", "2014-06-24", "2014-06-24", record.BasisPublication},
	} {
		rec, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: x.published, PublishedBasis: report.BasisInput, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var last *record.Event
		for i := range rec.Events {
			if string(rec.Events[i].Type) == x.kind {
				last = &rec.Events[i]
			}
		}
		if last == nil {
			t.Errorf("%s: no %s", x.text, x.kind)
			continue
		}
		d := last.Date
		if d.From == nil || d.To == nil || *d.From != x.from || *d.To != x.to || d.Basis != x.basis {
			t.Errorf("%s: %s is dated %v, want %s to %s by %s", x.text, x.kind, d, x.from, x.to, x.basis)
		}
	}
}
