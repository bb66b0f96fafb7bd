package who

import "annals/engine/doc"

// clusterScore holds sums from which precision and recall come.
type clusterScore struct{ pTop, pBottom, rTop, rBottom float64 }

func (c clusterScore) f1() float64 {
	if c.pBottom == 0 || c.rBottom == 0 {
		return 0
	}
	p, r := c.pTop/c.pBottom, c.rTop/c.rBottom
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// corefScore holds the measures of coreference: MUC (Vilain et al. 1995), B³
// (Bagga and Baldwin 1998) and LEA (Moosavi and Strube 2016).
type corefScore struct{ muc, b3, lea clusterScore }

// compare adds the agreement of two partitions of words, each with clusters of
// two or more only.
func (s *corefScore) compare(key, response [][]int) {
	half(key, response, &s.muc.rTop, &s.muc.rBottom, &s.b3.rTop, &s.b3.rBottom, &s.lea.rTop, &s.lea.rBottom)
	half(response, key, &s.muc.pTop, &s.muc.pBottom, &s.b3.pTop, &s.b3.pBottom, &s.lea.pTop, &s.lea.pBottom)
}

func half(key, response [][]int, mucT, mucB, b3T, b3B, leaT, leaB *float64) {
	of := map[int]int{}
	for i, c := range response {
		for _, x := range c {
			of[x] = i + 1
		}
	}
	for _, c := range key {
		n := float64(len(c))
		parts := map[int]int{}
		missing := 0
		for _, x := range c {
			if of[x] > 0 {
				parts[of[x]]++
			} else {
				missing++
			}
		}
		*mucT += n - float64(len(parts)+missing)
		*mucB += n - 1
		links := 0.0
		for _, k := range parts {
			*b3T += float64(k*k) / n
			links += float64(k * (k - 1) / 2)
		}
		*b3B += n
		*leaT += n * links / (n * (n - 1) / 2)
		*leaB += n
	}
}

// scoreGUM compares chains with the gold clusters of persons, organisations
// and places on gold trees; mentions are told by their head words.
func (c *chain) scoreGUM(treebank, gold, genre string) (corefScore, int, error) {
	var s corefScore
	docs, _, err := treebankDocs(treebank, genre)
	if err != nil {
		return s, 0, err
	}
	n := 0
	err = jsonLines(gold, func(g gumDoc) {
		d := docs[g.ID]
		if d == nil || len(d.Sentences) != len(g.Sentences) {
			return
		}
		n++
		for _, st := range c.who {
			st.Run(d)
		}
		scoreGumDoc(d, g, &s)
	})
	return s, n, err
}

// scoreGumDoc adds one document.
func scoreGumDoc(d *doc.Document, g gumDoc, s *corefScore) {
	key := map[int][]int{}
	var order []int
	good := map[int]bool{}
	for _, m := range g.Mentions {
		if m.Type == "person" || m.Type == "organization" || m.Type == "place" {
			good[m.Entity] = true
		}
		if m.Link == "appos" || m.Link == "pred" {
			continue
		}
		if key[m.Entity] == nil {
			order = append(order, m.Entity)
		}
		key[m.Entity] = append(key[m.Entity], int(d.Sentences[m.Sent].First)+m.Head)
	}
	inKey := map[int]bool{}
	var keys, response [][]int
	for _, e := range order {
		if c := unique(key[e]); good[e] && len(c) > 1 {
			keys = append(keys, c)
		}
		for _, h := range key[e] {
			if good[e] {
				inKey[h] = true
			}
		}
	}
	for _, ch := range d.Chains {
		var c []int
		for _, k := range ch.Mentions {
			m := &d.Mentions[k]
			if m.Form == doc.Adjectival && !inKey[int(m.Head)] {
				continue
			}
			c = append(c, int(m.Head))
		}
		kind := d.Mentions[ch.Best].Kind
		if c = unique(c); len(c) > 1 && (kind != doc.OtherKind || anyIn(c, inKey)) {
			response = append(response, c)
		}
	}
	s.compare(keys, response)
}

func anyIn(c []int, set map[int]bool) bool {
	for _, x := range c {
		if set[x] {
			return true
		}
	}
	return false
}

// unique drops repeated words and keeps the order.
func unique(c []int) []int {
	seen := map[int]bool{}
	out := c[:0:0]
	for _, x := range c {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}
