package kb

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"sort"
	"strconv"
	"strings"
)

// Contents is what a base is made of. Entity ids are the places in Entities,
// from 1; lists are written in the order given, aliases and offices grouped.
type Contents struct {
	Entities []Entity
	Spells   map[EntityID][]Spell
	Offices  map[EntityID][]Office // by first day
	Aliases  []Alias
	Capitals map[string]EntityID // by code of the country
	Names    map[string]byte     // folded given name to gender
	Surnames map[string]string   // folded surname to country, "" for many
	Sources  []Source            // by number
}

// Alias is one hit with its folded text.
type Alias struct {
	Folded string
	Hit
}

// mostHits bounds the hits of one alias.
const mostHits = 64

// Encode writes a base. The same contents give the same bytes.
func Encode(c Contents) ([]byte, error) {
	w := newWriter()
	w.sources(c.Sources)
	if err := w.entities(c); err != nil {
		return nil, err
	}
	if err := w.aliases(c); err != nil {
		return nil, err
	}
	w.people(c)
	w.qids(c)
	if w.err != nil {
		return nil, w.err
	}
	return w.file(), nil
}

type writer struct {
	sec     [sectionCount][]byte
	strings map[string]uint64
	codes   map[string]uint64
	codeSeq []string
	lists   map[string]uint64
	listSeq [][]uint64
	err     error
}

func newWriter() *writer {
	w := &writer{strings: map[string]uint64{}, codes: map[string]uint64{}, lists: map[string]uint64{}}
	w.str("")
	w.code("")
	w.list(nil)
	w.list([]string{"ELI"})
	return w
}

func (w *writer) str(s string) uint64 {
	if off, ok := w.strings[s]; ok {
		return off
	}
	off := uint64(len(w.sec[secStrings]))
	w.strings[s] = off
	w.sec[secStrings] = append(binary.AppendUvarint(w.sec[secStrings], uint64(len(s))), s...)
	return off
}

func (w *writer) code(s string) uint64 {
	if i, ok := w.codes[s]; ok {
		return i
	}
	i := uint64(len(w.codeSeq))
	w.codes[s] = i
	w.codeSeq = append(w.codeSeq, s)
	return i
}

func (w *writer) list(l []string) uint64 {
	key := strings.Join(l, " ")
	if i, ok := w.lists[key]; ok {
		return i
	}
	var nums []uint64
	for _, s := range l {
		nums = append(nums, w.code(s))
	}
	i := uint64(len(w.listSeq))
	w.lists[key] = i
	w.listSeq = append(w.listSeq, nums)
	return i
}

func (w *writer) sources(list []Source) {
	out := binary.AppendUvarint(nil, uint64(len(list)))
	for _, s := range list {
		for _, t := range []string{s.Repository, s.Commit, s.Licence, s.Table} {
			out = binary.AppendUvarint(out, w.str(t))
		}
		share := byte(0)
		if s.ShareAlike {
			share = 1
		}
		out = append(out, share)
	}
	w.sec[secSources] = out
}

func (w *writer) entities(c Contents) error {
	for i, e := range c.Entities {
		id := EntityID(i + 1)
		out := w.sec[secEntities]
		w.sec[secEntIndex] = binary.LittleEndian.AppendUint32(w.sec[secEntIndex], uint32(len(out)))
		var qid uint64
		if e.QID != "" {
			var err error
			if qid, err = strconv.ParseUint(strings.TrimPrefix(e.QID, "Q"), 10, 64); err != nil {
				return fmt.Errorf("entity %q: QID %q is not Q and a number", e.Name, e.QID)
			}
		}
		offices, spells := c.Offices[id], c.Spells[id]
		flags := 0
		for _, f := range []struct {
			set bool
			bit int
		}{{qid != 0, entQID}, {e.Code != "", entCode}, {e.Gender != 0, entGender}, {e.Birth != 0 || e.Death != 0, entLife}, {e.HasPoint, entPoint},
			{e.Population != 0, entPopulation}, {e.Admin1 != "", entAdmin1}, {e.FeatureCode != "", entFeature}, {e.GeoNames != 0, entGeoNames},
			{e.GW != 0 || e.COW != 0, entNumbers}, {len(spells) > 0, entSpells}, {len(offices) > 0, entOffices}} {
			if f.set {
				flags |= f.bit
			}
		}
		out = append(out, byte(e.Kind))
		put := func(v uint64) { out = binary.AppendUvarint(out, v) }
		put(uint64(flags))
		put(w.str(e.Name))
		put(w.code(e.Country))
		sectors := e.Sectors
		if len(sectors) == 0 && e.Sector != "" {
			sectors = []string{e.Sector}
		}
		put(w.list(sectors))
		out = append(out, e.Importance)
		put(uint64(e.Source))
		if flags&entQID != 0 {
			put(qid)
		}
		if flags&entCode != 0 {
			put(w.code(e.Code))
		}
		if flags&entGender != 0 {
			out = append(out, e.Gender)
		}
		if flags&entLife != 0 {
			out = binary.AppendVarint(binary.AppendVarint(out, int64(e.Birth)), int64(e.Death))
		}
		if flags&entPoint != 0 {
			out = binary.AppendVarint(out, int64(math.Round(float64(e.Lat)*1e4)))
			out = binary.AppendVarint(out, int64(math.Round(float64(e.Lon)*1e4)))
		}
		if flags&entPopulation != 0 {
			put(uint64(e.Population))
		}
		if flags&entAdmin1 != 0 {
			put(w.str(e.Admin1))
		}
		if flags&entFeature != 0 {
			put(w.code(e.FeatureCode))
		}
		if flags&entGeoNames != 0 {
			put(uint64(e.GeoNames))
		}
		if flags&entNumbers != 0 {
			put(uint64(e.GW))
			put(uint64(e.COW))
		}
		if flags&entSpells != 0 {
			put(uint64(len(w.sec[secSpells])))
			put(uint64(len(spells)))
			w.spells(spells)
		}
		if flags&entOffices != 0 {
			put(uint64(len(w.sec[secOffices])))
			put(uint64(len(offices)))
			w.offices(offices)
		}
		w.sec[secEntities] = out
	}
	return nil
}

func (w *writer) spells(list []Spell) {
	out := w.sec[secSpells]
	for _, s := range list {
		out = binary.AppendVarint(binary.AppendVarint(out, int64(s.From)), int64(s.To))
		out = binary.AppendUvarint(out, w.list(s.Sectors))
		out = binary.AppendUvarint(out, w.code(s.Country))
		out = binary.AppendUvarint(out, uint64(s.Source))
	}
	w.sec[secSpells] = out
}

func (w *writer) offices(list []Office) {
	out := w.sec[secOffices]
	for _, o := range list {
		flags := byte(0)
		if o.Open {
			flags |= offOpen
		}
		if o.Body != 0 {
			flags |= offBody
		}
		if o.Also != 0 {
			flags |= offAlso
		}
		if o.Seen != 0 {
			flags |= offSeen
		}
		out = append(out, flags)
		out = binary.AppendUvarint(out, w.str(o.Title))
		out = binary.AppendUvarint(out, w.code(o.Class))
		out = binary.AppendUvarint(out, w.code(o.Country))
		out = binary.AppendUvarint(out, w.code(o.Sector))
		out = append(out, byte(o.FromPrecision)|byte(o.ToPrecision)<<2)
		if o.FromPrecision != NoDate {
			out = binary.AppendVarint(out, int64(o.From))
		}
		if o.ToPrecision != NoDate {
			out = binary.AppendVarint(out, int64(o.To))
		}
		out = binary.AppendUvarint(out, uint64(o.Source))
		if o.Body != 0 {
			out = binary.AppendUvarint(out, uint64(o.Body))
		}
		if o.Also != 0 {
			out = binary.AppendUvarint(out, uint64(o.Also))
		}
		if o.Seen != 0 {
			out = binary.AppendVarint(out, int64(o.Seen))
		}
	}
	w.sec[secOffices] = out
}

func (w *writer) aliases(c Contents) error {
	all := append([]Alias(nil), c.Aliases...)
	for i, e := range c.Entities {
		if (e.Kind == Country || e.Kind == Territory) && e.Code != "" {
			all = append(all, Alias{"\x01country " + e.Code, Hit{Entity: EntityID(i + 1)}})
		}
	}
	for code, id := range c.Capitals {
		all = append(all, Alias{"\x01capital " + code, Hit{Entity: id}})
	}
	rank := func(id EntityID) int { return int(c.Entities[id-1].Importance) }
	for _, a := range all {
		if a.Entity == 0 || int(a.Entity) > len(c.Entities) {
			return fmt.Errorf("alias %q: no entity %d", a.Folded, a.Entity)
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Folded != b.Folded {
			return a.Folded < b.Folded
		}
		if r, s := rank(a.Entity), rank(b.Entity); r != s {
			return r > s
		}
		if a.Entity != b.Entity {
			return a.Entity < b.Entity
		}
		if a.Kind != b.Kind {
			return a.Kind < b.Kind
		}
		return a.From < b.From
	})
	index, first := newIndex(), map[string]int{}
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].Folded == all[i].Folded {
			j++
		}
		key := all[i].Folded
		if j-i > mostHits {
			// A surname of hundreds: the least important cannot be told by
			// it anyway.
			copy(all[i+mostHits:], all[j:])
			all = all[:len(all)-(j-i-mostHits)]
			j = i + mostHits
		}
		index.add(key, len(w.sec[secHits]))
		out := binary.AppendUvarint(w.sec[secHits], uint64(j-i))
		for _, a := range all[i:j] {
			out = w.hit(out, a.Hit)
		}
		w.sec[secHits] = out
		if words := strings.Count(key, " ") + 1; key[0] > 2 && words > 1 {
			word, _, _ := strings.Cut(key, " ")
			first[word] = max(first[word], words)
		}
		i = j
	}
	w.sec[secAliases] = w.index(index)
	firsts := newIndex()
	for _, k := range sortedKeys(first) {
		firsts.add(k, first[k])
	}
	w.sec[secFirst] = w.index(firsts)
	return nil
}

func (w *writer) hit(out []byte, h Hit) []byte {
	out = binary.AppendUvarint(out, uint64(h.Entity))
	flags := byte(h.Kind)
	if h.UpperOnly {
		flags |= hitUpper
	}
	if h.Common {
		flags |= hitCommon
	}
	if h.From != 0 || h.To != 0 {
		flags |= hitDated
	}
	if h.Note != "" {
		flags |= hitNote
	}
	out = append(out, flags)
	out = binary.AppendUvarint(out, uint64(h.Source))
	if flags&hitDated != 0 {
		out = binary.AppendVarint(binary.AppendVarint(out, int64(h.From)), int64(h.To))
	}
	if flags&hitNote != 0 {
		out = binary.AppendUvarint(out, w.str(h.Note))
	}
	return out
}

// people writes the given names, the surnames and the index of holders.
func (w *writer) people(c Contents) {
	names := newIndex()
	for _, k := range sortedKeys(c.Names) {
		names.add(k, int(c.Names[k]))
	}
	w.sec[secNames] = w.index(names)
	surnames := newIndex()
	for _, k := range sortedKeys(c.Surnames) {
		surnames.add(k, int(w.code(c.Surnames[k])))
	}
	w.sec[secSurnames] = w.index(surnames)

	holders := map[string][]EntityID{}
	for i := range c.Entities {
		id := EntityID(i + 1)
		for _, o := range c.Offices[id] {
			key := o.Class + "\x01" + o.Country
			if l := holders[key]; len(l) == 0 || l[len(l)-1] != id {
				holders[key] = append(l, id)
			}
		}
	}
	index := newIndex()
	for _, k := range sortedKeys(holders) {
		index.add(k, len(w.sec[secHolderList]))
		out := binary.AppendUvarint(w.sec[secHolderList], uint64(len(holders[k])))
		last := EntityID(0)
		for _, id := range holders[k] {
			out = binary.AppendUvarint(out, uint64(id-last))
			last = id
		}
		w.sec[secHolderList] = out
	}
	w.sec[secHolders] = w.index(index)
}

// qids lists the entities with a QID in the order of its number.
func (w *writer) qids(c Contents) {
	number := func(id EntityID) uint64 {
		n, _ := strconv.ParseUint(strings.TrimPrefix(c.Entities[id-1].QID, "Q"), 10, 64) // checked by entities
		return n
	}
	var ids []EntityID
	for i, e := range c.Entities {
		if e.QID != "" {
			ids = append(ids, EntityID(i+1))
		}
	}
	sort.SliceStable(ids, func(i, j int) bool { return number(ids[i]) < number(ids[j]) })
	for _, id := range ids {
		w.sec[secQIDs] = binary.LittleEndian.AppendUint32(w.sec[secQIDs], uint32(id))
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

type indexEntry struct{ hash, value uint64 }

type indexWriter struct{ entries []indexEntry }

func newIndex() *indexWriter { return &indexWriter{} }

func (x *indexWriter) add(key string, value int) {
	x.entries = append(x.entries, indexEntry{hashKey(key), uint64(value)})
}

func (w *writer) index(x *indexWriter) []byte {
	bits := 1
	for 1<<(bits+2) < len(x.entries) && bits < 18 {
		bits++
	}
	bucket := func(h uint64) int { return int(h >> (64 - bits)) }
	sort.Slice(x.entries, func(i, j int) bool {
		a, b := x.entries[i], x.entries[j]
		if p, q := bucket(a.hash), bucket(b.hash); p != q {
			return p < q
		}
		return a.hash&printMask < b.hash&printMask
	})
	out := []byte{byte(bits), 0, 0, 0}
	n := 0
	for b := range 1<<bits + 1 {
		for n < len(x.entries) && bucket(x.entries[n].hash) < b {
			n++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for i, e := range x.entries {
		if e.value > valueMask {
			w.err = fmt.Errorf("index value %d is above %d: the section is too long for this format", e.value, valueMask)
		}
		if i > 0 && e.hash&printMask == x.entries[i-1].hash&printMask && bucket(e.hash) == bucket(x.entries[i-1].hash) {
			w.err = fmt.Errorf("two keys share the hash %x: change the hash", e.hash)
		}
		out = binary.LittleEndian.AppendUint64(out, e.hash&printMask<<valueBits|e.value)
	}
	return out
}

func (w *writer) file() []byte {
	codes := binary.AppendUvarint(nil, uint64(len(w.codeSeq)))
	for _, s := range w.codeSeq {
		codes = binary.AppendUvarint(codes, w.str(s))
	}
	w.sec[secCodes] = codes
	lists := binary.AppendUvarint(nil, uint64(len(w.listSeq)))
	for _, l := range w.listSeq {
		lists = binary.AppendUvarint(lists, uint64(len(l)))
		for _, n := range l {
			lists = binary.AppendUvarint(lists, n)
		}
	}
	w.sec[secSectors] = lists
	out := make([]byte, headerSize)
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[8:], version)
	for i, s := range w.sec {
		binary.LittleEndian.PutUint32(out[16+8*i:], uint32(len(out)))
		binary.LittleEndian.PutUint32(out[20+8*i:], uint32(len(s)))
		out = append(out, s...)
	}
	binary.LittleEndian.PutUint32(out[12:], crc32.Checksum(out[16:], crc32.MakeTable(crc32.Castagnoli)))
	return out
}
