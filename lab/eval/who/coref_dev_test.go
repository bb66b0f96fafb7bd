package who

import (
	"fmt"
	"os"
	"testing"
)

func TestCorefDev(t *testing.T) {
	if os.Getenv("COREF") == "" {
		t.Skip()
	}
	c, err := newChain(os.DirFS("../../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	sh := "../../../../shared/data/"
	all, m, f, err := c.scoreGAP(sh + "coreference/gap/gap-" + os.Getenv("COREF") + ".tsv.gz")
	fmt.Println("GAP", all, all.f1(), m.f1(), f.f1(), "P", float64(all.right)/float64(all.told), "R", float64(all.right)/float64(all.gold), err)
	for _, g := range []string{"", "news", "interview", "bio"} {
		s, n, err := c.scoreGUM(sh+"treebank/gum-dev.conllu.gz", sh+"coreference/gum/gum-dev.jsonl.gz", "GUM_"+g)
		fmt.Println(g, n, "muc", s.muc.f1(), "b3", s.b3.f1(), "lea", s.lea.f1(), "p/r", s.b3.pTop/s.b3.pBottom, s.b3.rTop/s.b3.rBottom, err)
	}
	s, n, err := c.scoreGUM(sh+"treebank/gum-train.conllu.gz", sh+"coreference/gum/gum-train.jsonl.gz", "GUM_news")
	fmt.Println("train news", n, "muc", s.muc.f1(), "b3", s.b3.f1(), "lea", s.lea.f1(), "p/r", s.b3.pTop/s.b3.pBottom, s.b3.rTop/s.b3.rBottom, err)
}
