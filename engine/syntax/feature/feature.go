// Package feature turns the written form of a word into rows of hashed tables: the word itself, its affixes, its
// shape and its character n-grams. Training and use share it, so a change here needs a new model.
package feature

import (
	"unicode"
	"unicode/utf8"
)

// A Table is one of the hashed tables.
type Table int

// The tables, in the order of their vectors in the concatenation.
const (
	Word Table = iota
	Prefix
	Suffix2
	Suffix3
	Suffix4
	Shape
	Gram
	Tables
)

// Sizes of the tables: rows and width. The word table has one row more, for unknown words.
const (
	WordRows   = 32768
	UnknownRow = WordRows
	maxGram    = 32 // characters of a word that give n-grams
)

// Rows gives the number of rows of a table.
func (t Table) Rows() int {
	switch t {
	case Word:
		return WordRows + 1
	case Prefix:
		return 4096
	case Suffix2, Suffix3, Suffix4:
		return 8192
	case Shape:
		return 1024
	case Gram:
		return 16384
	}
	return 0
}

// Width gives the width of a table's rows.
func (t Table) Width() int {
	switch t {
	case Word, Gram:
		return 64
	case Prefix, Suffix2, Suffix3, Suffix4:
		return 32
	case Shape:
		return 16
	}
	return 0
}

// Width of the concatenated vectors of all tables, without the treebank vector.
const Width = 64 + 32 + 3*32 + 16 + 64

// A Key holds the rows of one form.
type Key struct {
	// Hash identifies the normalised form, for a [Filter] of known words.
	Hash  uint64
	Words [2]uint32
	// Affix holds the rows of Prefix, Suffix2, Suffix3, Suffix4, Shape.
	Affix [5]uint32
	// Grams are the rows of the n-grams; their vectors are averaged. At least one.
	Grams []uint32
}

// Normal writes the normalised characters of form after dst: lower case, digits as 0, straight quotes.
func Normal(dst []rune, form string) []rune {
	for _, r := range form {
		dst = append(dst, normalRune(r))
	}
	return dst
}

func normalRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	case r == '“' || r == '”':
		return '"'
	case r == '‘' || r == '’':
		return '\''
	case unicode.IsDigit(r):
		return '0'
	}
	return unicode.ToLower(r)
}

// Fill sets k to the rows of form. Memory of k.Grams is reused.
func (k *Key) Fill(form string) {
	var buf [maxGram + 16]rune
	norm := append(buf[:0], '<')
	norm = Normal(norm, form)
	norm = append(norm, '>')
	word := norm[1 : len(norm)-1]

	h := hashRunes(1, word)
	k.Hash = h
	k.Words = [2]uint32{uint32(h) % WordRows, uint32(h>>32) % WordRows}
	k.Affix = [5]uint32{
		uint32(hashRunes(2, word[:min(3, len(word))])) % 4096,
		uint32(hashRunes(3, word[max(0, len(word)-2):])) % 8192,
		uint32(hashRunes(4, word[max(0, len(word)-3):])) % 8192,
		uint32(hashRunes(5, word[max(0, len(word)-4):])) % 8192,
		uint32(hashShape(form)) % 1024,
	}
	if len(norm) > maxGram {
		norm = norm[:maxGram]
	}
	k.Grams = k.Grams[:0]
	for n := 3; n <= 5; n++ {
		for i := 0; i+n <= len(norm); i++ {
			k.Grams = append(k.Grams, uint32(hashRunes(6, norm[i:i+n]))%16384)
		}
	}
	if len(k.Grams) == 0 {
		k.Grams = append(k.Grams, uint32(hashRunes(6, norm))%16384)
	}
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
	shapeSalt = 0x5bd1e9955bd1e995
)

// hashRunes is FNV-1a over the characters, salted, with the finaliser of MurmurHash3.
func hashRunes(salt uint64, s []rune) uint64 {
	h := uint64(fnvOffset) ^ salt*0x9e3779b97f4a7c15
	for _, r := range s {
		h ^= uint64(r)
		h *= fnvPrime
	}
	return mix(h)
}

func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	h ^= h >> 33
	return h
}

// hashShape hashes letter classes, runs cut at four: "McGregor" is XxXxxxx.
func hashShape(form string) uint64 {
	h := uint64(fnvOffset) ^ shapeSalt
	var last rune
	run := 0
	for _, r := range form {
		c := shapeRune(r)
		if c == last {
			run++
			if run > 4 {
				continue
			}
		} else {
			last, run = c, 1
		}
		h ^= uint64(c)
		h *= fnvPrime
	}
	return mix(h)
}

func shapeRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return r
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	case unicode.IsDigit(r):
		return 'd'
	}
	return normalRune(r)
}
