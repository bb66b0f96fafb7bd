package coref_test

import (
	"os"
	"strings"
	"testing"

	"annals/engine/coref"
	"annals/engine/doc"
	"annals/engine/link"
	"annals/engine/mention"
	"annals/engine/segment"
	"annals/engine/stagetest"
	"annals/engine/syntax"
	"annals/kb"
)

func stages(t *testing.T) []doc.Stage {
	t.Helper()
	tables := os.DirFS("../../lang/en")
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	seg, err := segment.New(tables)
	if err != nil {
		t.Fatal(err)
	}
	men, err := mention.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	lin, err := link.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	cor, err := coref.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	return []doc.Stage{seg, trees(t, model), men, lin, cor}
}

func TestShelf(t *testing.T) {
	s := stages(t)
	stagetest.Run(t, s[4], s[:4]...)
}

func TestAntecedents(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		text  string
		words string // of the pronoun or description, the last one in the text
		name  string // of what it stands for; "" for nothing
	}{
		{"As for Angela Merkel, she rejected the plan of Norway.", "she", "Angela Merkel"},
		{"Angela Merkel arrived on Monday. She thanked the soldiers.", "She", "Angela Merkel"},
		{"Angela Merkel wrote to Emmanuel Macron. He did not answer her.", "He", "Emmanuel Macron"},
		{"Angela Merkel wrote to Emmanuel Macron. He did not answer her.", "her", "Angela Merkel"},
		{"Norway recalled its ambassador.", "its", "Norway"},
		{"Norway protested. It recalled the ambassador.", "It", "Norway"},
		{"Emmanuel Macron said he would visit Oslo.", "he", "Emmanuel Macron"},
		{"Soldiers left the town. They burned a bridge.", "They", "Soldiers"},
		{"Ola Norberg, a lawyer, was arrested. Norberg denied the charge.", "Norberg", "Ola Norberg"},
		{"The Norland Liberation Army (NLA) shelled a town. The NLA denied it.", "NLA", "Norland Liberation Army"},
		{"Sweden sent food. The country has sent money before.", "country", "Sweden"},
		{"Sergei Lavrov met his Chinese counterpart in Sochi.", "Chinese counterpart", "Wang Yi"},
		{"The European Commission fined Google. The company appealed.", "company", "Google"},
		{"Angela Merkel and her Turkish counterpart agreed.", "her", "Angela Merkel"},
		{"It is clear that rain will come.", "It", ""},
	} {
		d := read(t, s, c.text)
		m := last(d, c.words)
		if m == nil && c.name == "" {
			continue
		}
		if m == nil {
			t.Errorf("%s: no mention %q", c.text, c.words)
			continue
		}
		if m.Name != c.name {
			t.Errorf("%s: %q stands for %q, want %q; %s", c.text, c.words, m.Name, c.name, strings.Join(m.Why, "; "))
		}
		if c.name != "" && d.Chains[m.Chain].Best < 0 {
			t.Errorf("%s: %q stands in no chain", c.text, c.words)
		}
	}
}

func TestMembers(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		text, words string
		members     string
	}{
		{"Emmanuel Macron met Angela Merkel in Lyon. The two leaders signed a treaty.", "two leaders", "Emmanuel Macron, Angela Merkel"},
		{"Norway and Sweden closed the border. They blamed smugglers.", "They", "Norway, Sweden"},
		{"Washington and Tehran exchanged threats. Both sides fear a war.", "sides", "United States, Iran"},
		{"Norway sued Sweden. Both countries are in Europe.", "countries", "Norway, Sweden"},
	} {
		d := read(t, s, c.text)
		m := last(d, c.words)
		if m == nil {
			m = last(d, strings.TrimPrefix(c.words, "two "))
		}
		if m == nil {
			t.Errorf("%s: no mention %q", c.text, c.words)
			continue
		}
		var names []string
		for _, x := range m.Members {
			names = append(names, d.Mentions[x].Name)
		}
		if got := strings.Join(names, ", "); got != c.members {
			t.Errorf("%s: members of %q are %s, want %s", c.text, c.words, got, c.members)
		}
	}
}

func TestChainsCoverMentions(t *testing.T) {
	s := stages(t)
	d := read(t, s, "Emmanuel Macron met Angela Merkel. He praised her. The two signed a treaty with Norway, and it was ratified.")
	seen := make([]int, len(d.Mentions))
	for c := range d.Chains {
		for i, k := range d.Chains[c].Mentions {
			seen[k]++
			if d.Mentions[k].Chain != int32(c) {
				t.Errorf("mention %d is listed in chain %d but points to %d", k, c, d.Mentions[k].Chain)
			}
			if i > 0 && d.Chains[c].Mentions[i-1] >= k {
				t.Errorf("chain %d is out of order", c)
			}
		}
	}
	for k := range d.Mentions {
		if want := 1; d.Mentions[k].Form != doc.Conjunction && seen[k] != want {
			t.Errorf("mention %d stands in %d chains", k, seen[k])
		}
	}
}

func read(t *testing.T, stages []doc.Stage, text string) *doc.Document {
	t.Helper()
	d := &doc.Document{Text: text, Published: doc.MakeDay(2019, 6, 3)}
	for _, s := range stages {
		s.Run(d)
	}
	return d
}

func last(d *doc.Document, words string) *doc.Mention {
	var m *doc.Mention
	for k := range d.Mentions {
		if x := &d.Mentions[k]; d.Word(x.Span) == words && x.Form != doc.Conjunction {
			m = x
		}
	}
	return m
}

// treeStage parses with the model alone, without the repairs of package parse,
// so that these tests hold when those change.
type treeStage struct{ model *syntax.Model }

func trees(t *testing.T, m *syntax.Model) doc.Stage { return treeStage{m} }

func (treeStage) Name() string        { return "syntax" }
func (treeStage) Reads() []doc.Layer  { return []doc.Layer{doc.LayerTokens} }
func (treeStage) Writes() []doc.Layer { return []doc.Layer{doc.LayerTrees} }

func (s treeStage) Run(d *doc.Document) {
	var scratch syntax.Scratch
	var tree syntax.Tree
	for k := range d.Sentences {
		sent := &d.Sentences[k]
		var forms []string
		for i := sent.First; i < sent.Last; i++ {
			forms = append(forms, d.Form(i))
		}
		if len(forms) == 0 {
			continue
		}
		s.model.Parse(&scratch, forms, &tree)
		for i := range forms {
			x := &d.Tokens[int(sent.First)+i]
			x.Lemma, x.UPOS, x.XPOS, x.Feats, x.Rel, x.Name = tree.Lemma[i], tree.UPOS[i], tree.XPOS[i], tree.Feats[i], tree.Rel[i], tree.Entity[i]
			if x.Head = -1; tree.Head[i] >= 0 {
				x.Head = sent.First + tree.Head[i]
			}
		}
	}
	d.Link()
}

// TestChains says of two words whether they stand for one.
func TestChains(t *testing.T) {
	s := stages(t)
	for _, c := range []struct {
		text, first, second string // the first and the last mention with these words
		same                bool
	}{
		{"I was born in Oslo. My father drove a bus.", "I", "My", true},
		{"We left at dawn. Nobody followed us.", "We", "us", true},
		{"You pay at the gate. Bring your passport.", "You", "your", true},
		{"I saw the soldiers. They saw us.", "I", "us", false},
		{"Mara Iven was the first governor of the island. She resigned.", "Mara Iven", "first governor", true},
		{"Mara Iven was not the governor of the island.", "Mara Iven", "governor", false},
		{"Villagers fled. The road was closed. Snow fell. Villagers fled.", "Villagers", "Villagers", true},
		{"Two soldiers died on Monday. Two soldiers died on Friday.", "soldiers", "soldiers", false},
	} {
		d := read(t, s, c.text)
		a, b := first(d, c.first), last(d, c.second)
		if a == nil || b == nil || a == b {
			t.Errorf("%s: no two mentions %q and %q", c.text, c.first, c.second)
			continue
		}
		if (a.Chain == b.Chain) != c.same {
			t.Errorf("%s: %q and %q one: %v, want %v", c.text, c.first, c.second, a.Chain == b.Chain, c.same)
		}
	}
}

func first(d *doc.Document, words string) *doc.Mention {
	for i := range d.Mentions {
		if d.Word(d.Mentions[i].Span) == words {
			return &d.Mentions[i]
		}
	}
	return nil
}
