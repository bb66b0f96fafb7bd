package kb

import (
	"slices"
	"testing"
)

func TestNamesRound(t *testing.T) {
	packed, err := EncodeNames([]string{"bo", "ada test", "ada", "bo"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodeNames(string(packed))
	if err != nil || !slices.Equal(got, []string{"ada", "ada test", "bo"}) {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := decodeNames(string(packed[:len(packed)-3])); err == nil {
		t.Error("a cut file is read without an error")
	}
}

// TestDefaultNames holds that the names are those of the embedded base: nearly
// all find something.
func TestDefaultNames(t *testing.T) {
	base, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	list, err := DefaultNames()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, n := range list {
		if len(base.Lookup(n)) > 0 {
			found++
		}
	}
	if len(list) < 200_000 || found < len(list)*95/100 {
		t.Errorf("%d names, %d of them find an entity: build the base again", len(list), found)
	}
}

// BenchmarkDefaultNames measures what it costs to read all names once.
func BenchmarkDefaultNames(b *testing.B) {
	for b.Loop() {
		if _, err := DefaultNames(); err != nil {
			b.Fatal(err)
		}
	}
}
