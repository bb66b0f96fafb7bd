package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
)

// A Writer writes sentences one after another.
type Writer struct {
	w    *bufio.Writer
	line int
}

// NewWriter writes to w, in pieces: call Flush at the end.
func NewWriter(w io.Writer) *Writer { return &Writer{w: bufio.NewWriter(w)} }

// Write writes a sentence and the blank line after it. One that a Reader would refuse is not written, and the fault is
// given as an *Error.
func (w *Writer) Write(s *Sentence) error {
	fault := func(row int, msg string) error { return &Error{w.line + 1 + len(s.Comments) + row, msg} }
	switch {
	case len(s.Rows) > MaxRows:
		return fault(MaxRows, fmt.Sprintf("more than %d rows in a sentence", MaxRows))
	case len(s.Comments) > MaxComments:
		return fault(0, fmt.Sprintf("more than %d comments", MaxComments))
	}
	if row, msg := s.check(); msg != "" {
		return fault(row, msg)
	}
	for i, c := range s.Comments {
		if len(c) >= MaxLine {
			return fault(i-len(s.Comments), fmt.Sprintf("a line of more than %d bytes", MaxLine))
		}
	}
	for i := range s.Rows {
		size := 0
		for _, v := range s.Rows[i].values() {
			size += max(len(v), 1) + 1
		}
		if size > MaxLine {
			return fault(i, fmt.Sprintf("a line of more than %d bytes", MaxLine))
		}
	}
	for _, c := range s.Comments {
		w.put(c, '\n')
	}
	for i := range s.Rows {
		end := byte('\t')
		for k, v := range s.Rows[i].values() {
			if k == 9 {
				end = '\n'
			}
			w.put(v, end)
		}
	}
	w.line += len(s.Comments) + len(s.Rows) + 1
	return w.w.WriteByte('\n')
}

// values are the columns; "" stands for an underscore.
func (r *Row) values() [10]string {
	head := ""
	if r.Head != NoHead {
		head = strconv.Itoa(r.Head)
	}
	return [10]string{r.ID.String(), r.Form, r.Lemma, r.UPOS, r.XPOS, r.Feats, head, r.Rel, r.Deps, r.Misc}
}

// put writes a value and the sign after it; the buffer keeps the first error for Flush.
func (w *Writer) put(v string, end byte) {
	if v == "" {
		v = "_"
	}
	_, _ = w.w.WriteString(v)
	_ = w.w.WriteByte(end)
}

// Flush writes what is still held back and gives the first error of the target.
func (w *Writer) Flush() error { return w.w.Flush() }
