package link_test

import (
	"strings"
	"testing"
)

// TestTraps asks names that mislead for what they stand for. A name "none" means
// that the words stand for no party: no mention, or one without country and sector.
func TestTraps(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		day, text string
		want      []want
	}{
		// Georgia, the state and the country
		{"2019-06-01", "Voters in Georgia chose a new governor, and the secretary of state in Atlanta praised them.", []want{
			{"Voters", "-", "USA", "CVL"}, {"Georgia", "Georgia", "USA", ""}, {"secretary of state", "secretary of state", "USA", "GOV"}}},
		{"2019-06-01", "Protesters in Georgia accused Russia of occupying Abkhazia.", []want{
			{"Protesters", "-", "GEO", "CVL"}, {"Georgia", "Georgia", "GEO", "GOV"}}},
		{"2019-06-01", "Mike Pompeo flew to Georgia.", []want{{"Georgia", "Georgia", "GEO", "GOV"}}},
		// two Congos
		{"2019-06-01", "Police in Congo arrested ten opposition supporters in Kinshasa.", []want{
			{"Police", "-", "COD", "COP"}, {"opposition supporters", "-", "COD", "OPP"}}},
		{"2019-06-01", "The government of the Republic of the Congo met diplomats in Brazzaville.", []want{{"government", "Republic of the Congo", "COG", "GOV"}}},
		// Guinea and its namesakes
		{"2019-06-01", "Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea signed the accord.", []want{
			{"Guinea-Bissau", "-", "GNB", "GOV"}, {"Equatorial Guinea", "-", "GNQ", "GOV"}, {"Papua New Guinea", "-", "PNG", "GOV"}, {"Guinea", "Guinea", "GIN", "GOV"}}},
		{"2019-06-01", "A ship with guinea pigs sank in the Gulf of Guinea.", []want{{"guinea pigs", "none", "", ""}, {"Gulf of Guinea", "Gulf of Guinea", "", ""}}},
		// Niger and Nigeria
		{"2019-06-01", "Nigerien troops and Nigerian troops fought near Diffa in Niger.", []want{
			{"Nigerien troops", "-", "NER", "MIL"}, {"Nigerian troops", "-", "NGA", "MIL"}, {"Niger", "Niger", "NER", "GOV"}}},
		{"2019-06-01", "The governor of Niger State in Nigeria met herders.", []want{{"governor", "-", "NGA", "GOV"}, {"herders", "-", "NGA", "AGR"}}},
		// Washington: the government, the city, the state
		{"2019-06-01", "Washington accused Beijing of spying.", []want{{"Washington", "United States", "USA", "GOV"}, {"Beijing", "China", "CHN", "GOV"}}},
		{"2019-06-01", "Farmers marched in Washington against a new law.", []want{{"Washington", "Washington", "USA", ""}, {"Farmers", "-", "USA", "AGR"}}},
		{"2019-06-01", "Lawmakers in Washington state criticised Boeing in Seattle.", []want{{"Lawmakers", "-", "USA", "LEG"}, {"Boeing", "Boeing", "USA", "BUS"}}},
		// the Vatican; Brussels
		{"2019-06-01", "The Vatican condemned the attack in Manila.", []want{{"Vatican", "-", "VAT", "GOV"}, {"Manila", "Manila", "PHL", ""}}},
		{"2019-06-01", "Brussels threatened Poland with sanctions.", []want{{"Brussels", "-", "EUR", ""}, {"Poland", "Poland", "POL", "GOV"}}},
		{"2016-06-01", "Police in Brussels arrested three men after a raid.", []want{{"Police", "-", "BEL", "COP"}, {"Brussels", "Brussels", "BEL", ""}}},
		// Korea
		{"2019-06-01", "South Korea accused North Korea of shelling an island.", []want{
			{"South Korea", "South Korea", "KOR", "GOV"}, {"North Korea", "North Korea", "PRK", "GOV"}}},
		{"2019-06-01", "The North fired a missile, South Korea said.", []want{{"North", "North Korea", "PRK", "GOV"}}},
		// offices that have ended
		{"2022-06-01", "Former foreign minister Heiko Maas criticised the chancellor of Germany.", []want{
			{"Heiko Maas", "Heiko Maas", "DEU", "ELI"}, {"chancellor", "Olaf Scholz", "DEU", "GOV"}}},
		{"2022-06-01", "Mike Pompeo criticised Joe Biden.", []want{{"Mike Pompeo", "Mike Pompeo", "USA", "ELI"}, {"Joe Biden", "Joe Biden", "USA", "GOV"}}},
		// one surname, or one name, and many people
		{"2019-06-01", "President Bashar al-Assad of Syria met Hafez al-Assad, his son.", []want{{"Bashar al-Assad", "Bashar al-Assad", "SYR", "GOV"}}},
		{"2023-06-01", "Chinese diplomat Wang Yi met Antony Blinken in Beijing.", []want{{"Wang Yi", "Wang Yi", "CHN", "GOV"}}},
		// words that are names too
		{"2021-06-01", "Scientists named the new variant Xi, after the Greek letter.", []want{{"Xi", "none", "", ""}}},
		{"2021-06-01", "Xi met Biden in California.", []want{{"Xi", "Xi Jinping", "CHN", "GOV"}, {"Biden", "Joe Biden", "USA", "GOV"}}},
		{"2021-11-25", "Families ate turkey at Thanksgiving in Ohio.", []want{{"turkey", "none", "", ""}, {"Families", "-", "USA", "CVL"}}},
		{"2018-05-15", "Theresa May met Emmanuel Macron in May, and both may meet again.", []want{{"Theresa May", "Theresa May", "GBR", "GOV"}, {"May", "none", "", ""}}},
		{"2019-06-01", "Chad Larsen, a teacher from Ohio, accused Chad of fraud.", []want{{"Chad Larsen", "Chad Larsen", "USA", "EDU"}, {"Chad", "Chad", "TCD", "GOV"}}},
		{"2019-06-01", "Michael Jordan met reporters in Chicago.", []want{{"Michael Jordan", "Michael Jordan", "USA", ""}, {"reporters", "-", "USA", "JRN"}}},
		{"2019-06-01", "The senator spoke Russian.", []want{{"Russian", "none", "", ""}}},
		{"2019-06-01", "Importers in Berlin banned Georgian wine.", []want{{"Georgian wine", "none", "", ""}, {"Importers", "-", "DEU", "BUS"}}},
		{"2019-06-01", "American Airlines sued the union in Texas.", []want{{"American Airlines", "-", "USA", "BUS"}, {"union", "-", "USA", "LAB"}}},
		// blocs, and names made of directions
		{"2019-06-01", "The West accused Iran of spying.", []want{{"The West", "the West", "", "GOV"}}},
		{"2019-06-01", "Belarus criticised Western nations.", []want{{"Western nations", "Western nations", "", "GOV"}}},
		{"2019-06-01", "Police in Western Province fined Zambian drivers.", []want{{"Police", "-", "ZMB", "COP"}}},
		{"2019-06-01", "The Federal Aviation Administration fined a pilot in Texas.", []want{{"Federal Aviation Administration", "-", "USA", "GOV"}}},
		// courts and cities
		{"2024-03-01", "The Seoul Central District Court jailed a former minister.", []want{{"Seoul Central District Court", "-", "KOR", "JUD"}}},
		{"2024-03-01", "Russo-Ukrainian talks failed.", []want{{"Russo", "Russia", "RUS", "GOV"}, {"Ukrainian", "Ukraine", "UKR", "GOV"}}},
		{"2024-03-01", "Thousands of people marched in Tunis against a law.", []want{{"people", "-", "TUN", "CVL"}, {"Tunis", "Tunis", "TUN", ""}}},
		{"2024-03-01", "Ten soldiers died in an attack by al-Shabaab near Mogadishu.", []want{{"al-Shabaab", "Al-Shabaab", "SOM", "REB"}, {"soldiers", "-", "SOM", "MIL"}}},
		{"2024-03-01", "Somali troops took two villages from al-Shabaab.", []want{{"al-Shabaab", "Al-Shabaab", "SOM", "REB"}}},
		{"2024-03-01", "Israeli PM Benjamin Netanyahu criticised the UN.", []want{{"Benjamin Netanyahu", "Benjamin Netanyahu", "ISR", "GOV"}, {"PM", "none", "", ""}}},
		{"2025-05-13", "Prime Minister of Peru Gustavo Adrianzén resigned.", []want{{"Gustavo Adrianzén", "-", "PER", "GOV"}}},
		{"2024-03-01", "Two people were stabbed at a park in Long Island, New York.", []want{{"people", "-", "USA", "CVL"}}},
		{"2024-03-01", "Two farmers died in Zawtar, Lebanon, in an Israeli raid.", []want{{"farmers", "-", "LBN", "AGR"}, {"Zawtar", "-", "LBN", ""}}},
		{"2019-06-01", "The mayor of Istanbul, Ola Norberg, met police.", []want{{"Ola Norberg", "Ola Norberg", "TUR", "GOV"}}},
		{"2019-06-01", "The envoy told AFP that France would leave Mali.", []want{{"AFP", "Agence France-Presse", "FRA", "JRN"}}},
		{"2019-06-01", "Women's football in England was banned by Peru.", []want{{"England", "England", "GBR", ""}}},
	} {
		d := read(t, s, c.day, c.text)
		for _, w := range c.want {
			m := find(d, w.words)
			switch {
			case w.name == "none":
				if m != nil && (m.Country != "" || m.Sector != "") {
					t.Errorf("%s: %q is %s %s %s, want nobody", c.text, w.words, m.Name, m.Country, m.Sector)
				}
			case m == nil:
				t.Errorf("%s: no mention %q", c.text, w.words)
			case w.name != "-" && m.Name != w.name || m.Country != w.country || m.Sector != w.sector:
				t.Errorf("%s: %q is %s %s %s, want %s %s %s; %s", c.text, w.words, m.Name, m.Country, m.Sector, w.name, w.country, w.sector, strings.Join(m.Why, "; "))
			}
		}
	}
}
