package times

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"annals/engine/doc"
	"annals/lab/eval/figures"
)

// Run reads the sets under shared/data/time and measures what the stages, run
// one after another on each text, put into Times. The last stage is the one of
// times; those before it must fill the sentences and words.
func Run(shared string, stages ...doc.Stage) (Result, error) {
	dir := filepath.Join(shared, "data", "time")
	res := figures.New("time", "timebank aquaint duckling recognizers", 22)
	m := &measure{stages: stages, res: &res}
	var all tally
	for _, set := range [...]string{"timebank", "aquaint"} {
		var t tally
		err := lines(filepath.Join(dir, set+".jsonl.gz"), func(b []byte) error {
			var it annotated
			if err := json.Unmarshal(b, &it); err != nil {
				return err
			}
			res.Items++
			t.add(m.annotated(&it))
			return nil
		})
		if err != nil {
			return res, err
		}
		res.Per[set] = t.metrics()
		all.add(t)
	}
	res.Metrics = all.metrics()
	for _, set := range [...]string{"duckling", "recognizers"} {
		c := cases{}
		err := lines(filepath.Join(dir, "cases_"+set+".jsonl.gz"), func(b []byte) error {
			res.Items++
			if set == "duckling" {
				return m.duckling(b, &c)
			}
			return m.recognizer(b, &c)
		})
		if err != nil {
			return res, err
		}
		res.Per[set] = c.metrics()
	}
	return res, nil
}

// lines calls yield for each line of a packed file.
func lines(name string, yield func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("time sets: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for n := 1; sc.Scan(); n++ {
		if err := yield(sc.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}

// measure runs the stages and keeps what went wrong.
type measure struct {
	stages []doc.Stage
	res    *Result
}

func (m *measure) read(text, published string) *doc.Document {
	d := &doc.Document{Text: text}
	d.Published, _ = doc.ParseDay(published) // a bad day leaves it unknown
	for _, s := range m.stages {
		s.Run(d)
	}
	return d
}

func (m *measure) miss(format string, args ...any) {
	m.res.Misses = append(m.res.Misses, fmt.Sprintf(format, args...))
}

// annotated is a document with TIMEX3 expressions.
type annotated struct {
	ID    string
	DCT   string
	Text  string
	Timex []struct {
		Start, End      int
		Text, Type, Mod string
		Value           string
	}
}

// bytesOf maps code points of a text to bytes.
func bytesOf(text string) []int32 {
	out := make([]int32, 0, len(text)+1)
	for i := range text {
		out = append(out, int32(i))
	}
	return append(out, int32(len(text)))
}

func (m *measure) annotated(it *annotated) tally {
	d := m.read(it.Text, it.DCT)
	at := bytesOf(it.Text)
	t := tally{gold: len(it.Timex), system: len(d.Times)}
	used := make([]bool, len(d.Times))
	for _, g := range it.Timex {
		span := doc.Span{Start: at[g.Start], End: at[g.End]}
		best := -1
		for i := range d.Times {
			if !d.Times[i].Overlaps(span) {
				continue
			}
			used[i] = true
			if best < 0 || overlap(d.Times[i].Span, span) > overlap(d.Times[best].Span, span) {
				best = i
			}
		}
		around := it.Text[max(0, int(span.Start)-60):min(len(it.Text), int(span.End)+40)]
		around = strings.ReplaceAll(around, "\n", " ")
		if best >= 0 {
			t.overlap++
			if d.Times[best].Span == span {
				t.exact++
			}
		} else {
			m.miss("missed %s %s %q: … %s …", g.Type, g.Value, g.Text, around)
		}
		if g.Type != "DATE" && g.Type != "TIME" {
			continue
		}
		want, ok := parseValue(g.Value)
		side := map[string]int8{"PAST_REF": -1, "PRESENT_REF": 0, "FUTURE_REF": 1}
		s, vague := side[g.Value]
		if !ok && !vague {
			continue
		}
		if best < 0 {
			continue
		}
		t.values++
		x := &d.Times[best]
		switch {
		case vague && x.Kind == doc.TimeVague && x.Negative == s, ok && agrees(x, want, g.Mod):
			t.right++
		default:
			m.miss("value %s, got %s..%s %q [%s] (report of %s): … %s …", g.Value, x.From, x.To, d.Word(x.Span), x.Rule, it.DCT, around)
		}
	}
	for i, ok := range used {
		if ok {
			t.caught++
			continue
		}
		x := &d.Times[i]
		around := it.Text[max(0, int(x.Start)-60):min(len(it.Text), int(x.End)+40)]
		m.miss("extra %q [%s]: … %s …", d.Word(x.Span), x.Rule, strings.ReplaceAll(around, "\n", " "))
	}
	return t
}

func overlap(a, b doc.Span) int32 { return min(a.End, b.End) - max(a.Start, b.Start) }
