package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// json reads objects that may span lines: one, several, or an array of them. They are cut apart by brackets and
// quotation marks first, so that one that is broken inside does not spoil the next.
func (rd *reader) json(src *source) bool {
	in, guess := src.decoded()
	cut := newJSONSplitter(in, rd.lim.LineBytes, rd.lim.RawBytes)
	for i := 0; ; i++ {
		rec, ok := cut.next()
		if !ok {
			if i == 0 && rec.reason == "" {
				return rd.bad(&BadInput{File: src.name, Reason: "an empty list of reports"})
			}
			return true
		}
		if !rd.object(src, rec, i, guess) {
			return false
		}
	}
}

// jsonLines reads an object a line. Empty lines are no records.
func (rd *reader) jsonLines(src *source) bool {
	in, guess := src.decoded()
	lines := &lineReader{in: in, limit: rd.lim.LineBytes, keep: rd.lim.RawBytes}
	for i := 0; ; {
		rec, ok := lines.next()
		if !ok {
			return true
		}
		if rec.reason == "" && len(bytes.TrimSpace(rec.raw)) == 0 {
			continue
		}
		if !rd.object(src, rec, i, guess) {
			return false
		}
		i++
	}
}

// record is one piece of a file that should be one report.
type record struct {
	line   int
	raw    []byte // valid until the next record is asked for
	reason string // why it could not be cut out; "" = it was
	hint   string
}

// object makes a report of one JSON object.
func (rd *reader) object(src *source, rec record, index int, guess string) bool {
	bad := func(id, reason, hint string) bool {
		return rd.bad(&BadInput{File: src.name, Line: rec.line, Report: id, Reason: reason, Hint: hint, Raw: rec.raw})
	}
	if rec.reason != "" {
		return bad("", rec.reason, rec.hint)
	}
	text := rec.raw
	if !utf8.Valid(text) {
		var g string
		text, _, g = toUTF8(text, "")
		guess = joinGuess(guess, g)
	}
	var m map[string]json.RawMessage
	if err := json.Unmarshal(text, &m); err != nil {
		return bad("", jsonReason(err, text), "")
	}
	if m == nil {
		return bad("", "null where an object is expected", "")
	}
	obj := jsonFields(m)
	r, id, fault := rd.build(obj, chooseKeys(obj.names(), rd.o.Map))
	if fault != nil {
		return bad(id, fault.reason, fault.hint)
	}
	r.Origin, r.Guess = src.origin(rec.line, index), guess
	return rd.emit(r, rec.raw)
}

func joinGuess(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// jsonReason says in words and with a column what encoding/json found.
func jsonReason(err error, text []byte) string {
	var syn *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &typ):
		return fmt.Sprintf("a JSON %s where an object is expected", typ.Value)
	case errors.As(err, &syn):
		at := int(syn.Offset)
		if at > len(text) {
			at = len(text)
		}
		lineStart := strings.LastIndexByte(string(text[:at]), '\n') + 1
		below := strings.Count(string(text[:at]), "\n")
		where := fmt.Sprintf("column %d", utf8.RuneCount(text[lineStart:at]))
		if below > 0 {
			where = fmt.Sprintf("%s of line +%d", where, below)
		}
		return fmt.Sprintf("not JSON: %s (%s)", syn.Error(), where)
	}
	return "not JSON: " + err.Error()
}

// jsonFields are the members of an object.
type jsonFields map[string]json.RawMessage

func (f jsonFields) names() []string {
	n := make([]string, 0, len(f))
	for k := range f {
		n = append(n, k)
	}
	sort.Strings(n)
	return n
}

// str reads a string or null. An id and a day may be numbers; author and section may be lists of strings; outlet and
// author may be objects with a name, as JSON-LD and news services write them.
func (f jsonFields) str(key, name string) (string, *fault) {
	raw := strings.TrimSpace(string(f[name]))
	wrong := func(want string) (string, *fault) {
		return "", &fault{fmt.Sprintf("%q is %s, not %s", name, jsonKind(raw), want), ""}
	}
	if raw == "" || raw == "null" {
		return "", nil
	}
	switch c := raw[0]; {
	case c == '"':
		var s string
		if err := json.Unmarshal([]byte(raw), &s); err != nil {
			return wrong("a string")
		}
		return s, nil
	case (c == '-' || c >= '0' && c <= '9') && (key == "id" || key == "published"):
		return raw, nil
	case c == '[' && (key == "author" || key == "section"):
		var list []json.RawMessage
		if err := json.Unmarshal([]byte(raw), &list); err != nil {
			return wrong("a list of strings")
		}
		var out []string
		for _, e := range list {
			s, bad := jsonFields{name: e}.str("outlet", name)
			if bad != nil {
				return wrong("a list of strings")
			}
			if s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", "), nil
	case c == '{' && (key == "author" || key == "outlet"):
		var o map[string]json.RawMessage
		if json.Unmarshal([]byte(raw), &o) == nil {
			if _, has := o["name"]; has {
				return jsonFields(o).str("title", "name")
			}
		}
		return wrong("a string or an object with a name")
	}
	return wrong("a string")
}

func jsonKind(raw string) string {
	switch raw[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a truth value"
	case '"':
		return "a string"
	}
	return "a number"
}
