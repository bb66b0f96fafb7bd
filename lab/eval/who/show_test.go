package who

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestShow(t *testing.T) {
	q := os.Getenv("SHOW")
	if q == "" {
		t.Skip()
	}
	c, err := newChain(os.DirFS("../../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	id, word, _ := strings.Cut(q, "|")
	show1 := func(g goldItem) {
		d, _ := c.read(g.ID, g.Title, g.Text, g.Published)
		for s := range d.Sentences {
			sent := d.Sentences[s]
			if word != "" && !strings.Contains(d.Word(sent.Span), word) {
				continue
			}
			for i := sent.First; i < sent.Last; i++ {
				x := d.Tokens[i]
				h := "ROOT"
				if x.Head >= 0 {
					h = d.Form(x.Head)
				}
				fmt.Printf("%s/%s/%s<%s:%s ", d.Form(i), x.UPOS, x.Name, h, x.Rel)
			}
			fmt.Println()
			show(d, int32(s))
		}
	}
	if strings.HasPrefix(id, "text:") {
		show1(goldItem{ID: "x", Text: id[5:], Published: "2019-05-05"})
		return
	}
	jsonLines(gold("../../../../shared", "dev-read.jsonl"), func(g goldItem) {
		if g.ID == id {
			show1(g)
		}
	})
}
