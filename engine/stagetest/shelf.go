package stagetest

import (
	"strings"

	"annals/engine/doc"
)

// Item is one odd document of the shelf; Doc makes it anew.
type Item struct {
	Name string
	Doc  func() *doc.Document
}

// paragraph is a plain piece of news with a date, a quotation and a pronoun.
const paragraph = "Ostland's foreign minister, Mara Iven, met her Norvian counterpart in Port Mara on Tuesday. " +
	"“We don't want a war,” she said. The two agreed to talk again in May, according to Gen. T. Orlo of the U.N. mission.\n\n"

// Shelf is the shelf of odd documents. All are invented.
func Shelf() []Item {
	var items []Item
	add := func(name, title, body string) {
		items = append(items, Item{name, func() *doc.Document {
			d := &doc.Document{ID: "shelf", Title: title, Text: body, Outlet: "The Odd Post", Published: doc.MakeDay(2023, 10, 17), PublishedBasis: "input"}
			if title != "" {
				d.Text = title + "\n\n" + body
				d.Body = int32(len(title) + 2)
			}
			return d
		}})
	}
	add("empty", "", "")
	add("spaces only", "", " \n\t \r\n  ")
	add("one letter", "", "A")
	add("one word", "", "Talks")
	add("punctuation only", "", "... ?! — “” () [] {} '' \"\" ,,, ;;; --- . . . !")
	add("quotation marks only", "", "\"\"\"\"\"\" ‘‘’’ “”“” «»")
	add("title only", "Norvia and Ostland sign truce", "")
	add("title that stops", "Truce signed. War over?", "ARLAND CITY, March 20 (ONA) - Norvia signed a truce.")
	add("plain", "Ministers meet in Port Mara", paragraph+"He thanked them.")
	add("no final stop", "", "The president of Norvia visited Ostland on Monday and met")
	add("no punctuation at all", "", strings.Repeat("the troops of ostland crossed the border and norvia answered with fire ", 120))
	add("one long sentence", "", "Norvia said "+strings.Repeat("that Ostland had sent troops, ", 2000)+"and stopped.")
	add("one very long word", "", strings.Repeat("x", 20000))
	add("a thousand stops", "", strings.Repeat(". ", 1000))
	add("deep quotations", "", strings.Repeat("“He said: ‘", 60)+"stop"+strings.Repeat("’”", 60)+".")
	add("unclosed quotation", "", "“We will never leave, the general said. His troops stayed. Nobody answered.")
	add("deep brackets", "", strings.Repeat("(the ", 300)+"end"+strings.Repeat(")", 300))
	add("carriage returns", "Truce holds", "Norvia kept quiet.\r\nOstland did too.\r\n\r\nNo shots were heard.\r")
	add("hard wraps", "", "The government of Norvia told reporters in Arland City on Monday that\nit would send aid to the coast of Ostland, where a storm had cut off\nseveral villages. The ministers of both states will meet on Friday to\ntalk about it.")
	add("control characters", "", "Nor\x00via \x01\x02attacked\x7f Ostland\x1b[0m.\u0085\u200bIt\u200d ended\ufeff.")
	add("broken UTF-8", "", "Norvia \xff\xfe attacked \xc3\x28 Ostl\xe2\x82and\xf0\x9f. \x80\x80It ended.\xe2")
	add("emoji", "", "Norvia 🎉 won 👩‍👩‍👧‍👦 the cup 🇳🇴🇸🇪👍🏽! ❤️ Everyone cheered😀😀.")
	add("combining marks", "", "Ambassador Jose\u0301 Nu\u0301n\u0303ez a\u0300\u0301\u0302\u0303 met Đỗ Mười. \u0301\u0301")
	add("right to left", "", "قال الوزير إن المحادثات انتهت. שר החוץ ביקר ב-\u200fארלנד. The minister “السلام” said؟ نعم.")
	add("no spaces", "", "外交部长星期二会见了诺维亚总统。双方同意继续谈判。")
	add("mixed scripts", "", "Министр Иванов visited Ωmega Corp. in Αθήνα. Ελλάδα agreed.")
	add("numbers", "", "1,234.56 -7 +3% $5.7bn US$5 €3m £2.50 9/11 20/10/2023 1970-1971 3-4 713-555-0100 .5 5. 1.2.3.4 10° ½ № 5 ²")
	add("table of numbers", "", strings.Repeat("12\t14.5\t-3\t1,200\n", 50))
	add("lists", "", "Agenda:\n- Truce\n- Prisoners; water\n• Borders\n1. Maps\n2) Rivers\n(c) Aid")
	add("headings", "Two states talk", "Norvia's minister came by train on Monday.\n\nA long road\n\nThe talks went on for two days. They ended well.\n\nNext steps\n\nNobody knows.")
	add("colophons", "Two states talk", "PORT MARA (ONA) — The talks ended.\n\n© 2023 ONA. All rights reserved.\n\nReporting by Mara Iven; Editing by T. Orlo\n\n*With AFP")
	add("addresses", "", "See https://example.org/a_(b)?c=d&e=f. Mail mara.iven@example.org, or www.example.org/x. @iven #truce file.pdf")
	add("abbreviations", "", "Gen. J. R. Orlo Jr. of the U.S.S. Mara, aged 5 ft. 4 in., left at 5 p.m. He met Dr. Iven, Ph.D. In the U.S. The end.")
	add("contractions", "", "I'd've said they can't, won't, shan't; it's o'clock. Y'all're gonna see 'em in the '90s: rock 'n' roll, cannot, CAN'T, don’t, Iven's, boys'.")
	add("hyphens", "", "A pro-Western, 70-year-old ex-president-elect of the anti--war party re-elected — well-known- -and -hyphen-\u2011-ed.")
	add("upper case", "", "NORVIA ATTACKS OSTLAND. PRESIDENT IVEN VOWS REVENGE! U.N. TO MEET? YES.")
	add("lower case", "", "norvia attacks ostland. president iven vows revenge! u.n. to meet? yes.")
	add("stray stops", "", "Norvia announced. from its news agency . that Ostland , had left..The end.Then war.")
	add("line separators", "", "One.\u2028Two.\u2029Three.\vFour.\fFive.\u0085Six.")
	add("days in words", "", "On Monday, March 20, 2023, at 5:30 p.m., yesterday, two weeks ago, since 2014, in the 1990s, next year, 30 February.")
	add("places in words", "", "In Port Mara, Norvia; near Washington, D.C., in Georgia and 40 km north of Springfield, Ill., U.S.")
	add("negations", "", "Norvia did not deny that it had never refused to not attack. Neither side has, it says, no plans.")
	add("body offset at the end", "Only a title\n", "")
	items = append(items, Item{"body offset beyond the text", func() *doc.Document {
		return &doc.Document{Title: "x", Text: "Norvia left.", Body: 4000}
	}})
	return items
}
