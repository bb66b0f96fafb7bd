package events

import "annals/record"

// quotations pairs quotations whose contents overlap by half, and counts speakers.
func (c *counts) quotations(it *Item, system []Quotation) {
	var found []match
	for i := range it.Quotations {
		for j := range system {
			if v := iou(it.Quotations[i].pieces(), system[j].pieces()); v >= 0.5 {
				found = append(found, match{key: -v, gold: i, system: j})
			}
		}
	}
	for _, m := range greedy(found) {
		c.quotes.tp++
		a, b := it.Quotations[m.gold].Speaker, system[m.system].Speaker
		c.share("speaker", sameName(a.Name, b.Name) || a.Name == "" && !b.Told)
	}
	c.quotes.gold += len(it.Quotations)
	c.quotes.system += len(system)
}

// iou is the intersection over union of two lists of spans.
func iou(a, b []record.Span) float64 {
	inter, total := 0, 0
	for _, x := range a {
		total += x.Len()
		for _, y := range b {
			inter += overlap(x, y)
		}
	}
	for _, y := range b {
		total += y.Len()
	}
	return float64(inter) / float64(max(1, total-inter))
}

// relate counts relations by type and parties; each of the system's serves one of gold.
func (c *counts) relate(it *Item, system []Relation) {
	used := map[int]bool{}
	for i := range it.Relations {
		g := &it.Relations[i]
		for j := range system {
			s := &system[j]
			if !used[j] && g.Type == s.Type && agree(&g.From, &s.From) && agree(&g.To, &s.To) {
				used[j] = true
				break
			}
		}
	}
	c.relations.tp += len(used)
	c.relations.gold += len(it.Relations)
	c.relations.system += len(system)
}

// agree compares parties by country and, without one, by name.
func agree(g, s *Party) bool {
	if g.Country != "" {
		return g.Country == s.Country
	}
	return sameName(g.Name, s.Name)
}
