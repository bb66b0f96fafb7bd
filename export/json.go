package export

import (
	"bytes"
	"encoding/json"
	"io"

	"annals"
)

// lines writes one JSON object a line.
type lines struct {
	w    io.Writer
	what What
	buf  bytes.Buffer
}

// Write writes the objects of one reading.
func (l *lines) Write(r *annals.Reading) error {
	for _, x := range objects(r, l.what) {
		b, err := l.encode(x)
		if err != nil {
			return err
		}
		if _, err := l.w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// encode is the object with a line break; signs of HTML stay as they are.
func (l *lines) encode(x any) ([]byte, error) {
	l.buf.Reset()
	e := json.NewEncoder(&l.buf)
	e.SetEscapeHTML(false)
	err := e.Encode(x)
	return l.buf.Bytes(), err
}

// Close does nothing.
func (l *lines) Close() error { return nil }

// objects lists what is written of a reading.
func objects(r *annals.Reading, what What) []any {
	var out []any
	rec := r.Record
	switch what {
	case Events:
		for i := range rec.Events {
			out = append(out, &rec.Events[i])
		}
	case Relations:
		for i := range rec.Relations {
			out = append(out, &rec.Relations[i])
		}
	case Quotations:
		for i := range rec.Quotations {
			out = append(out, &rec.Quotations[i])
		}
	case Reports:
		rec.Events, rec.Relations, rec.Quotations = nil, nil, nil
		out = append(out, &rec)
	case Candidates:
		for _, c := range r.Candidates() {
			out = append(out, c)
		}
	case All:
		out = append(out, &rec)
	}
	return out
}

// array writes all objects as one JSON array.
type array struct {
	lines
	n int
}

// Write writes the objects of one reading.
func (a *array) Write(r *annals.Reading) error {
	for _, x := range objects(r, a.what) {
		b, err := a.encode(x)
		if err != nil {
			return err
		}
		lead := "[\n"
		if a.n > 0 {
			lead = ",\n"
		}
		a.n++
		if _, err := io.WriteString(a.w, lead+string(bytes.TrimRight(b, "\n"))); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the array.
func (a *array) Close() error {
	end := "\n]\n"
	if a.n == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}
