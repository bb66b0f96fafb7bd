package who

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"annals/engine/doc"
)

// gumDoc is a document of the coreference set of GUM.
type gumDoc struct {
	ID, Genre string
	Sentences [][]string
	Mentions  []gumMention
}

// gumMention is a gold mention: words [Start, End) of a sentence.
type gumMention struct {
	Sent, Start, End, Entity, Head int
	Type, Link, Infstat, Wiki      string
}

// CorefSet names the two files of a part of GUM: the trees, which give the text
// too, and the mentions.
type CorefSet struct{ Name, Trees, Mentions string }

// GUM is the part of GUM of that name under the reference material: train or dev.
func GUM(shared, part string) CorefSet {
	return CorefSet{"gum-" + part, filepath.Join(shared, "data", "treebank", "gum-"+part+".conllu.gz"),
		filepath.Join(shared, "data", "coreference", "gum", "gum-"+part+".jsonl.gz")}
}

// Coreference measures the chains of the engine on a part of GUM.
//
// Words and sentences are the gold ones, so that mentions can be told by their
// words; tags and trees are the engine's own (the figures on gold trees stand
// apart). Scored are the entities of which a mention is a person, organisation
// or place and that are mentioned twice or more; of the system, the chains of
// two or more whose kind it takes for a person, state, organisation, group or
// place. A mention of the one side is one of the other where both have the same
// head word; where several mentions of a side share a head, those pair whose
// words agree best. Appositions and predicates are members, as in GUM; the
// figures "ontonotes" leave them out on both sides.
func Coreference(e Engine, set CorefSet) (Result, error) {
	res := newResult("coref", set.Name)
	var own, gold, bare clusterScore
	genres := map[string]*clusterScore{}
	for _, trees := range []string{"own", "gold"} {
		docs, err := treebankDocs(set.Trees)
		if err != nil {
			return res, err
		}
		err = jsonLines(set.Mentions, func(g gumDoc) error {
			d := docs[g.ID]
			if d == nil || len(d.Sentences) != len(g.Sentences) {
				return fmt.Errorf("%s: the trees of %s have not the same sentences", g.ID, set.Trees)
			}
			if trees == "gold" {
				run(e, d, "quote")
				gold.document(d, g, false)
				return nil
			}
			run(e, d, "syntax")
			res.Items++
			own.document(d, g, false)
			bare.document(d, g, true)
			if genres[g.Genre] == nil {
				genres[g.Genre] = &clusterScore{}
			}
			genres[g.Genre].document(d, g, false)
			return nil
		})
		if err != nil {
			return res, err
		}
	}
	res.Metrics = own.metrics()
	res.Per["gold trees"] = gold.metrics()
	res.Per["ontonotes"] = bare.metrics()
	for name, s := range genres {
		res.Per["genre "+name] = map[string]float64{"conll_f1": s.conll(), "lea_f1": s.lea.f1()}
	}
	return res, nil
}

// document adds one document, without appositions and predicates if bare.
func (s *clusterScore) document(d *doc.Document, g gumDoc, bare bool) {
	key := keyClusters(g, bare)
	s.compare(key, systemClusters(d, g, bare))
}

func scored(kind string) bool { return kind == "person" || kind == "organization" || kind == "place" }

// keyClusters lists the gold clusters; a mention is its place in g.Mentions.
func keyClusters(g gumDoc, bare bool) [][]int {
	good := map[int]bool{}
	for i := range g.Mentions {
		if scored(g.Mentions[i].Type) {
			good[g.Mentions[i].Entity] = true
		}
	}
	clusters := map[int][]int{}
	var order []int
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if !good[m.Entity] || bare && (m.Link == "appos" || m.Link == "pred") {
			continue
		}
		if clusters[m.Entity] == nil {
			order = append(order, m.Entity)
		}
		clusters[m.Entity] = append(clusters[m.Entity], i)
	}
	var out [][]int
	for _, e := range order {
		if len(clusters[e]) > 1 {
			out = append(out, clusters[e])
		}
	}
	return out
}

// systemClusters lists the chains that count. A mention that is none of gold's
// gets a number of its own.
func systemClusters(d *doc.Document, g gumDoc, bare bool) [][]int {
	same := pairMentions(d, g)
	var out [][]int
	for c := range d.Chains {
		if d.Mentions[d.Chains[c].Best].Kind == doc.OtherKind {
			continue
		}
		var list []int
		for _, k := range d.Chains[c].Mentions {
			m := &d.Mentions[k]
			if m.Form == doc.Adjectival && d.Tokens[m.Head].UPOS == "ADJ" {
				continue // GUM takes adjectives of nationality for no mentions
			}
			if bare && (d.HasRel(m.Head, "appos") || m.Form == doc.Nominal && d.Child(m.Head, "cop") >= 0) {
				continue
			}
			if id, ok := same[k]; ok {
				list = append(list, id)
			} else {
				list = append(list, len(g.Mentions)+int(k))
			}
		}
		if len(list) > 1 {
			out = append(out, list)
		}
	}
	return out
}

// pairMentions gives the gold mention of each mention that has one.
func pairMentions(d *doc.Document, g gumDoc) map[int32]int {
	type couple struct {
		system int32
		gold   int
		worth  float64
	}
	heads := map[int32][]int{}
	for i := range g.Mentions {
		m := &g.Mentions[i]
		h := d.Sentences[m.Sent].First + int32(m.Head)
		heads[h] = append(heads[h], i)
	}
	var all []couple
	for k := range d.Mentions {
		for _, i := range heads[d.Mentions[k].Head] {
			m := &g.Mentions[i]
			first := d.Sentences[m.Sent].First
			words := d.Tokens[first+int32(m.Start)].Span.Join(d.Tokens[first+int32(m.End)-1].Span)
			own := d.Mentions[k].Full
			lo, hi := max(own.Start, words.Start), min(own.End, words.End)
			all = append(all, couple{int32(k), i, float64(hi-lo) / float64(own.Join(words).Len())})
		}
	}
	slices.SortStableFunc(all, func(a, b couple) int { return cmp.Compare(b.worth, a.worth) })
	out := map[int32]int{}
	taken := map[int]bool{}
	for _, c := range all {
		if _, ok := out[c.system]; ok || taken[c.gold] {
			continue
		}
		out[c.system] = c.gold
		taken[c.gold] = true
	}
	return out
}
