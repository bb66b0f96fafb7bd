package cuts

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/conllu"
	"annals/engine/doc"
	"annals/engine/segment"
	"annals/lab/eval/conll"
	"annals/lang/en"
)

// document makes one of sentences; "¶" begins a paragraph, and words are divided at spaces and before a final stop.
func document(t *testing.T, sents ...string) conll.Document {
	t.Helper()
	d := conll.Document{ID: "invented-1"}
	for _, text := range sents {
		s := &conllu.Sentence{}
		if rest, ok := strings.CutPrefix(text, "¶"); ok {
			s.AddComment("newpar", "")
			text = rest
		}
		for w := range strings.FieldsSeq(text) {
			word, stop := strings.CutSuffix(w, ".")
			s.Rows = append(s.Rows, conllu.Row{ID: conllu.ID{N: len(s.Rows) + 1}, Form: word})
			if stop {
				s.Rows[len(s.Rows)-1].AddMisc("SpaceAfter", "No")
				s.Rows = append(s.Rows, conllu.Row{ID: conllu.ID{N: len(s.Rows) + 1}, Form: "."})
			}
		}
		d.Sentences = append(d.Sentences, s)
	}
	return d
}

func stage(t *testing.T) *segment.Stage {
	t.Helper()
	s, err := segment.New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTexts(t *testing.T) {
	d := document(t, "¶Norvia left.", "Ostland stayed.", "¶Peace came")
	p := plain(&d)
	if got, want := p.b.String(), "Norvia left. Ostland stayed.\n\nPeace came"; got != want {
		t.Errorf("plain: %q", got)
	}
	for _, at := range []int32{0, 13, 30} {
		if !p.starts[at] {
			t.Errorf("no sentence begins at %d: %v", at, p.starts)
		}
	}
	c := changed(&d, rand.New(rand.NewPCG(1, 1)), Options{Drop: 1, Fold: 1})
	if got, want := c.b.String(), "norvia left ostland stayed\n\npeace came"; got != want {
		t.Errorf("changed: %q, want %q", got, want)
	}
	if len(c.starts) != 3 || !c.starts[12] {
		t.Errorf("changed: starts %v", c.starts)
	}
}

// TestTrain learns from a few documents that "Regards" stands alone, and gives the same weights each time.
func TestTrain(t *testing.T) {
	s := stage(t)
	var docs []conll.Document
	for _, name := range []string{"Orlo", "Vale", "Iven", "Mara", "Anna", "Stubb"} {
		docs = append(docs, document(t, "¶The report is here", "Regards "+name, "We met President "+name+" of Norvia in May."))
	}
	o := Defaults()
	o.Drop, o.Fold, o.Decay, o.Margin, o.Log = 0, 0, 0, 0, io.Discard
	x := gather(s, docs, o)
	if len(x.list) == 0 || x.ends < 12 {
		t.Fatalf("%d places, %d ends", len(x.list), x.ends)
	}
	w := x.train(o)
	if again := gather(s, docs, o).train(o); !bytes.Equal(w.Encode(), again.Encode()) {
		t.Error("the same examples gave other weights")
	}
	d := &doc.Document{Text: "The report is here Regards Mara We met President Mara of Norvia in May."}
	s.With(w).Run(d)
	if len(d.Sentences) != 3 {
		t.Errorf("%d sentences, want 3", len(d.Sentences))
	}
}

// TestNews notes places of reports as no ends.
func TestNews(t *testing.T) {
	path := filepath.Join(t.TempDir(), "news.jsonl")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	var x examples
	if err := x.news(stage(t), path, Defaults()); err == nil {
		t.Error("a file that is not packed was read")
	}
	if err := x.news(stage(t), path+"x", Defaults()); err == nil {
		t.Error("a missing file was read")
	}
}

// TestManifest holds the manifest in the engine to the weights beside it.
func TestManifest(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "engine", "segment")
	data, err := os.ReadFile(filepath.Join(dir, "boundaries.bin"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "boundaries.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	if m.Bytes != len(data) || m.Bytes > 200_000 || m.Digest != digest(data) || len(m.Sources) != 3 {
		t.Errorf("%d bytes with digest %s; the manifest says %d, %s", len(data), digest(data), m.Bytes, m.Digest)
	}
}
