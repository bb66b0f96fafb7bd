package timex

import (
	"os"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/table"
)

// tableDir is the folder of the English tables.
const tableDir = "../../lang/en"

func newStage(t testing.TB) *Stage {
	t.Helper()
	s, err := New(os.DirFS(tableDir))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sample makes a document of sentences divided by " / ", one token an item.
func sample(text, published string) *doc.Document {
	d := &doc.Document{Text: strings.ReplaceAll(text, " / ", "\n\n")}
	if published != "" {
		d.Published, _ = doc.ParseDay(published)
	}
	at := int32(0)
	for n, s := range strings.Split(d.Text, "\n\n") {
		first := int32(len(d.Tokens))
		for _, it := range cut(s, at, nil) {
			d.Tokens = append(d.Tokens, doc.Token{Span: doc.Span{Start: it.start, End: it.end}, Sent: int32(n), Head: -1, FirstChild: -1, NextSibling: -1})
		}
		d.Sentences = append(d.Sentences, doc.Sentence{Span: doc.Span{Start: at, End: at + int32(len(s))}, First: first, Last: int32(len(d.Tokens)), Root: -1})
		at += int32(len(s)) + 2
	}
	return d
}

func kindName(t doc.Time) string {
	return [...]string{"date", "duration", "set", "vague"}[t.Kind]
}

func show(d *doc.Document, t doc.Time) string {
	s := d.Word(t.Span) + " = " + t.From.String() + ".." + t.To.String() + " " + t.Grain.String() + " " + kindName(t)
	if t.Since {
		s += " since"
	}
	if t.Until {
		s += " until"
	}
	return s
}

// TestCases runs the sentences of lang/en/time-cases.tsv: with yes the rule must
// find the words and the days, with no it must find nothing in the sentence.
func TestCases(t *testing.T) {
	s := newStage(t)
	src, err := os.ReadFile(tableDir + "/time-cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tab, problems := table.Parse("time-cases.tsv", src)
	for _, p := range problems {
		t.Error(p)
	}
	yes, no := map[string]int{}, map[string]int{}
	known := map[string]bool{}
	for _, n := range s.Rules() {
		known[n] = true
	}
	for _, row := range tab.Rows {
		rule, verdict, published, text := row.Get(0), row.Get(1), row.Get(2), row.Get(3)
		found, days, flags := row.Get(4), row.Get(5), row.Get(6)
		where := tab.Pos(row, 0)
		if !known[rule] {
			t.Errorf("%s: no rule %q", where, rule)
			continue
		}
		d := sample(text, published)
		s.Run(d)
		var all []string
		ok := verdict == "no"
		for _, x := range d.Times {
			name, _, _ := strings.Cut(x.Rule, ":")
			all = append(all, name+": "+show(d, x)+" ["+x.Rule+"]")
			if name != rule {
				continue
			}
			if verdict == "no" {
				ok = false
				continue
			}
			got := x.From.String() + ".." + x.To.String()
			if x.From == x.To {
				got = x.From.String()
			}
			if got == "" {
				got = "open"
			}
			want := kindName(x)
			for _, f := range []struct {
				on   bool
				name string
			}{{x.Since, "since"}, {x.Until, "until"}} {
				if f.on {
					want += " " + f.name
				}
			}
			if flags == "" {
				flags = "date"
			}
			gotFlags, _, _ := strings.Cut(flags, ",")
			grainOK := true
			if _, g, has := strings.Cut(flags, ","); has {
				grainOK = strings.TrimSpace(g) == x.Grain.String()
			}
			if d.Word(x.Span) == found && got == days && want == strings.TrimSpace(gotFlags) && grainOK {
				ok = true
			}
		}
		if !ok {
			t.Errorf("%s: %s %s: %s (%s)\n  want %s = %s %s\n  got  %s", where, rule, verdict, text, published, found, days, flags, strings.Join(all, "\n       "))
		}
		if verdict == "yes" {
			yes[rule]++
		} else {
			no[rule]++
		}
	}
	for _, n := range s.Rules() {
		if n != "age" && yes[n] == 0 || no[n] == 0 {
			t.Errorf("rule %s has %d yes and %d no sentences; it needs both", n, yes[n], no[n])
		}
	}
}
