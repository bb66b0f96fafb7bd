package who

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/lab/eval/events"
	"annals/report"
)

// Engine is what is measured.
type Engine interface {
	events.Coder
	// Document is the report as the first stage gets it.
	Document(*report.Report) (*doc.Document, error)
	// Stages are the stages in the order in which they run.
	Stages() []doc.Stage
}

// read runs a report through the stages up to coref.
func read(e Engine, r *report.Report) (*doc.Document, error) {
	d, err := e.Document(r)
	if err != nil {
		return nil, err
	}
	run(e, d, "")
	return d, nil
}

// run sends a document through the stages from the one named to coref; "" is
// the first.
func run(e Engine, d *doc.Document, from string) {
	on := from == ""
	for _, s := range e.Stages() {
		on = on || s.Name() == from
		if on {
			s.Run(d)
		}
		if s.Name() == "coref" {
			return
		}
	}
}

// bestMention is the mention whose words overlap the span most, by the share of
// both; one with its head inside goes first.
func bestMention(d *doc.Document, span doc.Span) *doc.Mention {
	var best *doc.Mention
	score := 0.0
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form == doc.Conjunction || !m.Full.Overlaps(span) {
			continue
		}
		lo, hi := max(m.Full.Start, span.Start), min(m.Full.End, span.End)
		x := float64(hi-lo) / float64(m.Full.Join(span).Len())
		if h := d.Tokens[m.Head].Span; span.Contains(h) {
			x += 0.2
		}
		if x > score {
			best, score = m, x
		}
	}
	return best
}

// codePoints gives the byte offset of each code point, and of the end.
func codePoints(s string) []int {
	out := make([]int, 0, utf8.RuneCountInString(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}

// open opens a file, unpacked where its name ends in .gz.
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, nil
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	return packed{z, f}, nil
}

// packed closes the file under a gzip reader.
type packed struct {
	*gzip.Reader
	file *os.File
}

// Close closes both.
func (p packed) Close() error { return errors.Join(p.Reader.Close(), p.file.Close()) }

// jsonLines reads JSON values one by one; each may end the reading by an error.
func jsonLines[T any](path string, each func(T) error) error {
	f, err := open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	for n := 1; ; n++ {
		var v T
		switch err := dec.Decode(&v); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: value %d: %w", path, n, err)
		}
		if err := each(v); err != nil {
			return fmt.Errorf("%s: value %d: %w", path, n, err)
		}
	}
}

// lines is a scanner for long lines.
func lines(r io.Reader) *bufio.Scanner {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	return sc
}
