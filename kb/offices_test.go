package kb

import (
	"slices"
	"strings"
	"testing"
)

// holderRows are offices with a day and a name of the one who held it.
const holderRows = `
head-of-state USA 2022-11-01 Joe Biden
head-of-state USA 2025-02-01 Donald Trump
vice-president USA 2025-02-01 JD Vance
foreign-minister USA 2024-12-01 Antony Blinken
foreign-minister USA 2025-12-01 Marco Rubio
defence-minister USA 2025-03-10 Pete Hegseth
interior-minister USA 2023-05-01 Alejandro Mayorkas
finance-minister USA 2025-04-02 Scott Bessent
head-of-government GBR 2022-12-01 Rishi Sunak
head-of-government GBR 2024-09-01 Keir Starmer
foreign-minister GBR 2024-02-01 David Cameron
foreign-minister GBR 2025-03-01 David Lammy
interior-minister GBR 2025-10-01 Shabana Mahmood
finance-minister GBR 2023-01-10 Jeremy Hunt
head-of-government FRA 2023-06-01 Elisabeth Borne
head-of-government FRA 2024-10-10 Michel Barnier
head-of-government FRA 2025-03-01 François Bayrou
interior-minister FRA 2025-01-10 Bruno Retailleau
head-of-government DEU 2024-01-10 Olaf Scholz
head-of-government DEU 2025-07-01 Friedrich Merz
foreign-minister DEU 2025-07-01 Johann Wadephul
defence-minister DEU 2022-09-01 Christine Lambrecht
finance-minister DEU 2025-07-01 Lars Klingbeil
head-of-government CAN 2025-02-01 Justin Trudeau
head-of-government CAN 2025-05-01 Mark Carney
defence-minister CAN 2024-06-01 Bill Blair
head-of-government JPN 2024-08-01 Fumio Kishida
head-of-government JPN 2025-05-01 Shigeru Ishiba
head-of-government JPN 2025-11-10 Sanae Takaichi
foreign-minister JPN 2024-03-01 Yoko Kamikawa
defence-minister JPN 2024-03-01 Minoru Kihara
head-of-state KOR 2024-11-01 Yoon Suk-yeol
head-of-state KOR 2025-08-01 Lee Jae-myung
foreign-minister KOR 2023-03-01 Park Jin
head-of-government POL 2023-10-01 Mateusz Morawiecki
head-of-government POL 2024-10-01 Donald Tusk
head-of-state POL 2025-07-01 Andrzej Duda
defence-minister POL 2023-03-01 Mariusz Błaszczak
interior-minister IND 2024-03-01 Amit Shah
foreign-minister IND 2023-09-19 Subrahmanyam Jaishankar
head-of-government CHN 2022-12-01 Li Keqiang
head-of-government CHN 2024-06-01 Li Qiang
defence-minister CHN 2023-06-02 Li Shangfu
defence-minister CHN 2024-06-02 Dong Jun
foreign-minister RUS 2025-02-18 Sergei Lavrov
defence-minister RUS 2025-02-18 Andrei Belousov
head-of-government RUS 2024-01-10 Mikhail Mishustin
head-of-government UKR 2024-01-10 Denys Shmyhal
head-of-government UKR 2025-09-10 Yulia Svyrydenko
defence-minister UKR 2023-03-10 Oleksii Reznikov
foreign-minister UKR 2025-03-01 Andrii Sybiha
head-of-government ISR 2022-08-10 Yair Lapid
defence-minister ISR 2024-05-10 Yoav Gallant
defence-minister ISR 2025-05-10 Israel Katz
head-of-state IRN 2024-06-01 Mohammad Mokhber
head-of-state IRN 2025-06-01 Masoud Pezeshkian
foreign-minister IRN 2023-03-10 Hossein Amirabdollahian
interior-minister TUR 2023-01-10 Suleyman Soylu
foreign-minister TUR 2024-01-10 Hakan Fidan
foreign-minister SYR 2024-01-10 Faisal Mekdad
head-of-state SYR 2025-05-10 Ahmed al-Sharaa
head-of-state LBN 2025-05-10 Joseph Aoun
head-of-government LBN 2024-05-10 Najib Mikati
head-of-government IRQ 2023-05-10 Mohammed Shia al-Sudani
foreign-minister EGY 2025-01-10 Badr Abdelatty
head-of-government PAK 2023-10-10 Anwaar ul Haq Kakar
foreign-minister PAK 2023-01-10 Bilawal Bhutto Zardari
foreign-minister BGD 2023-01-10 A. K. Abdul Momen
head-of-government THA 2009-05-01 Abhisit Vejjajiva
foreign-minister THA 2025-11-01 Sihasak Phuangketkeow
head-of-state MMR 2025-03-28 Min Aung Hlaing
head-of-state VNM 2024-06-20 To Lam
defence-minister IDN 2023-06-20 Prabowo Subianto
head-of-state TWN 2024-01-10 Tsai Ing-wen
head-of-government NZL 2023-06-10 Chris Hipkins
foreign-minister NLD 2024-09-10 Caspar Veldkamp
head-of-government BEL 2025-04-10 Bart De Wever
foreign-minister BEL 2023-04-10 Hadja Lahbib
head-of-government SRB 2025-06-10 Djuro Macut
head-of-state HUN 2025-06-10 Tamas Sulyok
foreign-minister NOR 2024-06-10 Espen Barth Eide
foreign-minister LTU 2024-06-10 Gabrielius Landsbergis
head-of-government EST 2025-06-10 Kristen Michal
foreign-minister COL 2023-06-10 Álvaro Leyva
foreign-minister COL 2025-03-10 Laura Sarabia
head-of-government PER 2024-06-10 Gustavo Adrianzén
head-of-state PER 2020-12-10 Francisco Sagasti
foreign-minister VEN 2024-08-10 Yván Gil
head-of-government HTI 2023-10-10 Ariel Henry
foreign-minister COD 2025-02-10 Thérèse Kayikwamba Wagner
foreign-minister KEN 2024-02-10 Musalia Mudavadi
foreign-minister NAM 2025-06-10 Selma Ashipala-Musavyi
defence-minister ZAF 2025-06-10 Angie Motshekga
foreign-minister DZA 2025-06-10 Ahmed Attaf
`

// TestHoldersFirst asks for the holder on a day: the one who held the office
// comes first, before those whose end no table knows.
func TestHoldersFirst(t *testing.T) {
	b := base(t)
	for _, row := range strings.Split(strings.TrimSpace(holderRows), "\n") {
		f := strings.SplitN(row, " ", 4)
		day, _ := ParseDate(f[2], false)
		list := b.Holders(f[0], f[1], day, nil)
		if len(list) == 0 {
			t.Errorf("%s: nobody", row)
			continue
		}
		named := slices.ContainsFunc(b.Lookup(FoldKey(f[3])), func(h Hit) bool { return h.Entity == list[0].Person })
		if !named {
			t.Errorf("%s: first is %s, %s from %s", row, b.Entity(list[0].Person).Name, list[0].Title, list[0].From)
		}
	}
}

// TestOfficeOfDay asks what office somebody held on a day.
func TestOfficeOfDay(t *testing.T) {
	b := base(t)
	for _, x := range []struct{ name, day, class, country, sector string }{
		{"Christine Lambrecht", "2022-10-01", DefenceMinister, "DEU", "GOV"},
		{"Christine Lambrecht", "2023-06-01", "", "", ""},
		{"Wei Fenghe", "2023-02-01", DefenceMinister, "CHN", "GOV"},
		{"Wei Fenghe", "2023-06-01", "", "", ""},
		{"Wopke Hoekstra", "2023-01-01", ForeignMinister, "NLD", "GOV"},
		{"Wopke Hoekstra", "2024-06-01", IGOHead, "EUR", ""},
		{"Kaja Kallas", "2023-06-01", HeadOfGovernment, "EST", "GOV"},
		{"Kaja Kallas", "2025-06-01", IGOHead, "EUR", ""},
		{"Jens Stoltenberg", "2025-06-01", FinanceMinister, "NOR", "GOV"},
		{"Mark Rutte", "2024-03-01", HeadOfGovernment, "NLD", "GOV"},
		{"António Costa", "2025-02-01", IGOHead, "EUR", ""},
		{"Josep Borrell", "2023-10-20", IGOHead, "EUR", ""},
		{"Karim Khan", "2024-05-20", Judge, "IGO", "JUD"},
		{"Hassan Nasrallah", "2023-11-03", RebelLeader, "LBN", "REB"},
		{"Naim Qassem", "2025-01-10", RebelLeader, "LBN", "REB"},
		{"Joseph Aoun", "2023-01-10", Military, "LBN", "MIL"},
		{"Joseph Aoun", "2025-03-10", HeadOfState, "LBN", "GOV"},
		{"Herzi Halevi", "2024-01-10", Military, "ISR", "MIL"},
		{"Daniel Hagari", "2023-11-10", "", "ISR", "MIL"},
		{"Hossein Salami", "2024-04-14", Military, "IRN", "MIL"},
		{"Ebrahim Raisi", "2023-04-14", HeadOfState, "IRN", "GOV"},
		{"Maria Zakharova", "2024-05-10", Spokesperson, "RUS", "GOV"},
		{"Mao Ning", "2024-05-10", Spokesperson, "CHN", "GOV"},
		{"Karine Jean-Pierre", "2023-05-10", "", "USA", "GOV"},
		{"Alejandro Mayorkas", "2024-02-10", InteriorMinister, "USA", "GOV"},
		{"Alejandro Mayorkas", "2025-06-10", "", "", ""},
		{"Vyacheslav Volodin", "2024-02-10", Speaker, "RUS", "LEG"},
		{"Özgür Özel", "2025-04-10", "", "TUR", "OPP"},
		{"Prabowo Subianto", "2023-06-10", DefenceMinister, "IDN", "GOV"},
		{"Prabowo Subianto", "2025-06-10", HeadOfState, "IDN", "GOV"},
		{"Lee Jae-myung", "2023-09-10", "", "KOR", "OPP"},
		{"Lee Jae-myung", "2025-09-10", HeadOfState, "KOR", "GOV"},
		{"Iyad Ag Ghaly", "2024-09-10", RebelLeader, "MLI", "REB"},
		{"Zohran Mamdani", "2026-01-20", Mayor, "USA", "GOV"},
	} {
		day, _ := ParseDate(x.day, false)
		var id EntityID
		for _, h := range b.Lookup(FoldKey(x.name)) {
			if b.Entity(h.Entity).Kind == Person {
				id = h.Entity
				break
			}
		}
		if id == 0 {
			t.Errorf("%s: not known", x.name)
			continue
		}
		o, ok := b.OfficeOn(id, day)
		country, sectors := b.SectorsOn(id, day)
		switch {
		case x.country == "":
			if ok {
				t.Errorf("%s on %s: %q (%s to %s), want no office", x.name, x.day, o.Title, o.From, o.To)
			}
		case !ok:
			t.Errorf("%s on %s: no office", x.name, x.day)
		case x.class != "" && o.Class != x.class, country != x.country, len(sectors) > 0 && sectors[0] != x.sector, len(sectors) == 0 && x.sector != "":
			t.Errorf("%s on %s: %q %s of %s %v, want %s of %s %s", x.name, x.day, o.Title, o.Class, country, sectors, x.class, x.country, x.sector)
		}
	}
}

// TestOwnNames looks for bodies and places that tables lack and own tables add.
func TestOwnNames(t *testing.T) {
	b := base(t)
	for _, x := range []struct {
		name, country string
		kind          Kind
	}{
		{"Venice Commission", "IGO", Body},
		{"Institute for the Study of War", "USA", Body},
		{"Chatham House", "GBR", Body},
		{"Stockholm International Peace Research Institute", "SWE", Body},
		{"Palestine Red Crescent Society", "PSE", Body},
		{"World Economic Forum", "NGO", Body},
		{"International Olympic Committee", "NGO", Body},
		{"International Olive Council", "IGO", Body},
		{"Nuclear Suppliers Group", "IGO", Body},
		{"Levada Center", "RUS", Body},
		{"Geneva", "CHE", City},
	} {
		list := find(b, x.name, x.kind)
		if len(list) == 0 || list[0].Country != x.country {
			t.Errorf("%s: %v, want one of %s", x.name, list, x.country)
		}
	}
}
