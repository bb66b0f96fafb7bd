package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// BadInput is the error for one record, or one whole file, that could not be read. It never ends a stream.
type BadInput struct {
	File   string // as in Origin
	Line   int    // from 1; 0 = the whole file
	Report string // its id, where that much could be read
	Reason string // what is wrong
	Hint   string // what to do about it; may be empty
	Raw    []byte // the record as it stood, cut at Limits.RawBytes; nil where it is not at hand
}

// Error is "file line N: reason. hint".
func (b *BadInput) Error() string {
	var s strings.Builder
	s.WriteString(b.File)
	if b.Line > 0 {
		fmt.Fprintf(&s, " line %d", b.Line)
	}
	if b.Report != "" {
		fmt.Fprintf(&s, " (%s)", b.Report)
	}
	s.WriteString(": ")
	s.WriteString(b.Reason)
	if b.Hint != "" {
		s.WriteString(". ")
		s.WriteString(b.Hint)
	}
	return s.String()
}

// WriteReject writes one line of a rejects file: a JSON object with the keys file, line, report, reason and raw;
// those that are empty are left out. Bytes of raw that are not UTF-8 are replaced.
func WriteReject(w io.Writer, b *BadInput) error {
	raw := b.Raw
	for i := 0; i < utf8.UTFMax && len(raw) > 0; i++ { // a cut may have split a character
		if r, n := utf8.DecodeLastRune(raw); r != utf8.RuneError || n != 1 {
			break
		}
		raw = raw[:len(raw)-1]
	}
	line, err := json.Marshal(struct {
		File   string `json:"file"`
		Line   int    `json:"line,omitempty"`
		Report string `json:"report,omitempty"`
		Reason string `json:"reason"`
		Raw    string `json:"raw,omitempty"`
	}{b.File, b.Line, b.Report, b.Reason, strings.ToValidUTF8(string(raw), "\uFFFD")})
	if err != nil {
		return fmt.Errorf("write reject: %w", err)
	}
	if _, err := w.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("write reject: %w", err)
	}
	return nil
}
