package syntax

import "strings"

// irregularVerbs lists base, past and participle of strong verbs; prefixes as in "withdrew" are listed too, since each
// must be known to be a verb of its own.
const irregularVerbs = `arise arose arisen;awake awoke awoken;bear bore borne;beat beat beaten;become became become;begin began begun;
bend bent bent;bind bound bound;bite bit bitten;blow blew blown;break broke broken;breed bred bred;bring brought brought;build built built;
buy bought bought;catch caught caught;choose chose chosen;cling clung clung;come came come;creep crept crept;deal dealt dealt;
dig dug dug;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;
fight fought fought;find found found;flee fled fled;fling flung flung;fly flew flown;forbid forbade forbidden;foresee foresaw foreseen;
forget forgot forgotten;forgive forgave forgiven;forsake forsook forsaken;freeze froze frozen;get got gotten;give gave given;go went gone;
grind ground ground;grow grew grown;hang hung hung;hear heard heard;hide hid hidden;hold held held;keep kept kept;know knew known;
lead led led;leave left left;lend lent lent;lose lost lost;make made made;mean meant meant;meet met met;mislead misled misled;
mistake mistook mistaken;misunderstand misunderstood misunderstood;outgrow outgrew outgrown;overcome overcame overcome;
oversee oversaw overseen;overrun overran overrun;overtake overtook overtaken;overthrow overthrew overthrown;pay paid paid;rebuild rebuilt rebuilt;
repay repaid repaid;retake retook retaken;rethink rethought rethought;ride rode ridden;ring rang rung;rise rose risen;run ran run;
say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;shake shook shaken;shine shone shone;shoot shot shot;
shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat sat;slay slew slain;sleep slept slept;slide slid slid;speak spoke spoken;
spend spent spent;spin spun spun;spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck;sting stung stung;
strike struck stricken;strive strove striven;swear swore sworn;sweep swept swept;swim swam swum;swing swung swung;take took taken;
teach taught taught;tear tore torn;tell told told;think thought thought;throw threw thrown;tread trod trodden;
undergo underwent undergone;understand understood understood;undertake undertook undertaken;undo undid undone;uphold upheld upheld;
wake woke woken;wear wore worn;weave wove woven;win won won;withdraw withdrew withdrawn;withhold withheld withheld;
withstand withstood withstood;wring wrung wrung;write wrote written;rewrite rewrote rewritten`

// irregularLemmas maps past forms and participles to their verbs; forms that are also a base are left out.
func irregularLemmas() map[string]string {
	out := make(map[string]string)
	bases := make(map[string]bool)
	verbs := strings.Split(strings.ReplaceAll(irregularVerbs, "\n", ""), ";")
	for _, v := range verbs {
		bases[strings.Fields(v)[0]] = true
	}
	for _, v := range verbs {
		f := strings.Fields(v)
		for _, past := range f[1:] {
			if !bases[past] {
				out[past] = f[0]
			}
		}
	}
	return out
}

// pastLemma corrects the lemma of a past form or participle that the model left as it was.
func (m *Model) pastLemma(form, xpos, lemma string) string {
	if xpos != "VBD" && xpos != "VBN" {
		return lemma
	}
	lower := strings.ToLower(form)
	if base, ok := m.irregular[lower]; ok && lemma == lower {
		return base
	}
	return lemma
}
