// Package ontology holds what codebooks say: the codes of PLOVER and CAMEO, the
// relations, the frames that the engine fills, and the maps from frames to codes.
//
// All of it is data, in table files that people read and edit: see the folders
// beside this file. A user's own folder is laid over the built-in one, file by file.
package ontology

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"annals/table"
)

//go:embed *.tsv plover/*.tsv cameo/*.tsv
var builtin embed.FS

// Builtin is the ontology that ships with the program.
func Builtin() fs.FS { return builtin }

// FrameKind says how the sides of a frame stand to each other.
type FrameKind string

// The kinds of frames.
const (
	Act    FrameKind = "act"    // one side does it
	Mutual FrameKind = "mutual" // all sides do it together
	Speech FrameKind = "speech" // an act done with words
	State  FrameKind = "state"  // what holds; it makes relations
)

// Frame is one line of frames.tsv.
type Frame struct {
	Name                 string
	Kind                 FrameKind
	Actor, Target, Third string // roles
	Absorbs              string // role
	Topic                string
}

// Type is a PLOVER event type.
type Type struct {
	Code  string
	Quad  int
	Score float64
}

// Code is a CAMEO code.
type Code struct {
	Code, Parent, Label string
	Goldstein           float64 // that of the nearest code above that has one
}

// Ontology is all tables, checked against each other; immutable.
type Ontology struct {
	frames    map[string]*Frame
	types     map[string]Type
	modes     map[string]map[string]bool
	contexts  map[string]bool
	codes     map[string]Code
	relations map[string]bool
	symmetric map[string]bool
	plover    map[string][]ploverRow
	cameo     map[string][]cameoRow
	future    map[string]futureRow
	stateRel  map[string]string
	order     []string // names of frames in the order of the file
}

type ploverRow struct {
	cond       Condition
	kind, mode string
	line       int
}

type cameoRow struct {
	cond          Condition
	code, planned string
	line          int
}

type futureRow struct {
	becomes string
	expects bool
}

// ErrTables is wrapped by the error of Load when a table has faults.
var ErrTables = errors.New("ontology tables have faults")

// Load reads and checks an ontology; all faults are in the returned list.
func Load(fsys fs.FS) (*Ontology, []table.Problem, error) {
	l := &loader{fsys: fsys, o: &Ontology{
		frames: map[string]*Frame{}, types: map[string]Type{}, modes: map[string]map[string]bool{},
		contexts: map[string]bool{}, codes: map[string]Code{}, relations: map[string]bool{}, symmetric: map[string]bool{},
		plover: map[string][]ploverRow{}, cameo: map[string][]cameoRow{}, future: map[string]futureRow{}, stateRel: map[string]string{},
	}}
	l.load()
	if l.err == nil && len(l.problems) > 0 {
		l.err = fmt.Errorf("%w: %s", ErrTables, l.problems[0].Error())
	}
	return l.o, l.problems, l.err
}

// Frame is the named frame, or nil.
func (o *Ontology) Frame(name string) *Frame { return o.frames[name] }

// FrameNames lists all frames in the order of the table.
func (o *Ontology) FrameNames() []string { return o.order }

// Type is the PLOVER type of that code.
func (o *Ontology) Type(code string) (Type, bool) { t, ok := o.types[code]; return t, ok }

// HasMode reports whether the type has the mode.
func (o *Ontology) HasMode(kind, mode string) bool { return o.modes[kind][mode] }

// HasContext reports whether PLOVER has the context.
func (o *Ontology) HasContext(name string) bool { return o.contexts[name] }

// Code is the CAMEO code.
func (o *Ontology) Code(code string) (Code, bool) { c, ok := o.codes[code]; return c, ok }

// Relation is the relation that a state frame tells, or "".
func (o *Ontology) Relation(frame string) string { return o.stateRel[frame] }

// Symmetric reports whether a relation holds both ways.
func (o *Ontology) Symmetric(relation string) bool { return o.symmetric[relation] }

// Told is what the words of a frame say beyond its name, for the maps.
type Told struct {
	Status   string
	Polarity string
	Topic    string
	Means    []string
	Doer     []string // sectors of the acting side
	Other    []string // sectors of the other side
	Has      func(role string) bool
	Sides    int
}

// Coding is what a codebook makes of a frame.
type Coding struct {
	Type, Mode, Expects string
	CAMEO               string
	Row                 string // table lines that decided, for `annals why`
}

// Code maps a frame with what was told of it; ok is false where no row holds.
func (o *Ontology) Map(frame string, t Told) (Coding, bool) {
	var c Coding
	for _, r := range o.plover[frame] {
		if r.cond.Holds(t) {
			c.Type, c.Mode = r.kind, r.mode
			c.Row = fmt.Sprintf("plover/map.tsv:%d", r.line)
			break
		}
	}
	if c.Type == "" {
		return c, false
	}
	planned := t.Status == "planned" || t.Status == "postponed" || t.Status == "cancelled"
	if f, ok := o.future[c.Type]; ok && planned {
		if f.expects {
			c.Expects = strings.TrimSpace(c.Type + " " + c.Mode)
		}
		c.Type, c.Mode = f.becomes, ""
	} else {
		planned = false
	}
	for _, r := range o.cameo[frame] {
		if r.cond.Holds(t) {
			c.CAMEO = r.code
			if planned && r.planned != "" {
				c.CAMEO = r.planned
			}
			c.Row += fmt.Sprintf(", cameo/map.tsv:%d", r.line)
			break
		}
	}
	return c, true
}
