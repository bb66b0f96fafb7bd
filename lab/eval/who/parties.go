package who

import (
	"path/filepath"
	"strings"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/kb"
)

// goldItem is the part of a gold report that this evaluation reads.
type goldItem struct {
	ID, Title, Text, Published string
	Events                     []struct {
		Actors, Targets, Thirds []goldParty
	}
}

type goldParty struct {
	Name, Country, Sector, Text string
	Span                        []int
}

// partyScore counts the parties of a gold file.
type partyScore struct {
	Parties, Found, Country, Sector, Both, Name int
}

// miss is one party that came out otherwise, for the reader of a set that may
// be read.
type miss struct {
	Item string
	Gold goldParty
	Got  *doc.Mention
	Text string
	What string
}

// scoreParties runs the stages over a gold file. Parties are counted once for
// each span of a report.
func (c *chain) scoreParties(path string, report func(miss)) (partyScore, error) {
	var s partyScore
	var fail error
	err := jsonLines(path, func(g goldItem) {
		if fail != nil {
			return
		}
		d, err := c.read(g.ID, g.Title, g.Text, g.Published)
		if err != nil {
			fail = err
			return
		}
		c.scoreItem(d, g, &s, report)
	})
	if err == nil {
		err = fail
	}
	return s, err
}

func (c *chain) scoreItem(d *doc.Document, g goldItem, s *partyScore, report func(miss)) {
	offsets := codePoints(d.Text)
	seen := map[[2]int]bool{}
	for _, e := range g.Events {
		for _, side := range [][]goldParty{e.Actors, e.Targets, e.Thirds} {
			for _, p := range side {
				if len(p.Span) != 2 || seen[[2]int{p.Span[0], p.Span[1]}] || p.Span[1] >= len(offsets) {
					continue
				}
				seen[[2]int{p.Span[0], p.Span[1]}] = true
				s.Parties++
				span := doc.Span{Start: int32(offsets[p.Span[0]]), End: int32(offsets[p.Span[1]])}
				m := bestMention(d, span)
				if m == nil {
					report(miss{g.ID, p, nil, d.Word(span), "no mention"})
					continue
				}
				s.Found++
				country, sector, name := m.Country == p.Country, m.Sector == p.Sector, sameWords(m.Name, p.Name)
				what := ""
				if country {
					s.Country++
				} else {
					what += " country"
				}
				if sector {
					s.Sector++
				} else {
					what += " sector"
				}
				if country && sector {
					s.Both++
				}
				if name {
					s.Name++
				} else {
					what += " name"
				}
				if what != "" {
					report(miss{g.ID, p, m, d.Word(m.Full), what})
				}
			}
		}
	}
}

// bestMention is the mention whose span overlaps the words most, by the share
// of both; the one with its head inside goes first.
func bestMention(d *doc.Document, span doc.Span) *doc.Mention {
	var best *doc.Mention
	score := 0.0
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form == doc.Conjunction || !m.Full.Overlaps(span) {
			continue
		}
		lo, hi := max(m.Full.Start, span.Start), min(m.Full.End, span.End)
		x := float64(hi-lo) / float64(m.Full.Join(span).Len())
		if h := d.Tokens[m.Head].Span; span.Contains(h) {
			x += 0.2
		}
		if x > score {
			best, score = m, x
		}
	}
	return best
}

// sameWords compares names as the scoring rules do: letters only, titles gone.
func sameWords(a, b string) bool { return bareName(a) == bareName(b) }

func bareName(s string) string {
	s = kb.FoldKey(s)
	for _, t := range []string{"president ", "prime minister ", "mr ", "ms ", "mrs ", "dr ", "pope ", "king ", "general "} {
		s = strings.TrimPrefix(s, t)
	}
	return s
}

// codePoints gives the byte offset of each code point, and of the end.
func codePoints(s string) []int {
	out := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

func gold(shared, name string) string { return filepath.Join(shared, "gold", name) }
