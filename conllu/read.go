package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Reader reads sentences one after another.
type Reader struct {
	r    *bufio.Reader
	long []byte // a line that was longer than the buffer
	line int    // lines read
	err  error  // what stopped it
}

// NewReader reads from r, which is taken as UTF-8 without a byte order mark.
func NewReader(r io.Reader) *Reader { return &Reader{r: bufio.NewReaderSize(r, 1<<16)} }

// Read gives the next sentence, io.EOF after the last, or the first fault as an *Error; after either it always gives
// the same again.
func (r *Reader) Read() (*Sentence, error) {
	if r.err != nil {
		return nil, r.err
	}
	s, err := r.sentence()
	if err != nil {
		r.err = err
		return nil, err
	}
	return s, nil
}

// ReadAll reads to the end.
func ReadAll(r io.Reader) ([]*Sentence, error) {
	var all []*Sentence
	for in := NewReader(r); ; {
		s, err := in.Read()
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, s)
	}
}

func (r *Reader) fault(format string, args ...any) error {
	return &Error{r.line, fmt.Sprintf(format, args...)}
}

func (r *Reader) sentence() (*Sentence, error) {
	s := &Sentence{Line: r.line + 1}
	for {
		line, err := r.next()
		switch {
		case errors.Is(err, io.EOF) && len(s.Rows)+len(s.Comments) == 0:
			return nil, io.EOF
		case errors.Is(err, io.EOF):
			return nil, r.fault("the file ends inside a sentence: a blank line must follow it")
		case err != nil:
			return nil, err
		}
		switch {
		case line == "":
			if len(s.Rows) == 0 {
				return nil, r.fault("a blank line without a sentence before it")
			}
			if row, msg := s.check(); msg != "" {
				return nil, &Error{s.Line + len(s.Comments) + row, msg}
			}
			return s, nil
		case line[0] == '#' && len(s.Rows) == 0:
			if len(s.Comments) == MaxComments {
				return nil, r.fault("more than %d comments", MaxComments)
			}
			s.Comments = append(s.Comments, line)
		case line[0] == '#':
			return nil, r.fault("a comment inside a sentence: comments stand before its first word")
		default:
			if len(s.Rows) == MaxRows {
				return nil, r.fault("more than %d rows in a sentence", MaxRows)
			}
			row, err := r.row(line)
			if err != nil {
				return nil, err
			}
			s.Rows = append(s.Rows, row)
		}
	}
}

// next reads a line without its end. A last line without one is a fault.
func (r *Reader) next() (string, error) {
	b, err := r.r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		r.long = r.long[:0]
		for errors.Is(err, bufio.ErrBufferFull) && len(r.long) <= MaxLine {
			r.long = append(r.long, b...)
			b, err = r.r.ReadSlice('\n')
		}
		r.long = append(r.long, b...)
		b = r.long
	}
	if errors.Is(err, io.EOF) && len(b) == 0 {
		return "", io.EOF
	}
	r.line++
	switch {
	case len(b) > MaxLine:
		return "", r.fault("a line of more than %d bytes", MaxLine)
	case errors.Is(err, io.EOF):
		return "", r.fault("the last line has no end")
	case err != nil:
		return "", fmt.Errorf("line %d: %w", r.line, err)
	}
	return string(b[:len(b)-1]), nil
}

// row divides a line into its columns and reads its numbers.
func (r *Reader) row(line string) (Row, error) {
	var col [10]string
	n := 0
	for rest, more := line, true; more; n++ {
		if n == len(col) {
			return Row{}, r.fault("%d columns, want 10 with tabs between them", strings.Count(line, "\t")+1)
		}
		col[n], rest, more = strings.Cut(rest, "\t")
	}
	if n != len(col) {
		return Row{}, r.fault("%d columns, want 10 with tabs between them", n)
	}
	for i := range col {
		switch {
		case col[i] == "":
			return Row{}, r.fault("column %s is empty; write _ for no value", columnNames[i])
		case col[i] == "_" && i > 1:
			col[i] = ""
		}
	}
	id, ok := parseID(col[0])
	if !ok {
		return Row{}, r.fault("%q is no id; write 3, 3-4 or 3.1", col[0])
	}
	head := NoHead
	if col[6] != "" {
		if head, ok = number(col[6]); !ok {
			return Row{}, r.fault("head %q is no number", col[6])
		}
	}
	return Row{ID: id, Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Feats: col[5], Head: head,
		Rel: col[7], Deps: col[8], Misc: col[9]}, nil
}

var columnNames = [10]string{"ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"}

// parseID reads the first column; numbers beyond any sentence are refused.
func parseID(s string) (ID, bool) {
	if a, b, ok := strings.Cut(s, "-"); ok {
		n, okA := number(a)
		to, okB := number(b)
		return ID{N: n, To: to}, okA && okB && n > 0 && to > 0
	}
	if a, b, ok := strings.Cut(s, "."); ok {
		n, okA := number(a)
		sub, okB := number(b)
		return ID{N: n, Sub: sub}, okA && okB && sub > 0
	}
	n, ok := number(s)
	return ID{N: n}, ok && n > 0
}

// number reads digits without sign or leading zero.
func number(s string) (int, bool) {
	if s == "" || len(s) > 6 || s[0] < '0' || s[0] > '9' || s[0] == '0' && len(s) > 1 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
