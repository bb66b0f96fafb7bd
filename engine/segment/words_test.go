package segment

import (
	"strings"
	"testing"

	"annals/engine/doc"
)

// words are the tokens of a document with spaces between them.
func words(d *doc.Document) string {
	var b strings.Builder
	for i := range d.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(d.Form(int32(i)))
	}
	return b.String()
}

func TestWords(t *testing.T) {
	s := english(t)
	for _, c := range []struct{ text, want string }{
		// contractions and clitics
		{"She didn't go; it's Arland's.", "She did n't go ; it 's Arland 's ."},
		{"They’re sure Norvia’s won’t.", "They ’re sure Norvia ’s wo n’t ."},
		{"I'm, we'll, I'd, you've can't CAN'T", "I 'm , we 'll , I 'd , you 've ca n't CA N'T"},
		{"He cannot say he's gonna go. CANNOT", "He can not say he 's gon na go . CAN NOT"},
		{"the ministers' cars in the 1990's and '60s", "the ministers ' cars in the 1990's and '60s"},
		{"O'Mara's coup d'état", "O'Mara 's coup d'état"},
		{"2023's vote", "2023 's vote"},
		// hyphens and strokes
		{"a pro-Norvian, 70-year-old ex-minister", "a pro-Norvian , 70 - year - old ex-minister"},
		{"an Ostland-backed anti-war re-election", "an Ostland - backed anti-war re-election"},
		{"in 2019-2020 or 5-10 days after 9/11 on 20/10/2023", "in 2019 - 2020 or 5 - 10 days after 9/11 on 20/10/2023"},
		{"call 555-0134 or 207-555-0134", "call 555-0134 or 207-555-0134"},
		{"and/or men/women", "and / or men / women"},
		{"the truce—now dead—was 10–12 days old -- well", "the truce — now dead — was 10 – 12 days old -- well"},
		// numbers, money, units
		{"It cost $5.7bn, US$3m, €40 or 1,250,000 Rs500 up 5.7%.", "It cost $ 5.7 bn , US$ 3 m , € 40 or 1,250,000 Rs 500 up 5.7 % ."},
		{"at 5:30pm, 9am, 40km away", "at 5:30 pm , 9 am , 40 km away"},
		{"the 19th of the 1990s, a 5G net", "the 19th of the 1990s , a 5G net"},
		{"notes [18,19] and 1,00,000", "notes [ 18 , 19 ] and 1,00,000"},
		{"a .5 share at -3", "a .5 share at - 3"},
		// abbreviations
		{"Gen. T. Orlo of the U.S. met Dr. Iven, Ph.D.", "Gen. T. Orlo of the U.S. met Dr. Iven , Ph.D."},
		{"U.N.-backed talks, e.g. at 5 p.m. on Sept. 20", "U.N. - backed talks , e.g. at 5 p.m. on Sept. 20"},
		{"Resolution No. 5 says no. It ends.", "Resolution No. 5 says no . It ends ."},
		{"They met on Sun. They left.", "They met on Sun . They left ."},
		{"Oil Corp. and Bread Inc. split", "Oil Corp. and Bread Inc. split"},
		{"J.R. Orlo and J. Smith", "J.R. Orlo and J. Smith"},
		{"So said I. He left.", "So said I . He left ."},
		// addresses
		{"See https://annals.example/a_(b)?c=d, or mail mara.iven@ostland.example.", "See https://annals.example/a_(b)?c=d , or mail mara.iven@ostland.example ."},
		{"(www.ostland.example/news) and ostpost.com.", "( www.ostland.example/news ) and ostpost.com ."},
		{"@iven wrote #truce", "@iven wrote #truce"},
		// quotation marks, brackets, dots
		{"“Go,” he said. \"No.\" 'Why?'", "“ Go , ” he said . \" No . \" ' Why ? '"},
		{"Wait... What?! (Now.) […]", "Wait ... What ?! ( Now . ) [ … ]"},
		{"S&P and AT&T", "S&P and AT&T"},
		{"it ended.The war", "it ended . The war"},
		// signs
		{"won 👩‍👩‍👧‍👦🇳🇴👍🏽!", "won 👩‍👩‍👧‍👦 🇳🇴 👍🏽 !"},
		{"Jose\u0301 left :)", "Jose\u0301 left :)"},
		{"a\u00a0b\u200bc\x00d", "a b c d"},
		{"bad \xff\xfe byte", "bad \xff\xfe byte"},
	} {
		if got := words(read(s, "", c.text)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
