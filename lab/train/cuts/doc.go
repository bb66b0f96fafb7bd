// Package cuts trains the weights by which engine/segment ends sentences where its
// rules are unsure: after an ellipsis, before a capital without a stop, after a
// colon, in text without capitals. It learns from the training parts of the
// treebanks, whose paragraphs are strung together from their sentences, as they are
// and in a second copy with final stops left out and case changed; and from news
// reports, in which a capital without a stop before it begins a name. The same
// options give the same bytes.
package cuts

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"annals/engine/segment"
	"annals/lab/eval/conll"
	"annals/lang/en"
)

// Options of a training.
type Options struct {
	Shared   string    // folder of the reference material
	Out      string    // folder for boundaries.bin and boundaries.json
	Log      io.Writer // progress, a line an epoch
	Epochs   int       // passes over the examples
	Seed     uint64
	Rate     float64 // learning rate
	Drop     float64 // share of sentences that lose their final stop in the second copy
	Fold     float64 // share of sentences of the second copy in small letters; half as many in capitals
	Weight   float64 // of an example of the second copy
	News     float64 // weight of a place in a news report that the rules call no end
	NewsStep int     // every n-th report is read
	Dropout  float64 // share of the features of an example that are left out in training
	Decay    float64 // pull of weights towards zero
	Margin   float64 // log odds above which a sentence ends
	Slip     float64 // what a stop before a small letter must reach beyond the margin
}

// Defaults are the options of the weights in the engine.
func Defaults() Options {
	return Options{Epochs: 8, Seed: 1, Rate: 0.15, Drop: 0.04, Fold: 0.03, Weight: 0.5, News: 0.5, NewsStep: 8, Dropout: 0.1, Decay: 2e-2, Margin: -0.7, Slip: 2}
}

// A Manifest tells what weights were made from and how good they are.
type Manifest struct {
	Made     string
	Digest   string // of boundaries.bin
	Bytes    int
	Settings map[string]any
	Sources  []Source
	Examples int                           // places where the rules are unsure
	Ends     int                           // of them ends of sentences
	Dev      map[string]map[string]float64 // F1 of sentences and words by set, by the rules of CoNLL 2018
}

// A Source is one treebank.
type Source struct{ Name, Repository, Commit, Licence string }

func sources() []Source {
	return []Source{
		{"UD English EWT, train", "UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb",
			"annotations CC BY-SA 4.0; underlying English Web Treebank texts from various sources"},
		{"UD English GUM, train, genres news, interview, academic, bio, court, voyage, textbook, vlog, speech",
			"UniversalDependencies/UD_English-GUM", "afb41ee9bca57991125814fa04d96a0e61470c8b",
			"annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, CC BY or public domain by genre"},
		{"Wikipedia, Portal:Current events", "ianrastall/current-events-context", "4ff6f7d243c81c1df4a919fb4280d9d7e9559bd8",
			"CC BY-SA 4.0 (Wikipedia contributors)"},
	}
}

// digest names the bytes of a file of weights.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// Run trains, measures on the dev sets, and writes weights and manifest.
func Run(o Options) error {
	stage, err := segment.New(en.Files())
	if err != nil {
		return err
	}
	var docs []conll.Document
	for _, name := range []string{"ewt-train", "gum-train"} {
		rows, err := conll.ReadRows(filepath.Join(o.Shared, "data", "treebank", name+".conllu.gz"))
		if err != nil {
			return err
		}
		docs = append(docs, conll.Documents(rows)...)
	}
	x := gather(stage, docs, o)
	if o.News > 0 {
		if err := x.news(stage, filepath.Join(o.Shared, "data", "news", "current-events.jsonl.gz"), o); err != nil {
			return err
		}
	}
	w := x.train(o)
	m := Manifest{Made: "annals-lab train segment, " + runtime.Version() + " " + runtime.GOARCH, Digest: digest(w.Encode()), Bytes: len(w.Encode()),
		Settings: map[string]any{"epochs": o.Epochs, "seed": o.Seed, "rate": o.Rate, "drop": o.Drop, "fold": o.Fold, "weight": o.Weight, "margin": o.Margin, "slip": o.Slip, "news": o.News, "newsStep": o.NewsStep, "dropout": o.Dropout, "decay": o.Decay},
		Sources:  sources(), Examples: len(x.list), Ends: x.ends}
	if m.Dev, err = measure(stage.With(w), o.Shared); err != nil {
		return err
	}
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		if _, err := fmt.Fprintf(o.Log, "%s: sentences F1 %.2f, words F1 %.2f\n", set, m.Dev[set]["sentences"], m.Dev[set]["words"]); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(o.Out, "boundaries.bin"), w.Encode(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.Out, "boundaries.json"), append(text, '\n'), 0o644)
}
