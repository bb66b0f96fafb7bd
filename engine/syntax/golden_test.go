package syntax

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every build (any processor, with the tag purego or without) must give the same bytes for the same words, scores of
// arcs included. The golden file changes with the model only.
func TestSameOnEveryMachine(t *testing.T) {
	m := load(t)
	text, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	hash := sha256.New()
	var s Scratch
	var tree Tree
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		m.Parse(&s, strings.Fields(line), &tree)
		for i := range tree.Head {
			fmt.Fprintf(hash, "%s %s %s %s %s %d %s\n", tree.UPOS[i], tree.XPOS[i], tree.Feats[i], tree.Lemma[i], tree.Rel[i],
				tree.Head[i], tree.Entity[i])
		}
	}
	got := m.Digest() + " " + hex.EncodeToString(hash.Sum(nil)) + "\n"
	const golden = "testdata/sentences.digest"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("digest of the model and of its trees is %swant %s", got, want)
	}
}
