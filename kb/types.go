package kb

// EntityID numbers an entity inside one base, from 1; 0 is no entity. The
// numbers change when the base is rebuilt: keep QIDs or names, not these.
type EntityID uint32

// Entity is one state, person, organisation or place. Its strings point into
// the base and its Sectors are shared: do not change them.
type Entity struct {
	ID   EntityID
	Kind Kind
	Name string // the printed form
	QID  string // Wikidata item, "" when not known
	Code string // own ISO 3166-1 alpha-3 code of a country or territory

	// Country is an ISO 3166-1 alpha-3 code (Kosovo XKX), or UNO, EUR, IGO,
	// NGO, MNC, IMG, ISM. A territory has its sovereign's.
	Country string
	// Sector is the PLOVER sector ("" for states, places and IGOs); for dated
	// sectors and people ask SectorsOn.
	Sector  string
	Sectors []string // Sector and the secondary ones

	Gender       byte // 'm', 'f' or 0
	Birth, Death Day

	Lat, Lon    float32 // degrees, WGS 84
	HasPoint    bool
	Population  uint32
	Admin1      string // name of the first-level division
	FeatureCode string // GeoNames feature code, or the Natural Earth class
	GeoNames    uint32

	GW, COW uint16 // Gleditsch-Ward and Correlates of War numbers of a state

	Importance uint8  // 0 to 255: orders entities of one alias
	Source     uint16 // the table the entity comes from
}

// Hit is one entity that an alias names.
type Hit struct {
	Entity    EntityID
	Kind      AliasKind
	UpperOnly bool // matches only when printed in capitals
	Common    bool // the alias is also a common English word in lower case, or a common given name: it needs support
	From, To  Day  // validity, 0 = open
	Source    uint16
	Note      string // limits on the use, from the table
}

// Valid reports whether the alias was in use on the day; the zero day is
// always valid.
func (h Hit) Valid(day Day) bool {
	return day == 0 || (h.From == 0 || day >= h.From) && (h.To == 0 || day <= h.To)
}

// Office is one office a person held.
type Office struct {
	Person  EntityID
	Title   string // "Minister of Foreign Affairs"
	Class   string // normal office class, see the Class constants
	Country string
	Body    EntityID // the body led or sat in, 0 when not known
	Sector  string   // PLOVER sector while in office

	From, To                   Day // first and last day; widened to the whole month or year where the source has no day
	FromPrecision, ToPrecision Precision
	// Open: the source gives no end. The office was held on From and, as far
	// as the source knows, on Seen; after that it is likely, not certain.
	Open bool
	Seen Day // last day on which a source states the office was held; 0 when the end is given. Beside a To it tells that To is inferred from the successor

	Source uint16
	Also   uint16 // a second source that says the same, 0 for none
}

// The normal office classes.
const (
	HeadOfState      = "head-of-state"
	HeadOfGovernment = "head-of-government"
	VicePresident    = "vice-president"
	DeputyHead       = "deputy-head-of-government"
	Monarch          = "monarch"
	ForeignMinister  = "foreign-minister"
	DefenceMinister  = "defence-minister"
	InteriorMinister = "interior-minister"
	FinanceMinister  = "finance-minister"
	JusticeMinister  = "justice-minister"
	Minister         = "minister"
	Legislator       = "legislator"
	Speaker          = "speaker"
	Ambassador       = "ambassador"
	Governor         = "governor"
	Mayor            = "mayor"
	CentralBank      = "central-bank"
	PartyLeader      = "party-leader"
	RebelLeader      = "rebel-leader"
	IGOHead          = "igo-head"
	Spokesperson     = "spokesperson"
	Judge            = "judge"
	Military         = "military"
	Police           = "police"
	Intelligence     = "intelligence"
	StateOfficial    = "official" // an office of state of no class above
	OtherOffice      = "other"    // activists, business people, clerics
)

// Spell is a time in which a group, party or other body had certain sectors.
type Spell struct {
	From, To Day // 0 = open
	Sectors  []string
	Country  string
	Source   uint16
}

// Source is one table that facts come from.
type Source struct {
	Number     int
	Repository string
	Commit     string
	Licence    string
	Table      string
	ShareAlike bool // the licence asks that works made from the table keep it
}

// Fact is one statement of the base about an entity.
type Fact struct {
	Text     string // in words, such as "President of Russia"
	Source   Source
	From, To Day
	Open     bool // the end is unknown
}
