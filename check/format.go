package check

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"annals/kb/own"
	"annals/match"
	"annals/record"
	"annals/table"
)

// Format is the file in its canonical layout, by its kind.
func Format(name string, src []byte) []byte {
	if strings.HasSuffix(name, ".rules") {
		return match.Format(src)
	}
	if own.Is(src) {
		return own.Format(src)
	}
	return table.Format(src)
}

// Looks says what kind of text stands in src: "records", "rules" or "table".
func Looks(src []byte) string {
	for _, line := range bytes.Split(src, []byte("\n")) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '#' && !bytes.HasPrefix(line, []byte("#:")):
			continue
		case line[0] == '{' || line[0] == '[':
			return "records"
		case bytes.HasPrefix(line, []byte("rule ")):
			return "rules"
		}
		return "table"
	}
	return "table"
}

// RecordError is a line that is no record.
type RecordError struct {
	Line int
	Err  error
}

// Error is the line and what is wrong with it.
func (e *RecordError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap is the fault itself.
func (e *RecordError) Unwrap() error { return e.Err }

// Records writes records, one a line, with their keys in the order of the contract;
// keys that it does not know are faults, so that nothing is lost silently.
func Records(w io.Writer, r io.Reader) error {
	const most = 256 << 20
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), most)
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		x, err := parseRecord(lines.Bytes())
		if err != nil {
			return &RecordError{n, err}
		}
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return &RecordError{n + 1, err}
	}
	return out.Flush()
}

// parseRecord reads a line as the kind of record that its keys show.
func parseRecord(line []byte) (any, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	var x any
	switch {
	case keys["triggers"] != nil && keys["from"] != nil:
		x = &record.Relation{}
	case keys["triggers"] != nil:
		x = &record.Event{}
	case keys["content"] != nil:
		x = &record.Quotation{}
	case keys["text"] != nil || keys["words"] != nil || keys["set_aside"] != nil:
		x = &record.Report{}
	default:
		return nil, fmt.Errorf("neither an event nor a relation, quotation or report")
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	return x, d.Decode(x)
}
