package who

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/engine/mention"
	"annals/kb"
)

func show(d *doc.Document, s int32) {
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Sent != s {
			continue
		}
		fmt.Printf("   %d [%s] head=%s form=%d kind=%d pl=%v g=%c noun=%s name=%q c=%s s=%s off=%s/%s of=%d ant=%d mem=%v cnt=%v ent=%d via=%s chain=%d why=%s\n", k, d.Word(m.Full), d.Form(m.Head), m.Form, m.Kind, m.Plural, max(m.Gender, '-'), m.Noun, m.Name, m.Country, m.Sector, m.Office, m.Class, m.Of, m.Antecedent, m.Members, m.Count, m.Entity, m.Via, m.Chain, strings.Join(m.Why, "; "))
	}
}

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	docs, order, err := treebankDocs("../../../../shared/data/treebank/gum-train.conllu.gz", os.Getenv("DUMP"))
	if err != nil {
		t.Fatal(err)
	}
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	st, err := mention.New(base, os.DirFS("../../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range order {
		d := docs[id]
		st.Run(d)
		fmt.Println("=====", id, len(d.Tokens), len(d.Mentions))
		for s := range d.Sentences {
			fmt.Println("##", d.Word(d.Sentences[s].Span))
			show(d, int32(s))
		}
	}
}
