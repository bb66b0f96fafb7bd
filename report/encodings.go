package report

import (
	"bufio"
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// byteOrderMark gives the encoding that the first bytes declare, or "".
func byteOrderMark(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return "utf-8"
	case bytes.HasPrefix(b, []byte{0xff, 0xfe, 0, 0}):
		return "utf-32le"
	case bytes.HasPrefix(b, []byte{0, 0, 0xfe, 0xff}):
		return "utf-32be"
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return "utf-16be"
	}
	return ""
}

// unmarkedUTF16 finds UTF-16 without a mark: every other byte is zero, as in all Latin text.
func unmarkedUTF16(b []byte) string {
	n := min(len(b), 512) &^ 1
	if n < 4 {
		return ""
	}
	var zeros [2]int
	for i := range n {
		if b[i] == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case zeros[1]*10 >= n/2*9 && zeros[0] == 0:
		return "utf-16le"
	case zeros[0]*10 >= n/2*9 && zeros[1] == 0:
		return "utf-16be"
	}
	return ""
}

// lookup finds an encoding by its name; nil, "" for UTF-8 and nil, name "?" for one that is not known.
func lookup(name string) (encoding.Encoding, string) {
	switch name {
	case "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), name
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), name
	case "utf-16le":
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), name
	case "utf-16be":
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), name
	}
	e, canonical := charset.Lookup(name)
	switch {
	case e == nil:
		return nil, "?"
	case canonical == "utf-8":
		return nil, ""
	}
	return e, canonical
}

// guessEncoding guesses the encoding of bytes that declare none and are not UTF-8. Where only a few bytes are not
// ASCII there is too little to go by, and windows-1252 with its quotation marks is by far the most frequent.
func guessEncoding(b []byte) (encoding.Encoding, string) {
	high := 0
	for _, c := range b {
		if c >= 0x80 {
			high++
		}
	}
	if high*25 < len(b) {
		return charmap.Windows1252, "windows-1252"
	}
	if r := chardet.Detect(b[:min(len(b), sniffBytes)]); r.Confidence >= 0.5 {
		for _, name := range []string{r.Charset, r.Encoding} {
			if e, canonical := lookup(name); canonical == "x-mac-cyrillic" && !macCapitals(b) {
				return charmap.Windows1251, "windows-1251"
			} else if e != nil {
				return e, canonical
			}
		}
	}
	return charmap.Windows1252, "windows-1252"
}

// macCapitals: the small letters of both Cyrillic encodings are the same, the capitals are not.
func macCapitals(b []byte) bool {
	mac, win := 0, 0
	for _, c := range b {
		switch {
		case c >= 0x80 && c < 0xa0:
			mac++
		case c >= 0xc0 && c < 0xdf:
			win++
		}
	}
	return mac > win
}

// validUTF8 also accepts a last character that is cut off.
func validUTF8(b []byte, cut bool) bool {
	if !cut {
		return utf8.Valid(b)
	}
	for i := 0; i < utf8.UTFMax && len(b) > 0; i++ {
		if r, n := utf8.DecodeLastRune(b); r != utf8.RuneError || n != 1 {
			break
		}
		b = b[:len(b)-1]
	}
	return utf8.Valid(b)
}

// decodeHead converts the first bytes of a file for sniffing; errors do not matter there.
func decodeHead(head []byte, name string) []byte {
	e, _ := lookup(name)
	if e == nil {
		return bytes.TrimPrefix(head, []byte{0xef, 0xbb, 0xbf})
	}
	out, _ := e.NewDecoder().Bytes(head)
	return bytes.TrimPrefix(out, []byte("\uFEFF"))
}

// toUTF8 converts a whole text. declared is the name that a mark, a header or a declaration gives; "" if none does.
// guess says what was guessed or mended.
func toUTF8(b []byte, declared string) (text []byte, enc encoding.Encoding, guess string) {
	if declared != "" {
		e, name := lookup(declared)
		switch {
		case e != nil:
			return decodeAll(b, e, name)
		case name == "":
			b = bytes.TrimPrefix(b, []byte("\uFEFF"))
			if utf8.Valid(b) {
				return b, nil, ""
			}
			if mostlyUTF8(b) {
				text, guess = mend(b)
				return text, nil, guess
			}
		}
	}
	if utf8.Valid(b) {
		return bytes.TrimPrefix(b, []byte("\uFEFF")), nil, ""
	}
	if mostlyUTF8(b) {
		text, guess = mend(b)
		return text, nil, guess
	}
	e, name := guessEncoding(b)
	text, _, _ = decodeAll(b, e, name)
	guess = "encoding " + name
	if declared != "" {
		guess += ", though " + declared + " is declared"
	}
	return text, e, guess
}

func decodeAll(b []byte, e encoding.Encoding, name string) ([]byte, encoding.Encoding, string) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil { // decoders replace what they cannot read; this is not expected
		text, guess := mend(b)
		return text, nil, guess + " (" + name + " failed)"
	}
	return bytes.TrimPrefix(out, []byte("\uFEFF")), e, ""
}

// mostlyUTF8: some bytes are broken, but more characters are well-formed UTF-8 beyond ASCII.
func mostlyUTF8(b []byte) bool {
	good, broken := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > broken
}

// mend replaces broken bytes one by one.
func mend(b []byte) ([]byte, string) {
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	out := make([]byte, 0, len(b)+len(b)/8)
	broken := 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			broken++
		}
		out = utf8.AppendRune(out, r)
		b = b[n:]
	}
	if broken == 0 {
		return out, ""
	}
	return out, fmt.Sprintf("%d broken bytes of UTF-8 replaced", broken)
}

// decoded gives the source as UTF-8, for formats that are read record by record. guess is what had to be guessed from
// its first bytes; where these are plain ASCII, what follows is looked at record by record (see toUTF8).
func (s *source) decoded() (r *bufio.Reader, guess string) {
	head, _ := s.in.Peek(sniffBytes)
	e, _ := lookup(s.charset)
	if s.charset == "" && !validUTF8(head, true) && !mostlyUTF8(head) {
		var name string
		e, name = guessEncoding(head)
		guess = "encoding " + name
	}
	r = s.in
	if e != nil {
		r = bufio.NewReaderSize(transform.NewReader(s.in, e.NewDecoder()), sniffBytes)
	}
	if mark, _ := r.Peek(3); string(mark) == "\uFEFF" {
		_, _ = r.Discard(3)
	}
	return r, guess
}
