package explain

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"annals"
	"annals/examples"
	"annals/report"
)

func reading(t *testing.T, r *report.Report) (*annals.Coder, *annals.Reading) {
	t.Helper()
	c, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Read(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return c, got
}

func visit(t *testing.T) (*annals.Coder, *annals.Reading) {
	t.Helper()
	text, ok := examples.Text("visit")
	if !ok {
		t.Fatal("no example visit")
	}
	return reading(t, &report.Report{ID: "visit", Body: text})
}

func TestExplain(t *testing.T) {
	c, r := visit(t)
	items, err := Explain(c, r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Text(&b, items, 0); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"[arrived] in Nairobi on Tuesday",             // the trigger is marked
		"of lexicon/diplomacy.tsv:",                   // the line of the lexicon
		"(subject, rule active-subject)",              // the construction
		"Alexander Stubb (FIN GOV Q503143)",           // the party
		"(knowledge base, ",                           // the source of a fact
		"2024-03-12: “Tuesday”",                       // the words of the date
		"last Tuesday not after 2024-03-12",           // its reckoning
		"Nairobi (KEN), city: “Nairobi”",              // the place
		"“will” is future (context.tsv:",              // the operator
		"Kenyan foreign ministry (“said”",             // the source
		"no event: “Finnish president in Nairobi for", // a sentence without an event
		"nearest ", // and why
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

func TestOptions(t *testing.T) {
	c, r := visit(t)
	one, err := Explain(c, r, Options{Event: 1, Field: "place"})
	if err != nil {
		t.Fatal(err)
	}
	if len(one) != 1 || len(one[0].Why) != 1 || one[0].Why[0].Field != "where" {
		t.Errorf("got %+v", one)
	}
	first, err := Explain(c, r, Options{Sentence: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != 1 || first[0].Kind != KindSentence || first[0].Why[0].Field != "nearest" {
		t.Errorf("got %+v", first)
	}
	for _, o := range []Options{{Event: 99}, {Event: -1}, {Sentence: 99}, {Field: "wen"}} {
		if _, err := Explain(c, r, o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
	for _, name := range Known() {
		if field(name) == "" {
			t.Errorf("%s is known but stands for nothing", name)
		}
	}
}

// TestOpen holds that what stays open says why.
func TestOpen(t *testing.T) {
	c, r := reading(t, &report.Report{ID: "x", Body: "Police fired tear gas at protesters in Lagos on Tuesday, the union said."})
	items, err := Explain(c, r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Text(&b, items, 0); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "open: “Tuesday” needs a day of publication") {
		t.Errorf("got %s", b.String())
	}
	c, r = reading(t, &report.Report{ID: "x", Body: "The weather was mild."})
	items, err = Explain(c, r, Options{})
	if err != nil || len(items) != 1 || len(items[0].Why) == 0 {
		t.Errorf("got %+v, %v", items, err)
	}
	c, r = reading(t, &report.Report{ID: "x", Body: "Le ministre est parti.", SetAside: "in French"})
	if items, err = Explain(c, r, Options{}); err != nil || len(items) != 0 || !strings.Contains(Summary(r), "set aside: in French") {
		t.Errorf("got %+v, %v, %s", items, err, Summary(r))
	}
}

func TestWrap(t *testing.T) {
	items := []Item{{Kind: KindEvent, N: 1, Head: "X", Sentence: strings.Repeat("word ", 40), Why: []Line{{"who", strings.Repeat("név ", 40)}}}}
	var b bytes.Buffer
	if err := Text(&b, items, 60); err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(b.String(), "\n") {
		if len([]rune(l)) > 60 {
			t.Errorf("%d letters: %s", len([]rune(l)), l)
		}
	}
}
