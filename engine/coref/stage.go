package coref

import (
	"io/fs"
	"sync"

	"annals/engine/doc"
	"annals/engine/mention"
	"annals/kb"
)

// Stage resolves mentions. It is immutable and safe for concurrent use.
type Stage struct {
	base *kb.Base
	lex  *mention.Lexicon
	pool sync.Pool // of *solver: scratch memory only
}

// New builds the stage over a knowledge base and the tables of a language.
func New(base *kb.Base, tables fs.FS) (*Stage, error) {
	lex, err := mention.Load(tables)
	if err != nil {
		return nil, err
	}
	s := &Stage{base: base, lex: lex}
	s.pool.New = func() any {
		return &solver{base: base, lex: lex, w: tuned(), byEntity: map[entityKey]int32{}, byName: map[string]int32{}, byWord: map[string]int32{}, bySpoken: map[spokenKey]int32{}, byWords: map[string]int32{}}
	}
	return s, nil
}

// Name is "coref".
func (s *Stage) Name() string { return "coref" }

// Reads lists the layers that the stage needs.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerText, doc.LayerTokens, doc.LayerTrees, doc.LayerQuotes, doc.LayerMentions, doc.LayerLinks}
}

// Writes lists the layer that the stage fills: Chains, and the antecedents and
// members of mentions.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerChains} }

// Run fills d.Chains and completes pronouns and descriptions.
func (s *Stage) Run(d *doc.Document) {
	x := s.pool.Get().(*solver)
	x.document(d)
	x.d = nil
	s.pool.Put(x)
}

// solver is the scratch memory of one run.
type solver struct {
	base *kb.Base
	lex  *mention.Lexicon
	w    weights
	d    *doc.Document
	day  kb.Day

	n        int32 // mentions before the lists
	clusters []cluster
	of       []int32 // cluster of each mention, or -1
	at       []int32 // mention of each token

	byEntity map[entityKey]int32 // clusters of this report, for names
	byName   map[string]int32
	byWord   map[string]int32 // by the first and the last word of persons' names
	bySpoken map[spokenKey]int32
	byWords  map[string]int32 // by the words of descriptions
	buf      []byte
}

// cluster is what is known of one thing while the report is read.
type cluster struct {
	kind    doc.MentionKind
	plural  bool
	gender  byte
	sure    bool  // the gender is that of an entity, a title or a pronoun
	best    int32 // mention that names it best
	count   int32 // mentions so far
	country string
	noun    string
	class   string
}

// entityKey tells an entity from the people who are called by it.
type entityKey struct {
	entity uint32
	kind   doc.MentionKind
}

func (s *solver) document(d *doc.Document) {
	s.d, s.day = d, mention.Day(d.Published)
	s.clusters = s.clusters[:0]
	clear(s.byEntity)
	clear(s.byName)
	clear(s.byWord)
	clear(s.bySpoken)
	clear(s.byWords)
	s.at = mention.Index(d)
	s.of = s.of[:0]
	s.n = int32(len(d.Mentions))
	for k := range d.Mentions {
		s.of = append(s.of, -1)
		if d.Mentions[k].Form == doc.Conjunction && int32(k) < s.n {
			s.n = int32(k)
		}
	}
	for k := int32(0); k < s.n; k++ {
		s.join(k)
	}
	for k := int32(0); k < s.n; k++ {
		s.resolve(k)
	}
	s.chains()
}

// resolve finds the antecedent of one mention, if it needs one, and lets what
// belongs to a pronoun take its country.
func (s *solver) resolve(k int32) {
	m := &s.d.Mentions[k]
	if s.of[k] < 0 {
		switch {
		case m.Noun == "set":
			s.set(k)
		case m.Form == doc.Pronominal:
			s.pronoun(k)
		case m.Form == doc.Nominal:
			s.description(k)
			s.predicate(k)
			s.again(k)
		}
	} else if m.Form == doc.Nominal && m.Sector == "" && s.head(m) == "counterpart" {
		s.counterpart(k) // "his Greek counterpart, George Gerapetritis"
		if m.Antecedent >= 0 {
			s.share(m, &s.d.Mentions[m.Antecedent])
		}
	}
	if s.of[k] < 0 {
		s.open(k)
	}
	s.clusters[s.of[k]].count++
	s.inherit(k)
}

// open begins a cluster with mention k.
func (s *solver) open(k int32) int32 {
	m := &s.d.Mentions[k]
	c := cluster{kind: m.Kind, plural: m.Plural, gender: m.Gender, best: k, country: m.Country, noun: m.Noun, class: m.Class}
	c.sure = m.Gender != 0 && (m.Entity != 0 || m.Form != doc.Named)
	if m.Form == doc.Adjectival {
		c.plural = false
	}
	s.clusters = append(s.clusters, c)
	s.of[k] = int32(len(s.clusters) - 1)
	return s.of[k]
}

// put adds mention k to cluster c.
func (s *solver) put(k, c int32) {
	s.of[k] = c
	m, x := &s.d.Mentions[k], &s.clusters[c]
	if m.Gender != 0 && !x.sure && m.Gender != 'n' {
		sure := m.Entity != 0 || m.Form != doc.Named
		if x.gender == 0 || sure || m.Last-m.First > 1 {
			x.gender, x.sure = m.Gender, sure
		}
	}
	if x.class == "" && m.Form != doc.Pronominal {
		x.class = m.Class
	}
	if x.noun == "" {
		x.noun = m.Noun
	}
	if x.kind == doc.OtherKind && m.Kind != doc.OtherKind {
		x.kind = m.Kind
	}
	if s.better(k, x.best) {
		x.best = k
	}
}

// better reports whether mention a names a thing better than b.
func (s *solver) better(a, b int32) bool {
	x, y := &s.d.Mentions[a], &s.d.Mentions[b]
	if rank(x) != rank(y) {
		return rank(x) > rank(y)
	}
	return x.Form == doc.Named && x.Last-x.First > y.Last-y.First && x.Entity == 0
}

func rank(m *doc.Mention) int {
	switch m.Form {
	case doc.Named:
		return 4
	case doc.Nominal:
		return 2
	case doc.Adjectival:
		return 3
	}
	return 0
}

// chains writes the layer.
func (s *solver) chains() {
	d := s.d
	d.Chains = make([]doc.Chain, len(s.clusters))
	total := make([]int32, 0, s.n)
	counts := make([]int32, len(s.clusters)+1)
	for k := int32(0); k < s.n; k++ {
		counts[s.of[k]+1]++
	}
	for c := range s.clusters {
		counts[c+1] += counts[c]
	}
	total = total[:s.n]
	next := append([]int32(nil), counts...)
	for k := int32(0); k < s.n; k++ {
		c := s.of[k]
		total[next[c]] = k
		next[c]++
		d.Mentions[k].Chain = c
	}
	for c := range s.clusters {
		d.Chains[c] = doc.Chain{Mentions: total[counts[c]:counts[c+1]:counts[c+1]], Best: s.clusters[c].best}
	}
}
