package link

import (
	"fmt"
	"io/fs"
	"sync"

	"annals/engine/doc"
	"annals/engine/mention"
	"annals/kb"
	"annals/table"
)

// Stage links mentions. It is immutable and safe for concurrent use.
type Stage struct {
	base *kb.Base
	lex  *mention.Lexicon
	pool sync.Pool // of *linker: scratch memory only

	names     map[string]string // English names of states by code, and of bodies, where they differ
	partisans map[string]partisan
}

// New builds the stage over a knowledge base and the tables of a language.
func New(base *kb.Base, tables fs.FS) (*Stage, error) {
	lex, err := mention.Load(tables)
	if err != nil {
		return nil, err
	}
	s := &Stage{base: base, lex: lex}
	if err := s.loadNames(tables); err != nil {
		return nil, err
	}
	s.pool.New = func() any {
		return &linker{
			base: base, lex: lex, names: s.names, partisans: s.partisans, known: map[kb.EntityID]struct{}{}, byText: map[string]int32{},
			byFirst: map[string][]int32{}, byLast: map[string][]int32{},
		}
	}
	return s, nil
}

// partisan is the party that a word for its people stands for.
type partisan struct{ party, country string }

// loadNames reads who-names.tsv and who-partisans.tsv.
func (s *Stage) loadNames(tables fs.FS) error {
	s.names, s.partisans = map[string]string{}, map[string]partisan{}
	for _, f := range []struct {
		file string
		row  func(table.Row)
	}{
		{"who-names.tsv", func(r table.Row) { s.names[kb.Fold(r.Get(0))] = r.Get(1) }},
		{"who-partisans.tsv", func(r table.Row) { s.partisans[r.Get(0)] = partisan{kb.FoldKey(r.Get(1)), r.Get(2)} }},
	} {
		src, err := fs.ReadFile(tables, f.file)
		if err != nil {
			return fmt.Errorf("table of the stage link: %w", err)
		}
		t, problems := table.Parse(f.file, src)
		if len(problems) > 0 {
			return problems[0]
		}
		for _, row := range t.Rows {
			f.row(row)
		}
	}
	return nil
}

// Name is "link".
func (s *Stage) Name() string { return "link" }

// Reads lists the layers that the stage needs.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerText, doc.LayerTokens, doc.LayerTrees, doc.LayerMentions}
}

// Writes lists the layer that the stage fills: fields of the mentions.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerLinks} }

// Run fills entity, country, sector and office of d.Mentions.
func (s *Stage) Run(d *doc.Document) {
	l := s.pool.Get().(*linker)
	l.document(d)
	l.d = nil
	s.pool.Put(l)
}

// linker is the scratch memory of one run.
type linker struct {
	base *kb.Base
	lex  *mention.Lexicon

	names     map[string]string
	partisans map[string]partisan

	d   *doc.Document
	day kb.Day

	hits    []kb.Hit
	offices []kb.Office
	cands   []candidate
	buf     []byte
	weights []weight                 // states the report is about
	known   map[kb.EntityID]struct{} // entities named so far
	byText  map[string]int32         // unknown persons by full name
	byFirst map[string][]int32       // persons named in full, by first word
	byLast  map[string][]int32       // and by last word
	full    []int32                  // full name of the same text that a mention shortens or repeats, or -1
	main    string                   // country that most of the report is about, or ""
	share   float64                  // its share of all weight
}

// weight is how much a report is about a country.
type weight struct {
	country string
	w       float64
}

func (l *linker) document(d *doc.Document) {
	l.d, l.day = d, mention.Day(d.Published)
	l.weights, l.full = l.weights[:0], l.full[:0]
	clear(l.known)
	clear(l.byText)
	clear(l.byFirst)
	clear(l.byLast)
	for k := range d.Mentions {
		l.full = append(l.full, d.Mentions[k].Antecedent)
	}
	l.weigh()
	for _, single := range []bool{false, true} {
		for k := range d.Mentions {
			m := &d.Mentions[k]
			if (m.Form == doc.Named || m.Form == doc.Adjectival || m.Form == doc.Nominal && m.Via == "nationality" && m.Of < 0) && l.full[k] < 0 && (m.Last-m.First == 1) == single && m.Entity == 0 {
				l.name(int32(k))
			}
		}
	}
	l.settle()
	for k := range d.Mentions {
		l.describe(int32(k))
	}
	for k := range d.Mentions {
		l.gather(int32(k))
	}
	l.shorten()
	l.place()
	for k := range d.Mentions {
		l.partisan(&d.Mentions[k])
	}
	for k := range d.Mentions {
		l.holder(int32(k))
	}
	for k := range d.Mentions {
		l.belonging(&d.Mentions[k])
	}
	l.shorten()
	for k := range d.Mentions {
		m := &d.Mentions[k]
		switch {
		case m.Sector == "IGO": // "international inspectors": a body above states, which has no sector
			m.Sector = ""
			if m.Country == "" {
				m.Country = "IGO"
			}
		case m.Country == "IMG" && m.Sector == "GOV":
			m.Sector = "REB"
		case international(m.Country) && m.Country != "IMG":
			m.Sector = ""
		}
		if m.Entity == 0 || m.Name == "" {
			continue
		}
		key := m.Name
		if m.Kind == doc.State {
			key = m.Country
		}
		if n := l.names[kb.Fold(key)]; n != "" {
			m.Name = n
		}
	}
}

// gather takes to the full name what is told beside a later use of it.
func (l *linker) gather(k int32) {
	m := &l.d.Mentions[k]
	if l.full[k] < 0 || m.Form != doc.Named {
		return
	}
	a := &l.d.Mentions[l.full[k]]
	if a.Entity != 0 || a.Form != doc.Named {
		return
	}
	if a.Office == "" && m.Office != "" {
		a.Office, a.Class, a.Noun = m.Office, m.Class, m.Noun
	}
	if a.Sector == "" {
		a.Sector = m.Sector
	}
	if a.Country == "" {
		a.Country = m.Country
	}
	if a.Of < 0 {
		a.Of = m.Of
	}
}

// shorten copies what is known of the full or apposed names to those that
// stand for them.
func (l *linker) shorten() {
	for k := range l.d.Mentions {
		if l.full[k] < 0 {
			continue
		}
		m, a := &l.d.Mentions[k], &l.d.Mentions[l.full[k]]
		m.Entity, m.ID, m.Open, m.OpenIDs = a.Entity, a.ID, a.Open, a.OpenIDs
		if a.Name != "" {
			m.Name = a.Name
		}
		if a.Country != "" {
			m.Country = a.Country
		}
		if a.Sector != "" || international(a.Country) {
			m.Sector, m.Sectors = a.Sector, a.Sectors
		}
		if m.Kind == doc.OtherKind {
			m.Kind = a.Kind
		}
		if m.Gender == 0 {
			m.Gender = a.Gender
		}
	}
}

// international reports whether a code is one of those for bodies above states,
// which have no sector but for armed groups.
func international(code string) bool {
	switch code {
	case "UNO", "EUR", "IGO", "NGO", "MNC", "ISM", "IMG":
		return true
	}
	return false
}
