package gazetteer

import (
	_ "embed"
	"fmt"
	"strings"

	"annals/kb"
)

//go:embed own/given.tsv
var givenTable string

// Bearers a given name needs among the officeholders to count as not rare.
const usualBearers = 3

// personNames gathers given names with their gender, from the project's own
// list, the popular names of countries and the officeholders whose gender is
// known, and surnames with the country where they are typical.
func (b *builder) personNames() error {
	if err := b.ownGiven(); err != nil {
		return err
	}
	err := b.each(srcForenames, func(r row) {
		name := kb.Fold(r.get("name"))
		if len(name) < 2 || strings.Contains(name, " ") {
			return
		}
		g := strings.ToLower(r.get("gender"))
		if g != "m" && g != "f" {
			return
		}
		b.usual[name] = true
		if _, ok := b.given[name]; !ok {
			b.given[name] = g[0]
		}
	}, "name", "gender")
	if err != nil {
		return err
	}
	if err := b.bearers(); err != nil {
		return err
	}
	codes := map[string]string{}
	if err := b.each(srcCodes, func(r row) { codes[r.get("iso2")] = r.get("iso3") }, "iso2", "iso3"); err != nil {
		return err
	}
	return b.each(srcSurnames, func(r row) {
		name := kb.Fold(r.get("name"))
		code := iso(codes[r.get("iso2")])
		if len(name) < 2 {
			return
		}
		if old, ok := b.surname[name]; ok && old != code {
			code = ""
		}
		b.surname[name] = code
	}, "iso2", "name")
}

// ownGiven reads own/given.tsv; a name in two lines is borne by both.
func (b *builder) ownGiven() error {
	for line := range strings.Lines(givenTable) {
		if line[0] == '#' {
			continue
		}
		g, names, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || len(g) != 1 || !strings.Contains("mfu", g) {
			return fmt.Errorf("own/given.tsv: line %.20q begins with none of m, f and u", line)
		}
		for _, n := range strings.Fields(names) {
			name := kb.Fold(n)
			b.usual[name] = true
			if old, ok := b.given[name]; ok && old != g[0] {
				b.given[name] = 'u'
				continue
			}
			b.given[name] = g[0]
		}
		b.rows[srcOwn-1]++
	}
	return nil
}

// lastNameFirst are the countries whose people the tables mostly name with
// the surname in front.
var lastNameFirst = map[string]bool{"CHN": true, "TWN": true, "HKG": true, "KOR": true, "PRK": true, "VNM": true, "KHM": true, "SGP": true}

// bearers counts the first words of the names of people whose gender is
// known: one that is borne nine times in ten by men or by women has their
// gender, any other is of both.
func (b *builder) bearers() error {
	type count struct{ m, f int }
	counts, met := map[string]*count{}, map[string]bool{}
	add := func(qid, name, gender string) {
		words := strings.Fields(name)
		if met[qid] || len(words) < 2 || len(gender) == 0 || strings.HasSuffix(words[0], ".") {
			return
		}
		met[qid] = true
		first := kb.Fold(words[0])
		if len(first) < 2 || strings.Contains(first, " ") || articles[first] || particles[first] {
			return
		}
		c := counts[first]
		if c == nil {
			c = &count{}
			counts[first] = c
		}
		switch gender[0] {
		case 'm', 'M':
			c.m++
		case 'f', 'F':
			c.f++
		}
	}
	err := b.each(srcOfficeholders, func(r row) {
		country, _, _ := strings.Cut(r.get("country"), ":")
		if !lastNameFirst[country] {
			add(r.get("qid"), r.get("name"), r.get("gender"))
		}
	}, "country", "qid", "name", "gender")
	if err != nil {
		return err
	}
	if err := b.each(srcCongress, func(r row) { add(r.get("qid"), r.get("name"), r.get("gender")) }, "qid", "name", "gender"); err != nil {
		return err
	}
	for name, c := range counts {
		n := c.m + c.f
		if n >= usualBearers {
			b.usual[name] = true
		}
		if _, ok := b.given[name]; ok || n == 0 {
			continue
		}
		switch {
		case c.m*10 >= n*9:
			b.given[name] = 'm'
		case c.f*10 >= n*9:
			b.given[name] = 'f'
		default:
			b.given[name] = 'u'
		}
	}
	return nil
}
