package mention

import (
	"io/fs"
	"sync"

	"annals/engine/doc"
	"annals/kb"
)

// Stage finds mentions. It is immutable and safe for concurrent use.
type Stage struct {
	base *kb.Base
	lex  *Lexicon
	pool sync.Pool // of *finder: scratch memory only
}

// New builds the stage over a knowledge base and the tables of a language
// (agents.tsv, titles.tsv, pronouns.tsv, who-modifiers.tsv, who-counts.tsv).
func New(base *kb.Base, tables fs.FS) (*Stage, error) {
	lex, err := Load(tables)
	if err != nil {
		return nil, err
	}
	s := &Stage{base: base, lex: lex}
	s.pool.New = func() any { return &finder{base: base, lex: lex} }
	return s, nil
}

// Name is "mention".
func (s *Stage) Name() string { return "mention" }

// Reads lists the layers that the stage needs.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerText, doc.LayerTokens, doc.LayerTrees}
}

// Writes lists the layer that the stage fills.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerMentions} }

// Run fills d.Mentions.
func (s *Stage) Run(d *doc.Document) {
	f := s.pool.Get().(*finder)
	f.document(d)
	f.d, f.out = nil, nil
	s.pool.Put(f)
}

// finder is the scratch memory of one run. Slices named by token are indexed
// by the token's place in its sentence.
type finder struct {
	base *kb.Base
	lex  *Lexicon
	d    *doc.Document
	day  kb.Day
	out  []doc.Mention

	first, last int32 // tokens of the sentence
	buf         []byte
	from, to    []int32 // folded text of each token in buf
	words       []uint8 // words in the folded text
	role        []roleMatch
	alias       []aliasMatch // at the first token of the match
	inside      []int32      // start of the alias match that covers the token, or -1
	org         []int32      // end of a name of an organisation with "of" inside, or 0
	top         []int32      // head of the block the token belongs to
	hits        []kb.Hit
	pieces      []piece
	acronyms    []acronym
}

// Day converts a day of the document to one of the knowledge base.
func Day(d doc.Day) kb.Day {
	if d == 0 {
		return 0
	}
	y, m, dd := d.Date()
	return kb.NewDay(y, m, dd)
}

func (f *finder) document(d *doc.Document) {
	f.d, f.day = d, Day(d.Published)
	f.out = make([]doc.Mention, 0, len(d.Tokens)/3+8)
	f.acronyms = f.acronyms[:0]
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		if sent.Last <= sent.First || sent.Kind == doc.Colophon {
			continue
		}
		f.sentence(sent)
	}
	f.lists()
	d.Mentions = f.out
}

func (f *finder) sentence(sent *doc.Sentence) {
	f.first, f.last = sent.First, sent.Last
	f.fold()
	f.matchRoles()
	f.matchAliases()
	f.unite()
	start := len(f.out)
	f.blocks()
	f.owners(start)
	f.appositions(start)
}
