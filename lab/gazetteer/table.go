package gazetteer

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// table is one tab-separated file with a header line.
type table struct {
	col map[string]int
}

// row gives access by the name of a column.
type row struct {
	t *table
	f []string
}

// get gives a field without outer space, "" for a column the row lacks.
func (r row) get(name string) string {
	i, ok := r.t.col[name]
	if !ok || i >= len(r.f) {
		return ""
	}
	return strings.TrimSpace(r.f[i])
}

// list splits a field at bars and leaves out what is empty.
func (r row) list(name string) []string {
	var out []string
	for _, s := range strings.Split(r.get(name), "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// open gives the plain text of a file of the gazetteer, and notes its digest.
func (b *builder) open(src uint16) (string, error) {
	base := filepath.Join(b.dir, "gazetteer", filepath.FromSlash(sources[src-1].Table))
	var raw []byte
	var err error
	for _, ext := range []string{".tsv.gz", ".tsv", ".jsonl.gz"} {
		if raw, err = os.ReadFile(base + ext); err == nil {
			text := string(raw)
			if strings.HasSuffix(ext, ".gz") {
				if text, err = gunzip(raw); err != nil {
					return "", fmt.Errorf("%s%s: %w", base, ext, err)
				}
			}
			sum := sha256.Sum256([]byte(text))
			b.digests[src-1] = hex.EncodeToString(sum[:])
			return text, nil
		}
	}
	return "", fmt.Errorf("table %s is missing: %w", base, err)
}

func gunzip(raw []byte) (string, error) {
	z, err := gzip.NewReader(strings.NewReader(string(raw)))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(z)
	return string(text), err
}

// each calls do for every row of a table; needs are the columns it must have.
// A table under a share-alike licence has no rows in a build without such.
func (b *builder) each(src uint16, do func(row), needs ...string) error {
	if b.without && sources[src-1].ShareAlike {
		return nil
	}
	text, err := b.open(src)
	if err != nil {
		return err
	}
	return b.eachOf(text, src, do, needs...)
}

// eachOf is each for the text of a table.
func (b *builder) eachOf(text string, src uint16, do func(row), needs ...string) error {
	t := &table{col: map[string]int{}}
	n := 0
	for line := range strings.Lines(text) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(t.col) == 0 {
			for i, c := range f {
				t.col[c] = i
			}
			for _, c := range needs {
				if _, ok := t.col[c]; !ok {
					return fmt.Errorf("table %s has no column %q", sources[src-1].Table, c)
				}
			}
			continue
		}
		n++
		do(row{t, f})
	}
	if src == srcOwn {
		b.rows[src-1] += n // many files
	} else {
		b.rows[src-1] = n // some are read twice
	}
	return nil
}

// eachLine calls do for the lines of a packed text file of the data folder.
func (b *builder) eachLine(path string, do func(string)) error {
	f, err := os.Open(filepath.Join(b.dir, filepath.FromSlash(path)))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(make([]byte, 1<<20), 1<<26)
	for s.Scan() {
		do(s.Text())
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
