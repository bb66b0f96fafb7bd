package kb

import (
	"slices"
	"sort"
)

// Offices appends to dst all offices of a person, by their first day; those of
// layers stand behind those of the base.
func (b *Base) Offices(person EntityID, dst []Office) []Office {
	start := len(dst)
	dst = b.stored(person, dst)
	if b.over != nil {
		dst = b.over.overOffices(dst, start, person)
	}
	return dst
}

// stored appends the offices that the base itself has.
func (b *Base) stored(person EntityID, dst []Office) []Office {
	e := b.record(person)
	if e.officeCount == 0 {
		return dst
	}
	r := at(b.sec[secOffices], clampInt(e.offices))
	for i := uint64(0); i < e.officeCount && !r.bad; i++ {
		o := Office{Person: person}
		flags := r.byte()
		o.Title = b.str(r.uvarint())
		o.Class = b.code(r.uvarint())
		o.Country = b.code(r.uvarint())
		o.Sector = b.code(r.uvarint())
		prec := r.byte()
		o.FromPrecision, o.ToPrecision = Precision(prec&3), Precision(prec>>2&3)
		if o.FromPrecision != NoDate {
			o.From = Day(r.varint())
		}
		if o.ToPrecision != NoDate {
			o.To = Day(r.varint())
		}
		o.Source = uint16(r.uvarint())
		o.Open = flags&offOpen != 0
		if flags&offBody != 0 {
			o.Body = EntityID(r.uvarint())
		}
		if flags&offAlso != 0 {
			o.Also = uint16(r.uvarint())
		}
		if flags&offSeen != 0 {
			o.Seen = Day(r.varint())
		}
		if !r.bad {
			dst = append(dst, o)
		}
	}
	return dst
}

// How well an office fits a day.
const (
	noFit     = iota
	staleFit  // open, and the source ends long before the day
	openFit   // open: held when the source was made, and likely still
	roughFit  // inside the widened ends of a date without a day
	steadyFit // stated to be held on that day
)

// Fit tells how sure the office was held on the day: 0 not at all, 1 the
// record is open and old, 2 open and recent, 3 within dates of a month or a
// year, 4 stated.
func (o Office) Fit(day Day) int {
	if o.From != 0 && day < o.From {
		return noFit
	}
	if o.To != 0 {
		if day > o.To {
			return noFit
		}
		if o.From == 0 || o.Seen != 0 && day > o.Seen {
			return openFit // the end is only inferred from a successor
		}
		if o.FromPrecision < ToDay && sameUnit(o.From, day, o.FromPrecision) ||
			o.ToPrecision < ToDay && sameUnit(o.To, day, o.ToPrecision) {
			return roughFit
		}
		return steadyFit
	}
	if o.Seen != 0 && day <= o.Seen {
		if o.FromPrecision < ToDay && sameUnit(o.From, day, o.FromPrecision) {
			return roughFit
		}
		return steadyFit
	}
	const recent = 4 * 366
	if day-max(o.Seen, o.From) <= recent {
		return openFit
	}
	// After a term of office and more nothing can be said of a minister; a
	// monarch or the head of a movement may well sit for life.
	const lifelong = 12 * 366
	if day-max(o.Seen, o.From) <= lifelong {
		return staleFit
	}
	return noFit
}

func sameUnit(a, b Day, p Precision) bool {
	if a.Year() != b.Year() {
		return false
	}
	return p != ToMonth || a.Month() == b.Month()
}

// OfficeOn gives the best office of a person on a day: the surest first, then
// the highest class, then the one begun last. It reports false when the person
// held none, as far as is known. Dates of a year or a month count as the
// whole of it; an open end counts as held, more weakly as years go by.
func (b *Base) OfficeOn(person EntityID, day Day) (Office, bool) {
	var buf [16]Office
	var best Office
	bestFit := noFit
	held := b.Offices(person, buf[:0])
	if b.over != nil && len(b.over.offices[person]) > 0 {
		if own := b.over.on(person, day); len(own) > 0 {
			held = own
		}
	}
	for _, o := range held {
		fit := o.Fit(day)
		if fit == noFit {
			continue
		}
		if better(o, fit, best, bestFit) {
			best, bestFit = o, fit
		}
	}
	return best, bestFit != noFit
}

func better(o Office, fit int, best Office, bestFit int) bool {
	if bestFit == noFit {
		return true
	}
	// An uncertain high office does not beat a certain lower one, but for a
	// seat in parliament, which ministers keep; between two certain ones, or
	// two uncertain ones, rank decides.
	const minister = 13
	if fit >= openFit && bestFit >= openFit && (o.Class == Legislator && Rank(best.Class) >= minister || best.Class == Legislator && Rank(o.Class) >= minister) {
		return best.Class == Legislator
	}
	if (fit >= roughFit) != (bestFit >= roughFit) {
		return fit > bestFit
	}
	if (fit == staleFit) != (bestFit == staleFit) {
		return fit > bestFit
	}
	if r, s := Rank(o.Class), Rank(best.Class); r != s {
		return r > s
	}
	if o.From != best.From {
		return o.From > best.From
	}
	return fit > bestFit
}

// Rank orders office classes by standing, 0 the lowest.
func Rank(class string) int {
	switch class {
	case HeadOfState:
		return 20
	case HeadOfGovernment, Monarch:
		return 19
	case IGOHead:
		return 18
	case VicePresident:
		return 17
	case ForeignMinister, DefenceMinister, InteriorMinister:
		return 16
	case FinanceMinister, JusticeMinister:
		return 15
	case DeputyHead:
		return 14
	case RebelLeader:
		return 14
	case Minister, CentralBank, Intelligence:
		return 13
	case Speaker:
		return 12
	case Military:
		return 11
	case Governor, Police:
		return 10
	case PartyLeader:
		return 9
	case Judge, Spokesperson:
		return 8
	case StateOfficial:
		return 7
	case Ambassador:
		return 6
	case Mayor:
		return 5
	case Legislator:
		return 4
	}
	return 0
}

// Holders appends to dst the offices of a class in a country that were held
// on a day, the surest first. A monarch is a head of state.
func (b *Base) Holders(class, country string, day Day, dst []Office) []Office {
	start := len(dst)
	dst = b.holdersOf(class, country, day, dst)
	if class == HeadOfState {
		dst = b.holdersOf(Monarch, country, day, dst)
	}
	if b.over != nil && OneHolder(class) {
		dst = b.over.alone(dst, start, len(b.sources))
	}
	found := dst[start:]
	sort.SliceStable(found, func(i, j int) bool {
		if f, g := found[i].Fit(day), found[j].Fit(day); f != g {
			return f > g
		}
		return found[i].From > found[j].From
	})
	return dst
}

func (b *Base) holdersOf(class, country string, day Day, dst []Office) []Office {
	var buf [16]Office
	var ids [64]EntityID
	for _, id := range b.everHeld(ids[:0], class, country) {
		for _, o := range b.Offices(id, buf[:0]) {
			if o.Class == class && o.Country == country && o.Fit(day) != noFit {
				dst = append(dst, o)
			}
		}
	}
	return dst
}

// EverHeld appends to dst the offices of a class in a country on whatever
// days, by first day. A monarch is a head of state.
func (b *Base) EverHeld(class, country string, dst []Office) []Office {
	start := len(dst)
	classes := []string{class}
	if class == HeadOfState {
		classes = append(classes, Monarch)
	}
	for _, c := range classes {
		for _, id := range b.everHeld(nil, c, country) {
			for _, o := range b.Offices(id, nil) {
				if o.Class == c && o.Country == country {
					dst = append(dst, o)
				}
			}
		}
	}
	found := dst[start:]
	sort.SliceStable(found, func(i, j int) bool { return found[i].From < found[j].From })
	return dst
}

// everHeld appends to out the persons who held an office, those of layers first.
func (b *Base) everHeld(out []EntityID, class, country string) []EntityID {
	key := class + "\x01" + country
	if b.over != nil {
		out = append(out, b.over.holders[key]...)
	}
	own := len(out)
	off, ok := b.holders.find(hashKey(key))
	if !ok {
		return out
	}
	r := at(b.sec[secHolderList], int(off))
	var id EntityID
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		id += EntityID(r.uvarint())
		if !slices.Contains(out[:own], id) {
			out = append(out, id)
		}
	}
	return out
}
