package annals

import (
	"context"
	"strings"
	"testing"

	"annals/record"
	"annals/report"
)

// TestPaperSpeaks: who brings out the resolution, report or letter that condemns,
// accuses or asks.
func TestPaperSpeaks(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "The UN General Assembly passed a resolution condemning Chad for torture.", "ACCUSE", "UNO -", "TCD GOV"},
		{"2024-03-01", "The parliament of Norway sent a letter urging Sweden to lift the ban.", "REQUEST", "NOR LEG", "SWE GOV"},
		{"2024-03-01", "A statement accusing Mali of theft was issued by the foreign ministry of Niger.", "ACCUSE", "NER GOV", "MLI GOV"},
		{"2024-03-01", "The government of Peru alleges Chile broke the treaty.", "ACCUSE", "PER GOV", "CHL GOV"},
		// whoever keeps or reads it is not the one who speaks in it
		{"2024-03-01", "The mayor of Oslo found a letter accusing Mali of theft.", "ACCUSE", "", "MLI GOV"},
		{"2024-03-01", "The archive in Oslo lost a letter accusing Mali of theft.", "ACCUSE", "", "MLI GOV"},
	})
}

// TestAimedAt: who is struck, told by what the blow is for, and who held the place.
func TestAimedAt(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Police in Kenya fired into the air to disperse opposition supporters.", "ASSAULT", "KEN COP", "KEN OPP"},
		{"2024-03-01", "Turkish police fired into the air to scatter striking miners in Soma.", "ASSAULT", "TUR COP", "TUR LAB"},
		{"2024-03-01", "Iraqi forces retook a village held by Islamic State militants.", "COERCE", "IRQ MIL", "IRQ REB"},
		{"2024-03-01", "Syrian troops captured a town controlled by Turkish forces.", "COERCE", "SYR MIL", "TUR MIL"},
		// no enemy is told
		{"2024-03-01", "Kenyan police fired into the air to protect opposition supporters.", "ASSAULT", "KEN COP", ""},
		{"2024-03-01", "Syrian troops captured a town built by Turkish workers.", "COERCE", "SYR MIL", ""},
	})
}

// TestHitWhen: the doer in the clause that tells how somebody was hit, and the dead
// in the clause that tells what came of a blow: one deed.
func TestHitWhen(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Nine soldiers were killed in Mali when rebels attacked a base.", "ASSAULT", "MLI REB", "MLI MIL"},
		{"2024-03-01", "Militants attacked a police post in Kenya, killing two officers and wounding four civilians.", "ASSAULT", "KEN REB", "KEN COP; KEN CVL"},
		{"2024-03-01", "Gunmen attacked a church in Nigeria, killing five worshippers.", "ASSAULT", "- UAF", "NGA CVL; NGA REL"},
		// told apart: another deed
		{"2024-03-01", "Nine farmers were killed in Mali two days after rebels attacked a base.", "ASSAULT", "MLI REB", "MLI MIL"},
		{"2024-03-01", "Nine soldiers were killed in Mali when a bus hit a tree.", "!REJECT", "", ""},
	})
}

// TestNamedBesideNumber: people counted and then named are those named; who leaves an
// office has its sector.
func TestNamedBesideNumber(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Two ministers, Anna Berg and Nils Holm, resigned in Norway.", "RETREAT", "NOR GOV", "NOR GOV"},
		{"2024-03-01", "Hamas released two hostages, Anna Berg and Nils Holm.", "RETREAT", "PSE REB", "PSE CVL"},
		{"2024-03-01", "Peter Hansen resigned as Danish minister of justice.", "RETREAT", "DNK GOV", "DNK GOV"},
		// a number that is larger than the names stands for all of them
		{"2024-03-01", "Police in Chile arrested nine senators, among them Anna Berg.", "COERCE", "CHL COP", "CHL LEG"},
		{"2024-03-01", "Peter Hansen resigned as coach of the team.", "!RETREAT", "", ""},
	})
}

// TestToldBefore: the doer of the act that "the attack" or "the proposal" speaks of
// was told in the sentence before.
func TestToldBefore(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Rebels attacked a base in Mali on Monday. The African Union condemned the attack.", "ACCUSE", "IGO -", "MLI REB"},
		{"2024-03-01", "Norway proposed talks on the border. Sweden rejected the proposal.", "REJECT", "SWE GOV", "NOR GOV"},
		{"2024-03-01", "The United States imposed sanctions on Cuba. Mexico denounced the sanctions.", "ACCUSE", "MEX GOV", "USA GOV"},
		{"2024-03-01", "Iran arrested the envoy of Chile. Chile demanded his release.", "REQUEST", "CHL GOV", "IRN GOV"},
		// another act, and one that nobody is told to have done
		{"2024-03-01", "Norway proposed talks on the border. Sweden condemned the attack.", "ACCUSE", "SWE GOV", ""},
		{"2024-03-01", "A base in Mali was attacked on Monday. The African Union condemned the attack.", "ACCUSE", "IGO -", ""},
	})
}

// TestTitledList: every name of a list of names behind their titles is a side.
func TestTitledList(t *testing.T) {
	testSides(t, []sided{
		{"2019-03-01", "President of France Emmanuel Macron, Prime Minister of Canada Justin Trudeau and President of Chile Sebastián Piñera met in Oslo.", "CONSULT", "CAN GOV; CHL GOV; FRA GOV", ""},
		{"2019-03-01", "The talks between U.S. President Donald Trump and North Korean leader Kim Jong-un in Hanoi ended.", "CONSULT", "PRK GOV; USA GOV", ""},
		{"2024-03-01", "Iran will not attend the talks in Geneva with the United States.", "REJECT", "IRN GOV", "USA GOV"},
		// one side
		{"2024-03-01", "Iran will not attend the talks in Geneva with a heavy heart.", "REJECT", "IRN GOV", ""},
		{"2019-03-01", "President of France Emmanuel Macron, a former minister, visited Chile.", "CONSULT", "FRA GOV", "CHL GOV"},
	})
}

// TestClaims: who claims a deed did it; a court before which somebody stands tries him.
func TestClaims(t *testing.T) {
	testSides(t, []sided{
		{"2020-03-01", "A bomb killed nine policemen in Kabul, Afghanistan. The Taliban claimed responsibility.", "ASSAULT", "AFG REB", "AFG COP"},
		{"2020-03-01", "A suicide attack claimed by the Taliban killed nine policemen in Kabul.", "ASSAULT", "AFG REB", "AFG COP"},
		{"2020-03-01", "Hamas claimed responsibility for a bombing that killed nine soldiers in Israel.", "ASSAULT", "PSE REB", "ISR MIL"},
		{"2024-03-01", "A court in Chile opened the trial of two generals.", "ACCUSE", "CHL JUD", "CHL MIL"},
		{"2024-03-01", "Two generals of Chile appeared before a court in Santiago.", "ACCUSE", "CHL JUD", "CHL MIL"},
		// nobody does, or somebody is known to have done it
		{"2020-03-01", "A bomb killed nine policemen in Kabul, Afghanistan. No group claimed responsibility.", "ASSAULT", "", "AFG COP"},
		{"2020-03-01", "Russia bombed a base in Syria. The Taliban claimed responsibility for nothing.", "ASSAULT", "RUS GOV", "SYR MIL"},
		{"2024-03-01", "The trial of two generals began in Chile.", "ACCUSE", "", "CHL MIL"},
	})
}

// TestTalksBeside: who takes part in talks and visits told beside another clause.
func TestTalksBeside(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "The defence minister of Latvia announced more aid, following a meeting with the Polish president in Gdansk.", "CONSULT", "LVA GOV; POL GOV", ""},
		{"2024-03-01", "During a state visit to Oslo, the president of Chad announced a reform.", "CONSULT", "TCD GOV", "NOR GOV"},
		{"2024-03-01", "The president of Chad arrived in Oslo, Norway.", "CONSULT", "TCD GOV", "NOR GOV"},
		{"2024-03-01", "The summit between Chadian President Amara Deby and Norwegian leader Anna Berg in Malta ended early.", "CONSULT", "NOR GOV; TCD GOV", ""},
		{"2024-03-01", "After three days of talks, Chad and Mali signed a treaty.", "CONSULT", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "Chad and Mali swapped prisoners after mediation by Qatar.", "CONSULT", "QAT GOV", "MLI GOV; TCD GOV"},
		{"2024-03-01", "Chad says that talks with Mali have failed.", "CONSULT", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "Chad is in talks with Mali.", "CONSULT", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "A ceasefire was agreed between Chad and Mali.", "AGREE", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "Norway says that it is ready to mediate.", "AGREE", "NOR GOV", ""},
		{"2024-03-01", "Egypt launched a mediation effort to prevent a war between Chad and Mali.", "CONSULT", "EGY GOV", "MLI GOV; TCD GOV"},
		{"2012-03-01", "Presidents Idriss Deby of Chad and Nils Holm of Norway met in Oslo.", "CONSULT", "NOR GOV; TCD GOV", ""},
		{"2012-03-01", "President Idriss Deby of Chad began a four-day visit in Oslo.", "CONSULT", "TCD GOV", "NOR GOV"},
		{"2024-03-01", "Chad says it is willing to withdraw its troops.", "AGREE", "TCD GOV", ""},
		{"2024-03-01", "A ceasefire has been brokered between Chad and Mali.", "AGREE", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "Qatar brokered a ceasefire between Chad and Mali.", "CONSULT", "QAT GOV", "MLI GOV; TCD GOV"},
		{"2024-03-01", "Qatar brokered a ceasefire between Chad and Mali.", "AGREE", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "UK and EU negotiators reached a draft agreement.", "AGREE", "EUR -; GBR GOV", ""},
		{"2024-03-01", "The Arab League met in Cairo.", "CONSULT", "IGO -", ""},
		// no dealing between two parties
		{"2024-03-01", "President Idriss Deby of Chad arrived in Moundou, Chad.", "!CONSULT", "", ""},
		{"2024-03-01", "The minister spoke at a council meeting in Oslo.", "!CONSULT", "", ""},
		{"2024-03-01", "A baker was hurt after talks with his brother in Oslo.", "!CONSULT", "", ""},
	})
}

// TestTalksThatAreNone: deeds kept from, agreements that talks are only about, talks
// broken off by one side.
func TestTalksThatAreNone(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Peru banned its ministers from travelling to Norway.", "!CONSULT", "", ""},
		{"2024-03-01", "Chad suspended peace talks with Mali.", "!CONSULT", "", ""},
		{"2024-03-01", "Chad suspended peace talks with Mali.", "SANCTION", "TCD GOV", "MLI GOV"},
		{"2024-03-01", "Chad held negotiations on a trade agreement with Mali.", "!AGREE", "", ""},
		{"2024-03-01", "Iran received intelligence from Russia.", "!CONSULT", "", ""},
		// and those that are
		{"2024-03-01", "Peace talks between Chad and Mali have been suspended.", "CONSULT", "MLI GOV; TCD GOV", ""},
		{"2024-03-01", "Chad signed a trade agreement after negotiations with Mali.", "CONSULT", "MLI GOV; TCD GOV", ""},
	})
}

// TestBodyStruck: the number of those hurt does not hide who was attacked.
func TestBodyStruck(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "At least two people were killed and 90 injured in an attack on the German consulate in Herat.", "ASSAULT", "", "DEU GOV"},
		{"2024-03-01", "Four people were killed and 40 wounded in a bomb attack on an army compound in Sukkur, Pakistan.", "ASSAULT", "", "PAK MIL"},
		{"2024-03-01", "Nine people were killed when gunmen attacked a police station in Quetta, Pakistan.", "ASSAULT", "- UAF", "PAK COP"},
		{"2024-03-01", "Militants attacked a compound of the defence ministry in Sanaa, Yemen, killing 52 people.", "ASSAULT", "YEM REB", "YEM GOV"},
		// a place is only where they stood, and people described are those hit
		{"2024-03-01", "A suicide truck bombing at a security checkpoint in Mogadishu killed 79 people.", "ASSAULT", "", "SOM CVL"},
		{"2024-03-01", "Six nurses were killed in an attack on a police station in Quetta, Pakistan.", "ASSAULT", "", "PAK MED"},
	})
}

// TestNamesBehind: people named behind a word for them are those who do or suffer it.
func TestNamesBehind(t *testing.T) {
	for _, x := range []struct{ text, actors, targets string }{
		{"Three Norwegian ministers resigned: Anna Berg, Tom Holm and Ida Lund.", "Anna Berg, Tom Holm, Ida Lund", "Norway"},
		{"Three Norwegian ministers – Anna Berg, Tom Holm and Ida Lund – resigned.", "Anna Berg, Tom Holm, Ida Lund", "Norway"},
		{"Five Norwegian MPs, Anna Berg, Tom Holm, Ida Lund, Kari Moe, and Jan Lie, resigned.", "Anna Berg, Tom Holm, Ida Lund, Kari Moe, Jan Lie", "Norway"},
		{"Hamas released Israeli hostages Anna Berg, Tom Holm and Ida Lund.", "Hamas", "Anna Berg, Tom Holm, Ida Lund"},
		{"Anna Berg, Tom Holm and two other ministers resigned in Norway.", "Anna Berg, Tom Holm, ministers", "Norway"},
		// one of them, or another number of people
		{"Three Norwegian ministers resigned: one of them is Anna Berg.", "Norwegian ministers", "Norway"},
		{"Nine Norwegian ministers resigned: Anna Berg and Tom Holm stay.", "Norwegian ministers", "Norway"},
	} {
		r, err := coder(t).Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2024-03-01"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Events) != 1 {
			t.Errorf("%s: %d events", x.text, len(r.Events))
			continue
		}
		names := func(list []record.Party) string {
			var out []string
			for _, p := range list {
				out = append(out, p.Name)
			}
			return strings.Join(out, ", ")
		}
		if a, b := names(r.Events[0].Actors), names(r.Events[0].Targets); a != x.actors || b != x.targets {
			t.Errorf("%s\n  got [%s] [%s]", x.text, a, b)
		}
	}
}
