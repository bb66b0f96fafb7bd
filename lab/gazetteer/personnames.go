package gazetteer

import (
	"regexp"
	"slices"
	"strings"

	"annals/kb"
)

// chineseSurnames are those common enough to tell that the first word of a
// name in Latin letters is the surname; two-syllable ones are rare.
var chineseSurnames = strings.Fields("ai an bai bao bi bian bo cai cao cen chai chan chang chao che chen cheng cheung chi chiang chien chin chiu cho chou chow chu chuang chui chung cui dai deng ding dong du duan fan fang fei feng fong fu fung gan gao ge geng gong gu guan guo han hao he ho hong hou hsia hsiao hsieh hsu hu hua huang hui hung huo ji jia jian jiang jiao jin jing kan kang ke kong koo ku kuan kung kuo kwan kwok lai lam lan lau law lee lei leung li lian liang liao lien lim lin ling liu lo long lou lu lui luk luo lv ma mai man mao mei meng miao mo mu ng ni nie niu ong ou ouyang pan pang pei peng pi ping poon pu qi qian qiao qin qiu qu quan ren rong ruan shang shao shen sheng shi shih shum shu si sima siu song su sun sung szeto tai tam tan tang tao teng tian ting to tong tsai tsang tse tseng tu tung wan wang wei wen weng wong woo wu xi xia xiang xiao xie xing xiong xu xue yan yang yao ye yeh yeung yi yin yip you yu yuan yue yuen yun zang zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zong zou zuo")

var koreanSurnames = strings.Fields("ahn an bae baek bang byun cha chae chang che cheon cho choe choi chon chong choo chu chun chung eom gang gil go gong gu guk gwak gwon ha ham han heo ho hong hwang hyon hyun im jang jeon jeong jin jo jon jong joo ju jun jung kang ki kil kim ko kong koo ku kwak kwon lee lim ma maeng min moon mun myung na nam noh oh ok pae paek pak pang park pyon pyun ra rho ri rim ro ryang ryu seo seok seol shim shin sim sin so son song suh suk sung tae tak u um wang woo yang yeo yi yim yo yom yoo yoon you yu yun")

// particles belong to the surname behind them.
var particles = map[string]bool{"van": true, "von": true, "der": true, "den": true, "de": true, "da": true, "do": true, "dos": true, "das": true, "di": true, "del": true, "della": true,
	"la": true, "le": true, "du": true, "des": true, "ter": true, "ten": true, "zu": true, "af": true, "bin": true, "ibn": true, "bint": true, "ben": true, "ould": true, "al": true, "el": true, "ul": true, "ad": true, "as": true, "ash": true, "an": true, "ar": true, "abu": true, "ap": true, "y": true, "e": true, "san": true, "mac": true}

var articles = map[string]bool{"al": true, "el": true, "ul": true, "ad": true, "as": true, "ash": true, "an": true, "ar": true, "at": true, "az": true}

var spanish = map[string]bool{"ESP": true, "MEX": true, "ARG": true, "COL": true, "PER": true, "VEN": true, "CHL": true, "ECU": true, "GTM": true, "CUB": true, "BOL": true, "DOM": true, "HND": true, "PRY": true, "SLV": true, "NIC": true, "CRI": true, "PAN": true, "URY": true, "GNQ": true}

// firstName are the countries where the first word is the short form, or is
// so as often as the last.
var firstName = map[string]bool{"ETH": true, "ERI": true, "ISL": true, "IDN": true, "MYS": true, "THA": true, "LKA": false, "BRN": true, "SOM": false}

// personAliases adds the full names, the variants by rule and the short form
// of a person.
func (b *builder) personAliases(id kb.EntityID, p *person, country string) {
	names := append([]string{p.name}, p.others...)
	for i, n := range names {
		n = strings.TrimSpace(bracketRE.ReplaceAllString(n, ""))
		if plain, _, ok := strings.Cut(n, " of "); ok {
			b.personAlias(id, kb.Fold(n), kb.Variant, p.source)
			n = plain // "Abdullah II of Jordan"
		}
		words := strings.Fields(kb.Fold(n))
		if len(words) == 0 || len(words) > 9 {
			continue
		}
		kind := kb.Variant
		if i == 0 {
			kind = kb.Common
		}
		if len(words) == 1 {
			kind = kb.Surname
		}
		b.personAlias(id, strings.Join(words, " "), kind, p.source)
		b.umlauts(id, n, p.source)
		words = trimTitles(words)
		b.variants(id, words, country, p.source)
		b.endings(id, words, p.source)
		if i < 4 {
			for _, s := range shortForms(words, country, p.caps, b) {
				b.personAlias(id, s, kb.Surname, p.source)
			}
		}
	}
	for _, s := range p.short {
		b.personAlias(id, kb.Fold(s), kb.Surname, srcNotable)
	}
	if p.caps != "" {
		b.personAlias(id, kb.Fold(p.caps), kb.Surname, p.source)
	}
	b.royal(id, p)
	if transcribed[country] {
		for i, n := range names {
			if words := trimTitles(strings.Fields(kb.Fold(n))); len(words) > 1 && i < 3 {
				b.variantKey(id, strings.Join(words, " "), kb.Variant, p.source)
				if len(words) > 2 && !articles[words[len(words)-2]] && words[len(words)-2] != "bin" {
					b.variantKey(id, words[0]+" "+words[len(words)-1], kb.Variant, p.source)
				}
				if i == 0 && len(words[len(words)-1]) > 4 {
					b.variantKey(id, words[len(words)-1], kb.Surname, p.source)
				}
			}
		}
	}
}

// transcribed are the countries whose names come in many spellings, being
// written in other alphabets at home.
var transcribed = map[string]bool{"RUS": true, "UKR": true, "BLR": true, "KAZ": true, "KGZ": true, "TJK": true, "UZB": true, "TKM": true, "AZE": true, "ARM": true, "GEO": true, "BGR": true, "SRB": true, "MKD": true,
	"EGY": true, "SYR": true, "IRQ": true, "IRN": true, "LBN": true, "JOR": true, "PSE": true, "SAU": true, "YEM": true, "OMN": true, "ARE": true, "QAT": true, "KWT": true, "BHR": true, "LBY": true, "TUN": true, "DZA": true, "MAR": true, "SDN": true, "MRT": true, "SOM": true, "AFG": true, "PAK": true, "BGD": true, "ISR": true, "DJI": true, "TCD": true, "MLI": true, "NER": true, "SEN": true, "MDV": true}

// variantKey indexes a name by its evened-out spelling.
func (b *builder) variantKey(id kb.EntityID, folded string, kind kb.AliasKind, src uint16) {
	key := kb.VariantKey(folded)
	k := aliasKey{"\x02" + key, id, kb.Variant, 0}
	if _, ok := b.seen[k]; ok || key == "" {
		return
	}
	b.seen[k] = len(b.aliases)
	b.aliases = append(b.aliases, kb.Alias{Folded: "\x02" + key, Hit: kb.Hit{Entity: id, Kind: kind, Source: src}})
}

// personAlias adds a folded name; the case of the print is left to the caller.
func (b *builder) personAlias(id kb.EntityID, folded string, kind kb.AliasKind, src uint16) {
	if len(folded) < 2 || articles[folded] || particles[folded] && kind == kb.Surname {
		return
	}
	h := kb.Hit{Entity: id, Kind: kind, Source: src}
	if _, ok := b.common[folded]; ok || kind == kb.Surname && b.usual[folded] {
		h.Common = true
	}
	for _, k := range []kb.AliasKind{kb.Common, kb.Surname, kb.Variant} {
		if _, ok := b.seen[aliasKey{folded, id, k, 0}]; ok {
			return
		}
	}
	b.seen[aliasKey{folded, id, kind, 0}] = len(b.aliases)
	b.aliases = append(b.aliases, kb.Alias{Folded: folded, Hit: h})
}

// trimTitles leaves out generations and honours.
func trimTitles(words []string) []string {
	var out []string
	for i, w := range words {
		switch w {
		case "jr", "sr", "iii", "iv":
			continue
		case "ii":
			if len(words) > 2 {
				continue
			}
		case "sir", "dr", "dame", "lord", "baroness", "sheikh", "shaykh", "prince", "princess", "general", "mullah", "haji", "tan", "datuk", "dato", "seri", "tun", "ayatollah", "cardinal":
			if i == 0 && len(words) > 2 || (w == "seri" || w == "sri") && len(out) == 0 && len(words) > 2 {
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// umlauts adds the German spelling with e for a name with ä, ö or ü.
func (b *builder) umlauts(id kb.EntityID, name string, src uint16) {
	r := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "å", "aa", "Å", "Aa", "ø", "oe", "Ø", "Oe").Replace(name)
	if r != name {
		words := strings.Fields(kb.Fold(r))
		b.personAlias(id, strings.Join(words, " "), kb.Variant, src)
		if len(words) > 1 {
			b.personAlias(id, words[len(words)-1], kb.Surname, src)
		}
	}
}

// variants adds full names without the middle words, without the Arabic
// article, with joined given names, and in the other order.
func (b *builder) variants(id kb.EntityID, w []string, country string, src uint16) {
	n := len(w)
	if n < 2 {
		return
	}
	add := func(words ...string) {
		if len(words) > 1 {
			b.personAlias(id, strings.Join(words, " "), kb.Variant, src)
		}
	}
	add(w...)
	var bare []string
	for _, x := range w {
		if !articles[x] {
			bare = append(bare, x)
		}
	}
	if len(bare) < n {
		add(bare...)
		// "el sisi", "al sisi": the article in its other spelling
		for i, x := range w {
			if articles[x] && i > 0 {
				other := slices.Clone(w)
				other[i] = "al"
				if x == "al" {
					other[i] = "el"
				}
				add(other...)
				break
			}
		}
	}
	switch country {
	case "CHN", "TWN", "HKG", "SGP", "KOR", "PRK":
		if n == 3 {
			add(w[0], w[1]+w[2])
			if surnameFirst(w, country) {
				add(w[1], w[2], w[0])
			}
		}
		return
	case "JPN":
		if n == 2 {
			add(w[1], w[0])
		}
		return
	case "VNM", "KHM", "LAO", "MMR", "THA", "ETH", "ERI", "IDN", "MYS":
		return
	case "HUN":
		if n == 2 {
			add(w[1], w[0])
		}
	}
	last := surnameWords(w)
	if start := n - len(last); start > 1 {
		add(append([]string{w[0]}, last...)...) // without middle names
		if start == 2 && len(w[0]) > 1 && b.usual[w[1]] && !spanish[country] {
			add(w[1:]...) // "Tayyip Erdogan"
		}
		if len(w[0]) == 1 {
			add(w[1:]...)
		}
	}
	if spanish[country] && n >= 3 {
		if f := spanishFirst(w, b); f > 0 && f < n-1 {
			add(w[:f+1]...)
			add(w[0], w[f])
			add(append([]string{w[0]}, w[f:]...)...)
		}
	}
}

// surnameFirst reports whether the first word of a Chinese or Korean name is
// its surname.
func surnameFirst(w []string, country string) bool {
	list := chineseSurnames
	if country == "KOR" || country == "PRK" {
		list = koreanSurnames
	}
	return slices.Contains(list, w[0]) && !(len(w) == 2 && slices.Contains(list, w[1]) && !slices.Contains(list, w[0]))
}

// surnameWords gives the last word with the particles before it.
func surnameWords(w []string) []string {
	i := len(w) - 1
	for i > 1 && particles[w[i-1]] {
		i--
	}
	return w[i:]
}

// spanishFirst finds the first of two surnames: the word behind the given
// names.
func spanishFirst(w []string, b *builder) int {
	n := len(w)
	if n < 3 || particles[w[n-2]] {
		return n - 1
	}
	if n == 3 {
		if b.usual[w[1]] && b.given[w[1]] != 0 {
			if _, alsoSurname := b.surname[w[1]]; !alsoSurname {
				return 2
			}
		}
		return 1
	}
	return n - 2
}

// shortForms gives the words by which a person is called after the first
// mention, by the custom of the country.
func shortForms(w []string, country, caps string, b *builder) []string {
	n := len(w)
	if n < 2 {
		return nil
	}
	var out []string
	switch country {
	case "CHN", "TWN", "HKG", "SGP", "KOR", "PRK", "MAC":
		if surnameFirst(w, country) {
			out = append(out, w[0])
			if country == "HKG" || country == "SGP" {
				break
			}
			return out
		}
	case "VNM":
		return []string{w[n-1]}
	case "KHM":
		return []string{strings.Join(w, " "), w[n-1]}
	case "MMR":
		if n > 2 {
			return []string{w[n-2] + " " + w[n-1]}
		}
		return []string{w[0]}
	}
	if i := slices.Index(w, "abu"); i >= 0 && i+1 < n {
		out = append(out, strings.Join(w[i:], " "))
		if i > 0 {
			out = append(out, w[n-1])
		}
		return out
	}
	if firstName[country] {
		out = append(out, w[0])
		if country == "ISL" {
			return append(out, w[n-1])
		}
	}
	if caps != "" {
		out = append(out, kb.Fold(caps))
	}
	last := surnameWords(w)
	if len(last) > 1 {
		out = append(out, strings.Join(last, " "))
	}
	out = append(out, w[n-1])
	if spanish[country] && n >= 3 {
		if f := spanishFirst(w, b); f > 0 && f < n-1 {
			out = append(out, w[f], w[f]+" "+w[n-1])
		}
	}
	if (country == "BRA" || country == "PRT" || country == "AGO" || country == "MOZ") && n >= 3 && !particles[w[n-2]] {
		out = append(out, w[n-2]+" "+w[n-1])
	}
	return out
}

// royal adds "King X" and the like for those who reign.
func (b *builder) royal(id kb.EntityID, p *person) {
	switch homeOf(p) {
	case "QAT", "ARE", "KWT", "BHR":
		if w := strings.Fields(kb.Fold(p.name)); p.gender != 'f' && len(w) > 2 && slices.ContainsFunc(p.offices, func(o kb.Office) bool { return kb.Rank(o.Class) >= 13 }) {
			b.personAlias(id, "sheikh "+w[0], kb.Variant, p.source)
			if w[1] == "bin" {
				b.personAlias(id, w[0]+" bin "+w[2], kb.Variant, p.source)
				b.personAlias(id, "sheikh "+w[0]+" bin "+w[2], kb.Variant, p.source)
			}
		}
	}
	for _, o := range p.offices {
		title := ""
		t := kb.Fold(o.Title)
		for _, x := range []string{"king", "queen", "emperor", "empress", "sultan", "emir", "pope", "grand duke", "crown prince", "prince"} {
			if strings.HasPrefix(t, x) || strings.HasPrefix(t, "amir") && x == "emir" {
				title = x
				break
			}
		}
		if t == "monarch" || strings.HasPrefix(t, "monarch of") {
			title = "king"
			if p.gender == 'f' {
				title = "queen"
			}
		}
		if title == "" {
			continue
		}
		plain, _, _ := strings.Cut(p.name, " of ")
		words := strings.Fields(kb.Fold(plain))
		if len(words) == 0 {
			return
		}
		if words[0] == title && len(words) > 1 {
			words = words[1:]
		}
		full := strings.Join(words, " ")
		b.personAlias(id, title+" "+full, kb.Variant, p.source)
		short := full
		if len(words) > 1 && numeralRE.MatchString(words[1]) {
			short = words[0]
			b.personAlias(id, words[0]+" "+words[1], kb.Variant, p.source)
		}
		if title != "prince" || len(words) < 3 {
			b.personAlias(id, title+" "+words[0], kb.Variant, p.source)
			b.personAlias(id, title+" "+short, kb.Variant, p.source)
		}
		if len(words) == 1 || short != full {
			b.personAlias(id, short, kb.Surname, p.source)
		}
	}
}

// slavicEnds are the spellings of one ending in Latin letters.
var slavicEnds = []string{"skyy", "skyi", "skiy", "skii", "sky", "ski"}

// endings adds the other spellings of names such as Zelenskyy.
func (b *builder) endings(id kb.EntityID, w []string, src uint16) {
	n := len(w)
	if n < 2 {
		return
	}
	for _, end := range slavicEnds {
		stem, ok := strings.CutSuffix(w[n-1], end)
		if !ok {
			continue
		}
		if end == "ski" {
			return // Polish and Macedonian names have one spelling
		}
		for _, other := range slavicEnds {
			b.personAlias(id, stem+other, kb.Surname, src)
			b.personAlias(id, strings.Join(w[:n-1], " ")+" "+stem+other, kb.Variant, src)
			if w[0] == "volodymyr" {
				b.personAlias(id, "vladimir "+stem+other, kb.Variant, src)
			}
		}
		return
	}
}

var numeralRE = regexp.MustCompile(`^[ivx]+$`)
