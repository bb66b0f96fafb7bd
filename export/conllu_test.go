package export

import (
	"strings"
	"testing"

	"annals"
	"annals/conllu"
	"annals/examples"
	"annals/report"
)

// TestTrees codes reports and reads what comes out as CoNLL-U again: the reader takes it, each sentence is a tree, its
// tokens make its text, and each token stands where TokenRange says.
func TestTrees(t *testing.T) {
	coder, err := annals.New(annals.Options{})
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"ARLAND (Agency) – “We don’t know,” she said.The ministers' talks can't fail; they cannot.\n\nNorvia's 5km border… 🇳🇴 isn't \"closed\"",
		"I'm gonna go\u00a0home.\n- one\n- two\n\u200bthree \xff four\tfive\u0301 http://a.example.org/x?y=z|w",
		"He said it (twice).[3] #tag | a_b _ |",
	}
	for _, name := range examples.Names() {
		text, _ := examples.Text(name)
		texts = append(texts, text)
	}
	var all strings.Builder
	for i, text := range texts {
		r := &report.Report{}
		r.ID, r.Body = "id with\nspace "+string(rune('a'+i)), text
		reading, err := coder.Read(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		out := written(t, "conllu", Trees, Options{}, reading)
		sents, err := conllu.ReadAll(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%q: %v\n%s", text, err, out)
		}
		points := []rune(reading.Document.Text)
		for _, s := range sents {
			if err := s.CheckTree(); err != nil {
				t.Errorf("%q: %v", text, err)
			}
			if v, _ := s.Comment("text"); v != s.Text() {
				t.Errorf("text %q, tokens %q", v, s.Text())
			}
			if id, _ := s.Comment("sent_id"); !strings.HasPrefix(id, "id_with_space_") {
				t.Errorf("sent_id %q", id)
			}
			for tok := range s.Tokens() {
				from, to, ok := tok.Range()
				if !ok || to > len(points) || string(points[from:to]) != tok.Form {
					t.Errorf("%q is not at %d:%d", tok.Form, from, to)
				}
				if tok.SpaceAfter() == (to < len(points) && !strings.ContainsRune(" \u00a0\n\t\u200b", points[to])) {
					t.Errorf("%q at %d: SpaceAfter is wrong", tok.Form, from)
				}
			}
		}
		all.WriteString(out)
	}
	for _, want := range []string{"\tdon’t\t", "\tcan't\t", "\tcannot\t", "\tNorvia's\t", "\tgonna\t", "\tI'm\t", "\tisn't\t", "\tministers'\t", "# newdoc id = id_with_space_a\n# newpar\n"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q", want)
		}
	}
	for _, no := range []string{"\t5km\t", "\t\"closed\t"} {
		if strings.Contains(all.String(), no) {
			t.Errorf("%q is one token", no)
		}
	}
}
