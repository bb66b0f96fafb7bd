package geo

import (
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/kb"
)

// Stage is the stage of places. It is safe for use by many goroutines.
type Stage struct {
	base  *kb.Base
	words *words
}

// New makes the stage from a knowledge base and the tables of a language: a
// file system whose root is lang/en.
func New(base *kb.Base, tables fs.FS) (*Stage, error) {
	w, err := readWords(tables)
	if err != nil {
		return nil, err
	}
	return &Stage{base: base, words: w}, nil
}

// Name is "geo".
func (s *Stage) Name() string { return "geo" }

// Reads are the layers read; trees, mentions and links are used where they are filled.
func (s *Stage) Reads() []doc.Layer {
	return []doc.Layer{doc.LayerText, doc.LayerTokens, doc.LayerTrees, doc.LayerMentions, doc.LayerLinks}
}

// Writes is the layer of places.
func (s *Stage) Writes() []doc.Layer { return []doc.Layer{doc.LayerPlaces} }

// Run fills d.Places in the order of the text.
func (s *Stage) Run(d *doc.Document) {
	d.Places = d.Places[:0]
	r := &run{base: s.base, words: s.words, d: d, low: make([]string, len(d.Tokens)), about: newContext()}
	if d.Published != 0 {
		y, m, day := d.Published.Date()
		r.day = kb.NewDay(y, m, day)
	}
	for i := range d.Tokens {
		r.low[i] = strings.ToLower(d.Form(int32(i)))
		r.tagged = r.tagged || d.Tokens[i].Name != ""
	}
	r.indexMentions()
	r.people()
	for i := range d.Sentences {
		r.sentence(int32(i))
	}
	r.linked()
	r.weigh()
	r.contain()
	r.choose()
	r.sites()
	r.emit()
}

// run is the work on one document.
type run struct {
	base   *kb.Base
	words  *words
	d      *doc.Document
	day    kb.Day
	low    []string // tokens in lower case
	tagged bool     // whether the parser has marked names

	mentions []int32         // closest mention over each token; empty where there are none
	anchors  []int           // finds that settle what lies near them
	persons  map[string]bool // folded surnames of people named in the report
	finds    []find
	about    context
	buf      []byte
	hits     []kb.Hit
}

// find is a stretch of words that may be a place.
type find struct {
	first, last int32 // tokens [first, last)
	sent        int32
	span        doc.Span
	key         string // folded name
	cands       []cand
	pick        int     // index into cands, -1 until chosen
	score       float64 // how surely it is a place at all
	holder      int     // find that holds it by the words, -1
	strong      bool    // the holder is told beyond doubt: "X, Y"
	made        bool    // read from the words alone, not from the base
	grain       string  // of a made find
	want        string  // kind told by the words: city, region, sea, point; or ""
	nation      string  // country of a nationality before it: "the Ukrainian city of"
	mention     int32
	country     string // of a made find, once chosen
	admin1      string
	why         string
	inner       int // for sites: find inside of the name, -1
}

// cand is an entity that a find may be.
type cand struct {
	kb.Entity
	alias  kb.AliasKind
	common bool
}

// upper reports whether token i begins with a capital.
func (r *run) upper(i int32) bool {
	if i < 0 || int(i) >= len(r.d.Tokens) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.d.Text[r.d.Tokens[i].Start:r.d.Tokens[i].End])
	return unicode.IsUpper(c)
}

// is reports whether token i is one of the words.
func (r *run) is(i int32, list ...string) bool {
	if i < 0 || int(i) >= len(r.low) {
		return false
	}
	for _, w := range list {
		if r.low[i] == w {
			return true
		}
	}
	return false
}

// fold is the folded text of tokens [i, j); it is valid until the next call.
func (r *run) fold(i, j int32) []byte {
	r.buf = kb.AppendFold(r.buf[:0], r.d.Text[r.d.Tokens[i].Start:r.d.Tokens[j-1].End])
	return r.buf
}
