package kb

import "strconv"

// record is an entity with the places of its lists.
type record struct {
	Entity
	offices, officeCount uint64
	spells, spellCount   uint64
}

// Entity gives the entity of an id, and the zero Entity for an id that is not
// in the base.
func (b *Base) Entity(id EntityID) Entity { return b.record(id).Entity }

func (b *Base) record(id EntityID) record {
	var e record
	if b.over != nil {
		if i := int(id) - b.count - 1; i >= 0 && i < len(b.over.entities) {
			return record{Entity: b.over.entities[i]}
		}
	}
	if id == 0 || int(id) > b.count {
		return e
	}
	r := at(b.sec[secEntities], int(u32(b.sec[secEntIndex], 4*int(id-1))))
	e.ID = id
	if k := Kind(r.byte()); k < kindCount {
		e.Kind = k
	}
	flags := r.uvarint()
	e.Name = b.str(r.uvarint())
	e.Country = b.code(r.uvarint())
	e.Sectors = b.sectorList(r.uvarint())
	if len(e.Sectors) > 0 {
		e.Sector = e.Sectors[0]
	}
	e.Importance = r.byte()
	e.Source = uint16(r.uvarint())
	if flags&entQID != 0 {
		e.QID = "Q" + strconv.FormatUint(r.uvarint(), 10)
	}
	if flags&entCode != 0 {
		e.Code = b.code(r.uvarint())
	}
	if flags&entGender != 0 {
		e.Gender = r.byte()
	}
	if flags&entLife != 0 {
		e.Birth, e.Death = Day(r.varint()), Day(r.varint())
	}
	if flags&entPoint != 0 {
		e.HasPoint = true
		e.Lat, e.Lon = float32(float64(r.varint())/1e4), float32(float64(r.varint())/1e4)
	}
	if flags&entPopulation != 0 {
		e.Population = uint32(r.uvarint())
	}
	if flags&entAdmin1 != 0 {
		e.Admin1 = b.str(r.uvarint())
	}
	if flags&entFeature != 0 {
		e.FeatureCode = b.code(r.uvarint())
	}
	if flags&entGeoNames != 0 {
		e.GeoNames = uint32(r.uvarint())
	}
	if flags&entNumbers != 0 {
		e.GW, e.COW = uint16(r.uvarint()), uint16(r.uvarint())
	}
	if flags&entSpells != 0 {
		e.spells, e.spellCount = r.uvarint(), r.uvarint()
	}
	if flags&entOffices != 0 {
		e.offices, e.officeCount = r.uvarint(), r.uvarint()
	}
	if b.over != nil {
		if p, ok := b.over.patched[id]; ok {
			e.Entity = p
		}
	}
	return e
}

// qid gives the number of an entity's QID, 0 without one.
func (b *Base) qid(id EntityID) uint64 {
	if id == 0 || int(id) > b.count {
		return 0
	}
	r := at(b.sec[secEntities], int(u32(b.sec[secEntIndex], 4*int(id-1))))
	r.byte()
	flags := r.uvarint()
	if flags&entQID == 0 {
		return 0
	}
	for range 3 {
		r.uvarint()
	}
	r.byte()
	r.uvarint()
	return r.uvarint()
}

// Spells appends to dst the dated sectors of an entity, in order of time. A
// body without any has only its Sector.
func (b *Base) Spells(id EntityID, dst []Spell) []Spell {
	e := b.record(id)
	if b.over != nil {
		dst = append(dst, b.over.spells[id]...)
	}
	r := at(b.sec[secSpells], clampInt(e.spells))
	for i := uint64(0); i < e.spellCount && !r.bad; i++ {
		s := Spell{From: Day(r.varint()), To: Day(r.varint())}
		s.Sectors = b.sectorList(r.uvarint())
		s.Country = b.code(r.uvarint())
		s.Source = uint16(r.uvarint())
		if !r.bad {
			dst = append(dst, s)
		}
	}
	return dst
}

// SectorsOn gives the country and the sectors of an entity on a day, the
// primary sector first. A person's come from the office of that day; after
// the last office they are ELI with the office's sector behind it. The lists
// are shared: do not change them.
func (b *Base) SectorsOn(id EntityID, day Day) (country string, sectors []string) {
	e := b.record(id)
	if (e.spellCount > 0 || b.over != nil) && day != 0 {
		var buf [8]Spell
		for _, s := range b.Spells(id, buf[:0]) {
			if (s.From == 0 || day >= s.From) && (s.To == 0 || day <= s.To) {
				country = s.Country
				if country == "" {
					country = e.Country
				}
				return country, s.Sectors
			}
		}
	}
	if e.Kind != Person || e.officeCount == 0 && b.over == nil || day == 0 {
		return e.Country, e.Sectors
	}
	if o, ok := b.OfficeOn(id, day); ok {
		if o.Sector == "" {
			return o.Country, nil
		}
		return o.Country, b.single(o.Sector)
	}
	var buf [16]Office
	var last *Office
	for _, o := range b.Offices(id, buf[:0]) {
		if o.From != 0 && o.From > day {
			continue
		}
		if elite(o.Sector) && (last == nil || o.To >= last.To) {
			o := o
			last = &o
		}
	}
	if last == nil {
		return e.Country, e.Sectors
	}
	return last.Country, b.single("ELI")
}

// elite reports whether former holders of offices of a sector are counted as
// former officials.
func elite(sector string) bool {
	switch sector {
	case "GOV", "LEG", "MIL", "JUD", "PTY", "COP", "SPY", "":
		return true
	}
	return false
}

// single finds the shared list with just the one sector.
func (b *Base) single(sector string) []string {
	for _, l := range b.sectors {
		if len(l) == 1 && l[0] == sector {
			return l
		}
	}
	return []string{sector}
}

func clampInt(u uint64) int {
	if u > 1<<31-1 {
		return -1
	}
	return int(u)
}
