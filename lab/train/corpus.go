package train

import (
	"fmt"
	"path/filepath"

	"annals/lab/eval/conll"
)

// Treebanks in the order of the rows of the tensor "treebank".
const (
	bankEWT = iota
	bankGUM
	banks
)

func bankNames() []string { return []string{"ewt", "gum"} }

// A tree is a sentence of a treebank with its entity labels ("" where they are not annotated).
type tree struct {
	conll.Sentence
	bank   int
	entity []string
}

// corpus is what a model is trained and tuned on.
type corpus struct {
	train    []tree
	ewt, gum []tree // development sets
}

func loadCorpus(shared string) (*corpus, error) {
	c := new(corpus)
	for _, part := range []struct {
		name string
		bank int
		to   *[]tree
	}{{"ewt-train", bankEWT, &c.train}, {"gum-train", bankGUM, &c.train}, {"ewt-dev", bankEWT, &c.ewt},
		{"gum-dev", bankGUM, &c.gum}} {
		sents, err := conll.ReadFile(filepath.Join(shared, "data", "treebank", part.name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		trees := make([]tree, len(sents))
		for i, s := range sents {
			trees[i] = tree{Sentence: s, bank: part.bank, entity: make([]string, len(s.Words))}
		}
		if part.bank == bankGUM {
			if err := addEntities(trees, filepath.Join(shared, "data", "coreference", "gum", part.name+".jsonl.gz")); err != nil {
				return nil, err
			}
		}
		*part.to = append(*part.to, trees...)
	}
	if len(c.train) == 0 {
		return nil, fmt.Errorf("%s: no sentences to train on", shared)
	}
	return c, nil
}
