package who

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"annals/engine/doc"
	"annals/report"
)

// Pronouns measures the two parts of GAP under the reference material, or the
// files named, as Webster et al. (2018) do: each snippet gives two decisions,
// whether its pronoun stands for either of two names, and F1 is over those that
// are true; masculine and feminine pronouns apart, and bias is their ratio. The
// snippet alone is read. f1 is that of the first file.
func Pronouns(e Engine, shared string, files ...string) (Result, error) {
	if len(files) == 0 {
		for _, part := range []string{"development", "validation"} {
			files = append(files, filepath.Join(shared, "data", "coreference", "gap", "gap-"+part+".tsv.gz"))
		}
	}
	res := newResult("pronouns", "")
	for i, path := range files {
		var g gapScore
		if err := g.file(e, path); err != nil {
			return res, err
		}
		name := strings.TrimPrefix(setOf(path), "gap-")
		res.Per[name] = g.metrics()
		res.Items += g.snippets
		if i == 0 {
			res.Set, res.Metrics = name, g.metrics()
		} else {
			res.Set += " " + name
			res.Metrics[name+"_f1"] = g.all.f1()
		}
	}
	return res, nil
}

// setOf is the name of a file without folder and endings.
func setOf(path string) string {
	name, _, _ := strings.Cut(filepath.Base(path), ".")
	return name
}

// gapScore counts the decisions of one file.
type gapScore struct {
	snippets                 int
	all, masculine, feminine tally
}

func (g *gapScore) metrics() map[string]float64 {
	bias := 0.0
	if m := g.masculine.f1(); m > 0 {
		bias = g.feminine.f1() / m
	}
	return map[string]float64{"f1": g.all.f1(), "precision": g.all.precision(), "recall": g.all.recall(),
		"masculine_f1": g.masculine.f1(), "feminine_f1": g.feminine.f1(), "bias": bias}
}

func (g *gapScore) add(pronoun string, said, truth bool) {
	part := &g.feminine
	switch strings.ToLower(pronoun) {
	case "he", "him", "his":
		part = &g.masculine
	}
	for _, t := range []*tally{&g.all, part} {
		if said {
			t.told++
		}
		if truth {
			t.gold++
		}
		if said && truth {
			t.right++
		}
	}
}

func (g *gapScore) file(e Engine, path string) error {
	f, err := open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := lines(f)
	for n := 1; sc.Scan(); n++ {
		col := strings.Split(sc.Text(), "\t")
		if n == 1 && col[0] == "ID" {
			continue
		}
		if len(col) < 10 {
			return fmt.Errorf("%s:%d: %d columns; GAP has 11", path, n, len(col))
		}
		if err := g.snippet(e, col); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

// snippet scores one line: ID, text, pronoun, its offset, then name, offset and
// answer of A and of B.
func (g *gapScore) snippet(e Engine, col []string) error {
	d, err := read(e, &report.Report{ID: col[0], Body: col[1]})
	if err != nil {
		return err
	}
	offsets := codePoints(d.Text)
	at := func(word, offset string) (doc.Span, error) {
		n, err := strconv.Atoi(offset)
		if err != nil || n < 0 || n >= len(offsets) || !strings.HasPrefix(d.Text[offsets[n]:], word) {
			return doc.Span{}, fmt.Errorf("%q is not at code point %s of the text", word, offset)
		}
		return doc.Span{Start: int32(offsets[n]), End: int32(offsets[n] + len(word))}, nil
	}
	p, err := at(col[2], col[3])
	if err != nil {
		return err
	}
	pronoun := pronounAt(d, p)
	g.snippets++
	for _, i := range []int{4, 7} {
		name, err := at(col[i], col[i+1])
		if err != nil {
			return err
		}
		said := pronoun >= 0 && inChain(d, d.Mentions[pronoun].Chain, name)
		g.add(col[2], said, strings.EqualFold(col[i+2], "true"))
	}
	return nil
}

// pronounAt is the pronoun whose span is exactly s, or -1.
func pronounAt(d *doc.Document, s doc.Span) int32 {
	for k := range d.Mentions {
		if d.Mentions[k].Span == s && d.Mentions[k].Form == doc.Pronominal {
			return int32(k)
		}
	}
	return -1
}

// inChain reports whether a name of the chain overlaps s.
func inChain(d *doc.Document, chain int32, s doc.Span) bool {
	if chain < 0 {
		return false
	}
	for _, k := range d.Chains[chain].Mentions {
		if m := &d.Mentions[k]; m.Span.Overlaps(s) && (m.Form == doc.Named || m.Form == doc.Adjectival) {
			return true
		}
	}
	return false
}
