package annals

import (
	"context"
	"testing"

	"annals/report"
)

// TestSources says who is told to tell an act; "" is the report's own voice.
func TestSources(t *testing.T) {
	c := coder(t)
	for _, x := range []struct{ text, kind, source string }{
		{"Turkish forces shelled a village in Syria, local officials said.", "ASSAULT", "local officials"},
		{"Saudi jets bombed a market in Yemen, killing at least 12 people, according to the health ministry.", "ASSAULT", "health ministry"},
		{"Rebels attacked a convoy near Gao, reports Reuters.", "ASSAULT", "Reuters"},
		{"Chinese police have arrested three Canadians, as reported by Xinhua.", "COERCE", "Xinhua"},
		{"A report by Amnesty International finds that Eritrean soldiers killed hundreds of civilians.", "ASSAULT", "Amnesty International"},
		{"The White House announced that Joe Biden would meet Xi Jinping in Bali.", "AGREE", "White House"},
		{"The Kremlin said that Vladimir Putin had met Xi Jinping in Sochi.", "CONSULT", "Kremlin"},
		{"\"The analysis shows that Russia attacked the convoy,\" Kari Vold, the minister of Norway, said.", "ASSAULT", "Kari Vold"},
		{"Kenya has ordered the closure of the Dadaab camp, the Daily Nation reports.", "COERCE", "Daily Nation"},
		{"Sudanese activists accuse the army of bombing a market in Omdurman.", "ASSAULT", "Sudanese activists"},
		// what only tells who is meant is the report's; so is what nobody is told to have said
		{"The prosecutor announced that Kari Vold, the officer who shot two protesters, will be charged.", "ASSAULT", ""},
		{"Saudi jets bombed a market in Yemen. At least 12 people were hurt, medics said.", "ASSAULT", ""},
		{"It was announced on Monday that Norway had sent tanks to Ukraine.", "AID", ""},
	} {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2023-04-05"})
		if err != nil {
			t.Fatal(err)
		}
		found, got := false, "none"
		for _, e := range r.Events {
			if string(e.Type) != x.kind {
				continue
			}
			got = ""
			if len(e.Attribution) > 0 {
				got = e.Attribution[0][0].Party.Name
			}
			found = found || got == x.source
		}
		if !found {
			t.Errorf("%q: %s told by %q, want %q", x.text, x.kind, got, x.source)
		}
	}
}
