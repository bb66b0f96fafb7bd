package gazetteer

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// shared finds the folder with the tables beside the module.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ANNALS_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "gazetteer")); err != nil {
		t.Skipf("tables of the gazetteer missing: %v", err)
	}
	return dir
}

// TestRunRepeats builds the base from the tables: it must be the committed
// one, byte for byte.
func TestRunRepeats(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole base")
	}
	out := t.TempDir()
	if err := Run(context.Background(), Options{Shared: shared(t), Out: out, Log: io.Discard}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"base.bin", "names.bin", "manifest.json"} {
		got, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", "..", "kb", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s built now (%d bytes) is not the committed one (%d bytes): build the base again", name, len(got), len(want))
		}
	}
	const most = 14_000_000
	if info, err := os.Stat(filepath.Join(out, "base.bin")); err != nil || info.Size() > most {
		t.Errorf("base.bin: %v bytes (%v), at most %d", info.Size(), err, most)
	}
}

func TestRunWithoutTables(t *testing.T) {
	if err := Run(context.Background(), Options{Shared: t.TempDir(), Out: t.TempDir()}); err == nil {
		t.Error("no error without tables")
	}
}
