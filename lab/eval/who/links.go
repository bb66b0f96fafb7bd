package who

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
	"annals/report"
)

// linkSet is a set of linked names, with a day of about its reports: they tell
// none themselves, and offices need one.
type linkSet struct{ name, published string }

// linkSets lists those whose texts are news.
func linkSets() []linkSet {
	return []linkSet{{"msnbc", "2007-01-15"}, {"news_fair_dev", "2018-01-15"}, {"reuters128", "1987-03-15"}, {"rss500", "2011-01-15"}, {"ace2004", "2000-10-15"}, {"aquaint", "1999-06-15"}}
}

// linkDoc is a document with marked entities.
type linkDoc struct {
	ID, Title, Text string
	Mentions        []linkMention
}

// linkMention is a marked name; without QID and Title it has no entry.
type linkMention struct {
	Start, End             int
	Text, Name, QID, Title string
	Coref, Nested          bool
	Optional               bool
}

// linkScore counts links of marked names.
type linkScore struct {
	marked, lacking, others int // marked with an entity; of them not in the base; of another kind than those asked for
	kinds                   map[string]*tally
	all                     tally
}

// Links measures links to people, organisations and countries on the news sets
// of data/linking, or the files named.
//
// Gold are the marked names whose entity the base has, by its Wikidata item or
// by its title; "lacking" is the share of marked entities that the base does not
// have, which no coder over this base can link. Precision is over the links at
// marked names, those marked as having no entry and those that the base lacks
// among them: links at names that nobody marked cannot be judged, since four of
// the six sets mark a part only. Where the set marks the city or the people and
// the engine links the state that the city stands for or the people are of, the
// link counts neither way. Pronouns and common nouns are not counted.
func Links(e Engine, base *kb.Base, shared string, files ...string) (Result, error) {
	sets := linkSets()
	if len(files) > 0 {
		sets = nil
		for _, f := range files {
			sets = append(sets, linkSet{f, ""})
		}
	}
	res := newResult("link", "")
	all := newLinkScore()
	for _, set := range sets {
		path, name := set.name, setOf(set.name)
		if len(files) == 0 {
			path = filepath.Join(shared, "data", "linking", set.name+".jsonl.gz")
		}
		s := newLinkScore()
		if err := s.file(e, base, path, set.published); err != nil {
			return res, err
		}
		res.Per[name] = s.metrics()
		if res.Set != "" {
			res.Set += " "
		}
		res.Set += name
		all.sum(s)
	}
	res.Items, res.Metrics = all.marked, all.metrics()
	return res, nil
}

func newLinkScore() *linkScore {
	return &linkScore{kinds: map[string]*tally{"person": {}, "organisation": {}, "country": {}}}
}

func (s *linkScore) sum(o *linkScore) {
	s.marked += o.marked
	s.lacking += o.lacking
	s.others += o.others
	s.all.sum(o.all)
	for k, t := range o.kinds {
		s.kinds[k].sum(*t)
	}
}

func (t *tally) sum(o tally) {
	t.right += o.right
	t.told += o.told
	t.gold += o.gold
}

func (s *linkScore) metrics() map[string]float64 {
	out := map[string]float64{"marked": float64(s.marked), "lacking": over(s.lacking, s.marked), "gold": float64(s.all.gold),
		"precision": s.all.precision(), "recall": s.all.recall(), "f1": s.all.f1()}
	for k, t := range s.kinds {
		out[k+"_gold"], out[k+"_p"], out[k+"_r"], out[k+"_f1"] = float64(t.gold), t.precision(), t.recall(), t.f1()
	}
	return out
}

func (s *linkScore) file(e Engine, base *kb.Base, path, published string) error {
	return jsonLines(path, func(g linkDoc) error {
		r := &report.Report{ID: g.ID, Body: g.Text, Published: published}
		d, err := read(e, r)
		if err != nil {
			return err
		}
		offsets := codePoints(d.Text)
		shift := utf8.RuneCountInString(d.Text[:d.Body]) // offsets count from the body
		for _, m := range g.Mentions {
			if m.Coref || m.End+shift >= len(offsets) || !capital(m.Text) {
				continue
			}
			s.mention(d, base, m, doc.Span{Start: int32(offsets[m.Start+shift]), End: int32(offsets[m.End+shift])})
		}
		return nil
	})
}

func capital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// mention judges the link at one marked name.
func (s *linkScore) mention(d *doc.Document, base *kb.Base, m linkMention, span doc.Span) {
	want, known := entityOf(base, m)
	entry := m.QID != "" || m.Title != ""
	kind := linkKind(want.Kind)
	if entry {
		s.marked++
		switch {
		case !known:
			s.lacking++
		case kind == "":
			s.others++
		}
	}
	var got kb.Entity
	x := nameAt(d, span)
	if x != nil && x.Entity != 0 {
		got = base.Entity(kb.EntityID(x.Entity))
	}
	told := linkKind(got.Kind)
	right := known && got.ID == want.ID && got.ID != 0
	switch {
	case right || told == "":
	case m.Optional, x.Via == string(record.ViaMetonym) && known && got.Country == want.Country:
		return
	case told == "country" && ofCountry(base, got, m):
		return
	}
	if known && kind != "" && !m.Optional {
		s.all.gold++
		s.kinds[kind].gold++
		if right {
			s.all.right++
			s.kinds[kind].right++
		}
	}
	if told != "" {
		s.all.told++
		s.kinds[told].told++
	}
}

// ofCountry reports whether what is marked is the people or the language of a
// country: its name is a word of nationality.
func ofCountry(base *kb.Base, country kb.Entity, m linkMention) bool {
	name := m.entry()
	for _, suffix := range []string{" people", " language", " Americans"} {
		name = strings.TrimSuffix(name, suffix)
	}
	for _, h := range base.Lookup(kb.FoldKey(name)) {
		if h.Entity == country.ID && (h.Kind == kb.DemonymAdj || h.Kind == kb.DemonymNoun) {
			return true
		}
	}
	return false
}

// linkKind is the kind under which a link counts, or "" for places and nothing.
func linkKind(k kb.Kind) string {
	switch k {
	case kb.Person:
		return "person"
	case kb.Country, kb.Territory:
		return "country"
	case kb.Body, kb.Force, kb.Group, kb.Party, kb.Company, kb.Media, kb.School:
		return "organisation"
	}
	return ""
}

// nameAt is the mention whose own words are most like the span, if they share
// half of both.
func nameAt(d *doc.Document, span doc.Span) *doc.Mention {
	var best *doc.Mention
	score := 0.5
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form == doc.Conjunction || m.Form == doc.Pronominal || !m.Overlaps(span) {
			continue
		}
		lo, hi := max(m.Start, span.Start), min(m.End, span.End)
		if x := float64(hi-lo) / float64(m.Span.Join(span).Len()); x >= score && (best == nil || x > score || m.Entity != 0) {
			best, score = m, x
		}
	}
	return best
}

// entityOf finds the entity of a marked name: by its Wikidata item, else the one
// of its name (or title, without what stands in brackets) that the base keeps
// without an item, first by its own name and then by another full name of it.
func entityOf(base *kb.Base, m linkMention) (kb.Entity, bool) {
	if m.QID != "" {
		if id, ok := base.ByQID(m.QID); ok {
			return base.Entity(id), true
		}
	}
	name := m.entry()
	if name == "" {
		return kb.Entity{}, false
	}
	hits := base.Lookup(kb.FoldKey(name))
	for _, h := range hits {
		if e := base.Entity(h.Entity); (m.QID == "" || e.QID == "" || e.Kind == kb.Country) && h.Kind != kb.Surname && h.Kind != kb.Metonym && bareName(e.Name) == bareName(name) {
			return e, true
		}
	}
	for _, h := range hits {
		switch e := base.Entity(h.Entity); {
		case e.QID != "" || linkKind(e.Kind) == "" || e.Kind == kb.Person && !strings.Contains(name, " "):
		case h.Kind == kb.Official || h.Kind == kb.Common || h.Kind == kb.Former || h.Kind == kb.Variant:
			return e, true
		}
	}
	return kb.Entity{}, false
}

// entry is the name of the entity in words.
func (m linkMention) entry() string {
	if m.Name != "" {
		return m.Name
	}
	title, _, _ := strings.Cut(strings.ReplaceAll(m.Title, "_", " "), " (")
	return title
}

// bareName is a name without titles before it, folded for comparison.
func bareName(s string) string {
	s = kb.FoldKey(s)
	for _, t := range []string{"president ", "prime minister ", "mr ", "ms ", "mrs ", "dr ", "pope ", "king ", "general "} {
		s = strings.TrimPrefix(s, t)
	}
	return s
}
