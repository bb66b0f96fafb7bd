package match

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"empty", "", ""},
		{"blank", "\n \n\t\n", ""},
		{"spacing", "rule   a\nfind h:[ VERB   say | tell ! x ]>obj p ,no  h  >obl[by]\ngive slot  subj=p\n",
			"rule a\n  find  h:[VERB say|tell !x] >obj p, no h >obl [by]\n  give  slot subj = p\n"},
		{"blank lines", "\n\n# head\n\n\n# of a\nrule a\n\n\n  find h\nrule b\n# of c\nrule c\n",
			"# head\n\n# of a\nrule a\n\n  find  h\n\nrule b\n\n# of c\nrule c\n"},
		{"comments", "rule a\n# inside\nfind h,\n# between\n    h >obj\n# inside, too\n\nnote   x   y\n  # at the end",
			"rule a\n  # inside\n  find  h,\n        # between\n        h >obj\n  # inside, too\n\n  note  x y\n# at the end\n"},
		{"examples", "rule a\nyes He [left] .  h=left\nno   It  h=a   b=c\nyes They [left] the  x=the\n",
			"rule a\n  yes   He [left] .       h=left\n  no    It                h=a b=c\n  yes   They [left] the   x=the\n"},
		{"strange", "rule a\nfind h:[VERB  >obj\nfind h  )  x\nfnd  h  x\n\xff  y",
			"rule a\n  find  h:[VERB  >obj\n  find  h  )  x\n  fnd  h  x\n\xff  y\n"},
		{"edges", "rule a\nfind h .x ..3  y<.z >> >obj|nsubj=  w\n", "rule a\n  find  h .x ..3 y <.z >> >obj|nsubj= w\n"},
		{"string", "rule a\nfind h:[\"a  b\" lemma=\"C\"|\"|\"]\n", "rule a\n  find  h:[\"a  b\" lemma=\"C\"|\"|\"]\n"},
	} {
		got := string(Format([]byte(c.src)))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
		if again := string(Format([]byte(got))); again != got {
			t.Errorf("%s: not idempotent: %q", c.name, again)
		}
	}
}

// meaning is what a file says, without positions and layout.
func meaning(t interface{ Fatalf(string, ...any) }, src []byte) string {
	f, problems := Parse("f", src)
	if len(problems) > 0 {
		t.Fatalf("%s\n%v", src, problems)
	}
	var out strings.Builder
	for _, r := range f.Rules {
		fmt.Fprintln(&out, "rule", r.Name, "note", r.Note)
		for _, g := range r.Gives {
			fmt.Fprintln(&out, "give", g.Key, g.Value, g.IsCapture, g.Cap)
		}
		for _, e := range r.Examples {
			fmt.Fprintln(&out, "example", e.Want, e.Words, e.Anchor)
			for _, x := range e.Caps {
				fmt.Fprintln(&out, "expect", x.Name, x.Form, x.Nth)
			}
		}
		for _, f := range r.finds {
			for _, c := range f.clauses {
				fmt.Fprintln(&out, "clause", c.mode)
				for _, n := range c.nodes {
					fmt.Fprintln(&out, "node", n.name)
					for _, t := range n.terms {
						fmt.Fprintln(&out, "term", t.not)
						for _, a := range t.alts {
							fmt.Fprintln(&out, a.kind, a.key, a.val, a.prefix, a.exact)
						}
					}
				}
				for _, e := range c.edges {
					fmt.Fprintln(&out, "edge", e.op, e.not, e.zero, e.within)
					for _, r := range e.rels {
						fmt.Fprintln(&out, r.name, r.exact)
					}
				}
			}
		}
	}
	return out.String()
}

// ruleFile draws a rule file without faults of syntax, badly laid out.
func ruleFile(t *rapid.T) []byte {
	pick := func(label string, from ...string) string { return rapid.SampledFrom(from).Draw(t, label) }
	blank := func() string { return pick("blank", " ", "  ", "\t") }
	maybe := func() string { return pick("maybe", "", " ", "  ") }
	var out strings.Builder
	value := func() string {
		return pick("value", "VERB", "say", `"Said"`, "xpos=VB*", "lemma=\"a b\"", "Voice=Pass", "rel=obl=", "@speech", "#person", "^", "$", "form=x")
	}
	node := func(name bool) {
		if name {
			out.WriteString(pick("name", "h", "a1", "long-name"))
			if rapid.Bool().Draw(t, "bare") {
				return
			}
			out.WriteString(":")
		}
		out.WriteString("[" + maybe())
		for range rapid.IntRange(0, 3).Draw(t, "terms") {
			out.WriteString(pick("not", "", "", "!", "! ") + value())
			for range rapid.IntRange(0, 2).Draw(t, "alts") {
				out.WriteString(maybe() + "|" + maybe() + value())
			}
			out.WriteString(blank())
		}
		out.WriteString("]")
	}
	for n := range rapid.IntRange(0, 3).Draw(t, "rules") {
		fmt.Fprintf(&out, "%srule r%d%s\n", maybe(), n, maybe())
		for range rapid.IntRange(0, 4).Draw(t, "fields") {
			out.WriteString(pick("before", "", "\n", "# comment\n", "\n\n  # comment\n\n") + maybe())
			switch pick("field", "find", "find", "give", "note", "yes", "no") {
			case "find":
				out.WriteString("find" + blank())
				for c := range rapid.IntRange(1, 3).Draw(t, "clauses") {
					mode := ""
					if c > 0 {
						out.WriteString(maybe() + "," + pick("break", " ", "", "\n", "\n  # why\n   "))
						mode = pick("mode", "", "no ", "opt ")
					}
					out.WriteString(mode)
					node(rapid.Bool().Draw(t, "named"))
					for e := range rapid.IntRange(0, 3).Draw(t, "edges") {
						_ = e
						out.WriteString(blank() + pick("edge", ">", "<", ">>", "<<", ">obj", ">obj|nsubj=", "<!conj", ">conj*", ".", "..3", "<..", "<.") + blank())
						node(rapid.Bool().Draw(t, "named"))
					}
					if mode != "" {
						out.WriteString(" >dep")
					}
				}
			case "give":
				out.WriteString("give" + blank() + "slot" + blank() + "x" + maybe() + "=" + maybe() + pick("given", "h", `"a  b"`, "-1.5") + maybe() + "," + pick("break", "", "\n") + "y=h")
			case "note":
				out.WriteString("note" + blank() + "some" + blank() + "words")
			case "yes":
				out.WriteString("yes" + blank() + "He [left] it ." + pick("far", "  ", "\t", "      ") + "h=left" + blank() + "b=it#1")
			case "no":
				out.WriteString("no" + blank() + "He stayed .")
			}
			out.WriteString(maybe() + "\n")
		}
	}
	return []byte(out.String())
}

// Format changes the layout of a file and nothing of what it says.
func TestFormatKeepsMeaning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := ruleFile(t)
		once := Format(src)
		if d := cmp.Diff(meaning(t, src), meaning(t, once)); d != "" {
			t.Fatalf("%s\n->\n%s\n%s", src, once, d)
		}
		if twice := Format(once); !reflect.DeepEqual(once, twice) {
			t.Fatalf("not idempotent: %s\n->\n%s", once, twice)
		}
		if a, b := strings.Count(string(src), "#"), strings.Count(string(once), "#"); a != b {
			t.Fatalf("comments lost: %s\n->\n%s", src, once)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("rule a\nfind h:[VERB] >nsubj:pass p , h >obl a,\n# c\n no a >case [by]\ngive slot subj = a\nyes He [left] .  h=He#1\nno It .\n"))
	f.Add([]byte("rule a\nfind h:[!\"a\\\"]\" xpos=VB*|\"x] ..3 <.. x <!a|b* [^ $ #p @c]\n\xff\n\ufeff find"))
	f.Add([]byte("find a,\n#\n\nrule\ngive =\nyes\tx"))
	tr := tree(f, expelled)
	f.Fuzz(func(t *testing.T, src []byte) {
		file, _ := Parse("f", src)
		file.Check(Schema{Gives: []string{"slot *"}})
		once := Format(src)
		if twice := Format(once); string(twice) != string(once) {
			t.Fatalf("Format is not idempotent: %q, %q", once, twice)
		}
		again, _ := Parse("f", once)
		if len(again.Rules) != len(file.Rules) {
			t.Fatalf("Format changed the number of rules: %d, %d\n%q\n%q", len(file.Rules), len(again.Rules), src, once)
		}
		p, _ := Compile(file)
		var s Scratch
		for i := range tr.Words {
			p.At(tr, int32(i), &s, func(m Match) bool { return true })
			p.Explain(tr, int32(i))
		}
	})
}

func FuzzReadParses(f *testing.F) {
	f.Add([]byte("a\tb\tX\t_\t_\t0\troot\tB-place\n_\t_\t_\t_\t_\t1\tx\n\n# c\nx\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		p, _ := ReadParses("f", src)
		once := WriteParses(p, nil)
		q, problems := ReadParses("f", once)
		if len(problems) > 0 || string(WriteParses(q, nil)) != string(once) {
			t.Fatalf("%q: %q: %v", src, once, problems)
		}
	})
}
