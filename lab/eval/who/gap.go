package who

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strconv"
	"strings"

	"annals/engine/doc"
)

// tally counts decisions.
type tally struct{ right, told, gold int }

func (t tally) f1() float64 {
	if t.told+t.gold == 0 {
		return 0
	}
	return 2 * float64(t.right) / float64(t.told+t.gold)
}

func (t *tally) add(said, true_ bool) {
	if said {
		t.told++
	}
	if true_ {
		t.gold++
	}
	if said && true_ {
		t.right++
	}
}

// scoreGAP decides for each pronoun of a GAP file whether it stands for either
// of two names (Webster et al. 2018), by gender of the pronoun.
func (c *chain) scoreGAP(path string) (all, masculine, feminine tally, err error) {
	f, err := os.Open(path)
	if err != nil {
		return all, masculine, feminine, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return all, masculine, feminine, err
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	sc.Scan()
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 10 {
			return all, masculine, feminine, fmt.Errorf("%s: a line with %d columns", path, len(col))
		}
		d, err := c.read(col[0], "", col[1], "")
		if err != nil {
			return all, masculine, feminine, err
		}
		offsets := codePoints(d.Text)
		at := func(word, offset string) doc.Span {
			n, _ := strconv.Atoi(offset)
			return doc.Span{Start: int32(offsets[n]), End: int32(offsets[n] + len(word))}
		}
		pronoun := mentionOf(d, at(col[2], col[3]))
		for _, i := range []int{4, 7} {
			name := at(col[i], col[i+1])
			said := pronoun >= 0 && inChain(d, d.Mentions[pronoun].Chain, name)
			truth := col[i+2] == "TRUE"
			all.add(said, truth)
			if g := strings.ToLower(col[2]); g == "he" || g == "him" || g == "his" {
				masculine.add(said, truth)
			} else {
				feminine.add(said, truth)
			}
		}
	}
	return all, masculine, feminine, sc.Err()
}

// mentionOf is the mention whose span is exactly s, or -1.
func mentionOf(d *doc.Document, s doc.Span) int32 {
	for k := range d.Mentions {
		if d.Mentions[k].Span == s && d.Mentions[k].Form == doc.Pronominal {
			return int32(k)
		}
	}
	return -1
}

// inChain reports whether a name of the chain overlaps s and does not reach
// far beyond it.
func inChain(d *doc.Document, chain int32, s doc.Span) bool {
	if chain < 0 {
		return false
	}
	for _, k := range d.Chains[chain].Mentions {
		m := &d.Mentions[k]
		if m.Form != doc.Pronominal && m.Span.Overlaps(s) && (m.Form == doc.Named || m.Form == doc.Adjectival) {
			return true
		}
	}
	return false
}
