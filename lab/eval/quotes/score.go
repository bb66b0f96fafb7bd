package quotes

import (
	"slices"
	"strings"
	"unicode"

	"annals/engine/doc"
	"annals/lab/eval/figures"
)

// Result is the figures of one run.
type Result = figures.Result

// tally counts what gold has, what the system has, and what agrees.
type tally struct{ gold, system, right int }

func (t *tally) add(o tally) {
	t.gold += o.gold
	t.system += o.system
	t.right += o.right
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// put writes precision, recall and F1 under name.
func (t *tally) put(m map[string]float64, name string) {
	m[name+"_p"], m[name+"_r"] = share(t.right, t.system), share(t.right, t.gold)
	m[name+"_f1"] = share(2*t.right, t.gold+t.system)
}

// bytesOf maps code points of a text to bytes.
func bytesOf(text string) []int32 {
	out := make([]int32, 0, len(text)+1)
	for i := range text {
		out = append(out, int32(i))
	}
	return append(out, int32(len(text)))
}

// iou is the intersection over union of two lists of spans.
func iou(a, b []doc.Span) float64 {
	inter, total := 0, 0
	for _, x := range a {
		total += x.Len()
		for _, y := range b {
			inter += max(0, int(min(x.End, y.End)-max(x.Start, y.Start)))
		}
	}
	for _, y := range b {
		total += y.Len()
	}
	return float64(inter) / float64(max(1, total-inter))
}

// half reports whether two lists of spans agree by half.
func half(a, b []doc.Span) bool { return iou(a, b) >= 0.5 }

// pair finds for each list of spans in gold the one of the system that agrees
// with it by half, best ones first; -1 where there is none.
func pair(gold, system [][]doc.Span) []int {
	type match struct {
		score        float64
		gold, system int
	}
	var all []match
	for i := range gold {
		for j := range system {
			if s := iou(gold[i], system[j]); s >= 0.5 {
				all = append(all, match{s, i, j})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	out := make([]int, len(gold))
	for i := range out {
		out[i] = -1
	}
	used := map[int]bool{}
	for _, m := range all {
		if out[m.gold] < 0 && !used[m.system] {
			out[m.gold], used[m.system] = m.system, true
		}
	}
	return out
}

// agrees reports whether the words of a speaker share a capital or long word
// with the gold name, or both are empty. Pronouns and descriptions can't agree
// before coref, so this is a lower bound.
func agrees(name, words string) bool {
	if name == "" || words == "" {
		return name == words
	}
	fold := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) })
	}
	have := fold(words)
	for _, w := range fold(name) {
		if len(w) > 3 && slices.Contains(have, w) {
			return true
		}
	}
	return false
}

// around shows spans of a text with some of what stands about them.
func around(text string, spans []doc.Span) string {
	if len(spans) == 0 {
		return "-"
	}
	a, b := int(spans[0].Start), int(spans[len(spans)-1].End)
	shown := text[a:b]
	if len(shown) > 160 {
		shown = shown[:80] + " … " + shown[len(shown)-80:]
	}
	return strings.ToValidUTF8(text[max(0, a-60):a]+"[["+shown+"]]"+text[b:min(len(text), b+50)], "")
}

// article scores one article: cues, then source and content over the
// attributions whose cue was found or whose content agrees, and the content of
// those that have quotation marks.
func (e *evaluation) article(set string, a *article, d *doc.Document) (cue, source, content, narrow tally) {
	at := bytesOf(a.Text)
	spans := func(in [][2]int) (out []doc.Span) {
		for _, s := range in {
			out = append(out, doc.Span{Start: at[s[0]], End: at[s[1]]})
		}
		return out
	}
	var cues, contents, haveCues, haveContents [][]doc.Span
	for _, g := range a.Attributions {
		cues, contents = append(cues, spans(g.Cue)), append(contents, spans(g.Content))
	}
	nCues := 0
	quotes := goOn(d)
	for _, q := range quotes {
		var c []doc.Span
		if !q.Cue.Empty() {
			c = []doc.Span{q.Cue}
			nCues++
		}
		haveCues, haveContents = append(haveCues, c), append(haveContents, q.Content)
	}
	byCue, byContent := pair(cues, haveCues), pair(contents, haveContents)
	cue = tally{gold: len(cues), system: nCues}
	used := map[int]bool{}
	for i, g := range a.Attributions {
		if byCue[i] >= 0 {
			cue.right++
			used[byCue[i]] = true
		}
		if byContent[i] >= 0 {
			used[byContent[i]] = true
		}
		if g.Form != "indirect" {
			narrow.gold++
			if byContent[i] >= 0 {
				narrow.right++
			}
		}
		j := byCue[i]
		if j < 0 {
			j = byContent[i]
		}
		if j < 0 {
			e.miss(set, "missed %s cue %s %s", g.Form, around(a.Text, spans(g.Cue)), around(a.Text, contents[i]))
			continue
		}
		q := &quotes[j]
		if want := spans(g.Source); len(want) > 0 || !q.Words.Empty() {
			ok := !q.Words.Empty() && half(want, []doc.Span{q.Words})
			if len(want) > 0 {
				source.gold++
			}
			if !q.Words.Empty() {
				source.system++
			}
			if ok {
				source.right++
			} else if len(want) > 0 {
				e.miss(set, "source %s got %q (%s)", around(a.Text, want), d.Word(q.Words), q.Why)
			}
		}
		content.gold++
		content.system++
		if half(contents[i], q.Content) {
			content.right++
		} else {
			e.miss(set, "content (%s) %s got %s", q.Why, around(a.Text, contents[i]), around(a.Text, q.Content))
		}
	}
	for j := range quotes {
		if q := &quotes[j]; !used[j] {
			e.miss(set, "extra %s [%s] (%s, cue %q) %s", q.Kind, d.Word(q.Words), q.Why, d.Word(q.Cue), around(a.Text, q.Content))
		}
	}
	return cue, source, content, narrow
}

// goOn joins an utterance that goes on behind its cue in another sentence with
// its first part: PolNeAR counts them as one, the gold guide as two.
func goOn(d *doc.Document) []doc.Quote {
	var out []doc.Quote
	for _, q := range d.Quotes {
		if n := len(out); n > 0 && q.Why == "neighbour-before" && out[n-1].Speaker == q.Speaker && out[n-1].Kind == "direct" {
			out[n-1].Content = append(out[n-1].Content[:len(out[n-1].Content):len(out[n-1].Content)], q.Content...)
			continue
		}
		out = append(out, q)
	}
	return out
}
