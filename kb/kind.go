package kb

// Kind says what sort of thing an entity is.
type Kind uint8

// The kinds of entity.
const (
	UnknownKind Kind = iota
	Country          // a state, or a polity treated as one (Kosovo, Palestine, Taiwan, Hong Kong)
	Territory        // a dependency; Entity.Country is its sovereign
	Person
	Body    // intergovernmental body, ministry, court, parliament, agency, non-governmental organisation
	Force   // a state's armed force or police
	Group   // armed non-state group or movement
	Party   // political party
	Company // business
	Media   // news agency or outlet
	School  // university or college
	City
	Admin1  // first-level division of a state
	Feature // river, sea, strait, mountain
	Region  // contested or macro region, site
	kindCount
)

// String gives the kind's name in lower case.
func (k Kind) String() string {
	switch k {
	case Country:
		return "country"
	case Territory:
		return "territory"
	case Person:
		return "person"
	case Body:
		return "body"
	case Force:
		return "force"
	case Group:
		return "group"
	case Party:
		return "party"
	case Company:
		return "company"
	case Media:
		return "media"
	case School:
		return "school"
	case City:
		return "city"
	case Admin1:
		return "admin1"
	case Feature:
		return "feature"
	case Region:
		return "region"
	}
	return "unknown"
}

// IsPlace reports whether entities of the kind lie somewhere and may be the
// place of an event.
func (k Kind) IsPlace() bool {
	switch k {
	case Country, Territory, City, Admin1, Feature, Region:
		return true
	}
	return false
}

// AliasKind says in which way an alias names its entity.
type AliasKind uint8

// The kinds of alias.
const (
	Official    AliasKind = iota // the formal name: "Russian Federation"
	Common                       // the usual name: "Russia"
	Acronym                      // "DRC"; matches upper case only
	DemonymNoun                  // the people: "Russian", "Russians"
	DemonymAdj                   // the adjective: "Russian", "Sino" in a compound
	Surname                      // the short form of a person's name: "Putin", "Abiy"
	Former                       // a name no longer borne: "Zaire"
	Native                       // the name in another language, in Latin letters
	Metonym                      // a building or capital that acts: "Kremlin"
	Variant                      // another spelling or a shortened full name
	aliasKindCount
)

// String gives the alias kind's name in lower case, with a hyphen between
// words.
func (k AliasKind) String() string {
	switch k {
	case Official:
		return "official"
	case Common:
		return "common"
	case Acronym:
		return "acronym"
	case DemonymNoun:
		return "demonym-noun"
	case DemonymAdj:
		return "demonym-adj"
	case Surname:
		return "surname"
	case Former:
		return "former"
	case Native:
		return "native"
	case Metonym:
		return "metonym"
	case Variant:
		return "variant"
	}
	return "unknown"
}
