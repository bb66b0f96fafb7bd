package gazetteer

import (
	"io"
	"math"
	"slices"
	"strings"

	"annals/kb"
)

// builder gathers the contents of the base.
type builder struct {
	dir     string // the data folder
	without bool   // leave out tables under share-alike licences
	log     io.Writer
	rows    []int
	digests []string

	ents    []kb.Entity
	aliases []kb.Alias
	seen    map[aliasKey]int
	offices map[kb.EntityID][]kb.Office
	spells  map[kb.EntityID][]kb.Spell

	common  map[string]int    // lower-case word to its rank, 1 the commonest
	given   map[string]byte   // folded given name to gender
	usual   map[string]bool   // given names that are not rare
	surname map[string]string // folded surname to country

	country  map[string]kb.EntityID // ISO3 to country or territory
	iso2     map[string]string      // ISO2 to ISO3
	gec      map[string]string      // GEC/FIPS to ISO3
	gw       map[int]string         // Gleditsch-Ward number to ISO3
	cow      map[int]string         // Correlates of War number to ISO3
	capitals map[string]kb.EntityID
	capName  map[string][]string // ISO3 to the names of capitals
	states   map[string]bool     // folded names and demonyms of countries
	popOf    map[string]float64  // ISO3 to weight of the country, 0 to 40
	parent   map[string]string   // territory to sovereign
	adj      map[string]string   // ISO3 to the printed adjective
	byName   map[string]kb.EntityID
	byQID    map[string]kb.EntityID
}

type aliasKey struct {
	folded string
	entity kb.EntityID
	kind   kb.AliasKind
	from   kb.Day
}

func newBuilder(dir string, log io.Writer) *builder {
	return &builder{dir: dir, log: log, rows: make([]int, len(sources)), digests: make([]string, len(sources)),
		seen: map[aliasKey]int{}, offices: map[kb.EntityID][]kb.Office{}, spells: map[kb.EntityID][]kb.Spell{},
		common: map[string]int{}, given: map[string]byte{}, usual: map[string]bool{}, surname: map[string]string{},
		country: map[string]kb.EntityID{}, iso2: map[string]string{}, gec: map[string]string{}, gw: map[int]string{}, cow: map[int]string{},
		capitals: map[string]kb.EntityID{}, capName: map[string][]string{}, states: map[string]bool{}, popOf: map[string]float64{},
		parent: map[string]string{}, adj: map[string]string{}, byName: map[string]kb.EntityID{}, byQID: map[string]kb.EntityID{}}
}

func (b *builder) contents() kb.Contents {
	list := slices.Clone(sources)
	for i := range list {
		list[i].Number = i + 1
		if b.without && list[i].ShareAlike {
			// The number stays, so that the others keep theirs.
			list[i] = kb.Source{Number: i + 1, Table: list[i].Table, Licence: "left out"}
		}
	}
	return kb.Contents{Entities: b.ents, Spells: b.spells, Offices: b.offices, Aliases: b.aliases,
		Capitals: b.capitals, Names: b.given, Surnames: b.surname, Sources: list}
}

// add makes an entity.
func (b *builder) add(e kb.Entity) kb.EntityID {
	id := kb.EntityID(len(b.ents) + 1)
	if e.Sector == "" && len(e.Sectors) > 0 {
		e.Sector = e.Sectors[0]
	}
	b.ents = append(b.ents, e)
	if e.QID != "" {
		if _, ok := b.byQID[e.QID]; !ok {
			b.byQID[e.QID] = id
		}
	}
	return id
}

func (b *builder) at(id kb.EntityID) *kb.Entity { return &b.ents[id-1] }

// sectors makes a list of the sectors that are not empty.
func sectors(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// alias gives an entity a name. The same name of the same kind is kept once,
// from the first table that has it.
func (b *builder) alias(id kb.EntityID, text string, kind kb.AliasKind, src uint16) {
	b.aliasHit(text, kb.Hit{Entity: id, Kind: kind, Source: src})
}

// aliasHit is alias with dates, notes and flags. Acronyms are told by their
// capitals; a name that is also a common English word is marked.
func (b *builder) aliasHit(text string, h kb.Hit) {
	folded := b.key(text)
	if len(folded) < 2 || len(folded) > 120 || strings.Count(folded, " ") > 11 {
		return
	}
	b.put(folded, text, h)
}

// put is aliasHit for a text that has been folded.
func (b *builder) put(folded, text string, h kb.Hit) {
	if isAcronym(text) && h.Kind != kb.Surname {
		h.UpperOnly = true
		if h.Kind == kb.Common || h.Kind == kb.Variant {
			h.Kind = kb.Acronym
		}
	}
	if _, ok := b.common[folded]; ok && !h.UpperOnly {
		h.Common = true
	}
	k := aliasKey{folded, h.Entity, h.Kind, h.From}
	if _, ok := b.seen[k]; ok {
		return
	}
	// One name needs no weaker kind beside a stronger one of the same dates.
	for _, strong := range []kb.AliasKind{kb.Common, kb.Official, kb.Acronym, kb.Surname} {
		if h.Kind == kb.Variant || h.Kind == kb.Native || h.Kind == kb.Official && strong == kb.Common {
			if _, ok := b.seen[aliasKey{folded, h.Entity, strong, h.From}]; ok {
				return
			}
		}
	}
	b.seen[k] = len(b.aliases)
	b.aliases = append(b.aliases, kb.Alias{Folded: folded, Hit: h})
}

// key folds a name and takes off a leading article, unless what would stay
// is a common English word ("the Hill").
func (b *builder) key(text string) string {
	folded := kb.Fold(text)
	rest, ok := strings.CutPrefix(folded, "the ")
	if !ok {
		return folded
	}
	if !strings.Contains(rest, " ") {
		if _, common := b.common[rest]; common {
			return folded
		}
	}
	return rest
}

// isAcronym reports whether a name is written in capitals, digits and points
// only, or nearly so ("PoK"), and is short.
func isAcronym(s string) bool {
	upper, lower, n := 0, 0, 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			upper++
		case r >= 'a' && r <= 'z':
			lower++
		case r == ' ' && n > 0:
			return false
		case r > 127:
			return false
		}
		n++
	}
	return upper >= 2 && lower <= upper/3 && n <= 12
}

// logScore is the importance a population gives, 0 to about 100.
func logScore(population float64) float64 {
	if population < 1 {
		return 0
	}
	return math.Log10(population) * 14
}

func clamp(x float64) uint8 {
	return uint8(max(0, min(255, math.Round(x))))
}

// iso brings the codes of the tables to ours.
func iso(code string) string {
	switch code {
	case "KOS", "UNK", "XKO", "XK":
		return "XKX"
	case "ROM":
		return "ROU"
	case "ZAR":
		return "COD"
	case "TMP":
		return "TLS"
	}
	return code
}

// home gives the code that stands as an actor's country: a dependency's is
// its sovereign's.
func (b *builder) home(code string) string {
	if p, ok := b.parent[code]; ok {
		return p
	}
	return code
}
