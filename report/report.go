package report

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Report is one news report as it came in.
type Report struct {
	ID             string     // the user's own, else made from the content (ContentID)
	Title          string     // headline; may be empty
	Body           string     // what stands below the headline
	Published      string     // YYYY-MM-DD, or RFC 3339 where the input gives a time and its zone; "" if unknown
	PublishedBasis string     // Basis…: where Published comes from; "" where it is unknown
	Outlet         string     // who published it
	URL            string     // where it was published
	Author         string     // by whom; several are divided by ", "
	Section        string     // section or category
	Language       string     // BCP 47 tag as declared, or two letters as detected
	SetAside       string     // why it is not to be coded; "" = to be coded
	Origin         Origin     // where it stood in the input
	Offsets        *OffsetMap // HTML only: from code points of Text to bytes of the page; else nil
	Guess          string     // what had to be guessed in reading it, such as its encoding; "" if nothing
}

// Values of Report.PublishedBasis that reading can give. A day from the flag stands last in the order of the record:
// the engine overrules it by a dateline or a full date in the first sentences.
const (
	BasisInput = "input" // a key, column or feed element
	BasisPage  = "page"  // metadata of an HTML page
	BasisFlag  = "flag"  // Options.Published
)

// Origin says where a report stood.
type Origin struct {
	File   string // path as given or found; "-" for standard input
	Line   int    // line on which the record begins, from 1; 0 where lines mean nothing (a feed item without a known line)
	Index  int    // place of the record among those of its file, from 0
	Format string // name of the Format
}

// Text is the text that all spans count in: the title, a blank line and the body; the body alone where there is no
// title, and the title alone where there is no body.
func (r *Report) Text() string {
	switch {
	case r.Title == "":
		return r.Body
	case r.Body == "":
		return r.Title
	}
	if r.repeatsTitle() {
		return r.Body
	}
	return r.Title + "\n\n" + r.Body
}

// repeatsTitle reports whether the body begins with a line that is the title, as
// bodies cut from pages and agency files do; the title is then not set before it.
func (r *Report) repeatsTitle() bool {
	rest, ok := strings.CutPrefix(r.Body, r.Title)
	return ok && r.Title != "" && (rest == "" || rest[0] == '\n' || rest[0] == '\r')
}

// BodyStart is the byte offset at which the body begins in Text, behind the title.
func (r *Report) BodyStart() int {
	switch text := r.Text(); {
	case r.Title == "" || r.Body == "":
		return 0
	case r.repeatsTitle():
		rest := text[len(r.Title):]
		return len(text) - len(strings.TrimLeft(rest, " \t\r\n"))
	default:
		return len(r.Title) + 2
	}
}

// ContentID is the identifier of a report that brings none: "r_" and 16 letters, a hash over title, body and day.
func ContentID(title, body, published string) string {
	h := sha256.New()
	for _, s := range []string{title, body, published} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	sum := h.Sum(nil)
	return "r_" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}
