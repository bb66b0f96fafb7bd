package quote

import (
	"slices"
	"strings"

	"annals/engine/doc"
	"annals/table"
)

// constructions are the names by which quote-cues.tsv tells how a cue takes what
// is said; rules ask for them as classes.
var constructions = []string{"clause", "that", "infinitive", "gerund", "tail", "object", "shows", "carrier", "teller", "cited", "voiced"}

// kinds are the kinds of cues.
var kinds = []string{"says", "claims", "denies", "confirms", "warns", "promises", "admits", "expects"}

type mask uint16

const (
	clause mask = 1 << iota
	that
	infinitive
	gerund
	tail
	object
	shows
	carrier
	teller
	cited
	voiced

	speaks = clause | that | tail | object // can introduce words between marks
)

func maskOf(name string) mask {
	if i := slices.Index(constructions, name); i >= 0 {
		return 1 << i
	}
	return 0
}

type word struct {
	lemma string
	pos   byte // v, n, a
}

// entry is what the table tells of a word, all its lines taken together.
type entry struct {
	kind string
	mask mask
}

// cues are the words of the table, and of verbs their regular forms, since the
// model's lemmas of rare verbs can't be relied on ("joked": "jok").
type cues struct {
	words map[word]entry
	forms map[string]string // form of a verb: its lemma
}

func parseCues(file string, src []byte) (*cues, []table.Problem) {
	t, problems := table.Parse(file, src)
	c := &cues{words: map[word]entry{}, forms: map[string]string{}}
	for _, row := range t.Rows {
		pos, kind := row.Get(0), row.Get(1)
		if pos != "v" && pos != "n" && pos != "a" {
			problems = append(problems, t.Fault(row, 0, "v, n or a", "no part of speech %q", pos))
			continue
		}
		if !slices.Contains(kinds, kind) {
			problems = append(problems, t.Fault(row, 1, table.DidYouMean(kind, kinds), "no kind of cue %q", kind))
		}
		var m mask
		for _, name := range strings.Split(row.Get(2), "|") {
			bit := maskOf(name)
			if bit == 0 {
				problems = append(problems, t.Fault(row, 2, table.DidYouMean(name, constructions), "no construction %q", name))
			}
			m |= bit
		}
		for _, lemma := range strings.Fields(row.Get(3)) {
			c.add(word{lemma, pos[0]}, kind, m)
		}
	}
	return c, problems
}

// add joins a line to what is known of a word; of several kinds one that is
// more telling than "says" stands, and the first of these.
func (c *cues) add(w word, kind string, m mask) {
	e, known := c.words[w]
	if !known || e.kind == "says" {
		e.kind = kind
	}
	e.mask |= m
	c.words[w] = e
	if w.pos == 'v' && !known {
		c.inflect(w.lemma)
	}
}

// inflect notes the regular forms of a verb.
func (c *cues) inflect(lemma string) {
	n := len(lemma)
	vowel := func(i int) bool { return strings.IndexByte("aeiou", lemma[i]) >= 0 }
	stem, third := lemma, lemma+"s"
	past := ""
	switch {
	case n < 2:
		return
	case lemma[n-1] == 'e':
		stem, past = lemma[:n-1], lemma+"d"
	case lemma[n-1] == 'y' && !vowel(n-2):
		third, past = lemma[:n-1]+"ies", lemma[:n-1]+"ied"
	case n > 2 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && strings.IndexByte("wxyr", lemma[n-1]) < 0:
		c.forms[lemma+lemma[n-1:]+"ed"], c.forms[lemma+lemma[n-1:]+"ing"] = lemma, lemma
	}
	if past == "" {
		past = lemma + "ed"
	}
	if strings.HasSuffix(lemma, "s") || strings.HasSuffix(lemma, "sh") || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "x") {
		third = lemma + "es"
	}
	for _, f := range []string{third, past, stem + "ing"} {
		c.forms[f] = lemma
	}
}

// of looks a token up by lemma and universal part of speech.
func (c *cues) of(lemma, upos string) entry {
	var pos byte
	switch upos {
	case "VERB", "AUX":
		pos = 'v'
	case "NOUN", "PROPN":
		pos = 'n'
	case "ADJ":
		pos = 'a'
	default:
		return entry{}
	}
	return c.words[word{lemma, pos}]
}

// token looks token i up by its lemma and, where no cue has it, by its form.
func (c *cues) token(d *doc.Document, i int32) entry {
	t := &d.Tokens[i]
	e := c.of(t.Lemma, t.UPOS)
	if e.mask == 0 && t.UPOS == "VERB" {
		if l := c.forms[strings.ToLower(d.Form(i))]; l != "" {
			return c.words[word{l, 'v'}]
		}
	}
	return e
}
