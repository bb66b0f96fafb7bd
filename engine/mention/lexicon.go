package mention

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/kb"
	"annals/lang"
	"annals/table"
)

// Role is what a role noun or title says of those it stands for.
type Role struct {
	Word    string // folded, singular
	Sector  string
	Body    bool   // stands for an organisation, force or office, not for people
	Place   bool   // stands for a place
	Thing   bool   // stands for nobody ("state of emergency")
	Group   bool   // a word for many people ("troops")
	Noun    string // class of the noun: soldier, minister, rebel …
	Office  string // class of the office of a title, as in package kb
	Gender  byte
	Title   bool   // may stand before a name
	Address bool   // a form of address, which tells no office
	Country string // of an office that only one country has
	Takes   bool   // takes the sector of its owner or of the word before it
}

// SectorOf is the sector of a role that belongs to an owner with a sector:
// the owner's, where the role takes it. Units and officers of a state stay
// military whatever civil office they belong to.
func (r *Role) SectorOf(owner string) string {
	if !r.Takes || owner == "" {
		return r.Sector
	}
	if r.Sector == "MIL" {
		switch owner {
		case "MIL", "REB", "PRM", "UAF", "COP", "SPY":
			return owner
		}
		return r.Sector
	}
	return owner
}

// roleForm is a role in one number.
type roleForm struct {
	role   int32
	plural bool
}

type modEffect uint8

const (
	modNone modEffect = iota
	modSector
	modOver
	modFormer
	modElect
	modHedge
	modHome
	modNothing
)

type modifier struct {
	effect modEffect
	sector string
}

type pronoun struct {
	person byte
	plural bool
	any    bool
	gender byte
	use    byte // 'p' personal, 's' possessive, 'r' reflexive, 't' set
}

type countRole uint8

const (
	countNone countRole = iota
	countNumber
	countTimes
	countPlural
	countVague
	countContainer
	countAbout
	countLeast
	countMore
	countMost
	countLess
)

type countWord struct {
	role  countRole
	value int64
}

// Lexicon holds the tables of words for people, bodies and numbers. It is
// immutable.
type Lexicon struct {
	roles    []Role
	forms    map[string]roleForm
	first    map[string]uint8 // first word to the words of the longest phrase
	mods     map[string]modifier
	pronouns map[string]pronoun
	counts   map[string]countWord
	abroad   map[string]bool
	vague    map[string]bool
	classes  *lang.Classes
}

// Is reports whether a word belongs to a class of classes.tsv.
func (x *Lexicon) Is(class, word string) bool { return x.classes.Has(class, word) }

// Vague reports whether a folded name is made only of words that name a part of
// very many countries: "western", "central district".
func (x *Lexicon) Vague(folded string) bool {
	for word := range strings.FieldsSeq(folded) {
		if !x.vague[word] {
			return false
		}
	}
	return true
}

// Abroad reports whether a nationality before a noun tells nothing of the place:
// "a Norvian raid", "Norvian wine".
func (x *Lexicon) Abroad(lemma string) bool { return x.abroad[lemma] }

// Load reads the tables agents, titles, pronouns, who-modifiers, who-counts,
// who-abroad, who-vague and classes from the folder of a language.
func Load(tables fs.FS) (*Lexicon, error) {
	x := &Lexicon{
		forms: map[string]roleForm{}, first: map[string]uint8{}, mods: map[string]modifier{},
		pronouns: map[string]pronoun{}, counts: map[string]countWord{}, abroad: map[string]bool{}, vague: map[string]bool{},
	}
	for _, f := range []struct {
		file string
		read func(*table.Table, table.Row) error
	}{{"titles.tsv", x.title}, {"agents.tsv", x.agent}, {"pronouns.tsv", x.pronoun}, {"who-modifiers.tsv", x.modifier}, {"who-counts.tsv", x.count}, {"who-abroad.tsv", words(x.abroad)}, {"who-vague.tsv", words(x.vague)}} {
		src, err := fs.ReadFile(tables, f.file)
		if err != nil {
			return nil, fmt.Errorf("table of the stage mention: %w", err)
		}
		t, problems := table.Parse(f.file, src)
		if len(problems) > 0 {
			return nil, problems[0]
		}
		for _, row := range t.Rows {
			if err := f.read(t, row); err != nil {
				return nil, err
			}
		}
	}
	classes, problems, err := lang.LoadClasses(tables)
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, problems[0]
	}
	x.classes = classes
	return x, nil
}

// nounOfOffice gives the noun class of a title from the class of its office.
var nounOfOffice = [...][2]string{
	{kb.HeadOfState, "leader"}, {kb.HeadOfGovernment, "leader"}, {kb.Monarch, "leader"}, {kb.VicePresident, "leader"},
	{kb.DeputyHead, "minister"}, {kb.ForeignMinister, "minister"}, {kb.DefenceMinister, "minister"}, {kb.InteriorMinister, "minister"},
	{kb.FinanceMinister, "minister"}, {kb.JusticeMinister, "minister"}, {kb.Minister, "minister"}, {kb.Legislator, "lawmaker"},
	{kb.Speaker, "lawmaker"}, {kb.Ambassador, "diplomat"}, {kb.Governor, "governor"}, {kb.Mayor, "mayor"}, {kb.CentralBank, "official"},
	{kb.PartyLeader, "politician"}, {kb.RebelLeader, "rebel"}, {kb.IGOHead, "leader"}, {kb.Spokesperson, "spokesman"}, {kb.Judge, "judge"},
	{kb.Military, "officer"}, {kb.Police, "policeman"}, {kb.Intelligence, "spy"}, {kb.StateOfficial, "official"}, {"leader", "leader"},
}

var nounOfSector = [...][2]string{
	{"REL", "cleric"}, {"BUS", "businessman"}, {"JRN", "journalist"}, {"EDU", "student"}, {"MED", "doctor"}, {"LAB", "worker"},
	{"SOC", "aid worker"}, {"CVL", "civilian"},
}

func pick(table [][2]string, key string) string {
	for _, kv := range table {
		if kv[0] == key {
			return kv[1]
		}
	}
	return ""
}

func (x *Lexicon) title(t *table.Table, row table.Row) error {
	r := Role{Word: kb.Fold(row.Get(0)), Sector: row.Get(2), Office: row.Get(3), Title: true, Takes: row.Get(5) == "take", Country: row.Get(6)}
	if g := row.Get(4); g != "" {
		r.Gender = g[0]
	}
	if r.Office == "address" {
		r.Office, r.Address = "", true
	}
	if r.Noun = pick(nounOfOffice[:], r.Office); r.Noun == "" {
		r.Noun = pick(nounOfSector[:], r.Sector)
	}
	return x.add(t, row, r)
}

func (x *Lexicon) agent(t *table.Table, row table.Row) error {
	r := Role{Word: kb.Fold(row.Get(0)), Sector: row.Get(2), Noun: row.Get(4), Takes: row.Get(5) == "take"}
	switch kind := row.Get(3); kind {
	case "person":
	case "man", "woman":
		r.Gender = map[string]byte{"man": 'm', "woman": 'f'}[kind]
	case "group":
		r.Group = true
	case "body":
		r.Body = true
	case "place":
		r.Place = true
	case "thing":
		r.Thing = true
	default:
		return t.Fault(row, 3, table.DidYouMean(kind, []string{"person", "man", "woman", "group", "body", "place", "thing"}), "unknown kind %q", kind)
	}
	if f, ok := x.forms[r.Word]; ok && x.roles[f.role].Title && f.plural {
		return nil // the plural of a title
	} else if ok && x.roles[f.role].Title {
		// The title's office and sector stand; the noun's class is finer.
		have := &x.roles[f.role]
		have.Noun = r.Noun
		have.Takes = have.Takes || r.Takes
		if have.Sector == "" {
			have.Sector = r.Sector
		}
		return nil
	}
	return x.add(t, row, r)
}

func (x *Lexicon) add(t *table.Table, row table.Row, r Role) error {
	if r.Word == "" {
		return t.Fault(row, 0, "write a word", "a row without a word")
	}
	id := int32(len(x.roles))
	x.roles = append(x.roles, r)
	put := func(key string, plural bool) {
		if _, ok := x.forms[key]; ok {
			return
		}
		x.forms[key] = roleForm{id, plural}
		word, _, _ := strings.Cut(key, " ")
		x.first[word] = max(x.first[word], uint8(strings.Count(key, " ")+1))
	}
	switch plural := row.Get(1); plural {
	case "+":
		put(r.Word, true)
	case "":
		put(r.Word, false)
		put(pluralOf(r.Word), true)
	default:
		put(r.Word, false)
		put(kb.Fold(plural), true)
	}
	return nil
}

// pluralOf gives the regular plural of a folded phrase: of its last word, or of
// the word before "of", "for" or "to".
func pluralOf(s string) string {
	for _, cut := range []string{" of ", " for ", " to ", " in "} {
		if i := strings.Index(s, cut); i > 0 {
			return pluralOf(s[:i]) + s[i:]
		}
	}
	n := len(s)
	switch {
	case n > 1 && s[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(s[n-2])):
		return s[:n-1] + "ies"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	}
	return s + "s"
}

func (x *Lexicon) pronoun(t *table.Table, row table.Row) error {
	p := pronoun{plural: row.Get(2) == "pl", any: row.Get(2) == "any"}
	if n := row.Get(1); len(n) == 1 && '1' <= n[0] && n[0] <= '3' {
		p.person = n[0] - '0'
	} else {
		return t.Fault(row, 1, "1, 2 or 3", "unknown person %q", n)
	}
	if g := row.Get(3); g != "" {
		p.gender = g[0]
	}
	switch use := row.Get(4); use {
	case "personal":
		p.use = 'p'
	case "possessive":
		p.use = 's'
	case "reflexive":
		p.use = 'r'
	case "set":
		p.use = 't'
	default:
		return t.Fault(row, 4, table.DidYouMean(use, []string{"personal", "possessive", "reflexive", "set"}), "unknown use %q", use)
	}
	x.pronouns[strings.ToLower(row.Get(0))] = p
	return nil
}

func (x *Lexicon) modifier(t *table.Table, row table.Row) error {
	names := []string{"sector", "over", "former", "elect", "hedge", "home", "none"}
	effects := []modEffect{modSector, modOver, modFormer, modElect, modHedge, modHome, modNothing}
	for i, n := range names {
		if row.Get(1) == n {
			x.mods[kb.Fold(row.Get(0))] = modifier{effects[i], row.Get(2)}
			return nil
		}
	}
	return t.Fault(row, 1, table.DidYouMean(row.Get(1), names), "unknown effect %q", row.Get(1))
}

// words reads a table of one column into a set.
func words(set map[string]bool) func(*table.Table, table.Row) error {
	return func(_ *table.Table, row table.Row) error {
		set[row.Get(0)] = true
		return nil
	}
}

func (x *Lexicon) count(t *table.Table, row table.Row) error {
	names := []string{"number", "times", "plural", "vague", "container", "about", "least", "more", "most", "less"}
	roles := []countRole{countNumber, countTimes, countPlural, countVague, countContainer, countAbout, countLeast, countMore, countMost, countLess}
	for i, n := range names {
		if row.Get(1) != n {
			continue
		}
		var v int64
		if _, err := fmt.Sscan(row.Get(2), &v); err != nil {
			return t.Fault(row, 2, "write a whole number", "%q is no number", row.Get(2))
		}
		x.counts[row.Get(0)] = countWord{roles[i], v}
		return nil
	}
	return t.Fault(row, 1, table.DidYouMean(row.Get(1), names), "unknown role %q", row.Get(1))
}

// Role finds the longest role phrase at the end of folded words; ok is false
// where the words end in none. The plural tells the number.
func (x *Lexicon) Role(folded string) (r *Role, plural, ok bool) {
	for {
		if f, found := x.forms[folded]; found {
			return &x.roles[f.role], f.plural, true
		}
		_, rest, more := strings.Cut(folded, " ")
		if !more {
			return nil, false, false
		}
		folded = rest
	}
}
