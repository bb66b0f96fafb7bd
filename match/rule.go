package match

import (
	"strconv"
	"strings"

	"annals/table"
)

// File is a parsed rule file. Rules with faults of syntax are left out of it.
type File struct {
	Name  string
	Rules []*Rule
}

// Rule is one rule: what it looks for, what it gives, and the sentences that
// prove it. It is read-only once parsed.
type Rule struct {
	Name     string
	Note     string
	Pos      table.Pos
	Gives    []Give
	Examples []Example

	names []string // captures of all finds, in the order of their first mention
	finds []find
}

// Names are the captures of the rule; Match.Caps is indexed in the same way.
func (r *Rule) Names() []string { return r.names }

// Give is one assignment of a rule: "slot subj = a".
type Give struct {
	Key       []string // the words before the sign: "slot", "subj"
	Value     string   // the name of a capture, or a literal
	IsCapture bool
	Cap       int // index of the capture in Match.Caps, -1 for literals and unbound names
	Pos       table.Pos
	ValuePos  table.Pos
}

// Path is the words of the key divided by blanks.
func (g Give) Path() string { return strings.Join(g.Key, " ") }

// Example is a sentence that a rule must match (Want) or must not.
type Example struct {
	Want   bool
	Words  []string
	Anchor int // index of the marked word, -1 where none is marked
	Caps   []Expect
	Pos    table.Pos
}

// Text is the words divided by blanks, the key of the sentence's stored parse.
func (e Example) Text() string { return strings.Join(e.Words, " ") }

// Expect says which word a capture must hold in an example.
type Expect struct {
	Name string
	Form string // "-": the capture must be unset
	Nth  int    // which of several words of this form, from 1; 0: any
	Pos  table.Pos
}

// form is the word expected, with its number among those of its form.
func (x Expect) form() string {
	if x.Nth > 1 {
		return x.Form + "#" + strconv.Itoa(x.Nth)
	}
	return x.Form
}

// find is one alternative of what a rule looks for.
type find struct {
	pos     table.Pos
	clauses []clause
}

type clauseMode uint8

const (
	must clauseMode = iota
	mustNot
	mayBe
)

// clause is a chain node (edge node)*; edges[i] joins nodes[i] and nodes[i+1].
type clause struct {
	mode  clauseMode
	text  string // as written, for explanations
	pos   table.Pos
	nodes []node
	edges []edge
}

type node struct {
	name  string // "" if anonymous
	terms []term
	pos   table.Pos
}

type edgeOp uint8

const (
	toChild    edgeOp = iota // >rel
	toParent                 // <rel
	toBelow                  // >>rel, >rel*
	toAbove                  // <<rel, <rel*
	toNext                   // . and ..N
	toPrevious               // <. and <..N
)

type edge struct {
	op     edgeOp
	rels   []relation // none: any relation
	not    bool       // any relation but these
	zero   bool       // no step at all is a way, too
	within int32      // for toNext and toPrevious: how many words away at most
	text   string
	pos    table.Pos
}

type relation struct {
	name  string
	exact bool // without subtypes
	pos   table.Pos
}

// term is one constraint of a node: at least one of its alternatives holds, or
// none of them where it is negated.
type term struct {
	not  bool
	alts []alt
	text string
}

type altKind uint8

// In the order of their cost.
const (
	altUPOS altKind = iota
	altFirst
	altLast
	altRel
	altXPOS
	altLemma
	altForm
	altFeat
	altKindOf
	altClass
)

type alt struct {
	kind   altKind
	key    string // name of the feature
	val    string // lower case for lemmas and forms
	prefix bool   // val is the beginning of what is asked for
	exact  bool   // a relation without its subtypes
	pos    table.Pos
}
