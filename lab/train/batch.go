package train

import (
	"math/rand/v2"
	"sort"
)

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
