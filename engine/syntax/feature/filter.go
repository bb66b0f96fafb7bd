package feature

// A Filter is a Bloom filter of known words: it may take an unknown word for a known one (about one in 300), never
// the other way. Words it does not hold get the row of unknown words instead of rows learned for others.
type Filter []uint64

// FilterWords is the size of a filter in 64-bit words (2^20 bits).
const FilterWords = 1 << 14

// Add marks the word with this hash as known.
func (f Filter) Add(hash uint64) {
	for i := 0; i < 3; i++ {
		b := filterBit(hash, i)
		f[b>>6] |= 1 << (b & 63)
	}
}

// Has reports whether the word with this hash is known.
func (f Filter) Has(hash uint64) bool {
	for i := 0; i < 3; i++ {
		b := filterBit(hash, i)
		if f[b>>6]&(1<<(b&63)) == 0 {
			return false
		}
	}
	return true
}

func filterBit(hash uint64, i int) uint64 {
	return mix(hash+uint64(i+1)*0x9e3779b97f4a7c15) % (FilterWords * 64)
}
