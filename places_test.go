package annals

import (
	"context"
	"testing"

	"annals/report"
)

// TestPlacesTold looks for the most exact place that the words tell for an event.
func TestPlacesTold(t *testing.T) {
	c := coder(t)
	for _, x := range []struct{ text, kind, place string }{
		{"China and Norway signed a trade deal in the southern city of Chongqing.", "SUPPORT", "Chongqing"},
		{"Rebels attacked a Malian army base in the town of Gao, killing ten soldiers.", "ASSAULT", "Gao"},
		{"The army recaptured the coastal city of Sirte from the rebels.", "COERCE", "Sirte"},
		{"Clashes between police and protesters left ten people dead in Nairobi.", "ASSAULT", "Nairobi"},
		{"Norway asked Egypt to calm the situation in Libya.", "REQUEST", ""},
		{"Thousands of protesters marched through Tunis on Saturday.", "PROTEST", "Tunis"},
		{"Chad freed two hundred prisoners as an epidemic spread in the country.", "RETREAT", "Chad"},
		{"Rallies were held in Nakuru on Monday. Police shot two protesters in the city.", "ASSAULT", "Nakuru"},
		{"Rebels entered Idlib province at dawn. Soldiers killed five fighters in the province.", "ASSAULT", "Idlib province"},
		{"Gunmen killed six farmers at a market in Kunduz province, Afghanistan.", "ASSAULT", "Kunduz"},
		{"Egypt sent hundreds of soldiers to the northern Sinai Peninsula.", "MOBILIZE", "Sinai"},
		{"A reporter was arrested by Danbury police.", "COERCE", "Danbury"},
		{"Algeria declared a state of emergency after a wave of bombings.", "COERCE", "Algeria"},
		{"A bomb killed four people at Kabul airport on Monday.", "ASSAULT", "Kabul airport"},
		{"In Mali, the army arrested three generals in Gao.", "COERCE", "Gao"},
		{"Twelve fighters were killed by the army in the Battle of Basra.", "ASSAULT", "Basrah"},
		{"Gunmen killed ten people at the German consulate in Mazar-i-Sharif.", "ASSAULT", "Mazar-i-Sharif"},
		{"Police arrested a rebel leader in Cologne.", "COERCE", "Cologne"},
		{"Soldiers shot four protesters in Rangoon.", "ASSAULT", "Yangon"},
		{"Denmark eases its nightly curfew.", "CONCEDE", "Denmark"},
		{"Rwandan police arrested an opposition politician.", "COERCE", "Rwanda"},
		{"French troops left Mali.", "RETREAT", "Mali"},
		{"Snipers shot four protesters dead on the streets of Baghdad.", "ASSAULT", "Baghdad"},
		{"The army began a military operation to recapture the coastal city of Sirte from the rebels.", "ASSAULT", "Sirte"},
		{"Russian forces shelled Kherson on Monday.", "ASSAULT", "Kherson"},
		{"Russia withdrew its troops from Kherson.", "RETREAT", "Kherson"},
		{"Myanmar's army seized the town of Loikaw from rebels.", "COERCE", "Loikaw"},
		{"The United States and South Korea began a joint exercise off the coast of Busan.", "COOPERATE", "Busan"},
		{"The European Union imposed sanctions on Belarus.", "SANCTION", ""},
		{"Norwegian prosecutors accused Kari Vold, the head of a school in Bergen, of fraud.", "ACCUSE", ""},
		{"Poland scrambled its jets after talks in Paris and in Oslo.", "MOBILIZE", ""},
	} {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2023-04-05"})
		if err != nil {
			t.Fatal(err)
		}
		found, got := false, ""
		for _, e := range r.Events {
			if string(e.Type) != x.kind {
				continue
			}
			got = ""
			if e.Place != nil {
				got = e.Place.Name
			}
			found = found || got == x.place
		}
		if !found {
			t.Errorf("%q: %s at %q, want %q", x.text, x.kind, got, x.place)
		}
	}
}
