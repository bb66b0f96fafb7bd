package timex

import (
	"strconv"
	"strings"
	"testing"

	"annals/engine/doc"
)

// parsed makes a document of one sentence with a tree: words as form/XPOS/head/rel, heads from 1.
func parsed(t *testing.T, words, published string) *doc.Document {
	t.Helper()
	d := &doc.Document{}
	d.Published, _ = doc.ParseDay(published)
	tags := map[string]string{"VB": "VERB", "VBD": "VERB", "VBN": "VERB", "VBZ": "VERB", "VBG": "VERB", "MD": "AUX", "NN": "NOUN", "NNP": "PROPN", "JJ": "ADJ"}
	for i, w := range strings.Fields(words) {
		f := strings.Split(w, "/")
		if len(f) != 4 {
			t.Fatalf("word %q", w)
		}
		if i > 0 {
			d.Text += " "
		}
		start := int32(len(d.Text))
		d.Text += f[0]
		head, err := strconv.Atoi(f[2])
		if err != nil {
			t.Fatal(err)
		}
		tok := doc.Token{Span: doc.Span{Start: start, End: int32(len(d.Text))}, XPOS: f[1], UPOS: tags[f[1]], Head: int32(head) - 1, Rel: f[3]}
		if strings.HasPrefix(f[3], "aux") || f[3] == "cop" {
			tok.UPOS = "AUX"
		}
		d.Tokens = append(d.Tokens, tok)
	}
	d.Sentences = []doc.Sentence{{Span: doc.Span{End: int32(len(d.Text))}, Last: int32(len(d.Tokens))}}
	d.Link()
	return d
}

// TestSideOfTree: a bare day lies on the side of the verb that governs it, not of the nearest one.
func TestSideOfTree(t *testing.T) {
	s := newStage(t)
	for _, c := range []struct{ words, want, head string }{
		{"The/DT/2/det envoy/NN/3/nsubj left/VBD/0/root Tuesday/NNP/3/obl:tmod", "2023-10-17", "Tuesday"},
		{"The/DT/2/det envoy/NN/4/nsubj will/MD/4/aux leave/VB/0/root on/IN/6/case Tuesday/NNP/4/obl", "2023-10-24", "Tuesday"},
		// "will" stands nearer, but the report was given in the past.
		{"He/PRP/6/nsubj will/MD/3/aux leave/VB/6/ccomp ,/,/6/punct he/PRP/6/nsubj said/VBD/0/root Tuesday/NNP/6/obl:tmod", "2023-10-17", "Tuesday"},
		{"He/PRP/2/nsubj agreed/VBD/0/root to/TO/4/mark meet/VB/2/xcomp them/PRP/4/obj on/IN/7/case Saturday/NNP/4/obl", "2023-10-21", "Saturday"},
		{"He/PRP/2/nsubj failed/VBD/0/root to/TO/4/mark meet/VB/2/xcomp them/PRP/4/obj on/IN/7/case Saturday/NNP/4/obl", "2023-10-14", "Saturday"},
		{"They/PRP/2/nsubj met/VBD/0/root to/TO/4/mark discuss/VB/2/advcl it/PRP/4/obj on/IN/7/case Sunday/NNP/4/obl", "2023-10-15", "Sunday"},
		{"Talks/NNS/3/nsubj:pass are/VBP/3/aux:pass scheduled/VBN/0/root for/IN/5/case Saturday/NNP/3/obl", "2023-10-21", "Saturday"},
		{"The/DT/2/det court/NN/3/nsubj rules/VBZ/0/root Monday/NNP/3/obl:tmod", "2023-10-23", "Monday"},
		{"a/DT/2/det truce/NN/0/root signed/VBN/2/acl on/IN/5/case Monday/NNP/3/obl", "2023-10-16", "Monday"},
		{"He/PRP/3/nsubj has/VBZ/3/aux gone/VBN/0/root since/IN/7/case early/RB/6/advmod last/JJ/7/amod week/NN/3/obl", "", "week"},
	} {
		d := parsed(t, c.words, "2023-10-19")
		s.Run(d)
		if len(d.Times) != 1 {
			t.Errorf("%s: %d times", c.words, len(d.Times))
			continue
		}
		x := d.Times[0]
		if got := x.From.String(); c.want != "" && got != c.want {
			t.Errorf("%s: got %s [%s], want %s", d.Text, got, x.Rule, c.want)
		}
		if got := d.Form(x.Head); got != c.head {
			t.Errorf("%s: head %q, want %q", d.Text, got, c.head)
		}
	}
}

func TestEaster(t *testing.T) {
	for y, want := range map[int][2]string{2024: {"2024-03-31", "2024-05-05"}, 2023: {"2023-04-09", "2023-04-16"}, 1961: {"1961-04-02", "1961-04-09"}} {
		if g, o := easter(y).String(), orthodoxEaster(y).String(); g != want[0] || o != want[1] {
			t.Errorf("%d: %s and %s, want %v", y, g, o, want)
		}
	}
}

func TestPublicationDay(t *testing.T) {
	s := newStage(t)
	line := "PORT MARA, March 20 (ONA) - "
	for _, c := range []struct {
		name, text, published   string
		dateline                int
		day, basis, datelineDay string
	}{
		{"given", "The envoy left on 3 May 2021.", "2023-10-19", 0, "2023-10-19", "published", ""},
		{"text", "The envoy left on 3 May 2021.", "", 0, "2021-05-03", "text", ""},
		{"none", "The envoy left on Tuesday.", "", 0, "", "", ""},
		{"dateline with the year from the text", line + "The envoy left on 19 March 2021.", "", len(line), "2021-03-20", "dateline", "2021-03-20"},
		{"dateline without a year", line + "The envoy left.", "", len(line), "", "", ""},
		{"dateline of a dated report", line + "The envoy left.", "2023-03-21", len(line), "2023-03-21", "published", "2023-03-20"},
		{"dateline over the new year", "PORT MARA, Dec. 31 (ONA) - The envoy left.", "2023-01-01", 27, "2023-01-01", "published", "2022-12-31"},
	} {
		d := sample(c.text, c.published)
		d.Front.Dateline = doc.Span{End: int32(c.dateline)}
		if got := s.PublicationDay(d).String(); got != c.day {
			t.Errorf("%s: day %q, want %q", c.name, got, c.day)
		}
		if got := s.PublishedBasis(d); got != c.basis {
			t.Errorf("%s: basis %q, want %q", c.name, got, c.basis)
		}
		if got := s.DatelineDay(d).String(); got != c.datelineDay {
			t.Errorf("%s: dateline day %q, want %q", c.name, got, c.datelineDay)
		}
	}
}

func TestBadTable(t *testing.T) {
	for src, want := range map[string]string{
		"#: word class value\nspring  saeson  3\n":  "did you mean season?",
		"#: word class value\nyear  unit  yaer\n":   "is not a unit of time",
		"#: word class value\nxmas  holiday  dec\n": "is not the day of a feast",
	} {
		_, err := New(memory{"time.tsv": src})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", src, err)
		}
	}
}
