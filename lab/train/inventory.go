package train

import (
	"slices"
	"sort"

	"annals/engine/syntax"
	"annals/engine/syntax/feature"
)

// inventory numbers the labels of the training trees.
type inventory struct {
	header                                 syntax.Header
	upos, xpos, feats, rules, rels, entity map[string]int32
}

// counted lists the keys with at least least occurrences, most frequent first, ties by name.
func counted(count map[string]int, least int) []string {
	var list []string
	for k, n := range count {
		if n >= least {
			list = append(list, k)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if count[list[i]] != count[list[j]] {
			return count[list[i]] > count[list[j]]
		}
		return list[i] < list[j]
	})
	return list
}

func numbered(list []string) map[string]int32 {
	m := make(map[string]int32, len(list))
	for i, k := range list {
		m[k] = int32(i)
	}
	return m
}

func newInventory(trees []tree, config syntax.Config) *inventory {
	upos, xpos, feats := map[string]int{}, map[string]int{}, map[string]int{}
	rules, rels := map[string]int{}, map[string]int{}
	for i := range trees {
		for j := range trees[i].Words {
			w := &trees[i].Words[j]
			upos[w.UPOS]++
			xpos[w.XPOS]++
			feats[w.Feats]++
			rels[w.Rel]++
			if w.Lemma != "_" {
				rules[syntax.LemmaRule(w.Form, w.Lemma)]++
			}
		}
	}
	v := &inventory{}
	h := &v.header
	h.Config = config
	h.Treebanks, h.Default = bankNames(), "gum"
	h.UPOS, h.XPOS, h.Feats = counted(upos, 1), counted(xpos, 1), counted(feats, 1)
	h.Rules, h.Rels, h.Entities = counted(rules, 2), counted(rels, 1), entityLabels()
	v.upos, v.xpos, v.feats = numbered(h.UPOS), numbered(h.XPOS), numbered(h.Feats)
	v.rules, v.rels, v.entity = numbered(h.Rules), numbered(h.Rels), numbered(h.Entities)
	h.XPOSOf, h.FeatsOf = make([][]int, len(h.UPOS)), make([][]int, len(h.UPOS))
	insert := func(list []int, i int32) []int {
		at, found := slices.BinarySearch(list, int(i))
		if found {
			return list
		}
		return slices.Insert(list, at, int(i))
	}
	for i := range trees {
		for j := range trees[i].Words {
			w := &trees[i].Words[j]
			u := v.upos[w.UPOS]
			h.XPOSOf[u] = insert(h.XPOSOf[u], v.xpos[w.XPOS])
			h.FeatsOf[u] = insert(h.FeatsOf[u], v.feats[w.Feats])
		}
	}
	return v
}

// sizes gives the sizes of a network with these labels.
func (v *inventory) sizes(outputs int) sizes {
	h := &v.header
	return sizes{Config: h.Config, banks: len(h.Treebanks), upos: len(h.UPOS), xpos: len(h.XPOS), feats: len(h.Feats),
		rules: len(h.Rules), ents: len(h.Entities), rels: len(h.Rels), outputs: outputs}
}

// encode turns a tree into numbers.
func (v *inventory) encode(t *tree, vocab *vocabulary, weight float32) *example {
	n := len(t.Words)
	all := make([]int32, 8*n)
	cut := func() []int32 {
		c := all[:n:n]
		all = all[n:]
		return c
	}
	e := &example{types: cut(), bank: int32(t.bank), weight: weight, upos: cut(), xpos: cut(), feats: cut(), rule: cut(),
		ent: cut(), head: cut(), rel: cut()}
	get := func(m map[string]int32, k string) int32 {
		if i, ok := m[k]; ok {
			return i
		}
		return -1
	}
	for i := range t.Words {
		w := &t.Words[i]
		e.types[i] = vocab.id(w.Form)
		e.upos[i], e.xpos[i], e.feats[i] = get(v.upos, w.UPOS), get(v.xpos, w.XPOS), get(v.feats, w.Feats)
		e.rule[i] = -1
		if w.Lemma != "_" {
			e.rule[i] = get(v.rules, syntax.LemmaRule(w.Form, w.Lemma))
		}
		e.ent[i] = get(v.entity, t.entity[i])
		e.head[i], e.rel[i] = int32(w.Head), get(v.rels, w.Rel)
	}
	return e
}

// file makes a model file of the averaged weights.
func (v *inventory) file(n *network, known feature.Filter, exceptions []string) *syntax.File {
	f := &syntax.File{Header: v.header, Filter: known}
	f.Header.Exceptions = exceptions
	f.SetTensors()
	params := make(map[string]*param, len(n.params))
	for _, p := range n.params {
		params[p.name] = p
	}
	for i, t := range f.Header.Tensors {
		if i < int(feature.Tables) {
			copy(f.Data[i], n.tables[i].ema)
			continue
		}
		p := params[t.Name]
		for r := 0; r < t.Rows; r++ {
			copy(f.Data[i][r*t.Cols:(r+1)*t.Cols], p.ema[r*p.cols:])
		}
	}
	return f
}
