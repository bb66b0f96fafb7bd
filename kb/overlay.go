package kb

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Addition is what a user's table says of one person, body or group.
type Addition struct {
	// Same is the entity of the base that is meant, 0 for one that the base
	// does not know.
	Same EntityID
	// Entity is the entity as the table has it. Of one that the base knows,
	// only what is not empty counts; ID and Source are set by With. QID holds
	// the identifier, which need not be a Wikidata item here.
	Entity  Entity
	Aliases []Alias
	Offices []Office // by first day; Person and Source are set by With
	Spells  []Spell  // dated sectors without an office
}

// Layer is a table of additions with where it comes from.
type Layer struct {
	Source    Source // its Number is set by With
	Digest    string // of the table's bytes
	Additions []Addition
}

// overlay holds the layers over a base, ready for look-up.
type overlay struct {
	entities []Entity // ids go on behind those of the base
	patched  map[EntityID]Entity
	hits     map[uint64][]Hit
	first    map[string]int // first word to the words of the longest alias
	offices  map[EntityID][]Office
	spells   map[EntityID][]Spell
	holders  map[string][]EntityID // class and country to persons, in order
	begins   map[string][]Office   // of offices with one holder, by class and country
	ids      map[string]EntityID
	sources  []Source
	digest   string
	names    []string
}

// With gives a base with layers over this one, which stays as it is. What a
// layer says of a person's office goes before what the base says of the same
// class of office in the same country at that time, also of another holder
// where a state has one; of layers the later goes before the earlier. Reading
// a base without layers costs nothing more than before.
func (b *Base) With(layers ...Layer) *Base {
	out := *b
	o := &overlay{patched: map[EntityID]Entity{}, hits: map[uint64][]Hit{}, first: map[string]int{}, offices: map[EntityID][]Office{},
		spells: map[EntityID][]Spell{}, holders: map[string][]EntityID{}, begins: map[string][]Office{}, ids: map[string]EntityID{}}
	sum := sha256.New()
	for i := len(layers) - 1; i >= 0; i-- { // later layers first: their hits and offices come first
		l := layers[i]
		l.Source.Number = len(b.sources) + len(o.sources) + 1
		o.sources = append(o.sources, l.Source)
		_, _ = sum.Write([]byte(l.Digest + "\n"))
		for _, a := range l.Additions {
			o.add(b, a, uint16(l.Source.Number))
		}
	}
	o.digest = hex.EncodeToString(sum.Sum(nil)[:8])
	out.over = o
	return &out
}

// add lays one addition over what is there.
func (o *overlay) add(b *Base, a Addition, source uint16) {
	id := a.Same
	if id == 0 {
		id = o.ids[a.Entity.QID]
	}
	if id == 0 {
		e := a.Entity
		id = EntityID(b.count + len(o.entities) + 1)
		e.ID, e.Source = id, source
		o.entities = append(o.entities, e)
		o.ids[e.QID] = id
	} else if _, ok := o.patched[id]; !ok && int(id) <= b.count {
		e := b.Entity(id)
		lay(&e, &a.Entity)
		e.Source = source
		o.patched[id] = e
		o.ids[e.QID] = id
	}
	for _, x := range a.Aliases {
		o.alias(id, x, source)
	}
	for _, x := range a.Offices {
		x.Person, x.Source = id, source
		key := x.Class + "\x01" + x.Country
		if slices.ContainsFunc(o.offices[id], func(y Office) bool {
			return y.Source != source && y.Class == x.Class && y.Country == x.Country && overlap(x, y)
		}) {
			continue // a later layer has said it
		}
		o.offices[id] = append(o.offices[id], x)
		if !slices.Contains(o.holders[key], id) {
			o.holders[key] = append(o.holders[key], id)
		}
		if OneHolder(x.Class) {
			o.begins[key] = append(o.begins[key], x)
		}
	}
	slices.SortStableFunc(o.offices[id], func(x, y Office) int { return int(x.From) - int(y.From) })
	for _, x := range a.Spells {
		x.Source = source
		o.spells[id] = append(o.spells[id], x)
	}
}

// lay writes what a table says of an entity over what the base says.
func lay(e, a *Entity) {
	e.Name = a.Name
	if a.Country != "" {
		e.Country = a.Country
	}
	if len(a.Sectors) > 0 {
		e.Sector, e.Sectors = a.Sector, a.Sectors
	}
	e.Importance = max(e.Importance, a.Importance)
}

func (o *overlay) alias(id EntityID, x Alias, source uint16) {
	x.Entity, x.Source = id, source
	h := hashKey(x.Folded)
	o.names = append(o.names, x.Folded)
	if slices.ContainsFunc(o.hits[h], func(y Hit) bool { return y.Entity == id && y.Kind == x.Kind && y.From == x.From }) {
		return
	}
	o.hits[h] = append(o.hits[h], x.Hit)
	word, _, _ := strings.Cut(x.Folded, " ")
	o.first[word] = max(o.first[word], strings.Count(x.Folded, " ")+1)
}

// overlap reports whether two offices share a day.
func overlap(a, b Office) bool {
	return (a.To == 0 || b.From == 0 || b.From <= a.To) && (b.To == 0 || a.From == 0 || a.From <= b.To)
}

// OneHolder reports whether an office of the class has one holder in a state.
func OneHolder(class string) bool {
	switch class {
	case HeadOfState, HeadOfGovernment, Monarch, ForeignMinister, DefenceMinister, InteriorMinister, FinanceMinister, JusticeMinister, CentralBank:
		return true
	}
	return false
}

// overOffices lays the offices of the layers over those of the base, which
// stand in dst from start on: of one person, and of those whom a person of a
// layer has followed in an office with one holder.
func (o *overlay) overOffices(dst []Office, start int, person EntityID) []Office {
	own := o.offices[person]
	kept := dst[:start]
	for _, x := range dst[start:] {
		keep := true
		for _, y := range own {
			if y.Class == x.Class && y.Country == x.Country && keep {
				x, keep = cut(x, y)
			}
		}
		if keep {
			kept = append(kept, o.succeeded(x))
		}
	}
	for _, x := range own {
		kept = append(kept, o.succeeded(x))
	}
	return kept
}

// succeeded ends an office with one holder of which no end is stated on the
// day before a layer tells of the next holder.
func (o *overlay) succeeded(x Office) Office {
	if !OneHolder(x.Class) || x.To != 0 && x.Seen == 0 {
		return x
	}
	for _, y := range o.begins[x.Class+"\x01"+x.Country] {
		if y.Person != x.Person && y.From > x.From && (x.To == 0 || x.To >= y.From) {
			x.To, x.ToPrecision, x.Open, x.Seen = y.From-1, y.FromPrecision, false, 0
		}
	}
	return x
}

// cut takes the time of y out of x; what is left of x is the time before.
func cut(x, y Office) (Office, bool) {
	switch {
	case !overlap(x, y):
		return x, true
	case y.From == 0 || x.From >= y.From:
		return x, false
	}
	x.To, x.ToPrecision, x.Open, x.Seen = y.From-1, y.FromPrecision, false, 0
	return x, true
}

// alone leaves of the offices in dst from start on those of layers, if there
// are any: a layer that names the holder of an office is not doubted.
func (o *overlay) alone(dst []Office, start, tables int) []Office {
	own := slices.DeleteFunc(slices.Clone(dst[start:]), func(x Office) bool { return int(x.Source) <= tables })
	if len(own) == 0 {
		return dst
	}
	return append(dst[:start], own...)
}

// on lists the offices that layers give a person on a day.
func (o *overlay) on(person EntityID, day Day) []Office {
	var out []Office
	for _, x := range o.offices[person] {
		if x.Fit(day) != noFit {
			out = append(out, x)
		}
	}
	return out
}

// Layered reports whether anything lies over the base, and lists the sources
// of the layers, the last first.
func (b *Base) Layered() []Source {
	if b.over == nil {
		return nil
	}
	return slices.Clone(b.over.sources)
}
