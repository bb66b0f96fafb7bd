package gazetteer

import (
	"regexp"
	"strings"

	"annals/kb"
)

// classRule gives an office class and a sector to titles that match.
type classRule struct {
	re            *regexp.Regexp
	class, sector string
}

func rule(re, class, sector string) classRule {
	return classRule{regexp.MustCompile(re), class, sector}
}

// classRules are tried in order on the folded title.
var classRules = []classRule{
	rule(`^permanent (representative|observer)|permanent rep|ambassador|\bnuncio\b|charge d|high commissioner (to|of .* to)|consul`, kb.Ambassador, "GOV"),
	rule(`first (lady|gentleman)|spouse of`, kb.OtherOffice, "GOV"),
	rule(`^pope$|^pope of`, kb.HeadOfState, "REL"),
	rule(`crown prince|^tanaiste`, "crown", "GOV"),
	rule(`state counsell?or$`, "counsellor", "GOV"),
	rule(`advis[eo]r|assistant to the|representative of the (french|episcopal)|personal representative|(white house|downing street).*staff|(presidential|kremlin)( deputy)? chief of staff|chief of staff (to|of) the (president|presidency|prime|vice|cabinet|government|first minister)|staff,? office of|(office|administration|secretariat|household|bureau|cabinet) of the (president|prime|presidency|government|king|royal)|presidential (administration|representative|secretary|staff|executive)|presidential affairs|minister s? ?military cabinet|ministers military cabinet|private secretary|to the presid|director of white house|white house`, kb.StateOfficial, "GOV"),
	rule(`national security|security (and defen[cs]e )?council`, kb.Minister, "GOV"),
	rule(`spokes(man|woman|person)|press secretary|spoke(s|p)`, kb.Spokesperson, "GOV"),
	rule(`^shadow |leader of the (official )?opposition|opposition (leader|candidate)|^opposition`, kb.PartyLeader, "OPP"),
	rule(`(leader|chair|chairman|chairwoman|chairperson|president|secretary.general|general secretary|co.leader|deputy leader|head|founder) of (the )?.*(party|front|rally|union for|renaissance|insoumise|democratic union|georgian dream|alternative for|tisza|likud|fidesz|movement for)`, kb.PartyLeader, "PTY"),
	rule(`general secretary of the (communist|central|workers)|first secretary of the communist|general secretary$`, kb.PartyLeader, "PTY"),
	rule(`leader of (the )?(taliban|al.?qaeda|islamic state|houthi|farc|hezbollah|hamas|ltte|boko|lord|hayat|pkk|rsf|congo river|m23|sadrist)|founder of the pkk|political bureau|secretary general of hezbollah|rebel|gang leader|wagner|rapid support forces|taliban (spokes|leader)|leader of the (houthis|polisario)`, kb.RebelLeader, "REB"),
	rule(`^(justice|judge|magistrate|senior justice|chief prosecutor|prosecutor|general prosecutor)\b|chief justice|^judge|supreme court|constitutional court|court of|chief prosecutor|prosecutor general|procurator|^(chief )?prosecutor`, kb.Judge, "JUD"),
	rule(`secretary.?general of (the )?(united nations|nato|arab league|council of europe|oecd|oas|asean|commonwealth|league|organi|gulf|opec|osce|plo$)|president of the (european|world bank|international committee|international criminal court|un general|united nations)|(high representative|vice.president of the european)|director.general|managing director of the international monetary|chairperson of the african union|european commission(er)?|high commissioner for|under.secretary.general|special (envoy|representative|coordinator) (of the|for)|executive director of|president of the commission|secretary general of (nato|ecowas|opec)|assistant secretary.general`, kb.IGOHead, "GOV"),
	rule(`(speaker|president|chair|chairman|chairwoman|chairperson) of (the )?((national |federal |legislative |general |people.?s |state |grand |islamic )*(assembly|council of the republic|parliament|senate|house|chamber|congress|duma|riksdag|storting|knesset|verkhovna|sejm|seimas|saeima|bundestag|bundesrat|cortes|folketing|majlis|council of representatives|national people|federation council|consultative assembly|legislature|diet|supreme council|rajya|lok|standing committee|yuan))|^speaker|ceann comhairle|^cathaoirleach|^marshal of the (sejm|senate)|presiding officer|landtagspr|riigikogu|president of .* (parliament|senate)$|president of the (legislative|national|palestinian national) council$|president of senate|president pro tempore|(majority|minority) (leader|whip)`, kb.Speaker, "LEG"),
	rule(`^(member|representative|senator|deputy$|congress|delegate|teachta|knesset|people s deputy|federal deputy|united states (rep|sen))|member of (the )?(.*)(parliament|assembly|house|senate|duma|council|riksdag|chamber|congress|sejm|sabha|hluttaw|knesset)|^federal deputy|^state deputy|^peoples deputy|^mp\b|^sen\b`, kb.Legislator, "LEG"),
	rule(`chief of (the )?(general |national |defen[cs]e |army |naval |air |joint |armed )*(staff|forces|army|defen[cs]e)|commander|joint chiefs|^(army|navy|naval|air force) chief|chief of army|inspector general of the armed|^general of|land forces|military junta`, kb.Military, "MIL"),
	rule(`(director|head|chief|chairman|secretary) (of|general of) (the )?.*(intelligence|security service|secret service|cia\b|mossad|shin bet|fsb|svr|isi\b|mi5|mi6)|director of central|intelligence service|director of national intelligence`, kb.Intelligence, "SPY"),
	rule(`(police|gendarmerie|fbi|interpol|europol|carabinieri|border guard)`, kb.Police, "COP"),
	rule(`(governor|president|chair|chairman|chairwoman|chairperson|head|director|vice governor|deputy governor) of (the )?(.*)(central|national|reserve|state|federal) (bank|reserve)|central bank|^governor.* bank\b|bank of (england|japan|russia|israel|canada|france|italy|korea|mexico|thailand|china|greece|spain)|bundesbank|monetary authority|federal reserve`, kb.CentralBank, "GOV"),
	rule(`^(director|head of (the )?(press|information|department of information)|chief of (the )?(press|cabinet)|press|information).*(foreign|ministry)`, kb.StateOfficial, "GOV"),
	rule(`(defen[cs]e|armed forces).*(military )?cabinet|military cabinet|defence production|defen[cs]e (procurement|equipment|materiel|science|personnel|production|industr|people)|civil defen[cs]e|emergenc|war (veterans|victims|disabled)|legal defen[cs]e|veterans affairs minister`, kb.Minister, "GOV"),
	rule(`^minister of state (and|for) (of )?(foreign|defen[cs]e) affairs$|^minister of state and (minister )?(of |for )?foreign|^state minister of foreign affairs$`, "state-and-foreign", "GOV"),
	rule(`(deputy|vice|assistant|junior|under|associate|second|parliamentary).*(minister|premier|secretary)|minister of state|state minister|state secretary|secretary of state (for|at|in|to the)?.*(switzerland)|parliamentary (private )?secretary|delegate minister|minister delegate|deputy attorney|^state secretary|^undersecretary|^under secretary`, "deputy", "GOV"),
	rule(`vice.?president|vice.?chair.*(state|presid)|^vice chairman`, kb.VicePresident, "GOV"),
	rule(`^(first |deputy )?minister.*\b(in|to|attached to|office of|under|of) (the )?(department of |office of )?(the )?prime minister|prime minister s? ?(dep|off)|prime ministers (dep|off)`, kb.Minister, "GOV"),
	rule(`^prime ministers?\b|& prime minister|and prime minister|minister prime minister$|^premier\b|head of gov|chancellor of (germany|austria|the federal)|^(federal )?chancellor$|taoiseach|^president of the government|^chief executive officer$|presidents? of the council of ministers|^minister president|^first minister|^chief minister|chair(man|woman|person)? of the (council|cabinet) of ministers|^president executive yuan|executive yuan premier`, kb.HeadOfGovernment, "GOV"),
	rule(`external (trade|commerce)|foreign (trade|economic)`, kb.Minister, "GOV"),
	rule(`(foreign|external) (affairs|relations|policy)|for foreign|foreign and commonwealth|foreign (minister|secretary)|minister (of|for) external|^foreign |exterior|^secretary of state$|relations with foreign|international relations`, kb.ForeignMinister, "GOV"),
	rule(`defen[cs]e|armed forces|minister of (the )?(war|military)|secretary of war`, kb.DefenceMinister, "GOV"),
	rule(`interior|internal affairs|home (affairs|secretary|minister)|homeland security|public security|internal security|minister of security|police affairs|public safety`, kb.InteriorMinister, "GOV"),
	rule(`financ|treasury|chancellor of the exchequer|exchequer`, kb.FinanceMinister, "GOV"),
	rule(`justice|lord chancellor|attorney.?general|keeper of the seals|legal affairs`, kb.JusticeMinister, "GOV"),
	rule(`\bminister|ministry|^secretary (of|for|to)|secretary of (commerce|energy|education|labor|health|agriculture|transport|housing|veterans|the interior)|national security|commissioner|cabinet|^secretary\b|trade representative|chief of staff|council of state|councill?or|state counsel|paymaster|lord (president|privy)|^treasurer|postmaster`, kb.Minister, "GOV"),
	rule(`^mayor|mayor of`, kb.Mayor, "GOV"),
	rule(`^(lieutenant )?governor|governor.general|governor of|prefect|president of (republika srpska|kurdistan|catalonia|the generalitat|scotland|abkhazia|the basque)|regional president|head of the republic|chief executive$`, kb.Governor, "GOV"),
	rule(`^(king|queen|emperor|empress|emir|amir|sultan|grand duke|prince of monaco|sovereign prince|ruler|monarch)\b|king of|queen of|^yang di.?pertuan agong|^druk gyalpo|^prince$|^prince of (monaco|liechtenstein)`, kb.Monarch, "GOV"),
	rule(`pontiff|patriarch|archbishop|grand (ayatollah|mufti)|dalai`, kb.OtherOffice, "REL"),
	rule(`^(first |transitional |de facto |self declared interim )?presidents?( acting)?$|^president (and|of (the )?(republic|state$|union$|nation$|russia|united states|french|swiss|federal council|council of state|sovereignty|transition|governing|presidential|supreme (council|people s assembly|peoples assembly)|military|revolutionary|ruling|federation$|islamic republic|palestinian (national )?authority|state of palestine|national council for))|^(co )?head of state|^supreme leader|chief of state|^transitional (leader|chair)|presidents? of the (governing|revolutionary|executive|presidential|ruling)|chair(man|woman|person)? of the (presidency|sovereign|presidential|state affairs|transitional|state administration|national (transitional|defense)|council of the presidency|military council)|presidential leadership council|supreme pontiff|captain regent|co prince`, kb.HeadOfState, "GOV"),
	rule(`member of the presidency`, kb.HeadOfState, "GOV"),
	rule(`^president of`, "president-of", "GOV"),
	rule(`director|head of|chief|secretary|chair|administrator|comptroller|auditor|ombuds|envoy|adviser|advisor|special|leader|commission|solicitor|prince|comm`, kb.StateOfficial, "GOV"),
}

var formerRE = regexp.MustCompile(`^(former|ex|outgoing|designate)\b|designate$|\belect$`)

// classify gives the office class and the sector of a title in a country.
// The classes head of state and head of government hold only for national
// posts: "national" is false for parts of a state.
func classify(title, country, name string, national bool) (class, sector string) {
	t := strings.ReplaceAll(kb.Fold(title), "actg", "acting")
	t = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(t, "acting "), "interim "), " acting")
	if formerRE.MatchString(t) {
		return kb.OtherOffice, ""
	}
	for _, r := range classRules {
		if !r.re.MatchString(t) {
			continue
		}
		class, sector = r.class, r.sector
		break
	}
	switch {
	case class == "":
		return kb.OtherOffice, ""
	case class == "deputy":
		if strings.Contains(t, "prime minister") || strings.Contains(t, "premier") || strings.Contains(t, "chancellor") {
			return kb.DeputyHead, "GOV"
		}
		return kb.StateOfficial, "GOV"
	case class == kb.ForeignMinister && t == "secretary of state" && country != "USA" && country != "VAT":
		return kb.StateOfficial, "GOV"
	case class == kb.InteriorMinister && country == "USA" && strings.Contains(t, "of the interior"):
		return kb.Minister, "GOV" // parks and land, not police
	case class == "state-and-foreign":
		if strings.HasPrefix(t, "minister of state for") {
			return kb.StateOfficial, "GOV"
		}
		return kb.ForeignMinister, "GOV"
	case class == kb.HeadOfGovernment && country == "CHE" && strings.HasSuffix(t, "chancellor"):
		return kb.StateOfficial, "GOV" // heads the chancery; the council governs
	case class == kb.HeadOfState && country == "AUT" && strings.HasSuffix(t, "federal council"):
		return kb.Speaker, "LEG"
	case class == kb.ForeignMinister && country == "IND" && t == "foreign secretary":
		return kb.StateOfficial, "GOV" // the head of the service, not the minister
	case class == "crown":
		return kb.DeputyHead, "GOV"
	case class == "counsellor":
		if country == "MMR" {
			return kb.HeadOfGovernment, "GOV"
		}
		return kb.Minister, "GOV"
	case class == "president-of":
		if name != "" && strings.HasSuffix(t, " of "+name) || strings.HasSuffix(t, " of the "+name) {
			return kb.HeadOfState, "GOV"
		}
		if regionOf.MatchString(t) {
			return kb.Governor, "GOV"
		}
		return kb.StateOfficial, "GOV"
	case class == kb.HeadOfGovernment && (strings.HasPrefix(t, "first minister") || strings.HasPrefix(t, "chief minister")) && country != "SWZ":
		return kb.Governor, "GOV"
	case class == kb.HeadOfGovernment && partRE.MatchString(t) && !strings.HasSuffix(t, " of "+name) && !strings.Contains(t, "ministers"):
		return kb.Governor, "GOV" // "Premier of Alberta"
	case class == kb.IGOHead && !bodies[country]:
		if secretRE.MatchString(t) {
			return kb.Intelligence, "SPY"
		}
		return kb.StateOfficial, "GOV"
	}
	if !national && (class == kb.HeadOfState || class == kb.HeadOfGovernment || class == kb.VicePresident) {
		return kb.Governor, "GOV"
	}
	if !national && (class == kb.ForeignMinister || class == kb.DefenceMinister || class == kb.InteriorMinister || class == kb.FinanceMinister || class == kb.JusticeMinister || class == kb.CentralBank) {
		return kb.Minister, "GOV"
	}
	return class, sector
}

// regionOf finds presidents of parts of a state.
var (
	regionOf = regexp.MustCompile(`(province|region|community|generalitat|catalonia|lombardy|veneto|sicily|sardinia|abruzzo|umbria|republika|kurdistan|scotland|anjouan|bougainville|kashmir|zanzibar|canton|tatarstan|chechnya|basque|galicia|andalusia)`)
	partRE   = regexp.MustCompile(`^(prime minister|premier|minister president|head of government|president of the government) of `)
	secretRE = regexp.MustCompile(`intelligence|security service|directorate of security|secret`)
)

// bodies are the actor codes that stand for bodies of many states.
var bodies = map[string]bool{"UNO": true, "EUR": true, "IGO": true, "NGO": true}

// actorOf gives the actor code of an office in an international body.
func actorOf(title string) string {
	t := kb.Fold(title)
	switch {
	case strings.Contains(t, "european") && !strings.Contains(t, "court of human"), strings.HasPrefix(t, "high representative"), strings.Contains(t, " eu "):
		return "EUR"
	case strings.Contains(t, "united nations"), strings.Contains(t, "international court of justice"), strings.Contains(t, "world health"), strings.Contains(t, "atomic"), strings.HasPrefix(t, "un "), strings.Contains(t, " un "),
		strings.Contains(t, "unesco"), strings.Contains(t, "unicef"), strings.Contains(t, "iaea"), strings.Contains(t, "high commissioner for"), strings.Contains(t, "under secretary general"), strings.Contains(t, "international monetary"), strings.Contains(t, "world bank"):
		return "UNO"
	}
	return "IGO"
}
