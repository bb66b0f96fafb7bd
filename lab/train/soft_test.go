package train

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"annals/engine/syntax"

	"github.com/google/go-cmp/cmp"
)

// soften gives a batch distributions in place of labels.
func soften(net *network, batch []*example, rng *rand.Rand) {
	sizes := [layers]int{uposLayer: net.upos, xposLayer: net.xpos, featsLayer: net.feats, ruleLayer: net.rules, entLayer: net.ents,
		relLayer: net.rels}
	for _, e := range batch {
		e.soft = new([layers]dist)
		sizes[headLayer] = len(e.types) + 1
		for i := range e.types {
			for l, n := range sizes {
				p := make([]float32, n)
				sum := float32(0)
				for k := range p {
					if l != headLayer || k != i {
						p[k] = rng.Float32()
						sum += p[k]
					}
				}
				for k := range p {
					p[k] /= sum
				}
				if l == ruleLayer && i == 2 {
					e.soft[l].add() // nothing to learn
					continue
				}
				e.soft[l].addBest(p)
			}
		}
	}
}

func TestSoftGradients(t *testing.T) {
	net, vocab, batch := small(0)
	soften(net, batch, rand.New(rand.NewPCG(3, 4)))
	w := newWorker(net, vocab, 0)
	w.smooth, w.leak = 0, 1
	compare(t, net, w, func() float64 {
		net.pack()
		w.begin(batch, 1, 1)
		w.learn(1.0 / 1.5)
		return total(&w.loss)
	})
}

func TestAddBest(t *testing.T) {
	var d dist
	d.addBest([]float32{0.1, 0.6, 0.005, 0.295})
	d.addBest([]float32{0.01, 0.015, 0.01})
	want := []choice{{1, 0.6 / 0.995}, {3, 0.295 / 0.995}, {0, 0.1 / 0.995}}
	for i, c := range d.of(0) {
		if c.At != want[i].At || math.Abs(float64(c.P-want[i].P)) > 1e-6 {
			t.Errorf("choice %d is %v, want %v", i, c, want[i])
		}
	}
	if c := d.of(1); len(c) != 1 || c[0] != (choice{1, 1}) {
		t.Errorf("flat shares give %v", c)
	}
	d = dist{}
	d.addBest([]float32{.1, .1, .1, .1, .2, .1, .1, .2})
	if c := d.of(0); len(c) != maxChoices || c[0].At != 4 || c[1].At != 7 || c[5].At != 3 {
		t.Errorf("ties give %v", c)
	}
}

// invented is a tree of our own: heads are given from one, 0 for the root.
func invented() *tree {
	t := &tree{bank: bankGUM}
	t.Words = words("The DET 2 det", "senate NOUN 5 nsubj:pass", "was AUX 5 aux:pass", "not PART 5 advmod", "dissolved VERB 0 root",
		"in ADP 8 case", "the DET 8 det", "Hague PROPN 5 obl", "and CCONJ 10 cc", "Delft PROPN 8 conj", ". PUNCT 5 punct")
	for i := range t.Words {
		t.Words[i].XPOS, t.Words[i].Feats = [...]string{3: "TO", 10: ","}[i], "_"
	}
	t.entity = strings.Fields("O O O O O O B-place I-place O B-place O")
	return t
}

func TestHeadlineOfTree(t *testing.T) {
	tr := invented()
	seen := map[string]bool{}
	var short *tree
	for i := range uint64(30000) {
		out := styled(tr, rand.New(rand.NewPCG(i, 1)))
		heads := make([]int32, len(out.Words))
		for k, w := range out.Words {
			heads[k] = int32(w.Head)
			if w.Head >= len(out.Words) {
				t.Fatalf("head %d of %d words", w.Head, len(out.Words))
			}
		}
		if !isTree(heads) || len(out.entity) != len(out.Words) {
			t.Fatalf("no tree: %v", out.Forms())
		}
		text := strings.Join(out.Forms(), " ")
		seen[text] = true
		if text == "Senate not dissolved in Hague and Delft" {
			short = out
		}
	}
	for _, want := range []string{"The senate was not dissolved in the Hague and Delft .", "The senate was not dissolved in the Hague and Delft",
		"the senate was not dissolved in the hague and delft", "Senate not dissolved in Hague and Delft",
		"Senate not Dissolved in Hague , Delft"} {
		if !seen[want] {
			t.Errorf("no variant %q among %d", want, len(seen))
		}
	}
	if short == nil {
		t.FailNow()
	}
	var got []string
	for i, w := range short.Words {
		h := "root"
		if w.Head >= 0 {
			h = short.Words[w.Head].Form
		}
		got = append(got, w.Rel+"("+h+","+w.Form+")"+short.entity[i])
	}
	want := strings.Fields("nsubj:pass(dissolved,Senate)O advmod(dissolved,not)O root(root,dissolved)O case(Hague,in)O " +
		"obl(dissolved,Hague)B-place cc(Delft,and)O conj(Hague,Delft)B-place")
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if tr.Words[0].Form != "The" || len(tr.Words) != 11 {
		t.Error("the tree itself was changed")
	}
}

func TestStaysWhole(t *testing.T) {
	question := make([]node, 6)
	question[5].form = "?"
	question[1] = node{rel: "nsubj", head: 2}
	question[2].head = -1
	if canBeHeadline(question) {
		t.Error("a question became a headline")
	}
	question[5].form = "!"
	if !canBeHeadline(question) {
		t.Error("a statement can be no headline")
	}
	// "was" carries words of its own: it stays.
	nodes := []node{{form: "It", upos: "PRON", rel: "expl", head: 1}, {form: "was", upos: "AUX", rel: "cop", head: 3},
		{form: "not", upos: "PART", rel: "advmod", head: 1}, {form: "safe", upos: "ADJ", rel: "root", head: -1}}
	for i := range uint64(50) {
		shorten(nodes, leaves(nodes), rand.New(rand.NewPCG(i, 0)))
	}
	if nodes[1].drop {
		t.Error("a word with dependents was dropped")
	}
}

func TestPrune(t *testing.T) {
	var base []node
	for _, w := range words("Rebels NOUN 2 nsubj", "seized VERB 0 root", "Delft PROPN 2 obj", ", PUNCT 6 punct", "a DET 6 det",
		"port NOUN 3 appos", "on ADP 8 case", "Monday PROPN 2 obl", "by ADP 10 case", "force NOUN 2 obl:agent") {
		base = append(base, node{form: w.Form, upos: w.UPOS, rel: w.Rel, head: w.Head})
	}
	seen := map[string]bool{}
	for i := range uint64(100) {
		nodes := slices.Clone(base)
		prune(nodes, rand.New(rand.NewPCG(i, 3)))
		var left []string
		for _, w := range nodes {
			if !w.drop {
				left = append(left, w.form)
				if w.head >= 0 && nodes[w.head].drop {
					t.Fatalf("%s lost its head", w.form)
				}
			}
		}
		seen[strings.Join(left, " ")] = true
	}
	want := map[string]bool{"Rebels seized Delft , a port on Monday by force": true, "Rebels seized Delft on Monday by force": true,
		"Rebels seized Delft , a port by force": true}
	if d := cmp.Diff(want, seen); d != "" {
		t.Error(d)
	}
}

// A sentence of teachers keeps its distributions when words are dropped.
func TestSoftTreeCut(t *testing.T) {
	tr := invented()
	v := newInventory([]tree{*tr}, syntax.Config{})
	s := &softTree{Forms: tr.Forms()}
	n := len(s.Forms)
	for i, w := range tr.Words {
		s.Head = append(s.Head, int32(w.Head))
		h := w.Head
		if h < 0 {
			h = n
		}
		s.Soft[uposLayer].add(choice{v.upos[w.UPOS], 1})
		s.Soft[xposLayer].add(choice{v.xpos[w.XPOS], 1})
		s.Soft[featsLayer].add(choice{v.feats[w.Feats], 1})
		s.Soft[ruleLayer].add(choice{0, 1})
		s.Soft[entLayer].add(choice{v.entity[tr.entity[i]], 1})
		s.Soft[headLayer].add(choice{int32(h), 0.75}, choice{0, 0.25}) // "The" takes a part everywhere
		s.Soft[relLayer].add(choice{v.rels[w.Rel], 1})
	}
	vocab := newVocabulary()
	short := 0
	for i := range uint64(2000) {
		e := s.example(v, vocab, rand.New(rand.NewPCG(i, 2)))
		if !isTree(e.head) || len(e.rel) != len(e.types) {
			t.Fatal("no tree")
		}
		for k := range e.types {
			for l := range e.soft {
				sum := float32(0)
				for _, c := range e.soft[l].of(k) {
					sum += c.P
					if l == headLayer && int(c.At) > len(e.types) {
						t.Fatalf("head %d of %d words", c.At, len(e.types))
					}
				}
				if math.Abs(float64(sum)-1) > 1e-5 && !(l == ruleLayer && sum == 0) {
					t.Fatalf("layer %d of word %d sums to %g", l, k, sum)
				}
			}
		}
		var text []string
		for _, k := range e.types {
			for form, id := range vocab.ids {
				if id == k {
					text = append(text, strings.ToLower(form))
				}
			}
		}
		if strings.Join(text, " ") == "senate not dissolved in hague and delft" {
			short++
			if c := e.soft[headLayer].of(0); len(c) != 1 || c[0] != (choice{2, 1}) {
				t.Errorf("head of the subject: %v", c)
			}
			if c := e.soft[headLayer].of(2); len(c) != 1 || c[0] != (choice{7, 1}) {
				t.Errorf("head of the root: %v", c)
			}
		}
	}
	if short == 0 {
		t.Error("no headline among 200 variants")
	}
}
