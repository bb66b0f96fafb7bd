package kb

// reader walks through bytes of the base without ever leaving them: past the
// end it gives zeros and remembers that it did.
type reader struct {
	s   string
	pos int
	bad bool
}

func at(s string, pos int) reader {
	if pos < 0 || pos > len(s) {
		return reader{s: s, pos: len(s), bad: true}
	}
	return reader{s: s, pos: pos}
}

func (r *reader) byte() byte {
	if r.pos >= len(r.s) {
		r.bad = true
		return 0
	}
	b := r.s[r.pos]
	r.pos++
	return b
}

func (r *reader) uvarint() uint64 {
	var x uint64
	for shift := uint(0); shift < 64; shift += 7 {
		b := r.byte()
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return x
		}
	}
	r.bad = true
	return 0
}

func (r *reader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// u32 reads four bytes at a place the caller has checked.
func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

// hashIndex is a section checked to be a hash index.
type hashIndex struct {
	s    string
	bits uint
	base int // where the entries begin
}

func openIndex(s string) (hashIndex, bool) {
	if len(s) < 4 || s[0] > 20 {
		return hashIndex{}, false
	}
	bits := uint(s[0])
	base := 4 + 4*(1<<bits+1)
	if base > len(s) || (len(s)-base)%8 != 0 {
		return hashIndex{}, false
	}
	return hashIndex{s: s, bits: bits, base: base}, true
}

// find gives the value of a hash.
func (x hashIndex) find(h uint64) (uint32, bool) {
	b := int(h >> (64 - x.bits))
	lo := int(u32(x.s, 4+4*b))
	hi := int(u32(x.s, 8+4*b))
	if n := (len(x.s) - x.base) / 8; hi > n || lo > hi {
		return 0, false
	}
	print := h & printMask
	for i := lo; i < hi; i++ {
		p := x.base + 8*i
		e := uint64(u32(x.s, p)) | uint64(u32(x.s, p+4))<<32
		if e>>valueBits == print {
			return uint32(e & valueMask), true
		}
	}
	return 0, false
}
