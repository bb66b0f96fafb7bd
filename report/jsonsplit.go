package report

import (
	"bufio"
	"io"
)

// jsonSplitter cuts a stream of JSON objects, or the elements of one array, into records. It only looks at brackets,
// strings and line breaks; whether a record is JSON is found when it is read.
type jsonSplitter struct {
	in    *bufio.Reader
	limit int // bytes of a record
	keep  int // bytes of a record over the limit that are kept
	line  int
	array bool
	begun bool
	done  bool
	buf   []byte
	size  int // bytes of the record so far, kept or not
}

func newJSONSplitter(in *bufio.Reader, limit, keep int) *jsonSplitter {
	return &jsonSplitter{in: in, limit: limit, keep: keep, line: 1}
}

func (s *jsonSplitter) read() (byte, error) {
	c, err := s.in.ReadByte()
	if c == '\n' && err == nil {
		s.line++
	}
	return c, err
}

func (s *jsonSplitter) put(c byte) {
	s.size++
	if s.size <= s.limit || len(s.buf) < s.keep {
		s.buf = append(s.buf, c)
	}
}

// next gives the next record, or false at the end; the record then has a reason if the end was not a good one.
func (s *jsonSplitter) next() (record, bool) {
	if s.done {
		return record{}, false
	}
	s.buf, s.size = s.buf[:0], 0
	var c byte
	var err error
	for { // to the first byte of a value
		c, err = s.read()
		if err != nil {
			s.done = true
			if err == io.EOF && !s.array {
				return record{}, false
			}
			if err == io.EOF {
				return record{line: s.line, reason: "the file ends inside the list: no closing bracket"}, true
			}
			return record{line: s.line, reason: plainReason(err)}, true
		}
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',' && s.begun:
			continue
		case c == '[' && !s.begun:
			s.array, s.begun = true, true
			continue
		case c == ']' && s.array:
			s.array = false // what follows are further values, if any
			continue
		}
		break
	}
	s.begun = true
	rec := record{line: s.line}
	rec.reason, rec.hint = s.value(c)
	if s.size > s.limit {
		rec.reason, rec.hint = tooLongReason("a record", s.limit), "Raise the limit with --max-line"
		s.buf = s.buf[:min(len(s.buf), s.keep)]
	}
	rec.raw = s.buf
	if cap(s.buf) > 1<<20 && len(s.buf) < 1<<16 {
		s.buf = nil
	}
	return rec, true
}

// value copies one value that begins with c.
func (s *jsonSplitter) value(c byte) (reason, hint string) {
	depth, inString, escaped := 0, false, false
	for {
		switch {
		case inString:
			s.put(c)
			switch {
			case escaped:
				escaped = false
			case c == '\\':
				escaped = true
			case c == '"':
				inString = false
			case c == '\n': // never inside a string: a quotation mark is missing. Look for the next object
				if next, _ := s.in.Peek(2); len(next) == 2 && next[0] == '{' && next[1] == '"' {
					return "a string that does not end on its line", ""
				}
			}
		case c == '"':
			s.put(c)
			inString = true
		case c == '{' || c == '[':
			s.put(c)
			depth++
		case c == '}' || c == ']':
			s.put(c)
			depth--
		default:
			s.put(c)
		}
		if depth <= 0 && !inString {
			if c == '}' || c == ']' || c == '"' {
				return "", ""
			}
			// A bare number or word ends before what cannot belong to it.
			if next, err := s.in.Peek(1); err != nil || next[0] == ',' || next[0] == ']' || next[0] == '{' || next[0] == '[' || next[0] <= ' ' {
				return "", ""
			}
		}
		var err error
		if c, err = s.read(); err != nil {
			s.done = true
			if err != io.EOF {
				return plainReason(err), ""
			}
			return "the file ends inside an object", ""
		}
	}
}
