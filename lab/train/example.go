package train

import (
	"slices"

	"annals/engine/syntax/feature"
)

// An example is one sentence in numbers. Labels are -1 where there is none to learn.
type example struct {
	types                        []int32
	bank                         int32
	weight                       float32
	upos, xpos, feats, rule, ent []int32
	head, rel                    []int32
	// soft holds distributions in place of the labels, nil for gold trees. head is still what relations hang on.
	soft *[layers]dist
}

// names reports whether the sentence has no tree, only names.
func (e *example) names() bool { return e.rel[0] < 0 }

// vocabulary numbers the forms and keeps their features.
type vocabulary struct {
	ids   map[string]int32
	keys  []feature.Key
	known []bool
}

func newVocabulary() *vocabulary { return &vocabulary{ids: make(map[string]int32)} }

// id numbers a form; it is not safe for concurrent use.
func (v *vocabulary) id(form string) int32 {
	if i, ok := v.ids[form]; ok {
		return i
	}
	i := int32(len(v.keys))
	v.ids[form] = i
	var k feature.Key
	k.Fill(form)
	k.Grams = slices.Clone(k.Grams)
	v.keys = append(v.keys, k)
	v.known = append(v.known, false)
	return i
}

// mark sets the known words by a filter.
func (v *vocabulary) mark(f feature.Filter) {
	for i := range v.keys {
		v.known[i] = f.Has(v.keys[i].Hash)
	}
}
