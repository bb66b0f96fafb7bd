package train

import (
	"math/rand/v2"
	"sort"
	"strings"

	"annals/lab/eval/conll"
)

// augmented gives a variant of a tree as headlines and careless writers have it: now and then without its final
// punctuation, in lower case, in capitals or with a capital on every longer word.
func augmented(t *tree, rng *rand.Rand) (forms []string) {
	forms = t.Forms()
	if n := len(forms); n > 2 && t.Words[n-1].UPOS == "PUNCT" && leaf(t.Words, n-1) && rng.Float32() < 0.1 {
		forms = forms[:n-1]
	}
	switch p := rng.Float32(); {
	case p < 0.04:
		for i, f := range forms {
			forms[i] = strings.ToLower(f)
		}
	case p < 0.07:
		for i, f := range forms {
			forms[i] = strings.ToUpper(f)
		}
	case p < 0.12:
		for i, f := range forms {
			if i == 0 || len(f) > 3 || t.Words[i].UPOS == "VERB" || t.Words[i].UPOS == "NOUN" {
				if f != "" && 'a' <= f[0] && f[0] <= 'z' {
					forms[i] = string(f[0]-'a'+'A') + f[1:]
				}
			}
		}
	}
	return forms
}

// leaf reports whether no word hangs on word i and it is not the root.
func leaf(words []conll.Word, i int) bool {
	for _, w := range words {
		if w.Head == i {
			return false
		}
	}
	return words[i].Head >= 0
}

// batches groups examples of like length into batches of about size words, in random order; inside a batch they stand by
// falling length.
func batches(all []*example, size int, rng *rand.Rand) [][]*example {
	type keyed struct {
		e   *example
		key float64
	}
	list := make([]keyed, len(all))
	for i, e := range all {
		list[i] = keyed{e, float64(len(e.types)) * (1 + 0.2*(rng.Float64()-0.5))}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].key < list[j].key })
	var out [][]*example
	var cur []*example
	words := 0
	flush := func() {
		if len(cur) > 0 {
			sort.SliceStable(cur, func(i, j int) bool { return len(cur[i].types) > len(cur[j].types) })
			out = append(out, cur)
			cur, words = nil, 0
		}
	}
	for _, k := range list {
		if words > 0 && words+len(k.e.types) > size {
			flush()
		}
		cur = append(cur, k.e)
		words += len(k.e.types)
	}
	flush()
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// shard gives every shards-th example of a batch.
func shard(batch []*example, s int) []*example {
	var part []*example
	for i := s; i < len(batch); i += shards {
		part = append(part, batch[i])
	}
	return part
}
