package frame

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"annals/lang"
	"annals/ontology"
	"annals/table"
)

// Spec says which role stands in a slot and what may fill it.
type Spec struct {
	Slots []string
	Role  string
	Sel   []string // what may fill it; empty: the rule of the role
	Must  bool     // the sense needs it
}

// Entry is one sense of a word: a line of the lexicon.
type Entry struct {
	File  string
	Line  int
	Word  string
	POS   string // v, vo, n, a, pn
	Frame *ontology.Frame
	Specs []Spec
	words [][]string // lemmas at each place, "a/b" being alternatives
	head  int        // place of the head
}

// Ref is the line as `annals why` names it: "lexicon/assault.tsv:12".
func (e *Entry) Ref() string { return fmt.Sprintf("%s:%d", e.File, e.Line) }

// Example is a sentence that must, or must not, give a sense.
type Example struct {
	Entry int
	Want  bool
	Text  string
	Roles map[string]string
	Pos   table.Pos
}

// Lexicon is all senses, found by the lemma of their head; immutable.
type Lexicon struct {
	Entries  []*Entry
	Examples []Example
	byHead   map[string][]int32 // lemma to entries
	classes  *lang.Classes
	frames   map[string]bool // lemmas that tell an act
}

var partsOfSpeech = []string{"v", "vo", "n", "a", "pn"}

// LoadLexicon reads lexicon/*.tsv and classes.tsv of a language folder.
func LoadLexicon(fsys fs.FS, onto *ontology.Ontology) (*Lexicon, []table.Problem, error) {
	classes, problems, err := lang.LoadClasses(fsys)
	if err != nil {
		return nil, problems, err
	}
	l := &Lexicon{byHead: map[string][]int32{}, classes: classes, frames: map[string]bool{}}
	names, err := fs.Glob(fsys, "lexicon/*.tsv")
	if err != nil {
		return nil, problems, fmt.Errorf("lexicon: %w", err)
	}
	sort.Strings(names)
	for _, name := range names {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, problems, fmt.Errorf("lexicon: %w", err)
		}
		problems = append(problems, l.add(name, src, onto)...)
	}
	return l, problems, nil
}

// CheckLexicon reports the faults of one lexicon file.
func CheckLexicon(name string, src []byte, onto *ontology.Ontology, classes *lang.Classes) []table.Problem {
	l := &Lexicon{byHead: map[string][]int32{}, classes: classes, frames: map[string]bool{}}
	return l.add(name, src, onto)
}

func (l *Lexicon) add(name string, src []byte, onto *ontology.Ontology) []table.Problem {
	t, problems := table.Parse(name, src)
	if want := []string{"word", "pos", "frame", "slots", "note"}; strings.Join(t.Columns, " ") != strings.Join(want, " ") {
		return append(problems, table.Problem{Pos: table.Pos{File: name, Line: 1, Col: 1},
			Msg: fmt.Sprintf("the columns are %q", strings.Join(t.Columns, " ")), Hint: "write #: " + strings.Join(want, " ")})
	}
	for _, r := range t.Rows {
		if r.Get(0) == "yes" || r.Get(0) == "no" {
			problems = append(problems, l.example(t, r)...)
			continue
		}
		e, faults := l.entry(t, r, onto)
		problems = append(problems, faults...)
		if e == nil {
			continue
		}
		id := int32(len(l.Entries))
		l.Entries = append(l.Entries, e)
		for _, lemma := range e.words[e.head] {
			l.byHead[lemma] = append(l.byHead[lemma], id)
			if len(e.words) == 1 && e.Frame.Kind != ontology.State {
				l.frames[lemma] = true
			}
		}
	}
	return problems
}

// entry reads one line; senses with faults are left out.
func (l *Lexicon) entry(t *table.Table, r table.Row, onto *ontology.Ontology) (*Entry, []table.Problem) {
	var problems []table.Problem
	e := &Entry{File: t.File, Line: r.Line, Word: r.Get(0), POS: r.Get(1), Frame: onto.Frame(r.Get(2))}
	if !has(partsOfSpeech, e.POS) {
		problems = append(problems, t.Fault(r, 1, "one of "+strings.Join(partsOfSpeech, " "), "no part of speech %q", e.POS))
	}
	if e.Frame == nil {
		problems = append(problems, t.Fault(r, 2, table.DidYouMean(r.Get(2), onto.FrameNames()), "no frame %q", r.Get(2)))
	}
	for _, w := range strings.Fields(e.Word) {
		e.words = append(e.words, strings.Split(w, "/"))
	}
	if len(e.words) == 0 {
		return nil, append(problems, t.Fault(r, 0, "", "no word"))
	}
	if e.POS == "n" || e.POS == "pn" {
		e.head = len(e.words) - 1
	}
	for _, f := range strings.Fields(r.Get(3)) {
		spec, msg, hint := l.spec(f)
		if msg != "" {
			problems = append(problems, t.Fault(r, 3, hint, "%s", msg))
			continue
		}
		e.Specs = append(e.Specs, spec)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return e, nil
}

// spec reads "slot|slot:role{x|y}!".
func (l *Lexicon) spec(f string) (s Spec, msg, hint string) {
	slots, role, ok := strings.Cut(f, ":")
	if !ok || slots == "" || role == "" {
		return s, fmt.Sprintf("%q is no slot", f), "write slot:role, as in subj:doer"
	}
	s.Slots = strings.Split(slots, "|")
	role, s.Must = strings.CutSuffix(role, "!")
	if open := strings.IndexByte(role, '{'); open >= 0 {
		if !strings.HasSuffix(role, "}") {
			return s, fmt.Sprintf("%q lacks its closing }", f), ""
		}
		s.Sel = strings.Split(role[open+1:len(role)-1], "|")
		role = role[:open]
		for _, x := range s.Sel {
			if !has(selections, x) && !l.classes.Known(x) {
				known := append(append([]string{}, selections...), l.classes.Names()...)
				return s, fmt.Sprintf("no class %q", x), table.DidYouMean(x, known)
			}
		}
	}
	s.Role = role
	return s, "", ""
}

// example reads a yes or no line: the sentence and "role=words" pairs.
func (l *Lexicon) example(t *table.Table, r table.Row) []table.Problem {
	if len(l.Entries) == 0 {
		return []table.Problem{t.Fault(r, 0, "", "an example before the first sense")}
	}
	x := Example{Entry: len(l.Entries) - 1, Want: r.Get(0) == "yes", Text: r.Get(1), Roles: map[string]string{}, Pos: t.Pos(r, 1)}
	var problems []table.Problem
	for _, f := range r.Cells[min(2, len(r.Cells)):] {
		for _, pair := range strings.Split(f.Text, ", ") {
			role, words, ok := strings.Cut(pair, "=")
			if !ok {
				problems = append(problems, table.Problem{Pos: table.Pos{File: t.File, Line: r.Line, Col: f.Col},
					Msg: fmt.Sprintf("%q is no expectation", pair), Hint: "write role=words, divided by a comma"})
				continue
			}
			x.Roles[role] = words
		}
	}
	l.Examples = append(l.Examples, x)
	return problems
}

func has(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// Class reports whether a word is of a class of words.
func (l *Lexicon) Class(class, word string) bool { return l.classes.Has(class, word) }

// Classes are the classes of words that the lexicon uses.
func (l *Lexicon) Classes() *lang.Classes { return l.classes }

// Knows reports whether a lemma heads a sense or belongs to a class.
func (l *Lexicon) Knows(lemma string) bool {
	return len(l.byHead[lemma]) > 0 || l.classes.Member(lemma)
}

// Verb reports whether a lemma heads a sense as a verb.
func (l *Lexicon) Verb(lemma string) bool {
	for _, id := range l.byHead[lemma] {
		if pos := l.Entries[id].POS; pos == "v" || pos == "vo" {
			return true
		}
	}
	return false
}
