package match

import (
	"fmt"
	"strings"
	"testing"
)

// tree reads a sentence written as "form/lemma/UPOS/XPOS/feats/head/rel" words.
func tree(t testing.TB, s string) *Parsed {
	t.Helper()
	block := ""
	for _, w := range strings.Fields(s) {
		block += strings.ReplaceAll(w, "/", "\t") + "\n"
	}
	p, problems := ReadParses("tree", []byte(block))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return p.trees[0]
}

const (
	// Guards said rebels shelled the town and the port and fled .
	shelled = `Guards/guard/NOUN/NNS/Number=Plur/2/nsubj said/say/VERB/VBD/Tense=Past/0/root rebels/rebel/NOUN/NNS/Number=Plur/4/nsubj
 shelled/shell/VERB/VBD/Tense=Past/2/ccomp the/the/DET/DT/_/6/det town/town/NOUN/NN/_/4/obj and/and/CCONJ/CC/_/9/cc
 the/the/DET/DT/_/9/det port/port/NOUN/NN/_/6/conj and/and/CCONJ/CC/_/11/cc fled/flee/VERB/VBD/Tense=Past/4/conj ././PUNCT/././2/punct`
	// The envoy was expelled by Norway at noon .
	expelled = `The/the/DET/DT/PronType=Art,Dem/2/det envoy/envoy/NOUN/NN/_/4/nsubj:pass was/be/AUX/VBD/_/4/aux:pass
 expelled/expel/VERB/VBN/Voice=Pass/0/root by/by/ADP/IN/_/6/case Norway/Norway/PROPN/NNP/_/4/obl:agent/B-place
 at/at/ADP/IN/_/8/case noon/noon/NOUN/NN/_/4/obl ././PUNCT/././4/punct`
)

// matches is all matches of a find at a word, as "h=word x=word; ...".
func matches(t testing.TB, tr *Parsed, finds string, anchor string) string {
	t.Helper()
	f, problems := Parse("f", []byte("rule r\nfind "+strings.ReplaceAll(finds, " // ", "\nfind ")))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p, err := Compile(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var s Scratch
	for i, w := range tr.Words {
		if w.Form != anchor && anchor != "" {
			continue
		}
		p.At(tr, int32(i), &s, func(m Match) bool {
			out = append(out, strings.TrimPrefix(m.tell(tr), "at "+w.Form+" "))
			return true
		})
	}
	return strings.Join(out, "; ")
}

func TestConstructs(t *testing.T) {
	known := Words{
		Class: func(name string, t *Parsed, i int32) bool { return name == "speech" && t.Lemma(i) == "say" },
	}
	for _, c := range []struct{ tree, find, anchor, want string }{
		// constraints
		{shelled, "h:[VERB]", "", "h=said; h=shelled; h=fled"},
		{shelled, "h:[say|flee]", "", "h=said; h=fled"},
		{shelled, `h:["GUARDS"]`, "", "h=Guards"},
		{shelled, `h:["."]`, "", "h=."},
		{shelled, "h:[xpos=VBD Tense=Past !say]", "", "h=shelled; h=fled"},
		{shelled, "h:[xpos=NNS|VBD !VERB]", "", "h=Guards; h=rebels"},
		{shelled, "h:[xpos=NN* Number=*]", "", "h=Guards; h=rebels"},
		{shelled, "h:[!VERB|NOUN|DET|CCONJ]", "", "h=."},
		{shelled, "h:[NOUN|say]", "", "h=Guards; h=said; h=rebels; h=town; h=port"},
		{shelled, "h:[@speech]", "", "h=said"},
		{shelled, "h:[!@speech VERB]", "", "h=shelled; h=fled"},
		{shelled, "h:[rel=conj]", "", "h=port; h=fled"},
		{shelled, "h:[^]", "", "h=Guards"},
		{shelled, "h:[$]", "", "h=."},
		{shelled, "h:[she*]", "", "h=shelled"},
		{shelled, "h:[form=t*]", "", "h=the; h=town; h=the"},
		{expelled, "h:[#place]", "", "h=Norway"},
		{expelled, "h:[rel=obl]", "", "h=Norway; h=noon"},
		{expelled, "h:[rel=obl=]", "", "h=noon"},
		{expelled, "h:[PronType=Dem]", "", "h=The"},
		{expelled, "h:[norway]", "", "h=Norway"},
		{expelled, `h:[lemma="Norway"]`, "", "h=Norway"},
		{expelled, "h:[lemma=Norway|noon]", "", "h=Norway; h=noon"},
		// edges
		{expelled, "h >obl x", "expelled", "h=expelled x=Norway; h=expelled x=noon"},
		{expelled, "h >obl= x", "expelled", "h=expelled x=noon"},
		{expelled, "h >nsubj:pass|obl:agent x", "expelled", "h=expelled x=envoy; h=expelled x=Norway"},
		{expelled, "h >!punct|aux|obl x", "expelled", "h=expelled x=envoy"},
		{expelled, "h > x:[!PUNCT]", "expelled", "h=expelled x=envoy; h=expelled x=was; h=expelled x=Norway; h=expelled x=noon"},
		{expelled, "[VERB] >obl x >case [at]", "expelled", "x=noon"},
		{expelled, "h:[VERB] >obl >case x", "expelled", "h=expelled x=by; h=expelled x=at"},
		{expelled, "h <nsubj v", "envoy", "h=envoy v=expelled"},
		{expelled, "h <obj v", "envoy", ""},
		{expelled, "h < v", "expelled", ""},
		{shelled, "h >> x:[NOUN]", "said", "h=said x=Guards; h=said x=rebels; h=said x=town; h=said x=port"},
		{shelled, "h >>obj|conj x", "shelled", "h=shelled x=town; h=shelled x=port; h=shelled x=fled"},
		{shelled, "h << x", "port", "h=port x=town; h=port x=shelled; h=port x=said"},
		{shelled, "h <<conj x", "port", "h=port x=town"},
		{shelled, "h <conj* v >nsubj s", "fled", "h=fled v=shelled s=rebels"},
		{shelled, "h <conj* v >nsubj s", "shelled", "h=shelled v=shelled s=rebels"},
		{shelled, "h >obj [] >conj* x", "shelled", "h=shelled x=town; h=shelled x=port"},
		{shelled, "h . x", "rebels", "h=rebels x=shelled"},
		{shelled, "h . x", ".", ""},
		{shelled, "h ..3 x:[!DET]", "rebels", "h=rebels x=shelled; h=rebels x=town"},
		{shelled, "h .. x:[VERB]", "rebels", "h=rebels x=shelled; h=rebels x=fled"},
		{shelled, "h <. x", "rebels", "h=rebels x=said"},
		{shelled, "h <..2 x", "rebels", "h=rebels x=said; h=rebels x=Guards"},
		{shelled, "h <.. x:[VERB]", "port", "h=port x=shelled; h=port x=said"},
		// clauses
		{expelled, "h >nsubj p, h >obl a, a >case [by]", "expelled", "h=expelled p=envoy a=Norway"},
		{expelled, "h >obl a, h >obl b", "expelled", "h=expelled a=Norway b=noon; h=expelled a=noon b=Norway"},
		{expelled, "h >obl a, h > a:[#place]", "expelled", "h=expelled a=Norway"},
		{shelled, "h >obj a >conj b, h >nsubj s, s .. a", "shelled", "h=shelled a=town b=port s=rebels"},
		{shelled, "h >obj a, a ..1 s, h >nsubj s", "shelled", ""},
		{shelled, "h:[VERB], no h >obj", "", "h=said; h=fled"},
		{expelled, "h >obl a, no a >case [by]", "expelled", "h=expelled a=noon"},
		{expelled, "h >obl a:[#place], no h >obl", "expelled", ""},
		{expelled, "h >obl a:[#place], no h >obl b", "expelled", ""},
		{expelled, "h >nsubj a, no h >nsubj b", "expelled", "h=expelled a=envoy"},
		{shelled, "h:[VERB], opt h >obj x", "", "h=said; h=shelled x=town; h=fled"},
		{expelled, "h:[VERB], opt h >obl x", "expelled", "h=expelled x=Norway; h=expelled x=noon"},
		{expelled, "h:[VERB], opt h >obl x, x >case [at]", "expelled", "h=expelled x=noon"},
		{shelled, "h:[VERB], opt h >obj x, opt x >conj y", "", "h=said; h=shelled x=town y=port; h=fled"},
		{shelled, "h:[VERB], opt h >obj x, no x >conj", "", "h=said; h=fled"},
		// finds
		{expelled, "h:[VERB] >obl x >case [at] // h:[VERB] >obl x // h >nsubj y", "expelled",
			"h=expelled x=noon; h=expelled x=Norway; h=expelled y=envoy"},
		{expelled, "h:[VERB] > // h:[expel]", "expelled", "h=expelled"},
	} {
		tr := *tree(t, c.tree)
		if strings.Contains(c.find, "@") {
			tr.Known = known
		}
		if got := matches(t, &tr, c.find, c.anchor); got != c.want {
			t.Errorf("find %s at %q\n got %s\nwant %s", c.find, c.anchor, got, c.want)
		}
	}
}

// The index leaves out no rule that Explain finds to match.
func TestIndexAgreesWithExplain(t *testing.T) {
	src := ""
	finds := []string{"[VERB]", "[say|flee]", "[lemma=SAY]", "[!VERB]", "[VERB|say]", "[rel=root] >nsubj x", "[VERB] >>conj", "[NOUN shell|port]", "[norway]", "x", "[xpos=NN*|she*]", "[VERB] >!nsubj"}
	for i, f := range finds {
		src += fmt.Sprintf("rule r%d\nfind %s\n", i, f)
	}
	f, problems := Parse("f", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p, err := Compile(f)
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	for _, sentence := range []string{shelled, expelled} {
		tr := tree(t, sentence)
		for i := range tr.Words {
			got, want := map[string]bool{}, map[string]bool{}
			var order []int
			p.At(tr, int32(i), &s, func(m Match) bool {
				got[m.Rule.Name] = true
				order = append(order, m.Rule.Pos.Line)
				return true
			})
			for _, a := range p.Explain(tr, int32(i)) {
				if a.Matched {
					want[a.Rule.Name] = true
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("at %s: At %v, Explain %v", tr.Form(int32(i)), got, want)
			}
			for j := 1; j < len(order); j++ {
				if order[j] < order[j-1] {
					t.Errorf("at %s: rules out of order: %v", tr.Form(int32(i)), order)
				}
			}
		}
	}
}

func TestExplain(t *testing.T) {
	for _, c := range []struct{ find, anchor, want string }{
		{"h:[NOUN]", "expelled", `"expelled" is not [NOUN]: it is VERB`},
		{"h:[VERB] >obj x", "expelled", `"expelled" has no child by obj`},
		{"h:[VERB] >obl x >case [with]", "expelled", `"by" is not [with]: its lemma is by`},
		{"h:[VERB] >obl x:[#person]", "expelled", `"Norway" is not [#person]: it belongs to no name of the kind person`},
		{"h:[VERB], no h >obl", "expelled", `"h >obl" is forbidden, but is there`},
		{"h:[VERB Voice=Act]", "expelled", `"expelled" is not [Voice=Act]: its Voice is Pass`},
		{"h:[VERB], opt h >obj x, x >case", "expelled", "the word at which the clause begins is unset"},
		{"h <obl v, v >nsubj h", "noon", `>nsubj leads to "envoy", not to "noon"`},
	} {
		f, problems := Parse("f", []byte("rule r\nfind "+c.find+"\nrule far\nfind x:[ADV]"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p, err := Compile(f)
		if err != nil {
			t.Fatal(err)
		}
		tr := tree(t, expelled)
		for i, w := range tr.Words {
			if w.Form != c.anchor {
				continue
			}
			a := p.Explain(tr, int32(i))
			if a[0].Matched || a[0].Why != c.want || !strings.HasPrefix(a[0].String(), "r: ") || !strings.HasSuffix(a[0].String(), c.want) {
				t.Errorf("find %s: %+v, want %s", c.find, a[0].Why, c.want)
			}
		}
	}
}

func TestAnchorOutside(t *testing.T) {
	f, _ := Parse("f", []byte("rule r\nfind h"))
	p, err := Compile(f)
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	for _, i := range []int32{-1, 9} {
		p.At(tree(t, expelled), i, &s, func(Match) bool { t.Error("a match at", i); return true })
		if a := p.Explain(tree(t, expelled), i); a != nil {
			t.Error(a)
		}
	}
}

// When yield returns false, no further rule is tried.
func TestYieldStops(t *testing.T) {
	f, _ := Parse("f", []byte("rule a\nfind h > x\nrule b\nfind h"))
	p, err := Compile(f)
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	for want := range 4 {
		n := 0
		p.At(tree(t, expelled), 3, &s, func(Match) bool { n++; return n < want+1 })
		if n != want+1 {
			t.Errorf("%d matches, want %d", n, want+1)
		}
	}
}

func TestLimits(t *testing.T) {
	var words []ParsedWord
	for i := range 60 {
		words = append(words, ParsedWord{Form: fmt.Sprint("w", i), Head: int32(i) - 1, Rel: "dep"})
	}
	tr, err := NewParsed(words)
	if err != nil {
		t.Fatal(err)
	}
	run := func(find string) (n int, s *Scratch) {
		f, _ := Parse("f", []byte("rule r\nfind "+find))
		p, err := Compile(f)
		if err != nil {
			t.Fatal(err)
		}
		s = &Scratch{}
		p.At(tr, 0, s, func(Match) bool { n++; return true })
		return n, s
	}
	if n, s := run("h >> x"); n != 59 || s.Truncated() {
		t.Errorf("%d matches, truncated %v", n, s.Truncated())
	}
	if n, s := run("h >> x >> y"); n != MaxMatches || !s.Truncated() {
		t.Errorf("%d matches, truncated %v", n, s.Truncated())
	}
	if n, s := run("h >> a >> b >> c >> [VERB]"); n != 0 || !s.Truncated() {
		t.Errorf("%d matches, truncated %v", n, s.Truncated())
	}
}
