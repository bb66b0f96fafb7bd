package kb

import (
	"sort"
	"strconv"
	"strings"
)

// Lookup gives all entities that a folded alias names, most important first;
// nil when there are none. The alias must have been folded (see Fold) and
// stand without "the", unless the article is part of the name.
func (b *Base) Lookup(folded string) []Hit { return b.AppendLookup(nil, folded) }

// AppendLookup is Lookup that appends to dst, without allocating when dst has
// room.
func (b *Base) AppendLookup(dst []Hit, folded string) []Hit {
	if folded == "" {
		return dst
	}
	return b.appendHits(dst, hashKey(folded))
}

// AppendLookupBytes is AppendLookup for a folded alias in a byte slice, as
// AppendFold makes it.
func (b *Base) AppendLookupBytes(dst []Hit, folded []byte) []Hit {
	if len(folded) == 0 {
		return dst
	}
	return b.appendHits(dst, hashBytes(folded))
}

func (b *Base) appendHits(dst []Hit, hash uint64) []Hit {
	if b.over != nil {
		dst = append(dst, b.over.hits[hash]...)
	}
	off, ok := b.aliases.find(hash)
	if !ok {
		return dst
	}
	r := at(b.sec[secHits], int(off))
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		h := Hit{Entity: EntityID(r.uvarint())}
		flags := r.byte()
		h.Kind = AliasKind(flags & 0x0f)
		h.UpperOnly = flags&hitUpper != 0
		h.Common = flags&hitCommon != 0
		h.Source = uint16(r.uvarint())
		if flags&hitDated != 0 {
			h.From, h.To = Day(r.varint()), Day(r.varint())
		}
		if flags&hitNote != 0 {
			h.Note = b.str(r.uvarint())
		}
		if !r.bad && h.Kind < aliasKindCount {
			dst = append(dst, h)
		}
	}
	return dst
}

// MaxWords gives the length in words of the longest alias that begins with a
// folded word, 0 when no alias does.
func (b *Base) MaxWords(firstWordFolded string) int {
	if firstWordFolded == "" {
		return 0
	}
	own := 0
	if b.over != nil {
		own = b.over.first[firstWordFolded]
	}
	h := hashKey(firstWordFolded)
	if n, ok := b.first.find(h); ok {
		return max(own, int(n))
	}
	if _, ok := b.aliases.find(h); ok {
		return max(own, 1)
	}
	return own
}

// Country gives the country or territory of an ISO 3166-1 alpha-3 code
// (Kosovo is XKX, also found as XKO and KOS).
func (b *Base) Country(iso3 string) (EntityID, bool) {
	if iso3 == "XKO" || iso3 == "KOS" || iso3 == "UNK" {
		iso3 = "XKX"
	}
	return b.keyed("\x01country " + iso3)
}

// Capital gives the capital city of a country's code.
func (b *Base) Capital(iso3 string) (EntityID, bool) { return b.keyed("\x01capital " + iso3) }

// ByQID gives the entity of a Wikidata item such as "Q7747", or of an
// identifier that a layer gives.
func (b *Base) ByQID(qid string) (EntityID, bool) {
	if b.over != nil {
		if id, ok := b.over.ids[qid]; ok {
			return id, true
		}
	}
	number, err := strconv.ParseUint(strings.TrimPrefix(qid, "Q"), 10, 64)
	if err != nil {
		return 0, false
	}
	list := b.sec[secQIDs]
	i := sort.Search(len(list)/4, func(i int) bool { return b.qid(EntityID(u32(list, 4*i))) >= number })
	if i >= len(list)/4 {
		return 0, false
	}
	id := EntityID(u32(list, 4*i))
	return id, b.qid(id) == number
}

// LookupVariant gives the people whose name is spelt like the folded one in
// another transcription (see VariantKey). Its hits want support: a title, an
// office or the right country beside the name.
func (b *Base) LookupVariant(folded string) []Hit {
	key := VariantKey(folded)
	if key == "" {
		return nil
	}
	return b.AppendLookup(nil, "\x02"+key)
}

// keyed finds an entity by a key no folded text can equal.
func (b *Base) keyed(key string) (EntityID, bool) {
	var buf [1]Hit
	hits := b.AppendLookup(buf[:0], key)
	if len(hits) == 0 {
		return 0, false
	}
	return hits[0].Entity, true
}

// GivenName gives the gender of a folded given name: 'm', 'f', or 'u' where
// it is borne by both.
func (b *Base) GivenName(folded string) (gender byte, ok bool) {
	v, ok := b.names.find(hashKey(folded))
	return byte(v), ok
}

// Surname gives the country where a folded surname is most typical, "" where
// it is borne in many; ok tells that it is a surname.
func (b *Base) Surname(folded string) (country string, ok bool) {
	v, ok := b.surnames.find(hashKey(folded))
	if !ok {
		return "", false
	}
	return b.code(uint64(v)), true
}

// FoldKey folds a name as aliases are stored: as Fold, without a leading
// article.
func FoldKey(s string) string { return strings.TrimPrefix(Fold(s), "the ") }
