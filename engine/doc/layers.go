package doc

import "annals/record"

// Quote is content that somebody is told to have said.
type Quote struct {
	Kind    string // direct, indirect, mixed
	Content []Span // without the outer quotation marks
	Cue     Span   // "said"; empty where none is told
	CueHead int32  // token of the cue, or -1
	CueKind string // says, claims, denies, confirms, warns, promises, admits, expects
	Speaker int32  // head token of the speaker, or -1
	Words   Span   // the words of the speaker; empty where none is told
	Outer   int32  // quote in which this one stands, or -1
	Why     string // pattern that found it
}

// Grain is how exact a time is.
type Grain uint8

// The grains of times, finest first.
const (
	GrainMinute Grain = iota
	GrainHour
	GrainDaypart
	GrainDay
	GrainWeek
	GrainMonth
	GrainQuarter
	GrainSeason
	GrainYear
	GrainDecade
	GrainCentury
)

var grainNames = [...]string{"minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "year", "decade", "century"}

// String is the grain's name in the record.
func (g Grain) String() string { return grainNames[g] }

// TimeKind tells the sorts of time expressions apart.
type TimeKind uint8

// The kinds of time expressions.
const (
	TimeDate     TimeKind = iota // a day or interval on the calendar
	TimeDuration                 // "for three days": no place on the calendar
	TimeSet                      // "every Monday", "annually"
	TimeVague                    // "recently", "soon": before or after, no more
)

// Time is a time expression and what it comes to.
type Time struct {
	Span
	First, Last int32 // tokens [First, Last)
	Head        int32 // token by which it hangs in the tree
	Sent        int32
	Kind        TimeKind
	From, To    Day // To inclusive; 0 is an open end
	Grain       Grain
	Relative    bool   // reckoned from the day of publication or another time
	Since       bool   // "since 2014": lasts from From on
	Until       bool   // "until Wednesday": lasts up to To
	Negative    int8   // -1 lies before the report, +1 after it, 0 not said
	Rule        string // what read it, with the reckoning in words
}

// Place is a place named in the text.
type Place struct {
	Span
	First, Last int32
	Head        int32
	Sent        int32
	Mention     int32  // index into Mentions, or -1
	Name        string // canonical name
	ID          string
	Country     string
	Admin1      string
	HasPoint    bool
	Lat, Lon    float64
	Grain       string // point, city, region, country, sea
	Within      int32  // place that contains it by the words ("Lagos, Nigeria"), or -1
	Why         string
}

// Arg fills a role of a frame.
type Arg struct {
	Role    string
	Slot    string // grammatical slot by which it was found: subj, obj, with …
	Head    int32  // head token of the filler
	Mention int32  // index into Mentions, or -1
	Rule    string // construction that gave the slot
}

// Frame is one telling of an act or state: a word sense with its roles filled.
type Frame struct {
	Name   string
	Head   int32   // token that the frame stands on
	Words  []Span  // the trigger: smallest words that tell it
	Parts  []int32 // further words of the pattern: "guilty" of "find guilty"
	Sense  string  // lexicon line, "diplomacy.lex:12"
	Entry  int32   // index of that line in the lexicon
	Args   []Arg
	Outer  int32  // frame that governs this one (the request for a visit), or -1
	Light  int32  // light verb token, or -1
	Second string // frame of the sense that came second, or ""
	Near   string // why it was dropped, "" where it stands; kept for `annals why`
}

// Operator is a word on the way from a trigger outward that acts on its context.
type Operator struct {
	Token  int32
	Class  string // negation, modal, intention, condition, speech, denial …
	Effect string // what it did, in words
	Line   string // table line
}

// Source is one speaker of a chain, nearest first.
type Source struct {
	Token   int32 // head token of the speaker, or -1
	Mention int32 // or -1
	Cue     Span
	Kind    string
	Quote   int32 // or -1
}

// Context is how a frame is told: real or not, affirmed or not, by whom.
type Context struct {
	Status     record.Status
	Polarity   record.Polarity
	DeniedBy   int32 // mention, or -1
	Chain      []Source
	Operators  []Operator
	Background bool
	Time       int32  // governing time, or -1
	Dropped    string // why no event comes of it, "" where one may
}
