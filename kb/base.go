package kb

import (
	_ "embed"
	"fmt"
	"hash/crc32"
	"sync"
)

//go:embed base.bin
var embedded string

// defaultBase opens the embedded file once. Its checksum is left out: the
// bytes are those of the program itself.
var defaultBase = sync.OnceValues(func() (*Base, error) { return open(embedded, false) })

// Base is a knowledge base held in memory. It is immutable and may be used by
// many goroutines at once.
type Base struct {
	data    string
	sec     [sectionCount]string
	codes   []string
	codeOf  map[string]int
	sectors [][]string
	sources []Source
	count   int
	over    *overlay // a user's tables, nil for none

	aliases, first, names, surnames, holders hashIndex
}

// Default gives the base that is embedded in the program.
func Default() (*Base, error) { return defaultBase() }

// Open reads a base from bytes, which are copied. Bytes of another kind or
// version, cut or altered, give an error that wraps ErrFormat.
func Open(data []byte) (*Base, error) { return open(string(data), true) }

func open(data string, verify bool) (*Base, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, fmt.Errorf("knowledge base: no header in %d bytes: %w", len(data), ErrFormat)
	}
	if v := u32(data, 8); v != version {
		return nil, fmt.Errorf("knowledge base: version %d, want %d; rebuild it: %w", v, version, ErrFormat)
	}
	if verify {
		if got, want := checksum(data[16:]), u32(data, 12); got != want {
			return nil, fmt.Errorf("knowledge base: checksum %08x, want %08x: %w", got, want, ErrFormat)
		}
	}
	b := &Base{data: data}
	for i := range b.sec {
		off, n := uint64(u32(data, 16+8*i)), uint64(u32(data, 20+8*i))
		if off < uint64(headerSize) || off+n > uint64(len(data)) {
			return nil, fmt.Errorf("knowledge base: section %d lies outside of the file: %w", i, ErrFormat)
		}
		b.sec[i] = data[off : off+n]
	}
	for _, x := range []struct {
		to *hashIndex
		in section
	}{{&b.aliases, secAliases}, {&b.first, secFirst}, {&b.names, secNames}, {&b.surnames, secSurnames}, {&b.holders, secHolders}} {
		var ok bool
		if *x.to, ok = openIndex(b.sec[x.in]); !ok {
			return nil, fmt.Errorf("knowledge base: section %d is no index: %w", x.in, ErrFormat)
		}
	}
	if err := b.readTables(); err != nil {
		return nil, err
	}
	return b, nil
}

// readTables reads the short tables: codes, sector lists and sources.
func (b *Base) readTables() error {
	const most = 1 << 16 // no table is near as long: more means damage
	r := at(b.sec[secCodes], 0)
	n := r.uvarint()
	if n > most {
		return fmt.Errorf("knowledge base: %d codes: %w", n, ErrFormat)
	}
	b.codeOf = make(map[string]int, n)
	for i := range int(n) {
		b.codes = append(b.codes, b.str(r.uvarint()))
		b.codeOf[b.codes[i]] = i
	}
	bad := r.bad
	r = at(b.sec[secSectors], 0)
	if n = r.uvarint(); n > most {
		return fmt.Errorf("knowledge base: %d lists of sectors: %w", n, ErrFormat)
	}
	for range int(n) {
		var list []string
		for range int(r.uvarint() % 16) {
			list = append(list, b.code(r.uvarint()))
		}
		b.sectors = append(b.sectors, list)
	}
	bad = bad || r.bad
	r = at(b.sec[secSources], 0)
	if n = r.uvarint(); n > most {
		return fmt.Errorf("knowledge base: %d sources: %w", n, ErrFormat)
	}
	for i := range int(n) {
		s := Source{Number: i + 1, Repository: b.str(r.uvarint()), Commit: b.str(r.uvarint()),
			Licence: b.str(r.uvarint()), Table: b.str(r.uvarint())}
		s.ShareAlike = r.byte() != 0
		b.sources = append(b.sources, s)
	}
	if bad || r.bad {
		return fmt.Errorf("knowledge base: a short table is cut: %w", ErrFormat)
	}
	b.count = len(b.sec[secEntIndex]) / 4
	return nil
}

func checksum(s string) uint32 {
	const chunk = 1 << 16
	table := crc32.MakeTable(crc32.Castagnoli)
	var sum uint32
	var buf [chunk]byte
	for len(s) > 0 {
		n := copy(buf[:], s)
		sum = crc32.Update(sum, table, buf[:n])
		s = s[n:]
	}
	return sum
}

// str gives the string at an offset, "" where there is none.
func (b *Base) str(off uint64) string {
	s := b.sec[secStrings]
	if off >= uint64(len(s)) {
		return ""
	}
	r := at(s, int(off))
	n := r.uvarint()
	if r.bad || n > uint64(len(s)-r.pos) {
		return ""
	}
	return s[r.pos : r.pos+int(n)]
}

func (b *Base) code(i uint64) string {
	if i >= uint64(len(b.codes)) {
		return ""
	}
	return b.codes[i]
}

func (b *Base) sectorList(i uint64) []string {
	if i >= uint64(len(b.sectors)) {
		return nil
	}
	return b.sectors[i]
}

// Len is the number of entities; their ids are 1 to Len.
func (b *Base) Len() int {
	if b.over != nil {
		return b.count + len(b.over.entities)
	}
	return b.count
}

// SourceInfo describes the table of a source number; the zero Source for a
// number that is not in use.
func (b *Base) SourceInfo(n uint16) Source {
	switch {
	case n == 0:
		return Source{}
	case int(n) <= len(b.sources):
		return b.sources[n-1]
	case b.over != nil && int(n) <= len(b.sources)+len(b.over.sources):
		return b.over.sources[int(n)-len(b.sources)-1]
	}
	return Source{}
}

// Sources lists all tables, by number.
func (b *Base) Sources() []Source { return append(append([]Source(nil), b.sources...), b.Layered()...) }
