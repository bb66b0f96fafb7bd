package kb

import "errors"

// The file: a header of fixed size, then the sections. All fixed-width
// numbers are little-endian; the rest are unsigned or zig-zag varints.
//
//	0   magic, 8 bytes
//	8   version, 4 bytes
//	12  CRC-32C of everything after it, 4 bytes
//	16  for each section: offset and length, 4 bytes each
const (
	magic      = "annalskb"
	version    = 1
	headerSize = 16 + 8*int(sectionCount)
)

type section int

const (
	secStrings  section = iota // uvarint length, bytes; a string is named by its offset
	secCodes                   // uvarint count, then string offsets: country codes, sectors, classes
	secSectors                 // uvarint count, then lists of code numbers
	secSources                 // uvarint count, then five strings and a flag byte each
	secEntIndex                // 4 bytes an entity: offset into secEntities
	secEntities                // entity records
	secSpells                  // dated sectors, named by offset from an entity
	secOffices                 // offices, grouped by person, named by offset from an entity
	secHolders                 // hash index: class and country to a list of persons
	secHolderList
	secAliases // hash index: folded alias to hits
	secHits
	secFirst    // hash index: first word to the number of words of its longest alias
	secNames    // hash index: given name to gender
	secSurnames // hash index: surname to the code number of its country
	secQIDs     // 4 bytes each: the entities that have a QID, by its number
	sectionCount
)

// A hash index is: bucket bits, 1 byte; 3 bytes of nothing; 2^bits+1 bucket
// starts of 4 bytes; then entries of 8 bytes, sorted. The bucket is the top
// bits of the hash, the entry holds 40 more bits of it and a value of 24
// bits. Keys themselves are not stored: with 40 bits and buckets of a few
// entries, a wrong answer is expected once in some 10^11 look-ups.
const (
	valueBits = 24
	valueMask = 1<<valueBits - 1
	printMask = 1<<40 - 1
)

// Flags of an entity record.
const (
	entQID = 1 << iota
	entCode
	entGender
	entLife
	entPoint
	entPopulation
	entAdmin1
	entFeature
	entGeoNames
	entNumbers
	entSpells
	entOffices
)

// Flags of a hit, beside the alias kind in the low four bits.
const (
	hitUpper  = 0x10
	hitCommon = 0x20
	hitDated  = 0x40
	hitNote   = 0x80
)

// Flags of an office.
const (
	offOpen = 1 << iota
	offBody
	offAlso
	offSeen
)

// ErrFormat is wrapped by every error of Open about bytes that are no base.
var ErrFormat = errors.New("not a knowledge base of this version")
