package quotes

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"annals/engine/doc"
	"annals/lab/eval/events"
	"annals/lab/eval/figures"
)

// trainShare is which articles of PolNeAR's train part are read: every n-th.
const trainShare = 10

// Run measures the built-in stages on PolNeAR (dev, and a tenth of train, on
// which the stage was developed) and on the gold items under shared.
func Run(shared string) (Result, error) {
	res := figures.New("quotes", "polnear-dev polnear-train dev-read dev-score dev-status", 15)
	stages, err := Stages()
	if err != nil {
		return res, err
	}
	e := evaluation{stages: stages, res: &res}
	for _, set := range []struct {
		name  string
		every int
	}{{"dev", 1}, {"train", trainShare}} {
		if err := e.polnear(filepath.Join(shared, "data", "attribution", "polnear_"+set.name+".jsonl.gz"), "polnear-"+set.name, set.every); err != nil {
			return res, err
		}
	}
	for _, set := range []string{"dev-read", "dev-score", "dev-status"} {
		if err := e.gold(filepath.Join(shared, "gold", set+".jsonl"), set); err != nil {
			return res, err
		}
	}
	for _, m := range []string{"cue_f1", "source_f1", "content_f1"} {
		res.Metrics[m] = res.Per["polnear-dev"][m]
	}
	res.Metrics["quotations_f1"] = res.Per["dev-read"]["quotations_f1"]
	res.Metrics["speaker"] = res.Per["dev-read"]["speaker"]
	return res, nil
}

type evaluation struct {
	stages []doc.Stage
	res    *Result
}

// read runs the stages on a text whose head, up to body, is the title.
func (e *evaluation) read(title, text string, body int) *doc.Document {
	d := &doc.Document{Title: title, Text: text, Body: int32(body)}
	for _, s := range e.stages {
		s.Run(d)
	}
	return d
}

func (e *evaluation) miss(set, format string, args ...any) {
	if set != "dev-score" && set != "dev-status" {
		e.res.Misses = append(e.res.Misses, set+": "+strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", "/"))
	}
}

// gold scores the quotations of gold items. The stage knows no names yet, so a
// speaker is right where the words of the speaker share a word with the gold name.
func (e *evaluation) gold(path, set string) error {
	items, err := events.ReadGold(path)
	if err != nil {
		return err
	}
	var t tally
	var told, right int
	for i := range items {
		it := &items[i]
		e.res.Items++
		body := 0
		if it.Title != "" && strings.HasPrefix(it.Text, it.Title+"\n\n") {
			body = len(it.Title) + 2
		}
		title := it.Text[:max(0, body-2)]
		d := e.read(title, it.Text, body)
		at := bytesOf(it.Text)
		var want, have [][]doc.Span
		for _, q := range it.Quotations {
			want = append(want, []doc.Span{{Start: at[q.Span[0]], End: at[q.Span[1]]}})
		}
		for _, q := range d.Quotes {
			have = append(have, q.Content)
		}
		pairs := pair(want, have)
		used := map[int]bool{}
		for g, s := range pairs {
			if s < 0 {
				e.miss(set, "missed %s [%s] %s", it.ID, it.Quotations[g].Speaker.Name, around(it.Text, want[g]))
				continue
			}
			used[s] = true
			told++
			q := &d.Quotes[s]
			if agrees(it.Quotations[g].Speaker.Name, d.Word(q.Words)) {
				right++
			} else {
				e.miss(set, "speaker %s [%s] got %q (%s) %s", it.ID, it.Quotations[g].Speaker.Name, d.Word(q.Words), q.Why, around(it.Text, want[g]))
			}
		}
		for s := range d.Quotes {
			if q := &d.Quotes[s]; !used[s] {
				e.miss(set, "extra %s %s [%s] (%s, cue %q, outer %d) %s", it.ID, q.Kind, d.Word(q.Words), q.Why, d.Word(q.Cue), q.Outer, around(it.Text, q.Content))
			}
		}
		t.add(tally{gold: len(want), system: len(have), right: len(used)})
	}
	m := map[string]float64{"items": float64(len(items)), "gold": float64(t.gold), "speaker": share(right, told)}
	t.put(m, "quotations")
	e.res.Per[set] = m
	return nil
}

// article is one article of PolNeAR; spans are code points.
type article struct {
	ID           string
	Text         string
	Attributions []struct {
		Source, Cue, Content [][2]int
		Form                 string
	}
}

func (e *evaluation) polnear(path, set string, every int) error {
	var cue, source, content, narrow tally
	n := 0
	err := eachLine(path, func(line []byte) error {
		n++
		if (n-1)%every != 0 {
			return nil
		}
		var a article
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		e.res.Items++
		d := e.read("", a.Text, 0)
		c, s, t, w := e.article(set, &a, d)
		cue.add(c)
		source.add(s)
		content.add(t)
		narrow.add(w)
		return nil
	})
	if err != nil {
		return err
	}
	m := map[string]float64{"attributions": float64(cue.gold)}
	cue.put(m, "cue")
	source.put(m, "source")
	content.put(m, "content")
	m["marked_content_r"] = share(narrow.right, narrow.gold)
	e.res.Per[set] = m
	return nil
}

// eachLine calls do with each line of a packed file.
func eachLine(path string, do func([]byte) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("attributions: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	in := bufio.NewReader(z)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if err := do(line); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
}
