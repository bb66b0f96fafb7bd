package report

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// The texts in these tests are invented.
const (
	visitTitle = "Minister of Arlania arrives in Port Vell for talks"
	visitBody  = "PORT VELL, May 4 - The foreign minister of Arlania arrived in Port Vell on Thursday for two days of talks, officials said.\n\n" +
		"She met the prime minister in the evening. The two sides will sign an agreement on fisheries on Friday."
	frenchBody = "Le ministre des affaires étrangères est arrivé jeudi dans la capitale pour deux jours d'entretiens avec le premier ministre. " +
		"Les deux parties doivent signer un accord sur la pêche vendredi matin, ont indiqué des responsables du gouvernement."
)

// readAll reads standard input and keeps reports and bad records apart. Any other error fails the test.
func readAll(t testing.TB, input []byte, o Options) (reports []*Report, bad []*BadInput) {
	t.Helper()
	o.Stdin = bytes.NewReader(input)
	return collect(t, []string{"-"}, o)
}

func collect(t testing.TB, paths []string, o Options) (reports []*Report, bad []*BadInput) {
	t.Helper()
	for r, err := range Read(context.Background(), paths, o) {
		var b *BadInput
		switch {
		case errors.As(err, &b):
			bad = append(bad, b)
		case err != nil:
			t.Fatalf("read: %v", err)
		default:
			reports = append(reports, r)
		}
	}
	return reports, bad
}

// one expects a single report and nothing bad.
func one(t testing.TB, input []byte, o Options) *Report {
	t.Helper()
	reports, bad := readAll(t, input, o)
	if len(bad) > 0 {
		t.Fatalf("bad input: %v", bad[0])
	}
	if len(reports) != 1 {
		t.Fatalf("%d reports, want 1", len(reports))
	}
	return reports[0]
}

// oneBad expects a single bad record and no report.
func oneBad(t testing.TB, input []byte, o Options) *BadInput {
	t.Helper()
	reports, bad := readAll(t, input, o)
	if len(reports) > 0 {
		t.Fatalf("read as a report: %q", reports[0].Text())
	}
	if len(bad) != 1 {
		t.Fatalf("%d bad records, want 1: %v", len(bad), bad)
	}
	return bad[0]
}

func gzipped(t testing.TB, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zstded(t testing.TB, b []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(b, nil)
}

// checkOffsets holds what an offset map promises: places are inside the page and do not run backwards within the body,
// and characters that stand in the page as themselves are found there.
func checkOffsets(t testing.TB, r *Report, page []byte) {
	t.Helper()
	if r.Offsets == nil {
		return
	}
	runes := []rune(r.Text())
	for i, c := range runes {
		at, ok := r.Offsets.Page(i)
		if !ok {
			continue
		}
		if at < 0 || at > len(page) {
			t.Fatalf("character %d at byte %d of %d", i, at, len(page))
		}
		if strings.ContainsRune(" \n", c) {
			continue
		}
		from, to, ok := r.Offsets.Span(i, i+1)
		if !ok || from != at || to < from || to > len(page) {
			t.Fatalf("character %d: span %d to %d, %v", i, from, to, ok)
		}
		if r.Guess == "" && utf8.Valid(page) && to-from == utf8.RuneLen(c) && page[from] != '&' && page[from] != '\r' && string(page[from:to]) != string(c) {
			t.Fatalf("character %d is %q but the page has %q", i, c, page[from:to])
		}
	}
	if _, ok := r.Offsets.Page(len(runes)); ok {
		t.Fatal("a place behind the end of the text")
	}
}
