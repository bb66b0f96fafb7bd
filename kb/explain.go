package kb

import "fmt"

// Explain lists what the base states of an entity, each statement with its
// source and its dates: what it is, its sectors, its offices.
func (b *Base) Explain(id EntityID) []Fact {
	e := b.record(id)
	if e.ID == 0 {
		return nil
	}
	text := fmt.Sprintf("%s, %s", e.Name, e.Kind)
	if e.Country != "" {
		text += " of " + e.Country
	}
	if e.QID != "" {
		text += ", " + e.QID
	}
	if e.HasPoint {
		text += fmt.Sprintf(", %.4f %.4f", e.Lat, e.Lon)
	}
	if e.Population > 0 {
		text += fmt.Sprintf(", population %d", e.Population)
	}
	facts := []Fact{{Text: text, Source: b.SourceInfo(e.Source), From: e.Birth, To: e.Death}}
	if e.Sector != "" {
		facts = append(facts, Fact{Text: "sector " + join(e.Sectors), Source: b.SourceInfo(e.Source)})
	}
	for _, s := range b.Spells(id, nil) {
		facts = append(facts, Fact{Text: "sector " + join(s.Sectors), Source: b.SourceInfo(s.Source), From: s.From, To: s.To})
	}
	for _, o := range b.Offices(id, nil) {
		f := Fact{Text: fmt.Sprintf("%s (%s %s)", o.Title, o.Country, o.Class), Source: b.SourceInfo(o.Source), From: o.From, To: o.To, Open: o.Open}
		facts = append(facts, f)
		if o.Also != 0 {
			f.Source = b.SourceInfo(o.Also)
			facts = append(facts, f)
		}
	}
	return facts
}

func join(list []string) string {
	s := ""
	for i, x := range list {
		if i > 0 {
			s += " "
		}
		s += x
	}
	return s
}
