package link_test

import (
	"os"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/engine/link"
	"annals/engine/mention"
	"annals/engine/segment"
	"annals/engine/stagetest"
	"annals/engine/syntax"
	"annals/kb"
)

// stages are the stages up to link, built from the real tables.
func stages(t *testing.T) []doc.Stage {
	t.Helper()
	tables := os.DirFS("../../lang/en")
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	seg, err := segment.New(tables)
	if err != nil {
		t.Fatal(err)
	}
	men, err := mention.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	lin, err := link.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	return []doc.Stage{seg, trees(t, model), men, lin}
}

func TestShelf(t *testing.T) {
	s := stages(t)
	stagetest.Run(t, s[2], s[:2]...)
	stagetest.Run(t, s[3], s[:3]...)
}

// want is what a mention should come to; an empty name or sector "-" is not asked.
type want struct{ words, name, country, sector string }

func TestLink(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		day, text string
		want      []want
	}{
		{"2019-06-01", "French President Emmanuel Macron met Justin Trudeau in Paris.", []want{
			{"Emmanuel Macron", "Emmanuel Macron", "FRA", "GOV"}, {"Justin Trudeau", "Justin Trudeau", "CAN", "GOV"}, {"Paris", "Paris", "FRA", ""}}},
		{"2023-05-02", "Barack Obama criticised the president of Brazil.", []want{
			{"Barack Obama", "Barack Obama", "USA", "ELI"}, {"president", "-", "BRA", "GOV"}}},
		{"2019-06-01", "Moscow accused Kyiv of breaking the truce.", []want{
			{"Moscow", "Russia", "RUS", "GOV"}, {"Kyiv", "Ukraine", "UKR", "GOV"}}},
		{"2019-06-01", "The Kremlin said its envoy had arrived in Beijing.", []want{
			{"Kremlin", "Russia", "RUS", "GOV"}, {"Beijing", "Beijing", "CHN", ""}}},
		{"2016-03-01", "FARC rebels attacked a police station in Cali.", []want{
			{"FARC rebels", "-", "COL", "REB"}, {"police station", "-", "COL", "COP"}}},
		{"2019-06-01", "Nigerian troops arrested twelve protesters in Lagos.", []want{
			{"Nigerian troops", "Nigerian troops", "NGA", "MIL"}, {"protesters", "protesters", "NGA", "CVL"}}},
		{"2019-06-01", "Russia's government praised the United Nations.", []want{
			{"government", "Russia", "RUS", "GOV"}, {"United Nations", "United Nations", "UNO", ""}}},
		{"2018-06-01", "The foreign minister of Russia called Chinese diplomats.", []want{
			{"foreign minister", "Sergey Lavrov", "RUS", "GOV"}, {"Chinese diplomats", "-", "CHN", "GOV"}}},
		{"2019-06-01", "Former minister Ola Norberg was jailed in Sweden.", []want{{"Ola Norberg", "Ola Norberg", "SWE", "ELI"}}},
		{"2019-06-01", "The Bar Association of Kenya met Italian judges.", []want{{"Bar Association of Kenya", "-", "KEN", ""}}},
		{"2019-06-01", "The Verkhovna Rada Committee on Health met Italian judges.", []want{{"Verkhovna Rada Committee on Health", "-", "UKR", "LEG"}}},
		{"2019-06-01", "The Union for Unity and Hope met Italian judges in Rome.", []want{{"Italian judges", "-", "ITA", "JUD"}}},
		{"2019-06-01", "Gunmen shot three lawmakers in Mali.", []want{
			{"Gunmen", "-", "", "UAF"}, {"lawmakers", "-", "MLI", "LEG"}}},
		{"2019-06-01", "Islamic State fighters left the village.", []want{{"Islamic State fighters", "Islamic State", "IMG", "REB"}}},
		{"2019-06-01", "Norway's supreme court rejected the appeal.", []want{{"supreme court", "-", "NOR", "JUD"}}},
		{"2020-12-01", "President-elect Joe Biden thanked NATO.", []want{
			{"Joe Biden", "Joe Biden", "USA", "OPP"}, {"NATO", "-", "IGO", ""}}},
		{"2019-06-01", "Saudi-led coalition warplanes struck Houthi positions in Sanaa.", []want{
			{"Saudi-led coalition warplanes", "-", "SAU", "MIL"}, {"Houthi positions", "-", "YEM", "REB"}}},
		{"2019-06-01", "Istanbul mayor Ola Norberg accused the government.", []want{
			{"Ola Norberg", "Ola Norberg", "TUR", "GOV"}, {"government", "Turkey", "TUR", "GOV"}}},
		{"2019-06-01", "North Korean leader Kim Jong Un spoke.", []want{{"Kim Jong Un", "Kim Jong-un", "PRK", "GOV"}}},
		{"2019-06-01", "Russian jets bombed Idlib.", []want{{"Russian jets", "Russian jets", "RUS", "MIL"}}},
		{"2019-06-01", "Dockers from the port of Oslo met Italian union leaders.", []want{{"Italian union leaders", "-", "ITA", "LAB"}}},
		{"2017-06-01", "The Russian and Chinese foreign ministers met in Vienna.", []want{
			{"Russian", "Sergey Lavrov", "RUS", "GOV"}, {"Chinese", "Wang Yi", "CHN", "GOV"}}},
		{"2019-06-01", "Foreign Minister Sergei Lawrow of Russia called.", []want{{"Sergei Lawrow", "Sergey Lavrov", "RUS", "GOV"}}},
		{"2019-06-01", "Opposition lawmakers in Kenya walked out.", []want{{"Opposition lawmakers", "-", "KEN", "OPP"}}},
		{"2019-06-01", "Union Carbide Corp sued a farmer.", []want{{"Union Carbide Corp", "Union Carbide", "USA", "BUS"}}},
		{"2003-05-06", "Blair met Mubarak on Monday.", []want{{"Blair", "Tony Blair", "GBR", "GOV"}, {"Mubarak", "Hosni Mubarak", "EGY", "GOV"}}},
		{"2023-10-20", "Guterres urged Israel to open the crossing.", []want{{"Guterres", "António Guterres", "UNO", ""}}},
		{"2023-10-20", "Blair met a farmer in Norway.", []want{{"Blair", "Blair", "NOR", ""}}}, // no longer in office, one of several
		{"2019-06-01", "A member of Iran's Expediency Council praised Oslo.", []want{{"member", "member of Iran's Expediency Council", "IRN", "GOV"}}},
		{"2019-06-01", "The spokesman for the rebels in Mali praised Oslo.", []want{{"spokesman", "spokesman for the rebels", "MLI", "REB"}}},
		{"2019-06-01", "The head of personnel in Norway praised Oslo.", []want{{"head", "-", "NOR", "GOV"}}},
		{"2019-06-01", "Women in Mexico praised the court.", []want{{"Women", "Women", "MEX", "CVL"}}},
		{"2019-06-01", "Shiite militiamen left Basra.", []want{{"Shiite militiamen", "Shiite militiamen", "IRQ", "REB"}}},
		{"2019-06-01", "Iran expelled international inspectors.", []want{{"international inspectors", "international inspectors", "IGO", ""}}},
		{"2019-06-01", "The LSU praised the law.", []want{{"LSU", "LSU", "", ""}}}, // a Czech party of old has these initials
	} {
		d := read(t, s, c.day, c.text)
		for _, w := range c.want {
			m := find(d, w.words)
			if m == nil {
				t.Errorf("%s: no mention %q", c.text, w.words)
				continue
			}
			if w.name != "-" && m.Name != w.name || m.Country != w.country || m.Sector != w.sector {
				t.Errorf("%s: %q is %s %s %s, want %s %s %s; %s", c.text, w.words, m.Name, m.Country, m.Sector, w.name, w.country, w.sector, strings.Join(m.Why, "; "))
			}
			if len(m.Why) == 0 && m.Form != doc.Pronominal {
				t.Errorf("%s: %q has no ground", c.text, w.words)
			}
		}
	}
}

func read(t *testing.T, stages []doc.Stage, day, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{Text: text}
	var err error
	if d.Published, err = doc.ParseDay(day); err != nil {
		t.Fatal(err)
	}
	for _, s := range stages {
		s.Run(d)
	}
	return d
}

// find is the mention whose words are these, a name or description first.
func find(d *doc.Document, words string) *doc.Mention {
	for k := range d.Mentions {
		if m := &d.Mentions[k]; d.Word(m.Span) == words && m.Form != doc.Conjunction {
			return m
		}
	}
	return nil
}

// treeStage parses with the model alone, without the repairs of package parse,
// so that these tests hold when those change.
type treeStage struct{ model *syntax.Model }

func trees(t *testing.T, m *syntax.Model) doc.Stage { return treeStage{m} }

func (treeStage) Name() string        { return "syntax" }
func (treeStage) Reads() []doc.Layer  { return []doc.Layer{doc.LayerTokens} }
func (treeStage) Writes() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

func (s treeStage) Run(d *doc.Document) {
	var scratch syntax.Scratch
	var tree syntax.Tree
	for k := range d.Sentences {
		sent := &d.Sentences[k]
		var forms []string
		for i := sent.First; i < sent.Last; i++ {
			forms = append(forms, d.Form(i))
		}
		if len(forms) == 0 {
			continue
		}
		s.model.Parse(&scratch, forms, &tree)
		for i := range forms {
			x := &d.Tokens[int(sent.First)+i]
			x.Lemma, x.UPOS, x.XPOS, x.Feats, x.Rel, x.Name = tree.Lemma[i], tree.UPOS[i], tree.XPOS[i], tree.Feats[i], tree.Rel[i], tree.Entity[i]
			if x.Head = -1; tree.Head[i] >= 0 {
				x.Head = sent.First + tree.Head[i]
			}
		}
	}
	d.Link()
}
