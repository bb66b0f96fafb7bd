package annals

import (
	"context"
	"io/fs"
	"testing"

	"annals/lang/en"
)

// TestLexiconExamples runs the yes and no lines of the lexicon through the engine.
func TestLexiconExamples(t *testing.T) {
	c := coder(t)
	files, err := fs.Glob(en.Files(), "lexicon/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	all := 0
	for _, name := range files {
		faults, n, err := c.Try(context.Background(), name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults {
			t.Error(f.Error())
		}
		all += n
	}
	if all != len(c.frames.Lexicon().Examples) || all == 0 {
		t.Errorf("%d examples tried, the lexicon has %d", all, len(c.frames.Lexicon().Examples))
	}
}
