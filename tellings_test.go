package annals

import (
	"context"
	"testing"

	"annals/report"
)

// tellings are sentences and the one event that each must tell, as
// "TYPE status polarity"; a "-" begins one that must not be told.
var tellings = []struct{ text, want string }{
	// denied
	{"Iran denied that it had attacked the tanker.", "ASSAULT occurred denied"},
	{"The army denied shelling the village.", "ASSAULT occurred denied"},
	{"The rebels denied responsibility for the bombing of the Turkish consulate.", "ASSAULT occurred affirmed"},
	{"Kenya denied a role in the abduction of the activist.", "ASSAULT occurred affirmed"},
	{"Turkey said its rivals had shelled a village. Greece said Turkish troops had entered the island, which Ankara denied.", "COERCE occurred denied"},
	{"Sudan claims that Ethiopia has agreed to a truce with Sudan. Ethiopia later denied this claim.", "AGREE occurred denied"},
	{"The rebels said the Malian army had shelled a mosque in Gao, but the army denied it.", "ASSAULT occurred denied"},
	{"Moscow rejected claims that its forces had bombed the hospital.", "ASSAULT occurred denied"},
	{"Moscow rejected claims that its forces had bombed the hospital.", "-REJECT"},
	{"Rwanda has repeatedly denied arming the M23 rebels.", "AID occurred denied"},
	{"China denied hacking the Australian parliament.", "COERCE occurred denied"},
	{"Israel denied reports of secret talks with Hamas.", "CONSULT occurred denied"},
	{"Police denied the arrest of the opposition leader.", "COERCE occurred denied"},
	// negated
	{"Israel has not withdrawn its troops from the village.", "RETREAT occurred negated"},
	{"France has not deployed troops to Ukraine.", "MOBILIZE occurred negated"},
	{"The rebels have yet to release the hostages.", "RETREAT occurred negated"},
	{"The United States and Iran failed to reach an agreement.", "AGREE occurred negated"},
	{"Talks between Chad and Sudan ended without an agreement.", "AGREE occurred negated"},
	{"No soldiers were killed in the rebel attack.", "ASSAULT occurred negated"},
	{"Turkey has not ratified the treaty.", "SUPPORT occurred negated"},
	// unwilling: a refusal
	{"Hungary will not send weapons to Ukraine.", "REJECT occurred affirmed"},
	{"The United States said it would not lift sanctions on Iran.", "REJECT occurred affirmed"},
	{"Germany ruled out sending troops to Mali.", "REJECT occurred affirmed"},
	{"Serbia does not recognise Kosovo.", "REJECT occurred affirmed"},
	{"Pakistan called off talks with India.", "REJECT occurred affirmed"},
	{"The president cancelled a visit to Poland.", "-AGREE"},
	// planned
	{"The president will visit Japan next week.", "AGREE planned affirmed"},
	{"The prime minister is expected to visit Kenya in May.", "AGREE planned affirmed"},
	{"Pope Francis is set to travel to Mongolia.", "AGREE planned affirmed"},
	{"Israel is to release 40 Palestinian prisoners.", "CONCEDE planned affirmed"},
	{"The government plans to lift the curfew.", "CONCEDE planned affirmed"},
	{"Washington is preparing new sanctions against Venezuela.", "SANCTION planned affirmed"},
	{"Latvia will expel two Russian diplomats.", "SANCTION planned affirmed"},
	{"Poland will send 2,000 troops to its border with Belarus.", "MOBILIZE planned affirmed"},
	{"Tunisia will close its border with Libya.", "COERCE planned affirmed"},
	{"Teachers plan to strike on Thursday.", "PROTEST planned affirmed"},
	{"The general ordered his troops to attack the rebel base.", "ASSAULT planned affirmed"},
	{"The general ordered his troops to attack the rebel base.", "-REQUEST"},
	{"Australia and India will hold joint naval exercises in May.", "-MOBILIZE"},
	{"Sweden announced a withdrawal of its troops from Mali.", "CONCEDE planned affirmed"},
	// possible
	{"Israel may strike Iranian nuclear sites.", "ASSAULT hypothetical affirmed"},
	{"The minister said Russia might invade Moldova.", "ASSAULT hypothetical affirmed"},
	{"Germany is considering sending tanks to Ukraine.", "AID hypothetical affirmed"},
	{"The European Union is weighing sanctions against Georgia.", "SANCTION hypothetical affirmed"},
	{"The United States may withdraw its troops from Syria.", "RETREAT hypothetical affirmed"},
	{"Italy may close its ports to migrant ships.", "COERCE hypothetical affirmed"},
	{"Talks between Serbia and Kosovo collapsed on Tuesday.", "CONSULT cancelled affirmed"},
	{"The third round of talks between Chad and Mali was suspended.", "CONSULT cancelled affirmed"},
	{"The summit between Ramaphosa and Putin will not take place.", "AGREE cancelled affirmed"},
	{"Turkey halted its planned withdrawal from Libya.", "CONCEDE cancelled affirmed"},
	{"The Malian army halted its offensive on the town.", "-ASSAULT"},
	// vows and refusals told with "not"
	{"ETA vowed not to surrender its weapons to Spain.", "REJECT occurred affirmed"},
	{"The Taliban pledged not to attack American troops.", "AGREE occurred affirmed"},
	{"The Taliban pledged not to attack American troops.", "-ASSAULT"},
	{"Argentina says it will not recognise the president of Venezuela.", "REJECT occurred affirmed"},
	{"Nurse Anna Holm pleaded not guilty to spying for Russia.", "-SANCTION"},
	{"Netanyahu says that he will not destroy any more villages in Jordan.", "AGREE occurred affirmed"},
	{"The BBC reports that Labour will declare that it will not agree to a currency union with Scotland.", "REJECT planned affirmed"},
	{"The United States does not rule out sending troops to Haiti.", "MOBILIZE hypothetical affirmed"},
	{"Macron refused to rule out sending troops to Ukraine.", "MOBILIZE hypothetical affirmed"},
	{"Macron refused to rule out sending troops to Ukraine.", "-REJECT"},
	{"The new law allows Hungarian police to arrest migrants.", "-COERCE"},
	{"The prime minister denied rumours about his health as his party met the Kenyan opposition.", "CONSULT occurred affirmed"},
	// what may be done, and what goes on though its end is a condition
	{"The attorney general of Kenya has the power to investigate the police.", "-ACCUSE"},
	{"Iran warned of harsh consequences if Israel continues its invasion of Gaza.", "ASSAULT ongoing affirmed"},
	// to come
	{"Australia is to deploy police to the Solomon Islands.", "MOBILIZE planned affirmed"},
	{"The US is about to lift sanctions on Cuba.", "CONCEDE planned affirmed"},
	{"Egypt is close to reaching a deal with Israel.", "AGREE hypothetical affirmed"},
	{"The sanctions against Iran are expected to be lifted on Monday.", "CONCEDE planned affirmed"},
	{"The Russian diplomat is likely to be expelled from Norway.", "SANCTION hypothetical affirmed"},
	{"The Venezuelan opposition has stated plans to boycott the election.", "PROTEST planned affirmed"},
	{"Ukraine prepares for an attack on Melitopol.", "ASSAULT planned affirmed"},
	{"Iran's nuclear threats are expected to be a topic of the talks.", "THREATEN occurred affirmed"},
	// nobody's deeds
	{"Tropical Storm Arlene is expected to strike Cuba later in the week.", "-ASSAULT"},
	{"Typhoon Mitag threatens the Bicol Region of the Philippines.", "-THREATEN"},
	{"The missile is capable of striking Israel.", "-ASSAULT"},
	// called off, put off
	{"Mali was to have hosted talks between Chad and Niger.", "CONSULT hypothetical affirmed"},
	{"Indonesian police foiled an attack on the US embassy.", "ASSAULT occurred negated"},
	{"Pakistan stopped short of condemning the attack by India.", "ACCUSE occurred negated"},
	{"Talks between India and Pakistan were cancelled.", "AGREE cancelled affirmed"},
	{"The visit of the Chinese president to Tokyo was postponed.", "AGREE postponed affirmed"},
	// threats: the deed is not told besides
	{"Iran threatened to close the strait.", "THREATEN occurred affirmed"},
	{"Beijing warned Washington against selling weapons to Taiwan.", "-AID"},
	{"Turkey said it would retaliate if Greece sent troops to the islands.", "THREATEN occurred affirmed"},
	{"The president vowed to crush the rebels.", "THREATEN occurred affirmed"},
	{"Ethiopia gave the rebels 72 hours to surrender.", "THREATEN occurred affirmed"},
	{"The general warned that his forces would shoot protesters.", "THREATEN occurred affirmed"},
	{"The militant group said it would kill the hostages unless its demands were met.", "THREATEN occurred affirmed"},
	{"Officials said the rebels would attack the capital.", "ASSAULT planned affirmed"},
	// what ought to be done is no deed
	{"Thailand should lift the curfew, the envoy said.", "-CONCEDE"},
	{"Kenya urged both sides to stop fighting.", "-RETREAT"},
	{"It would be a mistake to arrest Imran Khan, the union said.", "-COERCE"},
	{"It is time for Israel to negotiate with Hamas.", "-CONSULT"},
	// what is only spoken of
	{"Ministers will discuss sanctions against Venezuela on Monday.", "-SANCTION"},
	{"The council discussed Russia's invasion of Ukraine.", "ASSAULT occurred affirmed"},
}

// TestTellings reads each sentence and looks for its event.
func TestTellings(t *testing.T) {
	c := coder(t)
	for _, x := range tellings {
		r, err := c.Code(context.Background(), &report.Report{ID: "x", Body: x.text, Published: "2023-04-05"})
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		found := false
		for _, e := range r.Events {
			told = append(told, string(e.Type)+" "+string(e.Status)+" "+string(e.Polarity))
			found = found || x.want[1:] == string(e.Type) || x.want == told[len(told)-1]
		}
		if found == (x.want[0] == '-') {
			t.Errorf("%q tells %q, want %s", x.text, told, x.want)
		}
	}
}
