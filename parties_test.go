package annals

import (
	"context"
	"sort"
	"strings"
	"testing"

	"annals/record"
	"annals/report"
)

// sided is one sentence and the sides that its first event of a type must have,
// each as "COUNTRY SECTOR"; "-" stands for an empty field. A kind that begins with
// "!" must not come out.
type sided struct {
	day, text, kind, actors, targets string
}

// sidesOf writes parties as the table has them: a set in the order of its letters.
func sidesOf(parties ...[]record.Party) string {
	seen := map[string]bool{}
	for _, list := range parties {
		for _, p := range list {
			or := func(s string) string {
				if s == "" {
					return "-"
				}
				return s
			}
			seen[or(p.Country)+" "+or(p.Sector)] = true
		}
	}
	var out []string
	for s := range seen {
		out = append(out, s)
	}
	sort.Strings(out)
	return strings.Join(out, "; ")
}

func testSides(t *testing.T, table []sided) {
	t.Helper()
	c := coder(t)
	for _, x := range table {
		got, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: x.day})
		if err != nil {
			t.Fatal(err)
		}
		kind, never := strings.CutPrefix(x.kind, "!")
		found := false
		var all []string
		for i := range got.Events {
			e := &got.Events[i]
			actors, targets := sidesOf(e.Actors), sidesOf(e.Targets)
			if e.Reciprocal {
				actors, targets = sidesOf(e.Actors, e.Targets), ""
			}
			all = append(all, e.Type+" ["+actors+"] ["+targets+"]")
			if e.Type == kind && (never || actors == x.actors && targets == x.targets) {
				found = true
			}
		}
		if found == never {
			t.Errorf("%s\n  want %s [%s] [%s]\n  got  %s", x.text, x.kind, x.actors, x.targets, strings.Join(all, "\n       "))
		}
	}
}

// TestWhoStruckWhom: those who carried out a blow and those hit by it, told in
// different words of one sentence.
func TestWhoStruckWhom(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Six farmers were killed in a Russian airstrike on Kupiansk, Ukraine.", "ASSAULT", "RUS GOV", "UKR AGR"},
		{"2024-03-01", "Two teachers were shot and killed in an ambush by unknown gunmen in Herat, Afghanistan.", "ASSAULT", "AFG UAF", "AFG EDU"},
		{"2024-03-01", "Nine people were killed and dozens injured during Israeli air raids across Lebanon.", "ASSAULT", "ISR GOV", "LBN CVL"},
		{"2024-03-01", "Israel launched an air strike on a shop in Tyre, Lebanon.", "ASSAULT", "ISR GOV", "LBN CVL"},
		{"2024-03-01", "An air strike by the Saudi-led coalition killed eleven people in Yemen.", "ASSAULT", "SAU MIL", "YEM CVL"},
		{"2024-03-01", "The Turkish air force carried out strikes on targets inside Syria.", "ASSAULT", "TUR MIL", "SYR CVL"},
		{"2024-03-01", "Three villagers were hurt in a Turkish drone strike near Zakho, Iraq.", "ASSAULT", "TUR GOV", "IRQ CVL"},
		{"2024-03-01", "Two people were killed in an overnight Russian missile and drone attack on Kyiv.", "ASSAULT", "RUS GOV", "UKR CVL"},
		{"2024-03-01", "An Iranian missile hit a school in Haifa, Israel.", "ASSAULT", "IRN GOV", "ISR EDU"},
		{"2024-03-01", "Two soldiers of Peru were killed and three wounded by gunmen near Lima.", "ASSAULT", "- UAF", "PER MIL"},
		{"2024-03-01", "Nine soldiers were killed during combat with the Taliban in Swat, Pakistan.", "ASSAULT", "AFG GOV", "PAK MIL"},
		{"2024-03-01", "Five guards were killed in an attack on a prison in Mogadishu, Somalia, by al-Shabaab.", "ASSAULT", "SOM REB", "SOM CVL"},
		// the blow was another one, or nobody's
		{"2024-03-01", "A policeman was shot dead in Minsk two days after a Russian air raid.", "ASSAULT", "", "BLR COP"},
		{"2024-03-01", "Twelve people died in an explosion at a fireworks factory in Hanoi, Vietnam.", "!ASSAULT", "", ""},
		{"2024-03-01", "The army of Mali began an offensive in Gao, Mali.", "ASSAULT", "MLI MIL", ""},
	})
}

// TestWhoIsHeld: people taken into custody, of whom nothing else is told.
func TestWhoIsHeld(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Police in Kenya arrested two men over the theft of ballots.", "COERCE", "KEN COP", "KEN UNK"},
		{"2024-03-01", "A suspect was arrested in Lima, Peru, after an attack on a mayor.", "COERCE", "", "PER UNK"},
		{"2024-03-01", "Three people were detained at a market in Oslo, Norway.", "COERCE", "", "NOR UNK"},
		{"2024-03-01", "A court in Chile sentenced two men to nine years in prison.", "SANCTION", "CHL JUD", "CHL CRM"},
		{"2024-03-01", "Police in Norway arrested Peter Hansen at the port.", "COERCE", "NOR COP", "NOR UNK"},
		// what is told of them stands
		{"2024-03-01", "A court in Chile sentenced two senators to nine years in prison.", "SANCTION", "CHL JUD", "CHL LEG"},
		{"2024-03-01", "Police in Kenya arrested two journalists.", "COERCE", "KEN COP", "KEN JRN"},
		{"2024-03-01", "Turkish police arrested three protesters in Izmir.", "COERCE", "TUR COP", "TUR CVL"},
	})
}

// TestOtherSide: whom a request, refusal, threat or promise concerns, told only in
// what it is about.
func TestOtherSide(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Syria pressed for an Israeli withdrawal from the valley.", "REQUEST", "SYR GOV", "ISR GOV"},
		{"2024-03-01", "The UN demanded an end to the Turkish blockade of Cyprus.", "REQUEST", "UNO -", "TUR GOV"},
		{"2024-03-01", "The authorities in Peru requested the Senate to lift the immunity of a minister.", "REQUEST", "PER GOV", "PER LEG"},
		{"2024-03-01", "Canada announced a tariff on car imports from Japan.", "SANCTION", "CAN GOV", "JPN GOV"},
		{"2024-03-01", "Hungary agreed to purchase gas from Norway.", "AGREE", "HUN GOV", "NOR GOV"},
		{"2024-03-01", "The foreign minister of Iran ruled out any talks with the United States.", "REJECT", "IRN GOV", "USA GOV"},
		{"2024-03-01", "Strongly sanctioned by the West, Russia seeks ties with Asia.", "SANCTION", "- GOV", "RUS GOV"},
		// nobody else is told
		{"2024-03-01", "France extended the state of emergency after a request from President Emmanuel Macron.", "REQUEST", "FRA GOV", ""},
		{"2024-03-01", "Spain demanded the release of the envoy.", "REQUEST", "ESP GOV", ""},
		{"2024-03-01", "Google struck a deal with a bank in Taiwan.", "!AGREE", "", ""},
	})
}

// TestAddressed: who is asked, accused, refused or warned, told elsewhere than beside
// the word.
func TestAddressed(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Norway recalled its frigate following a request from NATO.", "REQUEST", "IGO -", "NOR GOV"},
		{"2024-03-01", "At the request of the Kenyan foreign ministry, a judge froze the accounts of the union.", "REQUEST", "KEN GOV", "KEN JUD"},
		{"2024-03-01", "Egypt demanded an apology from France, Italy and Spain.", "REQUEST", "EGY GOV", "ESP GOV; FRA GOV; ITA GOV"},
		{"2024-03-01", "Austria introduced border checks, prompting criticism from several members of the European Union.", "ACCUSE", "EUR -", "AUT GOV"},
		{"2024-03-01", "Russia warned of retaliation if NATO admits Finland.", "THREATEN", "RUS GOV", "IGO -"},
		{"2024-03-01", "French President Emmanuel Macron visited Western Sahara. The Algerian foreign ministry condemned the visit.", "ACCUSE", "DZA GOV", "FRA GOV"},
		{"2024-03-01", "Two men were executed by the rebels after being accused of spying for Chad.", "ACCUSE", "TCD REB", "TCD CVL"},
		{"2024-03-01", "Clashes between Sudan's army and the RSF continued. The African Union called for an immediate ceasefire.", "REQUEST", "IGO -", "SDN MIL; SDN REB"},
		{"2024-03-01", "Turkey says it will close the border unless Greece withdraws its troops.", "THREATEN", "TUR GOV", "GRC GOV"},
		{"2024-03-01", "Peru vetoed a Norwegian-drafted United Nations Security Council resolution.", "REJECT", "PER GOV", "NOR GOV"},
		{"2024-03-01", "A judge in Oslo dismissed a case brought by Danish plaintiffs.", "REJECT", "NOR JUD", "DNK CVL"},
		{"2024-03-01", "Israel decided to expel the envoy of Norway. Sweden criticised such a move.", "ACCUSE", "SWE GOV", "ISR GOV"},
		{"2024-03-01", "The Greek government closed its embassy in Kyiv following threats from Russia.", "THREATEN", "RUS GOV", "GRC GOV"},
		{"2024-03-01", "Amnesty International called for the release of the three Eritrean journalists.", "REQUEST", "NGO -", "ERI GOV"},
		{"2024-03-01", "Greece refused a Turkish request to extradite eight soldiers.", "REJECT", "GRC GOV", "TUR GOV"},
		{"2024-03-01", "A request by Norway for talks was rejected.", "REJECT", "", "NOR GOV"},
		{"2024-03-01", "The US State Department expressed concern over the arrest of journalists in Azerbaijan.", "ACCUSE", "USA GOV", "AZE GOV"},
		{"2024-03-01", "Armenia and Azerbaijan accused each other of violating the truce.", "ACCUSE", "ARM GOV; AZE GOV", ""},
		{"2024-03-01", "Thailand and Cambodia exchanged fire. Both sides accuse the other of breaking the truce.", "ACCUSE", "KHM GOV; THA GOV", ""},
		{"2024-03-01", "Israel killed a commander of Hezbollah in Beirut. Hezbollah vowed revenge.", "THREATEN", "LBN REB", "ISR GOV"},
		{"2024-03-01", "The UN chief condemned the killing of aid workers in Gaza.", "ACCUSE", "UNO -", ""},
		{"2024-03-01", "Serbia refuses to recognise Kosovo.", "REJECT", "SRB GOV", "XKX GOV"},
		{"2024-03-01", "The prime minister of Norway asked the king to dissolve parliament.", "REQUEST", "NOR GOV", "NOR GOV"},
		{"2024-03-01", "Sweden condemned the decision of Hungary and Poland to leave the pact.", "ACCUSE", "SWE GOV", "HUN GOV; POL GOV"},
		{"2024-03-01", "Members of the Norwegian Parliament propose new laws on gas.", "REQUEST", "NOR LEG", ""},
		{"2024-03-01", "Indonesian President Prabowo Subianto toured the Middle East to seek support from Egypt, Jordan, and Turkey for his plan.", "REQUEST", "IDN GOV", "EGY GOV; JOR GOV; TUR GOV"},
		{"2024-03-01", "Demonstrators called on President Park to step down.", "PROTEST", "KOR CVL", "KOR ELI"},
		{"2024-03-01", "Sri Lanka rejected a UN report that accuses its army of war crimes.", "REJECT", "LKA GOV", "UNO -"},
		{"2024-03-01", "Ukrainian lawmakers were refused entry to Hungary.", "REJECT", "", "UKR LEG"},
		{"2024-03-01", "Fighting between the army and the rebels killed nine in Goma. The UN Security Council called on both sides to stop.", "REQUEST", "UNO -", "COD MIL; COD REB"},
		{"2024-03-01", "Turkey shelled Kurdish positions in Syria. Damascus demanded that the attacks stop.", "REQUEST", "SYR GOV", "TUR GOV"},
		{"2024-03-01", "China detained two Canadians. Canada has called for their release.", "REQUEST", "CAN GOV", "CHN GOV"},
		{"2024-03-01", "Hungary closed its border. Serbia protested.", "ACCUSE", "SRB GOV", "HUN GOV"},
		{"2024-03-01", "Police in Oslo opened an investigation into claims that Sweden's minister took bribes.", "ACCUSE", "NOR COP", "SWE GOV"},
		{"2024-03-01", "The US Justice Department is investigating whether Boeing misled regulators.", "ACCUSE", "USA GOV", "USA BUS"},
		{"2024-03-01", "The European Parliament condemned the human rights situation in Belarus.", "ACCUSE", "EUR -", "BLR GOV"},
		{"2024-03-01", "South Korea protested over Japan's new textbooks.", "ACCUSE", "KOR GOV", "JPN GOV"},
		{"2024-03-01", "France condemned the coup in Niger.", "ACCUSE", "FRA GOV", ""},
		{"2024-03-01", "Iran warned that the deal will be void if the United States reimposes sanctions.", "THREATEN", "IRN GOV", "USA GOV"},
		{"2024-03-01", "The finance minister of Norway warned that prices would rise.", "!THREATEN", "", ""},
		// none of a protest's, of others' requests
		{"2024-03-01", "India was hit by several protests by caste groups demanding that jobs be reserved for them.", "!REQUEST", "", ""},
		{"2024-03-01", "Germany suspended all asylum requests.", "!REQUEST", "", ""},
		{"2024-03-01", "Israel rejected reports that its forces had bombed the hospital.", "!REJECT", "", ""},
		// not the one who acts, his own land, or who only judges the demand
		{"2024-03-01", "The plan was rejected by Serbia.", "REJECT", "SRB GOV", ""},
		{"2024-03-01", "Iraqi Foreign Minister Ali Hasan demanded the withdrawal of the Turkish troops from his country.", "REQUEST", "IRQ GOV", "TUR MIL"},
		{"2024-03-01", "Peru condemned the threats by Iran.", "THREATEN", "IRN GOV", ""},
	})
}

// TestSidesInLists: sides told in a list, by their states, and on both sides of "and".
func TestSidesInLists(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Troops from Chad, Niger and Benin shelled a village in Mali.", "ASSAULT", "BEN MIL; NER MIL; TCD MIL", "MLI CVL"},
		{"2024-03-01", "Clashes between protesters opposed to the president and police left nine people dead in Butambala, Uganda.", "ASSAULT", "UGA COP; UGA CVL", ""},
		{"2024-03-01", "The British, German and Turkish embassies in Belgrade were attacked.", "ASSAULT", "", "DEU GOV; GBR GOV; TUR GOV"},
		{"2017-06-01", "The Russian and Chinese foreign ministers met in Vienna.", "CONSULT", "CHN GOV; RUS GOV", ""},
		{"2024-03-01", "US, British and French officials met the envoy of Iran in Oslo.", "CONSULT", "FRA GOV; GBR GOV; IRN GOV; USA GOV", ""},
		{"2024-03-01", "The Democratic Republic of the Congo and Rwanda agreed to a truce.", "AGREE", "COD GOV; RWA GOV", ""},
		{"2012-03-01", "The presidents of Chad and Sudan, Idriss Deby and Omar al-Bashir, met in Oslo.", "CONSULT", "SDN GOV; TCD GOV", ""},
		{"2024-03-01", "Vladimir Putin met his Turkish and Iranian counterparts in Oslo.", "CONSULT", "IRN GOV; RUS GOV; TUR GOV", ""},
		{"2024-03-01", "US and Iraqi forces struck a village in Syria.", "ASSAULT", "IRQ MIL; USA MIL", "SYR CVL"},
		{"2024-03-01", "EU and Turkish leaders held two days of talks in Oslo.", "CONSULT", "EUR -; TUR GOV", ""},
		{"2020-03-01", "Talks between the Taliban and envoys of the Afghan government began in Doha.", "CONSULT", "AFG GOV; AFG REB", ""},
		// one side only
		{"2024-03-01", "Russian troops shelled a village in Ukraine.", "ASSAULT", "RUS MIL", "UKR CVL"},
		{"2024-03-01", "The German embassy in Belgrade was attacked.", "ASSAULT", "", "DEU GOV"},
	})
}

// TestWhoseIsIt: the state or force behind a place, a thing or a second verb.
func TestWhoseIsIt(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "The rebels captured Sange, South Kivu, from the Congolese army and Burundian troops.", "COERCE", "COD REB", "BDI MIL; COD MIL"},
		{"2024-03-01", "Canada imposed sanctions on Crimea.", "SANCTION", "CAN GOV", "UKR GOV"},
		{"2024-03-01", "The Royal Saudi Air Force struck the port of Mukalla, Yemen.", "ASSAULT", "SAU MIL", "YEM CVL"},
		{"2024-03-01", "President Xiomara Castro of Honduras denounced the results, which are still being counted, and accuses Mexico of interference.", "ACCUSE", "HND GOV", "MEX GOV"},
		{"2024-03-01", "Turkish jets bombed a depot of the Kurdistan Workers' Party in Iraq.", "ASSAULT", "TUR MIL", "TUR REB"},
		{"2024-03-01", "Demonstrations against the government of Ecuador went on in Quito.", "PROTEST", "ECU CVL", "ECU GOV"},
		{"2023-05-01", "Boris Johnson resigned after a long dispute.", "RETREAT", "GBR GOV", "GBR GOV"},
		{"2024-03-01", "Anti-government protesters marched in Lima, Peru.", "PROTEST", "PER CVL", "PER GOV"},
		{"2024-03-01", "Students marched in Lima, Peru.", "PROTEST", "PER EDU", ""},
		// nobody else
		{"2024-03-01", "Panama declared a state of emergency in Bocas del Toro Province.", "COERCE", "PAN GOV", ""},
		{"2024-03-01", "Slovenia endorsed the invasion of Iraq.", "SUPPORT", "SVN GOV", ""},
		{"2024-03-01", "The army of Sudan captured the town of Rokoro.", "COERCE", "SDN MIL", ""},
		{"2024-03-01", "The mayor of Oslo resigned after the jets, which the army bought, were sold.", "!ASSAULT", "", ""},
	})
}
