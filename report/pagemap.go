package report

import (
	"bytes"
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// pageBytes is a page converted to UTF-8, with the way back to its bytes.
type pageBytes struct {
	utf   []byte
	back  []anchor // nil: the bytes are the same
	guess string
}

// anchor: byte utf of the converted page stands at byte page of the stored one, and what follows goes in step.
type anchor struct{ utf, page int }

// page leads from a byte of the converted page to one of the stored page.
func (p *pageBytes) page(utf int) int {
	if p.back == nil {
		return utf
	}
	k := sort.Search(len(p.back), func(k int) bool { return p.back[k].utf > utf }) - 1
	if k < 0 {
		return utf
	}
	return p.back[k].page + utf - p.back[k].utf
}

// add notes where the next converted byte comes from, if that is not where the last anchor puts it.
func (p *pageBytes) add(utf, page int) {
	if n := len(p.back); n > 0 && utf-p.back[n-1].utf == page-p.back[n-1].page {
		return
	}
	p.back = append(p.back, anchor{utf, page})
}

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.\-]+)`)
	xmlCharset  = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.\-]+)`)
)

// declaredCharset reads the encoding that markup declares about itself; "" if it does not.
func declaredCharset(b []byte) string {
	b = b[:min(len(b), sniffBytes)]
	for _, re := range []*regexp.Regexp{xmlCharset, metaCharset} {
		if m := re.FindSubmatch(b); m != nil {
			name := strings.ToLower(string(m[1]))
			if strings.HasPrefix(name, "utf-16") || strings.HasPrefix(name, "utf-32") {
				return "utf-8" // it could not have been read otherwise (HTML standard)
			}
			if _, known := lookup(name); known != "?" {
				return name
			}
		}
	}
	return ""
}

// convertPage brings a page to UTF-8. marked is what its byte order mark says. A declaration of another encoding is not
// believed where the bytes are well-formed UTF-8 beyond ASCII: that happens by chance in no other encoding.
func convertPage(b []byte, marked string) *pageBytes {
	declared := marked
	if declared == "" {
		declared = declaredCharset(b)
		if e, _ := lookup(declared); declared != "" && e != nil && utf8.Valid(b) && wide(b) >= 3 {
			return &pageBytes{utf: b, guess: "encoding utf-8, though " + declared + " is declared"}
		}
	}
	var e encoding.Encoding
	guess := ""
	switch {
	case declared != "":
		e, _ = lookup(declared)
	case !utf8.Valid(b) && !mostlyUTF8(b):
		var name string
		e, name = guessEncoding(b)
		guess = "encoding " + name
	}
	if e == nil {
		if declared != "" && !utf8.Valid(b) && !mostlyUTF8(b) {
			var name string
			e, name = guessEncoding(b)
			guess = "encoding " + name + ", though " + declared + " is declared"
		}
	}
	if e == nil {
		return mendPage(b)
	}
	p := decodePage(b, e)
	p.guess = guess
	return p
}

// wide counts the characters beyond ASCII.
func wide(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= 0xc0 {
			n++
		}
	}
	return n
}

// mendPage takes UTF-8 as it is, without its mark, and replaces broken bytes.
func mendPage(b []byte) *pageBytes {
	body := bytes.TrimPrefix(b, []byte("\uFEFF"))
	if utf8.Valid(body) {
		p := &pageBytes{utf: body}
		if len(body) < len(b) {
			p.back = []anchor{{0, len(b) - len(body)}}
		}
		return p
	}
	p := &pageBytes{}
	p.utf, p.guess = mend(b)
	at, out := len(b)-len(body), 0
	p.add(out, at)
	for at < len(b) {
		r, n := utf8.DecodeRune(b[at:])
		at += n
		out += utf8.RuneLen(r)
		p.add(out, at)
	}
	return p
}

// decodePage converts character by character, so that each has its place.
func decodePage(b []byte, e encoding.Encoding) *pageBytes {
	p := &pageBytes{utf: make([]byte, 0, len(b)+len(b)/4)}
	dec := e.NewDecoder()
	_, isWide := lookupWide(e)
	var dst [64]byte
	for at := 0; at < len(b); {
		if b[at] < 0x80 && b[at] != 0x1b && !isWide && asciiSafe(e) {
			p.add(len(p.utf), at)
			p.utf = append(p.utf, b[at])
			at++
			continue
		}
		took, put := 0, 0
		for k := 1; k <= 8 && at+k <= len(b) && took == 0; k++ {
			nd, ns, err := dec.Transform(dst[:], b[at:at+k], at+k == len(b))
			if err != nil && err != transform.ErrShortSrc {
				break
			}
			took, put = ns, nd
		}
		if took == 0 { // a sequence that the decoder cannot end
			took, put = 1, copy(dst[:], "\uFFFD")
			dec.Reset()
		}
		p.add(len(p.utf), at)
		p.utf = append(p.utf, dst[:put]...)
		at += took
	}
	if bytes.HasPrefix(p.utf, []byte("\uFEFF")) {
		p.utf = p.utf[3:]
		for i := range p.back {
			p.back[i].utf -= 3
		}
	}
	return p
}

// lookupWide: encodings in which a byte below 0x80 is not a character.
func lookupWide(e encoding.Encoding) (string, bool) {
	for _, name := range []string{"utf-16le", "utf-16be", "utf-32le", "utf-32be"} {
		if w, _ := lookup(name); w == e {
			return name, true
		}
	}
	return "", e == unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
}

// asciiSafe: "<" at a character's start is the character "<".
func asciiSafe(e encoding.Encoding) bool {
	out, err := e.NewDecoder().Bytes([]byte("<a~>"))
	return err == nil && string(out) == "<a~>"
}
