package record

// Status is what the report says of an event's reality in time.
type Status string

// The values of Status.
const (
	Occurred     Status = "occurred"
	Ongoing      Status = "ongoing"
	Planned      Status = "planned"
	Hypothetical Status = "hypothetical"
	Postponed    Status = "postponed"
	Cancelled    Status = "cancelled"
)

// Polarity says whether the event is told as having happened.
type Polarity string

// The values of Polarity.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated" // told as not having happened
	Denied   Polarity = "denied"  // a party denies it
)

// Context is a PLOVER context and the words it stands on.
type Context struct {
	Name string `json:"name"`
	Span Span   `json:"span"`
}

// Date is an interval of days, To inclusive; an open end is null.
type Date struct {
	From  *string `json:"from"`
	To    *string `json:"to"`
	Grain string  `json:"grain,omitempty"`
	Basis string  `json:"basis"`
	Span  *Span   `json:"span,omitempty"`
	Text  string  `json:"text,omitempty"`
}

// The values of Date.Basis and Place.Basis.
const (
	BasisSaid        = "said"      // an expression governs the trigger
	BasisSentence    = "sentence"  // an expression elsewhere in the sentence
	BasisNarrative   = "narrative" // carried on from the event just told
	BasisPublication = "publication"
	BasisDateline    = "dateline"
	BasisOpen        = "open"
)

// Place is where an event took place.
type Place struct {
	Name    string   `json:"name"`
	ID      string   `json:"id,omitempty"`
	Country string   `json:"country,omitempty"`
	Admin1  string   `json:"admin1,omitempty"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
	Grain   string   `json:"grain"`
	Basis   string   `json:"basis"`
	Span    Span     `json:"span"`
	Text    string   `json:"text"`
}

// Amount is a number told of an event: killed, wounded, arrested, displaced,
// participants, money, quantity.
type Amount struct {
	What string `json:"what"`
	Min  *int64 `json:"min"`
	Max  *int64 `json:"max"`
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// Speaker is one link of a chain of attribution.
type Speaker struct {
	Party Party  `json:"party"`
	Cue   string `json:"cue"`
	Kind  string `json:"kind"` // says, claims, denies, confirms, warns, promises, admits, expects
	Span  Span   `json:"span"` // of the cue
}

// Chain runs from the nearest speaker outward; the outlet's own voice is empty.
type Chain []Speaker

// Event is who did what to whom, when, where and according to whom.
type Event struct {
	Schema      string    `json:"schema"`
	ID          string    `json:"id"`
	Report      string    `json:"report"`
	Type        string    `json:"type"`
	Mode        string    `json:"mode,omitempty"`
	Expects     string    `json:"expects,omitempty"`
	Contexts    []Context `json:"contexts,omitempty"`
	CAMEO       string    `json:"cameo"`
	Quad        int       `json:"quad"`
	Goldstein   float64   `json:"goldstein"`
	Status      Status    `json:"status"`
	Polarity    Polarity  `json:"polarity"`
	DeniedBy    *Party    `json:"denied_by,omitempty"`
	Actors      []Party   `json:"actors,omitempty"`
	Targets     []Party   `json:"targets,omitempty"`
	Thirds      []Party   `json:"thirds,omitempty"`
	Reciprocal  bool      `json:"reciprocal,omitempty"`
	Date        Date      `json:"date"`
	Background  bool      `json:"background,omitempty"`
	Place       *Place    `json:"place,omitempty"`
	Amounts     []Amount  `json:"amounts,omitempty"`
	Attribution []Chain   `json:"attribution"`
	Triggers    []Words   `json:"triggers"`
	By          []string  `json:"by"`
	Score       float64   `json:"score"`
}

// Relation is what holds between two parties, or a party and a place.
type Relation struct {
	Schema      string   `json:"schema"`
	ID          string   `json:"id"`
	Report      string   `json:"report"`
	Type        string   `json:"type"`
	From        Party    `json:"from"`
	To          Party    `json:"to"`
	Status      string   `json:"status"` // holds, ended, expected, hypothetical
	Polarity    Polarity `json:"polarity"`
	Degree      *Words   `json:"degree,omitempty"`
	Since       *Date    `json:"since,omitempty"`
	Until       *Date    `json:"until,omitempty"`
	Attribution []Chain  `json:"attribution"`
	Triggers    []Words  `json:"triggers"`
	By          []string `json:"by"`
	Score       float64  `json:"score"`
}

// Cue is the words that announce a quotation.
type Cue struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
	Kind string `json:"kind"`
}

// Quotation is what somebody is told to have said.
type Quotation struct {
	Schema      string   `json:"schema"`
	ID          string   `json:"id"`
	Report      string   `json:"report"`
	Kind        string   `json:"kind"` // direct, indirect, mixed
	Speaker     *Party   `json:"speaker,omitempty"`
	Cue         *Cue     `json:"cue,omitempty"`
	Content     []Span   `json:"content"`
	Text        string   `json:"text"`
	Addressee   *Party   `json:"addressee,omitempty"`
	Occasion    *Words   `json:"occasion,omitempty"`
	Attribution []Chain  `json:"attribution,omitempty"`
	About       []string `json:"about,omitempty"`
}

// Dateline is the place and agency at the head of a report.
type Dateline struct {
	Place  string `json:"place,omitempty"`
	Agency string `json:"agency,omitempty"`
	Span   Span   `json:"span"`
}

// Agency is a credit to a news agency.
type Agency struct {
	Name string `json:"name"`
	Span Span   `json:"span"`
}

// Report is a report with what was read in it.
type Report struct {
	Schema         string      `json:"schema"`
	ID             string      `json:"id"`
	Title          string      `json:"title,omitempty"`
	Published      string      `json:"published,omitempty"`
	PublishedBasis string      `json:"published_basis,omitempty"`
	Outlet         string      `json:"outlet,omitempty"`
	URL            string      `json:"url,omitempty"`
	Language       string      `json:"language,omitempty"`
	Dateline       *Dateline   `json:"dateline,omitempty"`
	Agencies       []Agency    `json:"agencies,omitempty"`
	TranslatedFrom string      `json:"translated_from,omitempty"`
	AdaptedFrom    string      `json:"adapted_from,omitempty"`
	Words          int         `json:"words,omitempty"`
	Sentences      int         `json:"sentences,omitempty"`
	SetAside       string      `json:"set_aside,omitempty"`
	Notes          []string    `json:"notes,omitempty"`
	Text           string      `json:"text,omitempty"`
	Events         []Event     `json:"events,omitempty"`
	Relations      []Relation  `json:"relations,omitempty"`
	Quotations     []Quotation `json:"quotations,omitempty"`
}
