package match_test

import (
	"fmt"

	"annals/match"
)

func Example() {
	file, problems := match.Parse("passive.rules", []byte(`
rule passive-agent
  find  h:[VERB] >nsubj:pass p, h >obl a, a >case [by]
  give  slot subj = a, slot obj = p
`))
	if len(problems) > 0 {
		fmt.Println(problems)
		return
	}
	program, err := match.Compile(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	tree, err := match.NewParsed([]match.ParsedWord{
		{Form: "Envoys", Lemma: "envoy", UPOS: "NOUN", Head: 2, Rel: "nsubj:pass"},
		{Form: "were", Lemma: "be", UPOS: "AUX", Head: 2, Rel: "aux:pass"},
		{Form: "expelled", Lemma: "expel", UPOS: "VERB", Head: -1, Rel: "root"},
		{Form: "by", Lemma: "by", UPOS: "ADP", Head: 4, Rel: "case"},
		{Form: "Norway", Lemma: "Norway", UPOS: "PROPN", Head: 2, Rel: "obl:agent"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var scratch match.Scratch
	program.At(tree, 2, &scratch, func(m match.Match) bool {
		for _, g := range m.Rule.Gives {
			fmt.Println(m.Rule.Name, g.Path(), "=", tree.Form(m.Value(g)))
		}
		return true
	})
	// Output:
	// passive-agent slot subj = Norway
	// passive-agent slot obj = Envoys
}
