package match

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// An example that doesn't hold is told with its place and the reason.
func TestExamplesFail(t *testing.T) {
	raw, err := os.ReadFile("testdata/passive.parses")
	if err != nil {
		t.Fatal(err)
	}
	parses, problems := ReadParses("p", raw)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct{ find, example, want string }{
		{"h:[VERB] >obl a", "yes The envoy was [expelled] by Norway .  a=Norway h=expelled", ""},
		{"h:[VERB] >obl a", "yes The envoy was expelled by Norway .  a=Norway", ""},
		{"h:[VERB] >obl a", "yes The envoy was expelled by Norway .  a=Norway#2",
			"f:3:5: rule r matches, but a=Norway"},
		{"h:[VERB], opt h >obj a", "yes The envoy was expelled by Norway .  a=-", ""},
		{"h:[VERB], opt h >obj a", "yes The envoy was expelled by Norway .  a=envoy",
			"f:3:5: rule r matches, but a is unset, not envoy"},
		{"h:[VERB] >obl a", "yes The envoy was [expelled] by Norway .  a=envoy",
			"f:3:5: rule r matches, but a=Norway"},
		{"h:[VERB] >obj a", "yes The envoy was [expelled] by Norway .  a=envoy",
			`f:3:5: rule r doesn't match (in "h:[VERB] >obj a": "expelled" has no child by obj)`},
		{"h:[VERB] >obl a", "no The [envoy] was expelled by Norway .", ""},
		{"h:[VERB] >obl a", "no The envoy was expelled by Norway .",
			"f:3:4: rule r matches a sentence that it must not: at expelled h=expelled a=Norway"},
		{"h:[VERB] >obl a", "no The envoy slept .",
			`f:3:4: no parse is stored of "The envoy slept ." (store the parses of the examples again)`},
	} {
		f, problems := Parse("f", []byte("rule r\nfind "+c.find+"\n"+c.example))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		got := ""
		for _, p := range f.Test(parses, Words{}) {
			got += p.Error()
		}
		if got != c.want {
			t.Errorf("%s, %s:\n got %s\nwant %s", c.find, c.example, got, c.want)
		}
	}
}

func TestExamplesList(t *testing.T) {
	f, _ := Parse("f", []byte("rule a\nyes He [left] .\nno It .\nrule b\nyes He left .  x=He\n"))
	if got := f.Examples(); !slices.Equal(got, []string{"He left .", "It ."}) {
		t.Errorf("%q", got)
	}
}

func TestReadParsesProblems(t *testing.T) {
	good := "He\the\tPRON\tPRP\t_\t2\tnsubj\nleft\tleave\tVERB\tVBD\t_\t0\troot\n"
	for _, c := range []struct{ src, want string }{
		{good, ""},
		{"a\tb\n", "f:1:1: 2 cells, expected 7 or 8 (FORM LEMMA UPOS XPOS FEATS HEAD DEPREL and perhaps NAME, divided by tabs)"},
		{"a\té\tX\t_\t_\tx\tdep\n", `f:1:11: "x" is no head`},
		{"\na\ta\tX\t_\t_\t3\tdep\n", "f:2:1: head 3 of word 1 (a) lies outside the sentence"},
		{"a\ta\tX\t_\t_\t2\tdep\nb\tb\tX\t_\t_\t1\tdep\n", "f:1:1: word 1 (a) hangs in a circle"},
	} {
		p, problems := ReadParses("f", []byte(c.src+"\n"+good))
		var got []string
		for _, x := range problems {
			got = append(got, x.Error())
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%q: got %q, want %q", c.src, got, c.want)
		}
		if p.Get("He left") == nil || len(p.Texts()) != 1 {
			t.Errorf("%q: the good block is lost", c.src)
		}
	}
}
