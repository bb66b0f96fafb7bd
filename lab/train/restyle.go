package train

import (
	"math/rand/v2"
	"slices"
	"strings"

	"annals/lab/eval/conll"
)

// goldHeadlines and softHeadlines are the shares of sentences written as headlines, of those that can be.
const (
	goldHeadlines = 0.06
	softHeadlines = 0.25
)

// styled gives a variant of a gold tree as headlines and careless writers have it; most trees come back as they are.
func styled(t *tree, rng *rand.Rand) *tree {
	nodes := make([]node, len(t.Words))
	for i := range nodes {
		w := &t.Words[i]
		nodes[i] = node{form: w.Form, upos: w.UPOS, rel: w.Rel, head: w.Head}
	}
	s := drawStyle(nodes, goldHeadlines, rng)
	if s == plain {
		return t
	}
	restyle(nodes, s, rng)
	at := places(nodes)
	out := &tree{bank: t.bank}
	out.Doc = t.Doc
	open := false // a name lost its first word
	for i, w := range t.Words {
		n := &nodes[i]
		ent := t.entity[i]
		if n.drop {
			open = strings.HasPrefix(ent, "B-") || open && strings.HasPrefix(ent, "I-")
			continue
		}
		if kind, ok := strings.CutPrefix(ent, "I-"); ok && open {
			ent = "B-" + kind
		}
		open = false
		w.Form = n.form
		switch n.as {
		case "to":
			w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Rel = "to", "PART", "TO", "_", "mark"
		case ",":
			w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Rel = ",", "PUNCT", ",", "_", "punct"
		}
		if w.Head >= 0 {
			w.Head = at[w.Head]
		}
		out.Words = append(out.Words, w)
		out.entity = append(out.entity, ent)
	}
	return out
}

// places gives the new place of each word that is kept.
func places(nodes []node) []int {
	at := make([]int, len(nodes))
	n := 0
	for i := range nodes {
		at[i] = n
		if !nodes[i].drop {
			n++
		}
	}
	return at
}

// A softTree is a raw sentence as teachers see it. Heads form a tree.
type softTree struct {
	Forms []string
	Head  []int32 // -1 for the root
	Soft  [layers]dist
}

// example turns a sentence of the teachers into numbers, in some style.
func (t *softTree) example(v *inventory, vocab *vocabulary, rng *rand.Rand) *example {
	nodes := make([]node, len(t.Forms))
	for i, f := range t.Forms {
		nodes[i] = node{form: f, upos: v.header.UPOS[t.Soft[uposLayer].of(i)[0].At], rel: v.header.Rels[t.Soft[relLayer].of(i)[0].At],
			head: int(t.Head[i])}
	}
	s := drawStyle(nodes, softHeadlines, rng)
	soft := &t.Soft
	if s != plain {
		restyle(nodes, s, rng)
		soft = t.cut(v, nodes)
	}
	at := places(nodes)
	e := &example{bank: bankGUM, weight: softWeight, soft: soft}
	for i := range nodes {
		n := &nodes[i]
		if n.drop {
			continue
		}
		k := len(e.types)
		e.types = append(e.types, vocab.id(n.form))
		e.upos = append(e.upos, soft[uposLayer].of(k)[0].At)
		h := int32(-1)
		if n.head >= 0 {
			h = int32(at[n.head])
		}
		e.head = append(e.head, h)
		e.rel = append(e.rel, soft[relLayer].of(k)[0].At)
	}
	// Only distributions are learned; the rest is for counting.
	e.xpos, e.feats, e.rule, e.ent = e.upos, e.upos, e.upos, e.upos
	return e
}

// cut gives the distributions of the words that are kept. Words whose letters changed have no lemma to learn.
func (t *softTree) cut(v *inventory, nodes []node) *[layers]dist {
	at := places(nodes)
	out := new([layers]dist)
	for l := range out {
		old, d := &t.Soft[l], &out[l]
		for i := range nodes {
			n := &nodes[i]
			if n.drop {
				continue
			}
			c := old.of(i)
			switch {
			case n.as != "" && l != headLayer:
				c = v.turned(l, n.as)
			case l == ruleLayer && n.form != t.Forms[i]:
				c = nil
			case l == headLayer:
				c = moved(c, nodes, at)
			}
			d.add(c...)
		}
	}
	return out
}

// moved gives the choices of a head without the words that are dropped.
func moved(old []choice, nodes []node, at []int) []choice {
	var c []choice
	kept := len(nodes)
	for i := range nodes {
		if nodes[i].drop {
			kept--
		}
	}
	for _, x := range old {
		switch {
		case int(x.At) == len(nodes):
			c = append(c, choice{int32(kept), x.P})
		case !nodes[x.At].drop:
			c = append(c, choice{int32(at[x.At]), x.P})
		}
	}
	normalise(c)
	return c
}

// turned gives the labels of a word that was put in place of another.
func (v *inventory) turned(layer int, form string) []choice {
	w := conll.Word{UPOS: "PUNCT", XPOS: ",", Feats: "_", Rel: "punct"}
	if form == "to" {
		w = conll.Word{UPOS: "PART", XPOS: "TO", Feats: "_", Rel: "mark"}
	}
	for _, p := range []struct {
		layer int
		of    map[string]int32
		label string
	}{{uposLayer, v.upos, w.UPOS}, {xposLayer, v.xpos, w.XPOS}, {featsLayer, v.feats, w.Feats}, {relLayer, v.rels, w.Rel},
		{entLayer, v.entity, "O"}} {
		if id, ok := p.of[p.label]; ok && p.layer == layer {
			return []choice{{id, 1}}
		}
	}
	return nil
}

// tree reports whether heads form a tree with one root.
func isTree(head []int32) bool {
	if roots := len(head) - len(slices.DeleteFunc(slices.Clone(head), func(h int32) bool { return h < 0 })); roots != 1 {
		return false
	}
	for i := range head {
		steps := 0
		for h := head[i]; h >= 0; h = head[h] {
			if steps++; steps > len(head) {
				return false
			}
		}
	}
	return true
}
