package who

import (
	"strings"
	"unicode"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// linkDoc is a document with marked entities.
type linkDoc struct {
	ID, Text string
	Mentions []struct {
		Start, End             int
		Text, Name, QID, Title string
	}
}

// linkScore counts the marked names that the knowledge base has by their
// Wikidata item or title; the rest cannot be right.
type linkScore struct{ gold, known, found, right int }

func (s *linkScore) add(t linkScore) {
	s.gold += t.gold
	s.known += t.known
	s.found += t.found
	s.right += t.right
}

func (s linkScore) metrics() map[string]float64 {
	return map[string]float64{"marked": float64(s.gold), "known": share(s.known, s.gold), "found": share(s.found, s.known), "right": share(s.right, s.known)}
}

// scoreLinks links the documents of a set. Publication days are unknown there.
func (c *chain) scoreLinks(path string, s *linkScore) error {
	return jsonLines(path, func(g linkDoc) {
		d, err := c.read(g.ID, "", g.Text, "")
		if err != nil {
			return
		}
		offsets := codePoints(d.Text)
		for _, m := range g.Mentions {
			if m.QID == "" && m.Title == "" || m.End >= len(offsets) || m.Text == "" || !unicode.IsUpper([]rune(m.Text)[0]) {
				continue
			}
			s.gold++
			want, ok := c.entityOf(m.QID, m.Title)
			if !ok {
				continue
			}
			s.known++
			x := bestMention(d, doc.Span{Start: int32(offsets[m.Start]), End: int32(offsets[m.End])})
			if x == nil {
				continue
			}
			s.found++
			if x.Via == string(record.ViaMetonym) && x.Country == want.Country && want.Kind.IsPlace() {
				s.right++ // these sets mark the city where it stands for the state
				continue
			}
			if x.Entity == uint32(want.ID) || x.ID != "" && x.ID == want.QID || sameWords(x.Name, want.Name) && x.Country == want.Country {
				s.right++
			}
		}
	})
}

// entityOf finds the entity of a Wikidata item, or the one whose name is the
// title without what stands in brackets.
func (c *chain) entityOf(qid, title string) (kb.Entity, bool) {
	if qid != "" {
		id, ok := c.base.ByQID(qid)
		return c.base.Entity(id), ok
	}
	title, _, _ = strings.Cut(title, " (")
	for _, h := range c.base.Lookup(kb.FoldKey(title)) {
		if e := c.base.Entity(h.Entity); kb.FoldKey(e.Name) == kb.FoldKey(title) {
			return e, true
		}
	}
	return kb.Entity{}, false
}
