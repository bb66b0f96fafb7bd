package cuts

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/conllu"
	"annals/engine/doc"
	"annals/engine/segment"
	"annals/export"
	"annals/lab/eval/conll"
)

// example is a place where the rules are unsure, with the answer.
type example struct {
	features []uint32
	end      bool
	weight   float64
}

// examples are those of all documents.
type examples struct {
	list []example
	ends int
}

// gather runs the stage over the documents and over their changed copies and notes the unsure places with gold's answer.
func gather(stage *segment.Stage, docs []conll.Document, o Options) *examples {
	x := &examples{}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	for i := range docs {
		x.add(stage, plain(&docs[i]), 1)
		x.add(stage, changed(&docs[i], rng, o), o.Weight)
	}
	return x
}

// add notes the unsure places of one text. The stage goes on as gold says.
func (x *examples) add(stage *segment.Stage, t text, weight float64) {
	stage.Gaps(&doc.Document{Text: t.b.String()}, func(g segment.Gap) bool {
		end := t.starts[g.At]
		x.list = append(x.list, example{append([]uint32(nil), g.Features...), end, weight})
		if end {
			x.ends++
		}
		return end
	})
}

// news notes the places of reports of which the rules end no sentence: reports are written with capitals and full stops,
// and what is capital in them without a stop before is a name.
func (x *examples) news(stage *segment.Stage, path string, o Options) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	dec := json.NewDecoder(z)
	for n := 0; dec.More(); n++ {
		var item struct{ Text string }
		if err := dec.Decode(&item); err != nil {
			return fmt.Errorf("%s: item %d: %w", path, n+1, err)
		}
		if n%o.NewsStep != 0 {
			continue
		}
		stage.Gaps(&doc.Document{Text: item.Text}, func(g segment.Gap) bool {
			if !g.Rule {
				x.list = append(x.list, example{append([]uint32(nil), g.Features...), false, o.News})
			}
			return g.Rule
		})
	}
	return nil
}

// text is a document as one string with the bytes at which its sentences begin.
type text struct {
	b      *strings.Builder
	starts map[int32]bool
}

func newText() text { return text{&strings.Builder{}, map[int32]bool{}} }

// put appends a sentence.
func (t *text) put(s string, paragraph, space bool) {
	switch {
	case t.b.Len() == 0:
	case paragraph:
		t.b.WriteString("\n\n")
	case space:
		t.b.WriteByte(' ')
	}
	t.starts[int32(t.b.Len())] = true
	t.b.WriteString(s)
}

// plain is the text of a document as it is.
func plain(d *conll.Document) text {
	t := newText()
	each(d, t.put)
	return t
}

// each hands on the sentences of a document, and whether a paragraph begins and a space stands before each.
func each(d *conll.Document, put func(s string, paragraph, space bool)) {
	space := false
	for _, s := range d.Sentences {
		_, par := s.Comment("newpar")
		_, id := s.Comment("newpar id")
		put(s.Text(), par || id, space)
		space = spaced(s)
	}
}

func spaced(s *conllu.Sentence) (space bool) {
	for t := range s.Tokens() {
		space = t.SpaceAfter()
	}
	return space
}

// changed is the text of a document with some final stops left out and some sentences in small letters or capitals.
func changed(d *conll.Document, rng *rand.Rand, o Options) text {
	t := newText()
	each(d, func(s string, paragraph, space bool) {
		drop, fold := rng.Float64() < o.Drop, rng.Float64()
		if last := strings.TrimRight(s, ".!?"); drop && last != "" && len(s)-len(last) == 1 {
			if c, _ := utf8.DecodeLastRuneInString(last); unicode.IsLetter(c) || unicode.IsDigit(c) {
				s = last
			}
		}
		switch {
		case fold < o.Fold:
			s = strings.ToLower(s)
		case fold < 1.5*o.Fold:
			s = strings.ToUpper(s)
		}
		t.put(s, paragraph, space)
	})
	return t
}

// measure scores a stage on the dev sets.
func measure(stage *segment.Stage, shared string) (map[string]map[string]float64, error) {
	out := map[string]map[string]float64{}
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		rows, err := conll.ReadRows(devFile(shared, set))
		if err != nil {
			return nil, err
		}
		var all conll.Result
		docs := conll.Documents(rows)
		for i := range docs {
			d := &doc.Document{Text: docs[i].Raw()}
			stage.Run(d)
			one, err := conll.Divide(docs[i].Sentences, export.Sentences(d, docs[i].ID))
			if err != nil {
				return nil, err
			}
			all.Sum(one)
		}
		out[set] = map[string]float64{"sentences": round(all.Sentences.F1()), "words": round(all.Words.F1())}
	}
	return out, nil
}
