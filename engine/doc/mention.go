package doc

// MentionForm is the grammatical form of a mention.
type MentionForm uint8

// The forms of mentions.
const (
	Named       MentionForm = iota // a name, with or without a title
	Nominal                        // a description: "the minister", "three gunmen"
	Pronominal                     // "he", "they", "its"
	Adjectival                     // "Russian", "anti-Chinese": a nationality or a name used as a modifier
	Conjunction                    // a list as a whole: "Russia and China"
)

// MentionKind is what sort of thing a mention stands for.
type MentionKind uint8

// The kinds of mentions.
const (
	OtherKind    MentionKind = iota // anything that cannot act politically
	Person                          // one or several persons known one by one
	State                           // a state or its government as a whole
	Organisation                    // ministry, party, company, armed force, court …
	Group                           // people by trait: protesters, soldiers
	PlaceKind                       // a place that does not stand for a state
)

// Mention is a stretch of text that names or describes a possible party or place.
type Mention struct {
	Span         // the words of the name, or the noun phrase without what follows its head
	Full   Span  // with title, determiner and close modifiers
	First  int32 // tokens [First, Last) of Span
	Last   int32
	Head   int32 // head token of the noun phrase
	Sent   int32
	Form   MentionForm
	Kind   MentionKind
	Plural bool
	Gender byte   // 'm', 'f', 'n' or 0
	Person byte   // grammatical person of a pronoun: 1, 2, 3
	Noun   string // table class of the head noun of a description: "soldier", "minister"

	// What the words alone say, before any look-up among entities.
	Name    string // canonical name; "" until it is known
	Country string
	Sector  string
	More    []string // further countries
	Sectors []string
	Office  string // office told by the words: "foreign minister"
	Class   string // normal class of the office: "foreign-minister"
	Former  bool   // "former", "ex-", "late"
	Of      int32  // mention that the description belongs to ("minister of X"), or -1

	// What the stages link and coref add.
	Entity     uint32   // entity of the knowledge base, 0 if none
	ID         string   // its public identifier (Wikidata), or ""
	Open       []uint32 // entities that stay possible where the choice could not be made
	OpenIDs    []string // the public identifiers of those that have one
	Via        string   // record.Via
	Seat       bool     // the words name a building for those within, which no town bears: "the Kremlin"
	Chain      int32    // index into Chains, -1 before coref
	Antecedent int32    // mention that a pronoun or description stands for, or -1
	Members    []int32  // mentions that a list, "they" or "the two" stands for

	Count Range    // "some 130 countries"
	Why   []string // grounds of the reading, for `annals why`
}

// Range is a number told as an interval; Has is false where none is told.
type Range struct {
	Span
	Has      bool
	Min, Max int64 // Max < 0: no upper end
}

// Chain is all mentions of one thing.
type Chain struct {
	Mentions []int32
	Best     int32 // mention that names it best
}
