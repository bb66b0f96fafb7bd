package match

import "annals/table"

// Parse reads a rule file.
func Parse(file string, src []byte) (*File, []table.Problem) { return &File{Name: file}, nil }

// Schema is what is known outside the rules.
type Schema struct{ Classes, Kinds, UPOS, Rels, Gives []string }

// Check finds the faults of meaning.
func (f *File) Check(s Schema) []table.Problem { return nil }

// Format lays a rule file out.
func Format(src []byte) []byte { return src }

// Program is a set of rules made ready to run; it is immutable.
type Program struct{}

// Compile makes rules ready to run.
func Compile(files ...*File) (*Program, error) { return &Program{}, nil }

// Scratch is the working memory of one goroutine.
type Scratch struct{}

// Match is one way in which a rule matches.
type Match struct {
	Rule   *Rule
	Find   int
	Anchor int32
	Caps   []int32
}

// Get is the word that a capture holds, or -1.
func (m Match) Get(name string) int32 {
	for i, n := range m.Rule.names {
		if n == name {
			return m.Caps[i]
		}
	}
	return -1
}

// At yields the matches of all rules at an anchor.
func (p *Program) At(t Tree, anchor int32, s *Scratch, yield func(Match) bool) {}

// Attempt is how far a rule got.
type Attempt struct {
	Rule    *Rule
	Find    int
	Matched bool
	Why     string
}

// Explain tells how far each rule got at an anchor, best first.
func (p *Program) Explain(t Tree, anchor int32) []Attempt { return nil }

// Words answers for the trees of stored parses what only tables know.
type Words struct {
	Class func(name string, t *Parsed, i int32) bool
	Kind  func(name string, t *Parsed, i int32) bool
}

// Parsed is a stored parse.
type Parsed struct{}

// Parses are stored parses keyed by sentence.
type Parses struct{}

// ReadParses reads stored parses.
func ReadParses(file string, src []byte) (*Parses, []table.Problem) { return &Parses{}, nil }

// WriteParses writes stored parses.
func WriteParses(p *Parses) []byte { return nil }

// Examples are the sentences that need a parse.
func (f *File) Examples() []string { return nil }

// Test runs the examples of the file's rules.
func (f *File) Test(p *Parses, w Words) []table.Problem { return nil }
