package record

// Kind says what sort of thing a party is.
type Kind string

// The kinds of parties.
const (
	KindPerson       Kind = "person"
	KindState        Kind = "state" // a state, or its government as a whole
	KindOrganisation Kind = "organisation"
	KindGroup        Kind = "group" // people by trait: protesters, soldiers
	KindPlace        Kind = "place" // acted on as a place
	KindUnknown      Kind = "unknown"
)

// Via says how a party was found in the text.
type Via string

// The ways in which a party is found.
const (
	ViaName        Via = "name"
	ViaTitle       Via = "title"
	ViaApposition  Via = "apposition"
	ViaNationality Via = "nationality"
	ViaMetonym     Via = "metonym"
	ViaPronoun     Via = "pronoun"
	ViaDescription Via = "description"
	ViaGroup       Via = "group"
	ViaList        Via = "list"
)

// Count is a number of people or things told as a range; an open end is null.
type Count struct {
	Min  *int64 `json:"min"`
	Max  *int64 `json:"max"`
	Text string `json:"text"`
}

// Party is one side of an event or relation, or a speaker.
type Party struct {
	Name       string   `json:"name"`
	Text       string   `json:"text"`
	Span       Span     `json:"span"`
	ID         string   `json:"id,omitempty"`
	Kind       Kind     `json:"kind"`
	Country    string   `json:"country,omitempty"`
	Countries  []string `json:"countries,omitempty"`
	Sector     string   `json:"sector,omitempty"`
	Sectors    []string `json:"sectors,omitempty"`
	Office     string   `json:"office,omitempty"`
	Via        Via      `json:"via"`
	Antecedent *Span    `json:"antecedent,omitempty"`
	Members    []Party  `json:"members,omitempty"`
	Count      *Count   `json:"count,omitempty"`
	Open       []string `json:"open,omitempty"`
}
