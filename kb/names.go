package kb

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The base holds only hashes of the names under which it finds entities. Their
// folded texts stand in a file of their own, sorted, each as the number of
// bytes that it shares with the one before and the rest, packed with DEFLATE.
// Only those who list or search names read it; coding does not.
//
//go:embed names.bin
var embeddedNames string

// EncodeNames packs folded names for DefaultNames. The same names give the same
// bytes, in whatever order and how often they come.
func EncodeNames(folded []string) ([]byte, error) {
	list := slices.Compact(slices.Sorted(slices.Values(folded)))
	var plain []byte
	before := ""
	for _, s := range list {
		n := 0
		for n < min(len(s), len(before)) && s[n] == before[n] {
			n++
		}
		plain = binary.AppendUvarint(plain, uint64(n))
		plain = binary.AppendUvarint(plain, uint64(len(s)-n))
		plain = append(plain, s[n:]...)
		before = s
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("pack names: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("pack names: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack names: %w", err)
	}
	return out.Bytes(), nil
}

// DefaultNames lists, sorted, the folded names under which the embedded base
// finds entities.
func DefaultNames() ([]string, error) { return decodeNames(embeddedNames) }

func decodeNames(packed string) ([]string, error) {
	const most = 64 << 20
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(strings.NewReader(packed)), most))
	if err != nil {
		return nil, fmt.Errorf("names of the knowledge base: %w: %w", err, ErrFormat)
	}
	var out []string
	before := ""
	for len(plain) > 0 {
		shared, n := binary.Uvarint(plain)
		if n <= 0 || shared > uint64(len(before)) {
			return nil, fmt.Errorf("names of the knowledge base: name %d: %w", len(out), ErrFormat)
		}
		plain = plain[n:]
		rest, n := binary.Uvarint(plain)
		if n <= 0 || rest > uint64(len(plain)-n) {
			return nil, fmt.Errorf("names of the knowledge base: name %d: %w", len(out), ErrFormat)
		}
		before = before[:shared] + string(plain[n:n+int(rest)])
		plain = plain[n+int(rest):]
		out = append(out, before)
	}
	return out, nil
}

// LayerNames lists, sorted, the folded names that layers add.
func (b *Base) LayerNames() []string {
	if b.over == nil {
		return nil
	}
	return slices.Compact(slices.Sorted(slices.Values(b.over.names)))
}
