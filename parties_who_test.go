package annals

import "testing"

// TestIncluding: who is told in particular among a group on a side.
func TestIncluding(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "Police in Baghdad killed four protesters, including two police officers.", "ASSAULT", "IRQ COP", "IRQ COP; IRQ CVL"},
		{"2024-03-01", "Iran released 80 soldiers, including the journalist Anna Berg.", "RETREAT", "IRN GOV", "IRN JRN; IRN MIL"},
		{"2024-03-01", "At least 30 villagers, including women and children, were killed by Chadian soldiers.", "ASSAULT", "TCD MIL", "TCD CVL"},
		{"2024-03-01", "The governments of North Korea and South Korea met in Oslo.", "CONSULT", "KOR GOV; PRK GOV", ""},
		{"2024-03-01", "Rebel leader Nils Holm surrendered to the Chadian army alongside 70 soldiers.", "RETREAT", "TCD MIL; TCD REB", "TCD MIL"},
		// what else is included is no party
		{"2024-03-01", "Gunmen in Chad killed nine soldiers in several towns, including Abeche.", "ASSAULT", "TCD UAF", "TCD MIL"},
		{"2024-03-01", "Chadian snipers killed four people, including two police officers.", "ASSAULT", "TCD UAF", "TCD COP; TCD CVL"},
	})
}

// TestHeldForCrimes: people by name of whom nothing is told but an ordinary crime.
func TestHeldForCrimes(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "A court in Oslo sentenced Anna Berg to six years for robbery.", "SANCTION", "NOR JUD", "NOR CRM"},
		{"2024-03-01", "Nils Holm, a native of Sweden, was charged with theft in Oslo.", "ACCUSE", "", "SWE CRM"},
		{"2024-03-01", "Police in Oslo arrested Anna Berg and Nils Holm on suspicion of murder.", "COERCE", "NOR COP", "NOR CRM"},
		// a calling or another deed tells who they are
		{"2024-03-01", "The journalist Anna Berg was arrested in Oslo on suspicion of fraud.", "COERCE", "", "NOR JRN"},
		{"2024-03-01", "A court in Oslo sentenced Anna Berg to six years for insulting the king.", "SANCTION", "NOR JUD", "NOR CVL"},
	})
}

// TestBelonging: people and forces told as somebody's.
func TestBelonging(t *testing.T) {
	testSides(t, []sided{
		{"2004-06-23", "Senate Democrats criticised President George W. Bush.", "ACCUSE", "USA LEG", "USA GOV"},
		{"2024-03-01", "Police in Mexico arrested a mayor and his wife.", "COERCE", "MEX COP", "MEX CVL; MEX GOV"},
		{"2024-03-01", "Rebel leader Anna Berg said on Monday that her troops had attacked a village in Chad.", "ASSAULT", "TCD REB", "TCD CVL"},
		{"2024-03-01", "The Takeda Pharmaceutical Company and Renault met in Oslo. The companies accused Mali of theft.", "ACCUSE", "FRA BUS; JPN BUS", "MLI GOV"},
		// an ambassador is not the minister of his state, nor is a large party a soldier's
		{"2024-03-01", "Russian Foreign Minister Sergey Lavrov arrived in Oslo. Norway expelled the Russian ambassador.", "SANCTION", "NOR GOV", "RUS GOV"},
		{"2024-03-01", "The major opposition parties of Chad condemned Mali.", "ACCUSE", "TCD OPP", "MLI GOV"},
	})
}

// TestNames: names that hold those of others.
func TestNames(t *testing.T) {
	testSides(t, []sided{
		{"2024-03-01", "The Australian government gave aid to Ford Australia.", "AID", "AUS GOV", "AUS BUS"},
		{"2016-12-11", "Police in Paris, Texas, arrested nine protesters.", "COERCE", "USA COP", "USA CVL"},
		{"2016-12-11", "Police in Atlanta, Georgia, arrested nine protesters.", "COERCE", "USA COP", "USA CVL"},
		{"2016-12-11", "Militants of the separatist Sula Mountain Army killed nine soldiers in Chad.", "ASSAULT", "TCD REB", "TCD MIL"},
		// and names that do not
		{"2016-12-11", "Police in Tbilisi, Georgia, arrested nine protesters.", "COERCE", "GEO COP", "GEO CVL"},
		{"2016-12-11", "Moscow, Paris and Berlin condemned Chad.", "ACCUSE", "DEU GOV; FRA GOV; RUS GOV", "TCD GOV"},
	})
}
